"""Who leads a work and who helps, told in one clause of it, over its list, or behind its times."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.people.helpers import helped_by
from schedules.planning.people.leaders import led_by
from schedules.planning.people.names import names_in
from schedules.planning.people.subjects import subject_of
from schedules.reading import read_text

HEAD = (
    "TRƯỜNG TIỂU HỌC BẾN ĐÁ\nSố: 7/KH-TH\nBến Đá, ngày 05 tháng 9 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n"
)


def people_of(text):
    plan = understand(read_text(HEAD + text + "\n", "dán"), load_calendar())
    return [(task.owners, task.helpers) for task in plan.tasks]


@pytest.mark.parametrize(
    ("line", "owners", "helpers"),
    [
        ("Hội diễn ngày 19/11/2025; giao Công đoàn chủ trì, phối hợp với Đoàn xã.", ("Công đoàn",), ("Đoàn xã",)),
        (
            "Vui hội trăng rằm tối 06/10/2025 (Tổng phụ trách Đội chủ trì, Công đoàn phối hợp).",
            ("Tổng phụ trách Đội",),
            ("Công đoàn",),
        ),
        (
            "Giao Trường THCS A Lù chủ trì, phối hợp với Trường Tiểu học A Lù mở lớp tập huấn ngày 06/11/2025.",
            ("Trường THCS A Lù",),
            ("Trường Tiểu học A Lù",),
        ),
        (
            "Bổ sung sách xong trước ngày 30/3/2026; kinh phí 9 triệu đồng; Kế toán chủ trì, Văn thư phối hợp.",
            ("Kế toán",),
            ("Văn thư",),
        ),
        (
            "Giao đ/c Lan (Kế toán) chủ trì, phối hợp với đ/c Hoa (Văn thư) lập hồ sơ trước ngày 21/4/2026.",
            ("đ/c Lan (Kế toán)",),
            ("đ/c Hoa (Văn thư)",),
        ),
        (
            "Hội diễn ngày 19/11/2025: Đoàn trường, Công đoàn chủ trì; tổ Văn phòng hỗ trợ.",
            ("Đoàn trường", "Công đoàn"),
            ("tổ Văn phòng",),
        ),
        ("Họp tổ ngày 05/10/2025 do Phó Hiệu trưởng chủ trì, các giáo viên tham dự.", ("Phó Hiệu trưởng",), ()),
        (
            "Tuyên truyền phối hợp với Công an xã trước ngày 19/11/2025 (Đoàn trường).",
            ("Đoàn trường",),
            ("Công an xã",),
        ),
        ("Diễn tập ngày 21/4/2026; chỉ huy: Đội trưởng Đội PCCC cơ sở.", ("Đội trưởng Đội PCCC cơ sở",), ()),
        ("Nộp báo cáo trước ngày 20/10/2025: thầy Nam (HT).", ("thầy Nam (HT)",), ()),
        ("Nhận hồ sơ từ 01/6/2026 đến 05/6/2026; nhân viên y tế kiểm tra sổ tiêm chủng.", ("nhân viên y tế",), ()),
        ("Công tác chủ trì hội nghị chuẩn bị xong trước ngày 21/4/2026.", (), ()),
        ("Phát quang cỏ từ 08/12 đến 13/12/2025 (Tổ Thể dục - Quốc phòng).", ("Tổ Thể dục - Quốc phòng",), ()),
    ],
)
def test_a_clause_tells_who_leads_and_who_helps(line, owners, helpers):
    assert people_of(f"1. {line}") == [(owners, helpers)]


def test_who_helps_over_a_list_helps_with_each_of_its_works():
    text = "2. Giao Công đoàn chủ trì, phối hợp với Đoàn xã thực hiện:\n- Văn nghệ: ngày 19/11/2025.\n"
    assert people_of(f"{text}- Thể thao: ngày 25/3/2026.") == [(("Công đoàn",), ("Đoàn xã",))] * 2


@pytest.mark.parametrize(
    "behind",
    [
        "từ ngày 28/12/2025 đến ngày 31/12/2025; cuối năm học: ngày 10/5/2026. Tổ trưởng chủ trì, Văn thư phối hợp.",
        "đợt 1 trước ngày 05/12/2025, đợt 2 trước ngày 30/4/2026 (Tổ trưởng; phối hợp: Văn thư).",
    ],
)
def test_who_is_told_behind_the_times_of_one_work_leads_all_of_them(behind):
    assert people_of(f"1. Kiểm tra định kỳ: {behind}") == [(("Tổ trưởng",), ("Văn thư",))] * 2


def test_a_bracket_behind_the_last_of_several_works_is_of_that_alone():
    text = "1. Nộp báo cáo thu chi trước ngày 05/12/2025; kiểm kê thư viện trước ngày 30/4/2026 (Văn thư)."
    assert people_of(text) == [((), ()), (("Văn thư",), ())]


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("Giao Kế toán chủ trì, phối hợp với Văn thư lập dự toán", "lập dự toán"),
        ("Hội diễn văn nghệ; giao Công đoàn chủ trì", "Hội diễn văn nghệ"),
        ("Giao thầy Vũ Nam chủ trì, phối hợp với các tổ bôi duong dói tuyen", None),
    ],
)
def test_what_is_to_be_done_stays_when_the_clause_is_taken_out(text, rest):
    led = led_by(text)
    assert led is not None
    assert led.rest == (rest or text)


@pytest.mark.parametrize(
    "text",
    [
        "Hiệu trưởng chủ trì họp giao ban",
        "Tổng phụ trách Đội phối hợp với Đoàn xã tổ chức trung thu",
        "Nội dung do cấp trên chủ trì",
        "Phó Hiệu trưởng phụ trách cơ sở vật chất",
    ],
)
def test_a_sentence_that_goes_on_with_what_is_led_is_no_such_clause(text):
    assert led_by(text) is None


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Nhân viên thiết bị Lò Văn Pâng rà soát kho", ("Nhân viên thiết bị Lò Văn Pâng",)),
        ("Phó Hiệu trưởng phụ trách cơ sở vật chất báo cáo kết quả", ("Phó Hiệu trưởng phụ trách cơ sở vật chất",)),
        ("Nhân viên thư viện kiêm thiết bị Vàng A Sình kiểm kê", ("Nhân viên thư viện kiêm thiết bị Vàng A Sình",)),
        ("Tổ trưởng phụ trách khối nộp báo cáo", ("Tổ trưởng phụ trách khối",)),
        ("Phòng Tổ chức cán bộ cấp giấy chứng nhận", ("Phòng Tổ chức cán bộ",)),
        ("Đoàn trường và Công đoàn chủ trì hội diễn", ("Đoàn trường", "Công đoàn")),
        ("Nhân viên rà soát thiết bị Lò Văn Pâng", ("Nhân viên",)),
    ],
)
def test_a_long_name_of_who_acts_is_whole(text, who):
    assert subject_of(text) == who


def test_helpers_end_where_their_deed_a_time_or_a_purpose_begins():
    assert helped_by("phối hợp với Công đoàn, Đoàn xã tổ chức hội thi") == ("Công đoàn", "Đoàn xã")
    assert helped_by("phối hợp với Công an xã trong công tác tuyên truyền") == ("Công an xã",)
    assert helped_by("phối hợp với Tổ kiểm tra nội bộ kiểm tra kho") == ("Tổ kiểm tra nội bộ",)
    assert helped_by("phối hợp nhịp nhàng giữa các khâu") == ()


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("Năm học này, Trường Mầm non A Lù và Trường Tiểu học A Lù nộp hồ sơ về xã trước ngày 28/02/2026.", 2),
        ("Hằng tháng, Kế toán báo cáo thu chi trước ngày 25.", 1),
        ("Trong đợt này, sách báo của thư viện được kiểm kê trước ngày 06/10/2025.", 0),
    ],
)
def test_who_acts_stands_behind_the_time_that_opens_a_sentence(text, owners):
    assert [len(who) for who, _ in people_of(f"1. {text}")] == [owners]


def test_a_month_that_only_opens_a_sentence_with_its_day_is_no_work():
    assert people_of("1. Tháng 11, Đoàn trường tổ chức hội diễn xong trước ngày 19/11/2025.") == [
        (("Đoàn trường",), ())
    ]
    assert len(people_of("1. Tháng 11: hội diễn văn nghệ; Đoàn trường nộp kịch bản trước ngày 10/11/2025.")) == 2


def test_an_office_with_a_name_whole_is_somebody_and_a_class_beside_a_teacher_is_nobody():
    assert people_of("1. Họp ngày 05/12/2025 (Bí thư Đoàn trường Lò Thị Xuân).") == [
        (("Bí thư Đoàn trường Lò Thị Xuân",), ())
    ]
    assert names_in("Cô Quàng Thị Hoa; (3A)") == ("Cô Quàng Thị Hoa",)
    assert names_in("3A, 3B") == ("3A, 3B",)


def test_who_helps_is_known_behind_a_work_and_in_the_heading_that_hands_it_out():
    line = "1. Kế toán lập dự toán trước ngày 25/9/2025; Thủ quỹ phối hợp."
    assert people_of(line) == [(("Kế toán",), ("Thủ quỹ",))]
    text = "II. TỔ CHỨC THỰC HIỆN\n1. Giao Công đoàn chủ trì, phối hợp với Hội Khuyến học xã tổ chức:\n"
    assert people_of(f"{text}- Thăm thầy cô nghỉ hưu: ngày 18/11/2025.") == [(("Công đoàn",), ("Hội Khuyến học xã",))]
