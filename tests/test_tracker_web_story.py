"""The history of a work on its page: each line tells something, the work on the draft is folded once published."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from lxml import html

from tests.conftest import NOW
from tests.fakes.review_clerk import CONTEST, Clerk, clerk_with
from tracker.store.database import open_database
from tracker.store.records import HistoryEntry
from tracker.web.story import Story, story

PEOPLE = "Đổi người kế hoạch ghi: chưa có ai → Cô Lan (chủ trì), Cô Hà (chủ trì)"


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    return clerk_with(tmp_path / "data")


def lines(clerk: Clerk, where: str) -> list[str]:
    page = html.fromstring(clerk.get(f"/viec/{clerk.id_of(CONTEST)}").text)
    return [one.text.strip() for one in page.xpath(f"//section[h2='Đã xảy ra']/{where}/li")]


def test_people_named_in_review_are_told_and_no_line_says_the_same_twice(clerk: Clerk) -> None:
    clerk.presses("nguoi", task=clerk.id_of(CONTEST), owners="Cô Lan, Cô Hà")
    assert lines(clerk, "ol") == [PEOPLE, f"Đọc từ kế hoạch: {CONTEST}"]


def entry(hours: int, now: str, was: str | None = None) -> HistoryEntry:
    return HistoryEntry(hours, NOW + timedelta(hours=hours), "Văn thư", "task", "viec-1", "changed", was, now, None)


def test_what_was_done_to_the_draft_is_apart_once_it_is_published() -> None:
    late, early = entry(2, "Họp tổ", "Họp"), entry(0, "Họp", "Hop")
    assert story([late, early], NOW + timedelta(hours=1)) == Story((late,), (early,))
    assert story([late, early], None) == Story((late, early), ())


def test_a_change_of_what_no_page_shows_is_kept_but_not_told() -> None:
    assert story([entry(0, "Họp", "Họp")], None) == Story((), ())


def test_the_page_folds_what_was_before(clerk: Clerk) -> None:
    clerk.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="1")
    with open_database(clerk.folder) as db, db.conn:
        for of in ("tasks", "plans"):
            db.execute(f"UPDATE {of} SET published_at = ?", [(NOW + timedelta(hours=1)).isoformat()])
    assert lines(clerk, "ol") == []
    assert lines(clerk, "details/ol") == [f"Đọc từ kế hoạch: {CONTEST}"]


def test_what_happened_between_publishing_and_publishing_again_is_not_folded_away(clerk: Clerk) -> None:
    clerk.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="1")
    with open_database(clerk.folder) as db, db.conn:
        db.execute("UPDATE tasks SET published_at = ?", [(NOW + timedelta(days=9)).isoformat()])
    assert lines(clerk, "ol") == [f"Đọc từ kế hoạch: {CONTEST}"]
    assert lines(clerk, "details/ol") == []
