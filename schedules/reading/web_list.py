"""The numbers and bullets a browser draws before list items; they are not in the text of a page."""

from __future__ import annotations

import re
from typing import Any

from schedules.reading.list_numbers import BULLET, SIGNED, written

LABEL = "label-shown"
BARE = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
WHOLE = re.compile(r"\s*(-?\d{1,6})\s*$")


def number_lists(root: Any) -> None:
    """Set on every <li> what a browser shows before it, as attribute LABEL: "3.", "b.", "-", or nothing."""
    for lists in root.iter("ol", "ul"):
        number = _whole(lists.get("start"), 1)
        for item in lists.iterchildren("li"):
            number = _whole(item.get("value"), number)
            item.set(LABEL, _label(lists, item, number))
            number += 1


def _label(lists: Any, item: Any, number: int) -> str:
    if any(BARE.search(one.get("style", "")) for one in (item, lists)):
        return ""
    if lists.tag == "ul":
        return BULLET
    form = SIGNED.get(item.get("type") or lists.get("type", "1"), "decimal")
    return f"{written(number, form)}."


def _whole(text: str | None, otherwise: int) -> int:
    found = WHOLE.match(text or "")
    return int(found[1]) if found else otherwise
