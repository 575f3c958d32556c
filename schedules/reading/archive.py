"""ZIPs of plans: every file inside read on its own; one that holds a single plan reads like that plan."""

from __future__ import annotations

from collections.abc import Callable

from schedules.plan import Document
from schedules.reading.kind import Kind, kind_of
from schedules.reading.members import members
from schedules.reading.unreadable import Unreadable

ReadOne = Callable[[bytes, str], Document]


class Archive:
    """The reader of ZIPs; `read_one` reads each file inside, whatever its format, or raises Unreadable."""

    NAME = "zip"

    def __init__(self, read_one: ReadOne) -> None:
        self.read_one = read_one

    def claims(self, data: bytes, name: str) -> bool:
        """Whether the bytes are a ZIP that is no Office file."""
        return kind_of(data, name) is Kind.ZIP

    def read(self, data: bytes, source: str) -> Document:
        """Return the only plan inside; raise Unreadable when there is none, or several."""
        outcomes = self.read_all(data, source)
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
        raise Unreadable(
            source,
            f"tệp nén chứa {len(outcomes)} tệp, đọc được {len(documents)} kế hoạch",
            "đúng một kế hoạch ở đây",
            "Hãy nhập bằng lệnh nhận nhiều tệp, hoặc giải nén rồi nhập từng tệp",
        )

    def read_all(self, data: bytes, source: str) -> tuple[Document | Unreadable, ...]:
        """Return what each file inside holds, refusals as values; raise Unreadable when the ZIP itself is damaged."""
        return tuple(
            content if isinstance(content, Unreadable) else self.outcome(content, name)
            for name, content in members(data, source)
        )

    def outcome(self, data: bytes, source: str) -> Document | Unreadable:
        """Return one document, or why it cannot be read."""
        try:
            return self.read_one(data, source)
        except Unreadable as error:
            return error
