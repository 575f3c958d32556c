"""Whether today's rules touch what a school has on its calendar: counted, so that the board can say where to look."""

from __future__ import annotations

from dataclasses import dataclass, field

from schedules.plan import Finding
from tracker.law_year.desk import Row, Standpoint, years_in_force
from tracker.law_year.later import later_than_now
from tracker.store.database import Database
from tracker.store.records import School, StoredTask


@dataclass(frozen=True, slots=True)
class Touched:
    """Open works on the calendar that the law asks otherwise now, works of plans it wants earlier, and what failed."""

    rows: tuple[Row, ...] = ()
    later: tuple[Finding, ...] = ()
    problem: str = ""

    @property
    def sentence(self) -> str:
        """What the board says; empty when nothing is touched."""
        said = []
        if self.rows:
            said.append(f"{len(self.rows)} việc trên lịch có quy định đã đổi")
        if self.later:
            said.append(f"{len(self.later)} việc của kế hoạch muộn hơn quy định hiện nay")
        if self.problem:
            said.append(f"chưa so được với quy định hiện nay ({self.problem})")
        return f"{'; '.join(said)}. Chưa việc nào bị dời." if said else ""


@dataclass(slots=True)
class Notices:
    """What is touched at each school, reckoned again only when its store, the day or the calendar is another."""

    known: dict[int, tuple[tuple[int, Standpoint], Touched]] = field(default_factory=dict)

    def of(self, db: Database, school: School, at: Standpoint) -> Touched:
        """Return what a change of the rules touches at a school as it stands now."""
        mark = (school.revision, at)
        kept = self.known.get(school.id)
        if kept is None or kept[0] != mark:
            kept = self.known[school.id] = (mark, touched(db, school, at))
        return kept[1]


def touched(db: Database, school: School, at: Standpoint) -> Touched:
    """Return what a change of the rules touches at a school; nothing is moved."""
    later = later_than_now(db, school, at.calendar)
    try:
        years = list(years_in_force(db, school, at))
    except ValueError as error:
        return Touched(later=later, problem=f"{error}")
    rows = (row for year in years for row in year.changed)
    return Touched(tuple(row for row in rows if row.stored is None or _open(row.stored)), later)


def _open(stored: StoredTask) -> bool:
    return stored.published and stored.open
