"""`tracker law` keeps a year, publishes it, and lists what changed; nothing moves by itself."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from schedules.law import load_law
from tests.conftest import NOW, SCHOOL, make_task
from tests.fakes.newer_law import QUARTER, changed, use
from tests.fakes.visitor import visitor_with
from tracker.cli import tracker
from tracker.store.database import open_database
from tracker.store.tasks import of_all


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., object]:
    visitor_with(tmp_path / "data", make_task("Khảo sát đầu năm", date(2023, 10, 28)))
    monkeypatch.setattr("tracker.commands.law_listing.current_instant", lambda: NOW)

    def call(*words: str) -> object:
        return CliRunner().invoke(tracker, ["--data", str(tmp_path / "data"), "law", *words])

    return call


YEAR = ("--school-year", "2023-2024", "--level", "thcs")


def test_the_terminal_keeps_a_draft_and_publishes_it(run: Callable[..., object], tmp_path: Path) -> None:
    first = json.loads(run(*YEAR, "--keep", "--json").stdout)
    assert first["status"] == "draft"
    second = json.loads(run(*YEAR, "--publish", "--school", SCHOOL, "--json").stdout)
    assert (second["status"], second["new"], second["same"]) == ("published", 0, first["new"])
    with open_database(tmp_path / "data") as db:
        assert len([one for one in of_all(db) if one.published]) == first["new"] + 1


def test_events_told_before_stay_told(run: Callable[..., object]) -> None:
    first = json.loads(run(*YEAR, "--keep", "--event", "dự toán được giao ngày 28/12/2023", "--json").stdout)
    second = json.loads(run(*YEAR, "--keep", "--json").stdout)
    assert (second["same"], second["gone"]) == (first["new"], 0)


def test_an_event_told_before_that_no_rule_knows_any_more_is_refused_with_a_sentence(
    run: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(*YEAR, "--keep", "--event", "dự toán được giao ngày 28/12/2023")
    book = load_law()
    use(None, monkeypatch, replace(book, rules=tuple(rule for rule in book.rules if not rule.event)))
    result = run(*YEAR, "--keep")
    assert result.exit_code == 1
    assert "không có sự kiện “dự toán được giao”" in result.stderr


def test_the_terminal_lists_what_changed_and_moves_nothing(
    run: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    run(*YEAR, "--publish")
    assert "không việc nào" in run("--changes").stdout
    use(None, monkeypatch, changed(QUARTER, term=20))
    assert "4 việc trên lịch có quy định đã đổi" in run("--changes").stdout
    (told,) = json.loads(run("--changes", "--school", SCHOOL, "--json").stdout)
    first = told["changed"][0]
    assert (first["was"]["due"], first["now"]["due"]) == ("2023-10-16", "2023-10-20")


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("--level", "thcs"), 2, "Cần --school-year và --level"),
        ((*YEAR, "--keep", "--school", "Trường khác"), 1, "Không có trường “Trường khác”"),
        ((*YEAR, "--keep", "--event", "được khen=2023-10-01"), 1, "không có sự kiện"),
    ],
)
def test_what_cannot_be_kept_is_refused(
    run: Callable[..., object], words: tuple[str, ...], code: int, sentence: str
) -> None:
    result = run(*words)
    assert result.exit_code == code
    assert sentence in result.stderr
