"""E-mail against a real SMTP server that refuses, stalls and hangs up."""

from __future__ import annotations

import logging
import socket
from datetime import datetime, timedelta, timezone

import pytest

from notifiers.mail import MailChannel, MailSettings, Security
from notifiers.mail.address import mailbox
from notifiers.mail.line import Envelope, MailLine
from notifiers.message import Message
from notifiers.outcome import OutcomeKind
from notifiers.secret import Secret
from tests.fakes.smtp import HANG_UP, STALL, running_smtp
from tests.fakes.tls import tls_for_loopback

NOW = datetime(2024, 5, 24, 7, tzinfo=timezone(timedelta(hours=7)))
PASSWORD = "dung-mat-khau"


def message(key="viec-1", to="mailto:lan@truong.vn") -> Message:
    return Message(key, to, "Nguyễn Thị Lan", "Nhắc việc", "Chào cô Lan")


@pytest.fixture
def server():
    with running_smtp() as running:
        yield running


@pytest.fixture
def channel(server):
    one = MailChannel(settings(server))
    yield one
    one.close()


def settings(server, **changes) -> MailSettings:
    known = {
        "host": server.host,
        "port": server.port,
        "security": Security.NONE,
        "sender": "nhac@truong.edu.vn",
        "timeout_seconds": 10.0,
    }
    return MailSettings(**(known | changes))


def once(server, **changes):
    channel = MailChannel(settings(server, **changes))
    try:
        return channel.send(message(), NOW)
    finally:
        channel.close()


def test_a_letter_arrives_with_its_message_id(server, channel):
    outcome = channel.send(message(), NOW)
    assert outcome.kind is OutcomeKind.SENT
    assert server.letters[0].parsed["Message-ID"] == outcome.provider_id
    assert (server.letters[0].sender, server.letters[0].to) == ("nhac@truong.edu.vn", "lan@truong.vn")


def test_a_batch_uses_one_connection(server, channel):
    for number in range(5):
        channel.send(message(f"viec-{number}"), NOW)
    assert (len(server.letters), server.connections) == (5, 1)


def test_bounces_go_where_settings_say(server):
    once(server, bounce_to="thu-hoi@truong.edu.vn")
    assert server.letters[0].sender == "thu-hoi@truong.edu.vn"


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        ("450 4.2.0 Greylisted, try again", OutcomeKind.RETRY_AFTER),
        ("451 4.3.0 Temporary lookup failure", OutcomeKind.RETRY_AFTER),
        ("452 4.5.3 Too many recipients", OutcomeKind.RETRY_AFTER),
        ("550 5.1.1 No such user", OutcomeKind.PERMANENT_RECIPIENT),
        ("550 User unknown", OutcomeKind.PERMANENT_RECIPIENT),
        ("552 5.2.2 Mailbox full", OutcomeKind.PERMANENT_RECIPIENT),
        ("553 5.1.3 Bad address syntax", OutcomeKind.PERMANENT_RECIPIENT),
        ("550 5.4.1 Recipient address rejected: Access denied", OutcomeKind.PERMANENT_RECIPIENT),
        ("550 Mailbox blocked", OutcomeKind.PERMANENT_RECIPIENT),
        ("550 Your IP is on our blocklist", OutcomeKind.PERMANENT_CONFIGURATION),
        ("550 5.0.0 Mailbox unavailable", OutcomeKind.PERMANENT_RECIPIENT),
        ("554 5.7.1 Relay access denied", OutcomeKind.PERMANENT_CONFIGURATION),
        ("550 relaying not allowed", OutcomeKind.PERMANENT_CONFIGURATION),
        ("550 5.1.8 Sender address rejected", OutcomeKind.PERMANENT_CONFIGURATION),
        ("530 5.7.0 Authentication required", OutcomeKind.PERMANENT_CONFIGURATION),
    ],
)
def test_refusal_of_a_recipient_is_told_apart(server, channel, reply, kind):
    server.refuse["lan@truong.vn"] = [reply]
    outcome = channel.send(message(), NOW)
    assert outcome.kind is kind
    assert outcome.detail.startswith(f"RCPT {reply[:3]}")
    assert not server.letters


