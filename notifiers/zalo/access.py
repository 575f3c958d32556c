"""The access token to use now: renewed ahead of time by one process at a time, stored before it is used."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from notifiers.outcome import Outcome, OutcomeKind, bad_configuration
from notifiers.secret import Secret, hide
from notifiers.zalo.oauth import CONSENT, OAuth
from notifiers.zalo.tokens import OaTokens, TokenStore
from notifiers.zalo.wire import LOGGERS

NOT_CONNECTED = "Chưa nối Official Account Zalo; quản trị viên cần đồng ý một lần ở phần cài đặt kênh"


class Access:
    """Gives out the access token of one Official Account."""

    def __init__(self, oauth: OAuth, store: TokenStore) -> None:
        self._oauth = oauth
        self._store = store

    def token(self, now: datetime) -> Secret | Outcome:
        """Return an access token good at `now`, renewing it when it is old; or why there is none."""
        return _given(self._current(now))

    def renewed(self, refused: Secret, now: datetime) -> Secret | Outcome:
        """Return another token than the one Zalo refused; two processes refused together renew once."""
        return _given(self._renew(now, refused))

    def _current(self, now: datetime) -> OaTokens | Outcome:
        tokens = self._store.load()
        if tokens is None:
            return bad_configuration(NOT_CONNECTED)
        if tokens.stopped or tokens.fresh(now):
            return tokens
        renewed = self._renew(now, None)
        waits = isinstance(renewed, Outcome) and renewed.kind is OutcomeKind.RETRY_AFTER
        return tokens if waits and tokens.alive(now) else renewed

    def _renew(self, now: datetime, refused: Secret | None) -> OaTokens | Outcome:
        with self._store.locked():
            tokens = self._store.load()  # re-read under the lock: another process may have been here
            if tokens is None:
                return bad_configuration(NOT_CONNECTED)
            if tokens.stopped or _another_renewed(tokens, refused, now):
                return tokens
            renewed = self._oauth.renew(tokens, now)
            if isinstance(renewed, OaTokens):
                self._store.commit(renewed)
            elif renewed.kind is OutcomeKind.PERMANENT_CONFIGURATION:
                self._store.commit(replace(tokens, stopped=CONSENT))
            return renewed


def _another_renewed(tokens: OaTokens, refused: Secret | None, now: datetime) -> bool:
    return tokens.fresh(now) if refused is None else tokens.access != refused and tokens.alive(now)


def _given(tokens: OaTokens | Outcome) -> Secret | Outcome:
    if isinstance(tokens, Outcome):
        return tokens
    if tokens.stopped:
        return bad_configuration(tokens.stopped)
    hide([tokens.access.reveal(), tokens.refresh.reveal()], LOGGERS)
    return tokens.access
