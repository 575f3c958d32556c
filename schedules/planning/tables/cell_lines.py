"""The lines of a cell: run together, counted, or put together where one goes on in the next."""

from __future__ import annotations

import re

from schedules.wording import fold

GOES_ON = re.compile(r"(?:[-–—,;:+&/]|\b(?:den|tu|va|ngay|truoc|thang|tuan|nam|hoc ky|thu \w+))\s*$")
BARE_WEEK = re.compile(
    r"^\W*(?:(?:tu\s+)?tuan\s+(?:thu\s+)?[^\s-]{1,4}(?:\s*(?:[-,;&+]|den|va)\s*(?:tuan\s+)?[^\s-]{1,4}){0,5}|"
    r"thu\s+\S{1,4}|chu nhat)\W*$"
)
DAYS = re.compile(r"^\W*(?:(?:tu|ngay|tu ngay)\s+)?\d{1,2}\s*(?:(?:[-–]|den)\s*(?:ngay\s+)?\d{1,2}\s*)?[/.]\s*\d")


def flat(text: str) -> str:
    """Return the lines of a cell as one."""
    return " ".join(text.split("\n"))


def squeezed(text: str) -> str:
    """Return a text in one line, its words one blank apart."""
    return " ".join(text.split())


def whole_lines(text: str) -> list[str]:
    """Return the lines of a cell of times; one that goes on ("Tuần 3 - 6" over "(16/10 - 11/11)") takes the next."""
    lines: list[str] = []
    for line in (part.strip() for part in text.split("\n")):
        if lines and (line.startswith("(") or GOES_ON.search(fold(lines[-1])) or _tells_days(lines[-1], line)):
            lines[-1] = f"{lines[-1]} {line}"
        elif line:
            lines.append(line)
    return lines


def filled_lines(text: str) -> list[str]:
    """Return the lines of a cell that hold anything."""
    return [line for line in text.split("\n") if line.strip()]


def stands_alone(line: str) -> bool:
    """Whether a line begins a time, and does not go on with the one above."""
    return bool(re.match(r"^\W*(tuan|ngay|thang|truoc|tu|quy|hoc ky|\d{1,2}/\d)", fold(line)))


def _tells_days(before: str, line: str) -> bool:
    """Whether a line says which days a bare week or weekday above it means: "Tuần 1" over "Từ 08/9 - 13/9"."""
    return bool(BARE_WEEK.match(fold(before))) and bool(DAYS.match(fold(line)))
