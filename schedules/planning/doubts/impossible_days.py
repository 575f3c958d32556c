"""Days in a plan that no calendar has ("31/9"): told as what stops the work from being due."""

from __future__ import annotations

from schedules.plan import Finding, Place, Severity


def impossible_day(problem: str, quote: str, place: Place) -> Finding:
    """Return the finding for such a day; `problem` is what the wording says of it, `quote` the words that name it."""
    message = f"{problem.rstrip('.')}. Hạn viết ở đó không dùng được."
    advice = "Sửa lại ngày trong kế hoạch rồi nhập lại."
    return Finding("ngay-khong-co", Severity.BLOCK, message, (quote,), advice, (place,))
