"""Works said in the very same words for the very same days, once in the text and once in a table: always one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from schedules.planning.drafts import Draft
from schedules.proofreading.agreement import span
from schedules.wording import fold


def same_words(body: Sequence[Draft], table: Sequence[Draft]) -> Mapping[int, int]:
    """Return the body draft of each table draft of the same words and days, where each says so only once.

    Words every plan is full of tell nothing by their weight (“Hoàn thành báo cáo tự đánh giá”); said alike they do.
    """
    known, rows = _by_words(body), _by_words(table)
    return {found[0]: known[key][0] for key, found in rows.items() if len(found) == 1 and len(known.get(key, ())) == 1}


def _by_words(drafts: Sequence[Draft]) -> dict[tuple[object, ...], list[int]]:
    found: dict[tuple[object, ...], list[int]] = {}
    for at, draft in enumerate(drafts):
        days = span(draft.task.due)
        if days is not None:
            found.setdefault((fold(draft.task.title), *days), []).append(at)
    return found
