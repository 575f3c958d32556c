"""JSON as Zalo sends it: numbers as text, absent objects, ids as either; read without ever failing."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

NOTHING: Mapping[str, Any] = {}


def parsed(body: bytes) -> Mapping[str, Any]:
    """Return the JSON object in a body, empty when there is none."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        return NOTHING
    return found if isinstance(found, dict) else NOTHING


def object_in(body: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """Return the object under a name, empty when there is none."""
    value = body.get(name)
    return value if isinstance(value, dict) else NOTHING


def text_in(body: Mapping[str, Any], name: str) -> str:
    """Return the text or whole number under a name as text, empty when there is none."""
    value = body.get(name)
    return str(value) if isinstance(value, str | int) and not isinstance(value, bool) else ""


def number(raw: Any) -> int | None:
    """Return a whole number that may be written as text, None when it is none."""
    try:
        return int(raw) if isinstance(raw, float) else int(str(raw))
    except (ValueError, OverflowError):
        return None


def instant(raw: Any) -> datetime | None:
    """Return the aware instant of epoch milliseconds, None when there is none."""
    millis = number(raw)
    try:
        return None if millis is None else datetime.fromtimestamp(millis / 1000, UTC)
    except (ValueError, OverflowError, OSError):
        return None
