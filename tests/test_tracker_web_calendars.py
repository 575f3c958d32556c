"""Feed links, their codes, and the landing page that knows the phone."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from markupsafe import escape

from tests.conftest import make_task
from tests.fakes.visitor import BASE, Visitor, visitor_with
from tracker.web.pages.calendars import code_of
from tracker.web.phones import Phone, phone_of

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1.15 Version/17.0 Mobile Safari/604.1"
ANDROID = "Mozilla/5.0 (Linux; Android 13; SM-A135F) AppleWebKit/537.36 Chrome/119.0 Mobile Safari/537.36"
WINDOWS = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/119.0 Safari/537.36"


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    return visitor_with(tmp_path / "data", make_task("Khảo sát trẻ", date(2023, 9, 29), owners=("Cô Lan",)))


def feeds_on(page: str) -> list[str]:
    return re.findall(r'value="http://127\.0\.0\.1:8000(/feeds/[^"]+\.ics)"', page)


def landing_of(feed: str) -> str:
    return feed.replace("/feeds/", "/lich/").removesuffix(".ics")


def test_school_and_each_person_have_a_link_with_a_code(visitor: Visitor) -> None:
    page = visitor.get("/lich").text
    assert page.count("<svg") - page.count('<svg viewBox="0 0 24 24"') == 3
    own = re.search(r'href="(/lich/\d+/ma)">Cô Lan', page)[1]
    assert feeds_on(visitor.get(own).text)
    assert visitor.get(feeds_on(page)[0]).text.startswith("BEGIN:VCALENDAR")


def test_looking_again_shows_the_same_links(visitor: Visitor) -> None:
    assert feeds_on(visitor.get("/lich").text) == feeds_on(visitor.get("/lich").text) != []


def test_a_renewed_link_kills_the_old_one(visitor: Visitor) -> None:
    page = visitor.get("/lich").text
    old, number = feeds_on(page)[0], re.search(r"/lich/(\d+)/doi", page)[1]
    assert visitor.press(f"/lich/{number}/doi", on="/lich").status_code == 303
    assert visitor.get(old).status_code == 410
    assert visitor.get(landing_of(old)).status_code == 410
    assert visitor.get(f"/lich/{number}/ma").status_code == 410
    assert visitor.get(feeds_on(visitor.get("/lich").text)[0]).status_code == 200


@pytest.mark.parametrize(
    ("agent", "first"),
    [(IPHONE, "iPhone, iPad"), (ANDROID, "Điện thoại Android"), (WINDOWS, "Máy tính"), ("", "Máy tính")],
)
def test_the_landing_page_shows_the_holders_kind_of_machine_first(agent: str, first: str, visitor: Visitor) -> None:
    secret = landing_of(feeds_on(visitor.get("/lich").text)[0])
    visitor.client.cookies.clear()
    page = visitor.get(secret, headers={"user-agent": agent})
    assert page.status_code == 200
    assert re.search(r"<h2>([^<]+)", page.text)[1].startswith(first)
    assert f'href="webcal://{BASE.partition("://")[2]}/feeds/' in page.text
    assert "Đăng xuất" not in page.text


def test_a_wrong_secret_lands_nowhere(visitor: Visitor) -> None:
    assert visitor.get("/lich/khong-co-that").status_code == 404


def test_the_public_calendar_can_be_landed_on_by_name(visitor: Visitor) -> None:
    visitor.get("/lich")
    visitor.client.cookies.clear()
    page = visitor.get("/lich/cong-khai/truong-mam-non-hoa-ban").text
    assert "/public/truong-mam-non-hoa-ban.ics" in page
    assert "như một chìa khóa" not in page
    assert "chỉ gồm những việc kế hoạch của trường ghi là công khai" in page


def test_the_landing_page_of_the_whole_school_does_not_speak_of_disclosing(visitor: Visitor) -> None:
    page = visitor.get("/lich").text
    private = re.search(r"/feeds/([\w-]+)\.ics", page)
    assert private
    assert 'id="gom-gi"' not in visitor.get(f"/lich/{private[1]}").text


def test_a_loopback_address_in_a_code_is_warned_of(visitor: Visitor) -> None:
    assert "Điện thoại chưa mở được" in visitor.get("/lich").text


def test_a_code_says_whose_it_is_and_escapes_the_name() -> None:
    code = code_of("https://a.vn/lich/x", "<b>Lan</b>")
    assert "<b>" not in code
    assert str(escape("<b>")) in code


@pytest.mark.parametrize(
    ("agent", "phone"), [(IPHONE, Phone.APPLE), (ANDROID, Phone.ANDROID), (WINDOWS, Phone.DESKTOP)]
)
def test_phones_are_known_by_their_agent(agent: str, phone: Phone) -> None:
    assert phone_of(agent) is phone
