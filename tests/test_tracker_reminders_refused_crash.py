"""A dead mailbox under SIGKILL: the reminder reaches the other channel once, and what was learned is not lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.fakes.crash_site import CrashSite, crash_site
from tests.fakes.crashing import POINTS
from tests.fakes.reminding import at
from tracker.reminders.desk import LEASE
from tracker.store import people

NOW = at(2023, 10, 20)
PATIENCE = LEASE + timedelta(minutes=1)
MAIL = "mailto:lan@truong.vn"


class Site(CrashSite):
    """Someone with a dead mailbox and a chat, and the process that ticks."""

    def prepare(self):
        school, smtp = self.school, self.smtp
        smtp.refuse["lan@truong.vn"] = ["550 5.1.1 no such user"]
        school.reach("Cô Lan", MAIL, "zalobot:chat-lan")
        school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")

    def refused(self) -> frozenset[str]:
        return people.by_id(self.school.db, self.school.person("Cô Lan").id).refused

    def texts(self) -> list[str]:
        return [text for _, text in self.zalo.sent if "Nộp báo cáo" in text]


@pytest.fixture
def site(tmp_path):
    with crash_site(tmp_path, Site) as made:
        yield made


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("point", POINTS)
def test_killed_while_it_is_refused_the_reminder_goes_once_by_the_other_channel(site: Site, point, count):
    site.driver.tick(NOW, point=point, count=count)
    for again in (1, 2, 3):
        site.driver.tick(NOW + again * PATIENCE)
    texts, unknown = len(site.texts()), site.unknown()
    assert texts == 1 or (texts, unknown) == (0, 1)
    assert site.refused() == {MAIL}
    assert site.smtp.letters == []


def test_killed_at_every_step_in_turn_it_is_neither_lost_nor_doubled(site: Site):
    now = NOW
    for step in range(1, 12):
        site.driver.tick(now, point="*", count=step)
        now += PATIENCE
    site.driver.tick(now)
    assert len(site.texts()) <= 1
    assert len(site.texts()) + site.unknown() >= 1
    told = len(site.texts())
    site.driver.tick(at(2023, 10, 24))  # every answer of the server may have been lost before it was written down
    assert len(site.texts()) == told + 1
    assert site.refused() == {MAIL}


def test_the_next_day_goes_to_the_chat_at_once(site: Site):
    site.driver.tick(NOW)
    site.driver.tick(at(2023, 10, 24))
    assert len(site.texts()) == 2
    tried = site.school.db.query("SELECT address FROM messages WHERE day = '2023-10-24' AND person_id = ?", [
        site.school.person("Cô Lan").id
    ])  # fmt: skip
    assert [row["address"] for row in tried] == ["zalobot:chat-lan"]
