"""The frame of a school year: opening, terms, end, by the Ministry's decision and the province's over it."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from schedules.calendar.names import key
from schedules.calendar.weeks import MONDAY, Span, on_or_after
from schedules.plan import SchoolYear

DATA = Path(__file__).with_name("data")
Row = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Frame:
    """One school year's days; `assumed` names fields no decision fixes, `breaks` known school breaks."""

    opening: date
    term1_start: date
    term1_end: date
    term2_start: date
    term2_end: date
    year_end: date
    source: str
    verified: bool
    assumed: tuple[str, ...] = ()
    breaks: tuple[Span, ...] = ()


def frame_of(school_year: SchoolYear, province: str | None = None) -> Frame:
    """Return the frame of a school year: national, then what the province's file says instead."""
    row = {**_by_rule(school_year), **_national().get(str(school_year), {})}
    if province:
        row |= _of_province(school_year, province, str(row["source"]))
    return _frame(row)


def frame_from(school_year: SchoolYear, row: Row, source: str) -> Frame:
    """Return the frame of a school year with the days of a row instead of the national ones, and their source."""
    national = {**_by_rule(school_year), **_national().get(str(school_year), {})}
    return _frame({**national, "verified": False, **row, "source": f"{national['source']}; {source}"})


def provinces() -> tuple[str, ...]:
    """Return the provinces the house has a file of, each with its school year."""
    return tuple(sorted({f"{row['province']} ({row['school_year']})" for row in _provinces().values()}))


def has_days(school_year: SchoolYear, province: str) -> bool:
    """Whether a province's file of a school year holds days, and not only the number of its decision."""
    row = _provinces().get((key(province), str(school_year)))
    return row is not None and _has_days(row)


def _has_days(row: Row) -> bool:
    return bool(set(row) & set(Frame.__slots__) - {"source", "verified"})


def _by_rule(school_year: SchoolYear) -> dict[str, object]:
    """Return a year without data: 5/9, học kỳ I before 18/1, end by 31/5, as QĐ 2308/2026 has it."""
    return {
        "opening": date(school_year.first, 9, 5),
        "term1_before": date(school_year.second, 1, 18),
        "year_end": date(school_year.second, 5, 31),
        "source": f"chưa có dữ liệu năm học {school_year}: suy theo khung các năm gần nhất",
        "verified": False,
    }


def _of_province(school_year: SchoolYear, province: str, national: str) -> dict[str, object]:
    row = _provinces().get((key(province), str(school_year)))
    if row is None:
        return {"source": f"{national} (chưa có khung của {province})"}
    note = "" if _has_days(row) else " (mới có số, chưa có ngày)"
    return {**row, "source": f"{national}; {row['province']}: {row['decision']}{note}"}


def _frame(row: Mapping[str, object]) -> Frame:
    """Fill what no decision fixes: học kỳ I from opening, học kỳ II from the next Monday to year's end."""
    opening, year_end = _day(row, "opening"), _day(row, "year_end")
    term1_end = _day(row, "term1_end") if "term1_end" in row else _day(row, "term1_before") - timedelta(days=1)
    guesses = {
        "term1_start": opening,
        "term2_start": on_or_after(term1_end + timedelta(days=1), MONDAY),
        "term2_end": year_end,
    }
    days = {name: _day(row, name) if name in row else guess for name, guess in guesses.items()}
    breaks = row.get("breaks", [])
    return Frame(
        opening=opening,
        term1_end=term1_end,
        year_end=year_end,
        source=str(row["source"]),
        verified=row["verified"] is True,
        assumed=tuple(name for name in guesses if name not in row),
        breaks=tuple((span["from"], span["to"]) for span in breaks) if isinstance(breaks, list) else (),
        **days,
    )


def _day(row: Row, name: str) -> date:
    value = row.get(name)
    if not isinstance(value, date):
        raise ValueError(f"khung năm học: “{name}” cần một ngày như 2023-09-05, đang là {value!r}")  # noqa: TRY004
    return value


@cache
def _national() -> dict[str, dict[str, object]]:
    return tomllib.loads((DATA / "frames.toml").read_text(encoding="utf-8"))


@cache
def _provinces() -> dict[tuple[str, str], dict[str, object]]:
    rows = (tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted((DATA / "provinces").glob("*.toml")))
    return {(key(name), row["school_year"]): row for row in rows for name in (row["province"], *row["also"])}
