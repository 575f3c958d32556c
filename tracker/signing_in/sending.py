"""Requests for a sign-in link become letters, and the letters leave: at once, at any hour, through the outbox.

A letter that does not leave before its link dies goes to the person's next address; what became of each stands where
all messages stand. The link itself is made as the letter leaves and is kept nowhere.
"""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from notifiers import Message, Outcome, OutcomeKind, channel_for, release
from notifiers.mail.address import mailbox
from tracker.answers import granting
from tracker.answers.acting import NotNowError
from tracker.answers.links import AnswerLinks
from tracker.holders import new_holder
from tracker.reminders.aftermath import Aftermath, after
from tracker.reminders.desk import LEASE, Desk
from tracker.reminders.reasons import Reason
from tracker.reminders.settling import Settlement, next_address, settle
from tracker.signing_in import letters
from tracker.signing_in.asking import FOR_ONE
from tracker.store import outbox, people, schools, sessions, sign_in_requests
from tracker.store.database import Database, transaction
from tracker.store.history import Actor, Change, append
from tracker.store.letters import Draft, Kind, MessageState, OutboxMessage, Result
from tracker.store.outbox import Lease
from tracker.store.people import is_preview
from tracker.store.records import Person
from tracker.store.sessions import SignInLink
from tracker.store.sign_in_requests import Request
from tracker.zone import HO_CHI_MINH

LINK_LIVES = timedelta(minutes=30)
WHO = "Trang đăng nhập"
TOO_OLD, TOO_LATE = "sign_in_over", "liên kết đã dùng, đã quá hạn, hoặc người này thôi quản lý kế hoạch"
TEMPLATES = ("zbs:", "zbsuid:")
"""Ways that carry approved templates only: no link of ours fits in."""

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Meant:
    """Someone a link is made for, and the address of theirs it goes to first."""

    person: Person
    address: str


def send_waiting(db: Database, now: datetime, desk: Desk) -> int:
    """Answer every request that waits and send every letter that is due; return how many letters were tried."""
    if desk.links is None or not sign_in_requests.waits(db):
        return 0
    post = _Post(db, now, desk, desk.links, Lease(new_holder(), desk.wall() + LEASE))
    post.write_asked()
    tried = 0
    try:
        while post.send_next():
            tried += 1
    finally:
        release(desk.channels)
    return tried


def carries_links(address: str) -> bool:
    """Whether a message to an address reaches somebody and may hold a link."""
    return not is_preview(address) and not address.lower().startswith(TEMPLATES)


def _meant(db: Database, request: Request) -> Iterator[Meant]:
    """Yield whoever a request means and may sign in; an address two managers share means both, each by name."""
    if request.person_id is not None:
        try:
            found = [granting.manager(db, request.person_id)]
        except (NotNowError, LookupError):
            return
        yield from (Meant(one, way) for one in found for way in _ways(one)[:1])
        return
    for person in people.managers(db):
        known = [one for one in person.addresses if is_address(one, request.typed)]
        ways = [one for one in known if carries_links(one)] or (_ways(person) if known else [])
        yield from (Meant(person, way) for way in ways[:1])


def _ways(person: Person) -> list[str]:
    return [one for one in person.addresses if carries_links(one)]


def is_address(address: str, typed: str) -> bool:
    """Whether an address of a person is the mailbox or phone number somebody typed, as `read_typed` gives it."""
    kind, _, rest = address.partition(":")
    if kind.lower() == "zbs":
        from notifiers.zalo.zbs import international

        return bool(international(typed)) and international(rest) == international(typed)
    if kind.lower() != "mailto" or rest.startswith("//"):
        return False
    try:
        return str(mailbox(address)).casefold() == typed
    except ValueError:
        return False


