"""What is said behind a time that undoes it: a question, a denial, praise, a sum to work out, a field to fill in."""

from __future__ import annotations

import re

from schedules.wording.guards.before.clue import HABIT
from schedules.wording.piece import UNBOUND, Grain, Limit, Piece
from schedules.wording.reading import Reading
from schedules.wording.refining.brackets import CELEBRATES

REACH, TASK_REACH, BEFORE = 130, 260, 110
GO_ON = r"(?:[^?.;:!\n“\"(]|\.(?=\d))"
ASKED = re.compile(
    rf"{GO_ON}{{0,100}}?(?:\b(?:khong|chua|nao|may|bao (?:nhieu|gio|lau|xa)|khi nao|gi|ai|sao|nhi|phai|chu|vay)"
    r"(?: (?:a|a em|vay|the|nhi|co|thay|ban|moi nguoi|ca nha|em|anh|chi|duoc)){0,3}|(?<= )(?:a|ha|he)) ?\?"
)
ENDS_ASKING = re.compile(rf"{GO_ON}{{0,100}}\?")
ASKS = re.compile(
    r"(?:\b(?:hoi|co phai|vi sao|tai sao|lieu|khi nao|bao gio|bao nhieu|thu may|nao|ai|biet)\b)[^?.;!\n]*$"
)
"""A question sets nothing: “Có phải hạn đăng ký là ngày 25/10 không?”."""

DENIED = re.compile(
    r"(?:(?! (?:ai|neu|nhung ai|khi|nguoi) |, (?:vi|boi)(?: vi)? )[^.;\n]){0,110}?"
    r" (?:(?:la|deu) )?"
    r"(?:khong (?:phai )?(?:do|cua|xuat phat tu)(?: phia)? (?:nha )?truong"
    r"(?= ?[.,;)\n]|\Z| (?:phat|dua|dang|ban hanh|thong bao|cung cap|cong bo))"
    r"|khong (?:chinh xac|dung su that|co that|tan thanh|duoc (?:chap (?:nhan|thuan)|thong qua))"
    r"|la (?:chua (?:chinh xac|dung)|sai|nham)"
    r"|la (?:do )?(?:(?!(?:nop|gui|nhap|ngay)\b)[a-z]{1,8} ){0,4}(?:go|ghi|viet|danh may|in) (?:nham|sai|lon)"
    r"|tin (?:gia|don|that thiet|sai|bia)|sai su that|bia dat|thong tin (?:gia|sai))\b"
)
"""What was said and is not so, or proposed and voted down."""

NO_LONGER = re.compile(
    r"(?:(?! (?:nop|gui|hoan|vi|do|mau|bieu|phan mem|khi|neu(?! (?:tai|trong|o|tren))) )[^.;,\n(]){0,60}"
    r" (?:khong (?:con )?(?:duoc )?(?:ap dung|hieu luc|gia tri|su dung|phu hop)|(?:da |duoc |bi )bai bo|het hieu luc)\b"
)
"""A time given up: “Mốc 05/01/2026 ghi trong công văn cũ không còn áp dụng”."""

PRAISED = re.compile(
    r"[^.;\n]{0,110}?\b(?:(?:that |rat )?dang (?:bieu duong|quy|khen|trach|tiec|mung|tuyen duong)|gioi (?:qua|that)"
    r"|tuyet voi|that tuyet|sach bong|that dac biet|dang nho)\b"
)
REFUSED = re.compile(
    r"\)?,?(?: (?:cua|o|tai) (?:(?!(?:bi|ai|neu|nop|gui)\b)[a-z0-9]{1,8} ){0,5}?)? ?(?:(?:da|se|vua) )?"
    r"bi (?:huy|bac|hoan)\b(?! (?:ket qua|bai|tu cach))"
    r"|\)?,?(?: (?:nay|da|se|phai|tam|duoc)){0,3} hoan (?:vo thoi han|chua (?:an dinh|dinh|co|biet))\b"
    r"|(?:(?! (?:ai|neu|nhung ai|khi|nguoi) )[^.;\n]){0,50}? (?:nay|da|vua)(?: [a-z]{1,8}){0,5}? huy(?: bo)?"
    r"(?= ?[.;,)\n]|\Z)"
    r"|(?:(?! (?:ai|neu|nhung ai|khi|nguoi) |(?:truoc|den|tu|ngay) \d{1,2}/)[^.;\n]){0,70}?(?:chua|khong) (?:duoc )?"
    r"(?:thong nhat|dong y|chap (?:nhan|thuan)|(?:phe )?duyet|thong qua|tan thanh|cho phep)\b"
    r"(?![^.;\n]{0,60} (?:phai|nop|gui|hoan|sua|bo sung|thi|se)\b)"
)
"""A proposal that came to nothing: “Kế hoạch tham quan ngày 20/12 không được duyệt”."""