def test_one_refused_recipient_does_not_stop_the_next(server, channel):
    server.refuse["lan@truong.vn"] = ["550 5.1.1 No such user"]
    channel.send(message(), NOW)
    assert channel.send(message("viec-2", "mailto:hoa@truong.vn"), NOW).kind is OutcomeKind.SENT
    assert server.connections == 1


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        ("550 5.7.1 Sender not allowed", OutcomeKind.PERMANENT_CONFIGURATION),
        ("450 4.7.1 Later", OutcomeKind.RETRY_AFTER),
    ],
)
def test_refusal_of_the_sender_never_blames_the_recipient(server, channel, reply, kind):
    server.on_mail[:] = [reply]
    assert channel.send(message(), NOW).kind is kind


@pytest.mark.parametrize(
    ("reply", "kind"),
    [
        ("451 4.3.2 Try later", OutcomeKind.RETRY_AFTER),
        ("421 4.3.2 Shutting down", OutcomeKind.RETRY_AFTER),
        ("550 5.1.1 Unknown user", OutcomeKind.PERMANENT_RECIPIENT),
        ("552 5.2.3 Too big for this mailbox", OutcomeKind.PERMANENT_RECIPIENT),
        ("554 5.6.0 Content refused", OutcomeKind.PERMANENT_CONFIGURATION),
        ("550 5.7.26 Unauthenticated mail", OutcomeKind.PERMANENT_CONFIGURATION),
    ],
)
def test_refusal_of_the_letter_itself(server, channel, reply, kind):
    server.on_data[:] = [reply]
    assert channel.send(message(), NOW).kind is kind


@pytest.mark.parametrize("end", [HANG_UP, STALL])
def test_silence_after_the_letter_left_is_unknown_and_never_repeated(server, end):
    channel = MailChannel(settings(server, timeout_seconds=0.5 if end == STALL else 10.0))
    server.on_data[:] = [end]
    assert channel.send(message(), NOW).kind is OutcomeKind.UNKNOWN
    channel.close()
    assert len(server.letters) == 1


@pytest.mark.parametrize("end", [HANG_UP, STALL])
def test_silence_before_the_letter_left_is_tried_again(server, end):
    channel = MailChannel(settings(server, timeout_seconds=0.5 if end == STALL else 10.0))
    server.refuse["*"] = [end]
    outcome = channel.send(message(), NOW)
    assert outcome.kind is OutcomeKind.RETRY_AFTER
    assert outcome.retry_after > timedelta(0)


def test_a_line_gone_stale_between_letters_is_reopened(server, channel):
    channel.send(message("viec-1"), NOW)
    server.on_mail[:] = [HANG_UP, "250 OK"]
    assert channel.send(message("viec-2"), NOW).kind is OutcomeKind.SENT
    assert (len(server.letters), server.connections) == (2, 2)


@pytest.mark.parametrize(("stage", "kind"), [("on_data", OutcomeKind.UNKNOWN), ("refuse", OutcomeKind.RETRY_AFTER)])
def test_a_reused_line_cut_within_a_letter_is_not_tried_again_by_itself(server, channel, stage, kind):
    channel.send(message("viec-1"), NOW)
    server.on_data[:] = [HANG_UP] if stage == "on_data" else []
    server.refuse["*"] = [HANG_UP] if stage == "refuse" else []
    assert channel.send(message("viec-2"), NOW).kind is kind
    assert server.connections == 1


def test_a_line_that_is_only_a_dot_does_not_end_the_letter(server):
    line = MailLine(settings(server))
    line.deliver(
        Envelope(mailbox("a@b.vn"), mailbox("lan@truong.vn"), b"Subject: x\r\n\r\n.\r\n..\r\nhet\r\n", "<1@b.vn>")
    )
    line.close()
    assert server.letters[0].raw.endswith(b"\r\n.\r\n..\r\nhet\r\n")


def test_a_goodbye_between_letters_is_answered_by_a_new_line(server, channel):
    channel.send(message("viec-1"), NOW)
    server.on_mail[:] = ["421 4.4.2 Idle too long", "250 OK"]
    assert channel.send(message("viec-2"), NOW).kind is OutcomeKind.SENT


def test_no_server_there_is_tried_again_later():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        channel = MailChannel(MailSettings("127.0.0.1", taken.getsockname()[1], Security.NONE, sender="a@b.vn"))
        outcome = channel.send(message(), NOW)
    assert outcome.kind is OutcomeKind.RETRY_AFTER
    assert "127.0.0.1" in outcome.reason


def test_no_settings_say_what_is_missing():
    outcome = MailChannel(MailSettings()).send(message(), NOW)
    assert outcome.kind is OutcomeKind.PERMANENT_CONFIGURATION
    assert "Chưa khai máy chủ thư" in outcome.reason


