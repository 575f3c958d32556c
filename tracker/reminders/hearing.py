"""Pure: who hears of a task, in which quality: those who do it, and those who watch over it once it is late."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from tracker.reminders.stages import Ear
from tracker.store.records import Office, Part, Person, StoredTask

EARS = {Part.LEAD: Ear.LEAD, Part.HELPER: Ear.HELPER}
OFFICES = {Office.COMMITTEE: Ear.COMMITTEE, Office.MANAGER: Ear.MANAGER}


@dataclass(frozen=True, slots=True)
class Recipient:
    """Someone who hears of a task: who, with which part, in which quality, or in the place of a missing lead."""

    person: Person
    part: Part
    ear: Ear
    stands_in: bool = False


def doers_of(
    assigned: Iterable[tuple[int, Part]], staff: Mapping[int, Person], manager: Callable[[], Person]
) -> tuple[Recipient, ...]:
    """Return the active leads and helpers of a task; when nobody active leads, the manager stands in for the lead."""
    found = {
        person_id: Recipient(staff[person_id], part, EARS[part])
        for person_id, part in assigned
        if part in EARS and person_id in staff and staff[person_id].active
    }
    if not any(one.ear is Ear.LEAD for one in found.values()):
        owner = manager()
        found[owner.id] = Recipient(owner, Part.LEAD, Ear.LEAD, stands_in=True)
    return tuple(found.values())


def watchers_of(staff: Iterable[Person]) -> tuple[Recipient, ...]:
    """Return the active committee and managers of a school, who hear of every task once it is late enough."""
    return tuple(
        Recipient(person, Part.WATCHER, OFFICES[person.office])
        for person in staff
        if person.active and person.office in OFFICES
    )


def answers_requests(person: Person) -> bool:
    """Whether someone is who answers requests for more time, and who says that a work is not theirs."""
    return person.active and person.office is Office.MANAGER


def takes_evidence(person: Person) -> bool:
    """Whether someone is who takes evidence or refuses it day by day, and so hears in every letter how much waits."""
    return person.active and person.office is Office.MANAGER


def may_judge(person: Person, task: StoredTask, giver_id: int) -> bool:
    """Whether someone takes or refuses a piece of evidence of a task: two facts are two people's.

    Who looks after the plan does; of the committee who neither gave it nor reported done what it shows.
    """
    if person.active and person.office is Office.COMMITTEE:
        return giver_id != person.id and task.done_by != person.name
    return takes_evidence(person)


def everyone(doers: tuple[Recipient, ...], watchers: tuple[Recipient, ...]) -> tuple[Recipient, ...]:
    """Return doers and watchers of one task, everyone once, in the quality nearest to the work."""
    known = {one.person.id for one in doers}
    return doers + tuple(one for one in watchers if one.person.id not in known)
