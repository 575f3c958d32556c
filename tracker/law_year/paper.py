"""The law's year of a school as a plan of its own: a paper that lists what goes on the calendar and what does not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, fields, replace
from itertools import takewhile

from schedules.law import LawTask
from schedules.plan import Block, Document, Header, Mention, Place, Plan, Task
from schedules.proofreading import no_owner
from tracker.law_year.question import Question
from tracker.spoken import due_words

KIND = "Các việc theo quy định"
"""What such a plan is called; with its school year it is found again by it."""

ON, OFF = "ĐƯA LÊN LỊCH", "KHÔNG ĐƯA LÊN LỊCH"
STEP = "– "
"""What a step of the reckoning begins with."""


@dataclass(frozen=True, slots=True)
class Paper:
    """The plan to store and the text people may take away, as bytes."""

    plan: Plan
    content: bytes


def plain(law: LawTask) -> Task:
    """Return what the law asks as a task to keep; a rule nobody held against its text says so in its citation."""
    kept = {each.name: getattr(law, each.name) for each in fields(Task)}
    return Task(**(kept | {"citation": law.cited}))


def paper(question: Question, school: str, chosen: Sequence[Task], left: Iterable[LawTask]) -> Paper:
    """Return the paper of a school's year: the works chosen, and those left out, which are not told as new again."""
    lines = [KIND.upper(), f"Trường: {school}", *question.lines(), ON]
    tasks: list[Task] = []
    for task in chosen:
        tasks.append(_quoting(plain(task) if isinstance(task, LawTask) else task, len(lines) + 1))
        lines += _told(task)
    lines += [OFF, *map(line, left)]
    source = f"Việc theo quy định năm học {question.school_year}"
    blocks = tuple(
        Block(words, _place(number), heading=words in {ON, OFF, KIND.upper()}) for number, words in enumerate(lines, 1)
    )
    header = Header(school=school, school_year=question.school_year, level=question.level, kind=KIND, source=source)
    plan = Plan(header, tuple(tasks), findings=no_owner.remarks(tasks), document=Document(source, "text", blocks))
    return Paper(plan, "\n".join(lines).encode())


def _place(number: int) -> Place:
    return Place(paragraph=number, line=number)


def _quoting(task: Task, number: int) -> Task:
    """Return a work that quotes its line of the paper, so that people find it there."""
    return replace(task, mentions=(Mention(line(task), _place(number), task.due),))


def line(task: Task) -> str:
    """Return a work as one line: its days, what is to be done and what asks for it."""
    citation = task.cited if isinstance(task, LawTask) else task.citation or ""
    return f"{due_words(task.due)} – {task.title} – {citation}"


def left_out(plan: Plan) -> frozenset[str]:
    """Return the lines of the works a paper says do not go on the calendar."""
    lines = [block.text for block in plan.document.blocks]
    return frozenset(lines[lines.index(OFF) + 1 :]) if OFF in lines else frozenset()


def _told(task: Task) -> Iterator[str]:
    yield line(task)
    steps = task.steps if isinstance(task, LawTask) else (task.due.basis,)
    yield from (f"{STEP}{step}" for step in steps if step)


def steps_of(document: Document, task: Task) -> tuple[str, ...]:
    """Return how the paper says the day of a work was reckoned, step by step; empty when it does not hold the work."""
    texts = [block.text for block in document.blocks]
    ending = f" – {task.title} – {task.citation}"
    at = next((number for number, text in enumerate(texts, 1) if text.endswith(ending)), len(texts))
    return tuple(text.removeprefix(STEP) for text in takewhile(lambda text: text.startswith(STEP), texts[at:]))
