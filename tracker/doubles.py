"""Pure: names of a school that may mean one person: an office before a name, another address, the same mailbox."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import combinations

from tracker.group_names import group_of
from tracker.naming import TITLED, called, may_be_called, plain, same_person
from tracker.store.people import is_preview
from tracker.store.records import Person

BESIDE = re.compile(r"[^\w]+")

ONE_GROUP = "một nhóm hay chức danh, gọi hai cách"
ADDRESSED, WITH_POST = "chỉ khác cách xưng hô", "chỉ khác chức vụ kèm theo"
WITHIN, ONE_MAILBOX = "tên này nằm trong tên kia", "cùng một kênh nhận tin"
GIVEN_NAME = "tên gọi này là tên riêng của người kia"
SURENESS = (ADDRESSED, WITH_POST, ONE_GROUP, WITHIN, ONE_MAILBOX, GIVEN_NAME)
"""Why two names may be one person, the surest first: what is alike in the names themselves before all else."""

MOST = 20
"""How many are told at once: more would hide the list of people, and those solved make room."""


@dataclass(frozen=True, slots=True)
class Double:
    """Two people who may be one: who stays, whose name becomes theirs, and why it looks so."""

    kept: Person
    gone: Person
    why: str


def doubles(staff: Sequence[Person], apart: Collection[frozenset[str]] = ()) -> tuple[Double, ...]:
    """Return the pairs of active people who may be one, the surest first; nobody is merged without being asked.

    `apart` are the names, folded, of groups people said to be different ones.
    """
    active = [one for one in staff if one.active and not one.merged_into]
    pairs = [found for one, other in combinations(active, 2) for found in _pair(one, other)]
    pairs = [one for one in pairs if one.why != ONE_GROUP or not _said_apart(one, apart)]
    told = {frozenset((one.kept.id, one.gone.id)) for one in pairs}
    given = [one for one in _by_given_name(active) if frozenset((one.kept.id, one.gone.id)) not in told]
    sorted_ = sorted((*pairs, *given), key=lambda one: (SURENESS.index(one.why), plain(one.kept.name)))
    return tuple(sorted_[:MOST])


def alike_first(person: Person, staff: Iterable[Person]) -> tuple[Person, ...]:
    """Return whom a person may turn out to be, of their school: the names most like theirs first."""
    every = [one for one in staff if one.id != person.id and not one.merged_into]
    own = called(person.name)

    def unlikeness(one: Person) -> tuple[bool, float, str]:
        likeness = SequenceMatcher(None, own.base, called(one.name).base, autojunk=False).ratio()
        return not same_person(one.name, person.name), -likeness, plain(one.name)

    return tuple(sorted(every, key=unlikeness))


def _said_apart(pair: Double, apart: Collection[frozenset[str]]) -> bool:
    return any({plain(pair.kept.name), plain(pair.gone.name)} <= names for names in apart)


def _by_given_name(active: Sequence[Person]) -> Iterator[Double]:
    """Yield whoever is called by a given name alone, where just one person of that given name may be meant."""
    whole = [one for one in active if called(one.name).is_personal]
    for short in (one for one in active if not called(one.name).is_personal):
        meant = [one for one in whole if may_be_called(one.name, short.name)]
        if len(meant) == 1:
            yield Double(meant[0], short, GIVEN_NAME)


def _pair(one: Person, other: Person) -> Iterable[Double]:
    kept, gone = sorted((one, other), key=_plainness)
    shared = {address for address in one.addresses if not is_preview(address)} & set(other.addresses)
    if same_person(one.name, other.name):
        posts = called(one.name).post != called(other.name).post
        yield Double(kept, gone, WITH_POST if posts else ADDRESSED)
    elif (group := group_of(one.name)) and group == group_of(other.name):
        yield Double(kept, gone, ONE_GROUP)
    elif _within(kept.name, gone.name):
        yield Double(kept, gone, WITHIN)
    elif shared:
        yield Double(kept, gone, ONE_MAILBOX)


def _plainness(person: Person) -> tuple[bool, int, int]:
    """Return what decides whose name stays: a person's own name rather than an office's, the shorter, the older."""
    return not called(person.name).is_personal, len(person.name), person.id


def _within(shorter: str, longer: str) -> bool:
    """Whether the longer is the shorter name with an office beside it, or a given name that is addressed."""
    name, whole = called(shorter), called(longer)
    if name.is_personal:
        return not whole.is_personal and f" {name.base} " in f" {BESIDE.sub(' ', whole.base)} "
    return whole.base in {f"{title}{name.base}" for title in TITLED}
