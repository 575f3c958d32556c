"""From a plan to next year's draft and back: what our own reader reads in the draft is what was drafted."""

from __future__ import annotations

import io
import json
from datetime import date, datetime
from pathlib import Path

import docx
import pytest

from schedules.calendar import WorkingDays, load_calendar
from schedules.plan import Header, Plan, SchoolYear
from schedules.planning import understand
from schedules.reading import read_bytes, read_text
from tests.conftest import NOW, make_plan, make_task
from tests.fakes.terminal import Terminal
from tests.fakes.visitor import Visitor
from tests.gold.as_office import word
from tests.gold.source import FOLDER, parse
from tracker.importing import Incoming, publish_plan, store_plan
from tracker.next_year import NoYearError, next_draft, unaccounted
from tracker.reminders.actions import ask_extension, decide_extension
from tracker.review import deciding, desk
from tracker.store import notes, people, tasks
from tracker.store.database import open_database
from tracker.store.history import Actor
from tracker.store.records import TaskState
from tracker.zone import HO_CHI_MINH

SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
LATER = datetime(2024, 7, 1, 9, 0, tzinfo=HO_CHI_MINH)
PLAN = """TRƯỜNG MẦM NON HOA BAN
Số: 12/KH-MNHB

Hoa Ban, ngày 18 tháng 9 năm 2023

KẾ HOẠCH
KIỂM ĐỊNH CHẤT LƯỢNG GIÁO DỤC
Năm học 2023-2024

I. NỘI DUNG
1. Khảo sát đội ngũ giáo viên (Hoàn thành trước ngày 29/9/2023). Phụ trách: Phó Hiệu trưởng.
2. Hoàn thiện báo cáo tự đánh giá (Hoàn thành trước tháng 5/2024). Phụ trách: Hiệu trưởng.
3. Công khai theo Thông tư 36/2017/TT-BGDĐT (Hoàn thành trước ngày 31/5/2024).
4. Thường xuyên giữ vệ sinh trường lớp.
"""


def drafted(plan: Plan):
    return next_draft(unaccounted(plan), None, load_calendar(), NOW)


def facts(task) -> tuple[object, ...]:
    return task.title, task.due.start, task.due.day, task.owners, task.helpers, task.criterion, task.standard


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.plan")), ids=lambda path: path.stem)
def test_every_layout_comes_back_from_its_draft_as_it_was_drafted(path: Path) -> None:
    content = word(parse(path.read_text(encoding="utf-8"), path.stem))
    made = drafted(understand(read_bytes(content, "a.docx"), load_calendar()))
    assert made.differing == ()
    assert sorted(map(repr, (facts(task) for task in made.read.tasks))) == sorted(
        repr(facts(work.task)) for work in made.plan.works
    )
    assert made.read.header.school_year == made.plan.header.school_year
    assert (made.read.header.number, made.read.header.date) == (None, None)


@pytest.mark.skipif(not SEEDS.exists(), reason="the seeds are not here")
@pytest.mark.parametrize("seed", sorted(SEEDS.glob("*.txt")) if SEEDS.exists() else [], ids=lambda path: path.stem)
def test_every_seed_comes_back_from_its_draft(seed: Path) -> None:
    plan = understand(read_text(seed.read_text(encoding="utf-8"), seed.name), load_calendar())
    made = drafted(plan)
    assert made.differing == ()
    assert len(made.plan.works) == len(plan.tasks)
    assert made.read.header.school == plan.header.school


@pytest.mark.skipif(not SEEDS.exists(), reason="the seeds are not here")
def test_a_year_after_a_draft_the_draft_itself_can_be_drafted_from() -> None:
    seed = next(SEEDS.glob("004*.txt"))
    first = drafted(understand(read_text(seed.read_text(encoding="utf-8"), seed.name), load_calendar()))
    second = drafted(first.read)
    assert second.differing == ()
    assert second.plan.header.school_year == SchoolYear(2025)


def test_the_remarks_are_comments_and_not_words_of_the_plan() -> None:
    made = drafted(understand(read_text(PLAN, "a.txt"), load_calendar()))
    document = docx.Document(io.BytesIO(made.content))
    said = [comment.text for comment in document.comments]
    assert any("09/2024/TT-BGDĐT" in text for text in said)
    assert "09/2024" not in read_bytes(made.content, "a.docx").text
    assert "Số: …/KH-MNHB" in read_bytes(made.content, "a.docx").text


