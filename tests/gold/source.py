"""A `.plan` file → paragraphs and tables, the one source every format is rendered from.

A line is a paragraph; "# " marks a heading; lines between bars are table rows. In a cell "//" breaks the line,
"^" continues the cell above and "<" the cell to the left.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

UP, LEFT = "^", "<"
FOLDER = Path(__file__).resolve().parents[1] / "examples" / "gold"
ROW = re.compile(r"^\|(.*)\|\s*$")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph; an empty one is an empty line."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells with the marks of merged cells left in."""

    rows: tuple[tuple[str, ...], ...]

    def filled(self) -> list[list[str]]:
        """Return the grid with every merged cell repeating the text it continues."""
        grid: list[list[str]] = []
        for row in self.rows:
            made: list[str] = []
            for column, cell in enumerate(row):
                made.append(grid[-1][column] if cell == UP else made[-1] if cell == LEFT else cell)
            grid.append(made)
        return grid


@dataclass(frozen=True, slots=True)
class Source:
    """A plan as written: its name and its parts in order."""

    name: str
    parts: tuple[Paragraph | Table, ...]


def parse(text: str, name: str) -> Source:
    """Return the parts of a plan text."""
    parts: list[Paragraph | Table] = []
    rows: list[tuple[str, ...]] = []
    for line in [*text.splitlines(), ""]:
        match = ROW.match(line)
        if match:
            rows.append(tuple(cell.strip().replace("//", "\n") for cell in match[1].split("|")))
            continue
        if rows:
            parts.append(Table(tuple(rows)))
            rows = []
        parts.append(Paragraph(line.removeprefix("# "), line.startswith("# ")))
    return Source(name, tuple(parts))


def load(path: Path) -> Source:
    """Return a plan from its file."""
    return parse(path.read_text("utf-8"), path.stem)


def plan_paths() -> list[Path]:
    """Return every plan of the examiner, in order."""
    return sorted(FOLDER.glob("*.plan"))
