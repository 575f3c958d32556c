"""Pure: the tasks a person must hear of today → one message, most urgent first, short enough for a phone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from tracker.reminders.reasons import Reason
from tracker.reminders.sift import OVERDUE, Item
from tracker.reminders.week import Week
from tracker.reminders.wording import PARTS, day_words, due_words, left_words, short
from tracker.store.letters import Letter
from tracker.store.records import Part

MOST_ITEMS = 8
LONGEST_TEXT = 1900
"""Zalo takes 2,000 characters a message (Bot and OA documentation); a reminder should not need two."""

WEEK = "week"
REPEATED = "Gửi lại sau sự cố"


@dataclass(frozen=True, slots=True)
class Occasion:
    """Who is told on which day, from which pages, with which week, and whether they may have this message already."""

    name: str
    today: date
    base_url: str = ""
    repeated: bool = False
    week: Week | None = None

    def link(self, path: str) -> str:
        """Return the address of a page, empty when no base address is configured."""
        return f"{self.base_url.rstrip('/')}{path}" if self.base_url else ""


def urgency(item: Item) -> tuple[bool, date, str]:
    """Return what items are sorted by: overdue first, then the last day to act."""
    due = item.task.task.due
    return item.stage != OVERDUE, due.remind_by or due.day or date.max, item.task.id


def compose(items: Sequence[Item], occasion: Occasion) -> Letter:
    """Return the words of one message about some tasks, or the week, or both."""
    ordered = sorted(items, key=urgency)
    return Letter(
        stage=ordered[0].stage if ordered else WEEK,
        reason=(ordered[0].reason if ordered else Reason.WEEK_SUMMARY).value,
        subject=_subject(ordered, occasion),
        text=_text(ordered, occasion),
        html=_html(ordered, occasion),
    )


def _subject(ordered: Sequence[Item], occasion: Occasion) -> str:
    mark = f"[{REPEATED}] " if occasion.repeated else ""
    if occasion.week:
        return f"{mark}{occasion.week.words}"
    first = ordered[0].task.task
    if len(ordered) == 1:
        return f"{mark}Nhắc việc: {short(first.title)} – {left_words(first.due, occasion.today)}"
    overdue = sum(item.stage == OVERDUE for item in ordered)
    counts = (f"{overdue} việc quá hạn" if overdue else "", f"{len(ordered) - overdue} việc sắp đến hạn")
    told = ", ".join(count for count in counts if count and not count.startswith("0 "))
    return f"{mark}Nhắc việc {day_words(occasion.today)}: {told}"


def _lines(item: Item, occasion: Occasion) -> tuple[str, ...]:
    """Return title, deadline and source of one task."""
    task = item.task.task
    source = f"theo kế hoạch số {item.plan_number}" if item.plan_number else "theo kế hoạch của trường"
    if task.citation:
        source = f"theo {task.citation}"
    return (
        short(task.title),
        f"Hạn: {due_words(task.due)} – {left_words(task.due, occasion.today)}",
        f"{_role(item)}; {source}",
    )


def _role(item: Item) -> str:
    """Return what the reader has to do with a task, and with whom."""
    if item.ownerless:
        return "Chưa có người nhận việc: nhờ giao cho người làm"
    leads = ", ".join(item.leads) or "chưa có người chủ trì"
    if item.part is Part.WATCHER:
        return f"Để theo dõi: {leads}"
    return f"Vai trò: {PARTS[item.part]}" + (f" với {leads}" if item.part is Part.HELPER and item.leads else "")


def _greeting(ordered: Sequence[Item], occasion: Occasion) -> tuple[str, ...]:
    lines = [f"({REPEATED}: có thể tin này đã tới một lần.)"] if occasion.repeated else []
    if occasion.week:
        lines.append(f"{occasion.week.words}.")
    if ordered:
        doing = any(item.part is not Part.WATCHER for item in ordered)
        aim = "cần nhớ" if doing else "cần theo dõi"
        lines.append(f"Kính gửi {occasion.name}, có {len(ordered)} việc {aim} ({day_words(occasion.today)}):")
    return tuple(lines)


def _more(ordered: Sequence[Item], shown: int) -> str:
    left = len(ordered) - shown
    return f"và {left} việc khác." if left > 0 else ""


def _text(ordered: Sequence[Item], occasion: Occasion) -> str:
    """Return the text with as many tasks as fit one message, at least one."""
    texts = (_text_of(ordered, occasion, shown) for shown in range(min(len(ordered), MOST_ITEMS), 0, -1))
    return next((text for text in texts if len(text) <= LONGEST_TEXT), None) or _text_of(ordered, occasion, 1)


def _text_of(ordered: Sequence[Item], occasion: Occasion, shown: int) -> str:
    parts = ["\n".join(_greeting(ordered, occasion))]
    for number, item in enumerate(ordered[:shown], 1):
        title, *rest = _lines(item, occasion)
        link = occasion.link(f"/viec/{item.task.id}")
        parts.append("\n   ".join([f"{number}. {title}", *rest, *([link] if link else [])]))
    if more := _more(ordered, shown):
        parts.append(more)
    if board := occasion.link("/"):
        parts.append(f"Xem tất cả: {board}")
    return "\n\n".join(parts) + "\n"


def _html(ordered: Sequence[Item], occasion: Occasion) -> str:
    rows = []
    for item in ordered[:MOST_ITEMS]:
        title, *rest = map(escape, _lines(item, occasion))
        link = occasion.link(f"/viec/{item.task.id}")
        head = f'<a href="{escape(link)}">{title}</a>' if link else title
        rows.append(f"<li><p><strong>{head}</strong><br>{'<br>'.join(rest)}</p></li>")
    tasks = f"<ol>{''.join(rows)}</ol>" if rows else ""
    hello = "".join(f"<p>{escape(line)}</p>" for line in _greeting(ordered, occasion))
    left = _more(ordered, MOST_ITEMS)
    more = f"<p>{escape(left)}</p>" if left else ""
    board = occasion.link("/")
    foot = f'<p><a href="{escape(board)}">Xem tất cả</a></p>' if board else ""
    return f'<!DOCTYPE html><html lang="vi"><body>{hello}{tasks}{more}{foot}</body></html>'


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
