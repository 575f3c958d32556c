"""What is done in a work: writing, handing in, marking, holding …; works of another act are other works."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from schedules.planning.people.subjects import subject_of
from schedules.planning.words.verbs import ACTS
from schedules.wording import fold

LIGHT = "tổ chức|họp|thực hiện|tiến hành|triển khai|hoàn thành|hoàn thiện|tham gia|tiếp tục|công tác|việc"
"""Words that lend the act to the one after them: "Tổ chức rà soát", "Hoàn thành cập nhật"."""

HELD = {"to chuc", "hop"}
DECIDED = (
    r"(?:ban hành|ban hanh|ra|ký|ky) (?:quyết định|quyet dinh) (?:(?:về việc|ve viec) )?"
    r"(?=(?:thành lập|kiện toàn|công nhận|phân công|thanh lap|kien toan|cong nhan|phan cong)\b)"
)
"""“Ban hành quyết định thành lập Ban …”: deciding it is doing it; to decide on a check is not yet to check."""

HEADS = re.compile(rf"^\W*|[,;:.(–-]\s+|\s(?:và|rồi|để|va|roi|de)\s+|\b{DECIDED}")


@lru_cache(maxsize=1024)
def acts_of(title: str) -> frozenset[str]:
    """Return the acts a title speaks of, at its head and after each sign or "và"; none where it names a thing."""
    text = " ".join(title.split()).lower()
    for name in subject_of(title)[:1]:
        text = text.removeprefix(name.lower()).strip().replace(f": {name.lower()} ", ": ", 1)
    found = (_acts_at(text, head.end()) for head in HEADS.finditer(text))
    return frozenset().union(*found)


def other_act(first: frozenset[str], second: frozenset[str]) -> bool:
    """Whether two titles speak of acts, and of none in common."""
    return bool(first and second and not first & second)


def _acts_at(text: str, at: int) -> set[str]:
    bare = text.isascii()
    held = False
    while light := _pattern(LIGHT, bare=bare).match(text, at):
        held = held or fold(light[1]) in HELD
        at = light.end()
    found = {act for act, pattern in _patterns(bare=bare) if pattern.match(text, at)}
    return found or ({"hold"} if held else set())


@cache
def _patterns(*, bare: bool) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Return each act with the pattern of its verbs."""
    return tuple((act, _pattern(verbs.all, bare=bare)) for act, verbs in ACTS.items())


@lru_cache(maxsize=64)
def _pattern(words: str, *, bare: bool) -> re.Pattern[str]:
    """Return the pattern of some words, without accents for a text that has none."""
    return re.compile(rf"({fold(words) if bare else words})(?!\w)\s*")
