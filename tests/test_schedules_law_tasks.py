"""What the law asks of a school in a year, with citation, steps and doubts."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.calendar import load_calendar
from schedules.law import Sector, load_law
from schedules.law.tasks import UNVERIFIED
from schedules.plan import Level, Origin, SchoolYear

CASES = tomllib.loads((Path(__file__).parent / "examples/law/years.toml").read_text(encoding="utf-8"))["year"]
CALENDAR = load_calendar()
LAW = load_law()
BUDGET = "dự toán được giao"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["school_year"])
def test_each_year_is_asked_by_the_rules_in_force_then(case):
    tasks = LAW.tasks(SchoolYear.parse(case["school_year"]), Level(case["level"]), CALENDAR)
    assert [f"{task.due.day} {task.rule_id}" for task in tasks] == case["asks"]


def test_disclosure_moves_from_36_2017_to_09_2024_on_19_july_2024():
    before = {task.rule_id for task in LAW.tasks(SchoolYear(2023), Level.THCS, CALENDAR)}
    after = {task.rule_id for task in LAW.tasks(SchoolYear(2024), Level.THCS, CALENDAR)}
    assert not any(rule.startswith("09-2024") for rule in before)
    assert not any(rule.startswith("36-2017") for rule in after)


@pytest.mark.parametrize(("day", "rule"), [("2026-03-24", "61-2017/du-toan"), ("2026-03-25", "26-2026/du-toan")])
def test_an_event_is_judged_by_the_rule_of_its_day(day, rule):
    tasks = LAW.tasks(SchoolYear(2025), Level.THCS, CALENDAR, events={BUDGET: date.fromisoformat(day)})
    assert [task.rule_id for task in tasks if task.matter == "budget"] == [rule]


def test_an_event_starts_its_term_and_tells_each_step():
    tasks = LAW.tasks(SchoolYear(2023), Level.MAM_NON, CALENDAR, events={"Dự toán được giao": date(2024, 1, 26)})
    budget = next(task for task in tasks if task.rule_id == "61-2017/du-toan")
    assert budget.due.day == date(2024, 2, 15)
    assert "thứ Sáu 26/01/2024" in budget.steps[1]
    assert "10/02/2024" in budget.steps[2]
    assert "Mùng hai Tết Nguyên đán" in budget.steps[3]


def test_an_event_of_july_is_shown_in_both_years_it_touches():
    events = {BUDGET: date(2024, 7, 25)}
    for year in (2023, 2024):
        tasks = LAW.tasks(SchoolYear(year), Level.THCS, CALENDAR, events=events)
        assert date(2024, 8, 9) in {task.due.day for task in tasks}


def test_an_unknown_event_is_refused_with_the_known_ones():
    with pytest.raises(ValueError, match="quyết toán được duyệt"):
        LAW.tasks(SchoolYear(2023), Level.THCS, CALENDAR, events={"khai giảng": date(2023, 9, 5)})


def test_every_task_is_of_origin_law_with_citation_source_and_points():
    tasks = [task for year in range(2021, 2028) for task in LAW.tasks(SchoolYear(year), Level.THCS, CALENDAR)]
    assert {task.origin for task in tasks} == {Origin.LAW}
    assert all(task.citation and task.source and task.steps for task in tasks)
    assert all(CALENDAR.working_days.is_working(task.due.remind_by) for task in tasks)
    assert all(task.citation in task.due.basis for task in tasks)


def test_an_unverified_rule_says_so_in_its_basis_and_steps():
    tasks = [task for year in range(2021, 2028) for task in LAW.tasks(SchoolYear(year), Level.THCS, CALENDAR)]
    doubted = [task for task in tasks if not task.verified]
    assert {"36-2017/bao-cao", "26-2026/thuc-hien-ky"} <= {task.rule_id for task in doubted}
    assert all(UNVERIFIED in task.due.basis and UNVERIFIED in " ".join(task.steps) for task in doubted)
    assert not any(UNVERIFIED in task.due.basis for task in tasks if task.verified)
    assert {task.confidence for task in doubted} == {0.8}
    assert {task.confidence for task in tasks if task.verified} == {1.0}


def test_a_rule_with_two_times_a_year_names_them_apart():
    tasks = LAW.tasks(SchoolYear(2023), Level.MAM_NON, CALENDAR)
    titles = [task.title for task in tasks]
    assert len(titles) == len(set(titles))
    assert "Công khai cơ sở vật chất (Biểu mẫu 03): cập nhật khi khai giảng" in titles


def test_a_review_inherits_the_doubt_of_its_school_year_frame():
    reviews = [
        task for task in LAW.tasks(SchoolYear(2026), Level.THCS, CALENDAR) if task.matter == "improvement_review"
    ]
    assert [str(task.due.day) for task in reviews] == ["2027-01-17", "2027-05-31"]
    assert all("khung năm học chưa đối chiếu" in task.due.basis for task in reviews)


@pytest.mark.parametrize(
    ("year", "level", "to"),
    [(2023, Level.THCS, "Phòng GD&ĐT"), (2023, Level.THPT, "Sở GD&ĐT")],
)
def test_a_report_names_who_receives_it(year, level, to):
    report = next(task for task in LAW.tasks(SchoolYear(year), level, CALENDAR) if task.rule_id == "36-2017/bao-cao")
    assert report.expected == f"Báo cáo gửi {to}"
    assert not report.public


def test_a_private_school_is_asked_only_what_its_state_support_brings():
    tasks = LAW.tasks(SchoolYear(2023), Level.THCS, CALENDAR, sector="private")
    finances = [task for task in tasks if "61-2017" in task.rule_id]
    assert {task.rule_id for task in finances} == {"61-2017/ho-tro-quy"}
    assert all("khi được ngân sách nhà nước hỗ trợ" in task.title for task in finances)


def test_a_school_of_unknown_level_is_asked_what_every_level_must_do():
    ids = {task.rule_id for task in LAW.tasks(SchoolYear(2023), None, CALENDAR)}
    assert ids == {"36-2017/bao-cao", "61-2017/thuc-hien-quy"}


def test_only_disclosures_are_public():
    tasks = LAW.tasks(SchoolYear(2026), Level.THCS, CALENDAR)
    assert {task.rule_id for task in tasks if not task.public} == {
        "09-2024/pho-bien", "57-2026/ra-soat", "57-2026/bao-cao-tu-danh-gia",
    }  # fmt: skip


def test_a_duty_without_a_day_stands_in_force_by_its_dates():
    held = {rule.id for rule in LAW.standing(Level.THCS, date(2026, 8, 1))}
    assert {"09-2024/luu-giu", "57-2026/du-lieu-dinh-luong"} <= held
    assert "36-2017/tai-chinh" not in held


@given(st.integers(2018, 2035), st.sampled_from(Level), st.sampled_from([Sector.PUBLIC, Sector.PRIVATE]))
def test_every_day_lies_in_the_school_year_asked_for(year, level, sector):
    tasks = LAW.tasks(SchoolYear(year), level, CALENDAR, sector=sector)
    assert {SchoolYear.of(task.due.day) for task in tasks} <= {SchoolYear(year)}
    assert [task.due.day for task in tasks] == sorted(task.due.day for task in tasks)


@pytest.mark.parametrize(("day", "amended"), [("2018-12-31", False), ("2019-01-01", True)])
def test_an_amendment_is_cited_only_from_the_day_it_holds(day, amended):
    rule = next(rule for rule in LAW.rules if rule.id == "61-2017/thuc-hien-quy")
    assert ("90/2018" in rule.cited_on(date.fromisoformat(day))) is amended


def test_the_end_of_the_school_year_names_it_once():
    tasks = LAW.tasks(SchoolYear(2026), Level.MAM_NON, CALENDAR)
    steps = [step for task in tasks for step in task.steps if step.startswith("Cuối năm học")]
    assert steps
    assert all("Cuối năm học 2026-2027:" in step for step in steps)
