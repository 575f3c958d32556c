"""Only what the plan says stands as its words: on the page of a work, before the committee and in the calendar."""

from __future__ import annotations

import io
import re
from datetime import date
from pathlib import Path

import docx
import pytest
from lxml import html

from schedules.plan import Due, Mention, Origin, Place, Task
from tests.conftest import NOW, due_on, make_task
from tests.fakes.review_clerk import CONTEST, Clerk, clerk_with
from tracker.answers.links import AnswerLinks
from tracker.deadline_words import Worded, worded
from tracker.feeds.making import make
from tracker.feeds.secret import master_key
from tracker.reminders.actions import ask_extension, decide_extension
from tracker.reminders.wording import whose
from tracker.store import people
from tracker.store.database import open_database, transaction
from tracker.store.feeds import FeedKind, FeedSubject
from tracker.store.history import Actor
from tracker.store.records import Office, Part
from tracker.web.site import national_calendar

PLANNED, TYPED = "trước ngày 28/10/2023", "chậm nhất ngày 02/12/2023"
GIVEN = Due("chậm nhất 2/12", day=date(2023, 12, 2), basis="Người duyệt ghi hạn này. “2/12” là ngày.")
BLANK = """TRƯỜNG MẦM NON HOA BAN
Hoa Ban, ngày 18 tháng 9 năm 2023
KẾ HOẠCH năm học 2023-2024

|TT|Nội dung công việc|Người thực hiện|Thời gian|
|---|---|---|---|
|1|Tổ chức hội thi giáo viên dạy giỏi cấp trường|Cô Lan||
|2|Nộp báo cáo sơ kết|Cô Hà|Trước ngày 15/11/2023|
"""


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    return clerk_with(tmp_path / "data")


def redated(clerk: Clerk, words: str = TYPED) -> str:
    clerk.presses("han", task=clerk.id_of(CONTEST), words=words, sure="1")
    return clerk.id_of(CONTEST)


def facts(page: str) -> dict[str, str]:
    names = html.fromstring(page).xpath("//dl/dt")
    return {one.text_content(): one.getnext().text_content() for one in names}


def test_a_typed_deadline_is_the_reviewers_and_the_plans_stands_beside_it(clerk: Clerk) -> None:
    told = facts(clerk.get(f"/viec/{redated(clerk)}").text)
    assert told["Người duyệt ghi"] == f"“{TYPED}”"
    assert told["Kế hoạch viết"].startswith(f"“{PLANNED}”")


def test_an_untouched_deadline_is_the_plans(clerk: Clerk) -> None:
    told = facts(clerk.get(f"/viec/{clerk.id_of(CONTEST)}").text)
    assert told["Kế hoạch viết"] == f"“{PLANNED}”"
    assert "Người duyệt ghi" not in told


def test_the_committee_reads_whose_words_they_are(clerk: Clerk) -> None:
    task_id = redated(clerk)
    clerk.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="1")
    with open_database(clerk.folder) as db, transaction(db):
        member = people.ensure(db, 1, "Thầy Minh", Office.COMMITTEE)
    links = AnswerLinks("https://lich.truong.edu.vn", master_key(clerk.folder))
    told = facts(clerk.get("/" + links.watch(member.id, NOW.date(), task_id).split("/", 3)[3]).text)
    assert told["Người duyệt ghi"] == f"“{TYPED}”"
    assert told["Kế hoạch viết"].startswith(f"“{PLANNED}”")


def test_a_deadline_given_to_a_blank_cell_is_never_the_plans(tmp_path: Path) -> None:
    clerk = clerk_with(tmp_path / "data", BLANK)
    told = facts(clerk.get(f"/viec/{redated(clerk)}").text)
    assert told["Người duyệt ghi"] == f"“{TYPED}”"
    assert "Kế hoạch viết" not in told


def test_time_granted_later_leaves_the_words_whose_they_are(clerk: Clerk) -> None:
    task_id = redated(clerk)
    clerk.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="1")
    with open_database(clerk.folder) as db:
        lan = people.ensure(db, 1, "Cô Lan")
        asked = ask_extension(db, task_id, lan.id, date(2023, 12, 8), Actor("Cô Lan", NOW))
        days = national_calendar().working_days
        decide_extension(db, asked.id, Actor("Văn thư", NOW), days, approved=True)
    told = facts(clerk.get(f"/viec/{task_id}").text)
    assert told["Người duyệt ghi"].startswith(f"“{TYPED}”")
    assert told["Kế hoạch viết"].startswith(f"“{PLANNED}”")


def test_the_calendar_calls_literal_only_what_the_plan_says(clerk: Clerk) -> None:
    redated(clerk)
    clerk.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="1")
    with open_database(clerk.folder) as db:
        body = make(db, FeedSubject(FeedKind.SCHOOL, 1, None), date(2023, 9, 20)).body.decode()
    text = re.sub(r"\\([;,])", r"\1", body.replace("\r\n ", ""))
    assert f"(người duyệt ghi: “{TYPED}”; kế hoạch viết: “{PLANNED}”)" in text
    assert f"nguyên văn: “{TYPED}”" not in text
    assert "nguyên văn: “trước ngày 25/9/2023”" in text


