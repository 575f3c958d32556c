"""The refusal of evidence under SIGKILL: never lost, never doubled but for a marked repeat by mail."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.fakes.crash_site import CrashSite, crash_site
from tests.fakes.crashing import POINTS
from tests.fakes.reminding import at
from tracker.answers.showing import judge
from tracker.reminders.desk import LEASE
from tracker.reminders.occasions import REPEATED
from tracker.store import evidence
from tracker.store.evidence import Evidence
from tracker.store.history import Actor
from tracker.store.records import TaskState

GIVEN, NOW = at(2023, 10, 20, "09:00"), at(2023, 10, 20, "09:30")
PATIENCE = LEASE + timedelta(minutes=1)
WORDS = "inh chứng không được nhận"


class Site(CrashSite):
    """Two people whose evidence was refused, one reached by e-mail and one by Zalo, and the process that ticks."""

    def prepare(self):
        school = self.school
        self.works = []
        for name, address in (("Cô Lan", "mailto:lan@truong.vn"), ("Thầy Minh", "zalobot:chat-minh")):
            school.reach(name, address)
            task = school.publish(f"Việc của {name}", due=date(2023, 10, 27), owner=name)
            school.move(task, TaskState.DONE)
            piece = Evidence(0, GIVEN, school.person(name).id, task.id, "https://anh.vn/1")
            given = evidence.propose(school.db, piece, Actor(name, GIVEN)).id
            school.db.conn.commit()
            judge(school.db, given, Actor("Cô Hoa", GIVEN, "ảnh mờ"), school.desk.working_days, accepted=False)
            self.works.append(task)

    def letters(self):
        return [letter.parsed for letter in self.smtp.letters if WORDS in letter.parsed["Subject"]]

    def texts(self):
        return [text for _, text in self.zalo.sent if WORDS in text]


@pytest.fixture
def site(tmp_path):
    with crash_site(tmp_path, Site) as made:
        yield made


def test_without_a_crash_both_hear_once_and_the_letter_carries_no_calendar(site: Site):
    for minute in (0, 1, 75):
        site.driver.tick(NOW + timedelta(minutes=minute))
    assert (len(site.letters()), len(site.texts())) == (1, 1)
    assert "text/calendar" not in [part.get_content_type() for part in site.letters()[0].walk()]


@pytest.mark.parametrize("moved", [False, True])
@pytest.mark.parametrize("count", [1, 2])
@pytest.mark.parametrize("point", POINTS)
def test_killed_while_it_goes_it_is_not_lost_and_repeated_by_mail_only_and_marked(site: Site, point, count, moved):
    site.driver.tick(NOW, point=point, count=count)
    if moved:  # another deadline while nobody knows what became of it
        for work in site.works:
            site.school.postpone(work, date(2023, 11, 10))
        site.driver.tick(NOW + timedelta(minutes=1))
    for again in (1, 2, 8):
        site.driver.tick(NOW + again * PATIENCE)
    letters, texts = site.letters(), site.texts()
    assert len({letter["Message-ID"] for letter in letters}) == 1
    assert [REPEATED in letter["Subject"] for letter in letters] in ([False], [True], [False, True])
    assert len(texts) == 1 or (texts, site.unknown()) == ([], 1)


def test_killed_again_and_again_at_every_step_nothing_is_lost(site: Site):
    now = NOW
    for step in range(1, 12):
        site.driver.tick(now, point="*", count=step)
        now += PATIENCE
    site.driver.tick(now)
    assert len({letter["Message-ID"] for letter in site.letters()}) == 1
    assert all(REPEATED in letter["Subject"] for letter in site.letters()[1:])
    assert len(site.texts()) + site.unknown() >= 1
    assert len(site.texts()) <= 1
