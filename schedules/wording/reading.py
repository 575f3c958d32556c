"""A text made ready for the recognisers: folded, blanks as one, known misreadings repaired, spans kept."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from schedules.wording.folding import UNSEEN, fold
from schedules.wording.lines import parted
from schedules.wording.repair import repair
from schedules.wording.words import SIX

EDGES = " .;:,-–()*[]…\"“”'|•+·"
"""Signs that say nothing at the edges of a text."""

DAY = r"(?=\d{1,2} ?/ ?\d)"
GLUED = rf"(?<=\d)(?=(?:den|toi) ?(?:ngay )?{DAY})|(?<![a-z])(?:truoc|sau|tu){DAY}|(?<![a-z])(?<!dien )(?:den|toi){DAY}"
UNEVEN = re.compile(rf" (?<![.;?!] )(?=[,;](?!\d)|: [a-z\d])|[,;:](?=[a-z])|{GLUED}")
"""A blank too many before a comma, or none where one belongs: “ngày 5/10 ,các tổ nộp”, “từ 04/5đến08/5”.

The blank behind what ends a sentence stays, whatever sign begins the next: without it the two would be heard as one.
"""

MAYBE_UNEVEN = re.compile(r"[,;:0-9](?:(?<= [,;:])|(?<=[,;:])(?=[a-z])|(?<=[0-9])(?=[dt])|(?<=[nicu][0-9]))")
"""What any of them holds in plain letters, a sign by its blank or a figure by a letter: a search can skip to those."""

SLASHED = re.compile(
    r"/(?:(?<=\dh/)|(?<=\dg/)|(?<=[hg:]\d\d/)|(?<=\bt\d/)|(?<=\bcn/)|(?<=gio/))"
    r"(?=(?:t[2-7]|cn)\b|thu |chu nhat|ngay ?\d|\d{1,2} ?[/.-] ?\d{1,2}(?!\d| ?h))"
)
"""A slash between an hour, a weekday and their day: “15h00/T4/ngày 19-11”, “17h/14.11.2025”."""

SAID_SIX = re.compile("[sS](?:áu|ÁU)")


class Reading(NamedTuple):
    """The text as given, the folded text recognisers read, the text with accents, its body, each letter's place."""

    text: str
    folded: str
    accented: str
    body: tuple[int, int]
    marks: tuple[int, ...] | None = None
    repaired: bool = False

    def is_all(self, start: int, end: int) -> bool:
        """Return whether nothing but signs stands around a span of the folded text."""
        return start <= self.body[0] and self.body[1] <= end

    def place(self, start: int, end: int) -> tuple[int, int]:
        """Return the span in the text as given of a span in the folded text."""
        if self.marks is None:
            return start, end
        return self.marks[start], self.marks[end]


def read(text: str) -> Reading:
    """Make a text ready; letters may be composed or not, blanks of any kind and number."""
    accented, marks = text, None
    if not unicodedata.is_normalized("NFC", text):
        accented, marks = _composed(text)
    folded = fold(accented)
    if "\n" in accented:
        accented, folded, marks = parted(accented, folded, marks)
    if "  " in folded or UNSEEN in folded:
        accented, folded, marks = _evened(accented, folded, marks)
    if (MAYBE_UNEVEN.search(folded) or not folded.isascii()) and UNEVEN.search(folded):
        accented, folded, marks = _spaced(accented, folded, marks)
    given = folded
    folded = repair(given)
    repaired = folded != given
    if "/" in folded and SLASHED.search(folded):
        folded = SLASHED.sub(" ", folded)
    if "áu" in accented or "ÁU" in accented:
        folded = _six(folded, accented)
    body = len(folded) - len(folded.lstrip(EDGES)), len(folded.rstrip(EDGES))
    return Reading(text, folded, accented, body, marks, repaired)


def _six(folded: str, accented: str) -> str:
    """Keep “sáu” apart from “sau” where the accents do."""
    parts, end = [], 0
    for found in SAID_SIX.finditer(accented):
        parts += [folded[end : found.start()], SIX]
        end = found.end()
    return "".join([*parts, folded[end:]])


def _composed(text: str) -> tuple[str, tuple[int, ...]]:
    """Compose letter by letter, so that every letter knows where its marks began."""
    letters: list[str] = []
    marks: list[int] = []
    for start, end in _clusters(text):
        for letter in unicodedata.normalize("NFC", text[start:end]):
            letters.append(letter)
            marks.append(start)
    return "".join(letters), (*marks, len(text))


def _clusters(text: str) -> list[tuple[int, int]]:
    starts = [at for at, sign in enumerate(text) if at == 0 or not unicodedata.combining(sign)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _evened(accented: str, folded: str, marks: tuple[int, ...] | None) -> tuple[str, str, tuple[int, ...]]:
    """Leave one blank of every run and drop the signs nobody sees."""
    kept = [
        at for at, sign in enumerate(folded) if sign != UNSEEN and not (sign == " " and at and folded[at - 1] == " ")
    ]
    ends = marks[-1] if marks else len(accented)
    return (
        "".join([accented[at] for at in kept]),
        "".join([folded[at] for at in kept]),
        (*[marks[at] if marks else at for at in kept], ends),
    )


def _spaced(accented: str, folded: str, marks: tuple[int, ...] | None) -> tuple[str, str, tuple[int, ...]]:
    """Take out the blanks before commas and set those that were left out."""
    given = marks or range(len(folded) + 1)
    seen: list[str] = []
    read_as: list[str] = []
    places: list[int] = []
    at = 0
    for found in UNEVEN.finditer(folded):
        end = found.start() if found[0] == " " else found.end()
        seen.append(accented[at:end])
        read_as.append(folded[at:end])
        places += given[at:end]
        if found[0] != " ":
            seen.append(" ")
            read_as.append(" ")
            places.append(given[end])
        at = found.end()
    seen.append(accented[at:])
    read_as.append(folded[at:])
    return "".join(seen), "".join(read_as), (*places, *given[at:])
