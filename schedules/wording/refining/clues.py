"""Words before a time that make it a fact told instead of work set: one clue a line, and the times it speaks of."""

from __future__ import annotations

import re
from typing import NamedTuple

from schedules.wording.piece import Grain, Limit, Piece

YEARS = frozenset({Grain.YEAR, Grain.SCHOOL_YEAR})
COARSE = YEARS | {Grain.TERM}
PAPER = YEARS | {Grain.DAY, Grain.MONTH, Grain.QUARTER, Grain.HALF, Grain.TERM}
PLAIN = frozenset({Limit.NONE})
UNBOUND = PLAIN | {Limit.SINCE, Limit.AFTER}
ANY = UNBOUND | {Limit.BEFORE, Limit.BY}
BOUNDED = ANY - UNBOUND
SCHOOL_WEEKS = frozenset({Grain.SCHOOL_WEEK})
CLAUSE = r"\b[^.;:]*$"
START = r"(?:^|[.;\n] ?)[\W]*"


class Clue(NamedTuple):
    """Words one of which must stand before a time, the pattern they must form, and which times they make facts."""

    words: frozenset[str]
    pattern: re.Pattern[str]
    limits: frozenset[str]
    grains: frozenset[str] | None


def _clue(words: str, pattern: str, limits: frozenset[str] = ANY, grains: frozenset[str] | None = None) -> Clue:
    return Clue(frozenset(words.split()), re.compile(pattern), limits, grains)


def _up_to(number: int) -> str:
    """Return the pattern of so many words at most, up to the time."""
    return rf"(?: [a-z0-9&]{{1,9}}){{0,{number}}} ?$"


PEOPLE = (
    _clue("sinh", r"\b(?:tre|tre em|nguoi|em|chau|be|hoc sinh|hs|giao vien|gv|vien chuc) sinh ?$"),
    _clue(
        "sinh",
        r"(?<!hoc )(?<!ve )(?<!thi )(?<!tuyen )(?<!phat )(?<!giao )(?<!chung )\bsinh(?: ngay| vao)*[: ]*$",
        UNBOUND,
    ),
    _clue("duoc da moi", r"\b(?:duoc|da|moi) (?:tuyen dung|tuyen|bo nhiem|ket nap|tot nghiep|nghi huu)" + _up_to(2)),
    _clue("nghi", r"\bnghi (?:huu|thai san|viec|om|sinh|che do|phep|khong luong)" + _up_to(4)),
    _clue(
        "hoc phai cuong",
        r"\b(?:co|thay|ba|ong|be|em|chau|dong chi)(?: [a-z0-9]{1,8}){1,4} (?:di hoc|biet phai|tang cuong)" + _up_to(3),
    ),
    _clue("dat", r"\bdat (?:giai|danh hieu|chuan|thanh tich)" + _up_to(3), ANY, YEARS),
    _clue("tuoi", r"\btuoi\b[^.;:]{0,20}tinh $"),
    _clue("chuyen", r"\bchuyen (?:cong tac|truong)" + _up_to(6), UNBOUND),
    _clue(
        "chuyen", r"\b(?:em|co|thay|ba|ong|dong chi|chau|be)\b[^.;:]{0,50} chuyen (?:den|di|ve)" + _up_to(6), UNBOUND
    ),
    _clue("chuc cong dam", r"\b(?:giu chuc|ve cong tac|cong tac tai|dam nhiem|dam nhan)" + _up_to(6), UNBOUND),
    _clue("huong nang bac", r"\b(?:huong (?:he so|luong|phu cap|che do|bac)|nang luong|bac luong)[^.;]*$"),
    _clue("hop", r"\bhop dong(?: lao dong)?" + _up_to(2), UNBOUND),
    _clue("thuong tam cu tu ho", r"\b(?:thuong tru|tam tru|cu tru|tu tran|co ho khau)" + _up_to(1)),
    _clue("vao", r"\bvao (?:nganh|dang)" + _up_to(2)),
)
"""Who somebody is since a day, or was before it: “giáo viên được tuyển dụng trước ngày 01/7/2020”."""

