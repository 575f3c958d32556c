"""Headings that date what stands under them: "THÁNG 9", "Tuần 2 (7/10 - 12/10):", "Tháng 9: Chủ điểm …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from schedules.plan import Due, Precision
from schedules.planning.drafts import in_column
from schedules.planning.outline import POINTS, Item, Rank, is_capitals
from schedules.planning.people.named import named_in
from schedules.planning.people.names import NOBODY, Charge
from schedules.planning.people.subjects import subject_of
from schedules.planning.tables.contents import is_time
from schedules.planning.text.field_lines import describes, is_field, is_note
from schedules.planning.text.labels import says_when
from schedules.planning.text.segments import segments
from schedules.planning.text.time_lines import heads_times, is_empty_heading, is_its_own_name
from schedules.planning.text.titles import is_generic, title_of
from schedules.planning.text.told_times import rules_a_case
from schedules.planning.text.weekdays import within
from schedules.planning.weeks.counted import kept_in_month
from schedules.planning.weeks.notes import as_days
from schedules.wording import Context, fold, when

LETTER_LENGTH = 60
STEP = re.compile(r"^\W*(?:buoc|giai doan|dot|vong|thoi ky)\s+(?:\d{1,2}|[ivx]{1,4}|mot|hai|ba)\b")
STAGE = re.compile(
    r"^\W*(?:giai đoạn|đợt|thời kỳ)\s+(?:\d{1,2}|[IVX]{1,4}|một|hai|ba)\s*\([^()]*\)\s*[:.–-]?", re.IGNORECASE
)
LONGEST_STEP, FEWEST_WORDS = 8, 3
BELOW = 0.05
"""Less than any step between two depths."""

TERM_DAYS, MONTH_DAYS = 40, 14
TERM, MONTH, SPAN, DAY = range(4)
LED = (
    re.compile(r"^\W*(?P<time>[^:]{3,60}?)\s*:\s*(?P<rest>\S.*)$"),
    re.compile(r"^\W*(?P<time>(?:[^:()]|\([^()]*\)){3,60}?)\s+[-–—]\s+(?P<rest>[^\W\d].*)$"),
)
THEME = re.compile(
    r"^\W*(?:(?:chu diem|chu de|trong tam|cong tac trong tam|phuong cham|noi dung|nhiem vu|cac cong viec|cong viec)\b|"
    r"(?:cong tac|ke hoach|hoat dong) thang\b)"
)
THEMED = re.compile(r"^\W*(?:chu diem\b|chu de(?: (?:hoat dong |giao duc )?(?:cua )?thang)?\s*[:\"“”«'‘-])")
"""“Chủ điểm: …”, “Chủ đề "…"”: what a month is about."""

NAMED_MONTH = re.compile(
    r"^\W*(?:(?:cac|noi dung|nhiem vu|cong tac|cong viec|hoat dong|ke hoach|chuong trinh|lich|trong tam|chu yeu|chinh|"
    r"cu the|chuyen mon|trien khai|thuc hien|cua|trong|lien doi|chi doi|chi doan|doan doi|doi|doan|nha truong)\s+)+"
    r"(?P<month>thang\s+\d{1,2}(?:\s*(?:[/-]|nam)\s*20\d\d)?)\W*$"
)
"""“II. CÔNG TÁC THÁNG 10” over its works; in a plan of that month alone it says nothing new."""

STRESS = "trong tam"

DASH = re.compile(r"[–—]")
QUOTED = re.compile(r"^\W*[“\"«][^”\"»]+[”\"»]\W*$")
BRACKETED = re.compile(r"\s*\((?P<inside>[^()]+)\)\W*$")
INNER_COLON = re.compile(r":(?=.*\w)")


@dataclass(frozen=True, slots=True)
class TimeHeading:
    """A heading with its due: an item ranked above `floor` ends it; `over_text` when running text follows it.

    Where it only says what matters in a time (`stresses`), what has no time of its own under it has none.
    """

    floor: float
    grain: int
    due: Due
    charge: Charge = NOBODY
    over_text: bool = False
    is_work: bool = False
    stresses: bool = False


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around an item: those before and after it, whether its kind is an agenda's, the week above it.

    `themed` when the times of its kind are followed by their themes.
    """

    before: Item | None
    following: Sequence[Item]
    agenda: bool = False
    week: Due | None = None
    themed: bool = False


def still_open(above: Sequence[TimeHeading], item: Item) -> list[TimeHeading]:
    """Return the headings an item still stands under."""
    return [heading for heading in above if item.depth >= heading.floor]


def beside(above: Sequence[TimeHeading], heading: TimeHeading) -> list[TimeHeading]:
    """Return the headings a new one stands under: those of a coarser time."""
    return [known for known in above if known.grain < heading.grain]


