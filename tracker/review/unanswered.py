"""What publishing now would leave open, in one line: how many questions, and what that means for the works."""

from __future__ import annotations

from schedules.proofreading import no_owner
from tracker.plan_counts import counted
from tracker.review.desk import Review
from tracker.review.findings import ABOUT_DUE


def left_open(review: Review) -> str:
    """Return how many questions nobody answered and what publishing then means; empty when all are answered."""
    if not review.asked:
        return ""
    facts = (
        (counted(review).undated, "việc chưa có ngày"),
        (len(_nobody_leads(review)), "việc chưa có người phụ trách"),
        (len(_provisional(review)), "việc theo ngày đang tạm dùng"),
    )
    told = [f"{count} {words}" for count, words in facts if count]
    if review.weeks_open:
        told.append(f"“tuần 1, 2, 3, 4” tính theo {review.weeks[0].rule.label}")
    means = f": phát hành bây giờ thì {', '.join(told)}" if told else "; vẫn phát hành được"
    return f"Còn {review.asked} câu chưa trả lời{means}."


def _nobody_leads(review: Review) -> set[str]:
    return {task for one in review.open if one.first.rule == no_owner.RULE for task in one.left}


def _provisional(review: Review) -> set[str]:
    """Return the works with a day that a question about it leaves undecided."""
    dated = {item.id for item in review.draft.live if item.task.due.dated}
    return {task for one in review.open if one.first.rule in ABOUT_DUE for task in one.left} & dated
