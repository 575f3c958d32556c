"""Who does a work by its sentence: who is asked and who asks, what is told from its object, who only receives."""

from __future__ import annotations

import pytest

from tests.fakes.typed_plan import plan_of

BY = "trước ngày 20/12/2024"


def people(sentence):
    """Return the owners and helpers of the one work of a line."""
    (task,) = plan_of(f"1. {sentence}\n2. Duy trì nền nếp học sinh.\n").tasks
    return task.owners, task.helpers


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        (f"Sở GDĐT yêu cầu nộp báo cáo sơ kết {BY}.", ()),
        (f"Để kịp báo cáo Sở, các tổ gửi số liệu về Văn phòng {BY}.", ("các tổ",)),
        (f"Phòng GDĐT chỉ đạo các trường báo cáo số liệu {BY}.", ("các trường",)),
        (f"Trường THCS Tân Thành gửi hồ sơ đề nghị đánh giá ngoài {BY}.", ("Trường THCS Tân Thành",)),
        (f"Phân công đ/c Mai làm báo cáo {BY}.", ("đ/c Mai",)),
        (f"Phân công tổ Toán xây dựng ngân hàng câu hỏi {BY}.", ("Tổ Toán",)),
        (f"Hiệu trưởng phân công đ/c Mai làm báo cáo {BY}.", ("đ/c Mai",)),
        (f"Ban Giám hiệu phân công giáo viên dạy bồi dưỡng {BY}.", ("Ban Giám hiệu",)),
        (f"Phân công giáo viên coi thi {BY}.", ()),
        (f"Giao đồng chí Lê Thị Bình (kế toán) lập dự toán {BY}.", ("đồng chí Lê Thị Bình (kế toán)",)),
        (f"Ông Trần Văn Lực (bảo vệ) thay khóa cổng {BY}.", ("Ông Trần Văn Lực (bảo vệ)",)),
        (f"Thu thập minh chứng ({BY}). Giao tổ Văn phòng.", ("tổ Văn phòng",)),
        (f"Thi chọn đội tuyển {BY}; giao Phó Hiệu trưởng Chu Văn Thắng điều hành.", ("Phó Hiệu trưởng Chu Văn Thắng",)),
    ],
)
def test_who_is_asked_does_it_and_not_who_asks(sentence, owners):
    found = people(sentence)[0]
    assert [name.casefold() for name in found] == [name.casefold() for name in owners]


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        (f"Báo cáo tự đánh giá do Hội đồng tự đánh giá viết, xong {BY}.", ("Hội đồng tự đánh giá",)),
        (f"Minh chứng do các nhóm công tác thu thập {BY}.", ("các nhóm công tác",)),
        (f"Kiện toàn các nhóm: xong {BY}, do Hiệu trưởng ký quyết định.", ("Hiệu trưởng",)),
        (f"Kế hoạch được Hiệu trưởng phê duyệt {BY}.", ("Hiệu trưởng",)),
        (f"Hồ sơ được văn thư lưu trữ {BY}.", ("văn thư",)),
        (f"Lễ kỉ niệm ngày 20/11 do Công đoàn tổ chức {BY}.", ("Công đoàn",)),
        (f"Công tác kiểm kê do kế toán, thủ quỹ và bảo vệ thực hiện {BY}.", ("kế toán", "thủ quỹ", "bảo vệ")),
        # of which contest it is, or what was given to whom
        (f"Nộp bài dự thi do Liên đội phát động {BY}.", ()),
        (f"Tham gia hội thi do Công đoàn tổ chức {BY}.", ()),
        (f"Kế hoạch được UBND xã phê duyệt {BY}.", ()),
        (f"Nộp báo cáo do kế toán lập {BY}.", ()),
    ],
)
def test_a_sentence_about_its_object_tells_who_makes_it(sentence, owners):
    assert people(sentence)[0] == owners


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        (f"Đối với văn thư: niêm yết công khai {BY}.", ("Văn thư",)),
        (f"Về phía Công đoàn: tổ chức hội nghị {BY}.", ("Công đoàn",)),
        (f"Đối với thiết bị hỏng: lập biên bản đề nghị thanh lý {BY}.", ()),
        (f"Đối với học sinh lớp 9: nộp hồ sơ xét tốt nghiệp {BY}.", ()),
        (f"Riêng tổ Toán nộp bảng điểm khảo sát {BY}.", ("tổ Toán",)),
        (f"Riêng khối 9, giáo viên bộ môn vào điểm xong {BY}.", ("giáo viên bộ môn",)),
        (f"Rút kinh nghiệm năm trước, các tổ trưởng chuyên môn nộp đề {BY}.", ("các tổ trưởng chuyên môn",)),
        (f"Trách nhiệm của kế toán là quyết toán quý III {BY}.", ("kế toán",)),
        (f"Tổ trưởng các tổ có nhiệm vụ nộp kế hoạch {BY}.", ("Tổ trưởng các tổ",)),
        (f"Tổ trưởng Tổ Đảm bảo chất lượng báo cáo giữa kỳ {BY}.", ("Tổ trưởng Tổ Đảm bảo chất lượng",)),
        (f"Thư ký Ban kiểm tra nội bộ tổng hợp, gửi báo cáo {BY}.", ("Thư ký Ban kiểm tra nội bộ",)),
        (f"100% giáo viên hoàn thành bài thu hoạch {BY}.", ("100% giáo viên",)),
        (f"Từng cá nhân nộp bản tự đánh giá {BY}.", ("Từng cá nhân",)),
        (f"Nộp báo cáo cho đ/c Hà (Văn thư) {BY}.", ()),
        (f"Gói quà Tết cho bạn nghèo (chị Hoa) {BY}.", ("chị Hoa",)),
        (f"Tổ chức hội giảng {BY}, Ban giám khảo gồm BGH và các tổ trưởng.", ()),
        (f"Các thầy cô giáo nộp kế hoạch dạy học {BY}.", ("Các thầy cô giáo",)),
        (f"Đảng viên nộp bản kiểm điểm {BY}.", ("Đảng viên",)),
        (f"Cô Lê Thị Bình, nhân viên kế toán, nộp báo cáo {BY}.", ("Cô Lê Thị Bình, nhân viên kế toán",)),
        (f"Đ/c Bình - Kế toán đối chiếu, quyết toán các khoản thu {BY}.", ("Đ/c Bình - Kế toán",)),
        (f"Đ/c Hùng (PHT) cùng với đ/c Bình lập báo cáo {BY}.", ("Đ/c Hùng (PHT)", "đ/c Bình")),
        (f"Chủ tịch Hội đồng trường triệu tập phiên họp {BY}.", ("Chủ tịch Hội đồng trường",)),
        (f"Công an xã về trường tuyên truyền {BY}.", ("Công an xã",)),
        (f"Mời Trạm Y tế tập huấn sơ cứu {BY}.", ()),
        (f"Thay cờ Tổ quốc {BY}.", ()),
        (f"Kiểm kê tài sản xong {BY}; trách nhiệm: kế toán.", ("kế toán",)),
        (f"Sửa bàn ghế. Người làm: bảo vệ. Xong {BY}.", ("bảo vệ",)),
        (f"Sửa bàn ghế, bảo vệ phụ trách, hoàn thành {BY}.", ("bảo vệ",)),
        (f"Sửa bàn ghế {BY}, kế toán là đầu mối tổng hợp.", ("kế toán",)),
        (f"Sửa bàn ghế ({BY}; kế toán, thủ quỹ).", ("kế toán", "thủ quỹ")),
        (f"Sửa bàn ghế {BY}, Hiệu trưởng chịu trách nhiệm trước cấp trên.", ()),
        (f"Niêm yết công khai {BY} (Văn thư thực hiện, Ban TTND giám sát).", ("Văn thư",)),
    ],
)
def test_a_sentence_names_who_acts_and_not_what_it_is_about(sentence, owners):
    assert people(sentence)[0] == owners


