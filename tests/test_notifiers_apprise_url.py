"""Any Apprise URL, against a real HTTP server."""

from __future__ import annotations

import contextvars
import logging
import socket
from datetime import datetime, timedelta, timezone

import pytest

from notifiers.apprise_log import Witness
from notifiers.apprise_settings import AppriseSettings
from notifiers.apprise_url import AppriseChannel
from notifiers.message import Message
from notifiers.outcome import OutcomeKind
from tests.fakes.http import Answer, FakeHttp, running_http

pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")  # a plugin of Apprise's
NOW = datetime(2024, 5, 24, 7, tzinfo=timezone(timedelta(hours=7)))
PATIENCE = AppriseSettings(connect_seconds=5, read_seconds=10, total_seconds=20)
HASTE = AppriseSettings(connect_seconds=5, read_seconds=0.3, total_seconds=20)
TOKEN = "ma-bi-mat-cua-truong"


@pytest.fixture
def server():
    with running_http(FakeHttp(lambda _: Answer({}))) as fake:
        yield fake


def send(url: str, settings: AppriseSettings = PATIENCE, text: str = "Chào cô Lan"):
    return AppriseChannel(settings).send(Message("k", url, "Cô Lan", "Nhắc việc", text), NOW)


def address(server, query: str = "") -> str:
    return server.url.replace("http", "json") + f"/{TOKEN}{query}"


def test_a_message_reaches_the_service_with_subject_and_text(server):
    assert send(address(server)).kind is OutcomeKind.SENT
    assert (server.seen[0].json["title"], server.seen[0].json["message"]) == ("Nhắc việc", "Chào cô Lan")


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (400, OutcomeKind.PERMANENT_RECIPIENT),
        (401, OutcomeKind.PERMANENT_RECIPIENT),
        (404, OutcomeKind.PERMANENT_RECIPIENT),
        (429, OutcomeKind.RETRY_AFTER),
        (500, OutcomeKind.UNKNOWN),
        (503, OutcomeKind.RETRY_AFTER),
    ],
)
def test_status_of_the_service_is_understood(server, status, kind):
    server.answers.append(Answer({}, status))
    assert send(address(server)).kind is kind


@pytest.mark.parametrize("query", ["", "?retry=3&wait=0", "?optional=yes", "?rto=9"])
def test_a_late_answer_is_unknown_and_asked_once_whatever_the_address_wishes(server, query):
    server.answers.append(Answer({}, stall=3))
    assert send(address(server, query), HASTE).kind is OutcomeKind.UNKNOWN
    assert len(server.seen) == 1


def test_a_line_cut_while_waiting_is_unknown(server):
    server.answers.append(Answer(hang_up=True))
    assert send(address(server)).kind is OutcomeKind.UNKNOWN


def test_the_end_of_all_patience_is_unknown(server):
    server.answers.append(Answer({}, stall=3))
    assert send(address(server), AppriseSettings(1, 2, 0.2)).kind is OutcomeKind.UNKNOWN


def test_nobody_listening_is_tried_again():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        outcome = send(f"json://127.0.0.1:{taken.getsockname()[1]}/{TOKEN}")
    assert outcome.kind is OutcomeKind.RETRY_AFTER


@pytest.mark.parametrize("url", ["khongco://abc", "tgram://khong-phai-ma/1", "json://"])
def test_an_address_apprise_cannot_read_is_the_recipients_trouble(url):
    assert send(url).kind is OutcomeKind.PERMANENT_RECIPIENT


@pytest.mark.parametrize("answer", [Answer({}), Answer({}, 403), Answer({}, stall=3), Answer(hang_up=True)])
def test_no_piece_of_the_address_reaches_a_log_at_debug(server, caplog, answer):
    caplog.set_level(logging.DEBUG)
    server.answers.append(answer)
    outcome = send(address(server, "?+X-Khoa=khoa-bi-mat-2"), HASTE if answer.stall else PATIENCE)
    assert "bi-mat" not in f"{caplog.text}{outcome}"
    assert caplog.records


def test_a_malformed_token_is_not_echoed(caplog):
    caplog.set_level(logging.DEBUG)
    outcome = send("zalo://ma-bi-mat-hong/chat-123")
    assert "ma-bi-mat-hong" not in f"{caplog.text}{outcome}"


def test_loggers_are_left_as_found(server):
    logger = logging.getLogger("apprise")
    before = (logger.level, list(logger.filters))
    send(address(server))
    send(address(server))
    assert logger.level == before[0]
    assert len(logger.filters) <= len(before[1]) + 1


def test_what_a_worker_of_an_earlier_send_says_late_is_not_heard():
    first, second = Witness(), Witness()
    first.attach()
    late = contextvars.copy_context()
    first.detach()
    second.attach()
    late.run(logging.getLogger("apprise").debug, "Read timed out")
    logging.getLogger("apprise").debug("Connection refused")
    second.detach()
    assert [text for _, text in second.lines] == ["Connection refused"]


def test_quiet_levels_stay_quiet(server, caplog):
    caplog.set_level(logging.WARNING)
    send(address(server))
    assert not caplog.records
