"""Every page of the site in one ordered tuple; one file per subject."""

from __future__ import annotations

from tracker.web.pages import board, calendars, landing, outbox, people, phrase, plan, sign_in, task
from tracker.web.visit import Page

PAGES: tuple[Page, ...] = (
    *board.pages,
    *task.pages,
    *plan.pages,
    *phrase.pages,
    *outbox.pages,
    *landing.pages,
    *calendars.pages,
    *people.pages,
    *sign_in.pages,
)
