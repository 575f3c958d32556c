"""Pure: the reminders of one work as its page lists them: each step of a person once, with what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from tracker.reminders.reasons import Reason
from tracker.reminders.rests import resting
from tracker.reminders.stages import ASKED, ESCALATED, is_reminder
from tracker.store.ledger import Reminder, ReminderState
from tracker.store.letters import MessageState, OutboxMessage
from tracker.store.pauses import Pause
from tracker.store.people import is_preview

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
ON_TIME = timedelta(minutes=10)
"""So soon after its instant a step was told as planned."""


@dataclass(frozen=True, slots=True)
class ReminderLine:
    """One step for one person: the row of the ledger that tells most, what became of it, and why.

    `went` is when its message left or was given up; None while neither is so.
    """

    row: Reminder
    mark: str
    why: str
    went: datetime | None = None

    @property
    def at(self) -> datetime:
        """When it went; its planned instant while it did not."""
        return self.went or self.row.planned.at

    @property
    def on_time(self) -> bool:
        """Whether it went when it was planned, or is still to come."""
        return abs(self.at - self.row.planned.at) < ON_TIME

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


def reminder_lines(
    rows: Iterable[Reminder], messages: Mapping[int, OutboxMessage], pauses: Iterable[Pause]
) -> tuple[ReminderLine, ...]:
    """Return a line for each step of each person and deadline, in the order in which they went or will go.

    `messages` holds the newest message of each chain by the id of its first, `pauses` the rests in force.
    """
    found: dict[tuple[int, str, int], ReminderLine] = {}
    rests = tuple(pauses)
    for row in rows:
        line = _line(row, messages.get(row.message_id or 0), rests)
        key = row.planned.person_id, row.planned.stage, row.planned.due_version
        known = found.get(key)
        if known is None or RANKS.index(line.mark) <= RANKS.index(known.mark):
            found[key] = line
    return tuple(sorted(found.values(), key=lambda line: (line.at, line.row.planned.at, line.row.id)))


def _line(row: Reminder, message: OutboxMessage | None, pauses: Iterable[Pause]) -> ReminderLine:
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
    if is_reminder(stage) and not stage.startswith(ASKED):
        held = resting(pauses, row.planned.person_id, at.date(), escalated=stage in ESCALATED)
    return ReminderLine(row, RESTS, held.sentence) if held else ReminderLine(row, PLANNED, why)
