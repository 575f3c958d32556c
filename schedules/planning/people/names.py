"""The people a text lists, one by one: parted at its signs, not inside “Tổ Toán - Tin” or “Tổ 1, 2”."""

from __future__ import annotations

import re
from typing import NamedTuple

from schedules.planning.people.counted import counted_first
from schedules.planning.people.fields import is_field_of_body
from schedules.planning.people.persons import (
    BRACKET,
    CALLED_FIRST,
    FIELD,
    SEVERAL_FIELDS,
    are_doers,
    are_people,
    is_full_name,
    is_office,
    is_post,
)
from schedules.planning.people.posts import POST, is_post_of
from schedules.planning.people.roles import is_role
from schedules.planning.people.slashed import each_of
from schedules.proofreading.naming import CAPITALS
from schedules.wording import fold

SPLIT = re.compile(r"\s*[,;\n+]\s*|\s+-\s+|\s*–\s*|(?<=\w)-(?=[A-ZĐ])|(?<!GD)(?<!GD )\s*&\s*")
PERSON = re.compile(
    rf"^(?:(?:[đd]/c|[đd]\.c|đồng chí|cô|thầy|bà|ông)\s+[{CAPITALS}]|"
    rf"(?-i:(?:[Cc][oòóôơ]|[Tt]h[aáàâấ]y|[Bb]a|[OoÔô]ng|[Cc]h[uú])\s+[{CAPITALS}]))[\w’' ]*$",
    re.IGNORECASE,
)
"""Somebody by address and name, also with the accents lost: "cô Út", "Thay Quang"."""

GIVEN_NAME = re.compile(rf"^(?:[{CAPITALS}]\w{{1,6}})(?:\s+[{CAPITALS}]\w{{1,6}}){{0,3}}$")
SEPARATED = re.compile(rf"({SPLIT.pattern})(?![^()]{{0,60}}\))")
"""Not inside a bracket: "Công đoàn (đ/c Sơn - Chủ tịch)"."""

DASH = re.compile(r"[-–]")
GROUPED = re.compile(
    r"^\s*(?:các\s+)?(?:tổ|nhóm|khối|bộ môn|to|nhom|ttcm|tpcm|tt|tp|gvbm|gv|giáo viên(?: môn)?)\s+\S", re.IGNORECASE
)
SUBJECT = re.compile(rf"^\s*[{CAPITALS}]\w*(?:\s+\w+){{0,2}}\s*$")
COUNTED = re.compile(
    r"^\s*(?:(?:và|va)\s+)?\d{1,2}(?:\s?[A-ZĐ]\d{0,2}|\.\d{1,2})?(?:\s+(?:và|va)\s+\d{1,2}[A-ZĐ]?)?(?:\s+tuổi)?\s*[.:)]*\s*$"
)
ENDS_COUNTED = re.compile(r"\b\d{1,2}(?:\s?[A-ZĐ]\d{0,2}|\.\d{1,2})?\s*$")
"""“Tổ trưởng tổ 1, 2, 3”: a number behind a counted role counts on, and names nobody."""

OF_A_UNIT = re.compile(r"\w\s+(?P<unit>khối|lớp|tổ|nhóm)\s+\d{1,2}(?:\s?[A-ZĐ]\d{0,2})?\s*$", re.IGNORECASE)
SAME_UNIT = re.compile(r"\s*(?P<unit>khối|lớp|tổ|nhóm)\s+\d{1,2}(?:\s?[A-ZĐ]\d{0,2})?\s*[.:)]*\s*")
"""“GVCN khối 4, khối 5”: one more of what somebody is of, where “khối 4, khối 5” alone are two."""

CLASSES, GROUPS_OF = re.compile(r"^\s*(?:các )?lớp\W*$"), re.compile(r"\bnhóm\s*$", re.IGNORECASE)
"""“Giáo viên các nhóm, lớp”: those of a nursery, one name."""

