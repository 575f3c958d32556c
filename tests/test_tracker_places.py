"""A place is told as who typed the plan sees it: without the letterhead's table, by TT and by the column's heading."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from schedules.plan import Block, Cell, Document, Finding, Mention, Place, Severity
from tests.conftest import make_plan, make_task
from tests.fakes.visitor import NOW, Visitor, national_calendar
from tracker.commands.importing_files import report_json
from tracker.contract import finding_json
from tracker.importing import Incoming, store_plan
from tracker.listing import plan_lines
from tracker.places import Places, place_words
from tracker.store.database import open_database
from tracker.store.history import Actor

HEAD = ("TT", "Nội dung", "Người thực hiện", "Thời gian")
LETTERHEAD = ("TRƯỜNG MẦM NON HOA BAN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc")


def table(number: int, *rows: tuple[str, ...], page: int | None = None) -> tuple[Block, ...]:
    found = []
    for line, texts in enumerate(rows, 1):
        place = Place(page=page, table=number, row=line)
        cells = tuple(Cell(text, replace(place, column=column)) for column, text in enumerate(texts, 1))
        found.append(Block("\t".join(texts), place, cells))
    return tuple(found)


def works(*numbers: str, head: tuple[str, ...] = HEAD) -> tuple[tuple[str, ...], ...]:
    return (head, *((number, f"Việc {number}", "Cô Lan", "20/11") for number in numbers))


def document(*tables: tuple[Block, ...]) -> Document:
    return Document("ke-hoach.docx", "docx", tuple(block for rows in tables for block in rows))


PLAN = document(table(1, LETTERHEAD), table(2, *works("1", "2", "7.")))
MONTHS = document(table(1, *works("9", "10", head=("Tháng", *HEAD[1:]))))
TWO = document(table(1, LETTERHEAD), table(2, *works("1")), table(3, *works("I", "1.2")))


@pytest.mark.parametrize(
    ("of", "place", "words"),
    [
        (PLAN, Place(table=2, row=4, column=4), "dòng TT 7, cột “Thời gian”"),
        (PLAN, Place(table=2, row=2), "dòng TT 1"),
        (TWO, Place(table=3, row=3, column=2), "bảng 2, dòng TT 1.2, cột “Nội dung”"),
        (TWO, Place(table=3, row=2, column=9), "bảng 2, dòng TT I"),
        (MONTHS, Place(table=1, row=3, column=2), "dòng Tháng 10, cột “Nội dung”"),
        (document(table(1, *works("Hội thi"))), Place(table=1, row=2, column=4), "dòng “Hội thi”, cột “Thời gian”"),
    ],
)
def test_a_row_with_a_number_goes_by_it(of: Document, place: Place, words: str) -> None:
    assert place_words(place, of) == words


@pytest.mark.parametrize(
    ("of", "place"),
    [
        (None, Place(table=2, row=4, column=4)),
        (PLAN, Place(table=2, row=1, column=2)),
        (PLAN, Place(table=2, row=99, column=2)),
        (PLAN, Place(table=1, row=1, column=2)),
        (document(table(1, *works("9", "9", head=("Tháng", *HEAD[1:])))), Place(table=1, row=2, column=2)),
        (document(table(1, *works("Tổ chức hội thi giáo viên dạy giỏi cấp trường"))), Place(table=1, row=2, column=2)),
        (document(table(1, *works("5", head=("4", "Việc", "Cô Mai", "Tuần 3")))), Place(table=1, row=2, column=2)),
    ],
)
def test_what_has_no_number_of_its_own_keeps_the_numbers_known(of: Document | None, place: Place) -> None:
    assert place_words(place, of) == f"bảng {place.table}, hàng {place.row}, cột {place.column}"


def test_what_stands_in_no_table_is_told_as_before() -> None:
    assert place_words(Place(page=2, paragraph=5), PLAN) == "trang 2, đoạn 5"


def test_tables_are_counted_on_their_page() -> None:
    paged = document(table(1, LETTERHEAD, page=1), table(2, *works("1"), page=1), table(1, *works("9"), page=2))
    assert place_words(Place(page=1, table=2, row=2), paged) == "trang 1, bảng 1, dòng TT 1"
    assert place_words(Place(page=2, table=1, row=2), paged) == "trang 2, bảng 1, dòng TT 9"


def test_pages_say_so_for_findings_without_the_column_of_the_quote_and_for_works_with_it(tmp_path: Path) -> None:
    visitor, place = Visitor(tmp_path / "data"), Place(table=2, row=4, column=2)
    work = make_task("Việc 7.", date(2023, 11, 20))
    work = replace(work, mentions=(Mention("Việc 7.", place, work.due),))
    remark = Finding("ngay-nghi", Severity.INFO, "Rơi vào ngày nghỉ.", ("Việc 7.",), places=(place,))
    visitor.keep(replace(make_plan(work), document=PLAN, findings=(remark,)))
    (task,) = visitor.tasks()
    assert "<figcaption>dòng TT 7, cột “Nội dung”" in visitor.get(f"/viec/{task.id}").text
    plan = visitor.get(f"/ke-hoach/{task.plan_id}").text
    assert "(dòng TT 7)" in plan
    assert "hàng 4" not in plan


def test_review_api_and_terminal_tell_the_places_of_findings_in_the_same_words(tmp_path: Path) -> None:
    visitor, places = Visitor(tmp_path / "data"), [Place(table=2, row=row, column=2) for row in (4, 2, 3)]
    work = make_task("Việc 7.", date(2023, 11, 20))
    work = replace(work, mentions=(Mention("Việc 7.", places[0], work.due),))
    one = Finding("lech-so-moc", Severity.CHOICE, "Thiếu mốc.", ("câu khác",), places=(places[0],))
    many = Finding("bao-cao-chung-chung", Severity.INFO, "Ba nơi.", places=(*places, replace(places[0], column=3)))
    plan = replace(make_plan(work), document=PLAN, findings=(one, many))
    plan_id = visitor.keep(plan, publish=False)[0].plan_id
    review = visitor.get(f"/ke-hoach/{plan_id}/duyet").text
    assert ">Ở dòng TT 7</p>" in review
    assert ">Ở dòng TT 7; dòng TT 1; dòng TT 2</p>" in review
    assert "hàng 4" not in review
    (asked,) = (one for one in visitor.get(f"/api/plans/{plan_id}/review").json()["questions"] if one["open"])
    assert asked["findings"][0]["where"] == ["dòng TT 7"]
    assert visitor.get(f"/api/plans/{plan_id}").json()["findings"][1]["where"][1] == "dòng TT 1"
    told = "\n".join(plan_lines(plan))
    assert "Thiếu mốc. (dòng TT 7)" in told
    assert "“Việc 7.” (dòng TT 7, cột “Nội dung”)" in told


def test_of_many_places_the_first_are_told_and_the_others_counted() -> None:
    many = document(table(1, *works(*map(str, range(1, 7)))))
    finding = Finding("x", Severity.INFO, "Sáu nơi.", places=tuple(Place(table=1, row=row) for row in range(2, 8)))
    assert Places(many).where(finding) == "dòng TT 1; dòng TT 2; dòng TT 3 và 3 chỗ nữa"


def test_in_a_text_the_line_alone_tells_where() -> None:
    assert place_words(Place(table=3, row=2, column=1, line=87)) == "dòng 87"


MONTHLY = document(
    table(
        1,
        ("Thời gian", "Nội dung"),
        ("Tháng 9/2026", ""),
        ("Tuần 3", "Ký cam kết"),
        ("Tháng 5/2027", ""),
        ("Tuần 2", "Nộp báo cáo"),
        ("Tuần 3", "Họp"),
        ("Tuần 3", "Thi"),
    )
)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (3, "dòng “Tuần 3” của “Tháng 9/2026”"),
        (5, "dòng “Tuần 2” của “Tháng 5/2027”"),
        (6, "bảng 1, hàng 6"),
        (2, "dòng “Tháng 9/2026”"),
    ],
)
def test_a_week_goes_by_its_month(row: int, words: str) -> None:
    assert place_words(Place(table=1, row=row), MONTHLY) == words


def test_json_tells_every_place_though_two_have_the_same_words() -> None:
    places = (*(Place(table=2, row=4, column=column) for column in (2, 4)), Place(table=2, row=2))
    told = finding_json(Finding("x", Severity.INFO, "Ba nơi.", ("a", "b", "c"), places=places), Places(PLAN))
    assert told["where"] == ["dòng TT 7", "dòng TT 7", "dòng TT 1"]
    assert len(told["where"]) == len(told["places"])


def test_what_is_published_tells_where_its_findings_stand_as_a_reading_does(tmp_path: Path) -> None:
    place = Place(table=2, row=4, column=4)
    remark = Finding("ngay-nghi", Severity.INFO, "Rơi vào ngày nghỉ.", ("20/11",), places=(place,))
    plan = replace(make_plan(make_task("Việc 7.", date(2023, 11, 20))), document=PLAN, findings=(remark,))
    with open_database(tmp_path) as db:
        report = store_plan(db, Incoming(b"k", plan), Actor("Cô Lan", NOW), national_calendar(), publish=True)
    (told,) = (one for one in report_json(report)["findings"] if one["rule"] == "ngay-nghi")
    assert told == finding_json(remark, Places(PLAN))
    assert told["where"] == ["dòng TT 7"]
