"""A conversation with one person: what they write is read, carried out or asked back, and always answered."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from schedules.calendar import SchoolCalendar
from tracker.answers import acting, own_work
from tracker.answers.acting import NotNowError, Wish
from tracker.answers.grammar import WHICH, Meaning, OpenItem, Reply, read_reply
from tracker.answers.rest import extension_trouble
from tracker.answers.saying import named, said
from tracker.answers.token import Action
from tracker.spoken import day_words, due_words
from tracker.store import answers, tasks
from tracker.store.database import Database, transaction
from tracker.store.records import Person

VIA = "zalo"
UNDO_WITHIN = timedelta(hours=24)
ACTIONS = {
    Meaning.DONE: Action.DONE,
    Meaning.RECEIVED: Action.RECEIVED,
    Meaning.SNOOZE: Action.SNOOZE,
    Meaning.EXTEND: Action.EXTEND,
    Meaning.NOT_MINE: Action.NOT_MINE,
}
WORDS = {Meaning.DONE: "đã xong", Meaning.RECEIVED: "đã nhận", Meaning.SNOOZE: "nhắc lại"}
HELP = (
    "Thầy/cô có thể nhắn:\n"
    "• “hôm nay”, “quá hạn”, “việc” để xem việc của mình\n"
    "• “xong 2” khi việc số 2 đã xong\n"
    "• “nhận 2” khi đã nhận việc\n"
    "• “mai nhắc 2”, “nhắc lại thứ Sáu” để dời lời nhắc (hạn không đổi)\n"
    "• “xin 2 đến 28/4 vì …” để xin thêm thời gian\n"
    "• “việc 2 không phải của tôi vì …” khi việc giao nhầm người\n"
    "• gửi ảnh làm minh chứng, kèm số của việc\n"
    "• “hoàn tác” nếu nhắn nhầm"
)
NOT_UNDERSTOOD = "Xin lỗi, tôi chưa hiểu tin này nên chưa ghi gì. "
NOTHING_OPEN = "Thầy/cô đang không có việc nào cần làm."
NOTHING_TO_UNDO = "Trong 24 giờ qua không có câu trả lời nào của thầy/cô để lấy lại."


@dataclass(frozen=True, slots=True)
class Talk:
    """One person writing at one instant."""

    db: Database
    person: Person
    now: datetime
    calendar: SchoolCalendar

    @property
    def today(self) -> date:
        """The day in Viet Nam."""
        return self.now.date()


def converse(talk: Talk, text: str) -> str:
    """Return the answer to what someone wrote, after carrying out what was clear."""
    with transaction(talk.db):
        items = own_work.last_list(talk.db, talk.person)
        waiting = _question(talk, items)
        reply = read_reply(text, talk.today, items, talk.calendar)
        return _answer(talk, _completed(reply, waiting), confirmed=reply.meaning is Meaning.YES and waiting is not None)


def _completed(reply: Reply, waiting: Reply | None) -> Reply:
    """Put an answer to our question together with what was asked about; anything else is a new message."""
    if waiting is None:
        return reply
    if reply.meaning is Meaning.YES:
        return waiting
    if reply.meaning is Meaning.NUMBERS:
        return replace(waiting, items=reply.items)
    if reply.meaning is Meaning.DAY and waiting.meaning in {Meaning.SNOOZE, Meaning.EXTEND}:
        return replace(waiting, day=reply.day)
    return reply


def _answer(talk: Talk, reply: Reply, *, confirmed: bool) -> str:
    match reply.meaning:
        case Meaning.TODAY | Meaning.OVERDUE | Meaning.LIST:
            return _list(talk, reply.meaning)
        case Meaning.UNDO:
            return _undo(talk)
        case Meaning.NO:
            return "Vâng, tôi không ghi gì. Nếu tin trước nhắn nhầm, hãy nhắn “hoàn tác”."
        case Meaning.HELP | Meaning.YES | Meaning.NUMBERS | Meaning.DAY:
            return HELP
        case Meaning.UNKNOWN:
            return reply.question or NOT_UNDERSTOOD + HELP
        case _:
            return _wanted(talk, reply, confirmed=confirmed)


def _wanted(talk: Talk, reply: Reply, *, confirmed: bool) -> str:
    """Carry out what someone wants, or ask what is still open: which task, which day, a yes."""
    if not reply.items:
        choices = _choices(talk)
        return _ask(talk, reply, f"{reply.question or WHICH}\n{choices}") if choices else NOTHING_OPEN
    if reply.day is None and reply.meaning in {Meaning.SNOOZE, Meaning.EXTEND}:
        return _ask(talk, reply, reply.question or "Đến ngày nào? Ví dụ: “28/4” hoặc “thứ Sáu”.")
    if confirmed or (reply.sure and reply.meaning is not Meaning.EXTEND):
        return "\n".join(_carry_out(talk, reply, item) for item in reply.items)
    return _confirm(talk, reply)


def _confirm(talk: Talk, reply: Reply) -> str:
    titles = "; ".join(named(tasks.by_id(talk.db, item.task_id).task) for item in reply.items)
    if reply.meaning is not Meaning.EXTEND or reply.day is None:
        return _ask(talk, reply, f"Thầy/cô báo {WORDS[reply.meaning]}: {titles}, đúng không? Nhắn “có” hoặc “không”.")
    if len(reply.items) > 1:
        return _ask(talk, replace(reply, items=()), f"Mỗi lần chỉ xin gia hạn một việc. {WHICH}\n{_choices(talk)}")
    due = tasks.by_id(talk.db, reply.items[0].task_id).task.due
    if trouble := extension_trouble(reply.day, due, talk.today):
        return f"{trouble} Tôi chưa gửi gì."
    return _ask(
        talk,
        reply,
        f"Xin gia hạn việc {titles} đến {day_words(reply.day)} (hạn hiện nay: {due_words(due)}), đúng không? "
        "Nhắn “có” để gửi, “không” để thôi.",
    )


def _carry_out(talk: Talk, reply: Reply, item: OpenItem) -> str:
    wish = Wish(item.task_id, talk.person.id, ACTIONS[reply.meaning], reply.day, reply.reason, VIA)
    try:
        at = acting.standing(talk.db, item.task_id, talk.person.id)
        return said(acting.act(talk.db, wish, talk.now, talk.calendar), at, talk.calendar.working_days)
    except NotNowError as error:
        return str(error)


def _undo(talk: Talk) -> str:
    """Take the last answers back: all that one message gave."""
    last = answers.last_of(talk.db, talk.person.id, VIA)
    if last is None or talk.now - last.at > UNDO_WITHIN:
        return NOTHING_TO_UNDO
    told: list[str] = []
    while (one := answers.last_of(talk.db, talk.person.id, VIA)) and one.at == last.at:
        name = named(tasks.by_id(talk.db, one.task_id).task)
        try:
            acting.undo(talk.db, one, talk.now, talk.calendar)
        except NotNowError as error:
            return "\n".join([*told, str(error)])
        told.append(f"Đã lấy lại câu trả lời về việc {name}.")
    return "\n".join(told)


def _list(talk: Talk, meaning: Meaning) -> str:
    every = own_work.own(talk.db, talk.person)
    late = [task for task in every if task.days_late(talk.today)]
    urgent = [task for task in every if task.task.due.remind_by and task.task.due.remind_by <= talk.today]
    found, words = {
        Meaning.TODAY: (urgent, "Việc cần làm hôm nay"),
        Meaning.OVERDUE: (late, "Việc quá hạn"),
    }.get(meaning, (every, "Việc của thầy/cô"))
    if not found:
        return (
            f"{words}: không có. {f'Thầy/cô còn {len(every)} việc khác, nhắn “việc” để xem.' if every else ''}".strip()
        )
    answers.number(talk.db, talk.person.id, [task.id for task in found[: own_work.MOST]], talk.now)
    return f"{words}:\n{own_work.listed(found, talk.today)}"


def _choices(talk: Talk) -> str:
    """Return the tasks a question is about; from now on their numbers are those of the last list."""
    items = own_work.last_list(talk.db, talk.person)
    answers.number(talk.db, talk.person.id, [item.task_id for item in items], talk.now)
    return "\n".join(f"{item.number}. {_titled(talk, item)}" for item in items)


def _titled(talk: Talk, item: OpenItem) -> str:
    return named(tasks.by_id(talk.db, item.task_id).task, "{}")


def _ask(talk: Talk, reply: Reply, sentence: str) -> str:
    """Put a question and remember what it is about."""
    record = {
        "meaning": reply.meaning,
        "tasks": [item.task_id for item in reply.items],
        "day": reply.day.isoformat() if reply.day else None,
        "reason": reply.reason,
    }
    answers.ask(talk.db, talk.person.id, json.dumps(record, ensure_ascii=False), talk.now)
    return sentence


def _question(talk: Talk, items: Sequence[OpenItem]) -> Reply | None:
    """Return what we last asked about, with its tasks as they were then; None when nothing is open."""
    text = answers.take_question(talk.db, talk.person.id, talk.now)
    if text is None:
        return None
    record = json.loads(text)
    numbers = {item.task_id: item.number for item in items}
    return Reply(
        Meaning(record["meaning"]),
        tuple(OpenItem(numbers.get(one, 0), one, tasks.by_id(talk.db, one).task.title) for one in record["tasks"]),
        date.fromisoformat(record["day"]) if record["day"] else None,
        record["reason"],
    )
