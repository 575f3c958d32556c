"""Who holds the lease of a message: a process of this machine that can be told to be over, or one only time ends."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

PROC = Path("/proc")
STATE, STARTED = 0, 19
"""Fields of /proc/PID/stat behind the name of the program."""

OVER = frozenset("ZXx")
"""States of a process that does nothing any more."""


def new_holder() -> str:
    """Return a name for a holder of leases that lives in this process."""
    token, machine, pid = secrets.token_hex(8), _machine(), os.getpid()
    found = _stat(pid) if machine else None
    return "/".join([token, machine, str(pid), found[STARTED]]) if found else token


def is_gone(holder: str) -> bool:
    """Whether the process of a holder surely runs no more; False where nobody here can know, as on another machine."""
    _, _, mark = holder.partition("/")
    machine, _, process = mark.rpartition("/")[0].rpartition("/")
    started = mark.rpartition("/")[2]
    if not (machine and process.isdigit() and machine == _machine()):
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return True
    except OSError:
        return False  # somebody else's process, so one that runs
    found = _stat(int(process))
    return found is not None and (found[STATE] in OVER or found[STARTED] != started)


def _machine() -> str:
    """Return what tells this start of this machine, and the room its processes are numbered in, from every other."""
    try:
        boot = (PROC / "sys/kernel/random/boot_id").read_text(encoding="ascii").strip()
        return f"{boot}+{(PROC / 'self/ns/pid').readlink()}"
    except OSError:
        return ""


def _stat(pid: int) -> list[str] | None:
    try:
        told = (PROC / str(pid) / "stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return None
    fields = told.rpartition(")")[2].split()
    return fields if len(fields) > STARTED else None
