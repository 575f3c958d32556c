"""People as JSON: who there is to give work to. Addresses stay on the pages: some hold tokens."""

from __future__ import annotations

from fastapi import APIRouter

from tracker.contract import Json
from tracker.store import people, schools
from tracker.web.api.desk import Desk, school_id_of

router = APIRouter(prefix="/people", tags=["người"])


@router.get("", summary="Mọi người, theo trường")
def every(desk: Desk, school: str | None = None) -> list[Json]:
    """Return the people of one school or of all."""
    with desk.open() as db:
        wanted = school_id_of(desk, db, school)
        return [
            {
                "id": person.id,
                "school": one.name,
                "name": person.name,
                "office": person.office.value,
                "active": person.active,
            }
            for one in schools.all_schools(db)
            if wanted in (None, one.id)
            for person in people.of_school(db, one.id)
        ]
