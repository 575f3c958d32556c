"""Which words of a line speak of the people of one work, and not of the work before it or of something else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.planning.text.prose import around
from schedules.planning.text.time_lines import behind_time
from schedules.planning.text.titles import without_times

DONE_BY = re.compile(r"(?:(?<!\d)[.;]|(?<=\d\d)\.)\s+(?P<what>[^\W\d_]+(?:\s+[^\s,.;:]+){2,12}?)\s+do\s", re.IGNORECASE)
OF_IT = re.compile(r"\b(?:này|trên|đó|ấy)$", re.IGNORECASE)
"""“Nội dung này do Kế toán thực hiện” is of the work before it."""

RECEIVED = re.compile(r"\b(?:tiếp )?nhận\s+(?:[^\W\d]+\s+){0,4}?(?:tại|ở)\b", re.IGNORECASE)
"""“Mỗi trường cử 2 giáo viên. Hồ sơ nhận tại Phòng từ …”: who hands it in does not receive it."""

Spans = Sequence[tuple[int, int]]


def own_words(words: str, spans: Spans, *, goes_on: bool) -> tuple[str, str, str]:
    """Return a work's own words, those behind its time or of its sentence alone, and its words without its times.

    `goes_on` when another work of the line stands before it: the end of that one's sentence is not of this one.
    """
    near = around(words, spans)
    at = len(words) - len(near)
    received = at and spans and RECEIVED.search(words[at : spans[0][0]])
    if received or (goes_on and at and words.lstrip(" ,;:")[:1].islower()):
        words, spans, at = near, [(first - at, last - at) for first, last in spans], 0
    own = _without_others(words, spans)
    last = ""
    if at:
        last = behind_time(near, [(first - at, last - at) for first, last in spans]) or near
    return own, behind_time(words, spans) or last, without_times(own, spans)


def _without_others(words: str, spans: Spans) -> str:
    """Return a work's words without a later sentence that tells who does something else: "Thu tiền do Kế toán làm"."""
    other = DONE_BY.search(words, spans[-1][1]) if spans else None
    return words[: other.start()] if other and not OF_IT.search(other["what"]) else words
