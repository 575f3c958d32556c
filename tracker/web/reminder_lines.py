"""Pure: the reminders of one work as its page lists them: each step of a person once, with what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from schedules.calendar import last_in_time
from tracker.reminders.planner import silent_because
from tracker.reminders.reasons import Reason
from tracker.reminders.rests import resting
from tracker.reminders.stages import ASKED, ESCALATED, is_late, is_long_late, is_reminder
from tracker.store.ledger import Reminder, ReminderState
from tracker.store.letters import MessageState, OutboxMessage
from tracker.store.pauses import Pause
from tracker.store.people import is_preview
from tracker.store.records import StoredTask

SENT, WAITS, UNKNOWN, NOWHERE = "✓ đã gửi", "đang chờ gửi", "không rõ đã tới", "chưa gửi"
PLANNED, RESTS, NOT = "sẽ nhắc", "tạm ngừng", "không nhắc"
RANKS = (SENT, WAITS, UNKNOWN, PLANNED, RESTS, NOWHERE, NOT)
"""What tells most of a step, where the ledger has it several times: at an old address, at the one in use."""

STATES = {
    MessageState.SENT: SENT,
    MessageState.WAITING: WAITS,
    MessageState.SENDING: WAITS,
    MessageState.UNKNOWN: UNKNOWN,
}
NO_CHANNEL = "lúc ấy chưa có kênh nhận"
AFTER_REST = "hết tạm ngừng sẽ nhắc bù"
MERGED = "gộp vào nấc sát hạn hơn của cùng một tin"
UNDATED = "việc chưa có ngày"
ALL_TOLD = "các lần nhắc quá hạn đã hết"
STILL_LISTED = "khi chưa xong, việc còn một dòng ở tin nhắc đầu tiên mỗi tuần của người chủ trì, nếu tuần ấy có tin"
ON_TIME = timedelta(minutes=10)
"""So soon after its instant a step was told as planned."""


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """One step for one person: the row of the ledger that tells most, what became of it, and why.

    `went` is when its message left or was given up; None while neither is so. `late_since` is the last day of the
    deadline it is about, where that is known. `again` are the weekly notices of long late work folded into the first.
    """

    row: Reminder
    mark: str
    why: str
    went: datetime | None = None
    late_since: date | None = None
    again: tuple[datetime, ...] = ()

    @property
    def at(self) -> datetime:
        """When it went; its planned instant while it did not."""
        return self.went or self.row.planned.at

    @property
    def on_time(self) -> bool:
        """Whether it went when it was planned, or is still to come."""
        return abs(self.at - self.row.planned.at) < ON_TIME

    @property
    def days_late(self) -> int:
        """How many days late the work was as it went, 0 for none or where that is not known."""
        return max(0, (self.at.date() - self.late_since).days) if self.late_since else 0

    def waits(self, now: datetime) -> bool:
        """Whether its instant has come and it is still to be told."""
        return self.mark == PLANNED and self.at <= now

    @property
    def told(self) -> bool:
        """Whether it went out."""
        return self.mark == SENT

    @property
    def over(self) -> bool:
        """Whether it is to come no more and never was told."""
        return self.mark == NOT


@dataclass(frozen=True, slots=True)
class Present:
    """How a work stands as its page is shown: when, what deadline is in force, which rests.

    Messages may go again at `goes`, and on the next working day at `next_day`; both are now where nothing holds them.
    """

    now: datetime
    task: StoredTask
    pauses: tuple[Pause, ...] = ()
    helpers: frozenset[int] = frozenset()
    goes: datetime | None = None
    next_day: datetime | None = None

    def sends(self, line: ReminderLine) -> datetime:
        """Return when a step that is still to come goes, as things stand."""
        if line.at > self.now:
            return line.at
        waits = line.row.reason == Reason.HELD_ONE_A_DAY.value
        return (self.next_day if waits else self.goes) or self.now


def reminder_lines(
    rows: Iterable[Reminder], messages: Mapping[int, OutboxMessage], present: Present
) -> tuple[ReminderLine, ...]:
    """Return a line for each step of each person and deadline, in the order in which they went or will go.

    `messages` holds the newest message of each chain by the id of its first. What is no reminder of a deadline, as a
    request, is one step whatever the deadline became meanwhile.
    """
    found: dict[tuple[int, str, int | None], ReminderLine] = {}
    for row in rows:
        line = _line(row, messages.get(row.message_id or 0), present)
        planned = row.planned
        key = planned.person_id, planned.stage, planned.due_version if is_reminder(planned.stage) else None
        known = found.get(key)
        if known is None or RANKS.index(line.mark) <= RANKS.index(known.mark):
            found[key] = line
    ordered = sorted(found.values(), key=lambda line: (line.at, line.row.planned.at, line.row.id))
    one_each = _one_a_day(list(_caught_up(ordered, present.now)), present)
    return _folded([_dated(line, present.task) for line in one_each])


def no_more_because(lines: Iterable[ReminderLine], task: StoredTask, today: date) -> str:
    """Return why no reminder of a work is to come; empty while one is or rests, or nobody heard it is late.

    Late work that no step tells of any more still has its line in the first letter of each week its lead is sent.
    """
    every = list(lines)
    if any(line.mark in {PLANNED, RESTS, WAITS} for line in every):
        return ""
    if task.open and task.task.due.day is None:
        return UNDATED
    if because := silent_because(task):
        return because.sentence
    told_late = any(is_late(line.row.planned.stage) and line.mark != NOT for line in every)
    if not (told_late and task.days_late(today)):
        return ""
    return f"{ALL_TOLD}; {STILL_LISTED}"


def _folded(lines: Sequence[ReminderLine]) -> tuple[ReminderLine, ...]:
    """Return lines, the weekly notices that someone did not get (yet) for one and the same reason folded into one."""
    kept: list[ReminderLine] = []
    first: dict[tuple[int, int, str, str], int] = {}
    for line in lines:
        planned = line.row.planned
        key = planned.person_id, planned.due_version, line.mark, line.why
        folds = is_long_late(planned.stage) and line.mark in {PLANNED, RESTS, NOT}
        if folds and key in first:
            known = kept[first[key]]
            kept[first[key]] = replace(known, again=(*known.again, line.at))
            continue
        if folds:
            first[key] = len(kept)
        kept.append(line)
    return tuple(kept)


def _one_a_day(lines: Sequence[ReminderLine], present: Present) -> Iterator[ReminderLine]:
    """Yield lines, of steps to come that one message tells only its newest still to come: the clock tells no other."""
    newest: dict[tuple[int, int, date], ReminderLine] = {}
    for line in lines:
        if line.mark == PLANNED and is_reminder(line.row.planned.stage):
            key = _message(line, present)
            newest[key] = max(newest.get(key, line), line, key=lambda one: (one.row.planned.at, one.row.id))
    for line in lines:
        told = newest.get(_message(line, present)) if line.mark == PLANNED else None
        merged = told is not None and told is not line and is_reminder(line.row.planned.stage)
        yield replace(line, mark=NOT, why=MERGED) if merged else line


def _message(line: ReminderLine, present: Present) -> tuple[int, int, date]:
    return line.row.planned.person_id, line.row.planned.due_version, present.sends(line).date()


def _dated(line: ReminderLine, task: StoredTask) -> ReminderLine:
    """Return a line with the last day in time of its deadline, where that is the one in force."""
    return (
        replace(line, late_since=last_in_time(task.task.due))
        if line.row.planned.due_version == task.due_version
        else line
    )


def _caught_up(lines: Sequence[ReminderLine], now: datetime) -> Iterator[ReminderLine]:
    """Yield lines, the newest that each person missed in a rest marked as what is told when the rest is over."""
    asked = {line.row.planned.person_id for line in lines if line.mark == PLANNED and _is_asked(line.row)}
    over = Reason.HELD_PART_DONE.sentence  # a rest that ends with the work: nothing is told after it
    missed = [line for line in lines if line.mark == RESTS and line.at <= now and line.why != over]
    newest = {line.row.planned.person_id: line for line in missed if line.row.planned.person_id not in asked}
    for line in lines:
        told_after = newest.get(line.row.planned.person_id) is line
        yield replace(line, why=f"{line.why}; {AFTER_REST}") if told_after else line


def _is_asked(row: Reminder) -> bool:
    return row.planned.stage.startswith(ASKED)


def _line(row: Reminder, message: OutboxMessage | None, present: Present) -> ReminderLine:
    why = Reason(row.reason).sentence
    if row.state is ReminderState.SUPERSEDED:
        return ReminderLine(row, NOT, why)
    if row.state is ReminderState.COMPOSED and message:
        if is_preview(message.draft.address):
            return ReminderLine(row, NOWHERE, NO_CHANNEL, message.finished_at)
        mark = STATES.get(message.state, NOWHERE)
        return ReminderLine(row, mark, why if mark is SENT else message.outcome_reason or why, message.finished_at)
    at, stage = row.planned.at, row.planned.stage
    held = None
    if is_reminder(stage) and not _is_asked(row):
        day = max(at, present.now).date()  # what a rest that is over held back is still to come
        person = row.planned.person_id
        held = resting(present.pauses, person, day, escalated=stage in ESCALATED, helping=person in present.helpers)
    return ReminderLine(row, RESTS, held.sentence) if held else ReminderLine(row, PLANNED, why)
