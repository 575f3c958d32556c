"""Pure: the works of a school's week → the list of them in its letter, as text and HTML."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape

from tracker.reminders.letter_form import linked, paragraph
from tracker.reminders.named_list import left_out, plain_line
from tracker.reminders.week import Watched

LATE, PRESSING, DUE = "Quá hạn", "Cần xong ngay, chưa tính quá hạn", "Cần xong tuần này"
UNLED = "Sau tuần này, cần giao người phụ trách"
MOST_LISTED = 40
"""In a letter, where length is no matter: more than that is no list any more but the board."""

PageOf = Callable[[str], str]


def text_of(works: Sequence[Watched], page_of: PageOf, shown: int) -> str:
    """Return a line for each of the first works of the week with its address, and how many more there are."""
    parts = []
    for heading, some in _parted(works[:shown]):
        lines = [plain_line((one.words, page_of(one.task_id))) for one in some]
        parts.append("\n".join([*([f"{heading}:"] if heading else []), *lines]))
    return "\n".join(filter(None, [*parts, left_out(len(works) - shown)]))


def _parted(works: Sequence[Watched]) -> list[tuple[str, list[Watched]]]:
    """Return works of the week under what they are, overdue, pressing, due or to be given to somebody.

    Of one kind alone without a heading, where the kind is of the week itself.
    """
    kinds = {LATE: [one for one in works if one.late], PRESSING: [one for one in works if one.pressing]}
    kinds[DUE] = [one for one in works if not (one.late or one.pressing or one.ahead)]
    kinds[UNLED] = [one for one in works if one.ahead]
    found = [(heading, some) for heading, some in kinds.items() if some]
    return found if len(found) > 1 or kinds[UNLED] else [("", list(works))] if works else []


def html_of(works: Sequence[Watched], page_of: PageOf) -> str:
    """Return the works of the week as HTML, each leading to its page."""
    parts = []
    for heading, some in _parted(works[:MOST_LISTED]):
        rows = []
        for one in some:
            head = linked(escape(one.title), page_of(one.task_id))
            rows.append(f"<li><strong>{head}</strong>{escape(one.words.removeprefix(one.title))}</li>")
        parts.append((f"<h3>{heading}</h3>" if heading else "") + f"<ul>{''.join(rows)}</ul>")
    return "".join(parts) + paragraph(left_out(len(works) - MOST_LISTED))
