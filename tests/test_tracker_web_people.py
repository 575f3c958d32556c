"""The people of a school on their pages: how they are reached, what they do, and letters no phone can answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.conftest import make_task
from tests.fakes.visitor import Visitor, visitor_with
from tracker.store import people
from tracker.store.database import open_database
from tracker.store.records import Office

NO_LINKS = "Điện thoại chưa mở được liên kết trong thư"


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    return visitor_with(tmp_path / "data", make_task("Khảo sát", date(2023, 9, 29), owners=("Cô Lan",)))


def person_named(visitor: Visitor, name: str) -> int:
    with open_database(visitor.folder) as db:
        return people.find(db, name)[0].id


def test_letters_without_links_are_warned_of_once_somebody_gets_letters(visitor: Visitor) -> None:
    assert not any(NO_LINKS in visitor.get(page).text for page in ("/", "/nguoi"))
    lan = person_named(visitor, "Cô Lan")
    visitor.press(f"/nguoi/{lan}", name="Cô Lan", office="member", addresses="lan@truong.edu.vn", active="1")
    assert all(NO_LINKS in visitor.get(page).text for page in ("/", "/nguoi"))


def test_where_phones_reach_the_pages_nothing_is_warned_of(visitor: Visitor) -> None:
    visitor.press("/nguoi", name="Thầy Minh", addresses="minh@truong.edu.vn")
    object.__setattr__(visitor.site, "base_url", "https://lich.truong.edu.vn")
    assert NO_LINKS not in visitor.get("/").text


def test_messages_read_on_the_page_need_no_links(visitor: Visitor) -> None:
    visitor.press("/nguoi", name="Thầy Minh", addresses="chỉ xem trên trang")
    assert NO_LINKS not in visitor.get("/nguoi").text


def test_an_address_comes_back_as_it_was_typed(visitor: Visitor) -> None:
    typed = "minh@truong.edu.vn\nzalobot:42"
    visitor.press("/nguoi", name="Thầy Minh", addresses=typed)
    page = visitor.get(f"/nguoi/{person_named(visitor, 'Thầy Minh')}").text
    assert f">{typed}</textarea>" in page


def test_of_several_addresses_the_page_tells_which_one_letters_go_to(visitor: Visitor) -> None:
    visitor.press("/nguoi", name="Tổ trưởng", addresses="mai@truong.edu.vn\nyen@truong.edu.vn")
    page = visitor.get("/nguoi").text
    assert "<span>e-mail mai@truong.edu.vn</span><span>dự phòng: e-mail yen@truong.edu.vn</span>" in page


def test_a_person_leads_to_their_works(visitor: Visitor) -> None:
    lan = person_named(visitor, "Cô Lan")
    page = visitor.get(f"/nguoi/{lan}").text
    assert "<b>1</b> việc chưa xong" in page
    assert f'href="/?nguoi={lan}"' in page
    task = visitor.tasks()[0].id
    visitor.press(f"/viec/{task}/xong", on=f"/viec/{task}")
    assert "việc chưa xong" not in visitor.get(f"/nguoi/{lan}").text


@pytest.mark.parametrize("address", ["ftp://truong.vn/lan", "http://truong.vn", "zalobot:", "zalooa:@@", "tgram://x"])
def test_an_address_no_channel_takes_is_refused_with_a_sentence(visitor: Visitor, address: str) -> None:
    lan = person_named(visitor, "Cô Lan")
    given = visitor.press(f"/nguoi/{lan}", name="Cô Lan", office="member", addresses=address, active="1")
    assert given.status_code == 422
    assert "không phải địa chỉ nhận tin" in given.text
    with open_database(visitor.folder) as db:
        assert people.by_id(db, lan).addresses == ("preview:",)


def test_an_address_of_a_service_apprise_knows_is_taken(visitor: Visitor) -> None:
    visitor.press("/nguoi", name="Thầy Minh", addresses="json://h.vn/x\ntgram://123456:abcdefghijklmnop/42")
    with open_database(visitor.folder) as db:
        assert len(people.by_id(db, person_named(visitor, "Thầy Minh")).addresses) == 2


def test_an_office_there_is_not_is_refused_and_none_given_leaves_what_it_was(visitor: Visitor) -> None:
    lan = person_named(visitor, "Cô Lan")
    visitor.press(f"/nguoi/{lan}", name="Cô Lan", office="committee", active="1")
    given = visitor.press(f"/nguoi/{lan}", name="Cô Lan", office="giám đốc", active="1")
    assert given.status_code == 422
    assert "Không có vai trò “giám đốc”; cần một trong: quản lý kế hoạch, Tổ giám sát, thành viên" in given.text
    visitor.press(f"/nguoi/{lan}", name="Cô Lan", active="1")
    with open_database(visitor.folder) as db:
        assert people.by_id(db, lan).office is Office.COMMITTEE
    assert visitor.press("/nguoi", name="Thầy Minh", office="giám đốc").status_code == 422
