"""Pure: the signed part of an answer's address. It says who answers what, and nobody else can have written it.

Signed rather than looked up: a restored backup knows the links of every message that is still in someone's phone.
"""

from __future__ import annotations

import hashlib
import hmac
import re
import string
import struct
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

SIGNATURE_BYTES = 14
"""112 bits: more than anyone can try over a network, and a link still fits one line of a phone."""

SIGNS = string.digits + string.ascii_letters
"""Letters and digits only: a chat program cuts a link that ends with a dash."""

FIRST_DAY = date(2020, 1, 1)
HEAD = struct.Struct(">BHI")
PREFIXES = ("", "viec-", "kenh-")
LONGEST = 200


class Action(StrEnum):
    """What a link is for: choosing among the answers, one answer, no more messages at an address, one's own works.

    WATCH opens the board to a member of the monitoring committee, DECIDE one request for more time to a manager,
    HAND what someone told of a work that is not theirs. OPEN names a manager to a page that asks for a sign-in: it
    opens nothing by itself, the link that signs in goes to their own address.
    """

    CHOOSE = "choose"
    DONE = "done"
    RECEIVED = "received"
    SNOOZE = "snooze"
    EXTEND = "extend"
    STOP = "stop"
    OWN = "own"
    WATCH = "watch"
    DECIDE = "decide"
    NOT_MINE = "not mine"
    HAND = "hand"
    OPEN = "open"


ORDER = tuple(Action)
"""The numbers actions have inside links that people already hold; append only."""

LIVES = dict.fromkeys(Action, timedelta(days=45)) | {Action.STOP: timedelta(days=400)}
"""How long links live: a reminder is answered within weeks, a letter is unsubscribed from whenever it is found."""


@dataclass(frozen=True, slots=True)
class Token:
    """Who may do what to which subject, from the day of the message on.

    The subject is a task id, the mark of an address, the number of a request or the path of a page.
    """

    action: Action
    person_id: int
    subject: str
    day: date

    def expired(self, today: date) -> bool:
        """Whether the link is too old to be used."""
        return today > self.day + LIVES[self.action]


def signed(token: Token, key: bytes) -> str:
    """Return a token as the last part of an address."""
    payload = _payload(token)
    number = int.from_bytes(b"\x01" + payload + _signature(payload, key))
    digits = []
    while number:
        number, digit = divmod(number, len(SIGNS))
        digits.append(SIGNS[digit])
    return "".join(reversed(digits))


def read(text: str, key: bytes) -> Token | None:
    """Return the token a text was signed for; None when it was not signed with this key."""
    raw = _bytes(text)
    payload, signature = raw[:-SIGNATURE_BYTES], raw[-SIGNATURE_BYTES:]
    if not hmac.compare_digest(signature, _signature(payload, key)):
        return None
    kind, days, person_id = HEAD.unpack_from(payload)
    rest = payload[HEAD.size :]
    prefix = PREFIXES[kind >> 4]
    subject = prefix + rest.hex() if prefix else rest.decode()
    return Token(ORDER[kind & 0xF], person_id, subject, FIRST_DAY + timedelta(days=days))


def mark_of(address: str) -> str:
    """Return what stands in a link for an address; the address itself may hold a secret."""
    return f"kenh-{hashlib.sha256(address.encode()).hexdigest()[:12]}"


def _payload(token: Token) -> bytes:
    short = re.fullmatch(r"(viec-|kenh-)([0-9a-f]{12})", token.subject)
    prefix = PREFIXES.index(short[1]) if short else 0
    subject = bytes.fromhex(short[2]) if short else token.subject.encode()
    return HEAD.pack(ORDER.index(token.action) | prefix << 4, (token.day - FIRST_DAY).days, token.person_id) + subject


def _signature(payload: bytes, key: bytes) -> bytes:
    return hmac.digest(key, b"answer\x1f" + payload, "sha256")[:SIGNATURE_BYTES]


def _bytes(text: str) -> bytes:
    """Return what a text spells; nothing when it holds other signs than ours or is too long to be a link."""
    if len(text) > LONGEST or not (text.isascii() and text.isalnum()):
        return b""
    number = 0
    for sign in text:
        number = number * len(SIGNS) + SIGNS.index(sign)
    return number.to_bytes((number.bit_length() + 7) // 8)[1:]
