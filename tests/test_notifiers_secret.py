"""Secrets that never show themselves."""

from __future__ import annotations

import logging
import pickle
from dataclasses import dataclass, field

from hypothesis import given
from hypothesis import strategies as st

from notifiers.mail import MailSettings
from notifiers.secret import MASK, Redactor, Secret, hide

VALUE = "123456:rat-bi-mat"


@dataclass(frozen=True)
class Holder:
    token: Secret = field(default_factory=Secret)


def test_a_secret_is_masked_in_every_spelling():
    secret = Secret(VALUE)
    assert VALUE not in f"{secret}|{secret!r}|{secret!s}|{Holder(secret)}|{[secret]}|{MailSettings(password=secret)}"
    assert secret.reveal() == VALUE


def test_a_secret_is_not_pickled():
    assert VALUE.encode() not in pickle.dumps(Secret(VALUE))


def test_an_empty_secret_is_false_and_equal_to_another():
    assert not Secret()
    assert Secret() == Secret("")
    assert Secret("a") != Secret("b")


def test_logs_hide_messages_arguments_and_tracebacks(caplog):
    hide([VALUE], ["thu.nghiem"])
    logger = logging.getLogger("thu.nghiem")
    logger.warning("POST /bot%s/sendMessage", VALUE)
    try:
        int(f"https://x/bot{VALUE}/getMe")
    except ValueError:
        logger.exception("hỏng")
    assert "rat-bi-mat" not in caplog.text
    assert MASK in caplog.text
    assert caplog.records[-1].exc_info is None


def test_hiding_twice_keeps_one_filter():
    hide(["mot-bi-mat"], ["thu.hai-lan"])
    hide(["hai-bi-mat"], ["thu.hai-lan"])
    assert len(logging.getLogger("thu.hai-lan").filters) == 1


def test_a_secret_inside_another_is_hidden_whole():
    assert Redactor(["abcd", "abcd-efgh"])("x abcd-efgh y") == f"x {MASK} y"


@given(st.text("abcx:/%-đ", min_size=4, max_size=30), st.text(), st.text())
def test_a_redactor_leaves_no_planted_value(value, before, after):
    assert value not in Redactor([value])(f"{before}{value}{after}")
