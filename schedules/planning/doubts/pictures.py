"""Dates that rest on numbers a machine read from a picture without certainty: doubted, or left out, always said."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from schedules.plan import NO_DUE, Block, Cell, Finding, Mention, Place, Severity, Task
from schedules.proofreading.agreement import in_force
from schedules.wording import fold

DOUBTED, UNREAD = "so-khong-chac", "o-thoi-gian-khong-doc-duoc"
UNSURE = 0.4
"""How sure a task is whose date rests on a doubtful number: it stands among the first to be looked at."""

TIME_CELL = re.compile(
    r"\W*(?:tuan|thang|ngay|thu|quy|truoc|sau|tu|den|cuoi|dau|giua|trong|cham nhat|hoc ky|hk)\b.*|[\W\d]*\d[\W\d]*"
)
COUNTER = re.compile(r"\W*(?:s?tt|so tt|so thu tu|muc)\W*")
ADVICE = "Hãy so với bản giấy rồi xác nhận hoặc sửa hạn."

Spot = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Unsure:
    """What a picture leaves open: the blocks with doubtful numbers, and the rows whose time was not read."""

    blocks: Mapping[Spot, Block]
    unread: frozenset[Spot]
    signed: date | None = None


def unsure_in(blocks: Sequence[Block], signed: date | None = None) -> Unsure:
    """Return what is doubtful in the blocks of a document `signed` on a day; nothing unless some was a picture."""
    numbers = {_spot(block.place): block for block in blocks if _doubtful(block)}
    tables: dict[int | None, list[Block]] = {}
    for block in blocks:
        if block.is_row:
            tables.setdefault(block.place.table, []).append(block)
    unread = {spot for rows in tables.values() for spot in _unread(rows)}
    return Unsure(numbers, frozenset(unread), signed)


def doubted(tasks: Sequence[Task], unsure: Unsure) -> tuple[tuple[Task, ...], tuple[Finding, ...]]:
    """Return the tasks, those on doubtful numbers marked and those on unread cells without date, and what to say."""
    if not unsure.blocks and not unsure.unread:
        return tuple(tasks), ()
    judged = [_judged(task, unsure) for task in tasks]
    return tuple(task for task, _ in judged), tuple(finding for _, finding in judged if finding)


def _judged(task: Task, unsure: Unsure) -> tuple[Task, Finding | None]:
    if not task.due.dated:
        return task, None
    lost = [mention for mention in task.mentions if _spot(mention.place) in unsure.unread]
    sure = [mention for mention in task.mentions if mention not in lost and not _numbers(mention, unsure)]
    if any((one.due.start, one.due.day) == (task.due.start, task.due.day) for one in sure):
        return task, None  # another place of the plan says the same
    if lost:
        return _without(task, lost, unsure.signed), _unread_finding(task, lost)
    words = [word for mention in task.mentions for word in _numbers(mention, unsure)]
    if not words:
        return task, None
    return replace(task, confidence=min(task.confidence, UNSURE)), _doubt_finding(task, words)


def _without(task: Task, lost: Sequence[Mention], signed: date | None) -> Task:
    mentions = tuple(replace(one, due=NO_DUE) if one in lost else one for one in task.mentions)
    dues = [one.due for one in mentions if one.due.dated]
    return replace(task, mentions=mentions, due=in_force(dues, signed) if dues else NO_DUE, confidence=UNSURE)


def _numbers(mention: Mention, unsure: Unsure) -> tuple[str, ...]:
    """Return the doubtful numbers that stand in the words of a date; of a row all in its cells of times count."""
    block = unsure.blocks.get(_spot(mention.place))
    if block is None:
        return ()
    words = f"{mention.due.words} {mention.due.basis}"
    meant = tuple(word for word in _doubtful(block) if _stands_in(word.strip(".,;:()"), words))
    times = tuple(word for cell in block.cells if _is_time(cell) for word in cell.doubtful)
    return tuple(dict.fromkeys((*times, *meant)))


def _stands_in(number: str, words: str) -> bool:
    """Whether a number stands whole in the words of a date: the 5 of "15/9" is another one."""
    return re.search(rf"(?<![\d/]){re.escape(number)}(?![\d/])", words) is not None


def _spot(place: Place) -> Spot:
    """A row is known by its table and number: its mentions name the cell."""
    return (place.table, place.row) if place.row is not None else (place.page, place.paragraph, place.line)


def _doubtful(block: Block) -> tuple[str, ...]:
    return (*block.doubtful, *(word for cell in block.cells for word in cell.doubtful))


def _is_time(cell: Cell) -> bool:
    return TIME_CELL.fullmatch(" ".join(fold(cell.text).split())) is not None


def _unread(rows: Sequence[Block]) -> set[Spot]:
    """Return the rows where a cell of a column of times holds ink nobody could read, and those it speaks for."""
    found: set[Spot] = set()
    for at in range(max(len(row.cells) for row in rows)):
        column = [(row, row.cells[at]) for row in rows if at < len(row.cells)]
        if not _are_times([cell for _, cell in column]):
            continue
        lost = False
        for row, cell in column:
            # An empty cell below an unread one may belong to it.
            lost = not cell.text.strip() and (lost or 0 < cell.confidence < UNSURE)
            if lost:
                found.add(_spot(row.place))
    return found


def _are_times(cells: Sequence[Cell]) -> bool:
    texts = [cell.text for cell in cells if cell.text.strip()]
    if not texts or COUNTER.fullmatch(fold(texts[0])):
        return False
    return 2 * sum(map(_is_time, (cell for cell in cells[1:] if cell.text.strip()))) >= len(texts) - 1


def _doubt_finding(task: Task, words: Sequence[str]) -> Finding:
    told = ", ".join(f"“{word}”" for word in dict.fromkeys(words))
    message = f"Hạn của “{task.title}” dựa vào số máy nhận dạng không chắc trong ảnh: {told}."
    return Finding(DOUBTED, Severity.CHOICE, message, _quotes(task.mentions), ADVICE, _places(task.mentions))


def _unread_finding(task: Task, lost: Sequence[Mention]) -> Finding:
    message = f"Ô thời gian của “{task.title}” có chữ mà máy không đọc được trong ảnh nên không lấy hạn."
    return Finding(UNREAD, Severity.CHOICE, message, _quotes(lost), ADVICE, _places(lost))


def _quotes(mentions: Sequence[Mention]) -> tuple[str, ...]:
    return tuple(mention.quote for mention in mentions)


def _places(mentions: Sequence[Mention]) -> tuple[Place, ...]:
    return tuple(mention.place for mention in mentions)
