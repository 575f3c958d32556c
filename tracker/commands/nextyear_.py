"""`tracker nextyear`: the draft of next year's plan from this year's."""

from __future__ import annotations

from pathlib import Path

import click

from schedules.plan import SchoolYear
from tracker.commands.edge import data_option, json_option, print_json, say
from tracker.commands.read_ import SchoolYearParam
from tracker.commands.typed import NAME, OutputFile


@click.command(
    "nextyear",
    help="Soạn dự thảo kế hoạch năm sau từ kế hoạch năm nay (TỆP hoặc --plan): thời gian đọc lại theo năm học mới, "
    "việc chưa xong kèm lý do, văn bản đã bị thay được nêu rõ.",
)
@click.argument("file", metavar="[TỆP]", required=False, type=click.Path(path_type=Path))
@click.option("--plan", "named", metavar="MÃ|SỐ", type=NAME, help="Kế hoạch đã nhập, theo mã hoặc số văn bản.")
@click.option("--school-year", type=SchoolYearParam(), default=None, help="Năm học cần soạn; mặc định là năm kế tiếp.")
@click.option(
    "-o",
    "--output",
    type=OutputFile(".docx", ".md"),
    help="Ghi vào tệp .docx (để ký) hoặc .md (để xem).",
)
@json_option
@data_option
def command(  # noqa: PLR0913, PLR0917 - one argument per option
    file: Path | None,
    named: str | None,
    school_year: SchoolYear | None,
    output: Path | None,
    as_json: bool,
    data: Path,
) -> None:
    """Draft from a file or from a stored plan; nothing is stored: `tracker import` keeps the file as a draft."""
    if (file is None) == (named is None):
        raise click.UsageError("Cần đúng một trong hai: tên tệp, hoặc --plan.")
    from tracker.commands import drafting
    from tracker.reports.next_year_words import markdown, summary_lines

    made = drafting.of_file(data, file, school_year) if file else drafting.of_stored(data, str(named), school_year)
    if output:
        drafting.write(made, output)
    say("\n".join(summary_lines(made.plan, made.differing)))
    if output:
        say(f"Đã ghi {output}. {_what_next(output)}")
    if as_json:
        print_json(drafting.draft_json(made))
    elif not output:
        click.echo(markdown(made.plan), nl=False)


def _what_next(output: Path) -> str:
    if output.suffix.lower() == ".md":
        return f"Bản này để xem, không để nhập; bản nhập được: tracker nextyear … -o {output.with_suffix('.docx')}"
    return f"Xem các ghi chú, điền số và ngày; nhập thành bản nháp: tracker import {output}"
