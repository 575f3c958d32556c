"""A tick killed with SIGKILL at each named point and started again: nothing lost, one repeat at most, and it says so."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.fakes.crash_site import CrashSite, crash_site
from tests.fakes.reminding import at
from tracker.holders import new_holder
from tracker.reminders.desk import LEASE
from tracker.reminders.occasions import REPEATED
from tracker.store import outbox_search
from tracker.store.letters import Kind
from tracker.store.outbox_search import Query

NOW = at(2023, 10, 20)
AFTER = NOW + LEASE + timedelta(minutes=1)

MAIL, ZALO = "mailto:lan@truong.vn", "zalobot:chat-minh"


class Site(CrashSite):
    """A school whose two people are reached by e-mail and by Zalo, and the process that ticks for it."""

    def prepare(self):
        self.school.reach("Cô Lan", MAIL)
        self.school.reach("Thầy Minh", ZALO)
        self.school.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
        self.school.publish("Kiểm tra phòng học", due=date(2023, 10, 27), owner="Thầy Minh")

    def letters(self):
        return [letter.parsed for letter in self.smtp.letters]

    def states(self):
        found = outbox_search.search(self.school.db, Query())
        return {one.draft.address: one.state.value for one in found if one.draft.kind is not Kind.ALARM}


@pytest.fixture
def site(tmp_path):
    with crash_site(tmp_path, Site) as made:
        yield made


def test_without_a_crash_each_message_goes_once(site: Site):
    assert not site.driver.tick(NOW)
    assert [letter["To"] for letter in site.letters()] == ["Cô Lan <lan@truong.vn>"]
    assert len(site.zalo.sent) == 1


@pytest.mark.parametrize("point", ["composed", "committed", "claiming"])
def test_killed_before_anything_is_claimed_each_message_goes_once_unmarked(site: Site, point: str):
    assert site.driver.tick(NOW, point=point)
    site.driver.tick(AFTER)
    assert [REPEATED in letter["Subject"] for letter in site.letters()] == [False]
    assert len(site.zalo.sent) == 1


@pytest.mark.parametrize(("point", "letters"), [("claimed", 1), ("sent", 2), ("recording", 2)])
def test_killed_around_the_call_of_the_mail_server_the_repeat_is_the_same_letter_and_says_so(
    site: Site, point, letters
):
    assert site.driver.tick(NOW, point=point)
    site.driver.tick(AFTER)
    received = site.letters()
    assert len(received) == letters
    assert len({letter["Message-ID"] for letter in received}) == 1
    assert REPEATED in received[-1]["Subject"]
    assert len(site.zalo.sent) == 1


@pytest.mark.parametrize(("point", "sent"), [("claimed", 0), ("sent", 1), ("recording", 1)])
def test_killed_around_the_call_of_zalo_it_is_not_repeated_but_stands_there_as_unknown(site: Site, point, sent):
    assert site.driver.tick(NOW, point=point, count=2)
    site.driver.tick(AFTER)
    assert len(site.zalo.sent) == sent
    assert site.states() == {MAIL: "sent", ZALO: "unknown"}
    assert len(site.letters()) == 1


def test_killed_after_the_last_recording_nothing_is_repeated(site: Site):
    assert site.driver.tick(NOW, point="recorded", count=2)
    site.driver.tick(AFTER)
    assert (len(site.letters()), len(site.zalo.sent)) == (1, 1)
    assert set(site.states().values()) == {"sent"}


def test_killed_after_a_recording_only_the_message_claimed_with_it_is_unknown(site: Site):
    assert site.driver.tick(NOW, point="recorded", count=1)
    site.driver.tick(AFTER)
    assert len(site.letters()) == 1
    assert site.states() == {MAIL: "sent", ZALO: "unknown"}


@pytest.mark.parametrize("point", ["recording", "claiming"])
def test_killed_before_a_result_is_kept_the_next_message_is_untouched(site: Site, point: str):
    assert site.driver.tick(NOW, point=point, count={"recording": 1, "claiming": 2}[point])
    assert site.states() == {MAIL: "sending", ZALO: "waiting"}


def test_killed_again_while_recovering_nothing_is_lost(site: Site):
    assert site.driver.tick(NOW, point="sent")
    assert site.driver.tick(AFTER, point="recovered")
    site.driver.tick(AFTER + LEASE + timedelta(minutes=1))
    assert len({letter["Message-ID"] for letter in site.letters()}) == 1
    assert set(site.states().values()) == {"sent"}


def test_before_the_lease_is_over_another_tick_leaves_the_message_alone(site: Site):
    assert site.driver.tick(NOW, point="sent")
    site.driver.tick(NOW + timedelta(minutes=1))
    assert len(site.letters()) == 1
    assert site.states()[MAIL] == "sending"


@pytest.mark.parametrize("later", [timedelta(), timedelta(hours=1), timedelta(minutes=-30)])
def test_what_a_killed_process_left_is_settled_by_the_next_tick_whatever_instant_it_is_asked_about(site: Site, later):
    first = NOW + timedelta(hours=1)
    assert site.driver.tick(first, point="sent")
    site.driver.tick(first + later, knows=True, ahead=-later.total_seconds() / 60)
    received = site.letters()
    assert [REPEATED in letter["Subject"] for letter in received] == [False, True]
    assert len({letter["Message-ID"] for letter in received}) == 1
    assert site.states()[MAIL] == "sent"


def test_what_a_running_process_holds_is_its_own_whatever_instant_is_asked_about(site: Site):
    assert site.driver.tick(NOW, point="claimed")
    site.school.db.execute("UPDATE messages SET lease_by = ? WHERE state = 'sending'", [new_holder()])
    site.school.db.conn.commit()
    site.driver.tick(NOW + timedelta(hours=1), knows=True, ahead=-60)
    assert site.letters() == []
    assert site.states()[MAIL] == "sending"


def test_zalo_of_unknown_fate_goes_on_to_the_next_address_marked(site: Site):
    site.school.reach("Thầy Minh", ZALO, "mailto:minh@truong.vn")
    assert site.driver.tick(NOW, point="sent", count=2)
    site.driver.tick(AFTER)
    (letter,) = [one for one in site.letters() if "minh@" in one["To"]]
    assert REPEATED in letter["Subject"]
    assert len(site.zalo.sent) == 1
