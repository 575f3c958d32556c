"""Pure: works people say are not theirs → one message to who looks after the plan: who, which, why."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.hand_ins import acted_on
from tracker.reminders.digest import MOST_ITEMS
from tracker.reminders.letter_form import Entry
from tracker.reminders.letter_sections import Section
from tracker.reminders.occasions import Occasion
from tracker.reminders.reasons import Reason
from tracker.reminders.sift import Case, Item, item
from tracker.reminders.stages import DECLINED
from tracker.reminders.wording import begun, deadline, from_plan, short
from tracker.store.declines import Decline
from tracker.store.ledger import Reminder
from tracker.store.letters import Kind

STAYS = "Việc vẫn đứng tên người báo cho đến khi thầy/cô giao cho người khác hoặc trả lời."
BY_LINK = "Giao lại hay trả lời: bấm vào từng việc ở trên, không cần đăng nhập."
SIGNED_IN = "Xin trả lời ở trang Xin gia hạn"


@dataclass(frozen=True, slots=True)
class Declined:
    """What someone told of a work that is not theirs, by their name, and that work."""

    item: Item
    decline: Decline
    who: str


def decline_of(stage: str) -> int:
    """Return the number of what a stage tells of."""
    return int(stage.removeprefix(DECLINED))


def declined(case: Case, row: Reminder, decline: Decline, who: str) -> Declined:
    """Return what one of them says."""
    return Declined(item(case, row, row.planned.stage, Reason.WORK_DECLINED, Kind.DECLINED), decline, who)


def section_of(told: Sequence[Declined], occasion: Occasion) -> Section:
    """Return the section of a message about some works, in the order they were told."""
    opening = f"có {len(told)} việc được báo là không phải của người đang đứng tên:"
    full, lean = (
        [
            Entry(_lines(one, occasion, rich=rich), occasion.handing(one.decline.id) or occasion.page(one.item))
            for one in told[:MOST_ITEMS]
        ]
        for rich in (True, False)
    )
    left, page = len(told) - MOST_ITEMS, occasion.requests_page()
    signed = bool(occasion.handing(told[0].decline.id))
    said = [(f"và {left} việc khác.", "")] if left > 0 else []
    said += [(STAYS, ""), *([(BY_LINK, "")] if signed else [])]
    if not signed or left > 0:
        said.append((SIGNED_IN if page else f"{SIGNED_IN}.", page))
    items = [one.item for one in told[:MOST_ITEMS]]
    return Section(
        items[0], _subject(told), opening, full, lean, items, said, asks=False, brief=f"{len(told)} lời báo giao nhầm"
    )


def _subject(told: Sequence[Declined]) -> str:
    if len(told) > 1:
        return f"Có {len(told)} việc được báo là giao nhầm người"
    return f"Báo giao nhầm người: {short(told[0].item.task.task.title)} – {told[0].who}"


def _lines(one: Declined, occasion: Occasion, *, rich: bool) -> tuple[str, ...]:
    task = one.item.task.task
    now = deadline(task, occasion.left(acted_on(task)), quoted=rich)
    found = (
        short(task.title),
        f"{one.who} báo đây không phải việc của mình. Hạn đang có: {now}",
        f"Lý do: {short(one.decline.reason)}" if one.decline.reason else "",
        begun(from_plan(one.item, by_number=not rich)),
    )
    return tuple(line for line in found if line)
