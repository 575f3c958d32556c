"""Pure: the tasks a person must hear of today → one message, most urgent first, short enough for a phone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from html import escape

from tracker.answers.links import AnswerLinks, TaskLinks, answer_links
from tracker.reminders.reasons import Reason
from tracker.reminders.sift import OVERDUE, Item
from tracker.reminders.week import SAID, Watched, Week
from tracker.reminders.wording import PARTS, short
from tracker.spoken import day_words, due_words, left_words
from tracker.store.letters import Letter
from tracker.store.records import Part

MOST_ITEMS = 8
LONGEST_TEXT = 1900
"""Zalo takes 2,000 characters a message (Bot and OA documentation); a reminder should not need two."""

WEEK = "week"
REPEATED = "Gửi lại sau sự cố"
ASK_MANAGER = "Muốn xem cả bảng việc, xin hỏi người quản lý kế hoạch của trường."
"""For those who watch over works but have neither sign-in nor link: the board would shut the door on them."""

REST_OF_WEEK = "Việc khác quá hạn hoặc đến hạn trong tuần:"
BOARD = "Xem bảng việc của trường"
MOST_LISTED = 40
"""In a letter, where length is no matter: more than that is no list any more but the board."""

CHAT_HINT = "Nhắn lại “xong 1”, “nhận 1”, “mai nhắc 1”, “xin đến …”, hoặc “trợ giúp”."


@dataclass(frozen=True, slots=True)
class Occasion:
    """Who is told on which day, from which pages, with which week, and whether they may have this message already.

    `links` signs the answers a message carries, `chat` tells that plain words are an answer too. Only who `signs_in`
    is sent to pages that ask for it; who `oversees` gets a signed link to the board of the committee. `said` is what
    was told of why works are not done, for those who watch over them.
    """

    name: str
    today: date
    base_url: str = ""
    repeated: bool = False
    week: Week | None = None
    person_id: int = 0
    links: AnswerLinks | None = None
    chat: bool = False
    signs_in: bool = False
    oversees: bool = False
    said: Mapping[str, str] = field(default_factory=dict)

    def answers(self, item: Item) -> TaskLinks | None:
        """Return the links by which the reader answers about a task; none for those who only watch it."""
        if item.part is Part.WATCHER:
            return None
        return answer_links(self.links, item.task.id, self.person_id, self.today)

    def link(self, path: str) -> str:
        """Return the address of a page for who may sign in, empty for others and without a base address."""
        return f"{self.base_url.rstrip('/')}{path}" if self.base_url and self.signs_in else ""

    def page(self, item: Item) -> str:
        """Return the page on which the reader sees a task: their answers, or the board's for overseers; or none."""
        answers = self.answers(item)
        return answers.page if answers else self.board(item.task.id)

    def board(self, task_id: str = "") -> str:
        """Return the address of the board, or of one work on it, for those who oversee; empty for others."""
        if self.oversees and self.links:
            return self.links.watch(self.person_id, self.today, task_id) or ""
        return self.link(f"/viec/{task_id}" if task_id else "/")

    def own_works(self) -> str:
        """Return the address of the page of the reader's own open works, empty without a base address."""
        return (self.links.own(self.person_id, self.today) or "") if self.links else ""


def urgency(item: Item) -> tuple[bool, date, str]:
    """Return what items are sorted by: overdue first, then the last day to act."""
    due = item.task.task.due
    return item.stage != OVERDUE, due.remind_by or due.day or date.max, item.task.id


def compose(items: Sequence[Item], occasion: Occasion) -> Letter:
    """Return the words of one message about some tasks, or the week, or both."""
    first = min(items, key=urgency, default=None)
    ordered = _apart(items, occasion)
    return Letter(
        stage=first.stage if first else WEEK,
        reason=(first.reason if first else Reason.WEEK_SUMMARY).value,
        subject=_subject(ordered, occasion),
        text=_text(ordered, occasion),
        html=_html(ordered, occasion),
    )


def _apart(items: Sequence[Item], occasion: Occasion) -> list[Item]:
    """Return the tasks told one by one, most urgent first: those only watched stand in the week where it lists them.

    So the week stays one list, the longest late first.
    """
    listed = {one.task_id for one in occasion.week.works} if occasion.week else set()
    return sorted((one for one in items if one.part is not Part.WATCHER or one.task.id not in listed), key=urgency)


