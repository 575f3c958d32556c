"""`tracker signin`: a new one-time link to the pages, while the service runs on."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.commands.edge import data_option


@click.command("signin", help="In liên kết đăng nhập dùng một lần; máy chủ đang chạy thì cứ để nguyên.")
@click.option("--port", default=8000, show_default=True, help="Cổng của máy chủ, khi chưa đặt base_url.")
@data_option
def command(port: int, data: Path) -> None:
    """Print the link on stdout."""
    from tracker.commands.serving import settings_or_refuse, sign_in_url

    settings = settings_or_refuse(data)
    click.echo(sign_in_url(data, settings.base_url or f"http://127.0.0.1:{port}"))
