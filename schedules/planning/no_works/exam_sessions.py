"""Timetables of an exam beside the work of holding it on just these days: its sessions are details of that work."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import groupby

from schedules.plan import Precision
from schedules.planning.acts import acts_of
from schedules.planning.drafts import Draft, Understood
from schedules.planning.no_works.details import details_finding
from schedules.planning.words.likeness import likeness
from schedules.proofreading.agreement import Days, span
from schedules.wording import fold

SUBJECT = (
    r"(?:toan(?: hoc)?|ngu van|van|tieng (?:anh|viet|phap|nga|trung(?: quoc)?|nhat|han|duc|dan toc)|ngoai ngu(?: \d)?|"
    r"vat l[iy]|l[iy]|hoa(?: hoc)?|sinh(?: hoc)?|lich su(?: (?:va|&) dia l[iy])?|su|dia(?: l[iy])?|ls ?(?:&|va|-) ?dl|"
    r"gdcd|giao duc cong dan|gd ?kt ?(?:&|va)? ?pl|ktpl|giao duc kinh te va phap luat|kinh te(?: va)? phap luat|"
    r"tin(?: hoc)?|cong nghe|khoa hoc(?: tu nhien)?|khtn|khxh|tu nhien va xa hoi|tnxh|dao duc|am nhac|m[iy] thuat|"
    r"nghe thuat|the duc|giao duc the chat|gdtc|gdqp(?: ?(?:&|va|-) ?an)?|giao duc quoc phong(?: va an ninh)?|"
    r"to hop(?: \w+)?|(?:cac |\d+ )?mon (?:lua chon|tu chon|con lai|to hop|chuyen))"
)
TEST = r"(?:(?:to chuc|coi|lam bai)\s+)?(?:kiem tra|thi|khao sat|bai thi|bai kiem tra)"
NEXT = r"(?:\s*[,;&/-]\s*|\s+va\s+)"
CLASS = r"(?:1[0-2]|[1-9])(?:[a-z]\d{0,2})?(?![\da-z])"
OF_GRADE = (
    rf"(?:(?:cac )?(?:khoi|lop)\s+[\da-z]{{1,4}}(?:{NEXT}[\da-z]{{1,4}})*|{CLASS}(?:{NEXT}{CLASS})*|"
    rf"\d{{2,3}}\s*(?:phut|'|p)\b)"
)
SESSION = re.compile(
    rf"^\W*(?:{TEST}(?:\s+[–-])?\s+)?(?:mon\s*:?\s+)?{SUBJECT}(?:(?:\s*[,;+/&–-]\s*|\s+va\s+|\s+){SUBJECT})*"
    rf"(?:\W*(?:\([^()]*\)|{OF_GRADE}))*\W*$"
)
EXAM = re.compile(r"\b(?:kiem tra|thi|khao sat|danh gia)\b")
OTHER = re.compile(
    r"\b(?:on tap|on thi|on luyen|cham|ra de|lam de|duyet de|in sao|sao in|nop|lap danh sach|bao cao|hop|phuc khao|"
    r"chuan bi|nhap diem|vao diem|phach|dang ky|sua chua|kiem tra (?:ho so|noi bo|co so vat chat|viec|cong tac))\b"
)
"""What is done around an exam on days of its own."""

SAYS_WHEN = re.compile(
    r"(?:^|[.;:]\s+)\W*(?:thoi gian|lich|ngay)(?: to chuc| coi| lam bai)?(?: cac mon)? "
    r"(?:kiem tra|thi|khao sat)\b[^:.;]{0,20}(?::\s*(?:theo|xem|nhu|tai|o)\b[^:.;]*"
    r"\b(?:lich|thoi khoa bieu|phu luc|bang)\b[^.;:]*)?\W*$"
)
"""“Thời gian kiểm tra: theo lịch tại Phụ lục”: when the exam is held, and no work beside holding it."""

BAR = "|"
FEWEST_CELLS = 3
LASTS = re.compile(r"\b\d{2,3} ?p[a-z]{1,2}t\b")
PART_OF_DAY = re.compile(r"^\W*(?:(?:buoi|ca)\s+)?(?:s[a-z]{1,2}ng|ch[a-z]{2,3}u)\b\W*")
LIKE_SUBJECT = 0.75
LONG_SUBJECTS = ("ngu van", "tieng anh", "vat li", "hoa hoc", "sinh hoc", "lich su", "dia li", "tin hoc", "cong nghe")

GRADE = re.compile(r"^\W*(?:(?:cac |toan )?(?:khoi|lop|truong)\b|hoc sinh|hs\b|\d)")
FEWEST, LONGEST_SUBJECT = 2, 3
SLACK_BEFORE, SLACK_AFTER = timedelta(days=2), timedelta(days=3)


def with_sessions(found: Understood) -> Understood:
    """Return what was read, the sessions of a timetable told as details of the one work that holds the exam then.

    A line that only says when the exam is held becomes a mention of that work.
    """
    left, findings = _told_when(found.drafts), list(found.findings)
    tabled = [draft for draft in left if _table(draft) is not None]
    timetables = [_sessions_of(list(group)) for _, group in groupby(tabled, key=_table)]
    timetables.append([draft for draft in left if _table(draft) is None and _is_of_torn_table(draft)])
    for sessions in timetables:
        cover = _held_then(sessions, [draft for draft in left if not _is_beside(draft, sessions)])
        if cover:
            left = [draft for draft in left if not any(draft is one for one in sessions)]
            findings.append(details_finding(cover, sessions, f"Lịch {len(sessions)} buổi kiểm tra trong bảng", "buổi"))
    return replace(found, drafts=tuple(left), findings=tuple(findings))


def _sessions_of(rows: Sequence[Draft]) -> list[Draft]:
    """Return the sessions among the rows of a table, where most are also those of a subject nobody knows."""
    known = [draft for draft in rows if _is_session(draft)]
    if len(known) < FEWEST or 2 * len(known) < len(rows):
        return known
    return [draft for draft in rows if draft in known or (_is_of_one_day(draft) and _is_brief(draft))]


def _is_brief(draft: Draft) -> bool:
    """Whether a row only names something in a word or two, as a timetable does its subjects."""
    title = draft.task.title
    return len(title.split()) <= LONGEST_SUBJECT and not acts_of(title) and not OTHER.search(fold(title))


def _told_when(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts, those that only say when an exam is held titled as the one work that holds it then."""
    made = list[Draft]()
    for draft in drafts:
        days = span(draft.task.due) if SAYS_WHEN.search(fold(draft.task.title)) else None
        held = (
            [one for one in drafts if one is not draft and _holds(one) and span(one.task.due) == days] if days else []
        )
        titles = {one.task.title for one in held}
        made.append(replace(draft, task=replace(draft.task, title=titles.pop())) if len(titles) == 1 else draft)
    return made


