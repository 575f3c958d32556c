"""When reminders themselves need help: no tick, a channel that does not work, someone nobody can reach."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from tracker.answers import alarms as answer_alarms
from tracker.reminders.desk import Desk
from tracker.store import heartbeats, outbox, people, troubles
from tracker.store.database import Database
from tracker.store.heartbeats import Heartbeat
from tracker.store.records import Office, Person
from tracker.store.troubles import Unreachable
from tracker.zone import HO_CHI_MINH

SILENCE = timedelta(minutes=10)
"""The clock ticks every half minute; after this long without a tick something is wrong."""

RECENT = timedelta(days=7)
LONGEST_BREAK = timedelta(days=21)
"""What befell people while nothing may go, over a weekend or Tết, is told after it: no break is longer."""

TICK, SILENT = "tick", "silent"
"""Names of heartbeats: the last tick, and the last time it came after a working day without any."""


class AlarmKind(StrEnum):
    """What is wrong."""

    NO_TICK = "no_tick"
    CHANNEL_DOWN = "channel_down"
    UNREACHABLE = "unreachable"
    PEOPLE = "people"


@dataclass(frozen=True, slots=True)
class Alarm:
    """One thing that is wrong, in a sentence that says what to do, and the path of the page on which to do it."""

    kind: AlarmKind
    sentence: str
    path: str = ""
    at: datetime | None = None
    """When it happened where that is one event: told once since, however long it lasts."""

    @property
    def mark(self) -> str:
        """The words by which the same fault is known again while counts and reasons in its sentence change."""
        match self.kind:
            case AlarmKind.CHANNEL_DOWN:
                return self.sentence.partition(" (")[0]
            case AlarmKind.UNREACHABLE:
                return self.sentence.partition(":")[0]
            case AlarmKind.NO_TICK:
                return self.sentence.partition(";")[0]
        return self.sentence.lstrip("0123456789 ")


def alarms(db: Database, now: datetime, school_id: int | None = None) -> tuple[Alarm, ...]:
    """Return everything that is wrong with reminders at an aware instant, for the board of one school or of all."""
    return (*_silence(db, now), *delivery_alarms(db, now, school_id))


def delivery_alarms(
    db: Database, now: datetime, school_id: int | None = None, back: timedelta = RECENT
) -> tuple[Alarm, ...]:
    """Return what keeps messages from arriving, for one school or all; channels are everybody's.

    What befell a person is told of if it happened so far `back`.
    """
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
        Alarm(AlarmKind.UNREACHABLE, _lost(one), f"/nguoi/{one.person_id}")
        for one in troubles.unreachable(db, since)
        if school_id in {None, one.school_id}
    )
    befell = answer_alarms.troubles(db, now, now - back, school_id)
    return (*down, *lost, *(Alarm(AlarmKind.PEOPLE, one.sentence, at=one.at) for one in befell))


def _lost(one: Unreachable) -> str:
    """Return what became of the newest message to someone: refused for good, or nobody knows."""
    if one.failed:
        return f"Tin cho {one.name} không gửi được: {one.reason}. Hãy báo trực tiếp và sửa kênh nhận."
    return f"Tin cho {one.name} chưa chắc đã tới: {one.reason}. Hãy hỏi lại hoặc sửa kênh nhận."


def notice_silence(db: Database, now: datetime, desk: Desk) -> None:
    """Write down that the clock stood still for a working day or more; call before the beat that ends the silence."""
    last, wall = heartbeats.last(db, TICK), desk.wall().astimezone(HO_CHI_MINH)
    if last is None or desk.working_days.after(last.at.astimezone(HO_CHI_MINH).date()) >= wall.date():
        return
    since, until = (f"{at.astimezone(HO_CHI_MINH):%H:%M %d/%m/%Y}" for at in (last.at, wall))
    known = heartbeats.last(db, SILENT)
    if known is None or not known.detail.startswith(f"từ {since} "):  # a tick that was killed may have noticed it
        heartbeats.beat(db, Heartbeat(SILENT, now, f"từ {since} đến {until}"))


def to_warn(db: Database, school_id: int) -> tuple[Person, ...]:
    """Return who hears of a school's alarms: every manager a message reaches, else whoever looks after its plans."""
    managers = (one for one in people.of_school(db, school_id) if one.office is Office.MANAGER)
    reached = tuple(filter(people.is_reached, managers))
    return reached or (people.manager(db, school_id),)


def untold(db: Database, person: Person, now: datetime) -> tuple[Alarm, ...]:
    """Return what a manager is to be warned of at an instant: what is new, or was told a week ago and lasts.

    What happened once, as that someone stopped a channel, is told once, on whichever day the next letter may go.

    Nothing for others, nor for a manager nobody reaches while another one is.
    """
    if person.office is not Office.MANAGER or person.id not in {one.id for one in to_warn(db, person.school_id)}:
        return ()
    since = (now - RECENT).astimezone(HO_CHI_MINH).date() + timedelta(days=1)
    found = ((one, _day(one.at) or since) for one in delivery_alarms(db, now, person.school_id, LONGEST_BREAK))
    new = (one for one, day in found if not outbox.told_since(db, person.id, one.mark, day))
    return (*new, *past_silence(db, person.id, now))


def _day(at: datetime | None) -> date | None:
    return at.astimezone(HO_CHI_MINH).date() if at else None


def still_wrong(db: Database, school_id: int, now: datetime, text: str) -> tuple[tuple[str, str], ...]:
    """Return what a letter warned of and is still so, as (sentence, path); what was mended meanwhile is left out."""
    silent = heartbeats.last(db, SILENT)
    past = (_past(silent),) if silent else ()
    found = (*delivery_alarms(db, now, school_id, LONGEST_BREAK), *past)
    return tuple((one.sentence, one.path) for one in found if one.mark in text)


def past_silence(db: Database, person_id: int, now: datetime) -> tuple[Alarm, ...]:
    """Return the silence a manager has not been told of; while it lasted nobody could tell them."""
    silent = heartbeats.last(db, SILENT)
    if silent is None or silent.at < now - RECENT:
        return ()
    alarm = _past(silent)
    day = silent.at.astimezone(HO_CHI_MINH).date()
    return () if outbox.told_since(db, person_id, alarm.mark, day) else (alarm,)


def _past(silent: Heartbeat) -> Alarm:
    sentence = (
        f"Đồng hồ nhắc việc đã ngừng {silent.detail}; lời nhắc của thời gian đó được gửi bù, mỗi việc một lần. "
        "Hãy để máy chủ chạy vào ngày làm việc."
    )
    return Alarm(AlarmKind.NO_TICK, sentence)


def _silence(db: Database, now: datetime) -> tuple[Alarm, ...]:
    last = heartbeats.last(db, TICK)
    if last and now - last.at <= SILENCE:
        return ()
    when = f"từ {last.at.astimezone(HO_CHI_MINH):%H:%M %d/%m/%Y}" if last else "chưa lần nào"
    sentence = f"Đồng hồ nhắc việc không chạy ({when}). Hãy chạy “tracker serve”, hoặc hẹn giờ “tracker remind”."
    return (Alarm(AlarmKind.NO_TICK, sentence),)
