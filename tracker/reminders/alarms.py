"""When reminders themselves need help: no tick, a channel that does not work, someone nobody can reach."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from tracker.answers import alarms as answer_alarms
from tracker.store import heartbeats, troubles
from tracker.store.database import Database
from tracker.zone import HO_CHI_MINH

SILENCE = timedelta(minutes=10)
"""The clock ticks every half minute; after this long without a tick something is wrong."""

RECENT = timedelta(days=7)
TICK = "tick"


class AlarmKind(StrEnum):
    """What is wrong."""

    NO_TICK = "no_tick"
    CHANNEL_DOWN = "channel_down"
    UNREACHABLE = "unreachable"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Alarm:
    """One thing that is wrong, in a sentence that says what to do."""

    kind: AlarmKind
    sentence: str


def alarms(db: Database, now: datetime, school_id: int | None = None) -> tuple[Alarm, ...]:
    """Return everything that is wrong with reminders at an aware instant, for the board of one school or of all."""
    return (*_silence(db, now), *delivery_alarms(db, now, school_id))


def delivery_alarms(db: Database, now: datetime, school_id: int | None = None) -> tuple[Alarm, ...]:
    """Return what keeps messages from arriving, for the board and for the manager; channels are everybody's."""
    since = now - RECENT
    down = (
        Alarm(
            AlarmKind.CHANNEL_DOWN,
            f"Kênh {one.channel or 'chưa rõ'} không gửi được ({one.messages} tin): {one.reason}. "
            "Hãy sửa thiết lập kênh rồi chạy “tracker doctor”.",
        )
        for one in troubles.channels_down(db, since)
    )
    lost = (
        Alarm(
            AlarmKind.UNREACHABLE, f"Tin cho {one.name} chưa chắc đã tới: {one.reason}. Hãy hỏi lại hoặc sửa kênh nhận."
        )
        for one in troubles.unreachable(db, since)
        if school_id in {None, one.school_id}
    )
    return (*down, *lost, *(Alarm(AlarmKind.PEOPLE, one) for one in answer_alarms.sentences(db, now)))


def _silence(db: Database, now: datetime) -> tuple[Alarm, ...]:
    last = heartbeats.last(db, TICK)
    if last and now - last.at <= SILENCE:
        return ()
    when = f"từ {last.at.astimezone(HO_CHI_MINH):%H:%M %d/%m/%Y}" if last else "chưa lần nào"
    sentence = f"Đồng hồ nhắc việc không chạy ({when}). Hãy chạy “tracker serve”, hoặc hẹn giờ “tracker remind”."
    return (Alarm(AlarmKind.NO_TICK, sentence),)
