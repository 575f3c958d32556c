"""What a feed is made from besides its tasks, and which tasks it shows on a day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from schedules.plan import Origin
from tracker.store.feeds import FeedKind
from tracker.store.records import StoredTask, TaskState
from tracker.zone import HO_CHI_MINH

KEPT = timedelta(days=30)
"""How long finished and dropped work stays on the phones after it happened (finished work: after its day too)."""


@dataclass(frozen=True, slots=True)
class Parts:
    """Who leads a task now and who helps, by name."""

    leads: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FeedView:
    """A feed to be made: whose, its name, the day, and what its texts refer to.

    `plans` maps a plan's id to how it is cited, `parts` a task's id to who has it now; `people` are names that
    must not stand in a public feed.
    Without a `base_url` no links are written. Proposed checkpoints stay out unless asked for. `unaccepted` are works
    that were reported done and are not taken for done.
    """

    kind: FeedKind
    name: str
    today: date
    base_url: str = ""
    plans: Mapping[int, str] = field(default_factory=dict)
    people: tuple[str, ...] = ()
    parts: Mapping[str, Parts] = field(default_factory=dict)
    checkpoints: bool = False
    unaccepted: frozenset[str] = frozenset()

    @property
    def public(self) -> bool:
        """Whether anybody may read it."""
        return self.kind is FeedKind.PUBLIC


def last_day(view: FeedView, stored: StoredTask) -> date | None:
    """Return the last day a task is shown, or None while it is open, or is not taken for done."""
    if stored.id in view.unaccepted:
        return None
    changed = stored.changed_at.astimezone(HO_CHI_MINH).date()
    match stored.state:
        case TaskState.OPEN:
            return None
        case TaskState.CANCELLED:
            return changed + KEPT
    return max(changed, stored.task.due.day or changed) + KEPT


def belongs(view: FeedView, stored: StoredTask) -> bool:
    """Return whether a task is of this feed at all: published, with a day, and public where it has to be.

    A time that was over before anybody could follow it was on no calendar, so none is told that it is cancelled.
    """
    task = stored.task
    proposed = task.origin is Origin.CHECKPOINT and not view.checkpoints
    return (
        stored.published
        and not stored.let_be
        and task.due.dated
        and not proposed
        and (stored.public or not view.public)
    )


def shown(view: FeedView, tasks: Iterable[StoredTask]) -> tuple[StoredTask, ...]:
    """Return the tasks the feed shows on its day, earliest first, always in the same order."""
    kept = [one for one in tasks if belongs(view, one) and view.today <= (last_day(view, one) or view.today)]
    return tuple(sorted(kept, key=lambda one: (one.task.due.day or date.min, one.id)))


def last_modified(view: FeedView, tasks: Iterable[StoredTask]) -> datetime | None:
    """Return when the feed last changed: a task did, or the midnight on which one had been shown long enough."""
    moments = []
    for stored in tasks:
        if belongs(view, stored):
            last = last_day(view, stored)
            left = last is not None and last < view.today
            moments.append(_midnight_after(last) if last and left else stored.changed_at)
    return max(moments, default=None)


def _midnight_after(day: date) -> datetime:
    return datetime.combine(day + timedelta(days=1), time(), HO_CHI_MINH)
