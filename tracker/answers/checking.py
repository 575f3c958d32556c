"""A member of the monitoring committee notes, under their own name, what they found, checked, took as evidence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from schedules.calendar import SchoolCalendar
from tracker import doubting, work
from tracker.answers import showing
from tracker.answers.acting import NotNowError
from tracker.reminders.planning import replan
from tracker.store import evidence, notes, people, plans, tasks
from tracker.store.database import Database, transaction
from tracker.store.evidence import Evidence
from tracker.store.history import Actor
from tracker.store.notes import TAKEN_BACK
from tracker.store.records import Office, Person, StoredTask, TaskState

OWN_WORK = (
    "Việc này do chính thầy/cô báo xong. "
    "Hãy nhờ người khác trong Tổ giám sát, hoặc người quản lý kế hoạch, ghi “Đã kiểm tra”."
)
ANOTHER = "để người khác trong Tổ giám sát, hoặc người quản lý kế hoạch, nhận hay không nhận."
OWN_EVIDENCE = f"Minh chứng này do chính thầy/cô gửi; {ANOTHER}"
OWN_WORK_SHOWN = f"Việc này do chính thầy/cô báo xong; minh chứng của việc {ANOTHER}"
NOT_OF_THE_COMMITTEE = "Thầy/cô hiện không có tên trong Tổ giám sát của trường; thầy/cô không cần làm gì."


def member(db: Database, person_id: int) -> Person:
    """Return a member of the committee as they are now; raise NotNowError when they are none any more."""
    person = people.current(db, person_id)
    if not person.active or person.office is not Office.COMMITTEE:
        raise NotNowError(NOT_OF_THE_COMMITTEE)
    return person


def watched(db: Database, person: Person, task_id: str) -> StoredTask:
    """Return a published task of the member's own school; raise LookupError for any other."""
    task = tasks.by_id(db, task_id)
    if not task.published or plans.by_id(db, task.plan_id).school_id != person.school_id:
        raise LookupError(f"không có việc mã {task_id}")
    return task


def trouble(task: StoredTask, person: Person) -> str:
    """Return why a member cannot check a task now, empty when they can: two facts are two people's."""
    if task.state is TaskState.CHECKED:
        return f"{task.checked_by} đã ghi “Đã kiểm tra” việc này rồi."
    if task.state is not TaskState.DONE:
        return work.NOT_REPORTED
    if task.done_by == person.name:
        return OWN_WORK
    return ""


def all_refused(db: Database, task_id: str) -> str:
    """Return one clause that tells that all evidence of a task was refused and why; empty where it was not."""
    return doubting.all_refused(evidence.of_task(db, task_id))


def only_refused(db: Database, task_id: str) -> str:
    """Return the question to be asked before a check of a task whose evidence was all refused; empty for others."""
    told = all_refused(db, task_id)
    return f"{told}. Nếu đã thấy việc xong thật, hãy bấm “Vẫn ghi Đã kiểm tra”." if told else ""


def check(db: Database, task: StoredTask, person: Person, at: tuple[datetime, str], calendar: SchoolCalendar) -> None:
    """Note that a member saw a task done, at an instant with a word of theirs; once, however often it is sent.

    Raises NotNowError when it cannot be.
    """
    now, why = at
    with transaction(db):
        current = tasks.by_id(db, task.id)
        if current.state is TaskState.CHECKED and current.checked_by == person.name:
            return
        if told := trouble(current, person):
            raise NotNowError(told)
        work.mark_checked(db, task.id, Actor(person.name, now, why or None), calendar)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a member says of a piece of evidence: taken or not, when, and why not."""

    accepted: bool
    at: datetime
    why: str = ""


def judge(db: Database, piece: Evidence, person: Person, said: Judgement, calendar: SchoolCalendar) -> None:
    """Take evidence of a work or refuse it under a member's name; sent again by the same one it is once.

    Raises NotNowError when it cannot be, Refusal for a refusal without its reason.
    """
    with transaction(db):
        now = evidence.by_id(db, piece.id)
        if now.accepted is not None:
            if (now.accepted, now.decided_by) != (said.accepted, person.name):
                raise NotNowError(f"{now.decided_by} đã {'nhận' if now.accepted else 'trả lại'} minh chứng này rồi.")
            return
        task = tasks.by_id(db, now.task_id or "")
        if told := not_theirs_to_judge(db, task, person).get(now.id):
            raise NotNowError(told)
        actor = Actor(person.name, said.at, said.why or None)
        showing.judge(db, now.id, actor, calendar.working_days, accepted=said.accepted)


def not_theirs_to_judge(db: Database, task: StoredTask, person: Person) -> dict[int, str]:
    """Return evidence id → why a member takes or refuses it not themselves: who shows a work done does not judge it."""
    shown = evidence.of_task(db, task.id)
    if task.done_by == person.name:
        return dict.fromkeys((one.id for one in shown), OWN_WORK_SHOWN)
    return {one.id: OWN_EVIDENCE for one in shown if people.current(db, one.person_id).id == person.id}


def may_note(task: StoredTask) -> bool:
    """Whether a member may write what they found about a task: as long as nobody checked or dropped it."""
    return task.state in {TaskState.OPEN, TaskState.DONE}


def note(db: Database, task: StoredTask, person: Person, at: tuple[datetime, str], calendar: SchoolCalendar) -> None:
    """Keep what a member found or agreed about a task, at an instant in their words; who leads it hears so once.

    Raises NotNowError when it cannot be.
    """
    now, text = at
    with transaction(db):
        current = tasks.by_id(db, task.id)
        if not may_note(current):
            raise NotNowError(
                trouble(current, person)
                if current.state is TaskState.CHECKED
                else "Việc này đã bỏ nên không cần ghi chú nữa."
            )
        if not text:
            raise NotNowError("Ghi chú còn trống. Hãy viết đã thấy gì, thống nhất gì.")
        notes.add_found(db, task.id, text, Actor(person.name, now))
        replan(db, person.school_id, calendar.working_days)


def uncheck(db: Database, task: StoredTask, who: str, now: datetime, calendar: SchoolCalendar) -> None:
    """Take back somebody's own check, by their name, or anyone's that stands no more; the owner's “đã xong” stays.

    Raises NotNowError for any other.
    """
    with transaction(db):
        current = tasks.by_id(db, task.id)
        theirs = current.state is TaskState.CHECKED and current.checked_by == who
        if not theirs and not doubting.doubt(current, evidence.of_task(db, task.id)):
            raise NotNowError("Chỉ lấy lại được điều chính thầy/cô đã ghi và chưa ai đổi.")
        work.take_check_back(db, task.id, Actor(who, now, TAKEN_BACK), calendar)
