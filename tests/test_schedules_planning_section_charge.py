"""A line of people that opens a section hands them down to all its works that name nobody, in lists and in tables."""

from __future__ import annotations

import pytest

from tests.fakes.typed_plan import plan_of, table

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 2 tháng 9 năm 2024\nKẾ HOẠCH\nNăm học 2024-2025\nA. NỘI DUNG CÔNG VIỆC\n\n"


def owners(text):
    return {task.title: task.owners for task in plan_of(text, HEAD).tasks}


LEADS = "Phó Hiệu trưởng Lò Văn Sơn"


@pytest.mark.parametrize(
    "line",
    [
        f"Phụ trách chung: {LEADS}.",
        f"Người phụ trách: {LEADS}",
        f"- Người phụ trách chung: {LEADS}.",
        f"Chủ trì: {LEADS}.",
        f"Giao {LEADS} phụ trách chung.",
        f"{LEADS} phụ trách mảng này.",
        f"Các việc dưới đây do {LEADS} đảm nhiệm.",
    ],
)
def test_a_section_has_its_person_however_deep_its_works_stand(line):
    text = (
        f"I. Công tác bán trú\n{line}\n"
        "1. Tuyển nhân viên\n- Ký hợp đồng nấu ăn trước ngày 05/10/2024.\n- Kế toán lập dự toán trước ngày 08/10/2024.\n"
        "2. Ăn trưa\n- Kiểm tra bếp: ngày 16/10/2024.\n- Kiểm tra kho: ngày 17/10/2024 (Y tế).\n"
        "II. Hội thi\n1. Thi hát: ngày 20/11/2024.\n2. Thi kéo co: ngày 21/11/2024.\n"
    )
    assert owners(text) == {
        "Ký hợp đồng nấu ăn": (LEADS,),
        "Kế toán lập dự toán": ("Kế toán",),
        "Kiểm tra bếp": (LEADS,),
        "Kiểm tra kho": ("Y tế",),
        "Thi hát": (),
        "Thi kéo co": (),
    }


def test_a_table_of_the_section_without_people_is_theirs_too_and_one_with_people_keeps_its_own():
    text = (
        f"I. Khảo thí\nPhụ trách chung: {LEADS}.\n1. Kiểm tra định kì\nCác mốc như sau:\n\n"
        + table("TT|Đợt kiểm tra|Thời gian", "1|Kiểm tra giữa kỳ|Ngày 05/11/2024", "2|Kiểm tra cuối kỳ|Ngày 25/12/2024")
        + "\n2. Tiến độ\n\n"
        + table("TT|Công việc|Người thực hiện|Hạn", "1|In đề|Văn thư|20/12/2024", "2|Đóng gói đề||21/12/2024")
    )
    assert owners(text) == {
        "Kiểm tra giữa kỳ": (LEADS,),
        "Kiểm tra cuối kỳ": (LEADS,),
        "In đề": ("Văn thư",),
        "Đóng gói đề": (),
    }


def test_the_person_of_the_nearest_section_is_meant():
    text = (
        "I. Khảo thí\nPhụ trách chung: Hiệu trưởng.\n1. Kiểm tra\nPhụ trách: Tổ trưởng Tổ 5.\n"
        "- Ra đề trước ngày 05/10/2024.\n- Chấm bài trước ngày 08/10/2024.\n"
        "2. Hội thi\n- Thi hát: ngày 20/11/2024.\n- Thi múa: ngày 21/11/2024.\n"
    )
    assert list(owners(text).values()) == [("Tổ trưởng Tổ 5",)] * 2 + [("Hiệu trưởng",)] * 2


@pytest.mark.parametrize("sign", ["- ", "1. "])
def test_who_looks_after_a_section_in_general_may_be_told_behind_its_works(sign):
    text = f"I. Kiểm tra\n{sign}Kiểm tra kho: ngày 10/11/2024.\n{sign}Kiểm tra bếp: ngày 12/11/2024.\nPhụ trách chung: Y tế.\n"
    assert owners(text) == {"Kiểm tra kho": ("Y tế",), "Kiểm tra bếp": ("Y tế",)}


