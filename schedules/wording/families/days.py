"""Single days in digits: 16/10/2023 · ngày 15 tháng 10 năm 2022 · 15.10.2023 · 2023-10-16 · mồng 5/9 · ngày 20."""

from __future__ import annotations

import re

from schedules.wording.families.shapes import (
    COUNTED,
    RATED,
    SAID_MONTH,
    YEAR,
    counts_people,
    is_run,
    numbers,
    owned,
    owns_dates,
    year_of,
)
from schedules.wording.families.shared_days import MORE_MONTHS, months_of
from schedules.wording.piece import Grain, Kind, Limit, Moment, Need, Piece, recogniser
from schedules.wording.words import number

PREFIX = r"(?P<prefix>(?:ngay ?){0,2}(?:mong |mung )?)"
HEADS = "0 ngay# ngay@ mong# mung#"
SHORT_YEAR = 2
NAME_REACH = 20
NO_DAY_BEHIND = re.compile(
    r"\d[.,]$|\b(?:mam non|mau giao|tieu hoc|thcs|thpt|ptdtnt|truong (?:th|mn|mg|cap \d))(?: (?:va|&) thpt)? $"
)
MONTHS = 12
SIX_FIGURES = re.compile(r"\d\d\.[01]\d\.[23]\d")
"""15.10.23: what no section is numbered like."""

TO = r"(?: het| truoc)?(?: \d{1,2} ?(?:h|g|gio|:) ?\d{0,2}(?: phut)?,?)? ngay "
DOTTED_END = re.compile(rf" ?(?:-|den|toi){TO}\d{{1,2}}\.\d{{1,2}}(?!\d)")
DASHED_END = re.compile(rf" ?(?:den|toi){TO}\d{{1,2}}-\d{{1,2}}(?!\d)")
"""What a day begins a span with, in the same signs: “Từ ngày 4-6 đến 17 giờ ngày 8-6”."""

WINDOW = 12
POINTED = re.compile(r" (?:hom nay|mai|nay|mot|kia) \($")
NAMED_DAY = re.compile(
    r"\b(?:(?:ngay|sang|trua|chieu|toi) (?:thu (?:hai|ba|tu|nam|sau|sxu|bay|[2-7])|chu nhat|cn)|chu nhat|cn),? \(?$"
)
FROM = re.compile(r"\btu (?:(?:sang|trua|chieu|toi) )?$")
END_WINDOW = 28
ONE_END = re.compile(r"\b(?:truoc|nhat|han|qua|sau|den|het|toi)(?: \d{1,2} ?(?:h|g|gio|:) ?\d{0,2}(?: phut)?,?)?[: ]*$")
"""Words that bound a time by one end, so that a dash behind them parts day and month."""

ON_ONE_DAY, WEEKDAY_BEHIND = re.compile(r"\b(?:sang|trua|chieu|toi) $"), re.compile(r" ?\((?:thu |chu nhat|cn\b|t\d)")
"""What only one day has: “vào sáng ngày 5-9”, “ngày 5-9 (thứ Bảy)”."""

YEARLY, MONTHLY = re.compile(r" (?:hang|moi) nam\b"), re.compile(r" (?:(?:hang|moi|cua) )?thang\b")


def _numeric(match: re.Match[str]) -> Piece | None:
    """16/10/2023 | ngày 16/10 | 16.10.2023; a bare 16/10 needs an opener, 16-10 and 16.10 need “ngày”."""
    prefix, day, sign, month, year, named = match.groups()
    written = year or named
    if not prefix and owned(match) and (year is None or len(year) <= SHORT_YEAR or owns_dates(match)):
        return None
    if written is None and sign == "-" and not _is_dashed_day(match):
        return None
    if not prefix and sign == "." and len(written or "") <= SHORT_YEAR and not SIX_FIGURES.fullmatch(match[0]):
        return (_dotted_start(match) or _pointed_at(match) or _named_day(match)) if written is None else None
    full = int(written) + (2000 if len(written) == SHORT_YEAR else 0) if written else None
    moment = Moment(Grain.DAY, int(day), int(month), full)
    rule = "days.numeric" if sign == "/" or written else "days.signed"
    start, end = match.span()
    return Piece(start, end, Kind.TIME, rule, moment, None, Limit.NONE, _need(prefix, written))


