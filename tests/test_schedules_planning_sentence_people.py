"""Who leads and helps by a sentence of running text, and the title left of it: words of the plan, never half of them."""

from __future__ import annotations

import pytest

from tests.fakes.typed_plan import plan_of, table

HA, PO = "Cô Lò Thị Hà", "Thầy Quàng Văn Pó"
BY = "trước ngày 20/12/2024"


def read(sentence):
    """Return the title, owners and helpers of the one work of a line."""
    (task,) = plan_of(f"1. {sentence}\n2. Duy trì nền nếp học sinh.\n").tasks
    return task.title, task.owners, task.helpers


@pytest.mark.parametrize(
    "sentence",
    [
        f"Tổng hợp phiếu {BY}. Chủ trì: {HA}. Phối hợp: {PO}.",
        f"Chủ trì: {HA}. Phối hợp: {PO}. Tổng hợp phiếu {BY}.",
        f"Tổng hợp phiếu {BY} (Người thực hiện: {HA}; phối hợp: {PO}).",
        f"Tổng hợp phiếu {BY}. Phối hợp: {PO}. Đầu mối: {HA}.",
        f"Phân công: {HA}. Phối hợp: {PO}. Tổng hợp phiếu {BY}.",
        f"{HA} chủ trì, {PO} phối hợp tổng hợp phiếu {BY}.",
    ],
)
def test_labels_tell_who_leads_and_who_helps_wherever_they_stand(sentence):
    assert read(sentence) == ("Tổng hợp phiếu", (HA,), (PO,))


@pytest.mark.parametrize(
    ("sentence", "title", "owners"),
    [
        (f"Quyết toán quý III {BY}. Kế toán Lê Thị Hoa.", "Quyết toán quý III", ("Kế toán Lê Thị Hoa",)),
        (f"Kiểm kê tài sản {BY}. Phân công: Trần Thị Bưởi.", "Kiểm kê tài sản", ("Trần Thị Bưởi",)),
        (f"Thu hồ sơ {BY}. Phân công: cô Là, thầy Lò Văn Ơn.", "Thu hồ sơ", ("cô Là", "thầy Lò Văn Ơn")),
        (f"Lập dự toán (kế toán Trần Thị Bưởi thực hiện) {BY}.", "Lập dự toán", ("kế toán Trần Thị Bưởi",)),
        (f"Viết báo cáo sơ kết (Phó Hiệu trưởng) {BY}.", "Viết báo cáo sơ kết", ("Phó Hiệu trưởng",)),
        (f"Tổng hợp phiếu, giao cô Mùa Thị Pàng, {BY}.", "Tổng hợp phiếu", ("cô Mùa Thị Pàng",)),
        (f"Rà soát camera – thầy Phạm Văn Tài – {BY}.", "Rà soát camera", ("thầy Phạm Văn Tài",)),
        (f"Công khai mức thu; thầy Tuấn và cô Hạnh niêm yết {BY}.", "Công khai mức thu", ("thầy Tuấn", "cô Hạnh")),
        (f"Công khai quỹ lớp. Nguyễn Thị Hoa thực hiện {BY}.", "Công khai quỹ lớp", ("Nguyễn Thị Hoa",)),
        (f"Tu sửa hàng rào. Bảo vệ Lò Văn Dọn hoàn thành {BY}.", "Tu sửa hàng rào", ("Bảo vệ Lò Văn Dọn",)),
        (f"Lập kế hoạch tổ; tổ Văn phòng nộp {BY}.", "Lập kế hoạch tổ; nộp", ("tổ Văn phòng",)),
    ],
)
def test_a_person_beside_the_work_owns_it_and_is_not_in_its_title(sentence, title, owners):
    assert read(sentence) == (title, owners, ())


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (
            f"Báo cáo tự đánh giá phải hoàn thành {BY} để Hội đồng thông qua.",
            "Báo cáo tự đánh giá để Hội đồng thông qua",
        ),
        ("Hồ sơ kiểm định cần nộp về Sở chậm nhất ngày 20/4/2025.", "Hồ sơ kiểm định nộp về Sở"),
        (f"Biên bản phải được gửi {BY}.", "Gửi biên bản"),
        (f"Kế hoạch năm học cần được phê duyệt {BY}.", "Phê duyệt kế hoạch năm học"),
        (f"Việc rà soát minh chứng phải xong {BY}.", "Rà soát minh chứng"),
        (f"Các tổ phải nộp kế hoạch {BY} để Hiệu trưởng duyệt.", "Các tổ nộp kế hoạch để Hiệu trưởng duyệt"),
    ],
)
def test_what_only_asks_for_the_work_is_not_in_its_title(sentence, title):
    assert read(sentence)[0] == title


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        (f"Lập danh sách học sinh cần hỗ trợ {BY}.", "Lập danh sách học sinh cần hỗ trợ"),
        (f"Biên bản họp phải có chữ ký {BY}.", "Biên bản họp phải có chữ ký"),
        (f"Sổ theo dõi chuyên cần {BY}.", "Sổ theo dõi chuyên cần"),
        (f"Phiếu khảo sát được phát đến phụ huynh {BY}.", "Phiếu khảo sát được phát đến phụ huynh"),
    ],
)
def test_a_word_that_tells_which_of_them_or_how_stays(sentence, title):
    assert read(sentence)[0] == title


