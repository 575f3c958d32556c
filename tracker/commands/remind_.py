"""`tracker remind`: one tick of the reminder clock, as of any instant."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from tracker.commands.edge import data_option, json_option


def _instant(_ctx: click.Context, _param: click.Parameter, value: str | None) -> datetime | None:
    """Read the instant of `--at`; a wrong one is wrong usage."""
    from schedules.calendar import known_day
    from tracker.zone import parse_instant

    try:
        at = parse_instant(value) if value is not None else None
    except ValueError:
        raise click.BadParameter(f"“{value}” không phải thời điểm; cần dạng 2024-05-24T07:00+07:00") from None
    try:
        known_day(at.date()) if at else None
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
    return at


@click.command("remind", help="Một nhịp nhắc việc: gửi những lời nhắc đến lúc phải gửi.")
@click.option(
    "--at", callback=_instant, default=None, help="Thời điểm, ví dụ 2024-05-24T07:00+07:00 (mặc định: bây giờ)."
)
@click.option("--dry-run", is_flag=True, help="Soạn mọi tin nhưng không gửi và không lưu gì.")
@json_option
@data_option
def command(at: datetime | None, dry_run: bool, as_json: bool, data: Path) -> None:
    """Run one tick and print what was sent, to whom and why."""
    from tracker.commands.reminding import remind

    remind(data, at, dry_run=dry_run, as_json=as_json)
