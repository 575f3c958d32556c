"""What is told once beside reminders, as it falls: one message of what is new, looked at again as it is sent."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Generic, Protocol, TypeVar

from tracker.reminders.desk import Desk
from tracker.reminders.facts import Facts
from tracker.reminders.occasions import Occasion, occasion_for
from tracker.reminders.reasons import Reason
from tracker.reminders.sift import Item
from tracker.reminders.writer import Held, Writer
from tracker.store import answers, ledger, outbox
from tracker.store.ledger import Reminder
from tracker.store.letters import Kind, Letter, OutboxMessage
from tracker.store.people import is_preview, ways
from tracker.store.records import Person
from tracker.zone import HO_CHI_MINH


class About(Protocol):
    """Something to tell, about one task."""

    @property
    def item(self) -> Item:
        """The row of the ledger it answers, and the task as it stands."""


T = TypeVar("T", bound=About)


@dataclass(frozen=True, slots=True)
class Going:
    """What of some news goes into a message, by row of the ledger, and what waits."""

    rows: tuple[Reminder, ...] = ()
    held: tuple[Held, ...] = ()


@dataclass(frozen=True, slots=True)
class News(Generic[T]):
    """One kind of what is told as it falls: its stages, what a row says on a day or why nothing, the words it goes in.

    Where it is `numbered`, its reader answers in a chat by the numbers of its tasks. What `may_wait` goes together with
    more of its kind that falls within the hour.
    """

    kind: Kind
    about: Callable[[str], bool]
    judge: Callable[[Facts, Reminder, date], T | Reason]
    letter_of: Callable[[Sequence[T], Occasion], Letter]
    numbered: bool = False
    may_wait: Callable[[Sequence[T]], bool] = lambda _: False


def tell(writer: Writer, person: Person, rows: Sequence[Reminder], news: News[T]) -> Going:
    """Put one message in the outbox about what is new among rows; drop what was told or holds no more.

    What waits does so for a message of the same kind to be an hour old.
    """
    newest = {row.planned.stage: row for row in rows}  # the same may be planned at two addresses
    told: list[T] = []
    for row in rows:
        found = Reason.ALREADY_TOLD if row != newest[row.planned.stage] else _judged(writer, person, row, news)
        if isinstance(found, Reason):
            ledger.supersede(writer.db, [(row.id, found.value)])
        else:
            told.append(found)
    if not told:
        return Going()
    going = tuple(one.item.reminder for one in told)
    wait = writer.apart(person, news.kind) if news.may_wait(told) else None
    if wait:
        return Going(held=tuple(writer.wait(person, going, wait)))
    occasion = occasion_for(person, ways(person)[0], writer.today, writer.desk)
    message_id = writer.put(person, news.letter_of(told, occasion), news.kind, [one.item for one in told])
    if news.numbered:
        answers.number(writer.db, person.id, _tasks(told), writer.now, message_id)
    return Going(going)


def _judged(writer: Writer, person: Person, row: Reminder, news: News[T]) -> T | Reason:
    earlier = ledger.told(writer.db, row.planned.task_id, person.id)
    return Reason.ALREADY_TOLD if known(row, earlier, person.addresses) else news.judge(writer.facts, row, writer.today)


def known(row: Reminder, told: Iterable[Reminder], addresses: Collection[str]) -> bool:
    """Whether a stage is part of a message already, by another address or deadline.

    One only previewed is not, nor one that surely did not arrive by a way that is not among their `addresses` any more.
    """
    if is_preview(row.planned.address):
        return any(one.planned.stage == row.planned.stage for one in told)
    return any(
        one.planned.stage == row.planned.stage
        and not is_preview(one.planned.address)
        and (one.arrived or one.planned.address in addresses)
        for one in told
    )


def told_again(
    facts: Facts, message: OutboxMessage, now: datetime, desk: Desk, news: News[T]
) -> tuple[OutboxMessage, tuple[Reminder, ...]]:
    """Return a message in the words that are true now, with the rows it still carries, if any."""
    today = now.astimezone(HO_CHI_MINH).date()
    judged = [(row, news.judge(facts, row, today)) for row in ledger.of_message(facts.db, message.chain)]
    ledger.supersede(facts.db, ((row.id, why.value) for row, why in judged if isinstance(why, Reason)))
    told = [one for _, one in judged if not isinstance(one, Reason)]
    if not told:
        return message, ()
    person = facts.person(message.draft.person_id)
    occasion = occasion_for(person, message.draft.address, today, desk)
    letter = news.letter_of(told, replace(occasion, repeated=message.draft.repeated))
    if news.numbered:
        answers.number(facts.db, person.id, _tasks(told), now, message.chain)
    outbox.rewrite(facts.db, message.id, letter)
    return replace(message, draft=replace(message.draft, letter=letter)), tuple(one.item.reminder for one in told)


def _tasks(told: Iterable[About]) -> list[str]:
    return [one.item.task.id for one in told]
