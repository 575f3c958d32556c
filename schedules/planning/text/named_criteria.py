"""The criterion and standard that running text names: “Tiêu chí 2.7: …” opens an item, or a heading above it."""

from __future__ import annotations

import re
from dataclasses import replace

from schedules.plan import Task
from schedules.planning.outline import Item
from schedules.wording import fold

CRITERION = re.compile(
    r"^\W*(?:tieu chi|tc)\s*(?:so\s*)?(\d{1,2}\.\d{1,2})(?!\.?\d|/|\s*(?:[,;&–-]|va|den)\s*(?:tc\s*)?\d)"
)
"""One criterion that opens a text; several (“2.1, 2.2”) name none."""

STANDARD = re.compile(r"^\W*tieu chuan\s*(?:so\s*)?\d{1,2}\b(?!\s*(?:[,;&–-]|va|den)\s*\d)")


def of_criterion(task: Task, item: Item) -> Task:
    """Return a task with the criterion its item, or the nearest heading that names one, opens with; else as it is."""
    criterion = None
    for text in (item.body, *reversed(item.headings)):
        plain = fold(text)
        if STANDARD.match(plain):
            return replace(task, criterion=criterion, standard=" ".join(text.split()))
        if criterion is None and (match := CRITERION.match(plain)):
            criterion = match[1]
    return replace(task, criterion=criterion)
