"""What a plan is called on pages, in reports and on the terminal: its kind and number."""

from __future__ import annotations

from typing import Protocol

UNKNOWN = "Kế hoạch"
"""What a plan is called that does not say what kind it is."""


class Named(Protocol):
    """What says its kind and number: a plan's header, or its row in the store."""

    @property
    def kind(self) -> str | None:
        """What the plan calls itself."""

    @property
    def number(self) -> str | None:
        """Its number in the school's books."""


def plan_name(plan: Named) -> str:
    """Return "Kế hoạch kiểm tra nội bộ số 12/KH-THCS"; a kind that ends with “số” keeps a comma before the number."""
    kind = plan.kind or UNKNOWN
    if not plan.number:
        return kind
    return f"{kind}{',' if kind.casefold().endswith(' số') else ''} số {plan.number}"
