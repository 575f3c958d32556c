"""Pure: works that are no longer what their reader heard → one message: what was, what is, who changed it and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tracker.hand_ins import acted_on
from tracker.moving import dropped_words
from tracker.reminders.changes import OUT, Cause
from tracker.reminders.digest import BOARD, urgency
from tracker.reminders.letter_form import Entry, fitting, html_of, paragraph, text_of
from tracker.reminders.occasions import Occasion
from tracker.reminders.reasons import Reason
from tracker.reminders.sift import Item
from tracker.reminders.wording import begun, deadline, from_plan, short, whose
from tracker.review.leaving import is_joined, lives_on
from tracker.spoken import day_words, due_words
from tracker.store.letters import Letter
from tracker.store.records import Part

MOST_NAMED = 40
"""Of a whole plan taken back; nobody reads more, and Zalo takes it in three or four parts."""

COUNTED = {
    Reason.WORK_MOVED: "việc đổi hạn",
    Reason.WORK_BACK: "việc vẫn cần làm",
    Reason.WORK_GIVEN_AWAY: "việc chuyển người khác",
    Reason.WORK_DROPPED: "việc bỏ khỏi kế hoạch",
    Reason.PLAN_RECALLED: "việc thôi vì thu hồi kế hoạch",
}
BACK, JOINED = "việc lại có trong kế hoạch", "việc gộp vào việc khác"
SIGNED = {
    Reason.WORK_MOVED: "Người đổi",
    Reason.WORK_BACK: "Người đưa lại",
    Reason.WORK_GIVEN_AWAY: "Người chuyển",
    Reason.WORK_DROPPED: "Người bỏ",
    Reason.PLAN_RECALLED: "Người thu hồi",
}
BRIEF = 2
"""Lines of a work where a message is long: its title and its news."""

EVERYTHING = "Xem tất cả"
KEPT_BY_HAND = (
    "Lịch đăng ký tự bỏ việc đã chuyển; mục thầy/cô tự thêm vào lịch từ thư hay từ tệp thì còn lại, xin xóa tay."
)


@dataclass(frozen=True, slots=True)
class Changed:
    """One work that is no longer what its reader heard: as it stands, the deadline they heard, whose it is now, why.

    `was` is empty when nobody knows. `formerly` is the title they heard where it has another now, `awaited` for whom
    the work waits and until when.
    """

    item: Item
    was: str
    leads: tuple[str, ...]
    cause: Cause
    formerly: str = ""
    awaited: str = ""

    @property
    def watched(self) -> bool:
        """Whether the reader only watches over it: somebody else does it."""
        return self.item.part is Part.WATCHER and self.item.reason is not Reason.WORK_GIVEN_AWAY

    @property
    def out(self) -> bool:
        """Whether the work is nothing to the reader any more."""
        return self.item.reason in OUT


def ordered(told: Sequence[Changed]) -> tuple[Changed, ...]:
    """Return changes in the order of their numbers: what is still to do first, the most urgent before the others."""
    return tuple(sorted(told, key=lambda one: (one.out, urgency(one.item))))[:MOST_NAMED]


def letter_of(told: Sequence[Changed], occasion: Occasion, school: str) -> Letter:
    """Return the words of one message about some changes at a school."""
    first = ordered(told)[0].item
    return Letter(
        stage=first.stage,
        reason=first.reason.value,
        subject=occasion.subject(_subject(told)),
        text=_text(told, occasion, school),
        html=_html(told, occasion, school),
    )


def _subject(told: Sequence[Changed]) -> str:
    if len(told) > 1:
        kinds = Counter(map(_kind, told))
        counts = ", ".join(f"{kinds[words]} {words}" for words in (*COUNTED.values(), BACK, JOINED) if kinds[words])
        return f"Thay đổi ở việc đã báo thầy/cô: {counts}"
    one = told[0]
    title, due = short(one.item.task.task.title), due_words(one.item.task.task.due)
    title += f" (trước đây: {short(one.formerly)})" if one.formerly else ""
    over = "không phải theo dõi nữa" if one.watched else "không phải làm nữa"
    match one.item.reason:
        case Reason.WORK_MOVED:
            return f"Đổi hạn: {title} – hạn mới: {due}"
        case Reason.WORK_BACK:
            return f"{'Việc lại có trong kế hoạch' if one.watched else 'Vẫn cần làm'}: {title} – hạn: {due}"
        case Reason.WORK_GIVEN_AWAY:
            return f"Chuyển việc: {title} – {_whose(one)}"
        case Reason.PLAN_RECALLED:
            return f"Thu hồi kế hoạch: {title} – {over}"
    if one.item.task.one_time_dropped:
        return f"Bỏ một lần: {title} – lần {due}"
    if is_joined(one.cause.why):
        return f"Gộp việc: {title} – xem việc còn lại"
    by_hand = one.item.task.set_aside_at is not None
    return f"Bỏ việc: {title} – {over if by_hand else 'không còn trong kế hoạch'}"


def _kind(one: Changed) -> str:
    """Return how a work is counted among others."""
    if one.watched and one.item.reason is Reason.WORK_BACK:
        return BACK
    return JOINED if is_joined(one.cause.why) else COUNTED[one.item.reason]


def _whose(one: Changed) -> str:
    return f"nay do {', '.join(one.leads)} phụ trách" if one.leads else "nay không giao cho thầy/cô nữa"


def _news(one: Changed, occasion: Occasion, *, quoted: bool) -> str:
    """Return what was and what is, in one line."""
    was, task = one.was, one.item.task.task
    now = deadline(task, occasion.left(acted_on(task)), quoted=quoted)
    waits = f"Việc đang chờ {one.awaited}, chưa phải làm. " if one.awaited else ""
    if one.item.reason is Reason.WORK_MOVED:
        return waits + (f"Hạn cũ: {was}. " if was else "") + f"Hạn mới: {now}"
    if one.item.reason is Reason.WORK_BACK:
        anew = bool(was) and was != due_words(task.due)
        back = "Việc này nay lại có trong kế hoạch. " if waits or one.watched else "Việc này nay lại có, vẫn cần làm. "
        return back + waits + (f"Hạn cũ: {was}. Hạn mới: {now}" if anew else f"Hạn: {now}")
    said = f"Hạn đã báo: {was}. " if was else ""
    return f"{said}{_gone(one)}"


def _gone(one: Changed) -> str:
    if one.item.reason is Reason.WORK_GIVEN_AWAY:
        whose = _whose(one)
        return f"Việc này {whose}; thầy/cô không phải làm nữa."
    rest = "theo dõi" if one.item.part is Part.WATCHER else "làm"
    if one.item.reason is Reason.PLAN_RECALLED:
        plan = f"Kế hoạch số {one.item.plan_number}" if one.item.plan_number else "Kế hoạch"
        return f"{plan} đã thu hồi; thầy/cô không phải {rest} việc này nữa."
    if lives_on(one.cause.why):
        return f"Việc này {'nay ' if is_joined(one.cause.why) else ''}{one.cause.why}."
    over = f"{rest} lần này" if one.item.task.one_time_dropped else f"{rest} nữa"
    return f"{dropped_words(one.item.task)}; thầy/cô không phải {over}."


def _signed(cause: Cause, label: str) -> str:
    """Return who and why in one line: “Người đổi: Hiệu trưởng. Lý do: phòng lùi lịch.”; empty when neither is known."""
    who, why = cause.who.rstrip("."), cause.why.rstrip(".")
    parts = [f"{label}: {who}." if who else "", f"Lý do: {why}." if why else ""]
    return " ".join(filter(None, parts))


def _shared(told: Sequence[Changed]) -> str:
    """Return who and why where all changes have them in common, so that they are said once; else empty."""
    causes = {_unsaid(one) for one in told}
    return _signed(causes.pop(), "Người thay đổi") if len(causes) == 1 < len(told) else ""


def _unsaid(one: Changed) -> Cause:
    """Return who changed a work, and why where its news does not tell that already."""
    return replace(one.cause, why="") if lives_on(one.cause.why) else one.cause


def _lines(one: Changed, occasion: Occasion, *, signed: bool, rich: bool) -> tuple[str, ...]:
    """Return title, news, who changed it and why, and the plan it stands in; the plan's own words only where `rich`."""
    recalled = one.item.reason is Reason.PLAN_RECALLED
    found = (
        short(one.item.task.task.title) + (f" (trước đây: {short(one.formerly)})" if one.formerly else ""),
        _news(one, occasion, quoted=rich),
        "" if one.out else whose(one.item.task.task),
        _signed(_unsaid(one), SIGNED[one.item.reason]) if signed else "",
        "" if recalled else begun(from_plan(one.item, by_number=not rich)),
    )
    return tuple(line for line in found if line)


