"""The sender of sign-in links beside a service: woken by who asks, stopped in time, survived by what it left."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import datetime

import pytest

from notifiers import Message, Outcome
from tests.fakes.letter_box import LetterBox
from tracker.reminders.desk import LEASE
from tracker.reminders.tick import tick
from tracker.signing_in import line
from tracker.store.letters import Kind, MessageState
from tracker.store.outbox_search import Query, search

LAN = "lan@truong.vn"
HOURS = 3600.0


class Dying:
    """A channel whose process is killed while it sends."""

    name = "email"

    def accepts(self, address: str) -> bool:
        return address.startswith("mailto:")

    def send(self, _message: Message, _now: datetime) -> Outcome:
        raise SystemExit


def letters_come(box: LetterBox) -> bool:
    """Wait for a letter, half a minute at most."""
    pause = threading.Event()
    return any(box.smtp.letters or pause.wait(0.05) for _ in range(600))


def test_who_asks_wakes_the_sender_and_waits_for_no_letter(box: LetterBox) -> None:
    sending = line.start(box.folder, box.desk, box.visitor.site.sign_in_asked, HOURS)
    try:
        assert box.ask(LAN).status_code == 303
        assert letters_come(box)
    finally:
        sending.stop()
    assert not sending.thread.is_alive()
    assert box.visitor.client.post(box.link(LAN)).status_code == 303


def test_what_was_asked_before_the_service_ran_is_sent_as_it_starts(box: LetterBox) -> None:
    box.ask(LAN)
    sending = line.start(box.folder, box.desk, threading.Event(), HOURS)
    try:
        assert letters_come(box)
    finally:
        sending.stop()


def test_trouble_with_the_database_does_not_end_the_sender(box: LetterBox, caplog: pytest.LogCaptureFixture) -> None:
    file, aside = box.folder / "tracker.db", box.folder / "aside"
    file.rename(aside)
    file.mkdir()
    asked = threading.Event()
    sending = line.start(box.folder, box.desk, asked, 0.05)
    try:
        pause = threading.Event()
        assert any("tracker.db" in caplog.text or pause.wait(0.05) for _ in range(600))
        file.rmdir()
        aside.rename(file)
        box.ask(LAN)
        asked.set()
        assert letters_come(box)
    finally:
        sending.stop()


def test_a_letter_whose_sender_died_goes_once_more_with_the_same_link(box: LetterBox) -> None:
    box.ask(LAN)
    alive, box.desk = box.desk, replace(box.desk, channels=(Dying(),))
    with pytest.raises(SystemExit):
        box.send()
    box.desk = alive
    assert box.send() == 0
    box.now += LEASE
    with box.db() as db:
        tick(db, box.now, box.desk)  # the clock settles what was in flight, as of every message
        letters = [one for one in search(db, Query()) if one.draft.kind is Kind.SIGN_IN]
    assert [one.state for one in letters] == [MessageState.WAITING]
    assert box.send() == 1
    assert box.visitor.client.post(box.link(LAN)).status_code == 303


def test_a_way_that_takes_templates_only_is_no_next_address(box: LetterBox) -> None:
    box.person("Cô Lan", f"mailto:{LAN}", "zbs:0912345678")
    box.smtp.refuse[LAN] = ["550 5.1.1 no such user"]
    box.ask("0912 345 678")
    box.send()
    with box.db() as db:
        assert [(one.draft.address, one.state) for one in search(db, Query())] == [
            (f"mailto:{LAN}", MessageState.FAILED)
        ]
