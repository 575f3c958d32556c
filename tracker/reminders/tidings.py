"""Pure: works given to their reader, what the committee found of late and done ones → one message: who, why, when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.hand_ins import acted_on, left_of
from tracker.reminders.changes import MACHINES
from tracker.reminders.digest import MOST_ITEMS
from tracker.reminders.handing_over import HandOver, gives
from tracker.reminders.hearing import Recipient
from tracker.reminders.letter_form import Entry
from tracker.reminders.letter_sections import Section
from tracker.reminders.occasions import Occasion
from tracker.reminders.reasons import Reason
from tracker.reminders.sift import Case, Item, item
from tracker.reminders.stages import GIVEN, NOTED, Ear
from tracker.reminders.wording import LONGEST_TITLE, begun, deadline, from_plan, short
from tracker.spoken import due_words
from tracker.store.ledger import Reminder
from tracker.store.letters import Kind
from tracker.store.notes import COMMITTEE_NOTE
from tracker.store.records import HistoryEntry, Part, StoredTask, TaskState

NEW_FOR = timedelta(days=7)
"""So long after it was done something is still news; later the next reminder tells it."""


@dataclass(frozen=True, slots=True)
class Tiding:
    """What happened to a work of its reader: given to them, with how it came, or a note of the committee."""

    item: Item
    entry: HistoryEntry
    given: HandOver | None = None


LONGEST_NOTE = 500
FINISHED = {TaskState.DONE: "đã báo xong", TaskState.CHECKED: "đã kiểm tra"}
UNCHECKED = "Việc đã báo xong, Tổ giám sát chưa ghi “Đã kiểm tra”. Còn minh chứng thì xin gửi ở trang của việc."


def entry_of(stage: str) -> int:
    """Return the number of the entry of the history a stage tells of."""
    return int(stage.removeprefix(NOTED).removeprefix(GIVEN))


def hears(begins: str, entry: HistoryEntry, who: Recipient) -> bool:
    """Whether an entry is to be told to someone who does its work: what others gave them, or found of what they lead.

    Who stands in for a missing lead gives works away, and answers for a late one until then.
    """
    if begins == GIVEN:
        return not who.stands_in and gives(entry, who.person.name, who.part)
    return who.ear is Ear.LEAD and who.person.name != entry.who


def note_tells(task: StoredTask, entry: HistoryEntry, story: Sequence[HistoryEntry], today: date) -> bool:
    """Whether a committee's note on open work is told to who leads it: on late work, and on work that was done then."""
    if entry.what != COMMITTEE_NOTE or entry.at < (task.published_at or entry.at):
        return False
    states = [one.now for one in story[: story.index(entry)] if one.what == "state"]
    return bool(task.days_late(today)) or (bool(states) and states[-1] in FINISHED)


def is_old(entry: HistoryEntry, today: date) -> bool:
    """Whether an entry is no news any more."""
    return entry.at.date() < today - NEW_FOR


def tiding(case: Case, row: Reminder, entry: HistoryEntry, given: HandOver | None = None) -> Tiding:
    """Return what is told of one entry."""
    reason = Reason.WORK_GIVEN if given else Reason.WORK_NOTED
    return Tiding(item(case, row, row.planned.stage, reason, Kind.TIDINGS), entry, given)


def section_of(told: Sequence[Tiding], occasion: Occasion) -> Section:
    """Return the section of a message about some works, in the order in which it happened."""
    full, lean = ([_entry(one, occasion, rich=rich) for one in told[:MOST_ITEMS]] for rich in (True, False))
    left = len(told) - MOST_ITEMS
    page, items = occasion.own_works(), [one.item for one in told[:MOST_ITEMS]]
    more = [(f"và {left} việc khác{'' if page else '.'}", page)] if left > 0 else []
    opening, brief = _greeting(told, occasion.today), _counts(told)
    return Section(items[0], _subject(told, occasion), opening, full, lean, items, more, brief=brief)


def _entry(one: Tiding, occasion: Occasion, *, rich: bool) -> Entry:
    """Return one work of the message: that which is done leads to where evidence is given and asks no answer."""
    if not one.item.task.open:
        return Entry(_lines(one, occasion, rich=rich), occasion.giving(one.item))
    return Entry(_lines(one, occasion, rich=rich), occasion.page(one.item), occasion.answers(one.item))


def _greeting(told: Sequence[Tiding], today: date) -> str:
    given = sum(one.given is not None for one in told)
    if given == len(told):
        return f"thầy/cô được giao {given} việc:" if given > 1 else "thầy/cô được giao một việc:"
    if given:
        return "có tin mới về việc của thầy/cô:"
    kinds = {_kind(one, today) for one in told}
    kind = kinds.pop() if len(kinds) == 1 else ""
    return f"Tổ giám sát có ghi về việc {f'{kind} ' if kind else ''}của thầy/cô:"


def _kind(one: Tiding, today: date) -> str:
    if not one.item.task.open:
        return "đã báo xong"
    return "quá hạn" if one.item.task.days_late(today) else ""


def _counts(told: Sequence[Tiding]) -> str:
    given = sum(one.given is not None for one in told)
    counts = ((given, "việc mới giao cho thầy/cô"), (len(told) - given, "ghi chú của Tổ giám sát"))
    return ", ".join(f"{count} {words}" for count, words in counts if count)


def _subject(told: Sequence[Tiding], occasion: Occasion) -> str:
    if len(told) > 1:
        return f"Việc của thầy/cô: {_counts(told)}"
    one = told[0]
    title, due = short(one.item.task.task.title), one.item.task.task.due
    when = FINISHED.get(one.item.task.state) or left_of(one.item.task.task, occasion.today) or due_words(due)
    return " – ".join(filter(None, [f"{'Thầy/cô được giao việc' if one.given else 'Tổ giám sát ghi'}: {title}", when]))


def _lines(one: Tiding, occasion: Occasion, *, rich: bool) -> tuple[str, ...]:
    """Return the title, what happened and who says so, how done work stands, the deadline, and the plan."""
    stored, task = one.item.task, one.item.task.task
    said = f"{one.entry.who} {'đã kiểm tra và ' if one.entry.now == TaskState.CHECKED.value else ''}ghi:"
    found = (
        short(task.title),
        _given(one.given, one.item.part, one.entry)
        if one.given
        else f"{said} {short(_said(one), LONGEST_NOTE if rich else LONGEST_TITLE)}",
        UNCHECKED if stored.state is TaskState.DONE else "",
        f"Hạn: {deadline(task, occasion.left(acted_on(task)) if stored.open else '', quoted=rich)}",
        one.item.asks,
        begun(from_plan(one.item, by_number=not rich)),
    )
    return tuple(line for line in found if line)


def _given(came: HandOver, part: Part, entry: HistoryEntry) -> str:
    by = "" if entry.who.startswith(MACHINES) else f" Người giao: {entry.who}."
    helps = "Thầy/cô được giao phối hợp việc này." if part is Part.HELPER else ""
    news = helps or ("" if came.led_before else "Việc này nay giao cho thầy/cô.")
    return " ".join(filter(None, [news, came.words])) + ("" if came.note and by else by)


def _said(one: Tiding) -> str:
    return (one.entry.why or "").rstrip(".")
