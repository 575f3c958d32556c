"""Labels of who does a work as a scan misreads them: “Phy trách:”, “Người phu trdch:”, letter for letter."""

from __future__ import annotations

import re

from schedules.spelling.syllables import is_syllable

LABELS = (
    "phu trach",
    "chu tri",
    "phoi hop",
    "thuc hien",
    "dau moi",
    "phan cong",
    "chiu trach nhiem",
)
NO_WORD = re.compile(r"(?:ph|nh|ch|tr|b|d|g|v|x)y")
"""Built as a syllable, and none: “phy” is a misread “phụ”."""

BEFORE_COLON = re.compile(r"(?P<label>\b\w+ \w+(?: \w+)?)(?=(?: chinh)?\s*:)")


def unworn_labels(plain: str) -> str:
    """Return a folded text with the misread labels before its colons put right, every letter in its place.

    A word is another only where it is no syllable, and no more than half of its letters differ.
    """
    if ":" not in plain:
        return plain
    return BEFORE_COLON.sub(lambda match: _label_at_end(match[0]), plain)


def _label_at_end(words: str) -> str:
    for label in LABELS:
        worn = words[-len(label) :]
        if worn != label and len(worn) == len(label) and _is_misread(worn.split(" "), label.split(" ")):
            return words[: -len(label)] + label
    return words


def _is_misread(worn: list[str], label: list[str]) -> bool:
    return len(worn) == len(label) and all(
        word == meant
        or (
            len(word) == len(meant)
            and (not is_syllable(word) or NO_WORD.fullmatch(word))
            and 2 * sum(one != other for one, other in zip(word, meant, strict=True)) <= len(word)
        )
        for word, meant in zip(worn, label, strict=True)
    )
