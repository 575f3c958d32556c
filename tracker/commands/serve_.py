"""`tracker serve`: pages, feeds, API and the reminder clock in one process."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.commands.edge import data_option


@click.command("serve", help="Chạy trang web, lịch, API và đồng hồ nhắc việc trong một tiến trình.")
@click.option("--host", default="127.0.0.1", show_default=True, help="Địa chỉ nghe; 0.0.0.0 để máy khác mở được.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Cổng; 0 để máy tự chọn.")
@data_option
def command(host: str, port: int, data: Path) -> None:
    """Serve until stopped; exit 1 with a sentence when the address cannot be had."""
    from tracker.commands.serving import serve

    serve(data, host, port)
