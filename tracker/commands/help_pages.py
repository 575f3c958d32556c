"""The pages `--help` prints, every word of them Vietnamese; what people type stays as it is."""

from __future__ import annotations

import re
from collections.abc import Iterable

import click

SECTIONS = {"Options": "Tùy chọn", "Commands": "Lệnh"}
SENTENCES = {
    "Show this message and exit.": "In phần hướng dẫn này.",
    "Show the version and exit.": "In số phiên bản.",
}
NOTES = {"[required]": "[bắt buộc]", "[default: ": "[mặc định: "}
RANGE = re.compile(r"\b(\d+)<=x<=(\d+)\b")
METAVARS = {
    "INTEGER RANGE": "SỐ",
    "INTEGER": "SỐ",
    "DIRECTORY": "THƯ MỤC",
    "FILE": "TỆP",
    "TEXT": "CHỮ",
    "[%Y-%m-%d]": "YYYY-MM-DD",
}
"""What click names after the type of a value, in words of the person who types it."""

METAVAR = re.compile(rf"(?<= )(?:{'|'.join(re.escape(name) for name in METAVARS)})$")


class Page(click.HelpFormatter):
    """click's layout with Vietnamese words."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:  # noqa: ARG002 - click's signature
        """Write how a verb is called."""
        super().write_usage(prog, usage_words(args), "Cách dùng: ")

    def write_heading(self, heading: str) -> None:
        """Write the heading of a section."""
        super().write_heading(SECTIONS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Write options or verbs, each with what it does."""
        super().write_dl([(_option(name), _said(text)) for name, text in rows], col_max, col_spacing)


class PageContext(click.Context):
    """A call of a verb whose help is such a page."""

    formatter_class = Page


def usage_words(args: str) -> str:
    """Return the parts of a call as click names them, in Vietnamese: "[OPTIONS] TỆP..." → "[TÙY CHỌN] TỆP..."."""
    return args.replace("[OPTIONS]", "[TÙY CHỌN]").replace("COMMAND [ARGS]...", "LỆNH …")


def _option(name: str) -> str:
    return METAVAR.sub(lambda found: METAVARS[found[0]], name)


def _said(text: str) -> str:
    for word, ours in NOTES.items():
        text = text.replace(word, ours)
    return SENTENCES.get(text, RANGE.sub(r"từ \1 đến \2", text))
