"""Paths from the command line → plans or refusals, one at a time; one bad file never stops the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from schedules.plan import Finding, Header, Plan, Severity
from schedules.reading.file import file_bytes
from schedules.reading.members import files_in
from tracker.commands.watching import on_terminal
from tracker.plan_reading import PlanReader, Unreadable


@dataclass(frozen=True, slots=True)
class ReadFile:
    """One document of a file: its own bytes and plan, or the sentence that says why there is none."""

    source: str
    content: bytes = b""
    plan: Plan | None = None
    refused: str = ""


def unread_because(sentence: str) -> Finding:
    """Return the finding that stands for a file nothing could be read from."""
    return Finding("khong-doc-duoc", Severity.BLOCK, sentence)


def unread(read: ReadFile) -> Plan:
    """Return what stands in a list for a file that could not be read: an empty plan that says why."""
    return Plan(Header(source=read.source), findings=(unread_because(read.refused),))


def plans_in(path: Path, reader: PlanReader) -> Iterator[ReadFile]:
    """Yield every plan of a file (a ZIP holds several), telling on the terminal how far a long reading is."""
    try:
        content = file_bytes(path)
    except Unreadable as error:
        yield ReadFile(path.name, refused=str(error))
        return
    plans = replace(reader, watch=on_terminal()).read_all(content, path.name)
    for plan, inside in zip(plans, files_in(content, path.name), strict=False):
        if isinstance(plan, Unreadable):
            yield ReadFile(plan.where, refused=str(plan))
        else:
            yield ReadFile(plan.header.source, inside, plan)
