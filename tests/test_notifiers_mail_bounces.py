"""Letters that come back, and the inbox they come back to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifiers.mail.bounce_box import BounceBox, BounceBoxError, BounceBoxSettings
from notifiers.mail.bounces import Bounce, bounces
from notifiers.outcome import OutcomeKind
from notifiers.secret import Secret
from tests.fakes.imap import PASSWORD, running_imap

OURS = f"<dh-{'a1' * 16}@truong.edu.vn>"
REPORT = f"""Return-Path: <>
From: Mail Delivery System <MAILER-DAEMON@mx.truong.vn>
To: thu-hoi@truong.edu.vn
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

Không giao được thư.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.truong.vn

Final-Recipient: rfc822; lan@truong.vn
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 <lan@truong.vn>:
 User unknown

--b
Content-Type: text/rfc822-headers

From: nhac@truong.edu.vn
Message-ID: {OURS}

--b--
"""
FREE = f"""Return-Path: <>
From: MAILER-DAEMON@qmail.vn
Subject: failure notice

Hi. This is the qmail-send program.
<hoa@truong.vn>:
Remote host said: 552 5.2.2 Mailbox over quota

--- Below this line is a copy of the message.
Message-ID: {OURS}
"""


def test_a_standard_report_is_read():
    assert bounces(REPORT.encode()) == (
        Bounce(OURS, "lan@truong.vn", "5.1.1", "550 5.1.1 <lan@truong.vn>: User unknown"),
    )


def test_a_report_in_free_words_is_read():
    assert bounces(FREE.encode()) == (Bounce(OURS, "hoa@truong.vn", "5.2.2", "5.2.2 Mailbox over quota"),)


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("5.1.1", OutcomeKind.PERMANENT_RECIPIENT),
        ("5.7.1", OutcomeKind.PERMANENT_CONFIGURATION),
        ("4.4.1", OutcomeKind.RETRY_AFTER),
    ],
)
def test_a_bounce_means_what_the_refusal_would(status, kind):
    (bounce,) = bounces(REPORT.replace("5.1.1", status).encode())
    assert bounce.outcome().kind is kind
    assert bounce.permanent is (kind is not OutcomeKind.RETRY_AFTER)


def test_a_delivered_report_is_no_bounce():
    assert bounces(REPORT.replace("failed", "delivered").replace("5.1.1", "2.0.0").encode()) == ()


def test_a_persons_reply_that_quotes_us_is_no_bounce():
    reply = f"From: lan@truong.vn\nIn-Reply-To: {OURS}\n\nĐã nhận, mã lỗi 5.1.1 là gì?\n"
    assert bounces(reply.encode()) == ()


def test_a_bounce_of_somebody_elses_letter_is_none_of_ours():
    assert bounces(REPORT.replace(OURS, "<khac@noi.vn>").encode()) == ()


@given(st.binary(), st.sampled_from([REPORT, FREE]), st.integers(0, 900))
def test_a_damaged_report_does_no_harm(noise, report, at):
    raw = report.encode()
    assert all(bounce.message_id.startswith("<dh-") for bounce in bounces(raw[:at] + noise + raw[at:]))


@pytest.fixture
def inbox():
    with running_imap() as fake:
        yield fake


def settings(inbox, password: str = PASSWORD) -> BounceBoxSettings:
    return BounceBoxSettings("127.0.0.1", inbox.port, "thu-hoi", Secret(password), tls=False, timeout_seconds=2)


def test_bounces_are_read_and_marked_one_by_one(inbox):
    inbox.letters[:] = [REPORT.encode(), b"From: lan@truong.vn\n\nxin chao\n", FREE.encode()]
    with BounceBox(settings(inbox)) as box:
        for uid, found in box.unread():
            if found:
                box.done(uid)
    assert inbox.seen == {1, 3}


def test_what_was_not_recorded_stays_unread(inbox):
    inbox.letters[:] = [REPORT.encode()]
    with BounceBox(settings(inbox)) as box:
        list(box.unread())
    with BounceBox(settings(inbox)) as box:
        assert [len(found) for _, found in box.unread()] == [1]


def test_an_empty_inbox_has_nothing(inbox):
    with BounceBox(settings(inbox)) as box:
        assert list(box.unread()) == []


def test_a_wrong_password_is_said_without_it(inbox):
    with (
        pytest.raises(BounceBoxError, match="Không mở được hộp thư hồi") as raised,
        BounceBox(settings(inbox, "mat-khau-sai")),
    ):
        pass
    assert "mat-khau-sai" not in str(raised.value)


def test_a_password_never_goes_over_an_open_line_to_another_machine():
    with running_imap("127.0.0.2") as elsewhere, pytest.raises(BounceBoxError, match="SSL"):
        BounceBox(
            BounceBoxSettings("127.0.0.2", elsewhere.port, "a", Secret(PASSWORD), tls=False, timeout_seconds=1)
        ).__enter__()