def test_the_draft_bears_the_body_over_the_school_and_is_read_as_the_same_school() -> None:
    plan = understand(read_text(f"UBND XÃ MƯỜNG THÔNG\n{PLAN}", "k.txt"), load_calendar())
    made = drafted(plan)
    head = docx.Document(io.BytesIO(made.content)).tables[0].rows[0].cells[0].text
    assert [line for line in head.splitlines() if line][:2] == ["UBND XÃ MƯỜNG THÔNG", "TRƯỜNG MẦM NON HOA BAN"]
    assert (made.read.header.school, made.differing) == (plan.header.school, ())


def test_work_without_a_day_comes_back_as_a_duty_and_nothing_is_lost() -> None:
    made = drafted(make_plan(make_task("Giữ vệ sinh trường lớp"), make_task("Họp tổ", NOW.date())))
    assert [task.title for task in made.read.tasks] == ["Họp tổ"]
    assert [duty.title for duty in made.read.duties] == ["Giữ vệ sinh trường lớp"]
    assert made.differing == ()


def test_what_does_not_come_back_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tracker.next_year.understand", lambda *_: Plan(Header()))
    made = drafted(make_plan(make_task("Họp tổ", NOW.date())))
    assert made.differing == ("“Họp tổ” soạn ra (18/9/2024) nhưng đọc lại không thấy",)


def test_a_plan_without_a_year_is_refused_with_advice() -> None:
    with pytest.raises(NoYearError, match="không ghi năm học"):
        drafted(Plan(Header(source="a.txt")))


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """A terminal with the plan imported and published."""
    run = Terminal(tmp_path, PLAN)
    run("import", run.plan, "--publish")
    return run


def test_a_stored_plan_is_drafted_with_how_its_works_stand(terminal: Terminal) -> None:
    task_id = json.loads(terminal("tasks", "--json").stdout)[0]["id"]
    with open_database(terminal.folder / "data") as db:
        notes.add(db, task_id, "Chờ phần mềm mới", Actor("Cô Lan", NOW))
    made = json.loads(terminal("nextyear", "--plan", "12/KH-MNHB", "--json").stdout)
    carried = {work["title"]: work["carried"] for work in made["tasks"]}
    assert carried["Khảo sát đội ngũ giáo viên"] == "Chưa xong năm học 2023-2024: Chờ phần mềm mới"
    assert made["document"]["school_year"] == "2024-2025"
    assert [work["due"] for work in made["tasks"]] == ["2024-09-29", "2025-04-30", "2025-05-31"]
    assert made["differing"] == []


def test_what_the_committee_wrote_is_a_reason_too(terminal: Terminal) -> None:
    task_id = json.loads(terminal("tasks", "--json").stdout)[0]["id"]
    with open_database(terminal.folder / "data") as db:
        notes.add_found(db, task_id, "Thiếu phiếu của tổ Toán.", Actor("Thầy Minh", NOW))
        notes.add(db, task_id, "Chờ phần mềm mới", Actor("Cô Lan", NOW))
    made = json.loads(terminal("nextyear", "--plan", "12/KH-MNHB", "--json").stdout)
    (told,) = (work["carried"] for work in made["tasks"] if work["title"] == "Khảo sát đội ngũ giáo viên")
    written = f"Tổ giám sát (Thầy Minh, {NOW:%d/%m/%Y}): Thiếu phiếu của tổ Toán"
    assert told == f"Chưa xong năm học 2023-2024: Chờ phần mềm mới; {written}"


def test_more_time_granted_once_does_not_move_the_work_of_the_next_year(terminal: Terminal) -> None:
    before = json.loads(terminal("nextyear", "--plan", "12/KH-MNHB", "--json").stdout)["tasks"]
    with open_database(terminal.folder / "data") as db:
        task = tasks.of_plan(db, 1)[0]
        person = people.manager(db, 1)
        asked = ask_extension(db, task.id, person.id, date(2023, 10, 16), Actor("Cô Lan", NOW, "chờ phần mềm"))
        decide_extension(db, asked.id, Actor("Hiệu trưởng", NOW), WorkingDays(), approved=True)
        assert tasks.by_id(db, task.id).task.due.day == date(2023, 10, 16)
    after = json.loads(terminal("nextyear", "--plan", "12/KH-MNHB", "--json").stdout)["tasks"]
    assert [work["due"] for work in after] == [work["due"] for work in before]


def drop_first(terminal: Terminal, reason: str) -> str:
    calendar = load_calendar()
    with open_database(terminal.folder / "data") as db:
        content = (terminal.folder / "ke-hoach.txt").read_bytes() + b"\n"
        plan = desk.open_review(db, 1, calendar).revision.plan
        store_plan(db, Incoming(content, plan), Actor("Cô Lan", NOW), calendar, publish=False)
        item = desk.open_review(db, 1, calendar).draft.live[0]
        desk.decide(db, 1, lambda one: deciding.drop(one.draft, item.id, reason), Actor("Cô Lan", NOW), calendar)
        publish_plan(db, 1, Actor("Cô Lan", NOW), calendar)
    return item.task.title


