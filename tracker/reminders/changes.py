"""Pure: what someone last heard of a work against how it stands now: what no longer holds, since when and by whom."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from tracker.reminders.hearing import Recipient
from tracker.reminders.reasons import Reason
from tracker.reminders.stages import DOERS, ears_of, is_change, tells_as_it_is
from tracker.review.leaving import BACK, BY_COPY, RECALLED
from tracker.store.carried import Heard
from tracker.store.records import HistoryEntry, Office, Person, StoredTask, TaskState
from tracker.store.tasks import span_of, words

Span = tuple[date, date]

LONG_AGO = timedelta(days=30)
"""Overdue notices end after three weeks; a day that passed longer ago than this concerns nobody any more."""

OUT = frozenset({Reason.WORK_DROPPED, Reason.PLAN_RECALLED, Reason.WORK_GIVEN_AWAY})
"""Corrections after which a work is nothing to their reader."""

FINISHED = frozenset({TaskState.DONE, TaskState.CHECKED})
MACHINES = ("lệnh ", "bản chạy thử", "Đúng Hạn")
"""How the history names what is no person."""

NEW_COPY = "bản kế hoạch mới được phát hành"
STILL_THERE = "bản kế hoạch mới phát hành vẫn có việc này"
BY_HAND = "người duyệt sửa hạn khi duyệt bản mới"
REVIEWED = "bỏ khi duyệt: "


@dataclass(frozen=True, slots=True)
class Standing:
    """How a work stands for one person now; `story` is its history where that is needed to compare."""

    task: StoredTask
    person: Person
    recipient: Recipient | None
    story: tuple[HistoryEntry, ...] = ()
    in_force: bool = True

    @property
    def gone(self) -> bool:
        """Whether nobody is to do it: dropped, or its plan is not in force."""
        return self.task.state is TaskState.CANCELLED or not self.task.published

    @property
    def finished(self) -> bool:
        """Whether it was done, be it dropped afterwards."""
        return self.task.state in FINISHED or (self.gone and _last_state(self.story) in FINISHED)

    def holds(self, heard: Sequence[Heard]) -> bool:
        """Whether it is still theirs: to do, or to watch over for who only watched over it."""
        if self.recipient is None or not does(heard):
            return self.recipient is not None
        # who looks after the plan stands in where nobody leads, and gives the work away: no news to them
        return self.recipient.ear in DOERS or self.person.office is Office.MANAGER

    @property
    def span(self) -> Span | None:
        """The first and last day of the deadline in force."""
        return span_of(words(self.task.task.due))

    def span_at(self, version: int) -> Span | None:
        """Return the days of an earlier version of the deadline; None when they are not known, or there were none."""
        return span_of(self.kept_at(version))

    def kept_at(self, version: int) -> str:
        """Return a version of the deadline as the history keeps it; empty when it does not."""
        return kept_at(self.story, version, self.task)


def kept_at(story: Iterable[HistoryEntry], version: int, task: StoredTask) -> str:
    """Return a version of a deadline as the task's history keeps it; empty when it does not."""
    if version >= task.due_version:
        return words(task.task.due)
    moves = [entry.was or "" for entry in story if entry.what == "moved"]
    return moves[version] if len(moves) == task.due_version else ""


def same_days(task: StoredTask, story: Sequence[HistoryEntry]) -> frozenset[int]:
    """Return the earlier versions of a deadline that had the days of the one in force."""
    now = span_of(words(task.task.due))
    return frozenset(one for one in range(task.due_version) if now and span_of(kept_at(story, one, task)) == now)


def needs_story(heard: Sequence[Heard], task: StoredTask) -> bool:
    """Whether the history is needed to see if something changed."""
    return task.state is TaskState.CANCELLED or last_word(heard).due_version != task.due_version


def last_word(heard: Sequence[Heard]) -> Heard:
    """Return what someone last heard of how a work stands, the first where all was other news that tells no change."""
    return next((one for one in reversed(heard) if not tells_as_it_is(one.stage)), heard[0])


def does(heard: Sequence[Heard]) -> bool:
    """Whether someone was last reminded as one who does the work, not as one who watches over it."""
    stages = [one.stage for one in heard if not is_change(one.stage)]
    return bool(stages) and bool(ears_of(stages[-1]) & DOERS)


