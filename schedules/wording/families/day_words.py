"""Days and months in words: ngày mười lăm tháng ba · mồng hai tháng chín năm 2024 · tháng mười hai."""

from __future__ import annotations

import re

from schedules.wording.families.shapes import COUNTED, SAID, SAID_MONTH, YEAR, year_of
from schedules.wording.piece import PARTS, Grain, Kind, Moment, Need, Piece, recogniser
from schedules.wording.words import number

NUMBER = rf"(?:\d{{1,2}}(?!\d)|(?:{SAID})\b)"
MONTH = rf"(?:\d{{1,2}}(?!\d)|(?:{SAID_MONTH}|sau)\b(?! (?:van|thuc|lieu|nhan)))"
MONTHS = 12
NO_MONTHS = ("ngay ", "mot ", "moi ", "hang ", "cach mang ", "khoi nghia ")


def _day(match: re.Match[str]) -> Piece | None:
    """Ngày mười lăm tháng ba | mồng hai tháng 9 | ngày 7 tháng ba; “ngày 5 tháng sau” is the next month's."""
    day, month, year = number(match["day"]), number(match["month"]), year_of(match)
    if day is None or month is None or (match["month"] == "sau" and year is None):
        return None
    return Piece(*match.span(), Kind.TIME, "days.words", Moment(Grain.DAY, day, month, year))


def _month(match: re.Match[str]) -> Piece | None:
    """Tháng mười hai | tháng tư; “tháng năm” and “tháng sau” are months only with a year behind."""
    month, year = number(match["month"]), year_of(match)
    if month is None or month > MONTHS or match.string.endswith(NO_MONTHS, 0, match.start()):
        return None
    if match["month"] in {"nam", "sau"} and year is None:
        return None
    moment = Moment(Grain.MONTH, 0, month, year)
    return Piece(*match.span(), Kind.TIME, "months.words", moment, need=Need.NOTHING if year else Need.WHOLE)


def _part(match: re.Match[str]) -> Piece | None:
    """Đầu tháng Tư | cuối tháng Mười hai năm 2025; “đầu tháng năm” and “… sau” are months only with a year behind."""
    if match["month"] in {"nam", "sau"} and year_of(match) is None:
        return None
    moment = Moment(Grain.MONTH, 0, number(match["month"]), year_of(match), PARTS[match["part"]])
    return Piece(*match.span(), Kind.TIME, "months.part", moment)


NO_MONTH = r"(?! ?(?:van|thuc|lieu|nhan|ngay|thang|tuan|nay|khi|hoc|truoc|sau|\d{1,2}(?!\d)))"
"""What makes another word of a month's name: “đầu tháng từ ngày …”, “đầu tháng năm học”."""

DAY_WORDS = (
    recogniser(
        "days.words",
        "ngay# ngay@ mong mung",
        rf"(?:ngay )?(?:mong |mung )?(?P<day>{NUMBER}) thang (?P<month>{MONTH})" + COUNTED + YEAR,
        _day,
    ),
    recogniser(
        "months.words",
        "thang@",
        rf"thang (?P<month>(?:{SAID_MONTH}|sau)\b(?! (?:van|thuc|lieu|nhan|ngay|thang|tuan|nay|khi)))" + COUNTED + YEAR,
        _month,
    ),
    recogniser(
        "months.part_words",
        "dau@ giua@ cuoi@",
        rf"(?P<part>dau|giua|cuoi)(?: cua)? thang (?P<month>(?:{SAID_MONTH})\b{NO_MONTH})" + COUNTED + YEAR,
        _part,
    ),
)
