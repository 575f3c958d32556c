"""What looks like a time and is none: cited dates, past results, places and dates of signing, unread neighbours."""

from __future__ import annotations

import re
from collections.abc import Callable

from schedules.wording.context import Context
from schedules.wording.piece import Grain, Kind, Limit, Need, Piece
from schedules.wording.reading import Reading

WINDOW = 60
TELLING = 50
CITED_REACH = 120
EDGES = " .;:,-–()*[]…\"“”'|•+·"
COUNTED = r"hoc sinh|hs|tre|lop|giao vien|gv|tiet|phieu|dong|trieu|so|nguoi|thoi gian|thanh vien|truong|diem|em"
"""Nouns that make a ratio of what looks like a day: “3/4 số trẻ”."""

UNREAD_AFTER = re.compile(
    rf"[a-z0-9]|[/\-.,:+]\d| ?/ ?[a-z0-9]| ?%| (?:nam (?:sau|truoc|ngoai|kia)|am lich|al|{COUNTED})\b|\)? ?\(?am lich"
)
COUNTED_AFTER = re.compile(rf" (?:{COUNTED})\b")
UNREAD_BEFORE = re.compile(r"(?:\d[./,:\-]|[a-z0-9]/|[\d_])$")
AUTHORITY = re.compile(
    r",? (?:cua (?:b[o ]|b\W|chinh phu|thu tuong|ubnd|uy ban|hdnd|hoi dong nhan dan|quoc hoi|so\b|phong\b|ban bi thu"
    r"|ban chap hanh|bgd|bo gd|chu tich)|ve viec|quy dinh|huong dan ve|ban hanh|sua doi|do bo |do chinh)"
)
ISSUED = re.compile(
    r"\b(?:hieu luc(?: thi hanh)?|(?<!hoc )(?<!ve )(?<!thi )(?<!tuyen )(?<!phat )(?<!giao )(?<!chung )sinh|thanh lap"
    r"|ban hanh|ket nap|vao dang|vao nganh|cap|phien ban|sua doi(?:,? bo sung)?|(?:so lieu|theo) thong ke|da ky"
    r"|(?:^|[.;\n] ?)hom nay,?"
    r"|ngay ky|ngay ban hanh|xay dung tu|hoat dong tu)(?: chinh thuc)?(?: ngay| vao| tu| ke tu)*[: ]*$"
)
WITNESSED = re.compile(
    r"(?:\b(?:truong|tich|doc|nguoi|thay|to|ubnd) |\( ?)ky *$"
    r"|\b(?:theo|can cu)(?: [a-z]{1,8}){0,3} (?:bien ban|ket luan|nghi quyet|quyet dinh|cong van|thong bao|van ban"
    r"|ket qua|to trinh|cuoc hop|buoi lam viec)(?: [a-z&]{1,8}){0,4} *$"
)
"""What was signed by someone, or is cited without a number: “Căn cứ kết quả họp ngày …”."""

ERA = re.compile(
    r"\b(?:giai doan|nhiem ky|khoa|thoi ky|tam nhin|lo trinh|chien luoc|de an|chuong trinh|gdpt|dinh huong)"
    r"(?: phat trien)?(?: den| tu)? ?[(:]?$"
)
RESULT = re.compile(
    r"\b(?:ket qua|so voi|cung ky|vua qua|chu truong|tong ket|tinh hinh|thanh tich|so lieu|nhu nam|can cu)\b[^.;:]*$"
)
DONE = re.compile(
    r"\bda (?:dat|duoc|hoan|to chuc|thuc hien|trien khai|ban hanh|co|ky|bao cao|nop|gui|cong khai|xay|dien ra)\b"
    r"[^.;,:]*$|\bvua (?:qua|roi)\b[^.;:]*$"
)
DONE_AFTER = re.compile(
    r",? (?:[a-z]{1,8},? ){0,5}da (?P<what>(?:dat|duoc|hoan thanh|to chuc|thuc hien|trien khai|co mat|tham gia|ky"
    r"|dien ra|khen|du gio|kiem tra|nop|trao|cap|nhan|tiep nhan|tuyen|bo nhiem|hop|sua|mua|lap|bau|len"
    r"|co van ban|ban giao)\b)?"
)
"""“Đã” tells of the past; without accents “da” may be another word, and what follows it decides."""
SENTENCE_END = re.compile(r"[;:]|\. |\n")
HINT_WORDS = """
    hieu sinh thanh ban cong ket vao cap phien da xay hoat giai nhiem khoa thoi tam lo chien de chuong gdpt dinh so
    sua theo hom cung vua chu tong tinh nhu can ky
"""
HINTS = frozenset(HINT_WORDS.split())
"""The first words of every guard's phrases: without one of them no guard can object."""

YEARS = {Grain.YEAR, Grain.SCHOOL_YEAR}
COARSE = {Grain.YEAR, Grain.SCHOOL_YEAR, Grain.TERM}


def drop_non_times(pieces: list[Piece], reading: Reading, context: Context) -> list[Piece]:
    """Return the pieces that are times of work: every guard is asked, the first that objects decides."""
    kept: list[Piece] = []
    cite: Piece | None = None
    for piece in pieces:
        if piece.kind == Kind.CITE:
            cite = piece
        elif piece.kind == Kind.EVERY or _is_time(piece, cite, reading, context):
            kept.append(piece)
    return kept