PAPERS = (
    _clue("dung hsd nsx", r"\b(?:han (?:su )?dung|hsd|nsx)\b[: ]*$"),
    _clue(
        "hop chung giay the bao",
        r"\b(?:hop dong|chung nhan|chung chi|giay phep|the (?:bhyt|bao hiem)|bao hanh)" + _up_to(4),
        frozenset({Limit.BY}),
    ),
    _clue(
        "hop chung giay the dat bao",
        r"\b(?:hop dong|chung nhan|chung chi|giay phep|the|bao hiem)(?: [a-z]{1,8}){0,4}"
        r" (?:su dung|co(?: thoi han)?) ?$",
    ),
    _clue("han", r"\bthoi han su dung" + _up_to(2)),
    _clue("lich y nguon tim", r"\b(?:lich su|y nghia|nguon goc|tim hieu)(?: ve| cua)* $", PLAIN),
    _clue(
        "hieu thanh ban ngay ket cap phien sua da dang xay hoat",
        r"\b(?:hieu luc(?: thi hanh)?|thanh lap|ban hanh|ket nap|cap|phien ban|sua doi(?:,? bo sung)?|da ky|ngay ky"
        r"|ngay (?:ban hanh|dang|gui|nhan|tao|in|xuat ban|phat hanh)|dang|ban in|cap nhat(?: lan cuoi)?|xay dung tu"
        r"|hoat dong tu)"
        r"(?: chinh thuc| luc)?(?: ngay| vao| tu| ke tu)*[: ]*$",
        UNBOUND,
        PAPER,
    ),
    _clue("ky", r"(?:\b(?:truong|tich|doc|nguoi|thay|to|ubnd) |\( ?)ky *$", PLAIN),
    _clue(
        "theo cu xet kien than luan cuu",
        r"\b(?:theo|nghien cuu|can cu|xet|y kien|tinh than|ket luan)(?: [a-z]{1,8}){0,12} (?:bien ban|ket luan"
        r"|nghi quyet|quyet dinh|cong van|thong bao|van ban|ket qua|bao cao|to trinh|don"
        r"|hop|giao ban|hoi nghi|buoi lam viec)" + _up_to(6),
        PLAIN,
    ),
    _clue(
        "nguon anh hinh", START + r"(?:nguon|anh(?! (?:van|ngu|chi|em|le|thay|cac|nam|hai))|hinh \d+)\b[^;]*$", PLAIN
    ),
)
"""What papers say of themselves or cite without a number: “Căn cứ kết quả họp ngày …”."""

VALID = (
    _clue(
        "hieu gia",
        r"\b(?:hieu luc|gia tri)(?: (?:thi hanh|su dung|phap ly|thanh toan))?(?: ke)? ?$",
        UNBOUND | {Limit.BY},
    ),
)
"""Until when a paper holds, whatever is ordered with it: “gia hạn thẻ có giá trị đến ngày …”."""

RECORDS = (
    _clue("nay", START + r"(?:hom )?nay\b,?[^.;:]*$", UNBOUND),
    _clue("bien", START + r"bien ban" + CLAUSE, UNBOUND),
    _clue(
        "ke du quy thu chi so mo lieu",
        r"(?:\b(?:theo thong ke|(?<!ho )so du(?! lieu)|ton quy|tong (?:thu|chi)|dan so|quy mo|da (?:thu|chi))"
        rf"|{START}(?:so lieu thong ke|so (?:hoc sinh|tre|lop|giao vien|luong))|\bsi so)" + CLAUSE,
    ),
    _clue(
        "ket so cung chu tong tinh thanh nhu can",
        r"\b(?:ket qua|so voi|cung ky|chu truong|tong ket|tinh hinh|thanh tich|so lieu|nhu nam|can cu)" + CLAUSE,
        UNBOUND,
        COARSE,
    ),
    _clue(
        "da",
        r"\bda (?:dat|duoc|hoan|to chuc|thuc hien|trien khai|ban hanh|co|ky|bao cao|nop|gui|cong khai|xay|dien ra"
        r"|be mac|kiem tra|duyet|nhan|trao|kham|cap|sua|mua|thong qua|cong bo|phat|tiep nhan|trang bi)\b[^.;,:]*$",
        UNBOUND,
    ),
    _clue("cung", r"\bcung $", PLAIN),
    _clue("vua ngoai", r"\b(?:vua (?:qua|roi)|nam ngoai)" + CLAUSE, UNBOUND),
)
"""Minutes, numbers as of a day, and what “đã” tells."""

