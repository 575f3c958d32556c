"""A file becomes a plan in the store: draft first, published when someone says so, updated when it comes again."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial

from schedules.calendar import SchoolCalendar
from schedules.plan import Document, Finding, Plan, Severity
from tracker import identity, recurring
from tracker.known_plan import known_plan, new_key
from tracker.plan_counts import counted
from tracker.plan_names import plan_name
from tracker.refusal import Refusal
from tracker.reminders.planning import replan
from tracker.review import desk
from tracker.review.deciding import waive
from tracker.review.desk import Review
from tracker.review.identifying import identify, known_tasks
from tracker.review.leaving import BY_COPY
from tracker.review.operations import Operation
from tracker.review.projecting import project
from tracker.review.school_weeks import take_over
from tracker.review.weeks import weeks_asked, weeks_said
from tracker.review.which_plan import UNSAID, Which, note_corrected, settled
from tracker.store import people, plans, readings, returns, schools, tasks
from tracker.store.database import Database, transaction
from tracker.store.history import Actor, Change, append
from tracker.store.records import PlanStatus, Revision, School, StoredPlan, StoredTask
from tracker.zone import HO_CHI_MINH

WEEKS_ASKED, SUPERSEDED = "cach-tinh-tuan", "ban-da-duoc-thay"


@dataclass(frozen=True, slots=True)
class Incoming:
    """A file as it came and what was read from it; `school` overrides the plan's own words.

    `waiving` is the reason for which findings that block are passed over, empty when none may be. `which` is what
    people said of the plan it may correct.
    """

    content: bytes
    plan: Plan
    school: str | None = None
    waiving: str = ""
    which: Which = UNSAID

    @property
    def sha256(self) -> str:
        """The fingerprint by which the same file is noticed."""
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What an import did: the plan, its status, how its tasks compare with those known before.

    `source` names the file that was read: the plan in force may still be of another. `findings` are those nobody has
    answered, the question which days “tuần k” means among them, `blocking` the ones that keep it from being published,
    `lapsed` tells the decisions made by hand that the plan's new words ended, `elsewhere` for which other schools
    the very same file is kept, `held` says what the plan holds and what its review still wants. `same_file` says that
    the file came before, `unchanged` that it reads as it did then too: nothing new was kept. `came_in_force` says that
    this put a draft in force. `passed` are the recurring works published now whose first time was over and is let be.
    `document` is what the places of its findings are told by.
    """

    plan: StoredPlan
    status: PlanStatus
    comparison: identity.Comparison
    findings: tuple[Finding, ...]
    same_file: bool = False
    unchanged: bool = False
    blocking: tuple[Finding, ...] = ()
    lapsed: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    held: str = ""
    source: str = ""
    passed: tuple[StoredTask, ...] = ()
    came_in_force: bool = False
    document: Document | None = None

    @property
    def idle(self) -> bool:
        """Whether nothing at all changed: nothing new was kept, nothing came into force."""
        return self.unchanged and not self.came_in_force

    def counts(self) -> dict[str, int]:
        """Return how many tasks are new, moved, gone and the same."""
        compared = self.comparison
        return {
            "new": len(compared.new),
            "moved": len(compared.moved),
            "gone": len(compared.gone),
            "same": len(compared.same),
        }


class UnansweredError(Refusal):
    """A plan with findings that must be answered before it is published."""


def store_plan(
    db: Database, incoming: Incoming, actor: Actor, calendar: SchoolCalendar, *, publish: bool
) -> ImportReport:
    """Keep a plan as a draft, or publish it at once; all of it or, on any error, nothing.

    What may not be published (see `Review.publishable`) stays a draft, and the report says why in `blocking`.
    """
    with transaction(db):
        school = schools.ensure(db, incoming.school or incoming.plan.header.school or schools.UNNAMED)
        people.manager(db, school.id)
        known = _seen_before(db, school, incoming)
        unchanged = known is not None and _reads_alike(known.plan, incoming.plan)
        plan_id = known.plan_id if known and unchanged else _kept(db, school, incoming, actor)
        note_corrected(db, school, plan_id, incoming.which)
        review = desk.open_review(db, plan_id, calendar)
        if not unchanged and take_over(db, review, actor):
            review = desk.open_review(db, plan_id, calendar)
        review = settled(db, review, incoming.which, actor)
        unchanged = unchanged and review.stored.id == plan_id
        if publish and incoming.waiving and review.blocking:
            review = desk.decide(db, plan_id, partial(_waived, reason=incoming.waiving), actor, calendar)
        report = _brought_in(db, review, actor, publish=publish and review.publishable)
        elsewhere = plans.other_schools_with(db, incoming.sha256, school.id)
        report = replace(report, same_file=known is not None, unchanged=unchanged, elsewhere=elsewhere)
        if not unchanged:
            report = replace(report, findings=(*report.findings, *_superseded(db, report.plan, incoming)))
        return replace(report, source=incoming.plan.header.source)


