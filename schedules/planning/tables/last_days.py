"""Days that the head of their column, or the work's own first words, call the last: "Hạn nộp | 17/10/2025"."""

from __future__ import annotations

import re
from dataclasses import replace

from schedules.plan import Bound, Due, Precision
from schedules.planning.acts import acts_of
from schedules.wording import fold

DAY = (
    r"(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat),?\s*)?\(?(?:ngay\s+)?"
    r"\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*(?:20)?\d\d)?\)?"
)
ONE_DAY = re.compile(rf"^\W*{DAY}\W*$")
BARE_DAY = re.compile(r"^\W*\d{1,2}\s*[/.-]\s*\d{1,2}(?:\s*[/.-]\s*(?:20)?\d\d)?\W*$")
WITH_HOUR = re.compile(rf"^\W*(?:\d{{1,2}}\s*(?:gio|[hg:])\s*\d{{0,2}},?\s+)?{DAY}\W*$")

HEAD = r"^\W*(?:(?:ngay|thoi diem|moc)\s+)?"
HANDED_IN = re.compile(
    rf"{HEAD}(?:thoi han|han|deadline)\b.*\b(?:nop|gui|bao cao|dang ky|chot|cuoi(?: cung)?|ban giao|trinh)\b"
)
"""“Hạn nộp”, “Hạn chót”: the last day of whatever stands beside it, at whatever hour."""

COMPLETED = re.compile(
    rf"{HEAD}(?:(?:thoi han|han|deadline)\b.*\b(?:hoan thanh|xong|ket thuc|thuc hien)\b|(?:han|deadline)\W*$|"
    r"hoan thanh\s+(?:truoc|cham nhat)\b)"
)
"""“Thời hạn hoàn thành”: the last day of work, and the day itself of what is held."""

PERHAPS = re.compile(rf"{HEAD}thoi han\W*$")
"""“Thời hạn” also stands over times of any kind, which then say what they are."""

DAY_LABEL = re.compile(r"^\W*(?:thoi han|han|deadline)(?: (?:thuc hien|hoan thanh|to chuc))?\s*:\s*")
HELD = re.compile(
    r"^\W*(?:to chuc )?(?:buoi )?(?:hop|hoi (?!dong)|le|dai hoi|ngay hoi|tuan le|tap huan|kiem tra|khao sat|dien tap|"
    r"khai giang|khai mac|be giang|be mac|tong duyet|mit tinh|toa dam|chuyen de|ngoai khoa|tham quan|trai nghiem|coi|"
    r"day|kham|tiem|ky niem|gap mat|don|so ket|tong ket|chao co|sinh hoat|giai|tet|thi)\b"
)
OPENS = re.compile(
    r"^\W*(?:(?:thoi )?han (?:chot|cuoi(?: cung)?|nop|gui)\b(?! (?:cua|la|theo)\b)|"
    r"ngay cuoi (?:cung )?(?:nop|gui|nhan)\b)"
)
"""“Hạn chót vào điểm …” beside a day."""


def as_last_day(due: Due, head: str, work: str, time: str) -> Due:
    """Return the due of a work by its cell of times, a last day where the head of that column or the work calls it so.

    Only one plain day is: what the cell words by itself ("từ … đến …", "trước …", a month) stays as it is worded.
    """
    one = due.precision is Precision.DAY and due.bound is Bound.DURING and due.start in {None, due.day}
    if not one or due.recurrence or not _is_called_last(fold(head), work, fold(time)):
        return due
    return replace(due, start=None, bound=Bound.BY, basis=f"{due.basis}; là hạn cuối: “{_called(head, work)}”")


def as_day_held(due: Due, work: str) -> Due:
    """Return the due of a work by its line "Thời hạn: 25/01/2026": what is held, is held on that day."""
    words = DAY_LABEL.sub("", fold(due.words))
    last = due.precision is Precision.DAY and due.bound is Bound.BY and due.start is None and not due.recurrence
    if not last or words == fold(due.words) or not WITH_HOUR.match(words) or not _is_held(work):
        return due
    return replace(due, start=due.day, bound=Bound.DURING)


def _is_called_last(head: str, work: str, time: str) -> bool:
    if HANDED_IN.search(head) or OPENS.match(fold(work)):
        return WITH_HOUR.match(time) is not None
    if not (COMPLETED.search(head) or PERHAPS.search(head)) or _is_held(work):
        return False
    return (BARE_DAY if PERHAPS.search(head) else ONE_DAY).match(time) is not None


def _is_held(work: str) -> bool:
    return "hold" in acts_of(work) or HELD.match(fold(work)) is not None


def _called(head: str, work: str) -> str:
    opens = OPENS.match(fold(work))
    return " ".join((work[: opens.end()] if opens else head).split()).strip(" :.*")
