"""What `tracker report` does once its options are read: the plan chosen, its report written."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from tracker.commands.chosen_plan import newest_published, plan_named
from tracker.commands.looking import opened_to_look
from tracker.commands.whole_file import write_whole
from tracker.reporting import PlanReport, report_of, workbook_of
from tracker.reports.results import in_words
from tracker.settings import load_settings
from tracker.zone import current_instant


def write_report(
    folder: Path, named: str | None, on: date | None, output: Path, *, workbook: bool = False
) -> PlanReport:
    """Write the report of the plan named, else of the one published last, as of `on` (today when None)."""
    now = current_instant()
    with opened_to_look(folder) as db:
        plan = plan_named(db, named) if named else newest_published(db)
        if workbook:
            made = workbook_of(db, plan.id, on or now.date(), now)
        else:
            made = report_of(db, plan.id, on or now.date(), now, load_settings(folder, os.environ).report.superior)
    write_whole(output, made.content)
    return made


def report_lines(made: PlanReport, output: Path, about: str = "") -> list[str]:
    """Return what was written as lines for people; `about` is said of the file at the end."""
    plan = made.plan
    year = f", năm học {plan.school_year}" if plan.school_year else ""
    written = f"Đã ghi {output}: kết quả kế hoạch {plan.number or plan.source}{year}."
    return [written, *in_words(made.results), *filter(None, (about,))]
