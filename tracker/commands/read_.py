"""`tracker read`: parse plans and show what they commit the school to; nothing is stored."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from schedules.plan import SchoolYear
from tracker.commands.edge import data_option, json_option, print_json, refuse, say

if TYPE_CHECKING:
    from tracker.commands.reading_files import ReadFile


class SchoolYearParam(click.ParamType[SchoolYear]):
    """A school year written 2023-2024."""

    name = "năm học"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> SchoolYear:
        """Return the school year; wrong usage (exit 2) when the text is none."""
        if isinstance(value, SchoolYear):
            return value
        try:
            return SchoolYear.parse(str(value))
        except ValueError as error:
            self.fail(str(error), param, ctx)


@click.command("read", help="Đọc kế hoạch (TỆP…) và in các việc có hạn, nhiệm vụ, điểm cần xem. Không lưu gì.")
@click.argument("files", metavar="TỆP...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--school-year", type=SchoolYearParam(), default=None, help="Năm học của kế hoạch, ví dụ 2023-2024.")
@click.option("--with-law", is_flag=True, help="Thêm các việc pháp luật yêu cầu trong năm học.")
@click.option("--with-checkpoints", is_flag=True, help="Thêm mốc đề xuất cho việc không có hạn cụ thể.")
@json_option
@data_option
def command(  # noqa: PLR0913, PLR0917 - one argument per option of the contract
    files: tuple[Path, ...],
    school_year: SchoolYear | None,
    with_law: bool,
    with_checkpoints: bool,
    as_json: bool,
    data: Path,
) -> None:
    """Read each file; one bad file is told on stderr and never stops the others."""
    from tracker.commands.reading_files import plans_in
    from tracker.plan_reading import Extras, PlanReader

    reader = PlanReader.for_folder(data, school_year, Extras(law=with_law, checkpoints=with_checkpoints))
    # the bytes of many files are not kept together
    _show([replace(read, content=b"") for path in files for read in plans_in(path, reader)], as_json=as_json)


def _show(every: list[ReadFile], *, as_json: bool) -> None:
    """Print what was read; a list in JSON keeps one entry per file, read or not."""
    refused = [read.refused for read in every if read.plan is None]
    for sentence in refused:
        say(sentence)
    if len(every) == len(refused) == 1:
        raise click.exceptions.Exit(1)
    if as_json:
        from tracker.commands.reading_files import unread
        from tracker.contract import plan_json

        printed = [plan_json(read.plan or unread(read)) for read in every]
        print_json(printed[0] if len(printed) == 1 else printed)
    elif len(refused) < len(every):
        from tracker.listing import plan_lines

        click.echo("\n\n".join("\n".join(plan_lines(read.plan)) for read in every if read.plan))
    if refused:
        refuse(f"{len(refused)}/{len(every)} tệp không đọc được.")
