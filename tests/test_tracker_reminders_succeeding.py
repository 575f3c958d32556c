"""A corrected copy under another number, told by a real mail server: once, and nothing of it twice."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.conftest import make_plan
from tests.fakes.reminding import at
from tests.test_tracker_reminders_changed_plans import CALENDAR, CLERK, LATER_REPORT, NOW, REPORT, SURVEY, Site, site
from tracker.importing import Incoming, store_plan
from tracker.review.which_plan import Which
from tracker.store import people, tasks
from tracker.store.history import Actor
from tracker.store.records import Part
from tracker.work import mark_done, reassign

__all__ = ["site"]
COPY = make_plan(LATER_REPORT, SURVEY, number="52/KH-MNHB")
COPY = replace(COPY, header=replace(COPY.header, date=date(2023, 9, 25)))


def brings(site: Site, which: Which, publish: bool = True):
    incoming = Incoming(b"ban sua", COPY, which=which)
    return store_plan(site.school.db, incoming, CLERK, CALENDAR, publish=publish)


def test_what_moved_is_told_once_and_what_stayed_not_at_all(site: Site):
    brings(site, Which(replaces="12/KH-MNHB"))
    assert site.tick() == ["change"]
    assert site.letter()["Subject"] == f"Đổi hạn: {REPORT.title} – hạn mới: chậm nhất thứ Sáu 13/10/2023"
    assert SURVEY.title not in site.text()
    assert site.tick(at(2023, 9, 25, "10:30")) == []


def test_done_work_and_work_in_other_hands_are_no_news(site: Site):
    db = site.school.db
    works = {one.task.title: one.id for one in tasks.of_plan(db, 1)}
    mark_done(db, works[SURVEY.title], Actor("Cô Lan", NOW), CALENDAR)
    other = people.ensure(db, site.school.id, "Thầy Minh")
    reassign(db, works[REPORT.title], [(other.id, Part.LEAD)], CLERK, CALENDAR)
    site.tick()
    brings(site, Which(replaces="1"))
    assert [people.by_id(db, who).name for who, _ in people.assigned(db, works[REPORT.title])] == ["Thầy Minh"]
    sent = len(site.smtp.letters)
    site.reach("Cô Lan", "mailto:lan@truong.vn")
    site.reach("Thầy Minh", "mailto:minh@truong.vn")
    site.tick(at(2023, 10, 10, "09:00"))
    (letter,) = [one.parsed for one in site.smtp.letters[sent:]]
    text = letter.get_body(("plain",)).get_content()
    assert ("minh@truong.vn" in letter["To"], REPORT.title in text, SURVEY.title in text) == (True, True, False)
    assert tasks.by_id(db, works[SURVEY.title]).finished


@pytest.mark.parametrize("which", [Which(), Which(corrects=1)])
def test_unanswered_nothing_changes_for_anybody(site: Site, which: Which):
    report = brings(site, which)
    assert [one.rule for one in report.blocking] == ["ban-sua-mang-so-khac"]
    assert site.tick() == []
