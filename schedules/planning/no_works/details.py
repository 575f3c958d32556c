"""What is told of the details of a work: sessions, items, parts of a span that are no works of their own."""

from __future__ import annotations

from collections.abc import Sequence

from schedules.plan import Finding, Severity
from schedules.planning.drafts import Draft

RULE = "chi-tiet-cua-viec"


def details_finding(whole: Draft, parts: Sequence[Draft], told: str, one: str) -> Finding:
    """Return that parts are details of a work, quoting it and each of them.

    `told` says in Vietnamese what the parts are (“3 buổi kiểm tra trong bảng”), `one` what one of them is called.
    """
    task = whole.task
    message = f"{told} là chi tiết của việc “{task.title}” ({task.due.words}), không tách thành việc riêng."
    mentions = (task.mentions[0], *(part.task.mentions[0] for part in parts))
    quotes, places = tuple(mention.quote for mention in mentions), tuple(mention.place for mention in mentions)
    return Finding(
        RULE, Severity.INFO, message, quotes, f"Nếu cần nhắc từng {one}, hãy thêm việc cho {one} đó.", places
    )
