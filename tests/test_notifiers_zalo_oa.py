"""Consultation, groups and ZBS templates against a server with the quirks of the real one."""

from __future__ import annotations

import logging
from datetime import UTC, datetime, timedelta, timezone

import pytest

from notifiers.message import Message
from notifiers.outcome import OutcomeKind
from notifiers.zalo.oa_api import OaApi
from notifiers.zalo.oa_chat import ZaloGroupChannel, ZaloOaChannel
from notifiers.zalo.oa_facts import Delivery, OaFacts
from notifiers.zalo.zbs import ZbsChannel, international
from tests.fakes.http import Answer, patience
from tests.fakes.zalo_oa import MemoryTokens, error, running_zalo_oa

ICT = timezone(timedelta(hours=7))
NOW = datetime(2024, 5, 24, 9, tzinfo=ICT)


@pytest.fixture
def server():
    with running_zalo_oa() as fake:
        yield fake


def api(server, **changes) -> OaApi:
    return OaApi(server.settings(**changes), MemoryTokens.of(server, NOW))


def message(to: str, text: str = "Chào cô Lan", **changes) -> Message:
    fields = {"fields": (("han", "25/9/2024"),)} | changes
    return Message("viec-1", to, "Nguyễn Thị Lan", "Nhắc việc", text, **fields)


def to_person(server, answer=None, **changes):
    return ZaloOaChannel(api(server, read_seconds=patience(answer))).send(message("zalooa:123", **changes), NOW)


def to_phone(server, now=NOW, to="zbs:0912 345 678", changes=None, **fields):
    return ZbsChannel(api(server, **(changes or {}))).send(message(to, **fields), now)


def test_a_consultation_message_arrives(server):
    outcome = to_person(server)
    assert (outcome.kind, outcome.provider_id) == (OutcomeKind.SENT, "oa-1")
    body = {"recipient": {"user_id": "123"}, "message": {"text": "Nhắc việc\n\nChào cô Lan"}}
    assert server.sent == [("/v3.0/oa/message/cs", body)]


def test_a_long_consultation_goes_in_numbered_parts(server):
    assert to_person(server, text="việc " * 900).provider_id == "oa-1,oa-2,oa-3"


def test_a_group_gets_its_message_and_nobody_is_pinged(server):
    ZaloGroupChannel(api(server)).send(message("zalogroup:g1", "Gửi [@all] và [ @123]"), NOW)
    path, body = server.sent[0]
    assert (path, body["recipient"]) == ("/v3.0/oa/group/message", {"group_id": "g1"})
    assert "[@" not in body["message"]["text"]


def test_a_template_goes_to_a_phone_with_its_tracking_id(server):
    outcome = to_phone(server)
    path, body = server.sent[0]
    assert (path, body["phone"], body["template_id"]) == ("/message/template", "84912345678", "290001")
    assert body["template_data"] == {"ten": "Nguyễn Thị Lan", "viec": "Nhắc việc", "han": "25/9/2024"}
    assert len(body["tracking_id"]) <= 48
    assert (outcome.provider_id, outcome.detail) == ("zbs-1", "còn 499 tin trong ngày")


def test_a_repeat_carries_the_same_tracking_id(server):
    to_phone(server)
    to_phone(server)
    assert server.sent[0][1]["tracking_id"] == server.sent[1][1]["tracking_id"]


@pytest.mark.parametrize(("nested", "whom"), [(False, {"user_id": "u1"}), (True, {"recipient": {"user_id": "u1"}})])
def test_a_template_goes_to_a_user_in_either_shape_without_tracking_id(server, nested, whom):
    to_phone(server, to="zbsuid:u1", changes={"nested_user": nested})
    path, body = server.sent[0]
    assert path == "/v3.0/oa/message/template"
    assert {name: body[name] for name in body if name not in {"template_id", "template_data"}} == whom


def test_development_mode_is_asked_for(server):
    to_phone(server, changes={"development": True})
    assert server.sent[0][1]["mode"] == "development"


def test_a_missing_field_is_named_and_nothing_is_sent(server):
    outcome = to_phone(server, fields=())
    assert outcome.kind is OutcomeKind.PERMANENT_CONFIGURATION
    assert "han" in outcome.reason
    assert not server.seen


@pytest.mark.parametrize("changes", [{"changes": {"templates": ()}}, {"template": "khong_co"}])
def test_an_unknown_template_is_named(server, changes):
    assert "mẫu tin" in to_phone(server, **changes).reason


@pytest.mark.parametrize("hour", [22, 23, 0, 5])
def test_no_template_leaves_for_a_phone_at_night(server, hour):
    night = NOW.replace(hour=hour)
    outcome = to_phone(server, night)
    assert outcome.kind is OutcomeKind.DEFER_UNTIL
    assert timedelta(0) < outcome.until - night < timedelta(hours=9)
    assert 6 <= outcome.until.astimezone(ICT).hour + outcome.until.astimezone(ICT).minute / 60 < 6.75
    assert not server.seen


@pytest.mark.parametrize("phone", ["0912345678", "+84 912.345.678", "84-912-345-678", "0084912345678", "(091) 2345678"])
def test_a_vietnamese_number_is_read_in_any_spelling(phone):
    assert international(phone) == "84912345678"


@pytest.mark.parametrize("phone", ["", "0212345678", "091234567", "09123456789", "lan", "+1 912345678", "٠٩١٢٣٤٥٦٧٨"])
def test_what_is_no_mobile_number_is_refused(server, phone):
    assert international(phone) == ""
    assert to_phone(server, to=f"zbs:{phone}").kind is OutcomeKind.PERMANENT_RECIPIENT


