"""Files made of a plan: its copy with comments, the report of what became of it in Word and as a workbook."""

from __future__ import annotations

import os
from pathlib import PurePath
from urllib.parse import quote

from starlette.responses import Response

from tracker.copying import copy_of_stored
from tracker.reporting import report_of, workbook_of
from tracker.settings import load_settings
from tracker.store import plans
from tracker.web.visit import Page, Visit

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def with_comments(visit: Visit) -> Response:
    """Send the newest file of a plan with every finding as a Word comment; refuse what is no .docx."""
    stored = plans.by_id(visit.db, visit.number("plan"))
    newest = plans.newest_revision(visit.db, stored.id)
    made = copy_of_stored(visit.db, stored.id, visit.site.calendar_of(), visit.now)
    return word_file(made.content, f"{PurePath(newest.source).stem} - có ghi chú.docx")


def results(visit: Visit) -> Response:
    """Send what became of a published plan, as of today; refuse a draft."""
    return results_file(visit, visit.number("plan"))


def results_file(visit: Visit, plan_id: int) -> Response:
    """Return what became of a published plan as a Word file; refuse a draft."""
    over = load_settings(visit.site.folder, os.environ).report.superior
    made = report_of(visit.db, plan_id, visit.today, visit.now, over)
    return word_file(made.content, f"Phụ lục 2 - {PurePath(made.plan.source).stem}.docx")


def workbook(visit: Visit) -> Response:
    """Send the works of a published plan as a workbook, as of today; refuse a draft."""
    return workbook_file(visit, visit.number("plan"))


def workbook_file(visit: Visit, plan_id: int) -> Response:
    """Return the works of a published plan as an Excel file; refuse a draft."""
    made = workbook_of(visit.db, plan_id, visit.today, visit.now)
    return _file(made.content, f"Sổ theo dõi - {PurePath(made.plan.source).stem}.xlsx", "so-theo-doi.xlsx", EXCEL)


def word_file(content: bytes, name: str) -> Response:
    """Return a Word file to be saved under a name."""
    return _file(content, name, "ke-hoach.docx", WORD)


def _file(content: bytes, name: str, plain: str, media: str) -> Response:
    """Return a file to be saved under a name; old browsers get a plain one (RFC 6266)."""
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    return Response(content, 200, {"Content-Disposition": disposition, "Cache-Control": "no-store"}, media)


pages = (
    Page("/ke-hoach/{plan}/ban-ghi-chu", with_comments),
    Page("/ke-hoach/{plan}/phu-luc-2", results),
    Page("/ke-hoach/{plan}/so-theo-doi", workbook),
)
