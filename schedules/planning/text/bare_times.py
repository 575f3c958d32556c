"""Days written bare ("12/9") that their place makes a time: before a colon or dash, after it, in a bracket."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from schedules.planning.acts import acts_of
from schedules.planning.drafts import in_column
from schedules.planning.people.deeds import opens_with_deed
from schedules.planning.people.persons import are_doers
from schedules.planning.people.subjects import subject_of
from schedules.planning.tables.contents import is_time
from schedules.planning.words.fineness import FINE
from schedules.planning.words.openers import CELEBRATIONS
from schedules.wording import Context, Found, find, fold

STEP = r"^\W*(?:(?:bước|đợt|giai đoạn|lần|vòng)\s+\w{1,3}\W+)?"
ARROW = r"\d{1,2}\s*/\s*\d{1,2}(?:\s*/\s*20\d\d)?\s*(?:→|->|=>)\s*\d{1,2}\s*/\s*\d{1,2}(?:\s*/\s*20\d\d)?"
HEAD = (
    re.compile(STEP + rf"(?P<time>{ARROW})\s*:"),
    re.compile(STEP + r"(?P<time>[^:|→]{3,60}?)\s*(?::|\||→)", re.IGNORECASE),
    re.compile(STEP + r"(?P<time>[^:|→]{3,60}?)\s*\s[-–—]\s(?=\W*[^\W\d])", re.IGNORECASE),
)
NEXT_HEAD = re.compile(r"[;.]\s+(?P<time>\d{1,2}\s*/\s*\d{1,2}(?:\s*/\s*20\d\d)?)\s*:\s*(?=[^\W\d])")
"""“26/9: Đại hội Liên đội; 15/10: Hội vui học tập”: each day of a line leads its own work."""

MIDDLE = re.compile(r"\s[-–—|]\s+(?P<time>[^:|→–—]{3,40}?)(?=\s+[-–—|]\s)")
TAIL = re.compile(r"(?::|\||→|\s[-–—]|,)\s*(?P<time>[^:|→]{3,60}?)\s*[.;,]?\s*$")
TAIL_OF_PEOPLE = re.compile(r":\s*(?P<time>[^:|→()]{3,40}?)\s*\((?:[^()/:]{2,60}|[^()\d]{2,90})\)\s*[.;,]?\s*$")
"""“Thăm gia đình liệt sĩ: 20/12 (Thầy Phúc, lớp 5A)”."""

LAST_CLAUSE = re.compile(r",\s+(?P<time>[^,:|→]{3,60}?)\s*[.;,]?\s*$")
BRACKET = re.compile(r"\((?P<time>[^()]{3,60})\)")
NEXT_PART = re.compile(
    r"\d\s*\([^()\d]{2,40}\)\s*(?:[,;]|và)\s+(?:ngày\s+)?(?P<time>\d{1,2}/\d{1,2}(?:/20\d\d)?)(?=\s*\([^()\d]{2,40}\))"
)
"""“Tổng vệ sinh ngày 14/9 (toàn trường), 16/9 (các lớp)”: each day says whose it is."""

FIRST_OF_TWO = re.compile(r"\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}\s*[-–—]\s*$")
"""“… Ngày Nhà giáo Việt Nam 20/11/1982 - 20/11/2025”: what ends two days read as one, or told as one, is none alone."""

BARE_DAY = re.compile(r"(?<![\d/.,-])(?P<day>\d{1,2})\s*/\s*0?(?P<month>\d{1,2})(?![\d/%])")
SIGN_BEFORE, SIGN_AFTER = re.compile(r"[:,;]\s*$"), re.compile(r"\s*(?:[.;,)]|\(\D|$)")
OF_CLASS = re.compile(r"\b(?:lop|khoi|to|phong|duong|so|dat|ti le|ty le|si so|diem|tiet|ca|bai|tap|chiem)\W*$")
CLOSES_CLAUSE = re.compile(r"\s*(?:[.;]?\s*$|[;,]\s+\w)")
OF_PAPER = re.compile(
    r"\b(?:mau|bieu|phu luc|so|cong van|ke hoach|thong tu|nghi (?:quyet|dinh)|quyet dinh|huong dan|luat|chi thi|khoa"
    r"|(?<!cap )truong|lop|khoi|(?<!van )phong|duong|pho|dat|si so|tiet|ca|bai|tap|chiem|cau|dot|nhom|de|ma|chuong|muc"
    r"|dieu|khoan|ngo|ngach|san|cum|xom|ap|thon|khu)\W*$"
)
"""What a day at the end of a clause may belong to instead: a paper, a school or a street by its name."""

FEASTS = frozenset(
    {(20, 11), (8, 3), (20, 10), (26, 3), (22, 12), (3, 2), (30, 4), (1, 5), (19, 5), (15, 5), (1, 6), (9, 1), (2, 9)}
)
"""“Hội trại 26/3” names its feast; the camp may be days before it."""

PIECE = re.compile(r"[,;]\s+|\s[-–—]\s")
PEOPLE = re.compile(r"^\W*[^\W\d]{2}")
ROLE_OF = re.compile(r"\s+(?:chủ trì|phụ trách|thực hiện|đảm nhiệm)\W*$", re.IGNORECASE)
COUNT = re.compile(
    r"\b(?:si so|so luong|tong (?:so|cong)|lop|(?<!ho )(?<!co )so(?! (?:ket|khao|duyet|tuyen|loai)))\W*(?:\S+\s*){0,4}$"
)
SHARE = re.compile(
    r"\b(?:ti le|ty le|dat|chi tieu|diem|chiem|ket qua|%|tong(?! (?:ket|ve sinh|duyet|hop)))\W*(?:\S+\s*){0,2}$"
)
"""Words before a count ("sĩ số: 25/12 nữ"), and before a share, which is never more than its whole ("đạt 12/12")."""

NO_SHARE = re.compile(r"\b(?:ngay|truoc|cham nhat|muon nhat|han|thang|tuan|sang|chieu)\b|/\s*20\d\d")
"""“Học sinh dân tộc thiểu số, hạn cuối là ngày 20/3”: no share is worded so."""

WITHIN_DAY = re.compile(
    r"(?<!\w)(?:ngay\s+)?trong\s+(?:buổi\s+)?(?:(?:sáng|chiều|tối)\s+)?(?:thứ\s+\w+,?\s+)?"
    r"ngày\s+\d{1,2}\s*[/.-]\s*\d{1,2}\s*[/.-]\s*20\d\d(?=\s*(?:[.;]|$))",
    re.IGNORECASE,
)
"""“Họp xét kết quả rèn luyện của lớp trong ngày 07/01/2026.”: what is done within a day names no paper of it."""

TERM = re.compile(r":\s*(?P<time>(?:hoc k[yi]|hk) ?(?:i{1,2}|[12]))(?=\s*(?:[.;]|$|\([^()\d]{2,60}\)\s*[.;]?\s*$))")
LASTING = frozenset({"mend", "prepare"})
"""“Bổ sung sách: học kì II” says when; of a check, a report or a review the term says which of them."""

SAYS_WHEN = re.compile(r"\d|^\W*(?:truoc|sau|cuoi|dau|giua|trong|tuan|het)\b")
"""“Trước Tết:” says when; “Tết Dương lịch:” may only name the day that the line is about."""

OCCASION = re.compile(rf"(?:{CELEBRATIONS}|truyen thong|quoc te)(?:\s+\S+){{0,12}}\s*$")
"""Words before a day that only names a feast: "kỷ niệm Ngày Nhà giáo Việt Nam (20/11)"."""

SENTENCE = re.compile(r"(?<!\d)[.;]\s+|\n")
GOES_ON = re.compile(r"\)\s+[^\W\d_]")
YEAR = re.compile(r"20\d\d")
NEAR = 200


def times_in(text: str, context: Context) -> tuple[Found, ...]:
    """Return every deadline of a line: those its wording shows and those its place shows, in order."""
    plain, taken = list[Found](), bytearray(len(text))
    _take(find(text, context), plain, taken)
    for start, end in _places(text):
        if not any(taken[start:end]):
            _take((one for one in _bare(text, start, end, context) if not _is_told(one, text, context)), plain, taken)
    for start, end in _days_of_month(text, context):
        if not any(taken[start:end]):
            _take(_bare(text, start, end, context), plain, taken)
    for start, end in (*_closing_days(text), *_days_within(text)):
        if not any(taken[start:end]):
            _take((one for one in _bare(text, start, end, context) if _lies_ahead(one, context)), plain, taken)
    for start, end in _terms(text):
        if not any(taken[start:end]):
            _take(_told_alone(text, start, end, context), plain, taken)
    return tuple(sorted(plain, key=lambda one: one.start))


def _terms(text: str) -> Iterator[tuple[int, int]]:
    """Yield the terms behind the colon of a sentence that begins with a deed no round of which is counted by terms."""
    for match in TERM.finditer(fold(text)):
        sentence = SENTENCE.split(text[max(0, match.start() - NEAR) : match.start()])[-1].strip(" -–•*+")
        acting = next(iter(subject_of(sentence)), "")
        deed = sentence.removeprefix(acting).strip()
        if (opens_with_deed(deed) or acts_of(deed)) and acts_of(deed) <= LASTING:
            yield match.span("time")


def _closing_days(text: str) -> Iterator[tuple[int, int]]:
    """Yield bare days that close a clause of work and can be no ratio: "Thi học sinh giỏi cấp trường 22/11"."""
    for match in BARE_DAY.finditer(text):
        day = (int(match["day"]), int(match["month"]))
        if day[0] <= day[1] or day in FEASTS or CLOSES_CLAUSE.match(text, match.end()) is None:
            continue
        before = _before(text, match.start())
        if OF_PAPER.search(before) or OCCASION.search(before):
            continue
        if _is_of_work(text, match.start()):
            yield match.span()


def _is_of_work(text: str, at: int) -> bool:
    """Whether the sentence up to a place begins with who acts, or with what is done."""
    sentence = SENTENCE.split(text[max(0, at - NEAR) : at])[-1].strip(" -–•*+")
    acting = next(iter(subject_of(sentence)), "")
    return bool(acts_of(sentence)) or opens_with_deed(sentence.removeprefix(acting).strip())


def _days_within(text: str) -> Iterator[tuple[int, int]]:
    """Yield the days within which a sentence that begins with who acts, or with what is done, has its work done."""
    for match in WITHIN_DAY.finditer(text):
        if _is_of_work(text, match.start()):
            yield match.span()


def _lies_ahead(one: Found, context: Context) -> bool:
    """Whether a day was still to come at the signing."""
    return context.doc_date is not None and one.due.day is not None and one.due.day > context.doc_date


def _take(found: Iterable[Found], plain: list[Found], taken: bytearray) -> None:
    """Add what was found, and mark its letters as taken: a long paragraph has too many places to ask each time."""
    for one in found:
        plain.append(one)
        taken[one.start : one.end] = b"1" * (one.end - one.start)


def _places(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches that may hold a time and nothing else; one with half a bracket is none."""
    for match in BRACKET.finditer(text):
        if not OCCASION.search(_before(text, match.start())):
            yield _beside_people(text, *match.span("time"))
    yield from (match.span("time") for match in NEXT_PART.finditer(text))
    if (led := HEAD[1].match(text)) and BARE_DAY.search(led["time"]):
        yield from (match.span("time") for match in NEXT_HEAD.finditer(text))
    ends = (*HEAD, TAIL, TAIL_OF_PEOPLE, LAST_CLAUSE)
    for placed in (*(pattern.search(text) for pattern in ends), *MIDDLE.finditer(text)):
        if placed and placed["time"].endswith(")") and _is_closed_by_last(text, placed.start("time")):
            yield placed.start("time"), placed.end("time") - 1
            continue
        if not placed or FIRST_OF_TWO.search(text, 0, placed.start("time")):
            continue
        if placed["time"].count("(") == placed["time"].count(")"):
            yield placed.span("time")


