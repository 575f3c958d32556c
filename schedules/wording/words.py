"""The words of time as data: numbers, Roman numerals, weekdays, and how each time word is really spelt."""

from __future__ import annotations

UNITS = ("", "mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin")
TWENTY, THIRTY = 20, 30
LAST_SPOKEN = 31


def _spoken() -> dict[str, int]:
    """Return the numbers 1–31 as they are said, folded, every usual form."""
    words = {word: value for value, word in enumerate(UNITS) if word} | {"tu": 4, "muoi": 10}
    ones = dict(zip(UNITS[1:], range(1, 10), strict=True)) | {"mot": 1, "tu": 4, "lam": 5, "nham": 5, "bay": 7}
    words |= {f"muoi {one}": 10 + value for one, value in ones.items() if one != "tu"}
    words |= {"hai muoi": TWENTY, "ba muoi": THIRTY, "ba muoi mot": LAST_SPOKEN, "ba mot": LAST_SPOKEN}
    words |= {f"hai muoi {one}": TWENTY + value for one, value in ones.items()}
    return words | {f"hai {one}": TWENTY + value for one, value in ones.items() if one not in {"nam", "tu"}}


SIX = "sxu"
"""How “sáu” is kept apart from “sau” (after) in folded text, where accents tell them apart."""

NUMBERS = _spoken() | {SIX: 6, f"muoi {SIX}": 16, f"hai muoi {SIX}": 26, f"hai {SIX}": 26}
MONTH_NAMES = {
    **{UNITS[value]: value for value in range(1, 10)},
    "tu": 4,
    SIX: 6,
    "muoi": 10,
    "muoi mot": 11,
    "muoi hai": 12,
}
"""Months as they are said; “tháng sau” without accents may be the next month, so only with a year."""
ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "l": 1, "ll": 2, "lll": 3}
"""Roman numerals; scans and hurried typists write l for I."""

ORDINALS = {"nhat": 1, "dau": 1, "dau tien": 1, "cuoi": -1, "cuoi cung": -1}
WEEKDAYS = {"hai": 0, "ba": 1, "tu": 2, "nam": 3, "sau": 4, "sxu": 4, "bay": 5}


SPELLINGS = {
    "ngay": ("ngày",),
    "thang": ("tháng",),
    "nam": ("năm",),
    "hoc": ("học",),
    "ky": ("kỳ", "kỷ"),
    "ki": ("kì",),
    "tuan": ("tuần",),
    "quy": ("quý",),
    "truoc": ("trước",),
    "truroc": (),
    "den": ("đến",),
    "toi": ("tới", "tối"),
    "tu": ("từ", "tư"),
    "cuoi": ("cuối",),
    "dau": ("đầu",),
    "giua": ("giữa",),
    "he": ("hè",),
    "thu": ("thứ", "thu"),
    "gio": ("giờ", "giỗ"),
    "hang": ("hàng", "hằng"),
    "moi": ("mỗi",),
    "het": ("hết",),
    "han": ("hạn",),
    "cham": ("chậm",),
    "muon": ("muộn",),
    "nhat": ("nhất", "nhật"),
    "mong": ("mồng",),
    "mung": ("mùng",),
    "tet": ("tết",),
    "tiep": ("tiếp",),
    "khai": ("khai",),
    "lam": ("làm", "lăm"),
    "viec": ("việc",),
    "ke": ("kể",),
    "khong": ("không",),
    "qua": ("quá",),
}
"""How a folded time word is spelt when nothing is lost; any other form was read through a correction."""

OTHER_WORDS = frozenset(
    {
        *("tuân", "tuấn", "thắng", "thẳng", "thăng", "thang", "quỹ", "quy", "quỳ", "quỷ", "hệ", "hễ", "hé", "hẹ"),
        *("tứ", "tự", "tử", "tụ", "đèn", "đền", "nấm", "nắm", "nằm", "nam", "trượt"),
        *("thư", "thú", "thủ", "thử", "thụ", "thù", "hạng", "hãng", "hang", "hẵng", "móng", "mong", "mỏng", "mộng"),
        *(
            "mừng",
            "mưng",
            "hán",
            "hàn",
            "hân",
            "hẳn",
            "hẹn",
            "tôi",
            "tơi",
            "tội",
            "tồi",
            "tỏi",
            "môi",
            "mới",
            "mòi",
            "mời",
            "mồi",
        ),
        *("dâu", "dấu", "dầu", "đâu", "đậu", "đấu", "kế", "kề", "kẻ", "khải", "khái", "gió", "giở", "giò"),
        *(
            "lực",
            "trọng",
            "trống",
            "tròng",
            "trồng",
            "tư",
            "cưới",
            "cười",
            "cuội",
            "sáu",
            "lạm",
            "lầm",
            "đền",
            "tuẫn",
            "vào",
            "cá",
            "chạm",
            "chăm",
            "chấm",
            "tỉnh",
            "tình",
            "tĩnh",
        ),
    }
    - {"thang", "nam", "hang", "mong", "quy", "vào", "sáu"}
)
"""Accented words that fold to a time word and are none: where accents are written they decide."""


def number(word: str) -> int | None:
    """Return the value of digits, a Roman numeral, an ordinal or a number in words; None when it is none."""
    if word.isdigit():
        return int(word)
    return ROMAN.get(word) or ORDINALS.get(word) or NUMBERS.get(word)
