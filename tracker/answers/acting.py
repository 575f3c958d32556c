"""An answer is carried out: only on the person's own task, once however often it is sent, and taken back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime

from schedules.calendar import SchoolCalendar
from schedules.plan import Due
from tracker import work
from tracker.answers.rest import extension_trouble, snooze_trouble, told_again_on
from tracker.answers.token import Action
from tracker.moving import dropped_words
from tracker.refusal import StandsOtherwise
from tracker.reminders import actions
from tracker.reminders.facts import Facts
from tracker.reminders.planning import replan
from tracker.store import answers, asked, declines, extensions, notes, pauses, people, plans, tasks
from tracker.store.answers import StoredAnswer
from tracker.store.asked import AskedAgain
from tracker.store.database import Database, transaction
from tracker.store.history import Actor
from tracker.store.notes import TAKEN_BACK
from tracker.store.pauses import PauseKind
from tracker.store.records import Part, Person, StoredTask, TaskState

WORDED = frozenset({Action.SNOOZE, Action.EXTEND, Action.NOT_MINE})
HELPED = "Phần phối hợp đã xong"


class NotNowError(Exception):
    """An answer that is not carried out; the text tells its giver why, in a kind sentence."""


class WrongDayError(NotNowError):
    """The day of an answer is missing or cannot be; all else of it could be carried out."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What someone wants about a task; `day` serves snooze and extend, `reason` is theirs.

    `after` is the newest answer of theirs that stood on the page they sent it from: 0 for none, None where not known.
    """

    task_id: str
    person_id: int
    action: Action
    day: date | None = None
    reason: str = ""
    via: str = "link"
    token_hash: str | None = None
    after: int | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """A task as one person may answer about it now."""

    task: StoredTask
    person: Person
    part: Part

    @property
    def leads(self) -> bool:
        """Whether the work is theirs to finish, or they stand in for a missing lead."""
        return self.part is Part.LEAD

    def actor(self, at: datetime, why: str = "") -> Actor:
        """Return this person for the history."""
        return Actor(self.person.name, at, why or None)


def standing(db: Database, task_id: str, person_id: int) -> Standing:
    """Return how someone stands to a task; raise NotNowError when it is not theirs or needs no answer any more."""
    facts = Facts(db)
    task, person = facts.task(task_id), facts.person(person_id)
    recipient = facts.recipient(task_id, person_id)
    if not person.active or recipient is None or recipient.part is Part.WATCHER:
        now_leads = ", ".join(facts.leads(task_id))
        raise NotNowError(
            f"Việc “{task.task.title}” nay do {now_leads or 'người khác'} phụ trách; thầy/cô không cần làm gì."
        )
    if task.state is TaskState.CANCELLED:
        raise NotNowError(f"{dropped_words(task)}: “{task.task.title}”. Thầy/cô không cần làm gì.")
    if not task.published:
        raise NotNowError("Kế hoạch của việc này chưa phát hành nên chưa cần trả lời.")
    return Standing(task, person, recipient.part)


def act(db: Database, wish: Wish, now: datetime, calendar: SchoolCalendar) -> StoredAnswer:
    """Carry a wish out and keep it, once: sent again it is the answer that was kept.

    Raises NotNowError with a sentence when it cannot be carried out.
    """
    with transaction(db):
        at = standing(db, wish.task_id, wish.person_id)
        if same := _given_already(db, wish, at):
            return same
        if not at.task.open:
            raise NotNowError(_over(at))
        kept = answers.add(db, _carried_out(db, wish, at, now, calendar))
        _replan(db, at.task, calendar)
        return kept


def _over(at: Standing) -> str:
    who = "thầy/cô" if at.task.done_by == at.person.name else at.task.done_by
    noted = f"đã được ghi là xong từ trước{f' ({who} ghi)' if who else ''}"
    return (
        f"Việc “{at.task.task.title}” {noted}; không cần trả lời nữa. "
        "Nếu việc chưa xong, hãy nhắn người quản lý kế hoạch."
    )


def _carried_out(db: Database, wish: Wish, at: Standing, now: datetime, calendar: SchoolCalendar) -> StoredAnswer:
    extension_id, day = None, wish.day
    match wish.action:
        case Action.DONE:
            _done(db, wish, at, now, calendar)
        case Action.RECEIVED:
            day = told_again_on(at.task.task.due, now.date(), calendar.working_days)
            _rest(db, wish, at, day, now)
        case Action.SNOOZE:
            day = _chosen(wish, snooze_trouble, at, now)
            _rest(db, wish, at, day, now)
        case Action.EXTEND:
            day = _chosen(wish, extension_trouble, at, now)
            extension_id = _extension(db, wish, at, day, now)
        case Action.NOT_MINE:
            _decline(db, at, at.actor(now, wish.reason))
        case _:
            raise NotNowError("Liên kết này chỉ để xem các cách trả lời.")
    return StoredAnswer(
        *(wish.person_id, wish.task_id, wish.action.value, now, wish.via, day, wish.reason, wish.token_hash),
        extension_id=extension_id,
    )


def _chosen(wish: Wish, trouble: Callable[[date, Due, date], str], at: Standing, now: datetime) -> date:
    if wish.day is None:
        raise WrongDayError("Thầy/cô chưa chọn ngày. Hãy chọn một ngày rồi gửi lại.")
    if told := trouble(wish.day, at.task.task.due, now.date()):
        raise WrongDayError(told)
    return wish.day


def _done(db: Database, wish: Wish, at: Standing, now: datetime, calendar: SchoolCalendar) -> None:
    """Note the lead's work as done; a helper's part is a note beside it, for only the lead can say all is done."""
    if at.leads:
        work.mark_done(db, wish.task_id, at.actor(now, wish.reason), calendar)
        return
    notes.add(db, wish.task_id, f"{HELPED}. {wish.reason}".strip(), at.actor(now))
    actions.snooze(db, wish.task_id, wish.person_id, None, at.actor(now, HELPED))


def _rest(db: Database, wish: Wish, at: Standing, day: date, now: datetime) -> None:
    """Let the person rest until the day before, and hear of the work again on the day itself."""
    until = date.fromordinal(day.toordinal() - 1)
    taking_on = wish.action is Action.RECEIVED and at.leads
    rest = actions.acknowledge if taking_on else actions.snooze
    rest(db, wish.task_id, wish.person_id, until, at.actor(now, wish.reason))
    asked.ask_again(db, AskedAgain(wish.task_id, wish.person_id, day, at.task.due_version), now)


def _extension(db: Database, wish: Wish, at: Standing, day: date, now: datetime) -> int:
    if not at.leads:
        raise NotNowError("Chỉ người chủ trì xin gia hạn được; thầy/cô hãy nhắn với người chủ trì.")
    for waiting in extensions.waiting_of(db, wish.task_id):
        extensions.withdraw(db, waiting.id, at.actor(now, extensions.REPLACED))
        if given := answers.of_extension(db, waiting.id):
            answers.mark_undone(db, given.id, now)  # its link may ask again
    return actions.ask_extension(db, wish.task_id, wish.person_id, day, at.actor(now, wish.reason)).id


def _given_already(db: Database, wish: Wish, at: Standing) -> StoredAnswer | None:
    """Return the answer a wish repeats: the same one sent twice, by whichever link, is one."""
    last = answers.last_about(db, wish.person_id, wish.task_id, (wish.action.value,))
    if last is None:
        return None
    if wish.action is Action.DONE and at.leads:
        return last if not at.task.open and at.task.done_by == at.person.name else None
    if wish.action in WORDED and (last.day, last.reason) != (wish.day, wish.reason):
        return None
    if _waits(db, last):
        return last
    if wish.after is not None:
        return last if last.id > wish.after else None
    return last if wish.token_hash and last.token_hash == wish.token_hash else None


def _waits(db: Database, given: StoredAnswer) -> bool:
    """Whether an answer waits for a manager's: a request for more time, or that a work is not theirs."""
    if given.action == Action.NOT_MINE:
        return any(one.person_id == given.person_id for one in declines.waiting_of(db, given.task_id))
    return given.extension_id in {one.id for one in extensions.waiting_of(db, given.task_id)}


