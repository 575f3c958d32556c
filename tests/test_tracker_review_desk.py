"""Decisions about a draft: kept, undone, carried through a re-import of the same plan or ended by its new words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Plan, Severity, Task
from tests.conftest import due_on, make_plan, make_task
from tracker.importing import ImportReport, Incoming, UnansweredError, publish_plan, store_plan
from tracker.plan_reading import PlanReader
from tracker.refusal import Refusal
from tracker.reminders.actions import decide_extension
from tracker.review import deciding, desk
from tracker.review.deadlines import picked, typed
from tracker.review.desk import Review
from tracker.store import extensions, history, people, tasks, waivers
from tracker.store.database import Database
from tracker.store.history import Actor
from tracker.store.records import PlanStatus, TaskState

SURVEY = make_task("Khảo sát chất lượng đội ngũ", date(2023, 9, 29), owners=("Hiệu trưởng",))
CONTEST = make_task("Hội thi giáo viên dạy giỏi", date(2023, 11, 24))
REPORT = make_task("Báo cáo tự đánh giá", date(2024, 4, 30))
LATE = make_task("Báo cáo tự đánh giá của trường", date(2024, 5, 12))
TWICE = replace(REPORT, mentions=(*REPORT.mentions, *LATE.mentions))
BLOCK = Finding("ngay-khong-co", Severity.BLOCK, "Ngày 31/9 không có.", ("31/9/2023",), "Xem lại ngày.")
SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"


class Clerk:
    """Someone who imports plan after plan and decides about the newest."""

    def __init__(self, db: Database, actor: Actor, calendar: SchoolCalendar) -> None:
        self.db, self.actor, self.calendar = db, actor, calendar

    def brings(self, *found: Task, publish: bool = False, findings: tuple[Finding, ...] = ()) -> ImportReport:
        return self.brings_plan(replace(make_plan(*found), findings=findings), publish=publish)

    def brings_plan(self, plan: Plan, *, publish: bool = False) -> ImportReport:
        return store_plan(self.db, Incoming(repr(plan).encode(), plan), self.actor, self.calendar, publish=publish)

    def wishes(self, wish: Callable[[Review], object]) -> Review:
        return desk.decide(self.db, 1, wish, self.actor, self.calendar)

    def undoes(self) -> Review:
        return desk.undo(self.db, 1, self.actor, self.calendar)

    def publishes(self) -> ImportReport:
        return publish_plan(self.db, 1, self.actor, self.calendar)

    @property
    def review(self) -> Review:
        return desk.open_review(self.db, 1, self.calendar)

    def id_of(self, title: str) -> str:
        return next(item.id for item in self.review.draft.items if item.task.title == title)

    def stored(self) -> dict[str, Task]:
        return {one.task.title: one.task for one in tasks.of_plan(self.db, 1) if one.state is not TaskState.CANCELLED}


@pytest.fixture
def clerk(db: Database, actor: Actor, calendar: SchoolCalendar) -> Clerk:
    return Clerk(db, actor, calendar)


def retitled(clerk: Clerk, was: str, now: str) -> str:
    task_id = clerk.id_of(was)
    clerk.wishes(lambda review: deciding.retitle(review.draft, task_id, now))
    return task_id


def test_a_draft_starts_as_the_plan_says_it(clerk: Clerk) -> None:
    clerk.brings(SURVEY, CONTEST)
    assert [item.task for item in clerk.review.draft.items] == [SURVEY, CONTEST]
    assert clerk.review.undoable == ()


def test_a_new_title_is_stored_and_undone_exactly(clerk: Clerk) -> None:
    clerk.brings(SURVEY, CONTEST)
    retitled(clerk, SURVEY.title, "Khảo sát đội ngũ đầu năm")
    assert set(clerk.stored()) == {"Khảo sát đội ngũ đầu năm", CONTEST.title}
    clerk.undoes()
    assert clerk.stored() == {SURVEY.title: SURVEY, CONTEST.title: CONTEST}


def test_a_renamed_work_is_told_by_its_old_title_and_its_new_one_each_time(clerk: Clerk) -> None:
    clerk.brings(SURVEY, CONTEST)
    first = f"“{SURVEY.title}”: đổi tên thành “Khảo sát đầu năm”"
    second = "“Khảo sát đầu năm”: đổi tên thành “Khảo sát học sinh”"
    task_id = retitled(clerk, SURVEY.title, "Khảo sát đầu năm")
    retitled(clerk, "Khảo sát đầu năm", "Khảo sát học sinh")
    assert [clerk.review.told(one) for one in clerk.review.decisions] == [first, second]
    assert [clerk.review.told(one) for one in clerk.review.undoable] == [second]
    clerk.undoes()
    assert [clerk.review.told(one) for one in clerk.review.undoable] == [first]
    clerk.undoes()
    story = history.of_subject(clerk.db, "plan", "1")
    assert [one.now for one in story if one.what == "decided"] == [first, second]
    assert [one.was for one in story if one.what == "undone"] == [second, first]
    clerk.wishes(lambda review: deciding.retitle(review.draft, task_id, "Khảo sát học sinh"))
    assert clerk.review.told(clerk.review.decisions[-1]).startswith(f"“{SURVEY.title}”: đổi tên")


def test_typed_words_are_read_like_the_plans_own(clerk: Clerk) -> None:
    clerk.brings(CONTEST)
    due = typed(clerk.review.draft, "trước ngày 5/12", clerk.calendar)
    assert (due.day, due.remind_by) == (date(2023, 12, 5), date(2023, 12, 4))
    assert due.basis.startswith("Người duyệt ghi hạn này. “trước ngày 5/12”")


@pytest.mark.parametrize(
    ("words", "start", "day"),
    [
        ("27/11", None, date(2023, 11, 27)),
        ("20-25/11", date(2023, 11, 20), date(2023, 11, 25)),
    ],
)
def test_bare_days_typed_as_a_deadline_are_times(words: str, start: date | None, day: date, clerk: Clerk) -> None:
    clerk.brings(CONTEST)
    due = typed(clerk.review.draft, words, clerk.calendar)
    assert (due.start if due.start != due.day else None, due.day) == (start, day)


@pytest.mark.parametrize("words", ["thường xuyên", "theo lịch của Phòng", "x" * 301])
def test_words_without_a_day_are_refused(words: str, clerk: Clerk) -> None:
    clerk.brings(CONTEST)
    with pytest.raises(Refusal, match=r"Hạn dài|không nêu ngày nào"):
        typed(clerk.review.draft, words, clerk.calendar)


def test_picked_days_must_stand_in_order(calendar: SchoolCalendar) -> None:
    assert picked(date(2023, 12, 5), date(2023, 12, 5), calendar).start is None
    with pytest.raises(Refusal, match="đứng sau"):
        picked(date(2023, 12, 6), date(2023, 12, 5), calendar)


def test_choosing_a_mention_makes_its_due_the_tasks(clerk: Clerk) -> None:
    clerk.brings(TWICE)
    clerk.wishes(lambda review: deciding.choose(review.draft, clerk.id_of(TWICE.title), 2))
    assert clerk.stored()[TWICE.title].due == LATE.due
    assert clerk.stored()[TWICE.title].mentions == TWICE.mentions


def test_a_task_parts_in_two_with_a_quote_each(clerk: Clerk) -> None:
    clerk.brings(TWICE)
    clerk.wishes(lambda review: deciding.split(review.draft, clerk.id_of(TWICE.title), "Nộp báo cáo", None, [2]))
    found = clerk.stored()
    assert found[TWICE.title].mentions == REPORT.mentions
    assert (found["Nộp báo cáo"].mentions, found["Nộp báo cáo"].due) == (LATE.mentions, LATE.due)
    clerk.undoes()
    assert clerk.stored() == {TWICE.title: TWICE}


def test_two_tasks_become_one_with_both_quotes_and_the_earlier_day(clerk: Clerk) -> None:
    clerk.brings(REPORT, LATE)
    first, second = clerk.id_of(REPORT.title), clerk.id_of(LATE.title)
    clerk.wishes(lambda review: deciding.merge(review.draft, first, second))
    assert clerk.stored() == {REPORT.title: replace(TWICE, confidence=0.6)}
    assert tasks.by_id(clerk.db, second).state is TaskState.CANCELLED
    clerk.undoes()
    assert clerk.stored() == {REPORT.title: REPORT, LATE.title: LATE}


def test_a_dropped_task_keeps_its_reason_and_comes_back(clerk: Clerk) -> None:
    clerk.brings(SURVEY, CONTEST)
    task_id = clerk.id_of(CONTEST.title)
    clerk.wishes(lambda review: deciding.drop(review.draft, task_id, "trường không tổ chức"))
    assert list(clerk.stored()) == [SURVEY.title]
    assert "trường không tổ chức" in (history.of_subject(clerk.db, "task", task_id)[-1].why or "")
    clerk.wishes(lambda review: deciding.restore(review.draft, task_id))
    assert clerk.stored()[CONTEST.title] == CONTEST


def test_many_tasks_given_at_once_are_taken_back_at_once(clerk: Clerk) -> None:
    clerk.brings(CONTEST, REPORT)
    ids = [item.id for item in clerk.review.draft.items]
    clerk.wishes(lambda review: deciding.assign(review.draft, ids, "Cô Lan, cô Lan ; Tổ trưởng"))
    assert {task.owners for task in clerk.stored().values()} == {("Cô Lan", "cô Lan", "Tổ trưởng")}
    clerk.undoes()
    assert {task.owners for task in clerk.stored().values()} == {()}


def test_everything_decided_is_in_the_history_and_nothing_is_left_to_undo_in_the_end(clerk: Clerk) -> None:
    clerk.brings(SURVEY)
    retitled(clerk, SURVEY.title, "Khảo sát")
    clerk.undoes()
    told = [(entry.what, entry.now or entry.was) for entry in history.of_subject(clerk.db, "plan", "1")][1:]
    assert told == [
        ("decided", "“Khảo sát chất lượng đội ngũ”: đổi tên thành “Khảo sát”"),
        ("undone", "“Khảo sát chất lượng đội ngũ”: đổi tên thành “Khảo sát”"),
    ]
    with pytest.raises(Refusal, match="Không còn gì để hoàn tác"):
        clerk.undoes()


def test_a_published_import_is_reviewed_no_more(clerk: Clerk) -> None:
    clerk.brings(SURVEY)
    task_id = retitled(clerk, SURVEY.title, "Khảo sát")
    clerk.publishes()
    with pytest.raises(Refusal, match="đã phát hành"):
        clerk.undoes()
    with pytest.raises(Refusal, match="đã phát hành"):
        clerk.wishes(lambda review: deciding.retitle(review.draft, task_id, "Khác"))


def test_a_draft_kept_before_ids_were_is_reviewed_all_the_same(clerk: Clerk) -> None:
    clerk.brings(SURVEY, CONTEST)
    before = {item.id for item in clerk.review.draft.items}
    clerk.db.execute("DELETE FROM readings")
    retitled(clerk, SURVEY.title, "Tên rất khác hẳn")
    retitled(clerk, "Tên rất khác hẳn", "Lại khác nữa")
    assert {item.id for item in clerk.review.draft.items} == before
    assert set(clerk.stored()) == {"Lại khác nữa", CONTEST.title}


def test_decisions_survive_a_reimport_that_says_the_same(clerk: Clerk) -> None:
    clerk.brings(SURVEY, CONTEST, TWICE)
    survey = retitled(clerk, SURVEY.title, "Tên rất khác hẳn")
    clerk.wishes(lambda review: deciding.choose(review.draft, clerk.id_of(TWICE.title), 2))
    clerk.wishes(lambda review: deciding.drop(review.draft, clerk.id_of(CONTEST.title), "không làm"))
    clerk.publishes()
    report = clerk.brings(SURVEY, CONTEST, TWICE, make_task("Việc mới", date(2024, 1, 5)), publish=True)
    assert report.counts() == {"new": 1, "moved": 0, "gone": 0, "same": 2}
    assert report.lapsed == ()
    assert clerk.id_of("Tên rất khác hẳn") == survey
    assert clerk.stored()[TWICE.title].due == LATE.due
    assert CONTEST.title not in clerk.stored()


def test_a_decision_ends_when_the_plan_says_something_else_there_and_the_diff_says_so(clerk: Clerk) -> None:
    clerk.brings(SURVEY, CONTEST)
    contest = clerk.id_of(CONTEST.title)
    clerk.wishes(lambda review: deciding.redate(review.draft, contest, due_on(date(2023, 12, 20))))
    clerk.wishes(lambda review: deciding.assign(review.draft, [contest], "Cô Lan"))
    clerk.publishes()
    moved = make_task(CONTEST.title, date(2023, 12, 1))
    report = clerk.brings(SURVEY, moved)
    assert [told.partition(": ")[2] for told in report.lapsed] == ["đổi hạn thành chậm nhất thứ Tư 20/12/2023"]
    assert (clerk.review.draft.item(contest).task.due, clerk.review.draft.item(contest).task.owners) == (
        moved.due,
        ("Cô Lan",),
    )
    clerk.publishes()
    clerk.brings(SURVEY, CONTEST, publish=True)
    assert clerk.stored()[CONTEST.title].due == CONTEST.due


def test_a_task_split_and_merged_survives_a_reimport(clerk: Clerk) -> None:
    clerk.brings(TWICE, SURVEY, CONTEST)
    clerk.wishes(lambda review: deciding.split(review.draft, clerk.id_of(TWICE.title), "Nộp báo cáo", None, [2]))
    clerk.wishes(lambda review: deciding.merge(review.draft, clerk.id_of(SURVEY.title), clerk.id_of(CONTEST.title)))
    clerk.publishes()
    before = {one.id: one for one in tasks.of_plan(clerk.db, 1)}
    report = clerk.brings(SURVEY, TWICE, CONTEST, publish=True)
    assert report.counts() == {"new": 0, "moved": 0, "gone": 0, "same": 3}
    assert {one.id: one.sequence for one in tasks.of_plan(clerk.db, 1)} == {
        task_id: one.sequence for task_id, one in before.items()
    }


def test_a_draft_of_a_published_plan_changes_nothing_until_it_is_published(clerk: Clerk) -> None:
    clerk.brings(SURVEY, publish=True)
    clerk.brings(SURVEY, CONTEST)
    retitled(clerk, SURVEY.title, "Khảo sát")
    assert clerk.stored() == {SURVEY.title: SURVEY}
    clerk.publishes()
    assert set(clerk.stored()) == {"Khảo sát", CONTEST.title}


def extended(clerk: Clerk, day: date) -> None:
    person = people.ensure(clerk.db, 1, "Cô Lan")
    asked = extensions.ask(clerk.db, clerk.id_of(CONTEST.title), person.id, day, replace(clerk.actor, why="chờ Phòng"))
    decide_extension(clerk.db, asked.id, clerk.actor, clerk.calendar.working_days, approved=True)


def test_an_approved_extension_outlives_a_reimport_that_says_the_same(clerk: Clerk) -> None:
    clerk.brings(SURVEY, CONTEST, publish=True)
    extended(clerk, date(2023, 12, 8))
    report = clerk.brings(SURVEY, CONTEST, REPORT, publish=True)
    assert report.counts() == {"new": 1, "moved": 0, "gone": 0, "same": 2}
    assert clerk.stored()[CONTEST.title].due.day == date(2023, 12, 8)


def test_a_plan_that_moves_the_day_itself_beats_an_older_extension(clerk: Clerk) -> None:
    clerk.brings(SURVEY, CONTEST, publish=True)
    extended(clerk, date(2023, 12, 8))
    clerk.brings(SURVEY, make_task(CONTEST.title, date(2023, 12, 1)), publish=True)
    assert clerk.stored()[CONTEST.title].due.day == date(2023, 12, 1)


def test_publishing_waits_for_what_blocks_on_pages_and_on_import(clerk: Clerk) -> None:
    clerk.brings(SURVEY, findings=(BLOCK,))
    with pytest.raises(UnansweredError, match="Ngày 31/9 không có"):
        clerk.publishes()
    report = clerk.brings(SURVEY, findings=(BLOCK,), publish=True)
    assert (report.blocking, report.status) == ((BLOCK,), PlanStatus.DRAFT)


def test_a_waived_finding_lets_the_plan_go_and_stays_quiet_at_that_school(clerk: Clerk) -> None:
    clerk.brings(SURVEY, findings=(BLOCK,))
    clerk.wishes(lambda review: deciding.waive(review.open[0], "đã hỏi Phòng"))
    assert clerk.publishes().status is PlanStatus.PUBLISHED
    other = replace(make_plan(CONTEST, number="13/KH"), findings=(replace(BLOCK, quotes=("31/9/2023 ",)),))
    assert clerk.brings_plan(other).findings == ()
    again = desk.open_review(clerk.db, 2, clerk.calendar).questions[0]
    assert again.settled == "đã bỏ qua vì đã hỏi Phòng"


def test_an_undone_waiver_speaks_again(clerk: Clerk) -> None:
    clerk.brings(SURVEY, findings=(BLOCK,))
    clerk.wishes(lambda review: deciding.waive(review.open[0], "đã hỏi Phòng"))
    review = clerk.undoes()
    assert [question.first for question in review.blocking] == [BLOCK]
    assert waivers.of_school(clerk.db, review.school.id) == {}


@pytest.fixture
def seed(clerk: Clerk) -> Review:
    found = next(SEEDS.glob("004_*.txt"), None)
    if found is None:
        pytest.skip("không có kế hoạch mẫu 004")
    clerk.brings_plan(PlanReader(clerk.calendar).read_file(found))
    return clerk.review


def test_a_real_plan_asks_at_most_ten_questions(seed: Review) -> None:
    assert 5 <= len(seed.open) + seed.weeks_open <= 10


def test_the_weeks_of_a_real_plan_follow_the_one_rule_all_its_dates_fit(seed: Review) -> None:
    assert not seed.weeks_open
    assert next(choice.score.words for choice in seed.weeks if choice.score) == "khớp 5/5 mốc"


def test_a_real_plan_is_answered_to_the_end(seed: Review, clerk: Clerk) -> None:
    clerk.wishes(lambda review: deciding.assign(review.draft, [one.id for one in review.draft.live], "Hiệu trưởng"))
    for question in seed.open:
        if question.first.rule == "hai-han":
            clerk.wishes(lambda review, task_id=question.touched[0]: deciding.choose(review.draft, task_id, 2))
        elif question.first.rule == "nam-lech":
            clerk.wishes(lambda review, key=question.key: deciding.accept(review.question(key)))
        elif question.first.rule != "chua-co-nguoi":
            clerk.wishes(lambda review, key=question.key: deciding.waive(review.question(key), "đã hỏi"))
    assert clerk.review.open == ()
    moved = [item for item in clerk.review.draft.live if item.task.due.day == date(2023, 9, 25)]
    assert len(moved) == 3
    for _ in range(len(seed.open)):
        clerk.undoes()
    assert clerk.review.draft == seed.draft
