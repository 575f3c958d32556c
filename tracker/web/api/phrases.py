"""A sentence as JSON: the deadline it sets and why, as `tracker when` prints it."""

from __future__ import annotations

from datetime import date

from fastapi import APIRouter
from pydantic import BaseModel, Field

from schedules.calendar import known_day
from schedules.plan import SchoolYear
from schedules.wording import Context, when_typed
from tracker.contract import Json, due_json
from tracker.web.api.desk import Desk
from tracker.web.pages.phrase import LONGEST_TEXT
from tracker.web.visit import RefusedError

router = APIRouter(tags=["đọc thử"])


class Surroundings(BaseModel):
    """What a sentence cannot know by itself."""

    school_year: str | None = Field(default=None, examples=["2023-2024"])
    doc_date: date | None = Field(default=None, description="Ngày ký kế hoạch")
    table_month: int | None = Field(default=None, strict=True, ge=1, le=12, description="Tháng của dòng trong bảng")


class Phrase(BaseModel):
    """A sentence and what surrounds it."""

    text: str = Field(max_length=LONGEST_TEXT, examples=["Hoàn thành trước ngày 25/9/2023"])
    context: Surroundings = Field(default_factory=Surroundings)


@router.post("/when", summary="Đọc hạn trong một câu")
def read(desk: Desk, phrase: Phrase) -> Json:
    """Return the deadline a sentence sets; no deadline is all null with precision "none"."""
    around = phrase.context
    try:
        year = SchoolYear.parse(around.school_year) if around.school_year else None
    except ValueError as error:
        raise RefusedError(422, f"Năm học: {error}.") from error
    try:
        signed = known_day(around.doc_date) if around.doc_date else None
    except ValueError as error:
        raise RefusedError(422, f"Ngày ký: {error}.") from error
    return due_json(when_typed(phrase.text, Context(desk.calendar, year, signed, around.table_month)))
