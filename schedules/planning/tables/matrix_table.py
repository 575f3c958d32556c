"""Tables whose columns are times or people: works marked month by month, or written where a row and a column meet."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from schedules.plan import Block, Cell, Due
from schedules.planning.drafts import in_column
from schedules.planning.people.persons import are_people
from schedules.planning.tables.column_contents import Contents, completed, contents_of
from schedules.planning.tables.columns import Role, by_labels, people_beside
from schedules.planning.tables.contents import Holds, is_time
from schedules.planning.tables.row import Row
from schedules.wording import Context, fold, when

FEWEST_TIMES, FEWEST_PEOPLE, HEADER_ROWS = 2, 2, 3
MOST, DOUBTFUL = 0.7, 0.5
SHORT_MONTH = re.compile(r"^\W*(?:t|th)\.?\s*(0?[1-9]|1[0-2])(?:\s*[/-]\s*(20\d\d))?\W*$")
HOUR = re.compile(r"^\W*(?:luc\s+)?\d{1,2}\s*(?:[hg:]|gio)\s*\d{0,2}(?:\W+\d{1,2}\s*(?:[hg:]|gio)\s*\d{0,2})?\W*$")

GROUPS = re.compile(r"^\W*(?:ten )?(?:cac )?(?:to|khoi|lop|nhom|bo phan|don vi|diem truong|co so|chi doan|chi doi)\b")


@dataclass(frozen=True, slots=True)
class Across:
    """A header of times or people: which columns they are, and the due of each where they are times."""

    rows: int
    columns: tuple[int, ...]
    dues: tuple[Due, ...] = ()


def matrix_rows(blocks: Sequence[Block], context: Context) -> tuple[Row, ...]:
    """Return a row of work for every cell or mark where times or people stand across; () for other tables."""
    if across := times_across(blocks, context):
        return tuple(_of_times(blocks, across, context))
    if across := _people_across(blocks, context):
        return tuple(_of_people(blocks, across))
    return ()


def times_across(blocks: Sequence[Block], context: Context) -> Across | None:
    """Return the header whose cells are times in order, each with days of its own; None without one."""
    for number, block in enumerate(blocks[:HEADER_ROWS]):
        found = [(at, due) for at, cell in enumerate(block.cells) if (due := _time_of(cell.text, context)).dated]
        dues = [due for _, due in found]
        days = [due.day for due in dues if due.day]
        if len(found) < FEWEST_TIMES or found[0][0] == 0 or days != sorted(set(days)) or number + 1 == len(blocks):
            continue
        return Across(number + 1, tuple(at for at, _ in found), tuple(dues))
    return None


def _time_of(label: str, context: Context) -> Due:
    flat = " ".join(label.split())
    if short := SHORT_MONTH.match(fold(flat)):
        flat = f"Tháng {short[1]}/{short[2]}" if short[2] else f"Tháng {short[1]}"
    if not is_time(flat, context):
        return Due()
    return replace(when(flat, in_column(context)), words=" ".join(label.split()))


def _people_across(blocks: Sequence[Block], context: Context) -> Across | None:
    """Find the header that names who does what stands under it, beside a first column of times."""
    header = blocks[0]
    named = [at for at, cell in enumerate(header.cells) if at and are_people(cell.text) and not _is_label(cell.text)]
    held = contents_of(blocks[1:], context)
    if len(named) < FEWEST_PEOPLE or not held or held[0].share(Holds.TIME) < MOST:
        return None
    texts = all(held[at].filled and held[at].share(Holds.TEXT) >= MOST for at in named)
    if any(HOUR.match(fold(block.cells[at].text)) for block in blocks[1:] for at in named if at < len(block.cells)):
        return None  # what stands elsewhere is held then, at an hour for each
    return Across(1, tuple(named)) if texts else None


def _is_label(text: str) -> bool:
    """Whether a header cell says what its column is for, and does not name somebody: "Người thực hiện"."""
    return bool(
        re.match(
            r"^\W*(?:nguoi|bo phan|don vi|ca nhan|luc luong)\W*(?:thuc hien|phu trach|chu tri|phoi hop)?\b", fold(text)
        )
    )


def _of_people(blocks: Sequence[Block], across: Across) -> Iterator[Row]:
    header, time = blocks[0], ""
    for block in blocks[across.rows :]:
        time = block.cells[0].text if block.cells[0].text.strip() or not is_whole(block) else time  # merged, as pasted
        for at in across.columns:
            if at < len(block.cells) and (cell := block.cells[at]).text.strip() and cell.merged_from is None:
                owner = header.cells[at].text if is_whole(block) else ""
                yield _row(block, cell, time, owner)


def _of_times(blocks: Sequence[Block], across: Across, context: Context) -> Iterator[Row]:
    below = blocks[across.rows :]
    held = contents_of(below, context)
    if are_marks(below, across):
        yield from _marked(blocks, across, context)
    elif _are_works(held, across):
        head = next((at for at in range(across.columns[0]) if held[at].share(Holds.NUMBER) < MOST), 0)
        people = _people_at(blocks, held, across)
        again = _said_again(below, across)
        for block in below:
            owner = block.cells[head].text if not people and are_people(block.cells[head].text) else ""
            group = "" if owner or people else _group_of(blocks[across.rows - 1], block, head)
            told = {role: block.cells[at].text.strip() for role, at in people.items() if at < len(block.cells)}
            for row in _written(block, across, owner):
                own = group if fold(row.text(Role.WORK)) in again else ""
                yield replace(row, texts={**row.texts, **told}, group=own) if is_whole(block) else row


def _said_again(below: Sequence[Block], across: Across) -> set[str]:
    """Return the works that several rows have in the same words: only whom they are for sets them apart."""
    texts = (fold(block.cells[at].text.strip()) for block in below for at in across.columns if at < len(block.cells))
    return {text for text, count in Counter(texts).items() if count > 1}


def _group_of(header: Block, block: Block, at: int) -> str:
    """Return whom of several a row is for, where its first column is one of groups or places."""
    named = at < len(header.cells) and GROUPS.match(fold(header.cells[at].text))
    return " ".join(block.cells[at].text.split()) if named else ""


def _people_at(blocks: Sequence[Block], held: Sequence[Contents], across: Across) -> dict[Role, int]:
    """Return the columns of who does the works of a row: a column of people behind the times is one by any name."""
    people = people_beside(blocks[: across.rows], across.columns)
    behind = [at for at in range(across.columns[-1] + 1, len(held)) if at not in people.values()]
    found = next((at for at in behind if held[at].filled and held[at].share(Holds.PEOPLE) >= MOST), None)
    return people if found is None or people.get(Role.LEAD, 0) > across.columns[0] else {**people, Role.LEAD: found}


def _are_works(held: Sequence[Contents], across: Across) -> bool:
    filled = [held[at] for at in across.columns if at < len(held) and held[at].filled]
    return bool(filled) and all(one.share(Holds.TEXT) >= MOST for one in filled)


def are_marks(below: Sequence[Block], across: Across) -> bool:
    """Whether the cells under the times of a header hold marks and nothing else."""
    kinds = [is_mark(block.cells[at].text) for block in below for at in across.columns if at < len(block.cells)]
    texts = [block.cells[at].text for block in below for at in across.columns if at < len(block.cells)]
    return all(kinds) and any(map(is_marked, texts))


def is_mark(text: str) -> bool:
    """Whether a cell only marks that its row is meant, or is empty."""
    return len(text.strip()) <= 1 or text.strip().lower() in {"xx", "có"}


def is_marked(text: str) -> bool:
    """Whether a cell of marks holds one: a dash or a nought says that nothing is done then."""
    return bool(text.strip(" \n-–—_./0"))


def is_whole(block: Block) -> bool:
    """Whether no cell of a row is doubtful: where one was lost, the others may stand in the wrong column."""
    return all(cell.confidence > DOUBTFUL for cell in block.cells)


def _written(block: Block, across: Across, owner: str) -> Iterator[Row]:
    for at, due in zip(across.columns, across.dues, strict=True):
        if at < len(block.cells) and (cell := block.cells[at]).text.strip() and cell.merged_from is None:
            row = _row(block, cell, "", owner)
            yield replace(row, told=due) if is_whole(block) else row


def _marked(blocks: Sequence[Block], across: Across, context: Context) -> Iterator[Row]:
    """Yield a row for every unbroken run of marks of every work."""
    labels = [cell.text for cell in blocks[across.rows - 1].cells]
    others = [text if at not in across.columns else "" for at, text in enumerate(labels)]
    below = blocks[across.rows :]
    columns = completed(by_labels(others), others, below, context)
    if Role.WORK not in columns or columns[Role.WORK] in across.columns:
        return
    for block in below:
        cells = {
            role: block.cells[at] for role, at in columns.items() if at < len(block.cells) and at not in across.columns
        }
        texts = {role: cell.text.strip() for role, cell in cells.items()}
        if not texts.get(Role.WORK):
            continue
        row = Row(block, texts, {role: cell.place for role, cell in cells.items()})
        if not is_whole(block):
            yield row
            continue
        for due in _runs(block, across):
            yield replace(row, told=due)


def _runs(block: Block, across: Across) -> Iterator[Due]:
    marked = [at < len(block.cells) and is_marked(block.cells[at].text) for at in across.columns]
    for on, run in groupby(range(len(marked)), key=lambda number: marked[number]):
        if on:
            dues = [across.dues[number] for number in run]
            yield _together(dues[0], dues[-1])


def _together(first: Due, last: Due) -> Due:
    if first is last or not first.day or not last.day:
        return first
    words = f"{first.words} – {last.words}"
    return replace(first, words=words, day=last.day, basis=f"đánh dấu từ {first.words} đến {last.words}")


def _row(block: Block, cell: Cell, time: str, owner: str) -> Row:
    texts = {Role.WORK: cell.text.strip(), Role.TIME: time.strip(), Role.LEAD: owner.strip()}
    return Row(block, texts, {Role.WORK: cell.place, Role.TIME: block.cells[0].place})
