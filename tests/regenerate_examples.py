"""Write the golden file beside every example plan: `python -m tests.regenerate_examples`.

A wrong golden file is mended by mending the code, never by hand; read the diff before committing it.
"""

from __future__ import annotations

import json
from pathlib import Path

import docx
from docx.document import Document as WordDocument

from schedules.calendar import load_calendar
from schedules.plan import Plan
from schedules.planning import understand
from schedules.reading import read_file, read_text
from tracker.contract import plan_json

FOLDER = Path(__file__).parent / "examples" / "plans"
SUFFIXES = (".md", ".txt")


def example_paths() -> list[Path]:
    """Return the example plans that have a golden file, in order."""
    return sorted(path for path in FOLDER.iterdir() if path.suffix in SUFFIXES)


def golden_path(path: Path) -> Path:
    """Return where the expected result of a plan stands."""
    return path.with_suffix(".json")


def understood(path: Path) -> Plan:
    """Return the plan as understood today."""
    return understand(read_file(path), load_calendar())


def shown(plan: Plan) -> str:
    """Return a plan in the JSON of the contract, as the golden files have it."""
    return json.dumps(plan_json(plan), ensure_ascii=False, indent=1) + "\n"


def word_of(path: Path) -> WordDocument:
    """Return a Word document with the same paragraphs and tables as a text plan."""
    document = docx.Document()
    table, number = None, 0
    for block in read_text(path.read_text("utf-8"), path.name).blocks:
        if not block.is_row:
            document.add_paragraph(block.text)
            continue
        if block.place.table != number:
            number = block.place.table or 0
            table = document.add_table(0, len(block.cells))
        for cell, made in zip(block.cells, table.add_row().cells, strict=True):
            made.text = cell.text
    return document


def main() -> None:
    """Write every golden file."""
    for path in example_paths():
        golden_path(path).write_text(shown(understood(path)), "utf-8")


if __name__ == "__main__":
    main()
