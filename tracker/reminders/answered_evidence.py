"""Pure: evidence that was looked at → one message to who gave it: which was taken, which was not, why, what to do."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.doubting import unaccepted
from tracker.reminders.letter_form import Entry
from tracker.reminders.letter_sections import Section
from tracker.reminders.occasions import Occasion
from tracker.reminders.reasons import Reason
from tracker.reminders.sift import Case, Item, item
from tracker.reminders.stages import EVIDENCE
from tracker.reminders.wording import short
from tracker.store.evidence import Evidence
from tracker.store.ledger import Reminder
from tracker.store.letters import Kind
from tracker.store.records import Part, TaskState

ANEW = "Xin gửi minh chứng khác ở trang của việc."
TO_MANAGER = "Xin gửi minh chứng khác cho người quản lý kế hoạch."
BY_CHAT = "Xin gửi ảnh khác vào đây, kèm số của việc."
OR_BY_CHAT = "Cũng có thể gửi ảnh vào đây, kèm số của việc."
NOT_DONE = "Việc này chưa được báo xong: nếu đã làm xong, xin báo “đã xong”."

ENOUGH = "Việc này đã có minh chứng được nhận nên không phải gửi thêm, trừ khi lý do trên nói còn thiếu."
NOT_COUNTED = "Việc đã báo xong nhưng chưa được tính là xong cho đến khi có minh chứng khác được nhận."
CHECKED_BEFORE = "Việc đã được ghi “đã kiểm tra” trước đó nhưng vẫn cần minh chứng khác."


@dataclass(frozen=True, slots=True)
class Answered:
    """A piece of evidence that was taken or refused, and the task it was to show.

    `enough` tells that other evidence of the task was taken, `uncounted` that its task was reported done and is not
    taken for done.
    """

    item: Item
    evidence: Evidence
    enough: bool = False
    uncounted: bool = False

    @property
    def taken(self) -> bool:
        """Whether it was taken."""
        return self.evidence.accepted is True

    @property
    def missing(self) -> bool:
        """Whether other evidence is asked for: it was refused, and none of the task was taken."""
        return not (self.taken or self.enough)


def evidence_of(stage: str) -> int:
    """Return the number of the piece a stage tells of."""
    return int(stage.removeprefix(EVIDENCE))


def answered(case: Case, row: Reminder, piece: Evidence, shown: Sequence[Evidence] = ()) -> Answered:
    """Return what the answer to one piece says, of all that was shown of its task."""
    reason = Reason.EVIDENCE_ACCEPTED if piece.accepted else Reason.EVIDENCE_REFUSED
    enough = any(one.accepted for one in shown if one.id != piece.id)
    return Answered(
        item(case, row, row.planned.stage, reason, Kind.EVIDENCE), piece, enough, bool(unaccepted(case.task, shown))
    )


def may_wait(told: Sequence[Answered]) -> bool:
    """Whether nothing is to do for their reader, so that what is taken one by one is told together."""
    return all(one.taken for one in told)


def section_of(told: Sequence[Answered], occasion: Occasion) -> Section:
    """Return the section of a message about some pieces, in the order in which they were given."""
    first = next((one for one in told if not one.taken), told[0])
    entries = [Entry(_lines(one), occasion.giving(one.item)) for one in told]
    missing = [entry for one, entry in zip(told, entries, strict=True) if one.missing]
    below = _below(occasion, linked=any(entry.page for entry in missing)) if missing else []
    refused = sum(not one.taken for one in told)
    opening = _greeting(taken=len(told) - refused, refused=refused)
    items, ways = [one.item for one in told], [(words, "") for words in below]
    return Section(
        first.item, _subject(told, refused), opening, entries, entries, items, ways, asks=False, brief=_counts(told)
    )


def _counts(told: Sequence[Answered]) -> str:
    refused = sum(not one.taken for one in told)
    counts = ((refused, "minh chứng không được nhận"), (len(told) - refused, "minh chứng được nhận"))
    return ", ".join(f"{count} {words}" for count, words in counts if count)


def _greeting(*, taken: int, refused: int) -> str:
    if taken and refused:
        return "minh chứng thầy/cô gửi đã được xem:"
    return "minh chứng thầy/cô gửi đã được nhận:" if taken else "minh chứng thầy/cô gửi không được nhận:"


def _subject(told: Sequence[Answered], refused: int) -> str:
    taken = len(told) - refused
    if taken and refused:
        return f"Minh chứng thầy/cô gửi: {refused} không được nhận, {taken} được nhận"
    words = "được nhận" if taken else "không được nhận"
    if len(told) > 1:
        return f"Có {len(told)} minh chứng {words}"
    return f"Minh chứng {words}: {short(told[0].item.task.task.title)}"


def _lines(one: Answered) -> tuple[str, ...]:
    """Return the title, which piece was taken or refused why, who looked at it, and that its work is not done yet."""
    piece = one.evidence
    named = f"“{short(piece.words)}”" if piece.words else piece.name
    why = f" {'Lời nhắn' if one.taken else 'Lý do'}: {piece.why}" if piece.why else ""
    to_say = one.taken and one.item.task.open and one.item.part is Part.LEAD
    found = (
        short(one.item.task.task.title),
        f"Minh chứng {named} {'đã' if one.taken else 'không'} được nhận.{why}",
        f"Người xem: {piece.decided_by}" if piece.decided_by else "",
        NOT_DONE if to_say else "",
        NOT_COUNTED if one.missing and one.uncounted and one.item.task.state is TaskState.DONE else "",
        CHECKED_BEFORE if one.missing and one.item.task.state is TaskState.CHECKED else "",
        ENOUGH if one.enough and not one.taken else "",
    )
    return tuple(line for line in found if line)


def _below(occasion: Occasion, *, linked: bool) -> list[str]:
    """Return how the reader gives other evidence, by the ways they have."""
    if occasion.chat:
        return [ANEW, OR_BY_CHAT] if linked else [BY_CHAT]
    return [ANEW if linked else TO_MANAGER]
