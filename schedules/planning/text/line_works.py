"""One line of running text → the drafts of its works: the times in it or over it, its titles and its people."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from schedules.plan import Bound, Finding, Mention, Precision, Task
from schedules.planning.acts import acts_of
from schedules.planning.doubts.impossible_days import impossible_day
from schedules.planning.doubts.left_times import left_times
from schedules.planning.drafts import Draft, Understood
from schedules.planning.no_works.rests import is_day_off
from schedules.planning.outline import Item, Part, Rank, is_capitals
from schedules.planning.people.deeds import opens_with_deed
from schedules.planning.people.named import is_list_of_people
from schedules.planning.people.names import NOBODY, Charge
from schedules.planning.people.persons import are_people
from schedules.planning.rhythms import first_in_month
from schedules.planning.tables.last_days import as_day_held
from schedules.planning.text.duties import is_prose
from schedules.planning.text.field_lines import describes, is_note
from schedules.planning.text.labels import work_in_label
from schedules.planning.text.led_clauses import is_deed
from schedules.planning.text.months_of_papers import as_month_of_work, month_named, month_told, term_named
from schedules.planning.text.moved_times import moved_in, moved_told
from schedules.planning.text.named_criteria import criteria_in, of_criterion, several_told
from schedules.planning.text.occasions import goes_on_for_days, only_celebrates
from schedules.planning.text.on_call import is_on_call
from schedules.planning.text.over_days import set_though_over
from schedules.planning.text.own_words import own_words
from schedules.planning.text.prose import sentence_of
from schedules.planning.text.rounds import counts_only, with_round, without_later_round
from schedules.planning.text.said_money import said_money
from schedules.planning.text.segment import Segment
from schedules.planning.text.segments import clauses_under, segments
from schedules.planning.text.shared_words import with_closing_owners, with_shared_words
from schedules.planning.text.time_headings import TimeHeading
from schedules.planning.text.time_lines import (
    behind_money,
    is_empty_heading,
    is_its_own_name,
    says_nothing_done,
    without_opening_time,
)
from schedules.planning.text.title_spans import beside_title, with_words_behind
from schedules.planning.text.titles import is_generic, name_of, says_little, title_of
from schedules.planning.text.told_times import is_told_later, names_topic, rules_a_case
from schedules.planning.text.uncounted_clauses import apart_from_uncounted, uncounted_told
from schedules.planning.text.unread_times import unread_beside, unread_time, unread_told
from schedules.planning.text.weekdays import within
from schedules.planning.text.worn_people import Restorer, as_it_stands, people_of
from schedules.planning.weeks.counted import kept_in_month, sureness
from schedules.planning.words.fineness import FINE
from schedules.planning.words.openers import OPENERS
from schedules.wording import Context, fold

SHARE = re.compile(r"^\W*(?:\d{1,3}(?:[.,]\d+)?\s*%|\d+\s*/\s*\d+)(?=.*\b(?:duoc|dat|co)\b)")
"""“100% hồ sơ được số hóa vào cuối năm học”: what is to be true by then, and no work of its own."""

ON_PURPOSE = re.compile(rf"^\W*({OPENERS}|sang|chieu|het|tuan|thang|\d|(?:giua|cuoi|dau)\b.*\btu\b)")
"""Under a heading with a time, a day in an item's words counts only when it is put as one; “chào mừng 20/11” is not."""

OUTLOOK = re.compile(r"^\W*du kien\b")
"""“Dự kiến tháng 11”: what another plan will set is not set by it."""
FEWEST_WORDS = 3
HOLDS = re.compile(r"\W*(?:to chuc|mit tinh|le|hoi|toa dam|gap mat)\b")
HANDED_IN = re.compile(r"\b(?:nop|gui|dang ky|bao cao|hoan thanh)\b")


@dataclass(frozen=True, slots=True)
class Line:
    """An item to be read: the time over it, whether it heads others, the work its time is of, who it is handed to.

    `over_text` when it is marked and a paragraph of its own follows; `restored` puts words of a worn document right.
    """

    item: Item
    context: Context
    above: TimeHeading | None
    heads: bool
    spoken_of: str = ""
    handed: Charge = NOBODY
    over_text: bool = False
    restored: Restorer = as_it_stands


def works_of_line(line: Line) -> Understood:
    """Return the drafts of a line, and the finding for each day in it that no calendar has."""
    item, above, parts = line.item, line.above, _parts(line)
    told = within(item.body, above.due) if above else None
    if told and all(part.due.precision is not Precision.DAY for part in parts):
        parts = (Segment(0, len(item.body), told.due, ((told.start, told.end),)),)
    if not parts and not above and _may_be_work(line):
        parts = as_month_of_work(item.body, line.context)
    if not parts and above and not line.heads and _inherits(item, above) and not is_on_call(line.restored(item.body)):
        parts = (Segment(0, len(item.body), above.due, ()),)
    parts, uncounted = apart_from_uncounted(item.body, parts, line.context)
    works = [one for one in (_draft(line, part) for part in parts) if not _is_day_off(one)]
    drafts = with_closing_owners(with_shared_words(works), item.body)
    findings = tuple(
        impossible_day(part.problem, item.body[part.start : part.end].strip(), item.block.place)
        for part in parts
        if part.problem
    )
    left = tuple(left_times(part.left, part.due, item.block.place) for part in parts if part.left)
    told_apart = [uncounted_told(item.body, one, item.block.place, line.context) for one in uncounted]
    findings = (*findings, *left, *_several_criteria(item, parts), *_doubts_told(line, parts))
    duties = tuple(duty for duty, _ in told_apart)
    return Understood(drafts, (*findings, *(finding for _, finding in told_apart)), duties)


