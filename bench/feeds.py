"""How quickly a feed is served: `python bench/feeds.py [events]`, figures of one run on one machine.

A real server on loopback, one connection kept alive, as a phone's request meets it. The baseline is a route of the same
server that answers the same bytes without looking anything up; the ratio is what link, database and cache cost.
"""

from __future__ import annotations

import http.client
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from schedules.plan import Due, Header, Mention, Place, Precision, Task
from tracker.feeds.links import ensure_feed, feed_links
from tracker.feeds.making import make
from tracker.store import people, plans, schools, tasks
from tracker.store.database import open_database, transaction
from tracker.store.feeds import FeedKind, FeedSubject
from tracker.store.history import Actor
from tracker.store.records import Part, StoredTask, TaskState
from tracker.web.pages.feeds import TYPE, routes
from tracker.zone import HO_CHI_MINH, current_instant

ROUNDS = 3000
WARM_UP = 200
EVENTS = 200
CHANGES = 9
GOAL_MS = 2.0
AT = datetime(2023, 9, 18, 8, 0, tzinfo=HO_CHI_MINH)


@dataclass(frozen=True)
class Site:
    """What the routes need of a site."""

    folder: Path
    base_url: str
    clock: Callable[[], datetime]


def task(number: int) -> Task:
    """Return a task as a plan words it."""
    day = date(2030, 9, 5) + timedelta(days=number)
    due = Due(f"trước ngày {day:%d/%m/%Y}", day=day, precision=Precision.DAY, remind_by=day - timedelta(days=1))
    title = f"Rà soát, cập nhật minh chứng đợt {number}; tổng hợp, báo cáo kết quả tự đánh giá chất lượng giáo dục"
    quote = f"{title}: {due.words}, các tổ chuyên môn nộp về bộ phận văn thư để nhà trường hoàn thiện hồ sơ."
    return Task(title, due, (Mention(quote, Place(), due),), ("Phó Hiệu trưởng",), ("Tổ chuyên môn",), "1.1")


def filled(folder: Path, events: int) -> str:
    """Make a school with this many tasks and return the path of its feed."""
    with open_database(folder) as db, transaction(db):
        school = schools.ensure(db, "Trường Mầm non Hoa Ban")
        plan = plans.add(db, school.id, Header(school=school.name, number="12/KH-MNHB", source="ke-hoach.docx"), AT)
        leader = people.ensure(db, school.id, "Phó Hiệu trưởng")
        for number in range(events):
            tasks.add(db, StoredTask(f"viec-{number:04}", plan.id, number, task(number), TaskState.OPEN, 0, 0, AT))
            people.assign(db, f"viec-{number:04}", [(leader.id, Part.LEAD)])
        plans.publish(db, plan.id, 0, AT)
        tasks.mark_published(db, plan.id, AT)
        ensure_feed(db, folder, FeedSubject(FeedKind.SCHOOL, school.id), Actor("bench", AT))
        return str(feed_links(db, folder, "", school.id)[0].url)


def serve(folder: Path) -> None:
    """Serve the feeds of a folder and the baseline; print the port."""
    with open_database(folder) as db:
        body = make(db, FeedSubject(FeedKind.SCHOOL, 1), current_instant().date()).body

    async def static(_: Request) -> Response:
        return Response(body, headers={"Content-Type": TYPE, "Content-Length": str(len(body)), "ETag": '"static"'})

    app = Starlette(routes=[Route("/static.ics", static), *routes])
    app.state.site = Site(folder, "", current_instant)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="error", access_log=False, lifespan="off"))
    threading.Timer(0.5, lambda: print(server.servers[0].sockets[0].getsockname()[1], flush=True)).start()
    server.run()


@contextmanager
def served(folder: Path) -> Iterator[http.client.HTTPConnection]:
    """Run the server as a process of its own and give one connection to it."""
    environ = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    command = [sys.executable, __file__, "--serve", str(folder)]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environ)
    try:
        assert process.stdout is not None
        connection = http.client.HTTPConnection("127.0.0.1", int(process.stdout.readline()))
        yield connection
        connection.close()
    finally:
        process.terminate()
        process.wait()


def ask(connection: http.client.HTTPConnection, path: str, etag: str = "") -> tuple[int, float, str]:
    """Return status, milliseconds and ETag of one answer, read to its end."""
    begun = time.perf_counter()
    connection.request("GET", path, headers={"If-None-Match": etag} if etag else {})
    answer = connection.getresponse()
    answer.read()
    return answer.status, (time.perf_counter() - begun) * 1000, answer.headers["ETag"]


def after_a_change(folder: Path, connection: http.client.HTTPConnection, path: str) -> float:
    """Mark a task done or open again and return the milliseconds of the next answer, which has to be made."""
    with open_database(folder) as db, transaction(db):
        done = tasks.by_id(db, "viec-0000").state is TaskState.DONE
        tasks.set_state(db, "viec-0000", TaskState.OPEN if done else TaskState.DONE, Actor("bench", current_instant()))
    return ask(connection, path)[1]


def main(events: int) -> None:
    """Measure in turns, so that the machine's moods meet every route alike, and print the figures."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = filled(folder, events)
        with served(folder) as connection:
            first = ask(connection, path)
            changed = [after_a_change(folder, connection, path) for _ in range(CHANGES)]
            etag = ask(connection, path)[2]
            figures: dict[str, list[float]] = {"static": [], "feed": [], "304": []}
            for number in range(WARM_UP + ROUNDS):
                for label, asked in (("static", ("/static.ics",)), ("feed", (path,)), ("304", (path, etag))):
                    status, taken, _ = ask(connection, *asked)
                    assert status == (304 if label == "304" else 200)
                    if number >= WARM_UP:
                        figures[label].append(taken)
    print(f"{events} việc; lần đầu {first[1]:.0f} ms; dựng lại sau một thay đổi {statistics.median(changed):.0f} ms")
    for label, values in figures.items():
        p99 = statistics.quantiles(values, n=100)[98]
        print(f"{label:>6}: trung vị {statistics.median(values):.3f} ms, p99 {p99:.3f} ms")
    feed, static = statistics.median(figures["feed"]), statistics.median(figures["static"])
    print(f"lịch / tĩnh = {feed / static:.2f}; mục tiêu trung vị < {GOAL_MS} ms: {'đạt' if feed < GOAL_MS else 'CHƯA'}")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--serve"]:
        serve(Path(sys.argv[2]))
    else:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else EVENTS)