def _decline(db: Database, at: Standing, actor: Actor) -> None:
    """Keep that a work is not theirs; what they said of it before and nobody answered gives place."""
    if at.person.id not in dict(people.assigned(db, at.task.id)):
        raise NotNowError("Việc này chưa giao cho ai nên không phải của riêng thầy/cô; hãy giao cho một người.")
    for waiting in declines.waiting_of(db, at.task.id):
        if waiting.person_id == at.person.id:
            declines.withdraw(db, waiting.id, replace(actor, why=extensions.REPLACED))
    declines.tell(db, at.task.id, at.person.id, actor)


def _undo_decline(db: Database, answer: StoredAnswer, actor: Actor) -> None:
    told = declines.newest(db, answer.task_id, answer.person_id)
    if told is None or told.decision is not None:
        raise NotNowError("Người quản lý kế hoạch đã trả lời nên không lấy lại được nữa.")
    declines.withdraw(db, told.id, actor)


def withdraw_request(db: Database, at: Standing, now: datetime, calendar: SchoolCalendar) -> None:
    """Take back what someone asked of more time about a task; doing it twice changes nothing more.

    Raises NotNowError when nothing of theirs waits.
    """
    with transaction(db):
        own = [one for one in extensions.waiting_of(db, at.task.id) if one.person_id == at.person.id]
        if not own and _taken_back(db, at):
            return
        if not own:
            raise NotNowError("Không còn đề nghị gia hạn nào của thầy/cô đang chờ: đã có trả lời hoặc đã rút.")
        for one in own:
            extensions.withdraw(db, one.id, at.actor(now, TAKEN_BACK))
            if given := answers.of_extension(db, one.id):
                answers.mark_undone(db, given.id, now)
        _replan(db, at.task, calendar)


