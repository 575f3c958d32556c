"""Weekly calendars: a row for each day, a column for each part of it, the works and their people inside the cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from schedules.plan import Block, Due, Mention, Task
from schedules.planning.drafts import Draft, in_column
from schedules.planning.people.named import split_people
from schedules.planning.tables.columns import Role, header_role
from schedules.planning.tables.works import split_works
from schedules.planning.text.titles import name_of, title_of
from schedules.planning.torn.rebuilt import is_rebuilt
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
    due = when(" ".join(block.cells[0].text.split()), in_column(context))
    for at in sessions:
        if at < len(block.cells) and block.cells[at].merged_from is None:
            column = people.get(at, len(block.cells))
            yield from _cell(block, at, due, block.cells[column].text if column < len(block.cells) else "")


def _cell(block: Block, at: int, due: Due, lead: str) -> Iterator[Draft]:
    cell = block.cells[at]
    for work in split_works(cell.text):
        people = PEOPLE.search(work)
        owners, helpers = split_people(people[1] if people else lead)
        title = title_of(work[: people.start()] if people else work) or name_of(work, ())
        mention = Mention(block.text if is_rebuilt(block) else work, cell.place, due)
        yield Draft(Task(title, due, (mention,), owners, helpers, confidence=0.9), in_table=True)
