"""Who does a work of the running text: named in it, acting in it, or named once above it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.planning.head.schools import school_in_head
from schedules.planning.outline import POINTS, Item, Part, Rank, is_capitals
from schedules.planning.people.behind_opening import acting_behind_opening
from schedules.planning.people.bodies import bodies_in
from schedules.planning.people.cooperation import students_of, with_beside
from schedules.planning.people.deeds import begins_with_deed
from schedules.planning.people.field_headings import holders_of_field
from schedules.planning.people.fronted import acting_behind_paper
from schedules.planning.people.helpers import helped_by
from schedules.planning.people.named import ADDRESSED, is_list_of_people, named_in, split_people
from schedules.planning.people.names import PERSON, Charge, People, names_in
from schedules.planning.people.passive import done_by
from schedules.planning.people.persons import CALLED_FIRST, are_doers, are_people
from schedules.planning.people.posts import POST, person_in
from schedules.planning.people.roles import is_known, role_of, without_address
from schedules.planning.people.subjects import clause_subject, is_team, named_before_colon, subject_of, without_step
from schedules.planning.people.worn import with_name
from schedules.wording import fold

IN_BRACKET = re.compile(r"\([^()]{4,80}\)\W*$")
EACH = re.compile(r"^\W*(?P<who>các (?:chi đội|chi đoàn|lớp|tổ|khối|nhóm))\b", re.IGNORECASE)
"""“Các chi đội nộp …” under “Đoàn, Đội”: those who act are nearer than the body over them."""

CLAUSE_BEFORE = re.compile(r"\w[,;]\s+(?P<clause>[^,;.:]+)$")
OFFICE_AND_WHO = re.compile(r"(?P<office>.+?)(?:\s+[-–—]|:)\s+(?P<who>.+)")
FOR_A_GRADE = re.compile(r"\W*(?:doi voi|ve) (?:hoc sinh )?(?:cac )?(?:lop|khoi)(?: lop)? [\d, ]+(?:va \d+)?\W*")
"""“b) Đối với lớp 9”: for whom all below is done."""


def owners_of(
    item: Item, words: str, behind: str, above: Sequence[Charge], timeless: str = ""
) -> tuple[People, People]:
    """Return (owners, helpers) of a work; `behind` are its words behind the time they begin with.

    `above` are those charged by the time it stands under and by the list it stands in; `timeless` are its words with
    their times taken out, each leaving a mark.
    """
    owners, helpers, _ = named_in(words)
    if not owners and not timeless.lstrip(" -–•*+(").startswith("\x00"):
        owners, helpers, _ = named_in(timeless)
    if owners:
        return owners, helpers or helped_by(words)
    acting, helping = _owners_unnamed(item, words, behind, above, timeless)
    acting, beside = with_beside(acting, words)
    return acting, helpers or helping or beside


def _owners_unnamed(
    item: Item, words: str, behind: str, above: Sequence[Charge], timeless: str
) -> tuple[People, People]:
    """Return (owners, helpers) of a work whose words only have somebody act, or say nobody."""
    if each := _each(behind) or _each(words) or _each(_clause_of_time(timeless)):
        return each, helped_by(words)
    if item.part is not Part.CARRYING_OUT and (acting := subject_of(behind) or subject_of(words) or done_by(words)):
        return acting, helped_by(words)
    dated, listed = above
    if listed.by_line and not named_before_colon(words):
        return listed.owners, helped_by(words) or listed.helpers
    if item.headings and not named_before_colon(words) and not _acts_itself(item, words):
        if (held := holders_of_field(item.headings[-1])).owners:
            return held.owners, helped_by(words) or held.helpers
        if role := _in_charge(item.headings[-1]) or _role_in(item.headings[-1], item):
            return role, helped_by(words) or helped_by(item.headings[-1])
        if (named := named_in(item.headings[-1]))[0]:
            return named[0], helped_by(words) or named[1]
    if acting := _acting(words, behind):
        return acting, helped_by(words)
    over = dated if dated.owners else Charge(_role_over_list(item))
    over = over if over.owners else listed if listed.owners else Charge(students_of(words))
    return over.owners, helped_by(words) or over.helpers


def _acts_itself(item: Item, words: str) -> bool:
    """Whether a sentence begins with a person by name, in running text also a role or one of its heading's body."""
    first = next(iter(subject_of(words)), "")
    if person_in(first) or CALLED_FIRST.fullmatch(first):
        return True
    acting = fold(first) if item.rank is Rank.TEXT else ""
    over = fold(item.headings[-1]).strip(" :.*")
    tells = ": " in over and are_doers(first)  # "3. GVCN: ôn tập, …" is told already
    return bool(acting) and acting != over and (tells or is_known(acting) or acting.endswith(f" {over}"))


