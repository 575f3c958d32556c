"""Several processes on one database: each message is claimed by one of them."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from datetime import date

import pytest

from tests.fakes.crashing import running_driver
from tests.fakes.reminding import at, running_school
from tests.fakes.smtp import running_smtp

PEOPLE = 60


@pytest.mark.parametrize("processes", [2, 4])
def test_processes_at_once_double_nothing_and_lose_nothing(tmp_path, processes: int):
    with ExitStack() as stack:
        smtp = stack.enter_context(running_smtp())
        school = stack.enter_context(running_school(tmp_path))
        drivers = [stack.enter_context(running_driver(tmp_path, smtp.port)) for _ in range(processes)]
        for number in range(PEOPLE):
            school.reach(f"Người {number}", f"mailto:nguoi{number}@truong.vn")
            school.publish(f"Việc {number}", due=date(2023, 10, 27), owner=f"Người {number}")
        for driver in drivers:
            driver.begin(at(2023, 10, 20))
        assert [driver.end() for driver in drivers] == [False] * processes
        assert Counter(letter.to for letter in smtp.letters) == {f"nguoi{n}@truong.vn": 1 for n in range(PEOPLE)}
