"""What comes to the school's bot: each message once, from whom it is, and the answer it gets. Never silence."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from notifiers.zalo.bot_inbox import Event, Incoming
from notifiers.zalo.linking import linking_code
from schedules.calendar import SchoolCalendar
from tracker.answers import own_work
from tracker.answers.grammar import Meaning, read_reply
from tracker.answers.talking import HELP, Talk, converse
from tracker.reminders.planning import replan
from tracker.store import chats, evidence, people, personnel
from tracker.store.chats import ChatMessage
from tracker.store.database import Database, transaction
from tracker.store.evidence import Evidence
from tracker.store.history import Actor
from tracker.store.people import PREVIEW
from tracker.store.records import Person

WRONG_CODES = 5
WRONG_WITHIN = timedelta(hours=1)
PHOTO_WAITS = timedelta(hours=24)
NAMING = frozenset({Meaning.NUMBERS, Meaning.DONE})
PROTECTED = "protected"
WRONG_CODE = "wrong code"

WHO = (
    "Chào thầy/cô, đây là bot nhắc việc của trường. Tôi chưa biết thầy/cô là ai: "
    "hãy nhắn mã liên kết (dạng DH-4F7-KQ2) mà người quản lý kế hoạch đưa cho thầy/cô."
)
BAD_CODE = "Mã này không đúng, đã dùng hoặc đã quá hạn. Hãy xin người quản lý kế hoạch mã mới."
TOO_MANY = "Thầy/cô đã nhắn sai mã nhiều lần. Hãy đợi một giờ, hoặc xin người quản lý kế hoạch mã mới."
TAKEN = (
    "Khung chat này đang nhận việc của “{}”. Một khung chat chỉ dùng cho một người để không ghi nhầm việc; "
    "nếu cần đổi, hãy nhờ người quản lý kế hoạch xóa kênh cũ trước."
)
GROUP = "Tôi chỉ trả lời tin nhắn riêng để không lẫn việc của người này với người khác. Hãy mở bot và nhắn riêng."
HIDDEN = (
    "Zalo không chuyển nội dung tin của thầy/cô cho bot vì tài khoản đang được bảo vệ. "
    "Người quản lý kế hoạch đã được báo; hãy nhắn trực tiếp cho người đó."
)
WHICH_TASK = "Đã nhận ảnh. Ảnh này là minh chứng của việc nào? Nhắn số của việc:"


def receive(db: Database, incoming: Incoming, now: datetime, calendar: SchoolCalendar) -> str | None:
    """Take a message in and return the answer to send; None when the message was taken in before."""
    message_id = identity_of(incoming)
    with transaction(db):
        if not chats.is_new(db, ChatMessage(message_id, incoming.address, incoming.event.value, now)):
            return None
        known = chats.person_at(db, incoming.address)
        person = people.by_id(db, known) if known else None
        understood, said = _answer(db, incoming, person, now, calendar)
        chats.note(db, message_id, person.id if person else None, understood)
        return said


def identity_of(incoming: Incoming) -> str:
    """Return the id by which a message is known, or what stands for it when it came without one."""
    if incoming.message_id:
        return incoming.message_id
    parts = (incoming.chat_id, str(incoming.at), incoming.text, incoming.photo)
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()


def _answer(
    db: Database, incoming: Incoming, person: Person | None, now: datetime, calendar: SchoolCalendar
) -> tuple[str, str]:
    """Return how a message was understood, and the answer."""
    if incoming.group:
        return "group", GROUP
    if incoming.event is Event.UNSUPPORTED:
        return PROTECTED, HIDDEN
    code = linking_code(incoming.text)
    if code:
        return _link(db, incoming, code, now, calendar)
    if person is None:
        return "stranger", WHO
    talk = Talk(db, person, now, calendar)
    if incoming.event is Event.IMAGE:
        return "photo", _photo(talk, incoming)
    waiting = evidence.newest_without_task(db, person.id, now - PHOTO_WAITS)
    if waiting and (named := _named(talk, incoming.text, frozenset({Meaning.NUMBERS}))):
        return "photo's task", _assigned(talk, waiting, named)
    return "text", converse(talk, incoming.text) if incoming.event is Event.TEXT else HELP


def _link(db: Database, incoming: Incoming, code: str, now: datetime, calendar: SchoolCalendar) -> tuple[str, str]:
    """Tie a chat to the person a code was made for: their first way to be reached from now on."""
    if chats.count(db, incoming.address, WRONG_CODE, now - WRONG_WITHIN) >= WRONG_CODES:
        return WRONG_CODE, TOO_MANY
    other = chats.person_at(db, incoming.address)
    if other and other != chats.owner_of(db, code, now):
        return "taken", TAKEN.format(people.by_id(db, other).name)
    person_id = chats.use_code(db, code, now)
    if person_id is None:
        return WRONG_CODE, BAD_CODE
    person = people.by_id(db, person_id)
    rest = tuple(one for one in person.addresses if one not in {incoming.address, PREVIEW})
    actor = Actor(person.name, now, "liên kết Zalo bằng mã")
    personnel.change(db, replace(person, addresses=(incoming.address, *rest)), actor)
    replan(db, person.school_id, calendar.working_days)
    return "linked", f"Chào {person.name}, từ nay trường nhắc việc cho thầy/cô ở đây.\n\n{HELP}"


def _photo(talk: Talk, incoming: Incoming) -> str:
    """Keep a photo as proposed evidence, of the task its words name or the only one there is."""
    if urlsplit(incoming.photo).scheme not in {"http", "https"}:
        return "Tôi không nhận được ảnh này. Hãy gửi lại ảnh, kèm số của việc."
    actor = Actor(talk.person.name, talk.now)
    proposed = Evidence(0, talk.now, talk.person.id, None, incoming.photo, incoming.text)
    kept = evidence.propose(talk.db, proposed, actor)
    items = own_work.last_list(talk.db, talk.person)
    named = _named(talk, incoming.text, NAMING) or (items[0].task_id if len(items) == 1 else None)
    if named:
        done = read_reply(incoming.text, talk.today, items, talk.calendar).meaning is Meaning.DONE
        also = converse(talk, incoming.text) if done else ""
        return f"{_assigned(talk, kept, named)}\n{also}".strip()
    return "\n".join([WHICH_TASK, *(f"{item.number}. {item.title}" for item in items)])


def _named(talk: Talk, text: str, meanings: frozenset[Meaning]) -> str | None:
    """Return the one task a text of these meanings names by its number, or by words of its title."""
    items = own_work.last_list(talk.db, talk.person)
    reply = read_reply(text, talk.today, items, talk.calendar)
    if reply.meaning is Meaning.UNKNOWN and Meaning.DONE in meanings:
        reply = read_reply(f"xong {text}", talk.today, items, talk.calendar)
    return reply.items[0].task_id if reply.meaning in meanings and len(reply.items) == 1 else None


def _assigned(talk: Talk, kept: Evidence, task_id: str) -> str:
    evidence.assign(talk.db, kept.id, task_id, Actor(talk.person.name, talk.now))
    title = next((i.title for i in own_work.last_list(talk.db, talk.person) if i.task_id == task_id), "")
    return f"Đã nhận ảnh làm minh chứng cho việc “{title}”; người quản lý kế hoạch hoặc Tổ giám sát sẽ xem và xác nhận."
