"""Who leads a work and who helps, told in one clause: "giao Kế toán chủ trì, Văn thư phối hợp"."""

from __future__ import annotations

import re
from typing import NamedTuple

from schedules.planning.people.bodies import bodies_in
from schedules.planning.people.deeds import DEED, NAMED_BY_ACT, opens_with_deed
from schedules.planning.people.helpers import helpers_in, told_helpers
from schedules.planning.people.names import PERSON, People, names_in
from schedules.planning.people.persons import CALLED_FIRST, are_doers, are_people
from schedules.planning.words.verbs import DEEDS
from schedules.wording import fold

LEADS = (
    r"(?:chu tri|(?:lam|la) dau moi(?: tong hop| tiep nhan| thuc hien)?|(?:phu trach|chiu trach nhiem|lo|lam) chinh)"
)
DOES = r"(?:(?<!tong )phu trach|chiu trach nhiem|dam nhiem|dam nhan|thuc hien)"
TOGETHER = r"(?:,\s*|;\s*|\s[-–—]\s*|\s+va\s+|\s+)(?:co\s+su\s+|va\s+)?(?:cung\s+)?phoi\s+hop\b"
LENDS = r"(?:cung\s+)?(?:phoi\s+hop|ho\s+tro|giup\s+(?:suc|do|viec))"
DEED_BEHIND = rf"(?:{fold(DEEDS)})\b"
HELPING = rf"(?:{LENDS}|tham\s+gia(?=\s+{DEED_BEHIND}))(?:\s+(?:cung\s+)?thuc\s+hien)?\s*(?=[.;,)\x00]|$|{DEED_BEHIND})"
BESIDE = rf"[,;]\s*(?P<beside>[^.;:()]{{2,100}}?)\s+{HELPING}"
BESIDE_WHOM = r"\s+cung(?:\s+voi)?\s+(?P<together>[^.;:,()\x00]{2,60}?)\s*(?:[.;,)\x00]|$)"
"""“Tổ KHTN chủ trì cùng tổ Toán - Tin.”"""

LED = re.compile(
    rf"\s+(?:{LEADS}(?:\s+thuc\s+hien)?(?=\s*(?:[.;,)]|$)|{TOGETHER}|{BESIDE_WHOM})|{DOES}(?=\s*{TOGETHER}|\s*{BESIDE}))"
)
STARTS = re.compile(r"[.;:(!?]\s+|\(|[,–—-]\s+|\b(?:giao|phan cong|cu|do|de nghi|yeu cau)\s+(?:cho\s+)?|\s+va\s+")
HANDED = re.compile(r"\b(?:giao|phan cong|cu|do|de nghi|yeu cau)(?:\s+cho)?\s*$")
LONGEST_NAME = 120


class Led(NamedTuple):
    """Who leads, who helps, and the sentence without the clause that says so."""

    owners: People
    helpers: People
    rest: str


def led_by(text: str) -> Led | None:
    """Return who leads and helps by the clause of a text that says so, None where none does.

    What is handed to somebody in the clause's own words stays the sentence: "Giao X chủ trì, phối hợp với Y mở lớp".
    """
    plain = "\n".join(fold(line) for line in text.split("\n"))
    for verb in LED.finditer(plain):
        begin = _name_start(text, plain, verb.start())
        if begin is None:
            continue
        owners = _leading(text[begin : verb.start()])
        helpers, end = _helpers_behind(text, plain, verb.end())
        handed = HANDED.search(plain, 0, begin)
        start = handed.start() if handed else begin
        rest = _rest(text[:start].rstrip(" ,;(–—-"), text[end:].lstrip(" ,;.)"))
        return Led(owners, helpers, text if rest is None or (handed and not rest) else rest)
    return None


def _rest(before: str, behind: str) -> str | None:
    """Return a sentence without the clause between, None where that perhaps ends amid what is to be done."""
    if re.search(r"\w", before):
        return f"{before} {behind}".strip()
    deed = behind.removeprefix("tự ").removeprefix("thi ")  # "tự kiểm tra", "tự đánh giá", "thi chọn đội tuyển"
    return behind if not re.search(r"\w", behind) or opens_with_deed(deed) else None


def _name_start(text: str, plain: str, end: int) -> int | None:
    """Return where the widest name begins that ends there, None where what stands there names nobody."""
    floor = max(0, end - LONGEST_NAME)
    starts = [0] if floor == 0 else []
    starts += [match.end() for match in STARTS.finditer(plain, floor, end)]
    skipped = (start + len(text[start:end]) - len(text[start:end].lstrip(" -–•*+")) for start in starts)
    return next((start for start in skipped if named_alone(text[start:end])), None)


def named_alone(name: str) -> People:
    """Return those a text names and tells nothing of, () where it is anything else."""
    bare = name.strip(" ,.:")
    by_act = NAMED_BY_ACT.match(bare)
    if not bare or ": " in bare or DEED.search(bare, by_act.end() if by_act else 0):
        return ()
    return bodies_in(bare) or (names_in(bare) if by_act or are_doers(bare) else ())


def _leading(name: str) -> People:
    """Return who leads of those before the verb: behind all who only come, the person a comma sets apart.

    “Toàn thể Hội đồng và các nhóm, thầy Khanh chủ trì”.
    """
    before, comma, last = name.rpartition(",")
    person = (CALLED_FIRST.fullmatch(last.strip()) or PERSON.match(last.strip())) if comma else None
    return names_in(last) if person and not CALLED_FIRST.search(before) and are_people(before) else named_alone(name)


def _helpers_behind(text: str, plain: str, at: int) -> tuple[People, int]:
    """Return those who help by the words behind who leads, and where these words end."""
    if (told := told_helpers(text, at)) and told[0]:
        return told
    whom = re.compile(BESIDE_WHOM).match(plain, at)
    if whom and (helpers := helpers_in(text[slice(*whom.span("together"))])):
        return helpers, whom.end("together")
    beside = re.compile(rf"\s*{BESIDE}").match(plain, at)
    who = text[beside.start("beside") : beside.end("beside")] if beside else ""
    if beside and (helpers := helpers_in(who) or (names_in(who) if are_people(who) else ())):
        return helpers, beside.end()
    return (), at
