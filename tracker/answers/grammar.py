"""Pure: a short message in plain Vietnamese → what is meant, about which tasks of the last list, for which day.

Strict on purpose: every word must be understood, or it is asked. “Chưa xong”, “mai xong”, “xong chưa” are not “xong”.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from schedules.calendar import SchoolCalendar
from schedules.wording import fold, nfc
from tracker.answers.days import Day, find_day

LONGEST = 500


class Meaning(StrEnum):
    """What a message means; UNKNOWN is answered with a short help, never with silence."""

    DONE = "done"
    RECEIVED = "received"
    SNOOZE = "snooze"
    EXTEND = "extend"
    NOT_MINE = "not mine"
    TODAY = "today"
    OVERDUE = "overdue"
    LIST = "list"
    HELP = "help"
    YES = "yes"
    NO = "no"
    UNDO = "undo"
    NUMBERS = "numbers"
    DAY = "day"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class OpenItem:
    """One task of the last list someone got, by its number there."""

    number: int
    task_id: str
    title: str


@dataclass(frozen=True, slots=True)
class Reply:
    """A message as understood. `question` is what must be asked before anything is done; `sure` asks for a yes."""

    meaning: Meaning
    items: tuple[OpenItem, ...] = ()
    day: date | None = None
    reason: str = ""
    question: str = ""
    sure: bool = True


FILLERS = frozenset(
    re.findall(
        r"\w+",
        "a ah da thua em toi minh chau con co thay anh chi nhe nha nhi roi r rui luon oi giup cho voi duoc dc "
        "lai nay cai ban bot vao ngay viec so cau muc la thi nhung cong den toi sang hen xin",
    )
)
"""Words that carry no meaning of their own once the verb is known."""

SIMPLE = (
    (Meaning.YES, "co|dung|vang|u|uh|um|ok|oke|okay|dong y|phai|yes|y|chuan|chinh xac|nhat tri"),
    (Meaning.NO, "khong|ko|k|khong phai|khong dung|sai|no|n|huy|thoi|khoan"),
    (Meaning.UNDO, "hoan tac|(?:bam |ghi |nhan )?nham|undo|chua xong dau"),
    (Meaning.TODAY, "(?:viec )?hom nay(?: (?:co|lam|phai lam))?(?: (?:viec )?gi)?"),
    (Meaning.OVERDUE, "(?:viec )?(?:qua han|tre han|tre|bi tre)(?: (?:co )?(?:viec )?(?:gi|nao))?"),
    (Meaning.LIST, "viec|viec cua (?:toi|em|minh)|(?:con )?(?:viec|nhung viec) (?:gi|nao)|danh sach|tuan nay"),
    (Meaning.HELP, "tro giup|giup|help|huong dan|menu|xin chao|chao|alo|hi|hello|bat dau|start|lam sao|cach dung"),
)
"""Messages that are a whole sentence by themselves."""

POLITE = r"(?:da |thua |em |toi |co |thay |ban |bot )*"
TAIL = r"(?: (?:a|ah|nhe|nha|roi|r|em|co|thay|ban|bot|dung roi|vay|day|oi))*"

NOT_MINE = (
    r"\b(?:khong|ko|chang) phai (?:la )?(?:(?:viec|phan viec|phan)(?: cua)?|cua) (?:toi|em|minh)\b"
    r"(?: (?:a|ah|day|dau|roi|nhe))*"
)
EXTEND = r"\b(?:xin|gia han|lui|hoan den|doi den)\b"
SNOOZE = r"\b(?:nhac(?: lai| nho)?)\b"
DONE = r"\b(?:xong|hoan thanh|hoan tat|lam xong|xong het)\b"
RECEIVED = r"\b(?:nhan|tiep nhan|nam duoc|ro)\b"
NOT_YET = r"\b(?:chua|khong|ko|chang|sap|gan|se|neu|khi|bao gio|nao|dang|hay|co the|chac)\b"
BECAUSE = r"\b(?:vi|do|tai vi|boi|ly do(?: la)?:?)\s+"
EVERY = r"\b(?:het|tat ca|ca|toan bo|moi)\b"

WHICH = "Thầy/cô nói việc nào?"
WHOSE = (
    "Vì sao, hay việc ấy của ai? Hãy nhắn lại trong một câu, "
    "ví dụ: “việc 2 không phải của tôi vì là việc của tổ Văn phòng”. Tôi chưa ghi gì."
)


def read_reply(text: str, today: date, items: Sequence[OpenItem], calendar: SchoolCalendar) -> Reply:
    """Return what a message means to someone who was last shown `items`."""
    plain = " ".join(nfc(text[:LONGEST]).split())
    folded = fold(plain)
    bare = re.sub(r"[^\w\s]", " ", folded)
    bare = " ".join(bare.split())
    if simple := _simple(bare):
        return Reply(simple)
    if not bare:
        return Reply(Meaning.HELP if "?" in folded else Meaning.UNKNOWN)
    return _verb(plain, today, items, calendar) or _loose(plain, today, items, calendar)


def _simple(bare: str) -> Meaning | None:
    for meaning, pattern in SIMPLE:
        if re.fullmatch(f"{POLITE}(?:{pattern}){TAIL}", bare):
            return meaning
    return Meaning.YES if re.fullmatch("(?:da|da vang|vang da)(?: a)?", bare) else None


def _verb(plain: str, today: date, items: Sequence[OpenItem], calendar: SchoolCalendar) -> Reply | None:
    """Read a message with a verb: ask for more time before what was done, for “chưa xong, xin đến …” is that."""
    folded = fold(plain)
    if (found := re.search(NOT_MINE, folded)) and (reply := _not_mine(plain, found.span(), items)):
        return reply
    if re.search(EXTEND, folded):
        return _extend(plain, today, items, calendar)
    if re.search(SNOOZE, folded):
        return _snooze(plain, today, items, calendar)
    for meaning, pattern in ((Meaning.DONE, DONE), (Meaning.RECEIVED, RECEIVED)):
        if re.search(pattern, folded) and not re.search(NOT_YET, folded):
            return _named(meaning, folded, pattern, items)
    return None


def _not_mine(plain: str, span: tuple[int, int], items: Sequence[OpenItem]) -> Reply | None:
    """Read which task is not theirs before these words, and why behind them."""
    named = _items(fold(plain[: span[0]]), items)
    if named is None:
        return None
    told = re.match(rf"\s*(?:[,.;:–—-]\s*(?:{BECAUSE})?|{BECAUSE})", fold(plain[span[1] :]))
    reason = plain[span[1] + told.end() :].strip(" .") if told else ""
    if all(word in FILLERS or word.isdigit() for word in re.findall(r"\w+", fold(reason))):
        return Reply(Meaning.UNKNOWN, question=WHOSE)
    return _one(Reply(Meaning.NOT_MINE, named, reason=reason), items)


def _extend(plain: str, today: date, items: Sequence[OpenItem], calendar: SchoolCalendar) -> Reply | None:
    asked, reason = _reason(plain)
    day = find_day(_numbers_hidden(asked), today, calendar)
    rest = re.sub(f"{EXTEND}|{DONE}|{NOT_YET}", " ", fold(_without(asked, day)))
    named = _items(rest, items)
    if named is None:
        return None
    reply = Reply(Meaning.EXTEND, named, day.day if day else None, reason)
    if day is None or day.day is None:
        why = f" ({day.problem})" if day else ""
        return replace(reply, question=f"Thầy/cô xin gia hạn đến ngày nào{why}? Ví dụ: “đến 28/4” hoặc “thứ Sáu”.")
    return _one(reply, items)


def _snooze(plain: str, today: date, items: Sequence[OpenItem], calendar: SchoolCalendar) -> Reply | None:
    day = find_day(_numbers_hidden(plain), today, calendar)
    rest = re.sub(SNOOZE, " ", fold(_without(plain, day)))
    named = _items(rest, items)
    if named is None:
        return None
    reply = Reply(Meaning.SNOOZE, named or tuple(items), day.day if day else None)
    if day is None or day.day is None:
        why = f" ({day.problem})" if day else ""
        return replace(reply, question=f"Thầy/cô muốn nhắc lại ngày nào{why}? Ví dụ: “mai” hoặc “thứ Sáu”.")
    return reply


def _named(meaning: Meaning, folded: str, verb: str, items: Sequence[OpenItem]) -> Reply | None:
    every = re.search(EVERY, folded) is not None
    rest = re.sub(f"{verb}|{EVERY}", " ", folded)
    named = _items(rest, items)
    if named is None:
        by_title = _by_title(rest, items)
        return Reply(meaning, by_title, sure=False) if len(by_title) == 1 else _beyond(rest, items)
    if named:
        return Reply(meaning, named)
    if every or meaning is Meaning.RECEIVED:
        return Reply(meaning, tuple(items), sure=meaning is Meaning.RECEIVED or len(items) == 1)
    return _one(Reply(meaning), items)


def _beyond(rest: str, items: Sequence[OpenItem]) -> Reply | None:
    """Say so when a number is not in the list; None when something else is not understood."""
    words = [word for word in re.findall(r"\w+", rest) if word not in FILLERS and word != "va"]
    if not words or re.search(r"\d\s*[-–/.:]\s*\d", rest) or not all(word.isdigit() for word in words):
        return None
    told = f"chỉ có {len(items)} việc" if items else "chưa có việc nào"
    return Reply(Meaning.UNKNOWN, question=f"Danh sách gần nhất của thầy/cô {told}. Nhắn “việc” để xem lại danh sách.")


def _loose(plain: str, today: date, items: Sequence[OpenItem], calendar: SchoolCalendar) -> Reply:
    """Read a bare number or a bare day: the answer to a question of ours."""
    day = find_day(plain, today, calendar)
    rest = fold(_without(plain, day)) if day else fold(plain)
    named = _items(rest, items)
    if day and day.day and named == ():
        return Reply(Meaning.DAY, day=day.day)
    return Reply(Meaning.NUMBERS, named) if named and not day else Reply(Meaning.UNKNOWN)


def _one(reply: Reply, items: Sequence[OpenItem]) -> Reply:
    """Return a reply about exactly one task: named, or the only one there is; else ask which."""
    if reply.items:
        return reply
    return replace(reply, items=tuple(items)) if len(items) == 1 else replace(reply, question=WHICH)


def _reason(plain: str) -> tuple[str, str]:
    """Return a message without its reason, and the reason in the writer's own words."""
    found = re.search(BECAUSE, fold(plain))
    return (plain[: found.start()], plain[found.end() :].strip(" .")) if found else (plain, "")


