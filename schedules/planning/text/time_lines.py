"""Lines that only say when ("Thời gian: 7h30 ngày 30/01"): which work each of them speaks of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from schedules.plan import Precision
from schedules.planning.acts import acts_of
from schedules.planning.head.kinds import KINDS, kind_of
from schedules.planning.outline import Item, Part
from schedules.planning.people.charged_lines import charged_by
from schedules.planning.people.deeds import DEED
from schedules.planning.people.named import is_owner_line
from schedules.planning.people.persons import are_people
from schedules.planning.people.subjects import subject_of
from schedules.planning.tables.contents import WORD, words_beside_time
from schedules.planning.text.field_lines import BUDGET_LINE, is_field, is_note
from schedules.planning.text.labels import done_in, says_when, work_in_label
from schedules.planning.text.records import Records, lines_of, records_of
from schedules.planning.text.rounds import counts_only
from schedules.planning.text.segment import Segment
from schedules.planning.text.titles import title_of
from schedules.wording import fold

EMPTY_WORD = re.compile(
    r"(?:cong|tac|tuan|thang|bien|cac|cau|chi|chuc|chu|chung|chuong|cu|dang|de|dia|dich|diem|do|doi|dong|du|dung|gia|gian|"
    r"hien|hinh|hoach|hoat|ke|khai|khung|kien|kinh|ky|lich|mo|muc|nhiem|noi|phan|phap|phi|"
    r"phuong|quy|tam|tham|thanh|the|thoi|thuc|tien|tiet|to|trien|trinh|trong|tuong|va|vu|yeu)"
)
SCHOOL_YEAR = re.compile(r"^\W*nam hoc\W*20\d\d(?:\W*20\d\d)?\W*$")
NAME_LABEL = re.compile(r"^\W*(?:nội dung|tên|hoạt động|công việc)(?: \d{1,2})?\s*:\s*(?=\w)", re.IGNORECASE)
KIND = re.compile(r"^\W*(?:kế hoạch|thông báo|chương trình|lịch)\b\s*", re.IGNORECASE)
WHEN_HEADING = re.compile(r"^\W*(?:thoi (?:gian|han|diem)|tien do|lich)\b")
COUNTED = re.compile(r"^[*_\s]*(?:bieu|bieu mau|mau|phu luc|noi dung|muc)(?: so)? \d{1,2}\s*[.:)–-]\s*")
"""“Biểu 01. …”: what counts a heading is no name."""

BEHIND_MONEY = re.compile(r"[.;]\s+|,\s+(?=[^\W\d])")
FINISHED = re.compile(r"\W*(?:xong|hoan thanh|hoan thien|thuc hien|to chuc|trien khai|tien hanh|lam)\b")
OWN_WORDS, FIELDS = 2, 6


def is_its_own_name(text: str) -> bool:
    """Whether words that are a time to the calendar also name a work: "Ngày hội đọc sách 21/4"."""
    return len(words_beside_time(text)) >= OWN_WORDS and not says_when(text)


def is_empty_heading(heading: str) -> bool:
    """Whether a heading names no work: "NỘI DUNG", "Thời gian, địa điểm", "Năm học 2025-2026"."""
    plain = fold(heading)
    return SCHOOL_YEAR.match(plain) is not None or all(EMPTY_WORD.fullmatch(word) for word in WORD.findall(plain))


def behind_time(words: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return what stands behind the time words begin with ("Ngày 16/9, Văn thư gửi …"), "" otherwise."""
    if not spans or WORD.search(words[: spans[0][0]]):
        return ""
    behind = re.match(r"\s*(?:[:,]|\s[-–—])\s+|\s+(?=[^\W\d_]{2})", words[spans[0][1] :])
    return words[spans[0][1] + behind.end() :] if behind else ""


def works_spoken_of(items: Sequence[Item]) -> Mapping[int, str]:
    """Return, by the index of each line that only says when, the title of the work it stands by, where one is named."""
    lines = [at for at, item in enumerate(items) if not item.block.is_row and says_when(item.body)]
    rounds = [at for at, item in enumerate(items) if _is_round_of_plan(item)]
    subject = _subject(items) if lines or rounds else ""
    groups = Counter(items[at].headings for at in lines)
    several = {headings for headings, count in groups.items() if count > 1}
    records = records_of(items) if lines else {}
    done = {at: _done(items, at, records) for at in lines}
    found = {at: done[at] or _beside(items, at, several) or _above(items[at]) or subject for at in lines}
    found |= dict.fromkeys(rounds, subject)
    found |= {at: _beside(items, at, several) or _above(items[at]) for at in _dated_fields(items)}
    told = {at: title_of(NAME_LABEL.sub("", name)) for at, name in found.items() if name}
    return {**told, **_named_by_headings(items)}


def _named_by_headings(items: Sequence[Item]) -> dict[int, str]:
    """Return the titles of lines whose label of time comes again under other headings: those headings name the works.

    “Thời điểm công khai: …” under “Biểu 01. Thông tin chung”: what the whole plan or section does needs no telling.
    """
    labelled = {
        at: work_in_label(item.body) for at, item in enumerate(items) if item.headings and not item.block.is_row
    }
    led = {at: (fold(label), items[at].headings) for at, label in labelled.items() if label}
    once = Counter(led.values())
    several = Counter(label for label, _ in once)
    named = {at: _uncounted(items[at].headings[-1]) for at in led}
    alone = [
        at for at, one in led.items() if once[one] == 1 and several[one[0]] > 1 and not is_empty_heading(named[at])
    ]
    subject = fold(" ".join(item.body for item in items if item.part is Part.HEAD)) if alone else ""
    return {at: _with_label(items[at], named[at], labelled[at], subject) for at in alone}


