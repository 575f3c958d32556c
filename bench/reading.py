"""Reading and understanding a Word plan, against python-docx merely pulling out its text: the ratio of one run.

Run: python bench/reading.py
"""

from __future__ import annotations

import functools
import gc
import io
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import docx

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_bytes, read_file

EXAMPLES = Path(__file__).parents[1] / "tests" / "examples" / "plans"
ROUNDS = 15
PAGES_40 = 12
"""Copies of the examples that fill about forty pages."""

OF_TEXTS = 64
"""What keeps more answers than this keeps those of texts; fewer are patterns and vocabularies."""


def extract(data: bytes) -> str:
    document = docx.Document(io.BytesIO(data))
    texts = [paragraph.text for paragraph in document.paragraphs]
    texts += [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join(texts)


def forget() -> None:
    """Empty what is remembered of texts, so that the next plan is one nobody has read."""
    keepers = [one for one in gc.get_objects() if isinstance(one, functools._lru_cache_wrapper)]  # noqa: SLF001
    for keeper in keepers:
        if keeper.__module__.startswith("schedules.") and (keeper.cache_parameters()["maxsize"] or 0) > OF_TEXTS:
            keeper.cache_clear()


def median_of(work: Callable[[bytes], object], data: bytes, before: Callable[[], object] = gc.collect) -> float:
    work(data)
    times = []
    for _ in range(ROUNDS):
        before()
        start = time.perf_counter()
        work(data)
        times.append(time.perf_counter() - start)
    return statistics.median(times)


def word_bytes(path: Path, copies: int = 1) -> bytes:
    document = docx.Document()
    for _ in range(copies):
        table, number = None, 0
        for block in read_file(path).blocks:
            if not block.is_row:
                document.add_paragraph(block.text)
                continue
            if table is None or block.place.table != number:
                number = block.place.table or 0
                table = document.add_table(0, len(block.cells))
            for cell, made in zip(block.cells, table.add_row().cells, strict=True):
                made.text = cell.text
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def report(name: str, data: bytes) -> None:
    calendar = load_calendar()
    plain = median_of(extract, data)
    reading = median_of(lambda given: read_bytes(given, "k.docx"), data)
    whole = median_of(lambda given: understand(read_bytes(given, "k.docx"), calendar), data)
    first = median_of(lambda given: understand(read_bytes(given, "k.docx"), calendar), data, forget)
    print(f"{name}: python-docx text {plain * 1000:.1f} ms; reading {reading / plain:.2f}x of it (goal 3x);", end=" ")
    print(f"reading and understanding {first * 1000:.1f} ms the first time ({first / plain:.2f}x),", end=" ")
    print(f"{whole * 1000:.1f} ms once more ({whole / plain:.2f}x)")


def main() -> None:
    paths = sorted(path for path in EXAMPLES.iterdir() if path.suffix in {".md", ".txt"})
    for path in paths:
        report(path.name, word_bytes(path))
    report(f"{paths[0].name} x {PAGES_40}", word_bytes(paths[0], PAGES_40))


if __name__ == "__main__":
    main()