def _kept(db: Database, school: School, incoming: Incoming, actor: Actor) -> int:
    """Keep a plan as the newest draft of its plan; return the plan's id."""
    stored = _plan_of(db, school, incoming, actor)
    number = _add_revision(db, school, stored, incoming, actor)
    what = "imported again" if number > 1 else "imported"
    append(db, actor, Change("plan", str(stored.id), what, None, incoming.plan.header.source))
    return stored.id


def _waived(review: Review, reason: str) -> list[Operation]:
    return [made for question in review.blocking if not question.corrects for made in waive(question, reason)]


def publish_plan(db: Database, plan_id: int, actor: Actor, calendar: SchoolCalendar) -> ImportReport:
    """Put the newest draft of a plan in force; UnansweredError while a finding that blocks has no answer.

    Of a plan in force without a newer draft nothing changes, and the report says so.
    """
    with transaction(db):
        review = desk.open_review(db, plan_id, calendar)
        if review.stored.status is PlanStatus.WITHDRAWN:
            raise Refusal(desk.WITHDRAWN)
        if review.waiting and not review.publishable:
            raise UnansweredError(_unanswered(review))
        return replace(_brought_in(db, review, actor, publish=review.waiting), unchanged=not review.waiting)


def _unanswered(review: Review) -> str:
    """Return what still blocks a plan and how each is answered; which plan a copy corrects is never passed over."""
    asked = "; ".join(question.first.message for question in review.blocking)
    ways = (
        ("nhận gợi ý, chọn một câu trả lời, hoặc bỏ qua kèm lý do", any(not one.corrects for one in review.blocking)),
        ("chọn kế hoạch mà bản này sửa, hoặc nói đó là kế hoạch khác", any(one.corrects for one in review.blocking)),
    )
    how = "; ".join(way for way, wanted in ways if wanted)
    return (
        f"Còn {len(review.blocking)} điểm phải sửa chưa có câu trả lời: {asked} "
        f"Hãy trả lời ở trang duyệt ({how}) rồi phát hành."
    )


def _brought_in(db: Database, review: Review, actor: Actor, *, publish: bool) -> ImportReport:
    """Put the tasks of a review in the store where they belong there now, and in force when they are published."""
    stored = review.stored
    in_force = not publish and review.revision.status is PlanStatus.PUBLISHED
    compared = _as_it_is(db, stored) if in_force else desk.compared(db, review)
    since = returns.begin_anew(db, stored.id) if publish and stored.returned else {}
    again: tuple[str, ...] = ()
    if publish or (stored.status is PlanStatus.DRAFT and not stored.returned):
        again = project(db, review.school, stored, review.draft, _by_copy(actor, review))
    passed = _put_in_force(db, review, actor, since) if publish else ()
    return ImportReport(
        plan=plans.by_id(db, stored.id),
        status=PlanStatus.PUBLISHED if publish or in_force else PlanStatus.DRAFT,
        comparison=compared,
        findings=(*review.unanswered, *_weeks_asked(review)),
        blocking=tuple(question.first for question in review.blocking),
        lapsed=review.outdated,
        held=counted(review).words,
        source=review.revision.source,
        passed=(*(tasks.by_id(db, task_id) for task_id in again), *passed),
        came_in_force=publish,
        document=review.revision.plan.document,
    )


def _weeks_asked(review: Review) -> tuple[Finding, ...]:
    """Return the question which days the weeks of a month are, as one more finding while nobody chose."""
    if not review.weeks_open:
        return ()
    mentions = weeks_asked(review.draft)
    told = weeks_said(mentions) or "“Tuần 1, 2, 3, 4”"
    message = f"{told}: tuần của tháng tính thế nào? {len(review.weeks)} cách hiểu cho ngày khác nhau."
    quotes, places = tuple(one.quote for one in mentions), tuple(one.place for one in mentions)
    return (Finding(WEEKS_ASKED, Severity.CHOICE, message, quotes, "Chọn ở trang duyệt.", places),)


