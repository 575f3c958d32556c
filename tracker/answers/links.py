"""Pure: the addresses a message carries, by which its reader answers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from tracker.answers.token import Action, Token, mark_of, signed

PATH = "/tra-loi/"
STOP_PATH = "/ngung-nhan/"
OWN_PATH = "/viec-cua-ban/"
WATCH_PATH = "/giam-sat/"
GRANT_PATH = "/de-nghi/"
HAND_PATH = "/doi-nguoi/"
OPEN_PATH = "/mo/"
WORK_PAGE = "/viec/"

PATHS = {
    Action.STOP: STOP_PATH,
    Action.OWN: OWN_PATH,
    Action.WATCH: WATCH_PATH,
    Action.DECIDE: GRANT_PATH,
    Action.HAND: HAND_PATH,
    Action.OPEN: OPEN_PATH,
}
"""Where links lead that answer nothing about one work."""

BUTTONS = {
    Action.DONE: "Đã xong",
    Action.RECEIVED: "Đã nhận",
    Action.SNOOZE: "Nhắc lại sau",
    Action.EXTEND: "Xin thêm thời gian",
}
"""The four answers, in the order people look for them, with the words on their buttons."""

OFFERED = {**BUTTONS, Action.NOT_MINE: "Không phải việc của tôi"}
"""What the page of a work offers: what letters do, and what is rare."""


def path_of(token: Token, key: bytes) -> str:
    """Return the path of the page a token opens, the token signed in it."""
    return PATHS.get(token.action, PATH) + signed(token, key)


def opened_path(token: Token) -> str:
    """Return the path of the page an OPEN token leads to; that of a work is kept as its id, which makes it short."""
    return token.subject if token.subject.startswith("/") else f"{WORK_PAGE}{token.subject}"


@dataclass(frozen=True, slots=True)
class TaskLinks:
    """The links of one task for one person: a short one to all answers, and one an answer (words, address)."""

    page: str
    buttons: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class AnswerLinks:
    """Signs links that lead to the pages at `base_url`; without it messages carry none."""

    base_url: str
    key: bytes = field(repr=False)

    def task(
        self, task_id: str, person_id: int, day: date, offered: Iterable[Action] = tuple(BUTTONS)
    ) -> TaskLinks | None:
        """Return the links about a task in a message of a day, with a button for each answer that is offered.

        None when pages have no address people can reach.
        """
        if not self.base_url:
            return None
        buttons = tuple((BUTTONS[one], self._url(Token(one, person_id, task_id, day))) for one in offered)
        return TaskLinks(self._url(Token(Action.CHOOSE, person_id, task_id, day)), buttons)

    def stop(self, address: str, person_id: int, day: date) -> str | None:
        """Return the link that stops messages to an address; RFC 8058 §3.1 allows it in letters only as https."""
        if not self.base_url.startswith("https://"):
            return None
        return self._url(Token(Action.STOP, person_id, mark_of(address), day))

    def own(self, person_id: int, day: date) -> str | None:
        """Return the link to all open works of a person, each with its answers; None when pages have no address."""
        if not self.base_url:
            return None
        return self._url(Token(Action.OWN, person_id, "", day))

    def watch(self, person_id: int, day: date, task_id: str = "") -> str | None:
        """Return the link by which a member of the committee sees the board, or one work; None without an address."""
        if not self.base_url:
            return None
        board = self._url(Token(Action.WATCH, person_id, "", day))
        return f"{board}/viec/{task_id}" if task_id else board

    def decide(self, person_id: int, day: date, request_id: int) -> str | None:
        """Return the link by which a manager answers one request for more time; None without an address."""
        if not self.base_url:
            return None
        return self._url(Token(Action.DECIDE, person_id, str(request_id), day))

    def hand(self, person_id: int, day: date, decline_id: int) -> str | None:
        """Return the link by which a manager answers who says a work is not theirs; None without an address."""
        if not self.base_url:
            return None
        return self._url(Token(Action.HAND, person_id, str(decline_id), day))

    def open(self, person_id: int, day: date, path: str) -> str | None:
        """Return the link by which a manager comes to a page that asks for a sign-in; None without an address."""
        if not self.base_url:
            return None
        return self._url(Token(Action.OPEN, person_id, path.removeprefix(WORK_PAGE), day))

    def _url(self, token: Token) -> str:
        return f"{self.base_url.rstrip('/')}{path_of(token, self.key)}"
