"""“Đã xong” is taken back by who said it, from whichever link they come by later, until somebody checked the work."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from tests.fakes.answering import Answering
from tracker import work
from tracker.answers.token import Action
from tracker.store.database import open_database
from tracker.store.history import Actor, of_subject
from tracker.store.records import TaskState
from tracker.web.site import national_calendar


@pytest.fixture
def lan(tmp_path: Path) -> Answering:
    return Answering(tmp_path / "data")


@pytest.mark.parametrize("action", [Action.DONE, Action.CHOOSE, Action.RECEIVED, Action.EXTEND])
def test_who_said_done_takes_it_back_by_whichever_link_they_open_later(lan: Answering, action: Action) -> None:
    lan.client.post(lan.path(Action.DONE))
    lan.now += timedelta(days=9)
    path = lan.path(action)
    assert f'action="{path}/lay-lai"' in lan.get(path).text
    assert lan.client.post(f"{path}/lay-lai").headers["location"] == f"{path}?xong=lay-lai"
    assert lan.task().open
    assert "/lay-lai" not in lan.get(path).text


def test_the_short_link_takes_done_back_once_however_often_it_is_pressed(lan: Answering) -> None:
    lan.client.post(lan.path(Action.DONE))
    path = lan.path(Action.CHOOSE)
    for _ in range(2):
        assert lan.client.post(f"{path}/lay-lai").status_code == 303
    with open_database(lan.folder) as db:
        story = [one.now for one in of_subject(db, "task", lan.task().id) if one.what == "state"]
    assert story == [TaskState.DONE.value, TaskState.OPEN.value]


@pytest.mark.parametrize("action", [Action.DONE, Action.CHOOSE])
def test_what_is_checked_offers_no_way_back(lan: Answering, action: Action) -> None:
    lan.client.post(lan.path(Action.DONE))
    with open_database(lan.folder) as db:
        work.mark_checked(db, lan.task().id, Actor("Thầy Minh", lan.now), national_calendar())
    assert "/lay-lai" not in lan.get(lan.path(action)).text
    assert lan.client.post(f"{lan.path(action)}/lay-lai").status_code == 422
    assert lan.task().state is TaskState.CHECKED


def test_what_another_reported_done_is_not_taken_back(lan: Answering) -> None:
    with open_database(lan.folder) as db:
        work.mark_done(db, lan.task().id, Actor("Cô Mai", lan.now), national_calendar())
    path = lan.path(Action.CHOOSE)
    assert "/lay-lai" not in lan.get(path).text
    assert lan.client.post(f"{path}/lay-lai").status_code == 422
    assert lan.task().state is TaskState.DONE
