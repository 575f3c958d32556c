"""A day of failures at every channel: no secret of settings or addresses in logs, pages, exports or errors."""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from notifiers import Secret
from notifiers.zalo.tokens import OaTokens
from tests.conftest import make_task
from tests.fakes.http import Answer, FakeHttp, running_http
from tests.fakes.reminding import at
from tests.fakes.smtp import running_smtp
from tests.fakes.visitor import Visitor, visitor_with
from tracker.cli import tracker
from tracker.reminders.account import outcome_json, told
from tracker.reminders.setting_up import desk_of
from tracker.reminders.tick import tick
from tracker.settings import SettingsError, load_settings
from tracker.store import people
from tracker.store.database import open_database, transaction
from tracker.store.oa_tokens import SqliteTokens

pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")  # a plugin of Apprise's
PLANTED = "PLANTED"
FAILURES = {
    "refused": Answer({"ok": False, "error_code": 401, "error": -216, "description": "1:PLANTEDbot", "message": "x"}),
    "broken": Answer(b"<html>PLANTEDbot PLANTEDsecret</html>", 502),
    "cut": Answer(hang_up=True),
}
SETTINGS = """
base_url = "https://lich.truong.edu.vn"
[channels.mail]
host = "127.0.0.1"
port = {mail}
security = "none"
username = "nhac@truong.vn"
password = "PLANTEDpassword"
[channels.zalo_bot]
token = "1:PLANTEDbot"
webhook_secret = "PLANTEDwebhook"
base_url = "{web}"
[channels.zalo_oa]
oa_id = "1"
app_id = "2"
app_secret = "PLANTEDsecret"
webhook_secret = "PLANTEDoawebhook"
fixed_verifier = "{verifier}"
oauth_url = "{web}"
openapi_url = "{web}"
business_url = "{web}"
"""
PAGES = ("/", "/tin-nhan", "/tin-nhan?loai=hong", "/nguoi", "/lich", "/cach-nhac", "/khong-co", "/api/tasks")
PAGES += (
    "/api/people",
    "/dien-thu?tu=2023-10-01&den=2023-10-31",
    "/kenh/zalo-oa",
    "/ma-zalo",
    "/public/truong-mam-non-hoa-ban.ics",
)


def addresses(port: int) -> dict[str, str]:
    """Return one address of each kind, the secrets of those that hold any planted."""
    return {
        "Cô Lan": "mailto:lan@truong.vn",
        "Thầy Minh": "zalobot:chat-1",
        "Cô Mai": "zalooa:2",
        "Cô Đào": f"json://ten:PLANTEDurl@127.0.0.1:{port}/PLANTEDpath",
        "Cô Hoa": "mailto://ten:PLANTEDmail@127.0.0.1:9?smtp=127.0.0.1&to=hoa@truong.vn",
    }


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    owners = list(addresses(9))
    return visitor_with(
        tmp_path / "data", *(make_task(f"Việc {name}", date(2023, 10, 27), owners=(name,)) for name in owners)
    )


def live_a_day(visitor: Visitor, port: int) -> list[dict]:
    """Tick through a day; return what the command would print as JSON."""
    settings = load_settings(visitor.folder, {})
    SqliteTokens(visitor.folder, "1").commit(
        OaTokens(Secret("PLANTEDaccess"), Secret("PLANTEDrefresh"), at(2023, 10, 20, "12:00"))
    )
    printed = []
    with open_database(visitor.folder) as db:
        with transaction(db):
            for name, address in addresses(port).items():
                people.set_addresses(db, people.find(db, name)[0].id, [address])
        for hour in range(7, 22):
            now = at(2023, 10, 20, f"{hour:02}:00")
            desk = replace(desk_of(settings, visitor.folder), wall=lambda now=now: now)
            printed += [outcome_json(one, dry_run=False) for one in told(tick(db, now, desk))]
            assert PLANTED not in f"{desk!r}"
    return printed


@pytest.mark.parametrize("failure", FAILURES)
def test_a_day_of_failures_shows_no_secret_anywhere(visitor: Visitor, caplog, failure: str) -> None:
    caplog.set_level(logging.DEBUG)
    echo = Answer(b"<html>PLANTEDurl /PLANTEDpath</html>", 502)
    with (
        running_http(FakeHttp(lambda _: FAILURES[failure])) as web,
        running_http(FakeHttp(lambda _: echo)) as other,
        running_smtp() as mail,
    ):
        text = SETTINGS.format(mail=mail.port, web=web.url, verifier="PLANTEDverifier".ljust(43, "x"))
        (visitor.folder / "settings.toml").write_text(text, encoding="utf-8")
        mail.refuse["*"] = ["450 4.2.1 PLANTEDpassword"]
        printed = live_a_day(visitor, int(other.url.rpartition(":")[2]))
    assert {one["channel"] for one in printed} >= {"email", "zalo_bot", "zalo_oa"}
    assert {one["channel"] for one in printed if one["outcome"] == "sent"} == {"preview"}
    shown = {path: visitor.get(path).text for path in PAGES}
    shown["printed"] = json.dumps(printed, ensure_ascii=False)
    shown["doctor"] = CliRunner().invoke(tracker, ["--data", str(visitor.folder), "doctor"]).output
    shown["settings"] = repr(load_settings(visitor.folder, {}))
    shown["log"] = caplog.text
    assert [place for place, words in shown.items() if PLANTED in words] == []
    assert "DEBUG" in caplog.text


@pytest.mark.parametrize("wrong", ["password = 12345678", "password = ['12345678']", "password = true\nhost = 1"])
def test_a_secret_of_the_wrong_form_is_refused_without_being_shown(tmp_path: Path, wrong: str) -> None:
    (tmp_path / "settings.toml").write_text(f"[channels.mail]\n{wrong}")
    with pytest.raises(SettingsError, match="password") as refused:
        load_settings(tmp_path, {})
    assert "12345678" not in f"{refused.value} {refused.value!r}"


def test_the_page_of_a_broken_store_shows_no_secret(visitor: Visitor, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    live = visitor.folder / "tracker.db"
    live.write_bytes(b"PLANTED khong phai sqlite" * 100)
    for extra in ("-wal", "-shm"):
        live.with_name(live.name + extra).unlink(missing_ok=True)
    answer = visitor.get("/")
    assert answer.status_code >= 500
    assert PLANTED not in answer.text + caplog.text
