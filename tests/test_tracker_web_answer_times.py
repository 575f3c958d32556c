"""From the page of one time of recurring work its person reaches every other time that is late, and no other."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from lxml import html

from tests.fakes.answering import DUE, Answering
from tracker.answers.token import Action
from tracker.store import people, tasks
from tracker.store.database import open_database, transaction
from tracker.store.records import Part, TaskState

LATER = DUE + timedelta(days=30)


class Recurring(Answering):
    """Cô Lan's work with two later times of it: a week after the first, one and two weeks."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        with open_database(folder) as db, transaction(db):
            first, lan = self.task(), self.person()
            for number in (1, 2):
                days = timedelta(days=7 * number)
                moved = {name: getattr(first.task.due, name) + days for name in ("day", "remind_by", "late_from")}
                task = replace(first.task, due=replace(first.task.due, **moved))
                later = replace(first, id=f"{first.id}-{number}", task=task, repeats=first.id)
                tasks.add(db, later)
                people.assign(db, later.id, [(lan.id, Part.LEAD)])

    def others(self, on: date) -> list[str]:
        """Return the days of the other times the page of the first one leads to."""
        self.now = self.now.replace(year=on.year, month=on.month, day=on.day)
        page = html.fromstring(self.get(self.path(Action.CHOOSE)).text)
        links = page.xpath('//p[@id="cac-lan"]/a')
        assert all("/tra-loi/" in link.get("href") for link in links)
        return [link.text for link in links]


@pytest.fixture
def recurring(tmp_path: Path) -> Recurring:
    return Recurring(tmp_path / "data")


def test_the_page_of_one_time_leads_to_those_that_are_late_too(recurring: Recurring) -> None:
    assert recurring.others(LATER) == ["thứ Sáu 6/10/2023", "thứ Sáu 13/10/2023"]
    assert recurring.others(DUE + timedelta(days=10)) == recurring.others(LATER)[:1]


def test_done_times_and_those_of_others_are_not_among_them(recurring: Recurring) -> None:
    first = recurring.task()
    with open_database(recurring.folder) as db, transaction(db):
        db.execute("UPDATE tasks SET state = ? WHERE id = ?", [TaskState.DONE.value, f"{first.id}-1"])
        people.assign(db, f"{first.id}-2", [(people.ensure(db, 1, "Thầy Bình").id, Part.LEAD)])
    assert recurring.others(LATER) == []
