"""The feed addresses over HTTP: what clients ask, what they get, when they need nothing."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from pathlib import Path

import httpx2 as httpx
import hypothesis
import pytest
from click.testing import CliRunner
from hypothesis import strategies as st
from starlette.testclient import TestClient

from tests.conftest import make_task
from tests.fakes.feed_school import NOW, TEACHER, FeedSchool, feed_app, served
from tracker.commands.feed_ import command
from tracker.feeds.links import renew, revoke
from tracker.store import feeds, people
from tracker.store.database import FILE_NAME
from tracker.store.feeds import FeedKind
from tracker.store.history import Actor

DAY = date(2023, 10, 6)
ACTOR = Actor("Cô Lan", NOW)


class Clock:
    """A clock that stands until it is moved."""

    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now


@contextmanager
def browsing(folder: Path, clock: Callable[[], datetime]) -> Iterator[httpx.Client]:
    with served(feed_app(folder, clock)) as address:
        with httpx.Client(base_url=address, headers={"Accept-Encoding": "identity"}) as opened:
            yield opened


@pytest.fixture
def school(tmp_path: Path) -> FeedSchool:
    made = FeedSchool(tmp_path)
    made.add(make_task("Nộp báo cáo", DAY, owners=(TEACHER,)), TEACHER)
    made.add(make_task("Công khai chất lượng (đ/c Hoà)", DAY, owners=(TEACHER,), public=True))
    made.publish()
    return made


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def client(school: FeedSchool, clock: Clock) -> Iterator[httpx.Client]:
    with browsing(school.folder, clock) as opened:
        yield opened


def answer(client: httpx.Client, path: str, **headers: str) -> httpx.Response:
    return client.get(path, headers={name.replace("_", "-"): value for name, value in headers.items()})


def test_a_feed_is_a_calendar_with_all_a_client_wants_to_know(client: httpx.Client, school: FeedSchool) -> None:
    given = answer(client, school.path())
    assert (given.status_code, given.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert given.headers["cache-control"] == "private, no-cache"
    assert parsedate_to_datetime(given.headers["last-modified"]) == NOW
    assert given.headers["etag"].startswith('"')
    assert {"set-cookie", "content-disposition", "content-encoding"}.isdisjoint(given.headers)
    assert given.text.count("BEGIN:VEVENT") == 2


def test_the_command_writes_the_bytes_that_are_served(client: httpx.Client, school: FeedSchool, tmp_path: Path) -> None:
    CliRunner(env={"TRACKER_BASE_URL": ""}).invoke(command, ["--data", str(tmp_path), "-o", str(tmp_path / "a.ics")])
    assert (tmp_path / "a.ics").read_bytes() == answer(client, school.path()).content


def test_head_says_the_same_without_the_bytes(client: httpx.Client, school: FeedSchool) -> None:
    given, head = client.get(school.path()), client.head(school.path())
    assert (head.status_code, head.content) == (200, b"")
    assert {**head.headers, "date": ""} == {**given.headers, "date": ""}


def test_who_has_the_bytes_gets_304(client: httpx.Client, school: FeedSchool) -> None:
    given = answer(client, school.path())
    same = answer(client, school.path(), If_None_Match=given.headers["etag"])
    assert (same.status_code, same.content, same.headers["etag"]) == (304, b"", given.headers["etag"])
    assert answer(client, school.path(), If_None_Match=f'"x", W/{given.headers["etag"]}').status_code == 304
    assert answer(client, school.path(), If_Modified_Since=given.headers["last-modified"]).status_code == 304


@pytest.mark.parametrize("since", ["Sun, 17 Sep 2023 00:00:00 GMT", "hôm qua", ""])
def test_who_has_older_bytes_or_says_no_date_gets_them(client: httpx.Client, school: FeedSchool, since: str) -> None:
    assert client.get(school.path(), headers=[(b"If-Modified-Since", since.encode())]).status_code == 200


def test_the_tag_counts_more_than_the_date(client: httpx.Client, school: FeedSchool) -> None:
    late = "Mon, 01 Jan 2035 00:00:00 GMT"
    assert answer(client, school.path(), If_None_Match='"old"', If_Modified_Since=late).status_code == 200


def test_gzip_comes_when_asked_for_with_its_own_tag(client: httpx.Client, school: FeedSchool) -> None:
    plain = answer(client, school.path())
    with client.stream("GET", school.path(), headers={"Accept-Encoding": "br, gzip;q=0.5"}) as zipped:
        body = b"".join(zipped.iter_raw())
    assert zipped.headers["content-encoding"] == "gzip"
    assert zipped.headers["vary"] == plain.headers["vary"] == "Accept-Encoding"
    assert zipped.headers["etag"] != plain.headers["etag"]
    assert gzip.decompress(body) == plain.content


@pytest.mark.parametrize(
    ("coding", "agent"), [("gzip;q=0", "khal"), ("br", "khal"), ("gzip", "Microsoft Outlook 16.0")]
)
def test_gzip_does_not_come_unasked_or_to_who_cannot_read_it(
    client: httpx.Client, school: FeedSchool, coding: str, agent: str
) -> None:
    given = answer(client, school.path(), Accept_Encoding=coding, User_Agent=agent)
    assert "content-encoding" not in given.headers


def test_a_change_is_in_the_next_answer(client: httpx.Client, school: FeedSchool, clock: Clock) -> None:
    before = answer(client, school.path())
    school.now = clock.now = NOW + timedelta(minutes=5)
    school.move("viec-0", date(2023, 10, 13))
    after = answer(client, school.path(), If_None_Match=before.headers["etag"])
    assert after.status_code == 200
    assert "DTSTART;VALUE=DATE:20231013" in after.text
    assert "SEQUENCE:1" in after.text
    assert after.headers["last-modified"] > before.headers["last-modified"]


MOMENTS = st.lists(
    st.tuples(st.sampled_from(["fetch", "change", "restart"]), st.sampled_from([0, 100, 400, 1100])), max_size=15
)


@hypothesis.settings(max_examples=60)
@hypothesis.given(moments=MOMENTS, tells=st.sampled_from(["last-modified", "date"]))
def test_who_tells_only_a_date_never_keeps_a_feed_that_changed(
    tmp_path_factory: pytest.TempPathFactory, moments: list[tuple[str, int]], tells: str
) -> None:
    """However changes and fetches fall within seconds, whichever date the reader kept: the server's, or when it asked."""
    clock, school = Clock(), FeedSchool(tmp_path_factory.mktemp("lich"))
    school.add(make_task("Nộp báo cáo", DAY))
    school.publish()
    path, days, has, date_kept = school.path(), 0, b"", ""
    app = feed_app(school.folder, clock)
    for act, milliseconds in moments:
        school.now = clock.now = clock.now + timedelta(milliseconds=milliseconds)
        if act == "change":
            days += 1
            school.move("viec-0", DAY + timedelta(days=days))
        elif act == "restart":
            app = feed_app(school.folder, clock)
        else:
            with TestClient(app) as client:
                given_now = client.get(path, headers={"If-Modified-Since": date_kept} if date_kept else {})
                full = client.get(path)
            asked = format_datetime(clock.now.astimezone(UTC), usegmt=True)
            assert parsedate_to_datetime(given_now.headers["last-modified"]) <= clock.now
            assert given_now.status_code == 200 or has == full.content
            has = given_now.content or has
            date_kept = asked if tells == "date" else given_now.headers["last-modified"]


