"""Batches of JSON lines: every line its answer, in order, as soon as it has come."""

from __future__ import annotations

import json
import os
import threading
from io import BytesIO

import pytest

from schedules.calendar import load_calendar
from schedules.wording import Context
from tracker.commands.answering_lines import ARRIVING, answer_lines

CONTEXT = Context(load_calendar())
WRONG_MONTHS = (b"true", b"false", b"0", b"13", b"-1", b"9.7", b"9.0", b'"x"', b'" 9"', b"[9]", b"{}")


def answered(asked: bytes) -> tuple[list[dict[str, object]], int]:
    answers = BytesIO()
    failed = answer_lines(BytesIO(asked), answers, CONTEXT)
    return [json.loads(line) for line in answers.getvalue().splitlines()], failed


def line(text: str, **context: object) -> bytes:
    return json.dumps({"text": text, "context": context}, ensure_ascii=False).encode() + b"\n"


def test_lines_longer_than_what_arrives_at_once_keep_their_order() -> None:
    days = range(1, 29)
    asked = b"".join(line(f"{'x' * (ARRIVING // 7)} trước ngày {day}/10/2023") for day in days)
    answers, _ = answered(asked)
    assert [answer["due"] for answer in answers] == [f"2023-10-{day:02}" for day in days]


def test_a_line_is_answered_before_the_next_is_asked() -> None:
    (asked_out, asked_in), (answer_out, answer_in) = os.pipe(), os.pipe()
    with os.fdopen(asked_out, "rb") as asked, os.fdopen(answer_in, "wb") as answers:
        served = threading.Thread(target=answer_lines, args=(asked, answers, CONTEXT))
        served.start()
        os.write(asked_in, line("ngày 1/2/2024"))
        first = json.loads(os.read(answer_out, ARRIVING))
        os.close(asked_in)
        served.join()
    os.close(answer_out)
    assert first["due"] == "2024-02-01"


def test_a_bad_line_is_named_by_its_number_and_stops_nothing() -> None:
    answers, failed = answered(b"\n[]\n" + b"\xff\n" + line("ngày 1/2", doc_date="hôm qua") + line("ngày 1/2/2024"))
    assert [str(answer.get("error"))[:6] for answer in answers] == ["dòng 2", "dòng 3", "dòng 4", "None"]
    assert failed == 3


def test_contexts_of_any_shape_are_refused_one_by_one() -> None:
    answers, failed = answered(line("ngày 1/2", school_year=["2023"]) + line("tháng 10", school_year="2023-2024"))
    assert failed == 1
    assert answers[1]["due"] == "2023-10-31"


def test_half_a_letter_comes_back_as_its_escape() -> None:
    answers, failed = answered(
        b'{"text": "\\ud83d tr\\u01b0\\u1edbc ng\\u00e0y 1/2/2024"}\n{"text": "ng\\u00e0y \\ud83d 1/2/2024"}\n'
    )
    assert failed == 0
    assert answers[0]["due"] == "2024-02-01"


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        (b"[1]", "cần một đối tượng, đây là danh sách"),
        (b"null", "cần một đối tượng, đây là null"),
        (b'{"text": null}', "“text” cần là chuỗi chữ, đây là null"),
        (b"{}", "thiếu “text”"),
        (b'{"text": "a", "context": [1]}', "“context” cần là đối tượng, đây là danh sách"),
        (b'{"text": "a"', "không phải JSON (từ ký tự thứ 13)"),
        (b'{"text": "\xff"}', "chữ không phải UTF-8"),
        (line("ngày 1/2", doc_date="hôm qua"), '“doc_date” là "hôm qua"; cần ngày dạng 2023-09-25'),
        (line("ngày 1/2", school_year="2023-2025"), '“school_year” là "2023-2025"; cần dạng 2023-2024'),
        (line("ngày 1/2", table_month="mười"), '“table_month” là "mười"; cần số từ 1 đến 12'),
        *(
            (b'{"text": "tuan 3", "context": {"table_month": %b}}' % month, "“table_month” là ")
            for month in WRONG_MONTHS
        ),
        (b'{"text": "a", "context": []}', "“context” cần là đối tượng, đây là danh sách"),
        (b'{"text": "a", "context": ""}', "“context” cần là đối tượng, đây là chuỗi chữ"),
        (b'{"text": "a", "context": false}', "“context” cần là đối tượng, đây là đúng/sai"),
        (line("ngày 1/2", school_year=False), "“school_year” là false; cần dạng 2023-2024"),
        (line("ngày 1/2", doc_date=0), "“doc_date” là 0; cần ngày dạng 2023-09-25"),
        (b"[" * 100_000, "không phải JSON đọc được"),
    ],
)
def test_a_refusal_says_in_vietnamese_which_part_is_wrong(asked: bytes, sentence: str) -> None:
    (answer,), failed = answered(asked)
    assert failed == 1
    assert f"dòng 1: {sentence}" in str(answer["error"])
    assert str(answer["error"]).endswith('; cần {"text": …, "context": …}')


def test_true_is_no_january_though_january_was_asked_before() -> None:
    lines = [line("tuần 3", school_year="2023-2024", table_month=month) for month in (1, True, "1", None, 1.0)]
    answers, failed = answered(b"".join(lines))
    assert failed == 2
    assert [answer.get("due") for answer in answers] == ["2024-01-21", None, "2024-01-21", None, None]


def test_a_context_that_says_nothing_is_the_default() -> None:
    answers, failed = answered(b'{"text": "ngay 1/2/2024", "context": null}\n' + line("ngày 1/2/2024", table_month=""))
    assert failed == 0
    assert [answer["due"] for answer in answers] == ["2024-02-01"] * 2


def test_a_blank_line_asks_nothing_but_counts_as_a_line() -> None:
    answers, failed = answered(line("ngày 1/2/2024") + b"\n  \n" + b"[]\n" + line("ngày 2/2/2024"))
    assert (len(answers), failed) == (3, 1)
    assert str(answers[1]["error"]).startswith("dòng 4: ")
