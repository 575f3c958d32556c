"""Pure: who a name names: “Đồng chí Trần Thị Hạnh” and “Trần Thị Hạnh” are one, “Cô Lan” and “Thầy Lan” are two.

A post beside a whole name makes nobody else of who has it; two posts that one person cannot both have do.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from functools import lru_cache

from schedules.spelling.offices import in_full, spellings
from schedules.wording import fold

COMRADE = re.compile(r"(?:đồng chí|đ\s?[/.]\s?c|đc)(?:[.:]\s*|\s+)")
CALLED = re.compile(r"(thầy|cô|ông|bà)(?: giáo)?(?:[.:]\s*|\s+)")
BARE_COMRADE, BARE_CALLED = (re.compile(fold(pattern.pattern)) for pattern in (COMRADE, CALLED))
"""For names written without any accents."""

GENDERS = {"thay": "nam", "ong": "nam", "co": "nu", "ba": "nu"}
TITLED = tuple(f"{title} " for title in GENDERS)
"""How folded names begin that address somebody: “Cô Lan” may be who “Lan” is, which only people know."""


ALIKE = re.compile(
    r"(?:(?:pho )?(?:hieu truong|chu tich|bi thu|truong \w+)|(?:to|nhom|khoi) (?:truong|pho)|"
    r"giao vien(?: chu nhiem)?)\b"
)
"""Posts several people of a school have, each of another team or class."""

NO_DETAIL = {"chuyen", "mon", "bo", "to", "lop", "khoi", "nhom", "truong", "doan", "cong", "nha", "phu", "trach"}
"""Words behind a post that do not tell which of several it is."""

ADDRESSED = re.compile(f"{CALLED.pattern}(?=\\w)", re.IGNORECASE)
BESIDE_NAME = re.compile(r"[()\[\],:–-]+")
WOMAN, LONGEST_GIVEN = "thị", 2


@dataclass(frozen=True, slots=True)
class Called:
    """A name without how its bearer is addressed, nor the post beside it; `gender` where the address tells it."""

    name: str
    gender: str = ""
    post: str = ""

    @property
    def base(self) -> str:
        """The name as it is compared."""
        return plain(self.name)

    @property
    def is_personal(self) -> bool:
        """Whether it is a person's own whole name, no office and no given name alone."""
        return is_full_name(self.name)


def plain(text: str) -> str:
    """Return a name as it is compared: folded, single blanks."""
    return " ".join(fold(text).split())


@lru_cache(maxsize=4096)
def called(name: str) -> Called:
    """Return who is named: “đồng chí” always falls away, “thầy, cô, ông, bà” and a post before a full name only.

    “Cô Lan” and “Thầy Lan” are told apart by nothing else, and “Bà con” or “Cô nuôi” address nobody by name.
    """
    text = " ".join(unicodedata.normalize("NFC", name).split())
    small = text.lower()
    comrade, address = (BARE_COMRADE, BARE_CALLED) if small.isascii() else (COMRADE, CALLED)
    if (found := comrade.match(small)) and small[found.end() :]:
        return called(text[found.end() :])
    if (found := address.match(small)) and is_full_name(text[found.end() :]):
        return Called(text[found.end() :], GENDERS[plain(found[1])])
    from schedules.planning.people.posts import posted  # heavy, as above

    bare, post = posted(text)
    return replace(called(bare), post=plain(post)) if post else Called(text)


def is_full_name(text: str) -> bool:
    """Whether a text is a whole Vietnamese name that begins with a surname, in any case of letters."""
    from schedules.planning.people import posts  # heavy, and most names are offices without any address

    return posts.is_whole_name(text if any(sign.isupper() for sign in text) else text.title())


def same_person(one: str, other: str) -> bool:
    """Whether two names of one school name the same person or office, however addressed, shortened or with a post."""
    if plain(other) in spellings(plain(one)):
        return True
    first, second = called(one), called(other)
    agree = not (first.gender and second.gender) or first.gender == second.gender
    return agree and second.base in spellings(first.base) and _may_be_one(first.post, second.post)


def may_be_called(whole: str, short: str) -> bool:
    """Whether someone of a whole name may be who is called by the given name: “Thầy Tùng”, “Cô Hạnh văn thư”.

    A post is minded where both have one, a gender where both tell it; “Kế toán” calls nobody by name.
    """
    text = re.sub(
        COMRADE.pattern, "", " ".join(unicodedata.normalize("NFC", short).split()), count=1, flags=re.IGNORECASE
    )
    found = ADDRESSED.match(text)
    given, post = _given(text[found.end() :] if found else text)
    full = called(whole)
    names = full.name.lower().split()
    if not (given and full.is_personal) or (post and not found) or names[-len(given) :] != given:
        return False
    told, woman = (GENDERS[plain(found[1])] if found else ""), WOMAN in names[1:-1]
    gender = full.gender or ("nu" if woman else "")
    agree = not (told and gender) or told == gender
    return agree and not (post and full.post and in_full(plain(post)) != in_full(full.post))


def _given(text: str) -> tuple[list[str], str]:
    """Return the one or two words of a given name a text opens with, in small letters, and what stands behind it."""
    name, *beside = BESIDE_NAME.split(text)
    words = name.split()
    run = next((at for at, word in enumerate(words) if not word.istitle()), len(words))
    given = words[: min(run, LONGEST_GIVEN)]
    return [word.lower() for word in given], " ".join(" ".join((*words[len(given) :], *beside)).split())


def _may_be_one(post: str, other: str) -> bool:
    """Whether one person may have two posts: “giáo viên 1A” and “giáo viên 2B” are two people of one name."""
    first, second = in_full(post), in_full(other)
    kind = ALIKE.match(first)
    if not kind or not (behind := ALIKE.match(second)) or kind[0] != behind[0]:
        return not (_number(first) and _number(second)) or _number(first) == _number(second)
    told, also = (set(re.findall(r"\w+", text)) - NO_DETAIL for text in (first[kind.end() :], second[behind.end() :]))
    return told <= also or also <= told


def _number(post: str) -> str:
    """Return the class or team a post is of where it is nothing else: “5a”, “lớp 5a”."""
    found = re.fullmatch(r"(?:(?:lop|to|khoi|nhom) )?(\d{1,2}[a-z]?\d?)", post)
    return found[1] if found else ""
