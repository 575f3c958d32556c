"""What is told behind a time, at some length: a saying, a paper sent, an act done, the counter of a web page."""

from __future__ import annotations

import re

from schedules.wording.piece import UNBOUND, Piece
from schedules.wording.reading import Reading

LONG = 130
WORK = (
    r"nop|gui|(?<!phong )(?<!da )hop|(?<!da )to chuc|(?<!hoi )thi (?:tuyen|chon|vong|hoc|giao|ket|hsg|cuoi|giua|thu)"
    r"|(?<!doan )(?<!to )kiem tra|bao cao|trien khai|thuc hien|hoan thanh|cong bo|tap huan|nghiem thu|ra soat|dang ky"
    r"|tham gia|cap nhat|bieu dien|lao dong|duyet|xay dung|tap trung|phai|can|se|de nghi|yeu cau|moi|cac em nao"
)
"""Work that is set when it stands between a time and what is told: “Ngày 17/11, các tổ nộp báo cáo đã duyệt”."""

WORDS = rf"(?: (?!(?:{WORK}|da)\b)[^\s.;:]{{1,14}}){{1,24}}"
PLACED = rf"(?:,|-)?{WORDS}"
SAYING = re.compile(
    r"(?:,|-)?(?: (?!(?:nop|gui|to chuc|hoan thanh|se|phai|de nghi|yeu cau)\b)[^\s.;:]{1,14}){1,24}"
    r" (?:cho biet|cho hay|khang dinh|nhan manh|bay to|chia se (?:rang|tren)"
    r"|thong tin (?:rang|tren (?!trang|cong|web|he thong|phan mem|bang|moi)|voi bao)"
    r"|phat bieu (?:rang|tren)|tra loi (?:phong vien|pv|bao)|trao doi voi (?:phong vien|pv|bao))\b"
)
"""The day of a saying: “Ngày 17/6, ông Nam (Sở Giáo dục) cho biết …”."""

SAID = (
    *(" cho biet", " cho hay", " khang dinh", " nhan manh", " bay to"),
    *(" chia se", " thong tin", " phat bieu", " tra loi", " trao doi"),
)
"""Words without any of which nobody says anything."""


SHARING = re.compile(
    PLACED
    + r" (?:chia se|phat bieu|thong tin|trao doi|ky(?! (?:thuat|nang|niem|luat|thi|su|cang|vong|yeu|tu|so|nhan|ten)\b)"
    r"|dang(?! (?:vien|uy|bo|k[yi])))\b"
)
PAPERS = (
    *("cong van", "van ban", "cong dien", "thong bao", "quyet dinh"),
    *("ke hoach", "chi thi", "huong dan", "nghi quyet"),
)
ISSUING = re.compile(
    r",?(?: [^\s.;:]{1,14}){0,6}? (?:bo|so|ubnd|uy ban|phong|chinh phu|thu tuong|chu tich|tinh uy|dang uy)\b"
    r"(?: (?!(?:nop|gui|hop|to chuc|se)\b)[^\s.;:]{1,14}){0,14} (?:(?:vua |da )?(?:ky|ban hanh|phat hanh)|co)"
    rf" (?:ban hanh |so )?(?:{'|'.join(PAPERS)})"
)
"""Papers that others have sent: “Ngày 20/10, Sở có công văn …”."""

TALE = re.compile(
    r"(?! ?:)[^.;\n]{0,120}\b(?:long trong|tung bung|soi noi|hao hung|nao nuc|han hoan|phan khoi|vui tuoi|tot dep"
    r"|dong dao|am ap|y nghia|ron rang|thu hut|xuc dong|trang trong|trang nghiem|ruc ro)\b"
)
"""How a report colours what was done: “trường long trọng tổ chức …”, “diễn ra sôi nổi và hào hứng”."""

