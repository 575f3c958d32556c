"""Who does a work by what cells and headings of columns say: parts told beside names, dittos, overseers, group rows."""

from __future__ import annotations

import pytest

from tests.fakes.typed_plan import plan_of, table


def people(heads, cells):
    """Return the owners and helpers of the one work whose people stand in the given columns."""
    (task,) = plan_of(
        table(f"TT|Nội dung công việc|Thời gian|{heads}", f"1|Rà soát minh chứng|20/10/2024|{cells}")
    ).tasks
    return task.owners, task.helpers


@pytest.mark.parametrize(
    ("cell", "owners", "helpers"),
    [
        ("Đ/c Hà phụ trách", ("Đ/c Hà",), ()),
        ("Đ/c Hà chủ trì, GVCN phối hợp", ("Đ/c Hà",), ("GVCN",)),
        ("HT chỉ đạo; VP thực hiện", ("VP",), ()),
        ("Hiệu trưởng (chỉ đạo), Kế toán (thực hiện)", ("Kế toán",), ()),
        ("TTCM chỉ đạo, GV thực hiện", ("GV",), ()),
        ("Đ/c PHT chỉ đạo, các tổ thực hiện", ("các tổ",), ()),
        ("Văn thư thực hiện, Ban TTND giám sát", ("Văn thư",), ()),
        ("Kế toán tham mưu, HT ký duyệt", ("Kế toán",), ()),
        ("Kế toán (CT)<br>Thủ quỹ (PH)", ("Kế toán",), ("Thủ quỹ",)),
        ("Kế toán<br>Thủ quỹ<br>(phối hợp)", ("Kế toán",), ("Thủ quỹ",)),
        ("Cô Quàng Thị Hoa<br>(3A)", ("Cô Quàng Thị Hoa",), ()),
        ("Kế toán báo cáo Hiệu trưởng", ("Kế toán",), ()),
        ("1. Nguyễn Thị Mai<br>2. Trần Văn Hùng", ("Nguyễn Thị Mai", "Trần Văn Hùng"), ()),
        ("NV thiết bị - thư viện", ("NV thiết bị - thư viện",), ()),
        ("Ban thi đua - khen thưởng", ("Ban thi đua - khen thưởng",), ()),
        ("Hiệu trưởng chỉ đạo", ("Hiệu trưởng",), ()),
        ("HT chỉ đạo chung; PHT trực tiếp phụ trách; GV thực hiện", ("PHT",), ("GV",)),
        ("- Chỉ đạo: HT<br>- Thực hiện: KT, TQ", ("KT", "TQ"), ()),
        ("- Chủ trì: PHT<br>- Thực hiện: các tổ CM<br>- Giám sát: HT", ("PHT",), ("các tổ CM",)),
        ("Chính: Đoàn trường<br>Phụ: GVCN", ("Đoàn trường",), ("GVCN",)),
        ("GVCN thu, KT nhận", ("GVCN",), ()),
        ("Giáo viên các nhóm, lớp", ("Giáo viên các nhóm, lớp",), ()),
        ("GV bồi dưỡng đội tuyển", ("GV bồi dưỡng đội tuyển",), ()),
        # what stands behind these is a part of who they are
        ("Giáo viên phụ trách", ("Giáo viên phụ trách",), ()),
        ("PHT phụ trách chuyên môn", ("PHT phụ trách chuyên môn",), ()),
        ("Tổng phụ trách", ("Tổng phụ trách",), ()),
        ("Ban chỉ đạo", ("Ban chỉ đạo",), ()),
        ("Tổ giám sát", ("Tổ giám sát",), ()),
        ("Thư ký", ("Thư ký",), ()),
        ("Cô Đào Thanh Vân (thư ký)", ("Cô Đào Thanh Vân (thư ký)",), ()),
        ("Đ/c Vàng Thị Mẩy, văn thư", ("Đ/c Vàng Thị Mẩy, văn thư",), ()),
        ("Giàng A Sinh, nhân viên y tế", ("Giàng A Sinh, nhân viên y tế",), ()),
        ("Cô Lò Thị Ban, kế toán, thầy Vừ A Chá", ("Cô Lò Thị Ban, kế toán", "thầy Vừ A Chá"), ()),
        ("Thầy Ngô Tấn Lực – Tổ trưởng tổ Toán - Tin", ("Thầy Ngô Tấn Lực – Tổ trưởng tổ Toán - Tin",), ()),
        ("Cô Lê Thị Hoa - Tổ trưởng tổ Văn - Sử - Địa", ("Cô Lê Thị Hoa - Tổ trưởng tổ Văn - Sử - Địa",), ()),
        # here a post may be one more, and a body is
        ("Cô Mẩy, văn thư", ("Cô Mẩy", "văn thư"), ()),
        ("Cô Lò Thị Ban, Kế toán", ("Cô Lò Thị Ban", "Kế toán"), ()),
        ("Cô Lò Thị Ban, kế toán, bảo vệ", ("Cô Lò Thị Ban", "kế toán", "bảo vệ"), ()),
        ("Cô Lò Thị Ban, nhân viên nuôi dưỡng", ("Cô Lò Thị Ban", "nhân viên nuôi dưỡng"), ()),
        ("Hiệu trưởng, kế toán", ("Hiệu trưởng", "kế toán"), ()),
        (
            "Thầy Ngô Tấn Lực – Tổ trưởng tổ Toán - Đoàn trường",
            ("Thầy Ngô Tấn Lực – Tổ trưởng tổ Toán", "Đoàn trường"),
            (),
        ),
        # labels a scan misread
        ("Kế toán<br>Ph6i hôp: Văn thư", ("Kế toán",), ("Văn thư",)),
        ("Chú tri: Kế toán<br>Phoi hgp: Văn thư", ("Kế toán",), ("Văn thư",)),
        ("Trần Văn Ký, Lê Thị Chính", ("Trần Văn Ký", "Lê Thị Chính"), ()),
        # cells that name nobody
        ("Theo phân công", (), ()),
        ("Theo QĐ của Hiệu trưởng", (), ()),
        ("Có danh sách kèm theo", (), ()),
        ("nt", (), ()),
    ],
)
def test_a_cell_tells_each_one_s_part(cell, owners, helpers):
    assert people("Người thực hiện", cell) == (owners, helpers)


