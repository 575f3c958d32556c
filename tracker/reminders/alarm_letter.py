"""Pure: what keeps messages from arriving → the letter that tells a manager."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.reminders.letter_form import paragraph
from tracker.reminders.occasions import Occasion
from tracker.reminders.reasons import Reason
from tracker.store.letters import Letter


def warn(wrong: Sequence[tuple[str, str]], occasion: Occasion) -> Letter:
    """Return the words that tell a manager what keeps messages from arriving: sentences, each with its page's path."""
    head = f"Kính gửi {occasion.name}, việc gửi tin nhắc cần được xem lại:"
    told = [(f"- {one}", occasion.link(path) if path else "") for one, path in wrong]
    told += occasion.foot()
    text = "\n".join([head, *("\n  ".join(filter(None, one)) for one in told)])
    html = paragraph(head) + "".join(paragraph(words, url) for words, url in told)
    return Letter(
        stage="alarm",
        reason=Reason.ALARM.value,
        subject=f"Gửi tin nhắc gặp trục trặc: {len(wrong)} điểm cần xem",
        text=f"{text}\n",
        html=f'<!DOCTYPE html><html lang="vi"><body>{html}</body></html>',
    )
