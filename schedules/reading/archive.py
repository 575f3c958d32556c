"""ZIPs of plans: every file inside read on its own; one that holds a single plan reads like that plan."""

from __future__ import annotations

from pathlib import Path

from schedules.plan import Document
from schedules.reading.kind import Kind, kind_of
from schedules.reading.members import members
from schedules.reading.unreadable import Unreadable

NAME = "zip"


def claims(data: bytes, name: str) -> bool:
    """Whether the bytes are a ZIP that is no Office file."""
    return kind_of(data, name) is Kind.ZIP


def read(data: bytes, source: str) -> Document:
    """Return the only plan inside; raise Unreadable when there is none, or several."""
    outcomes = _read_members(data, source)
    documents = [one for one in outcomes if isinstance(one, Document)]
    refusals = [one for one in outcomes if isinstance(one, Unreadable)]
    if len(documents) == 1 and not refusals:
        return documents[0]
    if not documents:
        reasons = "; ".join(f"{one.where}: {one.found}" for one in refusals[:3])
        raise Unreadable(
            source,
            f"không đọc được tệp nào bên trong ({reasons})",
            "tệp .zip chứa kế hoạch",
            "Hãy giải nén rồi nhập từng tệp",
        )
    found = f"tệp nén chứa {len(outcomes)} tệp, đọc được {len(documents)} kế hoạch"
    raise Unreadable(
        source, found, "đúng một kế hoạch ở đây", "Hãy nhập bằng lệnh nhận nhiều tệp, hoặc giải nén rồi nhập từng tệp"
    )


def read_all(path: Path) -> tuple[Document | Unreadable, ...]:
    """Return every document in a file, refusals as values; a ZIP gives one for each file inside."""
    from schedules.reading.file import file_bytes

    try:
        return read_all_bytes(file_bytes(path), path.name or str(path))
    except Unreadable as error:
        return (error,)


def read_all_bytes(data: bytes, source: str) -> tuple[Document | Unreadable, ...]:
    """Return every document in bytes that came under a name, refusals as values."""
    from schedules.reading.file import clean_name

    if not claims(data, source):
        return (_read(data, source),)
    try:
        return _read_members(data, clean_name(source))
    except Unreadable as error:
        return (error,)


def _read_members(data: bytes, source: str) -> tuple[Document | Unreadable, ...]:
    return tuple(
        content if isinstance(content, Unreadable) else _read(content, name) for name, content in members(data, source)
    )


def _read(data: bytes, source: str) -> Document | Unreadable:
    from schedules.reading.file import read_bytes

    try:
        return read_bytes(data, source)
    except Unreadable as error:
        return error
