"""What became of a plan, pure: each work with how far it came, what shows it, and why it did not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from tracker.deadline_words import MOVED
from tracker.doubting import doubt, unaccepted
from tracker.moving import LET_BE
from tracker.reports.beside import asked_words, awaited_words
from tracker.reports.board import Staff
from tracker.spoken import late_words
from tracker.store.evidence import Evidence
from tracker.store.evidence_files import VIA
from tracker.store.extensions import Extension
from tracker.store.pauses import Pause
from tracker.store.records import Part, StoredTask, TaskState

UNSEEN = "gửi sau khi đã kiểm tra"


class Stage(StrEnum):
    """How far a work came, in the words of the report."""

    DONE = "Hoàn thành"
    UNACCEPTED = "Đã báo xong, chưa được chấp nhận"
    AGAIN = "Đã kiểm tra, cần xem lại"
    GOING_ON = "Đang thực hiện"
    AHEAD = "Chưa đến hạn"
    LATE = "Chưa hoàn thành"
    UNDATED = "Chưa có hạn"
    DROPPED = "Đã bỏ"
    LET_BE = f"{LET_BE[:1].upper()}{LET_BE[1:]}"


REPORTED = frozenset({Stage.DONE, Stage.UNACCEPTED, Stage.AGAIN})
"""Stages of work whose owner said that it is done, whatever came of what shows it."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the store knows beside the tasks, by task id: evidence shown, requests for more time, who is awaited."""

    evidence: Mapping[str, Sequence[Evidence]] = field(default_factory=dict)
    extensions: Mapping[str, Sequence[Extension]] = field(default_factory=dict)
    waits: Mapping[str, Pause] = field(default_factory=dict)
    found: Mapping[str, str] = field(default_factory=dict)
    """What the committee wrote of a task, with its check too, and who did."""


@dataclass(frozen=True, slots=True)
class Result:
    """One work of the report; `days_late` counts from the last day named, for finished work too.

    `doubt` is why its check is to be made again, empty where it stands.
    """

    stored: StoredTask
    leads: tuple[str, ...]
    helpers: tuple[str, ...]
    stage: Stage
    days_late: int
    achieved: tuple[str, ...]
    reasons: tuple[str, ...]
    doubt: str = ""

    @property
    def level(self) -> str:
        """The stage in words, with how late it is or was."""
        if not self.days_late:
            return self.stage.value
        late = f"sau hạn {self.days_late} ngày" if self.stage in REPORTED else late_words(self.days_late)
        return f"{self.stage.value} ({late})"


def results(tasks: Sequence[StoredTask], staff: Staff, facts: Facts, today: date) -> tuple[Result, ...]:
    """Return the works of a plan in its order as of `today`, those dropped by hand too.

    What a later revision of the plan dropped is left out, and a time that was over before the plan came in force
    unless it is the only one of its work.
    """
    again = {one.repeats for one in tasks if one.state is not TaskState.CANCELLED}
    kept = (one for one in tasks if not (one.let_be and one.id in again))
    asked = (one for one in kept if one.state is not TaskState.CANCELLED or one.id in staff.dropped)
    return tuple(_result(one, staff, facts, today) for one in asked)


def in_words(found: Sequence[Result]) -> tuple[str, ...]:
    """Return the sums of a report as sentences; each number counts rows of the table."""
    done = [one for one in found if one.stage is Stage.DONE]
    late = sum(bool(one.days_late) for one in done)
    unchecked = sum(one.stored.state is TaskState.DONE for one in done)
    behind = f", trong đó {late} việc sau hạn" if late else ""
    dropped = sum(one.stage is Stage.DROPPED for one in found)
    over = sum(one.stage is Stage.LET_BE for one in found)
    told = (f"{dropped} việc đã bỏ" if dropped else "", f"{over} việc {LET_BE}" if over else "")
    aside = f", trong đó {' và '.join(filter(None, told))}" if dropped or over else ""
    sums = [f"Tổng số: {len(found)} việc{aside}; hoàn thành {len(done)} việc{behind}."]
    if unchecked:
        sums.append(f"{unchecked} việc người phụ trách đã báo xong, Tổ giám sát chưa kiểm tra.")
    if doubted := sum(bool(one.doubt) for one in found):
        sums.append(f"{doubted} việc đã kiểm tra, minh chứng bị trả lại sau đó: cần kiểm tra lại.")
    counts = Counter(one.stage for one in found)
    unfinished = (Stage.UNACCEPTED, Stage.AGAIN, Stage.LATE, Stage.GOING_ON, Stage.AHEAD, Stage.UNDATED)
    return (*sums, *(f"{stage.value}: {counts[stage]} việc." for stage in unfinished if counts[stage]))


