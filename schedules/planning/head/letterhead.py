"""A letterhead or a closing that a scan or a copy glued into one line: its bodies, number, motto, place and day."""

from __future__ import annotations

import re

from schedules.planning.head.signing import is_signing_line
from schedules.planning.outline import is_capitals
from schedules.proofreading.naming import NAMED
from schedules.wording import fold

SIGNS = r"\s*[-–—.,:*_]*\s*"
MOTTO = re.compile(rf"(?<!\w)\S{{2,4}}\s+[1li]\S{{1,2}}p{SIGNS}t\S{{1,2}}\s+do{SIGNS}h\S{{2,4}}\s+ph\S{{1,3}}(?!\w)")
NATION = re.compile(
    r"(?<!\w)c\S{1,2}ng\s+h\S{1,2}a\s+x\S{1,2}\s+h\S{1,2}i\s+ch\S{1,2}\s+ngh\S{1,3}\s+vi\S{1,2}t\s+nam\b"
)
"""The nation and its motto, however misread: "P6c lap - Ty do - Hanh phic"."""

NUMBER = re.compile(r"(?<!\w)[s$5][o06]\s*:\s*[\d.…_]*\s*[/-]")
PLACE_AND_DAY = re.compile(r"(?<!\w)(?:\S+\s+){1,5}\S+\s*,\s*ng\w{1,2}y\s*[\d.…_]*\s*th\w{2,4}\b")
PARTED = re.compile(r"\s*[|;\t\n]\s*|\s{2,}|\s+—\s+")
RECIPIENTS = re.compile(r"^\W*n[o0]i nh\wn\b")
BODY = re.compile(
    r"^\W*(?:ubnd|uy ban|so|phong|tr\w{1,3}ng|dang|chi bo|cong doan|doan|doi|lien doi|hoi dong|trung tam|"
    r"(?:pho )?hi\wu tr\w{1,3}ng|kt|tm|chu tich|to truong)\b"
)
"""What a letterhead or a signature names in capitals."""

BLANK = " *_.,;:|–—-"
LONGEST = 600


def lines_of_letterhead(line: str) -> tuple[str, ...]:
    """Return the lines that were glued into one of a letterhead or of a closing; () for any other line."""
    if len(line) > LONGEST:
        return ()
    pieces = tuple(piece for part in PARTED.split(line) for piece in _cut(part.strip(BLANK)) if piece)
    if len(pieces) < 2:  # noqa: PLR2004
        return ()
    stamped = _opens(pieces[0]) and any(_is_stamp(piece) for piece in pieces)
    return pieces if stamped or _is_signed_beside(pieces) else ()


def _opens(piece: str) -> bool:
    """Whether a letterhead may begin so: with a body in capitals, a school, the nation or its motto, the number."""
    plain = fold(piece)
    return is_capitals(piece) or _is_stamp(piece) or any(one.match(plain) for one in (NUMBER, NAMED))


def _is_stamp(piece: str) -> bool:
    return any(pattern.fullmatch(fold(piece)) for pattern in (MOTTO, NATION))


def _cut(part: str) -> list[str]:
    """Part what stands round the nation, its motto and the number, where it is nothing but a letterhead."""
    for pattern in (MOTTO, NATION):
        match = pattern.search(fold(part))
        if match is None:
            continue
        before, after = part[: match.start()].strip(BLANK), part[match.end() :].strip(BLANK)
        if _ends_line(before) and (not after or _begins_line(after)):
            return [*_cut(before), part[match.start() : match.end()], *_cut(after)]
    number = NUMBER.search(fold(part))
    if number and number.start() and is_capitals(before := part[: number.start()].strip(BLANK)):
        return [before, part[number.start() :]]
    return [part]


def _ends_line(before: str) -> bool:
    """Whether words may stand before the motto in a letterhead: a body in capitals, its number, or nothing."""
    plain = fold(before)
    return not before or is_capitals(before) or any(pattern.search(plain) for pattern in (NATION, NUMBER))


def _begins_line(after: str) -> bool:
    plain = fold(after)
    return is_capitals(after) or any(pattern.match(plain) for pattern in (PLACE_AND_DAY, NUMBER, MOTTO, NATION))


def _is_signed_beside(pieces: tuple[str, ...]) -> bool:
    """Whether a piece is the place and day of signing, and others a body in capitals, a number, or the recipients."""
    others = [piece for piece in pieces if not is_signing_line(piece)]
    if not others or len(others) == len(pieces):
        return False
    plain = [(fold(piece), is_capitals(piece)) for piece in others]
    return any(NUMBER.match(one) or RECIPIENTS.match(one) or (capitals and BODY.match(one)) for one, capitals in plain)