def _in_charge(heading: str) -> People:
    """Return the person a bracket in a heading says is in charge ("Tổ Tin học (đ/c Hùng phụ trách)"), () without."""
    bracket = IN_BRACKET.search(heading)
    return named_in(bracket[0])[0] if bracket and ADDRESSED.search(bracket[0]) else ()


def _each(words: str) -> People:
    """Return those of a kind a sentence says act, each of them: "Các chi đội nộp …"; () when it begins otherwise."""
    words = without_step(words)
    kind = EACH.match(words)
    if not kind:
        return ()
    named = kind["who"]
    return (named,) if begins_with_deed(words[kind.end() :].strip()) else subject_of(words)


def _clause_of_time(timeless: str) -> str:
    """Return the clause that sets the time behind another one: "Liên đội mở hội thi, các lớp nộp bài …"."""
    before, time, _ = timeless.partition("\x00")
    parted = CLAUSE_BEFORE.search(before) if time else None
    return parted["clause"] if parted else ""


def _acting(words: str, behind: str) -> People:
    return (
        subject_of(behind)
        or subject_of(words)
        or acting_behind_opening(behind)
        or acting_behind_opening(words)
        or clause_subject(words)
        or done_by(words)
        or acting_behind_paper(words.lstrip(" -–•*+"))
    )


def _holders(heading: str) -> People:
    """Return the persons by name a heading sets behind an office or body: "Thư viện, thiết bị - cô Nguyệt"."""
    parted = OFFICE_AND_WHO.fullmatch(heading)
    if (
        not parted
        or CALLED_FIRST.search(office := parted["office"])
        or not are_doers(office)
        or POST.fullmatch(fold(office))
    ):
        return ()
    held = names_in(parted["who"])
    return held if held and all(CALLED_FIRST.match(one) or PERSON.match(one) for one in held) else ()


def _role_over_list(item: Item) -> People:
    """Return whom the heading over the work is for that an item is only a part of: "II. Kế toán", "- Báo cáo:"."""
    listed = len(item.headings) > 1 and item.rank in POINTS
    if not listed or not item.headings[-1].rstrip().endswith(":"):
        return ()
    return subject_of(item.headings[-1]) or _role_in(item.headings[-2], item)


def _role_in(heading: str, item: Item) -> People:
    """Return whom a heading hands its items to; outside “Tổ chức thực hiện” only a heading that is a name.

    The school of a letterhead, in capitals over a pasted text, hands out nothing.
    """
    if (is_capitals(heading) and school_in_head([heading])) or FOR_A_GRADE.fullmatch(fold(heading)):
        return ()
    heading = without_address(heading.strip(" :.*"))
    if (of_whom := IN_BRACKET.search(heading)) and CALLED_FIRST.search(of_whom[0]):
        # "Tổ Giám sát kế hoạch cải tiến (cô Hòa làm tổ trưởng)": its name in full
        heading = body if is_team(body := heading[: of_whom.start()]) else heading
    if held := _holders(heading):
        return held
    listed = split_people(heading)[0] if is_list_of_people(heading) and are_doers(heading) else ()
    if len(listed) > 1 or any(map(is_known, listed)):
        return listed
    if item.part is Part.CARRYING_OUT and not is_team(heading) and (role := role_of(heading)):
        if len(several := names_in(role[0])) > 1 and all(map(is_known, several)):
            return several
        return (with_name(role[0], heading),) if fold(heading).startswith(fold(role[0])) else role
    return bodies_in(heading)[:1] or (split_people(heading)[0][:1] if are_people(heading) or is_team(heading) else ())
