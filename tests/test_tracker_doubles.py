"""Names that may be one person: the surest pairs first, alike names first where one is chosen, whose name stays is said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import html

from tests.conftest import make_task
from tests.fakes.visitor import Visitor, visitor_with
from tracker.doubles import ADDRESSED, GIVEN_NAME, MOST, ONE_MAILBOX, WITH_POST, WITHIN, alike_first, doubles
from tracker.store import people
from tracker.store.database import open_database
from tracker.store.records import Person

DUE = date(2023, 9, 29)


def staff(*names: str, address: str = "") -> list[Person]:
    ways = (address,) if address else ("preview:",)
    return [Person(number, 1, name, addresses=ways) for number, name in enumerate(names, 1)]


def test_the_surest_pairs_come_first_however_the_school_lists_its_people() -> None:
    mailbox = [
        Person(11, 1, "Bảo vệ", addresses=("mailto:v@a.vn",)),
        Person(12, 1, "Y tế", addresses=("mailto:v@a.vn",)),
    ]
    others = staff("Cô Hạnh", "Trần Thị Hạnh", "Văn thư", "Văn thư Hoàng Thị Lan", "Hoàng Thị Lan")
    others += [Person(21, 1, "Lê Văn Tám"), Person(22, 1, "Tổ trưởng Lê Văn Tám")]
    others += [Person(31, 1, "Thầy Phạm Văn Bảy"), Person(32, 1, "Phạm Văn Bảy")]
    found = [one.why for one in doubles([*mailbox, *others])]
    assert found == sorted(found, key=(ADDRESSED, WITH_POST, WITHIN, ONE_MAILBOX, GIVEN_NAME).index)
    assert (found[0], found[-1]) == (ADDRESSED, GIVEN_NAME)
    assert ONE_MAILBOX in found


def test_of_many_pairs_the_surest_are_told() -> None:
    shared = [Person(number, 1, f"Phòng số {number}", addresses=("mailto:v@a.vn",)) for number in range(1, 9)]
    sure = [Person(91, 1, "Cô Trần Thị Hạnh"), Person(92, 1, "Trần Thị Hạnh")]
    found = doubles([*shared, *sure])
    assert (len(found), found[0].why) == (MOST, ADDRESSED)


def test_alike_names_come_first_where_the_other_name_is_chosen() -> None:
    every = staff("Nguyễn Thị Lan", "An Bình", "Nguyễn Thi Lan", "Cô Nguyễn Thị Lan", "Nguyễn Thị Loan", "Kế toán")
    names = [one.name for one in alike_first(every[0], every)]
    assert names[0] == "Cô Nguyễn Thị Lan"
    assert set(names[1:3]) == {"Nguyễn Thi Lan", "Nguyễn Thị Loan"}
    assert set(names[3:]) == {"An Bình", "Kế toán"}


def test_who_was_merged_is_not_chosen_again() -> None:
    gone = Person(9, 1, "Nguyễn Thi Lan", merged_into=1)
    (one,) = staff("Nguyễn Thị Lan")
    assert alike_first(one, [one, gone]) == ()


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    works = (make_task("Nộp báo cáo", DUE, owners=("Nguyễn Thị Lan",)), make_task("Hội thi", DUE, owners=("Đỗ Lan",)))
    return visitor_with(tmp_path / "data", *works)


def ids(visitor: Visitor) -> tuple[int, int]:
    with open_database(visitor.folder) as db:
        return people.find(db, "Nguyễn Thị Lan")[0].id, people.find(db, "Đỗ Lan")[0].id


@pytest.mark.parametrize("stays", ["mine", "other"])
def test_two_names_nobody_took_for_one_are_joined_from_a_person_s_page(visitor: Visitor, stays: str) -> None:
    whole, short = ids(visitor)
    page = html.fromstring(visitor.get(f"/nguoi/{whole}").text)
    (fold,) = page.xpath('//details[@id="gop-ten"]')
    assert fold.xpath(".//option/@value")[1] == str(short)
    assert fold.xpath(".//button/text()") == ["Gộp, giữ tên Nguyễn Thị Lan", "Gộp, giữ tên vừa chọn"]
    path = f"/nguoi/{whole}/gop"
    assert visitor.press(path, on=f"/nguoi/{whole}", other="", stays=stays).status_code == 422
    assert visitor.press(path, on=f"/nguoi/{whole}", other=str(short), stays=stays).status_code == 303
    gone, kept = (short, whole) if stays == "mine" else (whole, short)
    with open_database(visitor.folder) as db:
        assert (people.by_id(db, gone).merged_into, people.by_id(db, kept).merged_into) == (kept, None)


def test_the_buttons_of_a_told_pair_name_what_stays(tmp_path: Path) -> None:
    names = ("Lan", "Cô Lan")
    visitor = visitor_with(tmp_path / "data", *(make_task(f"Nộp {name}", DUE, owners=(name,)) for name in names))
    (form,) = html.fromstring(visitor.get("/nguoi").text).xpath('//section[@id="mot-nguoi"]/form')
    told = {text: button.get("value") for button in form.xpath(".//button") for text in button.itertext()}
    assert set(told) == {f"Gộp, giữ tên {name}" for name in names}
    with open_database(visitor.folder) as db:
        for text, number in told.items():
            assert people.by_id(db, int(number)).name == text.removeprefix("Gộp, giữ tên ")