def _is_closed_by_last(text: str, at: int) -> bool:
    """Whether the last bracket of a text ends with a label's time: "(lần 1: 17/11; lần cuối: 22/11)"."""
    behind = text[at:]
    day = BARE_DAY.search(behind)
    if not text[max(0, at - 3) : at].rstrip().endswith(":") or (day and (int(day["day"]), int(day["month"])) in FEASTS):
        return False
    return behind.count(")") == behind.count("(") + 1 and text.rfind("(", 0, at) > text.rfind(")", 0, at)


def _days_of_month(text: str, context: Context) -> Iterator[tuple[int, int]]:
    """Yield the bare days of the month a line stands under, where they end a clause or stand behind a sign."""
    for match in BARE_DAY.finditer(text) if context.table_month else ():
        day = (int(match["day"]), int(match["month"]))
        placed = SIGN_BEFORE.search(text[: match.start()]) or SIGN_AFTER.match(text, match.end())
        feast = day in FEASTS or OCCASION.search(_before(text, match.start()))
        if day[1] == context.table_month and placed and not feast and not OF_CLASS.search(_before(text, match.start())):
            yield match.span()


def _is_told(one: Found, text: str, context: Context) -> bool:
    """Whether a bracket only dates what its sentence goes on to tell: "Kỳ thi (ngày 27/6/2024) có 208 em đỗ".

    Its whole date was over at the signing, and the sentence, read as a whole, set nothing by it.
    """
    day, signed = one.due.day, context.doc_date
    over = day is not None and signed is not None and day < signed
    return over and YEAR.search(one.quote) is not None and GOES_ON.match(text, one.end) is not None


