"""Letters that come back: the outbox, the next address, and a mailbox that is given up; read over real IMAP."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from notifiers.mail.bounce_box import BounceBoxSettings
from notifiers.outcome import sent
from notifiers.secret import Secret
from tests.fakes.imap import PASSWORD, running_imap
from tests.fakes.reminding import School, at, preview_desk, running_school
from tracker.answers.bounced import read_bounces
from tracker.store import ledger, outbox, people
from tracker.store.letters import MessageState

OURS = f"<dh-{'a1' * 16}@truong.edu.vn>"
MORNING = at(2023, 10, 20)


class Post:
    """A mail channel that is believed."""

    name = "email"

    def accepts(self, address: str) -> bool:
        return address.startswith("mailto:")

    def send(self, message, now):
        return sent(OURS)


def letter(status: str = "5.1.1", action: str = "failed", ours: str = OURS) -> bytes:
    return (
        "Return-Path: <>\r\nFrom: MAILER-DAEMON@mx.vn\r\n"
        'Content-Type: multipart/report; report-type=delivery-status; boundary="b"\r\n\r\n'
        "--b\r\nContent-Type: message/delivery-status\r\n\r\nReporting-MTA: dns; mx.vn\r\n\r\n"
        f"Final-Recipient: rfc822; lan@truong.vn\r\nAction: {action}\r\nStatus: {status}\r\n"
        f"Diagnostic-Code: smtp; 550 {status} no\r\n\r\n"
        f"--b\r\nContent-Type: text/rfc822-headers\r\n\r\nMessage-ID: {ours}\r\n\r\n--b--\r\n"
    ).encode()


@pytest.fixture
def school(tmp_path):
    desk = preview_desk()
    desk = replace(desk, channels=(Post(), *desk.channels), wall=lambda: MORNING)
    with running_school(tmp_path, desk) as made:
        made.publish("Nộp báo cáo", due=date(2023, 10, 27), owner="Cô Lan")
        yield made


@pytest.fixture
def inbox():
    with running_imap() as fake:
        yield fake


def read(school: School, inbox, **changes) -> int:
    known = {"host": "127.0.0.1", "port": inbox.port, "username": "hoi", "password": Secret(PASSWORD), "tls": False}
    return read_bounces(school.db, BounceBoxSettings(**(known | changes)), school.desk)


def states(school: School) -> list[tuple[str, MessageState]]:
    rows = school.db.query("SELECT id FROM messages ORDER BY id")
    found = [outbox.by_id(school.db, row["id"]) for row in rows]
    return [(one.draft.address, one.state) for one in found]


def test_a_dead_mailbox_fails_the_message_and_the_next_address_takes_over(school, inbox):
    school.reach("Cô Lan", "mailto:lan@truong.vn", "preview:")
    school.tick(MORNING)
    inbox.letters.append(letter())
    assert read(school, inbox) == 1
    assert people.by_id(school.db, school.person("Cô Lan").id).addresses == ("preview:",)
    [told] = [one for one in school.tick(at(2023, 10, 20, "09:00")) if one.to == "Cô Lan"]
    assert told.message.draft.address == "preview:"
    assert "Nộp báo cáo" in told.message.draft.letter.text
    assert [state for _, state in states(school)][:2] == [MessageState.FAILED, MessageState.SENT]
    assert inbox.seen == {1}


def test_the_next_day_s_message_carries_it_when_the_bounce_came_late(school, inbox):
    school.reach("Cô Lan", "mailto:lan@truong.vn", "preview:")
    school.tick(MORNING)
    inbox.letters.append(letter())
    read(school, inbox)
    [told] = [one for one in school.tick(at(2023, 10, 23)) if one.to == "Cô Lan"]
    assert told.message.draft.address == "preview:"
    assert "Nộp báo cáo" in told.message.draft.letter.text


def test_a_full_mailbox_is_not_given_up(school, inbox):
    school.reach("Cô Lan", "mailto:lan@truong.vn")
    school.tick(MORNING)
    inbox.letters.append(letter("5.2.2"))
    assert read(school, inbox) == 1
    assert school.person("Cô Lan").addresses == ("mailto:lan@truong.vn",)
    assert states(school) == [("mailto:lan@truong.vn", MessageState.FAILED)]


@pytest.mark.parametrize(
    "other", [letter("4.4.1", "delayed"), letter(ours=OURS.replace("a1", "b2")), b"Subject: chao\r\n\r\n"]
)
def test_other_letters_change_nothing(school, inbox, other):
    school.reach("Cô Lan", "mailto:lan@truong.vn")
    school.tick(MORNING)
    inbox.letters.append(other)
    assert read(school, inbox) == 0
    assert states(school) == [("mailto:lan@truong.vn", MessageState.SENT)]


def test_the_same_report_twice_counts_once(school, inbox):
    school.reach("Cô Lan", "mailto:lan@truong.vn", "preview:")
    school.tick(MORNING)
    inbox.letters += [letter(), letter()]
    assert read(school, inbox) == 1
    assert len(states(school)) == 2


def test_an_inbox_in_trouble_is_logged_and_stops_nothing(school, inbox, caplog):
    assert read(school, inbox, password=Secret("sai-mat-khau")) == 0
    assert "Không mở được hộp thư hồi" in caplog.text
    assert "sai-mat-khau" not in caplog.text


def test_without_an_inbox_nothing_is_read(school):
    assert read_bounces(school.db, BounceBoxSettings(), school.desk) == 0
    assert ledger.due(school.db, MORNING)
