"""A text with one or more deadlines → the works it sets, each with its own stretch of words and its due."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import pairwise, zip_longest

from schedules.plan import Bound, Due, Precision
from schedules.planning.acts import acts_of
from schedules.planning.text.bare_times import times_in
from schedules.planning.text.found_kinds import is_bare, is_day, is_frame, is_last_day, refines
from schedules.planning.text.label_words import without_label
from schedules.planning.text.next_works import begins_sentence, begins_work
from schedules.planning.text.rounds import is_round, label_before_bracket, names_round, without_counts
from schedules.wording import Context, Found, find, when

CUT = re.compile(r"[;.]\s+|;$|\s+(?:và|va|rồi|còn)\s+|,\s+|\)\s*")
WORD = re.compile(r"[^\W\d_]{2,}")
FEWEST_WORDS = 3
FINER = {Precision.DAY, Precision.WEEK, Precision.MONTH}
TIME_FOLLOWS = re.compile(r"(?:^\W*|[:(,;–-]\s*|\b(?:vào|trong|từ|khi|thời gian|dự kiến)\s+)$", re.IGNORECASE)
SAYS_WHEN = re.compile(r"^\W*(?:quý|vào|trong|từ|hè|dự kiến)\b", re.IGNORECASE)
OCCASION = re.compile(r"^(?:kỷ niệm|kỉ niệm|chào mừng|mừng|nhân dịp|nhân ngày|hưởng ứng)\b", re.IGNORECASE)
CAMPAIGN = re.compile(r"\b(?:thi đua|phong trào|lập thành tích|chủ điểm|chủ đề(?: tháng)?)\W*$", re.IGNORECASE)
"""“Thi đua chào mừng 20/11” goes on for weeks: the feast is what for, not when."""

LEADS, COLON = re.compile(r"\W*"), re.compile(r"\s*:\s*\w")
LED_WORK = re.compile(r"^\s*:\s*\w[^:]*[;,.]\s*$")
NEXT_DAY = re.compile(r"^(?:\s*[,&+]\s*|\s+)(?:(?:và|va|&)\s+)?(?:(?:vào\s+)?ngày\s+)?$", re.IGNORECASE)
"""What stands between the days of one work: "12/9 và ngày 13/9"."""

AND_BEFORE = re.compile(r"^\s*(?:[,;&+]\s*)?(?:và|va)?\s*$", re.IGNORECASE)
NAMED_BY = re.compile(r"^[^.;]{0,60}$")
PARTED = re.compile(r"[,;:.()\n]|\s(?:và|va|rồi|roi|còn|con)\s")
CONNECTOR = re.compile(r"^[\s,;.)]*(?:(?:và|va|rồi|còn)\s+)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Segment:
    """One work: where its words stand in the text, its due, and the spans of its deadline words within it."""

    start: int
    end: int
    due: Due
    spans: tuple[tuple[int, int], ...]
    problem: str | None = None


def segments(text: str, context: Context, *, line: bool = False) -> tuple[Segment, ...]:
    """Return the works a text sets with a deadline, in order; () when it sets none.

    In a `line` of its own a bare day counts where its place makes it a time.
    """
    known = times_in if line else find
    found = [one for one in map(_as_event, known(_plain(text), context)) if _is_deadline(one, text)]
    found = [_without_label(text, one) for one in found]
    found = without_label(text, _without_rounds(text, _without_names(text, found)))
    if not found:
        return ()
    groups = _one_of_two(text, _groups(text, found))
    stretches = _stretches(text, groups)
    parts = [_segment(text, span, group, context) for span, group in zip(stretches, groups, strict=True)]
    return tuple(one for part, group in zip(parts, groups, strict=True) for one in _each_day(text, part, group))


def _without_names(text: str, found: Sequence[Found]) -> list[Found]:
    """Leave out what only names the work whose time stands beside it: "Lễ khai giảng tổ chức ngày 05/9"."""
    if found and LEADS.fullmatch(text[: found[0].start]) and COLON.match(text, found[0].end):
        # “Tuần 3: Tổ chức Ngày sách” is held in that week, whatever day the feast has.
        found = [found[0], *(one for one in found[1:] if one.grain != "event" or not is_bare(one))]
    return [
        one
        for one, then in zip_longest(found, found[1:])
        if not (then and is_frame(one) and is_day(then) and NAMED_BY.match(text[one.end : then.start]))
    ]


def _without_label(text: str, found: Found) -> Found:
    """Leave to the work the round that a bracket dates: "báo cáo học kỳ I (trước 10/01)"."""
    label = label_before_bracket(found.quote) if len(WORD.findall(text[: found.start])) > 1 else 0
    return replace(found, start=found.start + label, quote=found.quote[label:]) if label else found


def _without_rounds(text: str, found: Sequence[Found]) -> list[Found]:
    """Leave out what only names the round that the time after it is of: "cuối năm học xong trước 20/5"."""
    return [
        one
        for one, then in zip_longest(found, found[1:])
        if not (
            then
            and (is_last_day(then) or is_day(then) or _is_told_after(one, then, text))
            and (names_round(one.quote, text[one.end : then.start]) or _names_in_passing(one, then, text))
        )
    ]


def _names_in_passing(one: Found, then: Found, text: str) -> bool:
    """Whether a round stands in the one clause its last day ends: "báo cáo giữa năm học với Hội đồng trước 20/01"."""
    between = text[one.end : then.start]
    return is_last_day(then) and is_round(one.quote) and not PARTED.search(between) and not acts_of(between)


def _is_told_after(one: Found, then: Found, text: str) -> bool:
    """Whether a time stands behind the colon of a longer one: "Quý III/2025: trong tháng 10/2025"."""
    finer = one.due.precision is Precision.TERM and then.due.precision in FINER
    return finer and then.due.dated and ":" in text[one.end : then.start]


def _each_day(text: str, part: Segment, group: Sequence[Found]) -> list[Segment]:
    """Return a work once for each of its days ("03/10, 17/10"); days that follow each other are one span."""
    days = [one.due.day for one in group if one.due.day]
    if _are_last_days(text, group):
        return [replace(part, due=one.due) for one in group]
    joined = all(NEXT_DAY.match(text[first.end : last.start]) for first, last in pairwise(group))
    if len(group) < 2 or not joined or part.due.recurrence or not all(is_day(one) for one in group):  # noqa: PLR2004
        return [part]
    if all(last - first == timedelta(days=1) for first, last in pairwise(days)):
        words = text[group[0].start : group[-1].end]
        return [replace(part, due=replace(group[0].due, start=days[0], day=days[-1], words=words))]
    apart = all(first < last for first, last in pairwise(days))
    return [replace(part, due=one.due) for one in group] if apart else [part]


def _are_last_days(text: str, group: Sequence[Found]) -> bool:
    """Whether a work has several last days in the same words: "trước ngày 15/10 và trước ngày 15/3"."""
    if len(group) < 2 or not all(is_last_day(one) for one in group):  # noqa: PLR2004
        return False
    alike = len({(one.due.bound, one.quote.split()[0].lower()) for one in group}) == 1
    joined = all(AND_BEFORE.match(text[first.end : last.start]) for first, last in pairwise(group))
    days = [one.due.day for one in group if one.due.day]
    return alike and joined and days == sorted(set(days))


def _plain(text: str) -> str:
    """Blank out, letter for letter, what must not part or join a date: Markdown emphasis, the number of a round."""
    return without_counts(text.replace("**", "  ").replace("__", "  "))


def _as_event(found: Found) -> Found:
    """Take what begins at an hour of a day as an event of that day: "từ 14h00 ngày 09/4"."""
    due = found.due
    if due.dated or not due.start or not due.hour:
        return found
    return replace(found, due=replace(due, day=due.start, bound=Bound.DURING))


def _is_deadline(found: Found, text: str) -> bool:
    """A year or term that only describes a noun is no deadline; an impossible day is one all the same."""
    if found.problem:
        return True
    if _is_occasion(found) and "(" not in found.quote and CAMPAIGN.search(text[: found.start]):
        return False
    if not found.due.dated or found.due.bound not in {Bound.DURING, None}:
        return found.due.dated
    if found.due.precision is Precision.TERM:
        return not found.start or bool(TIME_FOLLOWS.search(text[: found.start])) or bool(SAYS_WHEN.match(found.quote))
    return found.due.precision is not Precision.YEAR


def _groups(text: str, found: Sequence[Found]) -> list[list[Found]]:
    """Put deadlines together that have no work of their own between them."""
    groups = [[found[0]]]
    words_before = len(WORD.findall(text[: found[0].start]))
    ends = [*(one.start for one in found[2:]), len(text)]
    for (before, one), after in zip(pairwise(found), ends, strict=False):
        between = text[before.end : one.start]
        words = len(WORD.findall(between))
        short = words == FEWEST_WORDS - 1 and between.lstrip(" )").startswith(";")
        led = _opens(text, one) and (
            LED_WORK.match(between) or (";" in between and len(groups[-1]) > 1 and _opens(text, groups[-1][0]))
        )
        opens = words_before > 1 and begins_sentence(text, before, one, after)
        if words >= FEWEST_WORDS or short or led or opens or begins_work(text, before, one):
            groups.append([one])
        else:
            groups[-1].append(one)
    return groups


def _one_of_two(text: str, groups: list[list[Found]]) -> list[list[Found]]:
    """Put "Tháng 10: Hội nghị (15/10)" together: a work between a time and the day that refines it."""
    if len(groups) != 2 or len(WORD.findall(text[: groups[0][0].start])) >= 2:  # noqa: PLR2004
        return groups
    (first,), last = groups[0][:1], groups[1][0]
    trails = len(WORD.findall(text[groups[1][-1].end :])) < 2  # noqa: PLR2004
    return [[*groups[0], *groups[1]]] if trails and refines(last.due, first.due) else groups


def _opens(text: str, found: Found) -> bool:
    """Whether a time stands before a colon, so that a work follows."""
    return text[found.end :].lstrip().startswith(":")


def _stretches(text: str, groups: Sequence[Sequence[Found]]) -> list[tuple[int, int]]:
    """Return where each work's words begin and end; a connector between two works belongs to neither."""
    leading = len(WORD.findall(text[: groups[0][0].start])) < 2  # noqa: PLR2004
    starts, ends = [0], []
    for before, group in pairwise(groups):
        last, first = before[-1].end, group[0].start
        cuts = list(CUT.finditer(text, last, first))
        trails = leading and len(WORD.findall(text[group[-1].end :])) < 2  # noqa: PLR2004
        cut = (cuts[-1] if trails else cuts[0]) if cuts else None
        ends.append(first if leading and not trails else cut.start() + (text[cut.start()] == ")") if cut else last)
        starts.append(first if leading and not trails else cut.end() if cut else last)
    return list(zip(starts, [*ends, len(text)], strict=True))


def _is_occasion(found: Found) -> bool:
    """Whether a wording only names what is celebrated, beside the day itself, and so belongs to the title."""
    return bool(OCCASION.match(found.quote))


def _segment(text: str, span: tuple[int, int], group: Sequence[Found], context: Context) -> Segment:
    start, end = span
    connector = CONNECTOR.match(text[start:end]) if start else None
    start += connector.end() if connector else 0
    refined = any(refines(one.due, group[0].due) for one in group[1:])
    opens = _opens(text, group[0]) and not WORD.search(text, start, group[0].start)
    if opens and not refined:
        group = group[:1]  # "Ngày 15/01: kết thúc học kỳ I" is due on the day it opens with
    due = group[0].due if len(group) == 1 else when(_plain(text[start:end]), context)
    dated = due if due.dated else next((one.due for one in group if one.due.dated), group[0].due)
    dated = next((one.due for one in group if refines(one.due, dated)), dated)
    problem = next((one.problem for one in group if one.problem), None)
    named = [one for one in group if not (len(group) > 1 and _is_occasion(one))]
    spans = tuple((one.start - start, one.end - start) for one in named or group)
    return Segment(start, end, dated, spans, problem)