def _beside_people(text: str, start: int, end: int) -> tuple[int, int]:
    """Return where the time of a bracket stands that also names people ("20/12, TPT Đội"), else all of it."""
    signs = [start, *(sign.end() for sign in PIECE.finditer(text, start, end)), end]
    pieces = [(first, last) for first, last in pairwise(signs) if text[first:last].strip(" ,;–-")]
    told = [(first, last) for first, last in pieces if not PEOPLE.search(text[first:last])]
    names = [text[first:last].strip(" ,;–-") for first, last in pieces if (first, last) not in told]
    people = names and all(are_doers(ROLE_OF.sub("", name)) for name in names)
    return told[0] if people and len(told) == 1 else (start, end)


def _in_its_month(words: str, context: Context) -> bool:
    """Whether a day is of the month its row or heading stands for: then it is no fraction."""
    month = re.search(r"/\s*0?(\d{1,2})\W*$", words)
    return month is not None and int(month[1]) == context.table_month


def _may_be_share(words: str) -> bool:
    """Whether the figures of a stretch can be some of so many: twelve of twelve, not thirty of twelve."""
    figures = BARE_DAY.search(words)
    return figures is None or int(figures["day"]) <= int(figures["month"])


def _bare(text: str, start: int, end: int, context: Context) -> Sequence[Found]:
    """Return the times of a stretch that holds nothing else, as the column of a table would have them."""
    words = text[start:end]
    if not SAYS_WHEN.search(fold(words)) or not is_time(words, context):
        return ()
    before = _before(text, start)
    counted = COUNT.search(before) or (SHARE.search(before) and _may_be_share(words))
    if counted and not NO_SHARE.search(fold(words)) and not _in_its_month(words, context):
        return ()
    return [one for one in _told_alone(text, start, end, context) if one.due.precision in FINE]


def _told_alone(text: str, start: int, end: int, context: Context) -> Sequence[Found]:
    """Return the times of a stretch, as the column of a table would have them."""
    found = [one for one in find(text[start:end], in_column(context)) if one.due.dated]
    return [replace(one, start=start + one.start, end=start + one.end) for one in found]


def _before(text: str, at: int) -> str:
    """Return the last words before a place, folded: a long paragraph costs what its sentences do."""
    return fold(text[max(0, at - NEAR) : at])
