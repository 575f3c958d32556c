"""What comes in from the bot's webhook."""

from __future__ import annotations

import json
import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifiers.secret import Secret
from notifiers.zalo.bot_inbox import Event, incoming, is_from_zalo, read_webhook
from notifiers.zalo.linking import linking_code, new_code, spoken
from tests.fakes.zalo_bot import incoming_text

SECRET = Secret("bi-mat-webhook")


def body(**message) -> bytes:
    inner = incoming_text("xong 3")
    inner["message"] |= message
    return json.dumps({"ok": True, "result": inner}).encode()


def test_wrapped_and_unwrapped_bodies_read_the_same():
    unwrapped = json.dumps(incoming_text("xong 3")).encode()
    assert read_webhook(body()) == read_webhook(unwrapped)
    assert read_webhook(body()).text == "xong 3"


def test_a_group_is_told_apart():
    assert read_webhook(body(chat={"id": "nhom-1", "chat_type": "GROUP"})).group
    assert not read_webhook(body()).group


def test_a_photo_keeps_its_address():
    assert (
        read_webhook(body(text=None, photo_url="https://anh.vn/1.jpg", caption="minh chứng")).photo
        == "https://anh.vn/1.jpg"
    )


@pytest.mark.parametrize(
    ("name", "event"),
    [
        ("message.text.received", Event.TEXT),
        ("message.image.received", Event.IMAGE),
        ("message.unsupported.received", Event.UNSUPPORTED),
        ("message.location.received", Event.OTHER),
    ],
)
def test_events_are_named(name, event):
    assert incoming(incoming_text("") | {"event_name": name}).event is event


def test_a_bot_is_not_answered():
    assert read_webhook(body(**{"from": {"id": "1", "is_bot": True}})) is None


@pytest.mark.parametrize(
    "raw", [b"", b"[]", b"null", b"{}", b'{"result": 3}', b'{"message": {"chat": {}}}', b"\xff", b"[" * 100_000]
)
def test_what_is_no_message_is_none(raw):
    assert read_webhook(raw) is None


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(), lambda x: st.lists(x) | st.dictionaries(st.text(), x)
    )
)
def test_any_values_in_a_message_do_no_harm(value):
    for name in ("text", "date", "from", "chat", "message_id"):
        read = read_webhook(body(**{name: value}))
        assert read is None or isinstance(read.text, str)


def test_only_the_very_secret_opens():
    assert is_from_zalo("bi-mat-webhook", SECRET)
    assert not is_from_zalo("bi-mat-webhooK", SECRET)
    assert not is_from_zalo(None, SECRET)
    assert not is_from_zalo("mật", SECRET)


def test_no_secret_opens_nothing():
    assert not is_from_zalo("", Secret())
    assert not is_from_zalo(None, Secret())


@pytest.mark.parametrize(
    "text",
    [
        "DH4F7KQ2",
        "dh4f7kq2",
        "DH-4F7-KQ2",
        "đh 4f7 kq2",
        "Mã của tôi là DH–4F7–KQ2 ạ",
        "@Bot Trường DH4F7KQ2",
        "ＤＨ４Ｆ７ＫＱ２",
        "DH4F7KQ2 dh-4f7-kq2",
    ],
)
def test_a_code_is_found_as_people_type_it(text):
    assert linking_code(text) == "DH4F7KQ2"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "xong 3",
        "DH4F7KQ",
        "DH4F7KQ22",
        "ADH4F7KQ2",
        "DH4F7KO0",
        "DH4F7KQ2 hay DH4F7KQ3",
        "đã nhận",
        "đh sư phạm hà nội",
    ],
)
def test_no_code_is_found_where_none_is_meant(text):
    assert linking_code(text) is None


@given(st.integers(), st.sampled_from(["{}", "mã: {} nhé", "\n{}\n"]), st.sampled_from(["NFC", "NFD"]))
def test_any_new_code_is_read_back(seed, frame, form):
    code = new_code(random.Random(seed).choice)
    assert linking_code(unicodedata.normalize(form, frame.format(spoken(code)))) == code
