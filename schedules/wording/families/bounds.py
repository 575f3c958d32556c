"""Words that bound or open a time: trước · chậm nhất · hạn cuối · đến hết · từ · kể từ · trong · vào · Thời gian: ."""

from __future__ import annotations

import re
from collections.abc import Callable

from schedules.wording.families.shapes import COUNTED_NOUNS
from schedules.wording.piece import BOUNDED, OPENING, Kind, Limit, Piece, heads_of, recogniser

RULES = {limit: f"bounds.{limit}" for limit in BOUNDED | OPENING}


def _bound(limit: str) -> Callable[[re.Match[str]], Piece]:
    def read(match: re.Match[str]) -> Piece:
        taken = Limit.BEFORE if match[0].rstrip(". ").endswith(BEFORE) else limit
        start, end = match.span()
        return Piece(start, end, Kind.BOUND, RULES[taken], None, None, taken)

    return read


def _since(match: re.Match[str]) -> Piece:
    """Từ ngày … | từ khi kết thúc …: what is over opens the time behind it."""
    limit = Limit.AFTER if match["over"] else Limit.SINCE
    return Piece(*match.span(), Kind.BOUND, f"bounds.{limit}", limit=limit)


def _named(match: re.Match[str]) -> Piece:
    """Ngày 20/9 là ngày cuối cùng nhận hồ sơ: what the day before it is."""
    return Piece(*match.span(), Kind.BOUND, "bounds.by", limit=Limit.BY)


def _open(match: re.Match[str]) -> Piece:
    return Piece(*match.span(), Kind.OPEN, "opener")


def _around(match: re.Match[str]) -> Piece:
    """Trước, trong và sau Tết: on both sides of a day."""
    return Piece(*match.span(), Kind.CITE, "bounds.around")


def _label(match: re.Match[str]) -> Piece:
    return Piece(*match.span(), Kind.OPEN, "label")


def _arrow(match: re.Match[str]) -> Piece:
    """07/12 à 19/12/2020: an arrow whose font was lost."""
    return Piece(*match.span(), Kind.LINK, "link", limit=Limit.BY)


def _link(match: re.Match[str]) -> Piece:
    start, end = match.span()
    return Piece(start, end, Kind.LINK, "link", None, None, Limit.BEFORE if match[0].endswith(BEFORE) else Limit.BY)


BEFORE = ("truoc", "trc")
"""“Trước”, and how chats write it."""

PAGE = r"(?<!sgk )(?<!\d )(?<!xem )(?<!(?<!danh )sach )"
"""“Tr.” is a page of a book, and millions behind a number."""

CLOCK = r"(?:luc )?(?:\d{1,2} ?(?:h|g|gio)\d{0,2},? )?"
WORK = (
    r"cuoi cung|cuoi(?! (?:thang|quy|nam|hoc|ky|tuan|gio))|chot|nop|hoan thanh|gui|dang k[yi]|bao cao|thuc hien|xong"
    r"|khoa(?: so)?"
)
MORE = rf"(?: (?:la|vao|den|toi|(?:den )?het(?! gio\b)|trong|khong qua|tiet \d{{1,2}}|gio ra choi|{WORK})(?=[ ,:]))"
"""What may stand between a bound and its time."""

DAYPARTS = r"sang|chieu|trua|dem|toi"
MOMENTS = r"thoi diem|khoang|dip|ca(?! nhan)|suot|mung|chao mung|ky niem|(?<!hieu )(?<!nang )(?<!hoc )luc"
OCCASIONS = r"thi|hop|kiem tra|khai mac|to chuc|dien ra|dai hoi|hoi thi|bao cao|nop|bau cu"
"""What may happen on the day a bound stands before: “trước ngày thi 10/12”."""

MEETING = r"(?<!bien ban )(?<!cuoc hop )(?<!buoi hop )(?<!hoi nghi )"
"""Minutes tell when a meeting ended; that bounds no work."""

