"""Pure: requests for more time that wait → one message to who looks after the plan: who asks, until when, why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from tracker.hand_ins import acted_on
from tracker.reminders.digest import MOST_ITEMS
from tracker.reminders.letter_form import Entry
from tracker.reminders.letter_sections import Section
from tracker.reminders.occasions import Occasion
from tracker.reminders.reasons import Reason
from tracker.reminders.sift import Case, Item, item
from tracker.reminders.wording import begun, deadline, from_plan, short, whose
from tracker.spoken import day_words
from tracker.store.extensions import Extension
from tracker.store.ledger import Reminder
from tracker.store.letters import Kind

BY_LINK = "Đồng ý, chọn ngày khác hay không đồng ý: bấm vào từng đề nghị ở trên, không cần đăng nhập."
ANSWER = "Đồng ý hay không, xin trả lời ở trang Xin gia hạn"


@dataclass(frozen=True, slots=True)
class Requested:
    """A request that waits for its answer, by name of who asks, and the task it is about.

    `instead_of` are the days asked for before, whose place it takes.
    """

    item: Item
    extension: Extension
    who: str
    instead_of: tuple[date, ...] = ()


def requested(case: Case, row: Reminder, extension: Extension, who: str) -> Requested:
    """Return what one request says."""
    return Requested(item(case, row, row.planned.stage, Reason.EXTENSION_ASKED, Kind.REQUEST), extension, who)


def section_of(told: Sequence[Requested], occasion: Occasion) -> Section:
    """Return the section of a message about some requests, in the order they were made."""
    opening = f"có {len(told)} đề nghị gia hạn chờ thầy/cô trả lời:"
    full, lean = (
        [
            Entry(_lines(one, occasion, rich=rich), occasion.granting(one.extension.id) or occasion.page(one.item))
            for one in told[:MOST_ITEMS]
        ]
        for rich in (True, False)
    )
    left, page = len(told) - MOST_ITEMS, occasion.requests_page()
    signed = bool(occasion.granting(told[0].extension.id))  # the page of one leads to the others that wait
    more = [(f"và {left} đề nghị khác.", "")] if left > 0 else []
    said = [*more, ("Hạn chỉ đổi khi có người quản lý kế hoạch đồng ý.", "")]
    said.append((BY_LINK, "") if signed else (ANSWER if page else f"{ANSWER}.", page))
    items = [one.item for one in told[:MOST_ITEMS]]
    return Section(
        items[0], _subject(told), opening, full, lean, items, said, asks=False, brief=f"{len(told)} đề nghị gia hạn"
    )


def _subject(told: Sequence[Requested]) -> str:
    if len(told) > 1:
        return f"Có {len(told)} đề nghị gia hạn chờ trả lời"
    one = told[0]
    return f"Xin gia hạn: {short(one.item.task.task.title)} – {one.who} xin đến {day_words(one.extension.day)}"


def _lines(one: Requested, occasion: Occasion, *, rich: bool) -> tuple[str, ...]:
    """Return the title, who asks for which day, the deadline in force, why, and the plan."""
    task = one.item.task.task
    now = deadline(task, occasion.left(acted_on(task)), quoted=rich)
    found = (
        short(task.title),
        f"{one.who} xin gia hạn đến {day_words(one.extension.day)}{_instead(one)}. Hạn đang có: {now}",
        whose(task),
        f"Lý do: {short(one.extension.reason)}" if one.extension.reason else "",
        begun(from_plan(one.item, by_number=not rich)),
    )
    return tuple(line for line in found if line)


def _instead(one: Requested) -> str:
    """Return whose place a request takes: “, thay cho đề nghị đến 26/11/2026”; empty for a first one."""
    days = dict.fromkeys(f"{day.day}/{day.month}/{day.year}" for day in one.instead_of)
    return f", thay cho đề nghị đến {' và '.join(days)}" if days else ""
