"""Pure: evidence that was refused and not made up for since → its lines in its giver's first letter of a week."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from tracker.reminders.named_list import NamedList, left_out
from tracker.reminders.wording import short
from tracker.store.evidence import Evidence
from tracker.store.records import StoredTask

MOST_NAMED = 3
"""Works of the lines; the page of one's own works tells them all."""

TOLD_FOR = timedelta(weeks=26)
"""As long as late work is told: what nobody minds for half a year is read by nobody."""

LONGEST_PIECE, LONGEST_WHY = 60, 120

HEAD = "Minh chứng đã bị trả lại, chưa có minh chứng khác:"

PageOf = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Returned:
    """A work whose evidence, or some of it, was refused: which, and what was said of the piece refused last."""

    task_id: str
    title: str
    piece: str
    on: date
    why: str = ""

    @property
    def refusal(self) -> str:
        """What was said of it: “minh chứng “ảnh biên bản” không được nhận ngày 1/12/2026. Lý do: mờ quá”."""
        day = f"{self.on.day}/{self.on.month}/{self.on.year}"
        why = f". Lý do: {short(self.why, LONGEST_WHY)}" if self.why else ""
        return f"minh chứng {self.piece} không được nhận ngày {day}{why}"

    @property
    def words(self) -> str:
        """The work in its line: “Nộp báo cáo: minh chứng “ảnh biên bản” không được nhận …”."""
        return f"{self.title}: {self.refusal}"


def returned(pieces: Iterable[Evidence], works: Mapping[str, StoredTask], today: date) -> tuple[Returned, ...]:
    """Return the works of refused pieces, each once by its newest refusal, the one that waits longest first."""
    newest: dict[str, Evidence] = {}
    for one in sorted(pieces, key=lambda piece: piece.decided_at or piece.at):
        if one.task_id and (one.decided_at or one.at).date() > today - TOLD_FOR:
            newest[one.task_id] = one
    return tuple(_told(one, works[task_id].task.title) for task_id, one in newest.items())


def _told(one: Evidence, title: str) -> Returned:
    piece = f"“{short(one.words, LONGEST_PIECE)}”" if one.words else one.name
    return Returned(one.task_id or "", short(title), piece, (one.decided_at or one.at).date(), one.why or "")


def subject_of(works: Sequence[Returned]) -> str:
    """Return the subject of a message that tells nothing else."""
    if len(works) > 1:
        return f"Minh chứng của {len(works)} việc bị trả lại, cần gửi lại"
    return f"Minh chứng cần gửi lại: {works[0].title}"


def named(works: Sequence[Returned], page_of: PageOf) -> NamedList:
    """Return the lines, each work leading to where other evidence is given."""
    lines = [(one.words, page_of(one.task_id)) for one in works[:MOST_NAMED]]
    return NamedList(HEAD, lines, left_out(len(works) - MOST_NAMED, "minh chứng của {} việc khác"))
