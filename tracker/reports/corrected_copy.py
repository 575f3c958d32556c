"""A Word plan with every finding as a comment at its place; the words of the plan are never touched."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, TypeAlias

from lxml import etree

from schedules.plan import Finding, Place, Plan
from schedules.proofreading import day_off, near_signing, two_dates, weeks_outside, wrong_weekday, year_outside
from schedules.reading import read_bytes
from schedules.reading.word_body import PARAGRAPH
from schedules.reading.word_places import Paragraphs, paragraphs_at
from tracker.found_words import alone_in
from tracker.listing import SEVERITIES
from tracker.refusal import Refusal
from tracker.reports.word_comment import add_comment
from tracker.reports.word_letters import TEXT, Stretch, quoted, whole

FORMAT = "docx"
MOST_SPOTS = 6
"""A finding about a whole list marks so many of its places and names the rest in words."""

LONGEST_QUOTE = 120

PAIR = 2
"""Places that each bear the whole comment; of more the first does."""

ABOUT_DAYS = frozenset(
    {year_outside.RULE, two_dates.RULE, day_off.RULE, weeks_outside.RULE, near_signing.RULE_BEFORE}
    | {near_signing.RULE_NEAR, "muon-hon-luat", wrong_weekday.RULE}
)
"""Rules about the time of a work: in a table their comments belong on its cell, not on the cell of the work."""


class NoCopyError(Refusal):
    """This plan cannot come back as a commented Word file; the message says why and what to do."""


@dataclass(frozen=True, slots=True)
class CorrectedCopy:
    """The .docx with comments, how many findings found their place, and those told at the top instead."""

    content: bytes
    placed: int
    unplaced: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Desk:
    """An opened document, where its places are, and the instant its comments bear."""

    document: Any
    places: Mapping[Place, Paragraphs]
    every: Paragraphs
    at: datetime


def corrected_copy(content: bytes, plan: Plan, at: datetime) -> CorrectedCopy:
    """Return a commented copy of the file a plan was read from; raise NoCopyError when it is no .docx.

    `at` is the instant the comments bear. What the reader reads in the copy is what it read in the original.
    """
    if plan.document.format != FORMAT:
        raise NoCopyError(_not_word(plan))
    desk = _opened(content, plan.header.source, at)
    times = _times(plan)
    unplaced = tuple(finding for finding in plan.findings if not _commented(desk, finding, times))
    if unplaced:
        _comment_at_top(desk, unplaced)
    out = io.BytesIO()
    desk.document.save(out)
    _check_untouched(content, out.getvalue(), plan.header.source)
    return CorrectedCopy(out.getvalue(), len(plan.findings) - len(unplaced), unplaced)


def _not_word(plan: Plan) -> str:
    return (
        f"{plan.header.source}: kế hoạch này được đọc từ tệp {plan.document.format or 'không rõ loại'}; bản có ghi chú "
        "chỉ làm được trên tệp Word .docx. Hãy lưu kế hoạch bằng Word thành .docx rồi nhập lại."
    )


def _opened(content: bytes, source: str, at: datetime) -> _Desk:
    import docx
    from docx.opc.exceptions import OpcError

    try:
        document = docx.Document(io.BytesIO(content))
    except (ValueError, KeyError, AttributeError, OpcError, zipfile.BadZipFile, etree.LxmlError) as error:
        raise NoCopyError(
            f"{source}: tệp Word này không mở được để ghi chú (có thể là .docm hoặc đã hỏng). "
            "Hãy mở bằng Word, lưu lại thành .docx rồi nhập lại."
        ) from error
    body = document.element.body
    return _Desk(document, paragraphs_at(body), tuple(body.iter(PARAGRAPH)), at)


Times: TypeAlias = Mapping[tuple[Place | None, str], str]
"""The words of the time of each work, by its place and quote."""


def _times(plan: Plan) -> Times:
    mentions = (mention for task in plan.tasks for mention in task.mentions)
    return {(mention.place, mention.quote): mention.due.words for mention in mentions if mention.place.table}


def _commented(desk: _Desk, finding: Finding, times: Times) -> bool:
    """Comment a finding at its places; False when none of them can be found."""
    found: list[tuple[Stretch, str]] = []
    for place, quote in _spots(finding):
        time = times.get((place, quote), "") if finding.rule in ABOUT_DAYS else ""
        in_time_cell = _in_row(desk, place, time)
        stretch = in_time_cell or _stretch(desk, place, quote)
        if stretch is not None:
            found.append((stretch, quote))
    for number, (stretch, _) in enumerate(found[:MOST_SPOTS], 1):
        _comment(desk, stretch, _lines(finding, number, [quote for _, quote in found]))
    return bool(found)


def _spots(finding: Finding) -> Iterator[tuple[Place | None, str]]:
    """Yield each place with its quote; where the two lists do not pair, places alone or quotes alone."""
    if finding.places and len(finding.places) == len(finding.quotes):
        yield from dict.fromkeys(zip(finding.places, finding.quotes, strict=True))
    elif len(finding.quotes) == 1:
        yield from ((place, finding.quotes[0]) for place in dict.fromkeys(finding.places) or (None,))
    else:
        yield from ((place, "") for place in dict.fromkeys(finding.places))
        yield from ((None, quote) for quote in finding.quotes if not finding.places)


def _stretch(desk: _Desk, place: Place | None, quote: str) -> Stretch | None:
    here = desk.places.get(place, ()) if place else ()
    if quote and here and (found := quoted(here, quote) or _in_row(desk, place, quote)):
        return found
    if here:
        return whole(here)
    return quoted(desk.every, quote) if quote else None


def _in_row(desk: _Desk, place: Place | None, words: str) -> Stretch | None:
    """Return where words stand as whole words in another cell of a row, None when they do not."""
    if not words or place is None or place.column is None:
        return None
    row = replace(place, column=None)
    for other, cell in desk.places.items():
        if other != place and other.column and replace(other, column=None) == row:
            text = " ".join("".join(one.text or "" for one in paragraph.iter(TEXT)) for paragraph in cell)
            if alone_in(text, words) and (found := quoted(cell, words)):
                return found
    return None


def _lines(finding: Finding, number: int, quotes: Sequence[str]) -> list[str]:
    if number > 1 and len(quotes) > PAIR:
        head = finding.message.partition(": “")[0].rstrip(".")
        return [f"[{SEVERITIES[finding.severity]}] Chỗ {number}/{len(quotes)}: {_short(head)}. Xem ghi chú ở chỗ 1."]
    lines = [f"[{SEVERITIES[finding.severity]}] {finding.message}"]
    if finding.suggestion:
        lines.append(f"Gợi ý: {finding.suggestion}")
    if len(quotes) > 1:
        lines.append(f"Chỗ {number}/{len(quotes)}.")
    if len(quotes) > 1 and number == 1:
        rest = [quote for quote in quotes[1:] if quote]
        lines += [f"Chỗ khác: “{_short(quote)}”" for quote in rest]
    if number == 1 and len(quotes) > MOST_SPOTS:
        lines.append(f"{MOST_SPOTS} chỗ đầu có ghi chú trong văn bản; các chỗ sau chỉ nêu ở đây.")
    return lines


def _short(quote: str) -> str:
    text = " ".join(quote.split())
    return text if len(text) <= LONGEST_QUOTE else f"{text[:LONGEST_QUOTE].rstrip()}…"


def _comment_at_top(desk: _Desk, unplaced: Sequence[Finding]) -> None:
    """Tell in one comment, at the first words of the document, what has no place of its own."""
    stretch = next((stretch for paragraph in desk.every if (stretch := whole((paragraph,)))), None)
    if stretch is None:
        raise NoCopyError("Tệp Word này không có dòng chữ nào để gắn ghi chú. Hãy xem các điểm trên trang kế hoạch.")
    lines = [f"{len(unplaced)} điểm cần xem không gắn được vào chỗ nào trong văn bản:"]
    for number, finding in enumerate(unplaced, 1):
        first, *rest = _lines(finding, 1, ())
        lines += [f"{number}. {first}", *rest, *(f"“{_short(quote)}”" for quote in finding.quotes[:MOST_SPOTS])]
    _comment(desk, stretch, lines)


def _comment(desk: _Desk, stretch: Stretch, lines: Sequence[str]) -> None:
    from docx.text.run import Run

    runs: tuple[Any, Any] = stretch
    first, last = (Run(run, desk.document) for run in runs)
    add_comment(desk.document, (first, last), lines, desk.at)


def _check_untouched(content: bytes, copy: bytes, source: str) -> None:
    """Refuse a copy that does not read as the original does: a silent edit is the one thing it must not do."""
    if read_bytes(copy, source).blocks != read_bytes(content, source).blocks:
        raise NoCopyError(
            f"{source}: không gắn được ghi chú mà giữ nguyên văn bản. Hãy xem các điểm trên trang kế hoạch."
        )
