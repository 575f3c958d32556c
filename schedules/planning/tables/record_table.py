"""Tables that say one thing a row: a label ("Nội dung", "Thời gian", "Phụ trách") and beside it what it says."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from schedules.plan import Block, Cell
from schedules.planning.tables.columns import PEOPLE, TIMES, Role, header_role
from schedules.planning.tables.row import Row

FEWEST_LABELS = 2
MOST = 0.6
CELLS = 2


def record_rows(blocks: Sequence[Block]) -> tuple[Row, ...]:
    """Return a row of work for every record; () for tables that are no list of labels and their words."""
    pairs = [_pair(block) for block in blocks]
    roles = [header_role(label.text) if label else None for label, _ in pairs]
    if pairs and _is_header(*pairs[0]):
        return ()
    told = sum(role is not None for role in roles)
    if told < max(FEWEST_LABELS, MOST * len(blocks)) or Role.WORK not in roles or Role.TIME not in roles:
        return ()
    return tuple(_records(blocks, pairs, roles))


def _is_header(label: Cell | None, words: Cell | None) -> bool:
    """Whether a row heads two columns, of works and of their times or people, and says nothing itself."""
    if label is None or words is None:
        return False
    first, then = header_role(label.text), header_role(words.text)
    return first is not then and Role.WORK in {first, then} and bool({first, then} & (TIMES | PEOPLE))


def _pair(block: Block) -> tuple[Cell | None, Cell | None]:
    """Return the label and the words of a row, a number before them left out."""
    cells = [cell for cell in block.cells if cell.merged_from is None and cell.text.strip()]
    if len(cells) > CELLS and cells[0].text.strip(" .").isdigit():
        cells = cells[1:]
    return (cells[0], cells[1]) if len(cells) == CELLS else (None, None)


def _records(
    blocks: Sequence[Block], pairs: Sequence[tuple[Cell | None, Cell | None]], roles: Sequence[Role | None]
) -> Iterator[Row]:
    held: dict[Role, Cell] = {}
    start: Block | None = None
    for block, (_, words), role in zip(blocks, pairs, roles, strict=True):
        if role is Role.WORK and start is not None and Role.WORK in held:
            yield _row(start, held)
            held, start = {}, None
        if words is not None and role is not None:
            held.setdefault(role, words)
            start = start or block
    if start is not None and Role.WORK in held:
        yield _row(start, held)


def _row(block: Block, held: dict[Role, Cell]) -> Row:
    texts = {role: cell.text.strip() for role, cell in held.items()}
    return Row(block, texts, {role: cell.place for role, cell in held.items()})
