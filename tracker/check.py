"""One thing `tracker doctor` looked at: how it stands, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """How a check ended."""

    GOOD = "good"
    OPTIONAL = "optional"
    BROKEN = "broken"

    @property
    def sign(self) -> str:
        """The mark before the line."""
        return {"good": "✓", "optional": "–", "broken": "✗"}[self.value]


@dataclass(frozen=True, slots=True)
class Check:
    """One thing looked at: what was found and, when something is missing, how to mend it."""

    name: str
    verdict: Verdict
    found: str
    mend: str = ""
