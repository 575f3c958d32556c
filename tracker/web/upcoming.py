"""What the reminder clock will say next: the ticks to come in, the next messages to the people of a school out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice

from tracker.reminders.replay import going
from tracker.reminders.tick import TickReport

MOST = 10
AT_ONCE = "đã đến lúc, gửi ở nhịp đồng hồ kế tiếp"


@dataclass(frozen=True, slots=True)
class NextMessage:
    """One message to come; `waits` says why it is not sent yet though the hour of some of it has come, else empty."""

    at: datetime
    person_id: int
    subject: str
    task_ids: tuple[str, ...]
    waits: str = ""


def next_messages(reports: Iterable[TickReport], people: Collection[int], now: datetime) -> tuple[NextMessage, ...]:
    """Return the next messages in the order they go, at most ten; each task once per message.

    `reports` are the ticks from now on, the first of them at `now`; what was composed before stands elsewhere.
    """
    return tuple(islice(_each(reports, people, now), MOST))


def _each(reports: Iterable[TickReport], people: Collection[int], now: datetime) -> Iterator[NextMessage]:
    held: dict[tuple[str, str], str] = {}
    for report in reports:
        if report.at <= now:
            held = {(one.person, task): one.hold.reason.sentence for one in report.held for task in one.tasks}
        for one in going(report):
            draft = one.message.draft
            if draft.person_id not in people or one.message.composed_at < now:
                continue
            told = tuple(dict.fromkeys(row.planned.task_id for row in one.reminders))
            reasons = (held[one.to, task] for task in told if (one.to, task) in held)
            waits = AT_ONCE if one.at <= now else next(reasons, "")
            yield NextMessage(one.at, draft.person_id, draft.letter.subject, told, waits)
