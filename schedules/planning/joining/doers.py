"""Who does a work that two places tell: the name that says more, and a title without it."""

from __future__ import annotations

from schedules.planning.people.names import People
from schedules.planning.people.roles import is_everybody, is_loose
from schedules.wording import fold


def without_doer(title: str, owners: People) -> str:
    """Return a title without who does it at its start: "Giáo viên bộ môn lập danh sách …" is of no teachers."""
    first = next((name for name in owners if fold(title).startswith(f"{fold(name)} ")), "")
    return title[len(first) :].lstrip(" ,") or title


def nearer(first: People, second: People) -> People:
    """Return the owners of the first wording; those of the second where only it tells which they are, or all of it."""
    told = [name for name in second if not _is_anybody(name)]
    whole = [fold(two).startswith(f"{fold(one)} ") for one, two in zip(first, second, strict=False)]
    fuller = len(first) == len(second) and all(whole)  # "Thư ký", "Thư ký Hội đồng tự đánh giá"
    return second if fuller or (told and all(map(_is_anybody, first))) else first or second


def _is_anybody(name: str) -> bool:
    """Whether a name is of all or any of some: "mỗi tổ", "giáo viên"."""
    return is_everybody(name) or is_loose(name)
