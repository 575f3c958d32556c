"""A table that goes on as a second one, its header not repeated: the columns above are its columns too."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from schedules.plan import Block
from schedules.planning.columns import Columns


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
    if rows or not above.columns or width != above.width or gainsaid:
        return Headed(columns, rows, width)
    return Headed(above.columns, 0, width, lent=True)
