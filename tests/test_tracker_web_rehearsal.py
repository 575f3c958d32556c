"""The rehearsal page: what would be sent, day by day, and that nothing is."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest
from lxml import html

from tests.conftest import make_task
from tests.fakes.reminding import preview_desk
from tests.fakes.visitor import Visitor, visitor_with
from tracker.reminders.tick import tick
from tracker.store import people
from tracker.store.database import open_database
from tracker.web.sending_days import Span, read_span
from tracker.zone import HO_CHI_MINH

WHOLE = "/dien-thu?tu=2023-10-01&den=2023-11-30&gia-su=dung-han"
SUMMARY = {"#ngay-2023-10-23": "1 tin · 1 người"}
"""The week, told on its first working day to whoever is in charge of the plan."""


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    tasks = [
        make_task("Nộp báo cáo", date(2023, 10, 27), owners=("Cô Lan",)),
        make_task("Hội thi", date(2023, 10, 27), owners=("Thầy Minh",)),
    ]
    return visitor_with(tmp_path / "data", *tasks)


def cells(visitor: Visitor, path: str) -> dict[str, str]:
    """Return day → what its cell says, of the days with messages."""
    found = html.fromstring(visitor.get(path).text).xpath("//ol[@class='days']//a")
    return {link.get("href"): link.xpath("string(span[last()])") for link in found}


def test_each_day_tells_how_many_messages_go_to_how_many_people(visitor: Visitor) -> None:
    stages = {f"#ngay-2023-10-{day}": "2 tin · 2 người" for day in (20, 24, 26, 27)}
    assert cells(visitor, WHOLE) == stages | SUMMARY


def test_each_message_can_be_read_with_whom_when_and_why(visitor: Visitor) -> None:
    page = html.fromstring(visitor.get(WHOLE).text)
    words = " ".join(page.xpath("string(//section[@id='ngay-2023-10-24'])").split())
    for expected in ("07:00", "Cô Lan", "Nộp báo cáo3 ngày trước hạn", "Hội thi3 ngày trước hạn", "Thầy Minh"):
        assert expected in words
    week = " ".join(page.xpath("string(//section[@id='ngay-2023-10-23'])").split())
    assert "tóm tắt đầu tuần" in week


def test_each_work_of_a_message_has_its_own_reason(tmp_path: Path) -> None:
    ends = {"Nộp báo cáo": date(2023, 10, 27), "Hội thi": date(2023, 10, 25)}
    made = visitor_with(tmp_path / "data", *(make_task(title, day, owners=("Cô Lan",)) for title, day in ends.items()))
    page = html.fromstring(made.get(WHOLE).text)
    found = page.xpath("//section[@id='ngay-2023-10-24']//p[@class='facts'][.//a]")
    assert sorted(" ".join(one.text_content().split()) for one in found) == [
        "Hội thi1 ngày trước hạn",
        "Nộp báo cáo3 ngày trước hạn",
    ]


def test_who_has_no_channel_is_marked_with_where_it_is_mended(visitor: Visitor) -> None:
    with open_database(visitor.folder) as db:
        lan, minh = people.find(db, "Cô Lan")[0], people.find(db, "Thầy Minh")[0]
        people.set_addresses(db, minh.id, ["mailto:minh@truong.vn"])
    page = html.fromstring(visitor.get(WHOLE).text)
    listeners = {one.text_content().partition(" ·")[0].strip(): one for one in page.xpath("//details[summary]")}
    assert "Chưa có kênh nhận" in listeners["Cô Lan"].text_content()
    assert listeners["Cô Lan"].xpath(f".//a[@href='/nguoi/{lan.id}']")
    assert "chưa tới được" not in listeners["Thầy Minh"].text_content()


def test_supposing_nothing_more_is_done_shows_the_overdue_notices_too(visitor: Visitor) -> None:
    assert len(cells(visitor, WHOLE.replace("dung-han", "chua-xong"))) > len(cells(visitor, WHOLE))


def test_nothing_is_sent_and_nothing_in_the_store_changes(visitor: Visitor) -> None:
    def dump() -> list[str]:
        with open_database(visitor.folder) as db:
            return list(db.conn.iterdump())

    before = dump()
    assert "Trang này không gửi gì" in visitor.get(WHOLE).text
    assert dump() == before


def test_the_way_of_reminding_changed_shows_at_once(visitor: Visitor) -> None:
    visitor.press("/cach-nhac", days_before="1")
    assert set(cells(visitor, WHOLE)) == {"#ngay-2023-10-26", *SUMMARY}


@pytest.mark.parametrize("query", [
    "tu=hom-nay", "tu=2023-10-02&den=2023-10-01", "tu=2023-01-01&den=2025-01-01",
    "tu=9999-12-01&den=9999-12-31", "tu=0001-01-01&den=0001-01-02", "tu=2198-01-01&den=2198-01-02",
])  # fmt: skip
def test_a_span_that_does_not_fit_is_told_and_the_usual_one_shown(visitor: Visitor, query: str) -> None:
    answer = visitor.get(f"/dien-thu?{query}")
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text


def test_the_usual_span_is_the_coming_month() -> None:
    assert read_span("", "", date(2023, 12, 30)) == Span(date(2023, 12, 30), date(2024, 1, 29))


def test_the_outbox_leads_to_it_and_only_the_manager_sees_it(visitor: Visitor) -> None:
    assert "/dien-thu" in visitor.get("/tin-nhan").text
    assert "Diễn thử" not in Visitor(visitor.folder, signed_in=False).get("/dien-thu").text


def test_of_today_only_what_is_still_to_be_sent_is_shown(visitor: Visitor) -> None:
    now = datetime(2023, 10, 24, 9, 40, tzinfo=HO_CHI_MINH)
    with open_database(visitor.folder) as db:
        tick(db, now.replace(hour=7, minute=0), preview_desk())
    later = Visitor(visitor.folder, clock=lambda: now)
    assert set(cells(later, "/dien-thu?gia-su=dung-han")) == {"#ngay-2023-10-26", "#ngay-2023-10-27"}
    for work in later.tasks():
        later.press(f"/viec/{work.id}/xong", on=f"/viec/{work.id}")
    assert cells(later, "/dien-thu?gia-su=chua-xong") == {}


def test_work_that_is_late_already_is_not_supposed_to_be_done_on_time(visitor: Visitor) -> None:
    monday = datetime(2023, 10, 30, 6, 0, tzinfo=HO_CHI_MINH)
    contest, report = sorted(visitor.tasks(), key=lambda one: one.task.title)
    visitor.press(f"/viec/{contest.id}/doi-han", on=f"/viec/{contest.id}", day="2023-11-02", moved_why="mưa")
    later = Visitor(visitor.folder, clock=lambda: monday)
    subjects = html.fromstring(later.get("/dien-thu?gia-su=dung-han").text).xpath(
        "//li[@class='message']//summary/text()"
    )
    about = {title: [one for one in subjects if title in one] for title in (contest.task.title, report.task.title)}
    assert len(about[contest.task.title]) == 3
    assert not [one for one in about[contest.task.title] if "quá hạn" in one]
    assert about[report.task.title][0] == "Nhắc việc: Nộp báo cáo – quá hạn 3 ngày"


def test_days_that_are_over_are_told_apart_from_what_will_be_sent(visitor: Visitor) -> None:
    words = "Các ngày trước hôm nay diễn lại như thể kế hoạch phát hành ngay ngày ký"
    assert words not in visitor.get("/dien-thu").text
    assert words in visitor.get("/dien-thu?tu=2023-09-01").text


def choice(page: str) -> str:
    (chosen,) = html.fromstring(page).xpath("//p[@class='actions']/a[@aria-current='true']")
    return str(chosen.text_content())


def test_it_opens_with_what_the_clock_sends_if_nobody_does_anything(visitor: Visitor) -> None:
    october = Visitor(visitor.folder, clock=lambda: datetime(2023, 10, 20, 6, 0, tzinfo=HO_CHI_MINH))
    page = october.get("/dien-thu").text
    assert choice(page) == "Giả sử không ai làm gì thêm"
    assert "quá hạn" in page
    (other,) = html.fromstring(page).xpath("//p[@class='actions']/a[not(@aria-current)]/@href")
    assert choice(october.get(other).text) == "Giả sử việc còn hạn đều xong đúng hạn"
    assert len(cells(october, other)) < len(cells(october, "/dien-thu"))


def test_the_days_typed_stay_when_something_else_is_supposed(visitor: Visitor) -> None:
    page = html.fromstring(visitor.get(WHOLE).text)
    (other,) = page.xpath("//p[@class='actions']/a[not(@aria-current)]/@href")
    assert "tu=2023-10-01" in other
    assert page.xpath("//input[@name='gia-su']/@value") == ["dung-han"]


def test_everyone_stands_there_with_their_works_and_the_days_they_hear_of_them(visitor: Visitor) -> None:
    with open_database(visitor.folder) as db:
        for one in people.of_school(db, 1):
            people.set_addresses(db, one.id, [f"mailto:{one.id}@truong.vn"])
    page = html.fromstring(visitor.get(WHOLE).text)
    listed = [" ".join(one.text_content().split()) for one in page.xpath("//ul[@class='rows']/li")]
    assert "Cô Lan · 4 tin · 1 việc Nộp báo cáo20/10, 24/10, 26/10, 27/10" in listed
    assert any(one.endswith("1 tin Chỉ nhận bản tóm tắt tuần.") for one in listed)
