"""The bot over real HTTP: webhook with its secret, long polling, answers in the chat."""

from __future__ import annotations

import json
import threading
from dataclasses import replace
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from notifiers import ChannelSettings, Secret
from notifiers.zalo.bot_settings import ZaloBotSettings
from tests.fakes.answering import LEAD, Answering
from tests.fakes.http import Answer
from tests.fakes.visitor import BASE
from tests.fakes.zalo_bot import TOKEN, FakeZaloBot, incoming_text, running_zalo_bot
from tracker.answers import polling
from tracker.answers.bot_desk import BotDesk
from tracker.store import people
from tracker.store.database import open_database, transaction
from tracker.store.records import TaskState
from tracker.web.app import build_app

SECRET = "bi-mat-moc-zalo"
HOOK = "/moc/zalo-bot"
HEADERS = {"X-Bot-Api-Secret-Token": SECRET}


@pytest.fixture
def zalo():
    with running_zalo_bot() as fake:
        yield fake


@pytest.fixture
def lan(tmp_path: Path, zalo: FakeZaloBot) -> Answering:
    """Cô Lan, reached in the chat the fake writes from; the site knows the bot."""
    made = Answering(tmp_path / "data")
    with open_database(made.folder) as db, transaction(db):
        people.set_addresses(db, made.person(LEAD).id, ["zalobot:chat-lan"])
    settings = ZaloBotSettings(Secret(TOKEN), Secret(SECRET), zalo.url, 5, 5)
    made.site = replace(made.site, channels=ChannelSettings(zalo_bot=settings))
    made.client = TestClient(build_app(made.site), BASE, raise_server_exceptions=False, follow_redirects=False)
    return made


def test_a_webhook_is_carried_out_and_answered_in_its_chat(lan: Answering, zalo: FakeZaloBot) -> None:
    body = {"ok": True, "result": incoming_text("xong 1")}
    assert lan.client.post(HOOK, json=body, headers=HEADERS).json() == {"ok": True}
    assert lan.task().state is TaskState.DONE
    assert [chat for chat, _ in zalo.sent] == ["chat-lan"]
    assert zalo.sent[0][1].startswith("Đã ghi: việc “Nộp báo cáo” đã xong")


def test_a_repeated_webhook_acts_and_answers_once(lan: Answering, zalo: FakeZaloBot) -> None:
    for _ in range(3):
        assert lan.client.post(HOOK, json=incoming_text("mai nhắc"), headers=HEADERS).status_code == 200
    assert len(zalo.sent) == 1


@pytest.mark.parametrize("headers", [{}, {"X-Bot-Api-Secret-Token": "sai"}, {"X-Bot-Api-Secret-Token": ""}])
def test_without_the_secret_nothing_is_read(lan: Answering, zalo: FakeZaloBot, headers: dict[str, str]) -> None:
    assert lan.client.post(HOOK, json=incoming_text("xong 1"), headers=headers).status_code == 403
    assert lan.task().open
    assert zalo.sent == []


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"result": 5}', b'{"event_name": "x"}', b"\xff" * 9])
def test_any_body_is_taken_calmly(lan: Answering, body: bytes) -> None:
    assert lan.client.post(HOOK, content=body, headers=HEADERS).status_code == 200


def test_the_work_stays_done_when_the_answer_does_not_arrive(lan: Answering, zalo: FakeZaloBot) -> None:
    zalo.refuse["chat-lan"] = Answer(b"nothing", status=502)
    assert lan.client.post(HOOK, json=incoming_text("xong 1"), headers=HEADERS).status_code == 200
    assert lan.task().state is TaskState.DONE


def listening(lan: Answering) -> BotDesk:
    settings = replace(lan.site.channels.zalo_bot, webhook_secret=Secret())
    assert polling.wanted(settings)
    return BotDesk(settings, lan.folder, lan.site.calendar_of, lan.site.clock)


def test_without_a_public_address_the_bot_is_asked_for_messages(lan: Answering, zalo: FakeZaloBot) -> None:
    told = threading.Event()
    respond = zalo.respond

    def watched(seen):
        answer = respond(seen)
        if seen.path.endswith("sendMessage"):
            told.set()
        return answer

    zalo.respond = watched
    zalo.inbox.append(incoming_text("xong 1"))
    thread = polling.start(listening(lan), seconds=0)
    assert told.wait(20)
    thread.stop(20)
    assert not thread.thread.is_alive()
    assert lan.task().state is TaskState.DONE


def test_a_bad_answer_of_zalo_makes_a_pause_not_an_end(lan: Answering, zalo: FakeZaloBot) -> None:
    zalo.answers += [Answer({"ok": True, "result": {}}), Answer(b"<html>", status=502)]
    stopping = threading.Event()
    pauses = []

    def pause(seconds):
        pauses.append(seconds)
        stopping.set()

    stopping.wait = pause
    polling.listen(listening(lan), stopping, seconds=0)
    assert pauses == [polling.FIRST_PAUSE]


def test_zalo_is_told_where_to_post_and_stops_when_we_ask_ourselves(lan: Answering, zalo: FakeZaloBot) -> None:
    desk = BotDesk(lan.site.channels.zalo_bot, lan.folder, lan.site.calendar_of, lan.site.clock)
    polling.register(desk, "https://lich.truong.edu.vn/")
    assert zalo.webhook == {"url": "https://lich.truong.edu.vn/moc/zalo-bot", "secret_token": SECRET}
    stopped = threading.Event()
    stopped.set()
    polling.listen(listening(lan), stopped, seconds=0)
    assert zalo.webhook == {}


def test_a_bot_with_a_webhook_or_without_a_token_is_not_asked() -> None:
    assert not polling.wanted(ZaloBotSettings())
    assert not polling.wanted(ZaloBotSettings(Secret(TOKEN), Secret(SECRET)))


def test_the_board_warns_before_the_plan_of_the_bot_is_used_up(lan: Answering) -> None:
    lan.client.post(HOOK, json=incoming_text("việc"), headers=HEADERS)
    bot = replace(lan.site.channels.zalo_bot, messages_a_month=1)
    site = replace(lan.site, channels=ChannelSettings(zalo_bot=bot))
    manager = TestClient(build_app(site), BASE)
    manager.post(lan.link)
    assert "Đã dùng hết 1 tin của bot Zalo trong tháng" in manager.get("/").text


def test_no_secret_of_the_bot_is_in_any_log(lan: Answering, zalo: FakeZaloBot, caplog) -> None:
    caplog.set_level("DEBUG")
    zalo.refuse["chat-lan"] = Answer({"ok": False, "error_code": 401, "description": TOKEN})
    lan.client.post(HOOK, json=incoming_text("xong 1"), headers=HEADERS)
    assert TOKEN not in caplog.text
    assert SECRET not in caplog.text
    assert json.dumps("xong 1") not in caplog.text