PROPOSED = re.compile(
    r"(?:\A|[.;\n] ?)\W*(?:(?:cac|mot so|nhieu|nhung|mot|co) )*"
    r"(?:(?:phu huynh|cha me|hoc sinh|hs|giao vien|gv|gia dinh)(?: [a-z0-9]{1,8}){0,3}"
    r" (?:de nghi|de xuat|kien nghi|mong muon|xin)|y kien|de xuat|kien nghi|phuong an|nguyen vong"
    r"|chu truong|to trinh|mong muon|sang kien|loi de nghi)\b[^.;\n]{0,110}$"
)
TURNED_DOWN = re.compile(
    r"[^.;\n]{0,70}? (?:(?:chua|khong) (?:duoc (?:[a-z]{1,9} ){0,6}?)?"
    r"(?:thong nhat|dong y|dong tinh|chap nhan|chap thuan|quyet dinh|(?:phe )?duyet|thong qua|tan thanh|cho phep"
    r"|xem xet|ung ho|nhat tri|phan hoi|tra loi|kha thi|dap ung|giai quyet)"
    r"|bi (?:[a-z]{1,9} ){0,4}?(?:bac|tu choi|phan doi|gat|huy|loai))\b"
    r"(?![^.;\n]{0,60} (?:phai|nop|gui|hoan|sua|bo sung|thi|se)\b)"
)
"""“Ý kiến bỏ phiếu giấy từ học kỳ II không được hội nghị thông qua”: by whom it was refused stands between."""

NOT_BEFORE = re.compile(
    r"(?: ?\))? moi (?!nhat\b|het han|nop|gui|cua\b|giao vien|gv|hoc sinh|hs|lop|to\b|khoi|truong|don vi|em\b|nguoi"
    r"|thanh vien|dong chi|ca nhan|can bo|nhom|chi doan|ban\b|bo phan|gia dinh)"
)
UNTIL = ("den", "toi", "cho den", "phai den")
"""“Đến 30/11 mới về”: not before it, which is no bound; “mỗi giáo viên” is who is bound."""

TASK = re.compile(
    r"[^\n|]{0,220}?(?:[.;] |, )(?:hoi [^\n]{0,140}\?|(?:hay )?tinh (?:so|xem|quang|thoi gian|dien tich|van toc"
    r"|tien|gia|chu vi|tuoi|do dai|khoi luong|chieu (?:dai|rong|cao)|nang suat|trung binh)\b"
    r"|tim (?:so|x|gia tri|van toc)\b)"
)
"""A sum to work out: “… trước ngày 30/4. … Tính số ngày dự định.”."""

PRAISING = ("dang ", "gioi ", "tuyet", "sach bong", "dac biet")
REFUSES = re.compile(r"\b(?:hoan|bi|chua|khong|huy)\b")
ORDERED = re.compile(r"\b(?:phai|yeu cau|de nghi|nop|gui|hoan thanh)\b")
QUOTED, PAIRS = 90, {"“": "”", '"': '"', "«": "»", "‘": "’"}
QUOTE_OPENS = re.compile(
    r"(?:(?P<noun>\b(?:vo kich|ca khuc|bai hat|bai tho|truyen|phim|tac pham|cuon|sach|tieu thuyet|ghi(?: ro)?) ?:? ?)"
    r"|(?<=[a-z0-9)] ))(?P<sign>[“\"«‘])(?P<words>[^“”\"«»‘’\n]{0,60})$"
)
QUOTE_CLOSES = re.compile(r"(?P<words>[^“”\"«»‘’\n:]{0,50})(?P<sign>[”\"»’])")
"""What stands between quotes is called so."""

BOXES, FIELD = "□☐☑◻▢❑❏¨", re.compile(r" ?\]")
DAY_OF_ITEM = re.compile(r" ?\] ?[:\-–]? ?[a-z]")
"""“[T2 - 22/9] Chào cờ”: a day in brackets that opens an item, its work behind."""

BOX = re.compile(rf"[^\n{BOXES}]{{0,4}}[{BOXES}]")
USUALLY = re.compile(
    r"(?:\A|[.;\n] ?)\W*(?!(?:vi|do|boi)\b[^,.;\n]*,)(?:(?!(?:khen|neu|phai|se"
    r"|can)\b)[a-z0-9]{1,9},? ){1,9}(?P<usual>" + HABIT + r"|hay) "
    r"(?!xuyen|k[yi]\b|nien|truc|tru|vu|phuc|huyen|cac|cho|vao|dot|hoc|giao|nop|gui|binh|mai|hieu|tich|yeu|luong|thuc"
    r"|uy\b|gia\b|vong|de\b|le\b|quy\b)"
    r"(?:(?!nen )[a-z0-9]{1,9}[, ]{1,2}){1,12}$"
)
"""What is usual, told before the time: “Cây xoài thường ra hoa vào tháng 12”."""


INVITED = re.compile(
    r"\b(?:[Mm]ời|[Gg]ặp|[Nn]hắc|[Hh]ẹn|[Kk]èm|[Pp]hụ đạo|[Tt]rao đổi với|[Ll]àm việc với)(?: [^\s,]+)+ ?$"
)
"""Who is to come, by what they often do: “mời riêng ba nhà có con hay đi muộn lên nói chuyện 17h thứ Hai 20/10”."""


