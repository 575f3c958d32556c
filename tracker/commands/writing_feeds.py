"""What `tracker feed` does once its options are read: choose whose feed, make it, write it whole."""

from __future__ import annotations

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import click

from tracker.commands.edge import print_json, refuse, say
from tracker.commands.looking import opened_to_look
from tracker.commands.os_words import os_words
from tracker.commands.served import last_address
from tracker.feeds.links import FeedLink, ensure_feeds, feed_links
from tracker.feeds.making import make
from tracker.settings import SettingsError, load_settings
from tracker.store import people, plans, schools
from tracker.store.database import Database, StoreTroubleError
from tracker.store.feeds import FeedKind, FeedSubject
from tracker.store.history import Actor
from tracker.store.records import PlanStatus, School
from tracker.zone import current_instant

TITLES = {FeedKind.SCHOOL: "Cả trường", FeedKind.COMMITTEE: "Tổ giám sát", FeedKind.PUBLIC: "Công khai"}


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose feed: a school's (the only one by default), a person's, or one of another kind."""

    school: str | None = None
    person: str | None = None
    kind: str | None = None


@contextmanager
def _opened(data: Path) -> Iterator[tuple[Database, str]]:
    """Give the store and the base address; what is wrong with either ends the command with its sentence."""
    try:
        base_url = load_settings(data, os.environ).base_url
        with opened_to_look(data) as db:
            yield db, base_url
    except (StoreTroubleError, SettingsError) as error:
        refuse(str(error))


def write(data: Path, wanted: Wanted, output: Path | None, *, as_json: bool = False) -> None:
    """Write a feed to a file, or to stdout as bytes, or as the text in one JSON document; an empty one is told."""
    with _opened(data) as (db, base_url):
        school = _school(db, wanted)
        subject = FeedSubject(FeedKind(wanted.kind or FeedKind.SCHOOL), school.id)
        if wanted.person:
            subject = _person(db, school, wanted.person)
        body = make(db, subject, current_instant().date(), base_url).body
        empty = "" if _events(body) else _why_empty(db, school)
    given = None if output is None or str(output) == "-" else output
    if given:
        _replace(given, body)
        say(f"Đã ghi {given} ({_events(body)} việc).")
    if as_json:
        whole = {"file": str(given)} if given else {"calendar": body.decode()}
        print_json({**whole, "events": _events(body)})
    elif not given:
        click.echo(body, nl=False)
    if empty:
        say(empty)


def _events(body: bytes) -> int:
    return body.count(b"BEGIN:VEVENT")


def print_links(data: Path, school_name: str | None, *, as_json: bool) -> None:
    """Print the address of every feed of a school, making those that were never made."""
    with _opened(data) as (db, base_url):
        school = _school(db, Wanted(school_name))
        ensure_feeds(db, data, school.id, Actor("tracker feed", current_instant()))
        links = feed_links(db, data, base_url or last_address(data), school.id)
    if as_json:
        print_json([{"id": one.feed_id, "kind": one.kind, "person": one.person_name, "url": one.url} for one in links])
    else:
        click.echo("\n".join(map(_link_line, links)))


def _link_line(link: FeedLink) -> str:
    lost = "không hiện lại được vì khóa đã đổi; hãy tạo liên kết mới trên trang Lịch"
    return f"{link.person_name or TITLES.get(link.kind, link.kind)}: {link.url or lost}"


def _school(db: Database, wanted: Wanted) -> School:
    """Return the school named, the person's, or the only one; end with a sentence that lists them otherwise."""
    every = schools.all_schools(db)
    if not every:
        refuse("Chưa có trường nào. Hãy nhập kế hoạch trước: tracker import TỆP --publish")
    listed = "; ".join(f"“{one.name}” ({one.slug})" for one in every)
    if wanted.school:
        named = schools.by_name(db, wanted.school)
        if named is None:
            refuse(f"Không có trường “{wanted.school}”. Các trường đang có: {listed}")
        return named
    homes = {one.id for one in every}
    if wanted.person:
        found = {one.school_id for one in people.find(db, wanted.person)}
        if not found and len(homes) > 1:
            refuse(f"Không có “{wanted.person}” ở trường nào. Các trường đang có: {listed}")
        homes = found or homes
    if len(homes) > 1:
        refuse(f"Có nhiều trường, hãy chọn một bằng --school: {listed}")
    return next(one for one in every if one.id in homes)


def _why_empty(db: Database, school: School) -> str:
    kept = plans.of_school(db, school.id)
    if kept and not any(plan.status is PlanStatus.PUBLISHED for plan in kept):
        mend = "Hãy phát hành ở trang duyệt, hoặc tracker import TỆP --publish"
        return f"Lịch còn trống: {school.name} chỉ có bản nháp. {mend}"
    return f"Lịch còn trống: chưa việc nào của {school.name} thuộc lịch này."


def _person(db: Database, school: School, name: str) -> FeedSubject:
    found = people.by_name(db, school.id, name)
    if found is None:
        known = "; ".join(f"“{one.name}”" for one in people.of_school(db, school.id)) or "chưa có ai"
        refuse(f"Không có “{name}” ở {school.name}. Những người đang có: {known}")
    return FeedSubject(FeedKind.PERSON, school.id, found.id)


def _replace(output: Path, body: bytes) -> None:
    """Write the whole feed or nothing: a half-written calendar would empty the phones that read it."""
    draft = output.with_name(f".{output.name}.{secrets.token_hex(4)}")
    try:
        draft.write_bytes(body)
        draft.replace(output)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        refuse(f"{output}: không ghi được lịch ({os_words(error)}). Hãy chọn chỗ khác bằng -o.")
