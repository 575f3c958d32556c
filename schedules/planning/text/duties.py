"""Responsibilities without a date: bullets under a role, and undated items of the body that oblige somebody."""

from __future__ import annotations

from collections.abc import Sequence

from schedules.plan import Duty, Recurrence
from schedules.planning.outline import LISTED, Item, Part, Rank, is_capitals
from schedules.planning.people.named import named_in
from schedules.planning.people.roles import role_of
from schedules.planning.people.subjects import subject_of
from schedules.planning.tables.contents import is_time
from schedules.planning.text.field_lines import is_field, is_helpers, is_note
from schedules.planning.text.titles import title_of
from schedules.planning.words.likeness import begins_like
from schedules.wording import Context, find, when

PROSE = (
    "trên đây là",
    "trong quá trình thực hiện",
    "căn cứ",
    "yêu cầu các",
    "đề nghị các",
    "kế hoạch này",
    "thực hiện văn bản",
)
FEWEST_WORDS = 4


def duties_of(items: Sequence[Item], dated_lines: frozenset[int], context: Context) -> tuple[Duty, ...]:
    """Return the duties of a plan; `dated_lines` are the indexes of items that are tasks already."""
    found: list[Duty] = []
    for at, item in enumerate(items):
        if at in dated_lines or _is_dated_below(at, items, dated_lines) or not _obliges(item, items[at + 1 : at + 2]):
            continue
        often = _recurrence(item, context)
        found.append(Duty(title_of(item.body), _owners(item), item.block.text.strip(), item.block.place, often))
    return tuple(found)


def is_prose(text: str) -> bool:
    """Whether a text speaks of the plan itself and sets no work."""
    return any(begins_like(text, words) for words in PROSE)


def _is_dated_below(at: int, items: Sequence[Item], dated_lines: frozenset[int]) -> bool:
    """Whether an item is a work whose time stands on the very next line under it."""
    deeper = at + 1 < len(items) and items[at + 1].headings[-1:] == (items[at].body,)
    return deeper and (at + 1 in dated_lines or is_field(items[at + 1]))


def _obliges(item: Item, following: Sequence[Item]) -> bool:
    if item.block.is_row or "|" in item.body or len(item.body.split()) < FEWEST_WORDS or is_capitals(item.body):
        return False
    if is_prose(item.body) or is_note(item):
        return False
    if item.block.heading or is_field(item) or is_helpers(item):
        return False
    heads = bool(following) and following[0].depth > item.depth and not following[0].block.is_row
    if item.part is Part.CARRYING_OUT:
        named = bool(item.headings) and bool(role_of(item.headings[-1]))
        return not _is_role_heading(item, heads=heads) and (item.rank is not Rank.TEXT or named)
    listed = item.rank in LISTED
    marked = bool(item.block.label) or bool(item.block.text[: item.at].strip("*_ "))
    lists = heads and (following[0].rank is not Rank.TEXT or not marked)
    return item.part in {Part.CONTENT, Part.APPENDIX} and listed and not lists


def _is_role_heading(item: Item, *, heads: bool) -> bool:
    return item.rank in {Rank.SECTION, Rank.NUMBER, Rank.SUBNUMBER, Rank.LETTER} and heads


def _recurrence(item: Item, context: Context) -> Recurrence | None:
    """Return how often an item comes back by its own words or a heading that says only this; None where two differ."""
    own = {one.due.recurrence for one in find(item.body, context)} - {None}
    headed = (when(heading.strip(" :."), context) for heading in reversed(item.headings) if is_time(heading, context))
    if own:
        return own.pop() if len(own) == 1 else None
    return next((due.recurrence for due in headed if due.recurrence and not due.dated), None)


def _owners(item: Item) -> tuple[str, ...]:
    for heading in reversed(item.headings):
        if item.part is Part.CARRYING_OUT and (role := role_of(heading)):
            return role
    return subject_of(item.body) or named_in(item.body)[0]
