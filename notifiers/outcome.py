"""What became of a message: one of six kinds, with a reason for people and the provider's code."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class OutcomeKind(StrEnum):
    """The six ways a send can end; each tells the outbox what to do next."""

    SENT = "sent"
    RETRY_AFTER = "retry_after"
    DEFER_UNTIL = "defer_until"
    PERMANENT_RECIPIENT = "permanent_recipient"
    PERMANENT_CONFIGURATION = "permanent_configuration"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one send ended.

    `reason` is Vietnamese and free of secrets; `detail` is the provider's own code and words, redacted.
    `retry_after` belongs to RETRY_AFTER and `until` (an aware instant) to DEFER_UNTIL. UNKNOWN means that
    the provider may have delivered it: no channel repeats it by itself. `dead` says of a bad recipient that there is
    no such address, so that the next message need not try it first; a full mailbox is none.
    """

    kind: OutcomeKind
    reason: str
    provider_id: str | None = None
    retry_after: timedelta | None = None
    until: datetime | None = None
    detail: str = ""
    dead: bool = False


def sent(provider_id: str | None, reason: str = "Đã gửi", detail: str = "") -> Outcome:
    """Return the outcome of a message the provider took over."""
    return Outcome(OutcomeKind.SENT, reason, provider_id=provider_id, detail=detail)


def retry(after: timedelta, reason: str, detail: str = "") -> Outcome:
    """Return the outcome of a message that surely did not go and may go later."""
    return Outcome(OutcomeKind.RETRY_AFTER, reason, retry_after=after, detail=detail)


def defer(until: datetime, reason: str, detail: str = "") -> Outcome:
    """Return the outcome of a message the provider takes only from an instant on."""
    return Outcome(OutcomeKind.DEFER_UNTIL, reason, until=until, detail=detail)


def bad_recipient(reason: str, detail: str = "", *, dead: bool = False) -> Outcome:
    """Return the outcome of an address that cannot be reached until someone changes it."""
    return Outcome(OutcomeKind.PERMANENT_RECIPIENT, reason, detail=detail, dead=dead)


def bad_configuration(reason: str, detail: str = "") -> Outcome:
    """Return the outcome of a channel that cannot work until someone mends its settings or account."""
    return Outcome(OutcomeKind.PERMANENT_CONFIGURATION, reason, detail=detail)


def unknown(reason: str, detail: str = "") -> Outcome:
    """Return the outcome of a message that may or may not have arrived."""
    return Outcome(OutcomeKind.UNKNOWN, reason, detail=detail)
