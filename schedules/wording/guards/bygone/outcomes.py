"""What came of a time that was over: its results and counts, the meetings and papers it dates, what was not done."""

from __future__ import annotations

import re

from schedules.wording.piece import BOUNDED, Limit, Piece

REACH = 130
CLAUSE = r"[^.;:\n]"
FIGURE = r"(?:gan |hon |khoang |tong so |tren )?\d[\d.,/]*"
SUMMED = re.compile(
    r"\)?[ .,:;\-]{0,3}(?:(?:ket qua|tong ket)[ :,]{0,2})?(?:(?:da |chi )?co )?"
    r"(?:(?:tong (?:cong|so)|tat ca|hon|gan|khoang)(?: co)? )*\d[\d/.]* (?:luot )?"
    r"(?:em|hoc sinh|hs|tre|chau|lop|giao vien|gv|thi sinh|doan vien|doi vien|bai|san pham|tiet muc|tiet|doi)\b"
    r"[^.;\n]{0,80}? (?:dat|doat|tham gia|tham du|duoc|hoan thanh|nhan|gianh|du thi|xep loai|bi|mac|nhap vien|nghi hoc"
    r"|nghi om|bo hoc)\b"
)
"""How many reached what in a stretch that is over: “(từ ngày 28/10 đến 10/11/2017) có 33 em đạt danh hiệu”."""

UNDONE = re.compile(
    r",? (?!neu\b)(?:(?!(?:nao|ai|neu|ma)\b)[a-z0-9&]{1,10} ){1,8}(?:van )?(?:chua|moi chi|moi co|van con|con)\b"
    r"(?![^.;\n]{0,120} (?:thi|se|phai|bi|de nghi|yeu cau)\b)"
)
"""What had not been done by a day that is over: “đến ngày 24/10, nhiều đơn vị chưa nộp báo cáo”."""

FIGURE_OF = re.compile(
    r",? (?:[a-z]{1,8} ){0,2}?(?:so|t[yi] le|si so|tong so|so luong|chuyen can)\b[^.;\n]{0,60}?"
    r" (?:dat|la|con|chiem|tang|giam|len)(?: [a-z]{1,6})? \d"
    r"|,? (?:[a-z]{1,9} ){1,4}?duoc (?:hon |gan |khoang )?\d|[^.;\n]{0,60}, (?:van )?con (?:thieu|lai|\d)"
)
"""What figure was reached by a day that is over: “đến 11/9 sĩ số đạt 94%”, “đến tháng 11 bổ sung được 2”."""

COMPARED = re.compile(
    r"[^.;\n]{0,100}? (?:tang|giam|(?:cao|thap|nhieu|it) hon)\b[^.;\n]{0,25}"
    r" (?:so voi|cung ky|thang|nam|tuan) (?:hoc )?(?:\d|truoc|ngoai|cung|thang|nam)"
)
"""What a stretch that is over is compared with: “tháng 9, 12 em nghỉ học, giảm 4 em so với tháng 8”."""

CAME = ("cong van ", "van ban ", "ngay ")
"""What comes in: “Công văn đến ngày 30/10”."""

SET = r"(?:se|phai|can|de|nham|phan dau|chi tieu|yeu cau|de nghi|moi|nop|gui|hoan thanh|neu|muc tieu)"
RESULT = re.compile(
    rf"\)?,?(?: (?!{SET}\b)[^\s.;:]{{1,14}}){{0,14}}?"
    r" (?:(?:dat|doat) (?:giai|gio|loai|danh hieu|yeu cau|ket qua|thanh tich|diem|\d[\d.,]*)|gianh"
    r"|xep (?:thu|loai|hang)|mang ve|gat hai|thu (?:duoc|ve|hut)|nhan duoc|phat hien|ghi nhan|cho thay|thong nhat"
    r"|nhat tri|khien|lam (?:toc|hong|hu|sap|do|ngap|chet|bi thuong|thiet hai|vo|gay|troi|dut|xoi)"
    r"|bi (?:hong|hu|dot|sap|ngap|mat|chay|tai nan|thuong|ngo doc|duoi nuoc|om|benh|phe binh|ky luat)"
    r"|gay (?:ra|thiet|ngap|hu|sat|mat)|hien (?:van )?chua|chi thuong xuyen"
    rf"|co (?:bieu hien|dau hieu)|bau (?:ra|duoc)|huong ung|danh gia (?:cao|tot)"
    rf"|voi {FIGURE} [a-z]+|(?:co|con|duoc|vang|thieu) {FIGURE} [a-z]+)\b"
    r"|\)? ?: ?(?:giai (?:nhat|nhi|ba|khuyen khich|tu)\b|huy chuong|xep (?:thu|loai|hang)|(?:dat|doat) \d|ket qua\b)"
    r"|,? (?:nen (?!nep|tang|mong)|(?:rat|that|kha) [a-z]|[^.;:\n]{0,60}\bkhong (?:ai|co (?:em|lop|to) nao)\b)"
)
"""What came of it, told behind: “dự thi ngày 8/1 và mang về 3 giải Ba”, “ngày 15/10 phát hiện 4 bộ hồ sơ thiếu”."""

