"""The same as the pages, as JSON: one router per subject, all behind the same sign-in."""

from __future__ import annotations

from fastapi import APIRouter, Depends, Security
from fastapi.routing import APIRoute

from tracker.web.api import people, phrases, plans, reviews, tasks
from tracker.web.api.desk import SIGNED_IN, desk_of
from tracker.web.api.refused import REFUSED, answers_of

router = APIRouter(prefix="/api", dependencies=[Security(SIGNED_IN), Depends(desk_of)], responses=REFUSED)
for part in (tasks, plans, reviews, people, phrases):
    for route in part.router.routes:
        if isinstance(route, APIRoute):
            route.responses = answers_of(route) | route.responses
    router.include_router(part.router)