OTHERS = (
    _clue(
        "du tuy dau",
        r"\b(?:mac (?:du|dau)|tuy|tuy rang) (?:[a-z&]{1,9} ){0,2}?(?:so|phong|bo|ubnd|cap tren|huyen|xa)\b[^.;:,]*$",
    ),
)
"""What a higher office allows where the school asks more: “Mặc dù Sở cho phép nộp đến 15/01, nhà trường …”."""

ERAS = (
    _clue("muc tam dinh", r"\b(?:muc tieu|tam nhin|dinh huong)(?: [a-z0-9&]{1,9}){0,5}:? ?$", ANY, YEARS),
    _clue(
        "giai nhiem khoa thoi tam lo dinh",
        r"\b(?:giai doan|nhiem ky|khoa|thoi ky|tam nhin|lo trinh|dinh huong)(?: phat trien)?(?: den| tu)? ?[(:]?$",
        ANY,
        YEARS,
    ),
    _clue("chien de chuong gdpt quy", r"\b(?:chien luoc|de an|chuong trinh|gdpt|quy hoach)" + _up_to(8), ANY, YEARS),
)
"""Years that name a period of the school or a programme: “giai đoạn từ năm 2020 đến 2025”."""

FEW = r"(?: (?!(?:ma|thi|va|nhung|con|neu|hoac)\b)[a-z0-9]{1,9}){1,8} $"
BANS = (
    _clue(
        "khong chua cam",
        r"(?<!neu )\b(?:(?:khong|chua) duoc(?: phep)?|nghiem cam|cam (?:thu|to chuc|day|mo|tuyen|ban)|tuyet doi khong)"
        + FEW,
        frozenset({Limit.BEFORE}),
    ),
    _clue(
        "khong",
        r"(?<!neu )(?<!nao )(?<!ai )\bkhong (?:thu|mo|khai giang|tuyen sinh|to chuc|cong bo|day|nhan|tiep nhan|ban"
        r"|phat hanh|nhap hoc|tuu truong|van dong|giao|bat dau|cap|chia|xep|tap trung)(?:" + FEW + "| $)",
        frozenset({Limit.BEFORE}),
    ),
    _clue(
        "chua",
        r"(?<!neu )\bchua (?:thu|mo|khai giang|tuyen sinh|to chuc|cong bo|day|nhan|tiep nhan|van dong|giao|bat dau"
        r"|ap dung|trien khai|cho)(?:" + FEW + "| $)",
        frozenset({Limit.BEFORE, Limit.BY}),
    ),
)
"""What must not happen before a day: nobody has to finish anything by it."""

