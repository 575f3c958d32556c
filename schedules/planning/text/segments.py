"""A text with one or more deadlines → the works it sets, each with its own stretch of words and its due."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import lru_cache
from itertools import pairwise

from schedules.plan import Due, Precision
from schedules.planning.doubts.left_times import left_beside
from schedules.planning.drafts import in_month
from schedules.planning.tables.contents import WORD
from schedules.planning.text.deadline_groups import grouped, opens
from schedules.planning.text.deadlines import deadlines_in, has_words, unmarked
from schedules.planning.text.found_kinds import is_day, is_frame, is_last_day, is_span, is_stretch, refines
from schedules.planning.text.led_clauses import FULL_STOP, clauses_behind, is_deed, is_work, leads_text
from schedules.planning.text.occasions import is_occasion
from schedules.planning.text.segment import Segment, with_places, with_receivers
from schedules.planning.text.standing_charges import behind_charge, behind_standing
from schedules.planning.words.openers import celebrates
from schedules.wording import Context, Found, fold, when

AND = r"v[aàâáã]"
"""“Và”, also as a scan reads it."""

CUT = re.compile(rf"[;.]\s+|;$|\s+(?:{AND}|rồi|còn)\s+|,\s+|\)\s*")
NEXT_DAY = re.compile(rf"^(?:\s*[,&+]\s*|\s+)(?:(?:{AND}|&)\s+)?(?:(?:vào\s+)?ngày\s+)?$", re.IGNORECASE)
"""What stands between the days of one work: "12/9 và ngày 13/9"."""

NEXT_PART = re.compile(r"^\s*\([^()\d]{2,40}\)\s*(?:[,;]|và)\s+(?:ngày\s+)?$", re.IGNORECASE)
"""What stands between the days of a work that is done in parts: "14/9 (toàn trường), 16/9 (các lớp)"."""

SHARES = re.compile(r"^(?:thang\s+)?\d{1,2}(?:\s*/\s*20\d\d)?$")
"""A month told after others, whose day and bound are those of the first."""

BRACKET = 80
BRACKETED = re.compile(rf"\s*\([^()\d]{{2,{BRACKET}}}\)\W*$")
"""What closes a text in brackets says who or where: "… vào sáng 20/11 (Công đoàn chủ trì)"."""

AND_BEFORE = re.compile(rf"^\s*(?:[,;&+]\s*)?(?:{AND})?\s*$", re.IGNORECASE)
CONNECTOR = re.compile(rf"^[\s,;.)]*(?:(?:{AND}|rồi|còn)\s+)?", re.IGNORECASE)


@lru_cache(maxsize=512)
def segments(text: str, context: Context, *, line: bool = False) -> tuple[Segment, ...]:
    """Return the works a text sets with a deadline, in order; () when it sets none.

    In a `line` of its own a bare day counts where its place makes it a time.
    """
    found = deadlines_in(text, context, line=line)
    if not found:
        return ()
    if led := _led(text, found, context, line=line):
        return led
    groups = _one_of_two(text, grouped(text, found))
    stretches = _stretches(text, groups)
    parts = [_segment(text, span, group, context) for span, group in zip(stretches, groups, strict=True)]
    days = [one for part, group in zip(parts, groups, strict=True) for one in _each_day(text, part, group)]
    return with_places(text, with_receivers(text, days))


def _led(text: str, found: Sequence[Found], context: Context, *, line: bool) -> tuple[Segment, ...]:
    """Return the works a month or week leads ("Tháng 9: A (trước 10/9); B, ngày 16/9"), clause by clause.

    () where it leads no list, or where no clause has a time of its own.
    """
    label = found[0]
    if not (is_stretch(label) or is_span(label)) or not leads_text(text, label):
        return ()
    here = in_month(context, label.due.day.month) if _is_one_month(label.due) and label.due.day else context
    led = clauses_under(label.due, text, label.end, here, line=line)
    one = len(clauses_behind(text, label.end)) == 1
    month = label.due.precision is Precision.MONTH  # of a week's one work a day may only name the feast
    return () if one and not (month and all(_is_inside(part.due, label) for part in led)) else led


def _is_inside(due: Due, label: Found) -> bool:
    """Whether the time of the one clause behind a month is told within it, and is no feast the clause names."""
    first, last = label.due.start, label.due.day
    inside = due.day is not None and first is not None and last is not None and first <= due.day <= last
    return (
        inside and due.precision is not label.due.precision and not celebrates(due.words) and "frame" not in due.implied
    )


def clauses_under(due: Due, text: str, at: int, here: Context, *, line: bool) -> tuple[Segment, ...]:
    """Return the works of the clauses from `at` on, those without a time of their own due as what leads them.

    () where no clause has a time of its own.
    """
    made, dated = list[Segment](), 0
    for start, end in clauses_behind(text, at):
        own = segments(text[start:end], here, line=line)
        if own and made and not is_work(text[start:end], own[0].spans):
            return ()  # "Viết sáng kiến; hoàn thành trước 30/11" is one work
        dated += len(own)
        if own:
            made += [replace(one, start=one.start + start, end=one.end + start) for one in own]
        elif made and (not made[-1].spans or not is_deed(text[start:end])):
            made[-1] = replace(made[-1], end=end)
        else:
            made.append(Segment(start, end, due, ()))
    return tuple(made) if dated else ()


def _is_one_month(due: Due) -> bool:
    return (
        due.start is not None
        and due.day is not None
        and (due.start.year, due.start.month)
        == (
            due.day.year,
            due.day.month,
        )
    )


def _each_day(text: str, part: Segment, group: Sequence[Found]) -> list[Segment]:
    """Return a work once for each of its days ("03/10, 17/10"); days that follow each other are one span."""
    if len(group) < 2:  # noqa: PLR2004
        return [part]
    days = [one.due.day for one in group if one.due.day]
    if _are_last_days(text, group) or _are_months(text, group):
        return [replace(part, due=_in_full(text, group[0], one), left=()) for one in group]
    if _come_again_together(text, group):  # one work, whose next time is read from all its words
        words = " ".join(text[group[0].start : group[-1].end].split())
        return [replace(part, due=replace(min((one.due for one in group), key=_day), words=words), left=())]
    in_parts = _are_joined(text, group, NEXT_PART)
    joined = in_parts or _are_joined(text, group, NEXT_DAY)
    if part.due.recurrence or not joined or not all(is_day(one) for one in group):
        return [part]
    if not in_parts and all(last - first == timedelta(days=1) for first, last in pairwise(days)):
        words = text[group[0].start : group[-1].end]
        return [replace(part, due=replace(group[0].due, start=days[0], day=days[-1], words=words), left=())]
    apart = all(first < last for first, last in pairwise(days))
    return [replace(part, due=_in_full(text, group[0], one), left=()) for one in group] if apart else [part]


def _day(due: Due) -> date:
    return due.day or date.max


def _come_again_together(text: str, group: Sequence[Found]) -> bool:
    """Whether a work comes back on several days of one rhythm: "chiều thứ 4, thứ 6 hằng tuần"."""
    if not all(one.due.comes_again and one.due.precision is Precision.DAY for one in group):
        return False
    one_rhythm = len({(one.due.recurrence, one.due.bound) for one in group}) == 1
    return one_rhythm and _are_joined(text, group, AND_BEFORE)


def _are_joined(text: str, group: Sequence[Found], sign: re.Pattern[str]) -> bool:
    """Whether nothing but a sign stands between the times of a work."""
    return all(sign.match(text[first.end : last.start]) for first, last in pairwise(group))


def _in_full(text: str, first: Found, one: Found) -> Due:
    """Return the due of a time that shares its words with the first: "12" of "trước ngày 15 các tháng 9, 12"."""
    shares = one is not first and SHARES.match(fold(one.quote))
    return replace(one.due, words=" ".join(text[first.start : one.end].split())) if shares else one.due


def _are_last_days(text: str, group: Sequence[Found]) -> bool:
    """Whether a work has several last days in the same words: "trước ngày 15/10 và trước ngày 15/3"."""
    if not all(is_last_day(one) for one in group):
        return False
    openers = {one.quote.split()[0].lower() for one in group if not SHARES.match(fold(one.quote))}
    alike = len({one.due.bound for one in group}) == 1 and len(openers) == 1
    days = [one.due.day for one in group if one.due.day]
    return alike and _are_joined(text, group, AND_BEFORE) and days == sorted(set(days))


def _are_months(text: str, group: Sequence[Found]) -> bool:
    """Whether a work is done again in months or weeks of their own: "tháng 11/2025, tháng 3/2026"."""
    if not all(is_stretch(one) for one in group) or len({one.due.precision for one in group}) > 1:
        return False
    days = [one.due.day for one in group if one.due.day and one.due.recurrence is None]
    return _are_joined(text, group, AND_BEFORE) and days == sorted(set(days)) and len(days) == len(group)


def _one_of_two(text: str, groups: list[list[Found]]) -> list[list[Found]]:
    """Put "Tháng 10: Hội nghị (15/10)" together: a work between a time and the day that refines it."""
    if len(groups) != 2 or has_words(text, 0, groups[0][0].start):  # noqa: PLR2004
        return groups
    (first,), last = groups[0][:1], groups[1][0]
    behind = groups[1][-1].end
    trails = not has_words(text, behind, len(text)) or BRACKETED.match(text, behind) is not None
    return [[*groups[0], *groups[1]]] if trails and refines(last.due, first.due) else groups


def _stretches(text: str, groups: Sequence[Sequence[Found]]) -> list[tuple[int, int]]:
    """Return where each work's words begin and end; a connector between two works belongs to neither."""
    starts, ends = [behind_standing(text, groups[0][0].start)], list[int]()
    for before, group in pairwise(groups):
        leading = _leads(text, starts[-1], before[0])
        end, start = _parting(text, before[-1].end, group, leading=leading)
        ends.append(end)
        starts.append(start)
    return list(zip(starts, [*ends, len(text)], strict=True))


