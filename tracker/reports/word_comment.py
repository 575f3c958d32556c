"""A comment in a Word document under the name of the house."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from schedules.reading.word_body import W

AUTHOR, INITIALS = "Đúng Hạn", "ĐH"
DATED, LOCAL = f"{W}date", "%Y-%m-%dT%H:%M:%SZ"


def add_comment(document: Any, runs: tuple[Any, Any], lines: Sequence[str], at: datetime) -> None:
    """Comment what stands from the first run to the last; `document` and its runs are python-docx's."""
    made = document.add_comment(list(runs), lines[0], AUTHOR, INITIALS)
    for line in lines[1:]:
        made.add_paragraph(line)
    # The library reads a clock of its own; Word itself writes the local time under the name of UTC.
    made.part.element.comment_lst[-1].set(DATED, at.strftime(LOCAL))
