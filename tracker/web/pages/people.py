"""The people of a school: who they are, how they are reached, what they have to do."""

from __future__ import annotations

from dataclasses import replace

from starlette.responses import RedirectResponse, Response

from tracker import merging
from tracker.answers.links import AnswerLinks
from tracker.answers.token import mark_of
from tracker.doubles import ONE_GROUP, alike_first, doubles
from tracker.feeds.secret import master_key
from tracker.feeds.text import clip, line
from tracker.reminders.planning import replan
from tracker.reports.board import with_part
from tracker.review.two_names import said_apart
from tracker.store import people, personnel, refused, schools, stops, tasks
from tracker.store.database import transaction
from tracker.store.records import Office, Person, School, StoredTask, TaskState
from tracker.web.addresses import read_addresses, typed_anew
from tracker.web.labels import OFFICES
from tracker.web.school import chosen_school
from tracker.web.templating import render
from tracker.web.visit import Page, RefusedError, Visit, number_of

LONGEST_NAME = 200
LONGEST_NUMBER = 19
LONGEST_OFFICE = 40
MINE = "mine"
SAME_OR_TWO = "Cùng một người thì gộp hai tên; hai người thì ghi thêm để phân biệt."


def every(visit: Visit) -> Response:
    """List the people of the school, with a form for someone new."""
    choice = chosen_school(visit)
    if choice.school is None:
        return render(visit, "welcome.html")
    return _list(visit, choice.school, Person(0, choice.school.id, ""))


def add(visit: Visit) -> Response:
    """Add someone; what is wrong comes back as a sentence on the form."""
    school = chosen_school(visit).school
    if school is None:
        raise RefusedError(422, "Chưa có trường nào. Hãy tải kế hoạch lên trước.")
    person, problem = _typed(visit, Person(0, school.id, ""))
    if problem:
        return _list(visit, school, person, problem)
    with transaction(visit.db):
        personnel.hire(visit.db, person, visit.actor())
        replan(visit.db, school.id, visit.site.calendar_of().working_days)
    return _saved(school)


def show(visit: Visit) -> Response:
    """Show one person to change."""
    person = people.by_id(visit.db, visit.number("person"))
    if person.merged_into:
        return RedirectResponse(f"/nguoi/{people.current(visit.db, person.id).id}", 303)
    return _form(visit, person)


def change(visit: Visit) -> Response:
    """Change one person; reminders follow in the same transaction."""
    old = people.current(visit.db, visit.number("person"))
    person, problem = _typed(visit, old)
    if problem:
        return _form(visit, person, problem)
    with transaction(visit.db):
        personnel.change(visit.db, person, visit.actor())
        replan(visit.db, person.school_id, visit.site.calendar_of().working_days)
    return _saved(schools.by_id(visit.db, person.school_id))


def try_again(visit: Visit) -> Response:
    """Try a refused address as before again: someone mended what was behind it."""
    person, mark = people.current(visit.db, visit.number("person")), visit.value("address")
    with transaction(visit.db):
        for url in (one for one in person.addresses if mark_of(one) == mark):
            refused.trust(visit.db, person.id, url, visit.actor())
    return _saved(schools.by_id(visit.db, person.school_id), "thu-lai")


def merge(visit: Visit) -> Response:
    """Make one person of two names: the one of the address goes into the one the button names.

    Where `other` was chosen, the button says whose name `stays`: that of the address (`mine`) or the chosen one's.
    What was typed as addresses before the two were found to be one goes along.
    """
    gone, kept = visit.path["person"], visit.value("kept") or visit.value("other")
    if not (kept.isascii() and kept.isdigit() and len(kept) < LONGEST_NUMBER):
        raise RefusedError(422, "Chưa rõ gộp với ai. Hãy mở lại trang Người, chọn tên rồi bấm lần nữa.")
    if visit.value("stays") == MINE:
        gone, kept = kept, str(visit.number("person"))
    try:
        typed = read_addresses(visit.value("addresses"))
    except ValueError as error:
        raise RefusedError(422, f"Kênh nhận tin: {error}. Hãy trở lại trang người ấy, sửa rồi gộp.") from None
    actor, calendar = visit.actor("hai tên là một người"), visit.site.calendar_of()
    with transaction(visit.db):
        one = merging.merge(visit.db, _number(gone), int(kept), actor, calendar)
        if new := tuple(address for address in typed if address not in one.addresses):
            personnel.change(visit.db, replace(one, addresses=(*new, *one.addresses)), visit.actor())
            replan(visit.db, one.school_id, calendar.working_days)
    return _saved(schools.by_id(visit.db, one.school_id), "gop-nguoi")


