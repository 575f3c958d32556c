"""`tracker overdue`: what is late, whose it is, and by how many days."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from tracker.commands.edge import data_option, json_option
from tracker.commands.tasks_ import ON, SCHOOL


@click.command("overdue", help="Liệt kê việc quá hạn: trễ mấy ngày, của ai.")
@ON
@SCHOOL
@json_option
@data_option
def command(on: date | None, school: str | None, as_json: bool, data: Path) -> None:
    """Print the published tasks that are late, the longest late first."""
    from tracker.commands.task_lists import show

    show(data, school, on, as_json=as_json, overdue=True)
