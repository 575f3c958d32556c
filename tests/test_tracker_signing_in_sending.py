"""A sign-in link on its way: to the next address, again while it lives, at any hour, and never after its time."""

from __future__ import annotations

import sqlite3
from datetime import datetime

from tests.conftest import NOW
from tests.fakes.letter_box import WEB, LetterBox
from tracker.signing_in.sending import LINK_LIVES
from tracker.store import sessions
from tracker.store.letters import MessageState
from tracker.store.outbox_search import Query, search
from tracker.web.visit import COOKIE

LAN = "lan@truong.vn"


def test_a_link_asked_for_before_the_office_was_lost_is_not_sent(box: LetterBox) -> None:
    box.smtp.refuse[LAN] = ["450 4.2.1 busy", "250 OK"]
    box.ask(LAN)
    box.send()
    box.person("Cô Lan", "mailto:lan@truong.vn", active=False)
    box.later(minutes=16)
    box.send()
    assert box.smtp.letters == []
    with box.db() as db:
        assert search(db, Query())[0].state is MessageState.CANCELLED


def test_a_busy_server_is_tried_again_while_the_link_lives(box: LetterBox) -> None:
    box.smtp.refuse[LAN] = ["450 4.2.1 busy", "250 OK"]
    box.ask(LAN)
    assert box.send() == 1
    assert box.send() == 0
    box.later(minutes=16)
    assert box.send() == 1
    assert box.visitor.client.post(box.link(LAN)).status_code == 303


def test_a_letter_that_cannot_leave_goes_to_the_next_address(box: LetterBox) -> None:
    box.person("Cô Lan", "mailto:lan@truong.vn", "mailto:nha@truong.vn")
    box.smtp.refuse[LAN] = ["550 5.1.1 no such user"]
    box.ask(LAN)
    box.send()
    assert box.visitor.client.post(box.link("nha@truong.vn")).status_code == 303


def test_a_letter_no_server_takes_ends_with_its_link(box: LetterBox) -> None:
    box.smtp.refuse[LAN] = ["450 4.2.1 busy"]
    box.ask(LAN)
    for _ in range(12):
        box.send()
        box.later(minutes=5)
    with box.db() as db:
        found = search(db, Query())
    assert [one.state for one in found] == [MessageState.FAILED]
    assert box.visitor.get("/tin-nhan").status_code == 401


def test_an_address_two_managers_share_brings_each_a_link_of_their_own(box: LetterBox) -> None:
    box.person("Thầy Minh", "mailto:lan@truong.vn")
    box.ask(LAN)
    box.send()
    assert ["Kính gửi Cô Lan" in text for text in box.texts(LAN)] == [True, False]
    box.visitor.client.post(box.link(LAN))
    with box.db() as db:
        live = sessions.live(db, box.visitor.client.cookies[COOKIE], box.now)
    assert live is not None
    assert live.who == "Thầy Minh"


def test_it_goes_at_night_and_is_no_matter_of_the_reminder_clock(box: LetterBox) -> None:
    from tracker.reminders.tick import tick

    box.now = NOW.replace(hour=23, minute=50)
    box.ask(LAN)
    with box.db() as db:
        tick(db, box.now, box.desk)
    assert box.smtp.letters == []
    assert box.send() == 1
    box.smtp.refuse[LAN] = ["450 4.2.1 busy", "250 OK"]
    box.ask(LAN)
    box.send()
    box.later(minutes=15)
    with box.db() as db:
        tick(db, box.now, box.desk)  # a new day takes back what waits, but not this
        states = [one.state for one in search(db, Query())]
    assert MessageState.CANCELLED not in states
    box.send()
    assert len(box.texts(LAN)) == 2


def test_a_request_nobody_answered_in_time_is_not_answered_when_the_service_is_back(box: LetterBox) -> None:
    box.ask(LAN)
    box.now += LINK_LIVES
    box.ask("ai-do@truong.vn")
    assert box.send() == 0
    with box.db() as db:
        assert [row["typed"] for row in db.query("SELECT typed FROM sign_in_requests")] == ["", ""]


def test_requests_of_long_ago_are_forgotten(box: LetterBox) -> None:
    box.ask(LAN)
    box.send()
    box.later(days=2)
    box.ask(LAN)
    with sqlite3.connect(box.folder / "tracker.db") as db:
        assert [datetime.fromisoformat(at) for (at,) in db.execute("SELECT at FROM sign_in_requests")] == [box.now]
    assert WEB in box.visitor.site.base_url