@pytest.mark.parametrize(
    ("task", "told"),
    [
        (make_task("Họp", date(2023, 9, 22)), Worded("Kế hoạch viết", "22/09/2023")),
        (make_task("Họp", due=GIVEN), Worded("Kế hoạch viết", "thường xuyên", "chậm nhất 2/12")),
        (Task("Họp", GIVEN, (Mention("Họp vào cuối kỳ", Place(), GIVEN),)), Worded("Kế hoạch viết", "", GIVEN.words)),
        (Task("Họp", GIVEN, (Mention("Họp chậm  nhất 2/12.", Place(), GIVEN),)), Worded("Kế hoạch viết", GIVEN.words)),
        (Task("Họp", GIVEN, origin=Origin.HAND), Worded("Kế hoạch viết", "", GIVEN.words)),
        (Task("Họp", due_on(date(2023, 9, 22)), origin=Origin.LAW), Worded("Quy định", "22/09/2023")),
        (Task("Họp", Due()), Worded("Kế hoạch viết")),
    ],
    ids=["read", "typed for a time", "typed for none", "found in the plan", "by hand", "law", "none"],
)
def test_whose_words_a_deadline_is_in(task: Task, told: Worded) -> None:
    assert worded(task) == told


def test_a_letter_tells_the_reviewers_words_from_the_plans() -> None:
    assert whose(make_task("Họp", due=GIVEN)) == "Người duyệt ghi: “chậm nhất 2/12”; kế hoạch viết: “thường xuyên”"
    assert whose(make_task("Họp", date(2023, 9, 22))) == ""


def test_the_pages_of_who_does_it_tell_whose_words_hold(clerk: Clerk) -> None:
    task_id = redated(clerk)
    clerk.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="1")
    with open_database(clerk.folder) as db, transaction(db):
        lan = people.ensure(db, 1, "Cô Lan")
        people.assign(db, task_id, [(lan.id, Part.LEAD)])
    links = AnswerLinks("https://lich.truong.edu.vn", master_key(clerk.folder))
    for url in (links.own(lan.id, NOW.date()), links.task(task_id, lan.id, NOW.date()).page):
        page = html.fromstring(clerk.get("/" + url.split("/", 3)[3]).text).text_content()
        assert f"Người duyệt ghi: “{TYPED}”; kế hoạch viết: “{PLANNED}”" in page


def test_the_report_tells_whose_words_hold(clerk: Clerk) -> None:
    redated(clerk)
    clerk.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="1")
    report = docx.Document(io.BytesIO(clerk.get("/ke-hoach/1/phu-luc-2").content))
    cells = {cell.text for table in report.tables for row in table.rows for cell in row.cells}
    assert f"Chậm nhất thứ Bảy 2/12/2023\nNgười duyệt ghi: “{TYPED}”; kế hoạch viết: “{PLANNED}”" in cells


TRACKER = Path(__file__).parents[1] / "tracker"
READ_WORDS = {
    "deadline_words.py": "tells whose they are",
    "spoken.py": "a time without a day is told by its words, claimed for nobody",
    "contract.py": "JSON, with the reason beside them",
    "identity.py": "names a work",
    "recurring.py": "compares, and reads the next time",
    "moving.py": "keeps them where it moves the day",
    "store/tasks.py": "the history keeps them, claimed for nobody",
    "web/original.py": "marks them in the document, where they stand",
    "reports/corrected_copy.py": "looks for them in the document",
    "copying.py": "compares, to tell which remarks speak of a day given up",
    "reports/plan_document.py": "writes a plan of its own",
    "reports/next_year_words.py": "writes a plan of its own",
    "commands/drafting.py": "writes a plan of its own",
    "commands/when_.py": "shows what somebody typed",
    "web/templates/next_year.html": "shows a plan of its own",
    "web/templates/phrase.html": "shows what somebody typed",
    "web/templates/review_tasks.html": "asks about what the reviewer typed",
}


def test_only_who_is_named_reads_the_words_of_a_deadline() -> None:
    every = (*TRACKER.rglob("*.py"), *TRACKER.rglob("*.html"))
    found = {str(one.relative_to(TRACKER)) for one in every if re.search(r"\bdue\.words\b", one.read_text())}
    assert {one for one in found if not one.startswith("review/")} == set(READ_WORDS)


def test_both_words_are_made_fit_to_be_shown() -> None:
    told = worded(make_task("Họp", due=GIVEN))
    assert told.each(str.upper) == Worded("Kế hoạch viết", "THƯỜNG XUYÊN", "CHẬM NHẤT 2/12")
