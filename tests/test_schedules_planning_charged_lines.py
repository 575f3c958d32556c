"""A sentence that only gives somebody charge of what stands round it speaks of all the works of its section."""

from __future__ import annotations

import pytest

from tests.fakes.typed_plan import plan_of

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 9 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nA. NỘI DUNG CÔNG VIỆC\n\n"
OVER = (
    "1. Sân chơi\n{line}\na) Kê bàn ghế: ngày 20/11/2024.\n- Sơn tường: ngày 21/11/2024.\nMỗi lớp một góc.\n"
    "b) Vẽ vạch sân: ngày 22/11/2024 (cô Hoa).\n2. Kho\na) Kiểm kê kho ngày 22/11/2024.\nb) Sửa kho ngày 23/11/2024.\n"
)
BEHIND = (
    "1. Sân chơi\na) Kê bàn ghế: ngày 20/11/2024.\nb) Vẽ vạch sân: ngày 22/11/2024 (cô Hoa).\n"
    "c) Sơn tường: ngày 23/11/2024.\n{line}\n2. Kho\na) Kiểm kê kho ngày 22/11/2024.\nb) Sửa kho ngày 23/11/2024.\n"
)


def people(text):
    return {task.title: (task.owners, task.helpers) for task in plan_of(text, HEAD).tasks}


OWN = ("cô Hoa",), ()
NOBODY = (), ()


@pytest.mark.parametrize(
    ("line", "owners", "helpers"),
    [
        ("Giao thầy Sơn chủ trì, phối hợp với kế toán.", ("thầy Sơn",), ("kế toán",)),
        ("- Giao thầy Sơn chủ trì; kế toán phối hợp.", ("thầy Sơn",), ("kế toán",)),
        ("Giao Tổng phụ trách Đội Cà Văn Nghĩa chủ trì mục này.", ("Tổng phụ trách Đội Cà Văn Nghĩa",), ()),
        ("Thầy Sơn phụ trách, cô Yến phối hợp.", ("Thầy Sơn",), ("cô Yến",)),
        ("Thầy Sơn là đầu mối.", ("Thầy Sơn",), ()),
        ("Thầy Sơn chịu trách nhiệm chính phần này.", ("Thầy Sơn",), ()),
        ("Người phụ trách mục này là cô Yến.", ("cô Yến",), ()),
        ("Giao nhiệm vụ cho kế toán.", ("kế toán",), ()),
        ("Phân công thầy Sơn và cô Yến phụ trách.", ("thầy Sơn", "cô Yến"), ()),
        ("Phụ trách: thầy Sơn, phối hợp với kế toán.", ("thầy Sơn",), ("kế toán",)),
        ("Đầu mối: thầy Sơn.", ("thầy Sơn",), ()),
        ("Đồng chí phụ trách: thầy Sơn.", ("thầy Sơn",), ()),
        ("Trách nhiệm thực hiện: thầy Sơn.", ("thầy Sơn",), ()),
        ("Phân công: thầy Sơn phụ trách; kế toán phối hợp.", ("thầy Sơn",), ("kế toán",)),
        ("Thầy Sơn chủ trì, cùng kế toán thực hiện.", ("Thầy Sơn",), ("kế toán",)),
        ("Giao Ban Giám hiệu chỉ đạo, giáo viên chủ nhiệm thực hiện.", ("giáo viên chủ nhiệm",), ()),
        ("Giao thầy Sơn chu tri, phoi hgp vôi ke todn.", ("thầy Sơn",), ("Kế toán",)),
        ("Thầy Sơn phy trdch phần này.", ("Thầy Sơn",), ()),
        ("Chịu trách nhiệm: thầy Sơn.", ("thầy Sơn",), ()),
        ("Các việc dưới đây do thầy Sơn chủ trì, kế toán và văn thư phối hợp.", ("thầy Sơn",), ("kế toán", "văn thư")),
    ],
)
def test_a_line_under_a_heading_gives_its_works_who_leads_and_who_helps(line, owners, helpers):
    told = owners, helpers
    assert people(OVER.format(line=line)) == {
        "Kê bàn ghế": told,
        "Sơn tường": told,
        "Vẽ vạch sân": OWN,
        "Kiểm kê kho": NOBODY,
        "Sửa kho": NOBODY,
    }


@pytest.mark.parametrize(
    ("line", "owners", "helpers"),
    [
        ("Giao thầy Sơn chủ trì, phối hợp với kế toán.", ("thầy Sơn",), ("kế toán",)),
        ("d) Giao thầy Sơn chủ trì, phối hợp với kế toán.", ("thầy Sơn",), ("kế toán",)),
        ("Mục này giao thầy Sơn.", ("thầy Sơn",), ()),
        ("Cả mục do thầy Sơn phụ trách.", ("thầy Sơn",), ()),
        ("Thầy Sơn được phân công phụ trách các nội dung trên.", ("Thầy Sơn",), ()),
        ("Chịu trách nhiệm chính mục này: thầy Sơn.", ("thầy Sơn",), ()),
        ("Các nội dung trên do thầy Sơn chủ trì, phối hợp với kế toán.", ("thầy Sơn",), ("kế toán",)),
        ("Thầy Sơn chủ trì, phối hợp với kế toán thực hiện các nội dung trên.", ("Thầy Sơn",), ("kế toán",)),
    ],
)
def test_a_line_that_ends_a_section_speaks_of_its_works_too(line, owners, helpers):
    told = owners, helpers
    assert people(BEHIND.format(line=line)) == {
        "Kê bàn ghế": told,
        "Vẽ vạch sân": OWN,
        "Sơn tường": told,
        "Kiểm kê kho": NOBODY,
        "Sửa kho": NOBODY,
    }


