"""The five real plans, against gold made by hand; skipped where the plans are not at hand."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from schedules.calendar import load_calendar
from schedules.plan import Bound, Level, Plan, Precision, Recurrence, SchoolYear, Severity, Task
from schedules.planning import understand
from schedules.reading import read_file
from tests.accents import without_accents

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the seed plans are not here")
NAMES = ("000", "001", "002", "003", "004")


def path_of(number):
    return next(SEEDS.glob(f"{number}*"))


@cache
def plan_of(number) -> Plan:
    return understand(read_file(path_of(number)), load_calendar())


def folded(text):
    return re.sub(r"\s+", " ", without_accents(text)).casefold()


def task_like(number, words) -> Task:
    found = [task for task in plan_of(number).tasks if words in task.title]
    assert len(found) == 1, [task.title for task in plan_of(number).tasks]
    return found[0]


def rules(number):
    return {finding.rule for finding in plan_of(number).findings}


@pytest.mark.parametrize("number", NAMES)
def test_every_quote_is_found_in_its_file(number):
    source = folded(path_of(number).read_text("utf-8"))
    plan = plan_of(number)
    quotes = [mention.quote for task in plan.tasks for mention in task.mentions]
    quotes += [duty.quote for duty in plan.duties]
    assert all(quote and folded(quote).strip() in source for quote in quotes)


@pytest.mark.parametrize("number", NAMES)
def test_every_date_says_why(number):
    dues = [mention.due for task in plan_of(number).tasks for mention in task.mentions if mention.due.dated]
    assert all(due.basis and due.words for due in dues)


@pytest.mark.parametrize("number", NAMES)
def test_no_finding_blocks_a_real_plan(number):
    assert all(finding.severity is not Severity.BLOCK for finding in plan_of(number).findings)


IMPROVEMENT = "Kế hoạch cải tiến chất lượng giáo dục"
TESTING = "Kế hoạch khảo thí và kiểm định chất lượng giáo dục"
HEADS = {
    "000": ("pom lot", "04/KH-MNPL", date(2022, 10, 15), SchoolYear(2022), Level.MAM_NON, IMPROVEMENT),
    "001": ("ky nang song", "170/KH-MNKNS", date(2024, 8, 25), SchoolYear(2024), Level.MAM_NON, IMPROVEMENT),
    "002": ("lam son", None, None, SchoolYear(2023), Level.TIEU_HOC, IMPROVEMENT),
    "003": ("hong ha", "71/KH-HH", date(2021, 10, 7), SchoolYear(2021), Level.TIEU_HOC, IMPROVEMENT),
    "004": ("noong luong", "99a/KH-MNNL", date(2023, 9, 18), SchoolYear(2023), Level.MAM_NON, TESTING),
}


@pytest.mark.parametrize("number", NAMES)
def test_the_head_is_read(number):
    header = plan_of(number).header
    school, *others = HEADS[number]
    assert school in folded(header.school)
    assert [header.number, header.date, header.school_year, header.level, header.kind] == others


@pytest.mark.parametrize("number", ["000", "002"])
def test_plans_without_dates_give_duties_and_no_task(number):
    assert plan_of(number).tasks == ()
    assert "khong-co-han" in rules(number)


def test_duties_of_000_stand_under_their_roles():
    owners = [duty.owners for duty in plan_of("000").duties]
    assert owners == [
        *[("Hiệu trưởng",)] * 4,
        *[("Các thành viên của Hội đồng tự đánh giá",)] * 2,
        *[("Tổ Giám sát",)] * 2,
        *[("Cán bộ, giáo viên, nhân viên",)] * 3,
    ]


def test_duties_of_002_stand_under_their_roles():
    owners = [duty.owners for duty in plan_of("002").duties]
    assert owners == [*[("Hiệu trưởng",)] * 3, ("Các thành viên của Hội đồng tự đánh giá",)]


def test_two_schools_in_000_are_a_finding():
    finding = next(finding for finding in plan_of("000").findings if finding.rule == "hai-ten-truong")
    assert folded(finding.quotes[0]).endswith("pom lot")
    assert folded(finding.quotes[1]).endswith("nua ngam")


def test_other_slips_of_000_are_findings():
    assert {"ket-qua-nam-nay", "van-ban-thieu-nam", "dinh-ky-khong-ro"} <= rules("000")


@pytest.mark.parametrize(
    ("criterion", "owner", "helper"),
    [
        ("1.1", "Ban giám hiệu", "các tổ trưởng"),
        ("3.2", "Hiệu trưởng", None),
        ("3.3", "Hiệu trưởng", None),
        ("5.2", "Ban giám hiệu", "giáo viên"),
    ],
)
def test_table_tasks_of_001(criterion, owner, helper):
    task = next(task for task in plan_of("001").tasks if task.criterion == criterion)
    assert (task.owners, task.helpers) == ((owner,), (helper,) if helper else ())
    assert (task.due.start, task.due.day) == (date(2024, 9, 1), date(2025, 5, 31))
    assert task.due.precision is Precision.YEAR
    assert task.standard.startswith(f"Tiêu chuẩn {criterion[0]}:")
    assert task.expected
    assert task.budget is None


def test_the_yearly_report_of_001_is_owned_and_dated():
    task = task_like("001", "Báo cáo kết quả thực hiện")
    assert task.owners == ("Tổ Giám sát",)
    assert (task.due.start, task.due.day) == (date(2025, 4, 1), date(2025, 4, 30))
    assert task.due.recurrence is Recurrence.YEARLY


def test_001_has_five_tasks_and_says_that_four_lack_a_day():
    assert len(plan_of("001").tasks) == 5
    assert {"chi-co-nam-hoc", "lap-chu"} <= rules("001")


SPANS_003 = {
    "1.3": (date(2021, 10, 1), date(2022, 7, 31), None),
    "1.5": (date(2021, 1, 1), date(2023, 12, 31), None),
    "2.2": (date(2022, 9, 1), date(2023, 5, 31), Recurrence.YEARLY),
    **{
        criterion: (date(2021, 9, 1), date(2022, 5, 31), Recurrence.YEARLY)
        for criterion in ("3.4", "3.6", "4.2", "5.3", "5.5")
    },
}
OWNERS_003 = {
    "1.3": ("BGH", "Cán bộ", "Giáo viên", "Nhân viên"),
    "1.5": ("Hiệu trưởng",),
    "2.2": ("Hiệu trưởng",),
    "3.4": ("Hiệu trưởng", "Phó Hiệu trưởng", "Kế toán"),
    "3.6": ("Hiệu trưởng",),
    "4.2": ("Ban giám hiệu", "GV", "Nhân viên nhà trường"),
    "5.3": ("Ban giám hiệu", "GV", "Nhân viên nhà trường"),
}


def test_the_torn_table_of_003_gives_eight_tasks_with_their_spans():
    found = {task.criterion: (task.due.start, task.due.day, task.due.recurrence) for task in plan_of("003").tasks}
    assert found == SPANS_003


@pytest.mark.parametrize("criterion", OWNERS_003)
def test_the_people_of_the_torn_table(criterion):
    task = next(task for task in plan_of("003").tasks if task.criterion == criterion)
    assert (*task.owners, *task.helpers) == OWNERS_003[criterion]


def test_the_money_of_the_torn_table():
    found = {task.criterion: task.budget.vnd for task in plan_of("003").tasks if task.budget}
    assert found == {"3.6": 25_000_000, "4.2": 25_000_000, "5.3": 5_000_000}


def test_the_torn_table_is_said_to_be_doubtful():
    assert {"bang-quet-vo", "qua-nam-hoc", "dinh-ky-khong-ro"} <= rules("003")
    assert all(task.confidence < 0.9 and task.original for task in plan_of("003").tasks)


BODY_004 = [
    ("cấp cụm", None, date(2024, 4, 28), Bound.BEFORE),
    ("Hội thi Giáo viên dạy giỏi", date(2023, 10, 16), date(2023, 11, 25), Bound.DURING),
    ("Hồ sơ tự đánh giá", None, date(2024, 4, 30), Bound.BEFORE),
    ("cập nhật dữ liệu kiểm định", None, date(2024, 4, 30), Bound.BEFORE),
    ("kế hoạch cải tiến nâng cao", None, date(2024, 4, 30), Bound.BEFORE),
    ("tiêu chuẩn cơ sở vật chất", None, date(2023, 11, 30), Bound.BEFORE),
    ("Công khai Chất lượng", None, date(2024, 5, 31), Bound.BEFORE),
    ("Công khai cơ sở vật chất", None, date(2024, 5, 31), Bound.BEFORE),
    ("Công khai tài chính năm học", None, date(2024, 5, 31), Bound.BEFORE),
    ("Cam kết chất lượng", None, date(2023, 9, 25), Bound.BEFORE),
    ("Báo cáo thực hiện quy chế công khai", None, date(2023, 9, 25), Bound.BEFORE),
    ("Kế hoạch triển khai quy chế công khai", None, date(2024, 9, 25), Bound.BEFORE),
    ("Xuân gắn kết", date(2024, 2, 1), date(2024, 2, 4), Bound.DURING),
]


@pytest.mark.parametrize(("words", "start", "day", "bound"), BODY_004)
def test_dated_items_of_the_body_of_004(words, start, day, bound):
    due = task_like("004", words).due
    assert (due.start, due.day, due.bound) == (start, day, bound)


def test_the_school_contest_of_004_takes_the_week_of_the_appendix():
    task = next(task for task in plan_of("004").tasks if task.title == "Giao lưu “Tài năng của bé”")
    assert [mention.place.line for mention in task.mentions] == [36, 114]
    assert (task.due.start, task.due.day) == (date(2024, 1, 8), date(2024, 1, 14))


def test_the_body_of_004_has_fourteen_dated_items():
    body = [mention for task in plan_of("004").tasks for mention in task.mentions if mention.place.table is None]
    assert len(body) == 14


def test_every_milestone_of_the_appendix_stands_exactly_once():
    lines = [m.place.line for task in plan_of("004").tasks for m in task.mentions if m.place.table is not None]
    # Line 113 is the empty week of December, 115 the second week of January, whose work stands in line 114.
    assert sorted(lines) == [107, 108, 109, 110, 111, 112, 114, 114, 116, 117, 118, 119, 120, 121, 122, 123]


@pytest.mark.parametrize(
    ("line", "start", "day"),
    [
        (107, date(2023, 9, 18), date(2023, 9, 24)),
        (109, date(2023, 10, 16), date(2023, 10, 22)),
        (111, date(2023, 11, 13), date(2023, 11, 26)),
        (116, date(2024, 2, 1), date(2024, 2, 4)),
        (118, date(2024, 4, 22), date(2024, 4, 28)),
        (123, date(2024, 5, 27), date(2024, 5, 31)),
    ],
)
def test_weeks_of_the_appendix(line, start, day):
    dues = [m.due for task in plan_of("004").tasks for m in task.mentions if m.place.line == line]
    assert [(due.start, due.day) for due in dues] == [(start, day)]
    assert all("khớp 5/5 mốc" in due.basis for due in dues)


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        ("cấp cụm", [32, 118]),
        ("Xuân gắn kết", [38, 116]),
        ("Hội thi Giáo viên dạy giỏi", [44, 109, 111]),
        ("cập nhật dữ liệu kiểm định", [60, 121]),
        ("tiêu chuẩn cơ sở vật chất", [64, 117]),
        ("Cam kết chất lượng", [76, 107]),
    ],
)
def test_body_and_appendix_of_004_are_joined(words, lines):
    assert [mention.place.line for mention in task_like("004", words).mentions] == lines


def test_two_dates_for_one_work_are_findings():
    found = [finding.message for finding in plan_of("004").findings if finding.rule == "hai-han"]
    assert len(found) == 2
    assert "cơ sở vật chất" in found[1]
    assert "báo cáo tự đánh giá" in found[0]


def test_january_of_004_is_split_into_two_works():
    titles = [task.title for task in plan_of("004").tasks if any(m.place.line == 114 for m in task.mentions)]
    assert len(titles) == 2
    assert "Tài chính" in titles[1]


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("moc-khong-viec", "tháng 12"),
        ("nam-lech", "25/9/2024"),
        ("van-ban-nam-sai", "2028"),
        ("ten-truong-hai-cach-viet", "Noong Luống"),
        ("roi-ngay-nghi", "28/04/2024"),
        ("sat-ngay-ky", "2 việc"),
        ("lech-so-lan", "Công khai tài chính"),
        ("chua-co-nguoi", "21 việc"),
        ("ten-viec-hai-cach-viet", "Xuân gặt kết"),
        ("bang-bo-trong-giua-dot", "23/10/2023–12/11/2023"),
    ],
)
def test_slips_of_004_are_findings(rule, words):
    assert any(finding.rule == rule and words in finding.message for finding in plan_of("004").findings)


def test_suggestions_name_the_likely_right_words():
    told = {finding.rule: finding.suggestion for finding in plan_of("004").findings}
    assert told["nam-lech"] == "Có thể là 25/9/2023?"
    assert told["van-ban-nam-sai"].startswith("Có thể là Thông tư 19/2018/TT-BGDĐT")
