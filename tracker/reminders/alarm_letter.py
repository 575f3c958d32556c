"""Pure: what keeps messages from arriving → the letter that tells a manager, or lines of their own letter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from tracker.reminders.letter_form import linked, paragraph
from tracker.reminders.occasions import Occasion
from tracker.reminders.reasons import Reason
from tracker.store.letters import Letter

HEAD = "Việc gửi tin nhắc cần được xem lại:"

Wrong = tuple[str, str]
"""A sentence that says what is wrong and what to do, and the path of the page on which to do it; or no path."""

LinkOf = Callable[[str], str]


def text_of(wrong: Sequence[Wrong], link: LinkOf) -> str:
    """Return what is wrong as lines of a manager's own letter, each with its page; empty when nothing is."""
    lines = ["\n   ".join(filter(None, [f"- {one}", link(path) if path else ""])) for one, path in wrong]
    return "\n".join([HEAD, *lines]) if wrong else ""


def html_of(wrong: Sequence[Wrong], link: LinkOf) -> str:
    """Return what is wrong as HTML of a manager's own letter, each leading to its page; empty when nothing is."""
    rows = "".join(f"<li>{linked(escape(one), link(path) if path else '')}</li>" for one, path in wrong)
    return paragraph(HEAD) + f"<ul>{rows}</ul>" if wrong else ""


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
