"""The examiner judged: pairing by words, wrong and invented dates, lost quotes, people, the short form of answers."""

from __future__ import annotations

from datetime import date

import pytest

from schedules.calendar import load_calendar
from schedules.plan import Bound, Document, Due, Header, Mention, Place, Plan, Precision, Task
from tests.gold.answers import Answer, Answers, load_answers, times
from tests.gold.as_text import bars, cell_lines, tabs
from tests.gold.formats import FORMATS
from tests.gold.likeness import person, same_people, share
from tests.gold.noise import ocr, torn
from tests.gold.scoring import score
from tests.gold.source import load, parse, plan_paths

DAY = date(2025, 10, 5)
TEXT = "Nộp hồ sơ thi đua (Kế toán) trước 05/10/2025. Họp tổ."


def task(title: str, day: date | None = DAY, quote: str = "Nộp hồ sơ thi đua", **more) -> Task:
    due = Due(day=day, precision=Precision.DAY, bound=Bound.BEFORE)
    return Task(title, due, (Mention(quote, Place(line=1), due),), **more)


def answers(*tasks: Answer) -> Answers:
    return Answers({}, tasks, (0, 9), ())


def judged(read: Task, *, owners: tuple[str, ...] | None = ()):
    wanted = Answer("Nộp hồ sơ thi đua", None, DAY, "before", "day", owners)
    return score(Plan(Header(), (read,), document=Document("", "", ())), answers(wanted), TEXT)


def test_a_task_on_its_day_is_right():
    result = judged(task("Nộp hồ sơ thi đua"))
    assert (result.f1, result.wrong_dates, result.invented, result.lost_quotes) == (1.0, 0.0, 0, 0)


def test_another_day_is_wrong_and_invented():
    result = judged(task("Nộp hồ sơ thi đua", date(2025, 10, 6)))
    assert (result.f1, result.wrong_dates, result.invented) == (0.0, 1.0, 1)


def test_another_work_is_extra_and_leaves_one_missing():
    result = judged(task("Khám sức khỏe", quote="Họp tổ"))
    assert (result.paired, result.precision, result.recall) == (0, 0.0, 0.0)


def test_a_quote_that_the_source_has_not_is_lost():
    assert judged(task("Nộp hồ sơ thi đua", quote="Nộp hồ sơ khen thưởng")).lost_quotes == 1


def test_people_missing_or_made_up_are_wrong():
    assert judged(task("Nộp hồ sơ thi đua"), owners=("Kế toán",)).owners == 0.0
    assert judged(task("Nộp hồ sơ thi đua", owners=("Hiệu trưởng",)), owners=()).owners == 0.0
    assert judged(task("Nộp hồ sơ thi đua", owners=("Hiệu trưởng",)), owners=None).owners == 1.0


def test_those_who_only_take_part_are_not_judged_but_the_lead_is(tmp_path):
    path = tmp_path / "mẫu.toml"
    path.write_text(
        'duties = [0, 9]\n[header]\n[[task]]\ntitle = "Nộp hồ sơ thi đua"\nwhen = "before 2025-10-05"\n'
        'owners = ["Kế toán"]\nhelpers = "?"\n',
        "utf-8",
    )
    wanted = load_answers(path, load_calendar())
    with_guests = task("Nộp hồ sơ thi đua", owners=("Kế toán",), helpers=("Toàn thể giáo viên",))
    assert score(Plan(Header(), (with_guests,), document=Document("", "", ())), wanted, TEXT).owners == 1.0
    other_lead = task("Nộp hồ sơ thi đua", owners=("Hiệu trưởng",), helpers=("Toàn thể giáo viên",))
    assert score(Plan(Header(), (other_lead,), document=Document("", "", ())), wanted, TEXT).owners == 0.0


