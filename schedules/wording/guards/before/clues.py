"""Words before a time that make it a fact told instead of work set: one clue a line, and the times it speaks of."""

from __future__ import annotations

import re
from functools import lru_cache

from schedules.wording.guards.before.asides import ASIDES, OTHERS, PAGES
from schedules.wording.guards.before.bans import BANS, NOT_HELD
from schedules.wording.guards.before.bystanders import BYSTANDERS
from schedules.wording.guards.before.clue import (
    CLAUSE,
    COARSE,
    NAMED_BY,
    PLAIN,
    SCHOOL_WEEKS,
    SENT_HOME,
    START,
    UNPOSTED,
    WEEKS_AND_MONTHS,
    Patterns,
    Size,
    Word,
    by_word,
    clue_of,
    speaking_of,
    spoken,
    up_to,
)
from schedules.wording.guards.before.papers import ERAS, PAPERS, VALID, WITHDRAWN
from schedules.wording.guards.before.retold import RETOLD
from schedules.wording.guards.before.scopes import SCOPES
from schedules.wording.guards.before.spelt import as_spelt
from schedules.wording.guards.before.transfers import PROVISOS, TRANSFERS
from schedules.wording.guards.before.who import AGES, PEOPLE
from schedules.wording.piece import BOUNDED, UNBOUND, Grain, Limit, Piece
from schedules.wording.reading import Reading

RESULT = r"(?:ket qua|chat luong|thanh tich|so lieu|ty le) (?!cua )"
"""What a clause that begins with it tells: “Kết quả cuối học kỳ I: …”; “Báo cáo kết quả cuối học kỳ I” orders."""

THEN_DONE = r"| va (?:tuyen|nop|gui|to chuc|hop|bo sung|lap|hoan thanh|mua|sua|kiem tra|bao cao)\b"
"""Where what is to be done follows what was so: “vắng ba buổi trong học kỳ II vừa rồi và tuyển bù tám em …”."""