def _numbers_hidden(text: str) -> str:
    """Return a text whose task numbers cannot be read as days: “việc 2 đến 28/9” is no span from 2/9 on."""
    pattern = r"(?<![\d/.-])\d{1,2}(?=[\s,]+(?:va\s+)?(?:\d{1,2}[\s,]+)*(?:den|toi|sang|thu|chu|tuan|mai|ngay)\b)"
    spans = [found.span() for found in re.finditer(pattern, fold(text)) if not _is_day(fold(text), found.start())]
    for start, end in spans:
        text = text[:start] + "#" * (end - start) + text[end:]
    return text


def _is_day(folded: str, start: int) -> bool:
    """Whether the number at a place is part of a day: “ngày 5”, “sau 2 ngày”, “thứ 6 tuần sau”."""
    before = folded[:start].rstrip()
    return (
        re.search(r"\b(?:ngay|thu|sau)$", before) is not None
        or re.match(r"\d{1,3} (?:ngay|tuan) (?:nua|sau)\b", folded[start:]) is not None
    )


def _without(text: str, day: Day | None) -> str:
    return f"{text[: day.start]} {text[day.end :]}" if day else text


def _items(rest: str, items: Sequence[OpenItem]) -> tuple[OpenItem, ...] | None:
    """Return the tasks whose numbers are left, none when only fillers are; None when a word is not understood."""
    if re.search(r"\d\s*[-–/.:]\s*\d", rest):
        return None
    words = [word for word in re.findall(r"\w+", rest) if word not in FILLERS and word != "va"]
    known = {str(item.number): item for item in items}
    if any(word not in known for word in words):
        return None
    return tuple(known[word] for word in dict.fromkeys(words))


def _by_title(rest: str, items: Sequence[OpenItem]) -> tuple[OpenItem, ...]:
    """Return the tasks whose titles hold all the words that are left."""
    words = {word for word in re.findall(r"\w+", rest) if word not in FILLERS}
    return tuple(item for item in items if words and words <= set(re.findall(r"\w+", fold(item.title))))
