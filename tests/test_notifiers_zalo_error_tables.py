"""Every number of every row of every error table, over real HTTP: a row added later is covered by itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from importlib.resources import files

import pytest

from notifiers.channel import Channel
from notifiers.message import Message
from notifiers.outcome import Outcome, OutcomeKind
from notifiers.secret import Secret
from notifiers.zalo.bot import ZaloBotChannel
from notifiers.zalo.bot_settings import ZaloBotSettings
from notifiers.zalo.error_table import FIND, ErrorRow, error_rows
from notifiers.zalo.oa_api import OaApi
from notifiers.zalo.oa_chat import ZaloGroupChannel, ZaloOaChannel
from notifiers.zalo.zbs import ZbsChannel
from tests.fakes.http import Answer, FakeHttp
from tests.fakes.zalo_bot import TOKEN, refused, running_zalo_bot
from tests.fakes.zalo_oa import MemoryTokens, error, running_zalo_oa

NOW = datetime(2024, 5, 24, 9, tzinfo=timezone(timedelta(hours=7)))
KEY = "viec-1"
SENDERS = {
    "bot": ("zalobot:chat-lan",),
    "oa": ("zalooa:123", "zalogroup:g1", "zbsuid:u1"),
    "zbs": ("zbs:0912345678",),
}
"""The addresses whose answers each table reads."""


@dataclass(frozen=True)
class Refusal:
    """One number as the wire spells it: in the envelope as a number or as text, or as a bare HTTP status."""

    table: str
    row: ErrorRow
    code: int
    spelling: str
    words: str = "no"

    @property
    def answer(self) -> Answer:
        if self.spelling == "status":
            return Answer(b"<html>nginx</html>", self.code)
        spelled = str(self.code) if self.spelling == "text" else self.code
        return (refused if self.table == "bot" else error)(spelled, self.words)

    def __str__(self) -> str:
        return f"{self.table}{self.code}-{self.spelling}-{self.words.replace(' ', '_')}"


def tables() -> list[str]:
    found = files("notifiers.zalo").joinpath("errors").iterdir()
    return sorted(one.name.removesuffix(".toml") for one in found if one.name.endswith(".toml"))


def refusals() -> Iterator[Refusal]:
    """Yield every number in every spelling a server uses: HTTP statuses also as a page without any envelope."""
    for table in tables():
        for row in error_rows(table):
            for code in row.codes:
                envelope = ("number", "text") if code < 0 or table == "bot" else ()
                for words in row.contains or ("no",):
                    yield from (Refusal(table, row, code, spelling, words) for spelling in envelope)
                if code > 0 and not row.contains:
                    yield Refusal(table, row, code, "status")


CASES = [(one, to) for one in refusals() for to in SENDERS.get(one.table, ())]


@pytest.fixture(scope="module")
def zalo() -> Iterator[dict[str, FakeHttp]]:
    with ExitStack() as stack:
        oa = stack.enter_context(running_zalo_oa())
        yield {"bot": stack.enter_context(running_zalo_bot()), "oa": oa, "zbs": oa}


def channels(server: FakeHttp) -> tuple[Channel, ...]:
    if hasattr(server, "renewals"):
        api = OaApi(server.settings(), MemoryTokens.of(server, NOW))
        return ZaloOaChannel(api), ZaloGroupChannel(api), ZbsChannel(api)
    return (ZaloBotChannel(ZaloBotSettings(Secret(TOKEN), Secret("bi-mat-webhook"), server.url)),)


def send(server: FakeHttp, refusal: Refusal, to: str) -> tuple[Outcome, list[str]]:
    """Send one message that is refused every time; return its outcome and the paths that were asked."""
    server.answers[:], server.seen[:], server.sent[:] = [refusal.answer] * 2, [], []
    message = Message(KEY, to, "Nguyễn Thị Lan", "Nhắc việc", "Chào cô Lan", fields=(("han", "25/9/2024"),))
    (channel,) = [one for one in channels(server) if one.accepts(to)]
    outcome = channel.send(message, NOW)
    return outcome, [seen.path for seen in server.seen]


def test_every_table_is_read_by_some_sender():
    assert set(tables()) == set(SENDERS)


@pytest.mark.parametrize(("refusal", "to"), CASES, ids=[f"{one}-{to.partition(':')[0]}" for one, to in CASES])
def test_every_number_means_what_its_row_says(zalo, refusal, to):
    outcome, asked = send(zalo[refusal.table], refusal, to)
    row = refusal.row
    wait = timedelta(minutes=row.minutes) if row.kind is OutcomeKind.RETRY_AFTER else None
    until = FIND[row.until](NOW, KEY) if row.kind is OutcomeKind.DEFER_UNTIL else None
    assert (outcome.kind, outcome.reason, outcome.retry_after, outcome.until) == (row.kind, row.reason, wait, until)
    assert outcome.detail.startswith("hai lần" if row.refresh else str(refusal.code))
    assert len([path for path in asked if "access_token" not in path]) == 1 + row.refresh
    assert not zalo[refusal.table].sent
