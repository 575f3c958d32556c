"""A small school on a real database for tests of reminders: publish, move, assign, tick."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from pathlib import Path

from sqlite_utils import Database

from notifiers import ChannelSettings, build_channels
from schedules.calendar import WorkingDays, with_points
from schedules.plan import Due, Header, Precision, Task
from tracker.reminders.account import Told, told
from tracker.reminders.desk import Desk
from tracker.reminders.planning import Replanned, replan
from tracker.reminders.policy import Policy
from tracker.reminders.tick import TickReport, tick
from tracker.store import ledger, people, plans, rehearsal, schools, tasks
from tracker.store.database import open_database, transaction
from tracker.store.history import Actor
from tracker.store.ledger import Reminder
from tracker.store.records import Part, Person, StoredTask, TaskState
from tracker.zone import HO_CHI_MINH

KNOWN = datetime(2023, 9, 4, 8, tzinfo=HO_CHI_MINH)
WORKING_DAYS = WorkingDays()


def at(year: int, month: int, day: int, clock: str = "07:00") -> datetime:
    """Return an instant in Viet Nam."""
    return datetime.combine(date(year, month, day), time.fromisoformat(clock), HO_CHI_MINH)


def due_on(day: date) -> Due:
    """Return a deadline on a day."""
    return with_points(Due(words=f"ngày {day:%d/%m/%Y}", day=day, precision=Precision.DAY), WORKING_DAYS)


@dataclass
class School:
    """One school with its database, its desk and its plans."""

    db: Database
    id: int
    desk: Desk
    plans_made: int = 0

    def publish(
        self,
        title: str,
        *,
        due: date,
        owner: str | None,
        published: datetime | None = KNOWN,
        plan_day: date | None = None,
    ) -> StoredTask:
        """Store a plan of one task, published at an instant or kept a draft."""
        self.plans_made += 1
        number = f"{self.plans_made:02}/KH-THS"
        day = plan_day or KNOWN.date()
        actor = Actor("thử", published or KNOWN)
        with transaction(self.db):
            plan = plans.add(self.db, self.id, Header(number=number, date=day, source="thu.txt"), actor.at)
            task_id = f"viec-{self.plans_made:06}"
            task = Task(title, due_on(due))
            tasks.add(self.db, StoredTask(task_id, plan.id, 0, task, TaskState.OPEN, 0, 0, actor.at))
            if owner:
                people.assign(self.db, task_id, [(people.ensure(self.db, self.id, owner).id, Part.LEAD)])
            if published:
                rehearsal.publish(self.db, plan.id, published)
            self.replan()
        return tasks.by_id(self.db, task_id)

    def replan(self) -> Replanned:
        """Bring the ledger in line."""
        return replan(self.db, self.id, self.desk.working_days, self.desk.policy)

    def person(self, name: str) -> Person:
        """Return a person, made when new."""
        return people.ensure(self.db, self.id, name)

    def reach(self, name: str, *addresses: str) -> None:
        """Set how a person is reached."""
        with transaction(self.db):
            people.set_addresses(self.db, self.person(name).id, addresses)
            self.replan()

    def move(self, task: StoredTask, state: TaskState, when: datetime = KNOWN) -> None:
        """Move a task to a state, at an instant."""
        with transaction(self.db):
            tasks.set_state(self.db, task.id, state, Actor("thử", when))
            self.replan()

    def postpone(self, task: StoredTask, day: date) -> None:
        """Move a deadline."""
        with transaction(self.db):
            current = tasks.by_id(self.db, task.id)
            tasks.change(self.db, task.id, replace(current.task, due=due_on(day)), Actor("thử", KNOWN))
            self.replan()

    def assign(self, task: StoredTask, name: str) -> None:
        """Give a task to one person."""
        self.assign_parts(task, {name: Part.LEAD})

    def assign_parts(self, task: StoredTask, parts: dict[str, Part]) -> None:
        """Give a task to people."""
        with transaction(self.db):
            people.assign(self.db, task.id, [(self.person(name).id, part) for name, part in parts.items()])
            self.replan()

    def report(self, now: datetime) -> TickReport:
        """Tick once."""
        return tick(self.db, now, self.desk)

    def tick(self, now: datetime) -> tuple[Told, ...]:
        """Tick once and return the messages."""
        return told(self.report(now))

    def rows(self) -> tuple[Reminder, ...]:
        """Return the ledger."""
        known = tasks.of_school(self.db, self.id)
        return tuple(row for task in known for row in ledger.of_task(self.db, task.id))


def preview_desk() -> Desk:
    """Return a desk with the channels as they are without any setting."""
    policy = Policy(week_summary=False)
    return Desk(build_channels(ChannelSettings()), wall=lambda: datetime.now(HO_CHI_MINH), policy=policy)


@contextmanager
def running_school(folder: Path, desk: Desk | None = None) -> Iterator[School]:
    """Give a school on a fresh database."""
    with open_database(folder) as db:
        with transaction(db):
            school = schools.ensure(db, "Trường Mẫu giáo Thử Nghiệm")
        yield School(db, school.id, desk or preview_desk())