@pytest.mark.parametrize(
    "sentence",
    [
        f"Bàn giao lớp {BY}. Giáo viên dạy đủ tiết.",
        f"Phát phiếu khảo sát {BY}. Học sinh khối 9.",
        f"Họp phụ huynh {BY}. Hội trường.",
        f"Kinh phí thực hiện: quỹ hội. Tổng hợp phiếu {BY}.",
    ],
)
def test_a_sentence_behind_a_work_that_tells_something_else_names_nobody(sentence):
    assert read(sentence)[1:] == ((), ())


def test_a_meeting_behind_a_semicolon_is_a_work_of_its_own():
    assert read(f"Tổng kết học kỳ I; các tổ chuyên môn họp {BY}.")[0].endswith("ác tổ chuyên môn họp")


def test_a_cell_names_who_helps_as_a_sentence_does():
    row = "1|Tổng hợp phiếu. Chủ trì: Cô Lò Thị Hà. Phối hợp: Thầy Quàng Văn Pó.|20/11/2024"
    [task] = plan_of(table("TT|Nội dung|Thời gian", row)).tasks
    assert (task.title, task.owners, task.helpers) == ("Tổng hợp phiếu", ("Cô Lò Thị Hà",), ("Thầy Quàng Văn Pó",))


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        (f"Giáo viên dạy các khối 2 đến 4 nộp ma trận {BY}.", ("Giáo viên dạy các khối 2 đến 4",)),
        (f"Giáo viên khối 4 - 5 nộp ma trận {BY}.", ("Giáo viên khối 4 - 5",)),
        (f"Giáo viên khối 4 nộp ma trận {BY}.", ("Giáo viên khối 4",)),
        (f"Hội đồng thi đua do Hiệu trưởng làm chủ tịch chấm hồ sơ {BY}.", ("Hội đồng thi đua",)),
        (f"Ban kiểm kê do Phó Hiệu trưởng làm trưởng ban kiểm đếm thiết bị {BY}.", ("Ban kiểm kê",)),
        (f"Chấm bài {BY}; giao tổ trưởng các khối phụ trách, không mang bài về nhà.", ("tổ trưởng các khối",)),
        (f"Chấm bài {BY}; giao tổ trưởng các khối phụ trách, bảo đảm đúng hạn.", ("tổ trưởng các khối",)),
        (f"Chấm bài {BY}; giao Kế toán, Văn thư.", ("Kế toán", "Văn thư")),
        ('Chuyên đề "Toán quanh ta" tại lớp 6B, thứ Năm 12/12/2024; người dạy: Thầy Lò Văn Pó.', ("Thầy Lò Văn Pó",)),
        ("Dự giờ lớp 6B, thứ Năm 12/12/2024; người dạy: Thầy Lò Văn Pó.", ()),
        ("Nghiệm thu ngày 12/12/2024. Thành phần: Hiệu trưởng, GVCN lớp 5, đại diện trường THCS.", ()),
        ("Chiều thứ Sáu hằng tuần các lớp tổng vệ sinh, lau bàn ghế.", ("các lớp",)),
    ],
)
def test_whose_name_is_whole_and_who_is_only_there(sentence, owners):
    assert read(sentence)[1] == owners


CHARGE = "V. TỔ CHỨC THỰC HIỆN\n1. Ban KTNB\n"


@pytest.mark.parametrize(
    ("line", "owners"),
    [
        ("Hiệu trưởng ra quyết định thành lập Ban KTNB trước ngày 20/12/2024.", ("Hiệu trưởng",)),
        ("Thư ký Ban KTNB nộp biên bản các cuộc kiểm tra trước ngày 20/12/2024.", ("Thư ký Ban KTNB",)),
        ("Nộp biên bản các cuộc kiểm tra trước ngày 20/12/2024.", ("Ban KTNB",)),
        ("- Nộp biên bản các cuộc kiểm tra trước ngày 20/12/2024.", ("Ban KTNB",)),
    ],
)
def test_who_acts_in_a_sentence_under_a_body_is_nearer_than_the_body(line, owners):
    (task,) = plan_of(f"{CHARGE}{line}\n").tasks
    assert task.owners == owners
