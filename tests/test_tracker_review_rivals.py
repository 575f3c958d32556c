"""Works merged by hand keep both their days until somebody chooses; equal ones are asked of nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from schedules.calendar import SchoolCalendar, load_calendar
from schedules.plan import Bound, Due, Finding, Mention, Origin, Place, Plan, Precision, Severity, Task
from tests.conftest import due_on, make_plan, make_task
from tracker.review import deciding
from tracker.review.adding import Missed, add
from tracker.review.applying import reviewed
from tracker.review.deadlines import picked
from tracker.review.draft import Draft, Field
from tracker.review.findings import Known, Question, questions
from tracker.review.operations import Operation

EARLY = make_task("Nộp báo cáo tự đánh giá", date(2024, 4, 26))
LATE = make_task("Báo cáo tự đánh giá gửi Phòng", date(2024, 5, 10))
IDS = ("a", "b", "c")


def draft_of(plan: Plan, *operations: Operation) -> Draft:
    return reviewed(plan, IDS[: len(plan.tasks)], operations, lambda _: plan)


def merged(*tasks: Task, before: tuple[Operation, ...] = ()) -> Draft:
    plan = make_plan(*tasks)
    return draft_of(plan, *before, *deciding.merge(draft_of(plan, *before), "a", "b"))


def asked(draft: Draft) -> tuple[Question, ...]:
    return questions(draft, Known({}, calendar=load_calendar()))


def month(number: int, last: int) -> Due:
    start, day = date(2024, number, 1), date(2024, number, last)
    return Due(f"Tháng {number}", start, day, Precision.MONTH, Bound.DURING)


def told(title: str, due: Due) -> Task:
    return Task(title, due, (Mention(f"- {title}: {due.words}", Place(line=9), due),), owners=("Tổ trưởng",))


def test_two_days_stay_as_two_candidates_with_both_quotes() -> None:
    draft = merged(LATE, EARLY)
    (question,) = asked(draft)
    assert draft.item("a").task.due == EARLY.due
    assert question.first.quotes == (LATE.mentions[0].quote, EARLY.mentions[0].quote)
    assert "được gộp từ những việc có hạn khác nhau: “10/05/2024” / “26/04/2024”" in question.message
    assert "(của “Nộp báo cáo tự đánh giá”). Tạm dùng hạn sớm hơn." in question.message
    assert [choice.label for choice in question.choices] == [
        "chậm nhất thứ Sáu 10/5/2024",
        "chậm nhất thứ Sáu 26/4/2024",
    ]


@pytest.mark.parametrize(("number", "day"), [(0, date(2024, 5, 10)), (1, date(2024, 4, 26))])
def test_the_day_chosen_is_kept_and_the_question_is_answered(number: int, day: date) -> None:
    draft = merged(LATE, EARLY)
    question = asked(draft)[0]
    operations = deciding.pick(question, question.choices[number].key)
    after = draft_of(draft.plan, *deciding.merge(draft_of(draft.plan), "a", "b"), *operations)
    assert after.item("a").task.due.day == day
    assert [one.settled for one in asked(after)] == ["đã chốt hạn"]


def test_another_day_given_by_hand_answers_it_too() -> None:
    draft = merged(LATE, EARLY)
    plan, other = draft.plan, deciding.redate(draft, "a", due_on(date(2024, 5, 3)))
    after = draft_of(plan, *deciding.merge(draft_of(plan), "a", "b"), *other)
    assert (after.item("a").task.due.day, asked(after)[0].open) == (date(2024, 5, 3), False)


@pytest.mark.parametrize(
    ("first", "second", "used"),
    [
        (due_on(date(2024, 4, 26)), due_on(date(2024, 4, 26)), date(2024, 4, 26)),
        (due_on(date(2024, 4, 26)), due_on(date(2024, 4, 26), bound=Bound.BEFORE), date(2024, 4, 26)),
        (month(4, 30), due_on(date(2024, 4, 26)), date(2024, 4, 26)),
        (Due(words="thường xuyên"), due_on(date(2024, 4, 26)), date(2024, 4, 26)),
    ],
)
def test_equal_days_and_a_day_in_its_month_are_asked_of_nobody(first: Due, second: Due, used: date) -> None:
    draft = merged(told("Báo cáo", first), told("Nộp báo cáo", second))
    assert asked(draft) == ()
    assert draft.item("a").task.due.day == used


def test_of_equal_days_the_stricter_wording_is_followed() -> None:
    strict = due_on(date(2024, 4, 26), bound=Bound.BEFORE)
    assert merged(told("Một", due_on(date(2024, 4, 26))), told("Hai", strict)).item("a").task.due == strict


@pytest.mark.parametrize("id_", ["a", "b"])
def test_a_day_decided_by_hand_is_a_candidate_too(id_: str, calendar: SchoolCalendar) -> None:
    plan = make_plan(EARLY, LATE)
    by_hand = deciding.redate(draft_of(plan), id_, picked(None, date(2024, 6, 7), calendar))
    draft = merged(EARLY, LATE, before=by_hand)
    other = LATE if id_ == "a" else EARLY
    (question,) = asked(draft)
    assert {choice.moves[0][1].day for choice in question.choices} == {date(2024, 6, 7), other.due.day}
    assert "người duyệt ghi" in question.message
    assert draft.item("a").task.due == other.due


def test_a_work_added_by_hand_does_not_lose_its_day() -> None:
    plan = make_plan(LATE)
    made = add(draft_of(plan), Missed("Báo cáo", due_on(date(2024, 4, 19))))
    mixed = draft_of(plan, *made)
    draft = draft_of(plan, *made, *deciding.merge(mixed, mixed.items[1].id, "a"))
    joined = draft.items[1].task
    assert (joined.due.day, joined.origin, joined.mentions) == (date(2024, 4, 19), Origin.PLAN, LATE.mentions)
    assert len(asked(draft)[0].choices) == 2


def test_three_works_made_one_leave_three_days() -> None:
    last = make_task("Gửi báo cáo", date(2024, 5, 24))
    first = merged(EARLY, LATE, last)
    once = deciding.merge(draft_of(first.plan), "a", "b")
    draft = draft_of(first.plan, *once, *deciding.merge(first, "c", "a"))
    (question,) = asked(draft)
    assert [choice.moves[0][1].day.day for choice in question.choices if choice.moves[0][1].day] == [24, 26, 10]
    assert draft.item("c").task.due == EARLY.due


def test_what_the_reader_asked_of_one_of_them_is_not_asked_twice() -> None:
    twice = replace(EARLY, mentions=(*EARLY.mentions, Mention("bảng\t3/5", Place(row=2), due_on(date(2024, 5, 3)))))
    quotes = tuple(one.quote for one in twice.mentions)
    finding = Finding("hai-han", Severity.CHOICE, "Hai hạn.", quotes, "Chọn một hạn.")
    plan = replace(make_plan(twice, LATE), findings=(finding,))
    (question,) = asked(draft_of(plan, *deciding.merge(draft_of(plan), "a", "b")))
    assert len(question.choices) == 3


def test_parting_the_work_again_leaves_each_its_own_day() -> None:
    draft = merged(EARLY, LATE)
    parted = deciding.split(draft, "a", "Báo cáo gửi Phòng", None, [2])
    after = draft_of(draft.plan, *deciding.merge(draft_of(draft.plan), "a", "b"), *parted)
    assert asked(after) == ()
    assert [item.task.due for item in after.live] == [EARLY.due, LATE.due]


def test_a_day_chosen_after_a_merge_ends_with_the_words_of_its_place_and_is_asked_for_anew() -> None:
    draft = merged(EARLY, LATE)
    chosen = deciding.pick(asked(draft)[0], asked(draft)[0].choices[1].key)
    moved = told(LATE.title, due_on(date(2024, 6, 14)))
    after = draft_of(make_plan(EARLY, moved), *deciding.merge(draft_of(draft.plan), "a", "b"), *chosen)
    assert after.lapsed == chosen
    assert (after.item("a").task.due, Field.DUE in after.item("a").decided) == (EARLY.due, False)
    assert [choice.moves[0][1] for choice in asked(after)[0].choices] == [EARLY.due, moved.due]
