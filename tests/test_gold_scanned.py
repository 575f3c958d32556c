"""Plans as pictures keep their quality: one plan in a table and one in running text, scanned and photographed."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache

import pytest

from schedules.calendar import load_calendar
from tests.gold.as_converted import available
from tests.gold.formats import scanned
from tests.gold.measuring import total
from tests.gold.scoring import Score
from tests.gold.source import plan_paths

pytest.importorskip("cv2")
pytest.importorskip("pypdfium2")

PLANS = ("22-", "23-")
FLOORS = {"scan": 0.95, "photo": 0.90}


def can_recognise() -> bool:
    if not shutil.which("tesseract"):
        return False
    listed = subprocess.run(["tesseract", "--list-langs"], capture_output=True, text=True, check=False)
    return "vie" in listed.stdout.split()


pytestmark = pytest.mark.skipif(
    not (available() and can_recognise()), reason="needs LibreOffice and Tesseract with Vietnamese data"
)


@cache
def measured(name: str) -> Score:
    made = next(one for one in scanned() if one.name == name)
    return total([path for path in plan_paths() if path.name.startswith(PLANS)], made, load_calendar())


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_the_dates_of_a_picture_keep_their_floor(name):
    result = measured(name)
    assert result.dates_f1 >= FLOORS[name], result.slips
    assert result.f1 >= FLOORS[name], result.slips


@pytest.mark.parametrize("name", sorted(FLOORS))
def test_a_picture_gives_no_invented_date_and_quotes_what_was_read(name):
    result = measured(name)
    assert (result.invented, result.lost_quotes) == (0, 0), result.slips
