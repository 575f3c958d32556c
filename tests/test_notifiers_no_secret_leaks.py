"""A whole run with failures at every channel, and no planted secret anywhere at DEBUG."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from notifiers import ChannelSettings, Message, Secret, build_channels, channel_for, release
from notifiers.apprise_settings import AppriseSettings
from notifiers.mail import MailSettings, Security
from notifiers.zalo.bot_settings import ZaloBotSettings
from tests.fakes.http import Answer, FakeHttp, patience, running_http
from tests.fakes.smtp import running_smtp
from tests.fakes.tls import tls_for_loopback
from tests.fakes.zalo_oa import MemoryTokens, running_zalo_oa

pytestmark = pytest.mark.filterwarnings("ignore:'imghdr' is deprecated:DeprecationWarning")  # a plugin of Apprise's
NOW = datetime(2024, 5, 24, 3, tzinfo=UTC)
PLANTED = ("PLANTEDtoken", "PLANTEDpassword", "PLANTEDapprise", "bi-mat-cua", "khoa-truy-cap", "khoa-lam-moi")
FAILURES = {
    "refused": Answer(
        {"ok": False, "error_code": 401, "error": -216, "description": "PLANTEDtoken", "message": "bi-mat-cua-ung-dung"}
    ),
    "broken": Answer(b"<html>PLANTEDtoken</html>", 502),
    "cut": Answer(hang_up=True),
    "late": Answer({}, stall=2),
}


@pytest.mark.parametrize("failure", FAILURES)
def test_no_planted_secret_is_seen(tmp_path, caplog, failure):
    caplog.set_level(logging.DEBUG)
    tls = tls_for_loopback(tmp_path)
    wait = patience(FAILURES[failure])
    with (
        running_http(FakeHttp(lambda _: FAILURES[failure])) as web,
        running_http(FakeHttp(lambda _: replace(FAILURES[failure], body=b"PLANTEDapprise"))) as other,
        running_zalo_oa() as zalo,
        running_smtp(starttls=tls.server, auth=True) as mail,
    ):
        zalo.answers[:] = [FAILURES[failure]] * 9
        settings = ChannelSettings(
            mail=MailSettings(
                mail.host,
                mail.port,
                Security.STARTTLS,
                "nhac@truong.vn",
                Secret("PLANTEDpassword"),
                ca_file=tls.ca_file,
            ),
            zalo_bot=ZaloBotSettings(Secret("12345:PLANTEDtoken"), Secret("PLANTEDpassword"), web.url, 5, wait),
            zalo_oa=zalo.settings(read_seconds=wait),
            apprise=AppriseSettings(5, wait, 20),
            oa_tokens=MemoryTokens.of(zalo, NOW),
        )
        seen = _run(settings, other.url.replace("http", "json") + "/PLANTEDapprise")
    text = f"{seen}{caplog.text}{settings}"
    assert [word for word in PLANTED if word in text] == []
    assert len(caplog.records) > 5


def _run(settings: ChannelSettings, apprise_url: str) -> str:
    channels = build_channels(settings)
    said = []
    for to in (
        "preview:",
        "mailto:lan@truong.vn",
        "zalobot:1",
        "zalooa:1",
        "zalogroup:1",
        "zbs:0912345678",
        "zbsuid:1",
        apprise_url,
    ):
        channel = channel_for(to, channels)
        outcome = channel.send(Message("k", to, "Lan", "Nhắc", "Chào", fields=(("han", "25/9"),)), NOW)
        said.append(f"{outcome} {channel!r} {getattr(channel, '__dict__', '')}")
    release(channels)
    return "\n".join(said)
