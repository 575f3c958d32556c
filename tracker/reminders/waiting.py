"""Pure: works that wait for others, or do no more → one message to who does them: for whom and until when."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from tracker.hand_ins import acted_on, left_of
from tracker.reminders.changes import MACHINES
from tracker.reminders.letter_form import Entry
from tracker.reminders.letter_sections import Section
from tracker.reminders.occasions import Occasion
from tracker.reminders.reasons import Reason
from tracker.reminders.sift import Case, Item, item
from tracker.reminders.stages import GOES_ON, WAITS, is_wait_over
from tracker.reminders.wording import begun, deadline, from_plan, short
from tracker.spoken import day_words, due_words
from tracker.store.ledger import Reminder
from tracker.store.letters import Kind
from tracker.store.pauses import Pause, PauseKind, Wait


@dataclass(frozen=True, slots=True)
class Waiting:
    """A work that waits for others, or does no more, and the wait; `moved` since its reader heard of its deadline.

    That is told by itself, with who moved it and why: here the deadline is left out then.
    """

    item: Item
    wait: Wait
    moved: bool = False

    @property
    def over(self) -> bool:
        """Whether the wait is over."""
        return is_wait_over(self.item.stage)


def wait_of(stage: str) -> int:
    """Return the number of the wait a stage tells of."""
    return int(stage.removeprefix(GOES_ON).removeprefix(WAITS))


def waiting(case: Case, row: Reminder, wait: Wait, *, moved: bool = False) -> Waiting:
    """Return what is told of one wait as it begins or ends; `moved` says that its reader heard of another deadline."""
    reason = Reason.WORK_GOES_ON if is_wait_over(row.planned.stage) else Reason.WORK_WAITS
    return Waiting(item(case, row, row.planned.stage, reason, Kind.HOLD), wait, moved)


def section_of(told: Sequence[Waiting], occasion: Occasion) -> Section:
    """Return the section of a message about some works, in the order in which their waits began or ended."""
    full, lean = (
        [Entry(_lines(one, occasion, rich=rich), occasion.page(one.item), occasion.answers(one.item)) for one in told]
        for rich in (True, False)
    )
    items = [one.item for one in told]
    return Section(items[0], _subject(told, occasion), _greeting(told), full, lean, items, brief=_counts(told))


def awaited_words(pauses: Iterable[Pause], today: date) -> str:
    """Return for whom a work waits and until when, of its rests; empty where it waits for nobody today."""
    waits = (one for one in pauses if one.kind is PauseKind.WAITING and one.covers(today))
    return next(map(_awaited, waits), "")


def _awaited(pause: Pause) -> str:
    return pause.note + (f" đến hết {day_words(pause.until)}" if pause.until else "")


def _greeting(told: Sequence[Waiting]) -> str:
    over = {one.over for one in told}
    if len(over) > 1:
        return "có thay đổi ở việc chờ bên khác:"
    return (
        "việc của thầy/cô đã hết chờ, lại được nhắc:"
        if over.pop()
        else "việc của thầy/cô đang chờ bên khác, tạm ngừng nhắc:"
    )


def _counts(told: Sequence[Waiting]) -> str:
    over = sum(one.over for one in told)
    counts = ((len(told) - over, "việc tạm ngừng nhắc"), (over, "việc hết chờ"))
    return ", ".join(f"{count} {words}" for count, words in counts if count)


def _subject(told: Sequence[Waiting], occasion: Occasion) -> str:
    if len(told) > 1:
        return f"Việc chờ bên khác: {_counts(told)}"
    one, due = told[0], told[0].item.task.task.due
    title = short(one.item.task.task.title)
    if one.over:
        left = "" if one.moved else left_of(one.item.task.task, occasion.today) or due_words(due)
        return " – ".join(filter(None, [f"Hết chờ: {title}", left]))
    return f"Tạm ngừng nhắc: {title} – chờ {short(one.wait.pause.note)}"


def _lines(one: Waiting, occasion: Occasion, *, rich: bool) -> tuple[str, ...]:
    """Return the title, for whom it waits until when or no more, the deadline, and who said so."""
    task, pause = one.item.task.task, one.wait.pause
    stays = deadline(task, occasion.left(acted_on(task)), quoted=rich)
    waits = f"Đang chờ {_awaited(pause)}. Trong lúc chờ việc này không được nhắc."
    news = f"Không còn chờ {pause.note}. Việc này lại được nhắc như thường." if one.over else waits
    signed = "" if one.over or one.wait.who.startswith(MACHINES) else f"Người ghi: {one.wait.who}"
    found = (
        short(task.title),
        news if one.moved else f"{news} Hạn không đổi: {stays}",
        signed,
        begun(from_plan(one.item, by_number=not rich)),
    )
    return tuple(line for line in found if line)