def _leads(text: str, start: int, found: Found) -> bool:
    """Whether a time stands before the words of its work, which begins at `start`, or in a sentence behind it."""
    stops = [sign.end() for sign in FULL_STOP.finditer(text, start, found.start + 1)]
    if stops or start:
        return WORD.search(text, stops[-1] if stops else start, found.start) is None
    return not has_words(text, 0, found.start) and not is_deed(text[: found.start].strip(" -–•*+"))


def _parting(text: str, last: int, group: Sequence[Found], *, leading: bool) -> tuple[int, int]:
    """Return where a work ends whose time ends at `last`, and where the next one begins, whose times are `group`."""
    first = group[0].start
    if leading and (stop := _own_sentence(text, last, first)):
        return stop.start() + 1, stop.end()
    stop = FULL_STOP.search(text, group[-1].end)
    opened = _opens_sentence(text, last, first)
    if opened and has_words(text, group[-1].end, stop.start() if stop else len(text)):
        return opened.start() + 1, opened.end()
    if not leading and (charged := behind_charge(text, last, first)):
        return charged
    cuts = list(CUT.finditer(text, _behind_bracket(text, last, first), first))
    ends_sentence = not has_words(text, group[-1].end, stop.start() if stop else len(text))
    trails = leading and (ends_sentence or _ends_clause(text, cuts, group))
    if leading and not trails:
        return first, first
    if not cuts:
        return last, last
    cut = cuts[-1] if trails else cuts[0]
    return cut.start() + (text[cut.start()] == ")"), cut.end()


