"""The law's year on a school's calendar: kept as a draft, published, held against later rules, moved only on a word."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest

from schedules.law import LawBook, Sector, load_law
from schedules.plan import Bound, Level, Plan, SchoolYear
from tests.conftest import due_on, make_plan, make_task
from tests.fakes.newer_law import QUARTER, changed, use, without
from tests.fakes.visitor import Visitor, visitor_with
from tracker.law_year.question import Question, question_in
from tracker.store.records import StoredTask
from tracker.zone import HO_CHI_MINH

ASKED = "/quy-dinh?nam=2023-2024&cap=thcs"


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    return visitor_with(tmp_path / "data", make_task("Khảo sát đầu năm", date(2023, 10, 28)))


def keys(page: str, *, ticked: bool = True) -> list[str]:
    found = re.findall(r'name="viec" value="([^"]*)"( checked)?', page)
    return [key for key, checked in found if bool(checked) is ticked]


def kept(visitor: Visitor, *, publish: bool = True) -> list[StoredTask]:
    """Keep every ticked work of the year and return the law's works in the store."""
    fields = {"nam": "2023-2024", "cap": "thcs", "viec": keys(visitor.get(ASKED).text)}
    assert visitor.press("/quy-dinh", on=ASKED, **fields).headers["location"] == "/ke-hoach/2?xong=quy-dinh"
    if publish:
        visitor.press("/ke-hoach/2/phat-hanh", on="/ke-hoach/2", revision="1")
    return of_law(visitor)


def of_law(visitor: Visitor) -> list[StoredTask]:
    return [task for task in visitor.tasks() if task.task.origin == "law"]


@pytest.mark.parametrize("sector", list(Sector)[:2])
@pytest.mark.parametrize("level", list(Level))
def test_a_question_written_down_reads_back_the_same(level: Level, sector: Sector) -> None:
    asked = Question(SchoolYear(2026), level, sector, {"dự toán được giao": date(2026, 12, 28)})
    assert question_in(asked.lines()) == asked


def test_a_paper_without_its_question_is_refused() -> None:
    with pytest.raises(ValueError, match="Cấp học"):
        question_in(["Năm học: 2026-2027"])


def test_the_page_lists_each_work_with_its_citation_and_steps(visitor: Visitor) -> None:
    page = visitor.get(ASKED).text
    assert "Thông tư 36/2017/TT-BGDĐT" in page
    assert "Căn cứ và cách tính" in page
    assert "chưa đối chiếu văn bản gốc" in page
    assert keys(page)


def test_without_a_year_the_page_asks_for_the_present_one_and_the_level(visitor: Visitor) -> None:
    page = visitor.get("/quy-dinh")
    assert page.status_code == 200
    assert 'value="2023-2024"' in page.text
    assert "Chưa chọn cấp học." in page.text


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("nam=2023&cap=thcs", "không phải năm học"),
        ("nam=2023-2024&cap=thcs&su-kien=dự toán được giao", "cần tên sự kiện"),
        ("nam=2023-2024&cap=thcs&su-kien=được khen ngày 1/9/2023", "Không có sự kiện"),
    ],
)
def test_a_question_that_cannot_be_asked_is_told_beside_the_form(visitor: Visitor, query: str, sentence: str) -> None:
    answer = visitor.get(f"/quy-dinh?{query}")
    assert answer.status_code == 422
    assert sentence in answer.text


def test_what_is_kept_is_a_draft_nobody_hears_of_until_it_is_published(visitor: Visitor) -> None:
    works = kept(visitor, publish=False)
    assert works
    assert not any(work.published for work in works)
    assert "trong bản nháp" in visitor.get(ASKED).text


def test_a_work_on_the_calendar_shows_how_its_day_was_reckoned(visitor: Visitor) -> None:
    work = next(one for one in kept(visitor) if one.task.due.rule == f"law.{QUARTER}")
    page = visitor.get(f"/viec/{work.id}").text
    assert "Kỳ " in page.partition('id="cach-tinh"')[2]