RECORDS = (
    clue_of("nay", START + r"(?:hom nay\b,?[^.;:]*|nay,? )$", UNBOUND),
    clue_of("bien", START + r"bien ban\b(?:(?! (?:ket luan|thong nhat|quyet dinh) ?:)[^.;\n])*$", UNBOUND),
    clue_of(
        "thong_ke so_du ton_quy tong_thu tong_chi dan_so quy_mo da_thu da_chi so_hoc so_tre so_lop so_giao so_luong "
        "si_so",
        r"(?:\b(?:theo thong ke|(?<!ho )so du(?! (?:lieu|kien|thao|toan|gio|hop|thi|bao)\b)|ton quy|tong (?:thu|chi)"
        r"|(?<!huong )dan so|quy mo|da (?:thu|chi))"
        rf"|{START}(?:so lieu thong ke|so (?:hoc sinh|tre|lop|giao vien|luong))|\bsi so)\b{UNPOSTED}*$",
    ),
    clue_of(
        "ket_qua so_voi cung_ky chu_truong tong_ket tinh_hinh thanh_tich so_lieu nhu_nam can_cu",
        r"\b(?:ket qua|so voi|cung ky|chu truong|tong ket|tinh hinh|thanh tich|so lieu|nhu nam|can cu)" + CLAUSE,
        UNBOUND,
        COARSE,
    ),
    clue_of("so_voi", r"\bso voi" + up_to(6), PLAIN),
    clue_of("du_bao", START + r"(?:theo )?(?:(?:ban|cac ban) tin )?du bao\b[^.;:\n]*$", UNBOUND),
    clue_of("ty_gia don_gia nhiet_do aqi", r"\b(?:ty gia|don gia|nhiet do|aqi)\b[^.;:,\n]{0,30}$", PLAIN),
    clue_of(
        "tiet",
        r"(?<!theo doi )(?<!truc thong tin )(?<!theo doi thong tin )(?<!cap nhat thong tin )\bthoi tiet\b"
        r"[^.;:,\n]{0,30}$",
        PLAIN,
    ),
    clue_of(
        "mua vu",
        START + r"(?:(?:o|tai) [^.,;:\n]{2,24}, )?(?:mua (?:mua|cuoi|kho|bao(?! hiem)|lu|le hoi)"
        r"|vu (?:mua|ca phe|lua|gat|thu))\b[^.;:\n]{0,60}$",
    ),
    clue_of(
        "tang giam len chinh",
        START + r"gia (?:thue|xe|ve|suat|dich vu|thuc pham|dien|nuoc|xang|dau|sach|may|in|cho)\b[^.;:\n]{0,50}"
        r" (?:tang|giam|len|dieu chinh)(?: (?:gia|manh|nhe|cao|lai|dan))* $",
        UNBOUND,
    ),
    clue_of(
        "gia",
        START + r"(?:don )?gia (?!su |dinh |han |tri |vo )[^.;:\n]{0,60} (?:ap dung|giu nguyen|khong doi|giu on dinh)\b"
        r"[^.;:,\n]{0,40}$",
        UNBOUND | {Limit.BY},
    ),
    clue_of("diem", START + r"(?:dot )?cao diem (?:cum|dich|benh|sot|ret|nang|mua|bao|soi)\b[^.;:\n]{0,60}$"),
    clue_of(
        "nam_tai nam_ngan ky_ke chu_ky nien_do",
        START + r"(?:nam (?:tai chinh|ngan sach)|ky ke toan|chu ky|nien do)\b[^.;:\n]{0,80}$",
    ),
    clue_of(
        "bai de diem ma dap pho",
        START + r"(?:bai|de(?! (?:nghi|xuat|ra)\b)|diem(?! danh)|ma tran|dap an|pho diem)(?: [a-z]{1,8}){0,6} $",
        PLAIN,
        frozenset({Grain.TERM}),
    ),
    clue_of(
        "roi trung",
        START
        + r"(?:tet|mong|mung|ram|ngay|le|gio to|nam nay)\b[^.;:\n]{0,60} (?:roi|trung)(?: (?:vao|voi))?(?: dung)? $",
        PLAIN,
    ),
    clue_of("keo", r"\b(?:vi|do|boi)\b[^.;:,\n]{0,30} nghi (?:le|tet|he|bu|dong)\b[^.;:,\n]{0,30} keo dai $"),
    clue_of("nguyen", START + r"nguyen nhan\b[^.;\n]*$", UNBOUND),
    clue_of("nho", r"\b(?:(?:co|dat|lam|giu|lot) duoc(?: (?:la|chinh))*|la|chinh|thanh cong) nho\b[^.;\n]*$", UNBOUND),
    clue_of("dat", r"\bdat \d[\d.,]*(?: ?/ ?\d+)? diem\b[^.;:\n]{0,30}$", PLAIN, WEEKS_AND_MONTHS),
    clue_of(
        "ket_qua chat_luong thanh_tich so_lieu ty_le",
        r"(?:^|[.;:|\n] ?)[\W\d]*" + RESULT + r"(?:(?!cong bo|thong bao|niem yet)[a-z]{1,8} ){0,5}$",
        PLAIN,
        NAMED_BY,
    ),
    clue_of(
        "da",
        rf"(?<!\bviet )\bda (?!{SENT_HOME})(?:dat|duoc|hoan|to chuc|thuc hien|trien khai|ban hanh|co|ky|bao cao|nop|gui"
        r"|cong khai|xay|dien ra|khai mac|be mac|kiem tra|khao sat|danh gia|tham dinh|hop|lam viec"
        r"|ve (?:kiem tra|lam viec|tham)|duyet|nhan|trao|kham|cap|sua|mua|lap bien ban"
        r"|thong qua|cong bo|phat|tiep nhan|trang bi|xem|doc)\b"
        r"(?:(?! (?:thi|phai|can)\b)[^.;,:])*$",
        UNBOUND,
    ),
    clue_of("cung trong nhan dip buoi dot", r"\bcung (?:(?:trong|nhan) (?:(?:buoi|dip|dot) )?)?$", PLAIN),
    clue_of("xet", START + r"nhan xet(?: chung)? ?: ?[^\n;:]{8,}$", PLAIN, COARSE | {Grain.MONTH}),
    clue_of("khong_khi", r"\b(?:hoa|trong|chung|cung)(?: (?:bau|chung|cung))? khong khi\b[^.;:]*$", PLAIN),
    clue_of("thuc_hoi vao_hoi", r"\bket thuc (?:vao )?hoi $", PLAIN),
    clue_of(
        "vua ngoai",
        rf"\b(?:vua (?:qua|roi)|(?<!khac )(?<!so voi )nam ngoai)\b(?:(?! nam nay\b{THEN_DONE})[^.;:|])*$",
        UNBOUND,
    ),
    clue_of("truoc", r"(?:^|[.;:\n] ?)\W*(?:nam(?: hoc)?|hoc k[yi]|thang|tuan) truoc, [^.;:]*$", UNBOUND),
)
"""Minutes, numbers as of a day, and what “đã” tells."""

