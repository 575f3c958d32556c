"""“Thang” without its accent in a text that has accents: a ladder, a staircase or a scale, no month."""

from __future__ import annotations

import re

from schedules.wording.reading import EDGES, Reading

PLAIN = {"thang", "Thang", "THANG"}
AROUND, ENOUGH = 40, 2
ACCENTED, SURE = re.compile(r"[à-ỹ]", re.IGNORECASE), re.compile(r"[ăđơưạ-ỹ]", re.IGNORECASE)
"""Letters with any accent, and those that no scan in another language writes."""

DATED = re.compile(r"thang ?\d{1,2}(?: ?[/.\-] ?|,? nam ?)(?:19|20)\d\d(?!\d)")
OF_A_DAY = re.compile(r"\bngay \d{1,2} (?:cac |cua cac )?$")
OPENERS = ("trong", "vao", "den", "toi", "tu", "truoc", "sau", "het")
HEADING = re.compile(r"thang ?(?:0?[6-9]|1[0-2]) ?:")
"""A year behind, an opener before, or its place at the head of a text make a month of it: an accent was forgotten."""

WORN = re.compile(r"(?<![^\W\d_])(?:cac|truoc|hoc|cua|duoc|truong|vien)(?![^\W\d_])", re.IGNORECASE)
"""Words that are none without their accents: beside them a scan has lost those of “thang” too."""

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
    before = folded[max(0, start - REACH - 8) : start]
    if before.rstrip().endswith(OPENERS) or OF_A_DAY.search(before):
        return False
    around = accented[max(0, start - AROUND) : start + AROUND]
    sure = len(ACCENTED.findall(around)) >= ENOUGH and SURE.search(around) is not None
    return sure and not WORN.search(around)
