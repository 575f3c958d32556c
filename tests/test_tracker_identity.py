"""Which task is which: by title first, then quote, place and day; never by order alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.plan import Due, Place, Task
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


def report(number: str, day: date, title: str = "Báo cáo số liệu") -> Task:
    task = make_task(f"{title} {number}", day)
    return replace(task, mentions=(replace(task.mentions[0], place=Place(line=day.toordinal())),))


NOVEMBER, DECEMBER = date(2026, 11, 26), date(2026, 12, 15)


@pytest.mark.parametrize(
    ("one", "two"),
    [("đợt 1", "đợt 2"), ("lần 1", "lần 2"), ("học kỳ I", "học kỳ II"), ("vòng hai", "vòng ba"), ("mẫu A", "mẫu B"),
     ("của giáo viên cũ", "của giáo viên mới"), ("khối 6", "khối 7")],
)  # fmt: skip
def test_siblings_whose_days_are_exchanged_are_both_moved(one: str, two: str) -> None:
    old = stored(report(one, NOVEMBER), report(two, DECEMBER))
    compared = compare(old, [report(two, NOVEMBER), report(one, DECEMBER)])
    assert len(compared.moved) == 2
    assert all(was.task.title == now.title for was, now in compared.pairs)


@pytest.mark.parametrize(("one", "two"), [("đợt 1", "đợt 2"), ("lần đầu", "lần cuối"), ("học kỳ I", "học kỳ II")])
def test_a_round_that_goes_is_not_the_next_one_that_comes_on_its_day(one: str, two: str) -> None:
    compared = compare(stored(report(one, NOVEMBER)), [report(two, NOVEMBER)])
    assert (len(compared.new), len(compared.gone), len(compared.pairs)) == (1, 1, 0)


def test_of_three_rounds_the_one_left_out_is_the_one_gone() -> None:
    old = stored(report("đợt 1", NOVEMBER), report("đợt 2", DECEMBER))
    compared = compare(old, [report("đợt 2", NOVEMBER), report("đợt 3", DECEMBER)])
    assert [(was.task.title, now.title) for was, now in compared.moved] == [(old[1].task.title, old[1].task.title)]
    assert (compared.gone, [one.title for one in compared.new]) == ((old[0],), ["Báo cáo số liệu đợt 3"])


def test_the_same_number_written_otherwise_is_the_same_work() -> None:
    compared = compare(stored(report("học kỳ I", NOVEMBER)), [report("học kỳ 1", DECEMBER)])
    assert len(compared.moved) == 1


def test_a_count_corrected_on_the_same_day_is_the_same_work_when_it_is_alone_of_its_name() -> None:
    three, five = (make_task(f"Nộp {count} bộ hồ sơ lên Phòng", NOVEMBER) for count in (3, 5))
    assert len(compare(stored(three), [five]).reworded) == 1
    assert len(compare(stored(three, make_task("Nộp 4 bộ hồ sơ lên Phòng", DECEMBER)), [five]).pairs) == 0


def test_a_title_that_tells_its_own_time_is_moved_with_it() -> None:
    october, november = (
        make_task(f"Họp phụ huynh tháng {month}", due=Due(words=f"tháng {month}", day=date(2026, month, 28)))
        for month in (10, 11)
    )
    assert len(compare(stored(october), [november]).moved) == 1
    december = make_task("Họp phụ huynh tháng 12", due=Due(words="tháng 12", day=date(2026, 12, 28)))
    compared = compare(stored(october, november), [november, december])
    assert (compared.gone[0].task, compared.new) == (october, (december,))


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