BEFORE_NOW = (
    clue_of(
        "truoc ngoai qua roi",
        START
        + r"(?:(?:ton tai|han che|nguyen nhan|thuc te|uu diem|rut kinh nghiem|nhan xet|danh gia) ?: ?)?"
        + r"(?:(?:o|trong|vao) )?(?:(?:cuoi|dau|giua) )?(?:nam hoc|nam|hoc k[yi]|k[yi]|thang|tuan|lan|dot) "
        + r"(?:truoc|ngoai|vua (?:qua|roi)|qua|roi)\b(?! (?:khi|ngay|tet|ky|thi|nghi|luc|\d))"
        + r"(?:(?! (?:nay|phai|can|se|yeu cau|de nghi|tiep tuc|thi)\b)[^.;])*(?<!, )$",
    ),
)
"""A year, a month or a time of it gone by, of which the sentence tells: “Năm học trước, nhiều tổ để sát hạn 15/5”."""

LESSON = (
    r"(?:\b(?:bai|chuong) (?:so )?\d{1,3}(?:[ ,;|(\-]*tiet(?: ppct)?:? ?\d{1,3}(?: ?[/\-,] ?\d{1,3}){0,3})?"
    r"|\btiet(?: ppct)?:? ?\d{1,3} ?(?:/ ?\d{1,3}|[ ,;|\-]+bai \d{1,3})|\btiet ppct:? ?\d{1,3}|\btiet \d{1,3} -)"
)
"""How the plan of lessons names one: “Bài 12, tiết 3/5”, “Tiết 21 - ”."""

EVENTS = (
    clue_of(
        "thoi_ky nien_do",
        r"\b(?:thoi ky|nien do)(?: (?:duoc )?(?:thanh tra|kiem tra|cong khai|bao cao|quyet toan|danh gia))?"
        r"(?: la)? ?:? ?\(?$",
        PLAIN,
    ),
    clue_of("nam", START + r"nam 19\d\d,[^.;:\n]*$", PLAIN),
    clue_of(
        "danh mau bieu thong so tinh ty bo",
        r"\b(?:(?:danh sach|mau|bieu|bieu mau|thong ke|so luong|so|tinh hinh|ty le)\b"
        r"(?: \d{1,2} ?:)?[^.;:,]{0,60}|bo hoc) $",
        PLAIN,
        frozenset({Grain.SUMMER}),
    ),
    clue_of(
        "dong",
        r"\b(?:danh gia|nhan xet|ket qua|tong ket|so ket)\b[^.;:,]{0,30}\bhoat dong $",
        PLAIN,
        frozenset({Grain.MONTH}),
    ),
    clue_of(
        "truoc",
        r"\btruoc (?:ngay |khi |buoi |ky |dip |le )?"
        r"(?:hop|thi|kiem tra|so ket|tong ket|khao sat|danh gia|be giang|nghi)" + up_to(5),
        PLAIN,
        frozenset({Grain.TERM, Grain.SCHOOL_YEAR, Grain.SUMMER}),
    ),
    clue_of(
        "gian do quyen ngay duoc huong ca tru ke",
        r"(?<!trong )\b(?:thoi gian|che do|quyen|so ngay|duoc|huong|tinh ca|tru|khong ke|ke ca) $",
        PLAIN,
        frozenset({Grain.SUMMER}),
    ),
    clue_of(
        "ke kh lich",
        START + r"(?:(?:[ivx]{1,4}|\d{1,2})[.)] ?)?(?:ke hoach|kh|lich)(?: [a-z]{1,8}){0,6} $",
        PLAIN,
        frozenset({Grain.MONTH, Grain.WEEK, Grain.SCHOOL_WEEK, Grain.QUARTER}),
    ),
    clue_of("bai tiet chuong ppct", rf"{LESSON}[ ,;|(\-]*$", PLAIN, frozenset({Grain.SCHOOL_WEEK, Grain.WEEK})),
    clue_of(
        "giao bai giang phieu tiet so thuc de noi nhan bao chu ket",
        r"\b(?:giao an|bai(?: day| giang| soan| hoc| viet| tap| kiem tra)?|(?:lich )?bao giang"
        r"|phieu(?: bai tap| hoc tap)?|tiet \d{1,2}(?! thu\b)|so (?:dau bai|lien lac)|thuc don|de(?: kiem tra)?"
        r"|noi dung"
        r"|nhan xet|bao cao|chu de|ket qua)"
        r"(?: (?:cua |mon |lop |khoi |to )?[a-z0-9]{1,6}){0,3} $",
        PLAIN,
        SCHOOL_WEEKS,
    ),
    clue_of(
        "kinh danh thoi tkb chuong",
        r"(?:(?<!du gio )(?<!du gio, )(?<!gio va )\brut kinh nghiem|(?<!tu )(?<!tra )(?<!tra, )(?<!tra va )\bdanh gia"
        r"|\b(?:thoi khoa bieu|tkb)|\b(?:day|hoc) bu chuong trinh|\bphan phoi chuong trinh)"
        r"(?:,? (?:ve|viec|cong tac|noi dung|hoat dong|day|hoc|giang|va|chuyen mon|nen nep|tinh hinh|ket qua"
        r"|cua|cac|lop|thi dua|truc)){0,7} $",
        PLAIN,
        SCHOOL_WEEKS,
    ),
)
"""What was inspected, the year a custom began, occasions and papers that a term, a summer or a week only names."""

