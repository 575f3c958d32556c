"""Which plan a file is a copy of where papers bear no number: those of two months, of two groups, and their copies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from schedules.calendar import SchoolCalendar, load_calendar
from schedules.plan import Plan
from schedules.planning import understand
from schedules.reading import read_text
from tests.conftest import make_plan, make_task
from tests.fakes.reminding import KNOWN
from tracker.commands.chosen_plan import plan_named
from tracker.importing import ImportReport, Incoming, store_plan
from tracker.review.which_plan import Which
from tracker.store import plans, tasks
from tracker.store.database import Database
from tracker.store.history import Actor
from tracker.store.records import TaskState

MATHS = (make_task("Chuyên đề phân số", date(2023, 10, 5)), make_task("Thao giảng hình học", date(2023, 11, 20)))
LETTERS = (make_task("Ngoại khóa văn học", date(2023, 10, 6)), make_task("Thi viết chữ đẹp", date(2023, 12, 1)))


def paper(*works, source: str, day: date = date(2023, 9, 12)) -> Plan:
    plan = make_plan(*works)
    header = replace(plan.header, number=None, kind="Kế hoạch chuyên môn", source=source, date=day)
    return replace(plan, header=header)


@pytest.fixture
def brought(db: Database, actor: Actor, calendar: SchoolCalendar):
    def bring(plan: Plan) -> ImportReport:
        return store_plan(db, Incoming(repr(plan).encode(), plan), actor, calendar, publish=True)

    return bring


def test_papers_of_two_groups_are_two_plans_though_neither_has_a_number(db: Database, brought) -> None:
    brought(paper(*MATHS, source="to-toan.docx"))
    report = brought(paper(*LETTERS, source="to-van.docx"))
    assert report.counts() == {"new": 2, "moved": 0, "gone": 0, "same": 0}
    assert len(plans.of_school(db, 1)) == 2


@pytest.mark.parametrize("first", [MATHS, LETTERS])
def test_each_copy_of_theirs_finds_its_own(db: Database, brought, first) -> None:
    for works, name in ((MATHS, "to-toan.docx"), (LETTERS, "to-van.docx")):
        brought(paper(*works, source=name))
    later = (first[0], replace(first[1], due=make_task("", date(2023, 12, 15)).due))
    report = brought(paper(*later, source="ban-sua.docx", day=date(2023, 9, 30)))
    assert report.counts() == {"new": 0, "moved": 1, "gone": 0, "same": 1}
    assert len(plans.of_school(db, 1)) == 2


def test_the_same_file_with_all_its_works_changed_is_a_copy(db: Database, brought) -> None:
    brought(paper(*MATHS, source="ke-hoach.docx"))
    report = brought(paper(*LETTERS, source="ke-hoach.docx"))
    assert (report.counts()["gone"], len(plans.of_school(db, 1))) == (2, 1)


def test_plans_of_two_months_are_two_plans(db: Database, brought, calendar: SchoolCalendar) -> None:
    for month in (10, 11):
        text = (
            f"TRƯỜNG TIỂU HỌC HOA BAN\n\nHoa Ban, ngày 28 tháng {month - 1} năm 2026\n\nKẾ HOẠCH CÔNG TÁC THÁNG {month}\n"
            f"Năm học 2026-2027\n\n1. Họp hội đồng ngày 05/{month}/2026.\n2. Nộp báo cáo trước ngày 23/{month}/2026.\n"
        )
        plan = understand(read_text(text, "ke-hoach-thang.docx"), calendar)
        assert plan.header.kind == f"Kế hoạch công tác tháng {month}"
        assert brought(plan).counts() == {"new": 2, "moved": 0, "gone": 0, "same": 0}
    assert len(plans.of_school(db, 1)) == 2


def test_a_file_that_another_took_the_place_of_says_so_when_it_comes_back(db: Database, brought) -> None:
    first, second = paper(*MATHS, source="kh.docx"), paper(MATHS[0], source="kh.docx")
    assert [brought(one).findings for one in (first, second)] == [(), ()]
    (told,) = brought(first).findings
    assert told.rule == "ban-da-duoc-thay"
    assert "giống hệt bản 1" in told.message
    assert "đã có bản 2 thay" in told.message
    assert brought(first).findings == ()


def test_a_plan_is_found_by_the_number_it_first_came_under(db: Database, brought) -> None:
    plan = make_plan(*MATHS)
    old = replace(plan, header=replace(plan.header, number="45/KH-THS"))
    brought(old)
    new = replace(plan, header=replace(plan.header, number="52/KH-THS", source="sua.docx"))
    store_plan(
        db, Incoming(b"sua", new, which=Which(replaces="45/KH-THS")), Actor("thử", KNOWN), load_calendar(), publish=True
    )
    assert plan_named(db, "45/kh-ths").number == "52/KH-THS"
    assert plan_named(db, "52/KH-THS").id == plan_named(db, "45/KH-THS").id


def test_events_of_a_plan_that_takes_another_number_are_stamped_anew(db: Database, brought) -> None:
    plan = make_plan(*MATHS)
    brought(replace(plan, header=replace(plan.header, number="45/KH-THS")))
    before = {one.id: one.sequence for one in tasks.of_plan(db, 1)}
    done = tasks.of_plan(db, 1)[0]
    tasks.set_state(db, done.id, TaskState.DONE, Actor("thử", KNOWN))
    new = replace(plan, header=replace(plan.header, number="52/KH-THS", source="sua.docx"))
    later = Actor("thử", KNOWN + timedelta(days=30))
    store_plan(db, Incoming(b"sua", new, which=Which(replaces="45/KH-THS")), later, load_calendar(), publish=True)
    after = tasks.of_plan(db, 1)
    assert {one.id: one.sequence for one in after if one.id != done.id} == {
        task_id: number for task_id, number in before.items() if task_id != done.id
    }
    assert [one.changed_at == later.at for one in after] == [False, True]
