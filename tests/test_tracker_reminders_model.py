"""Policy and outbox against a plain reference, under everything a year can bring: a hypothesis state machine.

The reference knows no ledger and no lease: after every tick it derives from the tasks alone who had to be told, and holds
every message that went out against the promises made to people.
"""

from __future__ import annotations

import shutil
import tempfile
from collections import Counter
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, initialize, invariant, rule

from notifiers import OutcomeKind
from tests.fakes.reminding import KNOWN, at, preview_desk, running_school
from tests.fakes.wild import Wild
from tracker.answers.showing import judge
from tracker.reminders.actions import (
    Awaited,
    acknowledge,
    ask_extension,
    decide_extension,
    snooze,
    stop_waiting,
    wait_for,
)
from tracker.reminders.changes import LONG_AGO, OUT
from tracker.reminders.policy import hold
from tracker.store import evidence, ledger, outbox, pauses, tasks
from tracker.store.evidence import Evidence
from tracker.store.history import Actor
from tracker.store.people import MANAGER_NAME
from tracker.store.records import Person, TaskState

PEOPLE = ("Cô Lan", "Thầy Minh")
ACTOR = Actor("thử", KNOWN, "thử")
START = at(2023, 10, 2)
KINDS = (OutcomeKind.SENT,) * 4 + (OutcomeKind.RETRY_AFTER, OutcomeKind.PERMANENT_RECIPIENT, OutcomeKind.UNKNOWN)


@dataclass
class Known:
    """What the reference knows of a task."""

    owner: str
    due: date
    open: bool = True
    dropped: bool = False
    checked: datetime | None = None
    waiting: bool = False
    quiet: dict[tuple[str, str], date] = field(default_factory=dict)
    days: list[date] = field(default_factory=list)

    def move(self, day: date) -> None:
        """Note another version of the deadline."""
        self.days += [] if day == self.due else [self.due]
        self.due = day

    def versions(self) -> set[int]:
        """The versions of the deadline that have the day in force."""
        return {len(self.days)} | {number for number, day in enumerate(self.days) if day == self.due}

    def silent_for(self, person: str, day: date) -> bool:
        rests = any(who == person and until >= day for (who, _), until in self.quiet.items())
        return not self.open or self.owner != person or self.waiting or rests

    def stands_for(self, person: str) -> date | None:
        """The day the work has for someone; None when it is nothing to them."""
        return None if self.dropped or self.owner != person else self.due


@dataclass(frozen=True)
class Decided:
    """What the reference knows of a decision: whom it is owed to while its deadline and its owner stay."""

    task: str
    owner: str
    stage: str
    version: int
    at: datetime


@dataclass(frozen=True)
class Refused:
    """What the reference knows of evidence that was refused: whom it is owed to until they give other."""

    task: str
    owner: str
    at: datetime


def arrived(one) -> bool:
    """Whether a message that was tried may have arrived."""
    return one.message.state.value in {"sent", "unknown"}


