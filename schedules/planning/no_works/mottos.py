"""A month with its motto ("Tháng 9: Truyền thống nhà trường") is that month: what it is about is no work."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from schedules.planning.acts import acts_of
from schedules.planning.no_works.programme_words import CEREMONY
from schedules.planning.outline import POINTS, Item, Part, Rank
from schedules.planning.people.deeds import opens_with_deed
from schedules.wording import fold

NUMBER = r"(?:0?[1-9]|1[0-2])"
MONTH = (
    rf"\W*thang\s+{NUMBER}(?:\s*(?:[,+&-]|va|den)\s*(?:thang\s+)?{NUMBER}(?!\s*/\s*\d{{1,2}}\b))?"
    r"(?:\s*(?:[/.-]|nam)\s*20\d\d)?"
)
ALONE = re.compile(rf"^{MONTH}\W*$")
LED = re.compile(rf"^(?P<month>{MONTH})\s*(?:[:.,-]\s*|(?=[(“\"]))(?P<motto>\W*[^\W\d].*)$")
LABEL = r"(?:chu diem|chu de(?: (?:hoat dong|giao duc|tuyen truyen))?(?: cua)?(?: thang)?|phuong cham|khau hieu)"
LABELLED = re.compile(rf"^\W*{LABEL}(?!\w)(?!\s+(?:va|theo|mon|day|cap))")
"""“Chủ điểm …” says that a motto follows, whatever it speaks of."""

EVENT = re.compile(
    r"^\W*(?:(?:cac|mot so|nhung)\s+)?(?:chuyen de|hoat dong|sinh hoat|phong trao|chien dich|cuoc|buoi|dot|ngay|tuan|"
    r"thang|ky|van nghe|tham quan|da ngoai|trai nghiem|chuong trinh|ke hoach|cong tac|nhiem vu|cong viec|noi dung|"
    r"trong tam|ho so|bao cao|lich|on thi|tuyen sinh)\b"
)
URGES = re.compile(r"^\W*thi dua\b")
"""“Thi đua dạy tốt, học tốt” is called out, not held."""

CLAUSE = re.compile(r"\s*[,–-]\s+")
LONGEST, FEWEST = 9, 2


def without_mottos(items: Sequence[Item]) -> list[Item]:
    """Return the items of a plan with months for months with their mottos, and without the lines that are mottos."""
    led = {at: match for at, item in enumerate(items) if (match := _led(item))}
    heads = {at for at in led if _heads(items, at)}
    mottos = {at for at in led if LABELLED.match(led[at]["motto"]) and not _tells_number(led[at]["motto"])}
    mottos |= _called_out(items, {at: items[at].body[led[at].start("motto") :] for at in heads})
    below = [at for at in range(1, len(items)) if _stands_below(items, at)]
    dropped = set(below) if len(below) >= FEWEST else set()
    months = {at: items[at].body[: led[at].end("month")] for at in mottos & (heads | _bracketed(led))}
    renamed = {items[at].body: words for at, words in months.items()}
    if not months and not dropped:
        return list(items)
    return [
        _under(replace(item, body=months.get(at, item.body)), renamed)
        for at, item in enumerate(items)
        if at not in dropped
    ]


def _under(item: Item, renamed: Mapping[str, str]) -> Item:
    return replace(item, headings=tuple(renamed.get(heading, heading) for heading in item.headings))


def _led(item: Item) -> re.Match[str] | None:
    """Return the month an item opens with and what stands behind it; None for rows, grounds and other lines."""
    return None if item.block.is_row or item.part in {Part.GROUNDS, Part.HEAD} else LED.match(fold(item.body))


def _bracketed(led: Mapping[int, re.Match[str]]) -> set[int]:
    return {at for at, match in led.items() if match["motto"].lstrip()[:1] == "("}


def _heads(items: Sequence[Item], at: int) -> bool:
    """Whether a table or the items of a list stand under a line."""
    item, below = items[at], items[at + 1] if at + 1 < len(items) else None
    if below is None or below.block.is_row:
        return below is not None
    apart = item.block.text.lstrip()[:1] != below.block.text.lstrip()[:1]
    return below.depth > item.depth or (below.rank in POINTS and (item.rank not in POINTS or apart))


def _called_out(items: Sequence[Item], led: Mapping[int, str]) -> set[int]:
    """Return the lines whose words are no work, where most of the months written alike have such words.

    Over a table one is enough: the works are its rows.
    """
    kinds = Counter((items[at].headings[:1], items[at].rank) for at in led)
    found = {at for at, words in led.items() if is_motto(words)}
    alike = Counter((items[at].headings[:1], items[at].rank) for at in found)
    return {
        at
        for at in found
        for kind in [(items[at].headings[:1], items[at].rank)]
        if (alike[kind] >= FEWEST or items[at + 1].block.is_row) and 2 * alike[kind] > kinds[kind]
    }


def _stands_below(items: Sequence[Item], at: int) -> bool:
    """Whether a line of text between a month and its list or table is the motto of that month."""
    item, above = items[at], items[at - 1]
    between = item.rank is Rank.TEXT and not item.block.is_row and not above.block.is_row
    return between and bool(ALONE.match(fold(above.body))) and _heads(items, at) and is_motto(item.body)


def is_motto(words: str) -> bool:
    """Whether words only say what a time is about: few, without a number, and none of their clauses tells what is done.

    Nobody can tell by the words of one line alone that it is no work: ask only where lines alike bear it out.
    """
    bare = words.strip(' .()“”"«»*_')
    if _tells_number(bare) or len(bare.split()) > LONGEST or re.search(r"[:;()]", bare) or not bare:
        return False
    return not any(_tells_work(clause) for clause in CLAUSE.split(bare))


def _tells_work(clause: str) -> bool:
    plain = fold(clause).strip()
    told = CEREMONY.match(plain) or EVENT.match(plain) or opens_with_deed(clause) or acts_of(clause)
    return bool(told) and not URGES.match(plain)


def _tells_number(words: str) -> bool:
    return any(sign.isdigit() for sign in words)
