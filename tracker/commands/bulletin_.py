"""`tracker bulletin`: the work of a day or a week as text to paste into the school's Zalo group."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from tracker.commands.edge import data_option, json_option
from tracker.commands.tasks_ import ON, SCHOOL


@click.command("bulletin", help="Bản tin để dán vào nhóm Zalo của trường: hôm nay và ngày mai, hoặc cả tuần.")
@ON
@SCHOOL
@click.option("--week", is_flag=True, help="Cả tuần, từ thứ Hai đến Chủ nhật.")
@click.option("--names", is_flag=True, help="Ghi tên người chủ trì (mặc định không nêu tên ai).")
@json_option
@data_option
def command(  # noqa: PLR0913, PLR0917 - one argument per option
    on: date | None, school: str | None, week: bool, names: bool, as_json: bool, data: Path
) -> None:
    """Print the text of each school; exit 1 with a sentence when a school is not known."""
    from tracker.commands.bulletins import show

    show(data, school, on, week=week, names=names, as_json=as_json)
