"""Words that bound or open a time: trước · chậm nhất · hạn cuối · đến hết · từ · kể từ · trong · vào · Thời gian: ."""

from __future__ import annotations

import re
from collections.abc import Callable

from schedules.wording.families.bound_words import (
    ANY_TIME,
    ARROW,
    BEHIND_DAY,
    CLOCK,
    COUNTING,
    DATE,
    DAY,
    DAY_OR_WEEKDAY,
    DAYPARTS,
    DUTY,
    FRAME,
    FREE,
    GATHERING,
    LABELLED,
    LISTED,
    MEETING,
    MIXED,
    MOMENTS,
    MORE,
    MOVED,
    NAMED_DAY,
    NO_LAST_DAY,
    NOT_YET,
    OCCASIONS,
    OF_LAST_ONE,
    OVER,
    PAGE,
    QUOTED,
    RATIO,
    ROUNDS,
    SESSION,
    SHUTS,
    SURE_DAY,
    TIME,
    WHOLE,
    WORK,
)
from schedules.wording.piece import BOUNDED, OPENING, Kind, Limit, Piece, heads_of, recogniser

RULES = {limit: f"bounds.{limit}" for limit in BOUNDED | OPENING}


def _bound(limit: str) -> Callable[[re.Match[str]], Piece]:
    def read(match: re.Match[str]) -> Piece:
        taken = Limit.BEFORE if match[0].rstrip(". ").endswith(BEFORE) else limit
        start, end = match.span()
        return Piece(start, end, Kind.BOUND, RULES[taken], None, None, taken)

    return read


def _before(match: re.Match[str]) -> Piece | None:
    """Trước ngày …; “lần trước (12/3)”, “kỳ kiểm tra trước (12/3)” say which one, and bound nothing."""
    text, start = match.string, match.start()
    if text.startswith(" (", match.end()) and LAST_TIME.search(text, max(0, start - REACH), start):
        return None
    return _bound(Limit.BEFORE)(match)


REACH, LAST_TIME = 40, re.compile(r"\b(?:lan|dot|k[yi]|buoi|cuoc|vong|hoc k[yi]|nam|thang|tuan)(?: [a-z]{1,6}){0,2} $")


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

