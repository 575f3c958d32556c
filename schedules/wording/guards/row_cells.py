"""Which cell of a row in one line, or which opening of an item, is the time of the work beside it."""

from __future__ import annotations

import re
from datetime import date

from schedules.plan import FIRST_MONTH
from schedules.wording.piece import Grain, Piece
from schedules.wording.refining.near import CELL_CLOSES, is_cell

TELLING, ROW_REACH = 120, 400
FIGURE = re.compile(r"(?<![\d.,])\d[\d.,]*+(?! ?(?:trieu|ty|dong|nghin|ngan|vnd|d)\b)")
"""A figure that is no sum of money; sums stand in plans, others in tables of results."""

FINE = {Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.EVENT}
STRETCHES = {Grain.TERM, Grain.QUARTER, Grain.HALF, Grain.SUMMER}
HEADER = re.compile(
    r"[^a-z]{0,60}(?:(?:ubnd|phong|so|truong|to|lop|khoi|ke hoach|lich|bao cao|danh sach|thoi khoa bieu|so dau bai)\b"
    r"|cong hoa xa hoi)"
)
"""How a line begins that heads a paper: the year in its last cell dates no work."""

STRETCH = r"(?:(?:hoc k[yi]|hk|quy) ?(?:i{1,3}|iv|[1-4])|ca nam|cn)"
NAMES_ONLY, NAMES_BEHIND = re.compile(rf"\b{STRETCH} ?\| ?$"), re.compile(rf" ?\| ?{STRETCH}(?= ?(?:\||\Z|\n))")
"""Terms side by side head the columns of a table: “Học kỳ I | Học kỳ II | Cả năm”."""

WORK = (
    r"(?:du gio|kiem tra|to chuc|hop|thi|on tap|thao giang|hoi giang|so ket|khao sat|tap huan|phat dong"
    r"|xay dung|trien khai|thuc hien|hoan thanh|hoan thien|nop|bao cao|cong khai|ra soat|tham gia|boi duong|ban giao"
    r"|danh gia|cap nhat|lap|mua|sua chua|tu danh gia)\b"
    r"(?!(?:[^\n|\d]|(?:(?<=khoi )|(?<=lop )|(?<=to )|(?<=, )|(?<=thong tu )|(?<=nghi dinh ))\d{1,3}[a-z]?\b"
    r"|\d{1,3}(?= (?:giao vien|gv|lop|to|lan|tiet|hoc sinh|hs|em|nguoi|chuyen de"
    r"|bai|buoi|cuoc|hoat dong|du an|sang kien|san pham)\b))*+\d)"
)
"""Work, without figures that may be a result: “Dự giờ 04 giáo viên khối 4, 5”, not “Kiểm tra | 45”."""

EARNESTLY = r"(?:kip thoi|nghiem tuc|khan truong|chu dong|tich cuc|tiep tuc|dong loat|nhanh chong) "
"""How work is to be done, said before it: “Học kỳ II: tiếp tục tổ chức 02 chuyên đề”."""

WORK_CELL = re.compile(rf" ?\| ?(?:{EARNESTLY})*{WORK}")
"""Work in the cell behind a term that opens a row: “Học kỳ I | Dự giờ”."""

ITEM_OPENS = re.compile(r"(?:\A|\n)[ \-+*•·]*(?:(?:[a-h]|[ivx]{1,4}|\d{1,2}(?:\.\d{1,2}){0,2})[.)] )?$")
WHO = r"(?:(?:moi|cac|tung|100%) )?(?:to|gv|giao vien|nhom|lop|khoi|chi doan|nha truong)(?: [a-z]{1,8}){0,3}? "
WORK_ITEM = re.compile(
    rf" ?: ?(?:{WHO})?(?:{EARNESTLY})*(?!(?:hoan thanh|thuc hien|danh gia) (?:xuat sac|tot|kha|duoc|\w+ loai)){WORK}"
)
"""Work behind a term that opens an item: “Học kỳ II: hoàn thành sân bóng”, not how it was done."""

BUILT = (
    r"(?:xay (?:moi|dung|them|bo sung)|sua(?! doi)|tu sua|cai tao|nang cap|lap (?:dat|them|moi)"
    r"|mua(?: sam| them| moi| bo sung|(?= \d))|trang bi|dau tu|bo sung|lam (?:moi|lai|them)"
    r"|thay (?:moi|toan bo|the|het)"
    r"|trong (?:them|moi|bo sung|cay)|trai (?:nhua|be tong)|lat (?:gach|nen|san|lai)"
    r"|son(?: sua| lai)"
    r"|quet voi|khoan|san lap|do (?:be tong|dat)|noi rong|mo rong)\b(?! (?:duoc|xong|\d[^|\n]*%))"
    r"(?![^\n|]{0,80}\bda\b(?! (?:nang|phuong|chuc|dang|so|dien)\b))"
)
BUILT_ITEM = re.compile(rf" ?(?:: ?)?(?:se |tiep tuc )?{BUILT}")
"""What is built or bought in a year, in numbers: “Năm học 2026-2027: xây mới 4 phòng học”."""

