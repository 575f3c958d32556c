"""The school's Official Account: consent by a person, and Zalo's reports about messages it took."""

from __future__ import annotations

import secrets
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from notifiers import ChannelSettings, Outcome, Secret
from notifiers.zalo.oa_inbox import OaEvent, Report
from notifiers.zalo.oa_settings import ZaloOaSettings
from notifiers.zalo.oauth import OAuth
from tracker.store import oa_consents, receipts
from tracker.store.database import Database, transaction
from tracker.store.oa_tokens import SqliteTokens
from tracker.store.receipts import Receipt

REPORTED = frozenset({OaEvent.DELIVERED, OaEvent.SEEN})
STALE = "Lần nối này đã quá 15 phút hoặc đã dùng. Hãy bấm “Nối” để bắt đầu lại."
OTHER_ACCOUNT = "Thầy/cô vừa đồng ý cho Official Account khác ({got}); thiết lập ghi {wanted}. Hãy chọn đúng tài khoản."


def with_tokens(channels: ChannelSettings, folder: Path) -> ChannelSettings:
    """Return channel settings whose Official Account keeps its tokens in the data folder."""
    oa_id = channels.zalo_oa.oa_id
    return replace(channels, oa_tokens=SqliteTokens(folder, oa_id)) if oa_id else channels


def begin_consent(db: Database, settings: ZaloOaSettings, now: datetime) -> str:
    """Return the address at Zalo where an administrator consents; its state is good once."""
    oauth, state = OAuth(settings), secrets.token_urlsafe(24)
    verifier = oauth.verifier(secrets.choice)
    with transaction(db):
        oa_consents.begin(db, state, verifier, now)
    return oauth.consent_url(state, verifier)


def finish_consent(db: Database, folder: Path, settings: ZaloOaSettings, back: dict[str, str], now: datetime) -> str:
    """Spend the code Zalo sent back (`state`, `code`, `oa_id`); return what is wrong, empty when tokens are stored."""
    with transaction(db):
        verifier = oa_consents.take(db, back["state"], now)
    if verifier is None:
        return STALE
    if back["oa_id"] and back["oa_id"] != settings.oa_id:
        return OTHER_ACCOUNT.format(got=back["oa_id"], wanted=settings.oa_id)
    store = SqliteTokens(folder, settings.oa_id)
    with store.locked():
        tokens = OAuth(settings).exchange(Secret(back["code"]), verifier, now)
        if isinstance(tokens, Outcome):
            return tokens.reason
        store.commit(tokens)
    return ""


def note_report(db: Database, report: Report, now: datetime) -> None:
    """Keep a report that a message arrived or was seen, once each; other events and messages are passed over."""
    if report.event not in REPORTED:
        return
    with transaction(db):
        for provider_id in report.message_ids:
            message_id = receipts.message_of(db, provider_id)
            if message_id is not None:
                identity = f"{report.event.value}|{provider_id}"
                receipts.add(db, Receipt(identity, message_id, report.event.value, report.at or now))


def consent_needed(folder: Path, settings: ZaloOaSettings) -> str:
    """Return why a person must consent (again) before the account can send; empty when it need not."""
    if not settings.oa_id:
        return ""
    tokens = SqliteTokens(folder, settings.oa_id).load()
    if tokens is None:
        return "Official Account Zalo chưa được nối; quản trị viên cần đồng ý một lần."
    return tokens.stopped
