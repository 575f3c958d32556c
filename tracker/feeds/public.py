"""Names out of texts that anybody may read: rather one word too many than one name.

A name is recognised in four ways: it is known (whoever the task or the school names), a form of address
stands before it, it begins with a frequent family name, or it stands in a bracket together with one of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from schedules.wording import fold

SOMEBODY = "cán bộ"
ADDRESSES = {"co", "thay", "ong", "ba", "anh", "chi", "em"}
_FAMILY = "nguyen tran le pham hoang huynh phan vu vo dang bui do ngo duong dinh trinh luong luu ta truong ho ly to"
_PLACES = "truong hoc non thpt thcs tncs duong pho phuong xa quan huyen tinh tp minh thuong tich bac hai"
_GROUPS = "to ban khoi lop phong hoi doan doi cong chi uy nhan ke y thu bao hieu can tat cac toan bo nha cha phu so cap"
_TITLES = "giao hoc pho truong chu quan van dong d/c ubnd bgh ht pht gv nv tt tp cm cbql tpt ttcm gvcn cbgvnv"

FAMILY_NAMES = frozenset(_FAMILY.split())
PLACES = frozenset(_PLACES.split())
"""Words before a name that make it the name of a school, a street, a place, a prize."""
OFFICES = frozenset([*_GROUPS.split(), *_TITLES.split()])
"""Words an office or a group begins with: “Tổ Văn phòng” is nobody's name."""
NOT_PEOPLE = {"ho chi minh", "ba ria", "ba trung", "ba trieu", "ba dinh", "ho tay", "to quoc", "ta quang buu"}
AMBIGUOUS = {"to", "truong"}
"""Family names that far more often begin an office."""
"""Words an office or a group begins with: “Tổ Văn phòng” is nobody's name."""
LONGEST_NAME = 5

_WORD = re.compile(r"[^\W\d_]+(?:/c\b)?")
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?<!\d)(?:\+84|0)(?:[ .-]?\d){9}(?!\d)")
_BRACKET = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")


@dataclass(frozen=True, slots=True)
class _Word:
    start: int
    end: int
    plain: str
    capital: bool


def _words(text: str) -> list[_Word]:
    return [_Word(m.start(), m.end(), fold(m[0]), m[0][0].isupper()) for m in _WORD.finditer(text)]


def without_names(text: str, known: Iterable[str]) -> str:
    """Return a text in NFC without people's names, e-mail addresses and telephone numbers."""
    names = frozenset(filter(None, map(_core, known)))
    kept = _BRACKET.sub(lambda match: "" if _hidden(match[0], names) != match[0] else match[0], text)
    hidden = _hidden(kept, names)
    return " ".join(hidden.split()) if hidden != text else text


def _hidden(text: str, names: frozenset[tuple[str, ...]]) -> str:
    text = _CONTACT.sub("", text)
    words = _words(text)
    result, done, i = "", 0, 0
    while i < len(words):
        length = _name_at(words, i, text, names)
        if length:
            result += text[done : words[i].start] + ("" if result.endswith(f"{SOMEBODY}, ") else SOMEBODY)
            done = words[i + length - 1].end
        i += length or 1
    return (result + text[done:]).replace(f"{SOMEBODY}, {SOMEBODY}", SOMEBODY)


def _name_at(words: list[_Word], i: int, text: str, names: frozenset[tuple[str, ...]]) -> int:
    """Return how many words from the i-th on are a person, 0 when it is none."""
    return _known(words, i, names) or _addressed(words, i, text) or _family(words, i, text)


def _known(words: list[_Word], i: int, names: frozenset[tuple[str, ...]]) -> int:
    """A whole known name, in any spelling; a given name alone only where it is written like one."""
    longest = 0
    for name in names:
        if tuple(word.plain for word in words[i : i + len(name)]) == name and len(name) > 1:
            longest = max(longest, len(name))
    if longest or not words[i].capital or i == 0:
        return longest
    alone = not words[i - 1].capital and not (i + 1 < len(words) and words[i + 1].capital)
    return int(alone and any(name[-1] == words[i].plain for name in names))


def _run(words: list[_Word], i: int, text: str) -> int:
    """Return how many capitalised words follow each other from the i-th on, blanks alone between them."""
    length = 0
    while length < LONGEST_NAME and i + length < len(words) and words[i + length].capital:
        if length and text[words[i + length - 1].end : words[i + length].start].strip():
            break
        length += 1
    return length


def _addressed(words: list[_Word], i: int, text: str) -> int:
    """“đ/c Lan”, “cô giáo Trần Thị Hoa”, “Ông Bình”."""
    word, following = words[i].plain, words[i + 1].plain if i + 1 < len(words) else ""
    if word == "d/c" or (word in ADDRESSES and following != "giao"):
        titles = 1
    elif (word, following) == ("dong", "chi") or (word in {"co", "thay"} and following == "giao"):
        titles = 2
    else:
        return 0
    plain = " ".join(one.plain for one in words[i : i + titles + 1])
    named = _run(words, i + titles, text) if plain not in NOT_PEOPLE else 0
    return titles + named if named else 0


def _family(words: list[_Word], i: int, text: str) -> int:
    """“Nguyễn Thị Hoa”, but not “Trường Lê Lợi” or “Hồ Chí Minh”."""
    length = _run(words, i, text)
    plain = " ".join(one.plain for one in words[i : i + length])
    if words[i].plain not in FAMILY_NAMES or length == 1 or not length or (i and words[i - 1].plain in PLACES):
        return 0
    return 0 if any(plain.startswith(place) for place in NOT_PEOPLE) else length


def _core(name: str) -> tuple[str, ...]:
    """Return the folded words of the person in “Phó HT Nguyễn Thị Hoa”; empty for an office or a group."""
    words = _words(name)
    run = len(words)
    while run and words[run - 1].capital:
        run -= 1
    core = [word.plain for word in words[run:]]
    offices = []
    while core and core[0] in OFFICES | ADDRESSES and core[0] not in FAMILY_NAMES - AMBIGUOUS:
        offices.append(core.pop(0))
    titled = set(offices) - ADDRESSES - {"giao", "d/c", "dong", "chi"}
    if titled and core and core[0] not in FAMILY_NAMES:
        return ()
    return () if len(core) == 1 and name.strip().isupper() else tuple(core)
