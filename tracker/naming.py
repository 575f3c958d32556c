"""Pure: who a name names: “Đồng chí Trần Thị Hạnh” and “Trần Thị Hạnh” are one, “Cô Lan” and “Thầy Lan” are two."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from schedules.spelling.offices import spellings
from schedules.wording import fold

COMRADE = re.compile(r"(?:đồng chí|đ\s?[/.]\s?c|đc)(?:[.:]\s*|\s+)")
CALLED = re.compile(r"(thầy|cô|ông|bà)(?: giáo)?(?:[.:]\s*|\s+)")
BARE_COMRADE, BARE_CALLED = (re.compile(fold(pattern.pattern)) for pattern in (COMRADE, CALLED))
"""For names written without any accents."""

GENDERS = {"thay": "nam", "ong": "nam", "co": "nu", "ba": "nu"}
TITLED = tuple(f"{title} " for title in GENDERS)
"""How folded names begin that address somebody: “Cô Lan” may be who “Lan” is, which only people know."""


@dataclass(frozen=True, slots=True)
class Called:
    """A name without how its bearer is addressed; `gender` where the address tells it."""

    name: str
    gender: str = ""

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


def called(name: str) -> Called:
    """Return who is named: “đồng chí” always falls away, “thầy, cô, ông, bà” before a full name only.

    “Cô Lan” and “Thầy Lan” are told apart by nothing else, and “Bà con” or “Cô nuôi” address nobody by name.
    """
    text = " ".join(unicodedata.normalize("NFC", name).split())
    small = text.lower()
    comrade, address = (BARE_COMRADE, BARE_CALLED) if small.isascii() else (COMRADE, CALLED)
    if (found := comrade.match(small)) and small[found.end() :]:
        return called(text[found.end() :])
    if (found := address.match(small)) and is_full_name(text[found.end() :]):
        return Called(text[found.end() :], GENDERS[plain(found[1])])
    return Called(text)


def is_full_name(text: str) -> bool:
    """Whether a text is a whole Vietnamese name that begins with a surname, in any case of letters."""
    from schedules.planning.people import persons  # heavy, and most names are offices without any address

    return persons.is_full_name(text if any(sign.isupper() for sign in text) else text.title())


def same_person(one: str, other: str) -> bool:
    """Whether two names of one school name the same person or office, however addressed or shortened."""
    if plain(other) in spellings(plain(one)):
        return True
    first, second = called(one), called(other)
    agree = not (first.gender and second.gender) or first.gender == second.gender
    return agree and second.base in spellings(first.base)