EVENTS = (
    _clue(
        "danh mau bieu thong so tinh ty bo",
        r"\b(?:(?:danh sach|mau|bieu|bieu mau|thong ke|so luong|so|tinh hinh|ty le)\b"
        r"(?: \d{1,2} ?:)?[^.;:,]{0,60}|bo hoc) $",
        PLAIN,
        frozenset({Grain.SUMMER}),
    ),
    _clue(
        "dong",
        r"\b(?:danh gia|nhan xet|ket qua|tong ket|so ket)\b[^.;:,]{0,30}\bhoat dong $",
        PLAIN,
        frozenset({Grain.MONTH}),
    ),
    _clue(
        "truoc",
        r"\btruoc (?:ngay |khi |buoi |ky |dip |le )?"
        r"(?:hop|thi|kiem tra|so ket|tong ket|khao sat|danh gia|be giang|nghi)" + _up_to(5),
        PLAIN,
        frozenset({Grain.TERM, Grain.SCHOOL_YEAR, Grain.SUMMER}),
    ),
    _clue(
        "gian do quyen ngay duoc huong ca tru ke",
        r"(?<!trong )\b(?:thoi gian|che do|quyen|so ngay|duoc|huong|tinh ca|tru|khong ke|ke ca) $",
        PLAIN,
        frozenset({Grain.SUMMER}),
    ),
    _clue(
        "giao bai giang phieu tiet so thuc de noi nhan bao chu ket",
        r"\b(?:giao an|bai(?: day| giang| soan| hoc| viet| tap| kiem tra)?|(?:lich )?bao giang"
        r"|phieu(?: bai tap| hoc tap)?|tiet \d{1,2}|so dau bai|thuc don|de(?: kiem tra)?|noi dung"
        r"|nhan xet|bao cao|chu de|ket qua)"
        r"(?: (?:cua |mon |lop |khoi |to )?[a-z0-9]{1,6}){0,3} $",
        PLAIN,
        SCHOOL_WEEKS,
    ),
)
"""Occasions and papers that a term, a summer or a week only names."""

PAGES = (
    _clue(
        "chuyen lien tin bai",
        r"\b(?:bai viet|tin tuc|cac tin|tin|bai) "
        r"(?:cung chuyen muc|lien quan|moi nhat|khac|cu hon|da dua|noi bat) ?:[^\n]*$",
        PLAIN,
    ),
    _clue(
        "doc docx pdf xls xlsx pptx zip rar",
        START + r"(?:docx?|pdf|xlsx?|pptx?|zip|rar)\b,? \d{1,3} trang\b[^\n]*$",
        PLAIN,
    ),
    _clue("vien pv chi soan", r"\b(?:phong vien|pv|bao chi|toa soan)\b[^.;:\n]{0,40}$", PLAIN),
    _clue("hom", r"\bhom $", PLAIN),
    _clue("vi cho", r"\bthay (?:vi|cho)(?: (?:nhu )?(?:truoc day|cu|ngay cu|lich cu))? $", PLAIN),
)
"""What hangs around the text of a web page."""

ORDER = re.compile(
    r"(?<!da )(?<!duoc )\b(?:nop|gui|hoan thanh|hoan thien|hoan tat|lap|(?<!chuong )trinh|bao cao|dang ky|phai|can"
    r"|de nghi|yeu cau|tong hop|xay dung|thuc hien|trien khai|to chuc|ra soat|xong|mua|gia han|bo sung"
    r"|cap nhat|chot|khoa so|doi chieu)\b[^.;:]*$"
)
"""What orders work: a deadline behind it is set, whatever else the clause tells."""


def _by_word(clues: tuple[Clue, ...]) -> dict[str, tuple[Clue, ...]]:
    words = frozenset[str]().union(*(clue.words for clue in clues))
    return {word: tuple(clue for clue in clues if word in clue.words) for word in words}


CLUES = _by_word((*PEOPLE, *PAPERS, *VALID, *RECORDS, *OTHERS, *ERAS, *BANS, *EVENTS, *PAGES))
ORDERED_CLUES = _by_word((*VALID, *OTHERS, *ERAS, *BANS))
"""All clues, and those that hold even where work is ordered before a deadline."""

WORDS = frozenset(CLUES)
SIGNS = str.maketrans("(:,;.\n", "      ")


def is_clued(piece: Piece, before: str) -> bool:
    """Whether any clue before a time makes it a fact."""
    if piece.every or not (words := WORDS.intersection(before.translate(SIGNS).split())):
        return False
    clues = ORDERED_CLUES if piece.limit in BOUNDED and ORDER.search(before) else CLUES
    return any(_holds(clue, piece, before) for word in words for clue in clues.get(word, ()))


def _holds(clue: Clue, piece: Piece, before: str) -> bool:
    first = piece.first
    if first is None or piece.limit not in clue.limits or (clue.grains and first.grain not in clue.grains):
        return False
    if (clue.grains is COARSE and first.part) or (clue.grains is SCHOOL_WEEKS and piece.opened):
        return False
    return clue.pattern.search(before) is not None