@dataclass(frozen=True, slots=True)
class _Post:
    """One run of the sender; its `lease` holds what is under way."""

    db: Database
    now: datetime
    desk: Desk
    links: AnswerLinks
    lease: Lease

    def write_asked(self) -> None:
        """Put a letter in the outbox for everyone whom a request means; one older than a link is waited for no more."""
        with transaction(self.db):
            for request in sign_in_requests.take(self.db, self.now, self.now - LINK_LIVES):
                for meant in _meant(self.db, request):
                    self._write(request, meant)

    def _write(self, request: Request, meant: Meant) -> None:
        """Put a letter for one person in the outbox, and keep the hash of its link; not more than one may ask for."""
        most, span = FOR_ONE
        person, now = meant.person, self.now
        if sign_in_requests.letters_since(self.db, person.id, now - span) >= most:
            return
        key, until = f"dang-nhap-{secrets.token_hex(12)}", now + LINK_LIVES
        link = SignInLink(person.id, request.back, until)
        sessions.keep_link(self.db, letters.secret_of(self.links.key, key), link, now)
        channel = channel_for(meant.address, self.desk.channels)
        words = letters.letter(person.name, schools.by_id(self.db, person.school_id).name, until)
        name = channel.name if channel else ""
        day = now.astimezone(HO_CHI_MINH).date()
        outbox.add(self.db, Draft(key, person.id, Kind.SIGN_IN, day, meant.address, name, words), now)
        kind = meant.address.partition(":")[0]
        append(self.db, Actor(WHO, now), Change("person", str(person.id), "sign-in asked", None, kind))

    def send_next(self) -> bool:
        """Take the next letter that is due and send it; False when there is none."""
        with transaction(self.db):
            stored = outbox.claim(self.db, self.now, self.lease, sign_in=True)
        if stored:
            self._send(stored)
        return stored is not None

    def _send(self, stored: OutboxMessage) -> None:
        """Send one letter with its link, unless that opens nothing any more, and write down what became of it."""
        person = people.by_id(self.db, stored.draft.person_id)
        secret = letters.secret_of(self.links.key, stored.draft.key)
        good = sessions.good_link(self.db, secret, self.now)
        if good is None or stored.draft.address not in person.addresses:
            with transaction(self.db):
                dropped = Result(MessageState.CANCELLED, TOO_OLD, TOO_LATE, tried=False)
                outbox.finish(self.db, stored.id, dropped, self.now, self.lease)
            return
        url = f"{self.links.base_url.rstrip('/')}{letters.PATH}{secret}"
        outcome = self._given(letters.message(stored, person.name, url))
        following = next_address(self.db, stored, person)
        has_next = following is not None and carries_links(following)
        aftermath = _in_time(after(stored, outcome, self.now, has_next=has_next), good, has_next=has_next)
        with transaction(self.db):
            settle(self.db, Settlement(stored, person, aftermath), self.now, self.desk, self.lease)

    def _given(self, message: Message) -> Outcome:
        """Give a letter to its channel; nothing a channel does may stop the other letters."""
        channel = channel_for(message.to, self.desk.channels)
        if channel is None:
            return Outcome(OutcomeKind.PERMANENT_RECIPIENT, Reason.NO_CHANNEL.sentence)
        try:
            return channel.send(message, self.now)
        except Exception as error:  # noqa: BLE001 - the contract says never; if it happens, its fate is unknown
            logger.warning("channel %s: %s", channel.name, type(error).__name__)
            return Outcome(OutcomeKind.UNKNOWN, f"kênh {channel.name} gặp lỗi bất ngờ", detail=type(error).__name__)


def _in_time(found: Aftermath, link: SignInLink, *, has_next: bool) -> Aftermath:
    """Return what follows, a try after the link's death being none; the next address only where it carries links."""
    result = found.result
    late = result.state is MessageState.WAITING and result.not_before and link.until and result.not_before >= link.until
    if late:
        result = replace(result, state=MessageState.FAILED, not_before=None)
    return Aftermath(result, next_address=has_next and (bool(late) or found.next_address))
