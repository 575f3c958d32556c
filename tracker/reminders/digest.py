"""Pure: the tasks a person must hear of today → one message, most urgent first, short enough for a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker.hand_ins import acted_on, left_of
from tracker.reminders import alarm_letter, other_works, proofs, rechecks, returned, unanswered, week_lines
from tracker.reminders.digest_subject import begins_words, subject_of
from tracker.reminders.letter_form import LONGEST_TEXT, Entry, fitting, html_of, paragraph, text_of
from tracker.reminders.named_list import NamedList, left_out
from tracker.reminders.occasions import Occasion
from tracker.reminders.other_works import Other, others
from tracker.reminders.reasons import Reason
from tracker.reminders.returned import Returned
from tracker.reminders.sift import OVERDUE, Item
from tracker.reminders.stages import is_long_late
from tracker.reminders.times import earlier_words, gathered, ids_of
from tracker.reminders.week import SAID, Watched
from tracker.reminders.wording import PARTS, begun, deadline, from_plan, short, whose
from tracker.spoken import day_words
from tracker.store.letters import Letter
from tracker.store.records import Part

MOST_ITEMS = 8
WEEK = "week"
ASK_MANAGER = "Muốn xem cả bảng việc, xin hỏi người quản lý kế hoạch của trường."
"""For those who watch over works but have neither sign-in nor link: the board would shut the door on them."""

REST_OF_WEEK = "Việc khác quá hạn hoặc đến hạn trong tuần:"
BOARD = "Xem bảng việc của trường"
OF_SCHOOL = "theo kế hoạch của trường"


@dataclass(frozen=True, slots=True)
class Detail:
    """What lines say where there is room: the plan's name beside its number, its words, days off before the day."""

    named: bool = True
    quoted: bool = True
    explained: bool = True


FULL = Detail()
DETAILS = (
    FULL,
    Detail(named=False),
    Detail(named=False, explained=False),
    Detail(named=False, explained=False, quoted=False),
)
"""From much to little: what makes a message too long for a phone goes before any work does."""


@dataclass(frozen=True, slots=True)
class Room:
    """How many works a message numbers, how many of the week it lists, how many others get a line."""

    shown: int
    works: int = 0
    others: int = 0


def urgency(item: Item) -> tuple[int, date, str]:
    """Return what items are sorted by: what became late lately, what is ahead, what is long late; then the last day.

    What is long late is told every week: where not all fit it is not to hide what is told for the first time.
    """
    due = item.task.task.due
    lately, ahead, long = range(3)
    late = long if is_long_late(item.reminder.planned.stage) else lately
    return late if item.stage == OVERDUE else ahead, due.remind_by or due.day or date.max, item.task.id


def compose(items: Sequence[Item], occasion: Occasion) -> Letter:
    """Return the words of one message about some tasks, or the week, or both."""
    first = min(items, key=urgency, default=None)
    ordered = _apart(items, occasion)
    return Letter(
        stage=first.stage if first else WEEK,
        reason=(first.reason if first else Reason.WEEK_SUMMARY if occasion.week else Reason.EVIDENCE_REFUSED).value,
        subject=subject_of(ordered, occasion),
        text=_text(ordered, occasion),
        html=_html(ordered, occasion),
        named=_named(ordered, occasion),
    )


def _named(ordered: Sequence[Item], occasion: Occasion) -> tuple[str, ...]:
    """Return the ids of the works a message names, wherever in it they stand."""
    room, week = _room(ordered, occasion), _beside(ordered, occasion)
    again = occasion.week.again[: rechecks.MOST_NAMED] if occasion.week else ()
    named = (
        *(task_id for item in ordered[: room.shown] for task_id in ids_of(item)),
        *(task_id for one in week[: room.works] for task_id in one.ids),
        *(task_id for one in _others(ordered, occasion, room.shown)[: room.others] for task_id in one.ids),
        *(task_id for task_id, _ in again),
        *(one.task_id for one in occasion.unanswered[: unanswered.MOST_NAMED]),
        *(one.task_id for one in occasion.unseen[: proofs.MOST_NAMED]),
        *(one.task_id for one in _returned(ordered, occasion)[: returned.MOST_NAMED]),
    )
    return tuple(dict.fromkeys(named))


