"""One person under several forms of address is one; whoever only an address tells apart stays apart."""

from __future__ import annotations

import pytest

from tracker.doubles import doubles
from tracker.naming import same_person
from tracker.store import people, schools
from tracker.store.database import Database
from tracker.store.records import Person


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đồng chí Trần Thị Hạnh", "Trần Thị Hạnh"),
        ("Đ/c Trần Thị Hạnh", "Cô Trần Thị Hạnh"),
        ("đ.c. Lan", "Lan"),
        ("Đồng chí: Trần Thị Hạnh", "dong chi tran thi hanh"),
        ("Cô giáo Trần Thị Hạnh", "Bà Trần Thị Hạnh"),
        ("Đ/c cô Trần Thị Hạnh", "trần thị hạnh"),
        ("co tran thi hanh", "Trần Thị Hạnh"),
        ("Đ/c Phó Hiệu trưởng", "PHT"),
        ("Thầy Trần Thanh", "Ông Trần Thanh"),
    ],
)
def test_forms_of_address_make_no_other_person(one: str, other: str) -> None:
    assert same_person(one, other)
    assert same_person(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thầy Lan", "Cô Lan"),
        ("Cô Lan", "Lan"),
        ("Thầy Trần Thanh", "Cô Trần Thanh"),
        ("Cổ Thị Lan", "Thị Lan"),
        ("Bà con", "con"),
        ("Phó Hiệu trưởng", "Hiệu trưởng"),
        ("Văn thư Hoàng Thị Lan", "Hoàng Thị Lan"),
        ("Đồng chí", "Đ/c Lan"),
    ],
)
def test_what_may_be_two_people_stays_two(one: str, other: str) -> None:
    assert not same_person(one, other)
    assert not same_person(other, one)


def test_a_name_found_again_is_the_person_known(db: Database) -> None:
    school = schools.ensure(db, "Trường Thử")
    known = people.ensure(db, school.id, "Đồng chí Trần Thị Hạnh")
    for name in ("Trần Thị Hạnh", "Cô Trần Thị Hạnh", "đ/c tran thi hanh"):
        assert people.ensure(db, school.id, name) == known
    assert people.find(db, "Trần Thị Hạnh") == (known,)


def test_a_name_that_may_mean_two_people_means_neither(db: Database) -> None:
    school = schools.ensure(db, "Trường Thử")
    two = {people.ensure(db, school.id, name).id for name in ("Thầy Trần Thanh", "Cô Trần Thanh")}
    assert len(two) == 2
    assert people.by_name(db, school.id, "Trần Thanh") is None
    assert people.ensure(db, school.id, "Trần Thanh").id not in two


def staff(*names: str, **addresses: str) -> list[Person]:
    return [
        Person(number, 1, name, addresses=(addresses.get(f"a{number}", "preview:"),))
        for number, name in enumerate(names, 1)
    ]


@pytest.mark.parametrize(
    ("names", "kept"),
    [
        (("Đồng chí Trần Thị Hạnh", "Trần Thị Hạnh"), "Trần Thị Hạnh"),
        (("Văn thư Hoàng Thị Lan", "Hoàng Thị Lan"), "Hoàng Thị Lan"),
        (("Hoàng Thị Lan (Văn thư)", "Đ/c Hoàng Thị Lan"), "Đ/c Hoàng Thị Lan"),
        (("Cô Lan", "Lan"), "Lan"),
    ],
)
def test_the_own_name_is_the_one_that_stays(names: tuple[str, str], kept: str) -> None:
    [found] = doubles(staff(*names))
    assert found.kept.name == kept


def test_one_mailbox_of_two_names_is_told(db: Database) -> None:
    found = doubles(staff("Kế toán", "Nguyễn Thị Hoa", "Văn thư", a1="mailto:a@b.vn", a2="mailto:a@b.vn"))
    assert [(one.kept.name, one.gone.name, one.why) for one in found] == [
        ("Nguyễn Thị Hoa", "Kế toán", "cùng một kênh nhận tin")
    ]


def test_offices_and_people_without_a_channel_are_no_doubles() -> None:
    assert doubles(staff("Phó Hiệu trưởng", "Hiệu trưởng", "Nguyễn Hoàng Thị Lan", "Hoàng Thị Lan", "Văn thư")) == ()
