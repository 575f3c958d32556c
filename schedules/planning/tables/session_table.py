"""Weekly calendars: a row for each day, a column for each part of it, the works and their people inside the cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from schedules.plan import Block, Due, Mention, Task
from schedules.planning.drafts import Draft, in_column
from schedules.planning.people.named import is_list_of_people, split_people
from schedules.planning.tables.columns import Role, header_role
from schedules.planning.tables.flat_cells import led_works
from schedules.planning.tables.rebuilt import is_rebuilt
from schedules.planning.tables.works import split_works
from schedules.planning.text.titles import name_of, title_of
from schedules.planning.text.weekdays import with_weekdays
from schedules.wording import Context, fold, when

DAY_HEADER = re.compile(r"^\W*(thu|ngay)\b")
SESSION = re.compile(r"^\W*(buoi\s+)?(sang|chieu|toi|ca ngay|trua)\W*$")
PEOPLE = re.compile(r"\s*\(([^()]+)\)[.;]?\s*$")


def session_drafts(blocks: Sequence[Block], context: Context) -> tuple[Draft, ...]:
    """Return the works of a day-by-session table; () when the table is none."""
    header = [fold(cell.text) for cell in blocks[0].cells]
    sessions = [at for at, text in enumerate(header) if SESSION.match(text)]
    if not is_session_header(header):
        return ()
    people = _people_columns([cell.text for cell in blocks[0].cells], sessions)
    return tuple(draft for block in blocks[1:] for draft in _row(block, sessions, people, context))


def is_session_header(texts: Sequence[str]) -> bool:
    """Whether a row of texts heads a table of days and the parts of a day."""
    header = [fold(text) for text in texts]
    return bool(header) and bool(DAY_HEADER.match(header[0])) and any(SESSION.match(text) for text in header)


def _people_columns(labels: Sequence[str], sessions: Sequence[int]) -> dict[int, int]:
    """Return for each session the column of its people: its own behind it, else the only one, which all share."""
    named = [at for at, text in enumerate(labels) if header_role(text) in {Role.LEAD, Role.LEAD_AND_HELP}]
    if len(named) == 1:
        return dict.fromkeys(sessions, named[0])
    ends = [*sessions[1:], len(labels)]
    own = {at: [one for one in named if at < one < end] for at, end in zip(sessions, ends, strict=True)}
    return {at: columns[0] for at, columns in own.items() if columns}


def _row(block: Block, sessions: Sequence[int], people: Mapping[int, int], context: Context) -> Iterator[Draft]:
    """Yield the works of a day; where two parts of it are one cell, a pasted row lacks it and ends in its people."""
    days = " ".join(block.cells[0].text.split())
    due = when(with_weekdays(days), in_column(context))
    due = replace(due, words=days) if days != with_weekdays(days) else due
    texts = [cell.text.strip() for cell in block.cells]
    last = max((at for at, text in enumerate(texts) if text), default=0)
    for at in sessions:
        if at > last or block.cells[at].merged_from is not None or (at == last and is_list_of_people(texts[at])):
            continue
        column = people.get(at, len(texts))
        behind = texts[last] if people and is_list_of_people(texts[last]) else ""
        yield from _cell(block, at, due, texts[column] if column <= last else behind)


def _cell(block: Block, at: int, due: Due, lead: str) -> Iterator[Draft]:
    cell = block.cells[at]
    for work in led_works(cell.text) or split_works(cell.text):
        people = PEOPLE.search(work)
        owners, helpers = split_people(people[1] if people else lead)
        title = title_of(work[: people.start()] if people else work) or name_of(work, ())
        mention = Mention(block.text if is_rebuilt(block) else work, cell.place, due)
        yield Draft(Task(title, due, (mention,), owners, helpers, confidence=0.9), in_table=True)
