"""What a day is by custom, listed beside its figures: “20/11: ngày Nhà giáo VN; 22/12: ngày TL QĐND VN”."""

from __future__ import annotations

import re

from schedules.wording.piece import Grain, Limit, Piece

REACH, LEAD = 90, 18
FIGURES = r"(?:ngay )?\d{1,2} ?/ ?\d{1,2}(?: ?[:\-]| la|,)? ?"
ITEM = r"(?:\A|[;\n] ?)[ \-+*•·]*"
IN_LIST = re.compile(
    rf"(?:{ITEM}|{ITEM}[^.;:\d\n]{{0,40}}\bngay (?:le|ky niem|truyen thong)\b[^.;\n]{{0,50}}[:,] ){FIGURES}$"
)
OPENS = re.compile(rf"{ITEM}$")
NAMED = (
    r"(?:ngay |le |ngay le |ngay hoi |ky niem (?:ngay )?)?(?:nha giao|quoc te|quoc (?:khanh|phong)"
    r"|thanh lap|tl |hoc sinh,? ?-? ?sinh vien"
    r"|phap luat|the gioi|nhan quyen|giai phong|sinh nhat bac|thuong binh|phu nu|truyen thong|thieu nhi|gia dinh"
    r"|sach (?:va|viet)|doanh nhan|thay thuoc|chien thang|toan quoc|toan dan|nguoi (?:cao|khuyet)|moi truong"
    r"|chuyen doi so quoc|hien chuong|ho chi minh|cach mang)"
)
CLOSES = r" ?(?:\([^()\n]{0,30}\))? ?(?:[;.\n]|\Z|, \d{1,2} ?/)"
WHOSE = re.compile(rf"(?: (?:vn|viet nam|the gioi|\d{{4}})){{0,2}}{CLOSES}")
CALLED = re.compile(
    rf"(?: ?: ?| ?- ?)(?={NAMED})(?:(?!(?:to chuc|le|mit tinh|hop|thi) )[a-z,&-]{{1,12}} ?){{1,9}}{CLOSES}"
)
WISHED = re.compile(r"(?:\A|[.;\n!] ?)(?:(?:xin|kinh|nhiet|liet|tran|trong|cung|than) )*chuc (?:mung )?(?:ngay )?$")
SIGHED = re.compile(r" ?(?:!|[.~]* ?\Z)")
"""“Chúc mừng 20/11!” wishes; “Chúc mừng 20/11: các lớp làm báo tường” sets."""
TIED = re.compile(
    r" (?:(?:la ngay |luon |da )?(?:gan (?:lien )?(?:voi|lien)|danh dau|ghi dau|bat nguon tu|ra doi tu)"
    r"|mang (?:mot )?y nghia|di vao lich su)\b"
)
"""What a day is tied to: “Ngày 22/12 gắn với sự kiện năm 1944”."""


def is_customary(piece: Piece, text: str) -> bool:
    """Return whether a time and its figures only say what a day is called, nothing being done on it."""
    if piece.first is None or piece.limit != Limit.NONE or piece.last is not None or piece.every or piece.hour:
        return False
    start = max(0, piece.start - REACH)
    if SIGHED.match(text, piece.end) and WISHED.search(text, start, piece.start):
        return True
    if piece.first.year is None and TIED.match(text, piece.end):
        return True
    if piece.first.grain == Grain.EVENT:
        return WHOSE.match(text, piece.end) is not None and IN_LIST.search(text, start, piece.start) is not None
    if piece.first.grain != Grain.DAY or CALLED.match(text, piece.end) is None:
        return False
    return OPENS.search(text, max(0, piece.start - LEAD), piece.start) is not None
