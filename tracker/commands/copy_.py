"""`tracker copy`: the Word file of a plan with every finding as a comment at its place."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.commands.edge import data_option, json_option, print_json, say
from tracker.commands.typed import NAME, OutputFile


@click.command("copy", help="Bản Word của kế hoạch (TỆP hoặc --plan) với mỗi điểm cần xem là một ghi chú đúng chỗ.")
@click.argument("file", metavar="[TỆP]", required=False, type=click.Path(path_type=Path))
@click.option("--plan", "named", metavar="MÃ|SỐ", type=NAME, help="Kế hoạch đã nhập, theo mã hoặc số văn bản.")
@click.option(
    "-o",
    "--output",
    required=True,
    type=OutputFile(".docx"),
    help="Ghi bản có ghi chú vào tệp này.",
)
@json_option
@data_option
def command(file: Path | None, named: str | None, output: Path, as_json: bool, data: Path) -> None:
    """Write the copy of a file or of a stored plan; the words of the plan are never changed."""
    if (file is None) == (named is None):
        raise click.UsageError("Cần đúng một trong hai: tên tệp, hoặc --plan.")
    from tracker.commands import copying

    made = copying.of_file(data, file, output) if file else copying.of_stored(data, str(named), output)
    lines = copying.copy_lines(made, output)
    if as_json:
        from tracker.contract import finding_json

        unplaced = [finding_json(finding) for finding in made.unplaced]
        print_json({"file": str(output), "placed": made.placed, "unplaced": unplaced})
    else:
        say("\n".join(lines))
