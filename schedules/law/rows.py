"""One row of a data file, read field by field; a bad field is refused with its file, row and what was expected."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from schedules.plan import Finding, Level, Severity

Read = TypeVar("Read")

GROUPS = {"tat_ca": tuple(Level), **{level.value: (level,) for level in Level}}


class BadRowError(ValueError):
    """A row that cannot be used: the message says where, what was found and what was expected."""


@dataclass(frozen=True, slots=True)
class Row:
    """A table of a TOML file and the words that say where it stands."""

    values: Mapping[str, Any]
    where: str

    def refuse(self, why: str) -> BadRowError:
        """Return the error that names this row."""
        return BadRowError(f"{self.where}: {why}")

    def only(self, known: Collection[str]) -> None:
        """Raise BadRowError when the row has a field nobody reads."""
        if odd := sorted(set(self.values) - set(known)):
            raise self.refuse(f"không có trường “{odd[0]}”; các trường dùng được: {', '.join(sorted(known))}")

    def text(self, name: str, default: str | None = None) -> str:
        """Return a text field; without a default it must be there and not be empty."""
        value = self.values.get(name, default)
        if not isinstance(value, str) or (default is None and not value.strip()):
            raise self.refuse(f"trường “{name}” cần một đoạn chữ, đang là {value!r}")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, empty when absent."""
        value = self.values.get(name, [])
        if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
            raise self.refuse(f"trường “{name}” cần một danh sách chữ, đang là {value!r}")
        return tuple(value)

    def day(self, name: str) -> date | None:
        """Return a day, None when absent."""
        value = self.values.get(name)
        if value is None or type(value) is date:
            return value
        raise self.refuse(f"trường “{name}” cần một ngày như 2024-07-19, đang là {value!r}")

    def needed_day(self, name: str) -> date:
        """Return a day that must be there."""
        day = self.day(name)
        if day is None:
            raise self.refuse(f"thiếu trường “{name}”; cần một ngày như 2024-07-19")
        return day

    def number(self, name: str) -> int:
        """Return a whole number from 1 up."""
        value = self.values.get(name)
        if not isinstance(value, int) or isinstance(value, bool) or value < 1:
            raise self.refuse(f"trường “{name}” cần một số nguyên dương, đang là {value!r}")
        return value

    def flag(self, name: str, *, default: bool = False) -> bool:
        """Return true or false."""
        value = self.values.get(name, default)
        if not isinstance(value, bool):
            raise self.refuse(f"trường “{name}” cần true hoặc false, đang là {value!r}")
        return value

    def levels(self) -> frozenset[Level]:
        """Return the levels a row speaks of."""
        names = self.texts("levels")
        if odd := [name for name in names if name not in GROUPS]:
            raise self.refuse(f"không có cấp học “{odd[0]}”; các cấp: {', '.join(GROUPS)}")
        if not names:
            raise self.refuse(f"thiếu trường “levels”; các cấp: {', '.join(GROUPS)}")
        return frozenset(level for name in names for level in GROUPS[name])


def read_files(
    paths: Iterable[Path], rows_of: Callable[[str, Mapping[str, Any]], Iterable[Row]], read: Callable[[Row], Read]
) -> tuple[tuple[Read, ...], tuple[Finding, ...]]:
    """Return what the good rows of some files give and a finding for each bad one; one never stops the rest."""
    good: list[Read] = []
    bad: list[Finding] = []
    for path in paths:
        try:
            rows = tuple(rows_of(path.name, _tables(path)))
        except BadRowError as error:
            bad.append(bad_row(error))
            continue
        for row in rows:
            try:
                good.append(read(row))
            except BadRowError as error:
                bad.append(bad_row(error))
    return tuple(good), tuple(bad)


def whole(name: str, tables: Mapping[str, Any]) -> tuple[Row, ...]:
    """Return a whole file as one row."""
    return (Row(tables, name),)


def listed(field: str) -> Callable[[str, Mapping[str, Any]], tuple[Row, ...]]:
    """Return a reader of a file that is one list of tables, [[field]]."""

    def rows_of(name: str, tables: Mapping[str, Any]) -> tuple[Row, ...]:
        return numbered(Row(tables, name), field)

    return rows_of


def numbered(row: Row, field: str, defaults: Mapping[str, Any] | None = None) -> tuple[Row, ...]:
    """Return the tables a row lists under a field, each knowing its number, with defaults for what it leaves out."""
    tables = row.values.get(field, [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise row.refuse(f"“{field}” cần là các bảng [[{field}]]")
    return tuple(
        Row({**(defaults or {}), **table}, f"{row.where}, [[{field}]] thứ {count}")
        for count, table in enumerate(tables, start=1)
    )


def _tables(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise BadRowError(f"{path.name}: không đọc được tệp TOML ({error})") from error


def bad_row(error: BadRowError) -> Finding:
    """Return the finding that shows a refused row or file."""
    return Finding(
        "dong-du-lieu-hong", Severity.CHOICE, str(error), suggestion="Sửa dòng này trong tệp dữ liệu rồi chạy lại."
    )
