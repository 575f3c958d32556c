"""`tracker doctor --connect` reaches the channels that are set up, sends nothing, and says what to do where it fails."""

from __future__ import annotations

import json
import socket
from pathlib import Path
from threading import Event

import pytest
from click.testing import CliRunner

from notifiers import ChannelSettings, Secret
from notifiers.mail.settings import MailSettings, Security
from notifiers.zalo.bot_settings import ZaloBotSettings
from tests.conftest import NOW
from tests.fakes.smtp import running_smtp
from tests.fakes.tls import tls_for_loopback
from tests.fakes.zalo_bot import TOKEN, running_zalo_bot
from tracker.check import Check, Verdict
from tracker.cli import tracker
from tracker.connecting import Trial, trials, try_all

FILE = Path("data/settings.toml")
PASSWORD = "dung-mat-khau"


def tried(**channels: object) -> Check:
    (found,) = try_all(trials(ChannelSettings(**channels), NOW, FILE))
    return found


def mail(port: int, **more: object) -> MailSettings:
    known = {"security": Security.NONE, "sender": "nhac@truong.vn", **more}
    return MailSettings("127.0.0.1", port, **known)


def closed_port() -> int:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


def test_a_mail_server_that_answers_is_good_and_gets_no_letter() -> None:
    with running_smtp() as smtp:
        found = tried(mail=mail(smtp.port))
        assert (found.verdict, smtp.letters, smtp.connections) == (Verdict.GOOD, [], 1)
    assert "không gửi thư nào" in found.found


@pytest.mark.parametrize(("password", "verdict"), [(PASSWORD, Verdict.GOOD), ("sai-mat-khau", Verdict.BROKEN)])
def test_the_name_and_password_are_tried(password: str, verdict: Verdict, tmp_path: Path) -> None:
    tls = tls_for_loopback(tmp_path)
    with running_smtp(starttls=tls.server, auth=True) as smtp:
        signed = {"security": Security.STARTTLS, "username": "nhac@truong.vn", "ca_file": tls.ca_file}
        settings = MailSettings("127.0.0.1", smtp.port, password=Secret(password), **signed)
        found = tried(mail=settings)
        assert [login[1] for login in smtp.logins[:1]] == [password]
    assert found.verdict is verdict
    assert password not in found.found + found.mend
    if verdict is Verdict.BROKEN:
        assert f"127.0.0.1:{smtp.port} không nhận tên hoặc mật khẩu" in found.found
        assert "[channels.mail] trong data/settings.toml" in found.mend


def test_a_port_nobody_listens_at_is_told_with_the_port_to_open() -> None:
    port = closed_port()
    found = tried(mail=mail(port))
    assert found.verdict is Verdict.BROKEN
    assert f"127.0.0.1:{port}" in found.found
    assert "thử lại" not in found.found
    assert f"cổng {port}" in found.mend
    assert found.mend.endswith("rồi chạy lại “tracker doctor --connect”")


def test_settings_that_cannot_work_are_told_without_a_connection() -> None:
    found = tried(mail=MailSettings("smtp.truong.vn", 1, sender="không phải thư"))
    assert found.verdict is Verdict.BROKEN
    assert "sender" in found.found


@pytest.mark.parametrize(("token", "verdict"), [(TOKEN, Verdict.GOOD), ("1:sai", Verdict.BROKEN)])
def test_the_token_of_the_bot_is_tried_and_nothing_said(token: str, verdict: Verdict) -> None:
    with running_zalo_bot() as bot:
        found = tried(zalo_bot=ZaloBotSettings(Secret(token), base_url=bot.url))
        assert (found.verdict, bot.sent) == (verdict, [])
    assert token not in found.found + found.mend
    assert ("bot.truong" in found.found) is (verdict is Verdict.GOOD)


def test_one_that_never_answers_stops_neither_the_others_nor_the_command() -> None:
    for_ever = Event()

    def silent() -> str:
        for_ever.wait()
        return "muộn"

    def broken() -> str:
        raise KeyError("x")

    made = [Trial(name, "smtp.truong.vn:587", probe, "sửa", "xem mạng") for name, probe in
            (("im", silent), ("tốt", lambda: "được"), ("hỏng", broken))]  # fmt: skip
    silence, good, wrong = try_all(made, longest=0.05)
    for_ever.set()
    assert silence.verdict is Verdict.BROKEN
    assert "smtp.truong.vn:587 không trả lời" in silence.found
    assert good == Check("tốt", Verdict.GOOD, "được")
    assert "lỗi bất ngờ (KeyError)" in wrong.found


def doctor(folder: Path, *words: str):
    return CliRunner().invoke(tracker, ["--data", str(folder), "doctor", *words])


def test_without_the_flag_no_line_is_opened_and_the_flag_is_told(tmp_path: Path) -> None:
    port = closed_port()
    (tmp_path / "settings.toml").write_text(
        f'[channels.mail]\nhost = "127.0.0.1"\nport = {port}\nsecurity = "none"\nsender = "a@b.vn"\n', encoding="utf-8"
    )
    plain = doctor(tmp_path)
    assert plain.exit_code == 0
    assert "tracker doctor --connect" in plain.output
    told = doctor(tmp_path, "--connect")
    assert told.exit_code == 1
    assert f"✗ Thử thư điện tử: Không nối được tới máy chủ thư 127.0.0.1:{port}" in told.output


def test_with_nothing_set_up_there_is_nothing_to_try(tmp_path: Path) -> None:
    told = doctor(tmp_path, "--connect", "--json")
    assert told.exit_code == 0
    assert json.loads(told.stdout)[-1]["found"] == "chưa kênh nào được thiết lập"
