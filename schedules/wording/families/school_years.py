"""School years and calendar years: Năm học 2024-2025 · cuối năm học · đến năm 2025 · Năm 2021 đến năm 2023."""

from __future__ import annotations

import re

from schedules.wording.piece import PARTS, Grain, Kind, Limit, Moment, Need, Part, Piece, recogniser

PART = r"(?:(?P<part>dau|giua|cuoi)(?: cua)? )?"
CENTURY = 100
NOT_YEARS = "năm học phải gồm hai năm liền nhau"


def _school_year(match: re.Match[str]) -> Piece | None:
    """Năm học 2023-2024 | cuối năm học 2023-24 | NH 2023–2024."""
    first, second = int(match["first"]), int(match["second"])
    second += first // 100 * 100 if second < CENTURY else 0
    part = PARTS.get(match["part"] or "", Part.WHOLE)
    problem = "" if second == first + 1 else f"“{match['first']}-{match['second']}”: {NOT_YEARS}"
    moment = Moment(Grain.SCHOOL_YEAR, year=first, part=part)
    last = Moment(Grain.SCHOOL_YEAR, year=int(match["next"])) if match["next"] else None
    need = Need.NOTHING if part else Need.WHOLE
    return Piece(*match.span(), Kind.TIME, "years.school", moment, last, need=need, problem=problem)


def _this_school_year(match: re.Match[str]) -> Piece | None:
    """Đầu năm học | cuối năm học; a bare “năm học” only alone or in a column of times."""
    part = PARTS.get(match["part"] or "", Part.WHOLE)
    need = Need.NOTHING if part else Need.ALONE
    return Piece(*match.span(), Kind.TIME, "years.school", Moment(Grain.SCHOOL_YEAR, part=part), need=need)


def _pair(match: re.Match[str]) -> Piece | None:
    """2023-2024 | 2021-2025 alone in a column of times."""
    first, second = int(match["first"]), int(match["second"])
    if second <= first:
        return None
    if second == first + 1:
        moment = Moment(Grain.SCHOOL_YEAR, year=first)
        return Piece(*match.span(), Kind.TIME, "years.school", moment, need=Need.ALONE)
    moments = Moment(Grain.YEAR, year=first), Moment(Grain.YEAR, year=second)
    return Piece(*match.span(), Kind.TIME, "years.span", *moments, need=Need.ALONE)


def _year(match: re.Match[str]) -> Piece | None:
    """Năm 2023 | cuối năm 2024 | năm 2020 đến 2025; “năm 2023-2024” may mean a school year and is left."""
    part = PARTS.get(match["part"] or "", Part.WHOLE)
    first = Moment(Grain.YEAR, year=int(match["first"]), part=part)
    second = match["second"] or match["dashed"]
    if match["dashed"] and int(match["dashed"]) <= int(match["first"]) + 1:
        return None
    last = Moment(Grain.YEAR, year=int(second)) if second else None
    need = Need.NOTHING if part else Need.WHOLE
    return Piece(*match.span(), Kind.TIME, "years.calendar", first, last, need=need)


def _before_end(match: re.Match[str]) -> Piece:
    """Trước khi kết thúc năm học: by its last day."""
    return Piece(*match.span(), Kind.TIME, "years.before_end", Moment(Grain.SCHOOL_YEAR), limit=Limit.BY, opened=True)


YEARS = (
    recogniser(
        "years.before_end",
        "truoc_khi truoc_ket truoc_het truoc_be",
        r"truoc (?:khi )?(?:ket thuc|het|be giang) nam hoc(?: nay)?\b"
        r"(?! ?(?:\d(?!\d{0,2} (?:ngay|tuan|thang)\b)|sau|truoc|toi|tiep|cu))",
        _before_end,
    ),
    recogniser(
        "years.school",
        "nam_hoc cac_nam cac_nh cac_nien nh nien_khoa dau@ giua@ cuoi@",
        PART
        + r"(?:cac )?(?:nam hoc|nh|nien khoa)(?: moi)? ?[:\[(]? ?(?P<first>20\d\d) ?[-/] ?(?P<second>20\d\d|\d\d)(?!\d)"
        r"(?:(?:,|;| va) (?:nam hoc )?(?P<next>20\d\d) ?- ?20\d\d(?!\d))?",
        _school_year,
    ),
    recogniser(
        "years.this_school",
        "nam_hoc dau@ giua@ cuoi@",
        PART + r"nam hoc(?! ?\d{4})(?: nay)?\b(?! (?:sau|truoc|toi|tiep|qua|vua|moi|ke))",
        _this_school_year,
    ),
    recogniser("years.pair", "0", r"(?P<first>20\d\d) ?- ?(?P<second>20\d\d)(?!\d| ?-)", _pair),
    recogniser(
        "years.calendar",
        "nam# nam_tai nam_ngan nam_duong dau@ giua@ cuoi@",
        PART + r"nam (?:tai chinh |ngan sach |duong lich )?(?P<first>(?:19|20)\d\d)(?!\d| ?- ?\d{1,2}(?!\d))"
        r"(?:(?: (?:den|toi|va)(?: het)?|,) (?:nam )?(?P<second>20\d\d)(?!\d| ?- ?\d)"
        r"| ?- ?(?P<dashed>20\d\d)(?!\d| ?-))?",
        _year,
    ),
)