CLASS = re.compile(r"\d{1,2}[A-ZĐ]\d{0,2}")
"""“Cô Hoa (3A)” over two lines: the class she teaches is nobody besides her."""

LEVELS = r"(?:TH|THCS|THPT|MN|GDTX|GDNN)"
LEVEL_OF_SCHOOL = re.compile(rf"(?:^|\s)(?i:tr[ưu]\w{{3,4}}|trung t[âa]m)\s(?:[^()]*[\s&–-])?{LEVELS}\s*$")
NEXT_LEVEL = re.compile(rf"\s*(?:và\s+)?{LEVELS}\b")
"""“Trường TH&THCS Lũng Vài”, “Trường TH, THCS và THPT Ba Vì”: one school of several levels."""

UNION = re.compile(r"(?:^|\s)doan(?: truong| thanh nien| tn)?\s*$")
"""“Đoàn - Đội”: youth union and pioneers, one body of a school."""

PAIR = re.compile(r"(?:(?:các|quý|toàn thể)\s+)*(?:anh|thầy)", re.IGNORECASE)
PAIRED = re.compile(rf"(?:chị|cô)(?=\s*$|\s+(?-i:[^{CAPITALS}]))", re.IGNORECASE)
"""“Anh, chị phụ trách”, “Thầy, cô giáo”: one group, not two."""

TOLD_TIME = re.compile(r"^\W*(?:hạn|thời hạn|trước|chậm nhất|xong|hoàn thành|từ ngày|ngày)\b.*\d", re.IGNORECASE)
"""“Phụ trách: đ/c Thắng, hạn 28/5”: when, and nobody's name."""

NOTED = re.compile(
    r"(?<=\w)\s*\((?:[^()]*\b(?:danh sách|kèm theo|xong|hoàn thành|(?:thời )?hạn|trước ngày|chậm nhất)\b[^()]*|"
    r"\d+ (?:lớp|tổ|nhóm|người|đồng chí|đ/c|giáo viên|gv)\b[^()]*)\)?$",
    re.IGNORECASE,
)
"""“Giáo viên chủ nhiệm (29 lớp - danh sách kèm theo)”, “Kế toán (xong trước 05/12)”: no part of who it is."""

TEACHING = re.compile(
    r"^(?P<who>\W*(?:(?i:[đd]/c|đồng chí|cô|thầy|bà|ông|anh|chị)(?: giáo)?\.?\s+)"
    rf"[{CAPITALS}]\w*(?:\s+[{CAPITALS}]\w*){{0,4}})"
    r"\s+(?:(?:trực tiếp|cùng)\s+)?(?:dạy|giảng dạy|đứng lớp|lên lớp|huấn luyện|đệm đàn|biên đạo|"
    r"dẫn (?:chương trình|đoàn)|ra đề|coi thi|chấm(?: bài| thi)?|ôn luyện|luyện tập)\W*$"
)
"""“(thầy Inh dạy)”: behind a person by name what he does is no part of the name."""

LETTER = re.compile(r"[^\W\d_]")
"""“20/10/2025” in a cell of people, its columns misread, names nobody."""

AND = re.compile(r"\s+(?:và|va|cùng(?:\s+với)?)\s+", re.IGNORECASE)
ADDRESS = re.compile(r"^(?:[đd]/c|[đd]\.c|đồng chí)\s+", re.IGNORECASE)
People = tuple[str, ...]


class Charge(NamedTuple):
    """Those handed a work, and those who help them."""

    owners: People = ()
    helpers: People = ()
    by_line: bool = False
    """Whether a line between the heading and the work says so: it is nearer than the heading."""


NOBODY = Charge()


def folded(text: str) -> str:
    """Return the text folded, letter for letter, with its lines kept."""
    return "\n".join(fold(line) for line in text.split("\n"))


