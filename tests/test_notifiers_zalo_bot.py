"""The Zalo Bot channel against a server with the quirks of the real one."""

from __future__ import annotations

import logging
import socket
from datetime import UTC, datetime, timedelta, timezone

import pytest

from notifiers.message import Message
from notifiers.outcome import Outcome, OutcomeKind
from notifiers.secret import Secret
from notifiers.zalo.bot import ZaloBotChannel
from notifiers.zalo.bot_api import BotApi
from notifiers.zalo.bot_inbox import incoming
from notifiers.zalo.bot_settings import ZaloBotSettings
from tests.fakes.http import Answer, patience
from tests.fakes.zalo_bot import TOKEN, incoming_text, refused, running_zalo_bot

NOW = datetime(2024, 5, 24, 7, tzinfo=timezone(timedelta(hours=7)))
OK = Answer({"ok": True, "result": {"message_id": "m"}})


@pytest.fixture
def server():
    with running_zalo_bot() as fake:
        yield fake


@pytest.fixture
def channel(server):
    return ZaloBotChannel(settings(server.url))


def settings(url: str, token: str = TOKEN, answer: Answer | None = None) -> ZaloBotSettings:
    return ZaloBotSettings(
        Secret(token), Secret("bi-mat-webhook"), url, connect_seconds=5, read_seconds=patience(answer)
    )


def message(text: str = "Chào cô Lan", to: str = "zalobot:chat-lan") -> Message:
    return Message("viec-1", to, "Cô Lan", "Nhắc việc", text)


def test_a_message_arrives_with_its_subject_as_plain_text(server, channel):
    outcome = channel.send(message(), NOW)
    assert (outcome.kind, outcome.provider_id) == (OutcomeKind.SENT, "tin-1")
    assert server.sent == [("chat-lan", "Nhắc việc\n\nChào cô Lan")]
    assert server.seen[0].json.keys() == {"chat_id", "text"}


def test_a_long_message_arrives_in_numbered_parts(server, channel):
    outcome = channel.send(message("\n\n".join(f"Việc {n}: " + "a" * 300 for n in range(20))), NOW)
    texts = [text for _, text in server.sent]
    assert [text.split("\n")[0] for text in texts] == [f"({n}/{len(texts)})" for n in range(1, len(texts) + 1)]
    assert outcome.provider_id == ",".join(f"tin-{n}" for n in range(1, len(texts) + 1))


def test_a_refusal_between_parts_is_unknown_so_that_no_part_doubles(server, channel):
    server.answers[:] = [OK, refused(429, "quota")]
    outcome = channel.send(message("a" * 3000), NOW)
    assert outcome.kind is OutcomeKind.UNKNOWN
    assert "1/2" in outcome.reason


@pytest.mark.parametrize("body", [b"", b"<html>", b"[1]", b"\xff\xfe", b'"ok"'])
def test_a_good_status_without_a_readable_answer_is_unknown(server, channel, body):
    server.answers[:] = [Answer(body)]
    assert channel.send(message(), NOW).kind is OutcomeKind.UNKNOWN


@pytest.mark.parametrize("ok", ["true", 1, None, False])
def test_only_ok_true_is_success(server, channel, ok):
    server.answers[:] = [Answer({"ok": ok, "error_code": 400, "description": "chat"})]
    assert channel.send(message(), NOW).kind is OutcomeKind.PERMANENT_RECIPIENT


def test_an_unknown_number_is_a_refusal_to_try_again(server, channel):
    server.answers[:] = [refused(-777, "?")]
    outcome = channel.send(message(), NOW)
    assert outcome.kind is OutcomeKind.RETRY_AFTER
    assert "-777" in outcome.reason


def test_retry_after_of_the_server_is_honoured(server, channel):
    server.answers[:] = [Answer({"ok": False, "error_code": 429}, 429, {"Retry-After": "77"})]
    assert channel.send(message(), NOW).retry_after == timedelta(seconds=77)