def _dotted_start(match: re.Match[str]) -> Piece | None:
    """Từ 15.7 đến trước 17h ngày 17.7: the far end says that the figures are a day."""
    if not _begins(match) or not DOTTED_END.match(match.string, match.end()):
        return None
    moment = Moment(Grain.DAY, int(match["day"]), int(match["month"]))
    return Piece(*match.span(), Kind.TIME, "days.signed", moment, need=Need.OPENER)


def _pointed_at(match: re.Match[str]) -> Piece | None:
    """Nghỉ học vào ngày mai (22.10): the figures say which day is pointed at, as newspapers write it."""
    day, month, text = int(match["day"]), int(match["month"]), match.string
    if month > MONTHS or not text.startswith(")", match.end()):
        return None
    if POINTED.search(text, max(0, match.start() - WINDOW), match.start()) is None:
        return None
    return Piece(*match.span(), Kind.TIME, "days.signed", Moment(Grain.DAY, day, month), need=Need.OPENER, opened=True)


def _named_day(match: re.Match[str]) -> Piece | None:
    """Ngày chủ nhật 9.3 | sáng thứ Hai 15.9: what stands before the weekday says that the figures are a day."""
    day, month, text = int(match["day"]), int(match["month"]), match.string
    if month > MONTHS or not NAMED_DAY.search(text, max(0, match.start() - END_WINDOW), match.start()):
        return None
    return Piece(*match.span(), Kind.TIME, "days.signed", Moment(Grain.DAY, day, month))


def _begins(match: re.Match[str]) -> bool:
    """Whether “từ” stands before a day."""
    return FROM.search(match.string, max(0, match.start() - WINDOW), match.start()) is not None


def _is_dashed_day(match: re.Match[str]) -> bool:
    """Whether “ngày 16-10” is the sixteenth of October: it cannot rise, or one end alone makes sense there."""
    day, month = int(match["day"]), int(match["month"])
    if not match["prefix"] or month > MONTHS or MONTHLY.match(match.string, match.end()):
        return False
    bounded = ONE_END.search(match.string, max(0, match.start() - END_WINDOW), match.start())
    if _begins(match) and DASHED_END.match(match.string, match.end()):
        return True
    if day >= month or bounded is not None or YEARLY.match(match.string, match.end()):
        return True
    return ON_ONE_DAY.search(match.string, max(0, match.start() - WINDOW), match.start()) is not None or bool(
        WEEKDAY_BEHIND.match(match.string, match.end())
    )


def _need(prefix: str, written: str | None) -> int:
    if prefix or (written and len(written) > SHORT_YEAR):
        return Need.NOTHING
    return Need.WHOLE if written else Need.OPENER


def _is_behind(match: re.Match[str]) -> bool:
    """Whether a day in words goes on a decimal, or names a school: “Trường THCS 30 tháng 4”."""
    return NO_DAY_BEHIND.search(match.string, max(0, match.start() - NAME_REACH), match.start()) is not None


def _worded(match: re.Match[str]) -> Piece | list[Piece] | None:
    """Ngày 15 tháng 10 năm 2022 | 15 tháng 3 | ngày 15 tháng 9, 12, 5; “tiêu chí 3.5 - tháng 6” is June."""
    counted = owned(match) or " - " in match[0] or _is_behind(match) or counts_people(match, match.end("month"))
    if counted and not match["prefix"]:
        return None
    if match["prefix"] and match["year"] is None and (more := MORE_MONTHS.match(match.string, match.end("month"))):
        several = months_of(match, more)
        if several:
            return several
    moment = Moment(Grain.DAY, int(match["day"]), int(match["month"]), year_of(match))
    return Piece(*match.span(), Kind.TIME, "days.worded", moment)


def _iso(match: re.Match[str]) -> Piece | None:
    """2023-10-16 | 2023/10/16."""
    moment = Moment(Grain.DAY, int(match["day"]), int(match["month"]), int(match["year"]))
    return Piece(*match.span(), Kind.TIME, "days.iso", moment)


def _bare(match: re.Match[str]) -> Piece | None:
    """Ngày 20 | ngày 5-10: month and year come from the row or the recurrence."""
    first = Moment(Grain.DAY, int(match["day"]))
    last = Moment(Grain.DAY, int(match["last"])) if match["last"] else None
    if (last and last.value <= first.value) or counts_people(match, match.end()):
        return None
    return Piece(*match.span(), Kind.TIME, "days.bare", first, last)


