"""Deadlines in the running text: numbered items, bullets, headings that name a month, brackets after an item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schedules.plan import Due, Precision
from schedules.planning.acts import acts_of
from schedules.planning.drafts import Understood, in_month
from schedules.planning.head.letterhead import lines_of_letterhead
from schedules.planning.head.signing import is_signing_line
from schedules.planning.no_works.listed_details import details_in, details_told
from schedules.planning.no_works.rests import notes_rest
from schedules.planning.outline import POINTS, Item, Part, Rank
from schedules.planning.people.handed_down import handed_down
from schedules.planning.people.names import NOBODY
from schedules.planning.start_day import names_start
from schedules.planning.tables.day_over import lines_of_days
from schedules.planning.text.aims import aims_told, aims_within, is_aim
from schedules.planning.text.field_lines import is_charge, is_field, is_helpers, is_note
from schedules.planning.text.fields import with_fields
from schedules.planning.text.focus import is_only_focus
from schedules.planning.text.frames import without_frames
from schedules.planning.text.labels import says_when
from schedules.planning.text.line_works import Line, works_of_line
from schedules.planning.text.said_once import said_once
from schedules.planning.text.segments import segments
from schedules.planning.text.time_headings import (
    Around,
    TimeHeading,
    agendas,
    as_heading,
    beside,
    closed_by,
    is_line_of_time,
    kind_of_item,
    names_theme,
    still_open,
    themed_agendas,
    week_of,
)
from schedules.planning.text.time_lines import works_spoken_of
from schedules.planning.text.unread_times import unread_time
from schedules.planning.text.worn_people import Restorer, restorer
from schedules.planning.weeks.notes import fixes_weeks, is_week_note
from schedules.wording import Context, find, fold, unset

READ = frozenset({Part.AIMS, Part.CONTENT, Part.CARRYING_OUT, Part.APPENDIX})
LETTER_LENGTH, LOOK_AHEAD = 60, 5
GROUNDS = re.compile(r"^\W*can cu\b(?=.{20}).*[:;,]$|^\W*c[a-z0-9]n c[a-z0-9] (?:[a-z]+ ){0,3}s[o06]\b")
"""The grounds a plan rests on, and what they announce after a colon: nothing to do by their dates."""

RECITAL = re.compile(
    r"^\W*(?:ton tai|han che|uu diem|ton tai, han che|han che, ton tai)\s*:|"
    r"^\W*(?:ve )?(?:kho khan|thuan loi|thach thuc|diem manh|diem yeu|nguyen nhan|thuan loi, kho khan)\s*:"
    r"(?!.*\b(?:truoc|cham nhat|muon nhat|han|khac phuc|giai phap|bien phap)\b)"
)
"""What went well or badly before: told, not set."""

ALREADY = re.compile(r"\(\s*da (?:xong|hoan thanh|thuc hien|lam|to chuc)(?: xong)?\s*\)")
"""“Bước 1 (đã xong): …”."""

FOLLOWED = (
    r"(?:quyet dinh|cong van|ke hoach|thong tu|nghi quyet|nghi dinh|chi thi|huong dan|thong bao|chuong trinh|van ban|"
    r"luat|ket luan|cong dien)"
)
OPENING = re.compile(
    r"^\W*(?:ve viec|v/v)\b|^\W*can cu\b(?!.*\b(?:truoc|cham nhat|muon nhat|han)\b)|\b(?:nhu sau|sau day|cu the)\W*$|"
    rf"^\W*(?:thuc hien|trien khai|theo|xet|chap hanh|tiep tuc thuc hien) (?:[a-z]+ ){{0,3}}?{FOLLOWED}\b"
    r"(?!.*\b(?:truoc|cham nhat|muon nhat|han|yeu cau|de nghi)\b).*[;,]\W*$|"
    r"^\W*xet (?:nhu cau|ket qua|tinh hinh|de nghi|dieu kien|nang luc|thuc te|to trinh|don|y kien)\b.*[;,]\W*$"
)
"""What opens a document: its grounds, and the sentence that announces the rest."""

ATTACHED = re.compile(r"^\W*kem theo")
CLOSES = re.compile(
    r"^\W*tren day la (?:toan bo |mot so )?(?:noi dung |du thao )?"
    r"(?:ke hoach|bao cao|lich|chuong trinh|noi dung|phan cong|quy dinh|huong dan|thong bao)\b"
    r"(?!.*\b(?:truoc ngay|cham nhat|muon nhat)\b)"
)
"""The sentence that closes a paper names it, and sets no work unless it sets a last day."""

ABOUT_ITSELF = re.compile(
    r"^\W*(?:ke hoach|lich(?: cong tac| lam viec)?|thong bao|cong van|van ban|chuong trinh)(?: cong tac)? nay\b(?!.*\d)"
)
"""“Lịch này thay cho thông báo, đề nghị các đồng chí thực hiện”: what a paper says of itself stands under no day."""

OF_A_HEADING = re.compile(r"^\s*\([^()]*\)\W*$")


@dataclass(frozen=True, slots=True)
class Sorted:
    """The items of a text by what they are, with their indexes: lines that may set work, fields of works, aims.

    `restored` puts words of a worn document right.
    """

    lines: tuple[tuple[int, Line], ...]
    fields: tuple[int, ...]
    aims: tuple[Item, ...]
    restored: Restorer


def body_drafts(items: Sequence[Item], context: Context) -> Understood:
    """Return the dated works of all items that are no table rows."""
    found = _sorted(items, context)
    read = [(at, works_of_line(line)) for at, line in found.lines]
    drafts = [(at, draft) for at, works in read for draft in works.drafts]
    told = without_frames(said_once(drafts, items), items)
    findings = (finding for _, works in read for finding in works.findings)
    parts = details_told(items, details_in(items), {draft.task.mentions[0].place for _, draft in told})
    drafts_told = with_fields(told, items, found.fields, found.restored)
    duties = tuple(duty for _, works in read for duty in works.duties)
    return Understood(drafts_told, (*findings, *aims_told(found.aims), *parts), duties)


def _sorted(items: Sequence[Item], context: Context) -> Sorted:
    """Return the items of a text sorted, each line with the time it stands under and the heading it may be."""
    lines, fields, aims, above = list[tuple[int, Line]](), list[int](), list[Item](), list[TimeHeading]()
    spoken_of, agenda, handed = works_spoken_of(items), agendas(items, context), handed_down(items)
    themed, details = themed_agendas(items, context), details_in(items)
    of_tables, restored = lines_of_days(items, context), restorer("\n".join(item.block.text for item in items))
    for at, item in enumerate(items):
        following = items[at + 1 : at + 1 + LOOK_AHEAD]
        if item.block.is_row or not (_is_read(item) or _opens_agenda(item, following, context)):
            continue
        above = still_open(above, item)
        here = _under(context, above)
        if at in details and not segments(item.body, here, line=True):
            continue
        if (is_field(item) or is_helpers(item) or is_charge(item)) and not segments(item.body, here, line=True):
            fields.append(at)
            continue
        if is_aim(item):
            aims += [item] if _says_when(item.body, here) else []
            continue
        if any(one.due.dated for told in aims_within(item.body) for one in find(told, here)):
            aims.append(item)
        nearest = above[-1] if above and not is_only_focus(item, items[at:]) else None
        kind = kind_of_item(item)
        around = Around(items[at - 1] if at else None, following, kind in agenda, week_of(above), kind in themed)
        heading = None if details.get(at + 1) == at else as_heading(item, around, here)
        above = [*beside(above, heading), heading] if heading else closed_by(item, above, here)
        if (
            at not in of_tables
            and not _is_of_heading(items, at)
            and (heading.is_work if heading else not _is_bare(item, following, here))
        ):
            heads = _heads(item, following)
            told = spoken_of.get(at, ""), handed.get(at, NOBODY), _is_over_text(item, following), restored
            lines.append((at, Line(item, here, nearest, heads, *told)))
    return Sorted(tuple(lines), tuple(fields), tuple(aims), restored)


def _says_when(text: str, context: Context) -> bool:
    """Whether an aim says by when: a time, one nobody could read, or one still to come that its words only tell of."""
    if segments(text, context, line=True) or unread_time(text, context):
        return True
    signed = context.doc_date
    return any(one.last is not None and (signed is None or one.last >= signed) for one in unset(text, context))


def _is_bare(item: Item, following: Sequence[Item], context: Context) -> bool:
    """Whether a line names no work though it tells a time: a week's days, a month's theme, a time over its table."""
    below = next((one for one in following if one.block.is_row or not is_note(one)), None)
    over_table = below is not None and below.block.is_row and not says_when(item.body)
    over_table = over_table and is_line_of_time(item.body, context)
    return over_table or fixes_weeks(item.body) or names_theme(item, context)


def _is_of_heading(items: Sequence[Item], at: int) -> bool:
    """Whether a line is a bracket under a heading, which tells of it and sets no work: "(Từ ngày … đến ngày …)"."""
    body = items[at].body
    over = at > 0 and not items[at - 1].block.is_row and items[at - 1].rank is Rank.SECTION
    return over and OF_A_HEADING.match(body) is not None and not acts_of(body.strip(" ()"))


def _is_read(item: Item) -> bool:
    plain = fold(item.body)
    told = any(begins.match(plain) for begins in (ATTACHED, GROUNDS, RECITAL, ABOUT_ITSELF))
    if told or names_start(item.body) or ALREADY.search(plain[:LETTER_LENGTH]):
        return False
    if is_signing_line(item.body) or lines_of_letterhead(item.body):
        return False
    if is_week_note(item) or CLOSES.match(plain) or notes_rest(item.body):
        return False
    if item.part is Part.HEAD:
        return len(item.body) > LETTER_LENGTH and not OPENING.search(plain)
    return item.part in READ


def _opens_agenda(item: Item, following: Sequence[Item], context: Context) -> bool:
    """Whether a line of the head is the first time of the list below it, which has no heading: "Thứ Hai, 06/10:"."""
    leads = item.part is Part.HEAD and item.body.rstrip().endswith(":") and following
    return bool(leads) and following[0].rank in POINTS and is_line_of_time(item.body, context)


def _under(context: Context, above: Sequence[TimeHeading]) -> Context:
    """A heading of one month speaks for the weeks and bare days under it."""
    months = {heading.due.day.month for heading in above if _is_month(heading.due) and heading.due.day}
    return in_month(context, months.pop() if len(months) == 1 else None)


def _is_month(due: Due) -> bool:
    one = due.start is None or due.day is None or due.start.month == due.day.month
    return due.precision is Precision.MONTH and one


def _is_over_text(item: Item, following: Sequence[Item]) -> bool:
    """Whether a marked item stands over a paragraph of running text."""
    below = following[0] if following else None
    if item.rank in POINTS | {Rank.TEXT} or below is None or below.block.is_row or below.rank is not Rank.TEXT:
        return False
    return len(below.body) > LETTER_LENGTH and not is_field(below)


def _heads(item: Item, following: Sequence[Item]) -> bool:
    """Whether an item heads a list: a deeper one, or, ending in a colon, one beside it; running text goes on."""
    if not following or following[0].block.is_row:
        return False
    below = following[0].rank
    if item.body.rstrip().endswith(":") and below is not Rank.TEXT and below.value >= item.depth:
        return True
    return item.rank is not Rank.TEXT and bool(item.depth < below.value < Rank.TEXT.value)
