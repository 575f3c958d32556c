"""Where one table ends and another begins: a second one without a header goes on, a header inside begins anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from schedules.plan import Block
from schedules.planning.tables.columns import TIMES, Columns, Role, by_labels, header_role, is_repeat
from schedules.planning.tables.particulars import heads_particulars
from schedules.planning.tables.time_heads import is_asking_header


@dataclass(frozen=True, slots=True)
class Headed:
    """What is known of a table: its columns, how many rows its header takes, how many cells its rows have.

    `lent` when the table above lends the columns.
    """

    columns: Columns = field(default_factory=dict)
    rows: int = 0
    width: int = 0
    lent: bool = False


def continued(above: Headed, blocks: Sequence[Block], columns: Columns, rows: int) -> Headed:
    """Return what is known of a table, by the table above where it has no header and as many cells.

    Where its own cells tell another column by what they hold, it is a table of its own.
    """
    width = max(len(block.cells) for block in blocks)
    gainsaid = any(above.columns.get(role, at) != at for role, at in columns.items())
    if rows or not above.columns or width != above.width or gainsaid or _has_head(blocks[0]):
        return Headed(columns, rows, width)
    return Headed(above.columns, 0, width, lent=True)


def _has_head(row: Block) -> bool:
    """Whether a row is a header, though of columns that name no work: "Tuần | Từ ngày | Đến ngày | Lớp trực"."""
    own = [cell.text for cell in row.cells if cell.text.strip()]
    labels = sum(header_role(text) is not None for text in own)
    return labels > 1 and not any(sign.isdigit() for text in own for sign in text)


def begun_anew(rows: Sequence[Block]) -> list[list[Block]]:
    """Return the rows of a table parted where a header of other columns stands: sheets put tables under each other."""
    tables: list[list[Block]] = [[]]
    header: Columns = {}
    under = 0
    for row in rows:
        opened = _is_set_apart(tables[-1], row)
        found = _as_header(row) or (_labels(row) if opened else {})
        other = opened and (heads_particulars([row]) or heads_particulars(tables[-1]))
        below = under > 0 or opened or (len(tables[-1]) > 1 and _asks(row))
        if other or (found and below and found != header and not is_repeat(row, tables[-1][0])):
            tables.append([])
        under = 0 if found else under + bool(header)
        header = found or header
        tables[-1].append(row)
    return tables


def _is_set_apart(above: Sequence[Block], row: Block) -> bool:
    """Whether a row follows an empty one and a heading in the first cell, as a sheet opens its next table."""
    if len(above) < 2 or row.place.row is None or above[-1].place.row is None:  # noqa: PLR2004
        return False
    heading = [at for at, cell in enumerate(above[-1].cells) if cell.text.strip()] == [0]
    return heading and row.place.row - above[-1].place.row > 1


def _labels(row: Block) -> Columns:
    """Return the columns of a row whose labels tell works and their times, whatever the others are; {} else."""
    columns = by_labels([cell.text for cell in row.cells])
    return columns if Role.WORK in columns and TIMES & columns.keys() else {}


def _asks(row: Block) -> bool:
    """Whether a row heads a table by a time column that asks for a work."""
    return is_asking_header([cell.text for cell in row.cells if cell.text.strip() and cell.merged_from is None])


def _as_header(row: Block) -> Columns:
    """Return the columns of a row that holds nothing but headings, of works and of their times; {} for any other."""
    own = [cell.text for cell in row.cells if cell.text.strip() and cell.merged_from is None]
    columns = by_labels([cell.text for cell in row.cells])
    if _asks(row):
        return columns
    if len(own) < 2 or any(header_role(text) is None for text in own):  # noqa: PLR2004
        return {}
    told = Role.WORK in columns and row.cells[columns[Role.WORK]].merged_from is None
    return columns if told and TIMES & columns.keys() else {}
