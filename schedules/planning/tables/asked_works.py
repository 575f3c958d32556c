"""The work that the head of a time column names ("Hạn nộp phiếu …"), where the rows only name what it is done to."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.planning.acts import acts_of
from schedules.planning.people.deeds import begins_with_deed
from schedules.planning.tables.columns import PEOPLE, TIMES, Columns, Role
from schedules.planning.tables.time_heads import asked_in
from schedules.wording import fold

ONE = re.compile(r"\W+")
OBJECTS = (Role.TOPIC, Role.CRITERION, Role.EVIDENCE, Role.EXPECTED)
NO_OBJECT = {Role.NUMBER, Role.BUDGET, *PEOPLE, *TIMES}
OF_PEOPLE = re.compile(
    r"^\W*(?:ten |ho (?:va )?ten |cac )?(?:to|nhom|bo phan|ca nhan|don vi|giao vien|nguoi|khoi|lop|gv\w*|nhan vien|"
    r"can bo|(?:truong )?doan\b|thanh vien|ho (?:va )?ten|doan the)\b"
)
DOERS = re.compile(r"^\W*(?:nguoi|doan|can bo)\b(?!.*\bduoc\b)|\b(?:phu trach|thuc hien|chu tri|truong doan)\b")
CHECKED = frozenset({"check"})
CRITERION = re.compile(r"^\W*(?:tieu (?:chi|chuan)\b|\d)")
"""What nobody hands in: a paper on it."""


def asked_of(labels: Sequence[str], columns: Columns) -> str:
    """Return what the head of a table's time column asks for; `labels` are the words over its columns."""
    return asked_in(time_head_of(labels, columns))


def time_head_of(labels: Sequence[str], columns: Columns) -> str:
    """Return the words over the one column of times of a table, "" where it has none or parts them in two."""
    at = columns.get(Role.TIME)
    alone = Role.START not in columns and Role.END not in columns
    return labels[at] if at is not None and at < len(labels) and alone else ""


def with_object(columns: Columns, labels: Sequence[str], filled: Sequence[bool]) -> Columns:
    """Return the columns of a table without works whose time column asks for one: of whom, or to what, it is done.

    Who is inspected is no doer; who hands something in is both named and doer.
    """
    asked = asked_of(labels, columns)
    if not asked or Role.WORK in columns:
        return _of_people(columns, labels) if " " in asked and acts_of(asked) != CHECKED else columns
    roles = {at: role for role, at in columns.items()}
    free = [at for at, full in enumerate(filled) if full and roles.get(at) not in NO_OBJECT]
    known = sorted((OBJECTS.index(roles[at]), at) for at in free if roles.get(at) in OBJECTS)
    if known:
        return _worked(columns, known[0][1])
    people = [at for at in range(min(len(labels), len(filled))) if filled[at] and OF_PEOPLE.match(fold(labels[at]))]
    if acts_of(asked) == CHECKED:
        doers = [at for at in people if DOERS.search(fold(labels[at]))]
        objects = [at for at in (*people, *free) if at not in doers]
        lead = {Role.LEAD: doers[0]} if doers else {}
        return {**_worked(columns, objects[0]), **lead} if objects else columns
    if people and " " in asked:
        return {**columns, Role.LEAD: people[0], Role.WORK: people[0]}
    return _worked(columns, free[0]) if free else columns


def _of_people(columns: Columns, labels: Sequence[str]) -> Columns:
    """Return the columns with the people who hand a thing in read as such, where they stand for the works."""
    at = columns[Role.WORK]
    named = at < len(labels) and OF_PEOPLE.match(fold(labels[at])) and Role.LEAD not in columns
    return {**columns, Role.LEAD: at} if named else columns


def _worked(columns: Columns, at: int) -> Columns:
    """Return the columns with one of them made that of the works."""
    return {**{role: place for role, place in columns.items() if place != at}, Role.WORK: at}


def asked_title(asked: str, title: str, *, of_people: bool = False) -> str:
    """Return the title of a row whose column asks for a work: the deed and what it is done to, where that is no deed.

    `of_people` when the row only names who does it.
    """
    bare = " " not in asked and acts_of(asked) != CHECKED and CRITERION.match(fold(title))
    if not asked or not title.strip() or acts_of(title) or begins_with_deed(title) or bare:
        return title
    words, deed = title.split(), asked.split()
    most = min(len(words) - 1, len(deed) - 1)
    shared = next((count for count in range(most, 0, -1) if _same(deed[-count:], words[:count])), 0)
    whole = deed if of_people else [*deed, _small(words, shared), *words[shared + 1 :]]
    return f"{whole[0][:1].upper()}{' '.join(whole)[1:]}"


def _small(words: Sequence[str], at: int) -> str:
    """Return a word without the capital that only begins a cell: "Hồ sơ tổ", not that of a name."""
    word, then = words[at], words[at + 1] if at + 1 < len(words) else ""
    return word[:1].lower() + word[1:] if at == 0 and (then[:1].islower() or then[:1].isdigit()) else word


def _same(first: Sequence[str], second: Sequence[str]) -> bool:
    return [ONE.sub("", fold(word)) for word in first] == [ONE.sub("", fold(word)) for word in second]
