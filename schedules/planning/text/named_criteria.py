"""The criterion and standard that running text names: in a work's own words, or opening its item or a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from schedules.plan import Finding, Severity, Task
from schedules.planning.drafts import Understood
from schedules.planning.outline import Item
from schedules.wording import fold

CRITERION = re.compile(
    r"^\W*(?:[a-z]+(?: [a-z]+){0,2} \d{1,2}\s*[.:(–-]\s*)?"
    r"(?:tieu chi|tc)\s*(?:so\s*)?(\d{1,2}\.\d{1,2})(?!\.?\d|/|\s*(?:[,;&–-]|va|den)\s*(?:tc\s*)?\d)"
)
"""One criterion that opens a heading, also behind its count (“Kiến nghị 1 (Tiêu chí 1.2)”).

Several (“2.1, 2.2”) name none for the works under it.
"""

IN_WORDS = re.compile(
    r"(?<!theo )(?<!theo cac )\b(?:tieu chi|tc)\s*(?:so\s*)?"
    r"(?P<numbers>\d{1,2}\.\d{1,2}(?:\s*(?:[,;&]|va)\s*(?:(?:tieu chi|tc)\s*)?"
    r"\d{1,2}\.\d{1,2}(?![./]?\d))*)(?!\.?\d|/|\s*(?:[–-]|den)\s*(?:tc\s*)?\d)"
)
"""Where a work's own words name several, the first stands for them and all are told.

A range, or what the work is only measured by (“theo tiêu chí 3.2”), names none.
"""

NUMBER = re.compile(r"\d{1,2}\.\d{1,2}")
HEAD = 120
"""What opens a text is looked for among so many letters."""

STANDARD = re.compile(r"^\W*tieu chuan\s*(?:so\s*)?\d{1,2}\b(?!\s*(?:[,;&–-]|va|den)\s*\d)")


def of_criterion(task: Task, item: Item, words: str) -> Task:
    """Return a task with the criterion its words name, or its item or the nearest heading opens with; else as it is."""
    criterion = next(iter(criteria_in(words)), None)
    over, standard = _opening(item.body, *reversed(item.headings))
    return replace(task, criterion=criterion or over, standard=standard or task.standard)


def under_criterion(found: Understood, headings: Sequence[str], lines: Sequence[str]) -> Understood:
    """Return the works of a table with the criterion that a heading over it opens with, where no row names any.

    Of the `lines` right above the table, the nearest must stand under that heading, or announce the table.
    """
    if not lines or not (lines[0] in headings[-1:] or ":" in lines[0]):
        return found
    over, standard = _opening(*reversed(headings))
    if over is None or any(draft.task.criterion for draft in found.drafts):
        return found
    works = (replace(draft.task, criterion=over, standard=draft.task.standard or standard) for draft in found.drafts)
    return replace(
        found, drafts=tuple(replace(draft, task=task) for draft, task in zip(found.drafts, works, strict=True))
    )


def _opening(*texts: str) -> tuple[str | None, str | None]:
    """Return the criterion that the nearest of some texts opens with, and the standard over it."""
    criterion = None
    for text in texts:
        plain = fold(text[:HEAD])
        if STANDARD.match(plain):
            return criterion, " ".join(text.split())
        if criterion is None and (match := CRITERION.match(plain)):
            criterion = match[1]
    return criterion, None


def criteria_in(words: str) -> tuple[str, ...]:
    """Return the criteria that the words of a work list in one place: "hồ sơ tiêu chí 2.3, 3.1"; () without any."""
    match = IN_WORDS.search(fold(words))
    return tuple(dict.fromkeys(NUMBER.findall(match["numbers"]))) if match else ()


def several_told(criteria: tuple[str, ...], quote: str, item: Item) -> Finding:
    """Return the finding for a work that names several criteria, of which a task holds the first."""
    shown = ", ".join(criteria)
    message = f"Việc “{quote}” nêu {len(criteria)} tiêu chí ({shown}); công cụ ghi tiêu chí {criteria[0]}."
    advice = "Nếu mỗi tiêu chí là một việc, hãy tách thành từng dòng."
    return Finding("nhieu-tieu-chi", Severity.INFO, message, (quote,), advice, (item.block.place,))
