"""The review of one plan in the store: opened, decided upon, undone; everything in one transaction with its history."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Severity
from tracker import identity
from tracker.refusal import Refusal
from tracker.review.applying import reviewed
from tracker.review.carrying import InForce, carried
from tracker.review.deadlines import context_of
from tracker.review.draft import Draft, waiver_key
from tracker.review.findings import Known, Question, questions
from tracker.review.identifying import ids_of, keep_ids
from tracker.review.one_person import join_groups
from tracker.review.operations import Answer, ChooseWeeks, Operation, Redate, Replaces, Restore
from tracker.review.parting import Parting, parting_of
from tracker.review.predecessors import asked, predecessors
from tracker.review.projecting import compare, project
from tracker.review.succeeding import known_target, move_back, move_over
from tracker.review.telling import told
from tracker.review.times import each_time
from tracker.review.weeks import WeekChoice, is_settled, reread, week_choices
from tracker.store import decisions, notes, people, plans, schools, tasks, waivers
from tracker.store.database import Database, transaction
from tracker.store.decisions import Decision
from tracker.store.history import Actor, Change, append
from tracker.store.records import Part, PlanStatus, Revision, School, StoredPlan
from tracker.store.tasks import days_of

WITHDRAWN = "Kế hoạch này đã được xóa hoặc thu hồi. Hãy tải lại tệp kế hoạch nếu vẫn cần."
"""What is said of a draft that was withdrawn, and of a plan that was recalled."""

Decide = Callable[["Review"], Sequence[Operation]]


@dataclass(frozen=True, slots=True)
class Review:
    """A plan's newest import as people decided so far."""

    stored: StoredPlan
    school: School
    revision: Revision
    draft: Draft
    decisions: tuple[Decision, ...]
    questions: tuple[Question, ...]
    calendar: SchoolCalendar

    @property
    def waiting(self) -> bool:
        """Whether this import is still to be published."""
        return self.revision.status is PlanStatus.DRAFT and self.stored.status is not PlanStatus.WITHDRAWN

    @property
    def again(self) -> bool:
        """Whether this import is set beside works that calendars know: of a plan in force, or of one recalled."""
        return self.waiting and (self.stored.status is PlanStatus.PUBLISHED or self.stored.returned)

    @property
    def weeks(self) -> tuple[WeekChoice, ...]:
        """The week rules that may be meant, the one in force first; empty when they all give the same days."""
        return week_choices(self.revision.plan, self.calendar)

    @property
    def weeks_open(self) -> bool:
        """Whether someone still has to say which days “tuần k” means."""
        return self.draft.week_rule is None and bool(self.weeks) and not is_settled(self.weeks)

    @property
    def weeks_of(self) -> str:
        """The name of the school's other plan whose answer about weeks counts here, empty when it is no other's."""
        chosen = [one.operation for one in self.decisions if isinstance(one.operation, ChooseWeeks)]
        return chosen[-1].of if chosen else ""

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions someone still has to answer."""
        return tuple(one for one in self.questions if one.serious and one.open)

    @property
    def asked(self) -> int:
        """How many answers are still wanted, the choice of a week rule counted."""
        return len(self.open) + self.weeks_open

    @property
    def blocking(self) -> tuple[Question, ...]:
        """The unanswered questions that keep the plan from being published."""
        return tuple(one for one in self.open if one.first.severity is Severity.BLOCK)

    @property
    def publishable(self) -> bool:
        """Whether this import may be put in force: the one rule of pages, API and terminal."""
        return self.waiting and not self.blocking

    @property
    def unanswered(self) -> tuple[Finding, ...]:
        """The plan's findings nobody has answered, in the proof-reader's order."""
        still = {id(finding): finding for one in self.questions if one.open for finding in one.findings}
        now = {id(one.first): one.shown for one in self.questions if one.shown}
        told = [one for one in self.revision.plan.findings if still.pop(id(one), None)]
        return tuple(now.get(id(one), one) for one in (*told, *still.values()))

    @property
    def undoable(self) -> tuple[Decision, ...]:
        """The decisions the next undo takes back."""
        free = [one for one in self.decisions if not one.settled]
        return tuple(one for one in free if one.batch == free[-1].batch)

    def told(self, one: Decision) -> str:
        """Return a decision of this review as a sentence, by the titles works had when it was made."""
        return told(self.draft, one.operation, [before.operation for before in self.decisions if before.id < one.id])

    @property
    def outdated(self) -> tuple[str, ...]:
        """What people decided by hand that this import ends, as sentences."""
        moved = {one.task for one in self.draft.overruled}
        # of a day chosen before and moved since, the move is told; one the plan itself says now ends nothing
        lapsed = (
            one
            for one in self.draft.lapsed
            if not (isinstance(one, Redate) and (one.task in moved or _is_followed(self.draft, one)))
        )
        return (*(told(self.draft, one) for one in lapsed), *(one.words for one in self.draft.overruled))

    def question(self, key: str) -> Question:
        """Return one question; raise LookupError when it is not asked (any more)."""
        for question in self.questions:
            if question.key == key:
                return question
        raise LookupError("không còn điểm cần xem này; kế hoạch vừa đổi, hãy tải lại trang")

    def parting(self, question: Question) -> Parting | None:
        """Return the several works a question about two dates may be about; None where they cannot be told."""
        return parting_of(self.draft, question, self.questions, self.calendar)


def _is_followed(draft: Draft, redate: Redate) -> bool:
    """Whether a work has the days somebody once gave it without that decision."""
    return days_of(draft.item(redate.task).task.due) == days_of(redate.due)


def open_review(db: Database, plan_id: int, calendar: SchoolCalendar) -> Review:
    """Return the review of a plan's newest import; raise LookupError when there is no such plan."""
    stored = plans.by_id(db, plan_id)
    school, revision = schools.by_id(db, stored.school_id), plans.newest_revision(db, plan_id)
    kept = decisions.in_force(db, plan_id)
    draft = _draft(db, (stored, school, revision), kept, calendar)
    published = plans.revision_in_force(db, plan_id)
    if published and published.id != revision.id:
        base = _draft(db, (stored, school, published), [one for one in kept if one.settled], calendar)
        draft = carried(draft, _in_force(db, plan_id, base, kept))
    of_works = questions(draft, replace(_known(db, school), calendar=calendar))
    of_plan = asked(draft, predecessors(db, stored, revision.plan)) if stored.status is PlanStatus.DRAFT else ()
    return Review(stored, school, revision, draft, kept, (*of_plan, *of_works), calendar)


