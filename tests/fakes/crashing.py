"""A process of its own that ticks and is killed with SIGKILL at a named point; a pause or a kill is all it knows.

Run as a program: JSON lines in (one tick each), a JSON line out. Every tick runs in a fork, so that a kill ends
only that tick, and a thousand kills cost seconds.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from notifiers import ChannelSettings, Secret, build_channels
from notifiers.mail import MailSettings
from notifiers.mail.settings import Security
from notifiers.zalo.bot import ZaloBotSettings
from tracker.holders import is_gone
from tracker.reminders.desk import Desk
from tracker.reminders.policy import Policy
from tracker.reminders.tick import tick
from tracker.store.database import StoreTroubleError, open_database
from tracker.zone import HO_CHI_MINH

POINTS = ("composed", "committed", "claiming", "claimed", "sent", "recording", "recorded")
"""The named points of a tick, in the order in which a message passes them; "recovered" comes after a crash."""

ROOT = Path(__file__).resolve().parents[2]


def channel_settings(smtp_port: int, zalo_url: str = "", zalo_token: str = "") -> ChannelSettings:
    """Return settings that reach the fakes."""
    return ChannelSettings(
        mail=MailSettings(host="127.0.0.1", port=smtp_port, security=Security.NONE, sender="nhac@truong.vn"),
        zalo_bot=ZaloBotSettings(token=Secret(zalo_token), base_url=zalo_url or "http://127.0.0.1:9"),
    )


@dataclass
class Killer:
    """Kills its own process at the `count`-th passing of a point ("*" is any point)."""

    point: str
    count: int

    def __call__(self, name: str) -> None:
        if self.point in {name, "*"}:
            self.count -= 1
            if self.count == 0:
                os.kill(os.getpid(), signal.SIGKILL)


def tick_once(order: dict[str, Any]) -> None:
    """Do one tick as ordered: folder, now, minutes the wall clock is ahead, where to die, whether it knows the dead."""
    now = datetime.fromisoformat(order["now"])
    wall = now + timedelta(minutes=order.get("ahead", 0))
    channels = build_channels(channel_settings(order["smtp"], order.get("zalo", ""), order.get("token", "")))
    killer = Killer(order.get("point", ""), order.get("count", 1))
    desk = Desk(channels, wall=lambda: wall, policy=Policy(week_summary=False), step=killer)
    desk = replace(desk, gone=is_gone) if order.get("knows") else desk
    while True:
        try:
            with open_database(Path(order["folder"])) as db:
                tick(db, now, desk)
        except StoreTroubleError:
            continue  # others held the database for its whole patience; the clock would tick again, too
        return


def main() -> None:
    """Fork for each order; answer how each fork ended (0, or 9 when it was killed)."""
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            tick_once(json.loads(line))
            os._exit(0)
        _, status = os.waitpid(child, 0)
        print(json.dumps({"killed": os.WIFSIGNALED(status), "code": status}), flush=True)  # noqa: T201


class Driver:
    """The ticking process as a test holds it."""

    def __init__(self, process: subprocess.Popen[str], order: dict[str, Any]) -> None:
        self._process = process
        self._order = order

    def tick(self, now: datetime, **order: Any) -> bool:
        """Tick once; return whether the process was killed."""
        self.begin(now, **order)
        return self.end()

    def begin(self, now: datetime, **order: Any) -> None:
        """Start a tick and do not wait for it."""
        json.dump(self._order | {"now": now.astimezone(HO_CHI_MINH).isoformat()} | order, self._process.stdin)
        self._process.stdin.write("\n")
        self._process.stdin.flush()

    def end(self) -> bool:
        """Wait for the tick begun; return whether the process was killed."""
        answer = json.loads(self._process.stdout.readline())
        assert answer["killed"] or answer["code"] == 0, "the tick itself failed"
        return bool(answer["killed"])


@contextmanager
def running_driver(folder: Path, smtp_port: int, zalo_url: str = "", token: str = "") -> Iterator[Driver]:
    """Start the ticking process for a data folder."""
    order = {"folder": str(folder), "smtp": smtp_port, "zalo": zalo_url, "token": token}
    command = [sys.executable, "-m", "tests.fakes.crashing"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        yield Driver(process, order)
        process.stdin.close()


if __name__ == "__main__":
    main()
