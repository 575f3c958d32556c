"""What a person types about a task, as it is kept: one line of text, names apart by commas."""

from __future__ import annotations

from tracker.refusal import Refusal

LONGEST_TITLE = 500
LONGEST_REASON = 500
LONGEST_NAME = 200


def line(text: str, what: str, longest: int) -> str:
    """Return a text on one line; raise Refusal when it is empty or too long."""
    text = " ".join(text.split())
    if not text or len(text) > longest:
        raise Refusal(f"{what} cần từ 1 đến {longest} ký tự, hiện có {len(text)}. Hãy ghi lại.")
    return text


def names(text: str) -> tuple[str, ...]:
    """Return the names in a text, apart by commas, semicolons or lines, each once."""
    parts = [" ".join(part.split()) for part in text.replace(";", ",").replace("\n", ",").split(",")]
    found = tuple(dict.fromkeys(part for part in parts if part))
    for name in found:
        line(name, "Tên người", LONGEST_NAME)
    return found
