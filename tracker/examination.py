"""What `tracker doctor` looks at: one small check per thing that can be missing, each with its remedy."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path

from schedules.calendar import has_days, provinces
from schedules.plan import SchoolYear
from schedules.reading.lacking import PROGRAMS
from tracker.check import Check, Verdict
from tracker.check_people import addresses_taken, people_reached, sign_in_links
from tracker.configured import FILE_NAME
from tracker.refusal import Refusal
from tracker.school_days import FRAMES, calendar_of
from tracker.settings import load_settings
from tracker.zone import current_instant

UNTRIED = " (“tracker doctor --connect” thử đăng nhập, không gửi gì)"
OLDEST_PYTHON = (3, 11)
TICK_LIMIT = timedelta(minutes=10)
"""A clock that has not ticked for this long is said to stand still; it ticks every half minute."""

SHOWN_LOST = 3


def python_version(_: Path) -> Check:
    """Look at the interpreter."""
    found = ".".join(map(str, sys.version_info[:3]))
    good = sys.version_info[:2] >= OLDEST_PYTHON
    mend = "" if good else "Cài Python 3.11 trở lên: sudo apt install python3"
    return Check("Python", Verdict.GOOD if good else Verdict.BROKEN, found, mend)


def data_folder(folder: Path) -> Check:
    """Look whether the data folder can be written and the database opened."""
    from tracker.store.database import SQLITE_VERSION, open_database

    try:
        with open_database(folder):
            found = f"{folder.resolve()} (SQLite {SQLITE_VERSION})"
    except Refusal as refusal:
        return Check("Thư mục dữ liệu", Verdict.BROKEN, str(refusal))
    return Check("Thư mục dữ liệu", Verdict.GOOD, found)


def settings_file(folder: Path) -> Check:
    """Look whether the settings can be read."""
    try:
        load_settings(folder, os.environ)
    except Refusal as refusal:
        return Check(
            "Thiết lập", Verdict.BROKEN, str(refusal), "Sửa rồi chạy lại: những mục cần thiết lập chưa xem được"
        )
    path = folder / FILE_NAME
    return Check("Thiết lập", Verdict.GOOD, f"{path}" if path.exists() else "mặc định (chưa có settings.toml)")


def school_year(folder: Path) -> Check:
    """Look whose school-year frame is in force today, and which days of the school differ from the public ones."""
    name, today = "Khung năm học", current_instant().date()
    try:
        calendar, year = calendar_of(folder), SchoolYear.of(today)
    except Refusal as refusal:
        return Check(name, Verdict.BROKEN, str(refusal))
    days = calendar.working_days
    habits = [f"thứ Bảy {'làm việc' if days.saturdays else 'nghỉ'}"]
    habits += [f"{len(days.extra_off)} ngày nghỉ riêng"] if days.extra_off else []
    habits += [f"{len(days.extra_working)} ngày làm bù"] if days.extra_working else []
    own = next((one for one in calendar.own_frames if one.speaks_for(calendar.province, year)), None)
    of = f"tệp {FRAMES}/{own.file}" if own else calendar.province or "cả nước"
    found = f"{year}, {of}: {calendar.frame(year).source}; {', '.join(habits)}"
    if own or calendar.province is None or has_days(year, calendar.province):
        return Check(name, Verdict.GOOD, found)
    where = f"Ghi ngày của tỉnh vào {folder / FRAMES}/*.toml (mẫu ở docs/huong-dan.md)"
    return Check(name, Verdict.OPTIONAL, found, f"{where}. Công cụ có: {', '.join(provinces())}")


PROXIED = "máy chủ https đứng trước phải giữ Host và gửi X-Forwarded-Proto, X-Forwarded-For"
"""What the https server in front has to do, as README tells at length."""


def base_url(folder: Path) -> Check:
    """Look whether people outside this machine can reach the pages."""
    found = load_settings(folder, os.environ).base_url
    if found.startswith("https:"):
        return Check("Địa chỉ trang", Verdict.GOOD, f"{found}; {PROXIED}")
    if found:
        mend = f"Đặt sau một máy chủ https (README, “Behind https”) rồi ghi địa chỉ https vào {folder / FILE_NAME}"
        return Check("Địa chỉ trang", Verdict.OPTIONAL, f"{found}: đường truyền và cookie không mã hóa", mend)
    mend = f'Ghi base_url = "https://…" vào {folder / FILE_NAME} để điện thoại mở được lịch và trang'
    return Check("Địa chỉ trang", Verdict.OPTIONAL, "chỉ máy này (127.0.0.1)", mend)


def mail(folder: Path) -> Check:
    """Look whether e-mail can be sent."""
    host = load_settings(folder, os.environ).channels.mail.host
    if host:
        return Check("Thư điện tử", Verdict.GOOD, f"qua {host}{UNTRIED}")
    mend = f"Ghi [channels.mail] host, username, password, sender vào {folder / FILE_NAME}"
    return Check("Thư điện tử", Verdict.OPTIONAL, "chưa thiết lập", mend)


def zalo_bot(folder: Path) -> Check:
    """Look whether the Zalo bot can speak."""
    if load_settings(folder, os.environ).channels.zalo_bot.token:
        return Check("Zalo Bot", Verdict.GOOD, f"đã có token{UNTRIED}")
    mend = f"Ghi [channels.zalo_bot] token vào {folder / FILE_NAME} hoặc biến TRACKER_CHANNELS__ZALO_BOT__TOKEN"
    return Check("Zalo Bot", Verdict.OPTIONAL, "chưa thiết lập", mend)


def evidence_files(folder: Path) -> Check:
    """Look whether every photo and file given as evidence still lies in the data folder, as long as it was sent."""
    from tracker.answers.evidence_files import FOLDER, path_of, size_words
    from tracker.store import evidence_files
    from tracker.store.database import open_database

    name, place = "Tệp minh chứng", (folder / FOLDER).resolve()
    with open_database(folder) as db:
        files = evidence_files.every(db)
    lost = [one for one in files if not _whole(path_of(folder, one), one.size)]
    if lost:
        names = ", ".join(f"“{one.name}” ({one.sha256[:12]}…)" for one in lost[:SHOWN_LOST])
        more = f" và {len(lost) - SHOWN_LOST} tệp khác" if len(lost) > SHOWN_LOST else ""
        found = f"thiếu hoặc hỏng {len(lost)} trong {len(files)} tệp: {names}{more}"
        return Check(name, Verdict.BROKEN, found, f"Chép lại thư mục {place} từ bản sao lưu")
    held = f"{len(files)} tệp, {size_words(sum(one.size for one in files))}" if files else "chưa có tệp nào"
    return Check(name, Verdict.GOOD, f"{held}; nằm ở {place}, sao lưu cùng thư mục dữ liệu")


def _whole(path: Path, size: int) -> bool:
    return path.is_file() and path.stat().st_size == size


def clock(folder: Path) -> Check:
    """Look when the reminder clock last ticked."""
    from tracker.reminders.tick import HEARTBEAT
    from tracker.store import heartbeats
    from tracker.store.database import open_database

    with open_database(folder) as db:
        tick = heartbeats.last(db, HEARTBEAT)
    mend = "Chạy “tracker serve” và để máy mở; không có nó thì không lời nhắc nào đi"
    if tick is None:
        return Check("Đồng hồ nhắc việc", Verdict.OPTIONAL, "chưa chạy lần nào", mend)
    still = current_instant() - tick.at > TICK_LIMIT
    found = f"chạy lần cuối {tick.at:%H:%M %d/%m/%Y}"
    return Check("Đồng hồ nhắc việc", Verdict.OPTIONAL if still else Verdict.GOOD, found, mend if still else "")


def program(name: str, command: str, install: str) -> Callable[[Path], Check]:
    """Return a check for a system program that only some files need."""

    def check(_: Path) -> Check:
        path = shutil.which(command)
        if path:
            return Check(name, Verdict.GOOD, path)
        return Check(name, Verdict.OPTIONAL, "chưa cài", install)

    return check


CHECKS: tuple[Callable[[Path], Check], ...] = (
    python_version,
    settings_file,
    data_folder,
    school_year,
    base_url,
    mail,
    zalo_bot,
    sign_in_links,
    people_reached,
    addresses_taken,
    evidence_files,
    clock,
    program("Đọc bản quét (Tesseract)", "tesseract", PROGRAMS["tesseract"]),
    program("Đọc .doc cũ (LibreOffice)", "soffice", PROGRAMS["libreoffice"]),
)


def examine(folder: Path) -> tuple[Check, ...]:
    """Return every check, in order; one that is refused says why and does not stop the others."""
    checks: list[Check] = []
    for check in CHECKS:
        try:
            checks += new_in((check(folder),), checks)
        except Refusal as refusal:
            checks += new_in((Check(check.__name__, Verdict.BROKEN, str(refusal)),), checks)
    return tuple(checks)


def new_in(checks: Iterable[Check], told: Iterable[Check]) -> tuple[Check, ...]:
    """Return the checks but those broken by what was told already: one mistake is to be mended once."""
    known = {one.found for one in told if one.verdict is Verdict.BROKEN}
    return tuple(one for one in checks if one.verdict is not Verdict.BROKEN or one.found not in known)
