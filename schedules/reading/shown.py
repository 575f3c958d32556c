"""A cell's value and number format → the words people see; never a day, month or year that is not shown."""

from __future__ import annotations

import re
from datetime import date, datetime, time

QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|_.')
DATE_PARTS = re.compile(r"y+|m+|d+|h+|s+", re.IGNORECASE)


def shown(value: object, number_format: str | None) -> str:
    """Return the text of a value: dates as dd/mm/yyyy less the parts its format hides, numbers as written."""
    layout = QUOTED.sub("", (number_format or "").split(";")[0])
    if isinstance(value, bool):
        return "x" if value else ""
    if isinstance(value, datetime):
        return _day(value, layout) + _hour(value.time())
    if isinstance(value, date):
        return _day(value, layout)
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, int | float):
        return _number(float(value), layout)
    return str(value)


def _day(day: date, layout: str) -> str:
    """A cell shown as "09/2023" holds the first of September: to print that day would invent it."""
    parts = [part.lower()[0] for part in DATE_PARTS.findall(layout)]
    month = "m" in parts
    if not parts or layout.lower() == "general" or not (month or "y" in parts or "d" in parts):
        return f"{day:%d/%m/%Y}"
    wanted = [("d", f"{day:%d}"), ("m", f"{day:%m}"), ("y", f"{day:%Y}")]
    return "/".join(text for part, text in wanted if part in parts)


def _hour(clock: time) -> str:
    return f" {clock:%H:%M}" if clock != time() else ""


def _number(value: float, layout: str) -> str:
    if "%" in layout:
        return f"{_plain(value * 100)}%"
    if "#,##" in layout and abs(value) >= 1000 and value == int(value):  # noqa: PLR2004
        return f"{int(value):,}".replace(",", ".")
    zeros = re.fullmatch(r"0+", layout)
    return f"{int(value):0{len(layout)}d}" if zeros and value == int(value) else _plain(value)


def _plain(value: float) -> str:
    whole = abs(value) < 1e15 and value == int(value)  # noqa: PLR2004
    return str(int(value)) if whole else f"{value:.10g}".replace(".", ",")