@pytest.mark.parametrize("body", [b"", b"<html>", b"[]", b'{"message": "ok"}'])
def test_a_good_status_without_an_envelope_is_unknown(server, body):
    server.answers[:] = [Answer(body)]
    assert to_person(server).kind is OutcomeKind.UNKNOWN


@pytest.mark.parametrize("answer", [Answer(stall=3), Answer(hang_up=True)])
def test_silence_after_the_request_left_is_unknown_and_asked_once(server, answer):
    server.answers[:] = [answer]
    assert to_phone(server, changes={"read_seconds": patience(answer)}).kind is OutcomeKind.UNKNOWN
    assert len(server.seen) == 1


@pytest.mark.parametrize("number", [-216, -220])
def test_a_refused_token_is_renewed_and_the_message_sent_once(server, number):
    server.answers[:] = [error(number)]
    assert to_person(server).kind is OutcomeKind.SENT
    assert (len(server.sent), server.renewals) == (1, 1)


def test_a_bare_401_means_a_refused_token_too(server):
    server.answers[:] = [Answer(b"", 401)]
    assert to_person(server).kind is OutcomeKind.SENT
    assert server.renewals == 1


def test_a_token_changed_elsewhere_is_renewed_for_zbs_too(server):
    one = api(server)
    server.access = "khoa-khac"
    assert ZbsChannel(one).send(message("zbs:0912345678"), NOW).kind is OutcomeKind.SENT


def test_the_proof_of_the_secret_goes_along_when_asked_for(server):
    ZaloOaChannel(api(server, prove_secret=True)).send(message("zalooa:1"), NOW)
    to_person(server)
    assert len(server.seen[0].headers["appsecret_proof"]) == 64
    assert "appsecret_proof" not in server.seen[1].headers


@pytest.mark.parametrize("token", ["khoá-có-dấu", "khoa\nxuong-dong"])
def test_a_token_no_header_can_carry_is_a_matter_of_settings(server, caplog, token):
    caplog.set_level(logging.DEBUG)
    server.access = token
    outcome = to_person(server)
    assert outcome.kind is OutcomeKind.PERMANENT_CONFIGURATION
    assert "kho" not in f"{outcome.detail}{caplog.text}"


@pytest.mark.parametrize("to", ["zalooa:", "zalooa:a b", "zalooa:a/b"])
def test_an_id_that_is_none_is_refused_without_asking(server, to):
    assert ZaloOaChannel(api(server)).send(message(to), NOW).kind is OutcomeKind.PERMANENT_RECIPIENT
    assert not server.seen


@pytest.mark.parametrize(("days", "open_"), [(6, True), (8, False)])
def test_the_window_of_seven_days(server, days, open_):
    last = NOW - timedelta(days=days)
    server.facts["/v3.0/oa/quota/message"] = {
        "last_interaction": str(int(last.timestamp() * 1000)),
        "cs_reply": {"remain": "8", "total": 8},
    }
    window = OaFacts(api(server)).window("123", NOW)
    assert (window.open(NOW), window.free_left, window.last_word) == (open_, 8, last.astimezone(UTC))


def test_a_person_who_never_wrote_has_no_window(server):
    server.facts["/v3.0/oa/quota/message"] = {}
    assert not OaFacts(api(server)).window("123", NOW).open(NOW)


@pytest.mark.parametrize(
    ("status", "delivery"),
    [(1, Delivery.DELIVERED), ("0", Delivery.PUSHED), (-1, Delivery.UNKNOWN), (None, Delivery.UNKNOWN)],
)
def test_delivery_is_asked_for(server, status, delivery):
    server.facts["/message/status"] = {"status": status}
    assert OaFacts(api(server)).delivery("zbs-1", NOW) is delivery
    assert server.seen[0].query == {"message_id": "zbs-1"}


def test_a_template_tells_its_fields_limits_and_prices(server):
    listed = [
        {"name": "ten", "maxLength": 30, "require": True},
        {"name": "han", "maxLength": "20", "require": False},
        3,
    ]
    server.facts["/template/info/v2"] = {
        "listParams": listed,
        "status": "ENABLE",
        "price_sdt": "800",
        "price_uid": 560.0,
    }
    facts = OaFacts(api(server)).template("290001", "nhac_viec", NOW)
    assert [(p.name, p.max_length, p.required) for p in facts.template.parameters] == [
        ("ten", 30, True),
        ("han", 20, False),
    ]
    assert (facts.status, facts.phone_price, facts.user_price) == ("ENABLE", 800, 560)


def test_remaining_quota_is_read(server):
    server.facts["/message/quota"] = {"dailyQuota": "500", "remainingQuota": "12"}
    assert OaFacts(api(server)).remaining(NOW) == 12


def test_groups_are_asked_for_as_one_json_text(server):
    server.facts["/v3.0/oa/group/getgroupsofoa"] = {"groups": []}
    OaFacts(api(server)).groups(NOW)
    assert server.seen[0].query == {"data": '{"offset": 0, "count": 50}'}


@pytest.mark.parametrize("answer", [None, error(-216, "khoa-truy-cap-0"), Answer(stall=3), Answer(hang_up=True)])
def test_no_secret_shows_at_debug(server, caplog, answer):
    caplog.set_level(logging.DEBUG)
    server.answers[:] = [answer] if answer else []
    text = f"{to_person(server, answer)}{caplog.text}{api(server).__dict__}"
    assert not [word for word in ("khoa-lam-moi", "khoa-truy-cap", "bi-mat-cua") if word in text]
