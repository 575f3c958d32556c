"""What a plan holds, counted once and said in the same words on every page, at its import and in the terminal."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schedules.plan import Task

if TYPE_CHECKING:
    from tracker.review.desk import Review

DUTIES = "nhiệm vụ không có ngày"


@dataclass(frozen=True, slots=True)
class PlanCounts:
    """Works and those of them without a day, duties nobody made a work of, answers still wanted, remarks to know of."""

    works: int
    undated: int
    duties: int
    asked: int = 0
    told: int = 0

    @property
    def held(self) -> str:
        """What is in the plan: “10 việc (1 chưa có ngày), 2 nhiệm vụ không có ngày”."""
        return works_words(self.works, self.undated) + (f", {self.duties} {DUTIES}" if self.duties else "")

    @property
    def words(self) -> str:
        """What is in the plan and what its review still wants."""
        rest = ((self.asked, "câu cần trả lời"), (self.told, "điểm để biết"))
        return ", ".join([self.held, *(f"{count} {words}" for count, words in rest if count)])


def works_words(works: int, undated: int) -> str:
    """Return how many works there are, and how many of them have no day."""
    return f"{works} việc" + (f" ({undated} chưa có ngày)" if undated else "")


def undated_of(tasks: Iterable[Task]) -> int:
    """Return how many works have no day."""
    return sum(not task.due.dated for task in tasks)


def counted(review: Review) -> PlanCounts:
    """Return what the plan of a review holds as people decided so far."""
    live = [item.task for item in review.draft.going_on]
    quoted = {mention.quote for task in live for mention in task.mentions}
    return PlanCounts(
        works=len(live),
        undated=undated_of(live),
        duties=sum(duty.quote not in quoted for duty in review.revision.plan.duties),
        asked=review.asked,
        told=sum(one.open and not one.serious for one in review.questions),
    )
