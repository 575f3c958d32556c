"""What is to be sent next: the ticks to come as the messages they send, each with why it is not sent yet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta

from tests.conftest import NOW
from tracker.reminders.delivery import Delivered
from tracker.reminders.policy import Hold
from tracker.reminders.reasons import Reason
from tracker.reminders.tick import TickReport
from tracker.reminders.writer import Held
from tracker.store.ledger import Planned, Reminder, ReminderState
from tracker.store.letters import Draft, Kind, Letter, MessageState, OutboxMessage
from tracker.store.records import Person
from tracker.web.upcoming import AT_ONCE, MOST, NextMessage, next_messages


def ticked(at: datetime, person_id: int, *tasks: str, state: MessageState = MessageState.SENT) -> TickReport:
    """Return a tick that sent one message, or dropped it."""
    draft = Draft(
        f"{at}{person_id}", person_id, Kind.ROUTINE, at.date(), "a:b", "a", Letter("D-1", "PLANNED", "Tin", "", "")
    )
    planned = [Planned(task, person_id, "D-1", "a:b", 0, at) for task in tasks]
    rows = tuple(Reminder(number, one, ReminderState.COMPOSED, "PLANNED") for number, one in enumerate(planned))
    person = Person(person_id, 1, f"Người {person_id}")
    return TickReport(at, (Delivered(OutboxMessage(1, draft, state, at, at, 1), person, rows),))


def test_the_next_messages_are_in_the_order_they_go_and_only_of_the_school() -> None:
    soon, later = NOW + timedelta(hours=1), NOW + timedelta(days=1)
    reports = [ticked(NOW, 1, "a"), ticked(soon, 2, "a"), ticked(soon, 9, "z"), ticked(later, 1, "b", "b", "c")]
    assert next_messages(reports, {1, 2}, NOW) == (
        NextMessage(NOW, 1, "Tin", ("a",), AT_ONCE),
        NextMessage(soon, 2, "Tin", ("a",)),
        NextMessage(later, 1, "Tin", ("b", "c")),
    )


def test_a_message_the_last_look_dropped_is_not_to_come() -> None:
    assert next_messages([ticked(NOW, 1, "a", state=MessageState.CANCELLED)], {1}, NOW) == ()


def test_so_many_are_shown_and_no_tick_more_is_played() -> None:
    played = []

    def ticks() -> Iterator[TickReport]:
        for day in range(50):
            played.append(day)
            yield ticked(NOW + timedelta(days=day), 1, "a")

    assert len(next_messages(ticks(), {1}, NOW)) == MOST
    assert len(played) == MOST


def test_a_message_that_waits_since_before_stands_in_the_outbox_only() -> None:
    (report,) = [ticked(NOW, 1, "a")]
    (sent,) = report.delivered
    older = replace(sent, message=replace(sent.message, composed_at=NOW - timedelta(hours=2)))
    assert next_messages([replace(report, delivered=(older,))], {1}, NOW) == ()


def test_what_waits_says_why_beside_the_hour_at_which_it_goes() -> None:
    hold = Hold(Reason.HELD_ONE_A_DAY, NOW + timedelta(days=1))
    reports = [TickReport(NOW, held=(Held("Người 1", hold, ("a",)),)), ticked(hold.until, 1, "a")]
    assert [one.waits for one in next_messages(reports, {1}, NOW)] == [Reason.HELD_ONE_A_DAY.sentence]