def _result(stored: StoredTask, staff: Staff, facts: Facts, today: date) -> Result:
    note = staff.notes.get(stored.id)
    shown = facts.evidence.get(stored.id, ())
    again, lost = doubt(stored, shown), unaccepted(stored, shown)
    stage = _stage(stored, today, lost)
    finished = stage in REPORTED
    achieved = (*_finished(stored, again), *((note,) if note and finished else ()), *_shown(shown, stored.checked_at))
    asked = map(asked_words, facts.extensions.get(stored.id, ()))
    moved = (stored.task.due.basis,) if stored.task.due.rule == MOVED else ()
    dropped = (f"Đã bỏ: {staff.dropped[stored.id]}",) if stage is Stage.DROPPED else ()
    held = () if finished or dropped or stage is Stage.LET_BE else _held_up(facts.waits.get(stored.id), note)
    found = tuple(filter(None, (facts.found.get(stored.id),)))
    refused = (f"Chưa được chấp nhận: {lost}",) if stage is Stage.UNACCEPTED else ()
    reasons = (*dropped, *refused, *held, *found, *asked, *moved)
    return Result(
        stored,
        staff.names(stored.id, Part.LEAD),
        staff.names(stored.id, Part.HELPER),
        stage,
        stored.days_late(today) if stored.open else stored.days_after_due,
        achieved,
        reasons,
        again,
    )


def _stage(stored: StoredTask, today: date, lost: str) -> Stage:
    """Return how far a work came; `lost` is why one that was reported done is not taken for done."""
    due = stored.task.due
    if stored.let_be:
        return Stage.LET_BE
    if stored.finished:
        refused = Stage.AGAIN if stored.state is TaskState.CHECKED else Stage.UNACCEPTED
        return refused if lost else Stage.DONE
    if not stored.open:
        return Stage.DROPPED
    if due.day is None:
        return Stage.UNDATED
    if stored.days_late(today):
        return Stage.LATE
    return Stage.GOING_ON if due.start and due.start <= today else Stage.AHEAD


def _finished(stored: StoredTask, again: str) -> tuple[str, ...]:
    told = []
    if stored.done_at:
        told.append(f"Xong ngày {stored.done_at:%d/%m/%Y}" + (f" ({stored.done_by})" if stored.done_by else ""))
    if stored.checked_at:
        told.append(f"Đã kiểm tra ngày {stored.checked_at:%d/%m/%Y} ({stored.checked_by})")
    if again:
        told.append(f"Xem lại: {again}")
    return tuple(told)


def _shown(evidence: Sequence[Evidence], check: datetime | None) -> tuple[str, ...]:
    accepted = [one for one in evidence if one.accepted]
    waiting = [one.name + (f" ({UNSEEN})" if _unseen(one, check) else "") for one in evidence if one.accepted is None]
    told = [f"Minh chứng: {one.name} ({_where(one)}{f', {UNSEEN}' if _unseen(one, check) else ''})" for one in accepted]
    left = (f"{len(waiting)} minh chứng chờ xem xét: {'; '.join(waiting)}",) if waiting else ()
    refused = (
        f"Minh chứng không nhận: {one.name}" + (f". Lý do: {one.why}" if one.why else "")
        for one in evidence
        if one.accepted is False
    )
    return (*told, *left, *refused)


def _unseen(one: Evidence, check: datetime | None) -> bool:
    """Whether who checked a work did not see one piece of its evidence, because it came after."""
    return check is not None and one.at > check


def _where(one: Evidence) -> str:
    return f"tệp gửi ngày {one.at:%d/%m/%Y}" if one.via == VIA else one.url


def _held_up(wait: Pause | None, note: str | None) -> tuple[str, ...]:
    """Return why open work is not done: who it waits for, and what was last written beside it."""
    awaited = f"Đang chờ {awaited_words(wait)}" if wait else ""
    return tuple(filter(None, (awaited, note)))