def _taken_back(db: Database, at: Standing) -> bool:
    asked_for = [one for one in answers.about(db, at.person.id, at.task.id) if one.action == Action.EXTEND]
    return bool(asked_for) and asked_for[-1].undone_at is not None


def undo(db: Database, answer: StoredAnswer, now: datetime, calendar: SchoolCalendar) -> None:
    """Take an answer back while nothing followed from it; raise NotNowError with a sentence when something did."""
    with transaction(db):
        person = people.by_id(db, answer.person_id)
        actor = Actor(person.name, now, TAKEN_BACK)
        if answer.undone_at is not None:
            raise NotNowError("Câu trả lời này đã được lấy lại rồi.")
        if answer.action == Action.DONE:
            _undo_done(db, answer, person, actor, calendar)
        if answer.action == Action.NOT_MINE:
            _undo_decline(db, answer, actor)
        elif answer.extension_id is not None:
            _undo_extension(db, answer.extension_id, actor)
        else:
            _end_rest(db, answer, now)
        answers.mark_undone(db, answer.id, now)
        _replan(db, tasks.by_id(db, answer.task_id), calendar)


def _end_rest(db: Database, answer: StoredAnswer, now: datetime) -> None:
    for kind in (PauseKind.ACKNOWLEDGED, PauseKind.SNOOZED):
        pauses.end(db, answer.task_id, kind, answer.person_id, now)
    asked.end(db, answer.task_id, answer.person_id, now)


def _undo_done(db: Database, answer: StoredAnswer, person: Person, actor: Actor, calendar: SchoolCalendar) -> None:
    task = tasks.by_id(db, answer.task_id)
    if task.state is TaskState.CHECKED:
        raise NotNowError("Tổ giám sát đã kiểm tra việc này; muốn mở lại hãy nhắn người quản lý kế hoạch.")
    if task.state is TaskState.DONE and task.done_by == person.name:
        try:
            work.reopen(db, task.id, actor, calendar)
        except StandsOtherwise as error:
            raise NotNowError(str(error)) from error


def _undo_extension(db: Database, extension_id: int, actor: Actor) -> None:
    if extensions.by_id(db, extension_id).approved is not None:
        raise NotNowError("Đề nghị gia hạn đã được trả lời nên không lấy lại được nữa.")
    extensions.withdraw(db, extension_id, actor)


def _replan(db: Database, task: StoredTask, calendar: SchoolCalendar) -> None:
    replan(db, plans.by_id(db, task.plan_id).school_id, calendar.working_days)
