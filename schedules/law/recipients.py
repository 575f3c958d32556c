"""Who receives a school's reports: the district office until 30/6/2025, the commune and the Sở since."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from schedules.calendar.names import fold
from schedules.law.rows import Row
from schedules.plan import Finding, Level, Severity

# Phòng GD&ĐT | Phòng GDĐT | Phòng Giáo dục và Đào tạo; read on folded text.
DISTRICT = re.compile(r"\bphong\s+(?:gd\s*(?:&|va|-)?\s*dt|giao\s+duc)\b")
LAST_DISTRICT_DAY = date(2025, 6, 30)


@dataclass(frozen=True, slots=True)
class Recipient:
    """The authority of some levels for a time."""

    levels: frozenset[Level]
    words: str
    source: str
    verified: bool
    valid_from: date | None = None
    valid_to: date | None = None

    def holds(self, level: Level, on: date) -> bool:
        """Whether it receives the reports of a level on a day."""
        begun = self.valid_from is None or self.valid_from <= on
        return level in self.levels and begun and (self.valid_to is None or on <= self.valid_to)


def recipient_words(recipients: Iterable[Recipient], level: Level, on: date) -> str:
    """Return the authority's name, or the plain words “cơ quan quản lý trực tiếp” when none is known."""
    held = (each.words for each in recipients if each.holds(level, on))
    return next(held, "cơ quan quản lý trực tiếp")


def check_recipient(recipients: Iterable[Recipient], text: str, level: Level, on: date) -> Finding | None:
    """Return a finding when a text of a day reports to the district office after it has gone, else None."""
    match = DISTRICT.search(fold(text))
    now = recipient_words(recipients, level, on)
    if match is None or on <= LAST_DISTRICT_DAY:
        return None
    quote = " ".join(unicodedata.normalize("NFC", text)[match.start() : match.end()].split())
    why = f"“{quote}” không còn từ ngày 01/7/2025; nơi nhận hiện nay: {now}."
    return Finding("noi-nhan-cu", Severity.INFO, why, (quote,), f"Gửi {now}.")


def read_recipient(row: Row) -> Recipient:
    """Return the authority of a row; raise BadRowError when a field is missing or odd."""
    row.only(Recipient.__dataclass_fields__)
    return Recipient(
        levels=row.levels(),
        words=row.text("words"),
        source=row.text("source"),
        verified=row.flag("verified"),
        valid_from=row.day("valid_from"),
        valid_to=row.day("valid_to"),
    )
