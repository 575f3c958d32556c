"""Pure: requests for more time that wait → one message to who looks after the plan: who asks, until when, why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from tracker.reminders.digest import MOST_ITEMS, REPEATED, Occasion
from tracker.reminders.reasons import Reason
from tracker.reminders.sift import Case, Item, item
from tracker.reminders.wording import short
from tracker.spoken import day_words, due_words, left_words
from tracker.store.extensions import Extension
from tracker.store.ledger import Reminder
from tracker.store.letters import Kind, Letter
from tracker.store.people import is_preview

PAGE = "/gia-han"
ANSWER = "Đồng ý hay không, xin trả lời ở trang Xin gia hạn"


@dataclass(frozen=True, slots=True)
class Requested:
    """A request that waits for its answer, by name of who asks, and the task it is about."""

    item: Item
    extension: Extension
    who: str


def requested(case: Case, row: Reminder, extension: Extension, who: str) -> Requested:
    """Return what one request says."""
    return Requested(item(case, row, row.planned.stage, Reason.EXTENSION_ASKED, Kind.DECISION), extension, who)


def known(row: Reminder, told: Sequence[Reminder]) -> bool:
    """Whether a request is part of a message already, by another address or deadline; one only previewed is not."""
    preview = is_preview(row.planned.address)
    return any(one.planned.stage == row.planned.stage and preview >= is_preview(one.planned.address) for one in told)


def letter_of(told: Sequence[Requested], occasion: Occasion) -> Letter:
    """Return the words of one message about some requests, in the order they were made."""
    return Letter(
        stage=told[0].item.stage,
        reason=told[0].item.reason.value,
        subject=_subject(told, occasion),
        text=_text(told, occasion),
        html=_html(told, occasion),
    )


def _subject(told: Sequence[Requested], occasion: Occasion) -> str:
    mark = f"[{REPEATED}] " if occasion.repeated else ""
    if len(told) > 1:
        return f"{mark}Có {len(told)} đề nghị gia hạn chờ trả lời"
    one = told[0]
    return f"{mark}Xin gia hạn: {short(one.item.task.task.title)} – {one.who} xin đến {day_words(one.extension.day)}"


def _lines(one: Requested, occasion: Occasion) -> tuple[str, ...]:
    """Return the title, who asks for which day, the deadline in force, why, and the plan."""
    due, plan = one.item.task.task.due, one.item.plan_number
    left = left_words(due, occasion.today)
    found = (
        short(one.item.task.task.title),
        f"{one.who} xin gia hạn đến {day_words(one.extension.day)}. Hạn đang có: {due_words(due)}"
        + (f" – {left}" if left else ""),
        f"Lý do: {short(one.extension.reason)}" if one.extension.reason else "",
        f"Theo kế hoạch số {plan}" if plan else "",
    )
    return tuple(line for line in found if line)


def _greeting(told: Sequence[Requested], occasion: Occasion) -> tuple[str, ...]:
    again = (f"({REPEATED}: có thể tin này đã tới một lần.)",) if occasion.repeated else ()
    return (*again, f"Kính gửi {occasion.name}, có {len(told)} đề nghị gia hạn chờ bạn trả lời:")


def _foot(told: Sequence[Requested]) -> tuple[str, ...]:
    left = len(told) - MOST_ITEMS
    return (*([f"và {left} đề nghị khác."] if left > 0 else []), "Hạn chỉ đổi khi bạn đồng ý.")


def _text(told: Sequence[Requested], occasion: Occasion) -> str:
    parts = ["\n".join(_greeting(told, occasion))]
    for number, one in enumerate(told[:MOST_ITEMS], 1):
        title, *rest = _lines(one, occasion)
        parts.append("\n   ".join([f"{number}. {title}", *rest]))
    page = occasion.link(PAGE)
    return "\n\n".join([*parts, *_foot(told), f"{ANSWER}{f': {page}' if page else '.'}"]) + "\n"


def _html(told: Sequence[Requested], occasion: Occasion) -> str:
    rows = []
    for one in told[:MOST_ITEMS]:
        title, *rest = map(escape, _lines(one, occasion))
        link = occasion.page(one.item)
        head = f'<a href="{escape(link)}">{title}</a>' if link else title
        rows.append(f"<li><p><strong>{head}</strong><br>{'<br>'.join(rest)}</p></li>")
    said = "".join(f"<p>{escape(line)}</p>" for line in _foot(told))
    page = occasion.link(PAGE)
    answer = f'<p><a href="{escape(page)}">{ANSWER}</a></p>' if page else f"<p>{ANSWER}.</p>"
    hello = "".join(f"<p>{escape(line)}</p>" for line in _greeting(told, occasion))
    return f'<!DOCTYPE html><html lang="vi"><body>{hello}<ol>{"".join(rows)}</ol>{said}{answer}</body></html>'
