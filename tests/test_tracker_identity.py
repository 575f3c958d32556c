"""Which task is which: by title first, then quote, place and day; never by order alone."""

from __future__ import annotations

from datetime import date
from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from schedules.plan import Task
from tests.conftest import NOW, make_task
from tracker.identity import compare, task_id
from tracker.store.records import StoredTask, TaskState

OCTOBER = make_task("Công khai tài chính", date(2023, 10, 27))
JANUARY = make_task("Công khai tài chính", date(2024, 1, 12))
MAY = make_task("Công khai tài chính", date(2024, 5, 31))


def stored(*tasks: Task) -> list[StoredTask]:
    return [StoredTask(f"viec-{n}", 1, n, task, TaskState.OPEN, 0, 0, NOW) for n, task in enumerate(tasks)]


def test_tasks_of_one_title_are_told_apart_by_their_days_in_any_order() -> None:
    old = stored(OCTOBER, JANUARY, MAY)
    for order in permutations((OCTOBER, JANUARY, MAY)):
        assert all(one.task == task for one, task in compare(old, order).pairs)


def test_another_criterion_is_another_task() -> None:
    compared = compare(stored(make_task("Mua sách", criterion="3.6")), [make_task("Mua sách", criterion="4.2")])
    assert (len(compared.new), len(compared.gone)) == (1, 1)


def test_lost_accents_are_the_same_title() -> None:
    assert compare(stored(OCTOBER), [make_task("Cong khai tai chinh", date(2023, 10, 27))]).same


@given(
    st.lists(st.sampled_from([OCTOBER, JANUARY, MAY]), max_size=5),
    st.lists(st.sampled_from([OCTOBER, MAY]), max_size=5),
)
def test_every_task_is_counted_once(before: list[Task], after: list[Task]) -> None:
    compared = compare(stored(*before), after)
    assert len(compared.pairs) + len(compared.gone) == len(before)
    assert len(compared.pairs) + len(compared.new) == len(after)


def test_ids_depend_on_school_plan_and_work_alone() -> None:
    first = task_id("12|2023-2024", "hoa-ban", MAY)
    assert first == task_id("12|2023-2024", "hoa-ban", MAY)
    assert first != task_id("12|2023-2024", "hoa-sen", MAY)
    assert first != task_id("12|2023-2024", "hoa-ban", OCTOBER)