ORDER = re.compile(
    r"(?<!da )(?<!duoc )\b(?:nop|gui|hoan thanh|hoan thien|hoan tat|lap|(?<!chuong )trinh|bao cao"
    r"|dang ky(?! (?:tam|thuong) tru\b)|phai|can"
    r"|de nghi|yeu cau|tong hop|xay dung|thuc hien|trien khai|to chuc|ra soat|xong|mua|gia han|bo sung"
    r"|lam (?:thu tuc|ho so|don|lai)|cap nhat|chot|khoa so|doi chieu)\b[^.;:]*$"
)
"""What orders work: a deadline behind it is set, whatever else the clause tells."""

CLUES = by_word(
    (
        *PEOPLE,
        *TRANSFERS,
        *BYSTANDERS,
        *PROVISOS,
        *WITHDRAWN,
        *PAPERS,
        *VALID,
        *RECORDS,
        *BEFORE_NOW,
        *OTHERS,
        *ERAS,
        *BANS,
        *EVENTS,
        *PAGES,
        *SCOPES,
        *ASIDES,
        *NOT_HELD,
        *RETOLD,
    )
)
ORDERED_CLUES = by_word((*AGES, *PROVISOS, *BEFORE_NOW, *WITHDRAWN, *VALID, *OTHERS, *ERAS, *BANS))
"""All clues, and those that hold even where work is ordered before a deadline."""

WORDS = frozenset(CLUES)
DAYPART, OF_PEOPLE = re.compile(r"(?:sang|trua|chieu|toi) (?:ngay )?\d"), frozenset(clue.pattern for clue in PEOPLE)
"""Who somebody is since a day is told by the day, not by its morning: “thăm các cô đã nghỉ hưu chiều 18/11”."""

ATTENDED = re.compile(r", [^.;,\n]{2,40} (?:ve|den|len|toi|cung)(?: truong| xa| lop)? (?:du|chung kien|chuc mung)\b")
"""Who comes to it, told behind: “được kết nạp Đoàn ngày 26 tháng 3, Đoàn phường về dự”."""

ASSIGNED = re.compile(
    r" do (?:[a-z0-9]{1,8} ){1,4}(?:viet|soan|chuan bi|phu trach|dam nhan|dam nhiem|trinh bay|lam|dan)\b"
)
"""Whose turn it is: “Bài nói dưới cờ tuần 6 do lớp 9B viết”."""

LATEST = ("cham nhat", "muon nhat", "tre nhat")
"""Words that bound nothing but work."""


def is_clued(piece: Piece, before: str, start: int, reading: Reading) -> bool:
    """Whether any clue before a time, in its words from `start` on, makes it a fact."""
    first, text = piece.first, reading.folded
    before = as_spelt(before, start, reading)
    if piece.limit in BOUNDED and "|" in before:
        # what another cell is about tells nothing of a deadline in its own
        before = before.rpartition("|")[2]
    if piece.every or first is None or not (words := WORDS.intersection(spoken(before))):
        return False
    if first.grain in SCHOOL_WEEKS and ASSIGNED.match(text, piece.end):
        return False
    always, unordered = _patterns(words, piece.limit, (first.grain, first.part, piece.opened))
    if any(pattern.search(before) and _holds(pattern, piece, text) for pattern in always):
        return True
    if not unordered or text.startswith(LATEST, piece.start) or ORDER.search(before):
        return False
    return any(pattern.search(before) and _holds(pattern, piece, text) for pattern in unordered)


def _holds(pattern: re.Pattern[str], piece: Piece, text: str) -> bool:
    """Whether what the words before a time tell is told by its day: who somebody is, and others are to come by it."""
    if pattern not in OF_PEOPLE:
        return True
    return DAYPART.match(text, piece.start) is None and ATTENDED.match(text, piece.end) is None


@lru_cache(maxsize=4096)
def _patterns(words: frozenset[Word], limit: str, size: Size) -> tuple[Patterns, Patterns]:
    """Return the patterns of the clues by these words that speak of a time of such a bound and size, each once.

    First those that hold whatever is ordered, then those that do not hold where work is ordered before a deadline.
    """
    always = speaking_of(ORDERED_CLUES if limit in BOUNDED else CLUES, words, limit, size)
    return always, tuple(one for one in speaking_of(CLUES, words, limit, size) if one not in always)