def _is_time(piece: Piece, cite: Piece | None, reading: Reading, context: Context) -> bool:
    if not _has_what_it_needs(piece, reading.folded, context) or _is_cited(piece, cite, reading.folded):
        return False
    if _touches_unread(piece, reading.folded) or _is_long_past(piece, reading.folded, context):
        return False
    if _is_told(piece, reading):
        return False
    before = reading.folded[max(0, piece.start - WINDOW) : piece.start]
    if "," in before and _is_signing(piece, reading):
        return False
    return HINTS.isdisjoint(before.replace("(", " ").replace(":", " ").split()) or not any(
        guard(piece, before, reading) for guard in GUARDS
    )


def _has_what_it_needs(piece: Piece, text: str, context: Context) -> bool:
    if piece.need == Need.NOTHING or context.time_column:
        return True
    if piece.opened and piece.need != Need.ALONE:
        return True
    return piece.need != Need.OPENER and _is_whole(piece, text)


def _is_whole(piece: Piece, text: str) -> bool:
    return not (text[: piece.start].strip(EDGES) or text[piece.end :].strip(EDGES))


def _is_cited(piece: Piece, cite: Piece | None, text: str) -> bool:
    """Whether the day belongs to the document named before it: “Thông tư số 19/2018/TT-BGDĐT, ngày 22/8/2018”."""
    if not _is_plain(piece) or piece.first is None or piece.first.year is None:
        return False
    if AUTHORITY.match(text, piece.end):
        return True
    if cite is None or piece.start - cite.end > CITED_REACH:
        return False
    return not SENTENCE_END.search(text[cite.end : piece.start])


def _is_plain(piece: Piece) -> bool:
    return piece.last is None and piece.limit == Limit.NONE and piece.term is None and not piece.opened


def _touches_unread(piece: Piece, text: str) -> bool:
    """Whether a number or time word stands unread at either end."""
    if UNREAD_BEFORE.search(text, max(0, piece.start - 3), piece.start):
        return True
    after = UNREAD_AFTER.match(text, piece.end)
    if after is None:
        return False
    if not COUNTED_AFTER.match(text, piece.end):
        return True
    return piece.need != Need.NOTHING and piece.first is not None and piece.first.grain not in YEARS


def _is_issued(piece: Piece, before: str, reading: Reading) -> bool:
    """Whether the day is that of a birth, a signing, a founding or of coming into force."""
    if piece.limit in {Limit.BEFORE, Limit.BY}:
        return False
    if (found := ISSUED.search(before)) and not (piece.first and piece.first.grain == Grain.EVENT):
        # Results and plans are made public in a month or a term to come; what was issued has its day.
        return not (found[0].startswith("cong bo") and piece.first and piece.first.grain != Grain.DAY)
    accented = reading.accented[max(0, piece.start - WINDOW) : piece.start].lower().rstrip()
    signed = accented.endswith((" ký", "(ký", "đã ký ngày")) and not accented.endswith("đăng ký")
    return piece.limit == Limit.NONE and (signed or WITNESSED.search(before) is not None)


def _is_era(piece: Piece, before: str, reading: Reading) -> bool:
    """Whether years name a period of the school or a programme: “giai đoạn từ năm 2020 đến 2025”."""
    if piece.first is None or piece.first.grain not in YEARS:
        return False
    del reading
    return ERA.search(before) is not None


def _is_past(piece: Piece, before: str, reading: Reading) -> bool:
    """Whether the sentence tells of what was reached, not of what is to be done."""
    if piece.first is None or piece.limit in {Limit.BEFORE, Limit.BY}:
        return False
    del reading
    return DONE.search(before) is not None or (
        piece.first.grain in COARSE and not piece.first.part and RESULT.search(before) is not None
    )


def _is_told(piece: Piece, reading: Reading) -> bool:
    """Whether what follows is told as done: “Ngày 26/9 trường đã tổ chức …”."""
    text = reading.folded
    if piece.limit in {Limit.BEFORE, Limit.BY}:
        return False
    if text.startswith(" vua qua", piece.end):
        return True
    if " da " not in text[piece.end : piece.end + TELLING] or not (said := DONE_AFTER.match(text, piece.end)):
        return False
    return said["what"] is not None or reading.accented[said.end() - 3 : said.end()].lower() == "đã "


def _is_long_past(piece: Piece, text: str, context: Context) -> bool:
    """Whether a sentence names a year before the plan's own: history, not work to do."""
    if piece.last or piece.limit not in {Limit.NONE, Limit.SINCE} or piece.first is None:
        return False
    if context.time_column or context.school_year is None or (piece.opened and piece.limit == Limit.NONE):
        return False
    year = piece.first.year
    return year is not None and year < context.school_year.first and not _is_whole(piece, text)


def _is_signing(piece: Piece, reading: Reading) -> bool:
    """Whether this is the line of place and date: “Noong Luông, ngày 18 tháng 09 năm 2023”."""
    if (
        piece.rule not in {"days.worded", "days.numeric", "months.one"}
        or not _is_plain(piece)
        or piece.first is None
        or piece.first.year is None
    ):
        return False
    start, end = reading.place(piece.start, piece.end)
    after = reading.text[end : end + 3].partition("\n")[0].strip(" .)")
    line = re.split(r"[\n\t|]|  +", reading.text[max(0, start - WINDOW) : start])[-1].rstrip()
    if not line.endswith(",") or len(line) >= WINDOW or (after and after.isalnum()):
        return False
    words = [word for word in re.split(r"[\s,.]+", line) if word]
    return len(words) <= PLACE_WORDS and all(not word[0].islower() or word in PLACE for word in words)


PLACE_WORDS = 6
PLACE = {"xã", "huyện", "quận", "phường", "tỉnh", "thành", "phố", "thị", "trấn", "ngày", "xa", "huyen", "quan"}
GUARDS: tuple[Callable[[Piece, str, Reading], bool], ...] = (
    _is_issued,
    _is_era,
    _is_past,
)
