"""`tracker signin`: a new one-time link to the pages, while the service runs on."""

from __future__ import annotations

from pathlib import Path

import click

from tracker.commands.edge import data_option, refuse

EMPTY = (
    "Thư mục dữ liệu “{0}” còn trống nên liên kết đăng nhập in ra từ đó không máy chủ nào mở được. "
    "Máy chủ đang chạy với thư mục khác thì ghi thư mục ấy sau --data; "
    "chưa có máy chủ thì chạy “tracker serve --data {0}”, nó in ra liên kết."
)
NEVER_SERVED = (
    "Chưa có máy chủ nào chạy với thư mục dữ liệu “{0}” nên liên kết đăng nhập chưa mở được ở đâu. "
    "Hãy chạy “tracker serve --data {0}”, nó in ra liên kết; máy chủ chạy ở cổng khác thì ghi cổng ấy sau --port."
)


@click.command("signin", help="In liên kết đăng nhập dùng một lần; máy chủ đang chạy thì cứ để nguyên.")
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    help="Cổng của máy chủ, khi chưa đặt base_url; không ghi thì là nơi máy chủ chạy gần nhất.",
)
@data_option
def command(port: int | None, data: Path) -> None:
    """Print the link on stdout; end with a sentence where no service opens it."""
    from tracker.commands.served import last_address, was_served
    from tracker.commands.serving import settings_or_refuse, sign_in_url
    from tracker.store.database import FILE_NAME

    served = was_served(data)
    if not served and not (data / FILE_NAME).exists():
        refuse(EMPTY.format(data))
    base_url = settings_or_refuse(data).base_url
    if not (served or base_url or port):
        refuse(NEVER_SERVED.format(data))
    here = f"http://127.0.0.1:{port}" if port else last_address(data)
    click.echo(sign_in_url(data, base_url or here))
