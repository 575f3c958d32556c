"""Counted terms: trong 05 ngày làm việc kể từ ngày … · sau 10 ngày kể từ … · 5 ngày trước ngày …."""

from __future__ import annotations

import re

from schedules.wording.families.shapes import owned
from schedules.wording.piece import Count, Kind, Piece, recogniser
from schedules.wording.words import number

LEAST = ("it nhat", "toi thieu")
"""How long a paper is to hang at least: its last day is no deadline."""

UNITS = r"(?P<unit>ngay lam viec|ngay|tuan|thang|nam)(?: lam viec)?"
SAID = "mot|hai(?: muoi)?|ba(?: muoi)?|bon|nam|bay|tam|chin|muoi(?: lam)?"
NUMBER = rf"(?P<number>\d{{1,3}}|(?:{SAID})\b)(?: ?\([a-z ]{{2,16}}\))?"
LEAD = (
    r"(?:(?:trong|vong|thoi han|thoi gian|toi da|khong qua|(?:cham|muon|tre) nhat|khong (?:muon|cham|tre) hon"
    r"|la|sau|it nhat|toi thieu|han) ){0,4}"
)
HEADS = (
    "trong vong thoi_han thoi_gian toi_da toi_thieu tối khong_qua khong_muon khong_cham khong_tre cham_nhat tre_nhat "
    "muon_nhat sau# it_nhat han truoc# 0 mot@ hai@ ba@ bon@ muoi@"
)


def _counted(match: re.Match[str], rule: str, *, back: bool = False) -> Piece:
    return Piece(*match.span(), Kind.COUNT, rule, term=Count(number(match["number"]) or 0, match["unit"], back))


def _forward(match: re.Match[str]) -> Piece:
    """Trong vòng 05 ngày làm việc kể từ (ngày X)."""
    return _counted(match, "counts.shown" if any(map(match[0].__contains__, LEAST)) else "counts.forward")


def _back(match: re.Match[str]) -> Piece:
    """Trước 05 ngày so với (ngày X) | chậm nhất 5 ngày trước (ngày X)."""
    return _counted(match, "counts.back", back=True)


def _tail(match: re.Match[str]) -> Piece:
    """(Trước ngày X) ít nhất 05 ngày."""
    return _counted(match, "counts.tail", back=True)


def _days(match: re.Match[str]) -> Piece | None:
    """Trong 2 ngày (24-25/6) | 02 ngày, 13 và 14/11/2025: how many days; “lớp 6 ngày 12/9 và 13/9” is none."""
    if not (match["inside"] or (match["parted"] and not owned(match))):
        return None
    return Piece(*match.span(), Kind.OPEN, "counts.days")


def _holiday(match: re.Match[str]) -> Piece:
    """1 ngày trước Tết và 4 ngày sau Tết: how a break is made up; its days stand beside it."""
    return Piece(*match.span(), Kind.OPEN, "counts.holiday")


def _weekend(match: re.Match[str]) -> Piece:
    """Hai ngày cuối tuần 21 và 22/3: days, no weeks."""
    return Piece(*match.span(), Kind.OPEN, "counts.weekend")


SEVERAL = r"(?:\d{1,2}(?: ?\([a-z]{2,8}\))?|hai|ba|bon)"
DASHED = r"\d{1,2}(?:-\d{1,2})? ?(?:-|den|toi)(?: het)? ?(?:ngay )?\d{1,2} ?[\-.] ?\d"
"""Days that need “ngày” before them: “trong 11 ngày, từ ngày 10 đến 20-6-2021”, “2 ngày, từ ngày 20-5 đến …”."""

HELD = r"(?:thi|coi thi|cham thi|kiem tra|khao sat|tap huan|hoi thi|hoi nghi|dai hoi)"
"""“Trong hai ngày thi 11 và 12/6”: what is held on them."""

ENDS = r"\d{1,2}(?: ?/ ?\d{1,2}(?: ?/ ?20\d\d)?)? ?(?:-|den|toi|,|;|va\b|&) ?(?:ngay )?\d{1,2}"

COUNTS = (
    recogniser(
        "counts.holiday",
        "0 mot@ hai@ ba@ bon@",
        rf"{SEVERAL} ngay (?:nghi )?(?:truoc|sau) tet(?: [a-z]{{2,8}}){{0,2}}"
        rf" va {SEVERAL} ngay (?:nghi )?(?:truoc|sau) tet",
        _holiday,
    ),
    recogniser(
        "counts.days",
        "0 trong hai@ ba@ bon@",
        rf"(?P<inside>trong )?(?:vong )?(?>{SEVERAL}) ngay(?>(?: lien(?: tiep| tuc)?| lam viec| {HELD})?)"
        rf"(?P<parted>(?:,| ?:)? ?\((?:gom |la )?|(?:,| ?:) |(?= tu ))? ?(?:la )?(?:tu )?"
        rf"(?:(?:cac )?ngay (?!{DASHED}))?(?=(?:ngay )?{ENDS})",
        _days,
    ),
    recogniser(
        "counts.weekend",
        "0 hai@",
        r"(?:hai|0?2) ngay (?:nghi )?cuoi tuan,? (?:(?:cac )?ngay |la )?(?=\d{1,2} ?(?:,|va|-|&) ?\d{1,2} ?/)",
        _weekend,
    ),
    recogniser(
        "counts.forward",
        HEADS,
        LEAD + NUMBER + " " + UNITS + r"(?:,? (?:ke tu(?: khi| sau)?|tinh tu|ke ca tu|sau)| tu)(?: khi)?\b",
        _forward,
    ),
    recogniser(
        "counts.back",
        HEADS,
        r"(?:truoc )?(?<!tre )(?<!muon )(?<!cham )(?<!som )"
        + LEAD
        + NUMBER
        + " "
        + UNITS
        + r",? (?:truoc(?: khi)?|so voi)\b",
        _back,
    ),
    recogniser(
        "counts.tail",
        "it_nhat toi_thieu tối 0 mot@ hai@ ba@ bon@ muoi@",
        r"(?:it nhat |toi thieu )?" + NUMBER + " " + UNITS + r"\b(?! (?:lan|ke|sau|tu|truoc|chap|gieng|am|\d))",
        _tail,
    ),
)
