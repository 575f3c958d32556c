"""The reminders of a work on its page: a step once, what became of it, and no reminder in a rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from lxml import html

from tests.conftest import make_task
from tests.fakes.reminding import preview_desk
from tests.fakes.visitor import visitor_with
from tracker.reminders.reasons import Reason
from tracker.reminders.tick import tick
from tracker.store import people
from tracker.store.database import open_database
from tracker.store.ledger import Planned, Reminder, ReminderState
from tracker.store.letters import Draft, Kind, Letter, MessageState, OutboxMessage
from tracker.store.pauses import Pause, PauseKind
from tracker.web.playing import Anywhere
from tracker.web.reminder_lines import reminder_lines
from tracker.zone import HO_CHI_MINH

MAIL = "mailto:mai@truong.edu.vn"
COMPOSED, PLANNED, GONE = ReminderState.COMPOSED, ReminderState.PLANNED, ReminderState.SUPERSEDED
OLD = Reason.ADDRESS_CHANGED.value


def instant(day: int) -> datetime:
    return datetime(2026, 11, day, 7, tzinfo=HO_CHI_MINH)


def row(
    number: int, stage: str, state: ReminderState, *, address: str = MAIL, day: int = 26, message: int | None = None
):
    planned = Planned("viec-1", 4, stage, address, 0, instant(day))
    reason = OLD if state is GONE else "FIRST_NOTICE" if message else "PLANNED"
    return Reminder(number, planned, state, reason, message_id=message)


def message(number: int, state: MessageState, address: str = MAIL) -> OutboxMessage:
    letter = Letter("D-7", "FIRST_NOTICE", "a", "b", "c")
    draft = Draft(f"nhac-{number}", 4, Kind.ROUTINE, date(2026, 11, 23), address, "email", letter)
    return OutboxMessage(number, draft, state, instant(23), instant(23), 1, outcome_reason="hộp thư không có")


def gone(number: int, state: MessageState, at: datetime) -> OutboxMessage:
    return replace(message(number, state), finished_at=at)


def marks(*rows: Reminder, messages: tuple[OutboxMessage, ...] = (), pauses: tuple[Pause, ...] = ()):
    lines = reminder_lines(rows, {one.id: one for one in messages}, pauses)
    return [(line.row.planned.stage, line.mark, line.why) for line in lines]


def test_a_step_superseded_at_an_old_address_is_folded_into_the_one_to_come() -> None:
    found = marks(row(1, "D-1", GONE, address="preview:"), row(2, "D-1", PLANNED))
    assert found == [("D-1", "sẽ nhắc", Reason.PLANNED.sentence)]


def test_a_step_nobody_could_get_is_folded_into_the_one_that_went() -> None:
    nowhere, sent = message(7, MessageState.SENT, "preview:"), message(8, MessageState.SENT)
    rows = row(1, "D-7", COMPOSED, address="preview:", message=7), row(2, "D-7", COMPOSED, message=8)
    assert [mark for _, mark, _ in marks(*rows, messages=(nowhere, sent))] == ["✓ đã gửi"]
    assert marks(rows[0], messages=(nowhere,)) == [("D-7", "chưa gửi", "lúc ấy chưa có kênh nhận")]


def test_a_message_that_failed_says_why() -> None:
    found = marks(row(1, "D-7", COMPOSED, message=7), messages=(message(7, MessageState.FAILED),))
    assert found == [("D-7", "chưa gửi", "hộp thư không có")]


def test_no_reminder_comes_in_a_rest_but_the_one_asked_for() -> None:
    rest = Pause("viec-1", PauseKind.ACKNOWLEDGED, 4, date(2026, 11, 26))
    rows = row(1, "D-1", PLANNED), row(2, "R-2026-11-26", PLANNED), row(3, "D-0", PLANNED, day=27)
    found = {stage: mark for stage, mark, _ in marks(*rows, pauses=(rest,))}
    assert found == {"D-1": "tạm ngừng", "R-2026-11-26": "sẽ nhắc", "D-0": "sẽ nhắc"}


def test_what_went_is_told_by_when_it_left_and_which_step_it_was() -> None:
    left = datetime(2026, 11, 23, 9, 39, tzinfo=HO_CHI_MINH)
    (line,) = reminder_lines([row(1, "D-7", COMPOSED, day=18, message=7)], {7: gone(7, MessageState.SENT, left)}, ())
    assert (line.mark, line.at, line.row.planned.at, line.on_time) == ("✓ đã gửi", left, instant(18), False)


def test_what_left_within_minutes_left_as_planned() -> None:
    left = instant(26) + timedelta(minutes=4)
    (line,) = reminder_lines([row(1, "D-7", COMPOSED, message=7)], {7: gone(7, MessageState.SENT, left)}, ())
    assert (line.at, line.on_time) == (left, True)


def test_a_step_of_which_no_message_ended_stands_at_its_planned_instant() -> None:
    rows = row(1, "D-3", COMPOSED, message=7), row(2, "D-1", PLANNED, day=27), row(3, "D-7", GONE, day=20)
    found = reminder_lines(rows, {7: message(7, MessageState.WAITING)}, ())
    assert [(line.row.planned.stage, line.at, line.on_time) for line in found] == [
        ("D-7", instant(20), True),
        ("D-3", instant(26), True),
        ("D-1", instant(27), True),
    ]
    assert [line.waits(instant(27)) for line in found] == [False, False, True]


def test_the_page_tells_when_a_letter_left_and_not_when_its_step_was_planned(tmp_path: Path) -> None:
    visitor = visitor_with(tmp_path / "data", make_task("Khảo sát", date(2023, 9, 20), owners=("Cô Lan",)))
    with open_database(visitor.folder) as db:
        people.set_addresses(db, people.find(db, "Cô Lan")[0].id, ["rehearsal:lan"])
        desk = replace(preview_desk(), channels=(Anywhere(),))
        tick(db, datetime(2023, 9, 18, 9, 39, tzinfo=HO_CHI_MINH), desk)
    (task,) = visitor.tasks()
    words = " ".join(html.fromstring(visitor.get(f"/viec/{task.id}").text).text_content().split())
    sent = words.partition("✓ đã gửi")[2].partition("tin đã soạn")[0]
    assert "09:39 thứ Hai 18/9/2023" in sent
    assert "nấc này theo lịch lúc 07:00" in sent
