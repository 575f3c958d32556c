"""Letters that come back: which of our letters, for whom, and why (RFC 3464; other wordings as far as they allow)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from email.message import Message as Mail

from notifiers.mail.refusals import Stage, refusal
from notifiers.outcome import Outcome

OUR_ID = re.compile(r"<dh-[0-9a-f]{32}@[^\s<>]+>")
STATUS = re.compile(r"\b[245]\.\d{1,3}\.\d{1,3}\b")
MAILBOX = re.compile(r"<([^\s<>@]+@[^\s<>@]+)>")
WORDS_KEPT = 200


@dataclass(frozen=True, slots=True)
class Bounce:
    """One report about one of our letters: its Message-ID, the mailbox, the status (5.1.1), the server's words."""

    message_id: str
    recipient: str
    status: str
    words: str

    @property
    def permanent(self) -> bool:
        """Whether the servers gave up; a delayed letter may still arrive."""
        return self.status.startswith("5")

    def outcome(self) -> Outcome:
        """Return what the bounce means for the address, as a refusal at sending would."""
        return refusal(Stage.RCPT, 550 if self.permanent else 450, f"{self.status} {self.words}")


def bounces(letter: bytes) -> tuple[Bounce, ...]:
    """Return what a letter reports of ours: one Bounce a failed mailbox; empty for any other letter."""
    whole = letter.decode("utf-8", "replace")
    ours = OUR_ID.search(whole)
    mail = message_from_bytes(letter)
    if ours is None or not _from_a_robot(mail):
        return ()
    return tuple(_reported(mail, ours[0])) or _guessed(whole, ours[0])


def _from_a_robot(mail: Mail) -> bool:
    """Tell a report from a person's reply, which may quote our Message-ID too."""
    sender = str(mail.get("From", "")).lower()
    nobody = str(mail.get("Return-Path", "")).strip() == "<>"
    return mail.get_content_type() == "multipart/report" or nobody or "mailer-daemon" in sender


def _reported(mail: Mail, ours: str) -> Iterator[Bounce]:
    """Yield what the delivery-status part says of each mailbox; a success report says nothing."""
    for part in mail.walk():
        if part.get_content_type() != "message/delivery-status":
            continue
        for group in part.get_payload():
            if not isinstance(group, Mail) or _field(group, "Action") not in {"failed", "delayed"}:
                continue
            status = STATUS.search(_field(group, "Status"))
            words = _typed(_field(group, "Diagnostic-Code"))
            yield Bounce(ours, _typed(_field(group, "Final-Recipient")), status[0] if status else "", words)


def _guessed(whole: str, ours: str) -> tuple[Bounce, ...]:
    """Return one Bounce from a report in free words, when it names a status."""
    status = STATUS.search(whole)
    if status is None or status[0].startswith("2"):
        return ()
    near = whole[max(0, status.start() - WORDS_KEPT) : status.start()]
    mailboxes = MAILBOX.findall(near)
    line = whole[status.start() :].splitlines()[0]
    return (Bounce(ours, mailboxes[-1] if mailboxes else "", status[0], line[:WORDS_KEPT].strip()),)


def _field(group: Mail, name: str) -> str:
    return " ".join(str(group.get(name, "")).split())[:WORDS_KEPT]


def _typed(value: str) -> str:
    """Return a field without its type: "rfc822; a@b" → "a@b"."""
    return value.partition(";")[2].strip() or value
