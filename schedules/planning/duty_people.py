"""Who does a dated work that names nobody, told without a day among who does what: "Giao cô Hà niêm yết …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from schedules.planning.drafts import Draft
from schedules.planning.joining.topics import differ, topic_of
from schedules.planning.outline import Item, Part
from schedules.planning.people.helpers import helped_by
from schedules.planning.people.named import named_in
from schedules.planning.people.names import People
from schedules.planning.people.persons import names_beside
from schedules.planning.people.subjects import subject_of
from schedules.planning.text.worn_people import Restorer, restorer
from schedules.wording import fold

CLAUSE = re.compile(r"[,;:.]\s+|\s+(?:va|roi)\s+")
WORD = re.compile(r"[^\W_]+")
ASIDE = re.compile(
    r"\b(?:dung|theo|kip thoi|day du|nghiem tuc)\b(?: (?:dung|theo|thoi gian|tien do|quy dinh|ke hoach|han|lich|neu|o|"
    r"tren|da|de ra|muc|phan|[ivx]{1,4}|\d{1,2}))*\W*$"
)
"""“… đúng thời gian nêu trên”: how it is done, no part of what."""

LEADS = frozenset(fold("việc công tác tổ chức thực hiện triển khai các phụ trách chủ trì").split())
OVERSEES = re.compile(
    r"\b(?:phoi hop|ho tro|giup|tham muu|giam sat|don doc|kiem tra|theo doi|chi dao|duyet|phe duyet|cung cap|nhac nho|"
    r"tham gia|tham du|quan ly|chuan bi|phuc vu|du|kinh phi|noi dung|ke hoach|huong dan)"
    r"(?: (?:viec|cong tac|to chuc|thuc hien|trien khai|cac|cho))*\W*$"
)
"""Who watches a work, helps with it or makes ready for it does not do it."""

ROUND = re.compile(r"^(?P<kind>dot|lan|vong) (?P<number>\d{1,2}|[ivx]{1,4})$")
FEWEST_WORDS, WHOLE = 4, 3


@dataclass(frozen=True, slots=True)
class _Duty:
    """Whom an undated line names, and the words of each of its clauses with what stands before them in the line."""

    owners: People
    helpers: People
    clauses: tuple[tuple[str, ...], ...]


def with_duty_people(drafts: Sequence[Draft], items: Sequence[Item]) -> tuple[Draft, ...]:
    """Return the drafts, a dated one nobody is named for done by those an undated line of the carrying out gives it.

    Its words must be those of the line; where two lines name others, nobody can tell.
    """
    right = restorer("\n".join(item.block.text for item in items))
    duties = [*_lines(drafts, items, right), *_rows(drafts, right)]
    return tuple(_done(draft, duties, right) for draft in drafts) if duties else tuple(drafts)


def _done(draft: Draft, duties: Sequence[_Duty], right: Restorer) -> Draft:
    task = draft.task
    if task.owners or not task.due.dated or names_beside(task.mentions[0].quote):
        return draft
    said = _words(right(task.title))
    given = [duty for duty in duties if any(_is_of(clause, said) for clause in duty.clauses)]
    if len({fold("; ".join(duty.owners)) for duty in given}) != 1:
        return draft
    named = replace(task, owners=given[0].owners, helpers=task.helpers or given[0].helpers)
    return replace(draft, task=named, handed_down=True)


def _lines(drafts: Sequence[Draft], items: Sequence[Item], right: Restorer) -> Iterator[_Duty]:
    """Yield what the undated lines of the part on carrying out hand to somebody."""
    dated = {draft.task.mentions[0].place for draft in drafts}
    for item in items:
        if item.part is not Part.CARRYING_OUT or item.block.is_row or item.block.place in dated:
            continue
        line = right(item.body)
        owners, helpers, _ = named_in(line)
        if named := owners or subject_of(line):
            helpers = helpers or helped_by(line)
            yield _Duty(named, helpers, tuple(_clauses(line, (*named, *helpers))))


def _rows(drafts: Sequence[Draft], right: Restorer) -> Iterator[_Duty]:
    """Yield what the rows of a table without times hand to somebody: "Khám sức khỏe đợt 1, đợt 2 | Y tế"."""
    for draft in drafts:
        task = draft.task
        if draft.in_table and task.owners and not task.due.dated and not task.due.comes_again:
            yield _Duty(task.owners, task.helpers, tuple(_clauses(right(task.title), ())))


def _clauses(text: str, people: People) -> Iterator[tuple[str, ...]]:
    """Yield the words of each clause of a line that tells what is done, without whom it names."""
    before: tuple[str, ...] = ()
    plain = fold(text)
    for name in sorted(map(fold, people), key=len, reverse=True):
        plain = plain.replace(name, ". ")
    for clause in CLAUSE.split(ASIDE.sub("", plain)):
        if ROUND.match(clause.strip()) and len(before) > WHOLE:
            before = (*before[:-2], *clause.split())
        elif OVERSEES.match(clause):
            before = ()
        else:
            before = _words(clause)
        if len(before) >= WHOLE:
            yield before


def _words(text: str) -> tuple[str, ...]:
    words = WORD.findall(fold(text))
    first = next((at for at, word in enumerate(words) if word not in LEADS), 0)
    return tuple(words[first:])


def _is_of(clause: tuple[str, ...], said: tuple[str, ...]) -> bool:
    """Whether a clause tells of a work: in its words, or in enough of them in their order, and of no other one."""
    if len(clause) < WHOLE or len(said) < WHOLE or clause[:2] != said[:2]:
        return False
    short, long = sorted((clause, said), key=len)
    if short != long and len(short) < FEWEST_WORDS:
        return False
    left = iter(long)
    return all(word in left for word in short) and not differ(topic_of(" ".join(clause)), topic_of(" ".join(said)))
