"""Short messages in plain Vietnamese: what is understood, what is asked, what is never guessed."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.wording import fold
from tracker.answers.days import find_day
from tracker.answers.grammar import Meaning, OpenItem, Reply, read_reply
from tracker.web.site import national_calendar

WEDNESDAY = date(2023, 9, 20)
ITEMS = tuple(
    OpenItem(number, f"viec-{number}", title)
    for number, title in enumerate(("Nộp báo cáo tháng 9", "Khảo sát trẻ", "Niêm yết công khai"), 1)
)


def understood(text: str, items: tuple[OpenItem, ...] = ITEMS) -> Reply:
    return read_reply(text, WEDNESDAY, items, national_calendar())


SAYINGS = [
    ("xong 3", Meaning.DONE, "3", None),
    ("Xong việc 3", Meaning.DONE, "3", None),
    ("đã xong 1,2", Meaning.DONE, "12", None),
    ("Dạ em làm xong việc số 3 rồi ạ.", Meaning.DONE, "3", None),
    ("việc 2 đã hoàn thành", Meaning.DONE, "2", None),
    ("đã nhận", Meaning.RECEIVED, "123", None),
    ("nhận 2", Meaning.RECEIVED, "2", None),
    ("mai nhắc", Meaning.SNOOZE, "123", date(2023, 9, 21)),
    ("nhắc lại thứ Sáu", Meaning.SNOOZE, "123", date(2023, 9, 22)),
    ("nhắc việc 2 vào thứ 6", Meaning.SNOOZE, "2", date(2023, 9, 22)),
    ("2 ngày nữa nhắc 1 và 3", Meaning.SNOOZE, "13", date(2023, 9, 22)),
    ("xin 2 đến 28/4", Meaning.EXTEND, "2", date(2024, 4, 28)),
    ("xin việc 2 đến 28-9 do 25/9 có hội thi", Meaning.EXTEND, "2", date(2023, 9, 28)),
    ("xin gia hạn 2 đến thứ Sáu vì chờ phòng", Meaning.EXTEND, "2", date(2023, 9, 22)),
    ("chưa xong 1, xin đến thứ Sáu tuần sau", Meaning.EXTEND, "1", date(2023, 9, 29)),
    ("hôm nay", Meaning.TODAY, "", None),
    ("quá hạn", Meaning.OVERDUE, "", None),
    ("việc của tôi", Meaning.LIST, "", None),
    ("trợ giúp", Meaning.HELP, "", None),
    ("dạ đúng rồi ạ", Meaning.YES, "", None),
    ("có", Meaning.YES, "", None),
    ("không", Meaning.NO, "", None),
    ("ghi nhầm", Meaning.UNDO, "", None),
    ("việc 2", Meaning.NUMBERS, "2", None),
    ("thứ Sáu", Meaning.DAY, "", date(2023, 9, 22)),
]


@pytest.mark.parametrize(("text", "meaning", "numbers", "day"), SAYINGS)
@pytest.mark.parametrize("spelling", [str, fold, str.upper], ids=["accents", "plain", "capitals"])
def test_what_people_write_is_understood(text, meaning, numbers, day, spelling):
    reply = understood(spelling(text))
    assert (reply.meaning, "".join(str(one.number) for one in reply.items), reply.day) == (meaning, numbers, day)
    assert not reply.question


NOT_MINE = [
    ("việc 2 không phải của tôi vì là việc của tổ Văn phòng", "2", "là việc của tổ Văn phòng"),
    ("2 không phải việc của em, việc của thầy Minh", "2", "việc của thầy Minh"),
    ("Dạ việc số 3 không phải là việc em do em đã chuyển tổ ạ.", "3", "em đã chuyển tổ ạ"),
    ("2 không phải của em ạ, của cô Hoa", "2", "của cô Hoa"),
    ("việc 1 không phải phần của mình, xin giao cho văn thư", "1", "xin giao cho văn thư"),
]


@pytest.mark.parametrize(("text", "numbers", "reason"), NOT_MINE)
@pytest.mark.parametrize("spelling", [str, fold, str.upper], ids=["accents", "plain", "capitals"])
def test_a_work_that_is_not_theirs_is_told_with_its_reason(text, numbers, reason, spelling):
    reply = understood(spelling(text))
    assert (reply.meaning, "".join(str(one.number) for one in reply.items)) == (Meaning.NOT_MINE, numbers)
    assert reply.reason == spelling(reason)
    assert not reply.question


@pytest.mark.parametrize(
    "text",
    ["không phải việc của tôi", "việc 2 không phải của em ạ", "không phải việc của em 2", "2 không phải của em bé"],
)
def test_a_work_that_is_not_theirs_needs_a_reason(text):
    reply = understood(text)
    assert (reply.meaning, reply.items) == (Meaning.UNKNOWN, ())
    assert "của ai" in reply.question


def test_a_work_that_is_not_theirs_is_asked_for_where_several_may_be_meant():
    reply = understood("không phải việc của tôi vì là việc của tổ Văn phòng")
    assert (reply.meaning, reply.items, reply.question) == (Meaning.NOT_MINE, (), "Thầy/cô nói việc nào?")
    assert reply.reason == "là việc của tổ Văn phòng"


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("xin 2 đến 28/4 vì 1 không phải việc của tôi", Meaning.EXTEND),
        ("thầy Minh xong 3 chứ không phải việc của em", Meaning.UNKNOWN),
        ("không phải", Meaning.NO),
        ("việc của tôi", Meaning.LIST),
        ("không phải của thầy Minh", Meaning.UNKNOWN),
        ("việc 2 không phải của con bé", Meaning.UNKNOWN),
    ],
)
def test_what_only_sounds_like_it_stays_what_it_was(text, meaning):
    assert understood(text).meaning is meaning


@pytest.mark.parametrize(
    "text",
    ["chưa xong 3", "xong 3 chưa?", "mai xong 3", "sắp xong 2", "không xong kịp", "3 nào xong", "nếu xong 3", "xong 1-3",
     "xong 1/3", "thầy Minh xong 3 chứ không phải em", "bao giờ xong 3", "khi nào xong thì báo", "xong 3 việc"],
)  # fmt: skip
def test_what_is_not_surely_done_is_not_done(text):
    reply = understood(text)
    assert reply.meaning is not Meaning.DONE or not reply.sure or text == "xong 3 việc"


def test_the_reason_stays_in_the_writer_s_words():
    assert understood("xin gia hạn 2 đến thứ Sáu vì chờ Phòng GD&ĐT.").reason == "chờ Phòng GD&ĐT"


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("xong", "việc nào"),
        ("xin đến 28/9", "việc nào"),
        ("xin gia hạn 2", "ngày nào"),
        ("xin gia hạn 2 đến 30/2", "không có ngày 30/2"),
        ("nhắc lại", "ngày nào"),
        ("nhắc lại thứ Hai tuần này", "không rõ"),
        ("xin 2 đến 28/9 hay 29/9", "nhiều ngày"),
        ("xong 7", "chỉ có 3 việc"),
    ],
)
def test_what_is_ambiguous_is_asked(text, question):
    assert question in understood(text).question


def test_with_one_task_no_number_is_needed():
    assert understood("xong rồi ạ", ITEMS[:1]).items == ITEMS[:1]
    assert understood("xin đến 28/9", ITEMS[:1]).items == ITEMS[:1]


def test_a_title_and_everything_need_a_yes():
    assert understood("xong báo cáo") == Reply(Meaning.DONE, ITEMS[:1], sure=False)
    assert understood("xong hết rồi") == Reply(Meaning.DONE, ITEMS, sure=False)


@pytest.mark.parametrize("text", ["cảm ơn cô", "???!", "👍", "", "tin này của ai vậy", "3 2 1 zero"])
def test_other_words_are_unknown_or_a_call_for_help(text):
    assert understood(text).meaning in {Meaning.UNKNOWN, Meaning.HELP}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("mai", date(2023, 9, 21)),
        ("ngày kia", date(2023, 9, 22)),
        ("thứ Tư", date(2023, 9, 27)),
        ("thứ Ba tuần sau", date(2023, 9, 26)),
        ("chủ nhật", date(2023, 9, 24)),
        ("cuối tuần sau", date(2023, 9, 29)),
        ("đến hết tuần", date(2023, 9, 22)),
        ("tuần sau", date(2023, 9, 25)),
        ("ngày 5", date(2023, 10, 5)),
        ("đến ngày 30", date(2023, 9, 30)),
        ("10.10", date(2023, 10, 10)),
        ("15/8", date(2024, 8, 15)),
        ("20/9/2023", WEDNESDAY),
    ],
)
def test_days_are_the_next_there_are(text, day):
    assert find_day(text, WEDNESDAY, national_calendar()).day == day


WORDS = re.split(r" ", "xong chưa nhận mai nhắc xin đến thứ sáu vì 28/9 30/2 1 2 3 7 việc ngày hôm nay có không , . ạ")


@given(st.lists(st.sampled_from(WORDS), max_size=8).map(" ".join) | st.text(max_size=60))
def test_any_text_is_read_and_only_the_list_s_tasks_are_meant(text):
    reply = understood(text)
    assert set(reply.items) <= set(ITEMS)
    assert reply.meaning is not Meaning.DONE or "chua" not in fold(text)
    assert reply.meaning is not Meaning.EXTEND or reply.question or (reply.day and len(reply.items) >= 1)
