"""A provider's error numbers as data: each row says which kind of outcome a number means, and why in words."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any

from notifiers.outcome import Outcome, OutcomeKind
from notifiers.zalo.hours import morning_after, next_day, next_month

DEFAULT_WAIT = 60
"""Minutes to wait after an error no row knows: it was a refusal, and nobody can say more."""


class Until(StrEnum):
    """Up to when a row puts a message off."""

    MORNING = "morning"
    NEXT_DAY = "next_day"
    NEXT_MONTH = "next_month"


FIND = {Until.MORNING: morning_after, Until.NEXT_DAY: next_day, Until.NEXT_MONTH: next_month}


@dataclass(frozen=True, slots=True)
class ErrorRow:
    """One row: the numbers, words of which the answer must contain one (if any), and what it means.

    `minutes` serves RETRY_AFTER, `until` DEFER_UNTIL. `refresh` asks for a new access token and one more try.
    """

    codes: tuple[int, ...]
    kind: OutcomeKind
    reason: str
    contains: tuple[str, ...] = ()
    minutes: int = DEFAULT_WAIT
    until: Until = Until.MORNING
    refresh: bool = False

    def matches(self, code: int, text: str) -> bool:
        """Tell whether the row speaks of this number and text."""
        low = text.lower()
        return code in self.codes and (not self.contains or any(word in low for word in self.contains))

    def outcome(self, now: datetime, key: str, detail: str) -> Outcome:
        """Return the outcome of a message with this key, at the aware instant `now`."""
        wait = timedelta(minutes=self.minutes) if self.kind is OutcomeKind.RETRY_AFTER else None
        until = FIND[self.until](now, key) if self.kind is OutcomeKind.DEFER_UNTIL else None
        return Outcome(self.kind, self.reason, retry_after=wait, until=until, detail=detail)


@cache
def error_rows(name: str) -> tuple[ErrorRow, ...]:
    """Return the rows of errors/<name>.toml in order; raise ValueError for a row that is not understood."""
    text = files("notifiers.zalo").joinpath("errors", f"{name}.toml").read_text("utf-8")
    return tuple(_rows(tomllib.loads(text)))


def row_for(name: str, code: int, text: str) -> ErrorRow:
    """Return the first row of a table that matches, or a cautious one for an unknown number."""
    for row in error_rows(name):
        if row.matches(code, text):
            return row
    return ErrorRow((code,), OutcomeKind.RETRY_AFTER, f"Zalo báo mã lỗi chưa biết ({code}); sẽ thử lại sau")


def _rows(table: Mapping[str, Any]) -> Iterator[ErrorRow]:
    for raw in table["row"]:
        known = {**raw, "kind": OutcomeKind(raw["kind"])}
        known["codes"] = tuple(raw["codes"])
        known["contains"] = tuple(raw.get("contains", ()))
        known["until"] = Until(raw.get("until", Until.MORNING))
        try:
            yield ErrorRow(**known)
        except TypeError as error:
            raise ValueError(f"dòng lỗi {raw['codes']} không đúng dạng: {error}") from error
