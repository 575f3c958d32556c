"""Pure: a sentence and what it names → lines of a letter, each leading to its page, as plain text and as HTML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from tracker.reminders.letter_form import linked, paragraph

Line = tuple[str, str]
"""Words, and the address they lead to or none."""


@dataclass(frozen=True, slots=True)
class NamedList:
    """A sentence, the lines under it, and what says how many more there are; without lines it says nothing."""

    head: str
    lines: Sequence[Line]
    more: str = ""

    @property
    def text(self) -> str:
        """The list as plain text, each address on a line of its own."""
        return "\n".join([self.head, *map(plain_line, self.lines), *filter(None, [self.more])]) if self.lines else ""

    @property
    def html(self) -> str:
        """The list as HTML, each line leading to its address."""
        rows = "".join(f"<li>{linked(escape(words), url)}</li>" for words, url in self.lines)
        return paragraph(self.head) + f"<ul>{rows}</ul>" + paragraph(self.more) if self.lines else ""


def plain_line(line: Line) -> str:
    """Return a line as plain text, its address on a line of its own."""
    words, url = line
    return "\n   ".join(filter(None, [f"- {words}", url]))


def left_out(count: int, said: str = "{} việc khác") -> str:
    """Return how many a list leaves out, as they are `said`; empty for none."""
    return f"và {said.format(count)}." if count > 0 else ""
