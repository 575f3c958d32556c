"""Whether a short text names people and nothing else: roles, groups, forms of address, Vietnamese names."""

from __future__ import annotations

import re
from functools import lru_cache

from schedules.planning.roles import is_role
from schedules.proofreading.naming import CAPITALS
from schedules.wording import fold

PIECES = re.compile(r"\s*[,;\n+&/]\s*|\s+[-–—]\s+|\s+(?:và|va|cùng|với)\s+|(?<=\w)[-–](?=[A-ZĐ])", re.IGNORECASE)
SLASHED = re.compile(r"\b(đ|Đ)/c\b", re.IGNORECASE)
ADDRESSED = re.compile(r"^(?:cac |nhom )?(?:d\.?c|dc|dong chi|co|thay|ba|ong|anh|chi|em)\b\.?\s*(?=\S)")
COLLECTIVE = re.compile(
    r"^(?:(?:cac|toan the|toan bo|tat ca|ca|moi|toan|100%|nhung|dai dien|lanh dao)\s+)?"
    r"(?:to|nhom|ban|bo phan|lien doi|chi doan|chi bo|cap uy|hoi dong|khoi|lop|truong|cum|cbgv\w*|cbql|cb|gv\w*|nv\w*|hs|ph|phhs|"
    r"cha me|phu huynh|hoc sinh|tre|giao vien|nhan vien|can bo|doi|doan|bch|bgh|ttcm|tt|tp|tpcm|ttvp|ttnd|tram y te|tram|cong an|"
    r"ubnd|uy ban|hoi|phong|don vi|vien chuc|nguoi lao dong|co nuoi|cap duong|nha bep|to truong|to pho|nhom truong|chu tich|"
    r"bi thu|pho bi thu|truong ban|pho ban|truong|pho|thu ky|ke toan|thu quy|van thu|thu vien|thiet bi|bao ve|y te|"
    r"nhan su|hieu bo|ban co|doan the|tong phu trach|tpt\w*|gvcn|gvbm|hieu truong|hieu pho|p\.?\s?ht|pht|ht|cd|cdcs|dtn)\b"
)
NO_PEOPLE = re.compile(
    r"^(?:to chuc|ban (?:hanh|giao|do|tin)|hoi (?:thao|thi|nghi|giang|khoe|dien|hop|y|trai|cho)\b(?! dong)|doan ket|doi moi|"
    r"khoi (?:luong|cong|dong)|truong hop|phong (?:trao|chong|ngua|hoc|tin|hop|bo mon)|don vi bai|hoc sinh gioi|nhom tre|"
    r"lop hoc|tre em|ca nam|ca ngay|toan dien|can bo quan ly lop|pho bien|pho cap|y te hoc duong|doi tuyen|doi chieu|can doi|"
    r"lop chuyen|thiet bi day|thu vien so|bao ve moi)\b"
)
SURNAMES = frozenset(
    """nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh mai trinh doan dao luu ha lam tang ta
    cao luong chu trieu phung vuong quach to kieu tong thai nong la ma lo quang giang au bach be cam cu chau than lai
    diep du khuat khuong kim lu mac ninh ong pho quan sam son tieu to tu ung van vi dam hua lo long thach tong y""".split()
)
NAME = re.compile(rf"^(?:[{CAPITALS}][\w.’']*)(?:\s+[{CAPITALS}][\w.’']*)*$")
BRACKET = re.compile(r"\s*\([^)]*\)")
LONGEST, MOST_NAMES, MOST_WORDS = 140, 6, 9
ATTEND = re.compile(
    r"^(?:cac |toan bo |tat ca )?(?:lop|khoi|hoc sinh|hs|tre|phu huynh|cha me|cmhs|phhs|truong|cum|phong)\b"
)
ACTION = re.compile(
    r"\b(?:nop|gui|lap|xay dung|hoan thanh|bao cao|ra soat|niem yet|chuan bi|tong hop|trien khai|viet|cap nhat|"
    r"nhap|khai giang|so ket|tong ket|kiem tra|danh gia|hop|tham gia|thi|hoc tap|lam|don|ve sinh)\b"
)


@lru_cache(maxsize=8192)
def are_people(text: str) -> bool:
    """Whether every piece of a text names somebody."""
    bare = SLASHED.sub(r"\1.c", BRACKET.sub("", text)).strip(" .:;,-–*•")
    if not bare or len(bare) > LONGEST:
        return False
    pieces = [piece.strip(" .:-–*•") for piece in PIECES.split(bare)]
    return all(_is_person(piece) for piece in pieces if piece) and any(pieces)


def are_doers(text: str) -> bool:
    """Whether a text names people who do a work, not those it is done for ("học sinh khối 9")."""
    return are_people(text) and not ATTEND.match(fold(text).strip(" .:;,-–*•("))


def _is_person(piece: str) -> bool:
    plain = fold(piece).strip()
    words = plain.split()
    if len(words) > MOST_WORDS or NO_PEOPLE.match(plain):
        return False
    if is_full_name(piece) or ADDRESSED.match(plain):
        return True
    return (is_role(piece) or bool(COLLECTIVE.match(plain))) and not ACTION.search(plain)


def is_full_name(text: str) -> bool:
    """Whether a text is a name of two to six capitalised words that begins with a surname: "Nguyễn Thị Hoa"."""
    words = text.split()
    return 1 < len(words) <= MOST_NAMES and bool(NAME.match(text)) and fold(words[0]) in SURNAMES
