"""The Official Account over real HTTP: consent with both PKCE styles, tokens kept safely, signed reports."""

from __future__ import annotations

import hashlib
import json
import re
import threading
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from notifiers import ChannelSettings, Secret
from notifiers.zalo.access import Access
from notifiers.zalo.oauth import OAuth, challenge
from notifiers.zalo.tokens import OaTokens
from tests.conftest import NOW, make_task
from tests.fakes.visitor import BASE, Visitor, visitor_with
from tests.fakes.zalo_oa import OA_SECRET, FakeZaloOa, running_zalo_oa, token_error
from tracker.store import outbox, people, receipts
from tracker.store.database import open_database, transaction
from tracker.store.letters import Draft, Kind, Letter, MessageState, Result
from tracker.store.oa_tokens import SqliteTokens
from tracker.web.app import build_app

FIXED = Secret("a" * 43)


@pytest.fixture
def zalo():
    with running_zalo_oa() as fake:
        yield fake


def manager(folder: Path, zalo: FakeZaloOa, **changes: object) -> Visitor:
    visitor = visitor_with(folder, make_task("Khảo sát", NOW.date(), owners=("Cô Lan",)))
    visitor.site = replace(visitor.site, channels=ChannelSettings(zalo_oa=zalo.settings(**changes)))
    cookies = visitor.client.cookies
    visitor.client = TestClient(build_app(visitor.site), BASE, raise_server_exceptions=False, follow_redirects=False)
    visitor.client.cookies = cookies
    return visitor


@pytest.fixture
def visitor(tmp_path: Path, zalo: FakeZaloOa) -> Visitor:
    return manager(tmp_path / "data", zalo)


def tokens_of(visitor: Visitor) -> OaTokens | None:
    return SqliteTokens(visitor.folder, "oa-1").load()


def asked(visitor: Visitor, zalo: FakeZaloOa) -> dict[str, str]:
    """Press the button and return what Zalo is asked, as the fake then knows it."""
    page = visitor.press("/kenh/zalo-oa").text
    way = re.search(rf'href="({re.escape(zalo.url)}[^"]+)"', page)[1].replace("&amp;", "&")
    query = {name: values[0] for name, values in parse_qs(urlsplit(way).query).items()}
    zalo.challenge = query["code_challenge"]
    return query


@pytest.mark.parametrize("fixed", [Secret(), FIXED], ids=["a new verifier", "the console's verifier"])
def test_consent_brings_tokens_in_both_styles(tmp_path: Path, zalo: FakeZaloOa, fixed: Secret) -> None:
    visitor = manager(tmp_path / "data", zalo, fixed_verifier=fixed)
    assert "chưa được nối" in visitor.get("/").text
    query = asked(visitor, zalo)
    assert not fixed or query["code_challenge"] == challenge(FIXED)
    back = visitor.get(f"/kenh/zalo-oa/ve?code=c&oa_id=oa-1&state={query['state']}")
    assert back.status_code == 303
    assert tokens_of(visitor).access.reveal() == zalo.access
    assert "đã nối" in visitor.get("/kenh/zalo-oa").text
    assert "chưa được nối" not in visitor.get("/").text


@pytest.mark.parametrize("state", ["", "gia-mao"])
def test_a_state_that_is_not_ours_spends_no_code(visitor: Visitor, zalo: FakeZaloOa, state: str) -> None:
    asked(visitor, zalo)
    visitor.get(f"/kenh/zalo-oa/ve?code=c&oa_id=oa-1&state={state}")
    assert tokens_of(visitor) is None
    assert zalo.renewals == 0


def test_a_state_works_once(visitor: Visitor, zalo: FakeZaloOa) -> None:
    way = f"/kenh/zalo-oa/ve?code=c&oa_id=oa-1&state={asked(visitor, zalo)['state']}"
    assert [visitor.get(way).status_code for _ in range(2)] == [303, 422]


def test_another_account_is_refused(visitor: Visitor, zalo: FakeZaloOa) -> None:
    state = asked(visitor, zalo)["state"]
    page = visitor.get(f"/kenh/zalo-oa/ve?code=c&oa_id=oa-khac&state={state}")
    assert "Official Account khác" in page.text
    assert tokens_of(visitor) is None