@pytest.mark.parametrize(
    ("reason", "comes"), [("Làm năm sau", True), ("không làm cả năm sau", False), ("Trùng", False)]
)
def test_a_work_dropped_for_next_year_comes_back_with_that_reason(reason: str, comes: bool, terminal: Terminal) -> None:
    title = drop_first(terminal, reason)
    made = json.loads(terminal("nextyear", "--plan", "1", "--json").stdout)
    carried = {work["title"]: work["carried"] for work in made["tasks"]}
    assert (title in carried) is comes
    if comes:
        assert carried[title] == "Chưa xong năm học 2023-2024: bỏ khi duyệt: Làm năm sau"


def test_work_that_came_back_in_a_new_copy_gives_no_reason(terminal: Terminal) -> None:
    with open_database(terminal.folder / "data") as db:
        task = tasks.of_plan(db, 1)[0]
        for state in (TaskState.CANCELLED, TaskState.OPEN):
            tasks.set_state(db, task.id, state, Actor("Cô Lan", NOW, "bản kế hoạch mới lại có việc này"))
    made = json.loads(terminal("nextyear", "--plan", "1", "--json").stdout)
    assert made["tasks"][0]["carried"] == "Chưa xong năm học 2023-2024 (chưa ghi lý do)"


def test_the_draft_is_imported_again_as_a_draft_plan(terminal: Terminal) -> None:
    out = terminal.folder / "nam-sau.docx"
    result = terminal("nextyear", "--plan", "1", "-o", out)
    assert result.exit_code == 0, result.stderr
    assert "3 việc năm nay chưa xong nên làm tiếp" in result.stderr
    report = json.loads(terminal("import", out, "--json").stdout)
    assert (report["status"], report["new"], report["plan"]["id"]) == ("draft", 3, 2)


def test_markdown_shows_each_work_with_its_remarks(terminal: Terminal) -> None:
    out = terminal.folder / "nam-sau.md"
    assert terminal("nextyear", terminal.folder / "ke-hoach.txt", "-o", out).exit_code == 0
    text = out.read_text(encoding="utf-8")
    assert "“trước ngày 29/9/2024”" in text
    assert "29/9/2024 rơi vào ngày nghỉ (Chủ nhật)" in text


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (("--plan", "1", "-o", "a.pdf"), 2, "chỉ ghi được .docx hoặc .md"),
        (("--plan", "1", "--school-year", "2023-2024"), 1, "cần một năm học sau đó"),
        (("--plan", "7"), 1, "Không có kế hoạch “7”"),
        ((), 2, "Cần đúng một trong hai"),
    ],
)
def test_what_cannot_be_drafted_is_refused(
    terminal: Terminal, words: tuple[str, ...], code: int, sentence: str
) -> None:
    result = terminal("nextyear", *words)
    assert result.exit_code == code
    assert sentence in result.stderr


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    visitor = Visitor(tmp_path / "data", clock=lambda: LATER)
    visitor.press("/ke-hoach/tai-len", text=PLAN)
    visitor.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="1")
    return visitor


def test_the_page_shows_the_draft_and_stores_nothing(visitor: Visitor) -> None:
    assert 'href="/ke-hoach/1/nam-sau"' in visitor.get("/ke-hoach/1").text
    page = visitor.get("/ke-hoach/1/nam-sau").text
    assert "Dự thảo năm học 2024-2025" in page
    assert "Chưa xong năm học 2023-2024" in page
    assert visitor.get("/ke-hoach/2").status_code == 404


def test_the_draft_is_kept_by_one_press_and_only_once(visitor: Visitor) -> None:
    answer = visitor.press("/ke-hoach/1/nam-sau")
    assert answer.headers["location"] == "/ke-hoach/2?xong=da-tai"
    assert [task.published for task in visitor.tasks() if task.plan_id == 2] == [False] * 3
    assert visitor.press("/ke-hoach/1/nam-sau").status_code == 409
    assert visitor.get("/ke-hoach/3").status_code == 404


def test_the_draft_is_taken_away_as_a_word_file(visitor: Visitor) -> None:
    answer = visitor.get("/ke-hoach/1/nam-sau/tep")
    assert "2024-2025.docx" in answer.headers["content-disposition"]
    assert len(docx.Document(io.BytesIO(answer.content)).tables) == 2