def _apart(items: Sequence[Item], occasion: Occasion) -> list[Item]:
    """Return the tasks told one by one, most urgent first: those only watched stand in the week where it lists them.

    So the week stays one list, the longest late first. Late times of one weekly work are one entry.
    """
    listed = {task_id for one in occasion.week.works for task_id in one.ids} if occasion.week else set()
    told = gathered(one for one in items if one.part is not Part.WATCHER or one.task.id not in listed)
    return sorted(told, key=urgency)


def _lines(item: Item, occasion: Occasion, detail: Detail = FULL) -> tuple[str, ...]:
    """Return title, deadline and source of one task; for who watches it also what was said of it."""
    task, today = item.task.task, occasion.today
    left = occasion.left(acted_on(task)) if detail.explained else left_of(task, today)
    said = occasion.said.get(item.task.id, "") if item.part is Part.WATCHER else ""
    source = f"theo {task.citation}" if task.citation else from_plan(item, by_number=not detail.named)
    return (
        short(task.title),
        f"Hạn: {deadline(task, begins_words(task.due, today) + left, quoted=detail.quoted)}",
        *filter(None, [earlier_words(item.times), whose(task)]),
        *([f"Kết quả cần đạt: {short(task.expected)}"] if task.expected and item.part is not Part.WATCHER else []),
        f"{_role(item)}; {source or OF_SCHOOL}",
        *filter(None, [item.handed.words, item.asks]),
        *(begun(one.refusal) for one in occasion.returned if one.task_id == item.task.id),
        *([f"{SAID}: {short(said)}"] if said else []),
    )


def _role(item: Item) -> str:
    """Return what the reader has to do with a task, and with whom."""
    if item.ownerless:
        return "Chưa có người phụ trách: nhờ giao cho người làm"
    leads = ", ".join(item.leads) or "chưa có người chủ trì"
    if item.part is Part.WATCHER:
        return f"Để theo dõi: {leads}"
    joined = {Part.HELPER: " với ", Part.LEAD: " cùng "}[item.part]
    return f"Vai trò: {PARTS[item.part]}" + (f"{joined}{leads}" if item.leads else "")


def _greeting(ordered: Sequence[Item], occasion: Occasion) -> tuple[str, ...]:
    aim = "cần nhớ" if any(item.part is not Part.WATCHER for item in ordered) else "cần theo dõi"
    works = f"có {len(ordered)} việc {aim} ({day_words(occasion.today)}):" if ordered else ""
    if occasion.week is None:
        return occasion.greeting(works)
    counted = (works[:1].upper() + works[1:],) if works else ()
    return (*occasion.greeting(""), f"{occasion.week.subject}.", *counted)


def _foot(ordered: Sequence[Item], occasion: Occasion) -> tuple[tuple[str, str], ...]:
    """Return where the reader sees more (words, address); no address where only words help."""
    board = occasion.board()
    if occasion.signs_in:
        return (("Xem tất cả", board), *occasion.foot()) if board else ()
    found = [(BOARD, board)] if board else []
    does = any(item.part is not Part.WATCHER for item in ordered) or bool(occasion.returned)
    found += occasion.foot(does=does)
    if not board and (occasion.week or any(item.part is Part.WATCHER for item in ordered)):
        found.append((ASK_MANAGER, ""))
    return tuple(found)


def numbered(items: Sequence[Item], occasion: Occasion) -> tuple[str, ...]:
    """Return the ids of the tasks a message numbers, in the order of their numbers."""
    ordered = _apart(items, occasion)
    return tuple(item.task.id for item in ordered[: _shown(ordered, occasion)])


def _text(ordered: Sequence[Item], occasion: Occasion) -> str:
    room = _room(ordered, occasion)
    if occasion.mail:  # as much as beside it in HTML: whoever reads mail as text misses nothing
        return _text_with(ordered, occasion, room, FULL)
    return _text_of(ordered, occasion, room)


def _room(ordered: Sequence[Item], occasion: Occasion) -> Room:
    """Return how much fits one message: first what it numbers, then the works of the week, then those in a line."""
    shown, works = _shown(ordered, occasion), len(_beside(ordered, occasion))
    others = len(_others(ordered, occasion, shown))
    if occasion.mail:
        return Room(shown, min(works, week_lines.MOST_LISTED), min(others, other_works.MOST_LISTED))
    rooms = [Room(shown, count) for count in range(works, 0, -1)]
    room = next((one for one in rooms if _fits(ordered, occasion, one)), Room(shown))
    rooms = [replace(room, others=count) for count in range(others, 0, -1)]
    return next((one for one in rooms if _fits(ordered, occasion, one)), room)