BOUNDS = (
    recogniser(
        "bounds.before",
        "truoc truroc trc tr",
        rf"{OF_LAST_ONE}(?:{PAGE}tr\.? ?(?={CLOCK}(?:ng(?:ay|\.)? ?)?\d{{1,2}} ?/ ?\d|(?:ngay|thang) ?\d)"
        rf"|trc\. ?|tr(?:ur?o)?c(?: khi(?= nghi (?:(?:le )?tet|he)\b)|"
        rf" thoi diem| thoi han| (?:khi |ngay )?(?:bat dau|(?:buoc )?vao)(?= {FRAME})| ngay (?:{OCCASIONS})(?= )"
        rf"| (?:ngay |le )*(?:khai giang|be giang|tuu truong)(?:,| \()?(?= {DATE})| (?:ngay )?le(?= {DATE})"
        rf"| {GATHERING})?"
        r"\b(?!,| (?:khi|het|do|day|nay|mat\b)))",
        _before,
    ),
    recogniser(
        "bounds.around", "truoc~ truoc_trong truoc_va", r"truoc(?:,? trong)?(?: va|,|,? va ca) sau(?: khi)?\b", _around
    ),
    recogniser(
        "bounds.closing",
        "truoc@ het_gio het_tiet het_buoi den_het toi_het",
        r"(?:truoc (?:khi )?|(?:den |toi )?(?<!sau khi )(?<!sau )(?=het ))"
        r"(?:(?:(?:het|ket thuc|tan) gio|gio (?:tan (?:so|truong|hoc)|nghi|(?:ra )?ve|vao (?:lop|hoc)|an trua))"
        r"(?: lam viec| hanh chinh| ra choi| hoc)?"
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
        r"ngay cuoi(?: cung)?(?= ?(?:[.!;)\n]|\Z)| (?:a|nhe|nha|nhen)\b"
        r"| (?:(?!cua\b)[a-z]{1,8} ){0,4}(?:nop|nhan|gui|dang k[yi]|thu|bao cao)\b)",
        _named,
    ),
    recogniser("bounds.shuts", "form link cong_dang cong_tuyen he_thong bieu_mau phieu_dang", SHUTS, _named),
    recogniser("bounds.past", "quá", r"(?<!vuot )qua(?= (?:ngay|thang|\d))", _bound(Limit.BY)),
    recogniser(
        "bounds.deadline",
        "han thoi deadline",
        rf"{NO_LAST_DAY}{WHOLE}(?:(?:thoi )?han(?! (?:che|su dung|dung))|deadline)"
        rf"(?:(?:{LISTED}|(?: {QUOTED}| \([^()]{{1,30}}\)){{1,24}})"
        rf"(?: \d{{1,2}}[a-z]?(?:(?:, | va )\d{{1,2}}[a-z]?){{0,3}}| \d{{4}}(?:-\d{{4}})?)?"
        rf"(?= ?:(?!\d\d\b)| - {DATE})(?: ?: {SESSION})?"
        rf"|(?: cuoi(?: cung)?| chot)(?:{MIXED}|,| \([^()\n]{{1,20}}\)){{1,16}}?(?: ?\(\d\))?(?: ?:| la| vao)?"
        rf"(?= {DATE}\d? ?[/.] ?20\d\d| ngay \d)"
        rf"| cuoi(?: cung)?(?: de)?(?:(?:,|{MIXED}|,{MIXED})){{17,44}}? la(?= ngay \d)"
        rf"|{FREE}{{1,14}}(?: (?:thang|tuan|tt|muc|mau) ?\d{{1,3}})? la(?: cuoi(?= (?:ngay|buoi)\b)|(?= {TIME}))"
        rf"|{DUTY}(?: vao)?(?=(?: {NAMED_DAY},?)? {DATE})"
        rf"|(?: (?:{WORK}|nhan|giao|thu))(?:,? [a-z]{{1,10}}| \([^()\n]{{1,24}}\)){{0,13}} ?\|(?= ?{DATE}))"
        rf"|{NO_LAST_DAY}{WHOLE}(?:thoi han|han|deadline)(?! (?:su )?dung\b| che ?:)"
        rf"(?: (?:{WORK}|[a-z]+(?= ?:))){{0,4}}"
        rf"(?: (?:cu|moi)\b(?= ?(?:la |: ?|vao |den )?{DATE}))?{MORE}{{0,2}}(?: truoc)?\b(?: ?: {SESSION})?",
        _bound(Limit.BY),
    ),
    recogniser(
        "bounds.done",
        "xong hoan_thanh ket_thuc",
        r"(?:xong|hoan thanh|ket thuc)(?: (?:viec|dut diem))?(?: (?:ngay )?trong)"
        r"(?= ngay| (?:buoi )?(?:sang|chieu|toi) (?:nay|mai|ngay|thu|t[2-7]|cn|chu nhat|\d)"
        r"| (?:thu (?!\w+ (?:tien|phi|quy))|t[2-7]\b|chu nhat|cn\b|\d{1,2} ?/ ?\d))"
        rf"|{NOT_YET}xong(?: ngay| viec| han| dut diem| \(du kien\))? ?:(?= ?{LABELLED})"
        rf"|(?:(?<=- )|(?<=, )|(?<=\| )|(?<=\())(?:xong|hoan thanh)(?= {SURE_DAY}(?: ?[.;,)|\n]|\Z))",
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
        rf"(?:dau|giua|cuoi) (?:tuan|thang) (?:nay|sau|toi)(?=,? ?\(?(?:{NAMED_DAY},? )?(?:ngay )?\d{{1,2}} ?/ ?\d)",
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
