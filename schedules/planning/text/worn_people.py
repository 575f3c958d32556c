"""Who does a work of a worn text: read from its words put right, where a scan left a role or its verb unreadable."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from schedules.planning.outline import Item
from schedules.planning.people.cooperation import helpers_told
from schedules.planning.people.helpers import helped_by
from schedules.planning.people.named import named_in
from schedules.planning.people.names import Charge, People
from schedules.planning.people.owners import owners_of
from schedules.planning.people.persons import CALLED_FIRST, is_full_name
from schedules.planning.people.worn import role_meant
from schedules.spelling.vocabulary import vocabulary
from schedules.spelling.wear import Wear, wear_of

Restorer = Callable[[str], str]


def as_it_stands(words: str) -> str:
    """Return words unchanged: those of a text that is whole."""
    return words


def restorer(text: str) -> Restorer:
    """Return what puts the words of a document right: nothing to do where the whole `text` is not worn."""
    wear = wear_of(text, vocabulary())
    return as_it_stands if wear is Wear.NONE else partial(_restored, scanned=wear is Wear.LETTERS)


def _restored(words: str, *, scanned: bool) -> str:
    # Most documents are whole and never need it.
    from schedules.spelling.restoring import restored

    return restored(words, vocabulary(), scanned=scanned).text


def people_of(
    item: Item, words: tuple[str, str, str], above: Sequence[Charge], restored: Restorer
) -> tuple[People, People]:
    """Return (owners, helpers) of a work by its `words`, those behind its time, and those without its times.

    Persons by name are told as they stand.
    """
    shown = owners_of(item, *words[:2], above, words[2])
    if restored is as_it_stands:
        return shown
    if any(_is_person(name) for name in (*shown[0], *shown[1])):
        return _meant(shown)
    right = owners_of(item, restored(words[0]), restored(words[1]), above, restored(words[2]))
    return _meant(right if right[0] else shown)


def told_in(line: str, restored: Restorer) -> tuple[People, People]:
    """Return (owners, helpers) that a line of its own tells; persons by name as they stand."""
    shown = _told_in(line)
    if restored is as_it_stands or any(map(_is_person, (*shown[0], *shown[1]))):
        return _meant(shown)
    right = _told_in(restored(line))
    return _meant((right[0] or shown[0], right[1] or shown[1]))


def _told_in(line: str) -> tuple[People, People]:
    owners, helpers, _ = named_in(line)
    return owners, helpers or helpers_told(line) or (helped_by(line) if owners else ())


def _meant(found: tuple[People, People]) -> tuple[People, People]:
    owners, helpers = found
    return tuple(map(role_meant, owners)), tuple(map(role_meant, helpers))


def _is_person(name: str) -> bool:
    return is_full_name(name) or CALLED_FIRST.match(name) is not None
