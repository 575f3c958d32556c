"""The quality of understanding may not fall: floors a little under what `python bench/understanding.py` measures."""

from __future__ import annotations

from functools import cache

import pytest

from schedules.calendar import load_calendar
from tests.gold.formats import FORMATS
from tests.gold.measuring import total
from tests.gold.scoring import Score
from tests.gold.source import plan_paths

CLEAN = [made.name for made in FORMATS if not made.noisy]
NOISY_FLOORS = {"ocr": 0.94, "torn": 0.94}
BY_NAME = {made.name: made for made in FORMATS}


@cache
def measured(name: str) -> Score:
    return total(plan_paths(), BY_NAME[name], load_calendar())


@pytest.mark.parametrize("name", CLEAN)
def test_clean_documents_are_understood(name):
    result = measured(name)
    assert result.f1 >= 0.99, result.slips
    assert result.wrong_dates <= 0.01, result.slips
    assert result.owners >= 0.98, result.slips
    assert result.criteria >= 0.98, result.slips


@pytest.mark.parametrize("name", CLEAN)
def test_clean_documents_give_no_invented_date_and_no_lost_quote(name):
    result = measured(name)
    assert (result.invented, result.lost_quotes, result.findings_missed) == (0, 0, 0), result.slips


@pytest.mark.parametrize("name", sorted(NOISY_FLOORS))
def test_scanned_text_keeps_its_floor(name):
    result = measured(name)
    assert result.f1 >= NOISY_FLOORS[name], result.slips
    assert result.lost_quotes == 0, result.slips
