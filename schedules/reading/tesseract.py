"""Edge: one look of Tesseract, as a library or a program: a grey picture in, words with places and confidence out."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import Any

from schedules.reading.lacking import lacking_program
from schedules.reading.tesseract_library import engine
from schedules.reading.unreadable import Unreadable

PROGRAM = "tesseract"
SECONDS = 55.0
"""One page takes about 1.5 seconds; a picture of pure noise may take twenty times that."""

LANGUAGE = "vie"
WORD_LEVEL, COLUMNS = "5", 12
"""Rows of Tesseract's TSV that are words; its columns: level, five counts, left, top, width, height, sureness, text."""

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
    options = {"tessedit_do_invert": "1" if way == BLOCK else "0", "user_defined_dpi": str(DPI)}
    program = _program(source)
    own = engine(LANGUAGE)
    if own is None:
        given = [text for name, value in options.items() for text in ("-c", f"{name}={value}")]
        answer = _run(program, picture, [str(way), "-l", LANGUAGE, "-c", "tessedit_create_tsv=1", *given], source)
    else:
        try:
            answer = own.tsv(picture, way, options, SECONDS)
        except TimeoutError as error:
            raise _too_slow(source) from error
    rows = (line.split("\t") for line in answer.split("\n"))
    return [_word(row) for row in rows if row[0] == WORD_LEVEL and len(row) == COLUMNS and row[-1].strip()]


def turn(picture: Any, source: str) -> int:
    """Return by how many degrees (clockwise) a page must be turned to stand upright; 0 when that is unclear."""
    try:
        answer = _run(_program(source), picture, [str(TURN), "-l", "osd", "--dpi", str(DPI)], source)
    except Unreadable:
        return 0
    found = [line.split(":")[1].strip() for line in answer.splitlines() if line.startswith("Rotate:")]
    return int(found[0]) if found and found[0] in {"90", "180", "270"} else 0


def _program(source: str) -> str:
    program = shutil.which(PROGRAM)
    if program is None:
        raise lacking_program(source, "tesseract", "đọc chữ trong ảnh")
    return program


def _run(program: str, picture: Any, way: list[str], source: str) -> str:
    import cv2

    # An uncompressed picture is made in no time.
    given: bytes = cv2.imencode(".bmp", picture)[1].tobytes()
    command = [program, "stdin", "stdout", "--psm", *way]
    # One thread a run: two runs side by side are faster than one run on two cores.
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    try:
        run = subprocess.run(  # noqa: S603  (our own words only)
            command, input=given, capture_output=True, timeout=SECONDS, check=False, env=environment
        )
    except subprocess.TimeoutExpired as error:
        raise _too_slow(source) from error
    if run.returncode:
        raise _failed(run.stderr.decode("utf-8", "replace"), source)
    return run.stdout.decode("utf-8", "replace")


def _too_slow(source: str) -> Unreadable:
    found = f"nhận dạng chữ quá lâu (hơn {SECONDS:.0f} giây một trang)"
    return Unreadable(source, found, "ảnh chụp rõ một trang giấy", "Hãy chụp hoặc quét lại")


def _failed(words: str, source: str) -> Unreadable:
    if any(mark in words for mark in NO_DATA):
        return lacking_program(source, "tesseract", "đọc chữ tiếng Việt trong ảnh (thiếu dữ liệu tiếng Việt)")
    return Unreadable(
        source, "chương trình nhận dạng chữ bị lỗi", "ảnh chụp rõ một trang giấy", "Hãy chụp hoặc quét lại"
    )


def _word(row: list[str]) -> Word:
    left, top, width, height, sure = map(float, row[6:11])
    text = row[-1].strip().replace(FRACTION, "/")
    return Word(text, left, top, left + width, top + height, min(max(sure / 100, 0.0), 1.0))
