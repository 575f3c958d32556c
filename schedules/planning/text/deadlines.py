"""The times of a text that set a deadline; what only names a round, a feast or the work beside it is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from schedules.plan import Bound, Precision
from schedules.planning.acts import acts_of
from schedules.planning.people.deeds import opens_with_deed
from schedules.planning.tables.contents import WORD
from schedules.planning.text.bare_times import times_in
from schedules.planning.text.covered_times import without_covered
from schedules.planning.text.day_lists import with_listed_times
from schedules.planning.text.found_kinds import is_bare, is_day, is_frame, is_last_day, is_span, is_stretch, refines
from schedules.planning.text.held_days import names_occasion, without_name
from schedules.planning.text.occasions import (
    COLON,
    PARTED,
    SENTENCE,
    celebrated,
    celebrated_together,
    is_occasion,
    without,
    without_occasions,
)
from schedules.planning.text.rounds import is_round, label_before_bracket, names_round, without_counts
from schedules.planning.text.told_times import set_only
from schedules.planning.words.fineness import FINE
from schedules.wording import Context, Found, find, fold
from schedules.wording.repair import repair

TWO_WORDS = re.compile(r"[^\W\d_]{2,}[\W\d_].*?[^\W\d_]{2,}", re.DOTALL)
NEAR = 120
"""A time is judged by so many letters before it, so that a long paragraph costs what its sentences do."""

COARSE = {Precision.WEEK, Precision.MONTH, Precision.TERM}
TIME_FOLLOWS = re.compile(r"(?:^\W*|[:(,;–-]\s*|\b(?:vào|trong|từ|khi|thời gian|dự kiến)\s+)$", re.IGNORECASE)
SAYS_WHEN = re.compile(r"^\W*(?:quý|vào|trong|từ|hè|dự kiến)\b", re.IGNORECASE)
CAMPAIGN = re.compile(r"\b(?:thi dua|phong trao|lap thanh tich|chu diem|chu de(?: thang)?)\W*$")
"""“Thi đua chào mừng 20/11” goes on for weeks: the feast is what for, not when."""

COMPLETED = re.compile(
    r"^[^.;:()]{2,80},\s+(?:(?:và|phải|cần)\s+)*(?:hoàn thành|hoàn tất|hoàn thiện|xong|kết thúc)\s*$", re.IGNORECASE
)
"""What stands between a round and the last day of the same work: "cập nhật số liệu đầu năm lên cổng, hoàn thành …"."""

LABELLED = re.compile(r"^\s*(?:,\s(?P<also>[^.;:,()]{3,40}))?:\s*[^.;:]{2,80}$")
"""What stands between the round in a label and the last day of its work: "Khoản thu đầu năm, mức thu: niêm yết …"."""

ENDS_LABEL = re.compile(r"^[^.;:()\n]{1,80}:\s*$")
"""What stands between the round in a label and the time right behind its colon."""

PUT_AS_MONTH = re.compile(r"(?:trong|vao|tu)\b.*\d")
LEADS = re.compile(r"\W*")
NAMED_BY = re.compile(r"^[^.;]{0,60}$")
RECEIVED = re.compile(
    r"(?:^|(?<=[.;] ))\W{0,3}(?:(?:sau )?khi )?nhan duoc (?:ke hoach|cong van|thong bao|huong dan|van ban) nay,"
)
"""“Nhận được công văn này, các tổ …”: the day behind it is the work's, and not that of the paper."""

ARRIVED = re.compile(r"\bden(?=\s+vao\s)")
"""“Học sinh chuyển đến vào ngày 25”: who comes, and no last day."""

