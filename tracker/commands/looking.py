"""The store opened for a verb that only looks: settings that are wrong end it, a folder with nothing in it is told.

A folder somebody named that is not there ends it too: what nobody could look into is not empty.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import click
from click.core import ParameterSource

from tracker.commands.edge import refuse, say
from tracker.school_days import calendar_of
from tracker.store.database import FILE_NAME, Database, open_to_read

MEND = "Hãy xem lại --data (hoặc TRACKER_DATA), hay nhập kế hoạch trước: tracker import TỆP"


@contextmanager
def opened_to_look(folder: Path) -> Iterator[Database]:
    """Give the store of a data folder, an empty one where the default has none yet; nothing is made.

    A folder that was named and is not there is refused (exit 1).

    Raises SettingsError for settings nobody can read, StoreTroubleError as `open_to_read` does.
    """
    calendar_of(folder)
    if not folder.is_dir():
        (refuse if _is_named() else say)(f"Không có thư mục dữ liệu {folder}. {MEND}")
    elif not (folder / FILE_NAME).exists():
        say(f"Thư mục {folder} chưa có dữ liệu nào của Đúng Hạn. {MEND}")
    with open_to_read(folder) as db:
        yield db


def _is_named() -> bool:
    """Whether the data folder was named for the verb that runs, on its line or in the environment."""
    context = click.get_current_context(silent=True)
    if context is None:
        return False
    sources = {one.get_parameter_source("data") for one in (context, context.find_root())}
    return bool(sources & {ParameterSource.COMMANDLINE, ParameterSource.ENVIRONMENT})
