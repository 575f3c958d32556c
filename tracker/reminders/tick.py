"""One tick: settle what a crash left, compose what is due, send what waits. The whole engine is this function.

The rules, whatever happens to the machine:

- a crash: what was not claimed goes as if nothing had happened; what was in flight is unknown, and repeated only by
  e-mail (same Message-ID, marked) or by the person's next address (marked);
- two processes: a message is claimed by one of them, under a lease of the machine's own clock, or as long as it lives;
- asleep for a week: of each task only the newest stage is told, once, and says when it is overdue by now;
- a clock set forward does what is due then; set back, it repeats nothing and goes on when the hour comes again;
- a restored backup: what was sent after it was made is not known and is told once more, the newest stage of each task,
  in one message per person; on the same day by e-mail with the same Message-ID.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from itertools import groupby

from notifiers import release
from tracker import recurring
from tracker.reminders.alarms import TICK, notice_silence
from tracker.reminders.composing import compose_due
from tracker.reminders.delivery import Delivered, deliver, recover
from tracker.reminders.desk import Desk
from tracker.reminders.facts import Facts
from tracker.reminders.hours import Hours
from tracker.reminders.planning import replan
from tracker.reminders.policy import Hold
from tracker.reminders.writer import Held
from tracker.store import heartbeats, ledger, people, repeats
from tracker.store.database import Database, transaction
from tracker.store.heartbeats import Heartbeat

HEARTBEAT = TICK


@dataclass(frozen=True, slots=True)
class TickReport:
    """What a tick did at an instant: messages tried, reminders held back, crashed sends settled."""

    at: datetime
    delivered: tuple[Delivered, ...] = ()
    held: tuple[Held, ...] = ()
    recovered: int = 0


def tick(db: Database, now: datetime, desk: Desk) -> TickReport:
    """Do everything due at the aware instant `now`; safe to call at any time, from several processes at once."""
    recovered = recover(db, now, desk)
    notice_silence(db, now, desk)
    _repeat(db, now, desk)
    waits = Hours(db, desk).everywhere(now)
    if waits:
        report = TickReport(now, held=_hold(db, now, waits), recovered=recovered)
    else:
        facts = Facts(db)
        held = compose_due(facts, now, desk)
        try:
            report = TickReport(now, deliver(facts, now, desk), held, recovered)
        finally:
            release(desk.channels)
    detail = f"{len(report.delivered)} tin, giữ lại {len(report.held)}, xử lý sự cố {recovered}"
    heartbeats.beat(db, Heartbeat(HEARTBEAT, desk.wall(), detail))
    return report


def _repeat(db: Database, now: datetime, desk: Desk) -> None:
    """Set the next time of recurring work whose last one is over, with its reminders; mostly there is none."""
    if repeats.passed(db, now.date()):
        with transaction(db):
            for school_id in recurring.advance(db, now, desk.calendar):
                replan(db, school_id, desk.working_days, desk.policy)


def _hold(db: Database, now: datetime, waits: Hold) -> tuple[Held, ...]:
    """Write down that everything due waits, and for whom."""
    due = sorted(ledger.due(db, now), key=lambda row: row.planned.person_id)
    if not due:
        return ()
    with transaction(db):
        ledger.note(db, ((row.id, waits.reason.value) for row in due))
    return tuple(
        Held(people.by_id(db, person_id).name, waits, tuple(dict.fromkeys(row.planned.task_id for row in rows)))
        for person_id, rows in groupby(due, key=lambda row: row.planned.person_id)
    )