@pytest.mark.parametrize(
    ("heads", "cells", "owners"),
    [
        ("Lãnh đạo phụ trách|Người thực hiện", "Phó Hiệu trưởng|Kế toán", ("Kế toán",)),
        ("Người thực hiện|Lãnh đạo phụ trách", "Kế toán|Phó Hiệu trưởng", ("Kế toán",)),
        ("Người chỉ đạo|Người thực hiện", "Hiệu trưởng|Kế toán", ("Kế toán",)),
        ("Phụ trách chỉ đạo|Thực hiện", "Hiệu trưởng|Kế toán", ("Kế toán",)),
        ("BGH phụ trách|Bộ phận thực hiện", "Hiệu trưởng|Kế toán", ("Kế toán",)),
        ("Người duyệt|Người soạn", "Hiệu trưởng|Tổ trưởng", ("Tổ trưởng",)),
        ("Người kiểm tra|Người được kiểm tra", "Hiệu trưởng|Tổ trưởng", ("Hiệu trưởng",)),
        ("Lãnh đạo phụ trách", "Phó Hiệu trưởng", ("Phó Hiệu trưởng",)),
        ("Người kiểm tra", "Phó Hiệu trưởng", ("Phó Hiệu trưởng",)),
    ],
)
def test_who_does_it_is_told_before_who_oversees_it(heads, cells, owners):
    assert people(heads, cells)[0] == owners