def _behind_bracket(text: str, last: int, first: int) -> int:
    """Return where the bracket closes that a time ending at `last` stands in, else `last`: no work ends inside it."""
    near = text[max(0, last - BRACKET) : last]
    close = text.find(")", last, first) if near.rfind("(") > near.rfind(")") else last
    return last if close < 0 or "(" in text[last:close] else close


def _ends_clause(text: str, cuts: Sequence[re.Match[str]], group: Sequence[Found]) -> bool:
    """Whether times end a clause between two semicolons that begins with its work: "Tháng 9: A; B trước 20/9; C"."""
    begun = bool(cuts) and cuts[-1][0].startswith(";") and has_words(text, cuts[-1].end(), group[0].start)
    return begun and text[group[-1].end :].lstrip(" )").startswith(";")


def _own_sentence(text: str, last: int, first: int) -> re.Match[str] | None:
    """Return the full stop behind which a sentence begins whose words stand before its time; None without one."""
    signs = list(FULL_STOP.finditer(text, last, first))
    return signs[-1] if signs and has_words(text, signs[-1].end(), first) else None


def _opens_sentence(text: str, last: int, first: int) -> re.Match[str] | None:
    """Return the full stop right behind which a time opens its sentence: "… tháng 11, X phụ trách. Tháng 12 mời …"."""
    signs = list(FULL_STOP.finditer(text, last, first + 1))
    return signs[-1] if signs and not WORD.search(text, signs[-1].end(), first) else None


def _is_impossible(due: Due, group: Sequence[Found]) -> bool:
    """Whether the deadline that was chosen is a day no calendar has: what else stands beside it is not its date."""
    return any(one.problem and one.due.words == due.words for one in group)


def _first_dated(group: Sequence[Found]) -> Due:
    return next((one.due for one in group if one.due.dated), group[0].due)


def _segment(text: str, span: tuple[int, int], group: Sequence[Found], context: Context) -> Segment:
    start, end = span
    told = [one.due for one in group if not is_occasion(one) and not is_frame(one)]
    connector = CONNECTOR.match(text[start:end]) if start else None
    start += connector.end() if connector else 0
    refined = any(refines(one.due, group[0].due) for one in group[1:])
    leads = opens(text, group[0]) and not WORD.search(text, start, group[0].start)
    if leads and not refined:
        group = group[:1]  # "Ngày 15/01: kết thúc học kỳ I" is due on the day it opens with
    due = group[0].due if len(group) == 1 else when(unmarked(text[start:end]), context)
    problem = next((one.problem for one in group if one.problem), None)
    dated = due if due.dated or _is_impossible(due, group) else _first_dated(group)
    dated = next((one.due for one in group if refines(one.due, dated)), dated)
    named = [one for one in group if not (len(group) > 1 and is_occasion(one))]
    spans = tuple((one.start - start, one.end - start) for one in named or group)
    return Segment(start, end, dated, spans, problem, left_beside(dated, told))
