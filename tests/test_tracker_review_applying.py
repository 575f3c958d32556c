"""Decisions as pure functions: any sequence holds the promises of a draft, and weeks follow the chosen rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.calendar import SchoolCalendar, WeekRule, load_calendar
from schedules.plan import Finding, Plan, SchoolYear, Severity
from schedules.planning import understand
from schedules.reading import read_text
from tests.conftest import due_on, make_plan, make_task
from tracker.refusal import Refusal
from tracker.review import deciding
from tracker.review.applying import apply, reviewed
from tracker.review.draft import Draft
from tracker.review.findings import Known, Question, key_of, questions
from tracker.review.operations import Operation
from tracker.review.weeks import is_settled, reread, week_choices

TASKS = tuple(make_task(f"Việc {number}", date(2023, 10, number)) for number in range(1, 5))
IDS = ("a", "b", "c", "d")
WEEKS = """TRƯỜNG MẦM NON HOA BAN
Hoa Ban, ngày 18 tháng 9 năm 2023
KẾ HOẠCH
Khảo thí và kiểm định chất lượng giáo dục năm học 2023-2024
1. Khảo sát chất lượng đội ngũ giáo viên. (Hoàn thành tuần 1 tháng 10/2023).
2. Tổ chức hội thi giáo viên dạy giỏi. (Hoàn thành trước ngày 25/11/2023).
"""


TWICE = """TRƯỜNG MẦM NON HOA BAN
Hoa Ban, ngày 04 tháng 9 năm 2023
KẾ HOẠCH
Kiểm tra nội bộ năm học 2023-2024
1. Rà soát hồ sơ công khai của các lớp. (Hoàn thành trước ngày 25/9/2023).
2. Kiểm kê thiết bị dạy học các phòng. (Hoàn thành trước ngày 31/5/2024).
3. Dự giờ giáo viên mới tuyển dụng. (Hoàn thành trước ngày 28/10/2023).

| Tháng | Nội dung | Thời gian |
| 9 | Rà soát hồ sơ công khai của các lớp | Tuần 3 |
| 10 | Dự giờ giáo viên mới tuyển dụng | Tuần 4 |
| 11 | Tham quan thư viện huyện | Tuần 1 |
| 5 | Kiểm kê thiết bị dạy học các phòng | Tuần 5 |
"""


def no_reread(_: WeekRule | None) -> Plan:
    raise AssertionError


def start() -> Draft:
    return reviewed(make_plan(*TASKS), IDS, (), no_reread)


def wish(draft: Draft, kind: str, first: str, second: str) -> tuple[Operation, ...]:
    match kind:
        case "title":
            return deciding.retitle(draft, first, f"Tên mới {second}")
        case "due":
            return deciding.redate(draft, first, due_on(date(2024, 1, 5)))
        case "people":
            return deciding.assign(draft, [first, second], "Cô Lan")
        case "split":
            return deciding.split(draft, first, "Việc tách", None, [2])
        case "merge":
            return deciding.merge(draft, first, second)
        case "drop":
            return deciding.drop(draft, first, "không làm")
        case "restore":
            return deciding.restore(draft, first)
    return deciding.confirm(draft, first)


KINDS = ("title", "due", "people", "split", "merge", "drop", "restore", "confirm")


@given(st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(IDS), st.sampled_from(IDS)), max_size=12))
def test_whatever_is_decided_every_quote_stays_and_nothing_lapses(wishes: list[tuple[str, str, str]]) -> None:
    draft = start()
    for kind, first, second in wishes:
        try:
            made = wish(draft, kind, first, second)
        except Refusal:
            continue
        for operation in made:
            draft = apply(draft, operation, no_reread)
    quotes = {mention.quote for item in draft.items for mention in item.task.mentions}
    assert quotes == {task.mentions[0].quote for task in TASKS}
    assert all(item.task.mentions for item in draft.items)
    assert len({item.id for item in draft.items}) == len(draft.items)
    assert draft.lapsed == ()


def test_a_decision_about_a_task_that_is_gone_is_moot() -> None:
    made = deciding.retitle(start(), "d", "Khác")
    left = reviewed(make_plan(*TASKS[:3]), IDS[:3], made, no_reread)
    assert (left.lapsed, left.item("a").task) == ((), TASKS[0])


@pytest.fixture(scope="module")
def weekly() -> Plan:
    return understand(read_text(WEEKS, "ke-hoach.txt"), load_calendar())


def test_a_plan_without_fixed_dates_asks_which_weeks_it_means(weekly: Plan, calendar: SchoolCalendar) -> None:
    choices = week_choices(weekly, calendar)
    assert choices[0].rule is WeekRule.THURSDAY
    assert {choice.rule for choice in choices} > {WeekRule.BLOCKS, WeekRule.ROWS}
    assert len({choice.plan.tasks[0].due.day for choice in choices}) > 1
    assert not is_settled(choices)


def test_a_rule_that_alone_meets_every_date_of_the_plan_asks_nobody(calendar: SchoolCalendar) -> None:
    choices = week_choices(understand(read_text(TWICE, "ke-hoach.txt"), calendar), calendar)
    scores = [choice.score.words if choice.score else "" for choice in choices]
    assert choices[0].rule is WeekRule.THURSDAY
    assert (scores[0], len(set(scores)) > 1) == ("khớp 3/3 mốc", True)
    assert is_settled(choices)


def test_rules_that_give_the_same_days_leave_nothing_to_settle() -> None:
    assert not is_settled(())


def test_the_chosen_rule_moves_the_weeks_and_nothing_else(weekly: Plan, calendar: SchoolCalendar) -> None:
    draft = reviewed(weekly, IDS[:2], deciding.choose_weeks("blocks"), lambda rule: reread(weekly, calendar, rule))
    survey, contest = draft.items
    assert (survey.task.due.start, survey.task.due.day) == (date(2023, 10, 1), date(2023, 10, 7))
    assert survey.task.mentions[0].due == survey.task.due
    assert contest.task == weekly.tasks[1]


IN_BOTH = """TRƯỜNG THCS HOA SEN
Số: 12/KH-HS
Đồi Sim, ngày 5 tháng 11 năm 2026
KẾ HOẠCH
Chuyển đổi số năm học 2026-2027
1. Tổ chức ngày hội đọc sách cấp trường trong tuần 3 tháng 12/2026. Phụ trách: cô Hoa.
2. Khảo sát hạ tầng mạng các phòng học trong tuần 2 tháng 1/2027. Phụ trách: thầy Tuấn.

