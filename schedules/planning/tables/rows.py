"""Table rows by the role of their columns: months filled down, standards carried, stray week cells gathered."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from schedules.plan import NO_DUE, Block, Cell, Due, Place
from schedules.planning.tables.asked_works import asked_of
from schedules.planning.tables.columns import Columns, Role, is_repeat
from schedules.wording import fold

MONTH = re.compile(r"\b(0?[1-9]|1[0-2])\b(?:\s*[/-]\s*(20\d\d))?")
SEVERAL_MONTHS = re.compile(r"\d\s*(?:-|den|,|\+|&|va)\s*(?:thang\s*)?\d{1,2}\b(?!\d)")
CALENDAR = re.compile(r"^\W*(?:thu\W+ngay|ngay(?:,? thu|,? thang)?|thu)\W*$")
MONTH_ONLY = re.compile(
    r"^\W*(?=[a-z]|.*20\d\d)(?:thang\s*|t\.?(?=0?[189]\b|1[0-2]|\d+\s*/\s*20))?(0?[1-9]|1[0-2])(?:\s*(?:[/-]|nam)\s*(20\d\d))?\W*$"
)
WHOLE_TIME = re.compile(
    r"^\W*(?:(?:thang |t\.?)?(?:0?[1-9]|1[0-2]) ?(?:[/.-]|nam) ?20\d\d|"
    r"(?:quy|hoc ky|hk) ?[ivx\d]{1,3}(?: ?[/-] ?20\d\d)?)\W*$"
)
WEEK_NUMBERS = re.compile(r"(?:[\d\s,;+&\-–—→]|->|đến|và)*\d\s*")
SHORT_WEEK = re.compile(r"\bT\.?\s*(?=(?:[89]|[1-4]\d)\b)")
"""“T13 - T16” in a column of weeks; “T2” may be a Monday."""

MONTH_ROW = re.compile(r"^\W*thang\s+(0?[1-9]|1[0-2])\b")
MONTH_OF_YEAR = re.compile(r"^(?:t\.? ?)?(?:0?[1-9]|1[0-2])\s*[/.-]\s*20\d\d\W*$|^t\.? ?(?:0?[189]|1[0-2])\W*$")
MONTH_LETTER = re.compile(r"^\W*t\.?\s*(?=\d)", re.IGNORECASE)
MONTH_LETTERS = re.compile(r"\bT\.?\s?(?=\d)", re.IGNORECASE)
SPAN = re.compile(r"^(?:(?:het|cuoi|dau|giua|trong)\s+)*(?:thang|tuan|quy|hoc ky|hk ?[i12]|nam hoc)\b")
NOTHING = re.compile(r"^[\s\-–—_.…/]*$")
STANDARD = re.compile(r"^\W*(\d\W+)?tieu chuan\s*\d")
TIME_ROW = re.compile(
    r"^\W*(?:[ivx]{1,4}[.)/]\s*|\d{1,2}[.)/]\s+)?(tuan|thang|hoc ky|quy|tu(?= (?:ngay )?\d)|"
    r"(?:(?:sang|chieu|toi|thu (?:\w{2,3}|\d)|chu nhat)[,\s]*(?:\(\s*)?)*ngay(?= \d)|dot(?=.*\d/))\b(?=.*(?:\d|\bi))"
)
SECTION_ROW = re.compile(r"^(?:[IVX]{1,4}|[A-HĐ])\s*[.)/:-]\s*\S")
COUNTED = re.compile(r"^\(?(?:\d{1,2}|[a-z]|[A-Z])\)?$")
COUNTED_ON = re.compile(r"^\s*(?:[2-9]|[1-9]\d)[.)]\s")
GROUP_NUMBER = re.compile(r"^[IVX]{1,4}\W*$|^[A-HĐ]\W*$")
FEWEST_EMPTY = 2
CRITERION = re.compile(r"(?<![\d.])(\d{1,2}\.\d{1,2})(?![\d/])")


@dataclass(frozen=True, slots=True)
class Row:
    """One row of work: its cells by role, and what rows above lend it.

    `remarks` are the cells of columns without a role, `spans` the words of the heading rows that are times,
    `told` the due that the place of the work in its table tells, `group` whom of several the row's time is for,
    `asked` the work that the head of its time column asks for.
    """

    block: Block
    texts: Mapping[Role, str]
    places: Mapping[Role, Place]
    month: int | None = None
    year: int | None = None
    month_words: str = ""
    standard: str | None = None
    criterion: str | None = None
    extra_times: tuple[tuple[str, Place], ...] = ()
    remarks: tuple[str, ...] = ()
    spans: tuple[str, ...] = ()
    told: Due = NO_DUE
    group: str = ""
    asked: str = ""

    def text(self, role: Role) -> str:
        """The text of a column, empty when the table has no such column."""
        return self.texts.get(role, "")

    @property
    def time(self) -> str:
        """The words that say when, from whichever column holds them."""
        start, end = self.text(Role.START), self.text(Role.END)
        if end:
            last = f"đến {_day_or_span(end)}"
            return f"từ {_day_or_span(start)} {last}" if start else last
        if start and Role.END in self.texts and not self.text(Role.TIME):
            return f"từ {_day_or_span(start)}"  # its end was left out or lost: the first day is no deadline
        week = self.text(Role.WEEK)
        weeks = f"Tuần {week}" if WEEK_NUMBERS.fullmatch(week) else SHORT_WEEK.sub("Tuần ", week)
        return self.text(Role.TIME) or weeks or start

    @property
    def time_words(self) -> str:
        """The words of the time columns as the plan has them, empty unless they stand in two."""
        return " – ".join(part for part in (self.text(Role.START), self.text(Role.END)) if part)


def rows_of(blocks: Sequence[Block], columns: Columns, header: int) -> list[Row]:
    """Return the rows of work in a table, in order; `header` is how many rows its header takes."""
    rows: list[Row] = []
    head = blocks[header - 1] if header else Block("", Place())
    asked = asked_of([cell.text for cell in head.cells], columns)
    for row in (replace(one, asked=asked) for one in _filled(blocks[header:], columns, head)):
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
    return rows


def _is_left_empty(row: Row) -> bool:
    """Whether a row without a work is one of its own that nothing was planned for: numbered, or a whole month."""
    return bool(row.text(Role.NUMBER)) or WHOLE_TIME.match(fold(row.time)) is not None


def _goes_on(row: Row) -> bool:
    """Whether a row is the rest of the one above, torn off by the end of a page: one cell, begun in lower case."""
    filled = [cell.text for cell in row.block.cells if cell.text.strip() and cell.merged_from is None]
    return len(filled) == 1 and filled[0].strip() == row.text(Role.WORK) and filled[0].strip()[:1].islower()


def _filled(blocks: Sequence[Block], columns: Columns, header: Block) -> Iterator[Row]:
    above = Row(header, {}, {})
    daily = _is_calendar(header, columns)
    for block in blocks:
        if is_repeat(block, header) or _is_counting(block):
            continue
        row = _row(block, columns, above)
        row = _with_day(row, above) if daily or _is_under(row, columns) else row
        row = _with_people(row, above, columns)
        if is_group(block, row, columns):
            above = replace(row, spans=_spans(above.spans, _only_text(block)))
            continue
        above = row
        yield row


def _with_day(row: Row, above: Row) -> Row:
    """In a calendar a day speaks for the rows under it that leave it empty."""
    if row.time or not row.text(Role.WORK) or not above.time:
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
    """Where people stand before their works, a row that leaves them empty is of those above it."""
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
    known = set(columns.values()) - {columns.get(Role.OTHER)}
    free = [cell for at, cell in enumerate(block.cells) if at not in known and not _is_spread(cell)]
    remarks = tuple(cell.text.strip() for cell in free if cell.text.strip() and cell.merged_from is None)
    row = Row(block, texts, places, above.month, above.year, above.month_words, above.standard, remarks=remarks)
    row = replace(row, group=texts.get(Role.ABOUT, ""))
    criteria = [cells[role].text.strip() for role in (Role.CRITERION, Role.TOPIC) if role in cells]
    none = any(text and NOTHING.match(text) for text in criteria)
    inherited = None if none else above.criterion
    return _with_criterion(_with_month(replace(row, spans=above.spans), columns), inherited)


def _with_month(row: Row, columns: Columns) -> Row:
    if Role.MONTH not in columns and Role.TIME in columns:
        return _with_month_as_time(row)
    words = row.text(Role.MONTH)
    if not words and _one_text(row.block) and MONTH_ROW.match(fold(row.block.text)):
        words = row.block.text
    if not words and row.month is None and row.month_words:
        words = row.month_words  # several months above speak for the rows that leave theirs empty
    bare = MONTH_LETTERS.sub("", words)
    if SEVERAL_MONTHS.search(fold(bare)):
        texts = {**row.texts, Role.TIME: row.text(Role.TIME) or (bare if "thang" in fold(bare) else f"Tháng {bare}")}
        return replace(row, texts=texts, month=None, year=None, month_words=words)
    match = MONTH.search(bare)
    if not match:
        return row
    return replace(row, month=int(match[1]), year=int(match[2]) if match[2] else None, month_words=words)


def _with_month_as_time(row: Row) -> Row:
    """A column of times may hold bare months: such a cell speaks for its row and the empty ones below it."""
    time = row.text(Role.TIME)
    match = MONTH_ONLY.match(fold(time))
    if match:
        texts = {**row.texts, Role.TIME: ""}
        year = int(match[2]) if match[2] else None
        return replace(row, texts=texts, month=int(match[1]), year=year, month_words=time)
    return replace(row, month=None, year=None, month_words="") if time else row


def _with_criterion(row: Row, inherited: str | None) -> Row:
    """Give a row its criterion; an empty cell stands under the one above, a dash says there is none."""
    group = next((cell.text for cell in row.block.cells if STANDARD.match(fold(cell.text))), None)
    if group and not row.text(Role.WORK):
        return replace(row, standard=" ".join(group.split()))
    words = row.text(Role.CRITERION) or row.text(Role.TOPIC)
    match = CRITERION.search(words)
    return replace(row, criterion=match[1] if match else None if words else inherited)


def is_group(block: Block, row: Row, columns: Columns) -> bool:
    """A row of one text in all its cells, or one that names a standard only, is a heading inside the table."""
    names_standard = STANDARD.match(fold(row.text(Role.CRITERION))) is not None
    alone = names_standard and not row.text(Role.WORK)
    return _one_text(block) or alone or _is_counted_group(block) or _is_alone(block, columns)


def _is_counting(block: Block) -> bool:
    """Whether a row only numbers the columns: "(1) | (2) | (3)"."""
    filled = [cell.text.strip() for cell in block.cells if cell.text.strip()]
    return len(filled) > 2 and all(COUNTED.match(text) for text in filled)  # noqa: PLR2004


def _is_counted_group(block: Block) -> bool:
    """Whether a row is "II | Thu, chi tài chính": a Roman number or a letter, and one text that may spread."""
    own = [cell.text.strip() for cell in block.cells if cell.merged_from is None and cell.text.strip()]
    return len(own) == 2 and bool(GROUP_NUMBER.match(own[0])) and block.cells[0].text.strip() == own[0]  # noqa: PLR2004


def _is_alone(block: Block, columns: Columns) -> bool:
    """Whether a row has one text only, in its first cell, that is a time or headed like a section of the table."""
    filled = [at for at, cell in enumerate(block.cells) if cell.text.strip() and cell.merged_from is None]
    if filled != [0] or any(cell.text.strip() for cell in block.cells[1:]):
        return False
    text = block.cells[0].text
    if columns.get(Role.WORK) == 0 or columns.get(Role.MONTH) == 0:
        return bool(SECTION_ROW.match(text.strip())) or (columns.get(Role.WORK) == 0 and _unit(text) is not None)
    return bool(SECTION_ROW.match(text.strip())) or _unit(text) in {"tuan", "hoc ky"} or _unit(text) == "thang"


def _unit(text: str) -> str | None:
    """Return the unit of time a heading row begins with, None when it is no time."""
    match = TIME_ROW.match(fold(text))
    return match[1] if match else None


def _spans(above: tuple[str, ...], text: str) -> tuple[str, ...]:
    """Return the times a row under a heading row stands in: a week keeps its month, anything wider begins anew."""
    unit = _unit(text)
    if unit is None:
        return above
    order = {"hoc ky": 0, "quy": 1, "thang": 2}
    kept = (words for words in above if order.get(_unit(words) or "", 3) < order.get(unit, 3))
    return (*kept, text)


def _only_text(block: Block) -> str:
    return next((cell.text.strip() for cell in block.cells if cell.text.strip()), "")


def _is_spread(cell: Cell) -> bool:
    """Whether a cell only repeats the one to its left, which spreads over it."""
    origin = cell.merged_from
    return origin is not None and origin.row == cell.place.row and origin.column != cell.place.column


def _one_text(block: Block) -> bool:
    merged = {cell.merged_from for cell in block.cells if cell.merged_from}
    return len({cell.text.strip() for cell in block.cells}) == 1 and bool(merged)


def _without_dash(text: str) -> str:
    """Return the words of a cell, "" where it only marks that it holds none: "-", "…"."""
    return "" if NOTHING.match(text) else text.strip()


def _day_or_span(text: str) -> str:
    """Return the words of a beginning or end as they follow "từ" and "đến": a day with its name, a month, a week."""
    bare = re.sub(r"^\W*(từ|đến|ngày)\s+", "", text.strip(), flags=re.IGNORECASE)
    plain = fold(bare)
    if MONTH_OF_YEAR.match(plain):
        return f"tháng {MONTH_LETTER.sub('', bare)}"
    return f"{bare[:1].lower()}{bare[1:]}" if SPAN.match(plain) else f"ngày {bare}"
