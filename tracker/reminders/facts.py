"""How things stand now, read once per transaction: tasks, plans, people and who has which part."""

from __future__ import annotations

from tracker.reminders.planner import recipients_of
from tracker.store import people, plans, tasks
from tracker.store.database import Database
from tracker.store.records import Part, Person, StoredPlan, StoredTask


class Facts:
    """Looks things up in the database and remembers them for as long as nobody else writes to it.

    What it remembers (tasks, plans, people) a tick itself never changes; ask for `fresh` in each transaction.
    """

    def __init__(self, db: Database) -> None:
        self.db = db
        self._version = self._data_version()
        self._tasks: dict[str, StoredTask] = {}
        self._plans: dict[int, StoredPlan] = {}
        self._people: dict[int, Person] = {}
        self._parts: dict[str, dict[int, Part]] = {}
        self._managers: dict[int, Person] = {}

    def fresh(self) -> Facts:
        """Return these facts, or empty ones when another connection wrote since they were looked up."""
        return self if self._data_version() == self._version else Facts(self.db)

    def _data_version(self) -> int:
        """See SQLite, PRAGMA data_version: it changes with every commit of another connection."""
        return int(self.db.execute("PRAGMA data_version").fetchone()[0])

    def task(self, task_id: str) -> StoredTask:
        """Return a task."""
        if task_id not in self._tasks:
            self._tasks[task_id] = tasks.by_id(self.db, task_id)
        return self._tasks[task_id]

    def plan(self, plan_id: int) -> StoredPlan:
        """Return a plan."""
        if plan_id not in self._plans:
            self._plans[plan_id] = plans.by_id(self.db, plan_id)
        return self._plans[plan_id]

    def person(self, person_id: int) -> Person:
        """Return a person."""
        if person_id not in self._people:
            self._people[person_id] = people.by_id(self.db, person_id)
        return self._people[person_id]

    def part(self, task_id: str, person_id: int) -> Part | None:
        """Return the part for which a person hears of a task now, or None when they no longer do."""
        if task_id not in self._parts:
            assigned = people.assigned(self.db, task_id)
            staff = {one: self.person(one) for one, _ in assigned}
            found = recipients_of(assigned, staff, lambda: self._manager(task_id))
            self._parts[task_id] = {one.person.id: one.part for one in found}
        return self._parts[task_id].get(person_id)

    def _manager(self, task_id: str) -> Person:
        school_id = self.plan(self.task(task_id).plan_id).school_id
        if school_id not in self._managers:
            self._managers[school_id] = people.manager(self.db, school_id)
        return self._managers[school_id]
