"""What people do with a task: done, reopened, checked, given to someone else. Reminders follow at once.

Every page, link, answer and program goes through here, so what a task allows as it stands is ruled here once.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from schedules.calendar import SchoolCalendar
from tracker.moving import PASSED, dropped_words
from tracker.refusal import Refusal, StandsOtherwise
from tracker.reminders.planning import replan
from tracker.store import declines, people, plans, tasks
from tracker.store.database import Database, transaction
from tracker.store.history import Actor, Change, append
from tracker.store.records import Part, PlanStatus, StoredTask, TaskState

RECALLED = (
    "Kế hoạch của việc này đã thu hồi nên không mở lại việc được; việc vẫn ghi là đã xong. "
    "Kế hoạch phát hành lại rồi hãy mở lại."
)
LEFT_OUT = (
    "Bản kế hoạch đang có hiệu lực không còn việc này nên không mở lại việc được; việc vẫn ghi là đã xong. "
    "Kế hoạch lại có việc này rồi hãy mở lại."
)
OWN_WORD = (
    "Việc này do chính thầy/cô ghi đã xong, nên người khác kiểm tra: thành viên Tổ giám sát, qua liên kết trong thư. "
    "Nếu chỉ có thầy/cô kiểm tra, hãy mở lại việc để người làm tự báo xong."
)
NOT_REPORTED = "Việc này chưa được báo xong nên chưa kiểm tra được."

CHOOSE = "Hãy chọn người của trường có việc này."


def mark_done(db: Database, task_id: str, actor: Actor, calendar: SchoolCalendar) -> StoredTask:
    """Note that the owner finished a task; its reminders stop. Raise StandsOtherwise for a dropped one.

    A task the committee checked stays checked: said once more that it is done takes nobody's look away.
    """
    found = tasks.by_id(db, task_id)
    return found if found.state is TaskState.CHECKED else _move(db, task_id, TaskState.DONE, actor, calendar)


def reopen(db: Database, task_id: str, actor: Actor, calendar: SchoolCalendar) -> StoredTask:
    """Take “đã xong” back; reminders still to come are planned again.

    Raise StandsOtherwise for a dropped task, and for one whose plan was recalled or has it no more: nobody is reminded
    of it again.
    """
    return _move(db, task_id, TaskState.OPEN, actor, calendar)


def mark_checked(db: Database, task_id: str, actor: Actor, calendar: SchoolCalendar) -> StoredTask:
    """Note that the monitoring committee saw the work done: a fact apart from the owner's own.

    Raise StandsOtherwise while its owner did not say that it is, when it was dropped, and to who said so themselves:
    two facts are two people's.
    """
    return _move(db, task_id, TaskState.CHECKED, actor, calendar)


def take_check_back(db: Database, task_id: str, actor: Actor, calendar: SchoolCalendar) -> StoredTask:
    """Note that the committee's look at a task does not count after all; what its owner said stays."""
    return _move(db, task_id, TaskState.DONE, actor, calendar)


def reassign(
    db: Database, task_id: str, parts: Iterable[tuple[int, Part]], actor: Actor, calendar: SchoolCalendar
) -> StoredTask:
    """Give a task to other people; who had it and who has it now is kept in the history.

    Raise a Refusal for someone of another school, who left or has two parts, LookupError for someone who is not there.
    """
    with transaction(db):
        was, wanted = _names(db, task_id), set(parts)
        _refuse_misfits(db, task_id, [person_id for person_id, _ in wanted])
        people.assign(db, task_id, wanted)
        now = _names(db, task_id)
        if was != now:
            tasks.touch(db, task_id, actor)
            append(db, actor, Change("task", task_id, "reassigned", was, now))
            declines.settle(db, task_id, actor)
            _replan(db, task_id, calendar)
        return tasks.by_id(db, task_id)


def _move(db: Database, task_id: str, state: TaskState, actor: Actor, calendar: SchoolCalendar) -> StoredTask:
    with transaction(db):
        found = tasks.by_id(db, task_id)
        _refuse_as_it_stands(found, state)
        if (found.state, state) == (TaskState.DONE, TaskState.CHECKED) and found.done_by == actor.who:
            raise StandsOtherwise(OWN_WORD)
        if state is TaskState.OPEN and not found.open and _is_recalled(db, found):
            raise StandsOtherwise(RECALLED)
        if state is TaskState.OPEN and found.left_out_at is not None:
            raise StandsOtherwise(LEFT_OUT)
        moved = tasks.set_state(db, task_id, state, actor)
        _replan(db, task_id, calendar)
        return moved


def _is_recalled(db: Database, task: StoredTask) -> bool:
    """Whether a task was in force with its plan, and the plan is not."""
    return task.published and plans.by_id(db, task.plan_id).status is not PlanStatus.PUBLISHED


def _refuse_as_it_stands(task: StoredTask, wanted: TaskState) -> None:
    if task.state is TaskState.CANCELLED:
        back = " Nếu vẫn phải làm, hãy lấy lại việc trước." if task.set_aside_at else ""
        wish = {TaskState.OPEN: "mở lại", TaskState.DONE: "ghi là đã xong", TaskState.CHECKED: "kiểm tra"}[wanted]
        once = f"Lần này {PASSED if task.let_be else 'đã bỏ'}"
        gone = once if task.one_time_dropped else dropped_words(task)
        raise StandsOtherwise(f"{gone} nên không {wish} được.{back}")
    if wanted is TaskState.CHECKED and task.open:
        raise StandsOtherwise(NOT_REPORTED)


def _refuse_misfits(db: Database, task_id: str, chosen: Sequence[int]) -> None:
    school_id = plans.by_id(db, tasks.by_id(db, task_id).plan_id).school_id
    held = dict(people.assigned(db, task_id))
    for person_id, parts in Counter(chosen).items():
        person = people.by_id(db, person_id)
        if person.school_id != school_id:
            raise Refusal(f"Người số {person_id} thuộc trường khác nên không giao việc này được. {CHOOSE}")
        if person.merged_into or not (person.active or person_id in held):
            raise Refusal(f"{person.name} không còn trong danh sách người làm nên không giao việc này được. {CHOOSE}")
        if parts > 1:
            raise Refusal(
                f"{person.name} có hai phần trong cùng một việc. Hãy chọn một: chủ trì, phối hợp hoặc theo dõi."
            )


def _replan(db: Database, task_id: str, calendar: SchoolCalendar) -> None:
    plan = plans.by_id(db, tasks.by_id(db, task_id).plan_id)
    replan(db, plan.school_id, calendar.working_days)


def _names(db: Database, task_id: str) -> str:
    parts = people.assigned(db, task_id)
    return "; ".join(f"{people.by_id(db, person_id).name} ({part.value})" for person_id, part in parts)
