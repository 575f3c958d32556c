"""Of several deadlines in one sentence, the one it sets."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from operator import attrgetter

from schedules.plan import NO_DUE, Bound, Due, Precision, Recurrence
from schedules.wording.context import Context, Found
from schedules.wording.finding import KEPT, SHORT, STRETCHES, due_of, found_of, times_of
from schedules.wording.folding import fold, nfc
from schedules.wording.guards.before.clue import COUNTED
from schedules.wording.guards.tone import louder
from schedules.wording.piece import BOUNDED, Grain, Limit, Piece
from schedules.wording.reading import Reading
from schedules.wording.refining.near import is_cell, opens_bracket
from schedules.wording.stretches import LONG, Stretch, stretches

LENGTHS = {1: 11, 2: 31, 3: 140}
"""Days up to which a coarse span counts as a week, a month, a term: a third of a month, the last weeks of a term."""

PRECISIONS = tuple(Precision)
FINE = {Precision.DAY, Precision.WEEK}
BRACKET = 40
LISTED = frozenset({"va", ",", "&", ", va", ";", "+"})
STEPPED = frozenset({Recurrence.WEEKLY, Recurrence.MONTHLY})
"""What comes round within the year: of several listed days the next one is meant."""

OCCASIONS = re.compile(r"chao mung|ky niem|mung(?! ?\d)|nhan (?:dip|k[yi] niem)")
CELEBRATING = "mừng "
"""“Mừng 20/11” celebrates; “mùng 2/9” is a day, and without accents nobody can tell."""

AS_OF = ("den thoi diem", "tinh den")
"""“Kiểm kê đến thời điểm 0 giờ ngày 01/01/2026, nộp biên bản trước 10/01”: the first is the day of the numbers."""

AT_LATEST = ("cham", "muon", "tre", "khong", "han", "thoi han")
NUMBERS_TO = re.compile(
    rf"(?:{COUNTED}|\b(?:so lieu|danh sach|thong ke|ton quy|so du|si so)"
    r"(?: (?!(?:nop|gui|trinh|chuyen|hoan)\b)[a-z]{1,8}){0,4}) $"
)
"""“Số liệu lấy đến hết 31/5, gửi trước 04/6”: so is the day up to which numbers are taken."""

Rank = tuple[bool, bool, bool, int, bool, bool, bool, int]
OWN_TIME = re.compile(r" ?\),? (?:vao|luc) ?(?:luc )?(?:\d|sang|chieu|ngay)")
"""How a sentence goes on to the time of the work itself."""

OCCASION_STEP = PRECISIONS.index(Precision.WEEK)
"""What is celebrated gives way to a week as it does to a day: “chào mừng 20/11: tuần 3 tháng 11”."""


@dataclass(frozen=True, slots=True)
class Choice:
    """A deadline that may be the one, and how it ranks, the least first; the last of its rank is where it stands."""

    rank: Rank
    due: Due
    bounded: bool
    problem: bool

    @property
    def impossible(self) -> bool:
        """Whether it bounds the work by a day there is not."""
        return self.problem and self.bounded


def when(text: str, context: Context) -> Due:
    """Return the one deadline a sentence sets; NO_DUE when it sets none. Short texts are kept, as in `find`."""
    if len(text) <= SHORT:
        return _kept(text, context)
    return _fresh(text, context) if len(text) <= LONG else _of_stretches(text, context)


def _fresh(text: str, context: Context) -> Due:
    reading, times = times_of(text, context)
    if not times:
        return NO_DUE
    if len(times) == 1:
        return due_of(times[0], reading, context)
    return _chosen(_choices(text, reading, times, context))


def _of_stretches(text: str, context: Context) -> Due:
    choices = [
        replace(choice, rank=(*choice.rank[:-1], left + choice.rank[-1]))
        for left, stretch in stretches(text)
        for choice in _of_stretch(stretch, context)
    ]
    return _chosen(choices) if choices else NO_DUE


@lru_cache(maxsize=STRETCHES)
def _of_stretch(stretch: Stretch, context: Context) -> tuple[Choice, ...]:
    """Return what of a stretch may be chosen: its best, and the impossible deadlines."""
    choices = _choices(stretch.text, *times_of(stretch.text, context), context)
    own = [choice for choice in choices if stretch.owns(choice.rank[-1])]
    best = min(own, key=attrgetter("rank"), default=None)
    return tuple([choice for choice in own if choice is best or choice.impossible])


def _choices(text: str, reading: Reading, times: list[Piece], context: Context) -> list[Choice]:
    times = louder(times, reading, context)
    pairs = _without_remarks([(found_of(piece, reading, context), piece) for piece in times], text)
    choices = [
        Choice(
            _rank(text, found, piece, (step, _is_over(found.due, context))),
            found.due,
            piece.limit in BOUNDED,
            found.problem is not None,
        )
        for (found, piece), step in zip(pairs, _steps(text, reading, pairs), strict=True)
    ]
    for at, (one, other) in enumerate(pairwise(pairs)):
        if one[0].due.recurrence in STEPPED and _comes_sooner(other[0], one[0], text):
            earlier, later = choices[at], choices[at + 1]
            choices[at : at + 2] = replace(earlier, due=later.due), replace(later, due=earlier.due)
    return choices


def _comes_sooner(found: Found, before: Found, text: str) -> bool:
    """Whether of two listed times that come round alike the second comes first: “ngày 5 và ngày 20 hằng tháng”."""
    one, other = before.due, found.due
    if one.recurrence is not other.recurrence or one.bound is not other.bound or one.day is None or other.day is None:
        return False
    return other.day < one.day and fold(nfc(text[before.end : found.start])).strip() in LISTED


def _steps(text: str, reading: Reading, pairs: list[tuple[Found, Piece]]) -> list[int]:
    """Return how fine each occasion counts, 0 for a time of work: beside one that is a whole cell it only says why."""
    steps: list[int] = []
    celebrated = False
    for at, (found, piece) in enumerate(pairs):
        celebrated = _is_celebrated(found) or (celebrated and _is_listed(text, pairs[at - 1][0], found))
        steps.append(_step(text, found) if celebrated or _is_occasion(text, found, piece) else 0)
    if any(steps) and any(
        _is_stretch_of_days(found.due) for (found, _), step in zip(pairs, steps, strict=True) if not step
    ):
        return [len(PRECISIONS) if step else 0 for step in steps]
    if any(steps) and "|" in text:
        cells = (
            is_cell(reading.folded, one.start, one.end) for (_, one), step in zip(pairs, steps, strict=True) if not step
        )
        if any(cells):
            return [len(PRECISIONS) if step else 0 for step in steps]
    return steps


def _is_stretch_of_days(due: Due) -> bool:
    """Whether both ends of a time are days: “thi đua mừng 20/11 (từ 20/10 đến 18/11)”."""
    return due.precision is Precision.DAY and due.start is not None and due.start != due.day


def _is_celebrated(found: Found) -> bool:
    quote = nfc(found.quote)
    return OCCASIONS.match(fold(quote)) is not None or quote.lower().startswith(CELEBRATING)


def _is_listed(text: str, left: Found, right: Found) -> bool:
    """Whether a day stands in a list of what is celebrated: “chào mừng 8/3 và 26/3”."""
    listed = fold(nfc(text[left.end : right.start])).strip() in LISTED and text[right.start].isdigit()
    return listed and left.grain == right.grain == Grain.DAY


def _chosen(choices: list[Choice]) -> Due:
    best = min(choices, key=attrgetter("rank"))
    if best.bounded:
        return best.due
    # what was meant is not known: a coarser name beside an impossible deadline is not its date
    return next((choice.due for choice in choices if choice.impossible), best.due)


_kept = lru_cache(maxsize=KEPT)(_fresh)


def _without_remarks(pairs: list[tuple[Found, Piece]], text: str) -> list[tuple[Found, Piece]]:
    """Leave out a feast that bounds nothing a time right before it has not bounded: “trong tháng 1/2024, trước Tết”."""
    kept = pairs[:1]
    for before, this in pairwise(pairs):
        if not _is_remark(before, this, text):
            kept.append(this)
    return kept


def _is_remark(before: tuple[Found, Piece], this: tuple[Found, Piece], text: str) -> bool:
    (left, time), (found, piece) = before, this
    if piece.limit != Limit.BEFORE or found.grain != Grain.EVENT or time.limit != Limit.NONE or time.every:
        return False
    if left.due.day is None or found.due.day is None or text[left.end : found.start].strip() != ",":
        return False
    return left.due.day < found.due.day


def _is_over(due: Due, context: Context) -> bool:
    """Whether a day that bounds nothing was over at the signing: one ahead beside it is that of the work."""
    if context.doc_date is None or context.time_column or due.day is None or due.bound is not Bound.DURING:
        return False
    return due.day < context.doc_date and due.precision is Precision.DAY and due.recurrence is None


def _rank(text: str, found: Found, piece: Piece, known: tuple[int, bool]) -> Rank:
    """Order: dated, in brackets with a bound, bounded, the finer, no occasion, not over, outside brackets, the earlier.

    `known` is how fine an occasion counts, and whether the time was over at the signing.
    """
    step, over = known
    bounded = piece.limit in BOUNDED and not _is_count(text, found, piece)
    due = found.due
    return (
        not (due.dated or _opens_on_day(due)),
        not (bounded and _in_brackets(text, found)),
        not bounded,
        2 * max(_coarseness(due), step) - _opens_on_day(due),
        step > 0,
        over,
        not bounded and _dates_a_name(text, found),
        found.start,
    )


def _opens_on_day(due: Due) -> bool:
    """Whether a day only opens: it says more than a term, less than a month: “Giữa học kỳ II. Từ ngày 18/3 …”."""
    return due.day is None and due.start is not None and due.precision is Precision.DAY


def _step(text: str, found: Found) -> int:
    """Return how fine an occasion counts; in brackets it only says what for: “trong tháng 5 (chào mừng 19/5)”."""
    return len(PRECISIONS) if opens_bracket(text, found.start) else OCCASION_STEP


def _is_occasion(text: str, found: Found, piece: Piece) -> bool:
    """Whether the day is what is celebrated rather than when: “chào mừng 20/11: ngày 17/11/2023”."""
    quote = fold(nfc(found.quote))
    if found.grain == Grain.EVENT and piece.last is None:
        return True
    return quote.startswith(AS_OF) or _is_count(text, found, piece)


def _is_count(text: str, found: Found, piece: Piece) -> bool:
    """Whether the day is only that of the numbers: “số liệu tính đến ngày 31/5, gửi trước ngày 10/6”.

    Before a day or at the latest on it no numbers are taken: “gửi danh sách về phường chậm nhất 29/5” hands them in.
    """
    if piece.limit == Limit.BEFORE or fold(nfc(found.quote)).startswith(AT_LATEST):
        return False
    return NUMBERS_TO.search(fold(nfc(text[max(0, found.start - BRACKET) : found.start]))) is not None


def _coarseness(due: Due) -> int:
    """Return how long a span is, in steps; a bound is as fine as it is worded."""
    if due.day is None:
        return PRECISIONS.index(Precision.TERM) if _opens_on_day(due) else len(PRECISIONS)
    if due.start is None or due.precision in FINE:
        return PRECISIONS.index(due.precision)
    days = (due.day - due.start).days + 1
    return next((step for step, longest in LENGTHS.items() if days <= longest), len(PRECISIONS))


def _dates_a_name(text: str, found: Found) -> bool:
    """Whether brackets date what a work is for, its own hour behind: “bốc thăm cho hội thi (ngày 8/3) vào 10 giờ …”."""
    behind = text[found.end : found.end + BRACKET]
    return opens_bracket(text, found.start) and OWN_TIME.match(fold(nfc(behind))) is not None


def _in_brackets(text: str, found: Found) -> bool:
    before = text[max(0, found.start - BRACKET) : found.start]
    inside = "(" in before.rpartition(")")[2]
    return opens_bracket(text, found.start) or (inside and "hoan thanh" in fold(nfc(before)))
