"""Rows that head others inside a table: a standard, a section, a term, month or week that dates the rows below it."""

from __future__ import annotations

import re

from schedules.plan import Block
from schedules.planning.people.named import is_list_of_people
from schedules.planning.people.persons import are_doers
from schedules.planning.people.roles import without_address
from schedules.planning.tables.columns import Columns, Role
from schedules.planning.tables.row import Row
from schedules.wording import fold

STANDARD = re.compile(r"^\W*(\d\W+)?tieu chuan\s*\d")
TIME_ROW = re.compile(
    r"^\W*(?:[ivx]{1,4}[.)/]\s*|\d{1,2}[.)/]\s+)?(tuan|thang|hoc ky|quy|tu(?= (?:ngay )?\d)|"
    r"(?:(?:sang|chieu|toi|thu (?:\w{2,3}|\d)|chu nhat)[,\s]*(?:\(\s*)?)*ngay(?= \d)|"
    r"(?:thu (?:\w{2,3}|\d)|chu nhat)(?=[,\s]*\(?\d{1,2}\s*[/.]\s*\d)|dot(?=.*\d/))\b(?=.*(?:\d|\bi))"
)
SECTION_ROW = re.compile(r"^(?:[IVX]{1,4}|[A-HĐ])\s*[.)/:-]\s*\S")
COUNTED = re.compile(r"^\(?(?:\d{1,2}|[a-z]|[A-Z])\)?$")
SUM = re.compile(r"^\W*(?:tong(?: (?:cong|so|kinh phi|chi phi))?|cong)(?:\s*:.*|\s*\(.*\))?[\W\d]*$")
ROMAN = re.compile(r"^(?:[IVX]{1,4}|[A-HĐ]|\d{1,2})\s*[.)/:-]\s*")
GROUP_NUMBER = re.compile(r"^[IVX]{1,4}\W*$|^[A-HĐ]\W*$")


def is_group(block: Block, row: Row, columns: Columns) -> bool:
    """Whether a row heads those below it: one text in all its cells, a standard only, a count or a time alone."""
    names_standard = STANDARD.match(fold(row.text(Role.CRITERION))) is not None
    alone = names_standard and not row.text(Role.WORK)
    return has_one_text(block) or alone or _is_counted_group(block) or _is_alone(block, columns)


def is_counting(block: Block) -> bool:
    """Whether a row only numbers the columns: "(1) | (2) | (3)"."""
    filled = [cell.text.strip() for cell in block.cells if cell.text.strip()]
    return len(filled) > 2 and all(COUNTED.match(text) for text in filled)  # noqa: PLR2004


def is_sum_row(block: Block) -> bool:
    """Whether a row only adds up the rows above it: its first words are "Cộng" or "Tổng cộng" alone."""
    first = next((cell.text for cell in block.cells if cell.text.strip(" .-")), "")
    return SUM.match(fold(" ".join(first.split()))) is not None


def is_of_signing(block: Block) -> bool:
    """Whether a row names who gets the paper, beside who signs it: it closes the paper and is of no table above."""
    return any(fold(cell.text).lstrip(" *_#").startswith("noi nhan") for cell in block.cells)


def has_one_text(block: Block) -> bool:
    """Whether one text is merged over all cells of a row."""
    merged = {cell.merged_from for cell in block.cells if cell.merged_from}
    return len({cell.text.strip() for cell in block.cells}) == 1 and bool(merged)


def times_under(above: tuple[str, ...], block: Block) -> tuple[str, ...]:
    """Return the times of the rows under a heading row: a week keeps the month `above`, anything wider begins anew."""
    text = _only_text(block)
    unit = _unit(text)
    if unit is None:
        return above
    order = {"hoc ky": 0, "quy": 1, "thang": 2}
    kept = (words for words in above if order.get(_unit(words) or "", 3) < order.get(unit, 3))
    return (*kept, text)


def people_over(block: Block, above: str) -> str:
    """Return the people a heading row names for the rows below it ("II | Kế toán"); a time keeps those `above`."""
    own = [cell.text.strip() for cell in block.cells if cell.merged_from is None and cell.text.strip()]
    text = own[-1] if own else ""
    if _unit(text) is not None:
        return above
    name = without_address(ROMAN.sub("", text).strip(" .:*"))
    return name if are_doers(name) and is_list_of_people(name) else ""


def _is_counted_group(block: Block) -> bool:
    """Whether a row is "II | Thu, chi tài chính": a Roman number or a letter, and one text that may spread."""
    own = [cell.text.strip() for cell in block.cells if cell.merged_from is None and cell.text.strip()]
    return len(own) == 2 and bool(GROUP_NUMBER.match(own[0])) and block.cells[0].text.strip() == own[0]  # noqa: PLR2004


def _is_alone(block: Block, columns: Columns) -> bool:
    """Whether a row has one text only, in its first cell, that is a time or headed like a section of the table."""
    filled = [at for at, cell in enumerate(block.cells) if cell.text.strip() and cell.merged_from is None]
    if filled != [0] or any(cell.text.strip() for cell in block.cells[1:]):
        return False
    text = block.cells[0].text
    if SECTION_ROW.match(text.strip()):
        return True
    unit = _unit(text)
    if columns.get(Role.WORK) == 0:
        return unit is not None
    return columns.get(Role.MONTH) != 0 and unit in {"tuan", "thang", "hoc ky"}


def _unit(text: str) -> str | None:
    """Return the unit of time a heading row begins with, None when it is no time."""
    match = TIME_ROW.match(fold(text))
    return match[1] if match else None


def _only_text(block: Block) -> str:
    return next((cell.text.strip() for cell in block.cells if cell.text.strip()), "")
