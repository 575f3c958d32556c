"""What the reminder clock will say next: the ticks to come in, the next messages to the people of a school out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from tracker.reminders.policy import Hold
from tracker.reminders.reasons import Reason
from tracker.reminders.replay import going
from tracker.reminders.tick import TickReport
from tracker.store.ledger import Reminder
from tracker.web.stages import stage_words

FEW, MORE, MOST = 10, 20, 500
"""How many are shown at first, how many more each time they are asked for, and how many at most."""

NOTHING: Mapping[str, str] = {}

AT_ONCE = "đã đến lúc, gửi ở nhịp đồng hồ kế tiếp"
BRIEF = {
    Reason.LATE_BORN: "vừa phát hành",
    Reason.LATE_BORN_OVERDUE: "đã quá hạn khi được biết",
    Reason.NEWLY_ASSIGNED: "việc hay hạn gấp mới có",
    Reason.NOW_REACHABLE: "nay đã có kênh nhận",
    Reason.CAUGHT_UP: "gửi bù",
    Reason.CAUGHT_UP_OVERDUE: "gửi bù, nay quá hạn",
}
"""Why a work is told now where its step alone does not say so."""


@dataclass(frozen=True, slots=True)
class NextLine:
    """One work of a message: the step it is told at, why, and why it was not told before though its hour had come."""

    task_id: str
    stage: str
    reason: str = Reason.STAGE_REACHED.value
    waits: str = ""

    def words(self, days_late: int = 0) -> str:
        """Return why the work is told, in a few words, `days_late` days after its deadline as the message goes."""
        told = (stage_words(self.stage, days_late), BRIEF.get(Reason(self.reason), ""), self.waits)
        return " · ".join(filter(None, told))


@dataclass(frozen=True, slots=True)
class NextMessage:
    """One message to come; `waits` says that its hour has come, else empty."""

    at: datetime
    person_id: int
    subject: str
    lines: tuple[NextLine, ...]
    waits: str = ""


def how_many(typed: str) -> int:
    """Return how many messages a page is asked to show; the first few for whatever is no such number."""
    return min(max(int(typed), FEW), MOST) if typed.isascii() and typed.isdigit() and len(typed) < len("10000") else FEW


def next_messages(
    reports: Iterable[TickReport], people: Collection[int], now: datetime, most: int = FEW
) -> tuple[NextMessage, ...]:
    """Return the next messages in the order they go, at most so many; each task once per message.

    `reports` are the ticks from now on, the first of them at `now`; what was composed before stands elsewhere.
    """
    return tuple(islice(_each(reports, people, now), most))


def _each(reports: Iterable[TickReport], people: Collection[int], now: datetime) -> Iterator[NextMessage]:
    since = now.replace(microsecond=0)  # as the outbox keeps the instant at which a message is made
    held: dict[tuple[str, str], str] = {}
    for report in reports:
        if report.at <= now:
            held = {(one.person, task): _first_clause(one.hold) for one in report.held for task in one.tasks}
        for one in going(report):
            draft = one.message.draft
            if draft.person_id not in people or one.message.composed_at < since:
                continue
            works = {row.planned.task_id for row in one.reminders}
            waiting = {task: held.pop((one.to, task), "") for task in works}  # once told, it waits no more
            yield NextMessage(
                one.at,
                draft.person_id,
                draft.letter.subject,
                message_lines(one.reminders, waiting),
                AT_ONCE if one.at <= now else "",
            )


def message_lines(rows: Iterable[Reminder], waiting: Mapping[str, str] = NOTHING) -> tuple[NextLine, ...]:
    """Return each work of a message once, at the last step told of it, with why it waited until then."""
    newest = {row.planned.task_id: row for row in rows}
    return tuple(
        NextLine(task, row.shown_stage or row.planned.stage, row.reason, waiting.get(task, ""))
        for task, row in newest.items()
    )


def _first_clause(hold: Hold) -> str:
    """Return why something waits without what follows from it."""
    return hold.sentence.partition(";")[0]
