"""`tracker demo`: a sample plan read, published, reminded of and served, with nothing to set up."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.commands.edge import data_option


@click.command("demo", help="Chạy thử: kế hoạch mẫu được phát hành, lịch và các tin sẽ gửi được in ra, rồi trang chạy.")
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535), help="Cổng; 0 để máy tự chọn.")
@data_option
def command(port: int, data: Path) -> None:
    """Fill the data folder with the sample when it is empty, say what is there, then serve until stopped."""
    from tracker.commands.demonstrating import demonstrate

    demonstrate(data, port)
