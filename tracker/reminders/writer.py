"""Writes one person's message: which tasks are in it, by which kind it goes, what waits."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby

from notifiers import channel_for
from tracker.reminders.alarm_letter import warn
from tracker.reminders.alarms import Alarm, untold
from tracker.reminders.desk import Desk
from tracker.reminders.digest import compose, numbered
from tracker.reminders.facts import Facts
from tracker.reminders.hours import Hours
from tracker.reminders.occasions import occasion_for
from tracker.reminders.policy import Hold, instant
from tracker.reminders.reasons import Reason
from tracker.reminders.sift import OVERDUE, Item, Moment, sift
from tracker.reminders.week import Week, monday_of, opens_week
from tracker.store import answers, carried, ledger, outbox
from tracker.store.database import Database
from tracker.store.ledger import Reminder
from tracker.store.letters import Draft, Kind, Letter
from tracker.store.people import ways
from tracker.store.records import Person
from tracker.zone import HO_CHI_MINH

logger = logging.getLogger(__name__)

APART = timedelta(hours=1)
"""The first of some news goes at once; what follows within the hour, while someone is still at it, goes together."""

DAILY = frozenset({Kind.ROUTINE, Kind.SUMMARY})
"""The routine message of a day, with or without the week in it: one a person a day."""


@dataclass(frozen=True, slots=True)
class Held:
    """Reminders of one person that wait: why, until when, which tasks."""

    person: str
    hold: Hold
    tasks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes messages as of one instant."""

    facts: Facts
    now: datetime
    desk: Desk
    hours: Hours

    @property
    def db(self) -> Database:
        """The database the facts come from."""
        return self.facts.db

    @property
    def today(self) -> date:
        """The day in Viet Nam."""
        return self.now.astimezone(HO_CHI_MINH).date()

    def items(self, person_id: int, rows: Sequence[Reminder], kinds: frozenset[Kind]) -> list[Item]:
        """Return what this person must hear of, and drop the rows that no longer count."""
        found = []
        if kinds & DAILY:
            kinds |= DAILY
        moment = Moment(self.now, self.desk.policy, kinds)
        for task_id, group in groupby(rows, key=lambda row: row.planned.task_id):
            case = self.facts.case(task_id, person_id, tuple(group))
            verdict = sift(replace(case, told=ledger.told(self.db, task_id, person_id)), moment)
            ledger.supersede(self.db, ((row.id, reason.value) for row, reason in verdict.dropped))
            ledger.note(self.db, ((row.id, reason.value) for row, reason in verdict.held))
            for row, reason in (*verdict.dropped, *verdict.held):
                logger.debug("reminder %s of %s: %s", row.id, task_id, reason.value)
            found += [self.facts.taken_over(verdict.item)] if verdict.item else []
        return found

    def write(
        self, person: Person, items: Sequence[Item], kinds: frozenset[Kind], week: Week | None = None
    ) -> list[Held]:
        """Put one message of all that may go today in the outbox; hold the rest for the next working day."""
        new = [item for item in items if item.kind is Kind.LATE_BORN]
        may_wait = bool(kinds & DAILY) and not any(map(self._is_soon, new))
        kind = Kind.SUMMARY if week else kind_of([one for one in items if not (may_wait and one in new)], kinds)
        pressing = [item for item in items if self._presses(item)]
        returned = self.facts.returned(person, self.today) if not kinds & DAILY and self._opens_week(person) else ()
        opens = bool(returned) and opens_week(self.today, self.desk.working_days)
        kind = kind or (Kind.ROUTINE if opens else Kind.LAST_DAY if pressing else None)
        going = list(items) if kind in DAILY else [item for item in items if item.kind is kind or item in pressing]
        if kind and (going or week or opens):
            occasion = occasion_for(person, ways(person)[0], self.today, self.desk)
            occasion = replace(occasion, week=week, said=self.facts.said(person, self.today))
            if kind in DAILY:
                waits = (
                    self.facts.unseen(person, self.today, weekly=bool(week)),
                    self.facts.unanswered(person, self.today),
                )
                late = self.facts.still_late(person, self.today) if self._opens_week(person) else ()
                occasion = replace(occasion, unseen=waits[0], unanswered=waits[1], still_late=late, returned=returned)
            wrong = tuple((one.sentence, one.path) for one in untold(self.db, person, self.now))
            occasion = replace(occasion, alarms=wrong)
            message_id = self.put(person, compose(going, occasion), kind, going)
            answers.number(self.db, person.id, numbered(going, occasion), self.now, message_id)
        return self._hold(person, [item for item in items if item not in going])

    def _opens_week(self, person: Person) -> bool:
        """Whether someone had no routine message yet in the week of today."""
        made = [outbox.last_made(self.db, person.id, kind) for kind in DAILY]
        return not any(one and one.astimezone(HO_CHI_MINH).date() >= monday_of(self.today) for one in made)

    def _is_soon(self, item: Item) -> bool:
        """Whether new work is late, or would be told on its last useful day alone: then it waits for no other day.

        What went nowhere before its reader could be reached goes at once, too.
        """
        last = item.task.task.due.remind_by
        soon = last is not None and last <= self.desk.working_days.after(self.today)
        return soon or item.reason is Reason.NOW_REACHABLE

    def _presses(self, item: Item) -> bool:
        """Whether nobody could finish a work in time who heard of it only on the next working day."""
        last = item.task.task.due.remind_by
        return item.stage != OVERDUE and last is not None and last < self.desk.working_days.after(self.today)

    def warn(self, manager: Person, alarms: Sequence[Alarm]) -> None:
        """Put a message about what is wrong in the outbox."""
        occasion = occasion_for(manager, ways(manager)[0], self.today, self.desk)
        letter = warn([(one.sentence, one.path) for one in alarms], occasion)
        self.put(manager, letter, Kind.ALARM, ())

    def put(self, person: Person, letter: Letter, kind: Kind, items: Sequence[Item]) -> int:
        """Put a message that carries some items in the outbox; return its number.

        One of which a part may have gone before a crash is marked so as it is worded again before it is sent.
        """
        address = ways(person)[0]
        channel = channel_for(address, self.desk.channels)
        draft = Draft(
            key=key_of(person, kind, self.today, outbox.count(self.db, person.id, self.today)),
            person_id=person.id,
            kind=kind,
            day=self.today,
            address=address,
            channel=channel.name if channel else "",
            letter=letter,
            repeated=carried.may_have_gone(self.db, (one.reminder.id for one in items)),
        )
        message_id = outbox.add(self.db, draft, self.now)
        logger.info("message %s for person %s: %s, %s", message_id, person.id, kind.value, letter.reason)
        ledger.attach(self.db, message_id, ((one.reminder.id, one.stage, one.reason.value) for one in items))
        return message_id

    def wait(self, person: Person, rows: Sequence[Reminder], hold: Hold) -> list[Held]:
        """Write down that everything due for someone waits for a fit hour of their school."""
        ledger.note(self.db, ((row.id, hold.reason.value) for row in rows))
        return [Held(person.name, hold, tuple(dict.fromkeys(row.planned.task_id for row in rows)))] if rows else []

    def apart(self, person: Person, kind: Kind) -> Hold | None:
        """Return until when a message of a kind waits for another to be an hour old; None when it may go."""
        last = outbox.last_made(self.db, person.id, kind)
        just_told = last is not None and last <= self.now < last + APART
        return Hold(Reason.HELD_JUST_TOLD, last + APART) if last and just_told else None

    def _hold(self, person: Person, items: Sequence[Item]) -> list[Held]:
        if not items:
            return []
        ledger.note(self.db, ((item.reminder.id, Reason.HELD_ONE_A_DAY.value) for item in items))
        hold = Hold(Reason.HELD_ONE_A_DAY, instant(self.desk.working_days.after(self.today), self.desk.policy))
        return [Held(person.name, hold, tuple(item.task.id for item in items))]


def kind_of(items: Sequence[Item], kinds: frozenset[Kind]) -> Kind | None:
    """Return the kind of message these items go by today; None when all must wait."""
    wanted = {item.kind for item in items}
    if Kind.ROUTINE in wanted and not kinds & DAILY:
        return Kind.ROUTINE
    return Kind.LATE_BORN if Kind.LATE_BORN in wanted and Kind.LATE_BORN not in kinds else None


def key_of(person: Person, kind: Kind, day: date, earlier: int) -> str:
    """Return the stable key of a message: the same message of the same day always gets the same."""
    parts = (person.school_id, person.id, kind.value, day.isoformat(), earlier)
    return f"nhac-{hashlib.sha256('|'.join(map(str, parts)).encode()).hexdigest()[:24]}"
