"""The letter as a receiver reads it."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from email import message_from_bytes
from email.header import decode_header, make_header
from email.parser import BytesParser
from email.policy import default
from email.utils import parseaddr

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifiers.mail.address import mailbox
from notifiers.mail.letter import letter, message_id
from notifiers.mail.settings import MailSettings
from notifiers.message import Message

NOW = datetime(2024, 5, 24, 7, tzinfo=timezone(timedelta(hours=7)))
SETTINGS = MailSettings(host="smtp.truong.vn", sender="nhacviec@truong.edu.vn")
CALENDAR = b"BEGIN:VCALENDAR\r\nMETHOD:PUBLISH\r\nSUMMARY:N\xe1\xbb\x99p\r\nEND:VCALENDAR\r\n"


def message(**changes) -> Message:
    fields = {
        "key": "viec-7|lan|truoc-3",
        "to": "mailto:co.lan@truong.vn",
        "to_name": "Nguyễn Thị Lan",
        "subject": "Nhắc việc: nộp báo cáo tự đánh giá trước 25/9",
        "text": "Chào cô Lan,\n.Dòng bắt đầu bằng dấu chấm\n",
    }
    return Message(**(fields | changes))


def read(**changes):
    one = message(**changes)
    return BytesParser(policy=default).parsebytes(letter(one, mailbox(one.to), SETTINGS, NOW))


def test_vietnamese_name_subject_and_text_arrive_as_written():
    mail = read()
    assert mail["To"].addresses[0].display_name == "Nguyễn Thị Lan"
    assert mail["To"].addresses[0].addr_spec == "co.lan@truong.vn"
    assert mail["Subject"] == "Nhắc việc: nộp báo cáo tự đánh giá trước 25/9"
    assert mail.get_content().splitlines() == ["Chào cô Lan,", ".Dòng bắt đầu bằng dấu chấm"]


def test_robots_are_told_that_a_robot_writes():
    mail = read()
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["X-Auto-Response-Suppress"] == "All"


def test_date_is_the_instant_given():
    assert read()["Date"].datetime == NOW


def test_message_id_depends_on_the_key_only():
    assert read()["Message-ID"] == read(subject="khác")["Message-ID"] == message_id("viec-7|lan|truoc-3", SETTINGS)
    assert read()["Message-ID"] != read(key="viec-8")["Message-ID"]


def test_message_id_tells_nothing_of_the_person():
    assert "lan" not in message_id("viec-7|lan|truoc-3", SETTINGS)


def test_a_repeated_letter_is_the_same_byte_for_byte():
    one = message(html="<p>Chào</p>", calendar=CALENDAR)
    letters = {letter(one, mailbox(one.to), SETTINGS, NOW) for _ in range(3)}
    assert len(letters) == 1


def test_unsubscribe_link_is_one_click():
    mail = read(unsubscribe="https://nhacviec.truong.vn/thoi/abc")
    assert mail["List-Unsubscribe"] == "<https://nhacviec.truong.vn/thoi/abc>"
    assert mail["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_the_way_out_stands_below_the_words_too():
    url = "https://nhacviec.truong.vn/thoi/abc"
    mail = read(html="<html><body><p>Chào cô</p></body></html>", unsubscribe=url)
    text, html = (
        part.get_payload(decode=True).decode() for part in mail.walk() if part.get_content_maintype() == "text"
    )
    assert text.rstrip().endswith(f"Ngừng nhận thư này: {url}")
    assert html.strip().endswith(f'<p><small><a href="{url}">Ngừng nhận thư này</a></small></p></body></html>')


def test_without_a_link_nothing_says_how_to_stop():
    assert read()["List-Unsubscribe-Post"] is None
    assert "Ngừng nhận" not in read().as_string()


def test_text_html_and_calendar_are_alternatives_in_rising_order():
    mail = read(html="<p>Chào cô</p>", calendar=CALENDAR)
    alternatives = mail.get_payload()[0]
    assert alternatives.get_content_type() == "multipart/alternative"
    assert [part.get_content_type() for part in alternatives.get_payload()] == [
        "text/plain",
        "text/html",
        "text/calendar",
    ]


def test_calendar_part_names_the_method_inside_and_keeps_its_bytes():
    mail = read(calendar=CALENDAR)
    part = mail.get_payload()[0].get_payload()[1]
    assert part["Content-Type"].params["method"] == "PUBLISH"
    assert part.get_payload(decode=True) == CALENDAR


def test_cancelled_calendar_is_sent_as_a_cancel():
    part = read(calendar=CALENDAR.replace(b"PUBLISH", b"CANCEL")).get_payload()[0].get_payload()[1]
    assert part["Content-Type"].params["method"] == "CANCEL"


def test_calendar_also_comes_as_a_file():
    attached = read(calendar=CALENDAR).get_payload()[1]
    assert (attached.get_content_type(), attached.get_filename()) == ("application/ics", "viec.ics")
    assert attached.get_content() == CALENDAR


def test_no_header_can_be_smuggled_in():
    mail = read(
        subject="Nhắc\r\nBcc: ke.gian@x.vn",
        to_name="Lan\nCc: ke.gian@x.vn",
        unsubscribe="https://x.vn/a\r\nX-A: 1",
    )
    assert mail["Bcc"] is None
    assert mail["Cc"] is None
    assert mail["X-A"] is None


@given(
    st.text(
        st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Cs", "Co", "Cn", "Cf"]),
        max_size=120,
    )
)
def test_any_subject_survives(subject):
    assert read(subject=subject)["Subject"].split() == subject.split()


@given(st.text("aăâbcdđeêghi ờởỡợúùủũụ,.;:()<>@\"'\\-–=?", max_size=60))
def test_any_name_survives(name):
    one = message(to_name=name)
    raw = message_from_bytes(letter(one, mailbox(one.to), SETTINGS, NOW))["To"]
    shown, address = parseaddr(raw)
    assert str(make_header(decode_header(shown))).split() == name.split()
    assert address == "co.lan@truong.vn"


@given(st.text(st.characters(codec="utf-8"), max_size=200))
def test_head_lines_are_short_ascii(subject):
    one = message(subject=subject, to_name=subject)
    head = letter(one, mailbox(one.to), SETTINGS, NOW).partition(b"\r\n\r\n")[0]
    assert head.isascii()
    assert max(map(len, head.split(b"\r\n"))) <= 78


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Zl", "Zp", "Cs"])))
def test_any_text_survives(text):
    assert read(text=text).get_content().rstrip("\r\n").splitlines() == text.rstrip("\n").splitlines()


@pytest.mark.parametrize(
    "address",
    ["mailto:", "mailto:lan", "mailto:a@b@c", "mailto:a b@c.vn", "mailto:a@c.vn%0d%0aRCPT", "mailto:a@"],
)
def test_an_address_that_is_none_is_refused_in_words(address):
    with pytest.raises(ValueError, match=r"địa chỉ|tên miền"):
        mailbox(address)


def test_domain_with_marks_is_spelled_for_the_wire():
    assert str(mailbox("mailto:lan@trường.vn")) == "lan@xn--trng-rib8295b.vn"


def test_percent_and_parameters_of_a_mailto_are_understood():
    assert str(mailbox("mailto:co%2Blan@truong.vn?subject=x")) == "co+lan@truong.vn"


@given(st.lists(st.text("Trưởngbácộđẹp", min_size=1, max_size=12), min_size=1, max_size=20))
def test_a_reader_that_parts_encoded_words_tears_no_word_of_a_name(words):
    """Python's own parser of names puts a blank between two encoded words, which RFC 2047 §6.2 forbids."""
    assert read(to_name=" ".join(words))["To"].addresses[0].display_name.split() == words
