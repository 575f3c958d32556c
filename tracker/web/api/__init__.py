"""The same as the pages, as JSON: one router per subject, all behind the same sign-in."""

from __future__ import annotations

from fastapi import APIRouter, Depends

from tracker.web.api import people, phrases, plans, reviews, tasks
from tracker.web.api.desk import desk_of

router = APIRouter(prefix="/api", dependencies=[Depends(desk_of)])
for part in (tasks, plans, reviews, people, phrases):
    router.include_router(part.router)
