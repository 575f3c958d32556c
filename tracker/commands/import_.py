"""`tracker import`: keep a plan as a draft or publish it at once; the same plan again is updated."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.commands.edge import data_option, json_option, print_json, refuse, say
from tracker.commands.typed import NAME, WORDS


@click.command(
    "import", help="Lưu kế hoạch trong TỆP… thành bản nháp; --publish để phát hành ngay. Nhập lại thì cập nhật."
)
@click.argument("files", metavar="TỆP...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--school", type=NAME, default=None, help="Tên trường, nếu muốn thay tên ghi trong kế hoạch.")
@click.option("--publish", is_flag=True, help="Phát hành ngay; còn điểm phải sửa thì giữ bản nháp.")
@click.option(
    "--waive", metavar="LÝ DO", type=WORDS, default="", help="Với --publish: bỏ qua các điểm phải sửa vì lý do này."
)
@json_option
@data_option
def command(  # noqa: PLR0913, PLR0917 - one argument per option of the contract
    files: tuple[Path, ...], school: str | None, publish: bool, waive: str, as_json: bool, data: Path
) -> None:
    """Import each file by itself; one bad file is told on stderr and never stops the others."""
    if waive and not publish:
        raise click.UsageError("--waive chỉ đi cùng --publish.")
    from tracker.commands import importing_files

    wanted = importing_files.Wanted(school, waive.strip())
    reports, refused = importing_files.import_files(files, data, wanted, publish=publish)
    for sentence in refused:
        say(sentence)
    if reports and as_json:
        printed = [importing_files.report_json(report) for report in reports]
        print_json(printed[0] if len(files) == 1 else printed)
    elif reports:
        click.echo("\n".join(line for report in reports for line in importing_files.report_lines(report)))
    held = [sentence for report in reports if publish for sentence in importing_files.held_back(report)]
    for sentence in held:
        say(sentence)
    if refused:
        refuse(f"{len(refused)}/{len(files)} tệp không nhập được; chưa có gì của tệp đó được lưu.")
    if held:
        raise click.exceptions.Exit(1)
