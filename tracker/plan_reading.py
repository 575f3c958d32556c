"""A file read apart, then understood under the settings of a data folder; the law and checkpoints when asked."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event

from schedules.calendar import SchoolCalendar
from schedules.plan import Document, Plan, SchoolYear
from schedules.reading import Unreadable, Watch
from schedules.reading.apart import UNWATCHED, read_all_apart
from schedules.reading.file import file_bytes
from tracker.school_days import calendar_of

__all__ = ["Extras", "PlanReader", "Unreadable"]


@dataclass(frozen=True, slots=True)
class Extras:
    """What to list beside the plan's own words."""

    law: bool = False
    checkpoints: bool = False


@dataclass(frozen=True, slots=True)
class PlanReader:
    """Reads plans under one calendar; `school_year` beats what a plan says of itself, `watch` follows long readings."""

    calendar: SchoolCalendar
    school_year: SchoolYear | None = None
    extras: Extras = Extras()
    watch: Watch = UNWATCHED

    @classmethod
    def for_folder(cls, folder: Path, school_year: SchoolYear | None = None, extras: Extras = Extras()) -> PlanReader:
        """Return a reader under the settings of a data folder; raise SettingsError when they are wrong."""
        return cls(calendar_of(folder), school_year, extras)

    def read_file(self, path: Path) -> Plan:
        """Return the plan in a file; raise Unreadable with a sentence for people."""
        return self.read_bytes(file_bytes(path), path.name)

    def read_bytes(self, content: bytes, source: str) -> Plan:
        """Return the one plan in bytes that came under a name; raise Unreadable with a sentence for people."""
        plans = self.read_all(content, source)
        refused = [plan for plan in plans if isinstance(plan, Unreadable)]
        if refused:
            raise refused[0]
        if len(plans) > 1:
            found = f"tệp nén có {len(plans)} kế hoạch"
            raise Unreadable(source, found, "một kế hoạch", "Hãy giải nén rồi nhập từng tệp")
        return next(plan for plan in plans if isinstance(plan, Plan))

    def read_all(self, content: bytes, source: str) -> tuple[Plan | Unreadable, ...]:
        """Return every plan in bytes that came under a name (a ZIP holds several), refusals as values."""
        stopped = Event()
        watch = replace(self.watch, cancelled=lambda: stopped.is_set() or self.watch.cancelled())
        with ThreadPoolExecutor(1) as elsewhere:
            reading = elsewhere.submit(read_all_apart, content, source, watch=watch)
            try:
                # imported while the other process reads
                import schedules.planning  # noqa: F401

                documents = reading.result()
            except KeyboardInterrupt:
                stopped.set()
                raise
        return tuple(one if isinstance(one, Unreadable) else self._understood(one) for one in documents)

    def _understood(self, document: Document) -> Plan:
        from schedules.planning import understand

        plan = understand(document, self.calendar, self.school_year)
        if self.extras == Extras():
            return plan
        from tracker.beside_the_plan import with_checkpoints, with_law

        plan = with_law(plan, self.calendar) if self.extras.law else plan
        return with_checkpoints(plan, self.calendar) if self.extras.checkpoints else plan