class Year(RuleBasedStateMachine):
    """Edits, answers, failures and jumps of the clock, in any order."""

    made = Bundle("made")

    @initialize()
    def begin(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.stack = ExitStack()
        self.wild = Wild()
        desk = preview_desk()
        self.school = self.stack.enter_context(
            running_school(self.folder, replace(desk, channels=(self.wild, *desk.channels)))
        )
        for name in PEOPLE:
            self.school.reach(name, f"wild:{name}", f"wild:{name}-hai")
        self.now = self.latest = START
        self.known: dict[str, Known] = {}
        self.decided: list[Decided] = []
        self.asked: dict[str, str] = {}
        self.refused: dict[str, Refused] = {}
        self.stages: dict[tuple[str, str, str, date], int] = {}
        self.reached: set[int] = set()
        self.heard: dict[tuple[str, str], date | None] = {}

    @rule(target=made, owner=st.sampled_from(PEOPLE), days=st.integers(-3, 12))
    def publish(self, owner: str, days: int) -> str:
        due = (self.now + timedelta(days=days)).date()
        task = self.school.publish(f"Việc {len(self.known)}", due=due, owner=owner, published=self.now)
        self.known[task.id] = Known(owner, due)
        return task.id

    @rule(task=made, state=st.sampled_from([TaskState.DONE, TaskState.OPEN, TaskState.CHECKED]))
    def move(self, task: str, state: TaskState) -> None:
        self.school.move(tasks.by_id(self.school.db, task), state, self.now)
        known = self.known[task]
        known.open, known.dropped = state is TaskState.OPEN, False
        known.checked = (known.checked or self.now) if state is TaskState.CHECKED else None

    @rule(task=made)
    def drop(self, task: str) -> None:
        if self.known[task].open:
            self.school.move(tasks.by_id(self.school.db, task), TaskState.CANCELLED)
            self.known[task].open, self.known[task].dropped = False, True

    @rule(task=made, owner=st.sampled_from(PEOPLE))
    def reassign(self, task: str, owner: str) -> None:
        self.school.assign(tasks.by_id(self.school.db, task), owner)
        self.known[task].owner = owner

    @rule(task=made, days=st.integers(-3, 12))
    def postpone(self, task: str, days: int) -> None:
        due = (self.now + timedelta(days=days)).date()
        self.school.postpone(tasks.by_id(self.school.db, task), due)
        self.known[task].move(due)

    @rule(task=made, days=st.integers(0, 4), how=st.sampled_from([snooze, acknowledge]))
    def put_off(self, task: str, days: int, how) -> None:
        owner, until = self.known[task].owner, (self.now + timedelta(days=days)).date()
        how(self.school.db, task, self.school.person(owner).id, until, ACTOR)
        self.known[task].quiet[owner, how.__name__] = until

    @rule(task=made, waits=st.booleans())
    def wait(self, task: str, waits: bool) -> None:
        if waits:
            wait_for(
                self.school.db, task, Awaited("cấp trên"), replace(ACTOR, at=self.now), self.school.desk.working_days
            )
        else:
            stop_waiting(self.school.db, task, replace(ACTOR, at=self.now), self.school.desk.working_days)
        self.known[task].waiting = waits

    @rule(task=made, days=st.integers(1, 30), approved=st.booleans())
    def extend(self, task: str, days: int, approved: bool) -> None:
        known = self.known[task]
        day = known.due + timedelta(days=days)
        asked = ask_extension(self.school.db, task, self.school.person(known.owner).id, day, ACTOR)
        actor = Actor("thử", self.now, "thử")
        if not tasks.by_id(self.school.db, task).open:
            with pytest.raises(LookupError):
                decide_extension(self.school.db, asked.id, actor, self.school.desk.working_days, approved=approved)
            return
        decide_extension(self.school.db, asked.id, actor, self.school.desk.working_days, approved=approved)
        if approved:
            known.move(day)
        version = tasks.by_id(self.school.db, task).due_version
        self.decided.append(Decided(task, known.owner, f"X-{asked.id}", version, self.now))

    @rule(task=made, days=st.integers(1, 30))
    def ask(self, task: str, days: int) -> None:
        known = self.known[task]
        day, actor = known.due + timedelta(days=days), Actor("thử", self.now, "thử")
        self.asked[f"X-Q{ask_extension(self.school.db, task, self.school.person(known.owner).id, day, actor).id}"] = (
            task
        )
        self.school.replan()

    @rule(task=made)
    def refuse(self, task: str) -> None:
        owner, actor = self.known[task].owner, Actor("thử", self.now, "ảnh mờ")
        piece = Evidence(0, self.now, self.school.person(owner).id, task, "https://anh.vn/1")
        given = evidence.propose(self.school.db, piece, actor).id
        judge(self.school.db, given, actor, self.school.desk.working_days, accepted=False)
        self.refused[f"P-{given}"] = Refused(task, owner, self.now)

    @rule(owner=st.sampled_from(PEOPLE), number=st.integers(0, 2))
    def move_house(self, owner: str, number: int) -> None:
        self.school.reach(owner, f"wild:{owner}{number}", f"wild:{owner}-hai")

    @rule(owner=st.sampled_from(PEOPLE), last=st.booleans(), dead=st.booleans())
    def address_dies(self, owner: str, last: bool, dead: bool) -> None:
        address = self.school.person(owner).addresses[last]
        (self.wild.dead.add if dead else self.wild.dead.discard)(address)

    @rule(ends=st.sampled_from(KINDS))
    def channel_behaves(self, ends: OutcomeKind) -> None:
        self.wild.ends = ends

    @rule(hours=st.sampled_from([1, 24, 24, 24, 24, 72, 24 * 8, -30]))
    def time_passes(self, hours: int) -> None:
        self.now += timedelta(hours=hours)
        self.latest = max(self.now, self.latest)
        self.tick()

    @rule(days=st.integers(1, 10), hour=st.sampled_from([7, 7, 9, 20, 22]))
    def days_pass(self, days: int, hour: int) -> None:
        for _ in range(days):
            self.now = (self.now + timedelta(days=1)).replace(hour=hour)
            self.latest = max(self.now, self.latest)
            self.tick()

    def tick(self) -> None:
        before, staff = len(self.wild.tried), [self.school.person(name) for name in PEOPLE]
        report = self.school.report(self.now)
        sent = self.wild.tried[before:]
        self.check_the_dead_come_last(report, {one.name: one for one in staff})
        assert not (sent and hold(self.now, self.school.desk.policy, self.school.desk.working_days))
        for one in report.delivered:
            for row in one.reminders:
                self.check_row(row, one.person.name)
                self.hear(row, one)
            if arrived(one):
                assert one.message.draft.repeated or one.message.chain not in self.reached
                self.reached.add(one.message.chain)
        self.check_nothing_said_twice(report)
        if not hold(self.now, self.school.desk.policy, self.school.desk.working_days):
            self.check_nothing_forgotten()
            self.check_decisions()
            self.check_requests()
            self.check_waits()
            self.check_evidence()
            self.check_changes()

    def check_nothing_said_twice(self, report) -> None:
        """A deadline told with its change is not told once more in the same breath, nor the same stage of one day."""
        last = {one.message.chain: one for one in report.delivered}.values()  # one message at one address or another
        rows = [(row, one.person.name) for one in last for row in one.reminders]
        told = Counter((row.planned.task_id, person) for row, person in rows if row.planned.stage[0] not in "XPH")
        assert all(count == 1 for count in told.values()), rows
        goes_on = {(row.planned.task_id, person) for row, person in rows if row.planned.stage.startswith("H-E")}
        reminded = {(row.planned.task_id, person) for row, person in rows if row.planned.stage[0] not in "XPHC"}
        assert not goes_on & reminded, rows
        for row, person in rows:
            stage = (row.planned.task_id, person, row.planned.stage, self.known[row.planned.task_id].due)
            assert row.planned.stage[0] in "CXP" or self.stages.get(stage, row.message_id) == row.message_id, stage
        for one in report.delivered:
            if arrived(one):
                self.stages |= {
                    (
                        row.planned.task_id,
                        one.person.name,
                        row.planned.stage,
                        self.known[row.planned.task_id].due,
                    ): one.message.chain
                    for row in one.reminders
                }

    def check_the_dead_come_last(self, report, before: dict[str, Person]) -> None:
        """Nothing made now goes first where it was refused while another way is open; what one takes is not lost."""
        made = [one for one in report.delivered if one.message.composed_at == self.now and one.person.name in before]
        for one in made:
            person, draft = before[one.person.name], one.message.draft
            assert draft.hop or draft.address not in person.refused or set(person.addresses) <= person.refused
        ended = {one.message.chain: one for one in made}.values()
        for one in ended if self.wild.ends is OutcomeKind.SENT else ():
            assert one.message.state != "failed" or set(before[one.person.name].addresses) <= self.wild.dead

    def check_row(self, row, person: str) -> None:
        """What a message says is true now, and its instant has come."""
        assert row.planned.at <= self.now
        known, task = self.known[row.planned.task_id], tasks.by_id(self.school.db, row.planned.task_id)
        if row.planned.stage.startswith("C-"):
            assert known.open or known.dropped
            assert (row.reason in OUT) == (known.stands_for(person) is None)
        elif row.planned.stage.startswith("P-"):
            assert not (known.dropped)
            assert not (self.checked_since(self.refused[row.planned.stage]))
            assert not (self.given_anew(self.refused[row.planned.stage]))
            assert known.owner == person
            return
        elif row.planned.stage.startswith("X-Q"):
            assert known.open
            assert person == MANAGER_NAME
        elif row.planned.stage.startswith("X-"):
            assert known.open
            assert known.owner == person
        elif row.planned.stage.startswith("H-"):
            assert known.open
            assert known.owner == person
            assert known.waiting is not row.planned.stage.startswith("H-E")
        elif row.planned.stage.startswith("E-"):
            assert known.open
            assert not known.waiting
        else:
            assert not known.silent_for(person, self.now.date())
        assert row.planned.due_version == task.due_version

    def checked_since(self, refused: Refused) -> bool:
        """Whether the work was checked when it was known that its evidence was refused."""
        checked = self.known[refused.task].checked
        return checked is not None and checked >= refused.at

    def given_anew(self, refused: Refused) -> bool:
        """Whether who gave what was refused gave other evidence of it since."""
        return any(
            (one.task, one.owner) == (refused.task, refused.owner) and one.at > refused.at
            for one in self.refused.values()
        )

    def hear(self, row, one) -> None:
        """Whoever a message may have reached knows what is true now; a correction told them something new."""
        if row.planned.stage.startswith("P-"):
            return
        if arrived(one) and one.message.draft.address.startswith("wild:"):
            key = (row.planned.task_id, one.person.name)
            if row.planned.stage.startswith("H-") and key in self.heard:
                return  # what is told of a wait is no word about the deadline (decision 0033)
            stands = self.known[row.planned.task_id].stands_for(one.person.name)
            again = one.message.chain in self.reached  # the same message by another way, marked as such
            assert not row.planned.stage.startswith("C-") or again or self.heard[key] != stands
            self.heard[key] = stands

    def check_requests(self) -> None:
        """After a tick the manager was told of every request that waits, once, whatever became of its deadline."""
        for stage, task in self.asked.items():
            rows = [row for row in ledger.of_task(self.school.db, task) if row.planned.stage == stage]
            told = [row for row in rows if row.state == "composed"]
            assert len(told) <= 1, rows
            assert told or not self.known[task].open or self.now < self.latest, rows

    def check_waits(self) -> None:
        """After a tick who has a work on hold was told so, and no such step waits; who did not hear hears of no end."""
        for task, known in self.known.items():
            number = self.school.person(known.owner).id
            rows = [
                row
                for row in ledger.of_task(self.school.db, task)
                if row.planned.stage.startswith("H-") and row.planned.person_id == number
            ]
            assert not [row for row in rows if row.state == "planned" and row.planned.at <= self.now], rows
            wait = pauses.newest_wait(self.school.db, task)
            if known.open and known.waiting and wait.at <= self.now:
                assert any(self.is_told(row) and row.planned.stage == f"H-{wait.pause.id}" for row in rows), rows

    def check_evidence(self) -> None:
        """After a tick nobody waits to hear of a refusal that is still news, and nobody heard of one twice."""
        for stage, one in self.refused.items():
            known = self.known[one.task]
            rows = [row for row in ledger.of_task(self.school.db, one.task) if row.planned.stage == stage]
            messages = {row.message_id: outbox.by_id(self.school.db, row.message_id) for row in rows if row.message_id}
            arrived = [found for found in messages.values() if found.state in {"sent", "unknown"}]
            assert len(arrived) <= 1, rows
            news = not (known.dropped or self.checked_since(one) or self.given_anew(one)) and known.owner == one.owner
            assert not news or one.at > self.now or any(self.is_told(row) for row in rows), rows

    def check_changes(self) -> None:
        """After a tick whoever heard what holds no more was told, or is held for a reason; a day long past is let be."""
        for (task_id, person), day in self.heard.items():
            known = self.known[task_id]
            stands = known.stands_for(person)
            if day == stands or not (known.open or known.dropped):
                continue
            number, version = self.school.person(person).id, tasks.by_id(self.school.db, task_id).due_version
            rows = [
                row
                for row in ledger.of_task(self.school.db, task_id)
                if row.planned.person_id == number
                and row.planned.due_version == version
                and not row.planned.stage.startswith("P-")
            ]
            changes = [row for row in rows if row.planned.stage.startswith("C-")]
            held = [row for row in changes if row.reason in {"HELD_JUST_TOLD", "HELD_IN_FLIGHT"}]
            later = [row for row in rows if row.planned.at > self.now]
            tried = [row for row in rows if self.is_told(row) and row.planned.stage[:2] in {"C-", "X-"}]
            old = [row for row in changes if row.reason == "CHANGE_LONG_PAST"]
            assert not old or max(one for one in (day, stands) if one) < self.latest.date() - LONG_AGO
            assert held or later or tried or old, (rows, known, day)

    def check_nothing_forgotten(self) -> None:
        """After a tick, whoever leads open work whose stage has come was told of it, rests, or is held for one reason.

        A clock set back tells nothing twice; what it held back comes when the hour is reached again.
        """
        for task_id, known in self.known.items():
            if known.silent_for(known.owner, self.now.date()):
                continue
            person = self.school.person(known.owner).id
            version = tasks.by_id(self.school.db, task_id).due_version
            assert version == len(known.days)
            rows = [
                row
                for row in ledger.of_task(self.school.db, task_id)
                if row.planned.person_id == person
                and row.planned.due_version in known.versions()
                and row.planned.at <= self.latest
                and row.planned.stage[0] not in "XPH"
            ]
            if any(row.state == "planned" and row.planned.stage.startswith("C-") for row in rows):
                continue
            left = [row for row in rows if row.state == "planned" and row.planned.at <= self.now]
            later = [row for row in rows if row.state == "planned" and row.planned.at > self.now]
            assert all(row.reason == "HELD_ONE_A_DAY" for row in left), left
            due = tasks.by_id(self.school.db, task_id).task.due
            later_in_time = due.remind_by >= self.school.desk.working_days.after(self.now.date())
            assert not left or later_in_time or self.now.date() >= due.late_from, left
            assert not rows or left or later or any(self.is_told(row) for row in rows), rows

    def check_decisions(self) -> None:
        """After a tick nobody waits for an answer that still holds; a clock set back waits for its hour."""
        for one in self.decided:
            known, version = self.known[one.task], tasks.by_id(self.school.db, one.task).due_version
            if known.open and known.owner == one.owner and version == one.version and one.at <= self.now:
                rows = [row for row in ledger.of_task(self.school.db, one.task) if row.planned.stage == one.stage]
                assert any(self.is_told(row) for row in rows), rows

    def is_told(self, row) -> bool:
        """Whether a row is part of a message that was not cancelled."""
        return row.message_id is not None and outbox.by_id(self.school.db, row.message_id).state != "cancelled"

    @invariant()
    def every_stage_is_told_once(self) -> None:
        """Once by a way that may have reached its reader; again only after one that surely did not and is theirs no more."""
        told = Counter(
            (task, row.planned.person_id, row.planned.stage, row.planned.due_version)
            for task in getattr(self, "known", {})
            for name in (*PEOPLE, MANAGER_NAME)
            for row in ledger.told(self.school.db, task, self.school.person(name).id)
            if row.arrived
        )
        assert all(count == 1 for count in told.values())

    @invariant()
    def a_person_gets_one_message_of_a_kind_a_day(self) -> None:
        if not hasattr(self, "school"):
            return
        found = self.school.db.query(
            "SELECT count(*) AS n FROM messages WHERE state <> 'cancelled' AND kind IN ('routine', 'late_born', 'summary', 'alarm') "
            "GROUP BY person_id, day, kind, hop"
        )
        assert all(row["n"] == 1 for row in found)

    @invariant()
    def the_ledger_is_in_line_with_the_tasks(self) -> None:
        if hasattr(self, "school"):
            assert self.school.replan().new == 0

    def teardown(self) -> None:
        if hasattr(self, "stack"):
            self.stack.close()
            shutil.rmtree(self.folder)


TestYear = Year.TestCase
TestYear.settings = settings(
    max_examples=60, stateful_step_count=50, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True
)
