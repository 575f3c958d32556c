"""Why a time that stands in a text sets nothing, in Vietnamese: who typed it sees what it was taken for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from operator import itemgetter

from schedules.wording.context import Context
from schedules.wording.finding import times_of
from schedules.wording.folding import nfc
from schedules.wording.guards.bare_days import has_what_it_needs
from schedules.wording.guards.before.bans import banned_from
from schedules.wording.guards.before.clue import words_before
from schedules.wording.guards.bygone.anniversaries import is_anniversary
from schedules.wording.guards.bygone.over import end_of, is_count, is_horizon, is_long_past, is_over, lies_ahead
from schedules.wording.guards.cited import DATED, is_basis, is_cited, is_dated, is_signing, is_validity
from schedules.wording.guards.conceded import is_conceded, is_not_awaited
from schedules.wording.guards.figures import is_figure
from schedules.wording.guards.genres import is_of_genre
from schedules.wording.guards.ordinary import is_custom
from schedules.wording.guards.said import is_said
from schedules.wording.guards.times_of_work import is_of_paper, touches_unread
from schedules.wording.guards.told import is_told_behind
from schedules.wording.guards.tone import sounds_told
from schedules.wording.guards.undone import is_undone
from schedules.wording.lone import ALONE, when_typed
from schedules.wording.lunar_days import lunar_days
from schedules.wording.piece import BOUNDED, Grain, Kind, Piece, kinds_of
from schedules.wording.reading import Reading
from schedules.wording.refining import refine
from schedules.wording.refining.moved import is_withdrawn
from schedules.wording.scanning import scan
from schedules.wording.stretches import LONG

WINDOW = 90
FINE = frozenset({Grain.DAY, Grain.WEEK, Grain.SCHOOL_WEEK, Grain.MONTH})
BARE = "thiếu tháng: ghi thêm tháng, hoặc chọn tháng của dòng, thì mới đọc thành ngày"
MAY_BE_RATIO = ALONE.removeprefix("đứng một mình ")
OTHERWISE = "câu chỉ kể hoặc nhắc tới thời gian này"
SOUNDS_TOLD = "cả câu nghe như kể hoặc tả, không giao việc; nếu là việc phải làm, hãy viết rõ ai làm gì đến ngày nào"
PAPER = "là ngày của văn bản được nêu, không phải hạn của việc"
HOUR = r"\d{1,2} ?(?:h|g|gio|:) ?(?:\d{1,2}(?: ?phut)?)?,? "
BOUNDS = r"(?:(?:truoc|sau|tu|den(?: het)?|cham nhat|vao|luc) ){0,3}"
WEEKDAY = r"(?:(?:thu |t)(?:hai|ba|tu|nam|sau|sxu|bay|[2-7])|chu nhat|cn)(?: cua)?,? "
LED = rf"(?:{BOUNDS}(?:{HOUR})?(?:(?:sang|trua|chieu|toi|dem) )?(?:ngay )?{WEEKDAY})?"
"""The weekday, hour and bound of a time told by its distance: “trước 10h sáng thứ 5 tuần sau”."""

RELATIVE = re.compile(
    LED
    + r"\b(?:(?:tuan|thang|quy|nam(?: hoc)?) (?:sau|toi|nay|(?:ke )?tiep(?: theo)?)|(?:ngay|hom) (?:mai|kia)|hom nay"
    r"|\d{1,3} (?:ngay|tuan|thang) (?:nua|toi|sau))\b"
)
NUMBER = re.compile(
    r"\b(?:(?:thoi )?han(?: nop| cuoi| chot| hoan thanh)?|deadline|cham nhat) ?:? ?"
    r"(?:0?[1-9]|[12]\d|3[01])(?= ?[.,;)]|\Z)"
)
"""“Hạn nộp: 25”: a bound and a number that may be a day."""

ONLY_NUMBER = "chỉ có số nên chưa chắc là ngày; hãy viết “ngày …”, thêm tháng nếu không ở dòng của một tháng"
FROM_TODAY = "tính từ ngày nói nên người đọc sau không rõ là ngày nào; hãy ghi ngày, tháng"
BEHIND_PAPER = (
    "đứng sau một văn bản đã có ngày riêng; cho biết ngày ký kế hoạch thì mới rõ là hạn của việc hay ngày của văn bản"
)
PAPER_DAY = re.compile(r"\bngay \d|\d{1,2}[/.-]\d{1,2}[/.-]20\d\d\b")


@dataclass(frozen=True, slots=True)
class Unset:
    """A time that sets nothing: its span in the text as given, the quote, and why, without a full stop.

    `last` is the last day of a day, week or month it may mean after all; None of a coarser one, a ratio or a feast.
    """

    start: int
    end: int
    quote: str
    why: str
    last: date | None = None


@dataclass(frozen=True, slots=True)
class _Asked:
    """A time as it stands: the paper named before it, the text, and what is known beside it."""

    piece: Piece
    cite: Piece | None
    reading: Reading
    context: Context

    @property
    def text(self) -> str:
        return self.reading.folded

    @property
    def before(self) -> str:
        return words_before(self.text, self.piece.start, WINDOW)[1]


def unset(text: str, context: Context) -> tuple[Unset, ...]:
    """Return the times of a text that set nothing, in order, each with why; none for a text of over 40,000 letters."""
    if len(text) > LONG:
        return ()
    reading, times = times_of(text, context)
    if not times and when_typed(text, context).basis:  # a lone day, “20/11”
        return ()
    taken = [(one.start, one.end) for one in times]
    pieces = list(_asked(reading, context))
    moons = list(lunar_days(reading.folded, context, [*taken, *_days(pieces)]))
    found = [
        (one.start, one.end, one.why, one.day) for one in moons if one.why and not _meets(one.start, one.end, taken)
    ]
    taken += [(one.start, one.end) for one in moons]
    for asked in pieces:
        start, end = asked.piece.start, asked.piece.end
        if not _meets(start, end, taken) and (why := _why(asked)):
            found.append((start, end, why, _last_day(asked)))
    taken += [(start, end) for start, end, *_ in found]
    if not times:
        for told, why in ((RELATIVE, FROM_TODAY), (NUMBER, ONLY_NUMBER)):
            spans = [(one.start(), one.end()) for one in told.finditer(reading.folded)]
            found += [(start, end, why, None) for start, end in spans if not _meets(start, end, taken)]
    return tuple(_told(*one, reading) for one in sorted(found, key=itemgetter(0, 1)))


def _asked(reading: Reading, context: Context) -> Iterator[_Asked]:
    """Yield every piece of a text, each with the paper named before it."""
    pieces = scan(reading)
    cite: Piece | None = None
    for piece in refine(pieces, kinds_of(pieces), reading.folded):
        yield _Asked(piece, cite, reading, context)
        if piece.kind == Kind.CITE:
            cite = piece
        elif cite is not None and is_dated(cite, piece, reading.folded):
            cite = cite._replace(rule=DATED)


def _days(pieces: list[_Asked]) -> Iterator[tuple[int, int]]:
    """Yield the spans of days written with their month and of feasts: beside them a day of the moon is only a name."""
    for one in pieces:
        first = one.piece.first
        if first is not None and (first.grain == Grain.EVENT or (first.grain == Grain.DAY and first.month is not None)):
            yield one.piece.start, one.piece.end


def _meets(start: int, end: int, taken: list[tuple[int, int]]) -> bool:
    return any(first < end and start < last for first, last in taken)


def _told(first: int, end: int, why: str, last: date | None, reading: Reading) -> Unset:
    start, end = reading.place(first, end)
    return Unset(start, end, " ".join(nfc(reading.text[start:end]).split()), why, last)


def _last_day(one: _Asked) -> date | None:
    """Return the last day a time may mean; None of a coarse one, of figures that may be a ratio, and of a feast."""
    first = one.piece.first
    if first is None or first.grain not in FINE or is_anniversary(one.piece, one.text):
        return None
    if _is_bare_figure(one) and first.value <= (first.month or 0):
        return None
    return end_of(one.piece, one.context)


def _is_bare_figure(one: _Asked) -> bool:
    """Whether a day and a month stand without a word that opens them: “lớp 3/4”."""
    first = one.piece.first
    bare = first is not None and first.grain == Grain.DAY and first.month is not None and first.year is None
    return bare and not has_what_it_needs(one.piece, one.reading, one.context)


def _is_behind_dated(one: _Asked) -> bool:
    """Whether a paper named before it has a day of its own already: whether it is another's or work is not known."""
    dated = one.cite is not None and one.cite.rule == DATED
    return dated and one.context.doc_date is None and is_cited(one.piece, one.cite, one.text)