INDEX = r"(?:\W*(?:tieu (?:chi|chuan) )?\d{1,3}(?:\.\d{1,2})?\W*\|)?"
"""The number of a row, or the criterion it is about."""

BUILT_ROW = re.compile(rf"(?:\A|\n){INDEX}[^a-z|\n]*{BUILT}[^|\n]*\|(?:[^\d|\n]*\|){{0,3}} ?$")
"""A row that begins with what is built or bought, in numbers: “Thay mới 40 bộ bàn ghế | Năm học 2025-2026 | …”."""

BUILT_IN = STRETCHES | {Grain.SCHOOL_YEAR, Grain.YEAR}

SENTENCE_OPENS = re.compile(r"(?:\A|[.;\n] )\W*$")
YEAR_WORK = re.compile(
    rf"(?:,| ?:)? (?:{WHO}|(?:nha )?truong )?(?:se |tiep tuc |phai )?"
    rf"(?:{EARNESTLY})*(?:{BUILT}|(?!(?:hoan thanh|thuc hien|danh gia) (?:xuat sac|tot|kha|duoc)){WORK})"
)
"""Work in a year to come: “Năm học 2026-2027 nhà trường mua bổ sung 20 máy”."""

HEADINGS = (
    r"(?:stt|tt|ho (?:va )?ten|ten|noi dung|chi tieu|tieu chi|danh (?:muc|sach|hieu)|ket qua|xep loai|ty le|so luong"
    r"|tong(?: so)?|ghi chu|dien giai|don vi tinh|thanh tien)\b"
)
HEADING_BEHIND = re.compile(rf"[^\n]{{0,120}}\| ?{HEADINGS}")
"""How the columns of a table are called: a school year among them dates no work."""

WORK_ROW = re.compile(
    rf"(?:\A|\n){INDEX}[^a-z|\n]*(?!{HEADINGS})(?:[a-z]+[ ,;()/\-]+){{5,}}[^|\n\d]*\|"
    r"(?:[^\d|\n]*\|){0,3} ?$"
)
"""A row that begins with a clause of work: its school year may stand in any cell behind, figures in none between."""


def is_time_of_cell(piece: Piece, text: str) -> bool:
    """Return whether a time is a whole cell or opens an item; what is no day or month only beside the work it times."""
    if piece.first is None:
        return False
    if not is_cell(text, piece.start, piece.end):
        return _heads_item(piece, text)
    if piece.first.grain in FINE:
        return True
    if NAMES_ONLY.search(text, max(0, piece.start - TELLING), piece.start) or NAMES_BEHIND.match(text, piece.end):
        return False
    if "|" not in text[max(0, piece.start - 3) : piece.start]:
        return piece.first.grain in STRETCHES and WORK_CELL.match(text, piece.end) is not None
    if HEADER.match(text):
        return False
    return CELL_CLOSES.fullmatch(text, piece.end) is not None or _is_within_row(piece, text)


def is_year_of_work(piece: Piece, text: str, signed: date | None) -> bool:
    """Return whether a school year that begins after the signing opens a sentence and who does what in it follows."""
    year = piece.first
    if year is None or year.grain != Grain.SCHOOL_YEAR or year.year is None or piece.last is not None:
        return False
    if signed is None or date(year.year, FIRST_MONTH, 1) <= signed:
        return False
    if SENTENCE_OPENS.search(text, max(0, piece.start - len(" - * ")), piece.start) is None:
        return False
    return YEAR_WORK.match(text, piece.end) is not None


def _is_within_row(piece: Piece, text: str) -> bool:
    """Whether a cell with others behind it is the time of its row: no figure follows, a year stands behind work."""
    if piece.first is None or piece.first.grain == Grain.YEAR or FIGURE.search(text, piece.end, piece.end + TELLING):
        return False
    if piece.first.grain != Grain.SCHOOL_YEAR:
        return True
    if HEADING_BEHIND.match(text, piece.end):
        return False
    start = max(0, piece.start - ROW_REACH)
    return (WORK_ROW.search(text, start, piece.start) or BUILT_ROW.search(text, start, piece.start)) is not None


def _heads_item(piece: Piece, text: str) -> bool:
    """Whether a term opens an item and its work follows the colon, or a year or term what is built in it."""
    if piece.first is None or piece.first.grain not in BUILT_IN:
        return False
    if not ITEM_OPENS.search(text, max(0, piece.start - len(" - * ")), piece.start):
        return False
    if piece.last is None and piece.first.grain in STRETCHES and WORK_ITEM.match(text, piece.end):
        return True
    return BUILT_ITEM.match(text, piece.end) is not None