def _uncounted(heading: str) -> str:
    counted = COUNTED.match(fold(heading))
    return heading[counted.end() :] if counted else heading


def _with_label(item: Item, heading: str, label: str, subject: str) -> str:
    """Return the title of a work a heading names, with what its label of time says is done where nothing above does."""
    title, deed = title_of(heading), fold(label)
    if are_people(title):
        return f"{label} – {title}"
    above = any(deed in fold(text) for text in (*item.headings, subject))
    begun = f"{label[:1].lower()}{label[1:]}" if label[1:2].islower() else label
    return title if above else f"{title}: {begun}"


def _dated_fields(items: Sequence[Item]) -> list[int]:
    """Return the indexes of lines that tell who does a work or what it costs, and perhaps by when."""
    fields = [at for at, item in enumerate(items) if is_field(item) and not says_when(item.body)]
    return [at for at in fields if any(sign.isdigit() for sign in items[at].body)]


def _is_round_of_plan(item: Item) -> bool:
    """Whether a line is a round, or only a time, under a heading that says when: "Đợt 1: …" under "Thời gian"."""
    over = item.headings[-1] if item.headings and not item.block.is_row else ""
    return heads_times(over) and (counts_only(item.body.partition(":")[0]) or is_bare_time(item.body))


def heads_times(heading: str) -> bool:
    """Whether a heading only says that times follow: "Thời gian thực hiện"."""
    return WHEN_HEADING.match(fold(heading)) is not None and is_empty_heading(heading)


def is_bare_time(text: str) -> bool:
    """Whether a line holds days and no other words than those of a time."""
    counted = counts_only(text.partition(":")[0])
    return not counted and not words_beside_time(text) and any(sign.isdigit() for sign in text)


def says_nothing_done(words: str, spans: Sequence[tuple[int, int]]) -> bool:
    """Whether words only say when, or by whom or for how much and when: what is done stands elsewhere."""
    if says_when(words) or is_bare_time(words):
        return True
    if BUDGET_LINE.match(fold(words)):
        return not acts_of(words.partition(":")[2]) and not behind_money(words)
    return is_owner_line(words) and not title_of(words, spans)


def behind_money(words: str) -> int:
    """Return where behind what a work costs somebody does something else, 0 where nobody does.

    "Kinh phí: 5 triệu. Kế toán lập dự toán trước ngày …"; who only has charge of it does nothing else.
    """
    money = BUDGET_LINE.match(fold(words))
    if not money:
        return 0
    stops = [sign.end() for sign in BEHIND_MONEY.finditer(words, money.end())]
    clauses = pairwise([*stops, len(words)])
    return next((start for start, end in clauses if _acts_in(words[start:end])), 0)


def _acts_in(clause: str) -> bool:
    if is_owner_line(clause) or charged_by(clause.strip(" ,;.")) or not subject_of(clause):
        return False
    return any(not FINISHED.match(fold(clause[deed.end() :])) for deed in DEED.finditer(clause))


def without_opening_time(parts: tuple[Segment, ...], text: str) -> tuple[Segment, ...]:
    """Return the works without a time that only opens the sentence of a finer one: "Tháng 11, Đoàn trường … 19/11"."""
    if len(parts) < 2 or not is_bare_time(text[parts[0].start : parts[0].end].strip(" ,")):  # noqa: PLR2004
        return parts
    whole, day = parts[0].due, parts[1].due.day
    inside = whole.start is not None and whole.day is not None and day is not None and whole.start <= day <= whole.day
    return parts[1:] if inside and parts[1].due.precision is Precision.DAY else parts


def _done(items: Sequence[Item], at: int, records: Records) -> str:
    """Return what the one line labelled as the work says, of those of a time line's record or under its heading."""
    own = [one for one in (done_in(items[line].body) for line in lines_of(items, records, at)) if one]
    if len(own) == 1:
        return own[0]
    near = (items[max(0, at - FIELDS) : at], items[at + 1 : at + 1 + FIELDS])
    beside = [one for part in near for one in part if not one.block.is_row and one.headings == items[at].headings]
    told = [one.body for one in beside if items[at].headings and done_in(one.body)]
    times = sum(says_when(one.body) for one in beside)
    return done_in(told[0]) if len(told) == 1 and not times else ""


def _beside(items: Sequence[Item], at: int, several: AbstractSet[tuple[str, ...]]) -> str:
    """Return the line before the fields around a time line; a sibling counts where each has a time line of its own."""
    for before in range(at - 1, -1, -1):
        item = items[before]
        if item.block.is_row or item.headings != items[at].headings or item.depth > items[at].depth:
            return ""
        if is_field(item) or is_note(item) or says_when(item.body):
            continue
        named = item.headings in several or not _above(item)
        return item.body if named and item.part is not Part.HEAD and not is_empty_heading(item.body) else ""
    return ""


def _above(item: Item) -> str:
    return next((heading for heading in reversed(item.headings) if not is_empty_heading(heading)), "")


def _subject(items: Sequence[Item]) -> str:
    """Return what the whole plan is about, from its title; "" when the title names no single work."""
    kind = kind_of([item.body for item in items if item.part is Part.HEAD and not item.block.is_row]) or ""
    bare = "" if kind in KINDS else KIND.sub("", kind)
    return bare[:1].upper() + bare[1:]
