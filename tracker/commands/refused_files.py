"""A file that could not be imported, as its entry in the list `tracker import --json` prints."""

from __future__ import annotations

from typing import Any

from tracker.commands.reading_files import unread_because
from tracker.contract import finding_json

NOTHING = ("new", "moved", "gone", "same")


def refused_json(source: str, sentence: str) -> dict[str, Any]:
    """Return the entry of a file nothing was stored of: no plan id, no status, why in the one finding."""
    return {
        "plan": {"id": None, "number": None, "school_year": None, "source": source},
        "status": None,
        **dict.fromkeys(NOTHING, 0),
        "findings": [finding_json(unread_because(sentence))],
    }
