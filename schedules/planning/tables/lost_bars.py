"""Rows of a torn table that lost the bar behind their time or before their people: what stands run together, apart."""

from __future__ import annotations

import re
from dataclasses import replace

from schedules.plan import Block
from schedules.planning.people.roles import is_role
from schedules.planning.tables.columns import Columns, Role
from schedules.wording import fold

POINT = r"(?:tuan(?: thu)? \d{1,2}|thang \d{1,2}(?:\s*/\s*20\d\d)?|\d{1,2}\s*/\s*\d{1,2}(?:\s*/\s*20\d\d)?)"
LED = re.compile(
    rf"^\W*(?:(?:tu|den|truoc|ngay|het|cuoi|dau|giua|cham nhat)\s+)*{POINT}(?:\s*(?:-|den)\s*(?:ngay )?{POINT})?\s+"
)
MONTH = re.compile(r"^\W*t(?:hang|\.)?\s*\d{1,2}(?:\s*/\s*20\d\d)?\W*$")
RECEIVES = re.compile(r"\b(?:cho|ve|voi|cua|cung|gui|va|qua|tu|do|cac|moi|len|nop|trinh)\W*$")
SHORTEST = 2


def parted_again(block: Block, columns: Columns) -> Block:
    """Return a row with the time its work begins with in the empty cell before it, and the office it ends with behind.

    Where the month had slipped into the cell of the time, it stands in its own again.
    """
    work = columns.get(Role.WORK)
    if work is None or work >= len(block.cells):
        return block
    texts = [cell.text for cell in block.cells]
    _time_apart(texts, columns, work)
    _office_apart(texts, columns, work)
    return replace(block, cells=tuple(replace(cell, text=text) for cell, text in zip(block.cells, texts, strict=True)))


def _time_apart(texts: list[str], columns: Columns, work: int) -> None:
    time, month = columns.get(Role.TIME), columns.get(Role.MONTH)
    led = LED.match(fold(texts[work]))
    if time != work - 1 or not led or not texts[work][led.end() : led.end() + 1].isupper():
        return
    if texts[time].strip():
        if month != time - 1 or texts[month].strip() or not MONTH.match(fold(texts[time])):
            return
        texts[month] = texts[time]
    texts[time], texts[work] = texts[work][: led.end()].strip(), texts[work][led.end() :]


def _office_apart(texts: list[str], columns: Columns, work: int) -> None:
    lead = columns.get(Role.LEAD)
    if lead != work + 1 or lead >= len(texts) or texts[lead].strip():
        return
    words, _, last = texts[work].rpartition(" ")
    office = len(last) >= SHORTEST and last.isalpha() and last.isupper() and is_role(last)
    if office and words and not RECEIVES.search(fold(words)):
        texts[work], texts[lead] = words, last
