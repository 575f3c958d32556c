"""The works of a row, each with its time, where a cell holds several of either; what fits no work is told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from schedules.plan import Bound, Due, Place, Precision
from schedules.planning.doubts.left_times import left_beside, left_by, left_times
from schedules.planning.drafts import Understood, in_column
from schedules.planning.no_works.rests import is_rest, without_rests
from schedules.planning.people.at_end import HELP
from schedules.planning.people.cooperation import handed_in_by
from schedules.planning.people.names import folded
from schedules.planning.people.roles import is_everybody
from schedules.planning.tables.cell_lines import filled_lines, flat, people_lines
from schedules.planning.tables.cell_times import lines_of, times_beside
from schedules.planning.tables.columns import Columns, Role
from schedules.planning.tables.contents import WORD
from schedules.planning.tables.finer_remarks import with_finer_time
from schedules.planning.tables.flat_cells import unflattened
from schedules.planning.tables.labelled_times import labelled_rows
from schedules.planning.tables.measures import is_measure
from schedules.planning.tables.own_days import dated_apart
from schedules.planning.tables.row import Job, Row
from schedules.planning.tables.row_draft import drafted
from schedules.planning.tables.row_dues import due_of, each_time, in_month_of, row_context
from schedules.planning.tables.short_months import months_in_full
from schedules.planning.tables.table_doubts import run_together, stray_time, uneven
from schedules.planning.tables.works import BULLET, jobs_in, pair, split_sentences, split_works
from schedules.planning.text.rounds import is_round_or_level
from schedules.planning.text.segments import segments
from schedules.planning.text.shared_words import with_shared_words
from schedules.planning.words.openers import celebrates
from schedules.proofreading.agreement import Days, lies_in, span
from schedules.wording import Context, find, when

FEWEST_PARTS = 2
YEAR = re.compile(r"20\d\d")


def works_of_row(row: Row, columns: Columns, context: Context, headings: tuple[str, ...]) -> Understood:
    """Return the drafts, duties and doubts of a row; `context` is the plan's, `headings` those over the table."""
    if not row.text(Role.WORK):
        return Understood(findings=(stray_time(row, row.time, row.block.place),))
    if not row.asked and is_measure(row.text(Role.WORK)):
        said = row.time or row.month_words
        return Understood(findings=(stray_time(row, said, row.block.place),) if said else ())
    if is_rest(row.text(Role.WORK)) and (not row.text(Role.LEAD) or is_everybody(row.text(Role.LEAD))):
        return Understood()
    row = unflattened(replace(row, texts={**row.texts, Role.WORK: without_rests(row.text(Role.WORK))}))
    here = row_context(row, context)
    row = with_finer_time(row, columns, here)
    lines = lines_of(row.time, len(split_works(row.text(Role.WORK))), here)
    row = _of_contest(row, lines)
    if jobs := labelled_rows(row, lines, here):
        return sum((drafted(job, here, headings) for job in jobs), Understood())
    works, orphans = _works(row, columns, lines)
    if not orphans:
        works = (dated_apart(row.text(Role.WORK), here) if len(lines) <= 1 else _beside(row, lines, here)) or works
    found = Understood(findings=tuple(stray_time(row, words, place) for words, place in orphans))
    if row.extra_times and len(works) > len(split_works(row.text(Role.WORK))):
        found += Understood(findings=(run_together(row, works, row.work_place),))
    own = times_beside(lines, len(works), here)
    paired = pair(works, own if orphans else [*own, *(words for words, _ in row.extra_times)])
    if paired is None:
        found += Understood(findings=(uneven(row, row.work_place),))
        paired = [(work, "") for work in works]
    for number, (work, time) in enumerate(paired):
        if len(paired) > 1 and is_rest(BULLET.sub("", work)):
            continue
        apart = each_time(_with_own_people(row, work, number, len(paired)), time, here)
        parts = _own_parts(row, work, time, here) if len(apart) == 1 else (work,)
        read = sum((drafted(Job(one, part, time), here, headings) for one in apart for part in parts), Understood())
        found += replace(read, drafts=with_shared_words(read.drafts)) if len(parts) > 1 else read
        whole = work if len(parts) == 1 else ""
        found += _unsaid(row, whole, lines, here) if len(paired) == len(apart) == 1 else Understood()
    return found


def _of_contest(row: Row, lines: Sequence[str]) -> Row:
    """Return a row whose cell names a work over its steps ("Hội thi …:"), a time beside each, as one of those steps.

    Rounds of it need no colon over them, and bear its name before their own: "Ngày hội … cấp cụm".
    """
    head, *steps = split_works(row.text(Role.WORK))
    bulleted = len(steps) >= FEWEST_PARTS and all(BULLET.match(step) for step in steps)
    if row.group or len(steps) != len(lines) or not bulleted or "\n" in head or BULLET.match(head):
        return row
    texts, name = {**row.texts, Role.WORK: "\n".join(steps)}, head.rstrip(" :")
    if all(is_round_or_level(BULLET.sub("", step)) for step in steps):
        return replace(row, texts=texts, over=name)
    return replace(row, texts=texts, group=name) if head.rstrip().endswith(":") else row


