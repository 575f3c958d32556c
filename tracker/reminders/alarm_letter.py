"""Pure: what keeps messages from arriving → the letter that tells a manager, or lines of their own letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tracker.reminders.letter_form import paragraph
from tracker.reminders.named_list import NamedList
from tracker.reminders.occasions import Occasion
from tracker.reminders.reasons import Reason
from tracker.store.letters import Letter

HEAD = "Việc gửi tin nhắc cần được xem lại:"

Wrong = tuple[str, str]
"""A sentence that says what is wrong and what to do, and the path of the page on which to do it; or no path."""

LinkOf = Callable[[str], str]


def named(wrong: Sequence[Wrong], link: LinkOf) -> NamedList:
    """Return what is wrong as lines of a manager's own letter, each leading to its page."""
    return NamedList(HEAD, [(one, link(path) if path else "") for one, path in wrong])


def warn(wrong: Sequence[Wrong], occasion: Occasion) -> Letter:
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
