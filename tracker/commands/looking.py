"""The store opened for a verb that only looks: settings that are wrong end it, a folder with nothing in it is told."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tracker.commands.edge import say
from tracker.school_days import calendar_of
from tracker.store.database import FILE_NAME, Database, open_to_read

MEND = "Hãy xem lại --data (hoặc TRACKER_DATA), hay nhập kế hoạch trước: tracker import TỆP"


@contextmanager
def opened_to_look(folder: Path) -> Iterator[Database]:
    """Give the store of a data folder, an empty one where there is none yet; nothing is made.

    Raises SettingsError for settings nobody can read, StoreTroubleError as `open_to_read` does.
    """
    calendar_of(folder)
    if not folder.is_dir():
        say(f"Không có thư mục dữ liệu {folder}. {MEND}")
    elif not (folder / FILE_NAME).exists():
        say(f"Thư mục {folder} chưa có dữ liệu nào của Đúng Hạn. {MEND}")
    with open_to_read(folder) as db:
        yield db
