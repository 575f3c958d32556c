"""`tracker feed`: a calendar feed as a file, the same bytes as its address gives; or the addresses themselves."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.commands.edge import data_option, json_option

LINKS = "links"


@click.command("feed", help="Ghi lịch iCalendar của trường, của một người hoặc phần công khai.")
@click.option("--school", metavar="TRƯỜNG", help="Lịch của trường này (tên hoặc tên trong địa chỉ).")
@click.option("--person", metavar="NGƯỜI", help="Lịch việc của một người.")
@click.option("--committee", "what", flag_value="committee", help="Lịch của Tổ giám sát.")
@click.option("--public", "what", flag_value="public", help="Chỉ phần phải công khai, không có tên người.")
@click.option("--links", "what", flag_value=LINKS, help="In địa chỉ đăng ký của mọi lịch thay vì ghi lịch.")
@click.option("-o", "--output", type=click.Path(dir_okay=False, path_type=Path), help="Ghi vào tệp thay vì stdout.")
@json_option
@data_option
def command(  # noqa: PLR0913, PLR0917 - one argument per option
    data: Path,
    school: str | None,
    person: str | None,
    what: str | None,
    output: Path | None,
    as_json: bool,
) -> None:
    """Write one feed, or print where all of them are."""
    if person and what in {"committee", "public"}:
        raise click.UsageError(f"Chỉ chọn một trong --person và --{what}.")
    if what == LINKS and output:
        raise click.UsageError("--links in ra stdout, không đi cùng -o.")
    from tracker.commands import writing_feeds

    if what == LINKS:
        writing_feeds.print_links(data, school, as_json=as_json)
    else:
        writing_feeds.write(data, writing_feeds.Wanted(school, person, what), output)
