"""Next year's draft keeps the purposes of a plan, and marks the grounds that are of the old year where all see it."""

from __future__ import annotations

import io
from datetime import datetime
from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_COLOR_INDEX

from schedules.calendar import load_calendar
from schedules.plan import SchoolYear
from schedules.planning import understand
from schedules.planning.next_year.remarks import year_remarks
from schedules.reading import read_text
from tests.conftest import NOW
from tests.fakes.visitor import Visitor
from tracker.importing import Incoming, store_plan
from tracker.next_year import NextDraft, next_draft, unaccounted
from tracker.reports.next_year_words import markdown
from tracker.store.database import open_database
from tracker.store.history import Actor
from tracker.web.site import national_calendar
from tracker.zone import HO_CHI_MINH

PLAN = """TRƯỜNG MẦM NON HOA BAN
Số: 12/KH-MNHB
Hoa Ban, ngày 18 tháng 9 năm 2023
KẾ HOẠCH
KIỂM ĐỊNH CHẤT LƯỢNG GIÁO DỤC
Năm học 2023-2024
Căn cứ Luật Giáo dục ngày 14/6/2019;
Căn cứ Thông tư số 52/2020/TT-BGDĐT ngày 31/12/2020 ban hành Điều lệ trường mầm non;
Căn cứ Quyết định số 1340/QĐ-UBND ngày 14/8/2023 về khung kế hoạch thời gian năm học 2023-2024;
Căn cứ Công văn số 812/SGDĐT-GDMN ngày 25 tháng 8 năm 2023 về nhiệm vụ giáo dục mầm non;
I. MỤC ĐÍCH, YÊU CẦU
1. Nâng cao chất lượng nuôi dưỡng trẻ trong năm học 2023-2024.
- Tạo môi trường an toàn, thân thiện cho trẻ.
II. CHỈ TIÊU
+ Giảm trẻ nhẹ cân xuống dưới 3% vào cuối năm học.
III. NỘI DUNG
1. Khảo sát đội ngũ giáo viên (Hoàn thành trước ngày 29/9/2023). Phụ trách: Phó Hiệu trưởng.
2. Thường xuyên giữ vệ sinh trường lớp.
"""
OLD, NEW = SchoolYear(2023), SchoolYear(2024)


@pytest.fixture(scope="module")
def made() -> NextDraft:
    plan = understand(read_text(PLAN, "k.txt"), load_calendar())
    return next_draft(unaccounted(plan), None, load_calendar(), datetime(2024, 7, 1, 9, tzinfo=HO_CHI_MINH))


def test_purposes_stand_under_their_own_headings_with_the_new_year(made: NextDraft) -> None:
    assert [(one.over, one.text) for one in made.plan.aims] == [
        ("MỤC ĐÍCH, YÊU CẦU", "1. Nâng cao chất lượng nuôi dưỡng trẻ trong năm học 2024-2025."),
        ("MỤC ĐÍCH, YÊU CẦU", "- Tạo môi trường an toàn, thân thiện cho trẻ."),
        ("CHỈ TIÊU", "+ Giảm trẻ nhẹ cân xuống dưới 3% vào cuối năm học."),
    ]
    lines = [one.text for one in docx.Document(io.BytesIO(made.content)).paragraphs]
    headings = [one for one in lines if one.partition(".")[0] in {"I", "II", "III", "IV", "V"}]
    assert headings[:3] == ["I. CĂN CỨ", "II. MỤC ĐÍCH, YÊU CẦU", "III. CHỈ TIÊU"]
    assert "- Tạo môi trường an toàn, thân thiện cho trẻ." in lines
    assert "## Mục đích, yêu cầu" in markdown(made.plan)


def test_purposes_come_back_as_no_work_and_the_works_as_they_were(made: NextDraft) -> None:
    assert made.differing == ()
    assert [task.title for task in made.read.tasks] == ["Khảo sát đội ngũ giáo viên"]


def test_a_purpose_with_figures_is_to_be_looked_at(made: NextDraft) -> None:
    assert [bool(one.notes) for one in made.plan.aims] == [False, False, True]


def test_grounds_of_the_old_year_are_marked_yellow_and_the_lasting_ones_are_not(made: NextDraft) -> None:
    noted = [one.text.split(" số ")[-1][:4] for one in made.plan.grounds if one.notes]
    assert noted == ["1340", "812/"]
    document = docx.Document(io.BytesIO(made.content))
    runs = [run for one in document.paragraphs for run in one.runs if run.text.startswith("- Căn cứ")]
    yellow = [run.text for run in runs if run.font.highlight_color == WD_COLOR_INDEX.YELLOW]
    assert len(runs) == 4
    assert [text.split(" số ")[-1][:4] for text in yellow] == ["1340", "812/"]


@pytest.mark.parametrize(
    ("ground", "told"),
    [
        ("Căn cứ Kế hoạch số 5/KH-PGDĐT ngày 10/9/2023 của Phòng", "ngày 10/9/2023, trước năm học 2024-2025"),
        ("Thực hiện Hướng dẫn nhiệm vụ năm học 2022 - 2023 của Sở", "Căn cứ của năm học 2022-2023"),
        ("Căn cứ Công văn số 9/SGDĐT ngày 20/8/2024 của Sở", ""),
        ("Căn cứ Thông tư số 19/2018/TT-BGDĐT ngày 22/8/2018", ""),
        ("Căn cứ Nghị quyết số 29-NQ/TW ngày 04/11/2013", ""),
        ("Căn cứ Kế hoạch số 3/KH-MN ngày 2/3/2021 phát triển trường 2021-2026", ""),
        ("Căn cứ Chương trình công tác giai đoạn 2020-2025", ""),
        ("Căn cứ Công văn số 9/SGDĐT ngày 31/2/2023 của Sở", ""),
        ("Căn cứ Công văn số 812/SGDĐT của Sở", ""),
    ],
)
def test_a_ground_is_of_the_old_year_by_its_year_or_by_the_day_of_a_paper_of_each_year(ground: str, told: str) -> None:
    remarks = list(year_remarks(ground, OLD, NEW))
    assert (told in remarks[0]) if told else remarks == []


def test_the_page_says_how_many_grounds_are_old_and_shows_each_line(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    with open_database(visitor.folder) as db:
        plan = understand(read_text(PLAN, "k.txt"), load_calendar())
        store_plan(db, Incoming(PLAN.encode(), plan), Actor("Văn thư", NOW), national_calendar(), publish=True)
    page = visitor.get("/ke-hoach/1/nam-sau").text
    assert "2 căn cứ của năm cũ hoặc đã bị thay." in page
    assert (
        page.index('id="can-cu"') < page.index("Căn cứ của năm học 2023-2024: thay bằng") < page.index('id="muc-dich"')
    )
    assert "- Tạo môi trường an toàn, thân thiện cho trẻ." in page
