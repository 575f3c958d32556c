"""What a plan says of itself, whole or badly scanned."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.plan import Level, SchoolYear
from schedules.planning import understand
from schedules.planning.head.letterhead import lines_of_letterhead
from schedules.reading import read_text


def header_of(text):
    return understand(read_text(text, "dán"), load_calendar()).header


@pytest.mark.parametrize(
    ("line", "school", "level"),
    [
        ("TRƯỜNG MẦM NON HOA SEN", "Trường Mầm non Hoa Sen", Level.MAM_NON),
        ("TRƯỜNG MN XÃ BẢN LÈNG", "Trường MN xã Bản Lèng", Level.MAM_NON),
        ("Trường Tiểu học Bến Đá", "Trường Tiểu học Bến Đá", Level.TIEU_HOC),
        ("TRƯỜNG TH SỐ 2 PHÚ LỘC", "Trường TH Số 2 Phú Lộc", Level.TIEU_HOC),
        ("TRƯỜNG THCS SUỐI MƠ", "Trường THCS Suối Mơ", Level.THCS),
        ("TRƯỜNG THPT ĐÈO GIÓ\tĐộc lập - Tự do - Hạnh phúc", "Trường THPT Đèo Gió", Level.THPT),
        ("TRƯỜNG TH VÀ THCS NẬM CẮT", "Trường TH và THCS Nậm Cắt", Level.LIEN_CAP),
        ("TRƯỜNG TH&THCS BÙ NHO", "Trường TH&THCS Bù Nho", Level.LIEN_CAP),
        ("TRƯỜNG PTDTBT-THCS SÍN CHẢI", "Trường PTDTBT-THCS Sín Chải", Level.THCS),
        ("TRƯỜNG PTDTBT TH NÀ KHOA", "Trường PTDTBT TH Nà Khoa", Level.TIEU_HOC),
        ("TRUONG TIEU HQC BEN DA Poc 1ap Tw do — Hanh phic", "Trường Tiểu học Ben Da", Level.TIEU_HOC),
        ("TRUONG TIEU HQC Poc lap Tu do\nBEN DA", "Trường Tiểu học Ben Da", Level.TIEU_HOC),
    ],
)
def test_the_school_of_the_letterhead(line, school, level):
    header = header_of(f"PHÒNG GD&ĐT\n{line}\nSố: 1/KH-X\nKẾ HOẠCH\nNăm học 2024-2025\n")
    assert (header.school, header.level) == (school, level)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 99a /KH-MNNL", "99a/KH-MNNL"),
        ("Số : 170/KH-MNKNS", "170/KH-MNKNS"),
        ("S6 : 71/KH-HH Ben Da, ngay 07 thang 10 nam 2021", "71/KH-HH"),
        ("$6 /04 KH-MNPL Ben Da, ngay 15 thing 10 nim 2022", "04/KH-MNPL"),
        ("Số: 12/KH-TH&THCS", "12/KH-TH&THCS"),
        ("Số:      /KH-MNHS", None),
        ("Căn cứ Công văn số 12/KH-PGD", None),
    ],
)
def test_the_number_of_the_plan(line, number):
    assert header_of(f"TRƯỜNG MẦM NON HOA SEN\n{line}\nKẾ HOẠCH\n").number == number


@pytest.mark.parametrize(
    ("line", "signed"),
    [
        ("Đồi Sim, ngày 18 tháng 09 năm 2023", date(2023, 9, 18)),
        ("Doi Sim, ngay 15 thing 10 nim 2022", date(2022, 10, 15)),
        ("Đồi Sim, ngày 5/9/2024", date(2024, 9, 5)),
        ("Văn Bán, ngày 30 tháng 9 năm 2022", date(2022, 9, 30)),
        ("Theo văn bản, ngày 30 tháng 9 năm 2022", None),
        ("Đồi Sim, ngày … tháng … năm 2024", None),
        ("Đồi Sim, ngày 31 tháng 11 năm 2024", None),
        ("Căn cứ Quyết định ngày 18 tháng 8 năm 2021", None),
    ],
)
def test_the_day_it_was_signed(line, signed):
    assert header_of(f"TRƯỜNG MẦM NON HOA SEN\n{line}\nKẾ HOẠCH\n").date == signed


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("KẾ HOẠCH\nCẢI TIẾN CHẤT LƯỢNG GIÁO DỤC\nNăm học 2024-2025", "Kế hoạch cải tiến chất lượng giáo dục"),
        ("KE HOACH\nCAI TIEN CHAT LUQNG GIAO DYC\nNim hoc 2022 - 2023", "Kế hoạch cải tiến chất lượng giáo dục"),
        ("KẾ HOẠCH\nKiểm tra nội bộ năm học 2025-2026", "Kế hoạch kiểm tra nội bộ"),
        (
            "KẾ HOẠCH\nTự đánh giá, cải tiến chất lượng giáo dục năm học 2026-2027",
            "Kế hoạch tự đánh giá, cải tiến chất lượng giáo dục",
        ),
        ("KẾ HOẠCH PHÒNG CHỐNG BÃO LŨ NĂM HỌC 2025-2026", "Kế hoạch phòng chống bão lũ"),
        ("KẾ HOẠCH\nHoạt động thư viện năm học 2025-2026", "Kế hoạch hoạt động thư viện"),
        ("Kế hoạch Đội năm học 2025-2026", "Kế hoạch Đội"),
        ("THÔNG BÁO", None),
    ],
)
def test_the_kind_of_plan(title, kind):
    assert header_of(f"TRƯỜNG MẦM NON HOA SEN\n{title}\n").kind == kind


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("KẾ HOẠCH\nNăm học 2024 – 2025\n", 2024),
        ("KẾ HOẠCH\nNim hoc 2022 - 2023\n", 2022),
        ("Đồi Sim, ngày 3 tháng 2 năm 2025\nKẾ HOẠCH\n", 2024),
        ("KẾ HOẠCH\nI. NỘI DUNG\n- Họp năm học 2023-2024\n- Thi năm học 2023-2024 và 2022-2023", 2023),
    ],
)
def test_the_school_year(text, year):
    assert header_of(f"TRƯỜNG MẦM NON HOA SEN\n{text}").school_year == SchoolYear(year)


def test_a_text_that_says_nothing_of_itself_has_an_empty_head():
    header = header_of("- Nộp hồ sơ của tổ cho văn thư trước ngày 5/9")
    assert (header.school, header.number, header.date, header.school_year, header.level, header.kind) == (None,) * 6


def test_a_letterhead_in_a_table_is_read_too():
    text = "PHÒNG GD&ĐT\tCỘNG HÒA XÃ HỘI\nTRƯỜNG MẦM NON HOA SEN\tĐộc lập - Tự do\nSố: 8/KH-MNHS\tĐồi Sim, ngày 5 tháng 9 năm 2024\n\nKẾ HOẠCH\n"
    header = header_of(text)
    assert (header.school, header.number, header.date) == ("Trường Mầm non Hoa Sen", "8/KH-MNHS", date(2024, 9, 5))


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("Số: 31/KH-THCS LVT", "31/KH-THCS LVT"),
        ("Số: 31/KH-THCS LVT   Đồi Sim, ngày 2 tháng 8 năm 2024", "31/KH-THCS LVT"),
        ("Số: 31 /KH - TrTH CVA", "31/KH-TrTH CVA"),
        ("Số: 31/CTr-THPT NTMK", "31/CTr-THPT NTMK"),
        ("Số: 31/KH-MN TP. Hoa Lư, ngày 2 tháng 8 năm 2024", "31/KH-MN"),
        ("Số: 31/KH-THCS Hoa Lư, ngày 2 tháng 8 năm 2024", "31/KH-THCS"),
        ("Số: 31/KH-MN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "31/KH-MN"),
    ],
)
def test_the_sign_of_a_number_may_hold_a_blank_but_no_place(line, number):
    text = f"TRƯỜNG MẦM NON HOA SEN\n{line}\nKẾ HOẠCH\nNăm học 2024-2025\nI. NỘI DUNG\n- Họp tổ ngày 3/10/2024."
    assert understand(read_text(text, "dán"), load_calendar()).header.number == number


@pytest.mark.parametrize(
    "line",
    [
        "Trường Tiểu học số 2 Yên Lập xây dựng kế hoạch năm học như sau:",
        "Trường Tiểu học số 2 Yên Lập, ban hành kế hoạch với các nội dung sau:",
        "Trường Tiểu học số 2 Yên Lập thông báo lịch công tác",
        "Trường Tiểu học số 2 Yên Lập",
    ],
)
def test_the_name_of_a_school_ends_before_what_it_does(line):
    text = f"{line}\nI. NỘI DUNG\n- Họp tổ ngày 3/10/2024."
    assert understand(read_text(text, "dán"), load_calendar()).header.school == "Trường Tiểu học số 2 Yên Lập"


@pytest.mark.parametrize(
    ("head", "school", "number"),
    [
        ("TRUNG TÂM GDNN-GDTX HUYỆN ĐỒI SIM\nSố: 3/KH-TT", "Trung tâm GDNN-GDTX huyện Đồi Sim", "3/KH-TT"),
        (
            "**TRUNG TÂM GIÁO DỤC THƯỜNG XUYÊN TỈNH HÀ LÂM**\n**Số:** 3/KH-TT",
            "Trung tâm Giáo dục thường xuyên tỉnh Hà Lâm",
            "3/KH-TT",
        ),
        ("**Trường THPT Đèo Gió 2** — **Số: 4/KH-THPT**", "Trường THPT Đèo Gió 2", "4/KH-THPT"),
        ("Trường THPT Đèo Gió 2** — năm học 2024-2025\nSố: 4/KH-THPT", "Trường THPT Đèo Gió 2", "4/KH-THPT"),
    ],
)
def test_centres_and_names_among_marks_are_read_bare(head, school, number):
    header = header_of(f"{head}\nĐồi Sim, ngày 2 tháng 8 năm 2024\nKẾ HOẠCH\nI. NỘI DUNG\n- Họp tổ ngày 3/10/2024.")
    assert (header.school, header.number) == (school, number)


def test_a_school_year_over_at_the_signing_is_only_told_of():
    text = (
        "Đồi Sim, ngày 2 tháng 10 năm 2025\nI. NỘI DUNG\n- Bổ sung minh chứng năm học 2024-2025 trước ngày 3/11/2025."
    )
    assert header_of(text).school_year == SchoolYear(2025)


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        ("V/v rà soát cơ sở vật chất\nKính gửi: Các trường", "Công văn: rà soát cơ sở vật chất"),
        ("V/v: rà soát sân trường\nvà nhà xe\nKính gửi: Các trường", "Công văn: rà soát sân trường và nhà xe"),
        ("V/v rà soát cơ sở vật chất", None),
        ("THÔNG BÁO\nV/v rà soát cơ sở vật chất\nKính gửi: Các trường", None),
        ("KẾ HOẠCH\nV/v rà soát cơ sở vật chất\nKính gửi: Các trường", "Kế hoạch v/v rà soát cơ sở vật chất"),
    ],
)
def test_a_letter_is_named_by_its_matter_where_it_is_addressed(lines, kind):
    header = header_of(f"PHÒNG VĂN HÓA - XÃ HỘI\nSố: 12/VHXH\nĐồi Sim, ngày 5 tháng 9 năm 2024\n{lines}\n")
    assert header.kind == kind


BELOW = "\nKẾ HOẠCH\nCông tác tháng 10\nNăm học 2025-2026\nI. NỘI DUNG\n1. Nộp báo cáo thu chi trước ngày 25/10/2025.\n"


@pytest.mark.parametrize(
    "glued",
    [
        (
            "UBND XÃ BẾN ĐÁ; TRƯỜNG THCS SUỐI MƠ; Số: 96/KH-SM | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM; "
            "Độc lập - Tự do - Hạnh phúc; Bến Đá, ngày 22 tháng 9 năm 2025"
        ),
        (
            "UBND XA BEN DA; TRƯỜNG THCS SUỐI MƠ; So: 96/KH-SM | CONG HÔA XA HOI CHU NGHIA VIỆT NAM; "
            "P6c lâp - Ty do - Hânh phic; Ben Dá, ngày 22 thang 9 nim 2025"
        ),
        (
            "TRƯỜNG THCS SUỐI MƠ, Số: 96/KH-SM, CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM, Độc lập - Tự do - Hạnh phúc, "
            "Bến Đá, ngày 22 tháng 9 năm 2025"
        ),
        "TRƯỜNG THCS SUỐI MƠ\nSố: 96/KH-SM\nĐộc lập - Tự do - Hạnh phúc Bến Đá, ngày 22 tháng 9 năm 2025",
        "TRƯỜNG THCS SUỐI MƠ; Số: 96/KH-SM | ĐỘC LẬP - TỰ DO - HẠNH PHÚC; BẾN ĐÁ, NGÀY 22 THÁNG 9 NĂM 2025",
        "LIÊN ĐỘI TRƯỜNG THCS SUỐI MƠ; Số: 96/KH-SM | ĐỘI TNTP HỒ CHÍ MINH; Bến Đá, ngày 22 tháng 9 năm 2025",
        "TRƯỜNG THCS SUỐI MƠ|Độc lập - Tự do - Hạnh phúc\nSố: 96/KH-SM Bến Đá, ngày 22 tháng 9 năm 2025",
    ],
)
def test_a_letterhead_glued_into_one_line_is_read_and_sets_no_work(glued):
    plan = understand(read_text(glued + BELOW, "dán"), load_calendar())
    header = plan.header
    assert (header.school, header.number, header.date) == ("Trường THCS Suối Mơ", "96/KH-SM", date(2025, 9, 22))
    assert [task.title for task in plan.tasks] == ["Nộp báo cáo thu chi"]


@pytest.mark.parametrize(
    "line",
    [
        "Treo khẩu hiệu: Độc lập - Tự do - Hạnh phúc; hoàn thành trước ngày 30/9/2025",
        "Hội thi “Độc lập - Tự do - Hạnh phúc” ngày 02/9/2025",
        "Kiểm tra: Trường MN Hoa Sen, ngày 6 tháng 10 năm 2025; Trường TH Mỹ Lộc, ngày 12 tháng 10 năm 2025",
        "HỌP PHỤ HUYNH; nộp báo cáo; Mỹ Lộc, ngày 12 tháng 9 năm 2025",
        "Mừng Quốc khánh nước Cộng hòa xã hội chủ nghĩa Việt Nam; viếng nghĩa trang ngày 02/9/2025",
    ],
)
def test_a_work_that_names_the_motto_or_a_place_is_no_letterhead(line):
    assert not lines_of_letterhead(line)
