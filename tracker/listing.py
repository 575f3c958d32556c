"""Plans and tasks as lines of text for the terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import TYPE_CHECKING

from schedules.plan import Finding, Header, Origin, Plan, Precision, Severity, Task
from tracker.places import Places
from tracker.plan_counts import DUTIES, undated_of, works_words
from tracker.spoken import due_words, often_words
from tracker.store.records import Part, StoredTask, TaskState

if TYPE_CHECKING:
    from tracker.reports.board import Staff

SEVERITIES = {Severity.BLOCK: "CHẶN", Severity.CHOICE: "CẦN CHỌN", Severity.INFO: "để biết"}
BESIDE = {Origin.LAW: "Theo luật", Origin.CHECKPOINT: "Mốc đề xuất (kế hoạch không nêu ngày này)"}
"""What stands beside the plan's own tasks, each in a section of its own."""

UNCHECKED = "chưa đối chiếu văn bản gốc"
STATES = {
    TaskState.OPEN: "đang làm",
    TaskState.DONE: "đã xong",
    TaskState.CHECKED: "đã kiểm tra",
    TaskState.CANCELLED: "đã bỏ",
}


def _header_lines(header: Header) -> Iterator[str]:
    yield header.kind or "Kế hoạch"
    day = f"ngày {header.date.day}/{header.date.month}/{header.date.year}" if header.date else "chưa rõ ngày"
    yield f"  {header.school or 'Chưa rõ trường'} · số {header.number or 'chưa rõ'} · {day}"
    yield f"  Năm học {header.school_year or 'chưa rõ'} · {header.source}"


def _people(leads: Sequence[str], helpers: Sequence[str]) -> str:
    lead = ", ".join(leads) or "chưa có người phụ trách"
    return lead + (f" (phối hợp: {', '.join(helpers)})" if helpers else "")


def _task_lines(number: int, task: Task, places: Places) -> Iterator[str]:
    yield f"{number:3}. {task.title}"
    yield f"     Hạn: {due_words(task.due)} · {_people(task.owners, task.helpers)}"
    if task.due.precision is Precision.WEEK:
        # which days “tuần 3” means is a convention, and the plan's own dates may have chosen it
        yield f"     Vì sao: {task.due.basis}"
    for mention in task.mentions:
        where = places.words(mention.place)
        place = f" ({where})" if where else ""
        yield f"     “{' '.join(mention.quote.split())}”{place}"


def _by_day(task: Task) -> tuple[date, str]:
    return task.due.day or date.max, task.title


def _beside_lines(task: Task) -> Iterator[str]:
    """Yield a task the plan does not name: what asks for it or why it is proposed, and whether that was checked."""
    from schedules.law import LawTask

    unchecked = isinstance(task, LawTask) and not task.verified
    yield f"  - {due_words(task.due)}: {task.title}{f'  [{UNCHECKED}]' if unchecked else ''}"
    why = f"Căn cứ: {task.citation}" if task.citation else task.due.basis
    if why:
        yield f"      {why}"


def finding_line(finding: Finding, places: Places | None = None) -> str:
    """Return one remark as a line, with where it points in words by the `places` of its document."""
    suggestion = f" → {finding.suggestion}" if finding.suggestion else ""
    where = places.where(finding) if places else ""
    return f"  [{SEVERITIES[finding.severity]}] {finding.message}{f' ({where})' if where else ''}{suggestion}"


def plan_lines(plan: Plan) -> Iterator[str]:
    """Yield a plan as `tracker read` shows it to people."""
    yield from _header_lines(plan.header)
    places = Places(plan.document)
    own = [task for task in plan.tasks if task.origin is Origin.PLAN]
    yield f"\nĐọc ra: {works_words(len(own), undated_of(own))}"
    for number, task in enumerate(own, 1):
        yield from _task_lines(number, task, places)
    for origin, heading in BESIDE.items():
        beside = sorted((task for task in plan.tasks if task.origin is origin), key=_by_day)
        if beside:
            yield f"\n{heading}: {len(beside)}"
            for task in beside:
                yield from _beside_lines(task)
    if plan.duties:
        yield f"\n{DUTIES.capitalize()}: {len(plan.duties)}"
        for duty in plan.duties:
            yield f"  - {often_words(duty)}" + (f" ({', '.join(duty.owners)})" if duty.owners else "")
    if plan.findings:
        yield f"\nĐiểm cần xem: {len(plan.findings)}"
        yield from (finding_line(finding, places) for finding in plan.findings)


def stored_lines(stored: Sequence[StoredTask], staff: Staff, today: date) -> Iterator[str]:
    """Yield tasks in force, one a line, with how late each is and who has it now."""
    for one in stored:
        late = one.days_late(today)
        refused = ", chưa được chấp nhận" if one.id in staff.unaccepted else ""
        state = f"TRỄ {late} ngày" if late else STATES[one.state] + refused
        draft = "" if one.published else " [bản nháp]"
        who = _people(staff.names(one.id, Part.LEAD), staff.names(one.id, Part.HELPER))
        yield f"{one.id}  {due_words(one.task.due)}  {state}{draft}  {one.task.title} – {who}"
