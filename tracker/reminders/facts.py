"""How things stand now, read once per transaction: tasks, plans, people and who has which part."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from tracker.accepting import unaccepted_in
from tracker.doubting import doubted
from tracker.reminders.changes import same_days
from tracker.reminders.handing_over import handed_over
from tracker.reminders.hearing import Recipient, answers_requests, doers_of, may_judge, takes_evidence, watchers_of
from tracker.reminders.planner import over_because, silent_because
from tracker.reminders.proofs import Unseen, counted, unseen
from tracker.reminders.rests import resting
from tracker.reminders.returned import Returned, returned
from tracker.reminders.sift import Case, Item
from tracker.reminders.stages import DECLINED, DOERS, EVIDENCE, REQUESTED
from tracker.reminders.unanswered import Unanswered
from tracker.reminders.week import Staffing, Week, bare_week, week_of
from tracker.reminders.wording import asks_words, short
from tracker.reports.words_beside import reasons
from tracker.store import (
    carried,
    declines,
    evidence,
    extensions,
    history,
    ledger,
    pauses,
    people,
    plans,
    schools,
    tasks,
)
from tracker.store.database import Database, data_version
from tracker.store.declines import Decline
from tracker.store.evidence import Evidence
from tracker.store.extensions import Extension
from tracker.store.ledger import Reminder
from tracker.store.pauses import Pause
from tracker.store.records import HistoryEntry, Part, Person, StoredPlan, StoredTask


class Facts:
    """Looks things up in the database and remembers them for as long as nobody else writes to it.

    What it remembers (tasks, plans, people) a tick itself never changes; ask for `fresh` in each transaction.
    """

    def __init__(self, db: Database) -> None:
        self.db = db
        self._version = data_version(self.db)
        self._tasks: dict[str, StoredTask] = {}
        self._plans: dict[int, StoredPlan] = {}
        self._people: dict[int, Person] = {}
        self._doers: dict[str, dict[int, Recipient]] = {}
        self._pauses: dict[str, tuple[Pause, ...]] = {}
        self._weeks: dict[int, Week | None] = {}
        self._waiting: dict[int, dict[str, tuple[Evidence, ...]]] = {}
        self._refused: dict[int, tuple[Evidence, ...]] = {}
        self._said: dict[int, dict[str, str]] = {}
        self._managers: dict[int, Person] = {}
        self._requests: dict[int, dict[str, Extension]] = {}
        self._late: dict[tuple[int, date], dict[int, list[StoredTask]]] = {}
        self._stories: dict[tuple[str, str], tuple[HistoryEntry, ...]] = {}

    def fresh(self) -> Facts:
        """Return these facts, or empty ones when another connection wrote since they were looked up."""
        return self if data_version(self.db) == self._version else Facts(self.db)

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

    def recipient(self, task_id: str, person_id: int) -> Recipient | None:
        """Return in which quality a person hears of a task now, or None when they no longer do."""
        if task_id not in self._doers:
            assigned = people.assigned(self.db, task_id)
            staff = {one: self.person(one) for one, _ in assigned}
            found = doers_of(assigned, staff, lambda: self._manager(task_id))
            self._doers[task_id] = {one.person.id: one for one in found}
        known = self._doers[task_id].get(person_id)
        return known or next((one for one in watchers_of([self.person(person_id)])), None)

    def case(self, task_id: str, person_id: int, rows: tuple[Reminder, ...]) -> Case:
        """Return how things stand with one task for one person, without what they were told before."""
        task = self.task(task_id)
        recipient = self.recipient(task_id, person_id)
        leads = self.leads(task_id, but=person_id) if recipient else ()
        plan = self.plan(task.plan_id)
        same = same_days(task, self.story("task", task_id)) if task.due_version else frozenset()
        asks = self._asks(task_id, person_id)
        return Case(task, plan, recipient, rows, pauses=self.pauses(task_id), leads=leads, same=same, asks=asks)

    def requests(self, school_id: int) -> dict[str, Extension]:
        """Return the newest request for more time that waits for its answer, by the id of its work."""
        if school_id not in self._requests:
            self._requests[school_id] = {one.task_id: one for one in extensions.waiting(self.db, school_id)}
        return self._requests[school_id]

    def _asks(self, task_id: str, person_id: int) -> str:
        asked = self.requests(self.plan(self.task(task_id).plan_id).school_id).get(task_id)
        if asked is None:
            return ""
        return asks_words(asked.day, "" if asked.person_id == person_id else self.person(asked.person_id).name)

    def story(self, subject: str, subject_id: str) -> tuple[HistoryEntry, ...]:
        """Return what happened to a task or a plan, oldest first."""
        if (subject, subject_id) not in self._stories:
            self._stories[subject, subject_id] = history.of_subject(self.db, subject, subject_id)
        return self._stories[subject, subject_id]

    def leads(self, task_id: str, but: int | None = None) -> tuple[str, ...]:
        """Return the names of those who lead a task, without one of them."""
        held = people.assigned(self.db, task_id)
        staff = [self.person(one) for one, part in held if part is Part.LEAD and one != but]
        return tuple(person.name for person in staff if person.active)

    def taken_over(self, told: Item) -> Item:
        """Return a task of a message with how it came to its reader, where they hear of it for the first time since."""
        if told.part is Part.WATCHER or told.ownerless:
            return told
        planned = told.reminder.planned
        story, name = self.story("task", planned.task_id), self.person(planned.person_id).name
        heard = carried.before(self.db, told.reminder)
        return replace(told, handed=handed_over(story, name, told.part, heard))

    def pauses(self, task_id: str) -> tuple[Pause, ...]:
        """Return the rests of a task."""
        if task_id not in self._pauses:
            self._pauses[task_id] = pauses.of_task(self.db, task_id)
        return self._pauses[task_id]

    def week(self, school_id: int, today: date) -> Week | None:
        """Return a school's week, for those who look after its plans."""
        if school_id not in self._weeks:
            staff = people.of_school(self.db, school_id)
            lost = frozenset(one.name for one in staff if people.has_no_channel(one))
            staffing = Staffing(
                self._leads_of_school(school_id),
                self._said_in(school_id, today),
                lost,
                frozenset(self.requests(school_id)),
            )
            name = schools.by_id(self.db, school_id).name
            every = tasks.of_school(self.db, school_id)
            refused = doubted(every, evidence.of_school(self.db, school_id)) | unaccepted_in(self.db, school_id)
            again = tuple((one.id, short(one.task.title)) for one in every if one.id in refused)
            week = week_of(every, staffing, today, name)
            self._weeks[school_id] = replace(week or bare_week(today, name), again=again) if again else week
        return self._weeks[school_id]

    def week_for(self, person: Person, today: date) -> Week | None:
        """Return the week as one overseer is told of it: what waits for them is something up, too."""
        week, waits = self.week(person.school_id, today), counted(self.unseen(person, today, weekly=True))
        asked = len(self.unanswered(person, today))
        if not (waits or asked):
            return week
        week = week or bare_week(today, schools.by_id(self.db, person.school_id).name)
        return replace(week, proofs=waits, requests=asked)

    def unanswered(self, person: Person, today: date) -> tuple[Unanswered, ...]:
        """Return what waits for a manager's answer and was told them on an earlier day; nothing for others."""
        if not answers_requests(person):
            return ()
        asked = {f"{REQUESTED}{one.id}": one for one in extensions.waiting(self.db, person.school_id)}
        declined = {f"{DECLINED}{one.id}": one for one in declines.waiting(self.db, person.school_id)}
        every: dict[str, Extension | Decline] = {**asked, **declined}
        told = ledger.told_before(self.db, person.id, every, today)
        return tuple(
            Unanswered(one, self.person(one.person_id).name, self.task(one.task_id).task.title)
            for stage, one in every.items()
            if stage in told and one.person_id != person.id and over_because(self.task(one.task_id)) is None
        )

    def unseen(self, person: Person, today: date, *, weekly: bool = False) -> tuple[Unseen, ...]:
        """Return the works of a school whose evidence waits, for who takes or refuses it; nothing for others.

        A member of the committee reads of it once a week, of what they did not give or report done themselves.
        """
        if not (weekly or takes_evidence(person)):
            return ()
        if person.school_id not in self._waiting:
            self._waiting[person.school_id] = evidence.waiting(self.db, person.school_id)
        theirs = {
            task_id: [one for one in shown if may_judge(person, self.task(task_id), self._giver(one.person_id))]
            for task_id, shown in self._waiting[person.school_id].items()
        }
        return unseen(theirs, map(self.task, theirs), today)

    def _giver(self, person_id: int) -> int:
        return self.person(person_id).merged_into or person_id

    def returned(self, person: Person, today: date) -> tuple[Returned, ...]:
        """Return the works of which evidence someone gave was refused, as they heard, and nothing was taken."""
        refused = [one for one in self._refused_in(person.school_id) if one.person_id == person.id and one.task_id]
        if not refused:
            return ()
        told = ledger.told_before(self.db, person.id, [f"{EVIDENCE}{one.id}" for one in refused], today)
        doing = [one for one in refused if f"{EVIDENCE}{one.id}" in told and self._does(one.task_id or "", person.id)]
        return returned(doing, {task_id: self.task(task_id) for one in doing if (task_id := one.task_id)}, today)

    def returned_to(self, school_id: int) -> frozenset[int]:
        """Return whose evidence was refused in a school and is still to be given anew."""
        return frozenset(one.person_id for one in self._refused_in(school_id))

    def _refused_in(self, school_id: int) -> tuple[Evidence, ...]:
        """Return what was refused, of works of which nothing was taken."""
        if school_id not in self._refused:
            stands = evidence.looked_at(self.db, school_id)
            taken = {one.task_id for one in stands if one.accepted}
            self._refused[school_id] = tuple(one for one in stands if not one.accepted and one.task_id not in taken)
        return self._refused[school_id]

    def _does(self, task_id: str, person_id: int) -> bool:
        recipient = self.recipient(task_id, person_id)
        return recipient is not None and recipient.ear in DOERS

    def still_late(self, person: Person, today: date) -> tuple[StoredTask, ...]:
        """Return the late works someone leads that no message of today tells and that do not rest, the latest first."""
        told = ledger.works_told_on(self.db, person.id, today)
        found = (one for one in self._late_of(person.school_id, today).get(person.id, []) if one.id not in told)
        awake = (one for one in found if not resting(self.pauses(one.id), person.id, today, escalated=False))
        return tuple(sorted(awake, key=lambda one: (-one.days_late(today), one.id)))

    def _late_of(self, school_id: int, today: date) -> dict[int, list[StoredTask]]:
        if (school_id, today) not in self._late:
            found = self._late[school_id, today] = {}
            parts = people.assignments_of_school(self.db, school_id)
            for one in tasks.of_school(self.db, school_id):
                if silent_because(one) is None and one.days_late(today):
                    for lead in (person for person, part in parts.get(one.id, ()) if part is Part.LEAD):
                        found.setdefault(lead, []).append(one)
        return self._late[school_id, today]

    def said(self, person: Person, today: date) -> dict[str, str]:
        """Return what was said of why the works of a school are not done, for its overseers; nothing for others."""
        return self._said_in(person.school_id, today) if watchers_of([person]) else {}

    def _said_in(self, school_id: int, today: date) -> dict[str, str]:
        if school_id not in self._said:
            self._said[school_id] = reasons(self.db, school_id, today)
        return self._said[school_id]

    def _leads_of_school(self, school_id: int) -> dict[str, tuple[str, ...]]:
        assigned = people.assignments_of_school(self.db, school_id).items()
        leads = {task_id: [self.person(one) for one, part in parts if part is Part.LEAD] for task_id, parts in assigned}
        return {task_id: tuple(one.name for one in found if one.active) for task_id, found in leads.items()}

    def overseers(self, school_id: int) -> tuple[Person, ...]:
        """Return the committee and the managers of a school, who are told of its week."""
        return tuple(one.person for one in watchers_of(people.of_school(self.db, school_id)))

    def _manager(self, task_id: str) -> Person:
        school_id = self.plan(self.task(task_id).plan_id).school_id
        if school_id not in self._managers:
            self._managers[school_id] = people.manager(self.db, school_id)
        return self._managers[school_id]
