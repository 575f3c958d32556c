"""Which times of a text are those of one work: where the next begins a step, a round, a part, a sentence of its own."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from schedules.plan import Bound, Precision
from schedules.planning.acts import acts_of
from schedules.planning.people.deeds import begins_with_deed
from schedules.planning.tables.contents import WORD
from schedules.planning.text.found_kinds import is_day, is_last_day, is_span, is_stretch
from schedules.planning.text.group_times import leads_to_group
from schedules.planning.text.rounds import counts_round, leads_to_round
from schedules.proofreading.naming import CAPITALS
from schedules.wording import Found

FEWEST_WORDS = 3
LED_WORK = re.compile(r"^\s*:\s*\w[^:]*[;,.]\s*$")
OWN_NAME = re.compile(
    rf"^\s*\)?\s*[,;]\s+(?:[{CAPITALS}]\w+|(?:đợt|lần|vòng|khối|lớp|tổ|học kỳ|nhóm)\s+\w{{1,5}})"
    r"[^,;.()]{0,25}[(:,]?\s*(?:ngày\s+|từ\s+)?$"
)
STEP_AFTER = re.compile(r"^\s*\)?\s*[,;]\s+(?P<act>[^\W\d]+(?:\s+[^\W\d]+)?)\s*$")
NEXT_SENTENCE = re.compile(r"^\s*\.\s+$")
NO_STEP = re.compile(
    r"^(?:hoàn thành|hoàn tất|chậm nhất|muộn nhất|gia hạn|kết thúc|riêng|trong|từ|đến|thời gian|thời hạn)\b"
)
"""“Lập dự toán trước 10/9, hoàn thành trước 20/9” is one work twice; “sơ kết trước 31/12, tổng kết trước 31/5” two."""


def grouped(text: str, found: Sequence[Found]) -> list[list[Found]]:
    """Return the deadlines of a text, those put together that have no work of their own between them."""
    groups = [[found[0]]]
    words_before = len(WORD.findall(text[: found[0].start]))
    ends = [*(one.start for one in found[2:]), len(text)]
    for (before, one), after in zip(pairwise(found), ends, strict=False):
        between = text[before.end : one.start]
        words = len(WORD.findall(between))
        short = words == FEWEST_WORDS - 1 and between.lstrip(" )").startswith(";")
        led = opens(text, one) and (
            LED_WORK.match(between) or (";" in between and len(groups[-1]) > 1 and opens(text, groups[-1][0]))
        )
        next_ = words_before > 1 and _begins_sentence(text, before, one, after)
        if words >= FEWEST_WORDS or short or led or next_ or _begins_work(text, before, one):
            groups.append([one])
        else:
            groups[-1].append(one)
    return groups


def opens(text: str, found: Found) -> bool:
    """Whether a time stands before a colon, so that a work follows."""
    return text[found.end :].lstrip().startswith(":")


def _begins_work(text: str, before: Found, one: Found) -> bool:
    """Whether few words between two times of a text name the work of the second."""
    if leads_to_group(text[before.end : one.start]):
        return before.due.day != one.due.day
    return _are_apart(text, before, one) or _is_next_step(text, before, one) or _is_next_round(text, before, one)


def _is_next_round(text: str, before: Found, one: Found) -> bool:
    """Whether the day of the work's next round follows: "lần 1 trước 12/01; lần 2 trước 24/5"."""
    kinds = (is_last_day, _is_held, is_stretch)
    alike = any(all(kind(day) for day in (before, one)) for kind in kinds)
    between = text[before.end : one.start]
    if not (alike or counts_round(between)) or not leads_to_round(between):
        return False
    return before.due.day is not None and one.due.day is not None and before.due.day < one.due.day


def _is_held(found: Found) -> bool:
    """Whether a wording is the day, or the days on end, on which something is held."""
    return is_day(found) or is_span(found)


def _are_apart(text: str, before: Found, one: Found) -> bool:
    """Whether each of two times has a name of its own before it: "Tổ 1 (14/10 - 18/10), Tổ 2 (21/10 - 25/10)"."""
    named = OWN_NAME.match(text[before.end : one.start])
    first, then = before.due, one.due
    if not named or not first.day or not then.day or first.precision is not then.precision:
        return False
    return then.start is not None and first.start is not None and first.day < then.start


def _is_next_step(text: str, before: Found, one: Found) -> bool:
    """Whether a work of two words and its own last day follow another's: "…, cập nhật trước ngày 31/01"."""
    step = STEP_AFTER.match(text[before.end : one.start])
    if not step or NO_STEP.match(step["act"].lower()) or text[one.end :].lstrip().startswith(":"):
        return False
    if before.due.day is None or one.due.day is None or before.due.day >= one.due.day:
        return False
    if acts_of(step["act"]) or begins_with_deed(
        step["act"].lower()
    ):  # "phát động ngày 3/11, tổng kết ngày 20/11", "thu trước 20/9; duyệt trước 25/9"
        return (is_span(before) or is_day(before) or is_last_day(before)) and (is_day(one) or is_last_day(one))
    held = is_day(before) and text[before.end :].startswith(")")  # "Hội giảng (ngày 20/11), tổng kết trước 25/11"
    last_days = (held or before.due.bound is Bound.BEFORE) and before.due.precision is one.due.precision
    counted = len(step["act"].split()) > 1 and one.due.precision is Precision.DAY
    return last_days and counted and one.due.bound is Bound.BEFORE


def _begins_sentence(text: str, before: Found, one: Found, after: int) -> bool:
    """Whether a time opens the next sentence: "Nghỉ ngày 2/9. Ngày 5/9 khai giảng"; `after` is where its words end."""
    behind = len(WORD.findall(text[one.end : after]))
    return bool(NEXT_SENTENCE.match(text[before.end : one.start])) and one.quote[:1].isupper() and behind > 1
