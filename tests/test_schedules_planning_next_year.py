"""This year's words read in another year: same rule, new days; nothing invented, nothing dropped in silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.calendar import SchoolCalendar, WeekRule, load_calendar
from schedules.law import load_law
from schedules.plan import Due, Header, Level, Mention, Origin, Place, Plan, SchoolYear, Task
from schedules.planning.next_year import Rules, Work, next_plan
from schedules.planning.next_year.lunar_names import moved_lunar_names
from schedules.planning.next_year.passage import Passage
from schedules.planning.next_year.redating import moved_due
from schedules.planning.next_year.years import moved_text
from schedules.reading import read_text
from schedules.wording import Context, when

CALENDAR = load_calendar()
ON = Passage(SchoolYear(2023), SchoolYear(2024), CALENDAR)


def moved(words: str, month: int | None = None, passage: Passage = ON):
    due = when(words, replace(passage.before, table_month=month))
    return moved_due(replace(due, words=words), passage)


def day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("words", "new", "start", "last"),
    [
        ("trước ngày 25/9/2023", "trước ngày 25/9/2024", "", "2024-09-25"),
        ("Tuần 3 tháng 10", "Tuần 3 tháng 10", "2024-10-14", "2024-10-20"),
        ("từ 10-14/10", "từ 10-14/10", "2024-10-10", "2024-10-14"),
        ("từ ngày 02-06/12", "từ ngày 02-06/12", "2024-12-02", "2024-12-06"),
        ("ngày 25-9-23", "ngày 25-9-24", "2024-09-25", "2024-09-25"),
        ("tháng 01/2024", "tháng 01/2025", "2025-01-01", "2025-01-31"),
        ("Năm học 2023-2024", "Năm học 2024-2025", "2024-09-01", "2025-05-31"),
        ("năm học 2023-24", "năm học 2024-25", "2024-09-01", "2025-05-31"),
        ("cuối học kỳ I", "cuối học kỳ I", "2025-01-04", "2025-01-17"),
        ("trước Tết Nguyên đán", "trước Tết Nguyên đán", "", "2025-01-28"),
        ("Tết Giáp Thìn", "Tết Ất Tỵ", "2025-01-29", "2025-01-29"),
        ("trước tháng 5/2024", "trước tháng 5/2025", "", "2025-04-30"),
        ("Quý I/2024", "Quý I/2025", "2025-01-01", "2025-03-31"),
        ("25/9/23", "25/9/24", "2024-09-25", "2024-09-25"),
        ("Tháng 8/2024", "Tháng 8/2025", "2025-08-01", "2025-08-31"),
        ("năm 2024", "năm 2025", "2025-01-01", "2025-12-31"),
        ("20/11", "20/11", "2024-11-20", "2024-11-20"),
        (
            "từ ngày 16/10/2023 đến ngày 25/11/2023",
            "từ ngày 16/10/2024 đến ngày 25/11/2024",
            "2024-10-16",
            "2024-11-25",
        ),
        ("Từ ngày 16/10/2023", "Từ ngày 16/10/2024", "2024-10-16", ""),
    ],
)
def test_words_are_moved_and_read_again(words: str, new: str, start: str, last: str) -> None:
    due = moved(words).due
    assert (due.words, due.start, due.day) == (new, day(start), day(last))
    assert due.basis


@pytest.mark.parametrize(
    ("words", "month", "new"), [("Tuần 3", 10, "Tuần 3 tháng 10"), ("ngày 20", 11, "ngày 20 tháng 11")]
)
def test_words_of_a_month_row_come_to_say_their_month(words: str, month: int, new: str) -> None:
    due = moved(words, month).due
    assert due.words == new
    assert due.dated
    assert due.day == when(new, ON.after).day


def test_a_bare_month_number_of_a_table_becomes_words() -> None:
    due = replace(when("Tháng 9/2023", ON.before), words="9")
    assert moved_due(due, ON).due.words == "Tháng 9"


def test_what_recurs_goes_on_recurring() -> None:
    due = moved("Năm học 2023-2024 và các năm học tiếp theo").due
    assert due.words == "Năm học 2024-2025 và các năm học tiếp theo"
    assert due.recurrence == "yearly"


@pytest.mark.parametrize("words", ["trước ngày 25/9/2024", "Năm 2021 đến năm 2025", "Năm học 2024-2025"])
def test_what_was_already_set_for_the_new_year_stays_and_is_said(words: str) -> None:
    found = moved(words)
    assert found.due.words == words
    assert found.doubtful
    assert "đã hẹn đến" in found.notes[0]


def test_the_29th_of_february_is_no_day_in_a_common_year() -> None:
    found = moved("trước ngày 29/2/2024")
    assert found.due.day == date(2025, 2, 28)
    assert "không có ngày 29/2" in found.notes[0]


@pytest.mark.parametrize(
    ("words", "new", "last"),
    [
        ("Thứ Hai ngày 16/10/2023", "Thứ Hai ngày 14/10/2024", date(2024, 10, 14)),
        ("Thứ Bảy 11/11", "Thứ Bảy 16/11", date(2024, 11, 16)),
        ("trước 16g30 thứ Sáu, ngày 15/12/2023", "trước 16g30 thứ Sáu, ngày 13/12/2024", date(2024, 12, 13)),
    ],
)
def test_a_named_weekday_keeps_its_weekday_and_its_week(words: str, new: str, last: date) -> None:
    found = moved(words)
    assert (found.due.words, found.due.day) == (new, last)
    assert "xem giữ thứ hay giữ ngày" in found.notes[0]


def test_a_weekday_whose_week_is_not_there_is_set_right_and_said() -> None:
    found = moved("Thứ Tư ngày 29/11/2023")
    assert found.due.words == "Thứ Sáu ngày 29/11/2024"
    assert "chọn giữ ngày hay giữ thứ" in found.notes[0]


@pytest.mark.parametrize(
    ("words", "start", "last"),
    [
        ("từ 23/10 đến 27/10/2023", date(2024, 10, 21), date(2024, 10, 25)),
        ("từ 30/10 đến 04/11/2023", date(2024, 11, 4), date(2024, 11, 9)),
        ("từ ngày 18/12/2023 đến ngày 29/12/2023", date(2024, 12, 16), date(2024, 12, 27)),
    ],
)
def test_whole_weeks_stay_whole_weeks(words: str, start: date, last: date) -> None:
    found = moved(words)
    assert (found.due.start, found.due.day) == (start, last)
    assert "năm nay lấy đúng tuần ấy" in found.notes[0]


def test_a_week_keeps_its_number_beside_its_days() -> None:
    assert moved("Tuần 2 (11/9 - 17/9)").due.words == "Tuần 2 (từ ngày 09/09/2024 đến ngày 15/09/2024)"


def test_a_week_the_new_month_has_not_is_left_open_and_said() -> None:
    found = moved("Tuần 5 tháng 11")
    assert found.due.day is None
    assert "không cho ra ngày nào" in found.notes[0]


def test_a_plan_counted_by_another_week_rule_gives_days_written_out() -> None:
    passage = replace(ON, plan_rule=WeekRule.BLOCKS)
    found = moved("Tuần 3 tháng 10", passage=passage)
    assert found.due.words == "Từ ngày 15/10/2024 đến ngày 21/10/2024"


@pytest.mark.parametrize(
    ("title", "new"),
    [
        ("Báo cáo công khai năm học 2022-2023", "Báo cáo công khai năm học 2023-2024"),
        ("Công khai theo Thông tư 36/2017/TT-BGDĐT", "Công khai theo Thông tư 36/2017/TT-BGDĐT"),
        ("Quyết định số 5 ngày 3 tháng 9 năm 2023", "Quyết định số 5 ngày 3 tháng 9 năm 2023"),
        ("Kiểm kê tài sản năm 2023", "Kiểm kê tài sản năm 2024"),
        ("Đề án giai đoạn 2023-2024", "Đề án giai đoạn 2023-2024"),
        ("Kỷ niệm 41 năm Ngày Nhà giáo Việt Nam", "Kỷ niệm 42 năm Ngày Nhà giáo Việt Nam"),
        ("Vui Tết Giáp Thìn 2024", "Vui Tết Ất Tỵ 2025"),
        ("Hội khỏe (ngày 16/10/2023)", "Hội khỏe (ngày 16/10/2024)"),
    ],
)
def test_titles_move_school_years_and_deadlines_only(title: str, new: str) -> None:
    assert moved_text(title, Context(CALENDAR, SchoolYear(2023)), 1) == new


@pytest.mark.parametrize(
    ("name", "new"), [("Kỷ Tỵ", "Canh Ngọ"), ("QUÝ MÃO", "GIÁP THÌN"), ("quý mão", "quý mão"), ("Mậu Tý", "Kỷ Sửu")]
)
def test_lunar_years_are_named_in_their_order(name: str, new: str) -> None:
    assert moved_lunar_names(f"Xuân {name} vui", 1) == f"Xuân {new} vui"


def task(title: str, words: str, **more: object) -> Task:
    due = when(words, ON.before)
    due = replace(due, words=due.words or words)
    return replace(Task(title, due, (Mention(f"{title} ({words})", Place(line=1), due),)), **more)


def drafted(*works: Work, text: str = "", target: int = 2024, level: Level | None = Level.TIEU_HOC):
    header = Header(
        "Trường Tiểu học Bến Đá", "12/KH-THBĐ", date(2023, 9, 18), SchoolYear(2023), level, "Kế hoạch năm học"
    )
    plan = Plan(header, document=read_text(text, "a.txt") if text else Plan(header).document)
    return next_plan(plan, works, SchoolYear(target), Rules(CALENDAR, load_law()))


def only(*works: Work, **more: object):
    (work,) = drafted(*works, **more).works
    return work


def test_number_and_date_are_left_open() -> None:
    header = drafted().header
    assert (header.number, header.date, header.school_year) == (None, None, SchoolYear(2024))


def test_unfinished_work_is_carried_with_its_reason_and_done_work_drops_its_state() -> None:
    late = Work(task("Sửa mái", "trước ngày 25/9/2023"), done=False, reason="Chờ kinh phí.")
    done = Work(task("Họp tổ", "tháng 9"), done=True, reason="xong sớm")
    assert [work.carried for work in drafted(late, done).works] == ["Chưa xong năm học 2023-2024: Chờ kinh phí", ""]


def test_a_day_off_is_said_with_the_day_before_it() -> None:
    notes = only(Work(task("Nộp báo cáo", "trước ngày 22/9/2023"))).notes
    assert notes == ("22/9/2024 rơi vào ngày nghỉ (Chủ nhật); ngày làm việc cuối trước đó: 20/9/2024",)


@pytest.mark.parametrize(
    ("title", "words", "review"),
    [
        ("Hội thi giáo viên dạy giỏi", "từ ngày 16/10/2023 đến ngày 25/11/2023", True),
        ("Mua sắm bàn ghế", "Quý I/2024", True),
        ("Phát động thi đua", "từ ngày 17/10/2023 đến ngày 25/11/2023", False),
        ("Họp tổ", "tháng 10", False),
    ],
)
def test_works_of_one_year_are_proposed_but_marked(title: str, words: str, review: bool) -> None:
    assert only(Work(task(title, words))).review is review


def test_a_feast_takes_its_work_along() -> None:
    work = only(Work(task("Tổ chức Tết Trung thu", "ngày 29/9/2023")))
    assert work.task.due.day == date(2024, 9, 17)
    assert "Trung thu năm nay 17/9/2024" in work.notes[0]


def test_a_replaced_circular_is_named_with_what_replaced_it() -> None:
    notes = only(Work(task("Công khai theo Thông tư 36/2017/TT-BGDĐT", "tháng 10"))).notes
    assert "09/2024/TT-BGDĐT" in notes[0]
    assert not any("ngày lập kế hoạch" in note for note in notes)  # the new plan is not signed yet


def test_recipients_go_by_date_and_words_stay() -> None:
    work = Work(task("Báo cáo Phòng GD&ĐT", "trước ngày 20/5/2024"))
    assert only(work).notes == ()
    later = only(work, target=2025)
    assert later.task.title == "Báo cáo Phòng GD&ĐT"
    assert "UBND cấp xã" in later.notes[0]


def test_what_the_law_or_the_tool_added_is_no_part_of_the_draft() -> None:
    added = [Work(task("Việc", "tháng 9", origin=origin)) for origin in (Origin.LAW, Origin.CHECKPOINT)]
    assert drafted(*added).works == ()


def test_grounds_and_recipients_keep_their_words() -> None:
    text = (
        "TRƯỜNG TIỂU HỌC BẾN ĐÁ\nKẾ HOẠCH\nNăm học 2023-2024\nI. CĂN CỨ\n"
        "Căn cứ Thông tư 36/2017/TT-BGDĐT ngày 28/12/2017 của Bộ Giáo dục và Đào tạo;\n"
        "II. NỘI DUNG\n1. Họp tổ trước ngày 25/9/2023.\nNơi nhận:\n- Phòng GD&ĐT;\n- Lưu: VT.\nHIỆU TRƯỞNG\n"
    )
    made = drafted(text=text, target=2025)
    assert [ground.text for ground in made.grounds] == [
        "Căn cứ Thông tư 36/2017/TT-BGDĐT ngày 28/12/2017 của Bộ Giáo dục và Đào tạo;"
    ]
    assert "09/2024" in made.grounds[0].notes[0]
    assert [line.text for line in made.recipients] == ["- Phòng GD&ĐT;", "- Lưu: VT."]
    assert made.recipients[0].notes


def test_a_plan_without_a_year_is_not_guessed_at() -> None:
    with pytest.raises(ValueError, match="không cho biết năm học"):
        next_plan(Plan(Header()), (), SchoolYear(2024), Rules(CALENDAR, load_law()))


DAYS = st.dates(date(2023, 9, 1), date(2024, 8, 31))
FORMS = (
    "trước ngày {0:%d/%m/%Y}",
    "chậm nhất ngày {0:%d/%m/%Y}",
    "ngày {0.day}/{0.month}",
    "tháng {0.month}/{0.year}",
    "{0:%d.%m.%Y}",
)


@given(first=DAYS, form=st.sampled_from(FORMS), years=st.integers(1, 5))
def test_a_written_day_keeps_its_day_and_month_or_says_why_not(first: date, form: str, years: int) -> None:
    passage = Passage(SchoolYear(2023), SchoolYear(2023 + years), SchoolCalendar())
    old = when(form.format(first), passage.before)
    found = moved_due(old, passage)
    if old.dated and not found.notes:
        assert found.due.day is not None
        same_month_end = old.precision == "month"
        assert found.due.day.month == old.day.month
        assert same_month_end or found.due.day.day == old.day.day
        assert found.due.day.year == old.day.year + years


@given(words=st.text(st.sampled_from("trước ngày tháng năm học tuần 0123456789/-– "), max_size=40))
def test_no_words_break_the_moving_and_no_day_comes_from_undated_words(words: str) -> None:
    found = moved_due(Due(words=words), ON)
    assert found.due.day is None or when(found.due.words, ON.after).day == found.due.day
