"""News of a change under SIGKILL and several processes: never lost, never doubled but for a marked repeat by mail."""

from __future__ import annotations

from collections import Counter
from contextlib import ExitStack
from datetime import date, timedelta

import pytest

from tests.fakes.crash_site import CrashSite, crash_site
from tests.fakes.crashing import POINTS, running_driver
from tests.fakes.reminding import at, running_school
from tests.fakes.smtp import running_smtp
from tracker.reminders.desk import LEASE
from tracker.reminders.occasions import REPEATED
from tracker.store.records import TaskState

TOLD, NOW = at(2023, 10, 20), at(2023, 10, 20, "09:30")
OCTOBER_27, NOVEMBER_10 = date(2023, 10, 27), date(2023, 11, 10)
PATIENCE = LEASE + timedelta(minutes=1)


class Site(CrashSite):
    """Two people who heard of a work each, one by e-mail and one by Zalo, and the process that ticks for them."""

    def prepare(self):
        school = self.school
        school.reach("Cô Lan", "mailto:lan@truong.vn")
        school.reach("Thầy Minh", "zalobot:chat-minh")
        self.mine = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
        self.his = school.publish("Kiểm tra phòng học", due=OCTOBER_27, owner="Thầy Minh")

    def changes(self):
        """Move one work and drop the other."""
        self.school.postpone(self.mine, NOVEMBER_10)
        self.school.move(self.his, TaskState.CANCELLED)

    def news(self):
        """The letters about changes that arrived, and the Zalo messages."""
        letters = [letter.parsed for letter in self.smtp.letters]
        texts = [text for _, text in self.zalo.sent]
        return [one for one in letters if "Đổi hạn" in one["Subject"]], [one for one in texts if "Bỏ việc" in one]


@pytest.fixture
def site(tmp_path):
    with crash_site(tmp_path, Site) as made:
        yield made


def test_without_a_crash_both_hear_once(site: Site):
    site.driver.tick(TOLD)
    site.changes()
    for minute in (0, 1, 75):
        site.driver.tick(NOW + timedelta(minutes=minute))
    assert [len(one) for one in site.news()] == [1, 1]


@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("point", POINTS)
def test_killed_while_the_news_goes_it_is_not_lost_and_repeated_by_mail_only_and_marked(site: Site, point, count):
    site.driver.tick(TOLD)
    site.changes()
    site.driver.tick(NOW, point=point, count=count)
    for again in (1, 2, 8):
        site.driver.tick(NOW + again * PATIENCE)
    letters, texts = site.news()
    assert len({letter["Message-ID"] for letter in letters}) == 1
    assert [REPEATED in letter["Subject"] for letter in letters] in ([False], [True], [False, True])
    lost = count_of_unknown(site)
    assert len(texts) == 1 or (texts, lost) == ([], 1)


def count_of_unknown(site: Site) -> int:
    """How many messages stand in the outbox as of unknown fate, for people to see."""
    return site.school.db.execute("SELECT count(*) FROM messages WHERE state = 'unknown'").fetchone()[0]


@pytest.mark.parametrize("point", ["claimed", "sent", "recording"])
@pytest.mark.parametrize("count", [1, 2])
def test_changed_while_nobody_knows_whether_the_reminder_went_it_is_told_all_the_same(site: Site, point, count):
    assert site.driver.tick(TOLD, point=point, count=count)
    site.changes()
    site.driver.tick(TOLD + timedelta(minutes=1))
    for again in (1, 2, 8):
        site.driver.tick(TOLD + again * PATIENCE)
    letters, texts = site.news()
    reminded = [letter for letter in site.smtp.letters if "Nhắc việc" in letter.parsed["Subject"]]
    assert len(letters) == 1
    assert len(reminded) <= 1
    assert len(texts) == (1 if count == 2 else 0)


def test_killed_again_and_again_at_every_step_nothing_is_lost(site: Site):
    site.driver.tick(TOLD)
    site.changes()
    now = NOW
    for step in range(1, 12):
        site.driver.tick(now, point="*", count=step)
        now += PATIENCE
    site.driver.tick(now)
    letters, texts = site.news()
    assert len({letter["Message-ID"] for letter in letters}) == 1
    assert all(REPEATED in letter["Subject"] for letter in letters[1:])
    assert len(texts) + count_of_unknown(site) >= 1
    assert len(texts) <= 1


@pytest.mark.parametrize("processes", [2, 4])
def test_processes_at_once_tell_each_person_once(tmp_path, processes: int):
    with ExitStack() as stack:
        smtp = stack.enter_context(running_smtp())
        school = stack.enter_context(running_school(tmp_path))
        drivers = [stack.enter_context(running_driver(tmp_path, smtp.port)) for _ in range(processes)]
        works = []
        for number in range(40):
            school.reach(f"Người {number}", f"mailto:nguoi{number}@truong.vn")
            works.append(school.publish(f"Việc {number}", due=OCTOBER_27, owner=f"Người {number}"))
        drivers[0].tick(TOLD)
        for work in works:
            school.postpone(work, NOVEMBER_10)
        smtp.letters.clear()
        for driver in drivers:
            driver.begin(NOW)
        assert [driver.end() for driver in drivers] == [False] * processes
        assert Counter(letter.to for letter in smtp.letters) == {f"nguoi{n}@truong.vn": 1 for n in range(40)}
