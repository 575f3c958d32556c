"""What `tracker demo` does: the sample plan of this school year, its feed, its messages, then the service."""

from __future__ import annotations

import re
from datetime import date, datetime, time
from importlib.resources import files
from pathlib import Path

import click

from schedules.plan import SchoolYear
from tracker.commands.reminding import remind
from tracker.commands.serving import serve
from tracker.feeds.links import ensure_feeds, feed_links
from tracker.importing import Incoming, store_plan
from tracker.plan_reading import PlanReader
from tracker.spoken import day_words
from tracker.store import schools
from tracker.store.database import open_database, transaction
from tracker.store.feeds import FeedKind
from tracker.store.history import Actor
from tracker.zone import HO_CHI_MINH, current_instant

SAMPLE = "ke-hoach-mau.md"
WRITTEN_FOR = SchoolYear(2026)
"""The school year the sample was written for; the demo moves it to the present one."""

FIRST_MESSAGE = time(7, 0)


def demonstrate(folder: Path, port: int) -> None:
    """Read and publish the sample, print its feed and the messages of the next morning, then serve."""
    now = current_instant()
    with open_database(folder) as db:
        if not schools.all_schools(db):
            actor, reader = Actor("bản chạy thử", now), PlanReader.for_folder(folder)
            content = sample_of(SchoolYear.of(now.date())).encode()
            plan = reader.read_bytes(content, SAMPLE)
            store_plan(db, Incoming(content, plan), actor, reader.calendar, publish=True)
            click.echo(f"Đã đọc và phát hành kế hoạch mẫu: {len(plan.tasks)} việc, {len(plan.findings)} điểm cần xem.")
    _print_feed(folder, port, Actor("bản chạy thử", now))
    _print_messages(folder, now.date())
    serve(folder, "127.0.0.1", port)


def sample_of(school_year: SchoolYear) -> str:
    """Return the sample plan with its years moved to a school year."""
    text = (files("tracker") / "sample" / SAMPLE).read_text(encoding="utf-8")
    moved = school_year.first - WRITTEN_FOR.first
    return re.sub(r"\b20\d\d\b", lambda year: str(int(year[0]) + moved), text)


def _print_feed(folder: Path, port: int, actor: Actor) -> None:
    with open_database(folder) as db:
        school = schools.all_schools(db)[0]
        with transaction(db):
            ensure_feeds(db, folder, school.id, actor)
        links = feed_links(db, folder, f"http://127.0.0.1:{port}", school.id)
    click.echo("Lịch đăng ký trên điện thoại:")
    for link in links:
        if link.kind is FeedKind.SCHOOL and link.url:
            click.echo(f"  {school.name}: {link.url}")


def _print_messages(folder: Path, today: date) -> None:
    """Print what the next working morning will send, without sending it."""
    morning = PlanReader.for_folder(folder).calendar.working_days.after(today)
    click.echo(f"\nCác tin sẽ gửi sáng {day_words(morning)} (xem trước, không gửi thật):")
    remind(folder, datetime.combine(morning, FIRST_MESSAGE, HO_CHI_MINH), dry_run=True, as_json=False)
    click.echo("")
