"""Short names of offices and the offices they stand for are one."""

from __future__ import annotations

import pytest

from schedules.spelling.offices import SHORT, spellings


@pytest.mark.parametrize(
    ("name", "other"),
    [
        ("gvcn", "giao vien chu nhiem"),
        ("giao vien chu nhiem", "gvcn"),
        ("gvcn 5a", "giao vien chu nhiem 5a"),
        ("pht chuyen mon", "pho hieu truong chuyen mon"),
        ("pho ht", "pht"),
        ("bgh", "ban giam hieu"),
    ],
)
def test_an_office_is_known_by_either_name(name, other):
    assert other in spellings(name)
    assert spellings(name)[0] == name


@pytest.mark.parametrize("name", ["ke toan", "gvcnx", "co lan", "htx hoa sen", ""])
def test_other_names_have_one_spelling(name):
    assert spellings(name) == (name,)


@pytest.mark.parametrize("name", SHORT)
def test_every_spelling_leads_to_the_same_office(name):
    assert {frozenset(spellings(way)) for way in spellings(name)} == {frozenset(spellings(name))}
