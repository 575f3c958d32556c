"""How fast files are read, beside the bare libraries: Word, PDF, scans, and the cost of a process apart.

Run: python bench/readers.py
"""

from __future__ import annotations

import io
import os
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx

from schedules.reading import read_bytes
from schedules.reading.apart import read_apart

FILES = Path(__file__).resolve().parent.parent / "tests" / "examples" / "files"
PARAGRAPHS, ROWS = 1200, 200
"""About forty pages of text and tables."""

SCANNED = 8
ROUNDS = 5


def best(work: Callable[[], object], rounds: int = ROUNDS) -> float:
    """Return the seconds of the quickest of some rounds."""
    times = []
    for _ in range(rounds):
        start = time.perf_counter()
        work()
        times.append(time.perf_counter() - start)
    return min(times)


def long_word() -> bytes:
    document = docx.Document()
    for number in range(PARAGRAPHS):
        document.add_paragraph(
            f"{number}. Kiểm tra hồ sơ của giáo viên, hoàn thành trước ngày {number % 28 + 1}/10/2026."
        )
    table = document.add_table(rows=ROWS, cols=6)
    for row in table.rows:
        for cell in row.cells:
            cell.text = "Kiểm tra chuyên đề"
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def word() -> None:
    data = long_word()

    def plain() -> None:
        document = docx.Document(io.BytesIO(data))
        _ = [paragraph.text for paragraph in document.paragraphs]
        _ = [cell.text for table in document.tables for row in table.rows for cell in row.cells]

    ours, theirs = best(lambda: read_bytes(data, "k.docx")), best(plain)
    print(f".docx, 40 pages: {ours:.2f} s; python-docx alone {theirs:.2f} s; ratio {ours / theirs:.2f} (goal 3)")
    aside = best(lambda: read_apart(data, "k.docx"))
    print(f".docx, 40 pages, in a process apart: {aside:.2f} s (goal 2)")
    small = (FILES / "ke-hoach-thang.docx").read_bytes()
    print(f".docx, 2 pages, in a process apart: {best(lambda: read_apart(small, 'k.docx')):.2f} s (goal 0.6)")


def pdf() -> None:
    import pdfplumber

    for name in ("bang-cai-tien", "ke-hoach-thang"):
        data = (FILES / f"{name}.pdf").read_bytes()

        def plain(data: bytes = data) -> None:
            with pdfplumber.open(io.BytesIO(data)) as opened:
                for page in opened.pages:
                    page.extract_text()
                    page.extract_tables()

        ours, theirs = best(lambda data=data: read_bytes(data, "k.pdf")), best(plain)
        print(f".pdf {name}: {ours:.3f} s; pdfplumber alone {theirs:.3f} s; ratio {ours / theirs:.2f} (goal 1.5)")


def others() -> None:
    for path in sorted(FILES.iterdir()):
        if path.suffix in {".xlsx", ".odt", ".rtf", ".html"} or (path.suffix == ".doc" and shutil.which("soffice")):
            data = path.read_bytes()
            spent = best(lambda data=data, path=path: read_bytes(data, path.name), 2)
            print(f"{path.suffix} {path.stem}: {spent * 1000:.0f} ms")


def spent(work: Callable[[], object]) -> tuple[float, float]:
    """Return the seconds one run takes and the processor seconds of this process and its children."""
    before, start = _processor(), time.perf_counter()
    work()
    return time.perf_counter() - start, _processor() - before


def _processor() -> float:
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return sum(sum(resource.getrusage(one)[:2]) for one in whose)


def scans() -> None:
    """Eight scanned pages, against one plain Tesseract run a page on all cores, by turns: the machine may be shared."""
    import pypdfium2

    os.environ["OMP_THREAD_LIMIT"] = "1"
    pages = []
    for name in ("bang-cai-tien", "ke-hoach-thang"):
        with pypdfium2.PdfDocument(FILES / f"{name}.pdf") as document:
            pages += [page.render(scale=200 / 72, grayscale=True).to_pil().convert("L") for page in document]
    pages = (pages * SCANNED)[:SCANNED]
    out = io.BytesIO()
    pages[0].save(out, "pdf", save_all=True, append_images=pages[1:], resolution=200)
    data = out.getvalue()
    with tempfile.TemporaryDirectory() as folder:
        paths = [f"{folder}/{number}.png" for number in range(SCANNED)]
        for path, page in zip(paths, pages, strict=True):
            page.save(path)

        def one(path: str) -> None:
            subprocess.run(["tesseract", path, "-", "-l", "vie"], capture_output=True, check=True)

        def plain() -> None:
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                list(pool.map(one, paths))

        read_bytes(data, "k.pdf")
        runs = [(spent(lambda: read_bytes(data, "k.pdf")), spent(plain)) for _ in range(ROUNDS)]
    for at, clock in enumerate(("on the clock", "of the processor")):
        ours, theirs = (min(run[who][at] for run in runs) / SCANNED for who in (0, 1))
        ratio = ours / theirs
        print(f"scans: {ours:.2f} s a page {clock}; Tesseract alone {theirs:.2f} s; ratio {ratio:.2f} (goal 1.3)")


def main() -> None:
    word()
    pdf()
    others()
    if shutil.which("tesseract"):
        scans()


if __name__ == "__main__":
    main()
