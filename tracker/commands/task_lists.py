"""The task lists of the terminal: from the store to JSON or lines."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from tracker.commands.edge import print_json, refuse
from tracker.commands.looking import opened_to_look
from tracker.contract import stored_task_json
from tracker.listing import stored_lines
from tracker.reports.staffing import everyone
from tracker.store import schools, tasks
from tracker.store.database import Database
from tracker.store.records import StoredTask, TaskState
from tracker.zone import current_instant


def show(folder: Path, school: str | None, on: date | None, *, as_json: bool, overdue: bool) -> None:
    """Print the tasks of one school or of all, as of a day (today when None)."""
    today = on or current_instant().date()
    with opened_to_look(folder) as db:
        found = _found(db, school)
        staff = everyone(db)
    listed = [one for one in found if one.state is not TaskState.CANCELLED]
    if overdue:
        late = [one for one in listed if one.published and one.days_late(today)]
        listed = sorted(late, key=lambda one: -one.days_late(today))
    if as_json:
        print_json([stored_task_json(one, today, staff) for one in listed])
    else:
        none_yet = f"Chưa có việc nào trong {folder}; hãy nhập kế hoạch bằng “tracker import”."
        empty = "Không có việc quá hạn." if overdue and found else none_yet
        click.echo("\n".join(stored_lines(listed, staff, today)) or empty)


def _found(db: Database, school: str | None) -> tuple[StoredTask, ...]:
    if school is None:
        return tasks.of_all(db)
    known = schools.by_name(db, school)
    if known is None:
        names = "; ".join(one.name for one in schools.all_schools(db)) or "chưa có trường nào"
        refuse(f"Không có trường “{school}”. Các trường đã có: {names}.")
    return tasks.of_school(db, known.id)
