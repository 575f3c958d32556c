"""A plan without any work, without any date, or with whole school years for dates (L19)."""

from __future__ import annotations

from collections.abc import Iterator

from schedules.calendar import SchoolCalendar
from schedules.plan import Finding, Plan, Precision, Severity

RULE_EMPTY, RULE_DATELESS, RULE_YEARS, RULE_UNDATED = (
    "khong-co-viec",
    "khong-co-han",
    "chi-co-nam-hoc",
    "viec-chua-co-han",
)
PROPOSAL = "Thêm mốc kiểm tra giữa kỳ, cuối học kỳ I và cuối năm học."


def check(plan: Plan, _: SchoolCalendar) -> Iterator[Finding]:
    """Yield at most one finding for the whole plan, and one for the table rows without a time."""
    dated = [task for task in plan.tasks if task.due.dated]
    undated = [task for task in plan.tasks if not task.due.dated and not task.due.words]
    yearly = [task for task in dated if task.due.precision is Precision.YEAR]
    if not plan.tasks and not plan.duties:
        message = "Không tìm thấy việc hay nhiệm vụ nào trong văn bản."
        yield Finding(RULE_EMPTY, Severity.BLOCK, message, (), "Xem lại tệp có đúng là kế hoạch không.")
    elif not dated:
        message = "Kế hoạch không nêu hạn cho việc nào, nên lịch sẽ trống."
        yield Finding(RULE_DATELESS, Severity.CHOICE, message, (), PROPOSAL)
    elif len(yearly) * 2 > len(dated):
        message = f"{len(yearly)} việc chỉ ghi thời gian cả năm học, không có ngày cụ thể."
        quotes = tuple(task.mentions[0].quote for task in yearly)
        places = tuple(task.mentions[0].place for task in yearly)
        yield Finding(RULE_YEARS, Severity.CHOICE, message, quotes, PROPOSAL, places)
    if undated:
        message = f"{len(undated)} việc trong bảng bỏ trống thời gian."
        quotes = tuple(task.mentions[0].quote for task in undated)
        places = tuple(task.mentions[0].place for task in undated)
        yield Finding(RULE_UNDATED, Severity.CHOICE, message, quotes, "Ghi hạn cho từng việc.", places)
