"""Documents → blocks: one reader per file format, READERS in order; refusals are sentences for people."""

from __future__ import annotations

from schedules.reading.file import READERS, Reader, read_all_bytes, read_bytes, read_file
from schedules.reading.text import read_text
from schedules.reading.unreadable import Unreadable
from schedules.reading.watch import Progress, Watch, watched

__all__ = [
    "READERS",
    "Progress",
    "Reader",
    "Unreadable",
    "Watch",
    "read_all_bytes",
    "read_bytes",
    "read_file",
    "read_text",
    "watched",
]
