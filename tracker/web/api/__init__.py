"""The same as the pages, as JSON: one router per subject, all behind the same sign-in."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Security

from tracker.web.api import people, phrases, plans, reviews, tasks
from tracker.web.api.desk import SIGNED_IN, desk_of
from tracker.web.api.refused import REFUSED

router = APIRouter(prefix="/api", dependencies=[Security(SIGNED_IN), Depends(desk_of)], responses=REFUSED)
for part in (tasks, plans, reviews, people, phrases):
    router.include_router(part.router)
