"""What a work is about: its significant words, what sets it apart, and how near two works are in meaning."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from schedules.planning.acts import acts_of, other_act
from schedules.wording import fold

SAME_WORDS: tuple[tuple[str, str], ...] = (
    (r"\b(?:thong tu|tt)\s*(?:so\s*:?\s*)?(\d+)(?:/20\d\d)?(?:/[a-z\-]+)?", r"tt\1"),
    (r"\bhoc ky\s*(?:ii|2)\b|\bhk\s*(?:ii|2)\b", "hocky2"),
    (r"\bhoc ky\s*(?:i|1)\b|\bhk\s*(?:i|1)\b", "hocky1"),
    (r"\bco so vat chat\b", "csvc"),
    (r"\bcan bo,? giao vien,? nhan vien\b", "cbgvnv"),
    (r"\bbao cao tu danh gia\b|\bbao cao tdg\b|\bbc tdg\b", "bctdg"),
    (r"\btu danh gia\b|\btdg\b", "tudanhgia"),
    (r"\bgiao vien\b|\bgv\b", "giaovien"),
    (r"\bhoc sinh\b|\bhs\b", "hocsinh"),
    (r"\bphu huynh\b|\bcha me hoc sinh\b|\bcmhs\b", "chame"),
    (r"\bcong khai\b", "congkhai"),
    (r"\bchat luong\b", "chatluong"),
    (r"\bday gioi\b|\bgioi cap\b", "daygioi cap"),
    (r"\bhoi thi\b|\bcuoc thi\b|\bky thi\b", "thi"),
    (r"\bso ket\b", "soket"),
    (r"\btong ket\b", "tongket"),
    (r"\bhoi nghi\b", "hoinghi"),
    (r"\btre em\b|\btre mg\b|\btre mau giao\b", "tre"),
    (r"\bkiem ke\b", "kiemke"),
    (r"\bke hoach\b", "kehoach"),
    (r"\bkhai giang\b(?: nam hoc(?: moi)?\b)?", "khaigiang"),
    (r"\bbe giang\b(?: nam hoc\b)?", "begiang"),
    (r"\bthu vien\b", "thuvien"),
)
SAME = tuple((re.compile(pattern), word) for pattern, word in SAME_WORDS)
COMPOUNDS = frozenset(word for _, word in SAME_WORDS)
CIRCULAR = re.compile(r"tt\d")
EMPTY = frozenset(
    {
        "thuc",
        "hien",
        "cac",
        "cua",
        "ve",
        "theo",
        "va",
        "doi",
        "voi",
        "nam",
        "hoc",
        "nha",
        "truong",
        "hoan",
        "thanh",
        "to",
        "chuc",
        "tham",
        "gia",
        "quy",
        "dinh",
        "trong",
        "cho",
        "tai",
        "tren",
        "so",
        "ngay",
        "thang",
        "truoc",
        "den",
        "tu",
        "hoac",
        "la",
        "co",
        "duoc",
        "cap",
        "tiep",
        "tuc",
        "viec",
        "cong",
        "tac",
        "toan",
        "bo",
        "noi",
        "dung",
        "nhiem",
        "vu",
        "gd",
        "dt",
        "trien",
        "khai",
        "giao",
        "duc",
        "dao",
        "tao",
        "mot",
        "kinh",
        "nghiem",
        "tuan",
        "lich",
        "cu",
        "the",
        "phong",
        "o",
        "thong",
        "quyet",
        "van",
    }
)
CONTRASTS: tuple[tuple[str, ...], ...] = (
    ("cap truong", "cap to ", "cap cum", "cap xa", "cap huyen", "cap thanh pho", "cap tinh"),
    ("hocky1", "hocky2"),
    ("dau nam", "cuoi nam", "giua nam"),
    ("dau hocky", "giua hocky", "cuoi hocky"),
    ("giua ky", "cuoi ky"),
    ("cam ket", "tai chinh", "csvc", "chatluong"),
    ("soket", "tongket"),
    ("dot 1", "dot 2", "dot 3"),
    ("lan 1", "lan 2", "lan 3"),
    ("giaovien", "tre", "hocsinh"),
)
"""In each set a work has at most one value, the first it names; works with two different ones are different works."""

COUNTED = re.compile(
    r"\b(to|khoi|lop|nhom|mon|dot|lan|vong|giai doan|buoi|tieu chuan|tieu chi|diem truong|mo ?dun|module|chuyen de|quy)"
    r"\s+(?:so\s+)?(\d[\w.]*|[ivx]+\b|[a-z]+)"
)
"""What a work is one of several of: "tổ Toán" and "tổ Văn", "khối 6" and "khối 7" are different works."""

SCHOOL_YEAR = re.compile(r"\bnam hoc\s*20\d\d\s*-\s*20\d\d|\b20\d\d\s*-\s*20\d\d")
OF_YEAR = re.compile(r"\b(?:nam|trong nam)\s+20\d\d\b|[^a-z0-9 ]")
PASSIVE = re.compile(
    r"\s+(?:(?:se|phai|can) )?duoc\s+(?:congkhai|cong bo|dang tai|dang|niem yet|thong bao|hoan thanh|gui|nop|lap|"
    r"to chuc|thuc hien|trien khai|phe duyet|ban hanh)\s*$"
)
"""“Kế hoạch của trường được đăng tải”: a body says of a thing what is done to it, a row only names the thing."""

PRODUCT = re.compile(r"(?:ket qua|danh sach|bien ban|giai thuong|dap an)\b")
"""What comes out of a work, or goes into it, and has days of its own."""

ROMAN = frozenset({"ii", "iii", "iv"})
LEAST_TITLE, HELD = 4, "hold"
WORD = re.compile(r"[a-z0-9]{2,}")
HOUR = re.compile(r"\b\d{1,2}\s*(?:h|g|gio|:)\s*\d{0,2}(?!\w)")
HEADING_WEIGHT = 0.5
FEWEST_SHARED = 0.2
"""A long wording must share this much of itself with a short one: two common words are not a work."""


@dataclass(frozen=True, slots=True)
class Topic:
    """The significant words of a title and of its headings, its values in each contrast set, what it counts or names.

    `acts` are what its title does, `title` is the title itself, folded and without its year; `head` is the heading
    over it alone, folded so.
    """

    words: frozenset[str]
    above: frozenset[str]
    contrasts: tuple[str | None, ...]
    counted: Mapping[str, frozenset[str]] = field(default_factory=dict)
    acts: frozenset[str] = frozenset()
    title: str = ""
    head: str = ""


def topic_of(title: str, quote: str = "", headings: Sequence[str] = (), head: str = "") -> Topic:
    """Return what a work is about: its title speaks first, then what its quote adds, then the headings above it.

    `head` is the nearest of them where nothing else stands under it.
    """
    named, own, around = _same(title), _same(f"{title} . {quote}"), _same(" . ".join(headings[-2:]))
    contrasts = tuple(_value(values, named) or _value(values, own) or _value(values, around) for values in CONTRASTS)
    bare, over = (" ".join(PASSIVE.sub("", OF_YEAR.sub(" ", text)).split()) for text in (named, _same(head)))
    return Topic(_words(own), _words(around) - _words(own), contrasts, _counted(title), acts_of(title), bare, over)


def say_the_same(first: Topic, second: Topic) -> bool:
    """Whether two titles are the same, years aside, and long enough to be one work; what is held may be held twice."""
    same = first.title == second.title and len(first.title.split()) >= LEAST_TITLE
    return same and HELD not in first.acts


def _names_head(first: Topic, second: Topic) -> bool:
    """Whether a title names by what is done what heads the other's one work: "Công khai thông tin chung"."""
    told = len(second.head.split()) >= LEAST_TITLE and first.title.endswith(f" {second.head}")
    return told and bool(first.acts & second.acts)


