"""A work split by hand gives two works, each with a title and owners of its own."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from schedules.plan import Mention, Place, Task
from tests.conftest import due_on, make_plan
from tests.fakes.parting import draft_of
from tests.fakes.review_clerk import CONTEST, PAGE, Clerk, clerk_with
from tracker.refusal import Refusal
from tracker.review.draft import Draft
from tracker.review.halving import Half, halve
from tracker.review.operations import Operation

MARCH, MAY = due_on(date(2024, 3, 1)), due_on(date(2024, 5, 3))
PLACES = (Mention("viết báo cáo 1/3", Place(line=1), MARCH), Mention("nộp báo cáo 3/5", Place(line=2), MAY))
WHOLE = Task("Viết và nộp báo cáo", MARCH, PLACES, ("Tổ Văn",), ("Tổ Toán",))
PLAN = make_plan(WHOLE)


def halved(first: Half, second: Half, *given: int) -> tuple[Operation, ...]:
    return halve(draft_of(PLAN), "viec-0", (first, second), None, given)


def told(draft: Draft) -> list[tuple[str, tuple[str, ...], tuple[str, ...], date | None]]:
    works = [item.task for item in draft.live]
    return [(one.title, one.owners, one.helpers, one.due.day) for one in works]


def test_each_half_has_its_own_title_and_owners() -> None:
    made = halved(Half("Viết báo cáo", "Cô Lan"), Half("Nộp báo cáo", "Thầy Tuấn, Văn thư"), 2)
    assert told(draft_of(PLAN, *made)) == [
        ("Viết báo cáo", ("Cô Lan",), ("Tổ Toán",), MARCH.day),
        ("Nộp báo cáo", ("Thầy Tuấn", "Văn thư"), ("Tổ Toán",), MAY.day),
    ]
    assert draft_of(PLAN, *made).lapsed == ()


def test_what_is_left_as_it_was_is_no_decision() -> None:
    made = halved(Half(WHOLE.title, "Tổ Văn"), Half("Nộp báo cáo", "Tổ Văn"), 2)
    assert [type(one).__name__ for one in made] == ["Split"]
    assert made == halved(Half(), Half("Nộp báo cáo"), 2)


def test_the_owner_of_a_half_can_be_taken_away() -> None:
    assert told(draft_of(PLAN, *halved(Half(), Half("Nộp báo cáo", ""), 2)))[1][1] == ()


def test_two_halves_that_are_the_same_are_refused_unless_their_days_differ() -> None:
    with pytest.raises(Refusal, match="trùng cả tên lẫn hạn"):
        halved(Half(WHOLE.title), Half(f" {WHOLE.title.upper()} "))
    assert len(halved(Half(WHOLE.title), Half(WHOLE.title), 2)) == 1
    with pytest.raises(Refusal, match="Tên việc cần"):
        halved(Half(" "), Half("Nộp báo cáo"), 2)


def test_of_a_work_that_is_whole_again_neither_title_nor_owner_of_a_half_is_left() -> None:
    made = halved(Half("Viết báo cáo", "Cô Lan"), Half("Nộp báo cáo", "Thầy Tuấn"), 2)
    moved = replace(PLACES[1], due=due_on(date(2024, 5, 10)))
    draft = draft_of(make_plan(replace(WHOLE, mentions=(PLACES[0], moved))), *made)
    assert told(draft) == [(WHOLE.title, WHOLE.owners, WHOLE.helpers, MARCH.day)]
    assert len(draft.lapsed) == 3


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    return clerk_with(tmp_path / "data")


def test_the_form_has_both_titles_and_owners_filled_in_and_one_undo_takes_all_back(clerk: Clerk) -> None:
    task, before = clerk.id_of(CONTEST), clerk.stored()
    clerk.presses("nguoi", task=task, owners="Cô Lan", helpers="")
    fields = html.fromstring(clerk.get(f"{PAGE}?viec={task}&sua=tach").text).xpath("//details[@id='sua-tach']//input")
    shown = {one.name: one.value for one in fields if one.type != "hidden"}
    assert (shown["first"], shown["second"], shown["first_owners"], shown["second_owners"]) == (
        CONTEST,
        CONTEST,
        "Cô Lan",
        "Cô Lan",
    )
    typed = {"first": "Họp ban giám khảo", "first_owners": "Cô Lan", "second": "Tổng kết", "second_owners": "Thầy Tuấn"}
    clerk.presses("tach", task=task, words="trước ngày 5/12", **typed)
    works = clerk.stored()
    assert [works[one].task.owners for one in ("Họp ban giám khảo", "Tổng kết")] == [("Cô Lan",), ("Thầy Tuấn",)]
    clerk.presses("hoan-tac")
    assert set(clerk.stored()) == set(before)


def test_the_api_names_both_halves_too(clerk: Clerk) -> None:
    wish = {"kind": "split", "task": clerk.id_of(CONTEST), "title": "Tổng kết", "words": "5/12/2023"}
    wish |= {"first": "Họp ban giám khảo", "owners": ["Cô Lan"], "second_owners": ["Thầy Tuấn"]}
    assert clerk.client.post("/api/plans/1/review/operations", json=wish).status_code == 200
    works = clerk.stored()
    assert [works[one].task.owners for one in ("Họp ban giám khảo", "Tổng kết")] == [("Cô Lan",), ("Thầy Tuấn",)]
