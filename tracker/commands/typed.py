"""What people type after an option, as the verbs take it: words composed, names not blank, paths that can be meant."""

from __future__ import annotations

import unicodedata
from datetime import date, datetime
from pathlib import Path
from stat import S_ISDIR
from typing import Any

import click

from tracker.commands.os_words import os_words


class Words(click.ParamType[str]):
    """Words with their letters composed: a terminal of macOS may send “ế” as three signs."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:  # noqa: ARG002 - click's signature
        """Return the words in NFC, as everything stored is."""
        return unicodedata.normalize("NFC", str(value))


class Name(Words):
    """The name of a school, a person or a plan: words, of single blanks."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Return the name; one without a letter or number is wrong usage (exit 2)."""
        name = " ".join(super().convert(value, param, ctx).split())
        if not any(map(str.isalnum, name)):
            self.fail(f"“{value}” không có chữ hay số nào. Hãy ghi tên, hoặc bỏ tùy chọn này.", param, ctx)
        return name


class Day(click.DateTime):
    """A day a calendar of ours can reckon with, as YYYY-MM-DD."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the date; one that is none, or centuries away, is wrong usage (exit 2)."""
        if isinstance(value, date) and not isinstance(value, datetime):
            return value
        from schedules.calendar import known_day  # every verb imports this file, few are given a day

        day = super().convert(value, param, ctx).date()
        try:
            return known_day(day)
        except ValueError as error:
            self.fail(str(error), param, ctx)


class DataFolder(click.Path):
    """The data folder, which need not be there yet."""

    def __init__(self) -> None:
        super().__init__(file_okay=False, path_type=Path)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path; an empty one, which would be the current folder, is wrong usage (exit 2)."""
        if not str(value).strip():
            self.fail(
                "tên thư mục để trống. Hãy ghi tên thư mục, ví dụ --data data; thư mục đang đứng là “.”.", param, ctx
            )
        if trouble := _not_a_folder(Path(str(value))):
            self.fail(f"“{value}” không dùng làm thư mục được: {trouble}. Hãy chọn thư mục khác.", param, ctx)
        return super().convert(value, param, ctx)


def _not_a_folder(path: Path) -> str:
    """Return why a path neither is a folder nor can become one, empty when it may."""
    for place in (path, *path.parents):
        try:
            return "" if S_ISDIR(place.stat().st_mode) else f"“{place}” là một tệp"
        except (FileNotFoundError, NotADirectoryError):
            continue
        except OSError as error:
            return os_words(error)
        except ValueError:
            return "tên có ký tự lạ"
    return ""


class OutputFile(click.Path):
    """A file to write; only names with the endings that say what will be in it, where there are any."""

    def __init__(self, *endings: str) -> None:
        super().__init__(dir_okay=False, readable=False, path_type=Path)
        self.endings = endings

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path; a folder, or an ending that belies what will be written, is wrong usage (exit 2)."""
        path = Path(str(value))
        try:
            is_folder = not str(value).strip() or path.is_dir()
        except (OSError, ValueError) as error:
            told = os_words(error) if isinstance(error, OSError) else "tên có ký tự lạ"
            self.fail(f"“{value}” không dùng làm tên tệp được: {told}.", param, ctx)
        if is_folder:
            self.fail(f"“{value}” là một thư mục; cần tên một tệp để ghi.", param, ctx)
        if self.endings and path.suffix.lower() not in self.endings:
            self.fail(f"{value}: chỉ ghi được {' hoặc '.join(self.endings)}. Hãy đổi đuôi tên tệp.", param, ctx)
        return super().convert(value, param, ctx)


WORDS, NAME, DAY, DATA_FOLDER = Words(), Name(), Day(), DataFolder()
