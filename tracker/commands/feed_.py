"""`tracker feed`: a calendar feed as a file, the same bytes as its address gives; or the addresses themselves."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

import click

from tracker.commands.edge import data_option, json_option, print_json, refuse, say
from tracker.feeds.links import FeedLink, ensure_feeds, feed_links
from tracker.feeds.making import make
from tracker.settings import SettingsError, load_settings
from tracker.store import people, schools
from tracker.store.database import Database, StoreTroubleError, open_database, transaction
from tracker.store.feeds import FeedKind, FeedSubject
from tracker.store.history import Actor
from tracker.store.records import School
from tracker.zone import current_instant

LINKS = "links"
LOCAL = "http://127.0.0.1:8000"


@click.command("feed")
@click.option("--school", metavar="TRƯỜNG", help="Lịch của trường này (tên hoặc tên trong địa chỉ).")
@click.option("--person", metavar="NGƯỜI", help="Lịch việc của một người.")
@click.option("--committee", "what", flag_value="committee", help="Lịch của Tổ giám sát.")
@click.option("--public", "what", flag_value="public", help="Chỉ phần phải công khai, không có tên người.")
@click.option("--links", "what", flag_value=LINKS, help="In địa chỉ đăng ký của mọi lịch thay vì ghi lịch.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Ghi vào tệp thay vì stdout.")
@json_option
@data_option
def command(  # noqa: PLR0913, PLR0917 - one argument per option
    data: Path,
    school: str | None,
    person: str | None,
    what: str | None,
    output: Path | None,
    as_json: bool,
) -> None:
    """Ghi lịch iCalendar của trường, của một người hoặc phần công khai."""
    if person and what in set(FeedKind):
        raise click.UsageError(f"Chỉ chọn một trong --person và --{what}.")
    try:
        base_url = load_settings(data, os.environ).base_url
        with open_database(data) as db:
            chosen = _school(db, school, person)
            if what == LINKS:
                _print_links(_links(db, data, base_url, chosen), as_json)
                return
            wanted = FeedSubject(FeedKind(what or FeedKind.SCHOOL), chosen.id)
            subject = _person(db, chosen, person) if person else wanted
            body = make(db, subject, current_instant().date(), base_url).body
        _write(body, output)
    except (StoreTroubleError, SettingsError) as error:
        refuse(str(error))


def _school(db: Database, name: str | None, person: str | None) -> School:
    """Return the school named, the person's, or the only one; end with a sentence that lists them otherwise."""
    every = schools.all_schools(db)
    if not every:
        refuse("Chưa có trường nào. Hãy nhập kế hoạch trước: tracker import TỆP --publish")
    listed = "; ".join(f"“{one.name}” ({one.slug})" for one in every)
    if name:
        named = schools.by_name(db, name)
        if named is None:
            refuse(f"Không có trường “{name}”. Các trường đang có: {listed}")
        return named
    homes = {one.school_id for one in people.find(db, person)} if person else {one.id for one in every}
    if len(homes) > 1:
        refuse(f"Có nhiều trường, hãy chọn một bằng --school: {listed}")
    return next((one for one in every if one.id in homes), every[0])


def _person(db: Database, school: School, name: str) -> FeedSubject:
    found = people.by_name(db, school.id, name)
    if found is None:
        known = "; ".join(f"“{one.name}”" for one in people.of_school(db, school.id)) or "chưa có ai"
        refuse(f"Không có “{name}” ở {school.name}. Những người đang có: {known}")
    return FeedSubject(FeedKind.PERSON, school.id, found.id)


def _links(db: Database, data: Path, base_url: str, school: School) -> tuple[FeedLink, ...]:
    with transaction(db):
        ensure_feeds(db, data, school.id, Actor("tracker feed", current_instant()))
    return feed_links(db, data, base_url or LOCAL, school.id)


def _print_links(links: tuple[FeedLink, ...], as_json: bool) -> None:
    titles = {FeedKind.SCHOOL: "Cả trường", FeedKind.COMMITTEE: "Tổ giám sát", FeedKind.PUBLIC: "Công khai"}
    if as_json:
        print_json([{"id": one.feed_id, "kind": one.kind, "person": one.person_name, "url": one.url} for one in links])
        return
    for one in links:
        address = one.url or "không hiện lại được vì khoá đã đổi; hãy tạo liên kết mới trên trang Lịch"
        click.echo(f"{one.person_name or titles.get(one.kind, one.kind)}: {address}")


def _write(body: bytes, output: Path | None) -> None:
    """Write the whole feed or nothing: a half-written calendar would empty the phones that read it."""
    if output is None or str(output) == "-":
        click.echo(body, nl=False)
        return
    draft = output.with_name(f".{output.name}.{secrets.token_hex(4)}")
    try:
        draft.write_bytes(body)
        draft.replace(output)
    except OSError as error:
        draft.unlink(missing_ok=True)
        refuse(f"{output}: không ghi được lịch ({error.strerror}). Hãy chọn chỗ khác bằng -o.")
    say(f"Đã ghi {output} ({body.count(b'BEGIN:VEVENT')} việc).")
