"""Edge: LibreOffice without a screen turns an old file into a new one; own profile, time limit, killed as a group."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path

from schedules.reading.lacking import lacking_program
from schedules.reading.unreadable import Unreadable

PROGRAMS = ("soffice", "libreoffice")
SECONDS = 50.0
"""A plan takes about 2 seconds; a damaged file may keep LibreOffice busy for ever."""

CONFINED = "DUNG_HAN_APART"
"""Set in the limited process, whose whole group its parent ends: there LibreOffice stays in that group."""

EXPECTED = "tệp nguyên vẹn, không đặt mật khẩu"
ADVICE = "Hãy mở tệp bằng Word rồi lưu lại thành .docx"


def converted(data: bytes, source: str, old: str, new: str) -> bytes:
    """Return a file of suffix `old` as one of suffix `new`; raise Unreadable when that cannot be.

    LibreOffice never runs a document's macros when started this way.
    """
    program = next((found for name in PROGRAMS if (found := shutil.which(name))), None)
    if program is None:
        raise lacking_program(source, "libreoffice", f"đọc tệp .{old}")
    with tempfile.TemporaryDirectory(prefix="dung-han-office-") as folder:
        given = Path(folder) / f"given.{old}"
        given.write_bytes(data)
        _run(program, given, new, source)
        made = Path(folder) / "made" / f"given.{new}"
        if not made.is_file():
            raise Unreadable(source, f"tệp .{old} bị hỏng hoặc có mật khẩu", EXPECTED, ADVICE)
        return made.read_bytes()


def _run(program: str, given: Path, new: str, source: str) -> None:
    command = [program, f"-env:UserInstallation={(given.parent / 'profile').as_uri()}", "--headless", "--norestore"]
    command += ["--nolockcheck", "--convert-to", new, "--outdir", str(given.parent / "made"), str(given)]
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(given.parent), "LANG": "C.UTF-8"}
    confined = CONFINED in os.environ
    office = subprocess.Popen(  # noqa: S603  (our own words; the file's name is ours too)
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=not confined,
    )
    try:
        office.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        found = f"đổi tệp cũ sang .{new} quá lâu (hơn {SECONDS:.0f} giây)"
        raise Unreadable(source, found, EXPECTED, ADVICE) from error
    finally:
        _end(office, confined=confined)


def _end(office: subprocess.Popen[bytes], *, confined: bool) -> None:
    with suppress(ProcessLookupError, PermissionError):
        if confined or not hasattr(os, "killpg"):
            office.kill()
        else:
            os.killpg(office.pid, signal.SIGKILL)
    office.wait()
