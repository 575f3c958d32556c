"""Which of the first lines of a torn table are its header, and what its columns are for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from schedules.planning.tables.axis_labels import Axis, heads_crossed
from schedules.planning.tables.columns import Role, header_role
from schedules.planning.tables.people_columns import helpers_at
from schedules.planning.tables.session_table import is_session_header
from schedules.planning.torn.cells import joined
from schedules.planning.torn.fit import DATED_WORD, is_month
from schedules.planning.torn.grouping import LETTER, NAMED, Grid, begun_rows
from schedules.planning.torn.split import LOST_BAR, Columns, parted, pieces_of
from schedules.wording import fold

HIGHEST = 4
KEPT = 2
"""Readings kept of each height: the rows below decide between them."""

WORTH = 2.0
"""What a column understood in the header weighs against the bars put back to read it so."""

DEAREST, FEWEST_SHARE = 0.0, 0.6
"""A header must be understood in more columns than it takes guesses to read it."""

NO_LABEL = re.compile(rf"(?:{DATED_WORD.pattern})$|{NAMED.pattern}")
FEWEST_KNOWN = 2
BEFORE = {Axis.MONTH: Role.MONTH, Axis.WEEK: Role.WEEK}
LONGEST = 70
MOST_LOST = 2
UNTOLD = re.compile(
    r"^\W*(?:doi tuong(?: (?:duoc )?(?:kiem tra|tham gia))?|thanh phan(?: tham (?:gia|du))?|dia diem|lop|"
    r"hinh thuc|phuong phap|buoi|ghi chu)\W*$"
)
"""Labels of columns that are no work, time or people."""

DIGIT = re.compile(r"(?<=[^\W\d])[06](?=[^\W\d])")
"""A scan reads “ô” as 6 within a word: “N6i dung”."""

PARTED, GROUP_PIECES = 2, 2
MOSTLY = 0.6
"""Where so many lines have all the bars of the widest, no column is left to guess."""

UNKNOWN, FEWEST_LINES = 20, 4
OUTLIERS = 12
"""One piece in so many may be wider than its column: its bar was lost."""


@dataclass(frozen=True, slots=True)
class Head:
    """A header as it may be read: the text of each column, how many lines it takes, what the columns are for."""

    texts: tuple[str, ...]
    height: int
    roles: tuple[Role | None, ...]
    widths: tuple[int, ...]
    cost: float


def heads_of(lines: Sequence[str]) -> list[Head]:
    """Return the likeliest headers of a torn table of each height; [] where none is understood."""
    found: list[Head] = []
    counts = Counter(len(pieces_of(line)) for line in lines)
    twice = [count for count, often in counts.items() if often > 1]
    shown = max(*twice, len(pieces_of(lines[0])), 2)
    steady = counts[shown] >= MOSTLY * (len(lines) - counts[1])
    for columns in (shown,) if steady else (shown, shown + 1):
        widths = _widths(lines, columns)
        read = [*_readings(lines, widths), *_run_together(lines[0], widths)]
        for height in range(1, HIGHEST + 1):
            heads = {head.texts: head for head in read if head.height == height and _is_understood(head)}
            found += sorted(heads.values(), key=lambda head: head.cost)[:KEPT]
    return found


def _readings(lines: Sequence[str], widths: tuple[int, ...]) -> Iterator[Head]:
    plain = (None,) * len(widths)
    ways = tuple(parted(line, Columns(plain, widths)) for line in lines[:HIGHEST])
    grid = Grid(ways, plain, widths, lambda _: False)
    for height, begun in enumerate(begun_rows(grid, 0), 1):
        if height >= len(lines) or (height > 1 and _is_data(pieces_of(lines[height - 1]))):
            return
        for chosen, cost in begun:
            texts = tuple(joined(column) for column in zip(*(way.cells for way in chosen), strict=True))
            yield _head(texts, widths, height, cost + (_lacking(lines[0], texts) if height == 1 else 0.0))
        if spread := _second_level(lines[:height], len(widths)):
            yield _head(spread, widths, height, begun[0][1] / 2)
        for lost, texts in _below_one(lines[:height], len(widths)):
            yield _head(texts, widths, height, begun[0][1] / 2 if not lost else LOST_BAR * lost)


def _lacking(line: str, texts: Sequence[str]) -> float:
    """Return what the labels cost that a header of one line has no bars for: bars lost, as any other."""
    return LOST_BAR * max(0, texts.count("") - sum(not piece for piece in pieces_of(line)))


def _run_together(line: str, widths: tuple[int, ...]) -> Iterator[Head]:
    """Yield the header with lost bars put back between labels that each tell what their column is for."""
    pieces = pieces_of(line)
    lost = len(widths) - len(pieces)
    if not 0 < lost <= MOST_LOST:
        return
    for texts in _labels(pieces, lost):
        yield _head(texts, widths, 1, LOST_BAR * lost)


def _labels(pieces: Sequence[str], lost: int) -> Iterator[tuple[str, ...]]:
    """Yield the ways to cut some texts `lost` times, each cut one into labels of its own."""
    if not pieces:
        yield from [()] * (not lost)
        return
    words = pieces[0].split()
    for here in range(min(lost, len(words) - 1) + 1):
        for parts in _cut(words, here) if here else [(pieces[0],)]:
            yield from ((*parts, *rest) for rest in _labels(pieces[1:], lost - here))


def _cut(words: Sequence[str], times: int) -> Iterator[tuple[str, ...]]:
    for cuts in combinations(range(1, len(words)), times):
        parts = tuple(" ".join(words[first:last]) for first, last in pairwise((0, *cuts, len(words))))
        if _are_labels(parts):
            yield parts


def _are_labels(parts: Sequence[str]) -> bool:
    """Whether each text is a label begun with a capital, and they tell of different columns."""
    roles = [_role(part) for part in parts]
    told = all(role or UNTOLD.match(fold(part)) for role, part in zip(roles, parts, strict=True))
    apart = {part if role is Role.OTHER else role for role, part in zip(roles, parts, strict=True)}
    return told and len(apart) == len(parts) and all(part[0].isupper() for part in parts)


def _role(label: str) -> Role | None:
    """Return what a label tells its column is for, a column of those who take part included."""
    return header_role(label) or (Role.HELP if helpers_at([label]) is not None else None)


def _head(texts: tuple[str, ...], widths: tuple[int, ...], height: int, cost: float) -> Head:
    texts = uncounted(tuple(DIGIT.sub("o", text) for text in texts))
    return Head(texts, height, _roles(texts), widths, cost - WORTH * _known(texts))


def uncounted(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return labels without the numbers of their columns, where each has its own behind it: "Hoàn thành (9)"."""
    told = [f"({at})" for at in range(1, len(texts) + 1)]
    bare = tuple(text.rstrip(" .,").removesuffix(sign).rstrip() for text, sign in zip(texts, told, strict=True))
    cut = sum(one != text for one, text in zip(bare, texts, strict=True))
    return bare if cut >= MOSTLY * len(texts) else texts


