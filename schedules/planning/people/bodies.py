"""Bodies a letter hands work to, named where a sentence or a label begins: schools, offices, authorities."""

from __future__ import annotations

import re
from functools import lru_cache

from schedules.proofreading.naming import CAPITALS
from schedules.wording import fold

HEADED = r"(?:(?:hiệu trưởng|thủ trưởng|lãnh đạo|văn phòng|thanh tra|công đoàn|chuyên viên)\s+)?"
ONE = re.compile(
    rf"^{HEADED}(?:trường|truong|phòng|phong|sở|trung tâm|trung tam|phân hiệu|cụm)\s+(?:thi đua\s+)?"
    rf"(?-i:[{CAPITALS}\d])",
    re.IGNORECASE,
)
MANY = re.compile(
    rf"^{HEADED}(?:các|cac|mỗi|moi|từng|những|toàn bộ các|tất cả các)\s+(?:nhà\s+)?"
    r"(?:tr[ưu][ờơôồoò]ng|phòng|phong|đơn vị|don vi|cơ sở|co so|xã|phường|địa phương|dia phuong|cụm|ban ngành)\b",
    re.IGNORECASE,
)
OVER_SCHOOLS = frozenset({"Sở", "Phòng"})
AUTHORITY = re.compile(
    r"^(?:lanh dao )?(?:ubnd|uy ban nhan dan|tram y te|dang uy|cong an|don bien phong|ban chi huy quan su|"
    r"doan (?:xa|phuong)|hoi (?:khuyen hoc|cuu chien binh|(?:lien hiep )?phu nu|chu thap do)|mat tran|van phong so)\b"
)
NONE = re.compile(
    r"(?:truong hop|phong (?:hop|hoc|trao|chong|ngua|thi|may|tin|thiet bi|bo mon|hoi dong|truyen thong|lab|nghe|doc|"
    r"am nhac|my thuat|da chuc nang|khach|ve sinh|an toan)|don vi (?:bai|hoc|kien thuc)|"
    r"co so (?:vat chat|du lieu|ly luan|phap ly)|cum tu)\b"
)
FIELD = (
    r"(?:[đd][àaâ]o t[ạaâ]o|th[ểe] thao|du l[ịi]ch|th[ôo]ng tin|truy[ềe]n th[ôo]ng|x[ãa] h[ộo]i|[đd][ầa]u t[ưu]|"
    r"m[ôo]i tr[ưu][ờo]ng|c[ôo]ng ngh[ệe]|khoa h[ọo]c)\b"
)
"""What an office looks after beside the first: “Phòng Giáo dục và Đào tạo” is one body."""

LISTED = re.compile(
    rf"[,;]\s+(?!(?:phường|thị trấn|thị xã|thành phố|đặc khu)\b|(?i:{FIELD}))|"
    rf"\s+v[àa]\s+(?=[{CAPITALS}])(?!(?i:{FIELD}))"
)
BRACKET = re.compile(r"\s*\([^()]*\)")
LONGEST = 12


@lru_cache(maxsize=1024)
def is_body(text: str) -> bool:
    """Whether a text names a school, an office or an authority, and what follows only tells which."""
    bare = text.strip(" .:*")
    plain = fold(bare)
    if len(bare.split()) > LONGEST or NONE.search(plain):
        return False
    return bare in OVER_SCHOOLS or any(told for told in (ONE.match(bare), MANY.match(bare), AUTHORITY.match(plain)))


def bodies_in(text: str) -> tuple[str, ...]:
    """Return the bodies of a list ("Trường THCS Mỹ Lộc, Trường THCS Yên Hòa"); () when a piece of it is none."""
    bare = BRACKET.sub("", text)
    pieces = [piece.strip(" .:*") for piece in LISTED.split(bare) if piece.strip()]
    if is_body(bare) and not all(is_body(piece) for piece in pieces):
        return (bare.strip(" .:*"),) if MANY.match(bare) else ()
    return tuple(pieces) if pieces and all(is_body(piece) for piece in pieces) else ()
