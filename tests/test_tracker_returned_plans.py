"""A plan recalled, corrected and published again: what its new copy no longer has is told to every calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import icalendar
import pytest

from schedules.calendar import SchoolCalendar
from schedules.plan import Task
from tests.conftest import NOW, make_plan, make_task
from tests.test_tracker_recurring import MONTHLY, PLAN
from tracker import by_hand
from tracker.answers import acting
from tracker.answers.acting import NotNowError, Wish
from tracker.answers.token import Action
from tracker.feeds.disclosed import disclosed
from tracker.feeds.making import make
from tracker.feeds.view import KEPT
from tracker.importing import ImportReport, Incoming, publish_plan, store_plan
from tracker.plan_reading import PlanReader
from tracker.recurring import advance
from tracker.refusal import Refusal, StandsOtherwise
from tracker.review.desk import compared, open_review
from tracker.review.overdue import overdue_at_once, passed_at_once
from tracker.review.withdrawing import recall, withdraw
from tracker.store import history, ledger, notes, people, tasks
from tracker.store.database import Database
from tracker.store.feeds import FeedKind, FeedSubject
from tracker.store.history import Actor
from tracker.store.ledger import ReminderState
from tracker.store.records import Part, PlanStatus, StoredTask, TaskState
from tracker.work import mark_done, reassign, reopen

RECALLED, RETURNED, PUBLISHED = NOW + timedelta(days=1), NOW + timedelta(days=2), NOW + timedelta(days=4)
LATER = PUBLISHED.date()
SURVEY = make_task("Khảo sát chất lượng", date(2023, 12, 1), owners=("Cô Lan",), public=True)
CONTEST = make_task("Hội thi giáo viên dạy giỏi", date(2023, 12, 8), owners=("Thầy Minh",), public=True)
LATER_SURVEY = make_task("Khảo sát chất lượng", date(2023, 12, 15), owners=("Cô Lan",), public=True)


class Office:
    """A clerk who brings copies of the school's plans, and a principal who takes the first plan back."""

    def __init__(self, db: Database, calendar: SchoolCalendar) -> None:
        self.db, self.calendar = db, calendar

    def brings(self, *works: Task, at: datetime = NOW, publish: bool = True) -> ImportReport:
        plan = make_plan(*works)
        content = f"{at} {plan!r}".encode()
        return store_plan(self.db, Incoming(content, plan), Actor("Văn thư", at), self.calendar, publish=publish)

    def brings_text(self, when: str | None, at: datetime) -> ImportReport:
        lines = [line for line in PLAN.format(when=when).splitlines() if when or "Kế toán" not in line]
        content = "\n".join(lines).encode()
        plan = PlanReader(self.calendar).read_bytes(content, "ke-hoach.txt")
        return store_plan(self.db, Incoming(content, plan), Actor("Văn thư", at), self.calendar, publish=True)

    def recalls(self, at: datetime = RECALLED) -> None:
        recall(self.db, 1, Actor("Hiệu trưởng", at, "làm lại theo công văn mới"), self.calendar)

    def work(self, title: str) -> StoredTask:
        return next(one for one in tasks.of_school(self.db, 1) if one.task.title == title)

    def body(self, today: date = LATER, kind: FeedKind = FeedKind.SCHOOL, who: str = "") -> bytes:
        person = people.by_name(self.db, 1, who) if who else None
        return make(self.db, FeedSubject(kind, 1, person.id if person else None), today).body

    def shows(self, title: str, **more: object) -> tuple[str, int, datetime] | None:
        """Return the status, SEQUENCE and last change of a work in a feed, None where it is not there."""
        for event in icalendar.Calendar.from_ical(self.body(**more)).walk("VEVENT"):
            if title in event["SUMMARY"]:
                return str(event["STATUS"]), int(event["SEQUENCE"]), event["LAST-MODIFIED"].dt
        return None


@pytest.fixture
def office(db: Database, calendar: SchoolCalendar) -> Office:
    made = Office(db, calendar)
    made.brings(SURVEY, CONTEST)
    return made


@pytest.mark.parametrize(
    "feed",
    [{}, {"kind": FeedKind.COMMITTEE}, {"kind": FeedKind.PUBLIC}, {"kind": FeedKind.PERSON, "who": "Thầy Minh"}],
)
def test_a_work_the_new_copy_no_longer_has_is_cancelled_in_every_feed_that_had_it(feed, office: Office) -> None:
    confirmed = office.shows(CONTEST.title, today=NOW.date(), **feed)
    office.recalls()
    dropped = office.shows(CONTEST.title, **feed)
    office.brings(LATER_SURVEY, at=PUBLISHED)
    again = office.shows(CONTEST.title, **feed)
    assert confirmed
    assert dropped
    assert again
    assert [confirmed[0], dropped[0], again[0]] == ["CONFIRMED", "CANCELLED", "CANCELLED"]
    assert confirmed[1] < dropped[1] < again[1]
    assert again[2] == PUBLISHED