def _page(one: Changed, occasion: Occasion) -> str:
    """Return the page of a work that is still the reader's; none for others."""
    return "" if one.out else occasion.page(one.item)


def _greeting(told: Sequence[Changed], occasion: Occasion, school: str) -> tuple[str, ...]:
    works = f"{len(told)} việc đã báo thầy/cô nay" if len(told) > 1 else "việc đã báo thầy/cô nay"
    return occasion.greeting(f"{works} có thay đổi ({school}, {day_words(occasion.today)}):")


def _foot(told: Sequence[Changed], occasion: Occasion) -> tuple[tuple[str, str], ...]:
    """Return where the reader sees what is theirs now, or what they watch over (words, address)."""
    if occasion.signs_in:
        found = [(EVERYTHING, occasion.link("/"))]
    else:
        found = [(BOARD, occasion.board())] if occasion.oversees else []
    return (*((words, url) for words, url in found if url), *occasion.foot(does=any(map(_was_theirs, told))))


def _was_theirs(one: Changed) -> bool:
    """Whether the reader does a work or did it until now, and not only watches over it."""
    return one.item.part is not Part.WATCHER or one.item.reason is Reason.WORK_GIVEN_AWAY


def _by_hand(told: Sequence[Changed], occasion: Occasion) -> str:
    """Return what is left for the reader to do in a calendar they put works in from letters."""
    gone = any(one.item.reason is Reason.WORK_GIVEN_AWAY for one in told)
    return KEPT_BY_HAND if gone and occasion.mail else ""