REFUSED = re.compile(r"không\s+(?:tiếp\s+)?(?:nhận|thu|giải quyết)\s[^,;.:()]{2,60}?\s(?=(?:sau|quá)\b)", re.IGNORECASE)
HANDED_IN = re.compile(r"\b(?:nop|gui|dang ky|bao cao|hoan thanh|phuc khao|don|ho so|nhan)\b")
HALVES = tuple(
    (re.compile(rf"\b(?:{first})\s*$"), re.compile(rf"{rest}\s+(?=\S)"))
    for first, rest in (
        ("gia|gioi|dung|qua|ky|ki", "han"),
        ("ra", "vao"),
        ("ben|phia", "trong"),
        ("di(?:,| va)?", "den"),
    )
)
"""Words of two whose second half a time may take along: "gia hạn", "đúng hạn", "ra vào", "công văn đi, đến"."""

CLOSES = re.compile(r"(?:khoa|dong)\s+(?=(?:luc|vao|truoc|tu|sau)\b)")
EMPTY_LABEL = re.compile(
    r"^\W*(?:(?:chuẩn bị|công việc|nhiệm vụ|trọng tâm|kế hoạch|lịch|hoạt động|công tác|nội dung|dự kiến|các|việc|nhắc|"
    r"lưu ý|triển khai|cho|của|chung|chính|cần làm|trong|phần|mục)\W+)+$",
    re.IGNORECASE,
)
"""What labels the days behind a colon and names no work: "Chuẩn bị tuần 13:", "Công việc tháng 12:"."""


TOPIC = re.compile(r"^\W*ve [^:.;]{2,60}$")
"""“Về an toàn dịp Tết Dương lịch: các trường trực từ …”: what the works behind are about."""


def deadlines_in(text: str, context: Context, *, line: bool = False) -> list[Found]:
    """Return the times of a text that set a deadline, in order; [] when none does.

    In a `line` of its own a bare day counts where its place makes it a time.
    """
    return list(_deadlines_in(text, context, line=line))


@lru_cache(maxsize=512)
def _deadlines_in(text: str, context: Context, *, line: bool) -> tuple[Found, ...]:
    known = times_in if line else find
    told = with_listed_times(known(unmarked(text), context), text, context)
    together = celebrated_together([_as_event(one) for one in _held(told, context)], text)
    found = [one for group in together if _is_deadline(group[0], text) for one in group if _is_deadline(one, text)]
    found = set_only(found, text, context)
    found = without_occasions(
        text, [_without_round_named(text, _without_deed(text, _without_refusal(one))) for one in found]
    )
    found = without_covered(text, found)
    return tuple(_without_label(text, _without_rounds(text, _without_names(text, found))))


def unmarked(text: str) -> str:
    """Blank out, letter for letter, what must not part or join a date: emphasis, a round's number, a paper received."""
    plain = text
    for match in (*RECEIVED.finditer(fold(text)), *ARRIVED.finditer(fold(text))):
        plain = f"{plain[: match.start()]}{' ' * len(match[0])}{plain[match.end() :]}"
    return without_counts(plain.replace("**", "  ").replace("__", "  "))


def has_words(text: str, start: int, end: int) -> bool:
    """Whether two words or more stand between two places of a text."""
    return TWO_WORDS.search(text, start, end) is not None


def _held(found: Sequence[Found], context: Context) -> list[Found]:
    """Return the times without the names of days held; a day such a name only celebrates gives way to the next time."""
    kept = without(
        found, lambda one, then: names_occasion(one) and (is_day(then) or is_span(then) or is_last_day(then))
    )
    return [without_name(one, context) for one in kept]


def _as_event(found: Found) -> Found:
    """Take what begins at an hour of a day as an event of that day: "từ 14h00 ngày 09/4"."""
    due = found.due
    if due.dated or not due.start or not due.hour:
        return found
    return replace(found, due=replace(due, day=due.start, bound=Bound.DURING))


def _is_ordered(before: str) -> bool:
    """Whether the sentence that leads to a time begins with what is to be done, or is said to be."""
    clause = SENTENCE.split(before)[-1].strip(" -–•*+")
    return bool(acts_of(clause)) or opens_with_deed(clause)


