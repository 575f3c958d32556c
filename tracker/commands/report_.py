"""`tracker report`: what became of a plan, as a Word document in the school's form or a workbook to sort and filter."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from tracker.commands.edge import data_option, json_option, print_json, say
from tracker.commands.typed import DAY, NAME, OutputFile

PAPER, WORKBOOK = "phu-luc-2", "so-theo-doi"
ENDINGS = {PAPER: ".docx", WORKBOOK: ".xlsx"}
"""The kinds of report and the ending of the file each is written to."""


OWN_LAYOUT = "Bố cục của Đúng Hạn, lấy từ những gì đã ghi nhận; trường có mẫu riêng thì sửa theo mẫu ấy."


@click.command("report", help="Báo cáo kết quả thực hiện kế hoạch, mỗi việc một dòng: Phụ lục 2 (Word), sổ (Excel).")
@click.option(
    "--kind",
    type=click.Choice(tuple(ENDINGS)),
    default=PAPER,
    show_default=True,
    help="phu-luc-2: bản Word để ký; so-theo-doi: bảng Excel cùng các dòng ấy, để lọc và sắp xếp.",
)
@click.option(
    "--plan", "named", metavar="MÃ|SỐ", type=NAME, help="Kế hoạch đã phát hành; bỏ trống: bản phát hành gần nhất."
)
@click.option("--on", type=DAY, help="Tính đến ngày này; bỏ trống: hôm nay.")
@click.option(
    "-o", "--output", required=True, type=OutputFile(*ENDINGS.values()), help="Ghi báo cáo vào tệp này (.docx, .xlsx)."
)
@json_option
@data_option
def command(  # noqa: PLR0913, PLR0917 - one argument per option
    kind: str, named: str | None, on: date | None, output: Path, as_json: bool, data: Path
) -> None:
    """Write the report of one published plan."""
    _fitting(kind, output)
    from tracker.commands import reporting

    made = reporting.write_report(data, named, on, output, workbook=kind == WORKBOOK)
    if as_json:
        print_json({"file": str(output), "kind": kind, "plan": made.plan.id, "tasks": len(made.results)})
    else:
        say("\n".join(reporting.report_lines(made, output, OWN_LAYOUT if kind == PAPER else "")))


def _fitting(kind: str, output: Path) -> None:
    """Refuse a name whose ending belies what will be in the file, and say which kind has that ending."""
    if output.suffix.lower() != ENDINGS[kind]:
        other = next(one for one, ending in ENDINGS.items() if ending == output.suffix.lower())
        raise click.UsageError(
            f"tùy chọn -o: {output}: --kind {kind} ghi tệp {ENDINGS[kind]}. "
            f"Hãy đổi đuôi tên tệp, hoặc chọn --kind {other}."
        )
