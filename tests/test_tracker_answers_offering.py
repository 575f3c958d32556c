"""A letter offers exactly the answers the page of the work takes that day, to who leads it and to who helps."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from notifiers import Message
from notifiers.outcome import Outcome, sent
from tests.fakes.answering import Answering
from tests.fakes.reminding import preview_desk
from tracker.answers.links import BUTTONS
from tracker.answers.token import Action
from tracker.reminders.planning import replan
from tracker.reminders.tick import tick
from tracker.store import people
from tracker.store.database import open_database, transaction
from tracker.store.records import Part
from tracker.zone import HO_CHI_MINH

LETTERS = {"lan": "mailto:lan@truong.edu.vn", "minh": "mailto:minh@truong.edu.vn"}
CHATS = {"lan": "zalobot:lan", "minh": "zalobot:minh"}
NAMES = {"lan": "Cô Lan", "minh": "Thầy Minh"}


class Post:
    """Keeps the messages that go, by address."""

    name = "ghi"

    def __init__(self) -> None:
        self.messages: list[Message] = []

    def accepts(self, address: str) -> bool:
        return address.startswith(("mailto:", "zalobot:"))

    def send(self, message: Message, now: datetime) -> Outcome:
        self.messages.append(message)
        return sent(str(len(self.messages)))


@pytest.fixture
def school(tmp_path) -> Answering:
    return Answering(tmp_path / "data")


def morning(school: Answering, day: str, addresses: dict[str, str]) -> dict[str, Message]:
    """What goes to Cô Lan, who leads, and Thầy Minh, who helps, on the morning of a day."""
    school.now = datetime.fromisoformat(f"{day}T07:00").replace(tzinfo=HO_CHI_MINH)
    post, quiet = Post(), preview_desk()
    desk = replace(quiet, channels=(post, *quiet.channels), base_url="https://a.vn", links=school.links("https://a.vn"))
    with open_database(school.folder) as db:
        with transaction(db):
            lan = school.person("Cô Lan")
            staff = {"lan": lan, "minh": people.ensure(db, lan.school_id, "Thầy Minh")}
            people.assign(db, school.task().id, [(staff["lan"].id, Part.LEAD), (staff["minh"].id, Part.HELPER)])
            for who, person in staff.items():
                people.set_addresses(db, person.id, (addresses[who],))
            replan(db, lan.school_id, desk.working_days, desk.policy)
        tick(db, school.now, desk)
    return {who: one for who in addresses for one in post.messages if one.to == addresses[who]}


@pytest.mark.parametrize("day", ["2023-09-22", "2023-09-26", "2023-09-28", "2023-09-29", "2023-10-02"])
def test_the_buttons_of_a_letter_are_those_its_page_takes(school: Answering, day: str) -> None:
    told = morning(school, day, LETTERS)
    assert set(told) == {"lan", "minh"}
    for who, message in told.items():
        page = school.get(school.path(Action.CHOOSE, NAMES[who])).text
        taken = [words for one, words in BUTTONS.items() if f'action="{school.path(one, NAMES[who])}"' in page]
        offered = [words for one, words in BUTTONS.items() if school.path(one, NAMES[who]) in message.html]
        assert offered == taken
        assert ("Xin thêm thời gian" in offered) is (who == "lan")
        assert ("Nhắc lại sau" in offered) is (day != "2023-09-29")
        assert offered[:2] == ["Đã xong", "Đã nhận"]


@pytest.mark.parametrize(
    ("day", "lan", "minh"),
    [
        ("2023-09-26", "“xong 1”, “nhận 1”, “mai nhắc 1”, “xin 1 đến …”", "“xong 1”, “nhận 1”, “mai nhắc 1”"),
        ("2023-09-29", "“xong 1”, “nhận 1”, “xin 1 đến …”", "“xong 1”, “nhận 1”"),
    ],
)
def test_a_chat_names_only_the_words_that_will_be_taken(school: Answering, day: str, lan: str, minh: str) -> None:
    told = morning(school, day, CHATS)
    assert f"Nhắn lại {lan}, hoặc “trợ giúp”." in told["lan"].text
    assert f"Nhắn lại {minh}, hoặc “trợ giúp”." in told["minh"].text


def test_the_page_still_says_why_what_an_older_letter_offered_is_refused(school: Answering) -> None:
    school.now += timedelta(days=11)
    assert school.now.date().isoformat() == "2023-09-29"
    page = school.get(school.path(Action.SNOOZE))
    assert (
        "Đã đến ngày cuối của hạn nên không dời lời nhắc được nữa. Nếu chưa kịp, hãy xin thêm thời gian." in page.text
    )
    assert f'action="{school.path(Action.SNOOZE)}"' not in page.text
