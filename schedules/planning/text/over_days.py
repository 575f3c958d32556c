"""Days that were over at the signing, yet set for a work by a label or its verb: likely slips, kept and told so."""

from __future__ import annotations

import re
from dataclasses import replace

from schedules.planning.people.deeds import opens_with_deed
from schedules.planning.text.segment import Segment
from schedules.planning.text.segments import segments
from schedules.wording import Context, fold

LABEL = re.compile(
    r"\b(?:hoan thanh|hoan tat|xong|thoi han|han(?: chot| cuoi| nop)?|thoi gian(?: thuc hien| hoan thanh| to chuc)?|"
    r"cham nhat|muon nhat|thuc hien|to chuc|nop|gui)\s*:?\s*(?:(?:vao|trong|la|luc|den|truoc)\s+)*(?:ngay\s+)?$"
)
TOLD = re.compile(
    r"\b(?:da|vua|theo|can cu|tai|duoc|ket qua|bien ban|quyet dinh|thong tu|cong van|nghi quyet|nghi dinh|chi thi|"
    r"huong dan|van ban|to trinh|thong bao|so lieu|thong ke|so voi|truoc day|ban hanh|ky|y kien|cuoc hop|phien hop|"
    r"so\s+\d+\s*/|tinh den|dot|tu ngay)\b"
)
"""Words of what was done, written or decided on a day: none to do it by."""

DONE = re.compile(r"\bda\b")
SENTENCE = re.compile(r"(?<!\d)[.;]\s+")
CLOSED = re.compile(r"\s*(?:$|[.;,(–-])")


def set_though_over(text: str, context: Context) -> tuple[Segment, ...]:
    """Return the works of a text whose written days were all over at the signing and are set, not told; else ()."""
    signed = context.doc_date
    if signed is None:
        return ()
    if DONE.search(fold(text)):
        return ()
    parts = segments(text, replace(context, doc_date=None), line=True)
    over = all(part.due.day is not None and part.due.day < signed and _counts(part) for part in parts)
    return parts if over and all(_is_set(text, part) for part in parts) else ()


def _counts(part: Segment) -> bool:
    return any(sign.isdigit() for sign in part.due.words)


def _is_set(text: str, part: Segment) -> bool:
    """Whether a label stands before the day, or the sentence orders a deed and ends with it; and nothing is told."""
    if not part.spans:
        return False
    first, last = (part.start + at for at in part.spans[0])
    begun = max((match.end() for match in SENTENCE.finditer(text, part.start, first)), default=part.start)
    before = fold(text[begun:first])
    words = fold(text[first:last])
    if TOLD.search(f"{before} {words}"):
        return False
    if LABEL.search(before) or LABEL.match(words):
        return True
    return opens_with_deed(text[begun:first].strip(" -–•*+")) and CLOSED.match(text, last) is not None
