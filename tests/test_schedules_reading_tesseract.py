"""Tesseract as a library reads what the program reads, and stops in time; without the library the program is used."""

from __future__ import annotations

import shutil
import subprocess

import pytest

cv2 = pytest.importorskip("cv2")
np = pytest.importorskip("numpy")

from schedules.reading import Unreadable, tesseract  # noqa: E402  (needs OpenCV)
from schedules.reading.tesseract_library import engine  # noqa: E402


def has_vietnamese():
    if not shutil.which("tesseract"):
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False)
    return "vie" in listed.stdout.split()


pytestmark = pytest.mark.skipif(not has_vietnamese(), reason="tesseract with Vietnamese data is not installed")
needs_library = pytest.mark.skipif(engine("vie") is None, reason="only the program of Tesseract is installed")


def printed(*lines):
    page = np.full((120 * len(lines) + 80, 1200), 255, np.uint8)
    for at, line in enumerate(lines):
        cv2.putText(page, line, (60, 120 * at + 100), cv2.FONT_HERSHEY_DUPLEX, 1.6, 0, 3, cv2.LINE_AA)
    return page


PAGE = printed("Trong thang 10/2026", "truoc ngay 20/11/2026")


@needs_library
@pytest.mark.parametrize("way", [tesseract.PAGE, tesseract.SPARSE, tesseract.BLOCK])
def test_the_library_reads_what_the_program_reads(way, monkeypatch):
    by_library = tesseract.words(PAGE, way, "k.png")
    monkeypatch.setattr(tesseract, "engine", lambda _: None)
    assert by_library == tesseract.words(PAGE, way, "k.png")
    assert "20/11/2026" in [word.text for word in by_library]


@needs_library
def test_one_engine_reads_picture_after_picture_alike():
    first = tesseract.words(PAGE, tesseract.PAGE, "k.png")
    tesseract.words(printed("Viec khac"), tesseract.BLOCK, "k.png")
    assert tesseract.words(PAGE, tesseract.PAGE, "k.png") == first


@needs_library
def test_a_picture_that_takes_too_long_is_refused(monkeypatch):
    monkeypatch.setattr(tesseract, "SECONDS", 0.001)
    with pytest.raises(Unreadable, match="quá lâu"):
        tesseract.words(PAGE, tesseract.PAGE, "k.png")


@needs_library
def test_a_language_without_data_has_no_engine():
    assert engine("khong_co") is None
