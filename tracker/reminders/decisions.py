"""Pure: decisions about someone's requests for more time → one message that tells them, with the deadline in force."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.reminders.letter_form import CHAT_HINT, Entry, html_of, text_of
from tracker.reminders.occasions import Occasion
from tracker.reminders.reasons import Reason
from tracker.reminders.sift import Case, Item, item
from tracker.reminders.stages import DECIDED, REQUESTED
from tracker.reminders.wording import short
from tracker.spoken import day_words, due_words, left_words
from tracker.store.extensions import Extension
from tracker.store.ledger import Reminder
from tracker.store.letters import Kind, Letter


@dataclass(frozen=True, slots=True)
class Decided:
    """A request for more time and the task it is about, as it stands with the decision."""

    item: Item
    extension: Extension


def request_of(stage: str) -> int:
    """Return the number of the request a stage tells of or answers."""
    return int(stage.removeprefix(REQUESTED).removeprefix(DECIDED))


def decided(case: Case, row: Reminder, extension: Extension) -> Decided:
    """Return what one decision says, with the reason it goes for."""
    reason = Reason.EXTENSION_APPROVED if extension.approved else Reason.EXTENSION_REFUSED
    return Decided(item(case, row, row.planned.stage, reason, Kind.DECISION), extension)


def letter_of(told: Sequence[Decided], occasion: Occasion) -> Letter:
    """Return the words of one message about some decisions, in the order they fell."""
    greeting = occasion.greeting("đề nghị gia hạn của bạn đã có trả lời:")
    entries = [Entry(_lines(one, occasion), occasion.page(one.item), occasion.answers(one.item)) for one in told]
    return Letter(
        stage=told[0].item.stage,
        reason=told[0].item.reason.value,
        subject=occasion.subject(_subject(told)),
        text=text_of(greeting, entries, [CHAT_HINT] if occasion.chat else []),
        html=html_of(greeting, entries, ""),
    )


def _subject(told: Sequence[Decided]) -> str:
    if len(told) > 1:
        return f"Đã trả lời {len(told)} đề nghị gia hạn của bạn"
    task = told[0].item.task.task
    if told[0].extension.approved:
        return f"Đồng ý gia hạn: {short(task.title)} – hạn mới: {due_words(task.due)}"
    return f"Không gia hạn: {short(task.title)} – hạn vẫn là: {due_words(task.due)}"


def _lines(one: Decided, occasion: Occasion) -> tuple[str, ...]:
    """Return the title, the decision with the deadline in force, and who decided why."""
    task, asked = one.item.task.task, one.extension
    given = f"được đồng ý đến {day_words(asked.granted)}" if asked.granted else "được đồng ý"
    answer = f"{given}. Hạn mới" if asked.approved else "không được đồng ý. Hạn vẫn là"
    left = left_words(task.due, occasion.today)
    signed = f"Người trả lời: {asked.decided_by}" if asked.decided_by else ""
    found = (
        short(task.title),
        f"Xin gia hạn đến {day_words(asked.day)}: {answer}: {due_words(task.due)}{f' – {left}' if left else ''}",
        signed,
        f"Lý do: {asked.why}" if asked.why else "",
    )
    return tuple(line for line in found if line)
