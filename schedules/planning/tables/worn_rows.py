"""Rows of a scanned table that lost a bar: two cells run together are parted where the words fit their columns."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from schedules.plan import Block
from schedules.planning.people.roles import is_role
from schedules.planning.tables.columns import PEOPLE, WORDED_TIMES, Role, header_role
from schedules.wording import fold

MOST_LOST, GROUP_CELLS, FIRST_ROWS = 2, 2, 4
NUMBER = re.compile(r"\d{1,3}[.)]?")
MONTH = re.compile(r"(?:th\w{2,4}\s*)?\d{1,2}(?:\s*[/-]\s*20\d\d)?")
WEEK = re.compile(r"(?:tuan\s*)?\d{1,2}(?:\s*[,;&+-]\s*\d{1,2})*")
TIME_WORD = re.compile(
    r"(?:tu|tir|den|dén|truoc|trudc|truroc|ngay|th[aidá]ng|tuan|quy|xong|trong|cham|nhat|muon|qua|lan|dot|hoc|hoe|k[iy]|n[aid]m|het|dau|cuoi|giua|thuong|xuyen|ca|suot|hang|moi|hai|ba|bay|cn|"
    r"thu|va|cac|tiep|theo|[ivx]+|\d[\d/.:h]*|\d+-\d[\d-]*|\W+)[.,;]?"
)
PERSON = """
    hieu truong pho bgh ht pht gvcn gv nv ttcm tpt cbgvnv to chuyen mon giao vien nhan y te ke toan van thu quy ban giam
    cong doan chu tich bi chi nhom cac hoi dong khoi phong thiet thanh nien doi ky bo phan lop bao ve phu trach tong can
    nguoi danh gia tu tri phoi hop dai dien
"""
PERSON_WORDS = frozenset(PERSON.split())
MONEY = re.compile(r"\d.*(?:trieu|dong|d)\b|khong(?: co)?")
WHOLE = {Role.NUMBER: NUMBER, Role.MONTH: MONTH, Role.WEEK: WEEK, Role.BUDGET: MONEY}
FITS, MISFITS, BARE = 2.0, -2.5, -0.2
LONGEST_PEOPLE = 9
MOST_ONLY = 0.7
FEWEST_TOLD = 3
DAY_LEFT = re.compile(r"(?:[-–]\s*)?\d{1,2}\s*/\s*\d")
"""The rest of a time whose beginning was left in the cell before: no work begins with a day."""


def mended(rows: Sequence[Block]) -> tuple[Block, ...]:
    """Return the rows of a table with every short one laid out under its header again."""
    if not any(_lost(row) for row in rows):
        return tuple(rows)
    at, roles = _header(rows)
    roles = _told_by_cells(roles, [row for number, row in enumerate(rows) if number != at and not _lost(row)])
    return tuple(_laid(row, roles, header=number == at) for number, row in enumerate(rows))


def _lost(row: Block) -> int:
    """Return how many cells a row lost to a scan; 0 for rows that group others, and for cells merged as pasted."""
    if "\t" in row.text:
        return 0
    lacking = sum(not cell.text and cell.confidence == 0 for cell in row.cells)
    few = len(row.cells) - lacking <= GROUP_CELLS and lacking > MOST_LOST
    return 0 if few else lacking


def _header(rows: Sequence[Block]) -> tuple[int, list[Role | None]]:
    """Return which row heads the table and what its columns are for."""
    heads = [[header_role(text) for text in _best(row, _known)] for row in rows[:FIRST_ROWS]]
    at = max(range(len(heads)), key=lambda number: (len([role for role in heads[number] if role]), -number))
    return at, heads[at]


def _told_by_cells(roles: Sequence[Role | None], whole: Sequence[Block]) -> list[Role | None]:
    """Return the roles with those of columns whose words do not tell them, where the cells of whole rows do."""
    made = list(roles)
    for at in (at for at, role in enumerate(roles) if role is None):
        texts = [row.cells[at].text for row in whole if at < len(row.cells) and row.cells[at].text.strip()]
        fitting = (role for role in (Role.TIME, Role.LEAD) if role not in made and _fill(texts, role))
        made[at] = next(fitting, None)
    return made


def _fill(texts: Sequence[str], role: Role) -> bool:
    """Whether enough cells fit a role to tell what their column is for."""
    return len(texts) >= FEWEST_TOLD and _share(texts, lambda text: _fit(text, role) > 0) >= MOST_ONLY


def _known(texts: Sequence[str]) -> float:
    return float(sum((header_role(text) is not None) - 0.1 * (not text) for text in texts))


def _laid(row: Block, roles: Sequence[Role | None], *, header: bool) -> Block:
    if not _lost(row):
        return row
    texts = _best(row, _known if header else lambda cells: sum(map(_fit, cells, roles)))
    cells = tuple(replace(cell, text=text, confidence=0.5) for cell, text in zip(row.cells, texts, strict=True))
    return replace(row, cells=cells)


def _best(row: Block, value: Callable[[Sequence[str]], float]) -> list[str]:
    texts = [cell.text for cell in row.cells]
    lost = _lost(row)
    if not lost:
        return texts
    return max(layouts(texts[: len(texts) - lost], lost, 0), key=value)


def layouts(pieces: list[str], lost: int, begin: int) -> Iterator[list[str]]:
    """Yield the ways of parting `lost` of the pieces in two; an empty half is an empty cell beside its neighbour."""
    if not lost:
        yield pieces
        return
    for at in range(begin, len(pieces)):
        words = pieces[at].split()
        for cut in range(len(words) + 1):
            halves = [" ".join(words[:cut]), " ".join(words[cut:])]
            yield from layouts([*pieces[:at], *halves, *pieces[at + 1 :]], lost - 1, at)


def _fit(text: str, role: Role | None) -> float:
    """Return how well a text fits a column."""
    folded = fold(text).strip()
    words = folded.split()
    if role in WHOLE:
        return BARE if not words else FITS if WHOLE[role].fullmatch(folded) else MISFITS
    if role is Role.WORK:
        return _work_fit(words)
    if not words or role is None:
        return BARE if role else 0.0
    if role in WORDED_TIMES:
        torn = folded.endswith("-")
        return FITS * (2 * _share(words, TIME_WORD.fullmatch) - 1) + 0.1 * min(len(words), 6) - torn
    if role in PEOPLE:
        named = _share(words, lambda word: word.strip(".,;()") in PERSON_WORDS or word.isdigit())
        return FITS * (2 * named - 1) + 0.5 * is_role(text) - (len(words) > LONGEST_PEOPLE)
    return 0.0


def _work_fit(words: Sequence[str]) -> float:
    if not words:
        return MISFITS
    timed = _share(words, TIME_WORD.fullmatch)
    torn = DAY_LEFT.match(" ".join(words)) is not None
    return FITS - torn - 3 * (timed > MOST_ONLY) + 0.1 * min(len(words), 8) - 1.0 * (len(words) == 1)


def _share(words: Sequence[str], test: Callable[[str], object]) -> float:
    return sum(bool(test(word)) for word in words) / len(words)
