"""Who does a work where a scan wore the words away: the role is read from the words put right."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.people.worn import role_meant
from schedules.planning.text.worn_people import as_it_stands, restorer
from schedules.reading import read_text

WORN = """TRUONG THCS LÊ LOI
Sô: 12/KH-THCSLL

KÉ HOACH
Công tac truyền thông nam hoc 2025 - 2026

I. NÔI DUNG
Nhà truờng chuân bi noi dung tuyên truyen vê phong chông tai nan thuong tich cho hoc sinh, phoi hôp voi cha mẹ hóc
sinh va các doàn thê trong xã; giao viên chú nhiem nhác hoc sinh giu gìn vê sinh lop hoc.
"""


def owners_in(line: str) -> list[tuple[str, ...]]:
    plan = understand(read_text(f"{WORN}{line}\n", "worn.txt"), load_calendar())
    return [task.owners for task in plan.tasks]


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("- Các chi dội dang ky tiet muc truóc ngày 12/10/2025.", ("Các chi đội",)),
        ("- Doàn truong so duyét văn nghe vao ngay 03/11/2025.", ("Đoàn trường",)),
        ("- Hieu trurong: trinh du toán truoc ngày 14/12/2025.", ("Hiệu trưởng",)),
        ("- Kế todn lập bang luong truoc ngày 16/12/2025.", ("Kế toán",)),
        ("- To Tin học luu trũ anh truoc ngày 17/12/2025.", ("To Tin học",)),
        ("- Hội dông ty danh gia thông qua de cuong truoc ngày 18/12/2025.", ("Hội đồng tự đánh giá",)),
        ("- Ban tổ chúc hop rut kinh nghiem vao ngày 19/12/2025.", ("Ban tổ chức",)),
        ("- Tổ chúc lê khánh thanh truoc ngày 13/12/2025.", ()),
        ("- Các trưông gui danh sách truoc ngày 13/12/2025.", ("Các trường",)),
        ("- Ké toán niém yet du toán truoc ngày 15/12/2025.", ("Kế toán",)),
    ],
)
def test_a_role_and_its_verb_are_read_through_misread_letters(line, owners):
    assert owners_in(line) == [owners]


@pytest.mark.parametrize(
    ("worn", "meant"),
    [
        ("bảo ve", "bảo vệ"),
        ("Pho Hiéu truróng", "Phó Hiệu trưởng"),
        ("Vân thu", "Văn thư"),
        ("Hiệu trướng", "Hiệu trưởng"),
        ("Chủ tich Cong đoàn", "Chủ tich Cong đoàn"),
        ("Đoàn trường", "Đoàn trường"),
        ("Tổ Toán", "Tổ Toán"),
        ("Trần Văn Thu", "Trần Văn Thu"),
        ("Ban kiểm tra", "Ban kiểm tra"),
    ],
)
def test_a_misread_role_is_the_one_it_is_near_to_and_other_names_stay(worn, meant):
    assert role_meant(worn) == meant


def test_a_role_in_a_bracket_of_a_worn_line_is_read_as_it_was_meant():
    assert owners_in("- Kiem tra hô so truóc ngày 20/10/2025 (Pho Hiéu truróng).") == [("Phó Hiệu trưởng",)]


def test_who_acts_in_a_worn_sentence_acts_in_its_next_clause():
    line = "Doàn truong so duyét văn nghe vao ngay 03/11/2025, tong duyệt chuóng trình vào ngay 10/11/2025."
    assert owners_in(line) == [("Đoàn trường",), ("Đoàn trường",)]


def test_who_acts_goes_on_acting_where_the_next_verb_lost_its_accents():
    line = "Văn thu in giay moi truóc ngày 12/10/2025; gui xong giay moi truóc ngày 20/10/2025."
    assert owners_in(line) == [("Văn thư",), ("Văn thư",)]


def test_a_person_by_name_stays_as_the_scan_shows_the_name():
    assert owners_in("- Nop bao câo truóc ngày 12/10/2025 (phu trách: cô Ngan).") == [("cô Ngan",)]


def test_the_words_of_a_whole_text_are_left_alone():
    assert restorer("Kế toán nộp báo cáo về Phòng. " * 20) is as_it_stands


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("- Khao sát chon doi tuyen truoc ngày 12/10/2025 (có Vi Thị Nuong - PHT).", ("có Vi Thị Nuong - PHT",)),
        ("- Khao sát chon doi tuyen truoc ngày 12/10/2025 (có mặt).", ()),
        ("- Gui thuc don cho phú huynh truoc ngày 12/10/2025 (Cô Vi Thị Nuong).", ("Cô Vi Thị Nuong",)),
        ("- Thu vien nop sổ vê phòng truoc ngày 12/10/2025 (Cô Vi Thị Nuong).", ("Thư viện",)),
        ("- Tổ giám sdt (truông tổ: cô Vi Thị Nuong): nộp biên bản truoc ngày 12/10/2025.", ("Tổ Giám sát",)),
        (
            "- Hop thu mo ngay 12/10/2025, thầy Pho Hiệu truóng Lò Văn Tú mở va ghi sổ.",
            ("thầy Pho Hiệu truóng Lò Văn Tú",),
        ),
        ("- Dạy phụ đạo truóc ngày 12/10/2025, do gido viên bộ môn phụ trách.", ("Giáo viên bộ môn",)),
        (
            "- Co Vi Thị Nuong, nhân viên thiết bị, kiểm kê kho truóc ngày 12/10/2025.",
            ("Co Vi Thị Nuong, nhân viên thiết bị",),
        ),
    ],
)
def test_a_worn_address_or_office_stays_one_person(line, owners):
    assert [tuple(map(str.casefold, one)) for one in owners_in(line)] == [tuple(map(str.casefold, owners))]
