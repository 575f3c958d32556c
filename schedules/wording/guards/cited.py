"""Days that belong to a paper: a cited document, the legal basis of a plan, a signature, the line of place and date."""

from __future__ import annotations

import re

from schedules.wording.folding import nfc
from schedules.wording.guards.before.papers import HOLDS
from schedules.wording.piece import Grain, Limit, Piece
from schedules.wording.reading import Reading

DATED = "citations.dated"
"""The rule of a paper whose own day stands right behind its number."""

WINDOW = 60
REACH = 120
AUTHORITY = re.compile(
    r",? (?:cua (?:b[o ]|b\W|chinh phu|thu tuong|ubnd|uy ban|hdnd|hoi dong nhan dan|quoc hoi|so\b|phong\b|ban bi thu"
    r"|ban chap hanh|bgd|bo gd|chu tich)|ve viec|quy dinh|huong dan ve|ban hanh|sua doi|do bo |do chinh)"
)
TOLD = re.compile(
    r"(?:(?!\b(?:ve|v/v|huong dan|quy dinh|ban hanh|thong qua|da|cua)\b)[^.;:\n])*?"
    r"(?:\b(?:tai|trong|vao) (?:(?:buoi|cuoc|phien) )?(?:hop|hoi nghi|hoi thao|sinh hoat|giao ban|chao co|tap huan)"
    r"|\b(?:toi|den|cho) (?:toan the|tat ca|cac|can bo|giao vien|nhan vien|cb|gv|hoc sinh|hs|cha me|phu huynh"
    r"|doan vien|dang vien|hoi dong))\b(?:(?!\b(?:ve|v/v|cua)\b)[^.;:\n])*"
)
"""“Phổ biến Thông tư 09 tới toàn thể giáo viên tại buổi họp ngày 26/9”: the day is that of the meeting."""

SENTENCE_END = re.compile(r"[;:]|\. |\n")
BASIS, BASIS_REACH = "can cu ", 500
BASIS_OPENS, BASIS_ENDS = re.compile(r"(?:[;.\n] ?|\A)[-+*•\d. ]*$"), re.compile(r"(?:(?!\. |\n)[^;]){0,400};")
"""How a clause of legal basis begins; it runs to its semicolon and sets nothing."""

BASIS_LEFT = re.compile(r"\n|\. |, (?:nha truong|truong|to|bgh|ban|hang|moi|tap the) ")
"""Where a line of legal basis is over, or the one who acts on it is named."""

CARRIED_OUT = re.compile(
    r"(?:\A|[;.\n] ?)[-+*•\d. ]*((?:thuc hien|theo) (?:cong van|quyet dinh|thong tu|ke hoach|chi thi|van ban|huong dan)"
    r" so) [^;\n]{0,200}? ve viec [^;\n]*$"
)
"""“Thực hiện Công văn số 12/… về việc hướng dẫn … từ năm học 2024-2025;”: the year is of its name."""

PAPER_NAME = re.compile(
    r",? ?\(?(?:ngay [\d/ .\-]{3,10}(?:thang \d{1,2} nam 20\d\d)?\)?)?(?: cua [^,;.:\n]{2,60}?)? (?:ban hanh|ve)\b"
    r"(?:(?!, (?:nha truong|truong|to|bgh|hieu truong|ban|giao vien|gv|can bo|cac|moi) |\b(?:nop|gui|hop|thuc hien"
    r"|trien khai|to chuc|phan cong|giao|bao cao)\b)[^.;:\n]){0,160}"
)
"""What a document is called, up to a recurrence in its name: “Quyết định 5/QĐ ban hành Quy chế … hằng tháng”."""

SIGNED = re.compile(r"\((?:da|chu) ky\)[^;:\d]*$")
STAMP = re.compile(
    r"(?:(?:thu (?:hai|ba|tu|nam|sau|sxu|bay|[2-7])|t[2-7]|chu nhat|cn),? )?(?:ngay )?\d{1,2}/\d{1,2}/20\d\d"
    r",?(?: ?[-|]| luc)? ?\d{1,2}:\d\d"
)
LINE_OPENS, LINE_ENDS, QUARTER = re.compile(r"(?:\A|\n)\W*$"), re.compile(r"(?::\d\d)?[^\w\n]*(?:\Z|\n|gmt)"), 15
"""A page is put up at any minute, a meeting called at a quarter of the hour."""

