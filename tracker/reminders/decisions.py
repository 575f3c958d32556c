"""Pure: answers to what someone asked or told of their works → one message, with the deadline in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.hand_ins import acted_on
from tracker.reminders.letter_form import Entry
from tracker.reminders.letter_sections import Section
from tracker.reminders.occasions import Occasion
from tracker.reminders.reasons import Reason
from tracker.reminders.sift import Case, Item, item
from tracker.reminders.stages import DECIDED, KEPT, REQUESTED
from tracker.reminders.wording import deadline, short
from tracker.spoken import day_words, due_words
from tracker.store.declines import Decline
from tracker.store.extensions import Extension
from tracker.store.ledger import Reminder
from tracker.store.letters import Kind


@dataclass(frozen=True, slots=True)
class Decided:
    """A request for more time and the task it is about, as it stands with the decision."""

    item: Item
    extension: Extension


@dataclass(frozen=True, slots=True)
class Kept:
    """What someone told of a work that is not theirs, answered by that it stays, and the work as it stands."""

    item: Item
    decline: Decline


def kept_of(stage: str) -> int:
    """Return the number of what someone told, of a stage that answers it."""
    return int(stage.removeprefix(KEPT))


def kept(case: Case, row: Reminder, decline: Decline) -> Kept:
    """Return what one such answer says."""
    return Kept(item(case, row, row.planned.stage, Reason.WORK_KEPT, Kind.DECISION), decline)


def request_of(stage: str) -> int:
    """Return the number of the request a stage tells of or answers."""
    return int(stage.removeprefix(REQUESTED).removeprefix(DECIDED))


def decided(case: Case, row: Reminder, extension: Extension) -> Decided:
    """Return what one decision says, with the reason it goes for."""
    reason = Reason.EXTENSION_APPROVED if extension.approved else Reason.EXTENSION_REFUSED
    return Decided(item(case, row, row.planned.stage, reason, Kind.DECISION), extension)


def section_of(told: Sequence[Decided | Kept], occasion: Occasion) -> Section:
    """Return the section of a message about some answers, in the order they fell."""
    full, lean = (
        [Entry(_lines(one, occasion, rich=rich), occasion.page(one.item), occasion.answers(one.item)) for one in told]
        for rich in (True, False)
    )
    items = [one.item for one in told]
    return Section(
        items[0],
        _subject(told),
        f"{_said(told)} của thầy/cô đã có trả lời:",
        full,
        lean,
        items,
        brief=f"{len(told)} câu trả lời",
    )


def _said(told: Sequence[Decided | Kept]) -> str:
    """Return what the reader said that is answered."""
    kinds = {type(one) for one in told}
    if kinds == {Decided}:
        return "đề nghị gia hạn"
    return "lời báo “không phải việc của tôi”" if kinds == {Kept} else "đề nghị và lời báo"


def _subject(told: Sequence[Decided | Kept]) -> str:
    if len(told) > 1:
        return f"Đã trả lời {len(told)} {_said(told)} của thầy/cô"
    one, task = told[0], told[0].item.task.task
    if isinstance(one, Kept):
        return f"Việc vẫn của thầy/cô: {short(task.title)} – hạn: {due_words(task.due)}"
    if one.extension.approved:
        return f"Đồng ý gia hạn: {short(task.title)} – hạn mới: {due_words(task.due)}"
    return f"Không gia hạn: {short(task.title)} – hạn vẫn là: {due_words(task.due)}"


def _lines(one: Decided | Kept, occasion: Occasion, *, rich: bool) -> tuple[str, ...]:
    return _kept_lines(one, occasion, rich=rich) if isinstance(one, Kept) else _decided_lines(one, occasion, rich=rich)


def _kept_lines(one: Kept, occasion: Occasion, *, rich: bool) -> tuple[str, ...]:
    """Return the title, that it stays, with its deadline, and who says so why."""
    task, told = one.item.task.task, one.decline
    stays = deadline(task, occasion.left(acted_on(task)), quoted=rich)
    found = (
        short(task.title),
        f"Thầy/cô đã báo đây không phải việc của mình. Trả lời: việc vẫn của thầy/cô. Hạn: {stays}",
        f"Người trả lời: {told.decided_by}" if told.decided_by else "",
        f"Lý do: {told.why}" if told.why else "",
    )
    return tuple(line for line in found if line)


def _decided_lines(one: Decided, occasion: Occasion, *, rich: bool) -> tuple[str, ...]:
    """Return the title, the decision with the deadline in force, and who decided why."""
    task, asked = one.item.task.task, one.extension
    given = f"được đồng ý đến {day_words(asked.granted)}" if asked.granted else "được đồng ý"
    answer = f"{given}. Hạn mới" if asked.approved else "không được đồng ý. Hạn vẫn là"
    now = deadline(task, occasion.left(acted_on(task)), quoted=rich)
    signed = f"Người trả lời: {asked.decided_by}" if asked.decided_by else ""
    found = (
        short(task.title),
        f"Xin gia hạn đến {day_words(asked.day)}: {answer}: {now}",
        signed,
        f"{'Lời nhắn' if asked.approved else 'Lý do'}: {asked.why}" if asked.why else "",
    )
    return tuple(line for line in found if line)
