"""What messages carry so that they can be answered: links, the numbers, the one-click stop; and the token itself."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifiers import Message
from notifiers.outcome import Outcome, sent
from tests.fakes.reminding import School, at, preview_desk, running_school
from tracker.answers.links import AnswerLinks
from tracker.answers.token import Action, Token, mark_of, read, signed
from tracker.store import answers
from tracker.store.records import Office, Part

KEY = b"k" * 32
URL = "https://lich.truong.edu.vn"
DUE = date(2023, 10, 27)


class Recording:
    """A channel for letters and chats that keeps what it is given."""

    name = "ghi"

    def __init__(self) -> None:
        self.messages: list[Message] = []

    def accepts(self, address: str) -> bool:
        return address.startswith(("mailto:", "zalobot:"))

    def send(self, message: Message, now) -> Outcome:
        self.messages.append(message)
        return sent(str(len(self.messages)))


@pytest.fixture
def channel() -> Recording:
    return Recording()


@pytest.fixture
def school(tmp_path, channel: Recording):
    desk = preview_desk()
    links = AnswerLinks(URL, KEY)
    with running_school(tmp_path, replace(desk, channels=(channel, *desk.channels), base_url=URL, links=links)) as made:
        made.first = made.publish("Nộp báo cáo", due=DUE, owner="Cô Lan")
        made.second = made.publish("Khảo sát", due=date(2023, 10, 23), owner="Cô Lan")
        made.reach("Cô Lan", "mailto:lan@truong.edu.vn")
        yield made


def actions_in(text: str) -> list[Token]:
    return [read(found, KEY) for found in re.findall(rf"{URL}/tra-loi/(\w+)", text)]


def test_a_letter_carries_a_short_link_a_task_and_four_buttons(school: School, channel: Recording) -> None:
    school.tick(at(2023, 10, 20))
    [message] = channel.messages
    lan = school.person("Cô Lan").id
    assert [(one.action, one.subject) for one in actions_in(message.text)] == [
        (Action.CHOOSE, school.second.id),
        (Action.CHOOSE, school.first.id),
    ]
    assert {one.person_id for one in actions_in(message.html)} == {lan}
    assert [one.action for one in actions_in(message.html)][1:5] == [
        Action.DONE,
        Action.RECEIVED,
        Action.SNOOZE,
        Action.EXTEND,
    ]
    stop = read(message.unsubscribe.rpartition("/")[2], KEY)
    assert stop == Token(Action.STOP, lan, mark_of("mailto:lan@truong.edu.vn"), date(2023, 10, 20))


def test_the_numbers_of_the_message_are_remembered(school: School) -> None:
    school.tick(at(2023, 10, 20))
    assert answers.numbered(school.db, school.person("Cô Lan").id) == (school.second.id, school.first.id)


def test_a_chat_is_told_that_words_are_an_answer(school: School, channel: Recording) -> None:
    school.reach("Cô Lan", "zalobot:chat-lan")
    school.tick(at(2023, 10, 20))
    assert "Nhắn lại “xong 1”, “nhận 1”, " in channel.messages[0].text


def test_who_only_watches_gets_no_answer_link(school: School, channel: Recording) -> None:
    school.assign_parts(school.first, {"Cô Lan": Part.LEAD})
    chief = school.person("Thầy Hiệu")
    school.db.execute("UPDATE people SET office = ? WHERE id = ?", [Office.COMMITTEE.value, chief.id])
    school.reach("Thầy Hiệu", "mailto:hieu@truong.edu.vn")
    for day in range(1, 11):
        school.tick(at(2023, 11, day))
    told = [one for one in channel.messages if one.to == "mailto:hieu@truong.edu.vn"]
    assert told
    assert not any(actions_in(one.text + one.html) for one in told)


def test_without_an_address_of_pages_there_are_no_links(tmp_path) -> None:
    with running_school(tmp_path) as school:
        school.publish("Nộp báo cáo", due=DUE, owner="Cô Lan")
        [told] = school.tick(at(2023, 10, 20))
        assert "/tra-loi/" not in told.message.draft.letter.text + told.message.draft.letter.html


DAYS = st.dates(date(2020, 1, 1), date(2150, 1, 1))
SUBJECTS = st.text(max_size=40) | st.from_regex(r"(viec|kenh)-[0-9a-f]{12}", fullmatch=True)
TOKENS = st.builds(Token, st.sampled_from(Action), st.integers(0, 2**32 - 1), SUBJECTS, DAYS)


@given(TOKENS)
def test_a_token_reads_back_and_is_letters_and_digits(token: Token) -> None:
    text = signed(token, KEY)
    assert read(text, KEY) == token
    assert text.isalnum()
    assert text.isascii()
    assert read(text, b"x" * 32) is None


@given(st.text(max_size=300) | st.from_regex(r"[0-9A-Za-z]{1,300}", fullmatch=True))
def test_no_other_text_is_a_token(text: str) -> None:
    assert read(text, KEY) is None


def test_a_usual_link_fits_a_line_of_a_phone() -> None:
    links = AnswerLinks(URL, KEY).task("viec-0a1b2c3d4e5f", 123456, DUE)
    assert len(links.page) <= len(URL) + 47
