"""School-year frames a school keeps itself: TOML files of its own folder, one per province and school year."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from schedules.calendar.frames import Frame, frame_from
from schedules.calendar.names import key
from schedules.plan import SchoolYear

DAYS = ("opening", "term1_start", "term1_end", "term2_start", "term2_end", "year_end")
KNOWN = {*DAYS, "province", "also", "school_year", "decision", "breaks", "press", "verified"}


@dataclass(frozen=True, slots=True)
class OwnFrame:
    """A frame from a file of the school: for which province and year, and the file it stands in."""

    province: str
    keys: frozenset[str]
    school_year: SchoolYear
    frame: Frame
    file: str

    def speaks_for(self, province: str | None, school_year: SchoolYear) -> bool:
        """Whether it holds for a school year in a province; for any where the school names none."""
        return self.school_year == school_year and (province is None or key(province) in self.keys)


def own_frames(folder: Path) -> tuple[OwnFrame, ...]:
    """Return the frames in a folder, none where it is missing; raise ValueError naming the file and what is wrong."""
    return tuple(_read(path) for path in sorted(folder.glob("*.toml")))


def _read(path: Path) -> OwnFrame:
    try:
        row = tomllib.loads(path.read_text(encoding="utf-8"))
        return _own(row, path.name)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ValueError(f"{path.name}: không đọc được tệp TOML ({error})") from error
    except ValueError as error:
        raise ValueError(f"{path.name}: {error}") from error


def _own(row: Mapping[str, Any], file: str) -> OwnFrame:
    if odd := sorted(set(row) - KNOWN):
        raise ValueError(f"không có trường “{odd[0]}”; các trường dùng được: {', '.join(sorted(KNOWN))}")
    province, decision = (_text(row, name) for name in ("province", "decision"))
    school_year = SchoolYear.parse(_text(row, "school_year"))
    _check_days(row, school_year)
    frame = frame_from(school_year, row, f"{province}: {decision}")
    if not frame.opening < frame.term1_end < frame.term2_start < frame.year_end:
        raise ValueError("các ngày không theo thứ tự khai giảng, hết học kỳ I, vào học kỳ II, kết thúc năm học")
    names = [province, *(str(name) for name in row.get("also", []))]
    return OwnFrame(province, frozenset(key(name) for name in names), school_year, frame, file)


def _text(row: Mapping[str, Any], name: str) -> str:
    value = row.get(name)
    if not isinstance(value, str) or not value.strip():
        raise ValueError(f"thiếu trường “{name}”; cần một đoạn chữ trong ngoặc kép")
    return value.strip()


def _check_days(row: Mapping[str, Any], school_year: SchoolYear) -> None:
    breaks = row.get("breaks", [])
    if not isinstance(breaks, list) or not all(isinstance(span, dict) and {*span} == {"from", "to"} for span in breaks):
        raise ValueError("“breaks” cần dạng [{ from = 2027-02-01, to = 2027-02-14 }]")
    spans = [(f"breaks.{name}", day) for span in breaks for name, day in span.items()]
    for name, day in [*((name, row[name]) for name in DAYS if name in row), *spans]:
        if type(day) is not date:
            raise ValueError(f"“{name}” cần một ngày như {school_year.first}-09-05 (không có ngoặc kép)")
        if SchoolYear.of(day) != school_year:
            raise ValueError(f"“{name}” là ngày {day:%d/%m/%Y}, ngoài năm học {school_year}")
