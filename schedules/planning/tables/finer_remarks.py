"""A finer time of a row in another column ("Tháng 10 | … | Tuần 2" under "Ghi chú"): it is when the work is done."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from schedules.plan import Due, Precision
from schedules.planning.drafts import in_column
from schedules.planning.no_works.rests import is_rest
from schedules.planning.tables.cell_lines import filled_lines, flat
from schedules.planning.tables.columns import Columns, Role
from schedules.planning.tables.contents import STANDING, is_time, words_beside_time
from schedules.planning.tables.row import Row
from schedules.planning.tables.row_dues import due_of, each_time, names_own_day
from schedules.planning.tables.works import BULLET, split_works
from schedules.planning.text.weekdays import within
from schedules.proofreading.agreement import lies_in, span
from schedules.wording import Context, find, fold

LEAST_DAYS, WEEK = 4, 7
MONTH_ALONE = re.compile(r"^\s*(\d{1,2})\s*$")
UNREAD = frozenset({Role.OTHER, Role.HOW})


def with_finer_time(row: Row, columns: Columns, context: Context) -> Row:
    """Return the row with the time of another column as its own, where it lies within the coarser one the row has.

    A cell of several times speaks where the row has as many works; `context` is the row's. In a calendar of weeks a
    day of the week says it more finely than the days of that week.
    """
    if row.told.dated or row.extra_times or row.text(Role.END):
        return row
    works = split_works(row.text(Role.WORK))
    said = due_of(row, "", row.time, context)[0]
    if said.recurrence or (said.precision is Precision.DAY and not _is_week_of_calendar(row, said)):
        return row
    for cell in _beside(row, columns):
        lines = _times_in(row, cell, len(works), said, context)
        if lines and not _gainsaid(row, works, lines, context):
            # a weekday is that of the row's own week, which stands over it now
            texts = {**row.texts, Role.TIME: "\n".join(lines), Role.WEEK: ""}
            return replace(row, texts=texts, spans=(*row.spans, row.time) if row.time else row.spans)
    return row


def _beside(row: Row, columns: Columns) -> tuple[str, ...]:
    """Return the cells of columns no role took, those that a cell above speaks for among them."""
    taken = {at for role, at in columns.items() if role not in UNREAD}
    cells = row.block.cells if columns else ()
    merged = (
        cell.text.strip()
        for at, cell in enumerate(cells)
        if at not in taken and cell.merged_from and cell.merged_from.column == cell.place.column
    )
    return (*row.remarks, *filter(None, merged))


def _times_in(row: Row, cell: str, works: int, said: Due, context: Context) -> list[str]:
    """Return the times of a cell, one or a line for each of several works; [] unless all lie within what is said.

    Of one line with two times beside several works nobody can tell which is whose.
    """
    if named := _time_of_named(row, cell, said, context):
        return named
    lines = [BULLET.sub("", line).strip().rstrip(";,") for line in filled_lines(cell)]
    if len(lines) != works:
        lines = [flat(cell)]
    if works > len(lines) and len(each_time(row, lines[0], context)) > 1:
        return []
    return lines if all(_is_finer(row, line, said, context) for line in lines) else []


def _time_of_named(row: Row, cell: str, said: Due, context: Context) -> list[str]:
    """Return the times of a row's works, one told by what it begins with in another column ("Chuyên đề tuần 1")."""
    works, coarse = split_works(row.text(Role.WORK)), row.time or MONTH_ALONE.sub(r"Tháng \1", row.month_words)
    found = find(flat(cell), in_column(context))
    if len(works) < 2 or len(found) != 1 or not coarse or "\n" in coarse:  # noqa: PLR2004
        return []
    (one,), words = found, flat(cell)
    name = fold(words[: one.start]).strip(" :(–-")
    begun = [at for at, work in enumerate(works) if name and _begins(fold(BULLET.sub("", work)), name)]
    rest = words[one.end :].strip(" ).;")
    if len(begun) != 1 or rest or not _is_finer(row, one.quote, said, context):
        return []
    return [one.quote if at == begun[0] else coarse for at in range(len(works))]


def _begins(work: str, name: str) -> bool:
    """Whether a work begins with a name, and not only with some of its letters."""
    return work.startswith(name) and not work[len(name) : len(name) + 1].isalnum()


def _is_week_of_calendar(row: Row, said: Due) -> bool:
    """Whether the days of a row are those of the week it counts, "5 | 29/9 - 04/10", or that counts it above."""
    days = span(said)
    counted = bool(row.text(Role.WEEK)) or (not row.time and fold(said.words).startswith("tuan"))
    return counted and days is not None and LEAST_DAYS <= (days[1] - days[0]).days < WEEK


def _is_finer(row: Row, line: str, said: Due, context: Context) -> bool:
    if is_rest(line):
        return False  # "Nghỉ Tết 9 ngày": when nobody works
    told = within(line, said)
    beside = f"{line[: told.start]} {line[told.end :]}" if told else line
    if not (told and not words_beside_time(beside)) and (not is_time(line, context) or STANDING.match(fold(line))):
        return False
    due = told.due if told else due_of(row, "", line, context)[0]
    one, whole = span(due), span(said)
    if one is None or due.recurrence:
        return False
    if whole is None:
        return due.precision is Precision.DAY
    return one != whole and lies_in(one, whole)


def _gainsaid(row: Row, works: Sequence[str], lines: Sequence[str], context: Context) -> bool:
    """Whether a work names a day of its own on purpose that the time beside it does not hold."""
    times = list(lines) if len(lines) == len(works) else [lines[0]] * len(works)
    told = (
        (names_own_day(work, context), span(due_of(row, "", time, context)[0]))
        for work, time in zip(works, times, strict=True)
    )
    return any(own is not None and days is not None and not lies_in(own, days) for own, days in told)
