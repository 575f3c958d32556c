"""Make the sample plans in every format: `python tests/examples/files/generate.py` (LibreOffice must be installed).

Two invented plans: "bang-cai-tien" (nine columns, landscape, many merges, over two pages) and "ke-hoach-thang"
(running text and a month table whose months are merged). Word comes from python-docx, the rest from LibreOffice.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

import docx
from docx.enum.section import WD_ORIENT
from docx.shared import Pt
from openpyxl import Workbook

HERE = Path(__file__).parent
FORMATS = ("pdf", "odt", "rtf", "doc", "html")

LETTERHEAD = (
    "UBND XÃ SUỐI MƠ\nTRƯỜNG TIỂU HỌC LÊ HỒNG PHONG",
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
)
HEADER = (
    "TT",
    "Tiêu chí",
    "Mức",
    "Nội dung cải tiến",
    "Biện pháp",
    "Người thực hiện",
    "Thời gian",
    "Kinh phí",
    "Ghi chú",
)
WORKS = (
    (
        "1",
        "1.1",
        "1",
        "Rà soát phương hướng phát triển nhà trường",
        "Họp hội đồng, lấy ý kiến phụ huynh",
        "Hiệu trưởng",
        "Trước ngày 25/9/2026",
        "0",
        "",
    ),
    (
        "1",
        "1.1",
        "2",
        "Công bố công khai phương hướng trên trang thông tin",
        "Đăng trang điện tử",
        "Văn thư",
        "Tháng 10/2026",
        "0",
        "",
    ),
    (
        "2",
        "1.5",
        "3",
        "Bổ sung hồ sơ của các tổ chuyên môn",
        "Mỗi tổ rà soát biên bản họp, cập nhật sổ theo dõi và nộp về văn phòng để kiểm tra trước khi lưu trữ theo quy định hiện hành của ngành",
        "Phó Hiệu trưởng, tổ trưởng",
        "Tuần 2 tháng 11/2026",
        "500.000đ",
        "Họp tổ",
    ),
    (
        "3",
        "2.2",
        "1",
        "Bồi dưỡng giáo viên về ứng dụng công nghệ thông tin",
        "Mở hai lớp tập huấn",
        "Phó Hiệu trưởng",
        "Từ 05/01/2027 đến 20/01/2027",
        "3.000.000đ",
        "",
    ),
    ("3", "2.2", "2", "Dự giờ, góp ý sau tập huấn", "Mỗi giáo viên một tiết", "Tổ trưởng", "Tháng 3/2027", "0", ""),
    (
        "4",
        "3.1",
        "2",
        "Sửa khuôn viên, cổng trường và tường rào",
        "Vận động xã hội hóa",
        "Kế toán",
        "Học kỳ II năm học 2026-2027",
        "25.000.000đ",
        "Có dự toán",
    ),
    (
        "5",
        "3.5",
        "3",
        "Mua thêm thiết bị dạy học tối thiểu cho khối lớp 4 và lớp 5",
        "Lập danh mục, trình duyệt, mua sắm",
        "Kế toán, thiết bị",
        "Trước ngày 15/4/2027",
        "40.000.000đ",
        "",
    ),
    ("6", "4.1", "1", "Kiện toàn Ban đại diện cha mẹ học sinh", "Họp đầu năm", "Hiệu trưởng", "28/9/2026", "0", ""),
    (
        "7",
        "5.2",
        "2",
        "Phụ đạo học sinh chưa hoàn thành",
        "Dạy thêm hai buổi mỗi tuần, không thu tiền",
        "Giáo viên chủ nhiệm",
        "Tháng 10/2026 đến tháng 4/2027",
        "0",
        "Theo dõi",
    ),
    (
        "8",
        "5.5",
        "3",
        "Tổng kết và báo cáo kết quả cải tiến",
        "Viết báo cáo gửi Phòng Văn hóa - Xã hội",
        "Thư ký hội đồng",
        "Chậm nhất ngày 31/5/2027",
        "0",
        "",
    ),
)
BODY = (
    "KẾ HOẠCH",
    "Công tác kiểm tra nội bộ năm học 2026-2027",
    "Căn cứ kế hoạch nhiệm vụ năm học đã được hội đồng trường thông qua; căn cứ tình hình đội ngũ và cơ sở vật chất hiện có của đơn vị, nhà trường xây dựng kế hoạch kiểm tra nội bộ như sau:",
    "I. MỤC ĐÍCH, YÊU CẦU",
    "- Giúp mỗi cán bộ, giáo viên, nhân viên thấy rõ việc đã làm được và việc cần khắc phục ngay trong học kỳ.",
    "- Ban kiểm tra nội bộ gửi báo cáo sơ kết trước ngày 15/01/2027 và báo cáo tổng kết trước ngày 25/5/2027.",
    "II. NỘI DUNG",
    "1. Kiểm tra hồ sơ sổ sách của giáo viên theo từng tháng như bảng dưới đây.",
)
MONTHS = ("Tháng", "Tuần", "Nội dung", "Phụ trách")
STEPS = (
    ("9/2026", "1", "Thành lập Ban kiểm tra nội bộ", "Hiệu trưởng"),
    ("9/2026", "3", "Kiểm tra cơ sở vật chất đầu năm", "Phó Hiệu trưởng"),
    ("10/2026", "2", "Kiểm tra hồ sơ giáo viên tổ 1, 2, 3", "Tổ trưởng"),
    ("11/2026", "1", "Kiểm tra việc công khai theo quy định", "Ban Thanh tra nhân dân"),
    ("11/2026", "4", "Kiểm tra tài chính, tài sản", "Kế toán"),
    ("12/2026", "3", "Kiểm tra chuyên đề tổ 4, 5", "Phó Hiệu trưởng"),
)
AFTER = ("Nơi nhận: như trên; lưu văn thư.", "HIỆU TRƯỞNG")


def improvement() -> docx.document.Document:
    """Return the nine-column plan; equal neighbours in the first two columns are merged."""
    document = _plain()
    section = document.sections[0]
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = section.page_height, section.page_width
    _letterhead(document)
    document.add_paragraph("KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2026-2027")
    _table(document, HEADER, WORKS, merged=2)
    document.add_paragraph(AFTER[1])
    return document


def monthly() -> docx.document.Document:
    """Return the plan of running text with a month table."""
    document = _plain()
    _letterhead(document)
    for text in BODY:
        document.add_paragraph(text)
    _table(document, MONTHS, STEPS, merged=1)
    for text in AFTER:
        document.add_paragraph(text)
    return document


def workbook() -> Workbook:
    """Return the nine-column plan as a workbook."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Kế hoạch"
    sheet.append(["KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG NĂM HỌC 2026-2027"])
    sheet.merge_cells("A1:I1")
    for row in (HEADER, *WORKS):
        sheet.append(row)
    for column in (1, 2):
        for top, bottom in _runs(WORKS, column - 1):
            sheet.merge_cells(start_row=top + 3, end_row=bottom + 3, start_column=column, end_column=column)
    return book


