"""Whom a sentence names besides its doer: those it is done with, and the students who do it when nobody else does."""

from __future__ import annotations

import re

from schedules.planning.people.deeds import DEED
from schedules.planning.people.names import People, names_in
from schedules.planning.people.persons import CALLED_FIRST, are_people
from schedules.planning.people.subjects import subject_of

HELP_LINE = re.compile(
    r"(?:^|(?<=[.;]))\W*(?:(?:đơn vị|bộ phận|lực lượng|cá nhân|người|tổ chức)\s+)?"
    r"phối hợp(?:\s+thực hiện)?\s*:\s*(?P<who>\S.*)$",
    re.IGNORECASE,
)
"""“Phối hợp: Trạm Y tế.” by itself or behind who leads, naming people and nothing they do."""

HANDS_IN = re.compile(r"^\s+(?:tổng hợp,?\s+|lập\s+(?:\S+\s+){1,4})?(?:nộp|gửi|báo cáo|trình|đăng ký)\b")
STUDENTS = re.compile(
    r"^[\s\-–•*+\d.)]*(?P<who>(?:các |mỗi |toàn thể |100% )?(?:học sinh|hs)(?:\s+(?:khối|lớp)\s+[\w, ]{1,12}?)?)"
    r"\s+(?:[^\W\d]+\s+){0,6}?"
    r"(?:nộp|đăng ký|viết|gửi|hoàn thành|làm|vẽ|sưu tầm)\s",
    re.IGNORECASE,
)


def helpers_told(line: str) -> People:
    """Return those a line labelled "Phối hợp: …" names, also behind another label; () where it tells of more."""
    match = HELP_LINE.search(line)
    who = match["who"].strip(" .;") if match else ""
    return names_in(who) if who and are_people(who) and not DEED.search(who) else ()


def handed_in_by(text: str) -> People:
    """Return who hands in or sends something by the words of a work itself ("Nhóm trưởng nộp phiếu …")."""
    who = subject_of(text)
    head = text.partition(":")[0]
    return who if who and who[0] in head and HANDS_IN.match(head[head.find(who[-1]) + len(who[-1]) :]) else ()


def students_of(text: str) -> People:
    """Return the students a sentence begins with where they hand something in or make it."""
    match = STUDENTS.match(text)
    return (match["who"].strip(),) if match else ()


def with_beside(acting: People, words: str) -> tuple[People, People]:
    """Return who acts and whom the first of them does it with: "Phó Hiệu trưởng cùng bảo vệ rà soát …".

    Two by name ("đ/c Hùng cùng với đ/c Bình") do it both.
    """
    if not acting or any(map(CALLED_FIRST.match, acting[1:])):
        return acting, ()
    first, *others = acting
    told = re.search(rf"{re.escape(first)}\s+cùng(?:\s+với)?\s+(?P<who>.+)", words, re.DOTALL) if others else None
    return ((first,), tuple(others)) if told and told["who"].startswith(others[0]) else (acting, ())
