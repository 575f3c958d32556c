"""How fast reminders are planned, claimed and sent: `python bench/reminders.py [scale]`, figures of one run.

Every figure stands beside the bare SQLite writes it cannot do without, e-mail has `bench/mail.py`.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from notifiers import Message, Outcome, OutcomeKind
from schedules.plan import Header, Task
from tests.fakes.reminding import School, at, due_on, running_school
from tracker.reminders.replay import Period, replay
from tracker.reminders.tick import tick
from tracker.store import people, plans, rehearsal, tasks
from tracker.store.database import transaction
from tracker.store.records import Part, StoredTask, TaskState

DUE = date(2023, 10, 27)
NOW = at(2023, 10, 20)


class Null:
    """A channel that takes everything and does nothing."""

    name = "null"

    def accepts(self, address: str) -> bool:
        """Take null: addresses."""
        return address.startswith("null:")

    def send(self, message: Message, now: object) -> Outcome:  # noqa: ARG002 - the contract of every channel
        """Say that it went."""
        return Outcome(OutcomeKind.SENT, "", provider_id=message.key)


def timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def staffed(school: School, staff: int, tasks_each: int, address: str) -> None:
    """Give a school so many people with so many published tasks each, not yet planned."""
    with transaction(school.db):
        plan = plans.add(school.db, school.id, Header(number="1/KH", date=date(2023, 9, 4), source="bench"), NOW)
        task = Task("Việc đo tốc độ", due_on(DUE))
        for number in range(staff):
            person = people.ensure(school.db, school.id, f"Người {number}")
            people.set_addresses(school.db, person.id, [address.format(number)])
            for part in range(tasks_each):
                task_id = f"viec-{number}-{part}"
                tasks.add(school.db, StoredTask(task_id, plan.id, 0, task, TaskState.OPEN, 0, 0, NOW))
                people.assign(school.db, task_id, [(person.id, Part.LEAD)])
        rehearsal.publish(school.db, plan.id, at(2023, 9, 4))


@contextmanager
def school_of(staff: int, tasks_each: int, address: str) -> Iterator[School]:
    """Give a school of so many people with so many tasks each, published and not yet planned."""
    with tempfile.TemporaryDirectory() as folder, running_school(Path(folder)) as school:
        school.desk = replace(school.desk, channels=(Null(), *school.desk.channels))
        staffed(school, staff, tasks_each, address)
        yield school


def bare_copy(school: School, table: str) -> tuple[sqlite3.Connection, str, list[tuple[object, ...]]]:
    """Return an empty table of the same shape in a fresh file, its insert, and the rows of the real one."""
    shape = [
        row[0]
        for row in school.db.execute(
            "SELECT sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC", [table]
        )
    ]
    rows = list(school.db.execute(f"SELECT * FROM {table}"))
    bare = sqlite3.connect(Path(tempfile.mkdtemp()) / "bare.db")
    bare.execute("PRAGMA journal_mode = WAL")
    for statement in shape:
        bare.execute(statement)
    return bare, f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows


def planning(count: int) -> None:
    """Plan so many reminders for one school."""
    stages = 9
    with school_of(count // stages // 10, 10, "null:{}") as school:
        ours = timed(school.replan)
        bare, insert, rows = bare_copy(school, "reminders")

        def write() -> None:
            with bare:
                bare.executemany(insert, rows)

        floor = timed(write)
        again = timed(school.replan)
    print(f"plan {len(rows):,} reminders: {ours:.2f} s; bare writes {floor:.2f} s; ratio {ours / floor:.2f}")
    print(f"plan them again, nothing changed: {again:.2f} s")


class BareOutbox:
    """The writes no outbox can do without: one durable claim and one durable result a message, in a fresh file."""

    def __init__(self, school: School) -> None:
        self._bare, insert, rows = bare_copy(school, "messages")
        with self._bare:
            self._bare.executemany(insert, rows)
            self._bare.execute("UPDATE messages SET state = 'waiting'")
        self.seconds = 0.0

    def carry_one(self) -> None:
        """Claim and record one message."""
        start = time.perf_counter()
        with self._bare:
            (message,) = self._bare.execute(
                "UPDATE messages SET state = 'sending', lease_until = '2023-10-20T07:10:00+07:00' WHERE id = "
                "(SELECT id FROM messages WHERE state = 'waiting' AND not_before <= '2024' "
                "ORDER BY not_before, id LIMIT 1) RETURNING id"
            ).fetchone()
        with self._bare:
            self._bare.execute("UPDATE messages SET state = 'sent', outcome = 'sent' WHERE id = ?", [message])
        self.seconds += time.perf_counter() - start


def sending(count: int) -> None:
    """Compose, claim, send by a null channel and record so many messages, the bare writes taking turns with ours.

    Taking turns on one disk is what makes the ratio steady: both meet the same neighbours.
    """
    with school_of(count, 1, "null:{}") as school:
        school.replan()
        bare: list[BareOutbox] = []
        times: list[float] = []

        def step(name: str) -> None:
            if name == "committed":
                times[:] = [time.perf_counter()]
            elif name == "claimed" and not bare:
                bare.append(BareOutbox(school))
                times.append(time.perf_counter())
            elif name == "sent":
                bare[0].carry_one()

        school.desk = replace(school.desk, step=step)
        start = time.perf_counter()
        tick(school.db, NOW, school.desk)
        sent = time.perf_counter() - times[1] - bare[0].seconds
    floor = bare[0].seconds
    print(f"compose {count:,} messages: {times[0] - start:.2f} s")
    print(f"claim, check, send (null), record {count:,}: {sent:.2f} s; bare {floor:.2f} s; ratio {sent / floor:.2f}")


def idle(rows: int) -> None:
    """Tick with nothing due on a ledger of so many rows."""
    with school_of(1, 1, "null:{}") as school:
        school.replan()
        with transaction(school.db):
            school.db.execute(
                "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?) "
                "INSERT INTO reminders (task_id, person_id, stage, address, due_version, at, state, reason) "
                "SELECT task_id, person_id, stage || '-' || i, address, due_version, "
                "CASE i % 2 WHEN 0 THEN '2033-01-01T07:00:00+07:00' ELSE at END, "
                "CASE i % 2 WHEN 0 THEN 'planned' ELSE 'composed' END, reason "
                "FROM n, (SELECT * FROM reminders LIMIT 1)",
                [rows],
            )
        times = sorted(timed(lambda: tick(school.db, at(2023, 10, 3), school.desk)) for _ in range(50))
    median, worst = times[25] * 1000, times[-1] * 1000
    print(f"tick with nothing due on {rows:,} ledger rows: median {median:.2f} ms, worst {worst:.2f} ms")


def ahead(works: int, staff: int) -> None:
    """Play the coming month of one house, nobody doing anything and then all done on time: the latter costs no more."""
    with school_of(0, 0, "null:{}") as school:
        with transaction(school.db):
            plan = plans.add(school.db, school.id, Header(number="2/KH", date=date(2023, 9, 4), source="bench"), NOW)
            doers = [people.ensure(school.db, school.id, f"Người {number}") for number in range(staff)]
            for number in range(works):
                due = due_on(date(2023, 9, 15) + timedelta(days=number * 37 % 260))
                task = StoredTask(f"v-{number}", plan.id, 0, Task(f"Việc {number}", due), TaskState.OPEN, 0, 0, NOW)
                tasks.add(school.db, task)
                helper = doers[(number * 7 + 1) % staff]
                parts = {helper.id: Part.HELPER, doers[number % staff].id: Part.LEAD}
                people.assign(school.db, task.id, list(parts.items()))
            rehearsal.publish(school.db, plan.id, at(2023, 9, 4))
        school.replan()
        desk = replace(school.desk, wall=lambda: NOW)
        month = Period(NOW.date(), NOW.date() + timedelta(days=30))
        idle_month = min(timed(lambda: replay(school.db, month, desk)) for _ in range(3))
        on_time = min(timed(lambda: replay(school.db, replace(month, done_on_time=True), desk)) for _ in range(3))
    print(
        f"play a month of {works} works, {staff} people: {idle_month:.2f} s; all done on time {on_time:.2f} s; "
        f"ratio {on_time / idle_month:.2f}"
    )


def main() -> None:
    scale = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    planning(int(100_000 * scale))
    sending(int(10_000 * scale))
    idle(int(1_000_000 * scale))
    ahead(400, 40)


if __name__ == "__main__":
    main()
