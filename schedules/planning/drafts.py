"""A draft: one task as one place of the plan words it, before mentions of the same work are joined."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from schedules.plan import Duty, Finding, Task
from schedules.wording import Context

WeekWords = tuple[int, int, *tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Draft:
    """A task with what joining needs: the headings above it, whether a table names it, its week words.

    `named_by_heading` when its own words are only a time, and the heading says what is to be done;
    `handed_down` when its owners stand over it, and not in its own words; `words` are those of its quote put right
    where the document is worn; `appended` when its table stands in an appendix; `about` is whom of several its row is
    for, as its title ends.
    """

    task: Task
    headings: tuple[str, ...] = ()
    in_table: bool = False
    week: WeekWords | None = None
    named_by_heading: bool = False
    handed_down: bool = False
    words: str = ""
    appended: bool = False
    about: str = ""

    @property
    def bare_title(self) -> str:
        """The title of its task without whom of several it is for."""
        return self.task.title.removesuffix(f" – {self.about}") if self.about else self.task.title


@dataclass(frozen=True, slots=True)
class Understood:
    """What one part of a plan gave: drafts in order, duties, and what could not be understood."""

    drafts: tuple[Draft, ...] = ()
    findings: tuple[Finding, ...] = ()
    duties: tuple[Duty, ...] = ()

    def __add__(self, other: Understood) -> Understood:
        return Understood(self.drafts + other.drafts, self.findings + other.findings, self.duties + other.duties)


@lru_cache(maxsize=64)
def in_month(context: Context, month: int | None) -> Context:
    """Return the context of a row or heading that stands for a month of the school year."""
    return replace(context, table_month=month) if month else context


@lru_cache(maxsize=64)
def in_column(context: Context) -> Context:
    """Return the context of a cell in a column of times."""
    return replace(context, time_column=True)
