"""Pure: works that are not taken for done, checks that stand no more → their line in the letter of the week."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tracker.reminders.named_list import NamedList, left_out

MOST_NAMED = 5
"""Works of the line; the board lists them all."""

HEAD = "Cần kiểm tra lại, vì minh chứng của việc đã báo xong hoặc đã kiểm tra bị trả lại:"

Named = tuple[str, str]
"""A work: its id and its title."""

PageOf = Callable[[str], str]


def named(works: Sequence[Named], page_of: PageOf) -> NamedList:
    """Return the line, each work leading to its page."""
    lines = [(title, page_of(task_id)) for task_id, title in works[:MOST_NAMED]]
    return NamedList(HEAD, lines, left_out(len(works) - MOST_NAMED))
