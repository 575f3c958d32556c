"""What a program may wish of a draft under review, as JSON, and the operations each wish makes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Annotated, Literal

from pydantic import BaseModel, Field, StrictBool

from schedules.calendar import WeekRule
from schedules.plan import Due
from tracker.refusal import Refusal
from tracker.review import deciding
from tracker.review.adding import Missed, add, spot_of, spot_of_duty
from tracker.review.deadlines import asked_if_far, given
from tracker.review.desk import Review
from tracker.review.halving import Half, halve
from tracker.review.operations import Operation
from tracker.review.two_names import one_group
from tracker.review.which_plan import is_another
from tracker.web.api.desk import Number


class Days(BaseModel):
    """A deadline in words, read like the plan's own, or in days."""

    words: str | None = Field(default=None, examples=["trước ngày 25/9/2023"])
    start: date | None = None
    day: date | None = None
    sure: StrictBool = Field(default=False, description="Đã xem lại: đúng là ngày ấy dù xa năm học của kế hoạch")

    def due(self, review: Review) -> Due | None:
        """Return the deadline, None when nothing was given; raise Refusal when words name no day, or too far a one."""
        due = given(review.draft, self.words or "", (self.start, self.day), review.calendar)
        return due if due is None or self.sure else asked_if_far(review.draft, due)


class Title(BaseModel):
    """Another title."""

    kind: Literal["title"]
    task: str
    title: str


class Deadline(Days):
    """Another deadline."""

    kind: Literal["due"]
    task: str


class Choose(BaseModel):
    """The due of one of the task's mentions, counted from 1, becomes the task's."""

    kind: Literal["choose"]
    task: str
    mention: Number


class Pick(BaseModel):
    """One of the deadlines a question leaves open is taken."""

    kind: Literal["pick"]
    question: str
    choice: str = Field(description="“id” của một mục trong “choices” của câu hỏi")


class People(BaseModel):
    """Who leads and who helps; without `helpers` those stay."""

    kind: Literal["people"]
    tasks: list[str]
    owners: list[str]
    helpers: list[str] | None = None


class Split(Days):
    """One task becomes two; `given` are the mentions, counted from 1, that go with the second.

    `first` and `owners` are the first's title and owners, `second_owners` the second's; left out, those of the whole.
    """

    kind: Literal["split"]
    task: str
    title: str
    given: list[Number] = []
    first: str | None = None
    owners: list[str] | None = None
    second_owners: list[str] | None = None

    def halves(self) -> tuple[Half, Half]:
        """Return what is said of each half."""
        first, second = (None if one is None else "\n".join(one) for one in (self.owners, self.second_owners))
        return Half(self.first, first), Half(self.title, second)


class Merge(BaseModel):
    """The task `other` is the same work."""

    kind: Literal["merge"]
    task: str
    other: str


class Drop(BaseModel):
    """Not work to follow."""

    kind: Literal["drop"]
    task: str
    reason: str


class Add(Days):
    """A task the reading missed: of words of the plan, of a duty, of a question's words, or typed by hand."""

    kind: Literal["add"]
    title: str
    owners: list[str] = []
    quote: str | None = Field(default=None, description="Câu của kế hoạch; để trống là việc thêm bằng tay")
    duty: Number | None = Field(default=None, description="Số của nhiệm vụ trong “duties”, từ 1")
    question: str | None = Field(default=None, description="Điểm cần xem mà việc này trả lời")


class Simple(BaseModel):
    """A dropped task comes back, or someone looked and it was read rightly."""

    kind: Literal["restore", "confirm"]
    task: str


class Waive(BaseModel):
    """A question is passed over; the school keeps the reason."""

    kind: Literal["waive"]
    question: str
    reason: str


class Look(BaseModel):
    """A question was looked at; the plan stays as it is."""

    kind: Literal["look"]
    question: str


class Accept(BaseModel):
    """A suggestion is taken."""

    kind: Literal["accept"]
    question: str


class Apart(BaseModel):
    """The work a question about two dates asks of is several: each with its own places, as “works” of the question."""

    kind: Literal["part"]
    question: str


class Weeks(BaseModel):
    """Which days “tuần k tháng m” means."""

    kind: Literal["weeks"]
    rule: WeekRule


class Group(BaseModel):
    """The names of a question mean one group, which is called by the one that stays."""

    kind: Literal["group"]
    question: str
    stays: str = Field(description="Một tên trong “one_group” của câu hỏi")


class Another(BaseModel):
    """A draft whose works are those of another plan is a plan of its own all the same."""

    kind: Literal["another"]


class Replaces(BaseModel):
    """A draft under another number corrects a plan that is or was in force, and becomes its newest copy."""

    kind: Literal["replaces"]
    plan: Number = Field(description="Mã kế hoạch mà bản nháp này thay")


Decided = (
    Title
    | Deadline
    | Choose
    | Pick
    | People
    | Split
    | Merge
    | Drop
    | Add
    | Simple
    | Waive
    | Look
    | Accept
    | Apart
    | Weeks
    | Group
    | Another
)
"""What is decided about a draft where it is."""

Wish = Annotated[Decided | Replaces, Field(discriminator="kind")]


def operations(review: Review, wish: Decided) -> Sequence[Operation]:  # noqa: C901, PLR0912 - one line per kind of wish
    """Return the operations a wish makes of a review; raise Refusal with a sentence when it cannot be."""
    draft = review.draft
    match wish:
        case Title():
            return deciding.retitle(draft, wish.task, wish.title)
        case Deadline():
            due = wish.due(review)
            if due is None:
                raise Refusal("Chưa có hạn nào; cần “words” hoặc “day”.")
            return deciding.redate(draft, wish.task, due)
        case Choose():
            return deciding.choose(draft, wish.task, wish.mention)
        case Pick():
            return deciding.pick(review.question(wish.question), wish.choice)
        case People():
            helpers = None if wish.helpers is None else "\n".join(wish.helpers)
            return deciding.assign(draft, wish.tasks, "\n".join(wish.owners), helpers)
        case Split():
            return halve(draft, wish.task, wish.halves(), wish.due(review), wish.given)
        case Merge():
            return deciding.merge(draft, wish.task, wish.other)
        case Drop():
            return deciding.drop(draft, wish.task, wish.reason)
        case Add():
            return _added(review, wish)
        case Simple(kind="restore"):
            return deciding.restore(draft, wish.task)
        case Simple():
            return deciding.confirm(draft, wish.task)
        case Waive():
            return deciding.waive(review.question(wish.question), wish.reason)
        case Look():
            return deciding.look(review.question(wish.question))
        case Accept():
            return deciding.accept(review.question(wish.question))
        case Apart():
            return deciding.part(review.parting(review.question(wish.question)))
        case Group():
            return one_group(review.question(wish.question).one_group, wish.stays)
        case Another():
            return is_another(review)
        case Weeks():
            return deciding.choose_weeks(wish.rule)


def _added(review: Review, wish: Add) -> Sequence[Operation]:
    plan = review.revision.plan
    spot = spot_of_duty(plan, wish.duty) if wish.duty is not None else spot_of(plan.document, wish.quote or "")
    question = review.question(wish.question) if wish.question else None
    return add(review.draft, Missed(wish.title, wish.due(review), "\n".join(wish.owners), spot), question)
