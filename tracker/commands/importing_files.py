"""Files → reports of their import: the edge between the disk, the reader and the store."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from schedules.plan import Task
from tracker import passed_words
from tracker.commands.reading_files import plans_in
from tracker.contract import finding_json
from tracker.differing import other_people, people_words
from tracker.identity import Comparison
from tracker.importing import ImportReport, Incoming, store_plan
from tracker.listing import finding_line
from tracker.places import Places
from tracker.plan_reading import PlanReader
from tracker.refusal import Refusal
from tracker.review.leaving import DONE_AND_GONE
from tracker.review.predecessors import RULE
from tracker.review.which_plan import Which
from tracker.spoken import due_words
from tracker.store.database import explained, open_database
from tracker.store.history import Actor
from tracker.store.records import PlanStatus
from tracker.zone import current_instant


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is said of every file: the school's name instead of the plan's, why findings that block are passed over.

    `replaces` is the id or number of the plan it corrects under another number, `separate` that it corrects none.
    """

    school: str | None = None
    waiving: str = ""
    replaces: str | None = None
    separate: bool = False


def import_files(
    files: Sequence[Path], folder: Path, wanted: Wanted, *, publish: bool
) -> tuple[list[ImportReport], list[str]]:
    """Return a report per file that went in and a sentence per file that did not."""
    reader = PlanReader.for_folder(folder)
    reports: list[ImportReport] = []
    refused: list[str] = []
    for read in (read for path in files for read in plans_in(path, reader)):
        if read.plan is None:
            refused.append(read.refused)
            continue
        try:
            which = Which(replaces=wanted.replaces, separate=wanted.separate)
            incoming = Incoming(read.content, read.plan, wanted.school, wanted.waiving, which)
            actor = Actor("lệnh import", current_instant())
            with open_database(folder) as db, explained(folder):
                reports.append(store_plan(db, incoming, actor, reader.calendar, publish=publish))
        except Refusal as error:
            refused.append(str(error))
    return reports, refused


def report_json(report: ImportReport) -> dict[str, Any]:
    """Return one import as the contract prints it."""
    stored, places = report.plan, Places(report.document)
    return {
        "plan": {"id": stored.id, "number": stored.number, "school_year": stored.school_year, "source": report.source},
        "status": report.status.value,
        **report.counts(),
        "same_file": report.same_file,
        "unchanged": report.idle,
        "elsewhere": list(report.elsewhere),
        "changes": {
            "new": [task.title for task in report.comparison.new],
            "moved": [
                {"id": old.id, "title": task.title, "was": due_words(old.task.due), "now": due_words(task.due)}
                for old, task in report.comparison.moved
            ],
            "reworded": [
                {"id": old.id, "was": old.task.title, "now": task.title} for old, task in report.comparison.reworded
            ],
            "people": [
                {"id": old.id, "title": task.title, "was": _named(old.task), "now": _named(task)}
                for old, task in report.comparison.pairs
                if other_people(old.task, task)
            ],
            "gone": [
                {"id": gone.id, "title": gone.task.title, "done": gone.finished} for gone in report.comparison.gone
            ],
        },
        "lapsed": list(report.lapsed),
        "passed": [
            {"id": one.id, "title": one.task.title, "due": one.task.due.day.isoformat() if one.task.due.day else None}
            for one in report.passed
        ],
        "findings": [finding_json(finding, places) for finding in report.findings],
    }


def _named(task: Task) -> dict[str, list[str]]:
    return {"owners": list(task.owners), "helpers": list(task.helpers)}


def held_back(report: ImportReport) -> Iterator[str]:
    """Yield why a plan that was to be published stayed a draft, and what to do."""
    if report.blocking and report.status is not PlanStatus.PUBLISHED:
        yield (
            f"Kế hoạch {report.plan.number or report.source}: chưa phát hành, còn {len(report.blocking)} điểm "
            "phải sửa. Bản nháp đã được lưu."
        )
        yield from (f"  - {finding.message}" for finding in report.blocking)
        if any(finding.rule == RULE for finding in report.blocking):
            yield (
                "Là bản sửa thì nhập lại tệp kèm --replaces và số (hoặc mã) của kế hoạch nó thay; là kế hoạch khác thì "
                "kèm --separate; hoặc chọn ở trang duyệt."
            )
        if any(finding.rule != RULE for finding in report.blocking):
            yield "Hãy trả lời ở trang duyệt, hoặc sửa tệp rồi nhập lại; bỏ qua có lý do thì thêm --waive “lý do”."


def report_lines(report: ImportReport) -> Iterator[str]:
    """Yield one import as lines for people."""
    counts = report.counts()
    status = "đã phát hành" if report.status is PlanStatus.PUBLISHED else "bản nháp, chưa ai nhận được gì"
    yield f"Kế hoạch {report.plan.number or report.source}: {status}."
    if report.idle:
        yield "  Tệp này giống hệt lần nhập trước; không có gì đổi."
    elif report.unchanged:
        yield "  Tệp này giống hệt bản nháp đang chờ; bản nháp ấy nay phát hành."
    elif report.same_file:
        yield "  Tệp này giống hệt lần nhập trước nhưng nay đọc ra khác; đã lưu thành bản mới."
    if report.elsewhere:
        names = ", ".join(f"“{name}”" for name in report.elsewhere)
        yield f"  Chú ý: chính tệp này đã nhập cho {names}; hai trường sẽ cùng bị nhắc. Hãy xem lại tên trường."
    yield f"  Đọc ra: {report.held}."
    yield "  Việc: {new} mới, {moved} đổi hạn, {gone} bỏ, {same} giữ nguyên.".format(**counts)
    yield from _change_lines(report.comparison)
    if report.passed:
        yield f"  {passed_words.heading(len(report.passed))}."
        yield from (f"  · {passed_words.first_time(one.task)}" for one in report.passed)
        yield f"  {passed_words.REST}"
    for words in report.lapsed:
        yield f"  ! Không còn áp dụng quyết định tay: {words}"
    yield from map(finding_line, report.findings)


def _change_lines(compared: Comparison) -> Iterator[str]:
    """Yield what a copy changes of the works known before."""
    for old, task in compared.moved:
        yield f"  ↷ {task.title}: {due_words(old.task.due)} → {due_words(task.due)}"
    for old, task in compared.reworded:
        yield f"  ✎ {old.task.title} → {task.title}"
    for old, task in compared.pairs:
        if other_people(old.task, task):
            yield f"  Đổi người: {task.title}: {people_words(old.task)} → {people_words(task)}"
    for gone in compared.gone:
        yield f"  ✗ {gone.task.title}{f' ({DONE_AND_GONE})' if gone.finished else ''}"
