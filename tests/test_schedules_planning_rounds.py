"""A later deadline of a line that names only its round, or nothing: the work before it, in full, on a day of its own."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.text.rounds import as_round, as_stage, is_round, is_round_or_level, leads_to_round
from schedules.reading import read_text

HEAD = "TRƯỜNG TIỂU HỌC HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG CÔNG VIỆC\n"


def works(line):
    tasks = understand(read_text(HEAD + line, "dán"), load_calendar()).tasks
    return [(task.title, task.due.day, task.owners) for task in tasks]


@pytest.mark.parametrize(
    ("line", "first", "then"),
    [
        (
            "- Gửi biên bản dự giờ đợt 1 trước ngày 20/11/2024; đợt 2 trước ngày 20/3/2025.",
            "Gửi biên bản dự giờ đợt 1",
            "Gửi biên bản dự giờ đợt 2",
        ),
        (
            "- Nộp sổ chủ nhiệm học kỳ I trước 20/11/2024, cả năm trước 20/3/2025.",
            "Nộp sổ chủ nhiệm học kỳ I",
            "Nộp sổ chủ nhiệm cả năm",
        ),
        (
            "- Lập bảng lương quý III chậm nhất ngày 20/11/2024; quý IV chậm nhất ngày 20/3/2025.",
            "Lập bảng lương quý III",
            "Lập bảng lương quý IV",
        ),
        (
            "- Kiểm kê thư viện giữa năm xong trước 20/11/2024, cuối năm xong trước 20/3/2025.",
            "Kiểm kê thư viện giữa năm",
            "Kiểm kê thư viện cuối năm",
        ),
        (
            "- Thu phiếu khảo sát HKI (trước ngày 20/11/2024), HKII (trước ngày 20/3/2025) về văn phòng.",
            "Thu phiếu khảo sát HKI",
            "Thu phiếu khảo sát HKII về văn phòng",
        ),
        (
            "- Rà soát học bạ trước 20/11/2024 (lần 1) và trước 20/3/2025 (lần 2).",
            "Rà soát học bạ (lần 1)",
            "Rà soát học bạ (lần 2)",
        ),
        (
            "- Họp phụ huynh đầu năm ngày 20/11/2024 và cuối năm ngày 20/3/2025.",
            "Họp phụ huynh đầu năm",
            "Họp phụ huynh cuối năm",
        ),
        (
            "- Khảo sát năng lực đọc: khối 9 ngày 20/11/2024; các khối 6, 7, 8 ngày 20/3/2025.",
            "Khảo sát năng lực đọc: khối 9",
            "Khảo sát năng lực đọc: các khối 6, 7, 8",
        ),
        (
            "- Kiểm tra nghề ngày 20/11/2024 đối với khối 9, ngày 20/3/2025 đối với khối 7, 8; đề in sao theo quy chế.",
            "Kiểm tra nghề đối với khối 9",
            "Kiểm tra nghề đối với khối 7, 8",
        ),
        (
            "- Nop so diem lan 1 truoc ngay 20/11/2024, lan 2 truoc ngay 20/3/2025.",
            "Nop so diem lan 1",
            "Nop so diem lan 2",
        ),
    ],
)
def test_the_next_round_takes_the_whole_work_and_its_own_day(line, first, then):
    assert [(title, day) for title, day, _ in works(line)] == [(first, date(2024, 11, 20)), (then, date(2025, 3, 20))]


def test_every_further_round_is_a_work_of_the_same_people():
    found = works("- Kế toán đối chiếu công nợ lần 1 trước 10/10/2024, lần 2 trước 10/1/2025, lần 3 trước 10/4/2025.")
    assert [(title[-5:], day.month, people) for title, day, people in found] == [
        ("lần 1", 10, ("Kế toán",)),
        ("lần 2", 1, ("Kế toán",)),
        ("lần 3", 4, ("Kế toán",)),
    ]


def test_the_same_last_day_worded_twice_is_two_deadlines():
    found = works("- Niêm yết thực đơn tuần lễ dinh dưỡng trước ngày 10/10/2024 và trước ngày 10/3/2025.")
    assert [day for _, day, _ in found] == [date(2024, 10, 10), date(2025, 3, 10)]
    assert len({title for title, _, _ in found}) == 1


@pytest.mark.parametrize(
    "line",
    [
        "- Lập hồ sơ thi đua trước 10/9/2024, hoàn thành trước 20/9/2024.",
        "- Lập hồ sơ thi đua trước 10/9/2024, chậm nhất 20/9/2024.",
    ],
)
def test_one_work_put_off_is_no_second_round(line):
    assert [day for _, day, _ in works(line)] == [date(2024, 9, 10)]


def test_a_round_with_an_act_of_its_own_keeps_its_words():
    found = works("- Tổ chuyên môn nộp đề đợt 1 trước 20/10/2024; học kỳ II nộp giáo án trước 15/1/2025.")
    assert found[1][:2] == ("Học kỳ II nộp giáo án", date(2025, 1, 15))


@pytest.mark.parametrize("words", ["Lần 2", "đợt II", "Học kỳ II", "cả năm học", "Cuối năm", "quý IV", "khối 7"])
def test_a_round_is_known_by_its_name(words):
    assert is_round(words)
    assert leads_to_round(f"; {words} ")


@pytest.mark.parametrize("words", ["lần lượt", "tổ chức", "năm nay nộp", "cuối buổi họp", "kỳ thi"])
def test_other_words_are_no_round(words):
    assert not is_round(words)
    assert not leads_to_round(f", {words} ")


def test_a_round_of_another_kind_stands_behind_the_work():
    assert as_round("Lần 2", "lần 2 trước 5/1", "Chấm vở học kỳ I") == "Chấm vở học kỳ I lần 2"
    assert as_round("Lần 2 chấm vở", "lần 2 chấm vở trước 5/1", "Thu vở lần 1") == ""


def _works(line: str) -> list[tuple[str, date | None, date | None]]:
    text = f"KẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG\n1. {line}"
    tasks = understand(read_text(text, "r.txt"), load_calendar()).tasks
    return [(task.title, task.due.start, task.due.day) for task in tasks]


def test_the_number_of_a_round_before_its_month_is_no_day() -> None:
    assert _works("Tẩy giun lần 1 tháng 11, lần 2 tháng 4.") == [
        ("Tẩy giun lần 1", date(2024, 11, 1), date(2024, 11, 30)),
        ("Tẩy giun lần 2", date(2025, 4, 1), date(2025, 4, 30)),
    ]


def test_a_step_of_one_word_with_its_own_last_day_is_a_work() -> None:
    assert [(title, day) for title, _, day in _works("Lập danh mục sách trước 20/9; duyệt trước 25/9.")] == [
        ("Lập danh mục sách", date(2024, 9, 20)),
        ("Duyệt", date(2024, 9, 25)),
    ]


def test_beginning_and_review_of_a_campaign_are_two_works() -> None:
    line = "Thi đua chào mừng 20/11: phát động ngày 4/11, tổng kết ngày 19/11."
    assert [day for _, _, day in _works(line)] == [date(2024, 11, 4), date(2024, 11, 19)]


@pytest.mark.parametrize(
    ("line", "title", "day"),
    [
        (
            "Gửi phiếu điểm giữa học kỳ II cho cha mẹ học sinh trước ngày 28/3/2025.",
            "giữa học kỳ II",
            date(2025, 3, 28),
        ),
        ("Trình số liệu giữa năm học với Ban đại diện trước 17/01/2025.", "giữa năm học", date(2025, 1, 17)),
    ],
)
def test_a_round_in_the_clause_of_a_last_day_names_the_work_and_sets_no_time(line: str, title: str, day: date) -> None:
    ((read, start, last),) = _works(line)
    assert (title in read, start, last) == (True, None, day)


def test_a_round_before_another_deed_keeps_its_time() -> None:
    line = "Tổng kết cuối năm học và nộp báo cáo trước ngày 24/5/2025."
    assert [day for _, _, day in _works(line)] == [date(2025, 5, 31), date(2025, 5, 24)]


@pytest.mark.parametrize(
    ("line", "days"),
    [
        ("Kiểm tra công tác thu, chi đầu năm học trong tháng 11/2024.", [date(2024, 11, 30)]),
        ("Khảo sát thiết bị giữa học kỳ I vào tháng 12/2024.", [date(2024, 12, 31)]),
        (
            "Công khai các khoản thu đầu năm học, mức thu từng khoản: niêm yết tại bảng tin trước ngày 20/9/2024.",
            [date(2024, 9, 20)],
        ),
        (
            "Họp phụ huynh đầu năm học, công bố khoản thu: niêm yết tại bảng tin trước ngày 20/9/2024.",
            [date(2024, 9, 30), date(2024, 9, 20)],
        ),
        ("Kiểm tra hồ sơ đầu năm học, tháng 01/2025.", [date(2024, 9, 30), date(2025, 1, 31)]),
        ("Kiểm tra hồ sơ đầu năm học và trong tháng 01/2025.", [date(2024, 9, 30), date(2025, 1, 31)]),
    ],
)
def test_a_month_put_right_behind_a_round_dates_the_work_alone_a_list_of_times_stays_one(line, days) -> None:
    assert [day for _, _, day in _works(line)] == days


def test_the_day_of_a_round_told_behind_it_is_of_the_work_before():
    title, words = "Đối với học kỳ II", "chậm nhất ngày 15/5 đối với học kỳ II"
    assert as_round(title, words, "Chấm vở đối với học kỳ I") == "Chấm vở đối với học kỳ II"
    assert as_round("Đối với học sinh giỏi", "chậm nhất ngày 15/5 đối với học sinh giỏi", "Chấm vở") == ""


@pytest.mark.parametrize(
    ("title", "leader", "full"),
    [
        ("Báo cáo tổng kết", "Liên đội báo cáo sơ kết phong trào trồng cây", "Báo cáo tổng kết phong trào trồng cây"),
        ("Báo cáo cuối năm", "Nộp báo cáo giữa kỳ công tác Đội", "Báo cáo cuối năm công tác Đội"),
        ("Tổng kết", "Công đoàn tổ chức sơ kết cuộc vận động", "Tổng kết cuộc vận động"),
        ("Báo cáo tổng kết", "Tổ trưởng báo cáo sơ kết học kỳ I", ""),
        ("Báo cáo tổng kết", "Tổ trưởng họp sơ kết phong trào đọc sách", ""),
        ("Báo cáo tổng kết năm học", "Liên đội báo cáo sơ kết phong trào trồng cây", ""),
    ],
)
def test_the_next_stage_of_a_work_is_on_the_same_but_for_a_term(title, leader, full):
    assert as_stage(title, leader) == full


ROWS = "|TT|Nội dung|Thời gian|Phụ trách|\n|---|---|---|---|\n|1|{}|{}|Cô Lụa|\n|2|Dọn kho sách|Tháng 12/2024|Cô Mai|\n"


def _cell(work: str, time: str) -> list[tuple[str, date | None]]:
    tasks = understand(read_text(f"{HEAD}\n{ROWS.format(work, time)}", "dán"), load_calendar()).tasks
    return [(task.title, task.due.day) for task in tasks][:-1]


@pytest.mark.parametrize(
    ("work", "titles"),
    [
        (
            "Ngày hội “Bé khỏe”<br>- Cấp trường<br>- Cấp cụm",
            ["Ngày hội “Bé khỏe” cấp trường", "Ngày hội “Bé khỏe” cấp cụm"],
        ),
        (
            "Kết quả nuôi dưỡng trẻ<br>+ học kỳ I<br>+ cả năm",
            ["Kết quả nuôi dưỡng trẻ học kỳ I", "Kết quả nuôi dưỡng trẻ cả năm"],
        ),
        (
            "Khám sức khỏe cho trẻ:<br>- Đợt 1<br>- Đợt 2",
            ["Khám sức khỏe cho trẻ đợt 1", "Khám sức khỏe cho trẻ đợt 2"],
        ),
    ],
)
def test_rounds_in_a_cell_bear_the_name_over_them_each_with_the_time_beside_it(work, titles) -> None:
    assert _cell(work, "14/10/2024<br>20/11/2024") == [
        (titles[0], date(2024, 10, 14)),
        (titles[1], date(2024, 11, 20)),
    ]


def test_works_in_a_cell_are_no_rounds_of_the_first() -> None:
    assert _cell("Họp tổ<br>- Nộp giáo án<br>- Chấm bài thi", "14/10/2024<br>20/11/2024<br>21/11/2024") == [
        ("Họp tổ", date(2024, 10, 14)),
        ("Nộp giáo án", date(2024, 11, 20)),
        ("Chấm bài thi", date(2024, 11, 21)),
    ]


@pytest.mark.parametrize(
    ("words", "only"),
    [
        ("- Cấp cụm (dự, theo lịch của Phòng)", True),
        ("+ cả năm", True),
        ("Các khối 6, 7, 8", True),
        ("Cấp phát sách", False),
        ("Lớp 9A1 trực cổng", False),
    ],
)
def test_what_names_only_a_round_or_for_whom_it_is(words, only) -> None:
    assert is_round_or_level(words) is only