def _subject(ordered: Sequence[Item], occasion: Occasion) -> str:
    mark = f"[{REPEATED}] " if occasion.repeated else ""
    if occasion.week:
        return f"{mark}{occasion.week.subject}"
    first = ordered[0].task.task
    if len(ordered) == 1:
        aim = "Nhận việc" if ordered[0].led_before else "Nhắc việc"
        return f"{mark}{aim}: {short(first.title)} – {left_words(first.due, occasion.today)}"
    overdue = sum(item.stage == OVERDUE for item in ordered)
    counts = (f"{overdue} việc quá hạn" if overdue else "", f"{len(ordered) - overdue} việc sắp đến hạn")
    told = ", ".join(count for count in counts if count and not count.startswith("0 "))
    return f"{mark}Nhắc việc {day_words(occasion.today)}: {told}"


def _lines(item: Item, occasion: Occasion) -> tuple[str, ...]:
    """Return title, deadline and source of one task; for who watches it also what was said of it."""
    task = item.task.task
    said = occasion.said.get(item.task.id, "") if item.part is Part.WATCHER else ""
    source = f"theo kế hoạch số {item.plan_number}" if item.plan_number else "theo kế hoạch của trường"
    if task.citation:
        source = f"theo {task.citation}"
    return (
        short(task.title),
        f"Hạn: {due_words(task.due)} – {left_words(task.due, occasion.today)}",
        f"{_role(item)}; {source}",
        *([f"Việc này trước do {', '.join(item.led_before)} phụ trách, nay giao cho bạn."] if item.led_before else []),
        *([f"{SAID}: {short(said)}"] if said else []),
    )


def _role(item: Item) -> str:
    """Return what the reader has to do with a task, and with whom."""
    if item.ownerless:
        return "Chưa có người phụ trách: nhờ giao cho người làm"
    leads = ", ".join(item.leads) or "chưa có người chủ trì"
    if item.part is Part.WATCHER:
        return f"Để theo dõi: {leads}"
    return f"Vai trò: {PARTS[item.part]}" + (f" với {leads}" if item.part is Part.HELPER and item.leads else "")


def _greeting(ordered: Sequence[Item], occasion: Occasion) -> tuple[str, ...]:
    again = (f"({REPEATED}: có thể tin này đã tới một lần.)",) if occasion.repeated else ()
    aim = "cần nhớ" if any(item.part is not Part.WATCHER for item in ordered) else "cần theo dõi"
    works = f"có {len(ordered)} việc {aim} ({day_words(occasion.today)}):" if ordered else ""
    if occasion.week is None:
        return (*again, f"Kính gửi {occasion.name}, {works}")
    counted = (works[:1].upper() + works[1:],) if works else ()
    return (*again, f"Kính gửi {occasion.name},", f"{occasion.week.subject}.", *counted)


def _more(left: int) -> str:
    return f"và {left} việc khác." if left > 0 else ""


def _week_lines(works: Sequence[Watched], occasion: Occasion, shown: int) -> str:
    """Return a line for each of the first works of the week with its address, and how many more there are."""
    lines = ["\n   ".join(filter(None, [f"- {one.words}", occasion.board(one.task_id)])) for one in works[:shown]]
    return "\n".join(filter(None, [*lines, _more(len(works) - shown)]))


def _foot(ordered: Sequence[Item], occasion: Occasion) -> tuple[tuple[str, str], ...]:
    """Return where the reader sees more (words, address); no address where only words help."""
    board = occasion.board()
    if occasion.signs_in:
        return (("Xem tất cả", board),) if board else ()
    found = [(BOARD, board)] if board else []
    if any(item.part is not Part.WATCHER for item in ordered) and (own := occasion.own_works()):
        found.append(("Xem mọi việc của bạn", own))
    if not board and (occasion.week or any(item.part is Part.WATCHER for item in ordered)):
        found.append((ASK_MANAGER, ""))
    return tuple(found)


def numbered(items: Sequence[Item], occasion: Occasion) -> tuple[str, ...]:
    """Return the ids of the tasks a message numbers, in the order of their numbers."""
    ordered = _apart(items, occasion)
    return tuple(item.task.id for item in ordered[: _shown(ordered, occasion)])


def _text(ordered: Sequence[Item], occasion: Occasion) -> str:
    shown, works = _shown(ordered, occasion), _beside(ordered, occasion)
    counts = range(len(works), 0, -1)
    fitting = (text for count in counts if len(text := _text_of(ordered, occasion, shown, count)) <= LONGEST_TEXT)
    return next(fitting, _text_of(ordered, occasion, shown))