def test_it_stays_as_long_as_other_cancelled_works_do(office: Office) -> None:
    office.recalls()
    office.brings(SURVEY, at=PUBLISHED)
    last = PUBLISHED.date() + KEPT
    assert office.shows(CONTEST.title, today=last)
    assert office.shows(CONTEST.title, today=last + timedelta(days=1)) is None


def test_it_has_no_reminders_and_its_history_says_why_it_is_gone(office: Office) -> None:
    office.recalls()
    office.brings(SURVEY, at=PUBLISHED)
    gone = office.work(CONTEST.title)
    assert not [row for row in ledger.of_task(office.db, gone.id) if row.state is ReminderState.PLANNED]
    assert [
        row for row in ledger.of_task(office.db, office.work(SURVEY.title).id) if row.state is ReminderState.PLANNED
    ]
    assert notes.why_dropped(office.db, 1)[gone.id] == "không còn trong bản kế hoạch mới"
    states = [one.now for one in history.of_subject(office.db, "task", gone.id) if one.what == "state"]
    assert states == ["cancelled", "cancelled"]


def test_works_that_come_back_are_confirmed_again_with_their_new_day(office: Office) -> None:
    office.recalls()
    dropped = office.shows(SURVEY.title)
    office.brings(LATER_SURVEY, at=PUBLISHED)
    back = office.shows(SURVEY.title)
    assert dropped
    assert back
    assert (dropped[0], back[0], back[1] > dropped[1]) == ("CANCELLED", "CONFIRMED", True)
    assert office.work(SURVEY.title).task.due.day == date(2023, 12, 15)


def test_while_the_new_copy_is_reviewed_calendars_are_told_what_the_recall_told(office: Office) -> None:
    office.recalls()
    before = office.body()
    office.brings(LATER_SURVEY, make_task("Việc mới", date(2023, 12, 20)), at=RETURNED, publish=False)
    assert office.body() == before
    assert not [one for one in tasks.of_school(office.db, 1) if one.open]


def test_whoever_publishes_is_told_before_which_works_vanish(office: Office) -> None:
    office.recalls()
    report = office.brings(LATER_SURVEY, make_task("Việc mới", date(2023, 12, 20)), at=RETURNED, publish=False)
    review = open_review(office.db, 1, office.calendar)
    assert review.again
    assert report.counts() == {"new": 1, "moved": 1, "gone": 1, "same": 0}
    assert [one.task.title for one in compared(office.db, review).gone] == [CONTEST.title]
    assert publish_plan(office.db, 1, Actor("Hiệu trưởng", PUBLISHED), office.calendar).counts() == report.counts()


def test_a_second_recall_says_that_it_was_recalled(office: Office) -> None:
    office.recalls()
    with pytest.raises(Refusal, match="đã được thu hồi rồi"):
        office.recalls(RECALLED + timedelta(hours=1))


def test_a_returned_draft_that_is_deleted_leaves_the_plan_recalled_as_it_was(office: Office) -> None:
    office.recalls()
    before = office.body()
    office.brings(LATER_SURVEY, at=RETURNED, publish=False)
    assert withdraw(office.db, 1, Actor("Văn thư", RETURNED), office.calendar).status is PlanStatus.WITHDRAWN
    assert office.body() == before
    office.brings(SURVEY, CONTEST, at=PUBLISHED)
    assert [office.work(title).open for title in (SURVEY.title, CONTEST.title)] == [True, True]


def test_a_work_an_earlier_copy_left_out_is_not_told_again(office: Office) -> None:
    office.brings(SURVEY, at=RECALLED)
    gone = office.work(CONTEST.title)
    office.recalls(RECALLED + timedelta(hours=1))
    report = office.brings(SURVEY, at=PUBLISHED)
    assert report.counts()["gone"] == 0
    now = office.work(CONTEST.title)
    assert (now.sequence, now.changed_at) == (gone.sequence, gone.changed_at)


def test_a_work_left_out_twice_over_is_named_once_only(office: Office) -> None:
    office.recalls()
    assert office.brings(SURVEY, at=PUBLISHED).counts()["gone"] == 1
    office.recalls(PUBLISHED + timedelta(days=1))
    assert office.brings(SURVEY, at=PUBLISHED + timedelta(days=2)).counts()["gone"] == 0


