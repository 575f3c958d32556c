"""A line of people that opens a section, and so speaks of all its works, however deep they stand or in which table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from schedules.plan import Place
from schedules.planning.drafts import Draft
from schedules.planning.outline import LISTED, Item, Part, Rank
from schedules.planning.people.charged_lines import charged_by
from schedules.planning.people.helpers import helped_by
from schedules.planning.people.named import is_owner_line, named_in, split_people
from schedules.planning.people.names import People
from schedules.planning.people.persons import are_doers, names_beside
from schedules.planning.people.rest_charged import is_of_whole_plan, rest_charged_by
from schedules.planning.text.field_lines import is_field, is_note
from schedules.planning.text.labels import done_in, says_when
from schedules.proofreading.naming import CAPITALS
from schedules.wording import fold

POINTS_AT = (
    r"(?:(?:cac |nhung |toan bo )?(?:muc|phan|noi dung|viec|cong viec|nhiem vu)\s+"
    r"(?:nay|(?:neu |ke |noi |o )?tren(?: day)?|trong muc nay)|(?:muc|phan)\s+(?P<number>\d{1,2}|[ivx]+)\b)"
)
WHO_LOOKS = (
    r"^\W*(?:(?:nguoi |dau moi )?(?:phu trach|chiu trach nhiem|chu tri)(?: chinh)?|"
    r"phan cong(?: (?:nguoi|can bo))?(?: (?:thuc hien|phu trach|chu tri|chiu trach nhiem|nhiem vu))?)\s+"
)
POINTED = re.compile(rf"{WHO_LOOKS}{POINTS_AT}\s*:")
IN_GENERAL = re.compile(rf"{WHO_LOOKS}(?:(?:chung|toan bo|ca muc)\b|{POINTS_AT}\s*:)")
"""“Phụ trách chung: …” speaks of its section, wherever in it the line stands; “Phụ trách mục 5: …” of that one."""

HANDED = re.compile(
    r"^\W*(?:giao|phan cong|cu)\s+(?P<who>[^:;.\d]{2,160}?)\s+(?:to chuc|thuc hien|trien khai|tien hanh|hoan thanh|"
    r"chu tri|phu trach|dam nhiem|lo|lam)\s+(?:thuc hien\s+)?(?:cac|nhung|toan bo)\s+(?:[^\W\d]+\s+){1,4}"
    r"(?:(?:neu|ke|noi|o)\s+)?tren(?:\s+day)?\W*$"
)
"""“Giao cô Vân tổ chức các đợt kiểm tra nêu trên.”: of all that stands above in its section."""

SAID = re.compile(
    r"^\W*(?:giao\s+|phân công\s+)?(?P<who>[^:;.]{2,80}?)\s+(?<!ổng )phụ trách\s+"
    r"(?:chung|toàn bộ|(?:các |những |toàn bộ )?(?:mục|mảng|phần|nội dung|công tác|việc|công việc|nhiệm vụ)"
    r"(?: việc)? (?:này|trên|trong mục này))\W*$",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"^\W*(?:mục|phần)\s+(?P<number>\d{1,2}|[ivx]+)\s+(?:này\s+)?do\s+(?P<who>[^:;.]{2,80}?)\s+"
    r"(?:phụ trách|thực hiện|đảm nhiệm|đảm nhận|chủ trì)\W*$",
    re.IGNORECASE,
)
"""“Mục 3 do Kế toán phụ trách.”: of the section of that number, above or round the line."""

MATTERS = re.compile(
    r"^\W*(?:(?:các|những|toàn bộ)\s+)*(?:(?:công\s+)?việc|nội dung|nhiệm vụ|hoạt động|phần)\s+"
    r"(?:dưới đây|sau đây|này|trên|trong mục này)\s+do\s+(?P<who>[^:;.]{2,80}?)\s+"
    r"(?:phụ trách|thực hiện|đảm nhiệm|đảm nhận|chủ trì)\W*$",
    re.IGNORECASE,
)
"""“Giao thầy Sơn phụ trách chung.”; “… chịu trách nhiệm chung” only says who answers for it above."""

ENDS_IN_NAME = re.compile(rf"\(\s*[{CAPITALS}][^()\d]{{2,60}}\)\W*$")
"""“(Bí thur Chi doân)”: somebody is named, whom a scan left unread."""

FEWEST_WORKS = 2


@dataclass(frozen=True, slots=True)
class _Charge:
    """Those a line names for the section under `headings`, or for one table of it.

    `rest` where the line says that it speaks of the works that name nobody, those of tables too.
    """

    headings: tuple[str, ...]
    owners: People
    helpers: People
    rows: frozenset[Place] = frozenset()
    rest: bool = False

    def is_over(self, draft: Draft) -> bool:
        here = not self.rows or _stands_in(draft.task.mentions[0].place, self.rows)
        return here and draft.headings[: len(self.headings)] == self.headings


def _stands_in(place: Place, rows: frozenset[Place]) -> bool:
    """Whether a place is in a table of these rows; in a scanned one only its line may be told."""
    if place.table is None:
        return place.line is not None and any((row.page, row.line) == (place.page, place.line) for row in rows)
    return any(row.table == place.table for row in rows)


def with_section_charges(drafts: Sequence[Draft], items: Sequence[Item]) -> tuple[Draft, ...]:
    """Return the drafts, those nobody is named for done by whom a line names that opens a section round them.

    The nearest section speaks. A table that tells who does some of its works has told whom it could.
    """
    charges = sorted(_charges(items), key=lambda one: (one.rest, not one.rows, -len(one.headings)))
    if not charges:
        return tuple(drafts)
    rest = [one for one in charges if one.rest]
    told = {draft.task.mentions[0].place.table for draft in drafts if draft.task.owners} - {None}
    return tuple(
        draft if draft.task.owners else _done(draft, rest if draft.task.mentions[0].place.table in told else charges)
        for draft in drafts
    )


def _done(draft: Draft, charges: Sequence[_Charge]) -> Draft:
    over = next((one for one in charges if one.is_over(draft)), None)
    quote = draft.task.mentions[0].quote
    if over is None or names_beside(quote) or (over.rest and ENDS_IN_NAME.search(quote)):
        return draft  # "Toán: thầy Nam, thi ngày 14/3": perhaps whom it names does it
    task = replace(draft.task, owners=over.owners, helpers=draft.task.helpers or over.helpers)
    return replace(draft, task=task, handed_down=True)


def _charges(items: Sequence[Item]) -> Iterator[_Charge]:
    told = Counter(item.headings for item in items if is_owner_line(item.body) or charged_by(item.body))
    for at, item in enumerate(items):
        if not item.block.is_row and (rest := rest_charged_by(item.body)):
            yield _Charge(_of_rest(items, at), rest, (), rest=True)
            continue
        if item.block.is_row or item.part is not Part.CONTENT:
            continue
        if told[item.headings] > 1 and not (POINTED.match(fold(item.body)) or _points(item.body)):
            continue
        owners, helpers = _named(item.body)
        scope = _scope(items, at) if owners else ()
        if scope:
            yield _Charge(scope, owners, helpers)
        elif owners and (rows := _rows_above(items, at)):
            yield _Charge(item.headings, owners, helpers, rows)


def _of_rest(items: Sequence[Item], at: int) -> tuple[str, ...]:
    """Return the headings of the section in which a line speaks of all that names nobody, () for the whole plan."""
    item, others = items[at], (*items[:at], *items[at + 1 :])
    inside = any(one.headings[: len(item.headings)] == item.headings for one in others)
    apart = item.part is not Part.CONTENT or is_of_whole_plan(item.body) or not inside
    return () if apart else item.headings


def _rows_above(items: Sequence[Item], at: int) -> frozenset[Place]:
    """Return the rows of the table a line of people stands right below, none below anything else or in a record."""
    above, item = items[max(0, at - 1)], items[at]
    behind = above.block.is_row and above.headings == item.headings and is_owner_line(item.body)
    if not behind or _is_of_record(items, item.headings):
        return frozenset()
    table = above.block.place.table
    return frozenset(one.block.place for one in items[:at] if one.block.is_row and one.block.place.table == table)


def _named(line: str) -> tuple[People, People]:
    """Return (owners, helpers) of a line that names people and sets no work, nobody for any other line."""
    if charged := charged_by(line):
        return charged.owners, charged.helpers
    if is_owner_line(line) or POINTED.match(fold(line)):
        who = line.partition(":")[2]
        first, *more = who.split(";")
        who = first if more and are_doers(first) and not are_doers(who) else who  # "kế toán; văn thư đưa lên website"
        owners, helpers = named_in(line)[:2] if named_in(line)[0] or not are_doers(who) else split_people(who)
        return owners, helpers or (helped_by(line) if owners else ())
    if handed := HANDED.match(fold(line)):
        who = line[slice(*handed.span("who"))]
        return named_in(line)[:2] if named_in(line)[0] else split_people(who) if are_doers(who) else ((), ())
    said = _said(line)
    return split_people(said["who"]) if said and are_doers(said["who"]) else ((), ())


def _said(line: str) -> re.Match[str] | None:
    return SAID.match(line) or MATTERS.match(line) or NUMBERED.match(line)


def _scope(items: Sequence[Item], at: int) -> tuple[str, ...]:
    """Return the headings of the section a line of people speaks of, () where it speaks of no whole section."""
    headings, line = items[at].headings, items[at].body
    general = IN_GENERAL.match(fold(line))
    numbered = general if general and general["number"] else NUMBERED.match(line)
    if numbered:
        return _numbered(items, headings, fold(numbered["number"]))
    if not (general or HANDED.match(fold(line)) or _said(line) or _points(line)):
        if (charged := charged_by(line)) and not charged.one and (ended := _ended(items, at)):
            return ended
        return headings if headings and _opens(items, at) and not _is_of_record(items, headings) else ()
    others = [item.headings for item in (*items[:at], *items[at + 1 :])]
    while headings and not any(one[: len(headings)] == headings for one in others):
        headings = headings[:-1]  # behind the last work of a list it stands under that work
    return headings


def _points(line: str) -> bool:
    """Whether a line of people says of itself that it speaks of a whole section."""
    charged = charged_by(line)
    return charged is not None and charged.whole


def _ended(items: Sequence[Item], at: int) -> tuple[str, ...]:
    """Return the headings of the section a line of its own ends behind several works, () where it ends none.

    No other line of the section gives anybody charge: else each would speak of the work above it.
    """
    line, below = items[at], items[at + 1 : at + 2]
    if not below or below[0].rank is Rank.TEXT or below[0].block.is_row:
        return ()
    section = line.headings[: len(below[0].headings) + 1]
    inside = [one for one in items[:at] if one.headings[: len(section)] == section]
    works = [one for one in inside if one.headings == section and one.rank in LISTED]
    named = any(is_owner_line(one.body) or charged_by(one.body) for one in inside)
    of_it = line.headings == section or line.rank is Rank.TEXT
    return section if of_it and not named and len(works) >= FEWEST_WORKS else ()


def _numbered(items: Sequence[Item], headings: tuple[str, ...], number: str) -> tuple[str, ...]:
    """Return the headings of the section of this number nearest round or beside a line, () without one."""
    sign = re.compile(rf"\W*(?:muc |phan )?{number}\s*[.)/:–-]")
    sections = (
        (*item.headings, item.body)
        for item in items
        if not item.block.is_row
        and item.headings == headings[: len(item.headings)]
        and sign.match(fold(item.block.text))
    )
    return max(sections, key=len, default=())


def _is_of_record(items: Sequence[Item], headings: tuple[str, ...]) -> bool:
    """Whether labelled lines say of one work what is done and when: the line of its people is of it alone."""
    beside = (item.body for item in items if item.headings == headings and not item.block.is_row)
    return any(says_when(line) or done_in(line) for line in beside)


def _opens(items: Sequence[Item], at: int) -> bool:
    """Whether only notes and running text stand between a line and the heading it stands under."""
    headings = items[at].headings
    for item in reversed(items[:at]):
        if item.headings != headings:
            return item.body == headings[-1] and item.headings == headings[:-1]
        if item.block.is_row or not (item.rank is Rank.TEXT or is_field(item) or is_note(item)):
            return False
    return False
