"""The people of a school, how they are reached, and what each has to do with a task."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

from sqlite_utils import Database

from schedules.spelling.offices import spellings
from tracker.naming import called, same_person
from tracker.store.records import Office, Part, Person
from tracker.store.schools import folded

PREVIEW = "preview:"
"""The address of whoever has none: messages are kept to be looked at and go nowhere."""

MANAGER_NAME = "Người quản lý kế hoạch"


def is_preview(address: str) -> bool:
    """Whether messages to an address reach nobody."""
    return address.lower().startswith(PREVIEW)


def is_reached(person: Person) -> bool:
    """Whether messages to someone who works here go anywhere beyond the page Tin nhắn."""
    return person.active and not all(map(is_preview, person.addresses))


def has_no_channel(person: Person) -> bool:
    """Whether nobody ever set how someone is reached; who reads on the page alone, as was set for them, is."""
    return person.active and set(person.addresses) <= {PREVIEW}


def ways(person: Person) -> tuple[str, ...]:
    """Return the addresses of a person in the order they are tried: those refused as dead after all that reach them."""
    good = tuple(one for one in person.addresses if one not in person.refused)
    if all(map(is_preview, good)):
        return person.addresses
    return (*good, *(one for one in person.addresses if one in person.refused))


def _record(db: Database, row: dict[str, object]) -> Person:
    addresses = list(
        db.query(
            "SELECT url, refused_at FROM addresses WHERE person_id = ? AND stopped_at IS NULL ORDER BY rank, id",
            [row["id"]],
        )
    )
    return Person(
        id=int(str(row["id"])),
        school_id=int(str(row["school_id"])),
        name=str(row["name"]),
        office=Office(str(row["office"])),
        addresses=tuple(str(address["url"]) for address in addresses) or (PREVIEW,),
        active=bool(row["active"]),
        merged_into=int(str(row["merged_into"])) if row["merged_into"] else None,
        refused=frozenset(str(address["url"]) for address in addresses if address["refused_at"]),
    )


def of_school(db: Database, school_id: int) -> tuple[Person, ...]:
    """Return the people of a school, by name."""
    rows = list(db.query("SELECT * FROM people WHERE school_id = ? ORDER BY name_folded", [school_id]))
    return tuple(_record(db, row) for row in rows)


def by_id(db: Database, person_id: int) -> Person:
    """Return one person; raise LookupError when there is none."""
    for row in list(db.query("SELECT * FROM people WHERE id = ?", [person_id])):
        return _record(db, row)
    raise LookupError(f"không có người số {person_id}")


def by_name(db: Database, school_id: int, name: str) -> Person | None:
    """Return the person of this name or office in a school, or who they were merged into; None when that is not sure.

    Accents, case, short names ("GVCN") and forms of address ("Đồng chí") are not minded, see `tracker.naming`.
    """
    return _exactly(db, school_id, name) or _otherwise_called(db, school_id, name)


def _exactly(db: Database, school_id: int, name: str) -> Person | None:
    """Return the person of just this name, or of the office it is short for."""
    ways = spellings(folded(name))
    marks = ", ".join("?" * len(ways))
    rows = db.query(f"SELECT * FROM people WHERE school_id = ? AND name_folded IN ({marks})", [school_id, *ways])
    exact = sorted(rows, key=lambda row: ways.index(str(row["name_folded"])))
    return _settled(db, exact[0]) if exact else None


def _otherwise_called(db: Database, school_id: int, name: str) -> Person | None:
    """Return the one person a name means under another form of address; None when several could be meant.

    Of those known under several names that all mean one person it is who is reached, else who came first.
    """
    bases = spellings(called(name).base)
    rows = list(db.query("SELECT * FROM people WHERE school_id = ?", [school_id]))
    near = (row for row in rows if any(base in str(row["name_folded"]) for base in bases))
    meant = {one.id: one for row in near if same_person(name, str(row["name"])) for one in [_settled(db, row)]}
    if not all(same_person(one.name, other.name) for one, other in combinations(meant.values(), 2)):
        return None
    return min(meant.values(), key=lambda one: (not is_reached(one), one.id), default=None)


def find(db: Database, name: str) -> tuple[Person, ...]:
    """Return whoever is meant by this name or office in each school, the oldest school first."""
    rows = list(db.query("SELECT id FROM schools ORDER BY id"))
    found = (by_name(db, int(row["id"]), name) for row in rows)
    return tuple(person for person in found if person)


def current(db: Database, person_id: int) -> Person:
    """Return a person, or who they were merged into; raise LookupError when there is none."""
    person = by_id(db, person_id)
    return current(db, person.merged_into) if person.merged_into else person


def _settled(db: Database, row: dict[str, object]) -> Person:
    return current(db, int(str(row["merged_into"]))) if row["merged_into"] else _record(db, row)


def ensure(db: Database, school_id: int, name: str, office: Office = Office.MEMBER, *, exactly: bool = False) -> Person:
    """Return the person of this name in a school, making them (reached by preview only) when new.

    `exactly` takes nobody known by another address or post: of two whom one work names together.
    """
    known = (_exactly if exactly else by_name)(db, school_id, name)
    if known:
        return known
    db.execute(
        "INSERT INTO people (school_id, name, name_folded, office) VALUES (?, ?, ?, ?)",
        [school_id, name, folded(name), office.value],
    )
    found = by_name(db, school_id, name)
    if found is None:
        raise LookupError(f"không lưu được “{name}”")
    return found


def manager(db: Database, school_id: int) -> Person:
    """Return who looks after the school's plans and hears of work nobody leads.

    Of several the first whom messages reach; only where none is reached the first of all, made when there is none.
    """
    rows = list(
        db.query(
            "SELECT * FROM people WHERE school_id = ? AND office = 'manager' AND active = 1 AND merged_into IS NULL "
            "ORDER BY id",
            [school_id],
        )
    )
    found = [_record(db, row) for row in rows]
    return min(found, key=_how_far, default=None) or ensure(db, school_id, MANAGER_NAME, Office.MANAGER)


def _how_far(person: Person) -> int:
    """Return how surely messages reach someone: 0 by a way that was not refused, 1 by refused ones alone, 2 by none."""
    if not is_reached(person):
        return 2
    return int(all(is_preview(one) or one in person.refused for one in person.addresses))


def managers(db: Database) -> tuple[Person, ...]:
    """Return everyone who looks after the plans of some school now: whoever may sign in."""
    rows = db.query("SELECT * FROM people WHERE office = 'manager' AND active = 1 AND merged_into IS NULL ORDER BY id")
    return tuple(_record(db, row) for row in list(rows))


def set_addresses(db: Database, person_id: int, urls: Iterable[str]) -> None:
    """Replace how a person is reached, in order of preference; an address out of use stays so unless named again.

    That one was refused is known of it as long as it stays.
    """
    known = db.query("SELECT * FROM addresses WHERE person_id = ? AND stopped_at IS NULL", [person_id])
    refused = {row["url"]: (row["refused_at"], row["refused_why"]) for row in list(known)}
    db.execute("DELETE FROM addresses WHERE person_id = ? AND stopped_at IS NULL", [person_id])
    for rank, url in enumerate(urls):
        db.execute(
            "INSERT INTO addresses (person_id, url, rank, refused_at, refused_why) VALUES (?, ?, ?, ?, ?) "
            "ON CONFLICT (person_id, url) DO UPDATE SET rank = excluded.rank, stopped_at = NULL, stopped_why = NULL, "
            "refused_at = NULL, refused_why = NULL",
            [person_id, url, rank, *refused.get(url, (None, None))],
        )


def assign(db: Database, task_id: str, parts: Iterable[tuple[int, Part]]) -> None:
    """Replace who has a part in a task; writes nothing when nothing changed."""
    wanted = dict(sorted(parts, key=lambda part: part[1] is not Part.LEAD, reverse=True))
    if wanted == dict(assigned(db, task_id)):
        return
    db.execute("DELETE FROM assignments WHERE task_id = ?", [task_id])
    for person_id, part in wanted.items():
        db.execute(
            "INSERT INTO assignments (task_id, person_id, part) VALUES (?, ?, ?)", [task_id, person_id, part.value]
        )


def assigned(db: Database, task_id: str) -> tuple[tuple[int, Part], ...]:
    """Return (person id, part) of everyone with a part in a task."""
    rows = db.query("SELECT person_id, part FROM assignments WHERE task_id = ? ORDER BY person_id", [task_id])
    return tuple((int(row["person_id"]), Part(row["part"])) for row in rows)


def assignments_of_school(db: Database, school_id: int) -> dict[str, tuple[tuple[int, Part], ...]]:
    """Return task id → (person id, part) for all tasks of a school, in one query."""
    rows = db.query(
        "SELECT a.task_id, a.person_id, a.part FROM assignments a JOIN tasks t ON t.id = a.task_id "
        "JOIN plans p ON p.id = t.plan_id WHERE p.school_id = ? ORDER BY a.task_id, a.person_id",
        [school_id],
    )
    found: dict[str, tuple[tuple[int, Part], ...]] = {}
    for row in rows:
        part = (int(row["person_id"]), Part(row["part"]))
        found[row["task_id"]] = (*found.get(row["task_id"], ()), part)
    return found


def unreached(db: Database, plan_id: int) -> tuple[Person, ...]:
    """Return the people who still have open published works of a plan to do and no channel that reaches them.

    Who reads on the page alone, as somebody set for them, is reached there.
    """
    rows = db.query(
        "SELECT DISTINCT p.* FROM people p JOIN assignments a ON a.person_id = p.id JOIN tasks t ON t.id = a.task_id "
        "WHERE t.plan_id = ? AND t.published_at IS NOT NULL AND t.state = 'open' "
        "AND p.active = 1 AND p.merged_into IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM addresses x WHERE x.person_id = p.id AND x.stopped_at IS NULL "
        "AND x.url <> ?) ORDER BY p.name_folded",
        [plan_id, PREVIEW],
    )
    return tuple([_record(db, row) for row in list(rows)])