@pytest.mark.parametrize(
    "sentence",
    [
        f"Thư viện kiểm kê sách {BY}, nhờ tổ Ngữ văn hỗ trợ.",
        f"Thư viện kiểm kê sách {BY} với sự hỗ trợ của tổ Ngữ văn.",
        f"Thư viện kiểm kê sách {BY}, tổ Ngữ văn hỗ trợ.",
        f"Thư viện kiểm kê sách, có sự phối hợp của tổ Ngữ văn, {BY}.",
    ],
)
def test_whoever_gives_a_hand_helps(sentence):
    assert people(sentence) == (("Thư viện",), ("tổ Ngữ văn",))


def test_a_heading_in_capitals_is_nobody_and_a_list_of_offices_is_all_of_them():
    text = (
        "II. PHÂN CÔNG NHIỆM VỤ\n* Đối với kế toán, thủ quỹ:\n- Công khai các khoản thu trước ngày 30/9/2024.\n"
        "* Các tổ trưởng chuyên môn:\n- Triển khai tới tổ trước ngày 10/9/2024.\n"
        "III. PHÂN CÔNG NHIỆM VỤ KHÁC\n- Thay khóa cổng trước ngày 12/9/2024.\n"
    )
    assert {task.title: task.owners for task in plan_of(text).tasks} == {
        "Công khai các khoản thu": ("Kế toán", "thủ quỹ"),
        "Triển khai tới tổ": ("Các tổ trưởng chuyên môn",),
        "Thay khóa cổng": (),
    }


