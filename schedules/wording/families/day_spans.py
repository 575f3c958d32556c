"""Days that share a month: 16-20/10 · từ 05 đến 10/11/2023 · ngày 5, 6, 7/10 · ngày 10 đến ngày 15 tháng 5."""

from __future__ import annotations

import re

from schedules.wording.families.shapes import LIST_SIGNS, SPAN_SIGNS, YEAR, is_run, members, numbers, owned, year_of
from schedules.wording.piece import Grain, Kind, Moment, Need, Piece, recogniser
from schedules.wording.words import number

SPANNED = re.compile(SPAN_SIGNS)
SPAN_ENDS = 2
"""A dash between more days than these parts them: “ngày 01-03-05/11”."""

MONTHS = 12
WINDOW = 12
BEHIND_WORD = re.compile(
    r"(?:[:(]|\b(?!(?:lop|khoi|khoa|truong|qd|cv|tt|nd|kh|tb|bc|hd|nq|ct|van|dinh|hoach|phieu|tuoi|thang|nam|va|trieu|dong"
    r"|nguoi|em|hs|gv|mam|sinh|vien)\b)[a-z]{2,8}) ?$"
)
GRADES, GRADE_REACH = frozenset({1, 6, 10}), 24
ENTRANCE = re.compile(
    r"\b(?:tuyen sinh|(?:du |luyen |on )?thi|on(?: luyen)?|luyen|(?:xet |trung )?tuyen|do|dau|ho so|dang k[yi]"
    r"|nguyen vong|tu van)(?: hoc)? vao $"
)
"""What pupils try to enter: “tuyển sinh vào 10 đến hết 15/7” is grade ten, not the tenth."""

EXAMINED = re.compile(
    r"\b(?:tuyen sinh|(?<!hoi )(?<!cuoc )(?<!ky )thi(?: thu| tuyen)?|(?:on|luyen|day)(?: thi| luyen)?|khao sat) vao $"
)
"""The same with its day behind a dash: “Thi thử vào 10 - 20/12”; “Nhận hồ sơ vào 10 - 20/12” are days."""

MEASURES = re.compile(
    r"\b(?:diem|nhiet do|can nang|chieu|ty le|ti le|gia|muc|cao|nang|dai|rong|tang|giam|dat|trung binh|do|luong|chi so"
    r"|phan|dong|trieu|tu so)\b"
)
WORKED = re.compile(
    r"(?:\A|[.;:\n] ?)[\W\d]*(?:(?:(?:nha )?truong|cac (?:lop|to)|bo phan [a-z]{1,8}|van phong|hoc sinh|giao vien) )?"
    r"(?:tiep nhan|nhan|nop|thu|to chuc|dang k[yi]|thi|kiem tra|tap huan|truc|phat|on tap|khao sat|xet|tuyen sinh|nghi"
    r"|kham|cham|trung bay|niem yet|hoan thanh|thuc hien|gui|cong khai|boi duong|phu dao|lam|nhap|ra soat|du gio|hoc"
    r"|trien khai|mo|phat dong|don|lao dong|ve sinh)\b(?P<work>[^.;:\n]*)$"
)
PLACED = re.compile(r" (?:tai|o|cho|theo|voi|do|gom|trong|doi voi)\b|: ?[a-z]")
"""What a stretch of work is followed by: “Nhận hồ sơ … từ 18.6 đến 23.6 tại phòng Văn thư”."""

WORK_REACH = 90
CLAUSE_ENDS = re.compile(r" ?(?:[,;)\n]|\.(?!\d)|\Z)")
OPENS_CELL, LONGEST = re.compile(r"(?:\A|[|\n]) ?$"), 31
LABELLED, ITEM_OPENS = re.compile(r" ?: ?[a-z]"), re.compile(r"(?:\A|[;\n] ?|\. )[-+*• ]*$")
EACH = re.compile(r"(?:ngay )?(\d+)")
HOW_MANY = re.compile(
    r"\b(?P<count>\d{1,2}|hai|ba|bon|nam|sau|bay)(?: ?\([a-z]{2,8}\))? ngay(?: (?:thi|lien tiep|lien tuc|hoc))?"
    r"(?:,|:)? ?\(?$"
)
COUNT_REACH = 36


