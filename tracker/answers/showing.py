"""What shows that a work is done, given by who did it (a link, a word of what it is), and how it is answered."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import urlsplit

from schedules.calendar import WorkingDays
from tracker.accepting import is_unaccepted
from tracker.answers.acting import NotNowError, Standing
from tracker.reminders.planning import replan
from tracker.review.typed_words import LONGEST_REASON, line
from tracker.store import evidence, plans, tasks
from tracker.store.database import Database, transaction
from tracker.store.evidence import Evidence
from tracker.store.history import Actor
from tracker.store.records import StoredTask, TaskState

VIA = "link"
SITE = re.compile(r"(?!www\.?$)(?:[a-z0-9-]+\.)+[a-z]{2,}(?::\d+)?(?:[/?#]|$)", re.IGNORECASE)
"""How an address begins that was typed without “https://”: the name of a site, then its path or nothing."""

LONGEST_URL, LONGEST_WORDS, MOST_WAITING = 2000, 300, 10


@dataclass(frozen=True, slots=True)
class Shown:
    """What someone shows: the address where it lies, and what it is in their words."""

    url: str
    words: str = ""

    @property
    def address(self) -> str:
        """The address as browsers open it: what begins with the name of a site gets its “https://”."""
        return f"https://{self.url}" if SITE.match(self.url) else self.url


class WrongLinkError(NotNowError):
    """The address of what is shown is missing or leads nowhere; what else was typed could be kept."""


def of_person(db: Database, task_id: str, person_id: int) -> tuple[Evidence, ...]:
    """Return what one person showed of a task, oldest first."""
    return tuple(one for one in evidence.of_task(db, task_id) if one.person_id == person_id)


def refused_still(db: Database, task: StoredTask, person_id: int) -> tuple[Evidence, ...]:
    """Return what one person showed of a task and nobody took, while no other given since makes up for it.

    Of work the committee checked since, nothing is to be given any more.
    """
    every = evidence.of_task(db, task.id)
    own = [one for one in every if one.person_id == person_id and one.accepted is False]
    if task.state is TaskState.CHECKED:
        own = [one for one in own if one.refused_after(task.checked_at)]
    return tuple(one for one in own if not one.answered_since(every))


def was_refused(db: Database, task_id: str, addresses: Iterable[str]) -> bool:
    """Whether one of some addresses was shown of a task before and was not taken."""
    refused = {one.url for one in evidence.of_task(db, task_id) if one.accepted is False}
    return any(one in refused for one in addresses)


def show(db: Database, at: Standing, shown: Shown, now: datetime) -> None:
    """Propose what someone shows as evidence of their task; the same link is kept once while it waits.

    Raises WrongLinkError, or NotNowError when too much waits, with a sentence for who shows it.
    """
    shown = replace(shown, url=shown.address)
    if trouble := _trouble(shown.url):
        raise WrongLinkError(trouble)
    if len(shown.words) > LONGEST_WORDS:
        raise NotNowError(f"Tên minh chứng dài {len(shown.words)} ký tự; cần không quá {LONGEST_WORDS}. Hãy rút gọn.")
    with transaction(db):
        waiting = [one for one in of_person(db, at.task.id, at.person.id) if one.accepted is None]
        if any(one.url == shown.url for one in waiting):
            return
        if len(waiting) >= MOST_WAITING:
            raise NotNowError(
                f"Đã có {len(waiting)} minh chứng chờ xác nhận. Hãy đợi người quản lý kế hoạch hoặc Tổ giám sát xem."
            )
        proposed = Evidence(0, now, at.person.id, at.task.id, shown.url, shown.words, VIA)
        evidence.propose(db, proposed, at.actor(now))


def judge(db: Database, evidence_id: int, actor: Actor, working_days: WorkingDays, *, accepted: bool) -> Evidence:
    """Take what someone showed, or refuse it for the actor's reason, of which they hear; raise Refusal without one."""
    if not accepted:
        actor = replace(actor, why=line(actor.why or "", "Lý do không nhận", LONGEST_REASON))
    with transaction(db):
        task_id = evidence.by_id(db, evidence_id).task_id
        before = task_id is not None and is_unaccepted(db, task_id)
        decided = evidence.decide(db, evidence_id, actor, accepted=accepted)
        if decided.task_id:
            if is_unaccepted(db, decided.task_id) is not before:
                tasks.touch(db, decided.task_id, actor)  # calendars and the page of parents say otherwise from now on
            replan(db, plans.by_id(db, tasks.by_id(db, decided.task_id).plan_id).school_id, working_days)
        return decided


def _trouble(url: str) -> str:
    """Return what is wrong with an address people are to open; empty for one that can be opened."""
    if not url:
        return "Chưa có liên kết. Hãy dán liên kết tới ảnh, tệp hay thư mục minh chứng."
    if len(url) > LONGEST_URL:
        return f"Liên kết dài {len(url)} ký tự; cần không quá {LONGEST_URL}. Hãy dùng liên kết ngắn hơn."
    try:
        parts = urlsplit(url)
        good = parts.scheme in {"http", "https"} and "." in (parts.hostname or "") and not any(map(str.isspace, url))
    except ValueError:
        good = False
    return (
        "" if good else f"“{url[:80]}” không phải liên kết mở được; cần bắt đầu bằng https://, ví dụ của Google Drive."
    )