PAPER_DAYS = {"days.worded", "days.numeric", "months.one"}
PLACE_WORDS = 6
PLACE = {
    *("xã", "huyện", "quận", "phường", "tỉnh", "thành", "phố", "thị", "trấn", "ngày"),
    *("xa", "huyen", "quan", "phuong", "tinh", "thanh", "pho", "thi", "tran", "ngay"),
}
NO_PLACE = {"lớp", "lop"}
"""“COI THI LỚP 6, 9/11/2025” is signed nowhere."""

LINE = re.compile(r"[\n\t|_¯]|  +|h[ạa]nh ph[úu]c\W", re.IGNORECASE)
"""Where a line of place and date may begin: a new line, a cell, or the motto that headers end with."""


HELD = re.compile(
    rf"\b{HOLDS}\b[^.;:]{{0,60}} (?:co|duoc gia) $"
    rf"|\b(?:{HOLDS}|bao bi|nhan|tem|vo hop|vo chai|bia)\b[^.;:]{{0,40}} (?:ghi|in|de)(?: ro)? $"
)
OF_PAPER = re.compile(rf"(?:\A|[.;\n+\-] ?)\W*(?!bang\b){HOLDS}\b[^.;:\n]{{0,70}}[,(] ?$")
"""“Giấy chứng nhận …, thời hạn 3 năm kể từ 09/10/2024”: years or months behind what holds."""

YEARS = {"nam", "thang"}
HAN_WORDS = ("han", "thoi han")
HAN = re.compile(r"(?:thoi )?han\b(?! (?:nop|gui|dang|hoan|chot|bao))")
GUARANTEE = re.compile(r"(?:thoi )?han bao hanh\b(?! (?:nop|gui|dang ky|hoan thanh))")


def is_validity(piece: Piece, text: str) -> bool:
    """Whether a time says how long a paper holds: “Hợp đồng … có thời hạn từ …”, “Tên miền được gia hạn tới …”."""
    if not text.startswith(HAN_WORDS, piece.start):
        return False
    if GUARANTEE.match(text, piece.start):
        return True
    if HAN.match(text, piece.start) is None:
        return False
    start = max(0, piece.start - REACH)
    if piece.term is not None and piece.term.unit in YEARS and OF_PAPER.search(text, start, piece.start):
        return True
    return HELD.search(text, start, piece.start) is not None


def is_cited(piece: Piece, cite: Piece | None, text: str) -> bool:
    """Whether the day belongs to the document named before it: “Thông tư số 19/2018/TT-BGDĐT, ngày 22/8/2018”."""
    if not is_plain(piece) or piece.first is None:
        return False
    if piece.first.year is None:
        return False
    if AUTHORITY.match(text, piece.end):
        return True
    if cite is None or piece.start - cite.end > REACH:
        return False
    return not SENTENCE_END.search(text[cite.end : piece.start])


def is_made_known(cite: Piece, day: Piece, text: str) -> bool:
    """Whether the words between a paper and a day say to whom or where it is told, and not what it is called."""
    return TOLD.fullmatch(text, cite.end, day.start) is not None and AUTHORITY.match(text, day.end) is None


def _adjoins(cite: Piece, day: Piece, text: str) -> bool:
    """Whether a day stands right behind a document's number: “Kế hoạch số 12/KH-THCS ngày 5/9”."""
    numbered = cite.rule != "citations.law" and day.first is not None and day.first.grain == Grain.DAY
    return numbered and text[cite.end : day.start] in {" ", " (", "("}


def is_dated(cite: Piece, day: Piece, text: str) -> bool:
    """Whether a day stands bare right behind the number of a paper, and so is its own."""
    return is_plain(day) and day.first is not None and _adjoins(cite, day, text)


def is_plain(piece: Piece) -> bool:
    """Whether a time stands bare: one moment, no bound, no opener."""
    return piece.last is None and piece.limit == Limit.NONE and piece.term is None and not piece.opened


