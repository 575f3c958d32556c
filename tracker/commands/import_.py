"""`tracker import`: keep a plan as a draft or publish it at once; the same plan again is updated."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from tracker.commands.edge import data_option, json_option, print_json, refuse, say
from tracker.commands.typed import NAME, WORDS

if TYPE_CHECKING:
    from tracker.importing import ImportReport


@click.command(
    "import", help="Lưu kế hoạch trong TỆP… thành bản nháp; --publish để phát hành ngay. Nhập lại thì cập nhật."
)
@click.argument("files", metavar="TỆP...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--school", type=NAME, default=None, help="Tên trường, nếu muốn thay tên ghi trong kế hoạch.")
@click.option("--publish", is_flag=True, help="Phát hành ngay; còn điểm phải sửa thì giữ bản nháp.")
@click.option(
    "--waive", metavar="LÝ DO", type=WORDS, default="", help="Với --publish: bỏ qua các điểm phải sửa vì lý do này."
)
@click.option(
    "--replaces",
    metavar="KẾ HOẠCH",
    type=WORDS,
    default=None,
    help="Tệp là bản sửa mang số khác, thay cho kế hoạch đã phát hành có số hay mã này.",
)
@click.option("--separate", is_flag=True, help="Tệp là kế hoạch khác, không thay cho kế hoạch nào, dù việc trùng nhau.")
@json_option
@data_option
def command(  # noqa: PLR0913, PLR0917 - one argument per option of the contract
    files: tuple[Path, ...],
    school: str | None,
    publish: bool,
    waive: str,
    replaces: str | None,
    separate: bool,
    as_json: bool,
    data: Path,
) -> None:
    """Import each file by itself; one bad file is told on stderr and never stops the others."""
    if waive and not publish:
        raise click.UsageError("--waive chỉ đi cùng --publish.")
    if replaces is not None and (separate or len(files) > 1):
        raise click.UsageError("--replaces chỉ đi với một tệp và không đi cùng --separate.")
    from tracker.commands import importing_files

    wanted = importing_files.Wanted(school, waive.strip(), replaces, separate)
    by_file = [importing_files.import_files((path,), data, wanted, publish=publish) for path in files]
    reports = [report for found, _ in by_file for report in found]
    refused = [sentence for _, found in by_file for sentence in found]
    for sentence in refused:
        say(sentence)
    if as_json and (reports or len(refused) > 1):
        _print(by_file, files)
    elif reports:
        click.echo("\n".join(line for report in reports for line in importing_files.report_lines(report)))
    held = [sentence for report in reports if publish for sentence in importing_files.held_back(report)]
    for sentence in held:
        say(sentence)
    if refused:
        refuse(f"{len(refused)}/{len(reports) + len(refused)} tệp không nhập được; chưa có gì của tệp đó được lưu.")
    if held:
        raise click.exceptions.Exit(1)


def _print(by_file: list[tuple[list[ImportReport], list[str]]], files: tuple[Path, ...]) -> None:
    """Print what became of each file, in their order; a list has an entry for what was refused too."""
    from tracker.commands.importing_files import report_json
    from tracker.commands.refused_files import refused_json

    printed: list[dict[str, Any]] = []
    for path, (reports, refused) in zip(files, by_file, strict=True):
        printed += map(report_json, reports)
        printed += [refused_json(path.name, sentence) for sentence in refused]
    print_json(printed[0] if len(printed) == 1 else printed)