def _before(text: str, found: Found) -> str:
    return text[max(0, found.start - NEAR) : found.start]


def _is_deadline(found: Found, text: str) -> bool:
    """A year or term that only describes a noun is no deadline; an impossible day is one all the same."""
    if found.problem:
        return True
    if _is_refused_besides(found, text):
        return False
    if is_occasion(found) and "(" not in found.quote and CAMPAIGN.search(fold(_before(text, found))):
        return False
    if not found.due.dated or found.due.bound not in {Bound.DURING, None}:
        return found.due.dated
    if found.due.precision is Precision.TERM:
        if found.due.comes_again and _is_ordered(_before(text, found)):
            return True  # "Báo cáo kết quả cuối mỗi học kỳ": the rhythm is the work's
        return not found.start or bool(TIME_FOLLOWS.search(_before(text, found))) or bool(SAYS_WHEN.match(found.quote))
    return found.due.precision is not Precision.YEAR


def _is_refused_besides(found: Found, text: str) -> bool:
    """Whether a day only ends what is refused beside a clause that hands nothing in: "…; không nhận đơn nộp sau …"."""
    before = re.split(r"[.]\s", _before(text, found))[-1]
    beside = before.rstrip().endswith((";", ",")) and WORD.search(before) is not None
    return REFUSED.match(found.quote) is not None and beside and not HANDED_IN.search(fold(before))


def _without_round_named(text: str, found: Found) -> Found:
    """Leave to the work the round that a bracket dates: "báo cáo học kỳ I (trước 10/01)"."""
    label = label_before_bracket(found.quote) if has_words(text, 0, found.start) else 0
    return replace(found, start=found.start + label, quote=found.quote[label:]) if label else found


def _without_refusal(found: Found) -> Found:
    """Leave to the work what is refused from a day on: "không nhận báo cáo nộp sau ngày 03/12"."""
    refused = REFUSED.match(found.quote)
    cut = refused.end() if refused else 0
    return replace(found, start=found.start + cut, quote=found.quote[cut:]) if cut else found


def _without_names(text: str, found: Sequence[Found]) -> list[Found]:
    """Leave out what only names the work whose time stands beside it: "Lễ khai giảng tổ chức ngày 05/9"."""
    if found and LEADS.fullmatch(text[: found[0].start]) and COLON.match(text, found[0].end):
        # “Tuần 3: Tổ chức Ngày sách” is held in that week, whatever day the feast has.
        found = [found[0], *(one for one in found[1:] if not _is_only_named(one, found[0], text))]
    return without(
        found,
        lambda one, then: (
            is_frame(one)
            and (is_day(then) or (is_stretch(then) and not WORD.search(text, one.end, then.start)))
            and NAMED_BY.match(text[one.end : then.start]) is not None
        ),
    )


def _without_deed(text: str, found: Found) -> Found:
    """Leave to the work the word its time took along: "gia | hạn trước 20/12", "sổ điểm sẽ khóa lúc 17 giờ"."""
    plain, before = fold(found.quote), fold(_before(text, found))
    halves = (rest.match(plain) for first, rest in HALVES if first.search(before))
    taken = next((half for half in halves if half), None) or CLOSES.match(plain)
    cut = taken.end() if taken else 0
    return replace(found, start=found.start + cut, quote=found.quote[cut:]) if cut else found


def _is_only_named(one: Found, leads: Found, text: str) -> bool:
    """Whether a day behind the time that leads a line only names a feast: "Tuần 1, 2: Thao giảng chào mừng 20/10"."""
    if one.grain == "event" and is_bare(one):
        return True
    first, last, day = leads.due.start or leads.due.day, leads.due.day, one.due.day
    within = first is not None and last is not None and day is not None and first <= day <= last
    return celebrated(one, text) and "(" not in one.quote and not within