def is_named_so(every: Piece, cite: Piece | None, text: str) -> bool:
    """Whether a recurrence stands in the name of the document cited before it, no work between."""
    if cite is None or cite.rule == "citations.law" or every.start - cite.end > REACH + WINDOW:
        return False
    return PAPER_NAME.fullmatch(text, cite.end, every.start) is not None


def _ends_name(piece: Piece, text: str, window: int) -> bool:
    """Whether a school year ends the name of a paper that is carried out, in a list of bases."""
    if piece.first is None or piece.first.grain != Grain.SCHOOL_YEAR or not text.startswith(";", piece.end):
        return False
    carried = CARRIED_OUT.search(text, window, piece.start)
    return carried is not None and BASIS_LEFT.search(text, carried.end(1), piece.start) is None


def is_basis(piece: Piece, text: str) -> bool:
    """Whether the time stands in a clause of legal basis: “Căn cứ …;”."""
    window = max(0, piece.start - BASIS_REACH)
    if _ends_name(piece, text, window):
        return True
    if (at := text.rfind(BASIS, window, piece.start)) < 0 or (at > 0 and not BASIS_OPENS.search(text, window, at)):
        return False
    return ";" not in text[at : piece.start] and BASIS_ENDS.match(text, piece.end) is not None


def is_named_in_basis(every: Piece, text: str) -> bool:
    """Whether a recurrence stands behind a noun in a line of legal basis: “Căn cứ … và tờ trình bổ sung hằng năm.”."""
    start = max(0, every.start - BASIS_REACH)
    at = text.rfind(BASIS, start, every.start)
    if at < 0 or not text[every.start - 2 : every.start - 1].isalnum():
        return False
    if at > 0 and not BASIS_OPENS.search(text, start, at):
        return False
    return BASIS_LEFT.search(text, at, every.start) is None


def is_stamp(piece: Piece, text: str, *, ahead: bool | None) -> bool:
    """Whether a weekday, date and clock are all of a line: when a page was put up, “Thứ Tư, 05/11/2025 - 09:55”."""
    if ahead or piece.hour is None or not STAMP.fullmatch(text, piece.start, piece.end):
        return False
    if ahead is None and piece.hour.minute % QUARTER == 0:
        return False
    return (
        LINE_ENDS.match(text, piece.end) is not None
        and LINE_OPENS.search(text, max(0, piece.start - REACH), piece.start) is not None
    )


TIMED = re.compile(r"\b(?:th[áa]ng|tu[ầa]n|qu[ýy]) ?\d", re.IGNORECASE)
"""A time no place is named by: “THỰC HIỆN KẾ HOẠCH THÁNG 10, NGÀY 25/10 …”."""


def is_signing(piece: Piece, reading: Reading) -> bool:
    """Whether this is a signature or the line of place and date: “Noong Luông, ngày 18 tháng 09 năm 2023”."""
    if piece.rule not in PAPER_DAYS or not is_plain(piece) or piece.first is None or piece.first.year is None:
        return False
    if SIGNED.search(reading.folded, max(0, piece.start - WINDOW), piece.start):
        return True
    start, end = reading.place(piece.start, piece.end)
    before = reading.text[max(0, start - WINDOW) : start]
    if not before.rstrip().endswith(","):
        return False
    line = LINE.split(nfc(before))[-1].rstrip()
    if (
        not line.endswith(",")
        or "/" in line
        or TIMED.search(line)
        or len(line) >= WINDOW
        or _goes_on(reading.text[end : end + 20])
    ):
        return False
    words = [word for word in re.split(r"[\s,.]+", line) if word]
    if NO_PLACE.intersection(map(str.lower, words)):
        return False
    return len(words) <= PLACE_WORDS and all(not word[0].islower() or word in PLACE for word in words)


def _goes_on(behind: str) -> bool:
    """Whether a sentence runs on behind a day; a heading in capitals does not."""
    words = behind.partition("\n")[0].strip(" .)_").split()
    return bool(words) and words[0][0].isalnum() and not words[0].isupper()
