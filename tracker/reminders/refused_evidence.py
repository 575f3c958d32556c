"""Pure: evidence that was not taken → one message to who gave it: which, why, and where to give another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.reminders.letter_form import Entry, html_of, paragraph, text_of
from tracker.reminders.occasions import Occasion
from tracker.reminders.reasons import Reason
from tracker.reminders.sift import Case, Item, item
from tracker.reminders.stages import EVIDENCE
from tracker.reminders.wording import short
from tracker.store.evidence import Evidence
from tracker.store.ledger import Reminder
from tracker.store.letters import Kind, Letter

ANEW = "Xin gửi minh chứng khác ở trang của việc."
TO_MANAGER = "Xin gửi minh chứng khác cho người quản lý kế hoạch."
BY_CHAT = "Xin gửi ảnh khác vào đây, kèm số của việc."
OR_BY_CHAT = "Cũng có thể gửi ảnh vào đây, kèm số của việc."


@dataclass(frozen=True, slots=True)
class Refused:
    """A piece of evidence that was not taken, and the task it was to show."""

    item: Item
    evidence: Evidence


def evidence_of(stage: str) -> int:
    """Return the number of the piece a stage tells of."""
    return int(stage.removeprefix(EVIDENCE))


def refused(case: Case, row: Reminder, piece: Evidence) -> Refused:
    """Return what the refusal of one piece says."""
    return Refused(item(case, row, row.planned.stage, Reason.EVIDENCE_REFUSED, Kind.EVIDENCE), piece)


def letter_of(told: Sequence[Refused], occasion: Occasion) -> Letter:
    """Return the words of one message about some pieces, in the order in which they were refused."""
    greeting = occasion.greeting("minh chứng bạn gửi không được nhận:")
    entries = [Entry(_lines(one), occasion.giving(one.item)) for one in told]
    below = _below(occasion, linked=any(entry.page for entry in entries))
    return Letter(
        stage=told[0].item.stage,
        reason=told[0].item.reason.value,
        subject=occasion.subject(_subject(told)),
        text=text_of(greeting, entries, below),
        html=html_of(greeting, entries, "".join(map(paragraph, below))),
    )


def _subject(told: Sequence[Refused]) -> str:
    if len(told) > 1:
        return f"Có {len(told)} minh chứng không được nhận"
    return f"Minh chứng không được nhận: {short(told[0].item.task.task.title)}"


def _lines(one: Refused) -> tuple[str, ...]:
    """Return the title, which piece was refused why, and who looked at it."""
    piece = one.evidence
    named = f"“{short(piece.words)}”" if piece.words else piece.name
    found = (
        short(one.item.task.task.title),
        f"Minh chứng {named} không được nhận." + (f" Lý do: {piece.why}" if piece.why else ""),
        f"Người xem: {piece.decided_by}" if piece.decided_by else "",
    )
    return tuple(line for line in found if line)


def _below(occasion: Occasion, *, linked: bool) -> list[str]:
    """Return how the reader gives other evidence, by the ways they have."""
    if occasion.chat:
        return [ANEW, OR_BY_CHAT] if linked else [BY_CHAT]
    return [ANEW if linked else TO_MANAGER]
