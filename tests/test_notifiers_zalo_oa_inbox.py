"""Webhooks of the Official Account."""

from __future__ import annotations

import hashlib
import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from notifiers.secret import Secret
from notifiers.zalo.oa_inbox import OaEvent, read_report, signed_by
from notifiers.zalo.oa_settings import ZaloOaSettings

SETTINGS = ZaloOaSettings(
    oa_id="oa-1", app_id="app-1", app_secret=Secret("bi-mat-app"), webhook_secret=Secret("bi-mat-oa")
)
STAMP = "1716508800000"


def body(name: str, **rest) -> bytes:
    return json.dumps({"app_id": "app-1", "event_name": name, "timestamp": STAMP, **rest}, ensure_ascii=False).encode()


def signature(raw: bytes, secret: str) -> str:
    return "mac=" + hashlib.sha256(b"app-1" + raw + STAMP.encode() + secret.encode()).hexdigest()


@pytest.mark.parametrize(("secret", "name"), [("bi-mat-oa", "webhook_secret"), ("bi-mat-app", "app_secret")])
def test_either_secret_signs_and_is_named(secret, name):
    raw = body("follow", follower={"id": "u1"})
    assert signed_by(signature(raw, secret), raw, SETTINGS) == name


def test_a_changed_body_is_not_signed():
    raw = body("follow", follower={"id": "u1"})
    assert signed_by(signature(raw, "bi-mat-oa"), raw.replace(b"u1", b"u2"), SETTINGS) is None


@pytest.mark.parametrize("header", [None, "", "mac=", "mac=abc", "mật mã", "\udcff"])
def test_no_true_signature_opens_nothing(header):
    assert signed_by(header, body("follow"), SETTINGS) is None


def test_an_empty_secret_signs_nothing():
    raw = body("follow")
    assert signed_by(signature(raw, ""), raw, ZaloOaSettings(app_id="app-1")) is None


def test_a_consultation_arrived():
    report = read_report(
        body("user_received_message", sender={"id": "oa-1"}, recipient={"id": "u1"}, message={"msg_id": "m1"}), "oa-1"
    )
    assert (report.event, report.user_id, report.message_ids) == (OaEvent.DELIVERED, "u1", ("m1",))


def test_a_template_arrived_with_its_tracking_id_and_hour():
    message = {"msg_id": "z1", "tracking_id": "t1", "delivery_time": "1716512400000"}
    report = read_report(body("user_received_message", recipient={"id": "u1"}, message=message), "oa-1")
    assert (report.tracking_id, report.at) == ("t1", datetime(2024, 5, 24, 1, tzinfo=UTC))


def test_seen_messages_are_told_together():
    report = read_report(
        body("user_seen_message", sender={"id": "u1"}, recipient={"id": "oa-1"}, message={"msg_ids": ["m1", "m2"]}),
        "oa-1",
    )
    assert (report.event, report.user_id, report.message_ids) == (OaEvent.SEEN, "u1", ("m1", "m2"))


def test_a_person_writes():
    report = read_report(
        body(
            "user_send_text", sender={"id": "u1"}, recipient={"id": "oa-1"}, message={"msg_id": "m9", "text": "xong 3"}
        ),
        "oa-1",
    )
    assert (report.event, report.user_id, report.text) == (OaEvent.TEXT, "u1", "xong 3")


@pytest.mark.parametrize("name", ["follow", "unfollow"])
def test_a_follower_is_the_one_named_so(name):
    assert read_report(body(name, follower={"id": "u1"}, sender={"id": "khac"}), "oa-1").user_id == "u1"


def test_a_repeat_has_the_same_identity_and_another_event_has_not():
    first = read_report(body("user_send_text", sender={"id": "u1"}, message={"msg_id": "m1"}), "oa-1")
    again = read_report(body("user_send_text", sender={"id": "u1"}, message={"msg_id": "m1"}), "oa-1")
    other = read_report(body("user_send_text", sender={"id": "u1"}, message={"msg_id": "m2"}), "oa-1")
    assert first.identity == again.identity != other.identity


def test_an_event_we_do_not_know_is_kept_as_other():
    assert read_report(body("oa_send_text"), "oa-1").event is OaEvent.OTHER


@given(
    st.binary()
    | st.recursive(st.none() | st.integers() | st.text(), lambda x: st.dictionaries(st.text(), x)).map(
        lambda v: json.dumps(v).encode()
    )
)
def test_any_body_does_no_harm(raw):
    assert read_report(raw, "oa-1") is None
    assert signed_by("mac=x", raw, SETTINGS) is None
