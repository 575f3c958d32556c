"""One work of a text: where its words stand and when it is due; what stands behind it that only goes on with it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from schedules.plan import Due
from schedules.wording import fold

PLACE = re.compile(r"^\W*(?:tại|tai|địa điểm)\s", re.IGNORECASE)
NAMED_MONTH = re.compile(r"^thang \d")
RECEIVED = re.compile(r"^\s*(?:cho|về|tới|lên|qua)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Segment:
    """One work: where its words stand in the text, its due, and the spans of its deadline words within it.

    `left` are the words of times among them that the due leaves out; `unsure` when its time may be no deadline.
    """

    start: int
    end: int
    due: Due
    spans: tuple[tuple[int, int], ...]
    problem: str | None = None
    left: tuple[str, ...] = ()
    unsure: bool = False


def with_receivers(text: str, parts: Sequence[Segment]) -> list[Segment]:
    """Return the works, one with whom it goes to behind the month it is of: "biên bản tháng 11 cho văn thư trước …"."""
    made: list[Segment] = []
    for part in parts:
        last = made[-1] if made else None
        bare = last is not None and len(last.spans) == 1 and NAMED_MONTH.match(fold(last.due.words))
        beside = last is not None and not text[last.end : part.start].strip()
        if last and bare and beside and RECEIVED.match(text[part.start : part.end]):
            shift = part.start - last.start
            spans = tuple((first + shift, end + shift) for first, end in part.spans)
            made[-1] = replace(part, start=last.start, spans=spans)
        else:
            made.append(part)
    return made


def with_places(text: str, parts: Sequence[Segment]) -> tuple[Segment, ...]:
    """Return the works, one with the place behind it that says its day again: "ngày 26/11 tại Hội trường (26/11)"."""
    made: list[Segment] = []
    for part in parts:
        last = made[-1] if made else None
        if last and part.due.day == last.due.day and PLACE.match(text[part.start : part.end]):
            shift = part.start - last.start
            spans = tuple((first + shift, end + shift) for first, end in part.spans)
            made[-1] = replace(last, end=part.end, spans=(*last.spans, *spans))
        else:
            made.append(part)
    return tuple(made)