def _names_one(first: Topic, second: Topic) -> bool:
    """Whether two titles name one thing, and the same one of several of it, though one adds what is done to it.

    "Chi phí điện nước: kế toán công khai quý I" and "Chi phí điện nước quý I".
    """
    short, long = sorted((first, second), key=lambda topic: len(topic.title))
    counts = COUNTED.search(short.title)
    thing = short.title[: counts.start()].strip() if counts else ""
    same = bool(short.counted) and short.counted == long.counted and HELD not in short.acts | long.acts
    return same and len(thing.split()) >= LEAST_TITLE and f" {thing} " in f" {long.title} "


def weights(topics: Iterable[Topic]) -> Mapping[str, float]:
    """Return how telling each word is among the works of one plan: rare ones more."""
    known = list(topics)
    counts = Counter(word for topic in known for word in topic.words)
    return {word: (1 + _is_compound(word)) * math.log(1 + len(known) / count) for word, count in counts.items()}


def nearness(first: Topic, second: Topic, weight: Mapping[str, float]) -> float:
    """Return 0..1: how much of the shorter topic the other holds; 0 when they contrast or do another thing."""
    if differ(first, second):
        return 0.0
    named = _names_head(first, second) or _names_head(second, first) or _names_one(first, second)
    if named or say_the_same(first, second):
        return 1.0
    shared = first.words & second.words
    lent = (first.words & second.above) | (first.above & second.words)
    sums = _sum(first.words, weight), _sum(second.words, weight)
    least = min(sums)
    if not least or len(shared) + len(lent) < 2 or _sum(shared, weight) < FEWEST_SHARED * max(sums):  # noqa: PLR2004
        return 0.0
    return min(1.0, (_sum(shared, weight) + HEADING_WEIGHT * _sum(lent, weight)) / least)