def test_an_unchecked_rule_says_so_on_the_calendar_too(visitor: Visitor) -> None:
    unchecked = {f"law.{rule.id}" for rule in load_law().rules if not rule.verified}
    work = next(one for one in kept(visitor) if one.task.due.rule in unchecked)
    assert "(chưa đối chiếu văn bản gốc)" in (work.task.citation or "")
    assert "chưa đối chiếu văn bản gốc" in visitor.get(f"/viec/{work.id}").text


def test_works_overdue_at_once_and_works_of_plans_are_not_ticked(tmp_path: Path) -> None:
    late = datetime(2024, 3, 1, 8, tzinfo=HO_CHI_MINH)
    visitor = Visitor(tmp_path / "data", clock=lambda: late)
    visitor.keep(make_plan(make_task("Công khai thực hiện dự toán quý I", date(2024, 4, 10))))
    page = visitor.get(ASKED).text
    assert any("2023-10-16" in key for key in keys(page, ticked=False))
    assert any("2024-04-15" in key for key in keys(page, ticked=False))
    assert "Kế hoạch đã có việc này: “Công khai thực hiện dự toán quý I”" in page
    assert any("2024-07-15" in key for key in keys(page))


def test_nothing_ticked_is_refused_and_an_unknown_work_too(visitor: Visitor) -> None:
    fields = {"nam": "2023-2024", "cap": "thcs"}
    assert visitor.press("/quy-dinh", on=ASKED, **fields).status_code == 422
    assert visitor.press("/quy-dinh", on=ASKED, **fields, viec="law.none|2023-01-01|x").status_code == 409
    assert of_law(visitor) == []


def test_nothing_is_said_while_the_rules_stand(visitor: Visitor) -> None:
    kept(visitor)
    assert "Quy định đã đổi" not in visitor.get(ASKED).text
    assert "quy định đã đổi" not in visitor.get("/").text


def changes_page(visitor: Visitor, monkeypatch: pytest.MonkeyPatch, book: LawBook) -> str:
    kept(visitor)
    use(visitor, monkeypatch, book)
    return visitor.get(ASKED).text.partition('id="da-doi"')[2].partition("</section>")[0]