@pytest.mark.parametrize("answer", [Answer({}, stall=3), Answer(hang_up=True)])
def test_silence_after_the_request_left_is_unknown_and_asked_once(server, answer):
    channel = ZaloBotChannel(settings(server.url, answer=answer))
    server.answers[:] = [answer]
    assert channel.send(message(), NOW).kind is OutcomeKind.UNKNOWN
    assert len(server.seen) == 1


def test_nobody_listening_is_tried_again():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        channel = ZaloBotChannel(settings(f"http://127.0.0.1:{taken.getsockname()[1]}"))
        assert channel.send(message(), NOW).kind is OutcomeKind.RETRY_AFTER


def test_a_redirect_is_not_followed_with_the_token(server, channel):
    server.answers[:] = [Answer({}, 302, {"Location": f"{server.url}/noi-khac"})]
    channel.send(message(), NOW)
    assert len(server.seen) == 1


@pytest.mark.parametrize("to", ["zalobot:", "zalobot:a b", "zalobot:a/../b", "zalobot:" + "x" * 200])
def test_an_address_that_is_none_is_refused_without_asking(server, channel, to):
    assert channel.send(message(to=to), NOW).kind is OutcomeKind.PERMANENT_RECIPIENT
    assert not server.seen


def test_without_a_token_the_channel_says_so():
    outcome = ZaloBotChannel(ZaloBotSettings()).send(message(), NOW)
    assert outcome.kind is OutcomeKind.PERMANENT_CONFIGURATION
    assert "token" in outcome.reason


def test_a_poll_brings_one_message(server):
    server.inbox.append(incoming_text("DH-4F7-KQ2"))
    result = BotApi(settings(server.url)).updates(NOW, seconds=0)
    got = incoming(result)
    assert (got.text, got.address, got.from_name) == ("DH-4F7-KQ2", "zalobot:chat-lan", "Cô Lan")
    assert got.at == datetime(2024, 5, 24, tzinfo=UTC)


def test_an_idle_poll_is_no_trouble(server):
    assert BotApi(settings(server.url)).updates(NOW, seconds=0) is None


def test_a_poll_with_a_wrong_token_is_trouble(server):
    result = BotApi(settings(server.url, "1:sai")).updates(NOW, seconds=0)
    assert isinstance(result, Outcome)
    assert result.kind is OutcomeKind.PERMANENT_CONFIGURATION


def test_a_webhook_is_set_with_its_secret_and_taken_away(server):
    api = BotApi(settings(server.url))
    api.set_webhook("https://truong.vn/zalo", NOW)
    assert server.webhook == {"url": "https://truong.vn/zalo", "secret_token": "bi-mat-webhook"}
    api.delete_webhook(NOW)
    assert server.webhook == {}


def test_the_bot_tells_its_name(server):
    assert BotApi(settings(server.url)).me(NOW)["account_name"] == "bot.truong"


@pytest.mark.parametrize(
    "answer",
    [OK, refused(401, f"token {TOKEN} is bad"), Answer({}, stall=3), Answer(hang_up=True), Answer(TOKEN.encode(), 500)],
)
def test_the_token_shows_nowhere_at_debug(server, caplog, answer):
    caplog.set_level(logging.DEBUG)
    channel = ZaloBotChannel(settings(server.url, answer=answer))
    server.answers[:] = [answer]
    outcome = channel.send(message(), NOW)
    assert "bi-mat" not in f"{caplog.text}{outcome}{channel.__dict__}"
    assert "urllib3.connectionpool" in {record.name for record in caplog.records}


@pytest.mark.parametrize("url", ["htp://sai", "khong-phai-dia-chi", "http://", "http://a..b", "http://[::1"])
def test_a_misspelled_address_of_the_api_is_a_matter_of_settings_and_leaks_nothing(caplog, url):
    caplog.set_level(logging.DEBUG)
    outcome = ZaloBotChannel(settings(url)).send(message(), NOW)
    assert outcome.kind is OutcomeKind.PERMANENT_CONFIGURATION
    assert "bi-mat" not in f"{caplog.text}{outcome}"
