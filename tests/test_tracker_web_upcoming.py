"""What is to be sent next: the ticks to come as the messages they send, each with why it is not sent yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest
from lxml import html

from tests.conftest import NOW, make_task
from tests.fakes.reminding import preview_desk
from tests.fakes.visitor import Visitor, visitor_with
from tracker.reminders.delivery import Delivered
from tracker.reminders.policy import Hold
from tracker.reminders.reasons import Reason
from tracker.reminders.tick import TickReport, tick
from tracker.reminders.writer import Held
from tracker.store import people, refused
from tracker.store.database import open_database
from tracker.store.history import Actor
from tracker.store.ledger import Planned, Reminder, ReminderState
from tracker.store.letters import Draft, Kind, Letter, MessageState, OutboxMessage
from tracker.store.records import Person
from tracker.web.upcoming import AT_ONCE, FEW, NextLine, NextMessage, how_many, next_messages
from tracker.zone import HO_CHI_MINH


def ticked(at: datetime, person_id: int, *tasks: str, state: MessageState = MessageState.SENT) -> TickReport:
    """Return a tick that sent one message, or dropped it."""
    draft = Draft(
        f"{at}{person_id}", person_id, Kind.ROUTINE, at.date(), "a:b", "a", Letter("D-1", "PLANNED", "Tin", "", "")
    )
    planned = [Planned(task, person_id, "D-1", "a:b", 0, at) for task in tasks]
    rows = tuple(Reminder(number, one, ReminderState.COMPOSED, "PLANNED") for number, one in enumerate(planned))
    person = Person(person_id, 1, f"Người {person_id}")
    return TickReport(at, (Delivered(OutboxMessage(1, draft, state, at, at, 1), person, rows),))


def lines(*tasks: str) -> tuple[NextLine, ...]:
    return tuple(NextLine(task, "D-1", "PLANNED") for task in tasks)


def test_the_next_messages_are_in_the_order_they_go_and_only_of_the_school() -> None:
    soon, later = NOW + timedelta(hours=1), NOW + timedelta(days=1)
    reports = [ticked(NOW, 1, "a"), ticked(soon, 2, "a"), ticked(soon, 9, "z"), ticked(later, 1, "b", "b", "c")]
    assert next_messages(reports, {1, 2}, NOW) == (
        NextMessage(NOW, 1, "Tin", lines("a"), AT_ONCE),
        NextMessage(soon, 2, "Tin", lines("a")),
        NextMessage(later, 1, "Tin", lines("b", "c")),
    )


def test_a_message_the_last_look_dropped_is_not_to_come() -> None:
    assert next_messages([ticked(NOW, 1, "a", state=MessageState.CANCELLED)], {1}, NOW) == ()


def test_so_many_are_shown_and_no_tick_more_is_played() -> None:
    played = []

    def ticks() -> Iterator[TickReport]:
        for day in range(50):
            played.append(day)
            yield ticked(NOW + timedelta(days=day), 1, "a")

    assert len(next_messages(ticks(), {1}, NOW)) == FEW
    assert len(played) == FEW
    assert len(next_messages(ticks(), {1}, NOW, 30)) == 30


def test_a_message_that_waits_since_before_stands_in_the_outbox_only() -> None:
    (report,) = [ticked(NOW, 1, "a")]
    (sent,) = report.delivered
    older = replace(sent, message=replace(sent.message, composed_at=NOW - timedelta(hours=2)))
    assert next_messages([replace(report, delivered=(older,))], {1}, NOW) == ()


def test_each_work_of_a_message_has_a_reason_of_its_own() -> None:
    hold = Hold(Reason.HELD_ONE_A_DAY, NOW + timedelta(days=1))
    reports = [TickReport(NOW, held=(Held("Người 1", hold, ("a",)),)), ticked(hold.until, 1, "a", "b")]
    (message,) = next_messages(reports, {1}, NOW)
    assert [one.words() for one in message.lines] == [
        "1 ngày trước hạn · hôm nay đã gửi tin cho người này",
        "1 ngày trước hạn",
    ]


@pytest.mark.parametrize(("line", "days_late", "words"), [
    (NextLine("a", "D-7"), 0, "7 ngày trước hạn"),
    (NextLine("a", "D-3", "LATE_BORN"), 0, "3 ngày trước hạn · vừa phát hành"),
    (NextLine("a", "late_born", "LATE_BORN"), 0, "báo lần đầu · vừa phát hành"),
    (NextLine("a", "L+3", "OVERDUE"), 4, "quá hạn 4 ngày"),
    (NextLine("a", "D-0", "NOW_REACHABLE"), 0, "ngày làm việc cuối còn kịp · nay đã có kênh nhận"),
    (NextLine("a", "P-4", "EVIDENCE_REFUSED"), 0, "trả lời minh chứng"),
])  # fmt: skip
def test_a_reason_is_a_few_words(line: NextLine, days_late: int, words: str) -> None:
    assert line.words(days_late) == words


@pytest.mark.parametrize(("typed", "shown"), [
    ("", 10), ("30", 30), ("3", 10), ("9999", 500), ("99999999", 10), ("-4", 10), ("mười", 10), ("٣٠", 10),
])  # fmt: skip
def test_so_many_are_shown_as_are_asked_for(typed: str, shown: int) -> None:
    assert how_many(typed) == shown


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    owners = [(make_task(f"Việc số {number}", date(2023, 10, 27), owners=(f"Cô {number}",))) for number in range(12)]
    return visitor_with(tmp_path / "data", *owners)


def coming(page: str) -> list[str]:
    """Return the lines of what is to be sent next."""
    found = html.fromstring(page).xpath("//section[@id='sap-gui']/ul/li")
    return [" ".join(one.text_content().split()) for one in found]


def test_more_than_ten_come_by_a_plain_link(visitor: Visitor) -> None:
    october = Visitor(visitor.folder, clock=lambda: datetime(2023, 10, 19, 15, 0, tzinfo=HO_CHI_MINH))
    page = october.get("/tin-nhan").text
    (more,) = html.fromstring(page).xpath("//section[@id='sap-gui']//a[text()='Xem thêm tin sắp gửi']/@href")
    assert len(coming(page)) == 10
    assert len(coming(october.get(more.partition("#")[0]).text)) == 30


def test_right_after_an_address_was_typed_its_message_is_shown(visitor: Visitor) -> None:
    now = datetime(2023, 10, 24, 9, 40, 7, 345_678, tzinfo=HO_CHI_MINH)
    with open_database(visitor.folder) as db:
        tick(db, now.replace(hour=8), preview_desk())
        person = next(one for one in people.of_school(db, 1) if one.name == "Cô 4")
    later = Visitor(visitor.folder, clock=lambda: now)
    assert not [one for one in coming(later.get("/tin-nhan").text) if AT_ONCE in one]
    answer = later.press(
        f"/nguoi/{person.id}",
        on=f"/nguoi/{person.id}",
        name=person.name,
        office="member",
        active="1",
        addresses="mailto:co4@truong.vn",
    )
    assert answer.status_code == 303
    at_once = [one for one in coming(later.get("/tin-nhan").text) if AT_ONCE in one]
    assert len(at_once) == 1
    assert at_once[0].startswith("Cô 4")
    assert "Việc số 4" in at_once[0]
    assert "nay đã có kênh nhận" in at_once[0]


def test_who_would_receive_nothing_is_told_person_by_person_with_where_it_is_mended(visitor: Visitor) -> None:
    with open_database(visitor.folder) as db:
        staff = {one.name: one for one in people.of_school(db, 1)}
        people.set_addresses(db, staff["Cô 4"].id, ["mailto:co4@truong.vn"])
        people.set_addresses(db, staff["Cô 5"].id, ["preview:trang"])
        people.set_addresses(db, staff["Cô 6"].id, ["mailto:co6@truong.vn"])
        refused.refuse(db, staff["Cô 6"].id, "mailto:co6@truong.vn", "không có", Actor("Máy chủ thư", NOW))
    october = Visitor(visitor.folder, clock=lambda: datetime(2023, 10, 19, 15, 0, tzinfo=HO_CHI_MINH))
    page = html.fromstring(october.get("/tin-nhan?sap-gui=30").text)
    rows = {one.xpath("string(b)"): one for one in reversed(page.xpath("//section[@id='sap-gui']/ul/li"))}
    assert "Chưa có kênh nhận" in rows["Cô 7"].text_content()
    assert rows["Cô 7"].xpath(f".//a[@href='/nguoi/{staff['Cô 7'].id}']")
    assert "máy chủ thư từ chối" in rows["Cô 6"].text_content()
    for reached in ("Cô 4", "Cô 5"):
        assert "✗" not in rows[reached].text_content()
    (note,) = page.xpath("//p[contains(@class, 'care')][contains(., 'không tin nào tới được')]")
    assert note.text_content().startswith("10 người có việc chưa xong")
    assert " và 2 người khác" in note.text_content()
    assert len(note.xpath(".//a")) == 8


def test_who_has_nothing_left_to_do_is_not_in_the_note(visitor: Visitor) -> None:
    for task in visitor.tasks():
        visitor.press(f"/viec/{task.id}/xong", on=f"/viec/{task.id}")
    assert "không tin nào tới được" not in visitor.get("/tin-nhan").text
