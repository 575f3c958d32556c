"""An account of what a tick or a replay told people, and its JSON as the contract spells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from tracker.reminders.reasons import Reason
from tracker.reminders.tick import TickReport
from tracker.store.ledger import Reminder
from tracker.store.letters import OutboxMessage

MASK = "•••"


@dataclass(frozen=True, slots=True)
class Told:
    """One message: at which instant, to whom, the reminders in it, and the ids of the works its words name."""

    at: datetime
    to: str
    message: OutboxMessage
    reminders: tuple[Reminder, ...]
    named: tuple[str, ...] = ()

    @property
    def tasks(self) -> list[str]:
        """The ids of all works it is about: those it reminds of, then those it only names."""
        return list(dict.fromkeys([*(one.planned.task_id for one in self.reminders), *self.named]))


def told(report: TickReport) -> tuple[Told, ...]:
    """Return the account of a tick, message by message."""
    return tuple(Told(report.at, one.person.name, one.message, one.reminders, one.named) for one in report.delivered)


def masked(address: str) -> str:
    """Return an address that shows its kind but not its secret: the mailbox, chat id or token is hidden."""
    scheme, colon, rest = address.partition(":")
    if not rest.strip("/"):
        return address
    if scheme == "mailto" and "@" in rest:
        local, _, host = rest.partition("@")
        return f"mailto:{local[:1]}{MASK}@{host}"
    return f"{scheme}{colon}{'//' if rest.startswith('//') else ''}{MASK}"


def message_json(one: Told) -> dict[str, Any]:
    """Return a message as `tracker replay --json` prints it."""
    draft = one.message.draft
    return {
        "at": one.at.isoformat(timespec="seconds"),
        "to": one.to,
        "channel": draft.channel,
        "stage": draft.letter.stage,
        "reason": draft.letter.reason,
        "tasks": one.tasks,
        "subject": draft.letter.subject,
        "text": draft.letter.text,
        "kind": draft.kind.value,
        "why": Reason(draft.letter.reason).sentence,
        "address": masked(draft.address),
        "key": draft.key,
        "items": [_item_json(reminder) for reminder in one.reminders],
    }


def _item_json(reminder: Reminder) -> dict[str, Any]:
    return {"task": reminder.planned.task_id, "stage": reminder.shown_stage, "reason": reminder.reason}


def outcome_json(one: Told, *, dry_run: bool) -> dict[str, Any]:
    """Return a message as `tracker remind --json` prints it: with how its sending ended."""
    message = one.message
    if dry_run:
        return message_json(one) | {"outcome": "dry_run", "outcome_reason": "Diễn thử, không gửi gì"}
    outcome = message.outcome if message.state.value != "cancelled" else message.state.value
    return message_json(one) | {
        "outcome": outcome,
        "outcome_reason": message.outcome_reason,
        "repeated": message.draft.repeated,
    }
