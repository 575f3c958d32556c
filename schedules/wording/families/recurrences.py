"""How often: hằng năm · mỗi học kỳ · hằng tháng · cuối mỗi năm học · và các năm học tiếp theo · 1 lần/tháng."""

from __future__ import annotations

import re

from schedules.plan import Recurrence
from schedules.wording.families.shapes import YEAR, year_of
from schedules.wording.piece import PARTS, Grain, Kind, Limit, Moment, Need, Piece, heads_of, recogniser
from schedules.wording.words import number

EVERY = {
    "nam hoc": Recurrence.YEARLY,
    "nam": Recurrence.YEARLY,
    "hoc ky": Recurrence.TERMLY,
    "hoc ki": Recurrence.TERMLY,
    "hk": Recurrence.TERMLY,
    "ky": Recurrence.TERMLY,
    "ki": Recurrence.TERMLY,
    "quy": Recurrence.QUARTERLY,
    "thang": Recurrence.MONTHLY,
    "tuan": Recurrence.WEEKLY,
}
SEVERAL = re.compile(r"(?:[02-9]|\b\d\d|hai|ba|bon|sau|sxu) $")
PERIOD = r"(?P<period>nam hoc|nam(?! hoc)|hoc k[yi]|k[yi]|hk(?! ?[i\d])|quy|thang|tuan)\b"


def _every(match: re.Match[str]) -> Piece | None:
    return Piece(*match.span(), Kind.EVERY, "every.plain", every=EVERY[match["period"]])


def _once(match: re.Match[str]) -> Piece | None:
    """Tháng 1 lần, but not 3 tháng 1 lần."""
    return None if SEVERAL.search(match.string, max(0, match.start() - 5), match.start()) else _every(match)


def _part(match: re.Match[str]) -> Piece | None:
    """Cuối mỗi năm học | đầu hằng tháng; “tháng đầu mỗi quý” says only how often."""
    if match.string.endswith(("thang ", "tuan ", "ngay "), 0, match.start()):
        return _every(match)
    every = EVERY[match["period"]]
    moment = Moment(Grain.PERIOD, part=PARTS[match["part"]], name=match["period"])
    return Piece(*match.span(), Kind.TIME, "every.part", moment, every=every, need=Need.NOTHING)


def _quarter_day(match: re.Match[str]) -> Piece | None:
    """Ngày 20 của tháng cuối quý | ngày 5 tháng đầu mỗi quý | ngày 20 tháng cuối quý I/2026."""
    value, part = int(match["day"]) if match["day"] else -1, match["part"] or "cuoi"
    if match["quarter"]:
        month = (number(match["quarter"]) or 0) * 3 - (2 if part == "dau" else 0)
        return Piece(*match.span(), Kind.TIME, "every.quarter_day", Moment(Grain.DAY, value, month, year_of(match)))
    moment = Moment(Grain.PERIOD, value, part=PARTS[part], name="quy")
    return Piece(*match.span(), Kind.TIME, "every.quarter_day", moment, every=Recurrence.QUARTERLY)


def _follow(match: re.Match[str]) -> Piece | None:
    return Piece(*match.span(), Kind.FOLLOW, "every.follow", every=Recurrence.YEARLY)


def _onward(match: re.Match[str]) -> Piece | None:
    return Piece(*match.span(), Kind.FOLLOW, "every.onward", limit=Limit.SINCE)


RECURRENCES = (
    recogniser("every.onward", "tro@", r"tro (?:di|ve sau)\b", _onward),
    recogniser(
        "every.plain",
        heads_of("hang moi", "nam hoc ky ki hk quy thang tuan") + " dinh_ky dinh_ki",
        r"(?:dinh k[yi] )?(?:hang|moi) "
        r"(?!quy (?:phu huynh|vi|thay|co|ban|khach|ong|ba|dai bieu|cha me|cap|doc gia|cu|mao|mui|suu|ty"
        r"|dinh|che|hoach|trinh|mo|luat|uoc)\b)" + PERIOD + r"(?: (?:mot|1|01) lan)?"
        r"(?! ?(?:(?:hoc|day|co|gom|duoc) )?(?:mot|\d{1,3}|hai|ba) (?!nam|thang|lan))",
        _every,
    ),
    recogniser(
        "every.per",
        "0 mot",
        r"(?:0?1|mot) lan ?(?:/|tren|moi|trong) ?(?:1 |mot |moi )?" + PERIOD + r"(?! ?\d)",
        _every,
    ),
    recogniser("every.once", "thang# thang@ tuan# tuan@ quy# quy@ nam# nam@", PERIOD + r" (?:0?1|mot) lan\b", _once),
    recogniser("every.part", "dau@ giua@ cuoi@", r"(?P<part>dau|giua|cuoi)(?: cua)? (?:moi|hang) " + PERIOD, _part),
    recogniser(
        "every.quarter_day",
        "ngay# ngay@",
        r"ngay (?:cuoi(?: cung)?|(?P<day>\d{1,2})) (?:cua )?(?:thang (?P<part>dau|cuoi)(?: tien| cung)? )?(?:cua )?"
        r"(?:(?:moi|hang) )?quy\b(?: (?:sau|tiep theo|ke tiep|lien ke)| (?P<quarter>[1-4]|iv|i{1,3})\b" + YEAR + ")?",
        _quarter_day,
    ),
    recogniser(
        "every.follow",
        heads_of("va", "cac nhung hang moi") + " cac_nam nhung_nam",
        r"(?:va )?(?:cac|nhung) nam(?: hoc)?(?: hoc)? (?:tiep theo|tiep|sau|ke tiep|toi)\b"
        r"|va (?:hang|moi) nam(?: hoc)?\b",
        _follow,
    ),
)
