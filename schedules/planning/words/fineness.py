"""How fine a time is: fine enough to hold people to a work, or only a term or year in which it lies."""

from __future__ import annotations

from schedules.plan import Precision

FINE = frozenset({Precision.DAY, Precision.WEEK, Precision.MONTH})
"""What sets a deadline wherever it stands; a term or a year may only describe a noun, or be a direction."""