def _is_said(one: _Asked) -> bool:
    ahead = lies_ahead(one.piece, one.context)
    return one.piece.end < len(one.text) and is_said(one.piece, one.reading, ahead=ahead)


def _is_conceded(one: _Asked) -> bool:
    return is_conceded(one.piece, one.text) or is_not_awaited(one.piece, one.reading)


def _lacks_month(piece: Piece, context: Context) -> bool:
    """Whether a day or a week is named without its month, and no row says which."""
    first = piece.first
    if first is None or first.grain not in {Grain.DAY, Grain.WEEK} or first.month is not None:
        return False
    return context.table_month is None and piece.limit not in BOUNDED


Reason = tuple[Callable[[_Asked], bool], str]
REASONS: tuple[Reason, ...] = (
    (_is_bare_figure, MAY_BE_RATIO),
    (
        lambda one: not has_what_it_needs(one.piece, one.reading, one.context),
        "thiếu chữ mở đầu như “ngày”, “trước”, “đến” nên chưa chắc là thời gian",
    ),
    (lambda one: is_signing(one.piece, one.reading), "là ngày ký, ở dòng nơi và ngày của văn bản"),
    (lambda one: is_of_paper(one.piece, one.reading, one.context), "là giờ đăng của một trang tin"),
    (_is_behind_dated, BEHIND_PAPER),
    (lambda one: is_cited(one.piece, one.cite, one.text), PAPER),
    (lambda one: is_basis(one.piece, one.text), "nằm trong phần căn cứ, không phải hạn của việc"),
    (lambda one: is_validity(one.piece, one.text), "là thời hạn hiệu lực của giấy tờ"),
    (
        lambda one: touches_unread(one.piece, one.text, one.context),
        "có số hoặc chữ đứng liền mà Đúng Hạn chưa hiểu, nên không đoán",
    ),
    (lambda one: is_anniversary(one.piece, one.text), "là một ngày kỷ niệm, không phải khoảng thời gian"),
    (lambda one: is_withdrawn(one.piece, one.text), "đã được dời, rút lại hoặc hủy"),
    (lambda one: is_custom(one.piece, one.text), "cho biết việc thường diễn ra khi nào, không đặt hạn"),
    (lambda one: banned_from(one.piece, one.before) is not None, "là lúc hết một điều cấm hoặc chưa được làm"),
    (
        lambda one: is_figure(one.piece, one.reading) or is_count(one.piece, one.text, one.context),
        "là thời điểm của số liệu",
    ),
    (
        lambda one: is_told_behind(one.piece, one.reading, one.context),
        "câu kể điều đã làm hoặc điều vốn có, không giao việc",
    ),
    (_is_said, "câu thuật lại điều đã nói, đã ra văn bản hoặc đã làm"),
    (lambda one: is_long_past(one.piece, one.context), "đã qua từ lâu so với năm học hoặc ngày ký"),
    (lambda one: is_over(one.piece, one.reading, one.context), "đã qua khi kế hoạch được ký và câu kể lại"),
    (_is_conceded, "chỉ được nhắc để so sánh, không phải hạn phải theo"),
    (
        lambda one: is_of_genre(one.piece, one.text),
        "câu thuộc loại không giao việc (bài tập, tin nghe nói, dự báo, lời chúc, hóa đơn …)",
    ),
    (lambda one: is_undone(one.piece, one.reading), "câu hỏi, phủ nhận hoặc hủy bỏ, không đặt hạn"),
    (lambda one: is_horizon(one.piece, one.before, one.context), "là mục tiêu nhiều năm, xa hơn kế hoạch này"),
    (lambda one: sounds_told(one.piece, one.reading, one.context), SOUNDS_TOLD),
    (lambda one: _lacks_month(one.piece, one.context), BARE),
)
"""What is asked of a time that sets nothing, in the order of the guards, each with what it then was taken for."""


def _why(asked: _Asked) -> str:
    """Return why a piece sets nothing; "" for one that is no time."""
    piece = asked.piece
    if piece.kind == Kind.CITE:
        return PAPER if PAPER_DAY.search(asked.text, piece.start, piece.end) else ""
    if piece.kind != Kind.TIME or piece.first is None:
        return ""
    return next((why for holds, why in REASONS if holds(asked)), OTHERWISE)