def _parts(line: Line) -> tuple[Segment, ...]:
    item, above = line.item, line.above
    found = _clauses(line) or segments(item.body, line.context, line=True)
    if not any(sign.isdigit() for part in found for sign in part.due.words):
        found = set_though_over(item.body, line.context) or found
    found = without_opening_time(found, item.body)
    here = line.context
    parts = tuple(replace(part, due=kept_in_month(first_in_month(part.due, here), here)) for part in found)
    if (titled := _is_of_title(item)) or (item.part is Part.AIMS and not HOLDS.match(fold(item.body))):
        parts = tuple(part for part in parts if not only_celebrates(item.body, part.start, part.spans))
    if (item.rank is Rank.SECTION and is_capitals(item.body)) or titled:
        parts = tuple(part for part in parts if part.due.precision is Precision.DAY)
    if describes(item.body) and not HANDED_IN.search(fold(item.body)):
        parts = ()
    if item.part is Part.AIMS:
        state = SHARE.match(fold(item.body)) is not None
        parts = tuple(part for part in parts if part.due.precision in (FINE - {Precision.MONTH} if state else FINE))
    if line.over_text:
        parts = tuple(part for part in parts if not names_topic(item.body, part.spans))
    if above and parts and not any(_is_meant(part, above, item.body) for part in parts):
        return ()
    if above and len(parts) > 1:
        return tuple(part if _is_own(part, above, item.body) else _of_heading(part, above) for part in parts)
    return parts


def _is_of_title(item: Item) -> bool:
    """Whether a line above the content is no sentence: it goes on with the title, whose weeks and months name it."""
    return item.part is Part.HEAD and not item.body.rstrip(' "”»)*_').endswith((".", ";", ":", ",", "/", "!"))


def _is_own(part: Segment, above: TimeHeading, text: str) -> bool:
    """Whether a time of one of several works is that work's, and no month that only names what it is about."""
    due, whole = part.due, above.due
    if due.precision is not Precision.MONTH or not part.spans or whole.precision is Precision.MONTH or due.recurrence:
        return True
    led = text[: part.start + part.spans[0][0]].rstrip(" (").endswith((":", "trong", "vào", "từ", "đến"))
    apart = due.day is not None and whole.start is not None and due.day < whole.start
    return led or not apart or due.bound is not Bound.DURING


def _of_heading(part: Segment, above: TimeHeading) -> Segment:
    return replace(part, due=above.due, spans=())


def _is_day_off(draft: Draft) -> bool:
    return is_day_off(draft.task.title) or is_day_off(draft.task.mentions[0].quote)


def _clauses(line: Line) -> tuple[Segment, ...]:
    """Return the works of a line under a time, where a semicolon parts one without a time from one with its own."""
    above, text = line.above, line.item.body
    first, sign, _ = text.partition("; ")
    if above is None or not sign or line.heads or not is_deed(first) or segments(first, line.context, line=True):
        return ()
    return clauses_under(above.due, text, 0, line.context, line=True)


def _is_meant(part: Segment, above: TimeHeading, text: str) -> bool:
    """Whether a time under a heading of its own is put as one: worded so, or in a place of its own inside that time."""
    if ON_PURPOSE.match(fold(part.due.words)):
        return True
    if goes_on_for_days(text) and only_celebrates(text, part.start, part.spans):
        return False
    last = part.due.day
    return last is not None and above.due.day is not None and (above.due.start or last) <= last <= above.due.day


def _inherits(item: Item, above: TimeHeading) -> bool:
    """Whether an item without a time is work of its heading: listed, or running text where that is all there is."""
    if above.stresses or is_note(item) or len(item.body.split()) < 2 or is_list_of_people(item.body):  # noqa: PLR2004
        return False
    if item.part is Part.HEAD and item.rank is not Rank.TEXT:
        return False  # what is listed there is whom a letter is addressed to
    if item.headings and describes(f"{item.headings[-1]}:"):
        return False
    if (
        rules_a_case(item.body)
        or is_on_call(item.body)
        or (OUTLOOK.match(fold(above.due.words)) and is_told_later(item.body))
    ):
        return False
    return item.rank is not Rank.TEXT or (above.over_text and not is_prose(item.body))