def _holds(draft: Draft) -> bool:
    """Whether a work holds an exam, and does not only say when."""
    title = fold(draft.task.title)
    return bool(EXAM.search(title)) and not OTHER.search(title) and not SAYS_WHEN.search(title)


def _is_beside(draft: Draft, sessions: Sequence[Draft]) -> bool:
    """Whether a draft is one of the sessions, or stands in their table."""
    if any(draft is one for one in sessions):
        return True
    table = _table(sessions[0]) if sessions else None
    return table is not None and _table(draft) == table


def _table(draft: Draft) -> int | None:
    return draft.task.mentions[0].place.table


def _is_session(draft: Draft) -> bool:
    """Whether a row is a subject tested on one day, and nobody is named for it but who is tested."""
    return _is_of_one_day(draft) and SESSION.match(fold(draft.task.title)) is not None


def _is_of_one_day(draft: Draft) -> bool:
    due = draft.task.due
    one_day = due.precision is Precision.DAY and due.day is not None and due.start in {None, due.day}
    people = [name for name in (*draft.task.owners, *draft.task.helpers) if not GRADE.match(fold(name))]
    return one_day and not due.recurrence and not people


def _is_of_torn_table(draft: Draft) -> bool:
    """Whether a line is the row of a timetable that was torn, perhaps with bars lost: a day and what is tested then."""
    if draft.in_table and _is_session(draft):
        return True
    cells = [cell.strip() for cell in draft.task.mentions[0].quote.split(BAR)]
    if len(cells) < FEWEST_CELLS or not _is_of_one_day(draft) or any(acts_of(cell) for cell in cells):
        return False
    return any(LASTS.search(fold(cell)) for cell in cells) or any(_is_subject(cell) for cell in cells)


def _is_subject(cell: str) -> bool:
    """Whether a cell is a subject, perhaps misread in a letter or two, the part of the day before it aside."""
    plain = PART_OF_DAY.sub("", fold(cell))
    return SESSION.match(plain) is not None or any(likeness(plain, one) >= LIKE_SUBJECT for one in LONG_SUBJECTS)


def _held_then(sessions: Sequence[Draft], others: Sequence[Draft]) -> Draft | None:
    """Return the one work of holding an exam whose days are those of the sessions, give or take a weekend."""
    spans = [days for draft in sessions if (days := span(draft.task.due))]
    if len(spans) < FEWEST:
        return None
    whole = min(first for first, _ in spans), max(last for _, last in spans)
    found = [draft for draft in others if _covers(draft, whole)]
    return found[0] if len({span(draft.task.due) for draft in found}) == 1 else None


def _covers(draft: Draft, whole: Days) -> bool:
    due, title = draft.task.due, fold(draft.task.title)
    days = None if due.recurrence or due.precision not in {Precision.DAY, Precision.WEEK} else span(due)
    if days is None or due.start is None or not EXAM.search(title) or OTHER.search(title):
        return False
    return whole[0] - SLACK_BEFORE <= days[0] <= whole[0] and whole[1] <= days[1] <= whole[1] + SLACK_AFTER