MEETING = re.compile(
    r"\b(?:tai|trong|qua|sau|o) (?:(?:cac|cuoc|buoi|phien|ky|dot) )?"
    r"(?:hop|hoi nghi|dai hoi|lam viec|giao ban|sinh hoat|gap mat|toa dam|tiep dan|tiep xuc)\b"
    r"(?: [a-z0-9&]{1,9}){0,6} $"
)
"""The meeting at which something was said: “được thống nhất tại cuộc họp ngày 21/9”."""

PAPER = re.compile(
    r"(?<!nop )(?<!gui )(?<!lap )(?<!viet )(?<!trinh )(?<!phat )\b"
    r"(?:don(?! (?:tre|hoc|hs|khach|doan|giao|be|cac|em)\b)(?: [a-z]{1,8}){1,3}|to trinh|cong van|giay moi"
    r"|bien ban|quyet dinh|nghi quyet|cong dien|phieu (?:chi|thu)|hoa don) $"
)
"""The paper a day belongs to: “trả lời đơn kiến nghị ngày 2/1”."""

COUNTED = re.compile(
    rf"\b(?:co|con|them|du|duoc|hon|tong so|thu hut|ghi nhan|phuc vu|huy dong|tiep) {FIGURE} [a-z]{CLAUSE}{{0,60}} $"
)
"""How many there were in it: “báo cáo có 5 trẻ mắc tay chân miệng từ ngày 1/10 đến 15/10”."""

LAST = re.compile(r"\b(?:lan|dot|ky|cuoc)(?: [a-z]{1,8}){0,3} (?:gan nhat|gan day|vua roi|truoc)(?: la| vao)?,? $")
"""“Lần kiểm tra gần nhất là ngày 12/9”."""


PAPER_OF, ITS = re.compile(r"\b(?:thong bao|ke hoach|huong dan|van ban|thu moi) $"), re.compile(r" (?:cua|ve viec) ")
"""“Nhận được thông báo ngày 5/12 của Công an phường”: a paper by whom, or on what."""

LATELY = re.compile(r"\bvua (?!(?:hoc|lam|choi|phai|suc|du|va|chao|ky)\b)[a-z]+\b[^.;:,\n]{0,60} $")
"""“Học sinh khối 9 vừa hoàn thành bài khảo sát ngày 4/12”."""


ALONE = re.compile(rf"(?: (?!{SET}\b)[^\s.;:\d]{{1,14}}){{1,6}} {FIGURE} [a-z]")
"""How much of it was in one month: “Mỗi học kỳ thay 60 bóng, riêng tháng 9 thay 25 bóng”."""


def tells_outcome(piece: Piece, text: str, *, again: bool = False) -> bool:
    """Whether the words around a time that was over tell what came of it.

    The words before one that comes again (`again`) say where or by what paper it is held.
    """
    if piece.limit == Limit.BY:
        reached = text.startswith(("den", "toi"), piece.start)
        return reached and (
            text.endswith(CAME, 0, piece.start)
            or UNDONE.match(text, piece.end) is not None
            or FIGURE_OF.match(text, piece.end) is not None
        )
    if piece.limit in BOUNDED:
        return False
    if text.endswith("rieng ", 0, piece.start) and ALONE.match(text, piece.end):
        return True
    if SUMMED.match(text, piece.end) or RESULT.match(text, piece.end) or COMPARED.match(text, piece.end):
        return True
    if again:
        return False
    start = max(0, piece.start - REACH)
    return any(clue.search(text, start, piece.start) for clue in (MEETING, PAPER, COUNTED, LAST, LATELY)) or (
        ITS.match(text, piece.end) is not None and PAPER_OF.search(text, start, piece.start) is not None
    )
