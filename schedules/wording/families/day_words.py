"""Days and months in words: ngày mười lăm tháng ba · mồng hai tháng chín năm 2024 · tháng mười hai."""

from __future__ import annotations

import re

from schedules.wording.families.shapes import RATED, SAID, SAID_MONTH, YEAR, counts_people, year_of
from schedules.wording.piece import PARTS, Grain, Kind, Moment, Need, Piece, recogniser
from schedules.wording.words import number

NUMBER = rf"(?:\d{{1,2}}(?!\d)|(?:{SAID})\b)"
MONTH = rf"(?>\d{{1,2}}(?!\d)|(?:{SAID_MONTH}|sau)\b(?! (?:van|thuc|lieu|nhan)))"
MONTHS = 12
WINDOW = 12
HEAD_OPENS, HEAD_CLOSES = re.compile(r"(?:\A|[|;(\n] ?|\. )[-+*•·]? ?$"), re.compile(r" ?[:|](?! ?\d)|, ?(?!\d)")
CLAUSE_ENDS = re.compile(r" ?(?:[.;)|\n]|\Z)")
NO_MONTHS = ("ngay ", "mot ", "moi ", "hang ", "cach mang ", "khoi nghia ")


def _day(match: re.Match[str]) -> Piece | None:
    """Ngày mười lăm tháng ba | mồng hai tháng 9 | ngày 7 tháng ba; “ngày 5 tháng sau” is the next month's."""
    day, month, year = number(match["day"]), number(match["month"]), year_of(match)
    unopened = not match[0].startswith(("ngay ", "mong ", "mung "))
    if (
        day is None
        or month is None
        or (match["month"] == "sau" and year is None)
        or (unopened and counts_people(match, match.end("month")))
    ):
        return None
    return Piece(*match.span(), Kind.TIME, "days.words", Moment(Grain.DAY, day, month, year))


def _month(match: re.Match[str]) -> Piece | None:
    """Tháng mười hai | tháng tư; “tháng năm” with a year, a colon or a clause's end behind, “tháng sau” with a year."""
    month, year = number(match["month"]), year_of(match)
    if (
        month is None
        or month > MONTHS
        or match.string.endswith(NO_MONTHS, 0, match.start())
        or counts_people(match, match.end("month"))
    ):
        return None
    alone = year is None and match["month"] != "sau" and _stands_alone(match)
    if year is None and not alone and _is_another_word(match):
        return None
    moment = Moment(Grain.MONTH, 0, month, year)
    return Piece(*match.span(), Kind.TIME, "months.words", moment, need=Need.NOTHING if year or alone else Need.WHOLE)


def _stands_alone(match: re.Match[str]) -> bool:
    """Whether a month in words is all of an item's head or tail: “Tháng Ba: …”, “… đề nghị cấp: tháng Năm.”."""
    text, at = match.string, match.start()
    if HEAD_OPENS.search(text, max(0, at - WINDOW), at):
        return HEAD_CLOSES.match(text, match.end()) is not None
    return text.endswith((": ", ":"), 0, at) and _ends_clause(match)


def _is_another_word(match: re.Match[str]) -> bool:
    """Whether “tháng năm”, “tháng sau” without a year are a month and something else, or the next one."""
    return match["month"] == "sau" or (match["month"] == "nam" and not _ends_clause(match))


def _ends_clause(match: re.Match[str]) -> bool:
    return CLAUSE_ENDS.match(match.string, match.end()) is not None


def _part(match: re.Match[str]) -> Piece | None:
    """Đầu tháng Tư | cuối tháng Mười hai năm 2025; “đầu tháng năm” with a year or a clause's end behind."""
    if year_of(match) is None and _is_another_word(match):
        return None
    moment = Moment(Grain.MONTH, 0, number(match["month"]), year_of(match), PARTS[match["part"]])
    return Piece(*match.span(), Kind.TIME, "months.part", moment)


NO_MONTH = r"(?! ?(?:van|thuc|lieu|nhan|ngay|thang|tuan|nay|khi|hoc|truoc|sau|\d{1,2}(?!\d)))"
"""What makes another word of a month's name: “đầu tháng từ ngày …”, “đầu tháng năm học”."""

DAY_WORDS = (
    recogniser(
        "days.words",
        "ngay# ngay@ mong mung",
        rf"(?:ngay )?(?:mong |mung )?(?P<day>{NUMBER}) thang (?P<month>{MONTH})" + RATED + YEAR,
        _day,
    ),
    recogniser(
        "months.words",
        "thang@",
        rf"thang (?P<month>(?>{SAID_MONTH}|sau)\b(?! (?:van|thuc|lieu|nhan|ngay|thang|tuan|nay|khi)))" + RATED + YEAR,
        _month,
    ),
    recogniser(
        "months.part_words",
        "dau@ giua@ cuoi@",
        rf"(?P<part>dau|giua|cuoi)(?: cua)? thang (?P<month>(?>{SAID_MONTH})\b{NO_MONTH})" + RATED + YEAR,
        _part,
    ),
)
