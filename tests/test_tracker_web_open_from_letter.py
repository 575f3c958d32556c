"""A manager's letter leads to pages that ask for a sign-in: one press sends the link, nothing is typed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from notifiers import build_channels
from tests.conftest import NOW
from tests.fakes.crashing import channel_settings
from tests.fakes.letter_box import LINK, WEB, LetterBox, letter_box
from tests.fakes.zalo_bot import TOKEN, running_zalo_bot
from tracker.answers.token import Action, Token, signed
from tracker.feeds.secret import master_key
from tracker.reminders.occasions import Occasion, occasion_for
from tracker.signing_in.asking import FOR_ONE, FROM_ONE
from tracker.store import people
from tracker.store.records import Office, Person

LAN = "lan@truong.vn"


def lan(box: LetterBox) -> Person:
    with box.db() as db:
        return next(one for one in people.managers(db) if one.name == "Cô Lan")


def occasion(box: LetterBox) -> Occasion:
    return occasion_for(lan(box), f"mailto:{LAN}", NOW.date(), box.desk)


def path_of(url: str) -> str:
    assert url.startswith(WEB)
    return urlsplit(url).path


def opened(box: LetterBox, subject: str, **more: object) -> str:
    token = Token(Action.OPEN, lan(box).id, subject, NOW.date())
    return f"/mo/{signed(replace(token, **more), master_key(box.folder))}"


def test_the_links_of_a_manager_s_letter_lead_to_the_page_by_one_press(box: LetterBox) -> None:
    task = box.visitor.tasks()[0].id
    links = {
        occasion(box).board(): "/",
        occasion(box).board(task): f"/viec/{task}",
        occasion(box).requests_page(): "/gia-han",
        occasion(box).proofs(task): f"/viec/{task}",
    }
    for url, page in links.items():
        path = path_of(url)
        asked = box.visitor.get(path)
        assert asked.status_code == 401
        assert "Cô Lan" in asked.text
        assert 'name="address"' not in asked.text
        assert box.visitor.client.post(path).headers["location"] == "/dang-nhap?gui=tin"
        assert box.send() == 1
        assert box.visitor.client.post(box.link(LAN)).headers["location"] == page
        assert box.visitor.get(path).headers["location"] == page  # signed in, it leads straight there
        box.visitor.client.cookies.clear()
        box.now += FROM_ONE[1]
    assert occasion(box).proofs(task).endswith("#minh-chung")


def test_nobody_else_s_letter_carries_such_a_link(box: LetterBox) -> None:
    for office in (Office.MEMBER, Office.COMMITTEE):
        other = occasion_for(replace(lan(box), office=office), f"mailto:{LAN}", NOW.date(), box.desk)
        assert other.requests_page() == ""
        assert "/mo/" not in other.board()
        judges = office is Office.COMMITTEE  # on the board of their own link
        assert other.proofs("viec-1") == (f"{other.board('viec-1')}#minh-chung" if judges else "")


def test_whoever_holds_a_forwarded_letter_only_makes_a_letter_go_to_its_reader(box: LetterBox) -> None:
    path = opened(box, "/")
    assert box.visitor.client.post(path, data={"address": "ke@xau.vn", "back": "//evil.example"}).status_code == 303
    box.send()
    assert [letter.to for letter in box.smtp.letters] == [LAN]
    assert box.visitor.get("/").status_code == 401
    assert box.visitor.client.post(box.link(LAN)).headers["location"] == "/"


def test_it_goes_to_the_zalo_of_who_has_no_mail(tmp_path: Path) -> None:
    with letter_box(tmp_path / "data") as box, running_zalo_bot() as bot:
        channels = channel_settings(box.smtp.port, bot.url, TOKEN)
        object.__setattr__(box.visitor.site, "channels", channels)
        box.desk = replace(box.desk, channels=build_channels(channels))
        box.person("Cô Lan", "zalobot:chat-lan")
        path = opened(box, "/gia-han")
        assert "Zalo" in box.visitor.get(path).text
        box.visitor.client.post(path)
        box.send()
        [(chat, text)] = bot.sent
        assert chat == "chat-lan"
        assert box.visitor.client.post(LINK.findall(text)[0]).headers["location"] == "/gia-han"


def test_who_has_only_templates_or_nothing_gets_no_letter_and_the_same_answer(box: LetterBox) -> None:
    for address in ("zbs:0912345678", "preview:"):
        box.person("Cô Lan", address)
        assert box.visitor.client.post(opened(box, "/")).status_code == 303
        assert box.send() == 0


@pytest.mark.parametrize("subject", ["//evil.example", "/\\evil.example", "/dang-xuat", "https://evil.example"])
def test_even_a_signed_link_leads_to_pages_of_ours_alone(subject: str, box: LetterBox) -> None:
    box.visitor.client.post(box.visitor.link)
    location = box.visitor.get(opened(box, subject)).headers["location"]
    assert location.startswith("/")
    assert urlsplit(location).netloc == ""
    assert location in {"/", f"/viec/{subject}"}


def test_a_wrong_link_an_old_one_and_one_of_another_kind_open_nothing(box: LetterBox) -> None:
    good = opened(box, "/")
    old = opened(box, "/", day=NOW.date() - timedelta(days=46))
    other = opened(box, "/", action=Action.OWN)
    for path, status in ((good[:-1], 404), (good + "x", 404), (other, 404), (old, 410)):
        assert box.visitor.get(path).status_code == status
        assert box.visitor.client.post(path).status_code == status
    assert box.send() == 0
    box.visitor.client.post(box.visitor.link)
    assert box.visitor.get(old).status_code == 303  # who is signed in needs nothing of the link but its page


def test_who_manages_no_more_is_told_and_gets_nothing(box: LetterBox) -> None:
    path = opened(box, "/")
    box.person("Cô Lan", f"mailto:{LAN}", office=Office.MEMBER)
    assert "không phải người quản lý kế hoạch" in box.visitor.get(path).text
    assert "không phải người quản lý kế hoạch" in box.visitor.client.post(path).text
    assert box.send() == 0


def test_one_letter_may_be_pressed_so_often(box: LetterBox) -> None:
    most, span = FOR_ONE
    statuses = [box.visitor.client.post(opened(box, "/")).status_code for _ in range(most + 1)]
    assert statuses == [303] * most + [429]
    box.send()
    box.ask(LAN)
    box.send()
    assert len(box.smtp.letters) == most  # whichever way somebody asks for one person
    box.now += span
    box.ask(LAN)
    assert box.send() == 1
