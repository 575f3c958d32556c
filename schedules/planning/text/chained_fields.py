"""Several labels of one work on one line: "Người thực hiện: Văn thư. Thời gian: trước ngày 30/11"; each is a line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from schedules.planning.outline import Item
from schedules.planning.text.field_lines import is_field, is_helpers, is_note
from schedules.planning.text.labels import says_when

SIGN = re.compile(r"(?:[.;,|]|\s[-–—])\s+(?=[^\W\d_])")
"""What may stand between two labels."""


def with_fields_apart(items: Sequence[Item]) -> list[Item]:
    """Return the items with each line that chains labels up to one of time in parts, one label each.

    Such a line says who, where or for how much and then when; the work itself stands elsewhere.
    """
    return [part for item in items for part in _parts(item)]


def _parts(item: Item) -> Iterator[Item]:
    starts = [] if item.block.is_row else [0, *(sign.end() for sign in SIGN.finditer(item.body))]
    when = next((start for start in starts if start and says_when(item.body[start:])), 0)
    if not when or not _is_label(item, item.body):
        yield item
        return
    labels = [start for start in starts if start < when and _is_label(item, item.body[start:])]
    for start, end in pairwise((*labels, when)):
        yield _part(item, item.body[start:end].rstrip(" ,;|-–—"), first=not start)
    yield _part(item, item.body[when:], first=False)


def _part(item: Item, text: str, *, first: bool) -> Item:
    lead = item.block.text[: item.at] if first else ""
    return replace(item, block=replace(item.block, text=f"{lead}{text}"), body=text, at=len(lead))


def _is_label(item: Item, text: str) -> bool:
    """Whether a text begins with a label that tells one thing of a work, and not when it is due."""
    part = replace(item, body=text)
    return not says_when(text) and (is_field(part) or is_helpers(part) or is_note(part))