def test_a_spent_refresh_token_asks_for_consent_on_the_board(visitor: Visitor, zalo: FakeZaloOa) -> None:
    store = SqliteTokens(visitor.folder, "oa-1")
    store.commit(OaTokens(Secret("cu"), Secret("da-dung"), NOW + timedelta(hours=1)))
    zalo.token_answers.append(token_error(-14020))
    Access(OAuth(visitor.site.channels.zalo_oa), store).token(NOW)
    page = visitor.get("/").text
    assert "đồng ý lại" in page
    assert "/kenh/zalo-oa" in page


def test_tokens_survive_and_are_stored_before_they_are_used(visitor: Visitor, zalo: FakeZaloOa) -> None:
    store = SqliteTokens(visitor.folder, "oa-1")
    store.commit(OaTokens(Secret(zalo.access), Secret(zalo.refresh), NOW + timedelta(hours=1)))
    renewed = Access(OAuth(visitor.site.channels.zalo_oa), store).token(NOW)
    assert renewed == SqliteTokens(visitor.folder, "oa-1").load().access == Secret(zalo.access)


def test_many_at_once_renew_once(visitor: Visitor, zalo: FakeZaloOa) -> None:
    SqliteTokens(visitor.folder, "oa-1").commit(
        OaTokens(Secret(zalo.access), Secret(zalo.refresh), NOW + timedelta(hours=1))
    )
    found = []

    def ask() -> None:
        found.append(Access(OAuth(visitor.site.channels.zalo_oa), SqliteTokens(visitor.folder, "oa-1")).token(NOW))

    threads = [threading.Thread(target=ask) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert zalo.renewals == 1
    assert set(found) == {Secret("khoa-truy-cap-1")}


def test_who_renews_does_not_keep_others_from_writing(visitor: Visitor) -> None:
    with SqliteTokens(visitor.folder, "oa-1").locked(), open_database(visitor.folder) as db, transaction(db):
        assert people.find(db, "Cô Lan")


def sent_message(visitor: Visitor, provider_id: str) -> int:
    letter = Letter("D-3", "STAGE_REACHED", "Nhắc việc", "Nội dung", "")
    with open_database(visitor.folder) as db, transaction(db):
        person = people.find(db, "Cô Lan")[0]
        number = outbox.add(db, Draft("k", person.id, Kind.ROUTINE, NOW.date(), "zalooa:1", "zalo_oa", letter), NOW)
        outbox.finish(db, number, Result(MessageState.SENT, "sent", "Đã gửi", provider_id), NOW)
    return number


def report(visitor: Visitor, event: str, message: dict[str, object], secret: str = OA_SECRET):
    body = {"event_name": event, "recipient": {"id": "1"}, "sender": {"id": "oa-1"}, "message": message}
    raw = json.dumps({**body, "timestamp": "1695002400000"}).encode()
    mac = hashlib.sha256(b"app-1" + raw + b"1695002400000" + secret.encode()).hexdigest()
    return visitor.client.post("/moc/zalo-oa", content=raw, headers={"X-ZEvent-Signature": f"mac={mac}"})


def test_reports_stand_beside_their_message(visitor: Visitor) -> None:
    number = sent_message(visitor, "oa-7,oa-8")
    for _ in range(2):
        assert report(visitor, "user_received_message", {"msg_id": "oa-8"}).status_code == 200
    assert report(visitor, "user_seen_message", {"msg_ids": ["oa-7", "la"]}).status_code == 200
    with open_database(visitor.folder) as db:
        school = people.find(db, "Cô Lan")[0].school_id
        assert [one.event for one in receipts.of_school(db, school)[number]] == [
            "user_received_message",
            "user_seen_message",
        ]
    page = visitor.get("/tin-nhan").text
    assert "đã tới máy" in page
    assert "đã xem" in page


def test_a_report_without_the_right_signature_is_refused(visitor: Visitor) -> None:
    number = sent_message(visitor, "oa-7")
    assert report(visitor, "user_seen_message", {"msg_ids": ["oa-7"]}, "sai").status_code == 403
    with open_database(visitor.folder) as db:
        assert number not in receipts.of_school(db, people.find(db, "Cô Lan")[0].school_id)
