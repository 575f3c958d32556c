"""Pure: sections of one message that tell of the same work → one entry of it with all that is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tracker.reminders.letter_form import Entry
from tracker.reminders.letter_sections import Section
from tracker.reminders.sift import Item

DEADLINE = "Hạn"
"""How the line begins that says the deadline, and by which word others that say it are known."""


def one_entry_each(sections: Sequence[Section], together: str) -> list[Section]:
    """Return the sections with each work in the first that tells of it, what later ones say of it behind that.

    What stands below a section stays. One left alone is opened by the words for all, `together`.
    """
    found: list[Section] = []
    for section in sections:
        rest = section
        for number, earlier in enumerate(found):
            found[number], rest = _moved(rest, earlier)
        if rest.items:
            found.append(rest)
        else:
            found[-1] = replace(found[-1], below=(*found[-1].below, *(one for one in rest.below if one[0])))
    if len(found) == 1 < len(sections):
        return [replace(found[0], opening=together)]
    return found


def _moved(later: Section, earlier: Section) -> tuple[Section, Section]:
    """Return an earlier section with what a later one says of its works, and the later one without it."""
    places: dict[str, int] = {}
    for number, item in enumerate(earlier.items):
        places.setdefault(item.task.id, number)
    full, lean, left = list(earlier.full), list(earlier.lean), []
    for number, item in enumerate(later.items):
        place = places.get(item.task.id)
        if place is None:
            left.append(number)
            continue
        full[place] = _both(full[place], later.full[number])
        lean[place] = _both(lean[place], later.lean[number])
    return replace(earlier, full=full, lean=lean), _only(later, left)


def _only(section: Section, left: Sequence[int]) -> Section:
    def kept(entries: Sequence[Entry]) -> list[Entry]:
        return [entries[number] for number in left]

    items: list[Item] = [section.items[number] for number in left]
    return replace(section, full=kept(section.full), lean=kept(section.lean), items=items)


def _both(first: Entry, second: Entry) -> Entry:
    """Return one entry with what two say of a work: its deadline and its plan once."""
    said = any(DEADLINE in line for line in first.lines[1:])
    more = (one for one in second.lines[1:] if one not in first.lines and not (said and one.startswith(f"{DEADLINE}:")))
    return Entry((*first.lines, *more), second.page or first.page, first.answers or second.answers)
