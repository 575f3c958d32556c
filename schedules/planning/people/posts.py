"""A person's name and the post told beside it: “Tổ trưởng Lê Thị Hoa”, “Cô Lê Thị Hoa - Tổ trưởng”, “… (Văn thư)”."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from schedules.planning.people.persons import NAME, WORN_ADDRESS, is_full_name
from schedules.proofreading.naming import CAPITALS
from schedules.wording import fold

HELD = (
    r"(?:(?:pho )?(?:hieu truong|giam doc|chu tich|bi thu|chu nhiem)|"
    r"(?:pho )?truong (?:ban|nhom|khoi|phong|bo phan|doan|tieu ban)|"
    r"hieu pho|(?:p\.?\s?|pho )?ht|(?:to|nhom|khoi|doi|bep) (?:truong|pho)|ttcm|tpcm|tt|tp|thu ky|tong phu trach|tpt|"
    r"ke toan(?: truong)?|thu quy|van thu|thu kho|thu vien|thiet bi|giao vu|bao ve|tap vu|lao cong|cap duong|quan sinh|"
    r"giam thi|y te|y si|y ta|giao vien|gvcn|gvbm|gv|chuyen vien|(?:can bo|nhan vien|nv)(?= \S)|tro ly|"
    r"uy vien(?= \S)|thanh vien(?= \S)|(?:chuyen |phu )trach(?= (?!chinh\b|chung\b|thuc hien\b)\S))"
)
"""Posts one person has; bodies and classes are none: “Chi đội Lê Văn Tám” is nobody's name."""

MORE = r"(?: (?:[\w&,]+|[-–])){0,9}"
POST = re.compile(rf"{HELD}(?![\w.]){MORE}")
ONE_HAS = re.compile(
    r"(?:ke toan(?: truong)?|van thu|thu quy|thu kho|giao vu|y si|y ta|chuyen vien(?: [\w&]+){0,9}|"
    r"(?:can bo|nhan vien|nv) (?:ke toan|van thu|thu quy|thu vien|thiet bi|y te|giao vu))"
)
"""Posts that one of a school has; “giáo viên”, “nhân viên nuôi dưỡng” behind a name may be all the others."""

TEACHES = re.compile(r"(?:lop|to|khoi|nhom|mon)? ?\d{1,2}[a-z]?\d?|(?:lop|to|khoi|nhom|mon) [\w -]{2,30}")
"""What may tell beside a name where somebody works: “(5A)”, “(lớp 5A)”, “- tổ Toán”."""

BEHIND = re.compile(r"(?P<who>[^,:(–—]+?)(?:\s*,\s+|\s+[-–—]\s+|\s*\(\s*)(?P<post>[^()]{2,60}?)\s*\)?")
SIGNS = re.compile(r"\s*(?:[:,]|\s[-–—])?\s*$")
ADDRESS = re.compile(r"(?:(?i:đồng chí|đ\s?[/.]\s?c\.?|đc|thầy|cô|ông|bà)(?: giáo)?[.:]?\s+)+")
SOMEBODY = re.compile(rf"(?<!\w){ADDRESS.pattern}[{CAPITALS}]")
GENDERED = re.compile(r"(?:(?:đồng chí|đ\s?[/.]\s?c\.?|đc)[.:]?\s+)?(thầy|cô|ông|bà)\b", re.IGNORECASE)
OF_FEW = re.compile(rf"[{CAPITALS}][\w’']* (?:Thị|Văn)(?: [{CAPITALS}][\w’']*){{1,3}}")
PARTED = re.compile(r"\b(?:to|(?<!chuyen )mon|nhom|khoi|lop|ban|bo phan|phong|va|cua|thi)$")
"""“Giáo viên môn Văn …”: what a post ends with that is not over."""

NO_NAMES = re.compile(r"doan (?:truong|thanh nien|tn|doi|xa|phuong)|van (?:phong|thu|the|hoa)|quan ly|ho so")
LONGEST, SHORTEST_NAME = 100, 2


class Posted(NamedTuple):
    """A name as it addresses somebody, and the post beside it; "" where none is told."""

    name: str
    post: str = ""


@lru_cache(maxsize=4096)
def posted(text: str) -> Posted:
    """Part a name from the post beside it; anything but one person by a whole name and one post stays as it is."""
    text = " ".join(text.split())
    if len(text) > LONGEST:
        return Posted(text)
    behind = BEHIND.fullmatch(text)
    if behind and is_post_beside(behind["post"]) and _is_person(behind["who"]):
        return Posted(behind["who"].strip(), behind["post"])
    words = text.split()
    for at in range(1, len(words) + 1 - SHORTEST_NAME):
        post = SIGNS.sub("", " ".join(words[:at]))
        name = " ".join(words[at:])
        told = ADDRESS.sub("", post, count=1)  # "Thầy Phó Hiệu trưởng Lê Văn Tư"
        if _is_person(name) and POST.fullmatch(fold(told)) and not PARTED.search(fold(told)):
            return Posted(f"{post.removesuffix(told)}{name}", told)
    return Posted(text)


def is_post_of(before: str, piece: str) -> bool:
    """Whether a small word behind a comma tells what the person by a whole name before it is: "…, văn thư".

    Behind a given name alone ("cô Hoa, thủ quỹ"), or with a capital, it may as well be one more.
    """
    piece = piece.strip(" .")
    return piece[:1].islower() and ONE_HAS.fullmatch(fold(piece)) is not None and _is_person(before)


def is_whole_name(text: str) -> bool:
    """Whether a text is a person's whole name, also with a surname few have: "Moong Thị Xuân"."""
    return is_full_name(text) or OF_FEW.fullmatch(text) is not None


def person_in(text: str) -> str:
    """Return the whole name of the one person a text names, without address and post; "" where it names none."""
    name = posted(text).name
    return ADDRESS.sub("", name, count=1) if _is_person(name) else ""


def gender_of(text: str) -> str:
    """Return what the address of a name tells of who is addressed: "nam", "nu", "" without."""
    told = GENDERED.match(posted(text).name)
    return "" if not told else "nam" if told[1].lower() in {"thầy", "ông"} else "nu"


def is_post_beside(text: str) -> bool:
    """Whether words beside a person's name tell their post, or the class or team they work in, and name nobody."""
    plain = fold(text).strip()
    return bool(POST.fullmatch(plain) or TEACHES.fullmatch(plain)) and not SOMEBODY.search(text) and not _names(text)


def _is_person(text: str) -> bool:
    """Whether a text is one person's whole name, addressed or not."""
    text = text.strip()
    bare = ADDRESS.sub("", text, count=1)
    if bare == text and is_full_name(named := WORN_ADDRESS.sub("", text, count=1)):
        bare = named
    whole = is_whole_name(bare) or (bare != text and " " in bare and NAME.match(bare) is not None)
    return whole and not NO_NAMES.match(fold(bare))


def _names(text: str) -> bool:
    words = text.split()
    return any(_is_person(" ".join(words[at:])) for at in range(1, len(words)))
