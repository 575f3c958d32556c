"""Which school a visit looks at: the one named in the address, or the first; of a manager's own sign-in only theirs."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.store import schools
from tracker.store.records import School
from tracker.web.visit import RefusedError, Visit


@dataclass(frozen=True, slots=True)
class Choice:
    """The school looked at (None while there is none yet) and all there are to choose from."""

    school: School | None
    every: tuple[School, ...]


def chosen_school(visit: Visit) -> Choice:
    """Return the school a visit looks at; raise RefusedError 404 when it names one that is not there."""
    own = visit.session.school_id if visit.session else None
    every = (schools.by_id(visit.db, own),) if own else schools.standing(visit.db)
    wanted = visit.query.get("truong")
    if not wanted:
        return Choice(every[0] if every else None, every)
    found = next((school for school in every if school.slug == wanted), None)
    if found is None:
        raise RefusedError(404, "Không có trường này. Hãy chọn lại trường từ bảng việc.")
    return Choice(found, every)
