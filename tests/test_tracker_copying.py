"""The copy of a plan under review: open findings as they are, decided ones with the decision, waived ones not at all."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path

import docx
import pytest

from tests.conftest import NOW
from tests.fakes.visitor import Visitor
from tracker.copying import copy_of_stored
from tracker.review.deciding import accept, assign, choose, part, waive
from tracker.review.desk import decide, open_review
from tracker.store.database import open_database
from tracker.store.history import Actor
from tracker.web.site import national_calendar

LINES = (
    "TRƯỜNG MẦM NON HOA BAN",
    "Số: 12/KH-MNHB",
    "Hoa Ban, ngày 18 tháng 9 năm 2023",
    "KẾ HOẠCH CẢI TIẾN CHẤT LƯỢNG GIÁO DỤC",
    "Năm học 2023-2024",
    "1. Họp tổ chuyên môn (Hoàn thành trước ngày 29/9/2023).",
    "2. Báo cáo công khai gửi Phòng Giáo dục. (Hoàn thành trước ngày 25/9/2024).",
)
OWNERS = "chua-co-nguoi"
FUND = "3. Thu quỹ lớp trước ngày 16/10/2023 (Kế toán)."
ROWS = (
    ("Thời gian", "Nội dung", "Phụ trách"),
    ("Trước 10/11/2023", "Thu quỹ lớp đợt hai", "GVCN"),
    ("12/12/2023", "Họp phụ huynh", "GVCN"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return uploaded(tmp_path, docx.Document(), LINES)


def uploaded(tmp_path: Path, document, lines: Sequence[str], rows: Sequence[Sequence[str]] = ()) -> Path:
    for line in lines:
        document.add_paragraph(line)
    if rows:
        cells = document.add_table(len(rows), len(rows[0]))
        for row, texts in zip(cells.rows, rows, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    out = io.BytesIO()
    document.save(out)
    Visitor(tmp_path / "data").press("/ke-hoach/tai-len", files={"file": ("a.docx", out.getvalue())})
    return tmp_path / "data"


def decided(folder: Path, wish) -> None:
    with open_database(folder) as db:
        decide(db, 1, wish, Actor("Cô Lan", NOW), national_calendar())


def rules(folder: Path) -> set[str]:
    with open_database(folder) as db:
        return {one.first.rule for one in open_review(db, 1, national_calendar()).questions}


def said(folder: Path) -> str:
    with open_database(folder) as db:
        made = copy_of_stored(db, 1, national_calendar(), NOW)
    return "\n".join(comment.text for comment in docx.Document(io.BytesIO(made.content)).comments)


def question(review, rule: str):
    return next(one for one in review.questions if one.first.rule == rule)


def test_open_findings_stand_as_the_proof_reader_has_them(folder: Path) -> None:
    assert "chưa có người phụ trách" in said(folder)
    assert "Khi duyệt" not in said(folder)


def test_a_waived_finding_is_kept_quiet(folder: Path) -> None:
    decided(folder, lambda review: waive(question(review, OWNERS), "tổ tự phân công"))
    assert "chưa có người phụ trách" not in said(folder)


def test_a_deadline_chosen_in_the_review_is_what_the_file_should_come_to_say(folder: Path) -> None:
    late = next(rule for rule in rules(folder) if "nam" in rule)
    decided(folder, lambda review: accept(question(review, late)))
    assert "Khi duyệt đã nhận gợi ý" in said(folder)
    assert "25/9/2023" in said(folder)


def test_two_dates_of_two_works_are_no_fault_of_the_file(tmp_path: Path) -> None:
    folder = uploaded(tmp_path, docx.Document(), (*LINES, FUND), ROWS)
    assert "hai hạn khác nhau" in said(folder)
    decided(folder, lambda review: part(review.parting(question(review, "hai-han"))))
    assert "hai hạn khác nhau" not in said(folder)


def test_people_given_in_review_are_named_without_asking_for_them(folder: Path) -> None:
    decided(folder, lambda review: assign(review.draft, [one.id for one in review.draft.items], "Cô Lan"))
    words = said(folder)
    assert "Khi duyệt mọi việc đã có người phụ trách; “Họp tổ chuyên môn”: Cô Lan" in words
    assert "trước khi công bố" not in words


def test_nothing_is_said_of_a_day_given_up_for_another(tmp_path: Path) -> None:
    lines = (*LINES[:5], "1. Họp phụ huynh ngày 14/10/2023 (GVCN).")
    folder = uploaded(tmp_path, docx.Document(), lines, (ROWS[0], ("21/10/2023", "Họp phụ huynh", "GVCN")))
    assert "rơi vào ngày nghỉ 14/10/2023" in said(folder)
    decided(folder, lambda review: choose(review.draft, review.draft.items[0].id, 2))
    words = said(folder)
    assert "hạn của “Họp phụ huynh” là thứ Bảy 21/10/2023" in words
    assert "rơi vào ngày nghỉ 14/10/2023" not in words
