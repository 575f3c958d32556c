"""Deadlines in tables: month and week appendices, step tables, and the improvement table of nine columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from schedules.plan import Block, Due, Duty, Finding, Mention, Place, Task
from schedules.planning.counted_weeks import sureness
from schedules.planning.drafts import Draft, Understood, WeekWords, in_column
from schedules.planning.outline import Item
from schedules.planning.people.cooperation import handed_in_by, students_of
from schedules.planning.people.named import named_in, split_people, subject_of
from schedules.planning.people.persons import are_people
from schedules.planning.tables.asked_works import asked_title
from schedules.planning.tables.column_contents import holds_times, read_columns
from schedules.planning.tables.columns import Columns, Role, by_labels
from schedules.planning.tables.continued_table import Headed, begun_anew, continued
from schedules.planning.tables.evidence import with_evidence
from schedules.planning.tables.flat_cells import unflattened
from schedules.planning.tables.group_table import group_table
from schedules.planning.tables.labelled_times import labelled_rows
from schedules.planning.tables.matrix_table import matrix_rows
from schedules.planning.tables.member_table import as_duties, is_of_members
from schedules.planning.tables.money import budget_of, is_sum
from schedules.planning.tables.own_days import dated_apart
from schedules.planning.tables.record_table import record_rows
from schedules.planning.tables.row_dues import due_of, each_time, row_context
from schedules.planning.tables.rows import Row, rows_of
from schedules.planning.tables.second_times import SecondTime, second_times, with_second_times
from schedules.planning.tables.session_table import session_drafts
from schedules.planning.tables.table_doubts import (
    impossible_time,
    left_times,
    no_columns,
    run_together,
    stray_time,
    told_by_contents,
    uneven,
    unknown_time,
)
from schedules.planning.tables.works import BULLET, jobs_in, pair, split_sentences, split_works
from schedules.planning.tables.worn_rows import mended
from schedules.planning.text.titles import name_of
from schedules.planning.torn.rebuilt import is_rebuilt, sure_of
from schedules.proofreading.agreement import span
from schedules.wording import Context, find, fold, when

STANDING = re.compile(
    r"thuong xuyen|dinh ki|dinh ky|hang ngay|hang ngay|lien tuc|khi co|ca nam|quanh nam|theo lich|theo yeu cau"
)
GOES_ON = re.compile(r"(?:[-–—,;:+&/]|\b(?:den|tu|va|ngay|truoc|thang|tuan|nam|hoc ky|thu \w+))\s*$")
BARE_WEEK = re.compile(
    r"^\W*(?:(?:tu\s+)?tuan\s+(?:thu\s+)?[^\s-]{1,4}(?:\s*(?:[-,;&+]|den|va)\s*(?:tuan\s+)?[^\s-]{1,4}){0,5}|"
    r"thu\s+\S{1,4}|chu nhat)\W*$"
)
DAYS = re.compile(r"^\W*(?:(?:tu|ngay|tu ngay)\s+)?\d{1,2}\s*(?:(?:[-–]|den)\s*(?:ngay\s+)?\d{1,2}\s*)?[/.]\s*\d")
WEEKS = re.compile(r"\btuan\b")
FEWEST_ROWS = 3
LONGEST_QUOTE = 700


def table_drafts(items: Sequence[Item], context: Context) -> Understood:
    """Return the works of every table whose header is understood; say so where a dated one is not."""
    found = Understood()
    rows = [item for item in items if item.block.is_row]
    above = Headed()
    for _, group in groupby(rows, key=lambda item: item.block.place.table):
        members = list(group)
        for blocks in begun_anew(mended([item.block for item in members])):
            read, above = _one_table(blocks, above, context, members[0])
            found += read
    return found


def _one_table(blocks: Sequence[Block], above: Headed, context: Context, first: Item) -> tuple[Understood, Headed]:
    """Return the works of one table and what is known for the tables below it."""
    if sessions := session_drafts(blocks, context):
        return Understood(sessions), above
    if grouped := group_table(blocks, context):
        return _table(grouped.rows, grouped.columns, context, first.headings), above
    if laid := matrix_rows(blocks, context) or record_rows(blocks):
        return _table(laid, {}, context, first.headings), above
    here = Headed(*read_columns(blocks, context), max(len(block.cells) for block in blocks))
    if holds_times(above.columns, blocks, context):
        here = continued(above, blocks, here.columns, here.rows)
    return _group(blocks, here, context, first), here if here.columns else above


def _group(blocks: Sequence[Block], headed: Headed, context: Context, first: Item) -> Understood:
    """Return the works of one table; `first` is the item of its first row."""
    if not headed.columns:
        return _not_understood(blocks, context)
    rows = rows_of(blocks, headed.columns, headed.rows)
    second = second_times(headed.columns, blocks, headed.rows, context)
    found = _table(rows, headed.columns, context, first.headings, second)
    if is_of_members(headed.columns, blocks[: headed.rows]):
        found = as_duties(found)
    labels = ([cell.text for cell in block.cells] for block in blocks[: headed.rows])
    by_words = any(Role.WORK in by_labels(texts) for texts in labels)
    guessed = found.drafts and not by_words and not headed.lent
    return found + Understood(findings=(told_by_contents(headed.columns, blocks[0]),)) if guessed else found


def _not_understood(blocks: Sequence[Block], context: Context) -> Understood:
    dated = [block for block in blocks if any(one.due.dated for one in find(block.text, context))]
    if len(blocks) < FEWEST_ROWS or not dated:
        return Understood()
    return Understood(findings=(no_columns(dated),))


def _table(
    rows: Sequence[Row],
    columns: Columns,
    context: Context,
    headings: tuple[str, ...],
    second: Sequence[SecondTime] = (),
) -> Understood:
    found = Understood()
    for row in rows:
        read = _row(row, columns, context, headings)
        found += with_second_times(read, row, second, row_context(row, context)) if second else read
    return found


def _row(row: Row, columns: Columns, context: Context, headings: tuple[str, ...]) -> Understood:
    if not row.text(Role.WORK):
        return Understood(findings=(stray_time(row, row.time, row.block.place),))
    row = unflattened(row)
    here = row_context(row, context)
    if parts := labelled_rows(row, _whole_lines(row.time), here):
        return sum((_work(part.row, part.work, part.time, here, headings) for part in parts), Understood())
    works, orphans = _works(row, columns)
    lines = _whole_lines(row.time)
    if not orphans:
        works = (dated_apart(row.text(Role.WORK), here) if len(lines) <= 1 else _beside(row, lines, here)) or works
    found = Understood(findings=tuple(stray_time(row, words, place) for words, place in orphans))
    if row.extra_times and len(works) > len(split_works(row.text(Role.WORK))):
        found += Understood(findings=(run_together(row, works, _place(row)),))
    paired = pair(works, _times(row, orphans))
    if paired is None:
        found += Understood(findings=(uneven(row, _place(row)),))
        paired = [(work, "") for work in works]
    for number, (work, time) in enumerate(paired):
        apart = each_time(_with_own_people(row, work, number, len(paired)), time, here)
        for one in apart:
            found += _work(one, work, time, here, headings)
        found += _unsaid(row, work, lines, here) if len(paired) == len(apart) == 1 else Understood()
    return found


def _unsaid(row: Row, work: str, lines: Sequence[str], context: Context) -> Understood:
    """Say which times of a cell its one work leaves out, where several lines of it are times of their own."""
    used = span(due_of(row, work, " và ".join(lines), context)[0])
    others = [(line, span(when(line, in_column(context)))) for line in lines] if len(lines) > 1 and used else []
    left = [line for line, one in others if one and used and not (used[0] <= one[0] and one[1] <= used[1])]
    return Understood(findings=(left_times(left, _place(row)),)) if left else Understood()


def _beside(row: Row, lines: Sequence[str], context: Context) -> tuple[str, ...]:
    """Return the works of a cell, where beside each stands a time of its own in the same order; () elsewhere."""
    works = split_works(row.text(Role.WORK))
    return works if len(works) == len(lines) > 1 and all(when(line, in_column(context)).dated for line in lines) else ()


def _with_own_people(row: Row, work: str, number: int, count: int) -> Row:
    """Where a cell names as many people as its row has works, each has its own; else one that says who hands it in."""
    if count < 2:  # noqa: PLR2004
        return row
    lead, help_ = ([line for line in row.text(role).split("\n") if line.strip()] for role in (Role.LEAD, Role.HELP))
    own = [lead[number]] if len(lead) == count else handed_in_by(BULLET.sub("", work))
    texts = {Role.LEAD: ", ".join(own)} if own else {}
    if len(lead) == len(help_) == count:
        texts[Role.HELP] = help_[number]
    return replace(row, texts={**row.texts, **texts})


def _works(row: Row, columns: Columns) -> tuple[tuple[str, ...], tuple[tuple[str, Place], ...]]:
    """Return the works of a row, and the stray times that no work of it can take."""
    cell = row.text(Role.WORK)
    works = split_works(cell)
    if row.extra_times:
        parts = works if len(works) > 1 else split_sentences(cell)
        fits = len(parts) == len(row.extra_times) + 1
        return (parts, ()) if fits else (works, row.extra_times)
    monthly = Role.MONTH in columns or row.month is not None
    counts = {len(_whole_lines(row.time)), _lines(row.text(Role.LEAD))}
    listed = len(works) > 1 and all(BULLET.match(work) for work in works)
    split = monthly or (Role.CRITERION not in columns and (listed or len(works) in counts))
    works = works if split else (cell,)
    if Role.CRITERION in columns or len(_whole_lines(row.time)) > 1:
        return works, ()
    return tuple(job for work in works for job in jobs_in(work)), ()


def _lines(text: str) -> int:
    return len([line for line in text.split("\n") if line.strip()])


def _times(row: Row, orphans: Sequence[tuple[str, Place]]) -> list[str]:
    own = _whole_lines(row.time)
    joined = [" ".join(own)] if own and not all(_stands_alone(line) for line in own) else own
    return joined if orphans else [*joined, *(words for words, _ in row.extra_times)]


def _whole_lines(text: str) -> list[str]:
    """Return the lines of a cell of times; one that goes on ("Tuần 3 - 6" over "(16/10 - 11/11)") takes the next."""
    lines: list[str] = []
    for line in (part.strip() for part in text.split("\n")):
        if lines and (line.startswith("(") or GOES_ON.search(fold(lines[-1])) or _tells_days(lines[-1], line)):
            lines[-1] = f"{lines[-1]} {line}"
        elif line:
            lines.append(line)
    return lines


def _tells_days(before: str, line: str) -> bool:
    """Whether a line says which days a bare week or weekday above it means: "Tuần 1" over "Từ 08/9 - 13/9"."""
    return bool(BARE_WEEK.match(fold(before))) and bool(DAYS.match(fold(line)))


def _stands_alone(line: str) -> bool:
    return bool(re.match(r"^\W*(tuan|ngay|thang|truoc|tu|quy|hoc ky|\d{1,2}/\d)", fold(line)))


def _work(row: Row, work: str, time: str, context: Context, headings: tuple[str, ...]) -> Understood:
    due, spans = due_of(row, work, time, context)
    title = asked_title(row.asked, name_of(_flat(work), spans), of_people=work == row.text(Role.LEAD))
    title += f" – {row.group}" if row.group else ""
    if not due.dated and (STANDING.search(fold(time)) or due.recurrence):
        return Understood(duties=(Duty(title, _people(row, work)[0], _quote(row, work, ""), row.block.place),))
    owners, helpers = _people(row, work)
    task = Task(
        title,
        due,
        (Mention(_quote(row, work, time), _place(row), due),),
        owners,
        helpers,
        row.criterion,
        row.standard,
        budget_of(row.text(Role.BUDGET) or next((one for one in row.remarks if is_sum(one)), "")),
        with_evidence(row.text(Role.EXPECTED), row.text(Role.EVIDENCE)),
        min(sureness(due), sure_of(row.block)),
    )
    draft = Draft(task, headings, in_table=True, week=_week(row, time, context))
    return Understood((draft,), _doubts(row, time, due, context))


def _flat(text: str) -> str:
    return " ".join(text.split("\n"))


def _people(row: Row, work: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if mixed := row.text(Role.LEAD_AND_HELP):
        return split_people(mixed, first_leads=True)
    owners, helpers = split_people(row.text(Role.LEAD))
    # Of a table that asks for an inspection the work only names who is inspected.
    named = () if row.asked and are_people(work) else named_in(work)[0] or subject_of(BULLET.sub("", work))
    owners = owners or named or students_of(work)
    return owners, helpers or split_people(row.text(Role.HELP))[0]


def _place(row: Row) -> Place:
    return row.places.get(Role.WORK, row.block.place)


def _quote(row: Row, work: str, time: str) -> str:
    """Quote the work up to its time where the source has both in one line of text, else the work alone."""
    text, cell = row.block.text, row.text(Role.WORK)
    if is_rebuilt(row.block):
        return text  # the words of its cells stand apart, line by line
    at = text.find(work)
    if "\n" in work and " ".join(work.split()) not in " ".join(text.split()):
        return work.split("\n", maxsplit=1)[0]  # the rest stands in another row
    if at < 0 or row.block.place.line is None or not time or not cell.endswith(work):
        return work
    end = text.find(time, at + len(work))
    return text[at : end + len(time)] if 0 <= end - at < LONGEST_QUOTE else work


def _week(row: Row, time: str, context: Context) -> WeekWords | None:
    if not row.month or not context.school_year or not WEEKS.search(fold(time)):
        return None
    numbers = tuple(int(digit) for digit in re.findall(r"\d", time))
    return (context.plan_year or context.school_year.year_of(row.month), row.month, *numbers) if numbers else None


def _doubts(row: Row, time: str, due: Due, context: Context) -> tuple[Finding, ...]:
    if due.dated or not time:
        return ()
    problem = next((one.problem for one in find(_flat(time), in_column(context)) if one.problem), None)
    words = row.time_words or time
    return (impossible_time(words, problem, _place(row)) if problem else unknown_time(words, _place(row)),)
