"""One person under one name within a plan: the fullest its words give, “cô Lê Thị Hoa, tổ trưởng” for “Lê Thị Hoa”."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from schedules.planning.drafts import Draft
from schedules.planning.people.names import People
from schedules.planning.people.posts import gender_of, person_in, posted
from schedules.spelling.offices import in_full
from schedules.wording import fold


def in_one_form(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the drafts, whoever they name by their whole name named as fully as the plan does anywhere.

    Two posts, or “thầy” here and “cô” there, may be two people of one name: these stay as each place has them.
    """
    named = dict.fromkeys(name for one in drafts for name in (*one.task.owners, *one.task.helpers))
    forms = _fullest(list(named))
    return tuple(_renamed(draft, forms) for draft in drafts) if forms else tuple(drafts)


def _renamed(draft: Draft, forms: Mapping[str, str]) -> Draft:
    owners = _each_once(draft.task.owners, forms)
    helpers = tuple(name for name in _each_once(draft.task.helpers, forms) if name not in owners)
    if (owners, helpers) == (draft.task.owners, draft.task.helpers):
        return draft
    return replace(draft, task=replace(draft.task, owners=owners, helpers=helpers))


def _each_once(names: People, forms: Mapping[str, str]) -> People:
    return tuple(dict.fromkeys(forms.get(name, name) for name in names))


def _fullest(names: Sequence[str]) -> dict[str, str]:
    """Return each form of a name under which another, fuller one stands for the same person, and that one."""
    people = defaultdict[str, list[str]](list)
    for name in names:
        if person := person_in(name):
            people[person.casefold()].append(name)
    found = dict[str, str]()
    for forms in people.values():
        if len({form.casefold() for form in forms}) > 1 and _are_one(forms):
            fullest = max(forms, key=_fullness)
            found |= {form: fullest for form in forms if form.casefold() != fullest.casefold()}
    return found


def _are_one(forms: Sequence[str]) -> bool:
    posts = {in_full(fold(posted(form).post).strip()) for form in forms} - {""}
    genders = {gender_of(form) for form in forms} - {""}
    return len(posts) < 2 and len(genders) < 2  # noqa: PLR2004


def _fullness(form: str) -> tuple[bool, bool, int]:
    return bool(posted(form).post), bool(gender_of(form)), len(form)
