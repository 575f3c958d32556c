"""How far a long reading is: one line rewritten where somebody looks on, else a line a page."""

from __future__ import annotations

import sys

import pytest

from schedules.reading import Progress
from tracker.commands.watching import on_terminal

PAGES = (Progress(0, 3), Progress(0, 3), Progress(1, 3, 8.4), Progress(1, 3, 7.9), Progress(3, 3))


def test_a_log_has_one_line_a_page(capsys: pytest.CaptureFixture[str]) -> None:
    watch = on_terminal()
    for page in PAGES:
        watch.on_page(page)
    assert capsys.readouterr().err == "Trang 0/3\nTrang 1/3, còn khoảng 8 giây\nTrang 3/3\n"


def test_a_terminal_has_one_line_ended_by_the_last_page(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    watch = on_terminal()
    for page in PAGES:
        watch.on_page(page)
    told = capsys.readouterr().err
    assert told.count("\n") == 1
    assert [line.strip() for line in told.split("\r")][-2:] == ["Trang 1/3, còn khoảng 8 giây", "Trang 3/3"]