def _read(match: re.Match[str]) -> Piece | list[Piece] | None:
    days = numbers(match["days"])
    listed = SPANNED.search(match["days"]) is None or len(days) > SPAN_ENDS
    if (not match["prefix"] and owned(match)) or days != sorted(set(days)) or _is_grade(match, days):
        return None
    month, year = int(match["month"]), year_of(match)
    if match["sign"] == "." and not (match["prefix"] or year or _are_counted(match, days)):
        return None
    if match["sign"] == "-" and not (match["prefix"] and listed and year) and not _are_counted(match, days):
        return None
    if listed and not is_run(days):
        return _apart(match, month, year) if match["prefix"] or _opens(match, year) else None
    first, last = (Moment(Grain.DAY, day, month, year) for day in (days[0], days[-1]))
    return Piece(*match.span(), Kind.TIME, "days.span", first, last, need=_need(match, year, listed=listed))


def _are_counted(match: re.Match[str], days: list[int]) -> bool:
    """Whether the words before say how many days these are: “trong 2 ngày 16 - 17.5”, “ba ngày 4, 5 và 6-6”."""
    text, at = match.string, match.start()
    if match["prefix"]:
        at += len("ngay ")
    counted = HOW_MANY.search(text, max(0, at - COUNT_REACH), at)
    return counted is not None and number(counted["count"]) == days[-1] - days[0] + 1


def _is_grade(match: re.Match[str], days: list[int]) -> bool:
    """Whether the first number is the grade entered: “nộp hồ sơ tuyển sinh vào 10 đến hết 15/7”."""
    if match["prefix"] or len(days) != SPAN_ENDS or days[0] not in GRADES:
        return False
    if " - " in match["days"]:
        return EXAMINED.search(match.string, max(0, match.start() - GRADE_REACH), match.start()) is not None
    return (
        " den " in match["days"]
        and ENTRANCE.search(match.string, max(0, match.start() - GRADE_REACH), match.start()) is not None
    )


def _opens(match: re.Match[str], year: int | None) -> bool:
    """Whether a list of days with its year begins the text or stands behind a word that counts nothing.

    “16, 23/11/2026”, “Tập huấn 16, 23/11/2024”; what owns its number (lớp, bài, tiết …) is asked before.
    """
    at = match.start()
    if year is None:
        return False
    return at == 0 or BEHIND_WORD.search(match.string, max(0, at - WINDOW), at) is not None


def _apart(match: re.Match[str], month: int, year: int | None) -> list[Piece]:
    """Ngày 05 và 20/11/2023: two days that share month and year, each a time of its own."""
    spots = list(EACH.finditer(match["days"]))
    places = members(spots, *match.span(), match.start("days"))
    return [
        Piece(*place, Kind.TIME, "days.apart", Moment(Grain.DAY, int(spot[1]), month, year))
        for place, spot in zip(places, spots, strict=True)
    ]


def _need(match: re.Match[str], year: int | None, *, listed: bool) -> int:
    if match["prefix"] or "thang" in match[0]:
        return Need.NOTHING
    if year:
        return Need.WHOLE if listed and not match.string.endswith(": ", 0, match.start()) else Need.NOTHING
    return Need.NOTHING if _labels(match) else Need.OPENER


def _labels(match: re.Match[str]) -> bool:
    """Whether days open an item, their work behind a colon: “16-20/3: tuần lễ Áo dài”; “9-10/10: Giỏi” are marks."""
    if numbers(match["days"])[0] <= MONTHS or not LABELLED.match(match.string, match.end()):
        return False
    return ITEM_OPENS.search(match.string, max(0, match.start() - WINDOW), match.start()) is not None


def _signed(match: re.Match[str]) -> Piece | None:
    """18.11 đến 22.11.2024 | ngày 14.2 đến 20.2: two days written with dots or dashes inside."""
    year, first_month, last_month = match["year"], int(match["from"]), int(match["to"])
    if year is None and (max(first_month, last_month) > MONTHS or not (match["prefix"] or _is_dotted(match))):
        return None
    ends = int(year) if year else None
    first = Moment(Grain.DAY, int(match["first"]), first_month, ends and ends - (first_month > last_month))
    last = Moment(Grain.DAY, int(match["last"]), last_month, ends)
    return Piece(*match.span(), Kind.TIME, "days.signed_span", first, last)


def _is_dotted(match: re.Match[str]) -> bool:
    """Whether “Từ 18.6 đến 23.6, …” can be no figures: both days above 12, or falling; dots open a clause besides.

    Nor can “từ 12-2 đến hết ngày 22-2”, whose far end is called a day.
    """
    at, text = match.start(), match.string
    first, last = int(match["first"]), int(match["last"])
    falls = first > last and int(match["from"]) < int(match["to"])
    if not text.endswith("tu ", max(0, at - WINDOW), at):
        return False
    if " ngay " in match[0] and max(first, last) > MONTHS:
        return True
    if (max(first, last) if falls else min(first, last)) <= MONTHS:
        return False
    if match["sign"] == "-":
        return CLAUSE_ENDS.match(text, match.end()) is not None
    return _is_worked(match) or (
        text.startswith(",", match.end()) and ITEM_OPENS.search(text, max(0, at - WINDOW), at - len("tu ")) is not None
    )


