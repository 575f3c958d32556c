"""What joining leaves open, said as findings: further times of a work, and works taken for one."""

from __future__ import annotations

from collections.abc import Sequence

from schedules.plan import Finding, Severity
from schedules.planning.drafts import Draft


def other_times(draft: Draft, joined: Sequence[Draft], left: Sequence[Draft]) -> Finding:
    """Return the finding for times of a table that a work of the body has besides its own."""
    told = "; ".join(f"“{one.task.due.words}”" for one in left)
    message = (
        f"“{draft.task.title}” có một hạn trong phần chữ nhưng bảng nêu thêm {len(left)} mốc khác ({told}); "
        "các mốc này được giữ thành việc riêng."
    )
    quotes = tuple(mention.quote for one in (draft, *joined, *left) for mention in one.task.mentions)
    places = tuple(mention.place for one in (draft, *left) for mention in one.task.mentions)
    advice = "Xem việc này làm mấy lần trong năm và ghi thống nhất."
    return Finding("lech-so-lan", Severity.CHOICE, message, quotes, advice, places)


def unlike(draft: Draft, one: Draft) -> Finding:
    """Return the finding for a body draft and a table draft taken for one work on half their words."""
    message = (
        f"“{draft.task.title}” trong phần chữ ({draft.task.due.words}) và “{one.task.title}” trong bảng "
        f"({one.task.due.words}) được hiểu là một việc."
    )
    mentions = (*draft.task.mentions, *one.task.mentions)
    quotes, places = tuple(each.quote for each in mentions), tuple(each.place for each in mentions)
    return Finding("gop-hai-cho", Severity.INFO, message, quotes, "Nếu là hai việc khác nhau, hãy tách ra.", places)