def _in_force(db: Database, plan_id: int, base: Draft, kept: Sequence[Decision]) -> InForce:
    """Return a plan as published, with what was decided anew since: a drop by hand ends what was decided before it."""
    stored = {one.id: one for one in tasks.every_time(db, plan_id)}
    anew: set[str] = set()
    for one in kept:
        if isinstance(one.operation, Redate | Restore) and not one.settled:
            task = stored.get(one.operation.task)
            if task is None or task.set_aside_at is None or one.at > task.set_aside_at:
                anew.add(one.operation.task)
    return InForce(base, stored, notes.why_dropped(db, plan_id), frozenset(anew))


def _draft(
    db: Database, of: tuple[StoredPlan, School, Revision], kept: Sequence[Decision], calendar: SchoolCalendar
) -> Draft:
    """Return one import of a plan with decisions applied."""
    stored, school, revision = of
    again = partial(reread, revision.plan, calendar)
    draft = reviewed(revision.plan, ids_of(db, school, stored, revision), (one.operation for one in kept), again)
    return each_time(draft, context_of(draft, calendar))


def decide(db: Database, plan_id: int, wish: Decide, actor: Actor, calendar: SchoolCalendar) -> Review:
    """Keep what a wish makes of the review as it is now; Refusal when the plan is in force already."""
    with transaction(db):
        review = open_review(db, plan_id, calendar)
        _refuse_published(review)
        keep_ids(db, review.revision, [item.id for item in review.draft.items])
        operations = wish(review)
        if operations:
            decisions.add(db, plan_id, operations, actor)
            for operation in operations:
                append(db, actor, Change("plan", str(plan_id), "decided", None, told(review.draft, operation)))
                if isinstance(operation, Answer) and not operation.accepted:
                    waivers.add(db, review.school.id, _waived(operation), replace(actor, why=operation.reason))
        return _brought(db, plan_id, actor, calendar)


