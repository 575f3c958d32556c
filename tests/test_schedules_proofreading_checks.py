"""Each check on the smallest plan that breaks it, and on one that does not."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from schedules import proofreading
from schedules.calendar import load_calendar
from schedules.plan import Severity
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG MẦM NON HOA SEN\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG CÔNG VIỆC\n"


def findings_of(text, head=HEAD):
    return understand(read_text(head + text, "dán"), load_calendar()).findings


def rules(text, head=HEAD):
    return {finding.rule for finding in findings_of(text, head)}


BROKEN = [
    ("khong-co-han", "- Giữ vệ sinh lớp học sạch sẽ."),
    ("chua-co-nguoi", "- Họp phụ huynh trước ngày 5/10/2024."),
    ("nam-lech", "- Nộp kế hoạch công khai trước ngày 25/9/2025."),
    ("nam-lech", "- Nộp kế hoạch công khai trước ngày 25/5/2024."),
    ("han-truoc-ngay-ky", "- Nộp kế hoạch công khai trước ngày 25/7/2024."),
    ("sat-ngay-ky", "- Nộp danh sách trẻ trước ngày 7/8/2024."),
    ("roi-ngay-nghi", "- Nộp danh sách trẻ chậm nhất ngày 2/9/2024."),
    ("hai-ten-truong", "- Trẻ của Trường Mầm non Hoa Đào đi học đều."),
    ("ten-truong-hai-cach-viet", "- Trẻ của Trường Mầm non Hoa Sén đi học đều."),
    ("van-ban-nam-sai", "- Làm theo Thông tư 19/2028 của Bộ."),
    ("van-ban-thieu-nam", "- Làm theo Thông tư 13/TT-BGDĐT của Bộ."),
    ("lap-chu", "- Làm theo Thông tư số Thông tư số 19/2018/TT-BGDĐT."),
    ("dinh-ky-khong-ro", "- Báo cáo kết quả giám sát định kỳ với Hiệu trưởng."),
    ("ket-qua-nam-nay", "1. Kết quả thực hiện cải tiến chất lượng đã đạt được trong năm học 2024-2025;"),
    ("ngay-khong-co", "- Nộp danh sách trẻ trước ngày 30/2/2025."),
]


@pytest.mark.parametrize(("rule", "line"), BROKEN)
def test_a_slip_is_found_with_its_words(rule, line):
    found = [finding for finding in findings_of(line) if finding.rule == rule]
    assert len(found) == 1
    assert found[0].message
    assert found[0].quotes or rule == "khong-co-han"


QUIET = [
    ("chua-co-nguoi", "- Họp phụ huynh trước ngày 5/10/2024. Phụ trách: Hiệu trưởng."),
    ("nam-lech", "- Tổng vệ sinh trước ngày 15/8/2025."),
    ("nam-lech", "- Chuẩn bị hè trước ngày 20/6/2025."),
    ("sat-ngay-ky", "- Nộp danh sách trẻ trước ngày 25/9/2024."),
    ("roi-ngay-nghi", "- Thi vẽ tranh từ ngày 7/10/2024 đến ngày 12/10/2024."),
    ("hai-ten-truong", "- Trẻ của Trường Mầm non Hoa Sen đi học đều."),
    ("hai-ten-truong", "- Trẻ của trường mầm non đi học đều."),
    ("van-ban-nam-sai", "- Làm theo Thông tư 19/2018 của Bộ."),
    ("van-ban-thieu-nam", "- Làm theo Thông tư 13/2020/TT-BGDĐT của Bộ."),
    ("dinh-ky-khong-ro", "- Báo cáo kết quả giám sát định kỳ hằng tháng."),
    ("ket-qua-nam-nay", "1. Kết quả thực hiện cải tiến chất lượng đã đạt được trong năm học 2023-2024;"),
    ("khong-co-han", "- Họp phụ huynh trước ngày 5/10/2024."),
]


@pytest.mark.parametrize(("rule", "line"), QUIET)
def test_a_sound_line_is_left_alone(rule, line):
    assert rule not in rules(line)


def test_section_numbers_that_jump_are_no_finding():
    assert (
        rules("- Giữ lớp sạch sẽ mỗi ngày.\nVI. TỔ CHỨC THỰC HIỆN\n1. Kế toán\n- Nộp sổ trước ngày 4/10/2024.") == set()
    )


def test_an_empty_import_blocks():
    found = findings_of("Xin chào.", head="")
    assert [(finding.rule, finding.severity) for finding in found] == [("khong-co-viec", Severity.BLOCK)]


def test_a_wrong_year_suggests_the_day_in_the_plans_year():
    found = next(f for f in findings_of("- Nộp kế hoạch trước ngày 25/9/2025.") if f.rule == "nam-lech")
    assert found.suggestion == "Có thể là 25/9/2024?"


def test_many_works_in_one_week_are_told():
    lines = "\n".join(f"- Nộp hồ sơ số {name} của lớp trước ngày 1{name}/10/2024." for name in range(5, 8))
    more = "\n".join(f"- Nộp bảng theo dõi {name} trước ngày 1{name}/10/2024." for name in range(5, 8))
    assert "don-viec" in rules(f"{lines}\n{more}")
    assert "don-viec" not in rules(lines)


def test_works_told_on_one_side_only_are_listed():
    table = "\nTháng\tNội dung\tMốc thời gian\n10\t- Hội thi vẽ tranh.\tTuần 2\n11\t- Hội thi kể chuyện.\tTuần 2\n12\t- Khám răng.\tTuần 1"
    body = "- Hội thi vẽ tranh: Tháng 10/2024.\n- Hội thi kể chuyện: Tháng 11/2024.\n- Nộp sổ trước ngày 5/3/2025.\n"
    told = [finding.message for finding in findings_of(body + table) if finding.rule == "chi-o-mot-noi"]
    assert ["Nộp sổ" in told[0], "Khám răng" in told[1]] == [True, True]


SEASON = "1. Hội thi giáo viên dạy giỏi cấp trường từ ngày 7/10/2024 đến ngày 16/11/2024.\n"
HEADINGS = "\nTháng\tNội dung\tMốc thời gian\n"


@pytest.mark.parametrize(
    ("weeks", "gaps"),
    [
        (("Tuần 2", "Tuần 2"), ["14/10/2024–10/11/2024"]),
        (("Tuần 2, 3, 4, 5", "Tuần 1, 2"), []),
    ],
)
def test_weeks_a_table_leaves_out_of_a_season_are_told(weeks, gaps):
    work = "- Hội thi giáo viên dạy giỏi cấp trường."
    rows = f"10\t{work}\t{weeks[0]}\n11\t{work}\t{weeks[1]}"
    found = [finding.message for finding in findings_of(SEASON + HEADINGS + rows) if finding.rule.startswith("bang-bo")]
    assert [gap in message for gap, message in zip(gaps, found, strict=True)] == [True] * len(gaps)


@pytest.mark.parametrize(
    ("other", "count"),
    [("Trăng rằm yêu thươnq", 1), ("TRĂNG RẰM – YÊU THƯƠNG", 0), ("Trang ram yeu thuong", 0), ("Bé vui đến trường", 0)],
)
def test_one_event_spelled_two_ways_is_told_once(other, count):
    body = "- Ngày hội “Trăng rằm yêu thương” cho trẻ toàn trường: Tháng 9/2024.\n"
    table = f"{HEADINGS}9\t- Ngày hội “{other}” cho trẻ toàn trường.\tTuần 2"
    told = [finding for finding in findings_of(body + table) if finding.rule == "ten-viec-hai-cach-viet"]
    assert len(told) == count


def test_every_check_stands_in_the_list_once():
    folder = Path(proofreading.__file__).parent
    checks = {path.stem for path in folder.glob("*.py") if "def check(" in path.read_text("utf-8")}
    listed = [check.__module__.rpartition(".")[2] for check in proofreading.CHECKS]
    assert sorted(listed) == sorted(checks)


def test_findings_keep_places_for_their_quotes():
    found = findings_of("- Họp phụ huynh trước ngày 5/10/2024.\n- Nộp sổ trước ngày 7/10/2024.")
    owner = next(finding for finding in found if finding.rule == "chua-co-nguoi")
    assert [place.line for place in owner.places] == [6, 7]


def test_near_signing_counts_working_days():
    found = next(f for f in findings_of("- Nộp sổ chậm nhất ngày 8/8/2024.") if f.rule == "sat-ngay-ky")
    assert "5 ngày làm việc" in found.message
    assert f"{date(2024, 8, 2):%d/%m/%Y}" in found.message


OFFICE = [
    ("van-ban-da-thay", "- Công khai theo Thông tư 36/2017/TT-BGDĐT trước ngày 20/9/2024."),
    ("van-ban-chua-ro", "- Làm theo Thông tư 99/2020/TT-BGDĐT của Bộ trước ngày 20/9/2024."),
    ("van-ban-khac-ngay", "- Theo Thông tư 19/2018/TT-BGDĐT ngày 21/8/2018, rà soát trước ngày 20/9/2024."),
]


@pytest.mark.parametrize(("rule", "text"), OFFICE)
def test_a_citation_is_held_against_the_register_as_of_the_day_of_signing(rule, text):
    assert rule in rules(text)
    assert rule not in rules("- Rà soát theo Thông tư 19/2018/TT-BGDĐT ngày 22/8/2018 trước ngày 20/9/2024.")


def test_documents_the_register_does_not_know_are_one_remark():
    text = (
        "- Thông tư 98/2020/TT-BGDĐT và Thông tư 99/2020/TT-BGDĐT.\n- Thông tư 97/2020/TT-BGDĐT, làm trước 20/9/2024."
    )
    assert [finding.rule for finding in findings_of(text)].count("van-ban-chua-ro") == 1


def test_a_report_to_an_office_that_closed_names_the_new_one():
    head = HEAD.replace("2024", "2025").replace("2025-2025", "2025-2026")
    (finding,) = [
        one
        for one in findings_of("- Gửi báo cáo về Phòng GD&ĐT trước ngày 20/9/2025.", head)
        if one.rule == "noi-nhan-cu"
    ]
    assert "xã" in finding.suggestion
    assert "noi-nhan-cu" not in rules("- Gửi báo cáo về Phòng GD&ĐT trước ngày 20/9/2024.")


def test_a_date_later_than_the_laws_is_said_and_kept():
    text = "- Công khai tài chính quý III năm 2024: trước ngày 31/10/2024."
    plan = understand(read_text(HEAD + text, "dán"), load_calendar())
    assert "muon-hon-luat" in {finding.rule for finding in plan.findings}
    assert plan.tasks[0].due.day == date(2024, 10, 31)


TABLE = (
    "TT\tTiêu chuẩn, tiêu chí\tKết quả cần đạt\tCông việc/giải pháp cần thực hiện\tChủ trì và phối hợp thực hiện"
    "\tThời gian thực hiện và hoàn thành\n"
    "1\t{standard}\t\t\t\t\n"
    "\tTiêu chí {criterion}\tĐủ phòng học\tSửa phòng học\tHiệu trưởng\tTháng 10/2024\n"
)
ROOMS = "Tiêu chuẩn 3: Cơ sở vật chất và thiết bị dạy học"


def test_a_criterion_that_does_not_exist_is_said():
    assert "tieu-chi-khong-co" in rules(TABLE.format(standard=ROOMS, criterion="3.9"))
    assert "tieu-chi-khong-co" not in rules(TABLE.format(standard=ROOMS, criterion="3.2"))


def test_a_standard_under_a_foreign_title_is_said():
    foreign = "Tiêu chuẩn 3: Quan hệ giữa gia đình và xã hội"
    assert "tieu-chuan-khac-ten" in rules(TABLE.format(standard=foreign, criterion="3.2"))
    assert "tieu-chuan-khac-ten" not in rules(TABLE.format(standard=ROOMS, criterion="3.2"))


@pytest.mark.parametrize(
    ("line", "advice"),
    [
        ("- Họp cha mẹ học sinh ngày 6/10/2024.", "Là ngày tổ chức thì giữ nguyên; là hạn nộp thì xong"),
        ("- Nộp danh sách trẻ chậm nhất ngày 6/10/2024.", "Xong trong ngày làm việc trước đó: 04/10/2024."),
    ],
)
def test_an_event_on_a_sunday_may_be_meant_and_a_deadline_not(line, advice):
    (found,) = [finding for finding in findings_of(line) if finding.rule == "roi-ngay-nghi"]
    assert found.suggestion.startswith(advice)
