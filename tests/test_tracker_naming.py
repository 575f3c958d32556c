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
        ("Văn thư Hoàng Thị Lan", "Hoàng Thị Lan"),
        ("PHT Hoàng Thị Lan", "Hoàng Thị Lan – Phó Hiệu trưởng"),
        ("Cô Ka Thị Hường - Phó Hiệu trưởng", "cô Ka Thị Hường"),
        ("Kế toán - bà Vũ Thị Thoa", "Vũ Thị Thoa"),
        ("Tổ trưởng tổ Toán - Tin Lê Văn Nam", "Thầy Lê Văn Nam (tổ trưởng)"),
        ("Tổ trưởng Lê Thị Hoa", "Thư ký Lê Thị Hoa"),
        ("Cô Nguyễn Thị Hương (5A)", "Nguyễn Thị Hương"),
        ("Phó Hiệu trưởng Moong Thị Xuân", "cô Moong Thị Xuân"),
        ("Phó Hiệu trưởng phụ trách chuyên môn Hồ Thị Mai Ly", "cô Hồ Thị Mai Ly"),
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
        ("Văn thư Hoàng Thị Lan", "Văn thư"),
        ("Đồng chí", "Đ/c Lan"),
        ("Thầy Trần Thanh - Tổ trưởng", "Cô Trần Thanh"),
        ("Tổ trưởng Trần Thanh", "Tổ trưởng Lê Thanh"),
        ("Tổ trưởng Lan", "Cô Lan"),
        ("Nguyễn Thị Hương (5A)", "Nguyễn Thị Hương (3B)"),
        ("Nguyễn Thị Hương (1978)", "Nguyễn Thị Hương"),
        ("GVCN 5A Nguyễn Thị Hương", "Nguyễn Thị Hương, giáo viên chủ nhiệm 3B"),
        ("Giáo viên Toán Nguyễn Thị Hương", "Nguyễn Thị Hương - giáo viên Địa lí"),
        ("Chi đội Trần Văn Ơn", "Trần Văn Ơn"),
        ("Trường Tiểu học Lê Văn Tám", "Lê Văn Tám"),
        ("Bí thư Đoàn Thanh Niên", "Đoàn Thanh Niên"),
        ("Chuyên viên Văn Phòng", "Văn Phòng"),
        ("Cô Hà Thị Mai, thầy Lê Văn Nam", "Cô Hà Thị Mai"),
        ("Cô Hà Thị Mai - Tổ trưởng, thầy Lê Văn Nam", "Cô Hà Thị Mai"),
    ],
)
def test_what_may_be_two_people_stays_two(one: str, other: str) -> None:
    assert not same_person(one, other)
    assert not same_person(other, one)


FORMS = (
    "Cô Phan Thị Lệ Thủy - Tổ trưởng",
    "Tổ trưởng Phan Thị Lệ Thủy",
    "cô Phan Thị Lệ Thủy, tổ trưởng",
    "Cô Phan Thị Lệ Thủy (Tổ trưởng)",
    "Cô Phan Thị Lệ Thủy",
)


@pytest.mark.parametrize(
    "posted", ["ông Đặng Hữu Phước, chuyên viên", "Chuyên viên Đặng Hữu Phước", "ông Đặng Hữu Phước (chuyên viên)"]
)
def test_a_post_one_has_needs_no_word_more(posted: str) -> None:
    assert same_person(posted, "Ông Đặng Hữu Phước")
    assert not same_person(posted, "Chuyên viên")


def test_a_post_beside_a_whole_name_makes_no_other_person(db: Database) -> None:
    assert all(same_person(one, other) for one in FORMS for other in FORMS)
    school = schools.ensure(db, "Trường Thử")
    assert len({people.ensure(db, school.id, name).id for name in FORMS}) == 1


def test_an_office_and_who_holds_it_stay_two(db: Database) -> None:
    school = schools.ensure(db, "Trường Thử")
    names = ("Văn thư", "Văn thư Hoàng Thị Liễu", "Văn thư Trần Thị Mơ")
    assert len({people.ensure(db, school.id, name).id for name in names}) == len(names)


def test_one_known_under_two_names_is_not_made_a_third_time(db: Database) -> None:
    school = schools.ensure(db, "Trường Thử")
    first, second = (people.ensure(db, school.id, name, exactly=True).id for name in FORMS[:2])
    assert first != second
    assert people.ensure(db, school.id, FORMS[4]).id == first
    people.set_addresses(db, second, ["mailto:thuy@truong.vn"])
    assert people.ensure(db, school.id, FORMS[4]).id == second


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


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("Thầy Trần Văn Tùng", "Thầy Tùng"),
        ("Nguyễn Thị Hạnh (Văn thư)", "Cô Hạnh văn thư"),
        ("Nguyễn Thị Hạnh", "Cô Hạnh (Văn thư)"),
        ("Trần Văn Tùng", "đ/c Tùng"),
        ("Trần Thị Thu Hà", "Cô Thu Hà"),
    ],
)
def test_a_given_name_that_one_person_has_may_be_theirs(whole: str, short: str) -> None:
    for names in ((whole, short), (short, whole)):
        [found] = doubles(staff(*names))
        assert (found.kept.name, found.gone.name) == (whole, short)


@pytest.mark.parametrize(
    "names",
    [
        ("Nguyễn Thị Hạnh", "Thầy Hạnh"),
        ("Nguyễn Thị Hạnh (Kế toán)", "Cô Hạnh văn thư"),
        ("Nguyễn Văn Toàn", "Kế toán"),
        ("Nguyễn Thị Thư", "Văn thư"),
        ("Trần Văn Tùng", "Thầy Tung"),
        ("Trần Văn Tùng", "Lê Văn Tùng", "Thầy Tùng"),
        ("Trần Thị Thu Hà", "Cô Thu"),
        ("Thầy Tùng", "Cô Tùng"),
    ],
)
def test_a_given_name_another_or_several_have_is_left_alone(names: tuple[str, ...]) -> None:
    assert doubles(staff(*names)) == ()