def _number(text: str) -> int:
    number = number_of(text)
    if number is None:
        raise RefusedError(404, "Không có trang này.")
    return number


def _typed(visit: Visit, old: Person) -> tuple[Person, str]:
    """Return the person as typed, and a sentence when something is wrong with it."""
    name, office = visit.value("name"), visit.value("office")
    active = old.id == 0 or visit.value("active") == "1"
    known_office = office in set(Office)
    chosen = Office(office) if known_office else old.office
    person = Person(old.id, old.school_id, " ".join(name.split()), chosen, old.addresses, active)
    if office and not known_office:
        return (
            person,
            f"Không có vai trò “{clip(line(office), LONGEST_OFFICE)}”; cần một trong: {', '.join(OFFICES.values())}.",
        )
    if not person.name or len(person.name) > LONGEST_NAME:
        return person, f"Tên cần từ 1 đến {LONGEST_NAME} ký tự. Hãy ghi họ tên hoặc chức danh, ví dụ “Cô Lan”."
    if known := personnel.namesake(visit.db, person):
        return person, f"Trường đã có “{known.name}”. {SAME_OR_TWO}"
    try:
        addresses = read_addresses(visit.value("addresses"))
    except ValueError as error:
        return person, f"Kênh nhận tin: {error}."
    return Person(old.id, old.school_id, person.name, chosen, addresses, active), ""


def _list(visit: Visit, school: School, person: Person, problem: str = "") -> Response:
    found = people.of_school(visit.db, school.id)
    status = 422 if problem else 200
    values = {"school": school, "people": [one for one in found if not one.merged_into]}
    values |= {"person": person, "problem": problem, "doubles": doubles(found, said_apart(visit.db, school.id))}
    values |= {"one_group": ONE_GROUP}
    values["namesake"] = personnel.namesake(visit.db, person) if problem and person.name else None
    values["also"] = [(one.merged_into, one.name) for one in found if one.merged_into]
    values["stopped"] = {one.id: stops.of_person(visit.db, one.id) for one in found}
    values["refused"] = refused.of_school(visit.db, school.id)
    values["reached"] = any(map(people.is_reached, found))
    return render(visit, "people.html", status, offices=tuple(Office), typed=visit.value("addresses"), **values)


def _form(visit: Visit, person: Person, problem: str = "") -> Response:
    typed = visit.value("addresses") if problem else typed_anew(person.addresses)
    values = {"person": person, "problem": problem, "typed": typed, "offices": tuple(Office)}
    values["stopped"] = stops.of_person(visit.db, person.id)
    bad = refused.of_school(visit.db, person.school_id)
    values["refused"] = [(one, mark_of(one.url)) for one in bad if one.person_id == person.id]
    values["watch_link"] = _watch_link(visit, people.by_id(visit.db, person.id))
    values["works"] = len(_open_works(visit, person))
    values["known_as"] = people.by_id(visit.db, person.id).name
    values["namesake"] = personnel.namesake(visit.db, person) if problem else None
    known = people.by_id(visit.db, person.id)
    values["others"] = alike_first(known, people.of_school(visit.db, person.school_id))
    return render(visit, "person.html", 422 if problem else 200, **values)


def _open_works(visit: Visit, person: Person) -> list[StoredTask]:
    parts = people.assignments_of_school(visit.db, person.school_id)
    held = with_part(tasks.of_school(visit.db, person.school_id), parts, person.id)
    return [one for one in held if one.state is TaskState.OPEN]


def _watch_link(visit: Visit, person: Person) -> str:
    """Return the link by which a member of the committee sees the board, as in their letters; empty for others."""
    if not person.active or person.office is not Office.COMMITTEE:
        return ""
    links = AnswerLinks(visit.site.base_url, master_key(visit.site.folder))
    return links.watch(person.id, visit.today) or ""


def _saved(school: School, done: str = "nguoi") -> Response:
    return RedirectResponse(f"/nguoi?truong={school.slug}&xong={done}", 303)


pages = (
    Page("/nguoi", every),
    Page("/nguoi", add, "POST"),
    Page("/nguoi/{person}", show),
    Page("/nguoi/{person}", change, "POST"),
    Page("/nguoi/{person}/gop", merge, "POST"),
    Page("/nguoi/{person}/thu-lai", try_again, "POST"),
)