def undo(db: Database, plan_id: int, actor: Actor, calendar: SchoolCalendar) -> Review:
    """Take back the newest decision that was not published; Refusal when there is none.

    A copy that was said to correct the plan becomes a plan of its own again, whose review is returned.
    """
    with transaction(db):
        review = open_review(db, plan_id, calendar)
        _refuse_published(review)
        undone = decisions.undo_last(db, plan_id, actor)
        if not undone:
            raise Refusal("Không còn gì để hoàn tác trong bản nháp này.")
        for one in undone:
            append(db, actor, Change("plan", str(plan_id), "undone", review.told(one), None))
        unwaive(db, review.school, undone)
        replaced = [one.operation for one in undone if isinstance(one.operation, Replaces)]
        for said in replaced:
            move_back(db, review.school, plan_id, said, actor)
        return _brought(db, replaced[0].plan if replaced else plan_id, actor, calendar)


def replaces(db: Database, plan_id: int, corrected: int, actor: Actor, calendar: SchoolCalendar) -> Review:
    """Keep a draft under another number as the newest copy of the plan it corrects; return that plan's review.

    Raise Refusal when the draft is in force already or the other plan never was.
    """
    with transaction(db):
        review = open_review(db, plan_id, calendar)
        _refuse_published(review)
        target = known_target(db, review.stored, corrected)
        ids = ids_of(db, review.school, review.stored, review.revision)
        move_over(db, (review.stored, review.school, review.revision), ids, target, actor)
        return open_review(db, target.id, calendar)


def unwaive(db: Database, school: School, undone: Sequence[Decision]) -> None:
    """Let a school be asked again about what decisions that are undone had passed over."""
    for one in undone:
        if isinstance(one.operation, Answer) and not one.operation.accepted:
            waivers.remove(db, school.id, _waived(one.operation))


def compared(db: Database, review: Review) -> identity.Comparison:
    """Return how the review differs from the tasks in the store."""
    return compare(db, review.stored, review.draft)


def settle(db: Database, review: Review, actor: Actor) -> None:
    """Note that the review was published: decisions that no longer fit end, the others are undone no more.

    Names said to mean one group are one person from then on.
    """
    lapsed = review.draft.lapsed
    decisions.end(db, [one.id for one in review.decisions if one.operation in lapsed], actor)
    decisions.settle(db, review.stored.id, actor)
    said = (one.operation for one in review.decisions if not one.settled)
    join_groups(db, review.school.id, said, actor, review.calendar)


def _brought(db: Database, plan_id: int, actor: Actor, calendar: SchoolCalendar) -> Review:
    """Open the review again; the tasks of a plan never published follow at once."""
    review = open_review(db, plan_id, calendar)
    if review.stored.status is not PlanStatus.DRAFT or review.stored.returned:
        return review
    project(db, review.school, review.stored, review.draft, actor)
    return open_review(db, plan_id, calendar)


def _refuse_published(review: Review) -> None:
    if review.stored.status is PlanStatus.WITHDRAWN:
        raise Refusal(WITHDRAWN)
    if not review.waiting:
        raise Refusal(
            "Bản này đã phát hành nên không sửa ở trang duyệt nữa. Hãy sửa từng việc trên bảng việc, "
            "hoặc tải bản kế hoạch mới lên."
        )


def _waived(answer: Answer) -> list[tuple[str, str]]:
    return [(answer.rule, key) for key in answer.keys]


def _known(db: Database, school: School) -> Known:
    waived = {waiver_key(rule, quote): reason for (rule, quote), reason in waivers.of_school(db, school.id).items()}
    held = people.assignments_of_school(db, school.id)
    led = frozenset(task_id for task_id, parts in held.items() if any(part is Part.LEAD for _, part in parts))
    return Known(waived, led, staff=people.of_school(db, school.id))
