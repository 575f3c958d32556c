"""Tokens of an Official Account: consent, renewal, and who may renew."""

from __future__ import annotations

import logging
import random
import threading
from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from notifiers.outcome import OutcomeKind
from notifiers.secret import Secret
from notifiers.zalo.access import Access
from notifiers.zalo.oauth import OAuth, challenge, new_verifier
from notifiers.zalo.tokens import OaTokens
from tests.fakes.http import Answer, patience
from tests.fakes.zalo_oa import MemoryTokens, running_zalo_oa, token_error

NOW = datetime(2024, 5, 24, tzinfo=UTC)
OLD = timedelta(hours=21)
DEAD = timedelta(hours=26)


@pytest.fixture
def server():
    with running_zalo_oa() as fake:
        yield fake


def access(server, store, answer=None) -> Access:
    return Access(OAuth(server.settings(read_seconds=patience(answer))), store)


def test_a_fresh_token_is_used_without_asking(server):
    store = MemoryTokens.of(server, NOW)
    assert access(server, store).token(NOW) == Secret("khoa-truy-cap-0")
    assert not server.seen


def test_an_old_token_is_renewed_and_stored_before_use(server):
    store = MemoryTokens.of(server, NOW, OLD)
    assert access(server, store).token(NOW) == Secret("khoa-truy-cap-1")
    assert store.commits[0].access == Secret("khoa-truy-cap-1")
    assert store.commits[0].refresh == Secret("khoa-lam-moi-1")


def test_the_lifetime_comes_as_text(server):
    store = MemoryTokens.of(server, NOW, OLD)
    access(server, store).token(NOW)
    assert store.tokens.expires_at == NOW + timedelta(seconds=90000)


def test_the_secret_goes_in_its_header_only(server):
    access(server, MemoryTokens.of(server, NOW, OLD)).token(NOW)
    seen = server.seen[0]
    assert seen.headers["secret_key"] == "bi-mat-cua-ung-dung"
    assert seen.form == {"grant_type": "refresh_token", "refresh_token": "khoa-lam-moi-0", "app_id": "app-1"}


@pytest.mark.parametrize("number", [-14002, -14003, -14004, -14014, -14020])
def test_a_spent_refresh_token_stops_the_channel_until_a_person_consents(server, number):
    server.token_answers.append(token_error(number))
    store = MemoryTokens.of(server, NOW, DEAD)
    first, second = (access(server, store).token(NOW) for _ in range(2))
    assert first.kind is second.kind is OutcomeKind.PERMANENT_CONFIGURATION
    assert "đồng ý lại" in second.reason
    assert len(server.seen) == 1


def test_a_token_used_twice_is_found_out_by_the_server(server):
    store = MemoryTokens.of(server, NOW, DEAD)
    server.refresh = "nguoi-khac-da-doi"
    assert access(server, store).token(NOW).detail.startswith("-14020")


@pytest.mark.parametrize("answer", [Answer(stall=3), Answer(hang_up=True), Answer(b"<html>", 502), token_error(-1)])
def test_a_failed_renewal_leaves_a_living_token_in_use(server, answer):
    server.token_answers.append(answer)
    store = MemoryTokens.of(server, NOW, OLD)
    assert access(server, store, answer).token(NOW) == Secret("khoa-truy-cap-0")
    assert not store.commits


@pytest.mark.parametrize("answer", [Answer(stall=3), Answer(b"", 500), Answer({"access_token": "a"})])
def test_a_failed_renewal_of_a_dead_token_is_tried_again(server, answer):
    server.token_answers.append(answer)
    outcome = access(server, MemoryTokens.of(server, NOW, DEAD), answer).token(NOW)
    assert outcome.kind is OutcomeKind.RETRY_AFTER


def test_without_tokens_a_person_is_asked_to_connect(server):
    outcome = access(server, MemoryTokens()).token(NOW)
    assert outcome.kind is OutcomeKind.PERMANENT_CONFIGURATION
    assert "Chưa nối" in outcome.reason


def test_many_threads_renew_once(server):
    store = MemoryTokens.of(server, NOW, OLD)
    got = []
    threads = [threading.Thread(target=lambda: got.append(access(server, store).token(NOW))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert got == [Secret("khoa-truy-cap-1")] * 8
    assert server.renewals == 1


def test_a_token_refused_twice_over_is_renewed_once(server):
    store = MemoryTokens.of(server, NOW)
    one, two = (access(server, store).renewed(Secret("khoa-truy-cap-0"), NOW) for _ in range(2))
    assert one == two == Secret("khoa-truy-cap-1")
    assert server.renewals == 1


def test_consent_and_exchange_share_the_verifier(server):
    oauth = OAuth(server.settings())
    verifier = oauth.verifier(random.Random(1).choice)
    query = parse_qs(urlsplit(oauth.consent_url("trang-thai", verifier)).query)
    server.challenge = query["code_challenge"][0]
    tokens = oauth.exchange(Secret("ma"), verifier, NOW)
    assert isinstance(tokens, OaTokens)
    assert query.keys() == {"app_id", "redirect_uri", "code_challenge", "state"}


def test_a_verifier_fixed_in_the_console_is_used(server):
    oauth = OAuth(server.settings(fixed_verifier=Secret("a" * 43)))
    assert oauth.verifier(random.Random(1).choice) == Secret("a" * 43)


def test_a_wrong_verifier_asks_for_a_new_consent(server):
    outcome = OAuth(server.settings()).exchange(Secret("ma"), Secret("sai"), NOW)
    assert outcome.kind is OutcomeKind.PERMANENT_CONFIGURATION


def test_a_verifier_has_43_signs_and_the_challenge_of_the_rfc():
    assert len(new_verifier(random.Random(2).choice).reveal()) == 43
    assert (
        challenge(Secret("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"))
        == "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"
    )


@pytest.mark.parametrize(
    "answer", [None, token_error(-14020, "khoa-lam-moi-0 is spent"), Answer(stall=3), Answer(b"x", 500)]
)
def test_no_token_shows_at_debug(server, caplog, answer):
    caplog.set_level(logging.DEBUG)
    server.token_answers[:] = [answer] if answer else []
    store = MemoryTokens.of(server, NOW, DEAD)
    outcome = access(server, store, answer).token(NOW)
    text = f"{caplog.text}{outcome}{outcome!r}{store}{server.settings()}"
    assert not [word for word in ("khoa-lam-moi", "khoa-truy-cap", "bi-mat-cua") if word in text]
