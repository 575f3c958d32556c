"""Names out of texts that anybody may read: rather one word too many than one name.

A name is recognised in four ways: it is known (whoever the task or the school names), a form of address
stands before it, it begins with a frequent family name, or it stands in a bracket together with one of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from schedules.wording import fold
from schedules.wording.folding import nfc
from tracker.feeds.name_words import (
    ADDRESSES,
    DOUBTFUL_FAMILIES,
    FAMILIES,
    GROUPS,
    HEADS,
    MIDDLE_NAMES,
    NOT_PEOPLE,
    OFFICES,
    PLACES,
    POSTS,
    SMALL_ADDRESSES,
)

SOMEBODY = "cán bộ"
LONGEST_NAME = 5
_SHORT = 2

_WORD = re.compile(r"[^\W\d_]+(?:/c\b)?")
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\d)(?:\+84|0)(?:[ .-]?\d){9}(?!\d)")
_OPENING = re.compile(rf"{SOMEBODY}(?!\w| (?:và|cùng|phối hợp)\b)(?: ?[(\[][^()\[\]]*[)\]])?[\s:,;.–-]*")
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")

Name = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    small: str
    plain: str
    capital: bool
    loud: bool


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    words: tuple[_Word, ...]

    @classmethod
    def of(cls, text: str) -> _Sentence:
        found = ((match, match[0]) for match in _WORD.finditer(text))
        return cls(
            text,
            tuple(_Word(m.start(), m.end(), w.lower(), fold(w), w[0].isupper(), w.isupper()) for m, w in found),
        )

    def plain(self, i: int, length: int) -> str:
        """Return some words folded, joined by blanks."""
        return " ".join(word.plain for word in self.words[i : i + length])

    def run(self, i: int) -> int:
        """Return how many capitalised words follow each other from the i-th on, blanks alone between them."""
        length = 0
        while length < LONGEST_NAME and i + length < len(self.words) and self.words[i + length].capital:
            if length and self.text[self.words[i + length - 1].end : self.words[i + length].start].strip():
                break
            length += 1
        return length


def without_names(text: str, known: Iterable[str]) -> str:
    """Return a text in NFC without people's names, e-mail addresses and telephone numbers."""
    text = nfc(text)
    names = frozenset(filter(None, map(_core, known)))
    kept = _BRACKET.sub(lambda match: match[0] if _hidden(match[0], names) == match[0] else "", text)
    hidden = _hidden(kept, names)
    return text if hidden == text else " ".join(hidden.split())


def named_by_work(text: str, known: Iterable[str]) -> str:
    """Return a title without names, from where it says what is done when it opens with who does it.

    “Cô Lan: công khai dự toán” is “Công khai dự toán”; nothing but a name gives an empty text.
    """
    plain = without_names(text, known)
    opens = _OPENING.match(plain)
    if opens is None or nfc(text).lstrip().startswith(SOMEBODY):
        return plain
    rest = plain[opens.end() :]
    return rest[:1].upper() + rest[1:]


def _hidden(text: str, names: frozenset[Name]) -> str:
    sentence = _Sentence.of(_CONTACT.sub("", text))
    result, done, i = "", 0, 0
    while i < len(sentence.words):
        length = _name_at(sentence, i, names)
        if length:
            before = sentence.text[done : sentence.words[i].start]
            result += before.rstrip() if _in_a_post(sentence, i) else before + SOMEBODY
            done = sentence.words[i + length - 1].end
        i += length or 1
    result += sentence.text[done:]
    return re.sub(rf"{SOMEBODY}(?:(?:,| và|;)? {SOMEBODY})+", SOMEBODY, result)


def _in_a_post(sentence: _Sentence, i: int) -> bool:
    """Whether a post stands right before the i-th word and tells who without the name: “kế toán Lê Thị Hoa”."""
    if i < _SHORT or sentence.text[sentence.words[i - 1].end : sentence.words[i].start].strip():
        return False
    return " ".join(word.small for word in sentence.words[i - _SHORT : i]) in POSTS


def _name_at(sentence: _Sentence, i: int, names: frozenset[Name]) -> int:
    """Return how many words from the i-th on are a person, 0 when it is none."""
    return _addressed(sentence, i) or _known(sentence, i, names) or _family(sentence, i)


def _known(sentence: _Sentence, i: int, names: frozenset[Name]) -> int:
    """A whole known name, in any spelling; a given name alone only where it is written like one."""
    words = sentence.words
    whole = [len(name) for name in names if len(name) > 1 and sentence.plain(i, len(name)) == " ".join(name)]
    if whole or not words[i].capital or i == 0:
        return max(whole, default=0)
    beside = words[i + 1 : i + 2] + (words[i - 1 : i] if i > 1 else ())
    alone = not any(word.capital for word in beside) and words[i - 1].plain not in GROUPS
    return int(alone and any(name[-1] == words[i].plain for name in names))


def _addressed(sentence: _Sentence, i: int) -> int:
    """“đ/c Lan”, “cô giáo Trần Thị Hoa”, “Ông Bình”; not “đồng chí Hiệu trưởng”."""
    words = sentence.words
    following = words[i + 1].small if i + 1 < len(words) else ""
    if (words[i].small, following) in {("đồng", "chí"), ("cô", "giáo"), ("thầy", "giáo")}:
        titles = 2
    elif words[i].small in ADDRESSES or (words[i].small in SMALL_ADDRESSES and not words[i].capital):
        titles = 1
    else:
        return 0
    post = " ".join(word.small for word in words[i + titles : i + titles + 2]) in POSTS
    named = 0 if post or sentence.plain(i, 2) in NOT_PEOPLE else sentence.run(i + titles)
    return titles + named if named else 0


def _family(sentence: _Sentence, i: int) -> int:
    """“Nguyễn Thị Hoa”, “Ka Thị Brơi”; but not “Trường Lê Lợi” or “Hồ Chí Minh”."""
    first, length = sentence.words[i], sentence.run(i)
    doubtful = first.small in DOUBTFUL_FAMILIES and not first.loud
    bare = first.small == first.plain and any(fold(family) == first.plain for family in FAMILIES)
    middle = length > _SHORT and sentence.words[i + 1].small in MIDDLE_NAMES and first.plain not in OFFICES
    if length < _SHORT or not (first.small in FAMILIES or doubtful or middle or (bare and first.plain != "truong")):
        return 0
    place = i > 0 and sentence.words[i - 1].plain in PLACES and sentence.words[i - 1].small not in HEADS
    return 0 if place or sentence.plain(i, length).startswith(NOT_PEOPLE) else length


def _core(name: str) -> Name:
    """Return the folded words of the person in “Phó HT Nguyễn Thị Hoa”; empty for an office or a group."""
    words = _Sentence.of(nfc(name)).words
    run = len(words)
    while run and words[run - 1].capital:
        run -= 1
    core = list(words[run:])
    dropped = [word.plain for word in words[:run][-1:]]
    while core and core[0].plain in OFFICES and core[0].small not in FAMILIES | DOUBTFUL_FAMILIES:
        dropped.append(core.pop(0).plain)
    group = any(word in GROUPS for word in dropped)
    known_family = bool(core) and core[0].small in FAMILIES | DOUBTFUL_FAMILIES
    shouted = len(core) == 1 and core[0].loud
    return () if shouted or (group and not known_family) else tuple(word.plain for word in core)
