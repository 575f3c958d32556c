"""A manager gives a work on its page: few fields however many people there are, a word for who gets it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.fakes.answering import LEAD, Answering
from tests.fakes.visitor import Visitor
from tracker.answers.token import Action
from tracker.store import history, people
from tracker.store.database import open_database, transaction
from tracker.store.records import Part

MANY = tuple(f"Giáo viên {number}" for number in range(60))


@pytest.fixture
def lan(tmp_path: Path) -> Answering:
    found = Answering(tmp_path / "data")
    with open_database(found.folder) as db, transaction(db):
        for name in MANY:
            people.ensure(db, found.person().school_id, name)
    return found


def held(lan: Answering) -> dict[int, Part]:
    with open_database(lan.folder) as db:
        return dict(people.assigned(db, lan.task().id))


def gives(lan: Answering, **fields: str):
    page = f"/viec/{lan.task().id}"
    return Visitor(lan.folder).press(f"{page}/giao", on=page, **fields)


def test_only_who_has_a_part_has_a_line_of_their_own(lan: Answering) -> None:
    form = Visitor(lan.folder).get(f"/viec/{lan.task().id}").text.partition('id="giao"')[2].partition("</form>")[0]
    assert form.count('<select id="part-') == 1
    assert f'id="part-{lan.person().id}"' in form
    assert form.count("<select") == 7
    assert form.count(f">{MANY[59]}</option>") == 3
    assert f">{LEAD}</option>" not in form


def test_others_are_added_beside_who_has_a_part_with_a_word_for_them(lan: Answering) -> None:
    first, second = (lan.person(name) for name in MANY[:2])
    answer = gives(
        lan,
        **{
            f"part-{lan.person().id}": "helper",
            "added-1": str(first.id),
            "added_part-1": "lead",
            "added-3": str(second.id),
            "added_part-3": "helper",
            "given_why": "cô Lan nghỉ ốm",
        },
    )
    assert answer.status_code == 303
    assert held(lan) == {lan.person().id: Part.HELPER, first.id: Part.LEAD, second.id: Part.HELPER}
    with open_database(lan.folder) as db:
        assert history.of_subject(db, "task", lan.task().id)[-1].why == "cô Lan nghỉ ốm"
    assert "Lời nhắn" in (page := lan.get(lan.path(Action.CHOOSE, first.name)).text)
    assert "cô Lan nghỉ ốm" in page


@pytest.mark.parametrize("chosen", ["", "99999", "x"])
def test_nobody_chosen_adds_nobody(lan: Answering, chosen: str) -> None:
    fields = {f"part-{lan.person().id}": "lead", "added-1": chosen, "added_part-1": "helper"}
    assert gives(lan, **fields).status_code == 303
    assert held(lan) == {lan.person().id: Part.LEAD}


def test_one_person_twice_or_a_word_too_long_is_told_and_what_was_chosen_stands(lan: Answering) -> None:
    own, other = lan.person().id, lan.person(MANY[5]).id
    added = {f"part-{own}": "watcher", "added-1": str(other), "added_part-1": "lead"}
    twice = gives(lan, **added, **{"added-2": str(other), "added_part-2": "helper"}, given_why="gấp")
    assert twice.status_code == 422
    assert 'id="sai-added-1"' in twice.text
    assert 'value="gấp"' in twice.text
    assert f'<option value="{other}" selected>' in twice.text
    assert '<option value="watcher" selected>' in twice.text
    long = gives(lan, **added, given_why="a" * 501)
    assert long.status_code == 422
    assert 'id="sai-given_why"' in long.text
    assert held(lan) == {own: Part.LEAD}
