"""A sign-in link by letter: asked for on a phone, sent to the person's own address, honoured once, told to nobody."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from lxml import html

from tests.conftest import NOW
from tests.fakes.letter_box import LetterBox
from tracker.signing_in.asking import FOR_ONE, FROM_ONE, own_path, place_of, read_typed
from tracker.signing_in.letters import UNSEEN
from tracker.signing_in.sending import LINK_LIVES, is_address
from tracker.store import history, sessions
from tracker.store.letters import MessageState
from tracker.store.outbox_search import Query, search
from tracker.store.records import Office
from tracker.web.visit import COOKIE

LAN = "lan@truong.vn"


def work_page(box: LetterBox) -> str:
    return f"/viec/{box.visitor.tasks()[0].id}"


def test_the_whole_way_from_a_page_back_to_it(box: LetterBox) -> None:
    page = box.visitor.get(work_page(box) + "?truong=x")
    assert page.status_code == 401
    assert f'name="back" value="{work_page(box)}?truong=x"' in page.text
    told = box.ask(LAN, work_page(box))
    assert (told.status_code, told.headers["location"]) == (303, "/dang-nhap?gui=roi")
    assert "trong 30 phút" in box.visitor.get(told.headers["location"]).text
    assert box.send() == 1
    link = box.link(LAN)
    assert "Cô Lan" in box.visitor.get(link).text
    entered = box.visitor.client.post(link)
    assert (entered.status_code, entered.headers["location"]) == (303, work_page(box))
    assert "secure" in entered.headers["set-cookie"].lower()
    assert box.visitor.get(work_page(box)).status_code == 200


def test_looking_uses_nothing_up_and_the_button_works_once(box: LetterBox) -> None:
    link = box.asked_link(LAN)
    for _ in range(3):
        assert box.visitor.get(link).status_code == 200
        assert box.visitor.client.head(link).status_code == 200
    assert box.visitor.get("/").status_code == 401
    assert box.visitor.client.post(link).status_code == 303
    again = box.visitor.client.post(link)
    assert (again.status_code, again.headers["location"]) == (303, "/")  # a second tap on the same phone
    assert "set-cookie" not in again.headers
    box.visitor.client.cookies.clear()
    for answer in (box.visitor.client.post(link), box.visitor.get(link)):
        assert answer.status_code == 410
        assert "set-cookie" not in answer.headers
        assert "gui-lien-ket" in answer.text


def test_a_link_dies_after_half_an_hour(box: LetterBox) -> None:
    link = box.asked_link(LAN)
    box.now += LINK_LIVES - timedelta(minutes=1)
    assert box.visitor.get(link).status_code == 200
    box.later(minutes=1)
    assert box.visitor.get(link).status_code == 410
    assert box.visitor.client.post(link).status_code == 410
    assert box.visitor.get("/").status_code == 401


def test_a_link_nobody_made_opens_nothing(box: LetterBox) -> None:
    link = box.asked_link(LAN)
    forged = link[:-1] + ("0" if link[-1] != "0" else "1")
    assert box.visitor.client.post(forged).status_code == 410
    assert box.visitor.get("/").status_code == 401


@pytest.mark.parametrize(
    "address",
    [
        "ai-do@truong.vn",
        "binh@truong.vn",
        "giam-sat@truong.vn",
        "nghi@truong.vn",
        "0900000000",
        "lan@truong.vn.evil.example",
    ],
)
def test_whoever_does_not_sign_in_gets_the_same_answer_and_no_letter(address: str, box: LetterBox) -> None:
    box.person("Thầy Bình", "mailto:binh@truong.vn", office=Office.MEMBER)
    box.person("Cô Hoa", "mailto:giam-sat@truong.vn", office=Office.COMMITTEE)
    box.person("Cô Nghỉ", "mailto:nghi@truong.vn", active=False)
    known, other = box.ask(LAN), box.ask(address)
    assert (known.status_code, known.headers["location"], known.text) == (
        other.status_code,
        other.headers["location"],
        other.text,
    )
    box.send()
    assert [letter.to for letter in box.smtp.letters] == [LAN]


def test_the_page_writes_the_same_whether_an_address_is_known_or_not(box: LetterBox) -> None:
    """What takes time, looking up and writing the letter, is left to the sender: the answer is as fast for both."""
    box.ask(LAN)
    box.ask("ai-do@truong.vn")
    with box.db() as db:
        rows = list(db.query("SELECT person_id, settled_at FROM sign_in_requests"))
        assert rows == [{"person_id": None, "settled_at": None}] * 2
        assert search(db, Query()) == ()
    box.send()
    with box.db() as db:
        assert [row["typed"] for row in db.query("SELECT typed FROM sign_in_requests")] == ["", ""]


def test_the_secret_is_in_the_letter_alone(box: LetterBox) -> None:
    secret = box.asked_link(LAN, work_page(box)).rpartition("/")[2]
    with box.db() as db:
        message = search(db, Query())[0]
        told = [f"{one.what} {one.was} {one.now} {one.who}" for one in history.of_subject(db, "person", "2")]
    assert message.state is MessageState.SENT
    assert UNSEEN in message.draft.letter.text
    assert UNSEEN not in box.texts(LAN)[0]
    assert "sign-in asked None mailto Trang đăng nhập" in told
    box.visitor.client.post(box.link(LAN))
    assert "(liên kết chỉ có trong thư gửi đi)" in box.visitor.get("/tin-nhan").text
    stored = b"".join(path.read_bytes() for path in box.folder.glob("tracker.db*"))
    assert secret.encode() not in stored
    assert box.visitor.client.cookies[COOKIE].encode() not in stored


def test_the_history_names_who_signed_in_and_what_they_did(box: LetterBox) -> None:
    box.visitor.client.post(box.asked_link(LAN))
    task = box.visitor.tasks()[0]
    box.visitor.press(f"/viec/{task.id}/xong", on=work_page(box))
    assert box.visitor.tasks()[0].done_by == "Cô Lan"
    with box.db() as db:
        assert [one.what for one in history.of_subject(db, "person", "2")][-2:] == ["sign-in asked", "signed in"]
        assert history.of_subject(db, "person", "2")[-1].who == "Cô Lan"


def test_an_address_may_be_asked_for_so_often_known_or_not(box: LetterBox) -> None:
    most, span = FOR_ONE
    for address in (LAN, "ai-do@truong.vn"):
        for _ in range(most):
            assert box.ask(address).status_code == 303
        refused = box.ask(f"  {address.upper()} ")
        assert refused.status_code == 429
        assert "vẫn dùng được" in refused.text
    box.send()
    assert len(box.smtp.letters) == most
    box.now += span
    assert box.ask(LAN).status_code == 303


def test_earlier_links_go_on_working_so_nobody_locks_a_manager_out(box: LetterBox) -> None:
    first = box.asked_link(LAN)
    while box.ask(LAN).status_code == 303:
        box.send()
    assert box.visitor.client.post(first).status_code == 303


def test_one_machine_may_ask_so_often(box: LetterBox) -> None:
    most, span = FROM_ONE
    for number in range(most):
        assert box.ask(f"nguoi-{number}@truong.vn").status_code == 303
    refused = box.ask(LAN)
    assert refused.status_code == 429
    assert "quá nhiều lần" in refused.text
    assert box.send() == 0
    box.now += span
    assert box.ask(LAN).status_code == 303


@pytest.mark.parametrize(
    "back",
    ["https://evil.example/", "//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", "javascript:alert(1)",
     "/ok\r\nSet-Cookie: a=b", "", "/dang-xuat", "/dang-nhap?ve=/", "/api/tasks", "/" + "x" * 600, "http:/viec"],
)  # fmt: skip
def test_a_link_leads_to_pages_of_ours_alone(back: str, box: LetterBox) -> None:
    assert box.visitor.client.post(box.asked_link(LAN, back)).headers["location"] == "/"
    assert box.visitor.get("/dang-nhap", params={"ve": back}).headers["location"] == "/"


@pytest.mark.parametrize("path", ["/", "/viec/viec-1", "/ke-hoach/1?truong=a-b&xong=x", "/gia-han", "/dang-nhapx"])
def test_pages_of_ours_are_come_back_to(path: str) -> None:
    assert own_path(path) == path


def test_a_form_that_was_sent_without_a_sign_in_leads_to_the_first_page(box: LetterBox) -> None:
    refused = box.visitor.client.post(work_page(box) + "/xong")
    assert refused.status_code == 401
    assert 'name="back" value="/"' in refused.text


def test_another_site_cannot_ask_for_anyone(box: LetterBox) -> None:
    assert box.ask(LAN, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert box.send() == 0


def test_a_call_of_the_api_is_refused_as_before(box: LetterBox) -> None:
    refused = box.visitor.get("/api/tasks")
    assert refused.status_code == 401
    assert "đăng nhập" in refused.json()["error"]


@pytest.mark.parametrize("typed", ["", "Cô Lan", "lan", "lan@", "12345", "a" * 300 + "@truong.vn", "<script>@x"])
def test_what_is_no_address_is_told_and_typed_again(typed: str, box: LetterBox) -> None:
    refused = box.ask(typed, "/gia-han")
    assert refused.status_code == 422
    assert 'name="back" value="/gia-han"' in refused.text
    assert "<script>" not in refused.text
    assert box.send() == 0


@pytest.mark.parametrize(
    ("address", "typed", "same"),
    [
        ("mailto:lan@truong.vn", "Lan@Truong.vn ", True),
        ("mailto:lan@truong.vn?subject=x", "lan@truong.vn", True),
        ("mailto:lan@truong.vn", "lan+1@truong.vn", False),
        ("mailto://lan:mk@truong.vn", "lan@truong.vn", False),
        ("zbs:0912345678", "+84 912 345 678", True),
        ("zbs:84912345678", "0912.345.678", True),
        ("zbs:0912345678", "0912345679", False),
        ("zalobot:0912345678", "0912345678", False),
        ("preview:", "0912345678", False),
    ],
)
def test_an_address_is_known_however_it_is_typed(address: str, typed: str, *, same: bool) -> None:
    assert is_address(address, read_typed(typed)) is same


def test_a_sign_in_ends_when_its_person_manages_no_more(box: LetterBox) -> None:
    box.visitor.client.post(box.asked_link(LAN))
    unused = box.asked_link(LAN)
    assert box.visitor.get("/").status_code == 200
    box.person("Cô Lan", "mailto:lan@truong.vn", office=Office.MEMBER)
    assert box.visitor.get("/").status_code == 401
    assert box.visitor.client.post(unused).status_code == 410


def test_without_a_channel_the_page_says_what_to_do(box: LetterBox) -> None:
    for change in ({"base_url": "http://127.0.0.1:8000"}, {"channels": type(box.visitor.site.channels)()}):
        kept = {name: getattr(box.visitor.site, name) for name in change}
        for name, value in change.items():
            object.__setattr__(box.visitor.site, name, value)
        headers = {"host": "127.0.0.1"}
        page = box.visitor.get("/", headers=headers)
        assert page.status_code == 401
        assert "tracker signin" in page.text
        assert "gui-lien-ket" not in page.text
        assert box.ask(LAN, headers=headers).status_code == 422
        for name, value in kept.items():
            object.__setattr__(box.visitor.site, name, value)
    assert box.send() == 0
    assert "gui-lien-ket" in box.visitor.get("/").text


def test_what_only_the_server_s_installer_understands_is_folded_away(box: LetterBox) -> None:
    """Who looks after the plan reads whom to ask; commands and settings stand in a fold of their own."""
    here = {"host": "127.0.0.1"}
    pages = [box.visitor.get("/").text, box.visitor.get("/dang-nhap?gui=roi").text]
    for change in ({"base_url": "http://127.0.0.1:8000"}, {"channels": type(box.visitor.site.channels)()}):
        kept = {name: getattr(box.visitor.site, name) for name in change}
        for name, value in change.items():
            object.__setattr__(box.visitor.site, name, value)
        pages.append(box.visitor.get("/", headers=here).text)
        assert "Hãy nhờ người cài đặt máy chủ của trường" in pages[-1]
        assert "tracker signin" in pages[-1]
        for name, value in kept.items():
            object.__setattr__(box.visitor.site, name, value)
    for page in pages:
        seen = html.fromstring(page)
        for fold in seen.xpath('//details[@id="nguoi-cai-dat"]'):
            fold.drop_tree()
        assert not [word for word in ("base_url", "tracker", "settings.toml") if word in seen.text_content()]


def test_a_database_of_before_takes_links_and_sessions_along(tmp_path: Path) -> None:
    from tracker.store.database import open_database

    with open_database(tmp_path) as db:
        link = sessions.make_link(db, NOW)
        secret = sessions.open_session(db, link, NOW)
        columns = db.execute("SELECT person_id FROM sessions").fetchall()
        assert secret is not None
        live = sessions.live(db, secret, NOW)
    assert columns == [(None,)]
    assert live == sessions.Session(sessions.MANAGER, NOW, NOW + sessions.SESSION_LIVES, None)


@pytest.mark.parametrize(
    ("client", "place"),
    [("10.0.0.7", "10.0.0.7"), ("2001:db8:1:2:aaaa::7", "2001:db8:1:2::/64"), ("", ""), ("testclient", "testclient")],
)
def test_where_a_request_comes_from_is_a_machine_or_its_network(client: str, place: str) -> None:
    assert place_of(client) == place