def test_abbreviations_and_slips_of_scans_name_the_same_people():
    assert person("PHT") == person("Phó Hiệu trưởng")
    assert same_people(("Ke todn", "BGH"), ("Ban giám hiệu", "Kế toán"), slips=True)
    assert not same_people(("Ke todn",), ("Kế toán",), slips=False)


@pytest.mark.parametrize(
    ("found", "wanted", "right"),
    [
        ("Cô Phan Thị Lệ Thủy - Tổ trưởng", "Cô Phan Thị Lệ Thủy", True),
        ("Văn thư Hoàng Thị Liễu", "Hoàng Thị Liễu", True),
        ("đ/c Đinh Thị Lụa - Phó Hiệu trưởng", "Phó Hiệu trưởng Đinh Thị Lụa", True),
        ("đ/c Đinh Thị Lụa - Phó Hiệu trưởng", "Tổ trưởng Đinh Thị Lụa", False),
        ("Cô Phan Thị Lệ Thủy", "Cô Phan Thị Lệ Thủy - Tổ trưởng", False),
        ("Cô Phan Thị Lệ Thủy - Tổ trưởng", "Thầy Phan Thị Lệ Thủy", False),
        ("Cô Phan Thị Lệ Thủy - Tổ trưởng", "Tổ trưởng", False),
        ("Cô Phan Thị Lệ Thu - Tổ trưởng", "Cô Phan Thị Lệ Thủy", False),
        ("Cô Thủy - Tổ trưởng", "Cô Phan Thị Lệ Thủy", False),
    ],
)
def test_a_post_beside_a_whole_name_is_nobody_else(found, wanted, right):
    assert same_people((found,), (wanted,), slips=False) is right


def test_words_are_exact_unless_slips_are_forgiven():
    assert share("khám sức khỏe", "Khdm suc khoe", slips=False) < 1
    assert share("khám sức khỏe", "Khdm suc khoe", slips=True) > 0.8


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("before 2025-10-05", (None, DAY, "before", "day")),
        ("on 2025-10-05", (DAY, DAY, "during", "day")),
        ("month 2024-02", (date(2024, 2, 1), date(2024, 2, 29), "during", "month")),
        ("before-month 2023-12", (None, date(2023, 11, 30), "before", "month")),
        ("week 2023-10-3", (date(2023, 10, 16), date(2023, 10, 22), "during", "week")),
        ("week 2024-02-1", (date(2024, 2, 1), date(2024, 2, 4), "during", "week")),
        ("2025-01-01..2025-03-31 term", (date(2025, 1, 1), date(2025, 3, 31), "during", "term")),
    ],
)
def test_the_short_form_of_a_deadline(words, expected):
    assert times(words, load_calendar()) == expected


TABLE = "|Tháng|Việc|Mốc|\n|9|- Họp tổ//- Dự giờ|Tuần 1//Tuần 2|\n|^|Thi|Tuần 3|\n|MỨC 1|<|<|"


def test_a_plan_is_rendered_with_its_merges():
    source = parse(TABLE, "mẫu")
    assert tabs(source).split("\n")[1:4] == ["9\t- Họp tổ - Dự giờ\tTuần 1 Tuần 2", "\tThi\tTuần 3", "MỨC 1"]
    assert "| 9 | - Họp tổ<br>- Dự giờ | Tuần 1<br>Tuần 2 |" in bars(source)
    assert "\t9\n\t- Họp tổ\n- Dự giờ\n" in cell_lines(source)


def test_noise_is_the_same_every_time_and_keeps_the_digits():
    source = load(plan_paths()[0])
    assert ocr(source) == ocr(source) != torn(load(plan_paths()[2]))
    assert sum(map(str.isdigit, ocr(source))) >= sum(map(str.isdigit, tabs(source)))


def test_every_plan_has_answers_and_every_format_renders():
    for path in plan_paths():
        assert load_answers(path.with_suffix(".toml"), load_calendar()).tasks
    assert all(made.render(load(plan_paths()[0])) for made in FORMATS)