def _without_rounds(text: str, found: Sequence[Found]) -> list[Found]:
    """Leave out what only names the round that the time after it is of: "cuối năm học xong trước 20/5"."""
    return without(
        found,
        lambda one, then: (
            (
                is_last_day(then)
                or is_day(then)
                or is_span(then)
                or _is_told_after(one, then, text)
                or _is_put_beside(one, then, text)
            )
            and (
                names_round(one.quote, text[one.end : then.start])
                or _names_in_passing(one, then, text)
                or _is_completed(one, then, text)
                or _is_of_label(one, then, text)
            )
        ),
    )


def _is_put_beside(one: Found, then: Found, text: str) -> bool:
    """Whether a month that is put as the time stands right behind a time: "thu, chi đầu năm học trong tháng 11"."""
    put = PUT_AS_MONTH.match(fold(then.quote)) is not None and is_stretch(then)
    return put and not text[one.end : then.start].strip()


def _names_in_passing(one: Found, then: Found, text: str) -> bool:
    """Whether a round stands in the one clause its last day ends: "báo cáo giữa năm học với Hội đồng trước 20/01"."""
    between = text[one.end : then.start]
    named = is_round(one.quote) or _is_of_later(one, then)
    own = is_last_day(then) or (is_span(then) and is_round(one.quote))
    return own and named and not PARTED.search(between) and not acts_of(between)


def _is_completed(one: Found, then: Found, text: str) -> bool:
    """Whether a round that is not put as a time names what a work is about, which its last day completes."""
    before = _before(text, one)
    put = TIME_FOLLOWS.search(before) or SAYS_WHEN.match(one.quote)
    between = text[one.end : then.start]
    label = LABELLED.match(between) if has_words(text, 0, one.start) else None
    labels = label is not None and not acts_of(label["also"] or "")
    return is_last_day(then) and is_round(one.quote) and not put and (labels or COMPLETED.match(between) is not None)


def _is_of_label(one: Found, then: Found, text: str) -> bool:
    """Whether a round stands in what a colon ends before the time: "Kiểm tra cuối năm học các khối: từ 10/5 …"."""
    put = TIME_FOLLOWS.search(_before(text, one)) or SAYS_WHEN.match(one.quote)
    label = ENDS_LABEL.match(text[one.end : then.start])
    return label is not None and is_round(one.quote) and not put and has_words(text, 0, one.start)


def _is_of_later(one: Found, then: Found) -> bool:
    """Whether a month begins after the last day behind it, as a paper's does: "nộp thực đơn tháng 4 trước 25/3"."""
    first, last = one.due.start, then.due.day
    ahead = first is not None and last is not None and last < first
    return ahead and one.due.precision is Precision.MONTH and repair(fold(one.quote)).startswith("thang")


def _is_told_after(one: Found, then: Found, text: str) -> bool:
    """Whether a time stands behind the colon of a longer one: "Quý III/2025: trong tháng 10/2025"."""
    finer = one.due.precision is Precision.TERM and then.due.precision in FINE
    return finer and then.due.dated and ":" in text[one.end : then.start]


def _without_label(text: str, found: Sequence[Found]) -> list[Found]:
    """Leave out the week or month of a label that leads to days behind its colon: "Việc tuần 5: nộp sổ ngày 6/10"."""
    label = text[: found[0].start] if found else ""
    if len(found) < 2 or not WORD.search(label) or not COLON.match(text, found[0].end):  # noqa: PLR2004
        return list(found)
    led = found[0].due.precision in COARSE and found[0].due.bound is Bound.DURING
    days = [one for one in found[1:] if one.due.precision is Precision.DAY]
    if TOPIC.match(fold(label)) and found[0].due.bound is Bound.DURING:
        return list(found[1:])
    told = EMPTY_LABEL.match(label) or any(is_day(one) and refines(one.due, found[0].due) for one in days)
    return list(found[1:] if led and days and told else found)