def _beside(ordered: Sequence[Item], occasion: Occasion) -> tuple[Watched, ...]:
    """Return the works of the week that are not told of as reminders already."""
    told = {item.task.id for item in ordered}
    return tuple(one for one in occasion.week.works if one.task_id not in told) if occasion.week else ()


def _shown(ordered: Sequence[Item], occasion: Occasion) -> int:
    """Return how many tasks fit one message, at least one."""
    counts = range(min(len(ordered), MOST_ITEMS), 0, -1)
    return next((count for count in counts if len(_text_of(ordered, occasion, count)) <= LONGEST_TEXT), 1)


def _text_of(ordered: Sequence[Item], occasion: Occasion, shown: int, works: int = 0) -> str:
    parts = ["\n".join(_greeting(ordered, occasion))]
    for number, item in enumerate(ordered[:shown], 1):
        title, *rest = _lines(item, occasion)
        link = occasion.page(item)
        parts.append("\n   ".join([f"{number}. {title}", *rest, *([link] if link else [])]))
    week = _beside(ordered, occasion)
    if more := _more(len(ordered) - shown + (0 if works else len(week))):
        parts.append(more)
    if works:
        parts.append((f"{REST_OF_WEEK}\n" if ordered else "") + _week_lines(week, occasion, works))
    if occasion.chat and any(item.part is not Part.WATCHER for item in ordered):
        parts.append(CHAT_HINT)
    parts += [f"{words}: {url}" if url else words for words, url in _foot(ordered, occasion)]
    return "\n\n".join(parts) + "\n"


def _html(ordered: Sequence[Item], occasion: Occasion) -> str:
    rows = []
    for item in ordered[:MOST_ITEMS]:
        title, *rest = map(escape, _lines(item, occasion))
        link = occasion.page(item)
        head = f'<a href="{escape(link)}">{title}</a>' if link else title
        rows.append(f"<li><p><strong>{head}</strong><br>{'<br>'.join(rest)}</p>{buttons(occasion.answers(item))}</li>")
    tasks = f"<ol>{''.join(rows)}</ol>" if rows else ""
    hello = "".join(f"<p>{escape(line)}</p>" for line in _greeting(ordered, occasion))
    left = _more(len(ordered) - MOST_ITEMS)
    more = f"<p>{escape(left)}</p>" if left else ""
    week = _week_html(_beside(ordered, occasion), occasion)
    week = f"<p>{REST_OF_WEEK}</p>{week}" if week and ordered else week
    foot = "".join(
        f'<p><a href="{escape(url)}">{words}</a></p>' if url else f"<p>{words}</p>"
        for words, url in _foot(ordered, occasion)
    )
    return f'<!DOCTYPE html><html lang="vi"><body>{hello}{tasks}{more}{week}{foot}</body></html>'


def _week_html(works: Sequence[Watched], occasion: Occasion) -> str:
    rows = []
    for one in works[:MOST_LISTED]:
        title, link = escape(one.title), occasion.board(one.task_id)
        head = f'<a href="{escape(link)}">{title}</a>' if link else title
        rows.append(f"<li><strong>{head}</strong>{escape(one.words.removeprefix(one.title))}</li>")
    left = _more(len(works) - MOST_LISTED)
    return (f"<ul>{''.join(rows)}</ul>" if rows else "") + (f"<p>{left}</p>" if left else "")


def buttons(answers: TaskLinks | None) -> str:
    """Return the answers as links that look like buttons; each opens a page, none acts by being opened."""
    look = "display:inline-block;margin:0 8px 8px 0;padding:8px 12px;border:1px solid #0f5f5c;border-radius:8px"
    found = answers.buttons if answers else ()
    links = "".join(f'<a style="{look}" href="{escape(url)}">{escape(words)}</a>' for words, url in found)
    return f"<p>{links}</p>" if links else ""


def warn(sentences: Sequence[str], occasion: Occasion) -> Letter:
    """Return the words that tell a manager what keeps messages from arriving."""
    text = "\n".join(
        [f"Kính gửi {occasion.name}, việc gửi tin nhắc cần được xem lại:", *(f"- {one}" for one in sentences)]
    )
    html = "".join(f"<p>{escape(line)}</p>" for line in text.splitlines())
    return Letter(
        stage="alarm",
        reason=Reason.ALARM.value,
        subject=f"Gửi tin nhắc gặp trục trặc: {len(sentences)} điểm cần xem",
        text=f"{text}\n",
        html=f'<!DOCTYPE html><html lang="vi"><body>{html}</body></html>',
    )
