"""What a work is done to: the words of its title besides its people, its deed and the words that only bind."""

from __future__ import annotations

import re

from schedules.planning.joining.told_again import GLUE, WORD
from schedules.planning.people.named import named_in
from schedules.planning.words.verbs import DEEDS
from schedules.wording import fold

DEED_WORDS = frozenset(re.findall(r"[a-z]+", fold(DEEDS)))


def have_other_objects(first: str, second: str) -> bool:
    """Whether each of two titles names something the other does not: "cuối học kỳ I" and "hồ sơ chuyên môn"."""
    one, two = object_of(first), object_of(second)
    return bool(one - two) and bool(two - one)


def object_of(title: str) -> frozenset[str]:
    """Return the folded words of what a title's work is done to."""
    bare = GLUE.sub(" ", named_in(title)[2].lower())
    return frozenset(WORD.findall(fold(bare))) - DEED_WORDS
