"""Names of the peoples of the highlands and the south, whose surnames are few, or words of their own: "Ksor H'Lan"."""

from __future__ import annotations

import re

from schedules.wording import fold

OWN = re.compile(
    r"(?:ksor|nie|kpa|rmah|rcom|r[’']com|puih|mlo|eban|kbuor|kdoh|knul|adrong|hwing|ktla|enuol|bya|bkrong|"
    r"alang|zoram|briu|bhling|bh[’']riu|poloong|coor|blup|hoih|chamalea|chamale|kator|cil|krajan|touneh|"
    r"moong|voong|xeo|kso|kde|ksa|ndu|siu)"
)
"""No words of Vietnamese, with or without their accents."""

TWO_SYLLABLES = re.compile(
    r"(?:ro (?:cham|mah|lan|com|o|ong)|rah? lan|zo ram|po loong|pi nang|ta yen|kon so|ko sa|kra jan|lieng hot|"
    r"co lieng|lo mu|bon nieng|buon ya|a (?:lang|viet|rat)|ra glan|e ban|e nuol|da cat)\b"
)
"""“Rơ Châm Hyit”, “Zơ Râm Nhiên”: a surname of two syllables, and a name behind it."""

ACCENTED = re.compile(r"(?:pờ|voòng|chíu|chìu|lèo|hảng|khoàng|phàng|giềng|sừng|điêu(?! (?:khắc|đứng|tàn|luyện)\b))\b")
SHARED = re.compile(
    r"(?:bàn|đèo|hạng|mùa|nay|danh|lang|ngân|lộc|lành|vang|mè|bạc|lự|cụt|sình|lừ|dường|mông|lăng|báo|đàng|quảng|"
    r"linh|vy|phương|thiên|mạ|bờ|tằng|lưỡng)\s+(?:văn|thị|a|seo|láo|phủ|chỉn|mí|sa|dúng)\s"
)
"""Surnames that are words too: known by the middle name."""

FEMALE = re.compile(
    r"(?!(?:đô|siêu|thành|chỉ|hiển|cận|biểu|tiếp|kỳ|tổ|khối|nhóm|ban|lớp|môn|phố|cô|thầy|bà|ông)\s)[^\W\d_]+\s+thị\s+[^\W\d_]"
)
"""“Thị” stands in the middle of nobody's name but a woman's, whatever her surname."""

WITH_SIGN = re.compile(r"[KHkh][’'](?!(?i:m[oô]ng|ho)\b)[^\W\d_]{2,}")
"""“H'Hen”, “K'Brếp”, and not the peoples: “H'Mông”, “K'Ho”."""


def is_rare_name(text: str) -> bool:
    """Whether capitalised words are a whole name by a surname, middle name or sign of a people of few surnames."""
    words = text.split()
    if any(WITH_SIGN.fullmatch(word) for word in words):
        return True
    lower, plain = " ".join(words).lower(), fold(" ".join(words))
    if len(words) > 2 and (TWO_SYLLABLES.match(plain) or SHARED.match(lower) or FEMALE.match(lower)):  # noqa: PLR2004
        return True
    own = any(OWN.fullmatch(fold(word)) for word in (*words[:1], *words[-1:]))
    return len(words) > 1 and (own or ACCENTED.match(lower) is not None)
