"""Rows of a torn table that lost the bar behind their time or before their people: what stands run together, apart."""

from __future__ import annotations

import re
from dataclasses import replace

from schedules.plan import Block
from schedules.planning.people.persons import are_people
from schedules.planning.people.roles import is_role
from schedules.planning.tables.columns import Columns, Role
from schedules.planning.tables.contents import WORD
from schedules.planning.tables.programmes import is_hours
from schedules.wording import fold

POINT = r"(?:tuan(?: thu)? \d{1,2}|thang \d{1,2}(?:\s*/\s*20\d\d)?|\d{1,2}\s*/\s*\d{1,2}(?:\s*/\s*20\d\d)?)"
LED = re.compile(
    rf"^\W*(?:(?:tu|den|truoc|ngay|het|cuoi|dau|giua|cham nhat)\s+)*{POINT}(?:\s*(?:-|den)\s*(?:ngay )?{POINT})?\s+"
)
MONTH = re.compile(r"^\W*t(?:hang|\.)?\s*\d{1,2}(?:\s*/\s*20\d\d)?\W*$")
RECEIVES = re.compile(r"\b(?:cho|ve|voi|cua|cung|gui|va|qua|tu|do|cac|moi|len|nop|trinh)\W*$")
SHORTEST, FEWEST_WORDS = 2, 4


def parted_again(block: Block, columns: Columns) -> Block:
    """Return a row with the time its work begins with in the empty cell before it, and the office it ends with behind.

    Where the month had slipped into the cell of the time, it stands in its own again.
    """
    work = columns.get(Role.WORK)
    if work is None or work >= len(block.cells):
        return block
    texts = [cell.text for cell in block.cells]
    _work_back(texts, columns, work)
    _time_apart(texts, columns, work)
    _office_apart(texts, columns, work)
    return replace(block, cells=tuple(replace(cell, text=text) for cell, text in zip(block.cells, texts, strict=True)))


def _work_back(texts: list[str], columns: Columns, work: int) -> None:
    """Put the work back into its cell where a bar lost before it left hours or people there: neither is ever one."""
    lead, beside = columns.get(Role.LEAD), {columns.get(role) for role in (Role.EXPECTED, Role.TOPIC)}
    if is_hours(texts[work]) and work + 1 < len(texts) and _may_be_work(texts[work + 1]):
        texts[work], texts[work + 1] = texts[work + 1], ""
    elif (
        lead is not None
        and lead < len(texts)
        and work - 1 in beside
        and _are_few_people(texts[work])
        and (not texts[lead].strip() or (lead == work + 1 and are_people(texts[lead])))
        and _may_be_work(texts[work - 1])
    ):
        texts[work - 1], texts[work], texts[lead] = "", texts[work - 1], f"{texts[work]} {texts[lead]}".strip()


def _are_few_people(text: str) -> bool:
    """Whether a cell names an office or a body in a few words; a longer one may be a work misread."""
    return len(text.split()) < FEWEST_WORDS and are_people(text)


def _may_be_work(text: str) -> bool:
    """Whether a cell has words enough for a work and names no people."""
    return len(WORD.findall(text)) >= FEWEST_WORDS and not are_people(text)


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
