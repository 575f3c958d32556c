"""Tables whose first column counts weeks, months or steps on without a gap: a row without one is of the one above."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, takewhile

from schedules.plan import Block
from schedules.planning.tables.columns import Columns, Role
from schedules.wording import fold

COUNTED = re.compile(
    r"^\W*(?P<unit>tuan|thang|giai doan|dot|buoc)\s+(?P<first>\d{1,2})"
    r"(?:\s*(?:[-–,&+]|va|den)\s*(?:(?P=unit)\s+)?(?P<last>\d{1,2}))?\b"
)
FEWEST, MONTHS = 4, 12


def counted_rows(blocks: Sequence[Block], columns: Columns) -> int:
    """Return over how many first rows the times that stand first count on, so that none between them is missing.

    Where other times follow those counted, the rows up to the last of these; 0 where too few count on.
    """
    if columns.get(Role.TIME) != 0:
        return 0
    texts = [(at, block.cells[0].text) for at, block in enumerate(blocks) if block.cells]
    filled = [(at, text) for at, text in texts if text.strip() and blocks[at].cells[0].merged_from is None]
    told = [(at, COUNTED.match(fold(" ".join(text.split())))) for at, text in filled]
    found = [(at, one) for at, one in takewhile(lambda pair: pair[1] is not None, told) if one]
    if len(found) < FEWEST or any(one for _, one in told[len(found) :]):
        return 0
    if len({one["unit"] for _, one in found}) > 1 or not _follow(found[0][1]["unit"], [one for _, one in found]):
        return 0
    return len(blocks) if len(found) == len(told) else found[-1][0]


def _follow(unit: str, found: Sequence[re.Match[str]]) -> bool:
    spans = [(int(one["first"]), int(one["last"] or one["first"])) for one in found]
    around = MONTHS if unit == "thang" else 0
    return all(then[0] == (one[1] % around if around else one[1]) + 1 for one, then in pairwise(spans))
