"""What a person decides about a draft, one record per decision; replayed in order they make the reviewed draft.

`task` is the id the decision is about and `said` what the plan itself said of it then: a later import that still
says the same keeps the decision, one that says something else ends it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from schedules.calendar import WeekRule
from schedules.plan import NO_DUE, Due, Mention, Task


@dataclass(frozen=True, slots=True)
class Retitle:
    """Another title."""

    task: str
    title: str
    said: str
    kind: Literal["title"] = "title"


@dataclass(frozen=True, slots=True)
class Redate:
    """A deadline in the words or days a person gave; `mention` when it is that of one of the plan's own mentions."""

    task: str
    due: Due
    said: str
    mention: Mention | None = None
    kind: Literal["due"] = "due"


@dataclass(frozen=True, slots=True)
class Assign:
    """Who leads and who helps, as words."""

    task: str
    owners: tuple[str, ...]
    helpers: tuple[str, ...]
    said: str
    kind: Literal["people"] = "people"


@dataclass(frozen=True, slots=True)
class Split:
    """One task becomes two: the second is `made`; `given` are the mentions that go with it, none means all of them."""

    task: str
    made: str
    title: str
    said: str
    due: Due | None = None
    given: tuple[Mention, ...] = ()
    kind: Literal["split"] = "split"


@dataclass(frozen=True, slots=True)
class Merge:
    """The task `other` is the same work: its mentions join those of `task`."""

    task: str
    other: str
    said: str
    kind: Literal["merge"] = "merge"


@dataclass(frozen=True, slots=True)
class Separate:
    """What the reading took for one work said in several places is several, each as its own places word it.

    The first of `works` goes on as the task itself, the others are the tasks `made`, in order.
    """

    task: str
    made: tuple[str, ...]
    works: tuple[Task, ...]
    said: str
    kind: Literal["separate"] = "separate"


@dataclass(frozen=True, slots=True)
class Unmerge:
    """The task `other` is a work of its own after all: that it was merged into `task` counts no more."""

    task: str
    other: str
    kind: Literal["unmerge"] = "unmerge"


@dataclass(frozen=True, slots=True)
class Drop:
    """Not work to follow, with the reason."""

    task: str
    reason: str
    said: str
    kind: Literal["drop"] = "drop"


@dataclass(frozen=True, slots=True)
class Add:
    """A task the reading missed: `mention` quotes the plan with the due a person gave; None when typed by hand."""

    task: str
    title: str
    mention: Mention | None
    said: str
    kind: Literal["add"] = "add"
    owners: tuple[str, ...] = ()
    by_hand: Due = NO_DUE

    @property
    def due(self) -> Due:
        """The deadline a person gave."""
        return self.mention.due if self.mention else self.by_hand


@dataclass(frozen=True, slots=True)
class Restore:
    """A dropped task comes back."""

    task: str
    said: str
    kind: Literal["restore"] = "restore"


@dataclass(frozen=True, slots=True)
class Confirm:
    """Someone looked: the task was read rightly."""

    task: str
    said: str
    kind: Literal["confirm"] = "confirm"


@dataclass(frozen=True, slots=True)
class Answer:
    """Findings answered: the suggestion taken, or waived for a reason the school keeps. `keys` name the findings.

    `how` says what was done instead of taking a suggestion, such as only looking at it.
    """

    rule: str
    keys: tuple[str, ...]
    accepted: bool
    reason: str = ""
    message: str = ""
    kind: Literal["answer"] = "answer"
    how: str = ""


@dataclass(frozen=True, slots=True)
class ChooseWeeks:
    """Which days “tuần k tháng m” means in this plan; `of` names the other plan whose answer was taken over."""

    rule: WeekRule
    kind: Literal["weeks"] = "weeks"
    of: str = ""


@dataclass(frozen=True, slots=True)
class Replaces:
    """This copy, uploaded as a plan of its own under another number, corrects the plan it is kept with now.

    `plan` is the id of the draft it was, `revision` its number among the plan's copies, `name` what it calls itself
    and `of` what the plan was called.
    """

    plan: int
    revision: int
    name: str
    of: str
    kind: Literal["replaces"] = "replaces"


@dataclass(frozen=True, slots=True)
class OneGroup:
    """Names of the plan that mean one group: works of `also` are of `name`, in later copies too."""

    name: str
    also: tuple[str, ...]
    kind: Literal["group"] = "group"


AboutTask = Retitle | Redate | Assign | Split | Separate | Merge | Drop | Add | Restore | Confirm
Operation = AboutTask | Unmerge | Answer | ChooseWeeks | Replaces | OneGroup
