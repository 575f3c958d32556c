"""A mistake of ours, told to who typed the command: which, where, what to do; the details only when asked for."""

from __future__ import annotations

import os
from pathlib import Path
from traceback import extract_tb

from tracker.configured import DETAILS

ROOT = Path(__file__).resolve().parents[2]
OURS = tuple(ROOT / package for package in ("tracker", "schedules", "notifiers"))


def asked_for_details() -> bool:
    """Whether the environment asks for the traceback."""
    return os.environ.get(DETAILS, "") not in {"", "0"}


def sentence_of(error: Exception) -> str:
    """Return what happened and what to do; never the error's own words, which may quote a plan or a secret."""
    return (
        f"Đúng Hạn gặp lỗi bất ngờ nên dừng lại: {type(error).__name__}{_place(error)}. Việc đang làm dở không được "
        f"lưu. Hãy chạy lại; vẫn lỗi thì chạy lại với {DETAILS}=1 và gửi phần in ra cho người cài đặt."
    )


def _place(error: Exception) -> str:
    """Return the last line of ours the error came through."""
    frames = [(Path(frame.filename), frame.lineno) for frame in extract_tb(error.__traceback__)]
    ours = [(path, line) for path, line in frames if any(path.is_relative_to(package) for package in OURS)]
    return f" ở {ours[-1][0].relative_to(ROOT).as_posix()}, dòng {ours[-1][1]}" if ours else ""
