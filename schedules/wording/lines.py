"""Where a new line begins a sentence of its own: below a heading or a label, before a bullet, behind what has ended.

A sentence that was only too long for its line goes on in the next: its next word had no room, or is in small letters.
So does a cell that names its work in one line and its time in the other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

BREAK = re.compile(r"[^\S\n]*\n\s*")
"""All the blanks round a new line."""

NUMBERED = re.compile(
    r"\d{1,2}[.)] +(?=[^\W\d_])|[a-z]\) |(?:\d{1,2}\.){1,3}\d{0,2} +(?=[^\W\d_])|[ivx]{1,4}\. |[+*•·▪●○◦✓➢►»❖] ?(?=\w)"
)
"""The number of an item, or a bullet that can be nothing else; lines are folded here."""

DASHED = re.compile(r"- ?(?=[^\W\d_])")
"""A dash, which may also go on."""

LABEL = re.compile(r"[^\W\d_]+(?: [^\W\d_]+){0,4} ?: ")
TIME = re.compile(
    r"(?:ngay|thang|tuan|thu|sang|chieu|toi|trua|nam|quy|hoc k[yi]|dau|giua|cuoi|cn|chu nhat|t\d{1,2}"
    r"|vao|tu|den|truoc|sau|trong|het|han|ke tu|cham nhat|muon nhat|thoi gian)\b"
)
"""A line that begins with a time and says little else says when what stands above it is done."""

MORE = re.compile(r"[:,] [^\W\d_]|(?: [^\W\d_]+){6}")
"""A time and what is done then."""

OF_TIME = re.compile(r"\d|\b(?:thoi|han|lich|dot|vong|ngay|tuan|thang|buoi|ca|mon)\b")
"""A label whose lines are times."""

LEADS = re.compile(
    r"[,:(\-/&+]$|\b(?:va|hoac|cua|cac|cho|voi|ve|tai|theo|ngay|thang|tuan|thu|nam|quy|k[yi]|tu|den|truoc|lop|khoi|to"
    r"|so|do|la|de|boi|trong|ngoai|thay|co|ong|ba|em|d/c|o|duoc|khi|ma|nhung|se|phai|can|cung|nhu|sau|giua|tren|bang|mot)$"
)
"""A line that ends so goes on."""

ENDED = re.compile(r"[.;!?…]['\"”’)]*$")
CAPITALS, FEW = 6, 6
NARROWEST, WIDEST = 30, 120
"""Lines are wrapped between these."""

AROUND = 2
"""How many lines on either side show how wide lines are."""

STOP, COLON_STOP = ".\n ", " \n "


def parted(accented: str, folded: str, marks: tuple[int, ...] | None) -> tuple[str, str, tuple[int, ...] | None]:
    """Return both forms of a text with a full stop where a new line parts two sentences, and each letter's place."""
    places = list(partings(accented, folded))
    if not places:
        return accented, folded, marks
    given = marks or range(len(accented) + 1)
    seen, read_as, kept, at = list[str](), list[str](), list[int](), 0
    for start, end in places:
        stop = COLON_STOP if accented[start - 1] == ":" else STOP
        seen += [accented[at:start], stop]
        read_as += [folded[at:start], stop]
        kept += [*given[at:start], *[given[start]] * (len(stop) - 1), given[end - 1]]
        at = end
    return "".join([*seen, accented[at:]]), "".join([*read_as, folded[at:]]), (*kept, *given[at:])


def partings(text: str, folded: str) -> Iterator[tuple[int, int]]:
    """Yield the blanks of a text at which a new line begins another sentence, where no sign says so."""
    breaks = list(BREAK.finditer(text))
    starts = [0, *(found.end() for found in breaks)]
    ends = [*(found.start() for found in breaks), len(text)]
    for at, found in enumerate(breaks):
        above, below = slice(starts[at], ends[at]), slice(starts[at + 1], ends[at + 1])
        line, following = text[above], text[below]
        if not line or not following or ENDED.search(line) or "|" in line or "|" in following:
            continue
        near = slice(max(0, at - AROUND), at + 2 + AROUND)
        width = max(end - start for start, end in zip(starts[near], ends[near], strict=True))
        room = found[0].count("\n") > 1 or _had_room(line, following, width)
        marked = _is_marked(folded[below], had_room=room) and not LEADS.search(folded[above])
        capital = following[0].isupper()
        if marked or (capital and _begins(line, following, folded[above], folded[below], had_room=room)):
            yield found.span()


def _had_room(line: str, following: str, width: int) -> bool:
    """Whether the first word of a line would have stood on the one above, or no sentence is wrapped at such a width."""
    if len(line) + 1 + len(following.split(maxsplit=1)[0]) <= width or width > WIDEST:
        return True
    return width < NARROWEST and not following.isupper()


def _is_marked(line: str, *, had_room: bool) -> bool:
    """Whether a folded line begins with a bullet or the number of an item."""
    dashed = DASHED.match(line) is not None
    return NUMBERED.match(line) is not None or (dashed and (had_room or LABEL.match(line[1:].lstrip()) is not None))


def _begins(line: str, following: str, above: str, below: str, *, had_room: bool) -> bool:
    """Whether a line begins a sentence, by the one above it; `above` and `below` are the two folded.

    `had_room` when its first word would have stood on the line above.
    """
    if line.endswith(":"):
        return had_room and OF_TIME.search(above) is None and _says_more(below)
    if LEADS.search(above) or (TIME.match(below) and not _says_more(below)):
        return False
    if line.isupper() and following.isupper():
        return had_room and _is_heading(line)
    if had_room or line[-1].isdigit() or _is_heading(line) != _is_heading(following):
        return True
    label = LABEL.match(following)
    return label is not None and not label[0].isupper()


def _says_more(line: str) -> bool:
    """Whether a folded line is a sentence, and more than a time."""
    return MORE.search(line) is not None or (TIME.match(line) is None and len(line.split()) >= FEW)


def _is_heading(line: str) -> bool:
    """Whether a line is set in capitals, as headings are, and is no abbreviation."""
    return line.isupper() and len(line) >= CAPITALS and " " in line