def test_work_done_before_the_recall_stays_done_in_the_feed_while_the_plan_is_reviewed(office: Office) -> None:
    mark_done(office.db, office.work(SURVEY.title).id, Actor("Cô Lan", NOW), office.calendar)
    office.recalls()
    office.brings(SURVEY, CONTEST, at=RETURNED, publish=False)
    assert office.work(SURVEY.title).state is TaskState.DONE
    shown = office.shows(SURVEY.title)
    assert shown
    assert shown[0] == "CONFIRMED"


def test_every_time_of_recurring_work_that_is_gone_is_cancelled(db: Database, calendar: SchoolCalendar) -> None:
    office = Office(db, calendar)
    office.brings_text(MONTHLY, NOW)
    advance(db, datetime(2023, 9, 21, 7, tzinfo=NOW.tzinfo), calendar)
    office.recalls(datetime(2023, 9, 22, 8, tzinfo=NOW.tzinfo))
    known = {one.id: one.sequence for one in tasks.every_time(db, 1) if one.task.due.recurrence}
    office.brings_text(None, datetime(2023, 9, 25, 8, tzinfo=NOW.tzinfo))
    now = {one.id: one for one in tasks.every_time(db, 1) if one.id in known}
    assert len(known) == 2
    assert all(one.state is TaskState.CANCELLED and one.published for one in now.values())
    assert all(one.sequence > known[one.id] for one in now.values())


@pytest.mark.parametrize("returned", [True, False])
def test_late_work_of_a_returned_plan_is_told_late_before_publishing_as_new_late_work_is(returned, db, calendar):
    office, late = Office(db, calendar), datetime(2023, 12, 20, 8, tzinfo=NOW.tzinfo)
    if returned:
        office.brings(SURVEY)
        office.recalls()
    office.brings(SURVEY, at=late, publish=False)
    review = open_review(db, 1, calendar)
    assert [item.task.title for item in overdue_at_once(db, review, late.date())] == [SURVEY.title]
    assert passed_at_once(db, review, late.date()) == ()


def test_a_time_late_when_the_plan_was_recalled_comes_back_late_and_is_told_so(db, calendar) -> None:
    office, back = Office(db, calendar), datetime(2023, 9, 27, 8, tzinfo=NOW.tzinfo)
    office.brings_text(MONTHLY, NOW)
    office.recalls()
    content = PLAN.format(when=MONTHLY).encode()
    plan = PlanReader(calendar).read_bytes(content, "ke-hoach.txt")
    store_plan(db, Incoming(content, plan), Actor("Văn thư", back), calendar, publish=False)
    review = open_review(db, 1, calendar)
    late = [item.id for item in overdue_at_once(db, review, back.date()) if item.task.due.comes_again]
    assert passed_at_once(db, review, back.date()) == ()
    publish_plan(db, 1, Actor("Hiệu trưởng", back), calendar)
    assert late == [one.id for one in tasks.of_plan(db, 1) if one.task.due.comes_again and one.open]


def test_a_new_work_of_the_returned_plan_whose_first_time_is_over_is_let_be(db, calendar) -> None:
    office, back = Office(db, calendar), datetime(2023, 9, 27, 8, tzinfo=NOW.tzinfo)
    office.brings_text(None, NOW)
    office.recalls()
    office.brings_text(MONTHLY, back)
    (first,) = [one for one in tasks.of_plan(db, 1) if one.task.due.comes_again]
    assert (first.state, first.set_aside_at) == (TaskState.CANCELLED, back)


@pytest.mark.parametrize("reviewed", [True, False])
def test_done_work_of_a_recalled_plan_is_opened_again_only_once_the_plan_is_in_force(office: Office, reviewed) -> None:
    clerk, done = Actor("Văn thư", RETURNED), office.work(SURVEY.title).id
    mark_done(office.db, done, Actor("Cô Lan", NOW), office.calendar)
    office.recalls()
    if reviewed:
        office.brings(SURVEY, CONTEST, at=RETURNED, publish=False)
    with pytest.raises(StandsOtherwise, match="đã thu hồi nên không mở lại việc được"):
        reopen(office.db, done, clerk, office.calendar)
    assert office.work(SURVEY.title).state is TaskState.DONE
    office.brings(SURVEY, CONTEST, at=PUBLISHED)
    assert reopen(office.db, done, clerk, office.calendar).open


def test_whoever_takes_their_done_back_is_told_that_the_plan_was_recalled(office: Office) -> None:
    work, lan = office.work(SURVEY.title), people.by_name(office.db, 1, "Cô Lan")
    assert lan
    wish = Wish(work.id, lan.id, Action.DONE, after=0)
    done = acting.act(office.db, wish, NOW, office.calendar)
    office.recalls()
    with pytest.raises(NotNowError, match="đã thu hồi"):
        acting.undo(office.db, done, RETURNED, office.calendar)
    assert office.work(SURVEY.title).state is TaskState.DONE


