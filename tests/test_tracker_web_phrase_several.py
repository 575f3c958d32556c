"""“Đọc thử một câu” with several deadlines: which one heads the page is said, and by which rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.visitor import Visitor

NOTE = 'id="nhieu-han"'


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Nộp trước 1/1/2027 và gửi bản giấy trước 15/12/2026", "trước thứ Sáu 1/1/2027"),
        ("Họp ngày 3/12/2026, nộp biên bản trước 15/12/2026", "trước thứ Ba 15/12/2026"),
    ],
)
def test_several_times_are_counted_and_the_rule_is_said(tmp_path: Path, text: str, heading: str) -> None:
    page = Visitor(tmp_path / "data").press("/doc-thu", text=text, year="2026-2027").text
    assert f'id="ket-qua"><h2>{heading}' in page
    assert f"{NOTE}>Câu nêu 2 thời gian khác nhau." in page


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Nộp báo cáo ngày 13/12/2026", "<dt>Nên xong</dt><dd>thứ Sáu 11/12/2026"),
        ("Hội thi tổ chức ngày 13/12/2026", "<dt>Ngày nghỉ</dt><dd>Đúng vào ngày nghỉ"),
    ],
)
def test_what_is_handed_in_on_a_day_off_is_done_before_it(tmp_path: Path, text: str, told: str) -> None:
    assert told in Visitor(tmp_path / "data").press("/doc-thu", text=text, year="2026-2027").text


@pytest.mark.parametrize(
    "text", ["Nộp trước 15/12/2026", "Ngày 15/12/2026 họp, báo cáo ngày 15/12/2026", "Lớp 3/4", "Nộp báo cáo"]
)
def test_one_time_needs_no_rule(tmp_path: Path, text: str) -> None:
    assert NOTE not in Visitor(tmp_path / "data").press("/doc-thu", text=text, year="2026-2027").text
