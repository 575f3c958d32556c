"""`tracker replay`: every message a period would have sent, to whom, when and why."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from tracker.commands.edge import data_option, json_option
from tracker.commands.typed import DAY


@click.command(
    "replay",
    help="Diễn lại một khoảng ngày: mọi tin nhắc, gửi ai, khi nào, vì sao. Không gửi gì. Từ bây giờ trở đi là đúng "
    "những tin “tracker remind” sẽ gửi; các ngày trước hôm nay diễn như thể kế hoạch phát hành ngay ngày ký.",
)
@click.option("--from", "first", type=DAY, required=True, metavar="YYYY-MM-DD", help="Ngày đầu.")
@click.option("--to", "last", type=DAY, required=True, metavar="YYYY-MM-DD", help="Ngày cuối.")
@click.option("--done-on-time", is_flag=True, help="Coi như mọi việc còn hạn đều xong đúng ngày cuối.")
@json_option
@data_option
def command(first: date, last: date, done_on_time: bool, as_json: bool, data: Path) -> None:
    """Play a period through with a simulated clock and print its messages in order."""
    from tracker.commands.reminding import replay_period
    from tracker.reminders.replay import Period, too_far
    from tracker.zone import current_instant

    if last < first:
        raise click.UsageError("--to phải là ngày bằng hoặc sau --from")
    if told := too_far(last, current_instant().date()):
        raise click.UsageError(f"--to: {told}")
    replay_period(data, Period(first, last, done_on_time), as_json=as_json)