def is_undone(piece: Piece, reading: Reading) -> bool:
    """Whether what stands around a time undoes it."""
    text = reading.folded
    if piece.limit == Limit.NONE and _is_usual(piece, reading):
        return True
    if _is_field(piece, text) or _is_quoted(piece, text):
        return True
    if piece.end >= reading.body[1]:
        return False
    if _is_asked(piece, text):
        return True
    behind = text[piece.end : piece.end + REACH]
    if (
        " la " in behind or " tin " in behind or " khong " in behind or " sai " in behind or " bia " in behind
    ) and DENIED.match(behind):
        return True
    if (" khong con " in behind or " bai bo" in behind or " het hieu luc" in behind) and NO_LONGER.match(behind):
        return True
    if piece.limit in UNBOUND and REFUSES.search(behind) and _is_refused(piece, text, behind):
        return True
    if piece.limit == Limit.BY and text.startswith(UNTIL, piece.start) and NOT_BEFORE.match(behind):
        return True
    if any(map(behind.__contains__, PRAISING)) and PRAISED.match(behind) and not ORDERED.search(behind):
        return True
    return _is_exercise(piece, text)


def _is_refused(piece: Piece, text: str, behind: str) -> bool:
    """Whether what was to be then came to nothing, or was only proposed."""
    if piece.limit == Limit.NONE and REFUSED.match(behind):
        return True
    if TURNED_DOWN.match(behind) is None:
        return False
    return PROPOSED.search(text, max(0, piece.start - BEFORE), piece.start) is not None


def _is_asked(piece: Piece, text: str) -> bool:
    """Whether the sentence of a time goes on to ask."""
    mark = text.find("?", piece.end, piece.end + REACH)
    if mark < 0:
        return False
    if ASKED.match(text, piece.end):
        return True
    asks = ENDS_ASKING.match(text, piece.end)
    return asks is not None and ASKS.search(text, max(0, piece.start - BEFORE), piece.start) is not None


def _is_quoted(piece: Piece, text: str) -> bool:
    """Whether a time stands in a name between quotes, some other word with it: “vở kịch "Đêm 30/12 năm ấy"”."""
    if piece.limit != Limit.NONE or piece.first is None or piece.first.grain == Grain.EVENT:
        return False
    closes = QUOTE_CLOSES.match(text, piece.end)
    if closes is None:
        return False
    opens = QUOTE_OPENS.search(text, max(0, piece.start - QUOTED), piece.start)
    if (
        opens is None
        or closes["sign"] != PAIRS[opens["sign"]]
        or not (opens["words"] or closes["words"] or opens["noun"])
    ):
        return False
    if CELEBRATES.search(opens["words"]):
        return False
    return opens["sign"] != '"' or text.count('"', max(0, piece.start - REACH), piece.start) % 2 == 1


def _is_exercise(piece: Piece, text: str) -> bool:
    """Whether something is to be worked out from a time."""
    behind = text[piece.end : piece.end + TASK_REACH]
    return (" tinh " in behind or " hoi " in behind or " tim " in behind) and TASK.match(behind) is not None


def _is_field(piece: Piece, text: str) -> bool:
    """Whether a time is a field, a box or an arrow of a page: “[01/11/2025]”, “□ Tháng 9 □ Tháng 10”."""
    if text.startswith((" »", "»"), piece.end):
        return True
    sign = text[max(0, piece.start - 2) : piece.start].strip()[-1:]
    if not sign:
        return False
    if sign == "[" and piece.last is not None:
        return False
    if sign == "[" and _opens_item(piece, text) and DAY_OF_ITEM.match(text, piece.end):
        return False
    if sign in "[«":
        return FIELD.match(text, piece.end) is not None or sign == "«"
    if sign not in BOXES:
        return False
    return BOX.match(text, piece.end) is not None or any(
        one in BOXES for one in text[max(0, piece.start - 20) : piece.start - 2]
    )


def _opens_item(piece: Piece, text: str) -> bool:
    """Whether only a bracket stands between the beginning of an item and a time."""
    return ITEM_OPENS.search(text, max(0, piece.start - 8), piece.start) is not None


ITEM_OPENS = re.compile(r"(?:\A|\n|[.;|] )[ \-+*•]{0,3}\[ ?$")


def _is_usual(piece: Piece, reading: Reading) -> bool:
    """Whether “thường” or “hay” before a time says what is usual; their accents tell them from “thưởng”, “hãy”."""
    start = max(0, piece.start - BEFORE)
    text = reading.folded
    before = text[start : piece.start]
    if not (" thuong " in before or " hay " in before) or (usual := USUALLY.search(text, start, piece.start)) is None:
        return False
    if INVITED.search(reading.accented, usual.start(), usual.start("usual")):
        return False
    written = reading.accented[usual.start("usual") : usual.end("usual")]
    if written.istitle() and usual.start("usual") > usual.start() + 1:  # a name: “Bác Thường chỉnh lại chuông”
        return False
    written = written.lower()
    if written == "hay":
        return reading.accented[start : piece.start] != before
    return written in {"thường", "thuong"}
