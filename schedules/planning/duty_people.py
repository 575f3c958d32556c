"""Who does a dated work that names nobody, told without a day among who does what: "Giao cô Hà niêm yết …"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from schedules.planning.drafts import Draft
from schedules.planning.duty_clauses import Listed, is_of, lists_in, words_of
from schedules.planning.outline import Item, Part
from schedules.planning.people.helpers import helped_by
from schedules.planning.people.named import is_list_of_people, named_in, split_people
from schedules.planning.people.names import People
from schedules.planning.people.persons import are_doers, names_beside
from schedules.planning.people.subjects import named_before_colon, subject_of
from schedules.planning.text.worn_people import Restorer, restorer
from schedules.wording import fold

Words = tuple[str, ...]
HANDS_OUT = re.compile(
    r"\W*(?:bang )?(?:phan cong|giao)(?: (?:nhiem vu|trach nhiem|cong viec|thuc hien|phu trach|cu the|to chuc|cong tac|"
    r"cho|cac|bo phan|thanh vien|ca nhan|don vi|va))*\W*"
)
"""“V. PHÂN CÔNG”: a heading over lines that each tell what somebody does."""


@dataclass(frozen=True, slots=True)
class _Duty:
    """Whom an undated line names, and the lists of what they do."""

    owners: People
    helpers: People
    lists: tuple[Listed, ...]


def with_duty_people(drafts: Sequence[Draft], items: Sequence[Item]) -> tuple[Draft, ...]:
    """Return the drafts, a dated one nobody is named for done by those an undated line of the carrying out gives it.

    Its words must be those of the line; where two lines name others, nobody can tell.
    """
    right = restorer("\n".join(item.block.text for item in items))
    duties = [*_lines(drafts, items, right), *_rows(drafts, right)]
    if not duties:
        return tuple(drafts)
    works = [words_of(right(draft.task.title)) for draft in drafts]
    told = [(duty, tuple(clause for one in duty.lists for clause in one.of(works))) for duty in duties]
    return tuple(_done(draft, said, told) for draft, said in zip(drafts, works, strict=True))


def _done(draft: Draft, said: Words, told: Sequence[tuple[_Duty, tuple[Words, ...]]]) -> Draft:
    task = draft.task
    if task.owners or not task.due.dated or names_beside(task.mentions[0].quote):
        return draft
    given = [duty for duty, clauses in told if any(is_of(clause, said) for clause in clauses)]
    if len({fold("; ".join(duty.owners)) for duty in given}) != 1:
        return draft
    named = replace(task, owners=given[0].owners, helpers=task.helpers or given[0].helpers)
    return replace(draft, task=named, handed_down=True)


def _lines(drafts: Sequence[Draft], items: Sequence[Item], right: Restorer) -> Iterator[_Duty]:
    """Yield what the undated lines of the part on carrying out hand to somebody."""
    dated = {draft.task.mentions[0].place for draft in drafts}
    for item in items:
        if item.block.is_row or item.block.place in dated or not _hands_out(item):
            continue
        line = right(item.body)
        told = named_before_colon(line)
        owners, helpers, _ = ((), (), "") if told else named_in(line)
        if named := told or owners or subject_of(line) or _over(item):
            helpers = helpers or helped_by(line)
            yield _Duty(named, helpers, tuple(lists_in(line, (*named, *helpers))))


def _hands_out(item: Item) -> bool:
    """Whether a line stands where a plan says who does what."""
    told = any(HANDS_OUT.fullmatch(fold(heading)) for heading in item.headings)
    return item.part is Part.CARRYING_OUT or (told and item.part is Part.CONTENT)


def _over(item: Item) -> People:
    """Return those a heading names and tells nothing of, over what they do: "2. Phó Hiệu trưởng"."""
    heading = item.headings[-1] if item.headings else ""
    return split_people(heading)[0] if is_list_of_people(heading) and are_doers(heading) else ()


def _rows(drafts: Sequence[Draft], right: Restorer) -> Iterator[_Duty]:
    """Yield what the rows of a table without times hand to somebody: "Khám sức khỏe đợt 1, đợt 2 | Y tế"."""
    for draft in drafts:
        task = draft.task
        if draft.in_table and task.owners and not task.due.dated and not task.due.comes_again:
            yield _Duty(task.owners, task.helpers, tuple(lists_in(right(task.title), ())))
