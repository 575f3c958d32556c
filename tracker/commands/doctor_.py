"""`tracker doctor`: what is set up, what is missing, and the one command that mends it."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.commands.edge import data_option, json_option, print_json


@click.command("doctor", help="Kiểm tra: máy đã có gì, thiếu gì, sửa thế nào.")
@click.option(
    "--connect",
    is_flag=True,
    help="Thử nối và đăng nhập máy chủ thư, Zalo (dùng mạng, tối đa 20 giây); không gửi gì cho ai.",
)
@json_option
@data_option
def command(connect: bool, as_json: bool, data: Path) -> None:
    """Print one line per thing checked; exit 1 when something essential is broken."""
    from tracker.check import Verdict
    from tracker.examination import examine, new_in

    checks = examine(data)
    if connect:
        from tracker.connecting import connect as reached

        checks = (*checks, *new_in(reached(data), checks))
    if as_json:
        print_json([{"name": c.name, "verdict": c.verdict.value, "found": c.found, "mend": c.mend} for c in checks])
    else:
        for check in checks:
            click.echo(f"{check.verdict.sign} {check.name}: {check.found}")
            if check.mend:
                click.echo(f"    → {check.mend}")
    if any(check.verdict is Verdict.BROKEN for check in checks):
        raise click.exceptions.Exit(1)
