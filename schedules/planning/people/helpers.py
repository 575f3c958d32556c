"""Whom a sentence says its work is done with: "phối hợp với Công đoàn tổ chức …"."""

from __future__ import annotations

import re

from schedules.planning.people.bodies import bodies_in
from schedules.planning.people.deeds import DEED, NAMED_BY_ACT
from schedules.planning.people.names import People, names_in
from schedules.planning.people.persons import are_doers, are_people

NUMBER = r"\d{1,2}(?![/.]?\d)(?-i:[A-ZĐ]\d{0,2})?"
NUMBERED = rf"(?:(?<=\bt[ổôoó] )|(?<=\bkh[ốôoó]i )|(?<=\bl[ớơôo]p )|(?<=\d, )|(?<=\d[A-ZĐ], )){NUMBER}"
WITH = re.compile(
    r"\bph[ốôoó6]i\s+h[ợơôoọòóg]p\s+(?:chặt chẽ\s+)?(?:(?:v[ớơôo]i|c[ùu]ng)\s+){0,2}"
    rf"(?P<who>(?:[^.;:()\d]|\([^()\d]{{2,30}}\)|{NUMBERED}){{2,120}})",
    re.IGNORECASE,
)
BESIDE_IT = re.compile(
    r"(?:[;.]|,(?:\s+(?:nhờ|có|mời))?)\s+(?P<who>[^,;.:()]{2,60}?)\s+(?:cùng\s+)?(?:phối hợp|hỗ trợ|giúp đỡ|giúp)\W*$",
    re.IGNORECASE,
)
"""“Kế toán lập dự toán …; Thủ quỹ phối hợp.”"""

WITH_HELP_OF = re.compile(
    r"\b(?:với|có|nhờ|cùng)\s+sự\s+(?:(?:phối hợp|hỗ trợ|giúp đỡ|giúp sức|tham gia|đồng hành)(?:,?\s+(?:và\s+)?)?)+\s*"
    r"của\s+(?P<who>[^;.:()\d\x00]{2,80})",
    re.IGNORECASE,
)
"""“… với sự hỗ trợ của tổ Ngữ văn”."""

JOINED = re.compile(r"[\s,;–—-]*(?:(?:và|có sự|cùng)\s+)*", re.IGNORECASE)
PURPOSE = re.compile(
    r"[\s,]+(?:để|nhằm|trong việc|trong|trước|từ|vào|hoàn thành|xong|về|ngày|tháng|tuần|sáng|chiều|hạn|chậm nhất)\s.*$"
)
HOW = re.compile(r"\s+(?:tự|cùng|cùng nhau|trực tiếp|tiến hành|kịp thời|chủ động)$")
"""“… phối hợp với kế toán tự kiểm tra”: how it is done ends no name."""

HOLDS = re.compile(r"(?<!(?<!xã )hội)(?<!đội)\s+thi$")
"""“… phối hợp với tổ Toán thi chọn đội tuyển”: “thi” stands before another deed."""

AND_MORE = re.compile(r",\s+(?=[^\W\dA-ZĐ])")
"""“… phối hợp với cô Nhạn, khớp dữ liệu”: where what is done may begin with a verb nobody knows."""


def helped_by(text: str) -> People:
    """Return those a sentence says it works with ("phối hợp với Công đoàn tổ chức …"); () when it names none."""
    if (help_of := WITH_HELP_OF.search(text)) and (named := helpers_in(_named_first(help_of["who"]))):
        return named
    match = WITH.search(text)
    if not match:
        beside = BESIDE_IT.search(text)
        return names_in(beside["who"]) if beside and are_people(beside["who"]) else ()
    return helpers_in(_named_first(match["who"]))


def told_helpers(text: str, at: int) -> tuple[People, int] | None:
    """Return those named behind a “phối hợp với” that follows a place of a text, and where their names end."""
    match = WITH.search(text, at)
    if not match or not JOINED.fullmatch(text, at, match.start()):
        return None
    who = _named_first(match["who"])
    return helpers_in(who), match.start("who") + len(match["who"][: match["who"].find(who) + len(who)])


def helpers_in(who: str) -> People:
    """Return the bodies or people a stretch of words lists, () where it names anything else."""
    by_act = NAMED_BY_ACT.match(who)
    team = by_act is not None and not DEED.search(who, by_act.end())
    bodies, names = bodies_in(who), names_in(who) if team or are_doers(who) else ()
    return max(bodies, names, key=len)


def _named_first(who: str) -> str:
    """Return the words up to what is done, when or what for: "Công đoàn tổ chức hội thi" → "Công đoàn"."""
    by_act = NAMED_BY_ACT.match(who)
    act = DEED.search(who, by_act.end() if by_act else 0)
    named = HOW.sub("", PURPOSE.sub("", who[: act.start()] if act else who).strip(" ,"))
    before = [HOLDS.sub("", named), *(named[: sign.start()] for sign in reversed(list(AND_MORE.finditer(named))))]
    return named if helpers_in(named) else next(filter(helpers_in, before), named)
