"""`tracker import`: keep a plan as a draft or publish it at once; the same plan again is updated."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.commands.edge import data_option, json_option, print_json, refuse, say


@click.command("import", help="Lưu kế hoạch FILE… thành bản nháp; --publish để phát hành ngay. Nhập lại thì cập nhật.")
@click.argument("files", metavar="FILE...", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--school", default=None, help="Tên trường, nếu muốn thay tên ghi trong kế hoạch.")
@click.option("--publish", is_flag=True, help="Phát hành ngay: việc ra lịch và lời nhắc.")
@json_option
@data_option
def command(files: tuple[Path, ...], school: str | None, publish: bool, as_json: bool, data: Path) -> None:
    """Import each file by itself; one bad file is told on stderr and never stops the others."""
    from tracker.commands import importing_files

    reports, refused = importing_files.import_files(files, data, school, publish=publish)
    for sentence in refused:
        say(sentence)
    for report in reports if publish else ():
        for sentence in importing_files.warnings(report):
            say(sentence)
    if reports and as_json:
        printed = [importing_files.report_json(report) for report in reports]
        print_json(printed[0] if len(files) == 1 else printed)
    elif reports:
        click.echo("\n".join(line for report in reports for line in importing_files.report_lines(report)))
    if refused:
        refuse(f"{len(refused)}/{len(files)} tệp không nhập được; chưa có gì của tệp đó được lưu.")
