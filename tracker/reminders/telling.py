"""What is told once beside reminders, as it falls: one message of what is new, looked at again as it is sent."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any, Generic, Protocol, TypeVar

from tracker.reminders.desk import Desk
from tracker.reminders.facts import Facts
from tracker.reminders.letter_sections import Section, letter_of
from tracker.reminders.occasions import Occasion, occasion_for
from tracker.reminders.one_entry import one_entry_each
from tracker.reminders.reasons import Reason
from tracker.reminders.sift import Item, Moment, rest, stale
from tracker.reminders.stages import is_reminder, says_deadline
from tracker.reminders.wording import short
from tracker.reminders.writer import Held, Writer
from tracker.store import answers, carried, ledger, outbox
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
    message_id: int | None = None


@dataclass(frozen=True, slots=True)
class News(Generic[T]):
    """One kind of what is told as it falls: its stages, what a row says on a day or why nothing, the words it goes in.

    What `may_wait` goes together with more of its kind that falls within the hour, or with other news that goes now.
    """

    kind: Kind
    about: Callable[[str], bool]
    judge: Callable[[Facts, Reminder, date], T | Reason]
    section_of: Callable[[Sequence[T], Occasion], Section]
    may_wait: Callable[[Sequence[T]], bool] = lambda _: False


Told = tuple[News[Any], Sequence[About]]
"""Some news of one kind that goes into a message."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """The kinds of news that go in one message where they fall at once, in their order, what opens and what names it.

    Where it is `numbered`, its reader answers in a chat by the numbers of its tasks.
    """

    kinds: tuple[News[Any], ...]
    opening: str
    subject: str
    numbered: bool = False

    def about(self, stage: str) -> bool:
        """Whether a stage tells one of its kinds of news."""
        return any(one.about(stage) for one in self.kinds)

    def letter(self, told: Sequence[Told], occasion: Occasion) -> tuple[Letter, list[str]]:
        """Return the words of a message and the ids of the tasks it numbers."""
        every = [news.section_of(some, occasion) for news, some in told]
        sections = one_entry_each(every, self.opening) if self.numbered else every  # each request has its own answer
        letter = letter_of(sections, occasion, self.opening, self._subject(every))
        return letter, [item.task.id for one in sections for item in one.items]

    def _subject(self, sections: Sequence[Section]) -> str:
        """Return the subject of a message of several kinds: which news, of the one work or of how many."""
        if len(sections) == 1:
            return sections[0].subject
        titles = {item.task.id: item.task.task.title for one in sections for item in one.items}
        about = short(next(iter(titles.values()))) if len(titles) == 1 else self.subject
        return f"{about}: {', '.join(one.brief for one in sections)}"


def tell(writer: Writer, person: Person, rows: Sequence[Reminder], bundle: Bundle) -> Going:
    """Put one message in the outbox about what is new among rows; drop what was told or holds no more.

    Where all of it may wait, it does so for a message of the same kind to be an hour old.
    """
    every = [
        (news, _told(writer, person, [row for row in rows if news.about(row.planned.stage)], news))
        for news in bundle.kinds
    ]
    told = [(news, some) for news, some in every if some]
    if not told:
        return Going()
    items = [one.item for _, some in told for one in some]
    waits = [writer.apart(person, news.kind) if news.may_wait(some) else None for news, some in told]
    if first := None if None in waits else waits[0]:
        return Going(held=tuple(writer.wait(person, [item.reminder for item in items], first)))
    occasion = occasion_for(person, ways(person)[0], writer.today, writer.desk)
    letter, numbers = bundle.letter(told, occasion)
    message_id = writer.put(person, letter, told[0][0].kind, items)
    if bundle.numbered:
        answers.number(writer.db, person.id, numbers, writer.now, message_id)
    return Going(tuple(item.reminder for item in items), message_id=message_id)


def _told(writer: Writer, person: Person, rows: Sequence[Reminder], news: News[T]) -> list[T]:
    """Return what rows of one kind say, the others dropped."""
    newest = {row.planned.stage: row for row in rows}  # the same may be planned at two addresses
    told: list[T] = []
    for row in rows:
        found = Reason.ALREADY_TOLD if row != newest[row.planned.stage] else _judged(writer, person, row, news)
        if isinstance(found, Reason):
            ledger.supersede(writer.db, [(row.id, found.value)])
        else:
            told.append(found)
    return told


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


def ride(writer: Writer, items: Sequence[Item], going: Iterable[Going]) -> list[Item]:
    """Let reminders of works whose deadline some news says now go with it; return those that go by themselves.

    One that may have gone before a crash is marked so in a message of its own.
    """
    said = {
        row.planned.task_id: one.message_id
        for one in going
        for row in one.rows
        if one.message_id and says_deadline(row.planned.stage)
    }
    riding = [item for item in items if item.task.id in said]
    riding = [item for item in riding if not carried.may_have_gone(writer.db, [item.reminder.id])]
    for item in riding:
        ledger.attach(writer.db, said[item.task.id], [(item.reminder.id, item.stage, item.reason.value)])
    return [item for item in items if item not in riding]


def told_again(
    facts: Facts, message: OutboxMessage, now: datetime, desk: Desk, bundle: Bundle
) -> tuple[OutboxMessage, tuple[Reminder, ...]]:
    """Return a message in the words that are true now, with the rows it still carries, if any.

    A reminder that goes with news that goes no more is planned again.
    """
    today = now.astimezone(HO_CHI_MINH).date()
    rows = ledger.of_message(facts.db, message.chain)
    every = [
        (news, _judged_again(facts, [row for row in rows if news.about(row.planned.stage)], today, news))
        for news in bundle.kinds
    ]
    told = [(news, some) for news, some in every if some]
    items = [one.item for _, some in told for one in some]
    works = {item.task.id for item in items if says_deadline(item.reminder.planned.stage)}
    riding = _riding(facts, [row for row in rows if is_reminder(row.planned.stage)], works, Moment(now, desk.policy))
    if not told:
        return message, ()
    person = facts.person(message.draft.person_id)
    occasion = occasion_for(person, message.draft.address, today, desk)
    letter, numbers = bundle.letter(told, replace(occasion, repeated=message.draft.repeated))
    if bundle.numbered:
        answers.number(facts.db, person.id, numbers, now, message.chain)
    outbox.rewrite(facts.db, message.id, letter)
    carries = (*(item.reminder for item in items), *riding)
    return replace(message, draft=replace(message.draft, letter=letter)), carries


def _judged_again(facts: Facts, rows: Sequence[Reminder], today: date, news: News[T]) -> list[T]:
    judged = [(row, news.judge(facts, row, today)) for row in rows]
    ledger.supersede(facts.db, ((row.id, why.value) for row, why in judged if isinstance(why, Reason)))
    return [one for _, one in judged if not isinstance(one, Reason)]


def _riding(facts: Facts, rows: Sequence[Reminder], works: Collection[str], moment: Moment) -> list[Reminder]:
    """Return the reminders that still go with some works; drop those that count no more, plan the others again."""
    cases = [(row, facts.case(row.planned.task_id, row.planned.person_id, (row,))) for row in rows]
    over = {row.id: why.value for row, case in cases if (why := stale(row, case))}
    stay = [
        row
        for row, case in cases
        if row.id not in over and row.planned.task_id in works and not rest(row, case, moment)
    ]
    ledger.supersede(facts.db, over.items())
    ledger.plan_again(facts.db, ((row.id, row.planned.at) for row in rows if row.id not in over and row not in stay))
    return stay
