"""Mistakes of ours reach who typed the command as one sentence; interruptions stay what they are."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

import pytest

from tracker.__main__ import main
from tracker.settings import load_settings


def break_tasks(monkeypatch: pytest.MonkeyPatch, data: Path, error: BaseException) -> None:
    """Let `tracker tasks` meet an error nobody foresaw."""

    def broken(*_: object, **__: object) -> NoReturn:
        raise error

    monkeypatch.setattr("tracker.commands.task_lists.show", broken)
    monkeypatch.setattr(sys, "argv", ["tracker", "--data", str(data), "tasks"])


def test_a_mistake_of_ours_is_one_sentence_without_its_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    break_tasks(monkeypatch, tmp_path, KeyError("bí mật"))
    with pytest.raises(SystemExit) as left:
        main()
    told = str(left.value.code)  # what Python prints on stderr, leaving with 1
    assert "KeyError ở tracker/commands/tasks_.py, dòng " in told
    assert "TRACKER_DEBUG=1" in told
    assert "bí mật" not in told
    assert "Traceback" not in told


def test_the_details_are_there_when_asked_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_DEBUG", "1")
    break_tasks(monkeypatch, tmp_path, KeyError("chi tiết"))
    with pytest.raises(KeyError, match="chi tiết"):
        main()
    assert load_settings(tmp_path, os.environ | {"TRACKER_BASE_URL": ""}).base_url == ""


@pytest.mark.parametrize(("error", "code"), [(KeyboardInterrupt(), 130), (BrokenPipeError(32, "Broken pipe"), 1)])
def test_who_stops_us_or_goes_away_is_told_of_no_mistake(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: BaseException, code: int
) -> None:
    monkeypatch.setattr(sys, "stdout", sys.stdout)
    monkeypatch.setattr(sys, "stderr", sys.stderr)
    break_tasks(monkeypatch, tmp_path, error)
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == code
