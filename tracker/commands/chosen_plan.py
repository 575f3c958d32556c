"""The stored plan a command speaks of: by its id or by the number it bears."""

from __future__ import annotations

from tracker.refusal import Refusal
from tracker.store import plans, schools
from tracker.store.database import Database
from tracker.store.records import PlanStatus, StoredPlan


class NoPlanError(Refusal):
    """No plan, or more than one, fits what was asked; the message lists what there is."""


def plan_named(db: Database, words: str) -> StoredPlan:
    """Return the plan of an id ("3") or a number ("12/KH-MNHB"), accents and case not minded."""
    every = _every(db)
    asked = schools.folded(words)
    found = [plan for plan in every if asked == str(plan.id)]
    found = found or [plan for plan in every if plan.number and schools.folded(plan.number) == asked]
    found = found or [plan for plan in every if plan.number and plans.bore(plan, words)]
    if len(found) == 1:
        return found[0]
    listed = "; ".join(map(_told, found or every))
    if found:
        raise NoPlanError(f"Có {len(found)} kế hoạch mang số “{words}”; hãy chọn bằng mã: {listed}")
    raise NoPlanError(f"Không có kế hoạch “{words}”. Các kế hoạch đang có: {listed}")


def newest_published(db: Database) -> StoredPlan:
    """Return the plan published last."""
    published = [plan for plan in _every(db) if plan.status is PlanStatus.PUBLISHED and plan.published_at]
    if not published:
        raise NoPlanError("Chưa có kế hoạch nào được phát hành. Hãy phát hành trước: tracker import TỆP --publish")
    return max(published, key=lambda plan: (plan.published_at, plan.id))


def _every(db: Database) -> list[StoredPlan]:
    every = [plan for school in schools.all_schools(db) for plan in plans.of_school(db, school.id)]
    if not every:
        raise NoPlanError("Chưa có kế hoạch nào. Hãy nhập trước: tracker import TỆP")
    return every


def _told(plan: StoredPlan) -> str:
    year = f", năm học {plan.school_year}" if plan.school_year else ""
    return f"{plan.id} ({plan.number or plan.source}{year})"