@pytest.mark.parametrize(
    "text",
    [
        # of the one work it stands by, not of the next
        "I. Hội thi\n1. Thi hát: ngày 20/11/2024.\nNgười phụ trách: Cô Hà.\n2. Thi múa: ngày 21/11/2024.\n",
        # the whole plan is answered for by its head, which makes nobody of each work
        "I. Hội thi\n1. Thi múa: ngày 21/11/2024.\nII. TỔ CHỨC THỰC HIỆN\nPhụ trách chung: Hiệu trưởng.\n",
        "I. Hội thi\nHiệu trưởng chỉ đạo chung.\n1. Vòng trường\n- Thi múa: ngày 21/11/2024.\n",
    ],
)
def test_other_works_than_those_of_the_section_stay_without_a_person(text):
    assert owners(text)["Thi múa"] == ()


def test_the_office_of_a_named_person_may_have_a_deed_in_its_name():
    text = "I. Kiểm định\nPhụ trách chung: Thầy Vũ Đình Khải - Thư ký Hội đồng tự đánh giá.\n1. Họp nhóm ngày 25/10/2024.\n"
    assert owners(text) == {"Họp nhóm": ("Thầy Vũ Đình Khải - Thư ký Hội đồng tự đánh giá",)}


@pytest.mark.parametrize("under", ["1. Lịch\n", ""])
def test_a_work_that_names_somebody_is_not_handed_to_another(under):
    text = (
        f"I. Đội tuyển\nPhụ trách chung: Hiệu trưởng.\n{under}"
        "- Toán: thầy Nam, thi ngày 14/11/2024.\n- Thi múa: ngày 15/11/2024.\n"
    )
    assert list(owners(text).values()) == [(), ("Hiệu trưởng",)]


def test_each_person_of_a_line_has_a_part_of_their_own():
    text = (
        "I. Tập san\nNgười phụ trách: cô Diệu (bài viết), thầy Phú (ảnh)\n"
        "- Nhận bài: trước ngày 5/11/2024.\n- Làm bìa: ngày 15/11/2024.\n"
    )
    assert list(owners(text).values()) == [("cô Diệu (bài viết)", "thầy Phú (ảnh)")] * 2


ROUNDS = (
    "I. Khảo thí\n1. Các đợt\n- Kiểm tra giữa kỳ: ngày 05/11/2024.\n- Kiểm tra cuối kỳ: ngày 25/12/2024.\n{line}\n"
    "2. Hội thi\n- Thi múa: ngày 21/11/2024.\n- Thi hát: ngày 22/11/2024.\n"
)


@pytest.mark.parametrize(
    ("line", "owner"),
    [
        (f"Giao {LEADS} chủ trì, phối hợp với các tổ tổ chức các đợt kiểm tra nêu trên.", LEADS),
        ("Phân công cô Hà thực hiện các nội dung trên.", "cô Hà"),
        ("Phụ trách mục 1: văn thư Hoàng Thị Liễu.", "văn thư Hoàng Thị Liễu"),
        ("Phụ trách mục này: Kế toán.", "Kế toán"),
    ],
)
def test_a_line_behind_a_list_hands_over_all_that_it_points_at(line, owner):
    assert list(owners(ROUNDS.format(line=line)).values()) == [(owner,)] * 2 + [()] * 2


def test_a_line_tells_by_its_number_whose_section_it_speaks_of():
    found = owners(ROUNDS.format(line="Phụ trách mục 2: cô Hà.\nPhụ trách mục 1: cô Mai."))
    assert list(found.values()) == [("cô Mai",)] * 2 + [("cô Hà",)] * 2


def test_who_only_checks_what_stands_above_does_none_of_it():
    found = owners(ROUNDS.format(line="Giao Ban Thanh tra kiểm tra các nội dung nêu trên."))
    assert not any(found.values())


