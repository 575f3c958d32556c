"""One work of a row → a draft with its title, due, people, budget and quote, or a duty where it only goes on."""

from __future__ import annotations

import re

from schedules.plan import Due, Duty, Finding, Mention, Precision, Task
from schedules.planning.doubts.impossible_days import impossible_day
from schedules.planning.doubts.left_times import left_by, left_times
from schedules.planning.drafts import Draft, Understood, WeekWords, in_column
from schedules.planning.people.cooperation import students_of
from schedules.planning.people.named import named_in, split_people
from schedules.planning.people.names import names_in
from schedules.planning.people.passive import done_by
from schedules.planning.people.persons import are_people
from schedules.planning.people.slashed import is_slashed, lead_and_help
from schedules.planning.people.subjects import subject_of
from schedules.planning.tables.asked_works import asked_title
from schedules.planning.tables.cell_lines import flat, squeezed
from schedules.planning.tables.columns import Role
from schedules.planning.tables.evidence import with_evidence
from schedules.planning.tables.last_days import as_last_day
from schedules.planning.tables.rebuilt import is_rebuilt, sure_of
from schedules.planning.tables.row import Job, Row
from schedules.planning.tables.row_dues import due_of
from schedules.planning.tables.table_doubts import unknown_time
from schedules.planning.tables.works import BULLET
from schedules.planning.text.rounds import with_round
from schedules.planning.text.segments import segments
from schedules.planning.text.titles import name_of
from schedules.planning.weeks.counted import sureness
from schedules.planning.words.money import budget_of, is_sum
from schedules.wording import Context, find, fold

STANDING = re.compile(r"thuong xuyen|dinh ki|dinh ky|hang ngay|lien tuc|khi co|ca nam|quanh nam|theo lich|theo yeu cau")
WEEKS = re.compile(r"\btuan\b")
LONGEST_QUOTE = 700


def drafted(job: Job, context: Context, headings: tuple[str, ...]) -> Understood:
    """Return the draft or the duty of one work of a row; `context` is the row's, `headings` those over its table."""
    row, work, time = job.row, job.work, job.time
    due, spans = due_of(row, work, time, context)
    due = due if spans or row.told.dated else as_last_day(due, row.time_head, work, time)
    title = asked_title(row.asked, name_of(flat(work), spans), of_people=work == row.text(Role.LEAD))
    title = with_round(row.over, title) if row.over else title
    title += f" – {row.group}" if row.group else ""
    owners, helpers = _people(row, work)
    if not due.dated and (STANDING.search(fold(time)) or due.recurrence):
        duty = Duty(title, owners, _quote(row, work, ""), row.block.place, due.recurrence)
        return Understood(duties=(duty,))
    task = Task(
        title,
        due,
        (Mention(_quote(row, work, time), row.work_place, due),),
        owners,
        helpers,
        row.criterion,
        row.standard,
        budget_of(row.text(Role.BUDGET) or next((one for one in row.remarks if is_sum(one)), "")),
        with_evidence(row.text(Role.EXPECTED), row.text(Role.EVIDENCE), row.text(Role.HOW)),
        min(sureness(due), sure_of(row.block)),
    )
    draft = Draft(task, headings, in_table=True, week=_week(row, time, context), about=row.group)
    return Understood((draft,), (*_doubts(row, time, due, context), *_left_in_how(row, due, context)))


def _people(row: Row, work: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    if mixed := row.text(Role.LEAD_AND_HELP):
        if is_slashed(mixed):
            lead, help_ = lead_and_help(mixed)
            return names_in(lead), names_in(help_)
        return split_people(mixed, first_leads=True)
    owners, helpers = split_people(row.text(Role.LEAD))
    # Of a table that asks for an inspection, or marks when each is inspected, the work only names who or what is.
    told = row.asked and (are_people(work) or row.told.dated)
    named, helping = ((), ()) if told else named_in(work)[:2]
    if not told:
        named = named or subject_of(BULLET.sub("", work)) or done_by(work)
    owners = owners or named or split_people(row.headed)[0] or students_of(work)
    helpers = helpers or split_people(row.text(Role.HELP))[0] or helping
    return owners, tuple(one for one in helpers if one not in owners)


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


def _left_in_how(row: Row, due: Due, context: Context) -> tuple[Finding, ...]:
    """Return the finding for days that how the work is done sets beside its own time."""
    steps = [part.due for part in segments(flat(row.text(Role.HOW)), context, line=True)]
    left = left_by(due, [step for step in steps if step.precision is Precision.DAY])
    return (left_times(left, due, row.work_place),) if left else ()


def _doubts(row: Row, time: str, due: Due, context: Context) -> tuple[Finding, ...]:
    if due.dated or not time:
        return ()
    problem = next((one.problem for one in find(flat(time), in_column(context)) if one.problem), None)
    words = row.time_words or time
    if problem:
        return (impossible_day(problem, squeezed(words), row.work_place),)
    return (unknown_time(words, row.work_place),)