def test_a_feed_that_changed_twice_within_a_second_is_sent_twice(
    client: httpx.Client, school: FeedSchool, clock: Clock
) -> None:
    dates = []
    for tenth in (1, 4, 7):
        school.now = clock.now = NOW + timedelta(minutes=5, milliseconds=100 * tenth)
        school.move("viec-0", DAY + timedelta(days=tenth))
        given = answer(client, school.path(), **({"If_Modified_Since": dates[-1]} if dates else {}))
        assert (given.status_code, f"DTSTART;VALUE=DATE:202310{6 + tenth:02}" in given.text) == (200, True)
        dates.append(given.headers["last-modified"])
    clock.now = NOW + timedelta(minutes=5, seconds=3)
    settled = answer(client, school.path(), If_Modified_Since=dates[-1]).headers["last-modified"]
    assert answer(client, school.path(), If_Modified_Since=settled).status_code == 304


def test_a_clock_set_back_hides_no_change(client: httpx.Client, school: FeedSchool, clock: Clock) -> None:
    clock.now = school.now = NOW + timedelta(hours=1)
    school.move("viec-0", date(2023, 10, 13))
    before = answer(client, school.path())
    clock.now = school.now = NOW
    school.move("viec-0", date(2023, 10, 20))
    after = answer(client, school.path(), If_Modified_Since=before.headers["last-modified"])
    assert (after.status_code, parsedate_to_datetime(after.headers["last-modified"]) <= NOW) == (200, True)


def test_the_bytes_stay_while_nothing_changes_even_in_another_process(client: httpx.Client, school: FeedSchool) -> None:
    given = answer(client, school.path())
    with browsing(school.folder, lambda: NOW + timedelta(days=3)) as other:
        again = answer(other, school.path())
    assert (again.content, again.headers["etag"]) == (given.content, given.headers["etag"])
    assert again.headers["last-modified"] == given.headers["last-modified"]


def test_a_draft_is_in_no_feed(client: httpx.Client, tmp_path: Path, clock: Clock) -> None:
    draft = FeedSchool(tmp_path, "Trường Tiểu học Đồi Chè")
    draft.add(make_task("Việc chưa phát hành", DAY, public=True), TEACHER)
    paths = [draft.path(kind) for kind in (FeedKind.SCHOOL, FeedKind.COMMITTEE, FeedKind.PUBLIC)]
    paths.append(draft.path(FeedKind.PERSON, TEACHER))
    assert [answer(client, path).text.count("VEVENT") for path in paths] == [0, 0, 0, 0]


