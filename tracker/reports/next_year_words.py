"""The draft of next year's plan as words: a summary for the terminal and the page, and the whole as Markdown."""

from __future__ import annotations

from collections.abc import Iterator

from schedules.planning.next_year import NextPlan, NextWork
from tracker.spoken import due_words, often_words


def counts(plan: NextPlan) -> dict[str, int]:
    """Return how many works the draft has, how many are unfinished ones, to be looked at, and without a day."""
    return {
        "works": len(plan.works),
        "carried": sum(bool(work.carried) for work in plan.works),
        "review": sum(work.review for work in plan.works),
        "undated": sum(not work.task.due.dated for work in plan.works),
    }


def summary_lines(plan: NextPlan, differing: tuple[str, ...] = ()) -> Iterator[str]:
    """Yield what the draft holds and what in it needs a look."""
    told = counts(plan)
    yield (
        f"Dự thảo năm học {plan.header.school_year}: {told['works']} việc, trong đó {told['carried']} việc năm nay "
        f"chưa xong nên làm tiếp, {told['review']} việc cần xem lại, {told['undated']} việc chưa có ngày."
    )
    noted = [ground for ground in (*plan.grounds, *plan.aims, *plan.recipients, *plan.standing) if ground.notes]
    yield from (f"  ! {line}" for ground in noted for line in ground.notes)
    yield from (f"  ! {line}" for line in differing)


def markdown(plan: NextPlan) -> str:
    """Return the draft as Markdown, each remark under its work."""
    header = plan.header
    lines = [f"# {header.kind or 'Kế hoạch'}, năm học {header.school_year}", "", header.school or "Chưa rõ trường", ""]
    lines += ["Dự thảo, chưa có số và ngày ký.", ""]
    if plan.grounds:
        lines += ["## Căn cứ", ""]
        for ground in plan.grounds:
            lines += [f"- {ground.text}", *(f"    - *{note}*" for note in ground.notes)]
        lines.append("")
    if plan.aims:
        lines += ["## Mục đích, yêu cầu", ""]
        for aim in plan.aims:
            lines += [f"- {aim.text}", *(f"    - *{note}*" for note in aim.notes)]
        lines.append("")
    lines += ["## Nội dung và thời gian", ""]
    for number, work in enumerate(plan.works, 1):
        lines += _work_lines(number, work)
    if plan.duties:
        lines += ["", "## Nhiệm vụ thường xuyên", "", *(f"- {often_words(duty)}" for duty in plan.duties)]
    if plan.standing:
        lines += ["", "## Nhiệm vụ dựa vào văn bản đã thay", ""]
        for ground in plan.standing:
            lines += [f"- {ground.text}", *(f"    - *{note}*" for note in ground.notes)]
    return "\n".join(lines) + "\n"


def _work_lines(number: int, work: NextWork) -> Iterator[str]:
    task = work.task
    people = ", ".join(task.owners) or "chưa có người phụ trách"
    yield f"{number}. **{task.title}** – {due_words(task.due)} – {people}"
    if task.due.words:
        yield f"    - Lời trong dự thảo: “{task.due.words}”"
    yield from (f"    - *{note}*" for note in (work.carried, *work.notes) if note)
