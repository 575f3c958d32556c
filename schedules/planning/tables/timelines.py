"""Tables whose first column counts weeks, months or steps on without a gap: a row without one is of the one above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from schedules.plan import Block
from schedules.planning.tables.columns import Columns, Role
from schedules.wording import fold

COUNTED = re.compile(
    r"^\W*(?P<unit>tuan|thang|giai doan|dot|buoc)\s+(?P<first>\d{1,2})"
    r"(?:\s*(?:[-–,&+]|va|den)\s*(?:(?P=unit)\s+)?(?P<last>\d{1,2}))?\b"
)
FEWEST, MONTHS = 4, 12


def counts_on(blocks: Sequence[Block], columns: Columns) -> bool:
    """Whether the times that stand first in a table count on from row to row, so that none between them is missing."""
    if columns.get(Role.TIME) != 0:
        return False
    texts = [block.cells[0].text for block in blocks if block.cells and block.cells[0].merged_from is None]
    told = [COUNTED.match(fold(" ".join(text.split()))) for text in texts if text.strip()]
    found = [one for one in told if one]
    if len(found) < max(FEWEST, len(told)) or len({one["unit"] for one in found}) > 1:
        return False
    spans = [(int(one["first"]), int(one["last"] or one["first"])) for one in found]
    around = MONTHS if found[0]["unit"] == "thang" else 0
    return all(then[0] == (one[1] % around if around else one[1]) + 1 for one, then in pairwise(spans))