def closed_by(item: Item, above: Sequence[TimeHeading], context: Context) -> list[TimeHeading]:
    """Return the headings still open after an item that tells a time and is no heading: those of a coarser time."""
    match = _led_time(item, context)
    words = match["time"] if match else item.body if is_line_of_time(item.body, context) else ""
    due = when(" ".join(words.split()), in_column(context)) if words else None
    return [known for known in above if due is None or not due.dated or known.grain < _grain(due)]


def week_of(above: Sequence[TimeHeading]) -> Due | None:
    """Return the span of days of the headings an item stands under, the nearest; None when they name none."""
    return next((heading.due for heading in reversed(above) if heading.grain == SPAN), None)


def as_heading(item: Item, around: Around, context: Context) -> TimeHeading | None:
    """Return the heading an item is, None when it is none; `is_work` when it also names a work of its own."""
    below = _first_child(around.following, context)
    if below is None or (below.rank is Rank.SECTION and item.rank in POINTS) or _ends_section(item, around.following):
        return None
    below_text = item.rank in POINTS and around.following[0].rank is Rank.TEXT
    if below_text and (says_when(item.body) or rules_a_case(around.following[0].body)):
        return None  # "- Thời gian: …" tells of the work over it, whatever text goes on below
    deeper = below.depth > item.depth
    line = as_days(without_theme(item.body))
    if not INNER_COLON.search(line) and is_line_of_time(line, context):
        due = _due_of_line(line, around.week, context)
        lists = around.agenda and item.rank is Rank.TEXT and around.following[0].rank in POINTS
        named = is_its_own_name(line) and not deeper
        opens = deeper or lists or item.body.rstrip().endswith(":") or (_grain(due) < DAY and not named)
        alone = opens and (lists or not _is_field_of(item, around.before, around.following, context))
        fits = due.dated and due.precision is not Precision.YEAR
        return _heading(item, below, due) if alone and fits else None
    return _led(item, around, below, context) or _titled(item, around.following, below, context)


def without_theme(text: str) -> str:
    """Return a line without the theme in brackets at its end: “Tháng 10 (Chủ điểm: …)” is a time."""
    match = BRACKETED.search(text)
    return text[: match.start()] if match and THEME.match(fold(match["inside"])) else text


def _ends_section(item: Item, following: Sequence[Item]) -> bool:
    """Whether a line is all of a heading of time, and another follows: "I. THỜI GIAN" dates no other section."""
    over = item.headings[-1] if item.headings and item.rank is Rank.TEXT else ""
    return heads_times(over) and over not in following[0].headings


def _due_of_line(text: str, above: Due | None, context: Context) -> Due:
    """Return the due of a line of time; a weekday alone is that of the week it stands under."""
    due = kept_in_month(when(" ".join(text.split()), in_column(context)), context)
    told = within(text, above) if above and not due.dated else None
    return told.due if told else due


def agendas(items: Sequence[Item], context: Context) -> frozenset[object]:
    """Return the kinds of items that open one time after another: "Tuần 1 (2/9-7/9): …", "Tuần 2 (9/9-14/9): …"."""
    led: dict[object, list[int]] = {}
    for at, item in enumerate(items):
        if not item.block.is_row and tells_time_first(item, context):
            led.setdefault(kind_of_item(item), []).append(at)
    return frozenset(kind for kind, found in led.items() if len(found) > 1 and not _follows_work(items, found[0]))


def themed_agendas(items: Sequence[Item], context: Context) -> frozenset[object]:
    """Return the kinds of items that are months with their themes, each but a few: the months of a list are alike."""
    led: dict[object, list[bool]] = {}
    for item in items:
        match = None if item.block.is_row else _led_time(item, context)
        if match:
            led.setdefault(kind_of_item(item), []).append(_is_theme(match["rest"]))
    return frozenset(kind for kind, themed in led.items() if sum(themed) > max(1, len(themed) / 2))


def names_theme(item: Item, context: Context) -> bool:
    """Whether a line is a time and the theme of what is done then, which is no work: “Tháng 9: Chủ điểm "…"”."""
    match = _led_time(item, context)
    rest = fold(match["rest"]) if match else ""
    return THEMED.match(rest) is not None and not any(sign.isdigit() for sign in rest)


def _is_theme(rest: str) -> bool:
    return bool(THEME.match(fold(rest)) or QUOTED.match(rest) or is_capitals(rest))


def _follows_work(items: Sequence[Item], first: int) -> bool:
    """Whether the first of the times in running text stands behind a listed work, whose time it then is."""
    return items[first].rank is Rank.TEXT and first > 0 and items[first - 1].rank in POINTS


def kind_of_item(item: Item) -> object:
    """Return what the items of one list share: the headings above them and their rank."""
    return item.headings[:1], item.rank


def tells_time_first(item: Item, context: Context) -> bool:
    """Whether an item is a time, or begins with one before its colon or dash."""
    return is_line_of_time(item.body, context) or _led_time(item, context) is not None