def names_in(text: str) -> People:
    """Return the names a text lists, each once, without their signs; “đ/c” stays before a person's name alone."""
    if counted := counted_first(text):
        return counted
    found: list[str] = []
    for piece in pieces_of(text):
        parts = AND.split(piece)
        found += (
            parts
            if len(parts) > 1 and all(is_role(part) or are_doers(part) or _is_person(part, parts[0]) for part in parts)
            else [piece]
        )
    apart = [one for name in found for one in each_of(name)]
    apart = [one for one in apart if not TOLD_TIME.match(one)]
    whole = [NOTED.sub("", " ".join(name.split())) for name in apart]
    cleaned = [_unaddressed(_closed(TEACHING.sub(r"\g<who>", name).strip(" .:,;-–()"))) for name in whole]
    named = tuple(dict.fromkeys(name for name in cleaned if LETTER.search(name)))
    return tuple(name for name in named if not CLASS.fullmatch(name)) or named


def _closed(name: str) -> str:
    """Return a name with the bracket closed that it ends in: "PHT (CSVC)"."""
    return f"{name})" if name.count("(") > name.count(")") else name


def _is_person(part: str, first: str) -> bool:
    """Whether a part is a person by name: "thầy Khoa", and behind one also "Nhàn" alone."""
    return bool(PERSON.match(part.strip()) or (PERSON.match(first.strip()) and GIVEN_NAME.match(part.strip())))


def pieces_of(text: str) -> list[str]:
    """Split a text between people, not inside "Tổ Toán - Tin", "Tổ 1, 2" and "đ/c Lan, Phó Hiệu trưởng"."""
    first, *rest = SEPARATED.split(text)
    pieces = [first]
    for sign, piece, then in zip(rest[::2], rest[1::2], [*rest[3::2], ""], strict=False):
        dashed = DASH.search(sign) is not None
        grouped = dashed and GROUPED.match(_last_told(pieces[-1])) and SUBJECT.match(piece) and not are_people(piece)
        fields = (dashed and SEVERAL_FIELDS.match(pieces[-1]) and FIELD.match(piece)) or is_field_of_body(
            pieces[-1], BRACKET.sub("", piece)
        )
        classes = CLASSES.match(piece) and GROUPS_OF.search(pieces[-1])
        counted = COUNTED.match(piece) and ENDS_COUNTED.search(pieces[-1])
        unit, same = OF_A_UNIT.search(pieces[-1]), SAME_UNIT.fullmatch(piece)
        one_more = unit and same and unit["unit"].lower() == same["unit"]
        person = PERSON.match(pieces[-1].strip())
        one_body = dashed and UNION.search(fold(pieces[-1])) and fold(piece).strip() == "doi"
        one_school = LEVEL_OF_SCHOOL.search(pieces[-1]) and NEXT_LEVEL.match(piece)
        held = dashed and (
            (POST.fullmatch(fold(pieces[-1]).strip()) and PERSON.match(piece.strip()))
            or (POST.fullmatch(fold(piece).strip()) and is_full_name(pieces[-1].strip()))
        )
        both = PAIR.fullmatch(pieces[-1].strip()) and PAIRED.match(piece.strip())
        if (
            counted
            or (one_more and not person)
            or one_school
            or one_body
            or held
            or both
            or grouped
            or fields
            or classes
            or (person and ((dashed and is_post(piece)) or is_office(piece, then)))
            or (is_post_of(pieces[-1], piece) and (not then or CALLED_FIRST.match(then.strip())))
        ):
            pieces[-1] += sign + piece
        else:
            pieces.append(piece)
    return pieces


def _last_told(piece: str) -> str:
    """Return what a piece says last: the post of a person by name in "Thầy Lực – Tổ trưởng tổ Toán"."""
    first, *rest = SEPARATED.split(piece)
    return "".join(rest[1:]) if rest and (PERSON.match(first.strip()) or is_full_name(first.strip())) else piece


def _unaddressed(name: str) -> str:
    """Drop "đ/c" before a role, not before a person's name."""
    bare = ADDRESS.sub("", name)
    return bare if is_role(bare) else name
