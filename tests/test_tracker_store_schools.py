"""The name of a school is kept on one line, without signs nobody sees, however it was given."""

from __future__ import annotations

import pytest

from tracker.store import schools
from tracker.store.database import Database, transaction

NAME = "Trường Mầm non Hoa Ban"


@pytest.mark.parametrize(
    "typed",
    [
        "Trường\x00 Mầm non Hoa Ban",
        "Trường Mầm non\nHoa Ban",
        " Trường\tMầm non  Hoa Ban\u2028",
        "\u202eTrường Mầm non Hoa\u200b Ban\x1b",
    ],
)
def test_a_name_with_unseen_signs_is_the_same_school(typed: str, db: Database) -> None:
    with transaction(db):
        made = schools.ensure(db, typed)
        assert made.name == NAME
        assert schools.ensure(db, NAME) == made
    assert schools.by_name(db, typed) == made


def test_a_name_of_nothing_but_such_signs_is_none(db: Database) -> None:
    with transaction(db):
        assert schools.ensure(db, "\x00\n\u200b").name == schools.UNNAMED
