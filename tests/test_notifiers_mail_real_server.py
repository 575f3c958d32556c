"""E-mail against a real Postfix or OpenSMTPD with STARTTLS and AUTH, when one is named.

DUNG_HAN_TEST_SMTP="host port user password mailbox ca-file" runs these; without it they are skipped.
"""

from __future__ import annotations

import os
from datetime import UTC, datetime

import pytest

from notifiers import Message, OutcomeKind, Secret
from notifiers.mail import MailChannel, MailSettings

NAMED = os.environ.get("DUNG_HAN_TEST_SMTP", "").split()
pytestmark = pytest.mark.skipif(len(NAMED) != 6, reason="no real mail server is named")
NOW = datetime(2024, 5, 24, tzinfo=UTC)


def send(count: int = 1, password: str = ""):
    host, port, user, known, mailbox, ca_file = NAMED
    channel = MailChannel(
        MailSettings(
            host, int(port), username=user, password=Secret(password or known), sender=mailbox, ca_file=ca_file
        )
    )
    text = "Chào cô Lan,\n.dòng bắt đầu bằng chấm\n"
    letters = [
        Message(f"thu-{n}", f"mailto:{mailbox}", "Nguyễn Thị Lan", "Nhắc việc", text, f"<p>{n}</p>")
        for n in range(count)
    ]
    outcomes = [channel.send(letter, NOW) for letter in letters]
    channel.close()
    return {outcome.kind for outcome in outcomes}


def test_a_batch_longer_than_one_line_is_taken():
    assert send(120) == {OutcomeKind.SENT}


def test_a_wrong_password_is_a_matter_of_settings():
    assert send(password="sai") == {OutcomeKind.PERMANENT_CONFIGURATION}
