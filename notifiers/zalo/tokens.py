"""The tokens of an Official Account, and what a store of them must promise."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from notifiers.secret import Secret

REFRESH_AHEAD = timedelta(hours=5)
"""An access token lives 25 hours; it is renewed after 20, so that a bad hour at Zalo does not silence the school."""


@dataclass(frozen=True, slots=True)
class OaTokens:
    """One pair of tokens. The refresh token works once: a new pair replaces it.

    `expires_at` is the aware instant at which the access token ends. `stopped` is a Vietnamese sentence once a
    person must consent again; nothing is sent until new tokens are stored.
    """

    access: Secret
    refresh: Secret
    expires_at: datetime
    stopped: str = ""

    def fresh(self, now: datetime) -> bool:
        """Tell whether the access token need not be renewed yet."""
        return now < self.expires_at - REFRESH_AHEAD

    def alive(self, now: datetime) -> bool:
        """Tell whether the access token still works."""
        return now < self.expires_at


class TokenStore(Protocol):
    """Where the tokens of one Official Account are kept: in the same database as the outbox."""

    def load(self) -> OaTokens | None:
        """Return the tokens as committed last, None before the first consent."""

    def locked(self) -> AbstractContextManager[None]:
        """Hold the one lock on these tokens, across threads and processes, while one of them renews."""

    def commit(self, tokens: OaTokens) -> None:
        """Store the tokens durably before returning: they are used only afterwards."""


class NoTokens:
    """The store of a school without an Official Account: always empty."""

    def load(self) -> OaTokens | None:
        """Return None."""
        return None

    def locked(self) -> AbstractContextManager[None]:
        """Refuse: nothing is ever renewed here."""
        raise RuntimeError("Kho này không giữ khóa nào của Official Account")

    def commit(self, tokens: OaTokens) -> None:
        """Refuse: tokens would be lost."""
        raise RuntimeError("Kho này không giữ được khóa của Official Account", type(tokens).__name__)
