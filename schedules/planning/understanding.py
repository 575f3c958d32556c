"""The whole of understanding: a document in, a plan out; the steps in order, each in its own file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial

from schedules.calendar import RuleScore, SchoolCalendar, with_points
from schedules.plan import Block, Document, Due, Finding, Header, Plan, SchoolYear, Severity, Task
from schedules.planning.disclosures import with_disclosure
from schedules.planning.doubts.pictures import doubted, unsure_in
from schedules.planning.doubts.seats import seated
from schedules.planning.doubts.unset_times import places_of, unset_times
from schedules.planning.doubts.years_past import years_past
from schedules.planning.drafts import Draft, Understood, in_column, in_month
from schedules.planning.duty_people import with_duty_people
from schedules.planning.head.header import read_header
from schedules.planning.head.title_lines import month_of, titled_year
from schedules.planning.head.year_doubts import ahead_of_its_year, as_asked, asked_otherwise, is_foreign, year_doubts
from schedules.planning.joining.one_task import Joined, join
from schedules.planning.language import is_vietnamese
from schedules.planning.long_texts import bounded
from schedules.planning.no_works.ceremonies import with_ceremonies
from schedules.planning.no_works.exam_sessions import with_sessions
from schedules.planning.no_works.listed_details import details_in
from schedules.planning.no_works.mottos import without_mottos
from schedules.planning.no_works.shared_out import with_shared_out
from schedules.planning.outline import Item, outline
from schedules.planning.people.one_form import in_one_form
from schedules.planning.readable import readable, readable_duties
from schedules.planning.rhythms import from_first_week, from_year_asked, until_month_is_over
from schedules.planning.said_words import in_the_plans_words
from schedules.planning.section_charge import with_section_charges
from schedules.planning.tables.loose_rows import loosened
from schedules.planning.tables.round_people import with_people_of_rounds
from schedules.planning.tables.table import table_drafts
from schedules.planning.text.aims import RULE as AIM
from schedules.planning.text.body import body_drafts
from schedules.planning.text.chained_fields import with_fields_apart
from schedules.planning.text.duties import duties_of
from schedules.planning.text.labels import done_in
from schedules.planning.text.pasted import with_content
from schedules.planning.text.titles import title_of
from schedules.planning.torn.mending import torn_works, with_rows
from schedules.planning.weeks.notes import counted_as_noted, fixes_weeks, told_by_note
from schedules.planning.weeks.rule import best_rule, ranked_rules, with_score
from schedules.planning.weeks.told import begins_before_month, counted_as_told
from schedules.proofreading import proofread
from schedules.wording import Context, when

FOREIGN = Finding(
    "ngon-ngu",
    Severity.BLOCK,
    "Văn bản không phải tiếng Việt nên không lấy việc nào.",
    suggestion="Hãy nhập kế hoạch bằng tiếng Việt (có dấu hoặc không dấu đều được).",
)


def understand(document: Document, calendar: SchoolCalendar, school_year: SchoolYear | None = None) -> Plan:
    """Return the plan in a document: header, tasks, duties, findings; `school_year` wins over the plan's own."""
    if not is_vietnamese(document.text):
        return Plan(Header(source=document.source), findings=(*document.findings, FOREIGN), document=document)
    header, items, context, noticed = _opened(document, calendar, school_year)
    understood, joined, score = _under_best_rule(items, context)
    works = (
        [from_year_asked(task, context) for task in joined.tasks] if is_foreign(context, school_year) else joined.tasks
    )
    finished = (_finished(task, context.calendar, score) for task in works)
    tasks = readable([until_month_is_over(task, context.table_month) for task in finished], document.text)
    tasks, unsure = doubted(tasks, unsure_in(document.blocks, header.date))
    lines = frozenset(_dated_items(items, joined.tasks, understood.findings)) | details_in(items).keys()
    duties = readable_duties((*duties_of(items, lines, context), *understood.duties), document.text)
    findings = (*document.findings, *noticed, *understood.findings, *joined.findings, *unsure)
    undated = frozenset(duty.place for duty in duties)
    findings = (*findings, *years_past(items, undated, places_of(findings), context))
    findings = (*findings, *unset_times(items, lines, places_of(findings), context))
    plan = Plan(header, tuple(with_disclosure(task, header) for task in tasks), duties, findings, document)
    return replace(plan, findings=seated((*findings, *proofread(plan, calendar)), document))


