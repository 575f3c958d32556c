"""The lines of a cell: run together, counted, or put together where one goes on in the next."""

from __future__ import annotations

import re

from schedules.wording import fold

GOES_ON = re.compile(r"(?:[-–—,;:+&/]|\b(?:den|tu|va|ngay|truoc|thu \w+))\s*$")
COUNTED = re.compile(
    r"\bthang\s*\n\W*\d{1,2}(?!\d|\s*[/.-]\s*(?:0?[1-9]|[12]\d|3[01])(?!\d))|"
    r"\btuan\s*\n\W*(?:thu\b|dau\b|cuoi\b|\d|[ivx]+\b)|\bnam\s*\n\W*(?:hoc\b|\d{4})|\bhoc ky\s*\n\W*[i12]"
)
"""“Cuối tháng” over “12/2026” says which month it is; over “30/12” it is a time of its own."""

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
        if lines and (line.startswith("(") or _goes_on(lines[-1], line) or _tells_days(lines[-1], line)):
            lines[-1] = f"{lines[-1]} {line}"
        elif line:
            lines.append(line)
    return lines


def filled_lines(text: str) -> list[str]:
    """Return the lines of a cell that hold anything."""
    return [line for line in text.split("\n") if line.strip()]


def people_lines(text: str) -> list[str]:
    """Return the lines of a cell of people; a bracket on a line of its own ("(PHT)") is of the name above it."""
    lines: list[str] = []
    for line in filled_lines(text):
        if lines and line.lstrip().startswith("("):
            lines[-1] = f"{lines[-1]} {line.strip()}"
        else:
            lines.append(line)
    return lines


def stands_alone(line: str) -> bool:
    """Whether a line begins a time, and does not go on with the one above."""
    return bool(re.match(r"^\W*(tuan|ngay|thang|truoc|tu|quy|hoc ky|\d{1,2}/\d)", fold(line)))


def is_whole(line: str, then: str) -> bool:
    """Whether a time is told whole by its line, and does not go on in the line below it."""
    return not _goes_on(line, then)


def _goes_on(before: str, line: str) -> bool:
    """Whether a line ends before its time does: in a sign or a word that leads to the next line."""
    above = fold(before)
    return bool(GOES_ON.search(above) or COUNTED.search(f"{above.rstrip()}\n{fold(line)}"))


def _tells_days(before: str, line: str) -> bool:
    """Whether a line says which days a bare week or weekday above it means: "Tuần 1" over "Từ 08/9 - 13/9"."""
    return bool(BARE_WEEK.match(fold(before))) and bool(DAYS.match(fold(line)))
