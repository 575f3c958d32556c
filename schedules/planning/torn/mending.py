"""Torn tables: sought only where lines hold bars, so that a whole document never loads what mends torn ones."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from schedules.plan import Block, Finding
from schedules.planning.drafts import Understood
from schedules.planning.outline import Item
from schedules.wording import Context

BAR = "|"
FEWEST_BARRED = 3
"""A line or two with a bar is no table."""


def with_rows(
    blocks: Sequence[Block], dated: Callable[[str], bool]
) -> tuple[tuple[Block, ...], tuple[Finding, ...]] | None:
    """Return the blocks with torn tables made rows again and what is unsure of them; None where none was found."""
    if not _has_bars(blocks):
        return None
    from schedules.planning.torn.doubts import torn_doubts
    from schedules.planning.torn.grid import rebuilt

    made = rebuilt(blocks, dated)
    return (made.blocks, torn_doubts(made.tables)) if made.tables else None


def torn_works(items: Sequence[Item], context: Context) -> Understood:
    """Return the works of improvement tables too torn to be made rows again."""
    if not _has_bars([item.block for item in items]):
        return Understood()
    from schedules.planning.torn.table import torn_drafts

    return torn_drafts(items, context)


def _has_bars(blocks: Sequence[Block]) -> bool:
    return sum(BAR in block.text for block in blocks) >= FEWEST_BARRED
