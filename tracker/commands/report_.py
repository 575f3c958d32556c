"""`tracker report`: what became of a plan, as a Word document in the school's form."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from tracker.commands.edge import data_option, json_option, print_json, say
from tracker.commands.typed import DAY, NAME, OutputFile

KIND = "phu-luc-2"


@click.command("report", help="Báo cáo kết quả thực hiện kế hoạch (Phụ lục 2) thành tệp Word, mỗi việc một dòng.")
@click.option(
    "--kind",
    type=click.Choice((KIND,)),
    default=KIND,
    show_default=True,
    expose_value=False,
    help="Loại báo cáo; hiện có một loại.",
)
@click.option(
    "--plan", "named", metavar="MÃ|SỐ", type=NAME, help="Kế hoạch đã phát hành; bỏ trống: bản phát hành gần nhất."
)
@click.option("--on", type=DAY, help="Tính đến ngày này; bỏ trống: hôm nay.")
@click.option("-o", "--output", required=True, type=OutputFile(".docx"), help="Ghi báo cáo vào tệp này.")
@json_option
@data_option
def command(named: str | None, on: date | None, output: Path, as_json: bool, data: Path) -> None:
    """Write the report of one published plan."""
    from tracker.commands import reporting

    made = reporting.write_report(data, named, on, output)
    if as_json:
        print_json({"file": str(output), "kind": KIND, "plan": made.plan.id, "tasks": len(made.results)})
    else:
        say("\n".join(reporting.report_lines(made, output)))