WHOLE = r"(?<!chang )(?<!gioi )(?<!quyen )(?<!vo )(?<!con )(?<!con thoi )(?<!dao )"
"""What makes another word of “hạn”: chẳng hạn, giới hạn, quyền hạn, còn hạn, đáo hạn."""

QUOTED = r"[“\"']?[a-z]{1,10}[”\"']?"
MIXED = r"(?: (?!(?:tu|den|toi|truoc|sau|cham|khong|trong|vao|la|luc|gio|\d{1,2}[hg]\d{0,2})\b)[a-z0-9%&]{1,10})"
"""Words and figures between a last day and its date: “hạn cuối nộp học phí học kỳ 2 là ngày 30/06”."""

FREE = r"(?: (?!(?:tu|den|toi|truoc|sau|cham|khong|trong|vao|la)\b)[a-z]{1,10})"
DUTY = rf" (?:nop|gui|dang k[yi]|bao cao|hoan thanh|nhan|giao){FREE}{{0,12}}"
LISTED = r" (?:nop|gui|hoan thanh|bao cao|thuc hien|dang k[yi]|ra soat|cap nhat)(?:(?:, (?!ngay\b)| )[a-z]{1,10}){0,23}"
"""Several works that share a last day: “thời hạn hoàn thành việc rà soát, cập nhật: …”."""

DATE = r"(?:ngay )?\d{1,2} ?[/.] ?\d"
TIME = r"(?:het |cuoi |truoc )?(?:ngay|thang|tuan|thu|\d)"
"""What a deadline is set for, at some length, before its time: “hạn cuối nộp minh chứng cho tổ thư ký là ngày …”."""

DAY = r"(?:ngay )?\d{1,2}(?: ?[-,] ?\d{1,2})? ?/ ?(?:1[0-2]|0?[1-9])(?!\d)"
DAY_OR_WEEKDAY = r",? ?\(?(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|t[2-7]),? )?(?:ngay )?\d"
RATIO = rf"\d{{1,2}} ?/ ?\d{{1,2}} (?:{COUNTED_NOUNS})\b"
"""A day in figures, and a ratio that looks like one."""

FRAME = r"(?:hoc k[yi]|hk|nam hoc|(?:ky )?nghi|tuan|thang|quy)\b"
LAST_ONE = "|".join(rf"(?<=\b{noun} )" for noun in ["thang", "tuan", "nam", "hoc", "ky", "lan", "dot", "quy"])
OF_LAST_ONE = rf"(?!(?:{LAST_ONE})trur?oc (?:(?:cham|muon) nhat|trong|vao(?! {FRAME}))\b)"
"""“Quyết toán của tháng trước vào ngày 05”: which one is meant, and no bound."""

ANY_TIME = rf"han ?: ?(?=(?:trong |ca |dau |giua |cuoi ){{0,2}}(?!nam){FRAME})"
"""“Thời hạn: Quý II/2026” says when, as “Thời gian” does: no day in it is called the last."""

NO_LAST_DAY = rf"(?!(?:thoi |(?<=thoi )){ANY_TIME})"

OVER = rf"(?:(?:ket thuc|het) {FRAME}|nghi (?:(?:le )?tet|he)\b)"
"""Stretches of time that work may stand before or behind, and how their end is told."""

COUNTING = "".join(rf"(?<!\b{noun} )" for noun in ("cap", "toan", "trong", "ngoai", "len")) + "tinh"
"""“Cấp tỉnh từ ngày 15/11” counts nothing; without accents it looks like “tính từ”."""

BEHIND_DAY = r"(?:(?<=/\d )|(?<=/\d\d )|(?<=/20\d\d ))"
MOVED = "(?:" + "|".join(rf"(?<=\b{verb} )" for verb in ("doi", "lui", "day", "chuyen", "dieu chinh", "don")) + ")"
"""What moves a time whose old day is not told: “Mốc nộp minh chứng dời lên 14/11”."""

