"""A plan a draft may be the corrected copy of, under another number."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.plan_names import plan_name
from tracker.store.records import PlanStatus, StoredPlan


@dataclass(frozen=True, slots=True)
class Predecessor:
    """A plan a draft may correct, how many works both share, and whether people said so as they uploaded it."""

    plan: StoredPlan
    shared: int
    proposed: bool = False

    @property
    def in_force(self) -> bool:
        """Whether it is in force; it was recalled otherwise."""
        return self.plan.status is PlanStatus.PUBLISHED

    @property
    def name(self) -> str:
        """What it is called, and whether it is in force."""
        standing = "đang có hiệu lực" if self.in_force else "đã thu hồi"
        return f"{plan_name(self.plan)} ({standing})"
