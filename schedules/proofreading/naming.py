"""How plans name schools: type, then name, in any case, with or without accents."""

from __future__ import annotations

import re

from schedules.plan import Level
from schedules.wording import fold

TYPES = (
    (r"mam\s?non|mau\s?giao|mn|mg", Level.MAM_NON),
    (
        r"(?:ptdtbt[\s–-]+)?(?:tieu\s?h\S[ce]|th)\s*(?:va|&|-)\s*(?:thcs|trung hoc co so)|lien cap|nhieu cap",
        Level.LIEN_CAP,
    ),
    (r"thcs\s*(?:va|&|-)\s*thpt", Level.LIEN_CAP),
    (r"(?:ptdtbt[\s–-]+)?tieu\s?h\S[ce]|(?:ptdtbt[\s–-]+)?th", Level.TIEU_HOC),
    (r"(?:ptdtbt[\s–-]+|ptdtnt[\s–-]+)?(?:thcs|trung hoc co so)", Level.THCS),
    (r"(?:ptdtnt[\s–-]+)?(?:thpt|trung hoc pho thong)", Level.THPT),
)
SCHOOL = r"tr[u\w]{1,3}ng"
NAMED = re.compile(rf"\b{SCHOOL}\s+(?:{'|'.join(pattern for pattern, _ in TYPES)})\b")
KEPT = frozenset({"MN", "MG", "TH", "THCS", "THPT", "PTDTBT", "PTDTNT", "TP", "TT"})
JOINED = re.compile(r"[&+/–-]")
SMALL = {"xa": "xã", "phuong": "phường", "huyen": "huyện", "quan": "quận", "tinh": "tỉnh", "va": "và"}
FIRST = {"tieu": "Tiểu", "mam": "Mầm", "mau": "Mẫu"}
SECOND = {"Tiểu": "học", "Mầm": "non", "Mẫu": "giáo"}
CAPITALS = "A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
"""Vietnamese capitals for a character class; a range over them would take small letters too."""

NAME_WORD = re.compile(rf"[{CAPITALS}][\w&]*|\d+|xã|phường|thị|trấn|xi|x&|xa")
MOTTO = frozenset({"doc", "poc", "cong", "noi"})
LONGEST_NAME = 6


def schools_named(text: str) -> list[str]:
    """Return every school a text names in full: type and at least one word of name."""
    names = []
    for match in NAMED.finditer(fold(text)):
        words = _name_words(text[match.end() :])
        if any(word[0].isupper() for word in words):
            names.append(" ".join([proper(text[match.start() : match.end()]), *words]))
    return names


def name_of(school: str) -> str:
    """Return a school's own name, folded, without its type and place words, to compare two mentions."""
    folded = NAMED.sub(" ", fold(school))
    return " ".join(word for word in folded.split() if word not in SMALL and word not in {"xi", "x&"})


def _is_short(word: str) -> bool:
    """Whether a word is a short name of a kind of school, or several of one school: “TH&THCS”, “PTDTBT-THCS”."""
    return all(piece in KEPT for piece in JOINED.split(word))


def proper(name: str) -> str:
    """Set a name as people write it; words every school has get their accents back."""
    made: list[str] = []
    words = name.split()
    for at, word in enumerate(words):
        folded = fold(word)
        following = fold(words[at + 1])[:1] if at + 1 < len(words) else ""
        if _is_short(word.upper().strip(",")):
            made.append(word.upper())
        elif re.fullmatch(SCHOOL, folded) and not made:
            made.append("Trường")
        elif made and made[-1] in SECOND and folded[:1] == fold(SECOND[made[-1]])[:1]:
            made.append(f"{SECOND[made[-1]]}{',' if word.endswith(',') else ''}")
        elif folded in FIRST and following != fold(SECOND[FIRST[folded]])[:1]:
            made.append(word.capitalize())  # “Mẫu Sơn” is a place, no kindergarten
        else:
            made.append(FIRST.get(folded) or SMALL.get(folded) or word.capitalize())
    return " ".join(made)


def _name_words(rest: str) -> list[str]:
    words: list[str] = []
    for word in rest.split()[:LONGEST_NAME]:
        bare = word.strip(".,;:()“”\"'/*")
        if not NAME_WORD.fullmatch(bare) or fold(bare) in MOTTO:
            break
        words.append(bare)
        if word.endswith((".", ",", ";", ":", ")", "/", "./.")):
            break
    return words