def _own_parts(row: Row, work: str, time: str, context: Context) -> tuple[str, ...]:
    """Return the parts of a work that each say a day or week of its row's time ("Toán 12/11, Văn 13/11"), else it."""
    said = due_of(row, "", time, context)[0]
    parts = () if "\n" in work else segments(work, in_month_of(said, context), line=True)
    whole = span(said)
    days = [span(part.due) for part in parts if part.due.precision in {Precision.DAY, Precision.WEEK}]
    inside = whole is not None and all(_is_of_time(part.due, whole) for part in parts)
    named = all(WORD.search(work[part.start : part.end]) and not celebrates(part.due.words) for part in parts)
    if len(days) < FEWEST_PARTS or len(days) < len(parts) or not inside or not named or len(set(days)) < len(days):
        return (work,)
    return tuple(work[part.start : part.end] for part in parts)


def _is_of_time(due: Due, whole: Days) -> bool:
    """Whether a time of a part lies in its row's, or is a last day of a told year behind: "nộp trước 05/01/2026"."""
    day = span(due)
    ends = due.bound in {Bound.BEFORE, Bound.BY} and YEAR.search(due.words) is not None
    return day is not None and (lies_in(day, whole) or (ends and day[0] > whole[1]))


def _unsaid(row: Row, work: str, lines: Sequence[str], context: Context) -> Understood:
    """Say which times of a row its one work leaves out: of those in its time cell, and last days in its own words."""
    used = due_of(row, work, " và ".join(lines), context)[0]
    lines = () if row.told.dated and row.told.words == flat(row.time) else lines  # its place told them all
    here = in_column(context)
    own = [part.due for part in segments(flat(work), context, line=True) if part.due.bound in {Bound.BEFORE, Bound.BY}]
    if len(lines) > 1:
        left = left_by(used, (*(replace(when(line, here), words=line) for line in lines), *own))
    else:
        left = left_beside(used, (*(one.due for line in lines for one in find(months_in_full(flat(line)), here)), *own))
    return Understood(findings=(left_times(left, used, row.work_place),)) if left else Understood()


def _beside(row: Row, lines: Sequence[str], context: Context) -> tuple[str, ...]:
    """Return the works of a cell, where beside each stands a time of its own in the same order; () elsewhere."""
    works = split_works(row.text(Role.WORK))
    return works if len(works) == len(lines) > 1 and all(when(line, in_column(context)).dated for line in lines) else ()


def _with_own_people(row: Row, work: str, number: int, count: int) -> Row:
    """Where a cell names as many people as its row has works, each has its own; else one that says who hands it in."""
    if count < 2:  # noqa: PLR2004
        return row
    lead, help_ = (people_lines(row.text(role)) for role in (Role.LEAD, Role.HELP))
    apart = len(lead) == count and not any(HELP.match(folded(line).lstrip(" -–*•+")) for line in lead)
    # “Chủ trì: …” over “Phối hợp: …” are the people of every work
    own = [BULLET.sub("", lead[number])] if apart else handed_in_by(BULLET.sub("", work))
    texts = {Role.LEAD: ", ".join(own)} if own else {}
    mixed = filled_lines(row.text(Role.LEAD_AND_HELP))
    if len(mixed) == count and all(BULLET.match(line) and not HELP.search(folded(line)) for line in mixed):
        texts[Role.LEAD_AND_HELP] = BULLET.sub("", mixed[number])
    if len(lead) == len(help_) == count:
        texts[Role.HELP] = help_[number]
    return replace(row, texts={**row.texts, **texts})


def _works(row: Row, columns: Columns, lines: Sequence[str]) -> tuple[tuple[str, ...], tuple[tuple[str, Place], ...]]:
    """Return the works of a row, and the stray times that no work of it can take."""
    cell = row.text(Role.WORK)
    works = split_works(cell)
    if row.extra_times:
        parts = works if len(works) > 1 else split_sentences(cell)
        fits = len(parts) == len(row.extra_times) + 1
        return (parts, ()) if fits else (works, row.extra_times)
    monthly = Role.MONTH in columns or row.month is not None
    counts = {len(lines), len(people_lines(row.text(Role.LEAD)))}
    listed = len(works) > 1 and all(BULLET.match(work) for work in works)
    split = monthly or (Role.CRITERION not in columns and (listed or len(works) in counts))
    works = works if split else (cell,)
    if Role.CRITERION in columns or len(lines) > 1:
        return works, ()
    return tuple(job for work in works for job in jobs_in(work)), ()
