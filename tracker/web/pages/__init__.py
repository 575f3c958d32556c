"""Every page of the site in one ordered tuple; one file per subject."""

from __future__ import annotations

from tracker.web.pages import (
    answer,
    answer_account,
    answer_evidence,
    answer_group,
    answer_link,
    answer_requests,
    answer_stop,
    board,
    calendars,
    copies,
    landing,
    next_year,
    outbox,
    people,
    phrase,
    plan,
    policy,
    review,
    review_acts,
    sign_in,
    task,
    webhooks,
)
from tracker.web.visit import Page

PAGES: tuple[Page, ...] = (
    *board.pages,
    *task.pages,
    *plan.pages,
    *review.pages,
    *review_acts.pages,
    *copies.pages,
    *next_year.pages,
    *phrase.pages,
    *outbox.pages,
    *policy.pages,
    *landing.pages,
    *calendars.pages,
    *people.pages,
    *sign_in.pages,
    *answer.pages,
    *answer_link.pages,
    *answer_account.pages,
    *answer_group.pages,
    *answer_evidence.pages,
    *answer_requests.pages,
    *answer_stop.pages,
    *webhooks.pages,
)
