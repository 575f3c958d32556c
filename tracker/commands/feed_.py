"""`tracker feed`: a calendar feed as a file, the same bytes as its address gives; or the addresses themselves."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.commands.edge import data_option, json_option
from tracker.commands.typed import NAME, OutputFile


@click.command("feed", help="Ghi lịch iCalendar của trường, của một người hoặc phần công khai.")
@click.option("--school", metavar="TRƯỜNG", type=NAME, help="Lịch của trường này (tên hoặc tên trong địa chỉ).")
@click.option("--person", metavar="NGƯỜI", type=NAME, help="Lịch việc của một người.")
@click.option("--committee", is_flag=True, help="Lịch của Tổ giám sát.")
@click.option("--public", is_flag=True, help="Chỉ phần phải công khai, không có tên người.")
@click.option("--links", is_flag=True, help="In địa chỉ đăng ký của mọi lịch thay vì ghi lịch.")
@click.option("-o", "--output", type=OutputFile(), help="Ghi vào tệp thay vì stdout.")
@json_option
@data_option
def command(  # noqa: PLR0913, PLR0917 - one argument per option
    data: Path,
    school: str | None,
    person: str | None,
    committee: bool,
    public: bool,
    links: bool,
    output: Path | None,
    as_json: bool,
) -> None:
    """Write one feed, or print where all of them are."""
    asked = {"--person": person, "--committee": committee, "--public": public, "--links": links}
    named = [option for option, given in asked.items() if given]
    if len(named) > 1:
        # the last one winning would give the names of people to whoever asked for the public part
        raise click.UsageError(f"Chỉ chọn một trong {' và '.join(named)}.")
    if links and output:
        raise click.UsageError("--links in ra stdout, không đi cùng -o.")
    from tracker.commands import writing_feeds

    if links:
        writing_feeds.print_links(data, school, as_json=as_json)
        return
    kind = "committee" if committee else "public" if public else None
    writing_feeds.write(data, writing_feeds.Wanted(school, person, kind), output, as_json=as_json)
