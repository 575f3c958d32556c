"""Documents a plan cites, so that their numbers and dates are left alone: Thông tư số 19/2018/TT-BGDĐT."""

from __future__ import annotations

import re

from schedules.wording.piece import Kind, Piece, heads_of, recogniser

NUMBER = r"\d{1,6}[a-z]{0,2} ?/ ?(?:(?:19|20)\d\d ?/ ?)?[a-z][a-z0-9&.]{0,9}(?: ?- ?[a-z0-9&]{1,12}){0,3}"
THINGS = "".join(
    rf"(?<!\b{noun} )"
    for noun in ("bao", "nhiet doi", "phong", "phong thi", "phong hoc", "nha", "cum", "tram", "khu", "doi", "xe", "ban")
)
"""What a number only counts: “sau bão số 10” is no paper."""

KINDS = (
    r"thong tu(?: lien tich)?|nghi dinh|quyet dinh|cong van|luat|nghi quyet|chi thi|phap lenh|van ban|to trinh"
    r"|huong dan|thong bao|ke hoach|bao cao|bien ban|giay moi|chuong trinh|cong dien|quy che|dieu le"
    rf"|hoa don|hop dong|giay phep|phieu thu|phieu chi|{THINGS}so"
)
SHORT = r"ttlt|tt|nd|qd|cv|nq|ct|ttr|hd|tb|kh|bc|gm"
NAMED = KINDS.replace(THINGS, "").replace("(?: lien tich)?", "|thong tu lien").replace(" ", "_").split(
    "|"
) + SHORT.split("|")
HEADS = " ".join(f"{kind}~ {kind}_so" for kind in NAMED) + " thong_tu_lien_tich"
COUNTED = r"(?:hoc|hs|gv|giao|tre|em|lop|nguoi|ngay(?! \d)|thang|nam|tuan|dong|trieu|phieu)\b"
TIME_WORDS = re.compile(
    r"/ ?(?:thang|nam|tuan|quy|ngay|hoc|hk|ky|lop|tre|hs|gv|buoi|tiet|lan|nguoi|em|truong|tong|nhom|to)\b"
)


def _number(match: re.Match[str]) -> Piece | None:
    """19/2018/TT-BGDĐT | 99a /KH-MNNL."""
    if TIME_WORDS.search(match[0]):
        return None
    return Piece(*match.span(), Kind.CITE, "citations.number")


def _named(match: re.Match[str]) -> Piece | None:
    """Thông tư số 36/2017 | Công văn số 5942 | QĐ 2999/QĐ-UBND | số: 98/KH-MNNL."""
    return None if TIME_WORDS.search(match[0]) else Piece(*match.span(), Kind.CITE, "citations.named")


def _law(match: re.Match[str]) -> Piece | None:
    """Luật Giáo dục | Nghị quyết, named without a number: its date may follow."""
    return Piece(*match.span(), Kind.CITE, "citations.law")


def _stamp(match: re.Match[str]) -> Piece | None:
    """Thứ hai - 06/10/2025 19:51: how web pages stamp their news."""
    return Piece(*match.span(), Kind.CITE, "citations.stamp")


CITATIONS = (
    recogniser(
        "citations.stamp",
        heads_of("thu", "hai ba tu nam sau sxu bay") + " chu_nhat",
        r"(?:thu (?:hai|ba|tu|nam|sau|sxu|bay)|chu nhat)"
        r"(?: ?- ?\d{1,2}/\d{1,2}/20\d\d,? ?(?:- ?)?\d{1,2}:\d\d(?!\d| ?-)"
        r"|,? \d{1,2} thang \d{1,2},? 20\d\d,? ?(?:- ?)?\d{1,2}:\d\d(?!\d| ?-)"
        r"|, \d{1,2} thang \d{1,2}, 20\d\d(?= ?(?:\n|\Z))"
        r"|,? \d{1,2}/\d{1,2}/20\d\d ?(?:- ?)?,? ?\d{1,2}:\d\d"
        r"(?= ?\| ?(?:so )?(?:luot|in|email|views?|tac gia|dang)\b))",
        _stamp,
    ),
    recogniser("citations.number", "0", NUMBER + r"(?![a-z0-9])", _number),
    recogniser(
        "citations.named",
        HEADS,
        rf"(?:{KINDS}|{SHORT})(?: so)? ?:? ?"
        rf"(?:{NUMBER}|\d{{1,6}} ?(?:{SHORT}) ?- ?[a-z]{{2,9}}|\d{{1,6}} ?- ?[a-z]{{2,5}} ?/ ?[a-z]{{2,9}}"
        rf"|\d{{1,6}}[a-z]? ?/ ?(?:19|20)\d\d|\d{{2,8}}(?=[ ,;)]|$)(?! {COUNTED}))(?![a-z0-9/])",
        _named,
    ),
    recogniser(
        "citations.law",
        "luat nghi_dinh nghi_quyet thong_tu quyet_dinh chi_thi phap_lenh hien_phap cong_van",
        r"(?:luat|nghi dinh|thong tu|quyet dinh|nghi quyet|chi thi|phap lenh|hien phap|cong van)\b",
        _law,
    ),
)
