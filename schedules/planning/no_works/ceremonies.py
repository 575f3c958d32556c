"""Programmes by the hour of one ceremony on one day: the ceremony is the work, the rows of its table its details.

Those told in lines are left out where works are read (`hour_lines.py`); here what stands over them becomes one work.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from schedules.plan import Mention, Place, Task
from schedules.planning.drafts import Draft, Understood
from schedules.planning.no_works.details import details_finding
from schedules.planning.no_works.hour_lines import hour_lines
from schedules.planning.no_works.programme_words import (
    ANNOUNCES,
    CEREMONY,
    DAY,
    HANDED_IN,
    is_unnamed,
    lines_over,
    unlabelled,
)
from schedules.planning.outline import Item, Part, is_capitals
from schedules.planning.tables.programmes import begins_with_hours, is_hours, on_one_day
from schedules.planning.text.title_spans import behind_celebration
from schedules.planning.text.titles import title_of
from schedules.planning.weeks.counted import sureness
from schedules.proofreading.naming import CAPITALS
from schedules.wording import Context, find, fold

FEWEST_ROWS = 2
OPENS_ONLY = re.compile(r"^\W*(?:chuong trinh|kich ban|tien trinh|lich trinh|noi dung)\b")
CELEBRATES = re.compile(r"^(?:to chuc )?(?:buoi )?(?:le|mit tinh|le mit tinh) (?:ky|ki) niem$")
OCCASION = re.compile(
    rf"\bNgày (?=[{CAPITALS}])[^\W\d_]+(?: (?!(?:như|của|tại|theo|năm|với|và|trong|cho)\b)[^\W\d_]+)*"
)
"""“Lễ kỷ niệm” asks what for: the title of the plan tells."""


@dataclass(frozen=True, slots=True)
class _Programme:
    """A table of hours: its number, what stands over it, nearest first, and the ceremony named there.

    `bare` is its name without the feast that the title of the plan adds; one told in lines has no table.
    """

    table: int | None
    over: tuple[Item, ...]
    name: str
    bare: str
    lines: frozenset[int] = frozenset()

    def has(self, place: Place) -> bool:
        """Whether something stands in the table, which a scan may have torn to lines."""
        if self.table is None:
            return False
        return place.table == self.table or (place.table is None and place.line in self.lines)


def with_ceremonies(found: Understood, items: Sequence[Item], context: Context) -> Understood:
    """Return what was read, the rows of a programme told as details of the one work that the ceremony is."""
    drafts, findings = list(found.drafts), list(found.findings)
    for over in _programmes(items, context):
        rows = [draft for draft in drafts if over.has(draft.task.mentions[0].place)]
        others = [draft for draft in drafts if not any(draft is row for row in rows)]
        programme = over if over.name else replace(over, name=_only_ceremony(rows, others))
        told = rows or programme.table is None
        held = _held(programme, rows, others, context) if told and programme.name else None
        places = {item.block.place for item in programme.over}
        if not held and rows:
            drafts = [draft for draft in drafts if not (_only_opens(draft, places) and is_unnamed(draft.task.title))]
        if held:
            kept = [draft for draft in others if draft is not held[0] and not _only_opens(draft, places)]
            at = next((number for number, draft in enumerate(others) if draft is held[0]), len(kept))
            drafts = [*kept[:at], held[1], *kept[at:]]
            if rows:
                findings.append(
                    details_finding(held[1], rows, f"Chương trình {len(rows)} mục theo giờ trong bảng", "mục")
                )
    return replace(found, drafts=tuple(drafts), findings=tuple(findings))


def _programmes(items: Sequence[Item], context: Context) -> Iterator[_Programme]:
    numbered = [(at, item) for at, item in enumerate(items) if item.block.is_row]
    for table, group in groupby(numbered, key=lambda pair: pair[1].block.place.table):
        rows = list(group)
        if table is None or not _tells_hours([item for _, item in rows]):
            continue
        over = tuple(lines_over(items, rows[0][0]))
        lines = frozenset(line for _, item in rows if (line := item.block.place.line) is not None)
        if found := _programme(items, over, rows[0][1].headings, context):
            yield replace(found, table=table, lines=lines)
    for head in sorted(set(hour_lines(items).values())):
        over = tuple(_up_to_ceremony(lines_over(items, head + 1)))
        if found := _programme(items, over, items[head].headings, context):
            yield found


def _up_to_ceremony(over: Iterable[Item]) -> Iterator[Item]:
    """Yield the lines over a programme, nearest first, up to that which names what it is of."""
    for item in over:
        yield item
        if CEREMONY.match(fold(unlabelled(item.body))):
            return


def _programme(
    items: Sequence[Item], over: tuple[Item, ...], headings: Sequence[str], context: Context
) -> _Programme | None:
    """Return the programme that lines and headings open, None where none does."""
    texts = (*(item.body for item in over), *reversed(headings))
    name = next(filter(None, (_ceremony(text, context) for text in texts)), "")
    if not name and not any(map(is_unnamed, texts)):
        return None
    told = f"{name}{_occasion(items)}" if CELEBRATES.search(fold(name)) else name
    return _Programme(None, over, told, name)


def _occasion(items: Sequence[Item]) -> str:
    """Return the day the title of a plan is about, with a blank before it: "… kỷ niệm Ngày Sách Việt Nam"; else ""."""
    head = [item.body for item in items if item.part is Part.HEAD and not item.block.is_row]
    found = {" ".join(match[0].split()) for text in head for match in OCCASION.finditer(text)}
    return f" {found.pop()}" if len(found) == 1 else ""


def _tells_hours(rows: Sequence[Item]) -> bool:
    """Whether a column holds an hour in each row but the header, no row a day, and none has anything handed in."""
    body = [item.block for item in rows[1:]]
    if len(body) < FEWEST_ROWS or any(DAY.search(fold(row.text)) or HANDED_IN.search(fold(row.text)) for row in body):
        return False
    width = min(len(row.cells) for row in body)
    columns = [[" ".join(row.cells[at].text.split()) for row in body] for at in range(width)]
    return any(
        all(is_hours(cell) or begins_with_hours(cell) for cell in cells) and _mostly_hours(cells) for cells in columns
    )


def _mostly_hours(cells: Sequence[str]) -> bool:
    """Whether most cells are nothing but hours: of one row a scan may have lost the bar behind them."""
    return 2 * sum(map(is_hours, cells)) > len(cells)


def _ceremony(text: str, context: Context) -> str:
    """Return the ceremony a line over a programme names, without its time; "" where it names none."""
    dated = [one for one in find(text, context) if one.due.dated and any(sign.isdigit() for sign in one.quote)]
    spans = [
        behind_celebration(text, one.start, one.end) for one in dated
    ]  # "Lễ khai giảng" is a day to the calendar, and the name itself
    named = unlabelled(ANNOUNCES.sub("", title_of(text, spans)))
    named = named.capitalize() if is_capitals(named) else f"{named[:1].upper()}{named[1:]}"
    return named if CEREMONY.match(fold(named)) and not named.startswith("Lê ") else ""


def _only_ceremony(rows: Sequence[Draft], others: Sequence[Draft]) -> str:
    """Return the name of the one ceremony that another line holds on the day of a programme; "" without one.

    A programme without a day is of the one ceremony of the whole plan.
    """
    days = {_day_of(row) for row in rows}
    held = [draft for draft in others if _day_of(draft) and CEREMONY.match(fold(draft.task.title))]
    found = held if days == {None} else [draft for draft in held if {_day_of(draft)} == days]
    return found[0].task.title if len({(draft.task.title, _day_of(draft)) for draft in found}) == 1 else ""


def _held(
    programme: _Programme, rows: Sequence[Draft], others: Sequence[Draft], context: Context
) -> tuple[Draft | None, Draft] | None:
    """Return the draft of the ceremony as it was read, None where it has to be made, and as it is to be told."""
    places = {item.block.place for item in programme.over}
    above = [one for one in others if one.task.mentions[0].place in places and _day_of(one)]
    called = fold(programme.bare or programme.name)
    named = [one for one in others if called in fold(one.task.title) and _day_of(one)]
    if all(_only_opens(one, places) for one in above):
        days = {_day_of(one) for one in above}
        above = [one for one in named if _day_of(one) in days and not _only_opens(one, places)] or above
    days = {_day_of(one) for one in above} | {one.task.due.day for one in rows if one.task.due.dated}
    known = above or [one for one in named if not days or _day_of(one) in days]
    days = days or {_day_of(one) for one in known}
    if len(days) != 1:
        return None
    if not known:
        made = next(filter(None, (_made(programme, item, days, context) for item in programme.over)), None)
        return (None, made) if made else None
    best = next((one for one in known if CEREMONY.match(fold(one.task.title))), known[0])
    plain = ANNOUNCES.sub("", best.task.title)
    own = plain if CEREMONY.match(fold(plain)) and not is_capitals(plain) else programme.name
    return best, replace(best, task=replace(best.task, title=own))


def _day_of(draft: Draft) -> date | None:
    due = draft.task.due
    return None if due.recurrence else on_one_day(due).day


def _made(programme: _Programme, item: Item, days: set[date | None], context: Context) -> Draft | None:
    """Return the draft of a ceremony out of the line over its programme that tells its day, None for another line."""
    dues = [one.due for one in find(item.body, context) if one.due.dated]
    if len(dues) != 1 or on_one_day(dues[0]).day not in days:
        return None
    mention = Mention(item.block.text.strip(), item.block.place, dues[0])
    return Draft(Task(programme.name, dues[0], (mention,), confidence=sureness(dues[0])), item.headings)


def _only_opens(draft: Draft, places: AbstractSet[Place]) -> bool:
    """Whether a draft is only the line that opens the programme: "Chương trình:"."""
    return draft.task.mentions[0].place in places and OPENS_ONLY.match(fold(draft.task.title)) is not None
