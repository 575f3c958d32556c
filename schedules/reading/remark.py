"""What a reader could not read well, said as a finding; every rule begins with "doc-" (đọc)."""

from __future__ import annotations

from schedules.plan import Finding, Place, Severity


def remark(rule: str, message: str, suggestion: str = "", place: Place | None = None) -> Finding:
    """Return a finding for people to know: nothing to decide."""
    return Finding(f"doc-{rule}", Severity.INFO, message, suggestion=suggestion, places=(place,) if place else ())


def warning(rule: str, message: str, suggestion: str = "", place: Place | None = None) -> Finding:
    """Return a finding for people to decide: part of the file was not read, or not surely."""
    return Finding(f"doc-{rule}", Severity.CHOICE, message, suggestion=suggestion, places=(place,) if place else ())


def cut_short() -> Finding:
    """Return the finding that a file ends before its end."""
    return warning(
        "cat-ngang", "Tệp bị cắt ngang nên có thể thiếu phần cuối.", "Hãy tải hoặc chép lại tệp gốc rồi nhập lại."
    )
