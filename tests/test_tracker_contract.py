"""Records as the JSON others rely on: ISO days, null for what is absent, nothing invented."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, time

from hypothesis import given
from hypothesis import strategies as st

from schedules.plan import NO_DUE, Budget, Due, Place
from tests.conftest import NOW, make_plan, make_task
from tracker.contract import due_json, due_line, place_json, plan_json, stored_task_json, task_json
from tracker.reports.board import Staff
from tracker.store.records import Part, Person, StoredTask, TaskState

NOBODY = Staff({}, {})
REPORT = make_task("Báo cáo tự đánh giá", date(2024, 4, 26), budget=Budget("25 triệu đồng", 25_000_000))


def test_no_deadline_is_all_null_but_its_precision() -> None:
    told = due_json(NO_DUE)
    assert told.pop("precision") == "none"
    assert set(told.values()) == {None}


@given(
    st.builds(Due, implied=st.sampled_from([(), ("year",), ("month", "first")]), hour=st.none() | st.just(time(7, 5)))
)
def test_the_line_of_a_batch_is_the_same_json(due: Due) -> None:
    assert due_line(due) == json.dumps(due_json(due), ensure_ascii=False)


def test_a_task_keeps_days_words_and_money() -> None:
    told = task_json(REPORT)
    assert (told["due"], told["budget"], told["budget_vnd"]) == ("2024-04-26", "25 triệu đồng", 25_000_000)
    assert told["mentions"][0]["quote"] == "- Báo cáo tự đánh giá: 26/04/2024"


def test_a_place_tells_only_what_is_known() -> None:
    assert place_json(Place(table=1, row=3)) == {"table": 1, "row": 3}


def test_days_late_stands_only_where_work_is_late() -> None:
    stored = StoredTask("viec-1", 1, 1, REPORT, TaskState.OPEN, 0, 0, NOW, published=True)
    assert "days_late" not in stored_task_json(stored, date(2024, 4, 26), NOBODY)
    assert stored_task_json(stored, date(2024, 5, 2), NOBODY)["days_late"] == 6


def test_a_stored_task_tells_who_does_it_now_and_whom_its_plan_names_where_that_is_another() -> None:
    work = replace(REPORT, owners=("Hiệu trưởng", "tổ Toán"), helpers=("Cô Lan",))
    stored = StoredTask("viec-1", 1, 1, work, TaskState.OPEN, 0, 0, NOW)
    names = {1: "Tổ Toán", 2: "Hiệu trưởng", 3: "Cô Lan", 4: "Cô Mai"}
    staff = {number: Person(number, 1, name) for number, name in names.items()}
    lead, helper = Part.LEAD, Part.HELPER

    as_planned = Staff(staff, {"viec-1": ((1, lead), (2, lead), (3, helper))})
    told = stored_task_json(stored, NOW.date(), as_planned)
    assert (told["owners"], told["helpers"]) == (["Hiệu trưởng", "tổ Toán"], ["Cô Lan"])
    assert "named_in_plan" not in told

    by_hand = Staff(staff, {"viec-1": ((2, helper), (3, Part.WATCHER), (4, lead))})
    told = stored_task_json(stored, NOW.date(), by_hand)
    assert (told["owners"], told["helpers"]) == (["Cô Mai"], ["Hiệu trưởng"])
    assert told["named_in_plan"] == {"owners": ["Hiệu trưởng", "tổ Toán"], "helpers": ["Cô Lan"]}


def test_a_plan_is_one_json_document() -> None:
    told = json.loads(json.dumps(plan_json(make_plan(REPORT))))
    assert told["document"]["school_year"] == "2023-2024"
    assert [task["title"] for task in told["tasks"]] == ["Báo cáo tự đánh giá"]
