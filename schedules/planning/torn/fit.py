"""How well words and cells out of a torn scan fit a column, by what the column is for: costs, 0 is a good fit."""

from __future__ import annotations

import re
from functools import lru_cache

from schedules.planning.tables.columns import PEOPLE, WORDED_TIMES, Role
from schedules.planning.tables.worn_rows import MONTH, PERSON_WORDS, TIME_WORD
from schedules.wording import fold

NUMBER_WORD = re.compile(r"(?:\d{1,3}|[ivx]{1,4}|[a-h])[.)]?")
WEEK_WORD = re.compile(
    r"(?:tuan|\d{1,2}|[,;&+-]|\d{1,2}[,;&+-]\d{0,2},?)+,?|"
    r"\(?(?:tu|den|ngay)?:?|\(?\d{1,2}[/.]\d{1,2}(?:[/.]20\d\d)?\)?[,;]?|\(?\d{1,2}[/.]?\d{0,2}-\d{1,2}[/.]\d{1,2}\)?"
)
"""The days of a week may stand in brackets behind its number."""

MONTH_WORD = re.compile(r"th\w{2,4}|\d{1,2}(?:/20\d\d)?|[-+,]|den|20\d\d|nam")
MONEY_WORD = re.compile(r"[\d.,]+|trieu|dong|d|khong|nghin|ngan|tu|nguon|sach|quy|xa|hoa|thu|vnd|\.\d+|co")
DATED_WORD = re.compile(r"\W*\d{1,2}[/.]\d{1,2}.*|\W*\d{1,2}[/.](?:20)?2\d.*")
CRITERION_WORD = re.compile(r"tieu|ch\w{1,4}|\d(?:\.\d{1,2})?[:.]?")

STRANGE = {Role.NUMBER: 5.0, Role.MONTH: 3.5, Role.WEEK: 3.5, Role.BUDGET: 1.2}
WHOLE_WORDS = {Role.NUMBER: NUMBER_WORD, Role.MONTH: MONTH_WORD, Role.WEEK: WEEK_WORD, Role.BUDGET: MONEY_WORD}
NO_TIME, NO_PERSON, FIGURE, DATE_AMONG_PEOPLE = 1.3, 0.5, 0.3, 3.0
MISFIT = 1.0
"""A cell that is nothing its label says may be a slip: no more than this speaks against the header."""

DATE_IN_WORK, TIME_IN_WORK, PERSON_IN_WORK, BESIDE_CRITERION = 1.2, 0.25, 0.15, 0.2


HALF_DAY = re.compile(r"(?:buoi )?(?:s[a-z]ng|chieu|toi|ca ngay|[sct])\W*")
"""The part of a day is what a column of its own tells, and no work."""


@lru_cache(maxsize=8192)
def word_cost(word: str, role: Role | None) -> float:
    """Return what it costs to read a word as one of a column."""
    folded = fold(word)
    if role in WHOLE_WORDS:
        return 0.0 if WHOLE_WORDS[role].fullmatch(folded) else STRANGE[role]
    if role in WORDED_TIMES:
        return 0.0 if TIME_WORD.fullmatch(folded.strip("():") or "-") else NO_TIME
    dated = DATED_WORD.fullmatch(folded) is not None
    if role in PEOPLE:
        return DATE_AMONG_PEOPLE if dated else _person_cost(word)
    if dated:
        return DATE_IN_WORK
    if role is Role.CRITERION and not CRITERION_WORD.fullmatch(folded):
        return BESIDE_CRITERION
    if TIME_WORD.fullmatch(folded) and not folded.isdigit():
        return TIME_IN_WORK
    return PERSON_IN_WORK if folded.strip(".,;:()") in PERSON_WORDS else 0.0


def _person_cost(word: str) -> float:
    folded = fold(word)
    if folded.strip(".,;:()") in PERSON_WORDS or word.isupper():
        return 0.0
    return FIGURE if folded.isdigit() or word[0].isupper() else NO_PERSON


def cell_cost(text: str, role: Role | None) -> float:
    """Return what it costs to read a whole cell as one of a column: the mean of its words, no more than any cell's."""
    if role is Role.WORK and HALF_DAY.fullmatch(fold(text).strip()):
        return MISFIT
    words = text.split()
    return min(MISFIT, sum(word_cost(word, role) for word in words) / len(words)) if words else 0.0


def is_month(text: str) -> bool:
    """Whether a cell is one month and nothing else."""
    return MONTH.fullmatch(fold(text).strip()) is not None
