"""The page of a work whose evidence was refused says so first and never that the work is done."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.committee import Committee
from tests.fakes.reminding import preview_desk
from tests.test_tracker_accepting import WHY, give, judged
from tracker.answers.token import Action
from tracker.reminders.answered_evidence import NOT_COUNTED
from tracker.reminders.tick import tick
from tracker.store.database import open_database

DONE = "Lời nhắc của việc này dừng lại"
HEAD = "Việc chưa được tính là xong."


@pytest.fixture
def committee(tmp_path: Path) -> Committee:
    made = Committee(tmp_path / "data")
    made.finish()
    return made


def test_a_refusal_stands_first_with_who_why_and_what_to_do(committee: Committee) -> None:
    page = committee.get(committee.path(Action.CHOOSE)).text
    assert HEAD not in page
    judged(committee, give(committee), accepted=False)
    page = committee.get(committee.path(Action.CHOOSE)).text
    assert DONE not in page
    assert page.index(HEAD) < page.index("chưa được chấp nhận")
    said = page[page.index(HEAD) : page.index(HEAD) + 600]
    assert WHY in said
    assert "Người xem: " in said
    assert "Xin gửi minh chứng khác" in said
    give(committee, "bản khác", minutes=90)
    assert "Không cần gửi thêm" in committee.get(committee.path(Action.CHOOSE)).text


def test_the_letter_of_a_refusal_says_that_the_work_does_not_count(committee: Committee) -> None:
    at = judged(committee, give(committee), accepted=False)
    with open_database(committee.folder) as db:
        told = tick(db, at, replace(preview_desk(), wall=lambda: at))
        texts = [one.message.draft.letter.text for one in told.delivered if one.message.draft.kind == "evidence"]
    assert [NOT_COUNTED in text for text in texts] == [True]
