"""Who leads and who helps by the labels a sentence tells them with: "Chủ trì: Cô Hà. Phối hợp: Thầy Pó."."""

from __future__ import annotations

import re
from typing import NamedTuple

from schedules.planning.people.bodies import bodies_in
from schedules.planning.people.deeds import NAMED_BY_ACT, own_deed
from schedules.planning.people.names import People, names_in
from schedules.planning.people.persons import are_people, office_behind
from schedules.planning.people.worn_labels import unworn_labels
from schedules.wording import fold

WHO = r"(?:(?:nguoi|bo phan|don vi|ca nhan|to chuc, ca nhan|luc luong|can bo|to chuc)\s+)?"
DOES = r"(?:phu trach|chu tri|thuc hien|dam nhiem|chiu trach nhiem)(?:\s+(?:chinh|chung|thuc hien))?"
DUTY = r"trach nhiem(?: (?:chinh|thuc hien))?|phan cong(?: nhiem vu)?|giao(?: cho| nhiem vu)?"
JURY = r"(?:giam khao|to chuc|trong tai|cham|coi|kiem tra)(?: thi)?"
HEADS = rf"(?:truong|chu tich)\s+(?:tieu )?(?:ban|doan|hoi dong)(?:\s+{JURY})?"
"""“Trưởng ban giám khảo: cô Mai.” behind a work says who leads it."""

SETS_UP = re.compile(r"\b(?:thanh lap|kien toan|quyet dinh)\b")
"""“Thành lập Ban chỉ đạo. Trưởng ban: Hiệu trưởng”: whoever heads what is set up does not set it up."""

LEADS = rf"(?:{WHO}{DOES}|{HEADS}|(?:{WHO}dau moi|{DUTY}|(?:nguoi|ai)\s+(?:lam|thuc hien|phu trach)))"
HELPS = rf"(?P<helps>{WHO}(?:cung\s+)?(?:phoi hop|ho tro)(?:\s+(?:thuc hien|cung|voi))*)"
LABEL = rf"(?:{LEADS}|{HELPS})\s*:\s*"
NEXT = rf"[\s,–—-]+{LABEL.replace('?P<helps>', '?:')}"
LABELLED = re.compile(
    rf"(?:^|[.;,(\x00–—-]|(?<=\d)(?=\s))[\s•*+–—-]*{LABEL}"
    rf"(?P<who>(?:(?!{NEXT})(?:[^.;:()\n\x00]|\([^()\n\x00]*\)))+?)\s*"
    rf"(?=$|[.;)\n\x00]|{NEXT}|,\s*(?:xong|hoan thanh|truoc|cham nhat|muon nhat|han|tu|ngay)\b|,\s*\x00)"
)
"""A label at the beginning of a clause, and all it names up to where the clause ends."""

SHARED_OUT = re.compile(r"\b(?:phu trach|thuc hien|chu tri|dam nhiem|dam nhan) (?:muc|phan) (?:\d|[ivx]+\b)")
"""“Phân công: Phó Hiệu trưởng phụ trách mục I, …”: each of them of another part, and none of the work beside it."""

BRACKET = re.compile(r"\s*\([^()]*\)")
LEFT_BRACKET = re.compile(r"\s*\([\s,;.]*\)")
SEVERAL_STOPS = re.compile(r"([.;])(?:\s*[.;])+")


class Labelled(NamedTuple):
    """Who leads, who helps, and the sentence without its labels."""

    owners: People
    helpers: People
    rest: str


def labelled_in(text: str) -> Labelled | None:
    """Return who leads and helps by the labels of a text that name people and nothing they do; None without one."""
    plain = unworn_labels("\n".join(map(fold, text.split("\n"))))
    owners, helpers, cuts = list[str](), list[str](), list[tuple[int, int]]()
    for label in LABELLED.finditer(plain):
        heads = re.search(HEADS, label[0][: label.start("who") - label.start()]) is not None
        if not (names := _people(text[slice(*label.span("who"))])) or (heads and SETS_UP.search(plain)):
            continue
        if label["helps"]:
            helpers += names
        else:
            owners += names
        cuts.append((label.start() + (text[label.start() : label.start() + 1] in {".", "\x00", "("}), label.end()))
    if not cuts:
        return None
    rest = text
    for start, end in reversed(cuts):
        rest = f"{rest[:start]} {rest[end:]}"
    rest = SEVERAL_STOPS.sub(r"\1", LEFT_BRACKET.sub("", rest)).lstrip(" ;,").rstrip(" .;,")
    return Labelled(tuple(dict.fromkeys(owners)), tuple(dict.fromkeys(helpers)), rest)


def _people(who: str) -> People:
    """Return those a label names, () where it tells what they do or when."""
    by_act = NAMED_BY_ACT.match(who)
    bare = BRACKET.sub("", who)  # "cô Diệu (bài viết)"
    if own_deed(bare, office_behind(bare)) or SHARED_OUT.search(fold(who)):
        return ()
    return bodies_in(who) or (names_in(who) if by_act or are_people(who) else ())