def test_a_changed_rule_is_told_on_the_board_and_moves_nothing(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = changes_page(visitor, monkeypatch, changed(QUARTER, term=20))
    assert page.count("theo quy định nay") == 4
    assert "4 việc trên lịch có quy định đã đổi" in visitor.get("/").text
    assert {str(one.task.due.day) for one in of_law(visitor) if one.task.due.rule == f"law.{QUARTER}"} == {
        "2023-10-16",
        "2024-01-15",
        "2024-04-15",
        "2024-07-15",
    }


def answered(visitor: Visitor, choose: Callable[[str], str | None]) -> dict[str, list[str] | str]:
    """Return the form of the page with each changed work answered."""
    page = visitor.get(ASKED).text
    rows = sorted(set(re.findall(r'name="doi-([^"]*)"', page)))
    return {"nam": "2023-2024", "cap": "thcs", "viec": keys(page)} | {
        f"doi-{row}": said for row in rows if (said := choose(row))
    }


def test_only_what_was_agreed_to_moves_and_what_stays_is_not_asked_again(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes_page(visitor, monkeypatch, changed(QUARTER, term=20))
    fields = answered(visitor, lambda row: "moi" if "2024-01-22" in row else None)
    visitor.press("/quy-dinh", on=ASKED, **fields)
    before = {one.id: one.task.due.day for one in of_law(visitor)}
    assert date(2024, 1, 22) not in before.values()
    assert "4 việc trên lịch có quy định đã đổi" in visitor.get("/").text, "agreed to in a draft nobody published"
    visitor.press("/ke-hoach/2/phat-hanh", on="/ke-hoach/2", revision="2")
    after = {one.id: one.task.due.day for one in of_law(visitor)}
    moved = {(str(before[key]), str(after[key])) for key in before if before[key] != after[key]}
    assert moved == {("2024-01-15", "2024-01-22")}
    assert before.keys() == after.keys()
    assert "quy định đã đổi" not in visitor.get("/").text
    assert "Giữ như cũ; quy định nay" in visitor.get(ASKED).text


def test_what_stays_still_stays_when_the_year_is_kept_once_more(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    changes_page(visitor, monkeypatch, changed(QUARTER, term=20))
    for revision in ("2", "3"):
        visitor.press("/quy-dinh", on=ASKED, **answered(visitor, lambda _row: None))
        visitor.press("/ke-hoach/2/phat-hanh", on="/ke-hoach/2", revision=revision)
    days = {str(one.task.due.day) for one in of_law(visitor) if one.task.due.rule == f"law.{QUARTER}"}
    assert days == {"2023-10-16", "2024-01-15", "2024-04-15", "2024-07-15"}


def test_a_work_no_rule_asks_for_any_more_is_dropped_only_on_a_word(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = changes_page(visitor, monkeypatch, without("36-2017/bao-cao"))
    assert "không quy định nào còn yêu cầu" in page
    visitor.press("/quy-dinh", on=ASKED, **answered(visitor, lambda _row: "bo"))
    visitor.press("/ke-hoach/2/phat-hanh", on="/ke-hoach/2", revision="2")
    states = {one.state.value for one in of_law(visitor) if one.task.due.rule == "law.36-2017/bao-cao"}
    assert states == {"cancelled"}


def test_an_event_no_longer_told_is_no_change_of_the_law(visitor: Visitor) -> None:
    told = f"{ASKED}&su-kien=dự toán được giao ngày 28/12/2023"
    fields = {"nam": "2023-2024", "cap": "thcs", "su-kien": "dự toán được giao ngày 28/12/2023"}
    visitor.press("/quy-dinh", on=told, **fields, viec=keys(visitor.get(told).text))
    page = visitor.get(ASKED).text
    assert "Sự kiện không còn được nêu" in page
    assert "Quy định đã đổi" not in page
    assert "dự toán được giao ngày 28/12/2023" in visitor.get("/quy-dinh").text


def test_the_review_asks_who_does_the_works_and_lights_their_lines(visitor: Visitor) -> None:
    works = kept(visitor, publish=False)
    page = visitor.get("/ke-hoach/2/duyet").text
    assert f"{len(works)} việc chưa có người phụ trách" in page
    assert f"<mark>{works[0].task.mentions[0].quote}" in visitor.get(f"/ke-hoach/2/duyet?viec={works[0].id}").text


def test_a_done_work_is_not_told_as_touched(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    for work in kept(visitor):
        if work.task.due.rule == f"law.{QUARTER}" and work.task.due.day != date(2023, 10, 16):
            visitor.press(f"/viec/{work.id}/xong", on=f"/viec/{work.id}")
    use(visitor, monkeypatch, changed(QUARTER, term=20))
    assert "1 việc trên lịch có quy định đã đổi" in visitor.get("/").text


def level_plan(title: str, day: date) -> Plan:
    plan = make_plan(make_task(title, day))
    return replace(plan, header=replace(plan.header, level=Level.THCS))


def test_a_plan_later_than_a_new_rule_is_told_and_its_day_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    visitor = Visitor(tmp_path / "data")
    visitor.keep(level_plan("Công khai thực hiện dự toán quý I", date(2024, 4, 15)))
    assert "muộn hơn quy định hiện nay" not in visitor.get("/").text
    use(visitor, monkeypatch, changed(QUARTER, term=5))
    assert "1 việc của kế hoạch muộn hơn quy định hiện nay" in visitor.get("/").text
    assert "muộn hơn 10 ngày" in visitor.get(ASKED).text
    assert visitor.tasks()[0].task.due == due_on(date(2024, 4, 15), bound=Bound.BY)