def _text(told: Sequence[Changed], occasion: Occasion, school: str) -> str:
    """Return the text with every particular, or line by line where that is too long for a phone."""
    levels = ((True, False), (False, False), (False, True))
    return fitting(_text_of(told, occasion, school, rich=rich, brief=brief) for rich, brief in levels)


def _text_of(told: Sequence[Changed], occasion: Occasion, school: str, *, rich: bool, brief: bool) -> str:
    works = ordered(told)
    below = (
        *(_more(told), _shared(told), _by_hand(told, occasion)),
        occasion.hint(one.item for one in works if not one.out),
        *(f"{words}: {url}" for words, url in _foot(told, occasion)),
    )
    entries = _entries(told, occasion, rich=rich)
    shown = [Entry(one.lines[:BRIEF]) for one in entries] if brief else entries
    return text_of(_greeting(told, occasion, school), shown, below)


def _html(told: Sequence[Changed], occasion: Occasion, school: str) -> str:
    foot = (paragraph(words, url) for words, url in _foot(told, occasion))
    below = "".join([*map(paragraph, (_more(told), _shared(told), _by_hand(told, occasion))), *foot])
    return html_of(_greeting(told, occasion, school), _entries(told, occasion), below)


def _entries(told: Sequence[Changed], occasion: Occasion, *, rich: bool = True) -> list[Entry]:
    signed = not _shared(told)
    return [
        Entry(
            _lines(one, occasion, signed=signed, rich=rich),
            _page(one, occasion),
            occasion.answers(one.item) if _may_answer(one) else None,
        )
        for one in ordered(told)
    ]


def _may_answer(one: Changed) -> bool:
    return not one.out and one.item.part is not Part.WATCHER


def _more(told: Sequence[Changed]) -> str:
    left = len(told) - MOST_NAMED
    return f"và {left} việc khác." if left > 0 else ""
