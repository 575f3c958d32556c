"""What is said beside names of each one's part: "HT (chủ trì), KT, VT", "HT chỉ đạo; Văn phòng thực hiện"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum, auto

from schedules.planning.people.deeds import DEED, NAMED_BY_ACT, own_deed
from schedules.planning.people.names import ADDRESS, People
from schedules.planning.people.persons import CALLED_FIRST, are_doers, is_full_name, office_behind
from schedules.planning.people.roles import is_everybody, is_known, is_loose
from schedules.wording import fold


class Part(Enum):
    """What somebody does in a work."""

    LEADS = auto()
    DOES = auto()
    HELPS = auto()
    OVERSEES = auto()


NOTED = re.compile(r"^(?P<who>.*\S)\s*\((?P<part>[^()]*)\)\W*$", re.DOTALL)
LEADS = (
    r"(?:(?:truc tiep )?chu tri|truc tiep phu trach|(?<!tong )phu trach(?: chinh)?|chinh|"
    r"chiu trach nhiem(?: chinh)?|(?:lam |la )?dau moi|ct)"
)
DOES = (
    r"(?:(?:truc tiep )?(?:thuc hien|tham muu|soan(?: thao)?|trien khai|tong hop|dieu hanh)|dam nhiem|dam nhan|"
    r"tiep nhan|th|t/h)"
)
HELPS = r"(?:(?:cung )?phoi\s+hop(?: thuc hien)?|(?:cung )?ho tro|cung thuc hien|tham gia|phu|ph)"
OVERSEES = (
    r"(?:(?:truc tiep )?(?:chi dao|lanh dao|giam sat|theo doi|don doc|kiem tra|quan ly)(?: chung)?|"
    r"(?:ky |phe )?duyet|(?<!thu )ky(?: ban hanh)?|ban hanh|nhan)"
)
PARTS = {Part.LEADS: LEADS, Part.DOES: DOES, Part.HELPS: HELPS, Part.OVERSEES: OVERSEES}
NOTES = {part: re.compile(rf"\W*{words}(?:,? (?:va )?{words})*\W*") for part, words in PARTS.items()}
SAID = {part: re.compile(rf"^(?P<who>.*?\S)\s+{words}(?:,? (?:va )?{words})*\W*$") for part, words in PARTS.items()}
"""“HT (chỉ đạo)” notes a part, “HT chỉ đạo” says it."""


LABELLED = re.compile(r"\W*(?:nguoi |bo phan |don vi )?(?P<part>[a-z/][a-z/ ,]{0,30}?)\s*:\s*")
LABELS = {part: re.compile(words) for part, words in PARTS.items()}
WITH = re.compile(r"phối\s+hợp\b", re.IGNORECASE)
BODY_ALONE = re.compile(
    r"(?i:(?:tiểu |ủy |uỷ )?ban|tổ|nhóm|bộ phận|hội đồng|đội|phòng|đơn vị|đoàn)(?:\s+[^\W\dA-ZĐ]\w*){0,2}"
)
"""“Tổ theo dõi”, “Ban công khai giám sát”: bodies that what they do may be the name of."""

SHORT_NAME = re.compile(r"[A-ZĐ]{2,6}\d?")


def by_notes(pieces: Sequence[str]) -> tuple[People, People] | None:
    """Return (owners, helpers) among the pieces of a cell by what they say of their parts; None where none says one.

    Who only oversees what others do owns nothing, and helps nobody.
    """
    parts = [_part_of(piece) for piece in pieces]
    return _shared_out(parts) if any(part is not None for _, part in parts) else None


def by_labels(cell: str) -> tuple[People, People] | None:
    """Return (owners, helpers) of a cell that labels each one's part ("Chỉ đạo: HT; thực hiện: KT, VT"), else None."""
    parts, label = list[tuple[str, Part | None]](), None
    for group in re.split(r"[;\n]", cell):
        told = LABELLED.match(fold(group))
        label = next((one for one in Part if LABELS[one].fullmatch(told["part"])), None) if told else label
        who = group[told.end() :] if told and label else group
        parts += [(who, label)] if who.strip() else []
    labels = {part for _, part in parts}
    return _shared_out(parts) if labels & {Part.LEADS, Part.DOES} and None not in labels else None


def _shared_out(parts: Sequence[tuple[str, Part | None]]) -> tuple[People, People]:
    """Return who owns and who helps, of those whose parts are told."""
    leads, does, helps, oversees = (tuple(who for who, part in parts if part is one) for one in Part)
    others = tuple(who for who, part in parts if part is None)
    if leads:
        return leads, (*others, *does, *helps)
    doing = (*does, *others)
    return (doing, helps) if doing else (oversees or helps, helps if oversees else ())


def _part_of(piece: str) -> tuple[str, Part | None]:
    bare = piece.strip()
    noted = NOTED.match(bare)
    if noted and (part := next((one for one in Part if NOTES[one].fullmatch(fold(noted["part"]))), None)):
        return noted["who"], part
    for one in Part:
        said = SAID[one].match(fold(bare))
        who = bare[: said.end("who")] if said else ""
        if said and bare[said.end("who") :].strip()[:1].islower() and _is_somebody(who, one):
            return who, one
    deed = own_deed(bare, office) if (office := office_behind(bare)) else DEED.search(bare)
    if (
        deed
        and not WITH.match(bare[deed.end() :])
        and not NAMED_BY_ACT.match(bare)
        and _is_somebody(bare[: deed.start()], Part.LEADS)
    ):
        return bare[: deed.start()], Part.DOES
    return piece, None


def _is_somebody(who: str, part: Part) -> bool:
    """Whether words name somebody already: "Giáo viên phụ trách" says which, "Đ/c Hà phụ trách" what she does."""
    office = ADDRESS.sub("", who)
    if (
        is_full_name(who)
        or (SHORT_NAME.fullmatch(office) and not is_loose(office))
        or (is_known(office) and not is_loose(office))
    ):
        return True
    body = part is not Part.LEADS and not is_loose(who) and not BODY_ALONE.fullmatch(who)
    all_do = part is Part.DOES and (is_loose(who) or is_everybody(who))
    return (CALLED_FIRST.match(who) is not None or body or all_do) and are_doers(who)
