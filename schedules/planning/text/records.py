"""Which labelled lines speak of one work: a name and "Việc cần làm: …", "Phụ trách: …", "Thời gian: …" below it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import takewhile

from schedules.planning.outline import Item
from schedules.planning.text.field_lines import is_field, is_note
from schedules.planning.text.labels import done_in, says_when
from schedules.wording import fold

Records = Mapping[int, int]
"""The index of each line with that of the line its record begins at."""


def records_of(items: Sequence[Item]) -> Records:
    """Return the record each line belongs to: a line without a label and the labelled ones behind it.

    A label told again begins the next record; so does a line under other headings.
    """
    found: dict[int, int] = {}
    begun, seen = -1, set[str]()
    for at, item in enumerate(items):
        label = _label(item)
        if not label or begun < 0 or label in seen or not _goes_on(items[begun], item):
            begun, seen = at, set()
        found[at] = -1 if item.block.is_row else begun
        begun = -1 if item.block.is_row else begun
        seen.add(label)
    return found


def lines_of(items: Sequence[Item], records: Records, at: int) -> list[int]:
    """Return the indexes of the lines of the record that the line at an index belongs to."""
    first = records[at]
    return list(takewhile(lambda one: records[one] == first, range(first, len(items)))) if first >= 0 else []


def _label(item: Item) -> str:
    """Return what labels a line as a part of a record, its number aside; "" for every other line."""
    told = not item.block.is_row and (is_field(item) or is_note(item) or says_when(item.body) or done_in(item.body))
    return fold(item.body).partition(":")[0].strip(" -*0123456789") if told else ""


def _goes_on(first: Item, item: Item) -> bool:
    return item.headings in {first.headings, (*first.headings, first.body)}
