"""What `tracker serve` does: take the address first, then say where the pages are, then tick and answer."""

from __future__ import annotations

import errno
import ipaddress
import os
import signal
import socket
from collections.abc import Callable
from contextlib import closing
from functools import cache
from pathlib import Path
from types import FrameType
from typing import NoReturn

import click
import uvicorn

from schedules.calendar import SchoolCalendar
from tracker.answers import polling
from tracker.answers.bot_desk import BotDesk
from tracker.commands import served
from tracker.commands.edge import refuse, say
from tracker.reminders import clock
from tracker.reminders.setting_up import desk_of
from tracker.settings import Settings, SettingsError, load_settings
from tracker.signing_in import line
from tracker.store import sessions
from tracker.store.database import StoreTroubleError, open_database
from tracker.web.app import build_app
from tracker.web.site import LOOPBACK, Site
from tracker.zone import current_instant

BACKLOG = 128
PROXIES, LOCAL_PROXIES = "FORWARDED_ALLOW_IPS", "127.0.0.1,::1"
"""Who is believed when they say for whom and over what they ask: proxies of this machine, or those of the variable."""

OPEN_WARNING = (
    "Chú ý: máy chủ nghe ở {host}, mọi máy trong mạng đều mở được trang đăng nhập và đường truyền không mã hóa. "
    "Chỉ dùng trong mạng tin cậy, hoặc đặt sau một máy chủ https."
)


def serve(data: Path, host: str, port: int) -> None:
    """Run the service of a data folder until Ctrl+C or SIGTERM; end the command when it cannot start."""
    signal.signal(signal.SIGTERM, _stop)
    try:
        _serve(data, host, port)
    except (KeyboardInterrupt, StopRequest):
        say("Đã dừng.")


class StopRequest(BaseException):
    """SIGTERM came. Not KeyboardInterrupt: Python ends with SIGINT's code when that passes through an import."""


def _stop(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise StopRequest


def _serve(data: Path, host: str, port: int) -> None:
    settings = settings_or_refuse(data)
    with closing(_bound(host, port)) as listening:
        local = f"http://{_shown(host)}:{listening.getsockname()[1]}"
        base_url = settings.base_url or local
        link = sign_in_url(data, base_url)
        served.remember(data, local)
        site = Site(
            data, base_url, host not in LOOPBACK, calendar_of=_calendar_of(settings), channels=settings.channels
        )
        if site.open_to_network:
            say(OPEN_WARNING.format(host=host))
        click.echo(f"Bảng việc:  {base_url.rstrip('/')}/")
        click.echo(f"Đăng nhập:  {link}  (dùng một lần, trong 24 giờ)")
        say("Dừng bằng Ctrl+C.")
        _run(site, settings, listening)


def _run(site: Site, settings: Settings, listening: socket.socket) -> None:
    """Answer and tick until a signal; the tick under way is let finish, so that no message is cut in two."""
    ticking = clock.start(site.folder, settings)
    desk = BotDesk(settings.channels.zalo_bot, site.folder, site.calendar_of, site.clock)
    listening_to_bot = polling.open_line(desk, settings.base_url)
    sign_in_links = line.start(site.folder, desk_of(settings, site.folder), site.sign_in_asked)
    try:
        # no access log: addresses of feeds and sign-in links hold secrets
        config = uvicorn.Config(
            build_app(site),
            access_log=False,
            log_level="warning",
            server_header=False,
            forwarded_allow_ips=os.environ.get(PROXIES, LOCAL_PROXIES),
        )
        uvicorn.Server(config).run(sockets=[listening])
    finally:
        site.readings.close(site.clock())
        if listening_to_bot:
            listening_to_bot.stop()
        sign_in_links.stop()
        ticking.stop()


def settings_or_refuse(data: Path) -> Settings:
    """Return the settings of a data folder; end the command with a sentence when they are wrong."""
    try:
        return load_settings(data, os.environ)
    except SettingsError as error:
        refuse(str(error))


def sign_in_url(data: Path, base_url: str) -> str:
    """Return a fresh one-time link, bringing the database up to date; end the command when it cannot be used."""
    try:
        with open_database(data) as db:
            return f"{base_url.rstrip('/')}/dang-nhap/{sessions.make_link(db, current_instant())}"
    except StoreTroubleError as error:
        refuse(str(error))


def _calendar_of(settings: Settings) -> Callable[[], SchoolCalendar]:
    return cache(settings.calendar.calendar)


def _bound(host: str, port: int) -> socket.socket:
    """Return a socket that holds the address; end the command with a sentence when it cannot be had."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # the protocol named: without it asyncio leaves Nagle's delay on, 40 ms for every small answer
    listening = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((host, port))
        # from here on visitors wait in line instead of being turned away, so the address may be printed
        listening.listen(BACKLOG)
    except OSError as error:
        listening.close()
        refuse(_why_not(error, host, port))
    return listening


def _why_not(error: OSError, host: str, port: int) -> str:
    if error.errno == errno.EADDRINUSE:
        return f"Cổng {port} ở {host} đang có chương trình khác dùng. Hãy dừng chương trình đó hoặc chọn --port khác."
    if error.errno == errno.EACCES:
        return f"Không được phép mở cổng {port}. Hãy chọn cổng từ 1024 trở lên, ví dụ --port 8000."
    return f"Không mở được {host}:{port} ({error.strerror}). Hãy dùng --host 127.0.0.1 hoặc một địa chỉ của máy này."


def _shown(host: str) -> str:
    """Return a host as it stands in an address; “every address” is shown as this machine."""
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        return host
    if address.is_unspecified:
        return "127.0.0.1"
    return f"[{host}]" if address.version == 6 else host  # noqa: PLR2004 - the version of IPv6 is 6