def week_scores(document: Document, calendar: SchoolCalendar) -> tuple[RuleScore, ...]:
    """Return how well each week rule fits the plan's own dates, the one it is read under first; empty without any."""
    _, items, context, _ = _opened(document, calendar, None)
    anchors = _read(items, context)[1].anchors
    return ranked_rules(anchors, calendar)


def worded(document: Document, calendar: SchoolCalendar) -> tuple[Task, ...]:
    """Return every work as its own place words it, before the places that tell of one work are joined."""
    header, items, context, _ = _opened(document, calendar, None)
    works = readable([draft.task for draft in _understood(items, context).drafts], document.text)
    works, _ = doubted(works, unsure_in(document.blocks, header.date))
    return tuple(with_disclosure(work, header) for work in works)


def _opened(
    document: Document, calendar: SchoolCalendar, school_year: SchoolYear | None
) -> tuple[Header, Sequence[Item], Context, tuple[Finding, ...]]:
    """Return a document's header, its items with torn tables whole again, what its words are read in, and findings."""
    items = with_content(_items(document.blocks))
    written = read_header(document, items)
    header = replace(written, school_year=school_year or written.school_year)
    context = Context(calendar, header.school_year, header.date, plan_year=titled_year(items))
    context = as_asked(context) if school_year else ahead_of_its_year(context, items)
    context = counted_as_told(counted_as_noted(in_month(context, month_of(items)), items), items)
    torn = with_rows(document.blocks, partial(_is_time, context=in_column(context)))
    doubts = asked_otherwise(written, school_year, items) if school_year else year_doubts(header, items)
    mended = without_mottos(_items(torn[0]) if torn else items)
    return header, mended, context, (*doubts, *(torn[1] if torn else ()))


def _items(blocks: Iterable[Block]) -> list[Item]:
    """Return the items of some blocks, none too long to be read in one and each with no more than its own label."""
    return with_fields_apart(bounded(outline(loosened(blocks))))


def _under_best_rule(items: Sequence[Item], context: Context) -> tuple[Understood, Joined, RuleScore | None]:
    """Read once; read again only when the plan's own dates speak for another week rule."""
    understood, joined = _read(items, context)
    score = best_rule(joined.anchors, context.calendar)
    if score and score.rule is not context.calendar.week_rule:
        fitted = replace(context, calendar=context.calendar.with_week_rule(score.rule))
        understood, joined = _read(items, fitted)
    return understood, joined, score


def _read(items: Sequence[Item], context: Context) -> tuple[Understood, Joined]:
    understood = _understood(items, context)
    return understood, join(understood.drafts, context.doc_date, "\n".join(item.block.text for item in items))


def _understood(items: Sequence[Item], context: Context) -> Understood:
    understood = body_drafts(items, context) + table_drafts(items, context) + torn_works(items, context)
    understood = replace(understood, drafts=_with_people(understood.drafts, items))
    understood = with_shared_out(with_ceremonies(with_sessions(understood), items, context), items)
    if monday := begins_before_month(context, items):
        understood = replace(
            understood, drafts=tuple(from_first_week(draft, monday, context) for draft in understood.drafts)
        )
    return replace(understood, drafts=in_one_form(understood.drafts))


def _with_people(drafts: Sequence[Draft], items: Sequence[Item]) -> tuple[Draft, ...]:
    """Return the drafts, those that name nobody done by whom another place of the plan names for them."""
    return with_duty_people(with_section_charges(with_people_of_rounds(drafts), items), items)


def _is_time(text: str, context: Context) -> bool:
    return when(text, context).dated


def _finished(task: Task, calendar: SchoolCalendar, score: RuleScore | None) -> Task:
    scored = with_score(task, score) if score else task
    mentions = tuple(replace(mention, due=_told(mention.due, calendar)) for mention in scored.mentions)
    return replace(scored, due=_told(scored.due, calendar), mentions=mentions)


def _told(due: Due, calendar: SchoolCalendar) -> Due:
    return with_points(in_the_plans_words(told_by_note(due, calendar)), calendar.working_days)


def _dated_items(items: Sequence[Item], tasks: Sequence[Task], findings: Sequence[Finding]) -> list[int]:
    places = {mention.place for task in tasks for mention in task.mentions}
    places |= {place for finding in findings if finding.rule == AIM for place in finding.places}
    titles = {task.title for task in tasks}
    done = {at for at, item in enumerate(items) if title_of(done_in(item.body)) in titles}
    return [at for at, item in enumerate(items) if at in done or item.block.place in places or fixes_weeks(item.body)]
