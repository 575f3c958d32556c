"""Wrong usage of every kind is told in Vietnamese, with exit code 2."""

from __future__ import annotations

import pytest
from click.testing import CliRunner

from tracker.cli import VERBS, tracker

ENGLISH = ("Usage", "Error", "Invalid", "Missing", "No such", "Try ", "unexpected", "does not")


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["when", "tuần 3", "--month", "13"], "tùy chọn --month: “13” chưa đúng; cần số từ 1 đến 12."),
        (["when", "tuần 3", "--month", "ba"], "tùy chọn --month: “ba” chưa đúng; cần số từ 1 đến 12."),
        (["when", "tuần 3", "--school-year", "2023-2025"], "không phải năm học; cần dạng 2023-2024"),
        (["read"], "Thiếu phần TỆP..."),
        (["when", "a", "b"], "Thừa b;"),
        (["when", "a", "--thang", "3"], "Không có tùy chọn --thang."),
        (["when", "a", "--mont", "3"], "Có phải --month"),
        (["when", "a", "--month"], "Tùy chọn --month cần kèm một giá trị."),
        (["khong-co"], "Không có lệnh “khong-co”"),
        (["--khong-co"], "Không có tùy chọn --khong-co."),
        (["when"], "Cần một CÂU"),
        (["tasks", "--on", "31/4/2024"], "tùy chọn --on: “31/4/2024” chưa đúng; cần ngày"),
        (["tasks", "--on", "hôm-qua"], "tùy chọn --on: “hôm-qua” chưa đúng; cần ngày"),
        (["tasks", "--on", "9999-12-31"], "ngày 31/12/9999 quá xa, công cụ chỉ tính được từ năm 1945 đến năm 2199"),
        (["overdue", "--on", "0001-01-01"], "ngày 01/01/0001 quá xa"),
        (["report", "--on", "9999-12-31", "-o", "a.docx"], "ngày 31/12/9999 quá xa"),
        (["when", "a", "--dated", "9999-12-31"], "ngày 31/12/9999 quá xa"),
        (["remind", "--at", "9999-12-31T23:59+07:00"], "ngày 31/12/9999 quá xa"),
        (["remind", "--at", "0001-01-01T00:00+07:00"], "ngày 01/01/0001 quá xa"),
        (["remind", "--at", "0001-01-01T00:00+14:00", "--dry-run"], "ngày 01/01/0001 quá xa"),
        (["remind", "--at", "9999-12-31T23:59-12:00", "--dry-run"], "ngày 31/12/9999 quá xa"),
        (["remind", "--at", "mai"], "không phải thời điểm; cần dạng 2024-05-24T07:00+07:00"),
        (["replay", "--from", "0001-01-01", "--to", "0001-01-02"], "ngày 01/01/0001 quá xa"),
        (["replay", "--from", "9999-12-30", "--to", "9999-12-31"], "ngày 30/12/9999 quá xa"),
        (
            ["replay", "--from", "2020-01-01", "--to", "2150-01-01"],
            "--to: ngày 01/01/2150 quá xa, chỉ diễn được đến hết",
        ),
        (["report", "--kind", "khac"], "tùy chọn --kind: “khac” chưa đúng; cần một trong: phu-luc-2, so-theo-doi"),
    ],
)
def test_wrong_usage_is_told_in_vietnamese(words: list[str], told: str) -> None:
    result = CliRunner().invoke(tracker, words)
    assert result.exit_code == 2
    assert told in result.stderr
    assert not [word for word in ENGLISH if word in result.stderr]


def test_the_usage_line_names_the_verb() -> None:
    result = CliRunner().invoke(tracker, ["when", "--month", "13"])
    assert "Cách dùng: " in result.stderr
    assert " when [TÙY CHỌN] [CÂU]" in result.stderr


@pytest.mark.parametrize("verb", VERBS)
def test_every_verb_tells_an_unknown_option(verb: str) -> None:
    result = CliRunner().invoke(tracker, [verb, "--khong-co-dau"])
    assert (result.exit_code, "Không có tùy chọn --khong-co-dau." in result.stderr) == (2, True)


@pytest.mark.parametrize("verb", ["", *VERBS])
def test_the_help_page_of_every_verb_is_vietnamese(verb: str) -> None:
    page = CliRunner().invoke(tracker, [*verb.split(), "--help"]).stdout
    assert page.startswith(f"Cách dùng: tracker {verb}".rstrip())
    assert "Tùy chọn:" in page
    english = ("Usage", "Options", "Commands", "Show ", "required", "default", "INTEGER", "TEXT", "FILE", "DIRECTORY")
    assert not [word for word in english if word in page]


def test_a_range_is_told_in_words() -> None:
    assert "[từ 1 đến 12]" in CliRunner().invoke(tracker, ["when", "--help"]).stdout
