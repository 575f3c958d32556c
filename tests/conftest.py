"""What several tests need: a store on disk, a school calendar, plans and tasks made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from schedules.calendar import SchoolCalendar, load_calendar, with_points
from schedules.plan import Bound, Due, Header, Mention, Place, Plan, Precision, SchoolYear, Task
from tests.fakes.wild import Wild
from tracker.store.database import Database, open_database
from tracker.store.history import Actor
from tracker.zone import HO_CHI_MINH

if TYPE_CHECKING:
    from tests.fakes.letter_box import LetterBox

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")

NOW = datetime(2023, 9, 18, 9, 0, tzinfo=HO_CHI_MINH)
SCHOOL = "Trường Mầm non Hoa Ban"


def due_on(day: date, *, bound: Bound = Bound.BY, start: date | None = None) -> Due:
    """Return a deadline by a day, with its two computed points."""
    due = Due(words=f"{day:%d/%m/%Y}", start=start, day=day, precision=Precision.DAY, bound=bound, basis="Ngày ghi rõ")
    return with_points(due, load_calendar().working_days)


def make_task(title: str, day: date | None = None, **more: object) -> Task:
    """Return a task with one mention; without a day it has no deadline."""
    due = due_on(day) if day else Due(words="thường xuyên")
    task = Task(title=title, due=due, mentions=(Mention(f"- {title}: {due.words}", Place(line=3), due),))
    from dataclasses import replace

    return replace(task, **more)


def make_plan(*tasks: Task, number: str = "12/KH-MNHB", school: str = SCHOOL) -> Plan:
    """Return a plan of the school year 2023-2024 with these tasks."""
    header = Header(
        school=school,
        number=number,
        date=date(2023, 9, 18),
        school_year=SchoolYear(2023),
        kind="Kế hoạch khảo thí và kiểm định chất lượng giáo dục",
        source="ke-hoach.docx",
    )
    return Plan(header, tasks)


@pytest.fixture
def actor() -> Actor:
    return Actor("Cô Lan", NOW)


@pytest.fixture(scope="session")
def calendar() -> SchoolCalendar:
    return load_calendar()


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Database]:
    with open_database(tmp_path / "data") as opened:
        yield opened


@pytest.fixture
def wild() -> Wild:
    """Return a channel that keeps what it is given to send, and answers as it is told to."""
    return Wild()


@pytest.fixture
def box(tmp_path: Path) -> Iterator[LetterBox]:
    """Yield a school's service whose letters really leave, and arrive in a box of their own."""
    from tests.fakes.letter_box import letter_box  # which itself stands on the words of this file

    with letter_box(tmp_path / "data") as opened:
        yield opened
