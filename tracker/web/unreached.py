"""Pure: the people whom no message would reach, and why: those with a message to come must not be taken for told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tracker.store.people import PREVIEW, is_preview
from tracker.store.records import Part, Person, StoredTask

NO_CHANNEL = "chưa có kênh nhận nên không nhận được tin nào"
DEAD = "địa chỉ đang ghi bị máy chủ thư từ chối nên tin chưa tới được"


def unreached(staff: Iterable[Person]) -> dict[int, str]:
    """Return person id → why no message reaches them, of those who work here; who reads on the page is reached."""
    return {one.id: why for one in staff if one.active and not one.merged_into and (why := _why(one))}


def _why(person: Person) -> str:
    if person.addresses == (PREVIEW,):
        return NO_CHANNEL
    sent_to = {one for one in person.addresses if not is_preview(one)}
    return DEAD if sent_to and sent_to <= person.refused else ""


def owing(
    staff: Iterable[Person], works: Iterable[StoredTask], parts: Mapping[str, Iterable[tuple[int, Part]]]
) -> list[Person]:
    """Return those of `staff` who have a part in a published work that is still to be done, in their order."""
    open_works = (one.id for one in works if one.open and one.published)
    busy = {person for one in open_works for person, _ in parts.get(one, ())}
    return [one for one in staff if one.id in busy]