def test_a_password_never_goes_over_an_open_line():
    channel = MailChannel(
        MailSettings("smtp.truong.vn", security=Security.NONE, username="a@b.vn", password=Secret("x"))
    )
    assert "không mã hóa" in channel.send(message(), NOW).reason


def test_an_address_that_is_none_is_the_recipients_trouble(server, channel):
    assert channel.send(message(to="mailto:lan"), NOW).kind is OutcomeKind.PERMANENT_RECIPIENT


def test_a_check_signs_in_and_sends_nothing(tmp_path):
    tls = tls_for_loopback(tmp_path)
    with running_smtp(starttls=tls.server, auth=True) as server:
        known = {"security": Security.STARTTLS, "ca_file": tls.ca_file, "username": "nhac"}
        assert MailChannel(settings(server, **known, password=Secret(PASSWORD))).check() is None
        wrong = MailChannel(settings(server, **known, password=Secret("sai"))).check()
    assert wrong.kind is OutcomeKind.PERMANENT_CONFIGURATION
    assert not server.letters


def test_starttls_with_sign_in(tmp_path):
    tls = tls_for_loopback(tmp_path)
    with running_smtp(starttls=tls.server, auth=True) as server:
        changes = {
            "security": Security.STARTTLS,
            "ca_file": tls.ca_file,
            "username": "nhac",
            "password": Secret(PASSWORD),
        }
        assert once(server, **changes).kind is OutcomeKind.SENT
        assert server.logins == [("nhac", PASSWORD)]


def test_tls_from_the_first_byte(tmp_path):
    tls = tls_for_loopback(tmp_path)
    with running_smtp(implicit_tls=tls.server) as server:
        assert once(server, security=Security.TLS, ca_file=tls.ca_file).kind is OutcomeKind.SENT


def test_a_certificate_nobody_vouches_for_is_refused(tmp_path):
    with running_smtp(starttls=tls_for_loopback(tmp_path).server) as server:
        outcome = once(server, security=Security.STARTTLS)
    assert outcome.kind is OutcomeKind.PERMANENT_CONFIGURATION
    assert "Chứng thư" in outcome.reason


def test_a_server_without_the_promised_starttls_gets_no_letter(server):
    assert once(server, security=Security.STARTTLS).kind is OutcomeKind.PERMANENT_CONFIGURATION
    assert not server.letters


def test_tls_spoken_to_a_plain_port_is_a_matter_of_settings(server):
    assert once(server, security=Security.TLS).kind is OutcomeKind.PERMANENT_CONFIGURATION


def test_a_wrong_password_is_a_matter_of_settings_and_stays_hidden(caplog, tmp_path):
    caplog.set_level(logging.DEBUG)
    tls = tls_for_loopback(tmp_path)
    with running_smtp(starttls=tls.server, auth=True) as server:
        outcome = once(
            server, security=Security.STARTTLS, ca_file=tls.ca_file, username="nhac", password=Secret("sai-mat-khau")
        )
    assert outcome.kind is OutcomeKind.PERMANENT_CONFIGURATION
    assert "sai-mat-khau" not in f"{outcome}{caplog.text}"


def test_a_password_with_marks_is_a_matter_of_settings(tmp_path):
    tls = tls_for_loopback(tmp_path)
    with running_smtp(starttls=tls.server, auth=True) as server:
        changes = {"security": Security.STARTTLS, "ca_file": tls.ca_file, "username": "nhac"}
        outcome = once(server, **changes, password=Secret("mật-khẩu"))
    assert outcome.kind is OutcomeKind.PERMANENT_CONFIGURATION
    assert "có dấu" in outcome.reason
    assert "mật-khẩu" not in f"{outcome}"


def test_a_marked_mailbox_needs_a_server_that_takes_it(server):
    channel = MailChannel(settings(server))
    outcome = channel.send(message(to="mailto:lần@truong.vn"), NOW)
    channel.close()
    assert outcome.kind is OutcomeKind.PERMANENT_RECIPIENT


def test_a_marked_mailbox_arrives_where_the_server_takes_it():
    with running_smtp(utf8=True) as server:
        channel = MailChannel(settings(server))
        outcome = channel.send(message(to="mailto:lần@truong.vn"), NOW)
        channel.close()
    assert (outcome.kind, server.letters[0].to) == (OutcomeKind.SENT, "lần@truong.vn")
