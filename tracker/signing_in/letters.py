"""Pure: the letter that brings a sign-in link. It is kept without the link, which is put in as the letter leaves."""

from __future__ import annotations

import hmac
from datetime import datetime
from html import escape

from notifiers import Message
from tracker.spoken import instant_words
from tracker.store.letters import Letter, OutboxMessage

PATH = "/dang-nhap/"
STAGE = REASON = "sign_in"
UNSEEN = "(liên kết chỉ có trong thư gửi đi)"
"""What stands in the outbox in the place of the link: whoever reads messages on a page must not sign in by them."""

SECRET_BYTES = 20
"""160 bits, as 40 signs that no chat program cuts."""


def secret_of(key: bytes, message: str) -> str:
    """Return the secret of the link in a letter, by the letter's own key; made anew at each try, kept nowhere."""
    root = message.partition(".")[0]  # the letter to the next address of a person carries the same link
    return hmac.digest(key, b"sign-in\x1f" + root.encode(), "sha256")[:SECRET_BYTES].hex()


def letter(name: str, school: str, until: datetime) -> Letter:
    """Return the letter to one person, without its link."""
    lines = (
        f"Kính gửi {name}, có người (hẳn là thầy/cô) vừa xin liên kết đăng nhập Đúng Hạn của {school}.",
        f"Mở liên kết này rồi bấm Đăng nhập: {UNSEEN}",
        f"Liên kết chỉ dùng được một lần, đến {instant_words(until)}. Xin đừng chuyển cho người khác.",
        "Thầy/cô không xin? Cứ bỏ qua: không ai vào được nếu không có tin này.",
    )
    html = "".join(f"<p>{escape(line)}</p>" for line in lines)
    return Letter(
        stage=STAGE,
        reason=REASON,
        subject="Liên kết đăng nhập Đúng Hạn",
        text="\n\n".join(lines) + "\n",
        html=f'<!DOCTYPE html><html lang="vi"><body>{html}</body></html>',
    )


def message(stored: OutboxMessage, name: str, link: str) -> Message:
    """Return a stored letter as it leaves: with its link."""
    draft = stored.draft
    linked = f'<a href="{escape(link)}">{escape(link)}</a>'
    return Message(
        *(draft.key, draft.address, name, draft.letter.subject),
        draft.letter.text.replace(UNSEEN, link),
        draft.letter.html.replace(escape(UNSEEN), linked),
    )