def test_a_person_sees_the_tasks_they_have_a_part_in(client: httpx.Client, school: FeedSchool) -> None:
    text = answer(client, school.path(FeedKind.PERSON, TEACHER)).text
    assert text.count("BEGIN:VEVENT") == 1
    assert f"X-WR-CALNAME:Việc của {TEACHER}" in text.replace("\r\n ", "")


def test_a_task_given_to_another_leaves_the_feed_of_the_first(
    client: httpx.Client, school: FeedSchool, clock: Clock
) -> None:
    path = school.path(FeedKind.PERSON, TEACHER)
    before = answer(client, path)
    clock.now = NOW + timedelta(minutes=5)
    with school.change() as db:
        people.assign(db, "viec-0", [])
    after = answer(client, path, If_Modified_Since=before.headers["last-modified"])
    assert (after.status_code, after.text.count("VEVENT")) == (200, 0)


def test_the_public_feed_needs_no_secret_and_holds_no_name(client: httpx.Client, school: FeedSchool) -> None:
    given = answer(client, f"/public/{school.school.slug}.ics")
    assert (given.status_code, given.headers["cache-control"]) == (200, "no-cache")
    assert given.text.count("BEGIN:VEVENT") == 1
    assert "SUMMARY:Công khai chất lượng\r\n" in given.text
    assert not any(name in given.text for name in ("Hoà", "Nguyễn", "đ/c"))


def test_an_unknown_address_is_404(client: httpx.Client, school: FeedSchool) -> None:
    for path in ("/feeds/x.ics", f"/feeds/{'a' * 32}.ics", "/public/khong-co.ics", "/feeds/public:1:1.ics"):
        given = answer(client, path)
        assert (given.status_code, given.headers["content-type"]) == (404, "text/plain; charset=utf-8")


def test_a_renewed_address_is_gone_and_the_new_one_works(client: httpx.Client, school: FeedSchool) -> None:
    old = school.path()
    assert answer(client, old).status_code == 200
    with school.change() as db:
        renew(db, school.folder, 1, ACTOR)
    gone = answer(client, old)
    assert gone.status_code == 410
    assert "thu hồi" in gone.text
    assert answer(client, school.path()).status_code == 200


def test_a_school_may_close_its_public_feed(client: httpx.Client, school: FeedSchool) -> None:
    path = school.path(FeedKind.PUBLIC)
    with school.change() as db:
        revoke(db, 1, ACTOR)
    assert answer(client, path).status_code == 410


def test_a_database_that_is_not_there_is_503_and_comes_back(client: httpx.Client, school: FeedSchool) -> None:
    path, file = school.path(), school.folder / FILE_NAME
    assert answer(client, path).status_code == 200
    file.rename(file.with_suffix(".away"))
    trouble = answer(client, path)
    assert (trouble.status_code, trouble.headers["retry-after"]) == (503, "300")
    assert not file.exists()
    file.with_suffix(".away").rename(file)
    assert answer(client, path).status_code == 200


def test_a_damaged_database_is_503_and_never_an_empty_calendar(client: httpx.Client, school: FeedSchool) -> None:
    path, file = school.path(), school.folder / FILE_NAME
    file.unlink()
    for name in ("-wal", "-shm"):
        file.with_name(FILE_NAME + name).unlink(missing_ok=True)
    file.write_bytes(b"not a database at all, but long enough to look" * 40)
    assert answer(client, path).status_code == 503


def test_a_task_that_cannot_be_read_is_503_and_never_a_smaller_calendar(
    client: httpx.Client, school: FeedSchool
) -> None:
    path = school.path()
    with school.change() as db:
        db.execute("UPDATE tasks SET record = '{}' WHERE id = 'viec-0'")
    assert answer(client, path).status_code == 503


def test_who_fetched_and_when_is_noted(school: FeedSchool, clock: Clock) -> None:
    path = school.path()
    with browsing(school.folder, clock) as client:
        answer(client, path, User_Agent="ICSx5/2.2")
    with school.change() as db:
        feed = feeds.by_id(db, 1)
    assert (feed.fetched_by, feed.fetched_at) == ("ICSx5/2.2", NOW)


def test_only_reading_is_allowed(client: httpx.Client, school: FeedSchool) -> None:
    assert client.put(school.path()).status_code == 405


def test_a_feed_of_nothing_becomes_one_of_something(client: httpx.Client, tmp_path: Path, clock: Clock) -> None:
    empty = FeedSchool(tmp_path, "Trường Tiểu học Đồi Chè")
    assert answer(client, empty.path()).text.count("BEGIN:VEVENT") == 0
    empty.add(make_task("Nộp báo cáo", DAY))
    empty.now = clock.now = NOW + timedelta(minutes=5)
    empty.publish()
    assert answer(client, empty.path()).text.count("BEGIN:VEVENT") == 1
