"""Plans of people who never saw the code, in Word: each set keeps what was won on it, all together the goals."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from schedules.calendar import load_calendar
from tests.gold.formats import FORMATS
from tests.gold.measuring import total
from tests.gold.scoring import Score

SETS = sorted(path for path in (Path(__file__).with_name("examples") / "met").iterdir() if path.is_dir())
WORD = next(made for made in FORMATS if made.name == "docx")


@cache
def measured(folder: Path) -> Score:
    return total(sorted(folder.glob("*.plan")), WORD, load_calendar())


@pytest.mark.parametrize("folder", SETS, ids=lambda folder: folder.name)
def test_a_set_keeps_what_was_won_on_it(folder: Path) -> None:
    result = measured(folder)
    assert result.f1 >= 0.96, result.slips
    assert result.wrong_dates <= 0.03, result.slips
    assert result.owners >= 0.94, result.slips
    assert result.lost_quotes == 0, result.slips


def test_together_they_meet_the_goals() -> None:
    result = sum(map(measured, SETS), Score())
    assert result.f1 >= 0.985
    assert result.wrong_dates <= 0.01
    assert result.owners >= 0.98
    assert result.criteria >= 0.98
    assert result.invented <= 0.0021 * result.gold
