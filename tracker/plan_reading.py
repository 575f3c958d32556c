"""A file, read and understood under the settings of a data folder; the law and checkpoints beside it when asked."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from schedules.calendar import SchoolCalendar
from schedules.plan import Document, Plan, SchoolYear
from schedules.planning import understand
from schedules.reading import Unreadable, read_bytes, read_file
from tracker.settings import load_settings

__all__ = ["Extras", "PlanReader", "Unreadable"]


@dataclass(frozen=True, slots=True)
class Extras:
    """What to list beside the plan's own words."""

    law: bool = False
    checkpoints: bool = False


@dataclass(frozen=True, slots=True)
class PlanReader:
    """Reads plans under one calendar; `school_year` beats what a plan says of itself."""

    calendar: SchoolCalendar
    school_year: SchoolYear | None = None
    extras: Extras = Extras()

    @classmethod
    def for_folder(cls, folder: Path, school_year: SchoolYear | None = None, extras: Extras = Extras()) -> PlanReader:
        """Return a reader under the settings of a data folder; raise SettingsError when they are wrong."""
        return cls(load_settings(folder, os.environ).calendar.calendar(), school_year, extras)

    def read_file(self, path: Path) -> Plan:
        """Return the plan in a file; raise Unreadable with a sentence for people."""
        return self._understood(read_file(path))

    def read_bytes(self, content: bytes, source: str) -> Plan:
        """Return the plan in bytes that came under a name; raise Unreadable with a sentence for people."""
        return self._understood(read_bytes(content, source))

    def _understood(self, document: Document) -> Plan:
        plan = understand(document, self.calendar, self.school_year)
        if self.extras == Extras():
            return plan
        from tracker.beside_the_plan import with_checkpoints, with_law

        plan = with_law(plan, self.calendar) if self.extras.law else plan
        return with_checkpoints(plan, self.calendar) if self.extras.checkpoints else plan
