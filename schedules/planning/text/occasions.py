"""Days a text only celebrates, beside the time of its work: "hội trại kỷ niệm Ngày thành lập Đoàn trong tháng 3"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise, zip_longest

from schedules.planning.people.deeds import DEED
from schedules.planning.text.found_kinds import is_bare, is_day, is_frame, is_last_day, is_span, is_stretch
from schedules.planning.words.openers import CELEBRATIONS, celebrates
from schedules.wording import Found, fold

NEAR = 120
"""A day is judged by so many letters before it, so that a long paragraph costs what its sentences do."""

SENTENCE = re.compile(r"[.;]\s+")
COLON = re.compile(r"\s*:\s*\w")
PARTED = re.compile(r"[,;:.()\n]|\s(?:và|va|rồi|roi|còn|con)\s")
FOR_A_FEAST = re.compile(
    r"(?:^|[.;]\s)[\W\d]*(?:(?:nhằm|để|hướng tới|hướng đến|thiết thực|tiến tới|thi đua|lập thành tích)\s+)*"
    r"(?:(?:chào mừng|kỷ niệm|kỉ niệm|mừng|hưởng ứng|nhân)\b[^,.;:]{0,60})?$",
    re.IGNORECASE,
)
"""“Nhằm chào mừng ngày 20/11, các chi đội nộp …”: the sentence opens with what for."""

HELD = re.compile(
    r"\b(?:le|mit tinh|toa dam|gap mat|hop mat|lien hoan|hoi \w+|ngay hoi|dai hoi|dem|sinh hoat|chao co|to chuc)\b"
)
"""What is held for a feast is held on its day, though something for it is handed in before."""

GOES_ON = re.compile(
    r"^\W*(?:(?:phat dong|to chuc|thuc hien|tham gia|dang ky|hoan thanh|tiep tuc|dot)\s+)*"
    r"(?:thao giang|hoi giang|du gio|(?:phong trao )?thi dua|phong trao|(?:tiet|gio|buoi|tuan)(?: le)? (?:day|hoc) tot|"
    r"day tot|tuan le|len lop|day mau|(?:lam |ve |thi )?(?:bao tuong|bao anh)|trang tri)\b"
)
"""“Thao giảng chào mừng 20/11” in a week: lessons shown day after day for the feast, and not on it."""

MADE = re.compile(
    r"\b(?:nop|gui)(?: ve)? (?:\d+ )?(?:cac )?"
    r"(?:bai(?! giang)|san pham|tac pham|tranh|bao (?:tuong|anh|bang)|video|clip|anh|bo suu tap|thiep|mo hinh)\b"
)
CONTEST = re.compile(r"\b(?:(?:hoi|cuoc) thi|thi (?:bao tuong|ve|viet|sang tac|lam|thiet ke))\b")
"""A contest of what is made and handed in: the feast says what for."""

CELEBRATED_BEFORE = re.compile(
    rf"\b(?:{CELEBRATIONS}) (?:(?:lan thu )?\d{{1,3}}(?: nam| nam ngay)? )?(?:le )?"
    r"(?:(?:ngay )?(?:thanh lap|truyen thong|giai phong)(?: [a-z]+){1,8} |thanh lap |truyen thong )?$"
)
APPOSED = re.compile(r"[\s,;(–-]*\b(?:cu the|tuc|chinh thuc|du kien)(?: (?:la|vao|ngay|to chuc|dien ra))*\W*$")
"""“Ra mắt nhân dịp 26/3, cụ thể là sáng 24/3”: what stands behind says when."""

FIRST_YEAR = re.compile(r"\(?\b\d{1,2}\s*/\s*\d{1,2}\s*/\s*1\d{3}\s*[-–—]\s*$")
"""“Kỷ niệm 95 năm Ngày thành lập Đoàn 26/3/1931 - 26/3/2026”: what is celebrated, from its first day on."""

PUT = re.compile(r"^\W*(?:trong|vao|khoang|du kien|tuan|dau|giua|cuoi|nua|tu)\b")
"""What is put as a time; a day, week or month alone may be in the name of the feast."""

HELD_ON = re.compile(
    r"^\W*(?:luc\s+\d|(?:vao\s+)?(?:sang|chieu|toi|dem|trua|ngay|thu|chu nhat|truoc|cham nhat|muon nhat)\b|"
    r"\d{1,2}\s*(?:h|g|gio)\b)"
)
PLACE = re.compile(r"\bphòng\s+\w+")
NEAR_FEAST = timedelta(days=21)
"""“Vui Tết Trung thu cho học sinh tối 28/9”: a day so put, near the feast named before it, is when it is held."""


JOINED = re.compile(r"^\s*(?:,|&|và|va|, và)\s+(?:(?:kỷ niệm|mừng|chào mừng)\s+)?$", re.IGNORECASE)
"""“Chào mừng 26/3 và 30/4”: one feast beside the other."""


BRACKET = re.compile(r"[^.;:,()\n]{0,60}\($")
"""“Tuyên truyền Ngày Pháp luật cho học sinh (ngày 07/11)”: the bracket of the clause a feast is called in."""

STANDS_ALONE, CLOSES_ITEM = re.compile(r"[.;]\s*\($"), re.compile(r"\)?[\s.;]*$")
"""“Hội giảng chào mừng …; giao X chủ trì. (Từ 03/11 đến 14/11)”: a bracket of its own closes an item with its time."""


def is_occasion(found: Found) -> bool:
    """Whether a wording only names what is celebrated, beside the day itself, and so belongs to the title."""
    return celebrates(found.quote)


def only_celebrates(text: str, start: int, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether stretches behind a start only name what is celebrated: "chào mừng 43 năm Ngày Nhà giáo Việt Nam"."""
    places = [(start + first, start + last) for first, last in spans]
    told = [celebrates(text[first:last]) or _is_led_to(text, first) for first, last in places]
    return bool(told) and all(told)