@pytest.mark.parametrize(
    ("heads", "cells", "told"),
    [
        ("Trưởng đoàn|Thành viên", "Hiệu trưởng|Kế toán, Văn thư", (("Hiệu trưởng",), ("Kế toán", "Văn thư"))),
        ("Thành viên|Trưởng đoàn kiểm tra", "Kế toán|Hiệu trưởng", (("Hiệu trưởng",), ("Kế toán",))),
        ("Nhóm trưởng|Các thành viên", "Kế toán|Văn thư", (("Kế toán",), ("Văn thư",))),
        ("Ghi chú|Thành viên", "Tổ 1|Kế toán", (("Kế toán",), ())),
        ("Người thực hiện|Trưởng đoàn|Thành viên", "Kế toán|Hiệu trưởng|Văn thư", (("Kế toán",), ())),
        ("Người được kiểm tra|Trưởng đoàn|Thành viên", "Cô Hà|Hiệu trưởng|Văn thư", (("Hiệu trưởng",), ("Văn thư",))),
    ],
)
def test_beside_who_leads_the_members_help(heads, cells, told):
    assert people(heads, cells) == told


def owners_of(*rows):
    return {task.title: task.owners for task in plan_of(table(*rows)).tasks}


@pytest.mark.parametrize("mark", ["nt", "-nt-", "Như trên", "“", "”", '"'])
def test_a_ditto_is_the_people_of_the_row_above(mark):
    found = owners_of(
        "TT|Nội dung|Thời gian|Phụ trách",
        "1|Khảo sát đầu năm|15/9/2024|PHT",
        f"2|Họp cha mẹ học sinh|20/9/2024|{mark}",
        f"3|Kiểm tra nền nếp|22/9/2024|{mark}",
        "4|Thi văn nghệ|25/10/2024|-",
    )
    assert list(found.values()) == [("PHT",), ("PHT",), ("PHT",), ()]


def test_a_group_row_that_names_people_hands_them_the_rows_below():
    found = owners_of(
        "TT|Nội dung công việc|Thời hạn",
        "I|Tổ chuyên môn|",
        "1|Xây dựng ngân hàng đề|10/9/2024",
        "2|Tổ Toán nộp ma trận|30/10/2024",
        "II|Kế toán, Thủ quỹ|",
        "1|Quyết toán quý III|05/10/2024",
        "III|Công tác thư viện|",
        "1|Kiểm kê sách|15/12/2024",
    )
    assert found == {
        "Xây dựng ngân hàng đề": ("Tổ chuyên môn",),
        "Tổ Toán nộp ma trận": ("Tổ Toán",),
        "Quyết toán quý III": ("Kế toán", "Thủ quỹ"),
        "Kiểm kê sách": (),
    }


def _of_rounds(*rows):
    plan = plan_of(table("TT|Nội dung công việc|Thời gian|Người thực hiện|Phối hợp", *rows))
    return [(task.owners, task.helpers) for task in plan.tasks]


def test_a_later_round_without_people_has_those_of_the_row_before():
    assert (
        _of_rounds(
            "1|Cân đo trẻ lần 1|20/9/2024|Y tế|Giáo viên các lớp",
            "2|Cân đo trẻ lần 2|20/12/2024||",
            "3|Cân đo trẻ lần 3|20/3/2025||",
        )
        == [(("Y tế",), ("Giáo viên các lớp",))] * 3
    )


@pytest.mark.parametrize(
    "second",
    ["Cân đo trẻ đợt 2", "Phun khử khuẩn các lớp lần 2", "Tổng hợp số đo của trẻ"],
)
def test_another_work_without_people_stays_nobodys(second):
    assert _of_rounds("1|Cân đo trẻ lần 1|20/9/2024|Y tế|", f"2|{second}|20/12/2024||")[1] == ((), ())


def test_a_later_round_with_people_or_behind_another_row_keeps_its_own():
    assert _of_rounds(
        "1|Cân đo trẻ lần 1|20/9/2024|Y tế|",
        "2|Cân đo trẻ lần 2|20/12/2024|Kế toán|",
        "3|Thi vẽ|21/12/2024||",
        "4|Cân đo trẻ lần 3|20/3/2025||",
    ) == [(("Y tế",), ()), (("Kế toán",), ()), ((), ()), ((), ())]
