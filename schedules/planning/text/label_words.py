"""Words that label what stands behind a colon and name no work: "Chuẩn bị tuần 13:", "Công việc tháng 12:"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.plan import Bound, Precision
from schedules.planning.text.found_kinds import is_day, refines
from schedules.wording import Found

WORD = re.compile(r"[^\W\d_]{2,}")
COLON = re.compile(r"\s*:\s*\w")
COARSE = {Precision.WEEK, Precision.MONTH, Precision.TERM}

EMPTY_LABEL = re.compile(
    r"^\W*(?:(?:chuẩn bị|công việc|nhiệm vụ|trọng tâm|kế hoạch|lịch|hoạt động|công tác|nội dung|dự kiến|các|việc|nhắc|"
    r"lưu ý|triển khai|cho|của|chung|chính|cần làm|trong|phần|mục)\W+)+$",
    re.IGNORECASE,
)


def without_label(text: str, found: Sequence[Found]) -> list[Found]:
    """Leave out the week or month of a label that leads to days behind its colon: "Việc tuần 5: nộp sổ ngày 6/10"."""
    label = text[: found[0].start] if found else ""
    if len(found) < 2 or not WORD.search(label) or not COLON.match(text, found[0].end):  # noqa: PLR2004
        return list(found)
    led = found[0].due.precision in COARSE and found[0].due.bound is Bound.DURING
    days = [one for one in found[1:] if one.due.precision is Precision.DAY]
    told = EMPTY_LABEL.match(label) or any(is_day(one) and refines(one.due, found[0].due) for one in days)
    return list(found[1:] if led and days and told else found)
