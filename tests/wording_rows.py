"""The rows of tests/examples/wording/*.toml: a wording, its context, and what must come of it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schedules.calendar import load_calendar
from schedules.plan import SchoolYear
from schedules.wording import Context

EXAMPLES = Path(__file__).with_name("examples") / "wording"
CALENDAR = load_calendar()
KEYS = {"school_year", "dated", "table_month", "time_column", "corrected"}
KEYS |= {"match", "since", "recurring", "none", "impossible", "undated"}


@dataclass(frozen=True)
class Row:
    """One wording, its context, and what must come of it."""

    text: str
    context: Context
    expected: str
    corrected: bool = False


def all_rows() -> list[Row]:
    rows: list[Row] = []
    for path in sorted(EXAMPLES.glob("*.toml")):
        for group in tomllib.loads(path.read_text(encoding="utf-8"))["group"]:
            rows.extend(_of_group(group))
    return rows


def _of_group(group: dict[str, Any]) -> list[Row]:
    assert not group.keys() - KEYS, f"a group of rows says what no test reads: {group.keys() - KEYS}"
    year = SchoolYear.parse(group["school_year"]) if "school_year" in group else None
    context = Context(CALENDAR, year, group.get("dated"), group.get("table_month"), group.get("time_column", False))
    corrected = group.get("corrected", False)
    expected = dict(group.get("match", {}))
    expected |= {text: f"since {days}" for text, days in group.get("since", {}).items()}
    expected |= {text: f"undated {often}" for text, often in group.get("recurring", {}).items()}
    for kind in ("none", "impossible", "undated"):
        expected |= dict.fromkeys(group.get(kind, {}).get("texts", ()), kind)
    return [Row(text, context, meant, corrected) for text, meant in expected.items()]
