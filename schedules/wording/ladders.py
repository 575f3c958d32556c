"""“Thang” without its accent in a text that has accents: a ladder, a staircase or a scale, no month."""

from __future__ import annotations

import re

from schedules.wording.reading import EDGES, Reading

PLAIN = {"thang", "Thang", "THANG"}
AROUND, ENOUGH = 40, 2
ACCENTED, SURE = re.compile(r"[à-ỹ]", re.IGNORECASE), re.compile(r"[ăđơưạ-ỹ]", re.IGNORECASE)
"""Letters with any accent, and those that no scan in another language writes."""

DATED = re.compile(r"thang ?\d{1,2}(?: ?[/.\-] ?|,? nam ?)(?:19|20)\d\d(?!\d)")
OPENERS = ("trong", "vao", "den", "toi", "tu", "truoc", "sau", "het")
HEADING = re.compile(r"thang ?(?:0?[6-9]|1[0-2]) ?:")
"""A year behind, an opener before, or its place at the head of a text make a month of it: an accent was forgotten."""

STAIRS = re.compile(r"(?<!yeu )(?<!nhu )\b(?:cau|bac|chiec|leo|thung) $")
"""Words before a ladder or a staircase, with accents or without; “yêu cầu tháng 9” is none."""

REACH = 12


def is_ladder(reading: Reading, start: int) -> bool:
    """Whether the word that begins here is “thang”, by the word before or by the accents around."""
    accented, folded = reading.accented, reading.folded
    if accented[start : start + 5] not in PLAIN or DATED.match(folded, start):
        return False
    if STAIRS.search(folded, max(0, start - REACH), start):
        return True
    if HEADING.match(folded, start) and not folded[max(0, start - REACH) : start].strip(EDGES):
        return False
    if folded[max(0, start - 8) : start].rstrip().endswith(OPENERS):
        return False
    around = accented[max(0, start - AROUND) : start + AROUND]
    return len(ACCENTED.findall(around)) >= ENOUGH and SURE.search(around) is not None
