"""A corrected copy asks anew only about a deadline whose words changed: merges, renames and owners outlive it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from schedules.calendar import SchoolCalendar
from schedules.plan import Mention, Place, Task
from tests.conftest import due_on, make_plan
from tests.fakes.parting import Office as TypedOffice
from tests.fakes.parting import draft_of, every
from tracker.identity import same_title
from tracker.importing import Incoming, store_plan
from tracker.review import deciding
from tracker.review.draft import Draft, Field
from tracker.review.operations import Operation
from tracker.store import tasks
from tracker.store.database import Database
from tracker.store.history import Actor
from tracker.store.records import TaskState

TEXT = """TRƯỜNG THCS HOA SEN
Số: 12/KH-HS
Đồi Sim, ngày 5 tháng 9 năm 2026
KẾ HOẠCH
Tự đánh giá năm học 2026-2027
1. Viết báo cáo tự đánh giá của trường, nộp Phòng trước ngày 15/4/2027.
2. Khảo sát hạ tầng mạng các phòng học trước ngày 20/1/2027. Phụ trách: thầy Tuấn.

PHỤ LỤC

| TT | Nội dung công việc | Thời gian | Người phụ trách |
| 1 | Báo cáo tự đánh giá của trường | 25/4/2027 | |
| 2 | Tập huấn phòng cháy chữa cháy | 10/12/2026 | Cô Hoa |
"""
CORRECTED = TEXT.replace("25/4/2027", "15/4/2027")
NAMED = "Nộp báo cáo tự đánh giá"


class Office(TypedOffice):
    """A clerk who makes one work of the two, names it, gives it away and follows the later day."""

    @property
    def reports(self) -> dict[str, Task]:
        """The works about the report in the store, by id."""
        kept = (one for one in tasks.of_plan(self.db, 1) if one.state is not TaskState.CANCELLED)
        return {one.id: one.task for one in kept if "báo cáo" in one.task.title.casefold()}

    def decides(self) -> None:
        """Decide upon the report as the walk did."""
        first, second = self.reports
        self.wishes(lambda review: deciding.merge(review.draft, first, second))
        self.wishes(lambda review: deciding.retitle(review.draft, first, NAMED))
        self.wishes(lambda review: deciding.assign(review.draft, [first], "Cô Lan"))
        asked = next(one for one in self.review.open if one.first.rule == "hai-han")
        later = next(one for one in asked.choices if "25/4" in one.label)
        self.wishes(lambda review: deciding.pick(review.question(asked.key), later.key))


@pytest.fixture
def office(db: Database, actor: Actor, calendar: SchoolCalendar) -> Office:
    office = Office(db, actor, calendar)
    office.brings(TEXT)
    office.decides()
    office.publishes()
    return office


def test_both_places_now_agree_and_nothing_of_the_work_is_asked_again(office: Office) -> None:
    (before,) = office.reports
    office.brings(CORRECTED)
    assert [one.message for one in office.review.open] == []
    assert office.review.outdated == (f"“{NAMED}”: chọn hạn Chủ nhật 25/4/2027",)
    office.publishes()
    ((after, work),) = office.reports.items()
    assert (after, work.title, work.owners, work.due.day) == (before, NAMED, ("Cô Lan",), date(2027, 4, 15))


def test_a_place_that_says_a_third_day_asks_for_the_day_alone(office: Office) -> None:
    office.brings(TEXT.replace("25/4/2027", "20/4/2027"))
    (question,) = office.review.open
    assert (question.first.rule, len(question.choices)) == ("hai-han", 2)
    office.publishes()
    (work,) = office.reports.values()
    assert (work.title, work.owners, work.due.day) == (NAMED, ("Cô Lan",), date(2027, 4, 15))


def test_the_day_chosen_is_not_told_as_ended_where_all_places_say_it_now(office: Office) -> None:
    office.brings(TEXT.replace("trước ngày 15/4/2027", "25/4/2027"))
    assert (office.review.open, office.review.outdated) == ((), ())
    office.publishes()
    (work,) = office.reports.values()
    assert work.due.day == date(2027, 4, 25)


@pytest.mark.parametrize("left_out", ["1. Viết báo cáo", "| 1 | Báo cáo"])
def test_a_copy_that_says_it_once_goes_on_as_the_same_work(left_out: str, office: Office) -> None:
    (before,) = office.reports
    office.brings("".join(line for line in CORRECTED.splitlines(keepends=True) if not line.startswith(left_out)))
    assert [one.message for one in office.review.open] == []
    office.publishes()
    ((after, work),) = office.reports.items()
    assert (after, work.title, work.owners) == (before, NAMED, ("Cô Lan",))


def test_a_copy_without_either_has_no_such_work(office: Office) -> None:
    office.brings("".join(line for line in TEXT.splitlines(keepends=True) if "áo cáo tự" not in line))
    office.publishes()
    assert office.reports == {}


def test_a_question_names_works_as_they_are_named_now(db: Database, actor: Actor, calendar: SchoolCalendar) -> None:
    office = Office(db, actor, calendar)
    office.brings(TEXT)
    asked = next(one for one in office.review.open if one.first.rule == "co-the-mot-viec")
    office.wishes(lambda review: deciding.retitle(review.draft, asked.touched[0], NAMED))
    message = office.review.question(asked.key).message
    assert message.startswith(f"“{NAMED}” (trước ngày 15/4/2027)")
    assert message in {one.message for one in office.review.unanswered}


def told(title: str, line: int, day: date, **more: object) -> Task:
    due = due_on(day)
    return replace(Task(title, due, (Mention(f"- {title}: {due.words}", Place(line=line), due),)), **more)  # type: ignore[arg-type]


FIRST = told("Kiểm tra hồ sơ tổ 1", 1, date(2024, 3, 1))
SECOND = told("Kiểm tra nội bộ hồ sơ tổ 1", 2, date(2024, 3, 1))
MAY = date(2024, 5, 3)


def after(made: tuple[Operation, ...], *works: Task) -> Draft:
    return draft_of(make_plan(*works), *made)


def start() -> Draft:
    return draft_of(make_plan(FIRST, SECOND))


@pytest.mark.parametrize(
    ("title", "kept"),
    [
        ("Kiểm tra hồ sơ của tổ 1", True),
        ("Kiểm tra hồ sơ tổ 2", False),
        ("Kiểm tra hồ sơ tổ 1A", False),
        ("Họp phụ huynh đầu năm", False),
    ],
)
def test_a_rename_and_a_merge_outlive_words_of_the_same_work_only(title: str, kept: bool) -> None:
    renamed = deciding.retitle(start(), "viec-0", "Tên khác")
    merge = deciding.merge(start(), "viec-0", "viec-1")
    other = told(title, 1, date(2024, 3, 8))
    for made in (renamed, merge):
        assert (after(made, other, SECOND).lapsed == ()) is kept


def test_a_merge_whose_works_now_differ_in_days_asks_for_one() -> None:
    draft = after(deciding.merge(start(), "viec-0", "viec-1"), FIRST, told(SECOND.title, 2, MAY))
    assert (draft.lapsed, [one.first.rule for one in every(draft)]) == ((), ["hai-han"])
    assert draft.item("viec-0").task.due == FIRST.due


@pytest.mark.parametrize(
    ("owners", "kept"),
    [((), True), (("Tổ Văn",), True), (("cô Lan",), True), (("Thầy Tuấn",), False), (("Tổ Văn", "Thầy Tuấn"), False)],
)
def test_an_owner_outlives_a_copy_that_names_nobody_new(owners: tuple[str, ...], kept: bool) -> None:
    plan = make_plan(replace(FIRST, owners=("Tổ Văn",)), SECOND)
    made = deciding.assign(draft_of(plan), ["viec-0"], "Cô Lan")
    draft = after(made, told(FIRST.title, 1, MAY, owners=owners), SECOND)
    assert draft.item("viec-0").task.owners == (("Cô Lan",) if kept else owners)
    assert (draft.lapsed == ()) is kept


def test_a_helper_who_leads_now_is_somebody_new() -> None:
    plan = make_plan(replace(FIRST, owners=("Tổ Văn",), helpers=("Thầy Tuấn",)))
    made = deciding.assign(draft_of(plan), ["viec-0"], "Cô Lan")
    assert len(after(made, replace(FIRST, owners=("Thầy Tuấn",))).lapsed) == 1


def test_an_owner_given_to_the_work_that_went_stays_with_the_one_it_is_part_of() -> None:
    given = deciding.assign(start(), ["viec-1"], "Cô Lan")
    merge = deciding.merge(draft_of(make_plan(FIRST, SECOND), *given), "viec-0", "viec-1")
    draft = after((*given, *merge), FIRST)
    assert (draft.item("viec-0").task.owners, draft.lapsed) == (("Cô Lan",), ())
    led = after((*given, *merge), replace(FIRST, owners=("Tổ Văn",)))
    assert led.item("viec-0").task.owners == ("Tổ Văn",)


def test_a_day_given_by_hand_ends_when_the_other_place_of_a_merged_work_changes() -> None:
    merge = deciding.merge(start(), "viec-0", "viec-1")
    by_hand = deciding.redate(after(merge, FIRST, SECOND), "viec-0", due_on(MAY))
    same = after((*merge, *by_hand), FIRST, SECOND)
    assert (same.item("viec-0").task.due.day, same.lapsed) == (MAY, ())
    moved = after((*merge, *by_hand), FIRST, told(SECOND.title, 2, date(2024, 3, 20)))
    assert (moved.lapsed, Field.DUE in moved.item("viec-0").decided) == (by_hand, False)


def test_a_day_given_by_hand_outlives_a_copy_that_says_the_same_day_once_more() -> None:
    by_hand = deciding.redate(start(), "viec-0", due_on(MAY))
    again = replace(FIRST, mentions=(*FIRST.mentions, replace(FIRST.mentions[0], place=Place(line=9))))
    assert after(by_hand, again, SECOND).item("viec-0").task.due.day == MAY


def test_what_was_decided_before_merged_works_were_noted_is_kept() -> None:
    merge = deciding.merge(start(), "viec-0", "viec-1")
    (by_hand,) = deciding.redate(start(), "viec-0", due_on(MAY))
    (named,) = deciding.retitle(start(), "viec-0", "Tên khác")
    item = after((*merge, by_hand, named), FIRST, told(SECOND.title, 2, date(2024, 3, 20))).item("viec-0")
    assert (item.task.due.day, item.task.title) == (MAY, "Tên khác")


def test_dropped_and_confirmed_works_are_looked_at_again_when_their_day_changes() -> None:
    for made in (deciding.drop(start(), "viec-0", "không làm"), deciding.confirm(start(), "viec-0")):
        assert after(made, told(FIRST.title, 1, MAY), SECOND).lapsed == made


def test_titles_of_one_work_are_told_from_those_of_another_term() -> None:
    assert same_title("Sơ kết học kỳ I của tổ", "Sơ kết Học kỳ I của các tổ")
    assert not same_title("Sơ kết học kỳ I của tổ", "Sơ kết học kỳ II của tổ")


def test_the_same_office_again_keeps_everything(db: Database, actor: Actor, calendar: SchoolCalendar) -> None:
    plan = make_plan(FIRST, SECOND)
    for turn in range(2):
        report = store_plan(db, Incoming(b"%d" % turn, plan), actor, calendar, publish=True)
    assert report.counts() == {"new": 0, "moved": 0, "gone": 0, "same": 2}
