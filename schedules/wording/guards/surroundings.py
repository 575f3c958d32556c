"""What goes on around a school by itself: seasons, harvests, markets, water and roads, when most of it happens."""

from __future__ import annotations

import re

from schedules.wording.piece import UNBOUND, Grain, Piece

REACH, NEAR = 130, 26
SEASONS = {Grain.MONTH, Grain.QUARTER, Grain.WEEK, Grain.SCHOOL_WEEK, Grain.TERM, Grain.PERIOD, Grain.SUMMER}
MOST = re.compile(
    r"\b(?:nhieu|cao|thap|manh|lon|nang|ret|lanh|nong|kho|dong|ron ro|nhon nhip|cang thang|ban ron|te|kem|yeu|dep|can"
    r"|day|sau|rong) nhat (?:(?:la|roi|thuong|dien ra|xay ra) ){0,2}$"
)
AT = ("vao ", "o ", "roi ", "la ")
"""“Mưa nhiều nhất vào tháng 9”; “với tinh thần cao nhất trong tháng 5” is how one works then."""

SUBJECTS = (
    *("cho (?:phien|xa|dem|que|ban|bua|trau|tinh)", "nguon nuoc", "nuoc (?:gieng|suoi|song|sinh hoat|may|lu|mat)"),
    *("(?:con|dong|khe) (?:song|suoi)", "tram bien ap", "dien luoi", "luoi dien", "song dien thoai", "khi hau"),
    *("duong (?:vao|len|den|lien|di|lang|dat|mon|dan)", "thoi tiet", "dia ban", "nguoi dan", "dan (?:ban|lang|cu)"),
    *(
        "ba con(?! rong)",
        "lua (?:vu|mua|nuong|ruong|nuoc|chin|o|duoc)",
        "nuong ray",
        "dong ruong",
        "ca phe",
        "vu (?:lua|mua|gat|ca phe|ngo|chiem|san|thu hoach)",
    ),
    *("mua (?:mua|kho|lu|gat|vai|nhan|le hoi|cuoi)", "cac le hoi", "le hoi (?:o|cua|trong|tren)", "nhiet do"),
)
QUIET = (
    r"(?:(?! (?:phai|se|nen|de nghi|yeu cau|nop|gui|to chuc|hoan thanh|lap|bao cao|dang ky|sua|xong|mo rong|rai"
    r"|do be tong|thong xe|khoi cong|ban giao|kiem tra|khao sat|trien khai|thuc hien|ra quan|don ve sinh|phun|chuyen"
    r"|doi|cap|huong ung|tham gia|giao vien|gv|can bo|doan vien|hoc sinh|hs"
    r"|phu huynh|hop (?:phu huynh|dan)|to|lop|truong (?:to|se|phai|kiem))\b)[^.;:\n])"
)
AROUND = re.compile(
    r"(?:\A|[.;\n] ?)[\W\d]*(?:(?:cac|nhung|mot so|nhieu|moi|o|tai|hien nay|vi|do|phan lon|hau het),? )*"
    rf"(?:{'|'.join(SUBJECTS)})\b{QUIET}{{1,110}}$"
)
NAMES = ("cho ", "nuoc", "dien", "duong ", "dia ban", "dan", "ba con", "lua ", "ruong", "nuong ray", "le hoi", "mua ")
OTHERS = (" song", " suoi", "tram bien", "khi hau", "thoi tiet", "ca phe", "vu ", "nhiet do")
HEADS = NAMES + OTHERS
"""One of these stands in every subject, so the pattern is asked of few sentences."""


def is_of_surroundings(piece: Piece, text: str) -> bool:
    """Whether a stretch or a rhythm is one of the land or of the people around, and nobody of the school acts in it."""
    if piece.limit not in UNBOUND:
        return False
    first = piece.first
    if first is not None and first.grain not in SEASONS and not piece.every:
        return False
    if text.endswith(" nhat ", 0, piece.start) and text.startswith(AT, piece.start):
        return MOST.search(text, max(0, piece.start - NEAR), piece.start) is not None
    start = max(0, piece.start - REACH)
    before = text[start : piece.start]
    return any(map(before.__contains__, HEADS)) and AROUND.search(text, start, piece.start) is not None
