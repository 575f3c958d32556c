"""The month a row stands in: its own cell of months or times, or that of a row above where it leaves it empty."""

from __future__ import annotations

import re
from dataclasses import replace

from schedules.planning.no_works.mottos import is_motto
from schedules.planning.tables.columns import Columns, Role
from schedules.planning.tables.contents import words_beside_time
from schedules.planning.tables.group_rows import has_one_text
from schedules.planning.tables.row import Row
from schedules.wording import fold

MONTH = re.compile(r"(?:\b|(?<=th\wng))(?<!tuan )(0?[1-9]|1[0-2])\b(?! tuan\b)(?:\s*[/-]\s*(20\d\d))?")
TOLD = re.compile(r"\bth\wng(?!\s+tuan)|\d")
"""What a cell of months says that is neither empty nor a theme: where it cannot be read, it is no month above."""

SEVERAL_MONTHS = re.compile(r"\d\s*(?:-|den|,|\+|&|va)\s*(?:thang\s*)?\d{1,2}\b(?!\d)")
MONTH_ONLY = re.compile(
    r"^\W*(?=[a-z]|.*20\d\d)(?:thang\s*|t\.?(?=0?[189]\b|1[0-2]|\d+\s*/\s*20))?(0?[1-9]|1[0-2])(?:\s*(?:[/-]|nam)\s*(20\d\d))?\W*$"
)
WEEK = re.compile(r"\btuan\b")
MONTH_ROW = re.compile(r"^\W*thang\s+(0?[1-9]|1[0-2])\b")
MONTH_LETTERS = re.compile(r"\bT\.?\s?(?=\d)", re.IGNORECASE)


def with_month(row: Row, columns: Columns) -> Row:
    """Return a row, which holds the month above it, with its own month, year and their words."""
    if Role.MONTH not in columns and Role.TIME in columns:
        return _as_time(row)
    words = row.text(Role.MONTH)
    if not words and has_one_text(row.block) and MONTH_ROW.match(fold(row.block.text)):
        words = row.block.text
    if not words and row.month is None and row.month_words:
        words = row.month_words  # several months above speak for the rows that leave theirs empty
    bare = MONTH_LETTERS.sub("", words)
    if SEVERAL_MONTHS.search(fold(bare)):
        texts = {**row.texts, Role.TIME: row.text(Role.TIME) or (bare if "thang" in fold(bare) else f"Tháng {bare}")}
        return replace(row, texts=texts, month=None, year=None, month_words=words)
    match = MONTH.search(fold(bare))
    if not match:
        return _untold(row, words)
    return replace(row, month=int(match[1]), year=int(match[2]) if match[2] else None, month_words=words)


def _untold(row: Row, words: str) -> Row:
    """A cell of months that says one which cannot be read stands for no month: the one above it least of all."""
    if not TOLD.search(fold(words)) or WEEK.search(fold(words)):
        return row
    texts = {**row.texts, Role.TIME: row.text(Role.TIME) or words}
    return replace(row, texts=texts, month=None, year=None, month_words=words)


def _without_motto(time: str) -> str:
    """Return a time without the motto on the lines below it: "Tháng 9" over "Mái trường em yêu"."""
    first, _, below = time.partition("\n")
    words = " ".join(below.split())
    return first.strip() if len(words_beside_time(words)) > 1 and is_motto(words) else time


def _as_time(row: Row) -> Row:
    """A column of times may hold bare months: such a cell speaks for its row and the empty ones below it."""
    time = _without_motto(row.text(Role.TIME))
    match = MONTH_ONLY.match(fold(time))
    if match:
        texts = {**row.texts, Role.TIME: ""}
        year = int(match[2]) if match[2] else None
        return replace(row, texts=texts, month=int(match[1]), year=year, month_words=time)
    return replace(row, month=None, year=None, month_words="") if time else row