ARROW = BEHIND_DAY + r"[ade](?= ?(?:ngay )?\d{1,2} ?/ ?\d)"
SURE_DAY = r"(?:ngay )?(?:1[3-9]|2\d|3[01]|0\d) ?/ ?(?:1[0-2]|0?[1-9])(?!\d)"
"""A day in figures that is hardly a ratio: “Hoàn thành: 15/10”, not “Hoàn thành: 5/10”."""

ROUNDS = (
    r"ly thuyet|thuc hanh|so (?:khao|tuyen|loai|ket)|chung (?:khao|ket)|ban ket|tu ket|loai|bang|truong|lop|khoi|huyen"
    r"|tinh|quan|thanh pho|xa|phuong|cum|phong van|van dap|viet|nang khieu|tai nang|kien thuc|thi giang|thuyet trinh"
)
"""Rounds of a contest, by name: “vòng lý thuyết 06/12; vòng thực hành 11-15/12”."""

BOUNDS = (
    recogniser(
        "bounds.before",
        "truoc truroc trc tr",
        rf"{OF_LAST_ONE}(?:{PAGE}tr\.? ?(?={CLOCK}(?:ng(?:ay|\.)? ?)?\d{{1,2}} ?/ ?\d|(?:ngay|thang) ?\d)"
        rf"|trc\. ?|tr(?:ur?o)?c(?: khi(?= nghi (?:(?:le )?tet|he)\b)|"
        rf" thoi diem| thoi han| (?:khi |ngay )?(?:bat dau|(?:buoc )?vao)(?= {FRAME})| ngay (?:{OCCASIONS})(?= )"
        rf"| (?:ngay |le )*(?:khai giang|be giang|tuu truong)(?:,| \()?(?= {DATE})| (?:ngay )?le(?= {DATE}))?"
        r"\b(?!,| (?:khi|het|do|day|nay|mat\b)))",
        _bound(Limit.BEFORE),
    ),
    recogniser(
        "bounds.around", "truoc~ truoc_trong truoc_va", r"truoc(?:,? trong)?(?: va|,|,? va ca) sau(?: khi)?\b", _around
    ),
    recogniser(
        "bounds.closing",
        "truoc@ het_gio het_tiet het_buoi den_het toi_het",
        r"(?:truoc (?:khi )?|(?:den |toi )?(?<!sau khi )(?<!sau )(?=het ))"
        r"(?:(?:(?:het|ket thuc|tan) gio|gio tan so|gio nghi)(?: lam viec| hanh chinh| ra choi| hoc)?"
        r"|(?:het|ket thuc) (?:tiet \d{1,2}|buoi hoc|buoi(?= (?:sang|chieu|toi)\b)))(?: cua)?\b",
        _bound(Limit.BY),
    ),
    recogniser(
        "bounds.by",
        heads_of("cham muon tre", "nhat")
        + " "
        + heads_of("khong", "tiep duoc nhan thu nop giai xet de qua cham sau muon tre"),
        r"(?:(?:cham|muon|tre) nhat"
        r"|khong (?:tiep |duoc )?(?:nhan|thu|nop|giai quyet|xet)(?: [a-z]{1,8}){0,4} sau"
        r"|khong (?:de |duoc )?(?:qua|cham qua|sau(?= (?:ngay|thang|nam))|(?:muon|cham|tre) hon))"
        rf"{MORE}{{0,3}}(?: truoc)?\b",
        _bound(Limit.BY),
    ),
    recogniser(
        "bounds.last_day",
        "ngay@",
        r"ngay cuoi(?: cung)?(?= (?:(?!cua\b)[a-z]{1,8} ){0,4}(?:nop|nhan|gui|dang k[yi]|thu|bao cao)\b)",
        _named,
    ),
    recogniser("bounds.past", "quá", r"(?<!vuot )qua(?= (?:ngay|thang|\d))", _bound(Limit.BY)),
    recogniser(
        "bounds.deadline",
        "han thoi deadline",
        rf"{NO_LAST_DAY}{WHOLE}(?:(?:thoi )?han(?! (?:che|su dung|dung))|deadline)"
        rf"(?:(?:{LISTED}|(?: {QUOTED}| \([^()]{{1,30}}\)){{1,24}})"
        rf"(?: \d{{1,2}}[a-z]?(?:(?:, | va )\d{{1,2}}[a-z]?){{0,3}}| \d{{4}}(?:-\d{{4}})?)?"
        rf"(?= ?:(?!\d\d\b)| - {DATE})"
        rf"|(?: cuoi(?: cung)?| chot)(?:{MIXED}|,| \([^()\n]{{1,20}}\)){{1,16}}?(?: ?\(\d\))?(?: ?:| la| vao)?"
        rf"(?= {DATE}\d? ?[/.] ?20\d\d| ngay \d)"
        rf"|{FREE}{{1,14}}(?: (?:thang|tuan) \d{{1,2}})? la(?= {TIME})"
        rf"|(?: cuoi(?: cung)?| chot)?{DUTY}(?: vao)?(?= {DATE})"
        rf"|(?: (?:{WORK}|nhan|giao|thu))(?:,? [a-z]{{1,10}}| \([^()\n]{{1,24}}\)){{0,13}} ?\|(?= ?{DATE}))"
        rf"|{NO_LAST_DAY}{WHOLE}(?:thoi han|han|deadline)(?! (?:su )?dung\b| che ?:)"
        rf"(?: (?:{WORK}|[a-z]+(?= ?:))){{0,4}}"
        rf"(?: (?:cu|moi)\b(?= ?(?:la |: ?|vao |den )?{DATE}))?{MORE}{{0,2}}(?: truoc)?\b",
        _bound(Limit.BY),
    ),
    recogniser(
        "bounds.done",
        "xong hoan_thanh ket_thuc",
        r"(?:xong|hoan thanh|ket thuc)(?: (?:viec|dut diem))?(?: trong)(?= ngay)",
        _bound(Limit.BY),
    ),
    recogniser(
        "bounds.end",
        "het ket_thuc",
        rf"(?:het(?! (?:thoi )?han\b)|{MEETING}ket thuc"
        r"(?: (?:viec )?(?:dang k[yi]|nhan (?:bai|ho so)|nop bai|binh chon))?)\b",
        _bound(Limit.BY),
    ),
    recogniser(
        "bounds.until_now",
        "tu_nay tu_bay",
        r"tu (?:nay|bay gio) (?:cho )?(?:den|toi)(?: het| truoc)?\b",
        _bound(Limit.BY),
    ),
    recogniser(
        "bounds.since",
        heads_of("ke tinh", "tu tir tur") + " tu tir tur bat_dau",
        rf"(?:(?:ke|{COUNTING}|bat dau) )?(?<!dien )t(?:u|ir|ur)\b(?:(?P<over> (?:khi|ngay)(?= {OVER}))|(?! ?:))"
        r"|(?<![a-z] )tu(?= ?:)|bat dau(?: vao)?\b",
        _since,
    ),
    recogniser(
        "bounds.after",
        "sau",
        rf"(?<!tuan )(?<!thang )(?<!hom )(?<!lan )(?:(?<!nam hoc )|(?=sau (?:ngay|\d)))sau\b"
        rf"(?: (?:khi|ngay)(?= {OVER})|(?! (?:khi|do|day|trong|vao)\b| ?:| \d{{1,2}}/\d{{1,2}}(?:/20\d\d)? ?\|))",
        _bound(Limit.AFTER),
    ),
    recogniser("bounds.arrow", "a@ a# d@ d# e@ e#", ARROW, _arrow),
    recogniser("bounds.link", "den toi cho", r"(?:cho )?(?:den|toi)(?: het| truoc)?\b(?! (?:nay|tu)\b)", _link),
    recogniser(
        "bounds.open",
        "hoan_thanh thoi_diem trong vao luc khoang dip sang chieu trua dem tối du chao ky nhan ca suot mung mừng dien "
        "thang ngay@ mai cuoi_gio dau_gio",
        r"(?:hoan thanh(?= (?:nam|quy|hoc k[yi]|hk|\d{1,2}/20))|trong(?: khoang| suot| ca| dip| thoi gian(?= \d))?"
        r"(?: (?:\d{1,2}|hai|ba)(?= (?:nam(?: hoc)?|thang|hoc k[yi]|quy|tuan) \d))?"
        rf"|(?:(?:ngay )?mai|(?:sang|trua|chieu|toi|dem) (?:nay|mai|mot|kia))(?={DAY_OR_WEEKDAY})"
        r"|vao(?: luc| khoang| dip| cac)?|du kien(?: vao| trong)?"
        r"|nhan(?: dip| ky niem|(?= (?:ngay|tet|le|\d)))|dien ra(?: vao| tu)?"
        rf"|(?:cuoi|dau) gio(?: lam viec| hanh chinh)?|(?:{DAYPARTS})(?! ?: ?nam| (?:nay|mai)\b)|{MOMENTS})\b",
        _open,
    ),
    recogniser(
        "bounds.this_month",
        heads_of("dau giua cuoi", "tuan thang"),
        r"(?:dau|giua|cuoi) (?:tuan|thang) (?:nay|sau|toi)(?=,? ?\(?(?:ngay )?\d{1,2} ?/ ?\d)",
        _open,
    ),
    recogniser("bounds.tonight", "toi@", rf"toi (?:nay|mai|mot|kia)(?={DAY_OR_WEEKDAY})", _open),
    recogniser("bounds.short_day", "ng ng#", r"ng\.? ?(?=\d{1,2} ?/ ?\d{1,2}(?!\d))", _open),
    recogniser(
        "bounds.today",
        "hom@ trong@ ngay@",
        r"(?:trong )?(?:ngay )?hom nay(?=,? ?\(?(?:ngay )?\d{1,2} ?/ ?\d{1,2}(?! ?/? ?\d))"
        r"|(?<=het )(?:ngay )?hom nay(?=,? ?\(?(?:ngay )?\d{1,2} ?/ ?\d)",
        _open,
    ),
    recogniser(
        "bounds.label",
        "thoi moc lich tg tgian",
        r"(?:(?:moc )?(?:thoi (?:gian|diem)|lich|moc)(?: [a-z,&]{1,12}){0,6}|tg(?:ian)?)"
        rf"(?: ?: ?| - (?={DAY}|(?:tu |den )?(?:ngay|thang) ?\d))|thoi {ANY_TIME}",
        _label,
    ),
    recogniser("bounds.day_label", "ngay", rf"(?<![a-z,] )ngay ?: ?(?={DAY})(?!ngay ?: ?{RATIO})", _label),
    recogniser(
        "bounds.done_label",
        "hoan_thanh hoan_tat",
        rf"hoan (?:thanh|tat) ?: ?(?={SURE_DAY})(?!{RATIO})",
        _label,
    ),
    recogniser(
        "bounds.moved",
        "thanh# thanh_ngay sang# sang_ngay len# len_ngay xuong# xuong_ngay",
        rf"(?:{BEHIND_DAY}(?:thanh|sang)|{MOVED}(?:thanh|sang|len|xuong))(?= (?:ngay )?\d{{1,2}} ?/ ?\d)",
        _open,
    ),
    recogniser(
        "bounds.numbered",
        "dot lan vong giai_doan luot",
        rf"(?:dot|lan|vong|giai doan|luot) (?:thu )?(?:\d{{1,2}}|[iv]{{1,3}}) ?(?:: ?|- ?|\((?={DAY}[^()]{{0,24}}\)))"
        rf"(?={DAY})(?!{RATIO})",
        _label,
    ),
    recogniser("bounds.round", "vong", rf"vong (?:thi )?(?:{ROUNDS})(?:,| ?:| -| ?\()? ?(?={DAY})(?!{RATIO})", _label),
)