@pytest.mark.parametrize(
    "line",
    [
        "Hiệu trưởng chịu trách nhiệm chung.",
        "Phó Hiệu trưởng phụ trách chuyên môn.",
        "Công đoàn phối hợp với chuyên môn.",
        "Giao kế toán chủ trì, phối hợp với văn thư lập dự toán.",
        "Giao thầy Sơn chủ trì năm học trước.",
        "Học sinh khối 9 thực hiện.",
        "Giao cho thầy Sơn phụ trách chung, cô Yến giúp việc.",
        "Hiệu trưởng trực tiếp chỉ đạo và chịu trách nhiệm.",
    ],
)
def test_a_line_that_tells_anything_besides_hands_nothing_down(line):
    found = people(OVER.format(line=line))
    assert found["Kê bàn ghế"] == found["Sơn tường"] == NOBODY


def test_a_line_between_works_is_of_the_work_above_it():
    text = (
        "1. Thi hát: ngày 20/11/2024.\nGiao thầy Sơn chủ trì, phối hợp với kế toán.\n"
        "2. Thi múa: ngày 21/11/2024.\nCô Mai phụ trách, thầy Nam phối hợp.\n"
        "3. Thi vẽ: ngày 22/11/2024 (cô Hoa).\nThầy Nam phụ trách.\n4. Thi kéo co: ngày 23/11/2024.\n"
    )
    assert people(text) == {
        "Thi hát": (("thầy Sơn",), ("kế toán",)),
        "Thi múa": (("Cô Mai",), ("thầy Nam",)),
        "Thi vẽ": OWN,
        "Thi kéo co": NOBODY,
    }


def test_what_only_this_work_is_said_of_is_no_whole_section():
    found = people(BEHIND.format(line="Việc này do thầy Sơn đảm nhiệm, kế toán phối hợp."))
    assert found["Sơn tường"] == (("thầy Sơn",), ("kế toán",))
    assert found["Kê bàn ghế"] == NOBODY


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        ("Sinh hoạt tổ: ngày 20/11/2024, do tổ trưởng điều hành.", "tổ trưởng"),
        ("Họp cha mẹ học sinh ngày 20/11/2024, do giáo viên chủ nhiệm chủ tọa.", "giáo viên chủ nhiệm"),
        ("Ngoài ra bộ phận thư viện gửi số liệu mượn trả sách trước ngày 20/11/2024.", "Bộ phận thư viện"),
        ("Sau đó, kế toán nộp bảng kê trước ngày 20/11/2024.", "Kế toán"),
        ("Ngoài ra nộp bảng kê trước ngày 20/11/2024.", None),
        ("Tham gia ngày hội ngày 20/11/2024 do Sở điều hành.", None),
    ],
)
def test_who_runs_a_meeting_and_who_acts_behind_a_joining_word(line, owner):
    text = f"1. Sân chơi\n- {line}\n- Sửa kho ngày 23/11/2024.\n"
    assert [one.owners for one in plan_of(text, HEAD).tasks] == [(owner,) if owner else (), ()]


@pytest.mark.parametrize(
    ("heading", "line", "owner"),
    [
        ("Thư ký (cô Đặng Mỹ Duyên)", "Cô Đặng Mỹ Duyên lập báo cáo trước ngày 20/11/2024.", "Cô Đặng Mỹ Duyên"),
        ("Tổ trưởng chuyên môn", "Thầy Nam lập báo cáo trước ngày 20/11/2024.", "Thầy Nam"),
        ("Thư ký (cô Đặng Mỹ Duyên)", "Lập báo cáo trước ngày 20/11/2024.", "Thư ký (cô Đặng Mỹ Duyên)"),
        ("Tổ Giám sát kế hoạch cải tiến (cô Hòa làm tổ trưởng)", "Nộp báo cáo trước ngày 20/11/2024.", None),
        ("Tổ Giám sát kế hoạch cải tiến", "Nộp báo cáo trước ngày 20/11/2024.", None),
    ],
)
def test_a_heading_names_its_body_in_full_and_whoever_a_sentence_begins_with_is_nearer(heading, line, owner):
    text = f"II. TỔ CHỨC THỰC HIỆN\n1. Hiệu trưởng\n- Chỉ đạo chung.\n2. {heading}\n- {line}\n"
    assert plan_of(text, HEAD).tasks[0].owners == (owner or "Tổ Giám sát kế hoạch cải tiến",)
