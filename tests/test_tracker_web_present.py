"""The page of a plan names who has a work now, and from whom they took it over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import html

from tests.conftest import make_plan, make_task
from tests.fakes.visitor import Visitor
from tracker.store import people
from tracker.store.database import open_database, transaction

DAY, LATER = date(2023, 9, 29), date(2023, 10, 6)


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    visitor = Visitor(tmp_path / "data")
    visitor.keep(make_plan(make_task("Nộp báo cáo", DAY, owners=("Cô Hà",)), make_task("Họp", DAY, owners=("Cô Hà",))))
    return visitor


def give(visitor: Visitor, *names: str, part: str = "lead") -> None:
    with open_database(visitor.folder) as db, transaction(db):
        parts = {f"part-{people.ensure(db, 1, name).id}": part for name in names}
    task = next(one for one in visitor.tasks() if one.task.title == "Nộp báo cáo")
    assert visitor.press(f"/viec/{task.id}/giao", on=f"/viec/{task.id}", **parts).status_code == 303


def facts(visitor: Visitor, title: str = "Nộp báo cáo") -> str:
    row = html.fromstring(visitor.get("/ke-hoach/1").text).xpath(f"//li[a='{title}']/p[@class='facts']")[0]
    return " · ".join(one.text_content() for one in row.xpath("./span"))


def test_work_handed_over_shows_who_has_it_and_from_whom(visitor: Visitor) -> None:
    give(visitor, "Thầy Bảo")
    assert facts(visitor).endswith(" · Thầy Bảo, nhận từ cô Hà")
    assert facts(visitor, "Họp").endswith(" · Cô Hà")


def test_work_shared_or_given_back_is_told_as_it_stands(visitor: Visitor) -> None:
    give(visitor, "Cô Hà", "Thầy Bảo")
    assert "nhận từ" not in facts(visitor)
    assert "Thầy Bảo" in facts(visitor)
    give(visitor, "Cô Hà")
    assert facts(visitor).endswith(" · Cô Hà")


def test_work_nobody_leads_any_more_says_so(visitor: Visitor) -> None:
    give(visitor, "Thầy Bảo", part="helper")
    assert facts(visitor).endswith(" · chưa có người phụ trách, kế hoạch ghi cô Hà · phối hợp: Thầy Bảo")


def test_a_new_copy_that_names_the_same_person_is_compared_with_who_has_the_work(visitor: Visitor) -> None:
    give(visitor, "Thầy Bảo")
    same = make_task("Họp", DAY, owners=("Cô Hà",))
    visitor.keep(make_plan(make_task("Nộp báo cáo", LATER, owners=("Cô Hà",)), same), publish=False)
    assert facts(visitor).endswith(" · Thầy Bảo, nhận từ cô Hà")
    visitor.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="2")
    assert facts(visitor).endswith(" · Thầy Bảo, nhận từ cô Hà")


def test_a_new_copy_that_names_another_is_shown_with_whom_it_names(visitor: Visitor) -> None:
    give(visitor, "Thầy Bảo")
    visitor.keep(make_plan(make_task("Nộp báo cáo", LATER, owners=("Cô Mai",))), publish=False)
    assert facts(visitor).endswith(" · Cô Mai")
