"""Edge: one run of the Tesseract program: a grey picture in, words with places and confidence out."""

from __future__ import annotations

import csv
import io
import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import Any

from schedules.reading.lacking import lacking_program
from schedules.reading.unreadable import Unreadable

PROGRAM = "tesseract"
SECONDS = 55.0
"""One page takes about 1.5 seconds; a picture of pure noise may take twenty times that."""

WORD_LEVEL = "5"
FRACTION = "\N{FRACTION SLASH}"
"""What the stroke of "21/4" is sometimes taken for."""

PAGE, SPARSE, BLOCK, TURN = 3, 11, 6, 0
"""Ways to look at a picture (psm): a page of paragraphs, words scattered in cells, one block, which way is up."""

DPI = 200
NO_DATA = ("Error opening data file", "Failed loading language")


@dataclass(frozen=True, slots=True)
class Word:
    """One word: its text, its edges in pixels, how sure it is (0 to 1)."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    confidence: float


def words(picture: Any, way: int, source: str) -> list[Word]:
    """Return the words in a grey picture (a numpy array); raise Unreadable when Tesseract is absent or fails."""
    # White letters on dark ground are left to the second look at cells that seem empty: it costs a tenth.
    invert = "1" if way == BLOCK else "0"
    options = ["-c", "tessedit_create_tsv=1", "-c", f"tessedit_do_invert={invert}"]
    answer = _run(picture, [str(way), *options], "vie", source)
    rows = csv.DictReader(io.StringIO(answer), delimiter="\t", quoting=csv.QUOTE_NONE)
    return [_word(row) for row in rows if row["level"] == WORD_LEVEL and row["text"].strip()]


def turn(picture: Any, source: str) -> int:
    """Return by how many degrees (clockwise) a page must be turned to stand upright; 0 when that is unclear."""
    try:
        answer = _run(picture, [str(TURN)], "osd", source)
    except Unreadable:
        return 0
    found = [line.split(":")[1].strip() for line in answer.splitlines() if line.startswith("Rotate:")]
    return int(found[0]) if found and found[0] in {"90", "180", "270"} else 0


def _run(picture: Any, way: list[str], language: str, source: str) -> str:
    import cv2

    program = shutil.which(PROGRAM)
    if program is None:
        raise lacking_program(source, "tesseract", "đọc chữ trong ảnh")
    # An uncompressed picture is made in no time.
    given: bytes = cv2.imencode(".bmp", picture)[1].tobytes()
    command = [program, "stdin", "stdout", "-l", language, "--dpi", str(DPI), "--psm", *way]
    # One thread a run: two runs side by side are faster than one run on two cores.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        run = subprocess.run(  # noqa: S603  (our own words only)
            command, input=given, capture_output=True, timeout=SECONDS, check=False, env=environment
        )
    except subprocess.TimeoutExpired as error:
        found = f"nhận dạng chữ quá lâu (hơn {SECONDS:.0f} giây một trang)"
        raise Unreadable(source, found, "ảnh chụp rõ một trang giấy", "Hãy chụp hoặc quét lại") from error
    if run.returncode:
        raise _failed(run.stderr.decode("utf-8", "replace"), source)
    return run.stdout.decode("utf-8", "replace")


def _failed(words: str, source: str) -> Unreadable:
    if any(mark in words for mark in NO_DATA):
        return lacking_program(source, "tesseract", "đọc chữ tiếng Việt trong ảnh (thiếu dữ liệu tiếng Việt)")
    return Unreadable(
        source, "chương trình nhận dạng chữ bị lỗi", "ảnh chụp rõ một trang giấy", "Hãy chụp hoặc quét lại"
    )


def _word(row: dict[str, str]) -> Word:
    left, top = float(row["left"]), float(row["top"])
    confidence = min(max(float(row["conf"]) / 100, 0.0), 1.0)
    text = row["text"].strip().replace(FRACTION, "/")
    return Word(text, left, top, left + float(row["width"]), top + float(row["height"]), confidence)