def _fits(ordered: Sequence[Item], occasion: Occasion, room: Room) -> bool:
    return len(_text_of(ordered, occasion, room)) <= LONGEST_TEXT


def _others(ordered: Sequence[Item], occasion: Occasion, shown: int) -> tuple[Other, ...]:
    """Return the works that get a line: those a message does not number, and what is late and told by no step."""
    told = _told(ordered).union(*(one.ids for one in _beside(ordered, occasion)))
    return others(ordered[shown:], (one for one in occasion.still_late if one.id not in told), occasion)


def _beside(ordered: Sequence[Item], occasion: Occasion) -> tuple[Watched, ...]:
    """Return the works of the week that are not told of as reminders already."""
    told = _told(ordered)
    return tuple(one for one in occasion.week.works if not told.issuperset(one.ids)) if occasion.week else ()


def _returned(ordered: Sequence[Item], occasion: Occasion) -> tuple[Returned, ...]:
    """Return the works whose evidence is to be given anew and that have no entry of their own to say so."""
    entries = {item.task.id for item in ordered[:MOST_ITEMS]}
    return tuple(one for one in occasion.returned if one.task_id not in entries)


def _told(ordered: Sequence[Item]) -> set[str]:
    return {task_id for item in ordered for task_id in ids_of(item)}


def _shown(ordered: Sequence[Item], occasion: Occasion) -> int:
    """Return how many tasks fit one message, at least one."""
    if occasion.mail:
        return min(len(ordered), MOST_ITEMS)
    counts = range(min(len(ordered), MOST_ITEMS), 0, -1)
    return next((count for count in counts if _fits(ordered, occasion, Room(count))), 1)


def _entries(ordered: Sequence[Item], occasion: Occasion, detail: Detail = FULL) -> list[Entry]:
    return [Entry(_lines(one, occasion, detail), occasion.page(one), occasion.answers(one)) for one in ordered]


def _text_of(ordered: Sequence[Item], occasion: Occasion, room: Room) -> str:
    """Return the text with so many works, in as much detail as there is room for."""
    return fitting(_text_with(ordered, occasion, room, detail) for detail in DETAILS)


def _text_with(ordered: Sequence[Item], occasion: Occasion, room: Room, detail: Detail) -> str:
    week, found = _beside(ordered, occasion), _others(ordered, occasion, room.shown)
    left = len(found) - room.others + (0 if room.works else len(week))
    below = [other_works.named(found[: room.others], paged=occasion.mail).text, left_out(left)]
    if room.works:
        head = _head_of_rest(ordered, week)
        below.append((f"{head}\n" if head else "") + week_lines.text_of(week, occasion.board, room.works))
    below += [one.text for one in _also(ordered, occasion)]
    below.append(occasion.hint(ordered[: room.shown]))
    below += [f"{words}: {url}" if url else words for words, url in _foot(ordered, occasion)]
    return text_of(_greeting(ordered, occasion), _entries(ordered[: room.shown], occasion, detail), below)


def _also(ordered: Sequence[Item], occasion: Occasion) -> tuple[NamedList, ...]:
    """Return what else a message tells besides works that are due, each kind under its own sentence."""
    return (
        returned.named(_returned(ordered, occasion), occasion.proving),
        alarm_letter.named(occasion.alarms, occasion.link),
        rechecks.named(occasion.week.again if occasion.week else (), occasion.board),
        unanswered.named(occasion.unanswered, occasion.answering),
        proofs.named(occasion.unseen, occasion.proofs),
    )


def _head_of_rest(ordered: Sequence[Item], week: Sequence[Watched]) -> str:
    """Return the sentence over the works of the week behind those told one by one; empty where it says nothing."""
    return REST_OF_WEEK if ordered and any(not one.ahead for one in week) else ""


def _html(ordered: Sequence[Item], occasion: Occasion) -> str:
    beside = _beside(ordered, occasion)
    found = _others(ordered, occasion, MOST_ITEMS)
    below = [
        other_works.named(found[: other_works.MOST_LISTED]).html,
        paragraph(left_out(len(found) - other_works.MOST_LISTED)),
        paragraph(_head_of_rest(ordered, beside)),
        week_lines.html_of(beside, occasion.board),
        *(one.html for one in _also(ordered, occasion)),
        *(paragraph(words, url) for words, url in _foot(ordered, occasion)),
    ]
    return html_of(_greeting(ordered, occasion), _entries(ordered[:MOST_ITEMS], occasion), "".join(below))
