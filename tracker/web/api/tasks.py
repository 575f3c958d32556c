"""Tasks as JSON: listed, looked at, done, reopened, checked, moved, dropped, noted, given to people."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from fastapi import APIRouter
from pydantic import BaseModel, Field, StrictBool

from schedules.calendar import SchoolCalendar
from tracker import by_hand, work
from tracker.answers.checking import all_refused
from tracker.contract import Json, stored_task_json
from tracker.moving import NewDays, moved_along
from tracker.refusal import StandsOtherwise
from tracker.reports.staffing import everyone
from tracker.store import notes, people, tasks
from tracker.store.database import Database
from tracker.store.history import Actor
from tracker.store.records import Part, StoredTask, TaskState
from tracker.web.api.desk import ApiDesk, Desk, Number, school_id_of
from tracker.web.api.refused import CONFLICT, ODD_DAY, UNSURE
from tracker.web.visit import RefusedError

router = APIRouter(tags=["việc"])


class Note(BaseModel):
    """A word beside what is done."""

    note: str = Field(default="", max_length=2000, description="Ghi chú, có thể trống")


class Checked(Note):
    """What the committee says of a work that was done."""

    sure: StrictBool = Field(
        default=False, description="Vẫn ghi “đã kiểm tra” dù mọi minh chứng của việc đã bị trả lại"
    )


class HeldPart(BaseModel):
    """What one person has to do with a task."""

    person: Number
    part: Part


class Move(BaseModel):
    """Another day for a published work, with the reason people are told."""

    day: date = Field(description="Ngày cuối cùng phải xong")
    start: date | None = Field(
        default=None,
        description="Ngày bắt đầu, nếu việc kéo dài nhiều ngày; không gửi: việc diễn ra nhiều ngày dời cả đợt, "
        "việc có hạn cuối giữ ngày bắt đầu; null: chỉ còn một ngày",
    )
    reason: str = Field(description="Lý do; người đã nhận tin về hạn cũ sẽ đọc câu này")
    sure: StrictBool = Field(
        default=False, description="Đã xem lại: đúng ngày ấy dù đã qua hoặc xa năm học của kế hoạch"
    )


class Drop(BaseModel):
    """Why a published work is dropped."""

    reason: str = Field(description="Lý do; người đã nhận tin về việc này sẽ đọc câu này")


@router.get("/tasks", summary="Mọi việc, hạn sớm trước")
def every(desk: Desk, school: str | None = None, state: TaskState | None = None, on: date | None = None) -> list[Json]:
    """Return the tasks of one school or of all, dropped ones only when asked for by state."""
    with desk.open() as db:
        found, staff = _found(desk, db, school), everyone(db)
    wanted = [one for one in found if (one.state is state if state else one.state is not TaskState.CANCELLED)]
    return [stored_task_json(one, on or desk.today, staff) for one in wanted]


@router.get("/overdue", summary="Việc quá hạn, trễ lâu nhất trước")
def overdue(desk: Desk, school: str | None = None, on: date | None = None) -> list[Json]:
    """Return the published open tasks that are late on a day (today when none is given)."""
    day = on or desk.today
    with desk.open() as db:
        late = [one for one in _found(desk, db, school) if one.published and one.days_late(day)]
        staff = everyone(db)
    return [stored_task_json(one, day, staff) for one in sorted(late, key=lambda one: -one.days_late(day))]


@router.get("/tasks/{task_id}", summary="Một việc, kèm người làm")
def one(desk: Desk, task_id: str) -> Json:
    """Return one task with the people who have a part in it."""
    with desk.open() as db:
        task = tasks.by_id(db, task_id)
        parts = [{"person": person, "part": part.value} for person, part in people.assigned(db, task.id)]
        return {**_told(db, task, desk), "people": parts}


@router.post("/tasks/{task_id}/done", summary="Ghi: đã xong", responses=CONFLICT)
def done(desk: Desk, task_id: str, note: Note | None = None) -> Json:
    """Note that the owner finished a task."""
    return _moved(desk, work.mark_done, task_id, note)


@router.post("/tasks/{task_id}/reopen", summary="Mở lại", responses=CONFLICT)
def reopen(desk: Desk, task_id: str, note: Note | None = None) -> Json:
    """Take “done” back."""
    return _moved(desk, work.reopen, task_id, note)


@router.post("/tasks/{task_id}/checked", summary="Ghi: Tổ giám sát đã kiểm tra", responses=UNSURE)
def checked(desk: Desk, task_id: str, seen: Checked | None = None) -> Json:
    """Note that the committee saw the work done; where all its evidence was refused only with `sure`."""
    said = seen or Checked()
    with desk.open() as db:
        task = tasks.by_id(db, task_id)
        refused = "" if said.sure or task.state is not TaskState.DONE else all_refused(db, task.id)
        if refused:
            raise StandsOtherwise(f"{refused}. Nếu đã thấy việc xong thật, hãy gửi lại với “sure”: true.")
        return _told(db, work.mark_checked(db, task.id, desk.actor(said.note), desk.calendar), desk)


@router.post(
    "/tasks/{task_id}/move", summary="Dời hạn một việc đã phát hành (việc lặp lại: chỉ lần này)", responses=ODD_DAY
)
def move(desk: Desk, task_id: str, to: Move) -> Json:
    """Move a work to another day; who heard of the old one is told once, with the reason.

    A day that is over, or years from the plan's, is taken with `sure` alone.
    """
    with desk.open() as db:
        due = tasks.by_id(db, task_id).task.due
        start = to.start if "start" in to.model_fields_set else moved_along(due, to.day)
        days = NewDays(to.day, start, sure=to.sure)
        return _told(db, by_hand.move(db, task_id, days, desk.actor(to.reason), desk.calendar), desk)


@router.post("/tasks/{task_id}/move-back", summary="Lấy lại hạn trước khi dời", responses=CONFLICT)
def move_back(desk: Desk, task_id: str, note: Note | None = None) -> Json:
    """Let the deadline from before a move hold again."""
    return _moved(desk, by_hand.move_back, task_id, note)


@router.post(
    "/tasks/{task_id}/drop", summary="Bỏ một việc đã phát hành (việc lặp lại: chỉ lần này)", responses=CONFLICT
)
def drop(desk: Desk, task_id: str, wish: Drop) -> Json:
    """Drop a work: calendars show it cancelled, its reminders stop, who heard of it is told once."""
    with desk.open() as db:
        return _told(db, by_hand.drop(db, task_id, desk.actor(wish.reason), desk.calendar), desk)


@router.post("/tasks/{task_id}/restore", summary="Lấy lại việc đã bỏ tay")
def restore(desk: Desk, task_id: str, note: Note | None = None) -> Json:
    """Take up again a work that was dropped by hand."""
    return _moved(desk, by_hand.bring_back, task_id, note)


@router.post("/tasks/{task_id}/notes", summary="Ghi chú", status_code=201)
def write(desk: Desk, task_id: str, note: Note) -> Json:
    """Keep a note beside a task; one without a word is refused."""
    said = note.note.strip()
    if not said:
        raise RefusedError(422, "Ghi chú còn trống. Hãy viết một câu vào “note”.")
    with desk.open() as db:
        notes.add(db, tasks.by_id(db, task_id).id, said, desk.actor())
    return {"task": task_id, "note": said}


@router.put("/tasks/{task_id}/people", summary="Giao việc")
def give(desk: Desk, task_id: str, parts: list[HeldPart]) -> Json:
    """Give a task to exactly these people of its school, each with one part."""
    with desk.open() as db:
        given = [(held.person, held.part) for held in parts]
        return _told(db, work.reassign(db, task_id, given, desk.actor(), desk.calendar), desk)


Act = Callable[[Database, str, Actor, SchoolCalendar], StoredTask]


def _moved(desk: ApiDesk, act: Act, task_id: str, note: Note | None) -> Json:
    with desk.open() as db:
        return _told(db, act(db, task_id, desk.actor(note.note if note else None), desk.calendar), desk)


def _told(db: Database, task: StoredTask, desk: ApiDesk) -> Json:
    return stored_task_json(task, desk.today, everyone(db))


def _found(desk: ApiDesk, db: Database, school: str | None) -> tuple[StoredTask, ...]:
    school_id = school_id_of(desk, db, school)
    return tasks.of_all(db) if school_id is None else tasks.of_school(db, school_id)
