"""Scans longer than the limits: the first pages are read, the others named; nothing is left out silently."""

from __future__ import annotations

from itertools import count

import pytest

pytest.importorskip("cv2")

from schedules.reading import limits, scanned
from schedules.reading.pages import Page
from schedules.reading.recognised import recognised
from schedules.reading.unreadable import Unreadable


@pytest.fixture
def _quick(monkeypatch):
    monkeypatch.setattr(scanned, "scanned_page", lambda _, number, __: Page(number, 1, 1))


@pytest.mark.usefixtures("_quick")
def test_the_first_pages_are_read_and_the_others_named(monkeypatch):
    monkeypatch.setattr(limits, "MOST_RECOGNISED", 3)
    pages, (finding,) = recognised(range(1, 8), lambda at: at, "k.pdf")
    assert sorted(pages) == [1, 2, 3]
    assert finding.rule == "doc-trang-chua-doc"
    assert finding.message.startswith("Trang 4-7 chưa được đọc: tệp có 7 trang ảnh")
    assert finding.places[0].page == 4


@pytest.mark.usefixtures("_quick")
def test_pages_not_begun_in_time_are_named(monkeypatch):
    monkeypatch.setattr(limits, "LONGEST_RECOGNISING", 60.0)
    minutes = count(0, 61)
    pages, (finding,) = recognised(range(1, 200), lambda at: at, "k.pdf", clock=lambda: next(minutes))
    assert 1 <= len(pages) < 120
    assert "không quá 1 phút" in finding.message


@pytest.mark.usefixtures("_quick")
def test_a_file_within_the_limits_has_no_such_finding():
    assert recognised(range(1, 8), lambda at: at, "k.pdf")[1] == []


@pytest.mark.usefixtures("_quick")
def test_a_bad_page_is_told_apart_from_pages_not_read(monkeypatch):
    monkeypatch.setattr(limits, "MOST_RECOGNISED", 2)

    def picture_of(number):
        if number == 2:
            raise Unreadable("k.pdf", "ảnh bị cắt ngang", "ảnh", "Hãy quét lại")
        return number

    _, findings = recognised([1, 2, 3], picture_of, "k.pdf")
    assert [finding.rule for finding in findings] == ["doc-trang-hong", "doc-trang-chua-doc"]
    assert findings[1].message.startswith("Trang 3 ")