PHỤ LỤC

| TT | Nội dung công việc | Thời gian | Người phụ trách |
| 1 | Tổ chức ngày hội đọc sách cấp trường | 18/12/2026 | Cô Hoa |
"""


@pytest.mark.parametrize("rule", ["first_monday", "thursday"])
def test_under_the_chosen_rule_the_plan_is_what_reading_makes_of_it(rule: str, calendar: SchoolCalendar) -> None:
    plan = understand(read_text(IN_BOTH, "ke-hoach.txt"), calendar)
    again = partial(reread, plan, calendar)
    draft = reviewed(plan, IDS[: len(plan.tasks)], deciding.choose_weeks(rule), again)
    read = again(WeekRule(rule))
    assert [item.task for item in draft.items] == list(read.tasks)
    assert set(draft.plan.findings) == set(read.findings)
    back = reviewed(
        plan, IDS[: len(plan.tasks)], (*deciding.choose_weeks(rule), *deciding.choose_weeks("thursday")), again
    )
    assert ([item.task for item in back.items], set(back.plan.findings)) == (list(plan.tasks), set(plan.findings))


def test_two_dates_that_only_the_chosen_rule_makes_are_asked_about(calendar: SchoolCalendar) -> None:
    plan = understand(read_text(IN_BOTH, "ke-hoach.txt"), calendar)
    draft = reviewed(plan, IDS[:2], deciding.choose_weeks("first_monday"), partial(reread, plan, calendar))
    (question,) = (one for one in questions(draft, Known({}, calendar=calendar)) if one.first.rule == "hai-han")
    assert [choice.label for choice in question.choices] == ["từ 21/12 đến Chủ nhật 27/12/2026", "thứ Sáu 18/12/2026"]
    assert draft.items[0].task.confidence < 0.8


def test_a_plan_read_in_a_year_somebody_gave_stays_in_it(calendar: SchoolCalendar) -> None:
    document = read_text(WEEKS.replace("tháng 10/2023", "tháng 10").replace("năm học 2023-2024", ""), "ke-hoach.txt")
    plan = understand(document, calendar, SchoolYear(2026))
    assert {choice.plan.tasks[0].due.day.year for choice in week_choices(plan, calendar)} == {2026}


def test_a_plan_without_weeks_asks_nothing(calendar: SchoolCalendar) -> None:
    text = WEEKS.replace("tuần 1 tháng 10/2023", "trước ngày 5/10/2023")
    assert week_choices(understand(read_text(text, "x.txt"), calendar), calendar) == ()


def finding(rule: str, quote: str, suggestion: str = "Xem lại.") -> Finding:
    return Finding(rule, Severity.CHOICE, f"Xem “{quote}”.", (quote,), suggestion)


def asked(*found: Finding, waived: dict[str, str] | None = None) -> tuple[Question, ...]:
    plan = replace(make_plan(*TASKS), findings=found)
    return questions(reviewed(plan, IDS, (), no_reread), Known(waived or {}))


def test_alike_findings_are_one_question_and_dates_are_one_each() -> None:
    alike = asked(finding("mo-ho", "Một"), finding("mo-ho", "Hai"), finding("mo-ho", "Ba", "Khác."))
    assert [len(question.findings) for question in alike] == [2, 1]
    dates = asked(finding("nam-lech", "Một"), finding("nam-lech", "Hai"))
    assert len(dates) == 2


def test_a_group_is_quiet_only_when_all_of_it_was_waived() -> None:
    pair = (finding("mo-ho", "Một"), finding("mo-ho", "Hai"))
    assert asked(*pair, waived={"mo-ho: mot": "quen"})[0].open
    assert asked(*pair, waived={"mo-ho: mot": "quen", "mo-ho: hai": "quen"})[0].settled == "đã bỏ qua vì quen"
    assert key_of(finding("mo-ho", " MỘT ")) == "mot"


def test_a_suggestion_that_names_no_day_is_not_taken_for_a_decision(calendar: SchoolCalendar) -> None:
    quote = TASKS[0].mentions[0].quote
    question = asked(finding("nam-lech", quote, "Xem lại năm."))[0]
    with pytest.raises(Refusal, match="tự quyết"):
        deciding.accept(question)


def test_two_names_apart_by_a_comma_are_two_people() -> None:
    assert deciding.names("Cô Lan, Tổ trưởng;\nCô Lan") == ("Cô Lan", "Tổ trưởng")