def _may_be_work(line: Line) -> bool:
    """Whether a line without a time would be a responsibility of the content, listed and leading to no list."""
    item = line.item
    return item.rank is not Rank.TEXT and not line.heads and item.part is not Part.AIMS and not is_note(item)


def _doubts_told(line: Line, parts: Sequence[Segment]) -> Iterator[Finding]:
    """Yield the finding for a month that is perhaps no deadline, taken for one or not, or for a time not understood."""
    item = line.item
    if words := moved_in(item.body, line.context):
        place, quote = item.block.place, item.body.strip(" .;")
        yield left_times((words,), parts[0].due, place) if parts else moved_told(quote, words, place)
        return
    found = None if parts and not parts[0].unsure else month_named(item.body, line.context)
    if found and (parts or (line.above is None and _may_be_work(line))):
        yield month_told(found.quote, item.body.strip(" .;"), item.block.place, used=bool(parts))
        return
    if not parts and line.above is None and _may_be_work(line) and (term := term_named(item.body, line.context)):
        yield month_told(term, item.body.strip(" .;"), item.block.place, used=False)
        return
    for part in parts:
        if beside := unread_beside(item.body[part.start : part.end], part.spans, line.context):
            yield left_times(beside, part.due, item.block.place)
    unread = not parts and line.above is None and _may_be_work(line)
    if unread and (words := unread_time(item.body, line.context)):
        yield unread_told(words, item.body.strip(" .;"), item.block.place)


def _several_criteria(item: Item, parts: Sequence[Segment]) -> Iterator[Finding]:
    for part in parts:
        quote = item.body[part.start : part.end].strip(" ;,")
        if len(named := criteria_in(quote)) > 1:
            yield several_told(named, quote, item)


def _draft(line: Line, part: Segment) -> Draft:
    item, words, spans = line.item, line.item.body[part.start : part.end], part.spans
    title, by_heading = _named(line, words, part)
    due = as_day_held(part.due, title) if by_heading else part.due
    above = (line.above.charge if line.above else NOBODY, line.handed)
    told = own_words(words, spans, goes_on=bool(part.start))
    owners, helpers = people_of(item, told, above, line.restored)
    quote = words.strip(" ;,") if len(words) < len(item.body) else item.block.text.strip()
    mention = Mention(quote, item.block.place, due)
    confidence = 0.5 if part.problem or part.unsure or not title else sureness(due)
    task = Task(title or name_of(words, spans), due, (mention,), owners, helpers, confidence=confidence)
    if money := said_money(words):
        task = replace(task, budget=money[0])
    restored = line.restored(quote)
    over = not any(fold(owner) in fold(said) for owner in owners for said in (words, restored))
    made = of_criterion(task, item, words)
    return Draft(made, item.headings, named_by_heading=by_heading, handed_down=over and bool(owners), words=restored)


def _named(line: Line, words: str, part: Segment) -> tuple[str, bool]:
    """Return the title of a work, and whether something above it said it, its own words being only a time."""
    labelled = work_in_label(words)
    if line.spoken_of and (labelled or says_nothing_done(words, part.spans)):
        return line.spoken_of, True
    if labelled:
        return with_words_behind(_of_contest(line, labelled), words, part.spans), False
    if (at := behind_money(words)) and part.spans and at < part.spans[0][0]:
        words, part = words[at:], replace(part, spans=tuple((first - at, last - at) for first, last in part.spans))
    words = without_later_round(words, part.spans[-1][1]) if part.spans else words
    title = title_of(*sentence_of(words, beside_title(words, part.spans)))
    if title and says_little(title) and not is_generic(title):
        title = name_of(words, part.spans)
    if counts_only(title or words):
        return _of_round(line, title or title_of(words), first=not part.start)
    if is_generic(title) and any(is_its_own_name(words[start:end]) for start, end in part.spans):
        return name_of(words, part.spans), False  # "Tổ chức Ngày Sách 21/4": the feast is what is held
    if is_generic(title) and line.item.headings and (title or not is_its_own_name(words)):
        return title_of(line.item.headings[-1]), True
    return title, False


def _of_contest(line: Line, labelled: str) -> str:
    """Return what a label of time names, under the work it is a step of: "Hạn nộp sản phẩm: …" of a contest."""
    over = title_of(line.item.headings[-1]) if line.item.headings and line.item.rank is not Rank.SECTION else ""
    if (
        len(over.split()) < FEWEST_WORDS
        or not acts_of(over)
        or is_capitals(over)
        or is_empty_heading(over)
        or not opens_with_deed(labelled)
    ):
        return labelled
    return f"{over}: {labelled[:1].lower()}{labelled[1:]}"


def _of_round(line: Line, label: str, *, first: bool) -> tuple[str, bool]:
    """Return the title of what only names its round: the work of the line before it, else of what stands above it."""
    if first and line.spoken_of:
        return with_round(line.spoken_of, label), True
    above = title_of(line.item.headings[-1]) if first and line.item.headings else ""
    if not above or is_capitals(above) or is_empty_heading(above) or are_people(above):
        return label, False
    return with_round(above, label), True
