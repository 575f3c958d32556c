"""“Tú” that is no misread “từ”: the given name of a person, and the word in “ưu tú”."""

from __future__ import annotations

import re

from schedules.wording.reading import Reading

BEFORE = re.compile(
    r"(?:\b(?:[ưƯ]u|[Cc]ô|[Tt]hầy|[Bb]à|[Ôô]ng|[Aa]nh|[Cc]hị|[Ee]m|[ĐđDd]/c|[Đđ]\.c|chí)|\b[A-ZÀ-ỸĐ][a-zà-ỹđ]+) $"
)
REACH = 16


def is_given_name(reading: Reading, start: int) -> bool:
    """Whether the word that begins here is “tú” behind a name, a form of address or “ưu”, and opens no time."""
    if reading.accented[start : start + 2].lower() != "tú":
        return False
    capital = reading.accented[start] == "T"
    before = BEFORE.search(reading.accented, max(0, start - REACH), start)
    return before is not None and (capital or before[0].lower().startswith("ưu"))
