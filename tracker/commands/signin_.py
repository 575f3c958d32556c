"""`tracker signin`: a new one-time link to the pages, while the service runs on."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.commands.edge import data_option


@click.command("signin", help="In liên kết đăng nhập dùng một lần; máy chủ đang chạy thì cứ để nguyên.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    help="Cổng của máy chủ, khi chưa đặt base_url; không ghi thì là nơi máy chủ chạy gần nhất.",
)
@data_option
def command(port: int | None, data: Path) -> None:
    """Print the link on stdout."""
    from tracker.commands.served import last_address
    from tracker.commands.serving import settings_or_refuse, sign_in_url

    here = f"http://127.0.0.1:{port}" if port else last_address(data)
    click.echo(sign_in_url(data, settings_or_refuse(data).base_url or here))