SECTION = "II. NHIỆM VỤ CỤ THỂ\n1. Hội thi\n{}III. VĂN THỂ\n- Tổ chức trung thu: ngày 06/10/2024.\n"
WORKS = "- Thi giáo viên giỏi: ngày 20/10/2024.\n- Thi viết chữ đẹp: ngày 20/11/2024 (GVCN lớp 4).\n"
LEADS = "- Phụ trách: Tổ trưởng tổ 1.\n"


@pytest.mark.parametrize("lines", [WORKS + LEADS, LEADS + WORKS])
def test_a_line_of_people_that_ends_or_begins_a_section_is_of_all_its_works_without_people(lines):
    assert {task.title: task.owners for task in plan_of(SECTION.format(lines)).tasks} == {
        "Thi giáo viên giỏi": ("Tổ trưởng tổ 1",),
        "Thi viết chữ đẹp": ("GVCN lớp 4",),
        "Tổ chức trung thu": (),
    }


def test_a_line_of_people_amid_works_is_of_the_one_above_it():
    lines = "- Thi giáo viên giỏi: ngày 20/10/2024.\n" + LEADS + "- Thi viết chữ đẹp: ngày 20/11/2024.\n"
    found = {task.title: task.owners for task in plan_of(SECTION.format(lines)).tasks}
    assert found == {"Thi giáo viên giỏi": ("Tổ trưởng tổ 1",), "Thi viết chữ đẹp": (), "Tổ chức trung thu": ()}


FIRST = "Người phụ trách: Phó Hiệu trưởng Đinh Quang Hải\n"
COUNTED = "1.1. Xếp lớp ôn: trước ngày 18/10/2024.\n1.2. Bồi dưỡng học sinh yếu trong suốt quá trình ôn.\n"


@pytest.mark.parametrize(
    ("lines", "owners"),
    [
        (FIRST + COUNTED, ("Phó Hiệu trưởng Đinh Quang Hải",)),
        (COUNTED + FIRST, ()),
        (FIRST + "Thời gian: tháng 10/2024.\n" + COUNTED, ()),
    ],
)
def test_a_line_of_people_that_begins_a_section_is_of_its_dated_works_among_others(lines, owners):
    found = {task.title: task.owners for task in plan_of(SECTION.format(lines)).tasks}
    assert (found["Xếp lớp ôn"], found["Tổ chức trung thu"]) == (owners, ())


@pytest.mark.parametrize(
    ("sentence", "owners"),
    [
        (f"Nhân viên y tế Quàng Thị Inh liên hệ với Trạm Y tế {BY}.", ("Nhân viên y tế Quàng Thị Inh",)),
        (f"Nhân viên y tế liên hệ với Trạm Y tế {BY}.", ("Nhân viên y tế",)),
        (f"Báo cáo sơ kết gửi Sở GDĐT {BY}. Giao bộ phận khảo thí tổng hợp.", ("bộ phận khảo thí",)),
        (f"Các tổ nộp báo cáo {BY}. Giao văn thư tổng hợp.", ("Các tổ",)),
        (f"Do học kỳ II bắt đầu sớm nên các bộ phận chuẩn bị phòng học {BY}.", ("các bộ phận",)),
        (f"Vì mưa bão nên học sinh nghỉ học {BY}.", ()),
        (f"Sửa mái hiên khu nhà B {BY}. Bảo vệ theo dõi, kế toán phối hợp nghiệm thu.", ()),
        (f"Dự toán 9 triệu, kế toán phối hợp với bảo vệ kiểm kê {BY}.", ("kế toán",)),
    ],
)
def test_who_acts_has_their_name_and_who_only_helps_or_compiles_does_not(sentence, owners):
    assert people(sentence)[0] == owners


def test_an_office_with_a_name_over_its_duties_keeps_the_name():
    text = (
        "II. PHÂN CÔNG NHIỆM VỤ\n1. Phó Hiệu trưởng Lầu Bá Chò\n- Chủ trì tập huấn trang thông tin: ngày 20/9/2024.\n"
        "2. Phó Hiệu trưởng\n- Chủ trì họp tổ trưởng: ngày 27/9/2024.\n"
    )
    owners = [task.owners for task in plan_of(text).tasks]
    assert owners == [("Phó Hiệu trưởng Lầu Bá Chò",), ("Phó Hiệu trưởng",)]


