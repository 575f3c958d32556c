"""Every setting once: name, default, one sentence. Read from `settings.toml` in the data folder and the environment.

A variable is the path of the setting in capitals, parts joined by two underscores: TRACKER_BASE_URL,
TRACKER_CHANNELS__MAIL__PASSWORD. A variable beats the file; an unknown name is an error, never ignored.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from datetime import date, time
from enum import StrEnum
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from notifiers.mail.bounce_box import BounceBoxSettings
from notifiers.secret import MASK, Secret
from notifiers.settings import ChannelSettings
from schedules.calendar import SchoolCalendar, WeekRule, load_calendar
from tracker.configured import FILE_NAME, PREFIX, is_setting
from tracker.refusal import Refusal
from tracker.reminders.policy import Policy

EXPECTED: dict[Any, str] = {
    bool: "true hoặc false",
    date: "ngày dạng 2026-11-20",
    time: "giờ dạng 07:00",
    int: "số nguyên",
    float: "số",
    str: "chữ trong ngoặc kép",
    Secret: "chữ trong ngoặc kép",
}


class SettingsError(Refusal):
    """A setting is unknown or has the wrong form; the message says which, where and what is expected."""


@dataclass(frozen=True, slots=True)
class CalendarSettings:
    """What days mean at the schools of this data folder."""

    province: str | None = None
    """Province whose school-year decision overrides the national frame, e.g. "ho-chi-minh"."""
    saturdays: bool = False
    """Whether the school works on Saturdays."""
    week_rule: WeekRule = WeekRule.THURSDAY
    """How "tuần 3 tháng 10" is counted when the plan itself does not show it."""
    extra_off: tuple[date, ...] = ()
    """Days off the school has beyond the public ones."""
    extra_working: tuple[date, ...] = ()
    """Days off on which the school works all the same."""

    def calendar(self) -> SchoolCalendar:
        """Return the school calendar these settings describe."""
        return load_calendar(
            self.province,
            saturdays=self.saturdays,
            week_rule=self.week_rule,
            extra_off=self.extra_off,
            extra_working=self.extra_working,
        )


GIGABYTE = 1024**3


@dataclass(frozen=True, slots=True)
class EvidenceSettings:
    """How much room the photos and files have that people send as evidence."""

    school_gigabytes: int = 5
    """Gigabytes for all files of one school; they are never taken away."""

    def __post_init__(self) -> None:
        """Raise ValueError for no room at all."""
        if self.school_gigabytes < 0:
            raise ValueError(f"school_gigabytes là {self.school_gigabytes}; cần từ 0 (không nhận tệp) trở lên")

    @property
    def quota(self) -> int:
        """The same in bytes."""
        return self.school_gigabytes * GIGABYTE


@dataclass(frozen=True, slots=True)
class ReportSettings:
    """What reports say that plans may leave out."""

    superior: str = ""
    """The body the school stands under, over its name where the plan's letterhead has none: "UBND xã Hưng Nguyên"."""


@dataclass(frozen=True, slots=True)
class Settings:
    """All settings of one data folder."""

    base_url: str = ""
    """Address under which people reach the pages, e.g. "https://lich.truong.edu.vn"; empty: loopback only."""
    calendar: CalendarSettings = field(default_factory=CalendarSettings)
    """What days mean here."""
    channels: ChannelSettings = field(default_factory=ChannelSettings)
    """How messages are sent."""
    bounces: BounceBoxSettings = field(default_factory=BounceBoxSettings)
    """The inbox to which letters that cannot be delivered come back."""
    report: ReportSettings = field(default_factory=ReportSettings)
    """What reports say that plans may leave out."""
    evidence: EvidenceSettings = field(default_factory=EvidenceSettings)
    """Photos and files sent as evidence."""
    reminders: Policy = field(default_factory=Policy)
    """When people are reminded, where a school, plan, task or person does not differ."""


def load_settings(folder: Path, environ: Mapping[str, str]) -> Settings:
    """Return the settings of a data folder; raise SettingsError with a sentence when one is wrong."""
    path = folder / FILE_NAME
    table = _file_table(path)
    for name, value in environ.items():
        if is_setting(name):
            _put(table, name.removeprefix(PREFIX).lower().split("__"), value)
    settings = _record(Settings, table, str(path) if path.exists() else "biến môi trường")
    if not isinstance(settings, Settings):
        raise SettingsError(f"{path}: nội dung không phải một bảng thiết lập")
    return settings


def _file_table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise SettingsError(f"{path}: không đọc được thiết lập ({error}). Hãy sửa tệp theo dạng TOML.") from error


def _put(table: dict[str, Any], path: list[str], value: str) -> None:
    for part in path[:-1]:
        table = table.setdefault(part, {})
    table[path[-1]] = value


def _record(kind: Any, table: Any, where: str) -> object:
    """Build the record `kind` from a table, checking every name and type."""
    if not isinstance(table, dict):
        raise SettingsError(f"{where}: cần một bảng thiết lập, gặp “{type(table).__name__}”")
    hints = get_type_hints(kind)
    names = {one.name for one in fields(kind)}
    if unknown := sorted(set(table) - names):
        known = ", ".join(sorted(names))
        raise SettingsError(f"{where}: không có thiết lập “{unknown[0]}”; các tên có thể dùng: {known}")
    values = {name: _value(hints[name], value, f"{where}: {name}") for name, value in table.items()}
    try:
        return kind(**values)
    except ValueError as error:
        raise SettingsError(f"{where}: {error}") from error


def _value(kind: Any, value: Any, where: str) -> object:
    if is_dataclass(kind):
        return _record(kind, value, where)
    if get_origin(kind) is tuple:
        parts = [part for part in value.split(",") if part] if isinstance(value, str) else value
        if not isinstance(parts, list):
            raise SettingsError(f"{where}: giá trị “{value}” không đúng dạng (một danh sách, ví dụ [7, 3, 1])")
        return tuple(_value(get_args(kind)[0], part, where) for part in parts)
    if type(None) in get_args(kind):
        kind = next(part for part in get_args(kind) if part is not type(None))
    try:
        return _plain(kind, value)
    except (ValueError, TypeError, KeyError) as error:
        found = MASK if kind is Secret else value
        raise SettingsError(f"{where}: giá trị “{found}” không đúng dạng ({_expected(kind)})") from error


def _plain(kind: Any, value: Any) -> object:
    """Turn one TOML value, or the text of a variable, into the type of its setting."""
    if kind is bool and isinstance(value, str):
        return {"true": True, "1": True, "false": False, "0": False}[value.lower()]
    if kind is date:
        return value if isinstance(value, date) else date.fromisoformat(value)
    if kind is time:
        return value if isinstance(value, time) else time.fromisoformat(value)
    if kind in {int, float} and (isinstance(value, bool) or (kind is int and isinstance(value, float))):
        raise TypeError(kind)
    if kind is Secret and not isinstance(value, str):
        raise TypeError(kind)
    if isinstance(kind, type) and issubclass(kind, StrEnum | Secret | int | float):
        return kind(value)
    if not isinstance(value, str):
        raise TypeError(kind)
    return value


def _expected(kind: Any) -> str:
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return "một trong: " + ", ".join(kind)
    return EXPECTED.get(kind, str(kind))
