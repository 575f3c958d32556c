"""“Đọc thử một câu”: type or paste a sentence, see which days it names and why."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from starlette.responses import Response

from schedules.calendar import known_day
from schedules.plan import Due, SchoolYear, Task
from schedules.wording import Context, Found, Unset, find, unset, when_typed
from tracker.hand_ins import off_on
from tracker.refusal import Refusal
from tracker.web.context import Piece
from tracker.web.templating import render
from tracker.web.visit import Page, Visit

LONGEST_TEXT = 20_000


@dataclass(frozen=True, slots=True)
class Reading:
    """A text read: the deadline it sets, every wording found, the text in pieces, wordings lit; times that set none."""

    due: Due
    found: tuple[Found, ...]
    pieces: tuple[Piece, ...]
    unset: tuple[Unset, ...] = ()

    @property
    def off(self) -> bool:
        """Whether what the text sets takes place on a day off; what is handed in then is done before it."""
        return off_on(Task("".join(piece.text for piece in self.pieces), self.due), self.due)

    @property
    def several(self) -> int:
        """How many different times a text names that has a deadline; 0 for one."""
        named = {(one.due.start, one.due.day) for one in self.found if one.due.dated}
        return len(named) if self.due.day and len(named) > 1 else 0


def form(visit: Visit) -> Response:
    """Show the empty form."""
    year = str(SchoolYear.of(visit.today))
    return render(visit, "phrase.html", text="", year=year, signed="", month="", reading=None, problem="")


def read(visit: Visit) -> Response:
    """Read the sentence and show its days, or what is wrong beside what was typed; nothing is stored."""
    names = ("text", "year", "signed", "month")
    typed = {name: visit.value(name) for name in names}
    try:
        reading = reading_of(typed["text"], _context(visit, **typed)) if typed["text"] else None
    except Refusal as refused:
        shown: dict[str, object] = {**typed, "reading": None, "problem": str(refused)}
        return render(visit, "phrase.html", 422, **shown)
    return render(visit, "phrase.html", 200, **{**typed, "reading": reading, "problem": ""})


def _context(visit: Visit, text: str, year: str, signed: str, month: str) -> Context:
    if len(text) > LONGEST_TEXT:
        raise Refusal(f"Câu dài {len(text)} ký tự; cần không quá {LONGEST_TEXT}. Hãy dán từng phần.")
    return Context(visit.site.calendar_of(), _year(year), _day(signed), _month(month))


def reading_of(text: str, context: Context) -> Reading:
    """Return what a text says of time."""
    found = find(text, context)
    due = when_typed(text, context)
    return Reading(due, found, _pieces(text, found), unset(text, context))


def _pieces(text: str, found: tuple[Found, ...]) -> tuple[Piece, ...]:
    pieces, last = [], 0
    for one in found:
        pieces += [Piece(text[last : one.start]), Piece(text[one.start : one.end], lit=True)]
        last = one.end
    return tuple(piece for piece in [*pieces, Piece(text[last:])] if piece.text)


def _year(text: str) -> SchoolYear | None:
    try:
        return SchoolYear.parse(text) if text else None
    except ValueError as error:
        raise Refusal(f"Năm học: {error}.") from error


def _day(text: str) -> date | None:
    if not text:
        return None
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise Refusal(f"Ngày ký: “{text}” không phải ngày; cần dạng 2026-09-18.") from error
    try:
        return known_day(day)
    except ValueError as error:
        raise Refusal(f"Ngày ký: {error}.") from error


def _month(text: str) -> int | None:
    months = {str(number): number for number in range(1, 13)}
    if text and text not in months:
        raise Refusal(f"Tháng: “{text}” không phải tháng; cần số từ 1 đến 12.")
    return months.get(text)


pages = (Page("/doc-thu", form), Page("/doc-thu", read, "POST"))