def _as_it_is(db: Database, stored: StoredPlan) -> identity.Comparison:
    """Return that every work of a plan stays as it is, what was changed by hand too."""
    kept = (one for one in tasks.of_plan(db, stored.id) if one.asked_for)
    return identity.Comparison(tuple((one, one.task) for one in kept), (), ())


def _by_copy(actor: Actor, review: Review) -> Actor:
    """Return who changes works and, of a later copy of a plan that was in force, that it is by that copy."""
    later = review.again and review.revision.number > 1
    return replace(actor, why=actor.why or f"{BY_COPY}{review.revision.number}") if later else actor


def _plan_of(db: Database, school: School, incoming: Incoming, actor: Actor) -> StoredPlan:
    header = incoming.plan.header
    known = known_plan(db, school.id, incoming.plan)
    if known is None:
        return plans.add(db, school.id, header, actor.at, key=new_key(db, school.id, header))
    if known.status is PlanStatus.WITHDRAWN:
        plans.take_up_again(db, known.id)
    if known.published_at is None:
        plans.set_header(db, known.id, header)
    return plans.by_id(db, known.id)


def _seen_before(db: Database, school: School, incoming: Incoming) -> Revision | None:
    """Return the plan's newest import where it is the very same file; a plan taken back begins anew."""
    known = known_plan(db, school.id, incoming.plan)
    if known is None or known.status is PlanStatus.WITHDRAWN:
        return None
    try:
        newest = plans.newest_revision(db, known.id)
    except LookupError:
        return None
    return newest if newest.sha256 == incoming.sha256 else None


def _superseded(db: Database, stored: StoredPlan, incoming: Incoming) -> tuple[Finding, ...]:
    """Return that a later copy had taken the place of this file: its days come back, which nobody may have meant."""
    *earlier, newest = plans.revisions_like(db, stored.id, incoming.sha256)
    if not earlier or newest.number == earlier[-1].number + 1:
        return ()
    old = earlier[-1]
    came = f"{old.imported_at.astimezone(HO_CHI_MINH):%H:%M ngày %d/%m/%Y}"
    message = f"Tệp này giống hệt bản {old.number} (tải lên {came}), đã có bản {newest.number - 1} thay."
    advice = "Phát hành tệp này là trở lại nội dung cũ. Nếu nhầm, hãy nhập lại tệp mới nhất."
    return (Finding(SUPERSEDED, Severity.CHOICE, message, (), advice),)


def _reads_alike(one: Plan, other: Plan) -> bool:
    """Whether a file reads as it did, under whatever name it came: a newer reader, or another year, may read more."""
    first, second = (
        replace(plan, header=replace(plan.header, source=""), document=replace(plan.document, source=""))
        for plan in (one, other)
    )
    return first == second


def _add_revision(db: Database, school: School, stored: StoredPlan, incoming: Incoming, actor: Actor) -> int:
    """Keep the import with the id of each of its tasks; return which revision of the plan it is, from 1."""
    known = known_tasks(db, stored)
    kept = plans.Import(incoming.content, incoming.sha256, incoming.plan, actor.at)
    revision = plans.add_revision(db, stored.id, kept)
    readings.add(db, revision.id, identify(db, school, stored, incoming.plan, known))
    return revision.number


def _put_in_force(db: Database, review: Review, actor: Actor, since: Mapping[str, str]) -> tuple[StoredTask, ...]:
    """Put a review in force; return the recurring works whose first time is let be.

    `since` tells of the works of a recalled plan since when they had been in force.
    """
    stored, revision = review.stored, review.revision
    plans.set_header(db, stored.id, revision.plan.header)
    if stored.published_at and plan_name(stored) != plan_name(plans.by_id(db, stored.id)):
        tasks.stamp_open(db, stored.id, actor.at)  # their events name the plan they come from
    plans.publish(db, stored.id, revision.id, actor.at)
    desk.settle(db, review, actor)
    recurring.begin(db, stored.id, actor.at)
    passed = recurring.let_be(db, stored, actor.at, since)
    tasks.mark_published(db, stored.id, actor.at, since)
    recurring.advance(db, actor.at, review.calendar)
    returns.keep_told(db, since)
    append(db, actor, Change("plan", str(stored.id), "published", None, f"bản {revision.number}"))
    replan(db, stored.school_id, review.calendar.working_days)
    return passed
