"""What a plan says of itself: school, number, date, school year, level and kind, from its head and closing."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.plan import Document, Header
from schedules.planning.head.kinds import kind_of
from schedules.planning.head.letterhead import lines_of_letterhead
from schedules.planning.head.school_years import school_year_of
from schedules.planning.head.schools import level_of, school_in_head, school_in_text
from schedules.planning.head.signing import is_signing_line, signed_in
from schedules.planning.head.title_lines import HEAD_LINES
from schedules.planning.outline import Item, Part
from schedules.planning.tables.columns import find_columns
from schedules.wording import fold

NUMBER = re.compile(r"(\d{1,5}[a-z]?)\s*/\s*((?:\d{4}/)?k[h]\s*[-./]?\s*[a-z0-9&.\-]*[a-z0-9])")
OTHER_NUMBER = re.compile(r"^\W*so\s*:?\s*(\d{1,5}[a-z]?)\s*/\s*((?:20\d\d/)?[a-z][a-z0-9&.\-]*[a-z0-9])")
DASHED_NUMBER = re.compile(r"^\W*so\s*:?\s*(\d{1,5}\s*-\s*[a-z]{2,5}\s*/\s*[a-z][a-z0-9&.\-]*)")
"""The numbers of the Party and the unions: "03-CTr/LĐ"."""

SWAPPED = re.compile(r"/\s*(\d{1,5}[a-z]?)\s+(kh\s*-\s*[a-z0-9&.\-]*[a-z0-9])")
"""A scan may lose the number's place: "Số: /04 KH-MNPL" reads 04/KH-MNPL."""

SIGN_GOES_ON = re.compile(
    r"[ \xa0](?!(?:TP|TX|TT|TH|HCM|HN|CỘNG|ĐỘC|Q|H|P)\b)([A-ZĐ]{2,6})(?=[\s.;|]*$|\t|\s+(?:[^\W\d_][^\W\d_A-ZĐ]))"
)
"""A sign with a blank inside: "12/KH-THCS LVT"; what is no capital letter follows, or nothing."""

LINE_ENDS = re.compile(r"\n|\s*—\s*(?=[Ss]ố\b|[^—\n]{2,40},\s*ngày\b)")
"""A long dash parts what a letterhead in one line says: “Trường THPT … — Số: … — Vinh, ngày …”, not the motto."""

NUMBER_LINE = re.compile(r"^\W*[s$5][o06]?\b")
LAST_LINES = 10


def read_header(document: Document, items: Sequence[Item]) -> Header:
    """Return the header; what the plan does not say is None, never guessed."""
    head = _head(items)
    school = school_in_head(head) or school_in_text([item.block.text for item in items])
    signed = signed_in(head) or signed_in(_closing(items))
    kind = kind_of(head)
    return Header(
        school=school,
        number=_number(head),
        date=signed,
        school_year=school_year_of(head, items, signed),
        level=level_of(school, head),
        kind=kind,
        source=document.source,
    )


def _head(items: Sequence[Item]) -> list[str]:
    """Return the lines of the letterhead and title, cells one by one; a table of works says nothing of its plan."""
    lines: list[str] = []
    for item in items[:HEAD_LINES]:
        if (item.part is not Part.HEAD and not item.block.is_row) or find_columns([item.block])[0]:
            break
        cells = [cell.text for cell in item.block.cells if cell.merged_from is None] or [item.block.text]
        parted = [line for cell in cells for line in LINE_ENDS.split(cell.replace("**", ""))]
        pieces = [piece for line in parted for piece in lines_of_letterhead(line) or (line,)]
        lines += [line.strip() for line in pieces if line.strip()]
    return lines[: HEAD_LINES * 2]


def _closing(items: Sequence[Item]) -> list[str]:
    """Return the lines after the recipients; a plan without them is signed in its last lines."""
    closing = [item.block.text for item in items if item.part is Part.CLOSING]
    last = [item.block.text for item in items[-LAST_LINES:] if is_signing_line(item.block.text)]
    return closing if signed_in(closing) else last


def _number(head: Sequence[str]) -> str | None:
    for line in head:
        folded = fold(line)
        if not NUMBER_LINE.match(folded):
            continue
        if match := DASHED_NUMBER.match(folded):
            return "".join(line[match.start(1) : match.end(1)].split())
        for pattern in (NUMBER, SWAPPED, OTHER_NUMBER):
            if match := pattern.search(folded):
                symbol = re.sub(r"\s+", "", line[match.start(2) : match.end(2)])
                goes_on = SIGN_GOES_ON.match(line, match.end(2)) if symbol.isupper() or "-" in symbol else None
                return f"{line[match.start(1) : match.end(1)]}/{symbol}" + (f" {goes_on[1]}" if goes_on else "")
    return None
