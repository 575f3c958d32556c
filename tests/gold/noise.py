"""Plain text → the text a poor scan gives: accents lost or wrong, lines broken, separators lost. Seeded, so repeatable."""

from __future__ import annotations

import random
import textwrap
import unicodedata

from tests.gold.as_text import one_line
from tests.gold.source import LEFT, UP, Source, Table

LINE = 84
LOST, WRONG, SEPARATOR_LOST, BULLET_LOST = 0.45, 0.2, 0.04, 0.03
ODD = 0.05
CONFUSIONS = {"ư": "ur", "ự": "y", "á": "d", "ộ": "6", "ố": "6", "Đ": "P", "ữ": "it", "ợ": "g", "ă": "i", "ụ": "y"}
MARKS = "\u0300\u0301\u0302\u0306\u0309\u0303\u0323"


def ocr(source: Source) -> str:
    """Return the plan as OCR text whose table rows keep to one line each."""
    return _noisy(source, _flat_rows)


def torn(source: Source) -> str:
    """Return the plan as OCR text whose table rows are torn over lines, column by column."""
    return _noisy(source, _torn_rows)


def _noisy(source, rows) -> str:
    dice = random.Random(source.name)
    lines: list[str] = []
    for part in source.parts:
        if isinstance(part, Table):
            lines.extend(rows(_worn_table(part, dice), dice))
        elif part.text:
            lines.extend(textwrap.wrap(worn(part.text, dice), LINE))
        else:
            lines.append("")
    return "\n".join(lines) + "\n"


def worn(text: str, dice: random.Random) -> str:
    """Return a text with the accents a poor scan would leave; digits and separators of dates stay."""
    bulleted = text[:2] in ("- ", "* ") and dice.random() < BULLET_LOST
    return "".join(_letter(letter, dice) for letter in (text[2:] if bulleted else text))


def _letter(letter: str, dice: random.Random) -> str:
    if letter in CONFUSIONS and dice.random() < ODD:
        return CONFUSIONS[letter]
    if letter in "đĐ":
        return {"đ": "d", "Đ": "D"}[letter] if dice.random() < LOST + WRONG else letter
    if letter in "–—":
        return "-"
    base, *marks = unicodedata.normalize("NFD", letter)
    if not marks:
        return letter
    chance = dice.random()
    if chance < LOST:
        return base
    if chance < LOST + WRONG:
        return unicodedata.normalize("NFC", base + dice.choice(MARKS[1:3] if base in "aeoAEO" else MARKS[1]))
    return letter


def _worn_table(table: Table, dice: random.Random) -> list[list[str]]:
    return [["" if cell == UP else worn(cell, dice) for cell in row if cell != LEFT] for row in table.rows]


def _flat_rows(rows: list[list[str]], dice: random.Random) -> list[str]:
    lines = []
    for row in rows:
        line = one_line(row[0])
        for cell in row[1:]:
            line += (" " if dice.random() < SEPARATOR_LOST else " | ") + one_line(cell)
        lines.append(line.rstrip())
    return ["", *lines, ""]


def _torn_rows(rows: list[list[str]], dice: random.Random) -> list[str]:
    columns = max(len(row) for row in rows)
    weights = [max(6, *(min(60, len(row[at])) if at < len(row) else 0 for row in rows)) for at in range(columns)]
    widths = [max(6, round(weight * (LINE + 10) / sum(weights))) for weight in weights]
    lines = [""]
    for row in rows:
        if len(row) == 1:
            lines.append(row[0])
            continue
        cells = [
            [piece for line in cell.split("\n") for piece in textwrap.wrap(line, width)]
            for cell, width in zip(row, widths, strict=False)
        ]
        for at in range(max(1, *(len(cell) for cell in cells))):
            pieces = [cell[at] if at < len(cell) else "" for cell in cells]
            lines.append(_torn_line(pieces, dice))
    return [*lines, ""]


def _torn_line(pieces: list[str], dice: random.Random) -> str:
    while pieces and not pieces[-1]:
        pieces = pieces[:-1]
    line = pieces[0] if pieces else ""
    for piece in pieces[1:]:
        line += (" " if dice.random() < SEPARATOR_LOST else "|") + piece
    return line.strip()