def owed(heard: Sequence[Heard], now: Standing) -> Reason | None:
    """Return in which way what someone last heard of a work holds no more, None when it does or is no matter."""
    if not heard or not now.person.active or now.finished:
        return None
    last = last_word(heard)
    out = last.reason in OUT
    if now.gone:
        gone = Reason.WORK_DROPPED if now.in_force else Reason.PLAN_RECALLED
        return None if out else gone
    if not now.holds(heard):
        return Reason.WORK_GIVEN_AWAY if does(heard) and not out else None
    if out:
        return Reason.WORK_BACK
    return Reason.WORK_MOVED if now.span_at(last.due_version) != now.span else None


def long_past(reason: Reason, was: Span | None, now: Standing, today: date) -> bool:
    """Whether the days a correction is about passed so long ago that it is no news."""
    spans = [was] if reason in OUT else [was, now.span]
    days = [span[1] for span in spans if span]
    return bool(days) and max(days) < today - LONG_AGO


@dataclass(frozen=True, slots=True)
class Cause:
    """Who changed a work and why; empty where the history does not say."""

    who: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Issued:
    """How a plan came into force: at which instants its copies did, and who gave the deadline of a work by hand."""

    at: Collection[datetime] = ()
    given_by: str | None = None


def cause_of(reason: Reason, now: Standing, issued: Issued) -> Cause:
    """Return who made a change and why, where the history or the way the plan came into force says so.

    The word of who gives a work to others is for them alone: who had it reads by whom, and not that word.
    """
    entry = next((one for one in reversed(now.story) if _made(one, reason, now.person.name)), None)
    if entry is None:
        return Cause()
    with_copy = entry.at in issued.at
    by_hand = with_copy and reason is Reason.WORK_MOVED and issued.given_by is not None
    who = (issued.given_by or entry.who) if by_hand else entry.who
    said = "" if entry.what == "reassigned" and reason is Reason.WORK_GIVEN_AWAY else said_why(entry.why or "")
    why = BY_HAND if by_hand else said or (NEW_COPY if with_copy else "")
    return Cause("" if who.startswith(MACHINES) else who, why)


def said_why(why: str) -> str:
    """Return a reason of the history as a letter says it behind a colon of its own; a copy's own is none of people."""
    if why.endswith(BACK):
        return STILL_THERE
    why = "" if why.startswith(BY_COPY) else why.removeprefix(RECALLED)
    return f"{REVIEWED.removesuffix(': ')} – {why.removeprefix(REVIEWED)}" if why.startswith(REVIEWED) else why


def title_heard(heard: Sequence[Heard], now: Standing) -> str:
    """Return the title a work had when someone last heard how it stands; empty where it has that one still."""
    since = last_word(heard).at
    renamed = (one for one in now.story if one.what == "changed" and one.at > since and one.was != one.now)
    was = next((one.was or "" for one in renamed), "")
    return "" if was == now.task.task.title else was


def _made(entry: HistoryEntry, reason: Reason, name: str) -> bool:
    """Whether an entry of the history is of what a correction tells."""
    had, has = name in _names(entry.was), name in _names(entry.now)
    match reason:
        case Reason.WORK_MOVED:
            return entry.what == "moved"
        case Reason.WORK_GIVEN_AWAY:
            return entry.what == "reassigned" and had and not has
        case Reason.WORK_BACK if entry.what == "reassigned":
            return has and not had
        case Reason.WORK_BACK:
            return entry.what == "state" and entry.was == TaskState.CANCELLED.value
    return entry.what == "state" and entry.now == TaskState.CANCELLED.value


def _names(told: str | None) -> set[str]:
    """Return the people a history entry names: “Cô Lan (lead); Thầy Minh (helper)”."""
    return {one.rpartition(" (")[0] or one for one in (told or "").split("; ")}


def _last_state(story: Iterable[HistoryEntry]) -> str:
    """Return the state a dropped work was dropped from; empty when the history does not say."""
    states = [entry.was or "" for entry in story if entry.what == "state" and entry.now == TaskState.CANCELLED.value]
    return states[-1] if states else ""
