"""Works that are moved or given away after their people heard of them, and what is told of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from notifiers import Message
from tests.fakes.reminding import School, at, due_on
from tests.fakes.wild import Wild
from tracker import work
from tracker.store import tasks
from tracker.store.database import transaction
from tracker.store.history import Actor
from tracker.store.records import Part, StoredTask

OCTOBER_27, NOVEMBER_10 = date(2023, 10, 27), date(2023, 11, 10)
TOLD, NOW, LATER = at(2023, 10, 20), at(2023, 10, 20, "09:30"), at(2023, 10, 20, "10:31")
CHAIR = Actor("Hiệu trưởng", NOW, "phòng lùi lịch nộp")


def heard(school: School, title: str = "Nộp báo cáo", due: date = OCTOBER_27) -> StoredTask:
    """Publish a work and let its owner hear of it."""
    task = school.publish(title, due=due, owner="Cô Lan")
    school.tick(TOLD)
    return task


def move(school: School, task: StoredTask, day: date, actor: Actor = CHAIR) -> None:
    """Give a work another day."""
    with transaction(school.db):
        old = tasks.by_id(school.db, task.id)
        tasks.change(school.db, task.id, replace(old.task, due=due_on(day)), actor)
        school.replan()


def give(school: School, task: StoredTask, name: str) -> None:
    """Give a work to another person."""
    work.reassign(school.db, task.id, [(school.person(name).id, Part.LEAD)], CHAIR, school.desk.calendar)


def told(school: School, now=NOW) -> list[tuple[str, str, str]]:
    """Tick and return who was told, the kind of message and its reason."""
    return [(one.to, one.message.draft.kind.value, one.message.draft.letter.reason) for one in school.tick(now)]


def change(reason: str, name: str = "Cô Lan") -> tuple[str, str, str]:
    """Return how `told` shows a message about a change."""
    return name, "change", reason


def last(wild: Wild) -> Message:
    """Return the last message the channel got."""
    return wild.tried[-1][1]
