"""Whether the reminder clock still ticks: the last beat and now in, a sentence and a warning out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from tracker.spoken import instant_words

SILENT_TOO_LONG = timedelta(minutes=10)
"""The clock ticks every 30 seconds; twenty missed ticks are no hiccup."""


@dataclass(frozen=True, slots=True)
class Heartbeat:
    """What the board says of the clock."""

    sentence: str
    warning: bool


def heartbeat(last: datetime | None, now: datetime) -> Heartbeat:
    """Return when the clock last ticked, as a warning when that is over ten minutes ago or never."""
    if last is None:
        return Heartbeat(
            "Đồng hồ nhắc việc chưa chạy lần nào: chưa có tin nào được gửi. Hãy chạy “tracker serve”.", warning=True
        )
    words = f"Đồng hồ nhắc việc chạy lần cuối lúc {instant_words(last)}"
    if now - last > SILENT_TOO_LONG:
        return Heartbeat(f"{words}: đã im quá 10 phút, tin nhắc đang dừng. Hãy chạy lại “tracker serve”.", warning=True)
    return Heartbeat(f"{words}.", warning=False)
