"""The records of the outbox: a message as composed, where it stands, and what became of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from tracker.store.people import PREVIEW


class MessageState(StrEnum):
    """Where a message stands; UNKNOWN may have arrived, FAILED surely did not."""

    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Kind(StrEnum):
    """What a message is. Reminders and alarms go to a person at most once a day each; the others go as they fall.

    Late born is of works that are new to their reader: after the routine message of a day only where some are late or
    due by the next working day. Last day is of works that can only be finished by today and would else be told once
    it is too late.
    A request is someone's for more time, told to who looks after the plan, as is a work declined by
    who has it; a decision is the answer to it; evidence
    tells who gave it what became of it; hold tells who does a work that it waits for others, or does no more; tidings
    tell them that it was given to them, or what the committee noted of it once it was late or done. Who asked
    to sign in gets the link at once, at any hour, by a sender of its own (`tracker.signing_in`).
    """

    ROUTINE = "routine"
    LATE_BORN = "late_born"
    LAST_DAY = "last_day"
    SUMMARY = "summary"
    ALARM = "alarm"
    REQUEST = "request"
    DECLINED = "declined"
    DECISION = "decision"
    EVIDENCE = "evidence"
    HOLD = "hold"
    TIDINGS = "tidings"
    CHANGE = "change"
    SIGN_IN = "sign_in"


@dataclass(frozen=True, slots=True)
class Letter:
    """The words of a message and what it is about: the stage and reason of its most urgent task.

    `named` are the ids of works it names beside those it carries, as the works of a week; the outbox does not keep
    them, for words that name such works are written anew as they are sent.
    """

    stage: str
    reason: str
    subject: str
    text: str
    html: str
    named: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Draft:
    """A message to put in the outbox. `chain_id` is the message whose tasks it carries on to another address."""

    key: str
    person_id: int
    kind: Kind
    day: date
    address: str
    channel: str
    letter: Letter
    hop: int = 0
    chain_id: int | None = None
    repeated: bool = False


@dataclass(frozen=True, slots=True)
class OutboxMessage:
    """A row of the outbox; `outcome` and the fields after it tell how the last try ended."""

    id: int
    draft: Draft
    state: MessageState
    composed_at: datetime
    not_before: datetime
    attempts: int
    finished_at: datetime | None = None
    outcome: str | None = None
    outcome_reason: str | None = None
    provider_id: str | None = None
    detail: str | None = None

    @property
    def unsent(self) -> bool:
        """Whether it went nowhere though nothing failed: who it is for has no channel, and it was kept to be seen."""
        return self.state is MessageState.SENT and self.draft.address == PREVIEW

    @property
    def chain(self) -> int:
        """The id of the first message of its chain of addresses; the tasks hang there."""
        return self.draft.chain_id or self.id


@dataclass(frozen=True, slots=True)
class Result:
    """How a try ended, as the outbox keeps it; `not_before` matters only while the message waits."""

    state: MessageState
    outcome: str
    reason: str
    provider_id: str | None = None
    detail: str = ""
    not_before: datetime | None = None
    repeated: bool = False
    tried: bool = True
    """Whether a channel was asked at all; a message put back untouched has used up none of its tries."""
