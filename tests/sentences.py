"""Sentences of people who never saw the code, with their right answers: tests/examples/sentences/*.jsonl."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from schedules.calendar import load_calendar
from schedules.plan import Due, SchoolYear
from schedules.wording import Context

EXAMPLES = Path(__file__).with_name("examples") / "sentences"
CALENDAR = load_calendar()


@dataclass(frozen=True)
class Sentence:
    """One sentence or paragraph, what is known of its paper, and the deadline it sets; none when `sets` is False."""

    id: str
    text: str
    context: Context
    sets: bool
    start: date | None
    due: date | None
    bound: str | None
    recurrence: str | None

    def is_right(self, due: Due) -> bool:
        """Whether a deadline is the one meant; the start of a bound, and a day's own, may be left out."""
        if not self.sets:
            return not (due.day or due.start or due.recurrence)
        same = due.start == self.start or (due.start is None and self.start == self.due) or self._is_own_day(due)
        return due.day == self.due and same and self.bound in {None, due.bound} and due.recurrence == self.recurrence

    def _is_own_day(self, due: Due) -> bool:
        return self.start is None and due.start == due.day


def all_sentences() -> dict[str, list[Sentence]]:
    """Return every sentence by the name of its set."""
    return {path.stem: list(_of_set(path)) for path in sorted(EXAMPLES.glob("*.jsonl"))}


def _of_set(path: Path) -> Iterator[Sentence]:
    for line in path.read_text("utf-8").splitlines():
        if line.strip():
            yield _sentence(json.loads(line))


def _sentence(row: dict[str, Any]) -> Sentence:
    return Sentence(
        id=row["id"],
        text=row["text"],
        context=context_of(row["context"] or {}),
        sets=row["kind"] == "pos",
        start=_day(row["start"]),
        due=_day(row["due"]),
        bound=None if row["bound"] == "since" else row["bound"],
        recurrence=row["recurrence"],
    )


def context_of(known: dict[str, Any]) -> Context:
    """Return a context as `tracker when --jsonl` is given it."""
    year = SchoolYear.parse(known["school_year"]) if known.get("school_year") else None
    return Context(CALENDAR, year, _day(known.get("doc_date")), known.get("table_month"))


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
