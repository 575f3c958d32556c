"""Named days off are told where they move the days people act on, in words and on the pages; weekends are not."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from schedules.calendar import WorkingDays, with_points
from schedules.plan import Bound
from tests.conftest import due_on, make_plan, make_task
from tests.fakes.answering import LEAD, Answering
from tests.fakes.visitor import Visitor
from tracker.answers.token import Action
from tracker.days_off_words import MovedBy, moved_by

CULTURE = "24/11 nghỉ Ngày Văn hóa Việt Nam"


@pytest.mark.parametrize(
    ("day", "bound", "wanted"),
    [
        (date(2026, 11, 24), Bound.BY, MovedBy(finish=CULTURE)),
        (date(2026, 11, 25), Bound.BEFORE, MovedBy(finish=CULTURE)),
        (date(2026, 11, 24), Bound.BEFORE, MovedBy()),
        (date(2026, 11, 23), Bound.BY, MovedBy(late=CULTURE)),
        (date(2026, 11, 20), Bound.BEFORE, MovedBy()),
        (date(2026, 11, 22), Bound.BY, MovedBy()),
    ],
)
def test_a_named_day_off_is_told_where_it_moves_a_day(day: date, bound: Bound, wanted: MovedBy) -> None:
    assert moved_by(with_points(due_on(day, bound=bound), WorkingDays()), WorkingDays()) == wanted


def test_days_in_a_row_by_one_name_stand_together() -> None:
    own = WorkingDays(extra_off=frozenset({date(2026, 11, 26), date(2026, 11, 27)}))
    told = moved_by(with_points(due_on(date(2026, 11, 28), bound=Bound.BY), own), own)
    assert told.finish == "26/11 – 27/11 nghỉ riêng của trường"


@pytest.fixture
def lan(tmp_path: Path) -> Answering:
    found = Answering(tmp_path / "data")
    found.now = datetime(2026, 11, 16, 3, tzinfo=UTC)
    due = with_points(due_on(date(2026, 11, 24), bound=Bound.BY), WorkingDays())
    work = make_task("Nộp báo cáo", owners=(LEAD,), due=due)
    friday = with_points(due_on(date(2026, 11, 20), bound=Bound.BEFORE), WorkingDays())
    found.keep(make_plan(work, make_task("Niêm yết", owners=(LEAD,), due=friday)))
    return found


def test_pages_name_the_day_off_and_from_which_day_lateness_counts(lan: Answering) -> None:
    assert f"({CULTURE})" in lan.get(lan.path(Action.CHOOSE)).text
    manager = Visitor(lan.folder)
    page = manager.get(f"/viec/{lan.task().id}").text
    assert f"(ngày làm việc cuối còn kịp; {CULTURE})" in page
    assert "số ngày quá hạn đếm từ" not in page
    other = manager.get(f"/viec/{lan.task(1).id}").text
    assert "(số ngày quá hạn đếm từ hạn thứ Sáu 20/11/2026)" in other