def _gives(office: Office, title: str, *parts: tuple[str, Part]) -> None:
    actor = Actor("Văn thư", NOW + timedelta(hours=2))
    wanted = [(people.ensure(office.db, 1, name).id, part) for name, part in parts]
    reassign(office.db, office.work(title).id, wanted, actor, office.calendar)


def _doers(office: Office, title: str) -> dict[str, Part]:
    held = people.assigned(office.db, office.work(title).id)
    return {people.by_id(office.db, person).name: part for person, part in held}


def test_who_was_given_a_work_keeps_it_through_recall_and_return(office: Office) -> None:
    _gives(office, SURVEY.title, ("Phó HT Sơn", Part.LEAD))
    office.recalls()
    office.brings(LATER_SURVEY, CONTEST, at=PUBLISHED)
    assert _doers(office, SURVEY.title) == {"Phó HT Sơn": Part.LEAD}
    assert _doers(office, CONTEST.title) == {"Thầy Minh": Part.LEAD}
    assert office.shows(SURVEY.title, kind=FeedKind.PERSON, who="Phó HT Sơn")[0] == "CONFIRMED"
    assert office.shows(SURVEY.title, kind=FeedKind.PERSON, who="Cô Lan") is None


def test_a_returned_copy_that_names_somebody_else_is_followed(office: Office) -> None:
    _gives(office, SURVEY.title, ("Phó HT Sơn", Part.LEAD))
    office.recalls()
    office.brings(replace(LATER_SURVEY, owners=("Cô Hoa",)), CONTEST, at=PUBLISHED)
    assert _doers(office, SURVEY.title) == {"Cô Hoa": Part.LEAD}


@pytest.mark.parametrize("recalled", [True, False])
def test_a_copy_that_names_another_helper_takes_the_work_from_nobody_who_leads_it(recalled, office: Office) -> None:
    _gives(office, SURVEY.title, ("Phó HT Sơn", Part.LEAD), ("Cô Thu", Part.WATCHER))
    if recalled:
        office.recalls()
    office.brings(replace(SURVEY, helpers=("Cô Hoa",)), CONTEST, at=PUBLISHED)
    assert _doers(office, SURVEY.title) == {"Phó HT Sơn": Part.LEAD, "Cô Hoa": Part.HELPER, "Cô Thu": Part.WATCHER}


def test_a_work_a_copy_left_out_goes_to_whom_the_next_copy_names(office: Office) -> None:
    _gives(office, SURVEY.title, ("Phó HT Sơn", Part.LEAD))
    office.brings(CONTEST, at=RECALLED)
    office.brings(SURVEY, CONTEST, at=PUBLISHED)
    assert _doers(office, SURVEY.title) == {"Cô Lan": Part.LEAD}


def _parents_read(office: Office) -> dict[str, str]:
    return {one.title: one.now for one in disclosed(office.db, 1, LATER)}


def test_a_recall_hides_disclosures_from_parents_and_calls_none_of_them_cancelled(office: Office) -> None:
    assert _parents_read(office) == {SURVEY.title: "", CONTEST.title: ""}
    office.recalls()
    assert _parents_read(office) == {}
    office.brings(SURVEY, CONTEST, at=RETURNED, publish=False)
    assert _parents_read(office) == {}
    assert office.shows(SURVEY.title, kind=FeedKind.PUBLIC)[0] == "CANCELLED"
    publish_plan(office.db, 1, Actor("Hiệu trưởng", PUBLISHED), office.calendar)
    assert _parents_read(office) == {SURVEY.title: "", CONTEST.title: ""}


def test_what_the_returned_copy_left_out_is_cancelled_for_parents_and_what_it_renamed_is_told_once(office) -> None:
    renamed = replace(SURVEY, title="Niêm yết mức học phí")
    office.recalls()
    office.brings(renamed, at=PUBLISHED)
    assert _parents_read(office) == {renamed.title: "", CONTEST.title: "đã hủy"}
    assert office.shows(SURVEY.title, kind=FeedKind.PUBLIC)[0] == "CANCELLED"


def test_what_stands_on_the_days_of_a_dropped_work_since_long_before_is_not_it_renamed(office: Office) -> None:
    office.brings(SURVEY, CONTEST, replace(CONTEST, title="Niêm yết mức học phí"), at=RECALLED)
    office.brings(SURVEY, replace(CONTEST, title="Niêm yết mức học phí"), at=RETURNED)
    assert _parents_read(office)[CONTEST.title] == "đã hủy"


def test_what_the_school_dropped_by_hand_is_cancelled_for_parents(office: Office) -> None:
    by_hand.drop(office.db, office.work(SURVEY.title).id, Actor("Hiệu trưởng", RECALLED, "bỏ"), office.calendar)
    assert _parents_read(office) == {SURVEY.title: "đã hủy", CONTEST.title: ""}
