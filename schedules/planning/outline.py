"""Blocks → items: which part of the plan each stands in, what marks it, and the headings above it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from itertools import zip_longest

from schedules.plan import Block
from schedules.planning.block_heads import heads_of_blocks
from schedules.planning.told_headings import looks_ahead, tells_of_past
from schedules.planning.words.likeness import begins_like, letters
from schedules.proofreading.naming import CAPITALS
from schedules.wording import fold


class Part(Enum):
    """The parts a school plan is made of."""

    HEAD = auto()
    AIMS = auto()
    GROUNDS = auto()
    PAST = auto()
    CONTENT = auto()
    CARRYING_OUT = auto()
    CLOSING = auto()
    APPENDIX = auto()
    FORM = auto()


class Rank(Enum):
    """What marks an item, from the widest heading to running text."""

    SECTION = 1
    NUMBER = 2
    SUBNUMBER = 3
    LETTER = 4
    BULLET = 5
    PLUS = 6
    TEXT = 7


POINTS = frozenset({Rank.LETTER, Rank.BULLET, Rank.PLUS})
LISTED = POINTS | {Rank.NUMBER, Rank.SUBNUMBER}
"""What marks the items of a list, counted or not."""


@dataclass(frozen=True, slots=True)
class Item:
    """A block in its place within the plan; `body` is its text without the marker, `at` where that begins.

    `depth` is its rank, finer: "2.1.1" stands deeper than "2.1".
    """

    block: Block
    part: Part
    rank: Rank
    body: str
    at: int
    headings: tuple[str, ...] = ()
    depth: float = 0.0


SECTION_STARTS: tuple[tuple[str, Part], ...] = (
    ("mục đích", Part.AIMS),
    ("mục đích, yêu cầu", Part.AIMS),
    ("mục tiêu", Part.AIMS),
    ("chỉ tiêu", Part.AIMS),
    ("căn cứ", Part.GROUNDS),
    ("cơ sở xây dựng", Part.GROUNDS),
    ("đặc điểm tình hình", Part.PAST),
    ("thực trạng", Part.PAST),
    ("đánh giá kết quả", Part.PAST),
    ("đánh giá tình hình", Part.PAST),
    ("đánh giá tháng", Part.PAST),
    ("đánh giá công tác tháng", Part.PAST),
    ("kết quả công tác tháng", Part.PAST),
    ("kết quả thực hiện tháng", Part.PAST),
    ("kết quả thực hiện công tác tháng", Part.PAST),
    ("kết quả thực hiện nhiệm vụ tháng", Part.PAST),
    ("kết quả đạt được", Part.PAST),
    ("cơ sở pháp lý", Part.GROUNDS),
    ("tổ chức thực hiện", Part.CARRYING_OUT),
    ("phân công nhiệm vụ", Part.CARRYING_OUT),
    ("phụ lục", Part.APPENDIX),
    ("mẫu báo cáo", Part.FORM),
    ("nhận xét tuần", Part.PAST),
    ("nhận xét tháng", Part.PAST),
    ("nhận xét công tác tuần", Part.PAST),
    ("nhận xét công tác tháng", Part.PAST),
    ("đánh giá tuần", Part.PAST),
    ("đánh giá công tác tuần", Part.PAST),
    ("kết quả công tác tuần", Part.PAST),
    ("kết quả thực hiện tuần", Part.PAST),
    ("kết quả thực hiện công tác tuần", Part.PAST),
)

NAMED_PART = (
    r"(?:[Pp]h[aâầ]n|PH[AÂẦ]N|[Cc]h[uư][oơ]ng|CH[UƯ][OƠ]NG|[Mm][uụ]c|M[UỤ]C)\s+"
    r"(?:\d{1,2}|[IVX]{1,4}|[A-HĐ](?=\W)|[Tt]h[uưứ] \w{2,4}|TH[UƯỨÚ] \w{2,4})"
)
ROMAN = r"(?=[l1]*[IVXL])[IVXLl1]{1,5}"
SIGNS = "-–—•·▪●○◦✓✔➢➤►*»❖◆■□\uf000-\uf0ff"
"""Bullets, with the private signs that symbol fonts leave behind."""

ORDINAL = "(?:Một|Hai|Ba|Bốn|Năm|Sáu|Bảy|Tám|Chín|Mười)"
MARKERS: tuple[tuple[Rank, re.Pattern[str]], ...] = (
    (Rank.SUBNUMBER, re.compile(r"(?:\d{1,2}|[IVX]{1,4}|[A-H])(?:\.\d{1,2}){1,3}(?:\.?/\.?|[.):])?\s+(?!\d)")),
    (
        Rank.SECTION,
        re.compile(rf"(?:(?:[A-HĐ]|{ROMAN}|{NAMED_PART})\s*[.):]|(?:[A-H]|{ROMAN})\s*/(?:\s*\.|(?=\s)))\s*(?=[^\d\s])"),
    ),
    (Rank.SECTION, re.compile(rf"{ROMAN}/(?=[^\W\d_]{{3}})")),
    (
        Rank.NUMBER,
        re.compile(
            rf"(?:\d{{1,2}}\s*(?:[.)]|/\s*\.|/(?=\s|[{CAPITALS}][^\W{CAPITALS}])|[-–](?=\s?[{CAPITALS}][^\W{CAPITALS}]))|"
            r"Điều\s+\d{1,2}\s*[.:])\s*(?=[^\d\s])"
        ),
    ),
    (Rank.LETTER, re.compile(r"(?:[a-zđ]\s*[.)/]\s+|[a-zđ]\)(?=\w)|\((?:[a-zđ]|\d{1,2})\)\s*)")),
    (Rank.PLUS, re.compile(r"\+\s*")),
    (
        Rank.BULLET,
        re.compile(rf"(?:[{SIGNS}]\s*|[=-]>\s*|[oØü§v]\s+(?=[{CAPITALS}])|{ORDINAL} là\s*[,:]\s+)(?=\W{{0,6}}\w)"),
    ),
)
ALNUM = re.compile(r"[^\W_]")
LEVELS = re.compile(r"[*_\s]*\w{1,4}(?:\.\d{1,2})*")
EMPHASIS = re.compile(r"(?:\*\*|__|\s)*")
CLOSING = "nơi nhận"
CARRIED_OUT = frozenset(map(letters, ("tổ chức thực hiện", "phân công nhiệm vụ")))
LONGEST_BARE = 60
LONGEST_HEADING = 130
SHORTEST_APPENDIX = 12
GROUNDS_ALONE = "coso"
"""“CƠ SỞ” alone is what a plan rests on; “CƠ SỞ VẬT CHẤT” is work."""

LETTERHEAD = re.compile(
    r"(?:^|[\n\t|])\s*so\s*:?[\s\d.…_]*[/-]|ngay[\s\d.…_]+thang[\s\d.…_]+nam[\s\d.…_]*$|"
    r"\bd[o06]c l[a-z]p\W+t[a-z] do|^\W*v/v\b"
)
ADDRESSED = re.compile(r"^\W*kinh gui\b|^.*\skinh gui\s*:\s*$")
"""Neither the letterhead nor those a letter is addressed to head anything: each sentence below says who does what.

