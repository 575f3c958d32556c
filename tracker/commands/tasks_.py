"""`tracker tasks`: every task of the plans in the store."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from tracker.commands.edge import data_option, json_option
from tracker.commands.typed import DAY, NAME

ON = click.option("--on", type=DAY, default=None, help="Tính đến ngày này (mặc định hôm nay).")
SCHOOL = click.option("--school", type=NAME, default=None, help="Chỉ một trường.")


@click.command("tasks", help="Liệt kê việc của các kế hoạch đã nhập; việc trễ có số ngày trễ.")
@ON
@SCHOOL
@json_option
@data_option
def command(on: date | None, school: str | None, as_json: bool, data: Path) -> None:
    """Print the tasks, drafts marked as such."""
    from tracker.commands.task_lists import show

    show(data, school, on, as_json=as_json, overdue=False)
