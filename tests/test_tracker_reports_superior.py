"""The body a school stands under: as the plan's letterhead writes it, else as the settings say, else left out."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest
from click.testing import CliRunner

from schedules.reading import read_text
from tests.fakes.visitor import Visitor
from tracker.cli import tracker
from tracker.reports.superior import superior_of

REST = "Số: 12/KH-MNHB\nKẾ HOẠCH\nNăm học 2023-2024\nI. NỘI DUNG CÔNG VIỆC\n1. Họp phụ huynh trước ngày 5/10/2023."
SCHOOL = "TRƯỜNG MẦM NON HOA BAN\n"
TWO_COLUMNS = """PHÒNG GD&ĐT HUYỆN HÒA AN   CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TRƯỜNG TIỂU HỌC VÕ THỊ SÁU   Độc lập - Tự do - Hạnh phúc
"""


@pytest.mark.parametrize(
    ("head", "over"),
    [
        (f"UBND XÃ MƯỜNG THÔNG\n{SCHOOL}", ("UBND XÃ MƯỜNG THÔNG",)),
        (f"ỦY BAN NHÂN DÂN\nXÃ MƯỜNG THÔNG\n{SCHOOL}", ("ỦY BAN NHÂN DÂN", "XÃ MƯỜNG THÔNG")),
        (f"UBND HUYỆN ĐÁ BẠC\nPHÒNG GD&ĐT\n{SCHOOL}", ("UBND HUYỆN ĐÁ BẠC", "PHÒNG GD&ĐT")),
        ("SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH LAM GIANG\nTRƯỜNG THPT LÝ NAM ĐẾ\n", ("SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH LAM GIANG",)),
        (TWO_COLUMNS, ("PHÒNG GD&ĐT HUYỆN HÒA AN",)),
        (SCHOOL, ()),
        (f"ĐẢNG ỦY XÃ MƯỜNG THÔNG\n{SCHOOL}", ()),
        (f"UBND XA MUONG THONG\n{SCHOOL}", ()),
        (f"UBND xã Mường Thông giao nhà trường\n{SCHOOL}", ()),
        ("UBND XÃ MƯỜNG THÔNG\n", ()),
    ],
)
def test_what_stands_over_the_school_is_taken_as_it_is_written(head: str, over: tuple[str, ...]) -> None:
    assert superior_of(read_text(head + REST, "k.txt")) == over


def test_a_letterhead_in_two_columns_gives_its_left_one(tmp_path: Path) -> None:
    made = docx.Document()
    left, right = made.add_table(1, 2).rows[0].cells
    left.text = "UBND XÃ MƯỜNG THÔNG\nTRƯỜNG MẦM NON BẢN PÓ"
    right.text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    for line in REST.splitlines():
        made.add_paragraph(line)
    made.save(tmp_path / "k.docx")
    assert head_of(tmp_path, "k.docx")[:2] == ["UBND XÃ MƯỜNG THÔNG", "TRƯỜNG MẦM NON BẢN PÓ"]


def head_of(tmp_path: Path, plan: str) -> list[str]:
    """The left half of the letterhead of the report of a plan, line by line, by the command and by the page."""
    folder = tmp_path / "data"
    for words in (("import", tmp_path / plan, "--publish"), ("report", "-o", tmp_path / "bc.docx")):
        done = CliRunner().invoke(tracker, ["--data", str(folder), *map(str, words)], env={"TRACKER_DATA": None})
        assert done.exit_code == 0, done.stderr
    sent = Visitor(folder).get("/ke-hoach/1/phu-luc-2").content
    by_command, by_page = (
        docx.Document(one).tables[0].rows[0].cells[0].text for one in (tmp_path / "bc.docx", io.BytesIO(sent))
    )
    assert by_command == by_page
    return [line for line in by_command.splitlines() if line]


@pytest.mark.parametrize(
    ("head", "setting", "over"),
    [
        ("", "UBND xã Hưng Nguyên", ["UBND XÃ HƯNG NGUYÊN"]),
        ("UBND XÃ MƯỜNG THÔNG\n", "UBND xã Hưng Nguyên", ["UBND XÃ MƯỜNG THÔNG"]),
        ("", "", []),
    ],
)
def test_the_setting_serves_plans_that_do_not_say(tmp_path: Path, head: str, setting: str, over: list[str]) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "settings.toml").write_text(f'[report]\nsuperior = "{setting}"\n', encoding="utf-8")
    (tmp_path / "k.txt").write_text(head + SCHOOL + REST, encoding="utf-8")
    assert head_of(tmp_path, "k.txt") == [*over, "TRƯỜNG MẦM NON HOA BAN", "Số: …/BC-MNHB"]