def _plain() -> docx.document.Document:
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(13)
    return document


def _letterhead(document: docx.document.Document) -> None:
    cells = document.add_table(rows=1, cols=2).rows[0].cells
    for cell, text in zip(cells, LETTERHEAD, strict=True):
        cell.text = text
    document.add_paragraph("Suối Mơ, ngày 07 tháng 9 năm 2026")


def _table(
    document: docx.document.Document, header: tuple[str, ...], rows: tuple[tuple[str, ...], ...], *, merged: int
) -> None:
    table = document.add_table(rows=1 + len(rows), cols=len(header))
    table.style = "Table Grid"
    for cells, texts in zip(table.rows, (header, *rows), strict=True):
        for cell, text in zip(cells.cells, texts, strict=True):
            cell.text = text
    for column in range(merged):
        for top, bottom in _runs(rows, column):
            text = rows[top][column]
            for row in range(top, bottom + 1):
                table.cell(row + 1, column).text = ""
            table.cell(top + 1, column).merge(table.cell(bottom + 1, column)).text = text


def _runs(rows: tuple[tuple[str, ...], ...], column: int) -> list[tuple[int, int]]:
    runs = []
    start = 0
    for at in range(1, len(rows) + 1):
        if at == len(rows) or rows[at][column] != rows[start][column]:
            runs += [(start, at - 1)] if at - start > 1 else []
            start = at
    return runs


def main() -> None:
    """Write every sample beside this file."""
    for name, document in (("bang-cai-tien", improvement()), ("ke-hoach-thang", monthly())):
        document.save(str(HERE / f"{name}.docx"))
        for suffix in FORMATS:
            _converted(HERE / f"{name}.docx", suffix)
    workbook().save(HERE / "bang-cai-tien.xlsx")


def _converted(path: Path, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as profile:
        command = ["soffice", f"-env:UserInstallation=file://{profile}", "--headless", "--convert-to", suffix]
        subprocess.run([*command, "--outdir", str(HERE), str(path)], check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    main()