def _bare_days(match: re.Match[str]) -> Piece | list[Piece] | None:
    """Ngày 18, 19 | ngày 18 và 25, in the row of a month: days that follow each other are one span."""
    days = numbers(match[0])
    if days != sorted(set(days)):
        return None
    if not is_run(days):
        return _bare_list(match)
    first, last = Moment(Grain.DAY, days[0]), Moment(Grain.DAY, days[-1])
    return Piece(*match.span(), Kind.TIME, "days.bare", first, last)


def _bare_list(match: re.Match[str]) -> list[Piece]:
    """Ngày 15, 30 hằng tháng: each day a time of its own."""
    spots = list(re.finditer(r"(?:ngay )?(\d+)", match[0]))
    return [
        Piece(
            match.start() + one.start(),
            match.start() + one.end(),
            Kind.TIME,
            "days.bare",
            Moment(Grain.DAY, int(one[1])),
        )
        for one in spots
    ]


def _month_end(match: re.Match[str]) -> Piece | None:
    """Ngày cuối cùng của tháng 10 | ngày cuối tháng."""
    month = number(match["month"]) if match["month"] else None
    value = 1 if match["which"].startswith("dau") else -1
    moment = Moment(Grain.DAY, value, month, year_of(match) if month else None)
    return Piece(*match.span(), Kind.TIME, "days.month_end", moment)


DAYS = (
    recogniser(
        "days.numeric",
        HEADS,
        PREFIX + r"(?P<day>\d{1,2}) ?(?P<sign>[/.\-]) ?(?P<month>\d{1,2})(?!\d|[oli](?![a-z])|/2\do|/2o\d)"
        r"(?:(?: ?(?P=sign) ?(?P<year>(?:1[5-9]|20)\d\d|[1-4]\d(?! ?/ ?\d))(?!\d))"
        r"|,? nam (?P<named>(?:19|20)\d\d)(?! ?- ?20\d\d|\d))?",
        _numeric,
    ),
    recogniser(
        "days.worded",
        HEADS,
        PREFIX + r"(?P<day>\d{1,2}) ?[/,\-]? ?thang ?(?P<month>\d{1,2})(?!\d)" + RATED + YEAR,
        _worded,
    ),
    recogniser(
        "days.iso",
        "0 ngay#",
        r"(?:ngay )?(?P<year>(?:19|20)\d\d)(?P<sign>[-/.])(?P<month>\d{1,2})(?P=sign)(?P<day>\d{1,2})(?!\d)",
        _iso,
    ),
    recogniser(
        "days.bare",
        "ngay# ngay@ mong# mung#",
        r"(?:ngay )?(?:mong |mung )?(?P<day>\d{1,2})(?: ?(?:-|den) ?(?:ngay )?(?P<last>\d{1,2}))?"
        r"(?![\d/.]\d| ?/|\d| ?(?:gio|h|phut|-) ?\d| thang)" + RATED,
        _bare,
    ),
    recogniser(
        "days.bare_list",
        "ngay#",
        r"ngay \d{1,2}(?:(?:,| va|;) (?:ngay )?\d{1,2}){1,4}(?= (?:hang|moi) thang)",
        _bare_list,
    ),
    recogniser(
        "days.bare_days",
        "ngay#",
        r"ngay \d{1,2}(?:(?:,| va|;| &) (?:ngay )?\d{1,2}(?!\d)){1,4}"
        r"(?![/.\-]\d| ?/|[,;] ?\d| ?(?:va|den|-|&) ?\d| ?(?:gio|h|phut|-) ?\d| thang| (?:hang|moi) thang)" + COUNTED,
        _bare_days,
    ),
    recogniser(
        "days.month_end",
        "ngay@",
        r"ngay (?P<which>cuoi(?: cung)?|dau tien)(?:(?= (?:cua )?(?:hang|moi) thang)|(?: cua| trong)? thang)"
        rf"(?: (?P<month>\d{{1,2}}(?!\d)|(?:{SAID_MONTH})\b)" + YEAR + ")?",
        _month_end,
    ),
)
