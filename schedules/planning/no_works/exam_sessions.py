"""Timetables of an exam beside the work of holding it on just these days: its sessions are details of that work."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import groupby

from schedules.plan import Finding, Precision, Severity
from schedules.planning.drafts import Draft, Understood
from schedules.proofreading.agreement import Days, span
from schedules.wording import fold

RULE = "chi-tiet-cua-viec"
SUBJECT = (
    r"(?:toan(?: hoc)?|ngu van|van|tieng (?:anh|viet|phap|nga|trung(?: quoc)?|nhat|han|duc|dan toc)|ngoai ngu(?: \d)?|"
    r"vat l[iy]|l[iy]|hoa(?: hoc)?|sinh(?: hoc)?|lich su(?: (?:va|&) dia l[iy])?|su|dia(?: l[iy])?|ls ?(?:&|va|-) ?dl|"
    r"gdcd|giao duc cong dan|gd ?kt ?(?:&|va)? ?pl|ktpl|giao duc kinh te va phap luat|kinh te(?: va)? phap luat|"
    r"tin(?: hoc)?|cong nghe|khoa hoc(?: tu nhien)?|khtn|khxh|tu nhien va xa hoi|tnxh|dao duc|am nhac|m[iy] thuat|"
    r"nghe thuat|the duc|giao duc the chat|gdtc|gdqp(?: ?(?:&|va|-) ?an)?|giao duc quoc phong(?: va an ninh)?|"
    r"to hop(?: \w+)?|(?:cac |\d+ )?mon (?:lua chon|tu chon|con lai|to hop|chuyen))"
)
TEST = r"(?:(?:to chuc|coi|lam bai)\s+)?(?:kiem tra|thi|khao sat|bai thi|bai kiem tra)"
OF_GRADE = (
    r"(?:(?:cac )?(?:khoi|lop)\s+[\da-z]{1,4}(?:(?:\s*[,;&/-]\s*|\s+va\s+)[\da-z]{1,4})*|\d{2,3}\s*(?:phut|'|p)\b)"
)
SESSION = re.compile(
    rf"^\W*(?:{TEST}\s+)?(?:mon\s*:?\s+)?{SUBJECT}(?:(?:\s*[,;+/&–-]\s*|\s+va\s+){SUBJECT})*"
    rf"(?:\W*(?:\([^()]*\)|{OF_GRADE}))*\W*$"
)
EXAM = re.compile(r"\b(?:kiem tra|thi|khao sat|danh gia)\b")
OTHER = re.compile(
    r"\b(?:on tap|on thi|on luyen|cham|ra de|lam de|duyet de|in sao|sao in|nop|lap danh sach|bao cao|hop|phuc khao|"
    r"chuan bi|nhap diem|vao diem|phach|dang ky|sua chua|kiem tra (?:ho so|noi bo|co so vat chat|viec|cong tac))\b"
)
"""What is done around an exam on days of its own."""

GRADE = re.compile(r"^\W*(?:(?:cac |toan )?(?:khoi|lop|truong)\b|hoc sinh|hs\b|\d)")
FEWEST = 2
SLACK_BEFORE, SLACK_AFTER = timedelta(days=2), timedelta(days=3)


def with_sessions(found: Understood) -> Understood:
    """Return what was read, the sessions of a timetable told as details of the one work that holds the exam then."""
    left, findings = list(found.drafts), list(found.findings)
    tabled = [draft for draft in left if draft.in_table]
    for number, group in groupby(tabled, key=_table):
        sessions = [draft for draft in group if _is_session(draft)]
        cover = _held_then(sessions, [draft for draft in left if not draft.in_table or _table(draft) != number])
        if cover:
            left = [draft for draft in left if not any(draft is one for one in sessions)]
            findings.append(_told(cover, sessions))
    return replace(found, drafts=tuple(left), findings=tuple(findings))


def _table(draft: Draft) -> int | None:
    return draft.task.mentions[0].place.table


def _is_session(draft: Draft) -> bool:
    """Whether a row is a subject tested on one day, and nobody is named for it but who is tested."""
    due = draft.task.due
    one_day = due.precision is Precision.DAY and due.day is not None and due.start in {None, due.day}
    people = [name for name in (*draft.task.owners, *draft.task.helpers) if not GRADE.match(fold(name))]
    return one_day and not due.recurrence and not people and SESSION.match(fold(draft.task.title)) is not None


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


def _told(cover: Draft, sessions: Sequence[Draft]) -> Finding:
    task = cover.task
    message = (
        f"Lịch {len(sessions)} buổi kiểm tra trong bảng là chi tiết của việc “{task.title}” ({task.due.words}), "
        "không tách thành việc riêng."
    )
    mentions = (task.mentions[0], *(draft.task.mentions[0] for draft in sessions))
    quotes, places = tuple(one.quote for one in mentions), tuple(one.place for one in mentions)
    return Finding(RULE, Severity.INFO, message, quotes, "Nếu cần nhắc từng buổi, hãy thêm việc cho buổi đó.", places)
