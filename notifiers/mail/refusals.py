"""What a mail server's refusal means: wait, a bad recipient, or settings a person must mend.

Codes: RFC 5321 §4.2.3; enhanced codes: RFC 3463 and the IANA registry of mail system status codes.
"""

from __future__ import annotations

import re
from datetime import timedelta
from enum import StrEnum

from notifiers.outcome import Outcome, bad_configuration, bad_recipient, retry

WAIT = timedelta(minutes=15)
"""Greylisting usually opens after 5 to 15 minutes."""


class Stage(StrEnum):
    """How far the dialogue had come; only from CONTENT on may the letter have been taken."""

    MAIL = "MAIL FROM"
    RCPT = "RCPT TO"
    DATA = "DATA"
    CONTENT = "nội dung thư"


PERMANENT = 500
RECIPIENT_REPLIES = frozenset({550, 551, 552, 553, 556})
"""Replies to RCPT TO that speak of the mailbox when no enhanced code says more."""
RECIPIENT_SUBJECTS = frozenset({"1", "2", "4"})
"""Enhanced subjects that speak of the recipient: address, mailbox, routing."""
SENDER_STATUSES = frozenset({"1.7", "1.8", "1.9"})
"""Address statuses that speak of the sender's address instead."""
RELAY_WORDS = (
    "relay",
    "authenticat",
    "sender",
    "spf",
    "dmarc",
    "your ip",
    "spam",
    "blacklist",
    "blocklist",
    "block list",
)
"""Words of servers that send no enhanced code but complain about us, not about the mailbox."""


ENHANCED = re.compile(r"\s*5\.((\d{1,3})\.\d{1,3})\b")
DEAD_SUBJECTS, DISABLED = frozenset({"1", "4"}), "2.1"
"""RFC 3463: an address or a way to it that is not there; of mailboxes one that is disabled, not one that is full."""
FULL = 552


def refusal(stage: Stage, code: int, text: str) -> Outcome:
    """Return what the reply `code text` at a stage means."""
    detail = f"{stage.name} {code} {text}"
    if code < PERMANENT:
        return retry(WAIT, f"Máy chủ thư hẹn gửi lại sau (mã {code})", detail)
    if _speaks_of_recipient(stage, code, text):
        words = f"Máy chủ thư không nhận địa chỉ này (mã {code}); kiểm tra lại địa chỉ"
        return bad_recipient(words, detail, dead=_is_dead(code, text))
    return bad_configuration(f"Máy chủ thư từ chối thư của trường (mã {code}); cần người xem cài đặt", detail)


def _speaks_of_recipient(stage: Stage, code: int, text: str) -> bool:
    enhanced = ENHANCED.match(text)
    if stage is Stage.MAIL:
        return False
    if enhanced and enhanced[2] != "0":
        return enhanced[2] in RECIPIENT_SUBJECTS and enhanced[1] not in SENDER_STATUSES
    if any(word in text.lower() for word in RELAY_WORDS):
        return False
    return stage is Stage.RCPT and code in RECIPIENT_REPLIES


def _is_dead(code: int, text: str) -> bool:
    """Whether a refused recipient does not exist, as far as the server says so."""
    enhanced = ENHANCED.match(text)
    if enhanced and enhanced[2] != "0":
        return enhanced[2] in DEAD_SUBJECTS or enhanced[1] == DISABLED
    return code != FULL


def server_words(text: bytes | str) -> str:
    """Return a server's words on one line, at most 200 characters."""
    words = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return " ".join(words.split())[:200]
