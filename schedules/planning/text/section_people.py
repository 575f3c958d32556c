"""A line of people that begins or ends a section, and so speaks of all its works: "- Người thực hiện: …"."""

from __future__ import annotations

from collections.abc import Sequence

from schedules.planning.outline import Item
from schedules.planning.people.named import is_owner_line
from schedules.planning.text.field_lines import is_field, is_note
from schedules.planning.text.labels import done_in, says_when

FEWEST_WORKS = 2


def works_of_section(dated: Sequence[int], items: Sequence[Item], field: int) -> set[int]:
    """Return the indexes of the works a line of people speaks of besides its own; `dated` are those of dated works.

    It is the only one of its section, each other line is a work, and it stands first, or last behind dated ones only.
    """
    headings = items[field].headings
    section = [at for at, item in enumerate(items) if headings and item.headings == headings]
    if not section or not is_owner_line(items[field].body) or field not in {section[0], section[-1]}:
        return set()
    others = [at for at in section if at != field]
    if len(others) < FEWEST_WORKS or not all(_is_whole(items[at]) for at in others):
        return set()
    works = {at for at in others if at in dated}
    return works if field == section[0] or len(works) == len(others) else set()


def _is_whole(item: Item) -> bool:
    """Whether a line is a work of its own and no part of the record of one."""
    return not (item.block.is_row or is_field(item) or is_note(item) or says_when(item.body) or done_in(item.body))