def _roles(texts: Sequence[str]) -> tuple[Role | None, ...]:
    """Return what the columns are for: where times cross, any but the first may be left empty."""
    if side := heads_crossed(texts):
        return (BEFORE[side], *(Role.WORK for _ in texts[1:]))
    return tuple(_role(text) for text in texts)


def _widths(lines: Sequence[str], columns: int) -> tuple[int, ...]:
    """Return how many letters a line of each column holds, less the few that lost a bar."""
    widths = []
    pieces = [pieces_of(line) for line in lines]
    full = [row for row in pieces if len(row) == columns]
    counted = [row for row in pieces if len(row) > GROUP_PIECES]
    pieces = full if full and len(full) >= MOSTLY * len(counted) else pieces
    for at in range(columns):
        lengths = sorted((len(row[at]) for row in pieces if at < len(row)), reverse=True)
        spare = min(len(lengths) // OUTLIERS, len(lengths) - 1) if lengths else 0
        told = sum(length > 0 for length in lengths) > 1  # its label alone does not tell how wide a column is
        widths.append((lengths[spare] if lengths and (told or len(lines) < FEWEST_LINES) else 0) or UNKNOWN)
    return tuple(widths)


def _is_data(pieces: Sequence[str]) -> bool:
    if (len(pieces) == 1 and not pieces[0][:1].islower()) or LETTER.fullmatch(pieces[0]):
        return True
    return bool(pieces[0]) and (is_month(pieces[0]) or pieces[0][0].isdigit() or bool(DATED_WORD.match(pieces[0])))


def _second_level(lines: Sequence[str], width: int) -> tuple[str, ...]:
    """Return the columns of a header whose last line names what the wide cells above it hold; () for another."""
    below = pieces_of(lines[-1])
    if len(lines) == 1 or len(below) != width:
        return ()
    rows = [pieces_of(line) for line in lines[:-1]]
    above = [" ".join(row[at] for row in rows if at < len(row)).strip() for at in range(width)]
    texts = tuple(text or above[at] for at, text in enumerate(below))
    return texts if sum(header_role(text) is not None for text in below) > 1 else ()


def _below_one(lines: Sequence[str], width: int) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Yield the columns of a header whose second line only parts one label of the first, with the bars that one lost.

    A beginning and an end part the times; other labels part the one they stand under.
    """
    upper, own = pieces_of(lines[0]), [(at, text) for at, text in enumerate(pieces_of(lines[-1])) if text]
    roles = [_role(text) for _, text in own]
    lost = width + 1 - len(upper) - len(own)
    if len(lines) != PARTED or len(own) < PARTED or None in roles or not 0 <= lost <= MOST_LOST:
        return
    for labels in _labels(upper, lost) if lost else (tuple(upper),):
        times = [at for at, text in enumerate(labels) if _role(text) is Role.TIME]
        at = times[0] if times and roles == [Role.START, Role.END] else own[0][0]
        yield lost, (*labels[:at], *(text for _, text in own), *labels[at + 1 :])


def _known(texts: Sequence[str]) -> float:
    """Return how much is understood of a header; two columns of works are common, two of any other kind are not."""
    roles = _roles(texts)
    known = {role for role in roles if role not in {None, Role.OTHER}}
    return len(known) + 0.5 * (roles.count(Role.OTHER) + (roles.count(Role.WORK) > 1)) - 0.1 * texts.count("")


def _is_understood(head: Head) -> bool:
    if heads_crossed(head.texts):
        return head.cost <= DEAREST
    if head.cost > DEAREST or any(len(text) > LONGEST or NO_LABEL.match(fold(text)) for text in head.texts):
        return False
    if is_session_header(head.texts):
        return True
    known = {role for role in head.roles if role not in {None, Role.OTHER, Role.NUMBER}}
    told = [bool(role or UNTOLD.match(fold(text))) for role, text in zip(head.roles, head.texts, strict=True) if text]
    share = sum(told) >= FEWEST_SHARE * len(told)
    return share and Role.WORK in known and len(known) >= FEWEST_KNOWN