OUT = re.compile(r",? (?:da |vua )?(?:phat di|ra) (?:thong bao|van ban|cong van|cong dien|chi thi)")
DONE = re.compile(
    PLACED + r" da (?P<what>(?:dat|duoc|hoan thanh|to chuc|thuc hien|trien khai|co mat|tham gia|tham du|du|ky|dien ra"
    r"|khen|trao|cap|nhan|tiep nhan|hop|ra quan|phat dong|khai mac|be mac|den tham|cho)\b)?"
)
OWN_TIME = re.compile(r",? ?(?:ngay|tuan|thang|quy|hoc ky|nam|dot|lan) [\divx/]{1,7} (?:\w+ )?da\b")
"""Another time of which “đã” tells: “làm vào ngày 26 hằng tháng, tháng 2 đã làm hôm nay”."""

REACHED_SO_FAR = re.compile(PLACED + r" da (?:[a-z]{1,8} ){1,3}duoc (?:(?:hon|gan|khoang|tren|tong so) )?\d")
"""What has been reached, also in a month that is not over: “trong tháng 5, học sinh đã thu gom được 20 tấn”."""

STAMP = re.compile(
    r"\W{0,3}(?:(?:luc )?\d{1,2}:\d{1,2}(?::\d{1,2})?)?\W{0,4}"
    r"(?:gmt\b|(?:so )?luot (?:doc|xem|truy cap|tai|thich|nghe)|views?\b|so lan (?:doc|xem)|tac gia ?:"
    r"|nguoi (?:dang|viet)|\d{1,7} (?:luot (?:doc|xem|tai|truy cap)|views?\b|binh luan)|in (?:trang|bai)"
    r"|(?:thich|tra loi|chia se|phan hoi|like|reply)(?= ?(?:[·|•]|\Z)))"
)
"""What stands behind the day of a web page."""


COUNTER = re.compile(
    r" ?: ?\d[\d.,]*(?= ?(?:hom|tuan|thang|nam|quy|tong|tat ca|truc tuyen|luot|truy cap|khach)"
    r"(?: [a-z0-9]{1,6}){0,2} ?: ?\d)"
)
"""How a page counts its visitors: “Tháng 07 : 77 Năm 2024 : 1.901”."""

OWN_DEED = re.compile(
    r",? (?:chung )?toi (?:co |da |vua )(?:nhan|mua|nop|gap|thay|lap|den|gui|chi|thu|muon|nghe|xem|lam viec|trao doi)\b"
)
"""What somebody tells of himself: “Hồi 9h ngày 3/10 tôi có nhận …”."""

PAGE_TITLE = re.compile(r" ?\| ?[^|\n]{0,80}\b(?:archives?|categor(?:y|ies)|tags?|trang chu)\b")
"""The title of a web page that lists its news: “Thứ Năm 12/08/2021 | … Archives”."""


def is_said(piece: Piece, reading: Reading, *, ahead: bool | None) -> bool:
    """Whether what follows at length tells of the time; `ahead` is whether it lies after the signing, if known."""
    text = reading.folded
    if STAMP.match(text, piece.end) or COUNTER.match(text, piece.end) or PAGE_TITLE.match(text, piece.end):
        return True
    if piece.limit not in UNBOUND:
        return False
    behind = text[piece.end : piece.end + LONG]
    if " da " in behind and REACHED_SO_FAR.match(behind):
        return True
    if _holds(behind, SAID) and SAYING.match(behind):
        return True
    if ahead is not True and _holds(behind, PAPERS) and ISSUING.match(behind):
        return True
    if ahead is not True and OWN_DEED.match(behind):
        return True
    if ahead is False and (SHARING.match(behind) or OUT.match(behind) or TALE.match(behind)):
        return True
    return ahead is not True and _is_done(behind, piece.end, reading)


def _holds(behind: str, words: tuple[str, ...]) -> bool:
    """Whether any of the words stands behind: a pattern that starts with any words goes through all of them."""
    return any(map(behind.__contains__, words))


def _is_done(behind: str, at: int, reading: Reading) -> bool:
    """Whether “đã” stands far behind, subject and place between; without accents what follows it decides."""
    if " da " not in behind or OWN_TIME.match(behind) or (said := DONE.match(behind)) is None:
        return False
    da = behind.rindex(" da ", 0, said.end() + 1) + 1 if said["what"] is None else said.start("what") - 3
    return said["what"] is not None or reading.accented[at + da : at + da + 2].lower() == "đã"