def _led_time(item: Item, context: Context) -> re.Match[str] | None:
    matches = (pattern.match(item.body) for pattern in LED)
    return next((match for match in matches if match and is_line_of_time(match["time"], context)), None)


def _led(item: Item, around: Around, below: Item, context: Context) -> TimeHeading | None:
    """A time, and after its colon the theme of what stands below, or a work where times follow one another so."""
    deeper = around.following[0].depth > item.depth
    # A bullet dates what stands under it, never the bullet beside it.
    beside = item.rank not in POINTS or _is_marked_apart(item, around.following[0])
    listed = deeper or (beside and around.following[0].rank in POINTS)
    match = _led_time(item, context) if listed else None
    if not match:
        return None
    due = _due_of_line(match["time"], around.week, context)
    theme = (around.themed and deeper) or _is_theme(match["rest"])
    if not due.dated or due.precision is Precision.YEAR or not (theme or around.agenda):
        return None
    heading = _heading(item, below, due, leads=deeper)
    return heading if theme else replace(heading, is_work=True)


def _is_marked_apart(item: Item, below: Item) -> bool:
    """Whether two bullets are of two lists by their signs: "* Tháng 9: …" over "- Họp tổ"."""
    over, under = item.block.text.lstrip()[:1], below.block.text.lstrip()[:1]
    both = item.rank is Rank.BULLET and below.rank is Rank.BULLET
    return both and not item.block.label and not below.block.label and DASH.sub("-", over) != DASH.sub("-", under)


def is_line_of_time(text: str, context: Context) -> bool:
    """Whether a line is only a time."""
    return is_time(text.strip(" :.*_–-"), context)


def _first_child(following: Sequence[Item], context: Context) -> Item | None:
    """Return the first item after a heading that is no time itself."""
    for item in following[:4]:
        if item.block.is_row:
            return None
        if not is_line_of_time(item.body, context) and not describes(item.body):
            return None if is_field(item) or is_note(item) else item
    return None


def _is_field_of(item: Item, before: Item | None, following: Sequence[Item], context: Context) -> bool:
    """Whether a bare time in running text is that of the listed item above it, as each item of the list has one."""
    if item.rank is not Rank.TEXT or before is None or before.rank in {Rank.TEXT, Rank.SECTION} or before.block.is_row:
        return False
    alternates = len(following) > 1 and is_line_of_time(following[1].body, context)
    return alternates and following[0].rank is before.rank and not is_line_of_time(before.body, context)


def _titled(item: Item, following: Sequence[Item], below: Item, context: Context) -> TimeHeading | None:
    """A sentence that dates the list after it, or a step of a few words with works of its own."""
    leads = following[0].depth > item.depth
    opens = item.body.rstrip().endswith(":") and following[0].rank in POINTS
    stage = _is_bare_stage(item, following)
    if not leads and not opens and not stage:
        return None
    month = NAMED_MONTH.match(fold(item.body)) if leads and context.table_month is None else None
    if month:
        due = when(item.body[month.start("month") :], in_column(context))
        return replace(_heading(item, below, due, leads=leads), stresses=STRESS in month[0])
    short = len(item.body) < LETTER_LENGTH
    parts = segments(item.body, in_column(context) if short else context)
    if len(parts) != 1 or not parts[0].due.dated:
        return None
    bare = title_of(item.body, parts[0].spans)
    step = leads and STEP.match(fold(item.body)) and following[0].rank in POINTS and len(bare.split()) <= LONGEST_STEP
    step = step or (stage and _grain(parts[0].due) != DAY)
    timetable = is_empty_heading(bare) and _grain(parts[0].due) == SPAN
    if bare and not is_generic(bare) and not timetable and not opens and not step:
        return None
    return _heading(item, below, parts[0].due, leads=leads)


def _is_bare_stage(item: Item, following: Sequence[Item]) -> bool:
    """Whether an unmarked line is a stage with its time over the bullets of its works: "Giai đoạn 1 (…): Chuẩn bị"."""
    named = STAGE.sub("", " ".join(item.body.split()))
    short = named != item.body and len(named.split()) <= FEWEST_WORDS
    return item.rank is Rank.TEXT and short and following[0].rank in POINTS


def _heading(item: Item, below: Item, due: Due, *, leads: bool = False) -> TimeHeading:
    own = item.depth
    floor = own + BELOW if leads or below.depth > own else below.depth
    owners, helpers, _ = named_in(item.body)
    charge = Charge(owners or subject_of(item.body), helpers)
    return TimeHeading(floor, _grain(due), due, charge, below.rank is Rank.TEXT)


def _grain(due: Due) -> int:
    days = (due.day - due.start).days + 1 if due.day and due.start else 1
    return TERM if days > TERM_DAYS else MONTH if days > MONTH_DAYS else SPAN if days > 1 else DAY