A scan may run the line of a letter into the title over it."""

OF_CRITERION = re.compile(r"[*_\s]*(?:tieu chi|tc)\s+\d{1,2}\.\d{1,2}\s*[:.–-]?\s")
OF_STANDARD = re.compile(r"[*_\s]*tieu chuan\s+\d{1,2}\s*[:.–-]?\s")
OVER_ALL, OVER_NUMBERS, BLOCK = 1.2, 1.5, 0.25
"""How deep a standard stands over its criteria, a criterion over numbered lines, a block of lines in a criterion."""

LABELLED = re.compile(r"[*_\s]*(?!tieu ch)[^\W\d_]+(?:[ ,]+[^\W\d_]+){0,3}(?: \d{1,2})?\s*[*_]*:\s*\S")
ATTACHED = re.compile(r"\(?\s*(kèm theo|đính kèm)", re.IGNORECASE)


def outline(blocks: Iterable[Block]) -> tuple[Item, ...]:
    """Return every block as an item, in order."""
    items: list[Item] = []
    part, stack, addressing = Part.HEAD, list[tuple[float, str]](), False
    narrowed: Part | None = None  # the part round a numbered heading of its own part, which the next number ends
    blocks = list(blocks)
    heads = heads_of_blocks(blocks)
    for place, (block, below) in enumerate(zip_longest(blocks, blocks[1:])):
        rank, at = _marker(block)
        over = _depth_of_heading(block, below, heads_block=place in heads) if rank is Rank.TEXT else None
        rank = Rank.LETTER if over else rank
        body = block.text[at:].strip()
        if narrowed and rank in {Rank.SECTION, Rank.NUMBER}:
            part, narrowed = narrowed, None
        if _is_bare_heading(rank, body):
            narrowed = Part.CONTENT if part is Part.HEAD else part
        depth = over or _depth(block, rank)
        stack = [(above, text) for above, text in stack if above < depth]
        headings = tuple(text for _, text in stack)
        part = _part(part, rank, body, block, headings)
        addressing = ADDRESSED.match(fold(body)) is not None or (addressing and rank in POINTS)
        told = any(tells_of_past(text, headings[:among]) for among, text in enumerate(headings))
        own = Part.HEAD if addressing else Part.PAST if told and part is Part.CONTENT else part
        items.append(Item(block, own, rank, body, at, headings, depth))
        if addressing:
            stack = []
        elif rank is not Rank.TEXT and not block.is_row:
            stack.append((depth, body))
    return tuple(items)


def _depth(block: Block, rank: Rank) -> float:
    """Return the rank as a number, a tenth deeper for each further level a number counts."""
    levels = LEVELS.match(block.label or block.text) if rank is Rank.SUBNUMBER else None
    return rank.value + (levels[0].count(".") / 10 if levels else 0)


def is_capitals(text: str) -> bool:
    """Whether a text is set in capitals, as headings are; a scan may lose one letter in six."""
    found = [letter for letter in text if letter.isalpha()]
    return len(found) > 3 and sum(letter.isupper() for letter in found) >= len(found) * 5 / 6  # noqa: PLR2004


def _marker(block: Block) -> tuple[Rank, int]:
    """Return what marks a block, an automatic number as much as a typed one, and where its own words begin."""
    text = block.text
    if block.is_row or not ALNUM.search(text):
        return Rank.TEXT, 0  # a line of signs ("***") heads nothing
    if block.label and (counted := _counted(block)):
        return counted, 0
    start = EMPHASIS.match(text).end()  # type: ignore[union-attr]  # it matches the empty text
    for rank, pattern in MARKERS:
        if match := pattern.match(text, start):
            return _corrected(rank, text[match.end() :]), match.end()
    if (block.heading or is_capitals(text)) and len(text) <= LONGEST_HEADING:
        return Rank.SECTION, start
    return Rank.TEXT, start


def _depth_of_heading(block: Block, below: Block | None, *, heads_block: bool) -> float | None:
    """Return how deep an unmarked line stands that heads labelled lines or names a criterion or standard; else None."""
    plain, under = fold(block.text), fold(below.text) if below else ""
    ended = plain.rstrip().endswith((".", ";", ",")) and not LABELLED.match(under)
    if below is None or len(block.text) > LONGEST_HEADING or ended:
        return None
    rank = _marker(below)[0]
    if OF_STANDARD.match(plain) and OF_CRITERION.match(under):
        return OVER_ALL
    names = OF_CRITERION.match(plain) and not OF_CRITERION.match(under) and not OF_STANDARD.match(under)
    if not names and not heads_block:
        return None
    depth = OVER_NUMBERS if rank in {Rank.NUMBER, Rank.SUBNUMBER, Rank.LETTER} else Rank.LETTER.value
    return depth if names else depth + BLOCK


def _counted(block: Block) -> Rank | None:
    """Return what an automatic number makes of its block; None for labels no marker of ours ("Bước 1")."""
    shown = f"{block.label} {block.text.lstrip()}"
    return next((_corrected(rank, block.text) for rank, pattern in MARKERS if pattern.match(shown)), None)


def _corrected(rank: Rank, rest: str) -> Rank:
    """A number before capitals is a Roman one misread ("1. MUC DICH"); "l." before small letters is none."""
    if rank is Rank.NUMBER and is_capitals(rest) and len(rest) <= LONGEST_HEADING:
        return Rank.SECTION
    return Rank.NUMBER if rank is Rank.SECTION and len(rest) > LONGEST_HEADING else rank


def _part(part: Part, rank: Rank, body: str, block: Block, over: tuple[str, ...]) -> Part:
    marked = bool(block.label) or not block.text.lstrip("*_ \t").startswith(body[:12])
    if block.is_row:
        return Part.CONTENT if part is Part.HEAD and block.place.row != 1 and not _is_letterhead(block) else part
    if begins_like(body, CLOSING) and len(letters(body)) < 40:  # noqa: PLR2004
        return Part.CLOSING
    if ATTACHED.match(body) and part in {Part.CLOSING, Part.APPENDIX}:
        return Part.APPENDIX
    if rank is Rank.SECTION or (block.heading and ALNUM.search(body)) or _is_bare_heading(rank, body):
        return _section(part, body, over, marked=marked)
    if part is Part.HEAD and rank is not Rank.TEXT:
        return Part.CONTENT
    return part


def _is_letterhead(block: Block) -> bool:
    """Whether a row goes on with the letterhead: its number, its place and day, the motto."""
    return block.place.table == 1 and bool(LETTERHEAD.search(fold(block.text)))


def _is_bare_heading(rank: Rank, body: str) -> bool:
    if rank is not Rank.NUMBER or len(body) > LONGEST_BARE:
        return False
    return letters(body) in CARRIED_OUT or any(begins_like(body, start) for start, _ in SECTION_STARTS[:8])


def _section(part: Part, body: str, over: tuple[str, ...], *, marked: bool) -> Part:
    if letters(body) == GROUNDS_ALONE:
        return Part.GROUNDS
    if named := next((named for start, named in SECTION_STARTS if begins_like(body, start)), None):
        return Part.CONTENT if named is Part.PAST and looks_ahead(body) else named
    if tells_of_past(body, over) and part not in {Part.APPENDIX, Part.FORM, Part.CLOSING}:
        return Part.PAST
    if part is Part.CLOSING:
        # After the recipients only the signature stands in capitals, and it is short.
        return Part.APPENDIX if len(letters(body)) > SHORTEST_APPENDIX and " " in body.strip() else part
    if part in {Part.APPENDIX, Part.FORM}:
        return part
    if part is Part.HEAD and not marked and not _opens(body):
        return part
    return Part.CONTENT


def _opens(body: str) -> bool:
    """Whether a capital line opens the content, and is not still letterhead or title."""
    return any(begins_like(body, start) for start in ("nội dung", "nhiệm vụ", "các nhiệm vụ", "kế hoạch cụ thể"))
