"""Where the doubt is between few days, each is one press: as the plan says it, or as it may mean it; never a guess."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.plan import Block, Bound, Cell, Document, Due, Place, Plan
from schedules.planning import understand
from schedules.reading import read_text
from tracker.review import deciding
from tracker.review.applying import reviewed
from tracker.review.draft import Draft
from tracker.review.findings import Known, Question, questions

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 1 tháng 9 năm 2026\nKẾ HOẠCH\nKiểm tra nội bộ năm học 2026-2027\n"
CALENDAR = load_calendar()


def draft_of(plan: Plan) -> Draft:
    return reviewed(plan, [str(at) for at in range(len(plan.tasks))], (), lambda _: plan)


def reading(*lines: str) -> Draft:
    return draft_of(understand(read_text(f"{HEAD}I. NỘI DUNG\n" + "\n".join(lines), "p.txt"), CALENDAR))


def table(*rows: Sequence[str]) -> Draft:
    lines = [Block(text, Place(paragraph=at)) for at, text in enumerate(HEAD.splitlines(), 1)]
    for number, row in enumerate(rows, 1):
        cells = tuple(Cell(text, Place(table=1, row=number, column=at)) for at, text in enumerate(row, 1))
        lines.append(Block("\t".join(row), Place(table=1, row=number), cells))
    return draft_of(understand(Document("p.docx", "docx", tuple(lines)), CALENDAR))


def asked(draft: Draft, rule: str) -> Question:
    return next(one for one in questions(draft, Known({}, calendar=CALENDAR)) if one.first.rule == rule)


def labels(question: Question) -> list[str]:
    return [choice.label for choice in question.choices]


def after(draft: Draft, question: Question, number: int) -> Draft:
    operations = deciding.pick(question, question.choices[number].key)
    return reviewed(draft.plan, [item.id for item in draft.items], operations, lambda _: draft.plan)


@pytest.mark.parametrize(
    ("words", "as_written", "by_weekday"),
    [
        ("thứ Hai 15/9/2026", "thứ Ba 15/9/2026", "thứ Hai 14/9/2026"),
        ("thứ Hai 20/9/2026", "Chủ nhật 20/9/2026", "thứ Hai 21/9/2026"),
        ("trước thứ Sáu ngày 20/10/2026", "trước thứ Ba 20/10/2026", "trước thứ Sáu 23/10/2026"),
        ("Chủ nhật, ngày 26/11", "thứ Năm 26/11/2026", "Chủ nhật 29/11/2026"),
    ],
)
def test_a_wrong_weekday_offers_the_date_and_the_nearest_day_of_that_weekday(
    words: str, as_written: str, by_weekday: str
) -> None:
    question = asked(reading(f"1. Nộp hồ sơ kiểm tra {words}."), "thu-lech-ngay")
    assert labels(question) == [as_written, by_weekday]


def test_the_date_as_written_stays_the_plans_own_and_the_other_says_who_chose_it() -> None:
    draft = reading("1. Họp phụ huynh thứ Hai 15/9/2026.")
    question = asked(draft, "thu-lech-ngay")
    kept, moved = (after(draft, question, number).items[0].task for number in (0, 1))
    assert kept.due == draft.items[0].task.due
    assert (moved.due.day, moved.due.words) == (date(2026, 9, 14), "thứ Hai 15/9/2026")
    assert "người duyệt chọn đúng thứ" in moved.due.basis
    assert "weekday_conflict" not in moved.due.implied
    assert moved.due.remind_by == date(2026, 9, 14)


def test_works_of_one_wrong_time_are_settled_together_and_others_of_the_row_stay() -> None:
    rows = [["TT", "Nội dung", "Thời gian"], ["1", "Họp phụ huynh\nNộp sổ chủ nhiệm", "Thứ Hai 15/9/2026"]]
    draft = table(*rows)
    question = asked(draft, "thu-lech-ngay")
    assert {len(choice.tasks) for choice in question.choices} == {len(draft.items)}
    done = after(draft, question, 1)
    assert {item.task.due.day for item in done.items} == {date(2026, 9, 14)}
    assert not asked(done, "thu-lech-ngay").open


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("trước ngày 31/9/2026", ["trước thứ Tư 30/9/2026", "trước thứ Năm 1/10/2026"]),
        ("ngày 31 tháng 11", ["thứ Hai 30/11/2026", "thứ Ba 1/12/2026"]),
        ("từ 25/3/2027 đến 31/4/2027", ["từ 25/3 đến thứ Sáu 30/4/2027", "từ 25/3 đến thứ Bảy 1/5/2027"]),
        ("ngày 30/2", ["Chủ nhật 28/2/2027", "thứ Hai 1/3/2027"]),
        ("ngày 32/12/2026", []),
        ("ngày 39/9/2026", []),
        ("ngày 12/13/2026", []),
    ],
)
def test_a_day_no_calendar_has_offers_the_days_around_the_end_of_its_month(words: str, found: list[str]) -> None:
    question = asked(reading(f"1. Nộp sổ chủ nhiệm {words}.", "2. Họp hội đồng ngày 12/10/2026."), "ngay-khong-co")
    assert labels(question) == found


def test_taking_one_of_them_lets_the_plan_be_published() -> None:
    draft = reading("1. Nộp sổ chủ nhiệm trước ngày 31/9/2026.", "2. Họp hội đồng ngày 12/10/2026.")
    done = after(draft, asked(draft, "ngay-khong-co"), 1)
    due = done.items[0].task.due
    assert (due.day, due.bound, due.words) == (date(2026, 10, 1), Bound.BEFORE, "trước ngày 31/9/2026")
    assert "ngày không có thật; người duyệt chọn ngày sau 30/9" in due.basis
    assert not asked(done, "ngay-khong-co").open


TWO_COLUMNS = (
    ["TT", "Nội dung", "Thời gian", "Hạn hoàn thành", "Phụ trách"],
    ["1", "Kiểm tra hồ sơ", "Tháng 10", "25/11/2026", "Hiệu trưởng"],
    ["2", "Dự giờ giáo viên", "12/10/2026", "15/10/2026", "Phó Hiệu trưởng"],
)


def test_two_columns_of_times_are_chosen_between_with_one_press() -> None:
    draft = table(*TWO_COLUMNS)
    question = asked(draft, "hai-cot-thoi-gian")
    assert labels(question) == ["Giữ mốc đang tạm dùng (2 việc)", "Lấy mốc kia (2 việc)"]
    assert "“Tháng 10”; “12/10/2026”" in question.choices[1].why
    done = after(draft, question, 1)
    assert [item.task.due.day for item in done.items] == [date(2026, 10, 31), date(2026, 10, 12)]
    assert asked(done, "hai-cot-thoi-gian").settled == "đã chọn Lấy mốc kia (2 việc)"


def test_of_one_row_both_times_are_named() -> None:
    question = asked(table(*TWO_COLUMNS[:1], TWO_COLUMNS[2]), "hai-cot-thoi-gian")
    assert labels(question) == ["thứ Năm 15/10/2026", "thứ Hai 12/10/2026"]


def test_a_deadline_in_the_remarks_can_be_the_works() -> None:
    head = ["TT", "Nội dung", "Thời gian", "Phụ trách", "Ghi chú"]
    draft = table(
        head,
        ["1", "Kiểm tra hồ sơ", "Tháng 10", "Hiệu trưởng", ""],
        ["2", "Thu hồ sơ thi đua", "12/10/2026", "Phó Hiệu trưởng", "Nộp Phòng trước ngày 20/10/2026"],
    )
    question = asked(draft, "han-o-ghi-chu")
    assert labels(question) == ["thứ Hai 12/10/2026", "trước thứ Ba 20/10/2026"]
    assert after(draft, question, 1).items[1].task.due.day == date(2026, 10, 20)


def test_weeks_that_leave_their_month_offer_the_month_and_the_weeks_as_counted() -> None:
    rows = [
        ["Tháng", "Tuần", "Công việc", "Phụ trách"],
        ["4/2027", "Tuần 25 - 27", "Chấm đồ dùng tự làm", "Tổ lá"],
        ["4/2027", "Tuần 25", "Nộp bài dự thi vẽ tranh", "Tổ lá"],
    ]
    question = asked(draft := table(*rows), "tuan-ngoai-thang")
    assert [label.split(" (")[0] for label in labels(question)] == [
        "từ 1/4 đến thứ Sáu 30/4/2027",
        "Lấy tuần đếm từ đầu năm học",
    ]
    assert draft.items[0].task.due.day == date(2027, 4, 30)
    assert after(draft, question, 1).items[1].task.due.precision == "week"


def test_a_day_off_offers_the_working_days_beside_it_and_asks_nobody() -> None:
    draft = reading("1. Hội khỏe Phù Đổng ngày 29/11/2026.", "2. Nộp báo cáo trước ngày 20/12/2026.")
    found = [one for one in questions(draft, Known({}, calendar=CALENDAR)) if one.first.rule == "roi-ngay-nghi"]
    assert [labels(one) for one in found] == [
        ["Chủ nhật 29/11/2026", "thứ Sáu 27/11/2026", "thứ Hai 30/11/2026"],
        ["trước Chủ nhật 20/12/2026", "chậm nhất thứ Sáu 18/12/2026"],
    ]
    assert not any(one.serious for one in found)
    done = after(draft, found[1], 1)
    assert (done.items[1].task.due.day, done.items[1].task.due.bound) == (date(2026, 12, 18), Bound.BY)


def test_a_choice_that_is_gone_is_refused_with_a_sentence() -> None:
    draft = reading("1. Họp phụ huynh thứ Hai 15/9/2026.")
    with pytest.raises(deciding.Refusal, match="Không còn lựa chọn này"):
        deciding.pick(asked(draft, "thu-lech-ngay"), "khong-co")


@pytest.mark.parametrize(
    ("rule", "row"),
    [
        ("ngay-ngoai-o", ("11/2026", "Thao giảng cụm, ngày 28/11", "")),
        ("o-khong-ro-tuan", ("Hè", "Thao giảng cụm", "")),
    ],
)
def test_a_doubt_about_the_week_of_a_cell_is_answered_by_the_day_the_reviewer_sets(
    rule: str, row: tuple[str, ...]
) -> None:
    draft = table(("Tháng", "Tuần 1", "Tuần 2"), ("10/2026", "", "Dự giờ giáo viên mới"), row)
    question = asked(draft, rule)
    [task] = question.touched
    moved = deciding.redate(draft, task, Due("5/11/2026", day=date(2026, 11, 5)))
    assert question.open
    assert not asked(reviewed(draft.plan, [one.id for one in draft.items], moved, lambda _: draft.plan), rule).open