def goes_on_for_days(text: str) -> bool:
    """Whether a text begins with what goes on for days: "Thao giảng", "Thi đua"; a ceremony is held on its day."""
    return GOES_ON.match(fold(text)) is not None


def _is_led_to(text: str, at: int) -> bool:
    before = FIRST_YEAR.sub("", text[max(0, at - NEAR) : at])
    return CELEBRATED_BEFORE.search(fold(before)) is not None


def without(found: Sequence[Found], gives_way: Callable[[Found, Found], bool]) -> list[Found]:
    """Return the times but those that give way to the time after them."""
    return [one for one, then in zip_longest(found, found[1:]) if not (then and gives_way(one, then))]


def without_occasions(text: str, found: Sequence[Found]) -> list[Found]:
    """Leave to the work a day it only celebrates, or that only its name tells, where the text says when it is held."""
    groups = celebrated_together(found, text)
    feasts = [replace(group[0], end=group[-1].end) for group in groups]
    left = without(feasts, lambda one, then: _gives_way(one, then, text))
    led = [one for before, one in pairwise(left) if _is_led(before, one, text)]
    kept = [group for one, group in zip(feasts, groups, strict=True) if one in left and one not in led]
    return [one for group in kept for one in group]


def celebrated_together(found: Sequence[Found], text: str) -> list[list[Found]]:
    """Return the times in order, those celebrated together as one: "chào mừng 26/3 và 30/4"."""
    groups: list[list[Found]] = []
    for one in found:
        last = groups[-1] if groups else []
        beside = bool(last) and celebrated(last[0], text) and JOINED.match(text[last[-1].end : one.start])
        if beside and (is_day(one) or one.grain == "event") and not PUT.match(fold(one.quote)):
            last.append(one)
        else:
            groups.append([one])
    return groups


def _gives_way(one: Found, then: Found, text: str) -> bool:
    return (_names_feast(one, text) and _is_own_time(one, then, text)) or _is_held_on(one, then, text)


def _names_feast(one: Found, text: str) -> bool:
    """Whether a day is known by what it is called, or is celebrated, the word for it in its wording or before it."""
    called = one.grain == "event" and is_bare(one) and not is_frame(one)
    return called or celebrated(one, text)


def celebrated(one: Found, text: str) -> bool:
    """Whether a day is only what is celebrated, the word for it in its wording or right before it."""
    if is_occasion(one):
        return True
    return (is_day(one) or one.grain == "event") and _is_led_to(text, one.start)


def _is_own_time(one: Found, then: Found, text: str) -> bool:
    """Whether the time after a feast is the work's: put as one in its clause, its last day, or where the feast leads.

    Of what only its name tells, the time has to be put as one.
    """
    between = text[one.end : then.start]
    told = is_day(then) or is_span(then)
    if (told or is_stretch(then)) and PUT.match(fold(then.quote)) and not PARTED.search(_unbracketed(between)):
        return True
    if not celebrated(one, text):
        return told and BRACKET.match(between) is not None and not DEED.search(f" {between}")
    if is_last_day(then) and (not PARTED.search(between) or _is_made_before(one, then, text)):
        return True
    told = told or is_last_day(then)
    leads = FOR_A_FEAST.search(text[: one.start]) and between.lstrip().startswith(",")
    ends = between.rstrip().endswith("(") and between.count("(") == 1
    labels = between.rstrip().endswith(":") or COLON.match(between) or APPOSED.match(fold(between))
    if told and STANDS_ALONE.search(between) and CLOSES_ITEM.match(text, then.end):
        return True
    return bool(told and (leads or ends or labels) and not SENTENCE.search(between))


def _is_held_on(one: Found, then: Found, text: str) -> bool:
    """Whether a feast that is named is held on the day put behind it, nothing else done in between."""
    named = one.grain == "event" and not is_frame(one)
    if (
        not named
        or not (is_day(then) or is_last_day(then))
        or not HELD_ON.match(fold(then.quote))
        or not one.due.day
        or not then.due.day
    ):
        return False
    between = text[one.end : then.start]
    parted = PARTED.search(between) or DEED.search(f" {PLACE.sub('', between).strip()}")
    return bool(between.strip()) and not parted and abs(then.due.day - one.due.day) <= NEAR_FEAST


def _unbracketed(between: str) -> str:
    """Return what stands between a feast and a time, without the bracket that opens for the time."""
    return between.rstrip().removesuffix("(")


def _is_led(before: Found, one: Found, text: str) -> bool:
    """Whether a day only celebrated follows the time its sentence states: "Trong tháng 3, tổ chức … kỷ niệm …"."""
    between = text[before.end : one.start]
    put = is_stretch(before) and PUT.match(fold(before.quote)) is not None
    return put and "(" not in one.quote and celebrated(one, text) and not re.search(r"[;:.()\n]", between)


def _is_made_before(one: Found, then: Found, text: str) -> bool:
    """Whether what a sentence makes for a feast is done with before it: "làm báo tường mừng 20/11, nộp trước 18/11"."""
    clause = SENTENCE.split(text[: one.start])[-1]
    first, last = one.due.day, then.due.day
    before = first is not None and last is not None and last <= first
    held = HELD.search(fold(clause)) and not (
        CONTEST.search(fold(clause)) and MADE.search(fold(text[one.end : then.start]))
    )
    return before and not SENTENCE.search(text[one.end : then.start]) and not held
