"""The reminders of a work on its page: a step once, what became of it, and no reminder in a rest."""

from __future__ import annotations

from datetime import date, datetime

from tracker.reminders.reasons import Reason
from tracker.store.ledger import Planned, Reminder, ReminderState
from tracker.store.letters import Draft, Kind, Letter, MessageState, OutboxMessage
from tracker.store.pauses import Pause, PauseKind
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
