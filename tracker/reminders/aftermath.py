"""Pure: what an outcome means for a message: done, tried again, sent to the next address, or left for people."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from notifiers import Outcome, OutcomeKind
from tracker.reminders.reasons import Reason
from tracker.store.letters import MessageState, OutboxMessage, Result

BACKOFF = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 30, 60))
MOST_TRIES = 10
"""Ten tries last about six hours; after that the next address of the person is used."""

MOST_REPEATS = 3
MEND = timedelta(hours=1)
"""How long people are given to mend a channel's settings before it is tried again."""

REPEATABLE = frozenset({"email", "preview"})
"""Channels that may repeat a message of unknown fate: a repeated Message-ID is recognised, a preview goes nowhere."""


@dataclass(frozen=True, slots=True)
class Aftermath:
    """The result to record, and whether the person's next address takes over."""

    result: Result
    next_address: bool = False


def after(message: OutboxMessage, outcome: Outcome, now: datetime, *, has_next: bool) -> Aftermath:
    """Return what follows from an outcome; `has_next` tells whether the person has a further address."""
    match outcome.kind:
        case OutcomeKind.SENT:
            return Aftermath(_result(MessageState.SENT, outcome))
        case OutcomeKind.RETRY_AFTER:
            return _again(message, outcome, now + max(outcome.retry_after or timedelta(), backoff(message.attempts)))
        case OutcomeKind.DEFER_UNTIL:
            return _again(message, outcome, outcome.until or now + MEND)
        case OutcomeKind.PERMANENT_CONFIGURATION if not has_next:
            return Aftermath(_waiting(outcome, now + MEND, outcome.reason))  # until its day is over, then made anew
        case OutcomeKind.UNKNOWN:
            at = now + backoff(message.attempts)
            return _uncertain(message, outcome, at, has_next=has_next)
        case _:
            return Aftermath(_result(MessageState.FAILED, outcome), next_address=True)


def after_crash(message: OutboxMessage, now: datetime, *, has_next: bool) -> Aftermath:
    """Return what becomes of a message whose sender disappeared while it was in flight."""
    outcome = Outcome(OutcomeKind.UNKNOWN, "máy dừng đúng lúc đang gửi")
    return _uncertain(message, outcome, now, has_next=has_next)


def backoff(attempts: int) -> timedelta:
    """Return how long to wait at least after so many tries."""
    return BACKOFF[min(attempts, len(BACKOFF)) - 1]


def _again(message: OutboxMessage, outcome: Outcome, at: datetime) -> Aftermath:
    if message.attempts >= MOST_TRIES:
        gave_up = f"{outcome.reason} ({Reason.GAVE_UP.sentence})"
        return Aftermath(_result(MessageState.FAILED, outcome, gave_up), next_address=True)
    return Aftermath(_waiting(outcome, at, outcome.reason))


def _uncertain(message: OutboxMessage, outcome: Outcome, at: datetime, *, has_next: bool) -> Aftermath:
    """A message of unknown fate: repeated where a repeat is recognised, else left to the next address, marked."""
    if message.draft.channel in REPEATABLE and message.attempts < MOST_REPEATS:
        reason = f"{outcome.reason}; {Reason.REPEATED_AFTER_CRASH.sentence}"
        return Aftermath(_waiting(outcome, at, reason, repeated=True))
    rule = Reason.NEXT_ADDRESS if has_next else Reason.UNKNOWN_NOT_REPEATED
    return Aftermath(_result(MessageState.UNKNOWN, outcome, f"{outcome.reason}; {rule.sentence}"), next_address=True)


def _result(state: MessageState, outcome: Outcome, reason: str = "") -> Result:
    return Result(state, outcome.kind.value, reason or outcome.reason, outcome.provider_id, outcome.detail)


def _waiting(outcome: Outcome, at: datetime, reason: str, *, repeated: bool = False) -> Result:
    kind = outcome.kind.value
    return Result(MessageState.WAITING, kind, reason, None, outcome.detail, at, repeated)
