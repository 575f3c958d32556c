"""Owners named once for a list: in a heading ("chủ trì: Ban Khảo thí"), or in the line that opens it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from schedules.planning.outline import LISTED, Item, Part, Rank
from schedules.planning.people.field_headings import holders_of_field
from schedules.planning.people.helpers import helped_by
from schedules.planning.people.named import is_list_of_people, named_in, split_people
from schedules.planning.people.names import NOBODY, Charge, People
from schedules.planning.people.persons import CALLED, are_doers, are_people
from schedules.planning.people.roles import without_address
from schedules.planning.people.subjects import is_team, subject_of
from schedules.planning.people.worn_labels import unworn_labels
from schedules.wording import fold

ASKED = re.compile(r"^.*?\b(?:đề nghị|yêu cầu|giao(?:\s+cho)?|phân công(?:\s+cho)?)\s+(?=\w)", re.IGNORECASE)
"""“Hiệu trưởng yêu cầu các tổ thực hiện:” asks the teams, not the head."""

ANSWERS_FOR = re.compile(
    r"^(?P<who>.{2,60}?)\s+(?:chịu trách nhiệm|có trách nhiệm|có nhiệm vụ|được giao|đảm nhiệm|"
    r"đảm nhận|(?<!ổng )phụ trách|chủ trì)\b",
    re.IGNORECASE,
)
OF_THE_PLAN = re.compile(
    r"xây dựng kế hoạch|ban hành|đề ra|như sau|thông báo|triển khai kế hoạch|^(?:các\s+)?(?:nhà )?trường\b",
    re.IGNORECASE,
)
"""“Trường … triển khai kế hoạch như sau:” opens the plan itself and hands nothing to anybody."""

WHOEVER = re.compile(r"(?:(?:cac|tung|moi|toan the) )*(?:bo phan|dong chi|d/c|ca nhan|thay co|thay,? co giao)\b(?! \w)")
"""“Hiệu trưởng yêu cầu các bộ phận thực hiện một số nội dung sau:” hands nothing to anybody before the others."""


LABEL_AT_END = re.compile(r"\w\W+(?:nguoi |bo phan |don vi )?(?:phu trach|thuc hien|chu tri|dau moi|phan cong)\s*:\s*$")
WITH_POST = re.compile(rf"(?P<who>(?:[^\W\d]+\s+){{0,4}}?{CALLED})\s*\([^()]*\)?")


@dataclass(frozen=True, slots=True)
class _Lead:
    """Owners named by a line that opens a list: how deep its items stand, and the sign of the line itself."""

    depth: float
    sign: str
    charge: Charge


def handed_down(items: Sequence[Item]) -> Mapping[int, Charge]:
    """Return, by the index of each item, those a line or heading over it names once for its whole list."""
    found: dict[int, Charge] = {}
    lead: _Lead | None = None
    for at, item in enumerate(items):
        if item.block.is_row or (lead and _ends(lead, item)):
            lead = None
        if item.block.is_row:
            continue
        if charge := (lead.charge if lead and _is_of(lead, item) else None) or _over(item):
            found[at] = charge
        lead = _opened(item, items[at + 1 : at + 2]) or lead
        if broken := _on_next_line(item, items[at + 1 : at + 2]):
            found[at] = broken
    return found


def _on_next_line(item: Item, following: Sequence[Item]) -> Charge | None:
    """Return those the next line names whom a label at the end of a line calls for ("… 25/5. Người thực hiện:")."""
    told = LABEL_AT_END.search(unworn_labels(fold(item.body)))
    if not told or not following or following[0].block.is_row or following[0].rank is not Rank.TEXT:
        return None
    who = following[0].body.strip(" .;")
    if not (are_people(who) and is_list_of_people(who)):
        return None
    owners, helpers = split_people(who)
    return Charge(owners, helpers, by_line=True)


def _ends(lead: _Lead, item: Item) -> bool:
    return item.rank is Rank.TEXT or item.depth < lead.depth or (item.depth == lead.depth and _sign(item) == lead.sign)


def _is_of(lead: _Lead, item: Item) -> bool:
    """Whether an item is one the lead hands over; numbered ones with lists of their own are chapters of a plan."""
    return item.depth == lead.depth or lead.depth >= Rank.LETTER.value


def _opened(item: Item, following: Sequence[Item]) -> _Lead | None:
    """Return the lead a line is: it ends in a colon, and a list that is not of its own kind follows."""
    below = next((one for one in following if not one.block.is_row and one.rank in LISTED), None)
    if below is None or item.part is Part.HEAD or not item.body.rstrip().endswith(":"):
        return None
    beside = item.rank is Rank.TEXT or (item.depth == below.depth and _sign(item) != _sign(below))
    charge = handed_by(item.body) if beside else NOBODY
    sign = _sign(item) if item.rank is not Rank.TEXT else ""
    return _Lead(below.depth, sign, charge._replace(by_line=True)) if charge.owners else None


def _over(item: Item) -> Charge | None:
    """Return whom the nearest heading names for all that stands under it, however deep."""
    for heading in reversed(item.headings):
        charge = Charge(*named_in(heading)[:2])
        charge = charge if charge.owners else holders_of_field(heading)
        if not charge.owners and heading.rstrip().endswith(":"):
            charge = handed_by(heading)
        if charge.owners:
            return charge
    return None


def handed_by(line: str) -> Charge:
    """Return whom a line that opens a list hands it to ("Giao Văn thư thực hiện:"), nobody when it names none."""
    text = line.strip(" :.*_")
    if OF_THE_PLAN.search(text):
        return NOBODY
    owners, helpers, _ = named_in(text)
    owners = tuple(map(_by_name, owners or _handed_to(text)))
    if all(WHOEVER.match(fold(one)) for one in owners):
        return NOBODY
    return Charge(owners, tuple(map(_by_name, helpers or helped_by(text)))) if owners else NOBODY


def _by_name(who: str) -> str:
    """Return a person by name without what a bracket says they are: "thầy Vần (giáo viên Tin học)"."""
    called = WITH_POST.fullmatch(who)
    return called["who"] if called else who


def _handed_to(text: str) -> People:
    text = without_address(ASKED.sub("", text, count=1))
    answers = ANSWERS_FOR.match(text)
    if answers and (are_people(answers["who"]) or is_team(answers["who"])):
        return split_people(answers["who"])[0]
    if (are_doers(text) and is_list_of_people(text)) or is_team(text):
        return split_people(text)[0]
    return subject_of(text)


def _sign(item: Item) -> str:
    return item.block.text.lstrip()[:1]
