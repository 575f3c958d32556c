"""Who does a work by a clause or sentence behind it: who leads, lends a hand, compiles, heads the jury of it."""

from __future__ import annotations

import pytest

from tests.fakes.typed_plan import plan_of, table

BY = "trước ngày 20/12/2024"


def people(text):
    """Return the owners and helpers of each work of a line."""
    return [(task.owners, task.helpers) for task in plan_of(f"1. {text}\n").tasks]


@pytest.mark.parametrize(
    ("sentence", "owners", "helpers"),
    [
        (
            f"Rà soát hồ sơ, hoàn thành {BY} (đ/c Trần Quốc Khánh, Phó Hiệu trưởng, phụ trách).",
            ("đ/c Trần Quốc Khánh, Phó Hiệu trưởng",),
            (),
        ),
        (f"Giao thầy Trọng chủ trì, phối hợp với cô Nhạn, khớp dữ liệu {BY}.", ("thầy Trọng",), ("cô Nhạn",)),
        (f"Giao thầy Trọng chủ trì, phối hợp với kế toán tự kiểm kê {BY}.", ("thầy Trọng",), ("kế toán",)),
        (f"Mời diễn giả {BY}. Giao Đoàn trường lo chính, Công đoàn giúp sức.", ("Đoàn trường",), ("Công đoàn",)),
        (f"Ôn tập: tuần 3 tháng 11 (Ban chỉ đạo), xong {BY}.", ("Ban chỉ đạo",), ()),
        (f"Thi trang trí lớp {BY}. Trưởng ban giám khảo: cô Sùng Thị Mai.", ("cô Sùng Thị Mai",), ()),
        (f"Xin ý kiến của UBND xã về phổ cập ({BY}; đ/c Tỵ).", ("đ/c Tỵ",), ()),
        (f"Báo cáo kết quả do bộ phận khảo thí gửi {BY}.", ("bộ phận khảo thí",), ()),
        # who only receives, and who heads what is set up
        (f"Gửi hồ sơ về Văn phòng (đ/c Tỵ) {BY}.", (), ()),
        (f"Thành lập Ban chỉ đạo {BY}. Trưởng ban: Hiệu trưởng.", (), ()),
    ],
)
def test_a_clause_tells_who_leads_and_who_helps(sentence, owners, helpers):
    assert people(sentence)[0] == (owners, helpers)


def test_who_compiles_the_reports_of_a_line_makes_each_of_them():
    told = (
        "Báo cáo sơ kết trước ngày 16/01/2025; báo cáo tổng kết trước ngày 10/6/2025. Giao bộ phận khảo thí tổng hợp."
    )
    assert people(told) == [(("bộ phận khảo thí",), ())] * 2
    others = "Các tổ nộp đề trước ngày 16/01/2025; chấm bài trước ngày 10/6/2025. Giao bộ phận khảo thí tổng hợp."
    assert people(others)[0] == (("Các tổ",), ())


def test_a_row_that_names_one_office_is_nearer_than_any_teacher_of_the_text():
    text = "1. Học bạ số: giáo viên hoàn thành phát hành học bạ số khối 5 trước ngày 05/6/2025.\n\n" + table(
        "TT|Công việc|Chủ trì|Thời hạn",
        "1|Phát hành học bạ số khối 5|Phó Hiệu trưởng|Trước 05/6/2025",
        "2|Sao lưu dữ liệu|Văn thư|Trước 10/6/2025",
    )
    assert [task.owners for task in plan_of(text).tasks] == [("Phó Hiệu trưởng",), ("Văn thư",)]


def test_a_column_headed_by_a_body_that_helps_is_of_helpers():
    text = table(
        "TT|Công việc|Ngày|Người đứng đầu|Ban hỗ trợ",
        "1|Thi thử lần 1|14/3/2025|Phó Hiệu trưởng|Tổ Văn phòng",
        "2|Thi thử lần 2|16/5/2025|Phó Hiệu trưởng|Đoàn trường",
    )
    assert [(task.owners, task.helpers) for task in plan_of(text).tasks] == [
        (("Phó Hiệu trưởng",), ("Tổ Văn phòng",)),
        (("Phó Hiệu trưởng",), ("Đoàn trường",)),
    ]


def test_the_end_of_the_sentence_of_one_work_says_nobody_for_the_next():
    told = (
        "Việc chấm bài phải xong trước ngày 10/01/2025, giáo viên bộ môn tự chịu trách nhiệm về điểm số. "
        "Hệ thống sổ điểm sẽ khóa lúc 17 giờ ngày 12/01/2025."
    )
    assert people(told)[1] == ((), ())
    assert people("Kế toán rà soát công nợ. Hoàn thành trước ngày 12/01/2025.") == [(("Kế toán",), ())]
