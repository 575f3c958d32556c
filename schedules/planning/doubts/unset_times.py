"""Times still to come that a plan names and no work took: each is told with why, that none passes unseen."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from schedules.plan import Finding, Place, Severity
from schedules.planning.outline import Item, Part, is_capitals
from schedules.wording import Context, Unset, unset

RULE = "moc-chua-thanh-han"
SHOWN = 5
NAMES_TIME = re.compile(
    r"\d ?[/.-] ?\d|(?:ngày|tháng|tuần|thứ|m[ùồ]ng) ?\d|rằm tháng|\d (?:tháng (?:chạp|giêng)|tết)\b", re.IGNORECASE
)
"""What a line holds that names a day, a week or a month in figures, or a day of the moon; any other is not asked."""

SILENT = frozenset({Part.HEAD, Part.GROUNDS, Part.FORM})
"""Parts whose days are those of papers."""


def places_of(findings: Iterable[Finding]) -> frozenset[Place]:
    """Return every place that findings speak of."""
    return frozenset(place for finding in findings for place in finding.places)


def unset_times(
    items: Sequence[Item], dated: frozenset[int], told: frozenset[Place], context: Context
) -> tuple[Finding, ...]:
    """Return at most one finding: the times after the signing in lines that give no work, with why each sets none.

    `dated` are the indexes of items that are tasks, `told` the places other findings speak of already.
    """
    signed = context.doc_date
    if signed is None:
        return ()
    asked = [item for at, item in enumerate(items) if at not in dated and item.block.place not in told]
    found = list(_ahead(asked, context, signed))
    if not found:
        return ()
    said = [f"“{one.quote}” ({one.why.partition(';')[0]})" for one, _ in found]  # what to write instead is below
    more = f"; và {len(said) - SHOWN} mốc nữa" if len(said) > SHOWN else ""
    message = f"{len(said)} mốc sau ngày ký không thành hạn của việc nào: {'; '.join(said[:SHOWN])}{more}."
    advice = "Mốc nào là hạn của một việc thì thêm việc ấy; mốc chỉ được nhắc tới thì bỏ qua."
    quotes, places = tuple(one.quote for one, _ in found), tuple(place for _, place in found)
    return (Finding(RULE, Severity.INFO, message, quotes, advice, places),)


def _ahead(items: Iterable[Item], context: Context, signed: date) -> Iterator[tuple[Unset, Place]]:
    for item in items:
        if item.part in SILENT or _is_heading(item) or not NAMES_TIME.search(item.body):
            continue
        for one in unset(item.body, context):
            if one.last is not None and one.last > signed:
                yield one, item.block.place


def _is_heading(item: Item) -> bool:
    """Whether an item is a row, whose cells have findings of their own, or names what stands under it."""
    return item.block.is_row or item.block.heading or is_capitals(item.body)
