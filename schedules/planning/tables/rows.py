"""Table rows by the role of their columns: months and criteria filled down, stray week cells gathered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from schedules.plan import Block, Cell, Place
from schedules.planning.people.at_end import HELP
from schedules.planning.people.names import folded
from schedules.planning.people.slashed import is_slashed
from schedules.planning.tables.asked_works import asked_of, time_head_of
from schedules.planning.tables.begun_days import with_begun_day
from schedules.planning.tables.columns import PEOPLE, Columns, Role, is_repeat
from schedules.planning.tables.group_rows import (
    STANDARD,
    is_counting,
    is_group,
    is_of_signing,
    is_sum_row,
    people_over,
    times_under,
)
from schedules.planning.tables.lost_bars import parted_again
from schedules.planning.tables.own_rhythms import says_rhythm
from schedules.planning.tables.rebuilt import is_rebuilt
from schedules.planning.tables.row import Row
from schedules.planning.tables.row_months import with_month
from schedules.planning.tables.timelines import counted_rows
from schedules.wording import fold

CALENDAR = re.compile(r"^\W*(?:thu\W+ngay|ngay(?:,? thu|,? thang)?|thu)\W*$")
WHOLE_TIME = re.compile(
    r"^\W*(?:(?:thang |t\.?)?(?:0?[1-9]|1[0-2]) ?(?:[/.-]|nam) ?20\d\d|"
    r"(?:quy|hoc ky|hk) ?[ivx\d]{1,3}(?: ?[/-] ?20\d\d)?)\W*$"
)
NOTHING = re.compile(r"^[\s\-–—_.…/]*$")
COUNTED_ON = re.compile(r"^\s*(?:[2-9]|[1-9]\d)[.)]\s")
SAME = re.compile(r"\W*(?:nt|n/t|nhu tren)\W*|[\s\"“”″'’-]*[\"“”″][\s\"“”″'’-]*")
"""“nt”, “Như trên” and ditto marks: the people of the row above."""

WHEN_AND_HOW = re.compile(r"\b(?:hinh thuc|cach thuc|dia diem|phuong thuc)\b")
TELLS_TIME = re.compile(
    r"\d|\b(?:ngay|tuan|thang|thu|chu nhat|sang|chieu|toi|truoc|sau|cuoi|dau|giua|quy|hoc k[yi]|nam|hang|moi|"
    r"thuong xuyen|dinh k[yi]|lien tuc|suot|khi|lich|dot)\b"
)
"""Words of a time, or of a rhythm, in a cell that may as well only tell how: "Tự học, thảo luận tại tổ"."""

FEWEST_EMPTY = 2
NAMED = re.compile(r"^\W*tieu chi\s+(\d{1,2}\.\d{1,2})(?![\d/])")
CRITERION = re.compile(r"(?<![\d.])(\d{1,2}\.\d{1,2})(?!\d|/\d{2})")


def rows_of(blocks: Sequence[Block], columns: Columns, header: int) -> list[Row]:
    """Return the rows of work in a table, in order; `header` is how many rows its header takes."""
    rows: list[Row] = []
    head = blocks[header - 1] if header else Block("", Place())
    labels = [cell.text for cell in head.cells]
    asked, time_head = asked_of(labels, columns), time_head_of(labels, columns)
    for row in (replace(one, asked=asked, time_head=time_head) for one in _filled(blocks[header:], columns, head)):
        if rows and _goes_on(row):
            work = f"{rows[-1].text(Role.WORK)}\n{row.text(Role.WORK)}"
            rows[-1] = replace(rows[-1], texts={**rows[-1].texts, Role.WORK: work})
            continue
        stray = not row.text(Role.WORK) and bool(row.time)
        if stray and rows and rows[-1].month == row.month and not _is_left_empty(row):
            place = row.places.get(Role.TIME) or row.places.get(Role.WEEK) or row.block.place
            rows[-1] = replace(rows[-1], extra_times=(*rows[-1].extra_times, (row.time, place)))
        elif row.text(Role.WORK) or row.time:
            rows.append(row)
    return _with_leads_alone(rows)


def _with_leads_alone(rows: list[Row]) -> list[Row]:
    """Where strokes part who leads from who helps in a column, all its cells without one names lead."""
    mixed = [row.text(Role.LEAD_AND_HELP) for row in rows]
    if not any(map(is_slashed, mixed)):
        return rows
    return [
        row if is_slashed(text) or not text or HELP.search(folded(text)) else replace(row, texts=_led(row.texts))
        for row, text in zip(rows, mixed, strict=True)
    ]


def _led(texts: Mapping[Role, str]) -> Mapping[Role, str]:
    return {Role.LEAD if role is Role.LEAD_AND_HELP else role: text for role, text in texts.items()}


def _is_left_empty(row: Row) -> bool:
    """Whether a row without a work is one of its own that nothing was planned for: numbered, or a whole month."""
    return bool(row.text(Role.NUMBER)) or WHOLE_TIME.match(fold(row.time)) is not None


def _goes_on(row: Row) -> bool:
    """Whether a row is the rest of the one above, torn off by the end of a page: one cell, begun in lower case."""
    filled = [cell.text for cell in row.block.cells if cell.text.strip() and cell.merged_from is None]
    return len(filled) == 1 and filled[0].strip() == row.text(Role.WORK) and filled[0].strip()[:1].islower()


def _filled(blocks: Sequence[Block], columns: Columns, header: Block) -> Iterator[Row]:
    above = Row(header, {}, {})
    daily, counted = _is_calendar(header, columns), counted_rows(blocks, columns)
    for at, block in enumerate(blocks):
        if is_repeat(block, header) or is_counting(block) or is_sum_row(block) or is_of_signing(block):
            continue
        row = _row(parted_again(block, columns) if is_rebuilt(block) else block, columns, above)
        row = with_begun_day(row, columns)
        row = _with_week(_of_its_month(row, header, columns), above, columns)
        timeless = at < counted and not row.block.cells[0].text.strip()
        row = _with_day(row, above) if daily or timeless or _is_under(row, columns) else row
        row = _with_people(row, above, columns)
        if is_group(block, row, columns):
            above = replace(row, spans=times_under(above.spans, block), headed=people_over(block, above.headed))
            continue
        above = row
        yield row


def _of_its_month(row: Row, header: Block, columns: Columns) -> Row:
    """Where a column tells when and how, a cell that only tells how leaves the row to its month."""
    at, time = columns.get(Role.TIME, len(header.cells)), fold(row.text(Role.TIME))
    if not row.month or not time or at >= len(header.cells) or not WHEN_AND_HOW.search(fold(header.cells[at].text)):
        return row
    return row if TELLS_TIME.search(time) else replace(row, texts={**row.texts, Role.TIME: ""})


def _with_week(row: Row, above: Row, columns: Columns) -> Row:
    """A row without its week is of the week above it: where its time only says "Cả tuần", or the weeks stand first."""
    first = columns.get(Role.WEEK) == 0 and Role.TIME not in columns and bool(row.text(Role.WORK))
    if not (row.text(Role.TIME) or first) or row.text(Role.WEEK) or not above.text(Role.WEEK):
        return row
    return replace(row, texts={**row.texts, Role.WEEK: above.text(Role.WEEK)})


def _with_day(row: Row, above: Row) -> Row:
    """In a calendar a day speaks for the rows under it that leave it empty, but for work that says its own rhythm."""
    if row.time or not row.text(Role.WORK) or not above.time or says_rhythm(row.text(Role.WORK)):
        return row
    return replace(row, texts={**row.texts, Role.TIME: above.time})


def _is_under(row: Row, columns: Columns) -> bool:
    """Whether a row leaves all cells before its work empty, a time's and another's: merged ones, pasted as text.

    Where the time is the only one before it, the works have to be counted on.
    """
    at = columns.get(Role.WORK, 0)
    empty = not any(cell.text.strip() for cell in row.block.cells[:at])
    told = at >= FEWEST_EMPTY or COUNTED_ON.match(row.text(Role.WORK))
    return empty and bool(told) and columns.get(Role.TIME, at) < at


def _with_people(row: Row, above: Row, columns: Columns) -> Row:
    """Where people stand before their works, a row that leaves them empty is of those above it; a ditto always is."""
    same = {role: above.text(role) for role in PEOPLE if SAME.fullmatch(fold(row.text(role)))}
    row = replace(row, texts={**row.texts, **same}) if same else row
    first = columns.get(Role.LEAD, columns.get(Role.WORK, 0)) < columns.get(Role.WORK, 0)
    if not first or row.text(Role.LEAD) or not row.text(Role.WORK) or row.text(Role.NUMBER):
        return row
    return replace(row, texts={**row.texts, Role.LEAD: above.text(Role.LEAD)})


def _is_calendar(header: Block, columns: Columns) -> bool:
    """Whether the days stand first, before what is done on them."""
    at = columns.get(Role.TIME)
    if at is None or at >= columns.get(Role.WORK, 0) or at >= len(header.cells):
        return False
    return CALENDAR.match(fold(header.cells[at].text)) is not None


def _row(block: Block, columns: Columns, above: Row) -> Row:
    cells = {role: block.cells[at] for role, at in columns.items() if at < len(block.cells)}
    texts = {role: "" if _is_spread(cell) else _without_dash(cell.text) for role, cell in cells.items()}
    places = {role: cell.place for role, cell in cells.items()}
    known = set(columns.values()) - {columns.get(Role.OTHER), columns.get(Role.HOW)}
    free = [cell for at, cell in enumerate(block.cells) if at not in known and not _is_spread(cell)]
    remarks = tuple(cell.text.strip() for cell in free if cell.text.strip() and cell.merged_from is None)
    row = Row(block, texts, places, above.month, above.year, above.month_words, above.standard, remarks=remarks)
    row = replace(row, group=texts.get(Role.ABOUT, ""))
    criteria = [cells[role].text.strip() for role in (Role.CRITERION, Role.TOPIC) if role in cells]
    none = any(text and NOTHING.match(text) for text in criteria)
    inherited = above.criterion if (not none if criteria else _is_below(block, above)) else None
    return _with_criterion(with_month(replace(row, spans=above.spans, headed=above.headed), columns), inherited)


def _is_below(block: Block, above: Row) -> bool:
    """Whether, without a column of criteria, a row is of a line over it that may name one: another line ends it."""
    return not _is_line(block) and (_is_line(above.block) or _named(above) is None)


def _is_line(block: Block) -> bool:
    return len({cell.text for cell in block.cells if cell.text.strip()}) == 1


def _with_criterion(row: Row, inherited: str | None) -> Row:
    """Give a row its criterion; an empty cell stands under the one above, a dash says there is none."""
    group = next((cell.text for cell in row.block.cells if STANDARD.match(fold(cell.text))), None)
    if group and not row.text(Role.WORK):
        return replace(row, standard=" ".join(group.split()))
    words = row.text(Role.CRITERION) or row.text(Role.TOPIC)
    # a scan that lost a bar of the header leaves the column of criteria without its name
    match = CRITERION.search(words) or (None if words else _named(row))
    return replace(row, criterion=match[1] if match else None if words else inherited)


def _named(row: Row) -> re.Match[str] | None:
    """Return the number of the first cell that begins as a criterion does: “Tiêu chí 1.6: …”."""
    return next((match for cell in row.block.cells if (match := NAMED.match(fold(cell.text)))), None)


def _is_spread(cell: Cell) -> bool:
    """Whether a cell only repeats the one to its left, which spreads over it."""
    origin = cell.merged_from
    return origin is not None and origin.row == cell.place.row and origin.column != cell.place.column


def _without_dash(text: str) -> str:
    """Return the words of a cell, "" where it only marks that it holds none: "-", "…"."""
    return "" if NOTHING.match(text) else text.strip()