@pytest.mark.parametrize(
    ("line", "title", "owners", "helpers"),
    [
        (
            "Hội giảng, mỗi giáo viên dạy 01 tiết; giao PHT chủ trì, phối hợp với Công đoàn. (Từ 03/11 đến 14/11/2025)",
            "Hội giảng, mỗi giáo viên dạy 01 tiết",
            ("PHT",),
            ("Công đoàn",),
        ),
        (
            "Thi chọn học sinh giỏi lớp 8, mỗi môn 2 em. Giao thầy Sơn phụ trách. (Từ 03/11/2025 đến 14/11/2025)",
            "Thi chọn học sinh giỏi lớp 8, mỗi môn 2 em",
            ("thầy Sơn",),
            (),
        ),
        (
            "Hội nghị viên chức, người lao động: Hiệu trưởng chủ trì, phối hợp với Công đoàn. (Ngày 27/9/2025)",
            "Hội nghị viên chức, người lao động",
            ("Hiệu trưởng",),
            ("Công đoàn",),
        ),
        (
            "Bình xét thi đua, gửi hồ sơ về UBND xã, Thư ký Hội đồng phụ trách. (Hoàn thành trước ngày 05/6/2026)",
            "Bình xét thi đua, gửi hồ sơ về UBND xã",
            ("Thư ký Hội đồng",),
            (),
        ),
        (
            "Nộp báo cáo kết quả tự đánh giá của trường trước ngày 30/11/2025 (Cô Lan).",
            "Nộp báo cáo kết quả tự đánh giá của trường",
            ("Cô Lan",),
            (),
        ),
        (
            "Nộp báo cáo tự đánh giá của trường qua cô Lan trước ngày 30/11/2025.",
            "Nộp báo cáo tự đánh giá của trường qua cô Lan",
            (),
            (),
        ),
        (
            "Công tác bán trú: Kế toán ký hợp đồng thực phẩm xong trước ngày 10/9/2025; NV y tế cất giữ mẫu thức ăn hằng ngày.",
            None,
            ("Kế toán",),
            (),
        ),
        (
            "Giao PHT Hà Văn Chung chủ trì, phối hợp với Ban đại diện CMHS sơn sửa lại hàng rào, xong trước 31/10/2025.",
            None,
            ("PHT Hà Văn Chung",),
            ("Ban đại diện CMHS",),
        ),
        (
            "Thư ký Ban kiểm tra nội bộ đ/c Bùi Thu Trang hoàn thành báo cáo sơ kết trước ngày 15/01/2026.",
            None,
            ("Thư ký Ban kiểm tra nội bộ đ/c Bùi Thu Trang",),
            (),
        ),
        (
            "Phó Hiệu trưởng nuôi dưỡng gửi báo cáo tháng về UBND xã chậm nhất ngày 25/11/2025.",
            None,
            ("Phó Hiệu trưởng nuôi dưỡng",),
            (),
        ),
        (
            "Phó Hiệu trưởng duyệt đề, nuôi dưỡng đội tuyển xong trước ngày 25/11/2025.",
            None,
            ("Phó Hiệu trưởng",),
            (),
        ),
        (
            "Hội nghị sơ kết tổ chức ngày 17/01/2026 tại phòng Hội đồng, toàn thể cán bộ, giáo viên, nhân viên tham dự.",
            None,
            (),
            (),
        ),
    ],
)
def test_a_name_ends_where_the_deed_begins_and_a_charge_is_of_the_work_before_it(line, title, owners, helpers):
    (task,) = plan_of(f"I. NỘI DUNG\n- {line}\n").tasks
    assert (task.owners, task.helpers) == (owners, helpers)
    assert title is None or task.title == title


def test_a_line_below_what_others_do_is_done_by_whom_it_names():
    text = "II. TỔ CHỨC THỰC HIỆN\n1. GVCN, GVBM: ôn tập, nhập kết quả lên phần mềm đúng quy định.\n"
    last = "Nhân viên văn thư niêm yết kế hoạch này tại bảng tin chậm nhất ngày 22/9/2025.\n"
    assert [task.owners for task in plan_of(text + last).tasks] == [("Nhân viên văn thư",)]
    assert [task.owners for task in plan_of(f"{text}- Chấm bài trước ngày 22/9/2025.\n").tasks] == [("GVCN", "GVBM")]


def test_a_team_behind_a_time_is_named_with_all_its_words():
    assert people("Bổ sung ngân hàng đề trước ngày 20/12/2024; tổ trưởng các tổ chuyên môn.")[0] == (
        "tổ trưởng các tổ chuyên môn",
    )