def _is_worked(match: re.Match[str]) -> bool:
    """Whether dotted days stand behind work that measures nothing: “Nhận hồ sơ … từ 18.6 đến 23.6 tại …”."""
    at, text = match.start(), match.string
    work = WORKED.search(text, max(0, at - WORK_REACH), at)
    if work is None or MEASURES.search(work["work"]):
        return False
    return CLAUSE_ENDS.match(text, match.end()) is not None or PLACED.match(text, match.end()) is not None


def _lent(match: re.Match[str]) -> Piece | None:
    """Từ ngày 17 đến 22-4 | từ ngày 3 đến ngày 7-11-2025: the month of a dashed far end is that of the first day."""
    first, last, month = int(match["first"]), int(match["last"]), int(match["month"])
    year = int(match["year"]) if match["year"] else None
    if first >= last or month > MONTHS or not (match["day"] or _is_lent(match)):
        return None
    moments = Moment(Grain.DAY, first, month, year), Moment(Grain.DAY, last, month, year)
    return Piece(*match.span(), Kind.TIME, "days.lent_month", *moments)


def _is_lent(match: re.Match[str]) -> bool:
    """Whether “từ 22 đến 24-5” can be no figures: a day above 12 first, and a clause that ends or is in brackets."""
    opens = match.string.endswith("tu ", max(0, match.start() - WINDOW), match.start())
    return opens and int(match["first"]) > MONTHS and CLAUSE_ENDS.match(match.string, match.end()) is not None


def _cell(match: re.Match[str]) -> Piece | None:
    """Từ 22 đến 26 | 15 - 20 | 12, 13 | …, a whole cell in the row of a month; without “từ” its work stands behind."""
    at, text = match.start(), match.string
    first, last = int(match["first"]), int(match["last"])
    if match["listed"] and (match["from"] or last != first + 1):
        return None
    if not 0 < first < last <= LONGEST or not OPENS_CELL.search(text, max(0, at - WINDOW), at):
        return None
    need = Need.NOTHING if match["from"] else Need.WHOLE
    return Piece(*match.span(), Kind.TIME, "days.cell", Moment(Grain.DAY, first), Moment(Grain.DAY, last), need=need)


DAY_SPANS = (
    recogniser(
        "days.cell",
        "tu# 0",
        r"(?P<from>tu )?(?P<first>\d{1,2})(?: ?(?:den|toi|-)|(?P<listed> ?(?:,|&|\+|va))) ?(?P<last>\d{1,2})"
        r"(?= ?(?(from)(?:\||\Z|\n)|\| ?(?!(?:lop|khoi|tre|hs|hoc sinh|em|tuoi|thang|diem|phut|m|kg|cm)\b)[a-z]))",
        _cell,
    ),
    recogniser(
        "days.lent_month",
        "0 ngay#",
        r"(?P<day>ngay )?(?P<first>\d{1,2}) (?:den|toi)(?: het)? (?:ngay )?"
        r"(?P<last>\d{1,2})-(?P<month>\d{1,2})(?:-(?P<year>20\d\d))?(?![\d\-/])",
        _lent,
    ),
    recogniser(
        "days.span",
        "0 ngay# ngay@ mong# mung#",
        r"(?P<prefix>(?:ngay )?(?:mong |mung )?)"
        rf"(?P<days>\d{{1,2}}(?: ?(?:{SPAN_SIGNS}|{LIST_SIGNS}) ?(?:ngay )?(?:mong |mung )?\d{{1,2}}){{1,6}})(?!\d)"
        r"(?P<sign> ?/ ?(?:thang )?| thang |\.|-)(?P<month>\d{1,2})(?!\d|\.(?!20\d\d)\d)" + YEAR,
        _read,
    ),
    recogniser(
        "days.signed_span",
        "0 ngay#",
        r"(?P<prefix>ngay )?(?P<first>\d{1,2})(?P<sign>[.\-])(?P<from>\d{1,2}) ?(?:-|den(?: het)?|toi) ?(?:ngay )?"
        r"(?P<last>\d{1,2})(?P=sign)(?P<to>\d{1,2})(?:(?P=sign)(?P<year>20\d\d))?(?!\d|[.\-]\d)",
        _signed,
    ),
)
