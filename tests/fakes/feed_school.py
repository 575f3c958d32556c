"""A small school in a store on disk, and its feeds served by a real server on loopback."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path

import uvicorn
from starlette.applications import Starlette

from schedules.plan import Header, SchoolYear, Task
from tests.conftest import due_on, make_task
from tracker.feeds.links import ensure_feed, feed_links
from tracker.store import people, plans, schools, tasks
from tracker.store.database import Database, open_database, transaction
from tracker.store.feeds import FeedKind, FeedSubject
from tracker.store.history import Actor
from tracker.store.records import Part, StoredTask, TaskState
from tracker.web.pages.feeds import routes
from tracker.zone import HO_CHI_MINH

NOW = datetime(2023, 9, 18, 9, 0, tzinfo=HO_CHI_MINH)
TEACHER = "Nguyễn Thị Hoà"


def stored(title: str = "Nộp báo cáo", day: date | None = date(2023, 10, 6), **more: object) -> StoredTask:
    """Return a published open task; keywords of StoredTask go there, the others to its Task."""
    own = {name: more.pop(name) for name in list(more) if name in StoredTask.__dataclass_fields__ and name != "task"}
    given = {"id": "viec-1", "plan_id": 1, "position": 0, "state": TaskState.OPEN, "published": True, **own}
    return StoredTask(
        task=make_task(title, day, **more), **{"sequence": 0, "due_version": 0, "changed_at": NOW, **given}
    )


@dataclass
class FeedSchool:
    """One school with one plan; tasks are added, moved, published one by one."""

    folder: Path
    name: str = "Trường Mầm non Hoa Ban"
    now: datetime = NOW

    def __post_init__(self) -> None:
        with self.change() as db:
            self.school = schools.ensure(db, self.name)
            header = Header(school=self.name, number="12/KH-MNHB", school_year=SchoolYear(2023), source="kh.docx")
            self.plan = plans.add(db, self.school.id, header, self.now)

    @contextmanager
    def change(self) -> Iterator[Database]:
        """Open the store for one transaction."""
        with open_database(self.folder) as db, transaction(db):
            yield db

    def add(self, task: Task, who: str | None = None) -> str:
        """Add a task of the plan, lead by somebody, and return its id."""
        with self.change() as db:
            number = len(tasks.of_plan(db, self.plan.id))
            blank = StoredTask(
                f"viec-{(self.plan.id - 1) * 100 + number}", self.plan.id, number, task, TaskState.OPEN, 0, 0, self.now
            )
            tasks.add(db, blank)
            if who:
                people.assign(db, blank.id, [(people.ensure(db, self.school.id, who).id, Part.LEAD)])
        return blank.id

    def publish(self) -> None:
        """Put the plan in force."""
        with self.change() as db:
            plans.publish(db, self.plan.id, 0, self.now)
            tasks.mark_published(db, self.plan.id, self.now)

    def move(self, task_id: str, day: date) -> StoredTask:
        """Give a task another day."""
        with self.change() as db:
            task = tasks.by_id(db, task_id).task
            return tasks.change(db, task_id, replace(task, due=due_on(day)), Actor("Cô Lan", self.now))

    def path(self, kind: FeedKind = FeedKind.SCHOOL, person: str | None = None) -> str:
        """Return the path of a feed's address, making the feed when it is new."""
        with self.change() as db:
            person_id = people.ensure(db, self.school.id, person).id if person else None
            feed = ensure_feed(db, self.folder, FeedSubject(kind, self.school.id, person_id), Actor("Cô Lan", self.now))
            links = feed_links(db, self.folder, "", self.school.id)
        return next(str(link.url) for link in links if link.feed_id == feed.id)


@dataclass(frozen=True)
class FeedSite:
    """What the feed routes need of a site."""

    folder: Path
    base_url: str
    clock: Callable[[], datetime]


def feed_app(folder: Path, clock: Callable[[], datetime] = lambda: NOW, base_url: str = "") -> Starlette:
    """Return an application with the feed routes alone."""
    app = Starlette(routes=list(routes))
    app.state.site = FeedSite(folder, base_url, clock)
    return app


@contextmanager
def served(app: Starlette) -> Iterator[str]:
    """Serve an application on a free port of loopback and yield its address."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", lifespan="off"))
    ready = threading.Event()
    startup = server.startup

    async def announced(*args: object, **more: object) -> None:
        await startup(*args, **more)
        ready.set()

    server.startup = announced
    thread = threading.Thread(target=server.run)
    thread.start()
    try:
        assert ready.wait(30)
        yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join(30)
        if hasattr(app.state, "feed_desk"):
            app.state.feed_desk.close()
