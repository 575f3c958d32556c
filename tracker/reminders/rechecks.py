"""Pure: works that are not taken for done, checks that stand no more → their line in the letter of the week."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from tracker.reminders.letter_form import linked, paragraph

MOST_NAMED = 5
"""Works of the line; the board lists them all."""

HEAD = "Cần kiểm tra lại, vì minh chứng của việc đã báo xong hoặc đã kiểm tra bị trả lại:"

Named = tuple[str, str]
"""A work: its id and its title."""

PageOf = Callable[[str], str]


def text_of(works: Sequence[Named], page_of: PageOf) -> str:
    """Return the line as plain text, each work with its address; empty when every check stands."""
    named = ["\n   ".join(filter(None, [f"- {title}", page_of(task_id)])) for task_id, title in works[:MOST_NAMED]]
    return "\n".join([HEAD, *named, *filter(None, [_more(works)])]) if works else ""


def html_of(works: Sequence[Named], page_of: PageOf) -> str:
    """Return the line as HTML, each work leading to its page; empty when every check stands."""
    rows = "".join(f"<li>{linked(escape(title), page_of(task_id))}</li>" for task_id, title in works[:MOST_NAMED])
    return paragraph(HEAD) + f"<ul>{rows}</ul>" + paragraph(_more(works)) if works else ""


def _more(works: Sequence[Named]) -> str:
    left = len(works) - MOST_NAMED
    return f"và {left} việc khác." if left > 0 else ""
