"""Documents a plan names in short after citing them in full: “thông tư 36”, “Quy chế công khai”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from schedules.law import LawBook
from schedules.law.citations import citations
from schedules.law.register import Circular
from schedules.wording import fold

SHORT = re.compile(r"\b(?:thong tu|nghi dinh)(?: so)? (?P<count>\d{1,4})\b(?!\s?[/\d-])")
RULES = re.compile(r"\b(?:quy che|dieu le) (?:thuc hien )?\w+ \w+")
"""The name of a set of rules, as the title of the document that issues it has it."""


@dataclass(frozen=True, slots=True)
class ShortNames:
    """The replaced documents a plan cites in full, by which its short names are understood."""

    replaced: tuple[Circular, ...] = ()

    def remarks(self, text: str) -> Iterator[str]:
        """Yield which replaced document each short name in a text means, and what took its place."""
        folded = fold(text)
        for match in SHORT.finditer(folded):
            meant = [one for one in self.replaced if one.number.split("/")[0].lstrip("0") == match["count"].lstrip("0")]
            if len(meant) == 1:
                yield _remark(text[match.start() : match.end()], meant[0])
        for match in RULES.finditer(folded):
            meant = [one for one in self.replaced if _bare(match[0]) in _bare(fold(one.title))]
            if len(meant) == 1 and not SHORT.search(folded) and meant[0].number not in text:
                yield _remark(text[match.start() : match.end()], meant[0])


def short_names(text: str, law: LawBook, on: date) -> ShortNames:
    """Return the short names of a plan's text: the documents it cites in full that another has replaced by a day."""
    known = (law.register.circular(cited.number) for cited in citations(text))
    return ShortNames(tuple(dict.fromkeys(one for one in known if one and one.replaced_on(on))))


def _bare(folded: str) -> str:
    """Return a name without the words people leave out: “Quy chế thực hiện công khai” is “quy chế công khai”."""
    return folded.replace("thuc hien ", "")


def _remark(said: str, meant: Circular) -> str:
    since = f" từ {meant.replaced_from:%d/%m/%Y}" if meant.replaced_from else ""
    return f"“{' '.join(said.split())}” ở đây là {meant.number}, đã được {meant.replaced_by} thay{since}."