def _is_of_product(first: Topic, second: Topic) -> bool:
    """Whether one title is of what comes out of a work and the other of the work: "Kết quả thi thử công bố …"."""
    found = (PRODUCT.match(topic.title) for topic in (first, second))
    return any(
        named is not None and named[0] not in other.title for named, other in zip(found, (second, first), strict=True)
    )


def differ(first: Topic, second: Topic) -> bool:
    """Whether two topics are surely of different works: they contrast, do another thing, or one comes of the other."""
    acts = other_act(first.acts, second.acts)
    return acts or _contrast(first, second) or _is_of_product(first, second)


def shared_words(first: Topic, second: Topic) -> tuple[str, ...]:
    """Return the words two topics share; one that stands for several syllables counts for two."""
    shared = sorted(first.words & second.words)
    return tuple(word for word in shared for _ in range(1 + _is_compound(word)))


def _contrast(first: Topic, second: Topic) -> bool:
    if any(one and two and one != two for one, two in zip(first.contrasts, second.contrasts, strict=True)):
        return True
    both = first.counted.keys() & second.counted.keys()
    return any(not first.counted[noun] & second.counted[noun] for noun in both)


def _counted(title: str) -> Mapping[str, frozenset[str]]:
    """Return what a title counts or names of several: {"to": {"toan"}}; a name begins with a capital."""
    found: dict[str, set[str]] = {}
    for match in COUNTED.finditer(fold(title)):
        named = title[match.start(2)]
        if named.isdigit() or named.isupper():
            found.setdefault(match[1], set()).add(match[2].lstrip("0"))
    return {noun: frozenset(values) for noun, values in found.items()}


@lru_cache(maxsize=512)
def _same(text: str) -> str:
    folded = " ".join(fold(SCHOOL_YEAR.sub(" ", fold(text))).split())
    for pattern, word in SAME:
        folded = pattern.sub(word, folded)
    return folded


def _words(text: str) -> frozenset[str]:
    found = (word for word in WORD.findall(HOUR.sub(" ", text)) if word not in EMPTY and not word.isdigit())
    return frozenset(word for word in found if word not in ROMAN)


def _value(values: Sequence[str], text: str) -> str | None:
    found = {value: text.find(value) for value in values if value in text}
    return next((value for value in values if value in found), None)


def _is_compound(word: str) -> bool:
    """Whether a word stands for several syllables, or names a circular: such a word says twice as much."""
    return word in COMPOUNDS or CIRCULAR.match(word) is not None


def _sum(words: Iterable[str], weight: Mapping[str, float]) -> float:
    return math.fsum(weight.get(word, 1.0) for word in words)  # exact in any order of a set
