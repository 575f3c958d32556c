"""`tracker doctor --connect`: each channel that is set up is reached and signed in to; nothing is sent to anybody."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from threading import Thread
from time import monotonic

from notifiers import ChannelSettings, Outcome, OutcomeKind
from notifiers.outcome import unknown
from tracker.answers.official_account import with_tokens
from tracker.check import Check, Verdict
from tracker.configured import FILE_NAME
from tracker.refusal import Refusal
from tracker.settings import load_settings
from tracker.zone import current_instant

STEP_SECONDS = 8.0
"""How long one step of a dialogue may take: who waits before a terminal wants an answer, not a late success."""
LONGEST = 20.0
"""Seconds after which a channel counts as not reached; all are tried side by side."""
AGAIN = "rồi chạy lại “tracker doctor --connect”"

Probe = Callable[[], Outcome | str]


@dataclass(frozen=True, slots=True)
class Trial:
    """One channel to try: its name, where it is reached, what to look at when it fails; `probe` says what answered."""

    name: str
    where: str
    probe: Probe
    settings: str
    network: str


def connect(folder: Path) -> tuple[Check, ...]:
    """Return how each channel of the settings answered; none set up, or settings nobody can read, is one check."""
    try:
        channels = with_tokens(load_settings(folder, os.environ).channels, folder)
    except Refusal as refusal:
        return (Check("Thử kênh", Verdict.BROKEN, str(refusal)),)
    found = try_all(trials(channels, current_instant(), folder / FILE_NAME))
    mend = f"Ghi [channels.mail] hoặc [channels.zalo_bot] vào {folder / FILE_NAME}"
    return found or (Check("Thử kênh", Verdict.OPTIONAL, "chưa kênh nào được thiết lập", mend),)


def trials(channels: ChannelSettings, now: datetime, file: Path) -> tuple[Trial, ...]:
    """Return what is to be tried of the channels that are set up."""
    found = (_mail(channels, file), _bot(channels, now, file), _account(channels, now, file))
    return tuple(one for one in found if one)


def try_all(wanted: Iterable[Trial], longest: float = LONGEST) -> tuple[Check, ...]:
    """Try every channel at once, all within so many seconds; return what was found, in their order."""
    answers: dict[str, Outcome | str] = {}

    def run(trial: Trial) -> None:
        try:
            answers[trial.name] = trial.probe()
        except Exception as error:  # noqa: BLE001 - the contract says never; one channel must not hide the others
            answers[trial.name] = unknown("gặp lỗi bất ngờ", type(error).__name__)

    every = tuple(wanted)
    until = monotonic() + longest
    threads = [Thread(target=run, args=(one,), daemon=True) for one in every]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0.0, until - monotonic()))
    return tuple(_check(one, answers.get(one.name), longest) for one in every)


def _check(trial: Trial, answer: Outcome | str | None, longest: float) -> Check:
    if isinstance(answer, str):
        return Check(trial.name, Verdict.GOOD, answer)
    if answer is None:
        found = f"{trial.where} không trả lời trong {longest:.0f} giây"
        return Check(trial.name, Verdict.BROKEN, found, f"{trial.network}, {AGAIN}")
    mend = trial.settings if answer.kind is OutcomeKind.PERMANENT_CONFIGURATION else trial.network
    found = answer.reason.removesuffix("; sẽ thử lại").removesuffix("; có thể tin đã tới người nhận")
    told = f"{trial.where}: {found}" if trial.where not in found else found
    detail = f" ({answer.detail})" if answer.detail else ""
    return Check(trial.name, Verdict.BROKEN, f"{told}{detail}", f"{mend}, {AGAIN}")


def _mail(channels: ChannelSettings, file: Path) -> Trial | None:
    from notifiers.mail.channel import MailChannel

    mail = replace(channels.mail, timeout_seconds=min(channels.mail.timeout_seconds, STEP_SECONDS))
    if not mail.host:
        return None
    where = f"{mail.host}:{mail.real_port}"
    signed_in = f"đăng nhập được bằng {mail.username}" if mail.username else "nối được, không khai tên đăng nhập"

    def probe() -> Outcome | str:
        return MailChannel(mail).check() or f"{where}: {signed_in}; không gửi thư nào"

    return Trial(
        *("Thử thư điện tử", where, probe),
        f"Xem lại host, port, security, username, password, sender ở [channels.mail] trong {file} "
        "(hộp thư Google, Microsoft cần mật khẩu ứng dụng)",
        f"Xem máy này có vào mạng không, tên {mail.host} đúng chưa, tường lửa có mở cổng {mail.real_port} không",
    )


def _bot(channels: ChannelSettings, now: datetime, file: Path) -> Trial | None:
    from notifiers.zalo.bot_api import BotApi

    bot = replace(channels.zalo_bot, connect_seconds=STEP_SECONDS, read_seconds=STEP_SECONDS)
    if not bot.token:
        return None

    def probe() -> Outcome | str:
        told = BotApi(bot).me(now)
        if isinstance(told, Outcome):
            return told
        return f"{bot.base_url}: token đúng, là bot {told.get('account_name', 'không rõ tên')}; không gửi tin nào"

    return Trial(
        *("Thử Zalo Bot", bot.base_url, probe),
        f"Chép lại token của bot vào [channels.zalo_bot] trong {file}",
        f"Xem máy này có vào mạng không, có mở được {bot.base_url} không",
    )


def _account(channels: ChannelSettings, now: datetime, file: Path) -> Trial | None:
    from notifiers.zalo.oa_api import OaApi
    from notifiers.zalo.oa_facts import OaFacts

    account = replace(channels.zalo_oa, connect_seconds=STEP_SECONDS, read_seconds=STEP_SECONDS)
    if not account.oa_id:
        return None

    def probe() -> Outcome | str:
        told = OaFacts(OaApi(account, channels.oa_tokens)).account(now)
        if isinstance(told, Outcome):
            return told
        return f"{account.openapi_url}: token đúng, là {told.get('name') or account.oa_id}; không gửi tin nào"

    return Trial(
        *("Thử Zalo Official Account", account.openapi_url, probe),
        f"Mở trang “/kenh/zalo-oa” để nối lại, hoặc xem [channels.zalo_oa] trong {file}",
        f"Xem máy này có vào mạng không, có mở được {account.openapi_url} không",
    )