@pytest.mark.parametrize(
    ("line", "kept"),
    [
        ("Mục 2 do Kế toán phụ trách.", ("Kế toán",)),
        ("Phần 2 do Kế toán thực hiện.", ("Kế toán",)),
        ("Mục 2 do Kế toán phụ trách năm trước.", ()),
        ("Mục 2 do kinh phí chậm nên chưa thực hiện.", ()),
        ("Mục 7 do Kế toán phụ trách.", ()),
    ],
)
def test_a_line_behind_a_list_hands_down_the_section_of_the_number_it_names(line, kept):
    text = (
        "1. Đội ngũ\na) Niêm yết biểu đội ngũ trước ngày 20/9/2024.\n"
        f"2. Thu, chi\na) Thông báo các khoản thu trước ngày 25/9/2024;\nb) Niêm yết bảng chi ngày 28/9/2024;\n"
        f"c) Họp cha mẹ học sinh ngày 29/9/2024 (GVCN).\n{line}\n"
        "3. Báo cáo\na) Gửi báo cáo thường niên trước ngày 25/01/2025.\n"
    )
    assert owners(text) == {
        "Niêm yết biểu đội ngũ": (),
        "Thông báo các khoản thu": kept,
        "Niêm yết bảng chi": kept,
        "Họp cha mẹ học sinh": ("GVCN",),
        "Gửi báo cáo thường niên": (),
    }


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("Người chịu trách nhiệm niêm yết: Kế toán.", "Kế toán"),
        ("Người thực hiện: Kế toán; văn thư đưa lên website, niêm yết 30 ngày.", "Kế toán"),
        ("Phụ trách: cô Vi Thị Nương.", "cô Vi Thị Nương"),
        ("Người xem: phụ huynh.", None),
        ("Kế toán lưu hồ sơ.", None),
    ],
)
def test_a_line_of_people_right_below_a_table_speaks_of_its_works_alone(line, who):
    text = (
        "I. Công khai\n- Họp xét miễn giảm: ngày 02/10/2024.\nCác mốc như sau:\n\n"
        + table(
            "Nội dung công khai|Hình thức|Thời hạn", "Các khoản thu|Bảng tin|05/10/2024", "Quyết toán|Web|15/11/2024"
        )
        + f"\n{line}\n\nII. Hội thi\n1. Thi hát: ngày 20/11/2024.\n"
    )
    told = (who,) if who else ()
    assert owners(text) == {"Họp xét miễn giảm": (), "Các khoản thu": told, "Quyết toán": told, "Thi hát": ()}


def test_a_table_with_a_column_of_people_keeps_its_own_above_a_line_of_people():
    text = (
        "I. Công khai\nCác mốc như sau:\n\n"
        + table("TT|Công việc|Người thực hiện|Hạn", "1|Niêm yết thu chi|Văn thư|20/12/2024", "2|Dự toán||21/12/2024")
        + "\nNgười thực hiện: Kế toán.\n"
    )
    assert owners(text) == {"Niêm yết thu chi": ("Văn thư",), "Dự toán": ()}


CLOSED = (
    "I. Khảo thí\n1. Kiểm tra\n- Kiểm tra giữa kỳ: ngày 05/11/2024.\n- Kế toán in đề trước ngày 08/11/2024.\n"
    "2. Hội thi\n- Thi viết chữ đẹp: ngày 16/11/2024.\n{line}\nII. Kiểm định\n- Rà soát tiêu chí: ngày 20/11/2024.\n"
)


@pytest.mark.parametrize(
    ("line", "charged"),
    [
        (f"Phân công thực hiện mục I: {LEADS}.", [True, False, True, False]),
        (f"Phân công phụ trách phần I: {LEADS}", [True, False, True, False]),
        (f"- Phân công mục II: {LEADS}.", [False, False, False, True]),
        (f"Phân công thực hiện các nội dung trên: {LEADS}.", [False, False, True, False]),
        (f"Phân công nhiệm vụ: {LEADS} phụ trách mục I, Hiệu trưởng phụ trách mục II.", [False] * 4),
    ],
)
def test_a_line_that_closes_a_section_charges_somebody_with_all_that_names_nobody(line, charged):
    assert [who == (LEADS,) for who in owners(CLOSED.format(line=line)).values()] == charged
    assert owners(CLOSED.format(line=line))["Kế toán in đề"] == ("Kế toán",)
    assert all(not who or who in {(LEADS,), ("Kế toán",)} for who in owners(CLOSED.format(line=line)).values())
