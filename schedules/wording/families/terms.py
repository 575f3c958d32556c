"""Terms and summer: Học kỳ I · HKII · cuối học kỳ I · giữa kỳ 2 · học kỳ I, II · hè 2024."""

from __future__ import annotations

import re

from schedules.plan import Recurrence
from schedules.wording.piece import PARTS, Grain, Kind, Moment, Need, Part, Piece, recogniser
from schedules.wording.words import number

ITEM = r"(?:\d(?!\d)|iii\b|ii\b|i\b|ll\b|l\b|nhat\b|mot\b|hai\b)"
NAME = r"(?:hoc k[yi]|hk|k[yi](?= ?[12i]))"
BOTH = 2
EACH = re.compile(ITEM)


def _term(match: re.Match[str]) -> Piece | None:
    values = [number(item) or 0 for item in EACH.findall(match["terms"] or "")]
    part, half = PARTS.get(match["part"] or "", Part.WHOLE), "half" if match["half"] else ""
    if half and (part == Part.MIDDLE or len(values) > 1):
        return None
    if not values and not part:
        return None
    if len(match["name"]) == BOTH and match["name"] != "hk" and not part:
        return None
    first = Moment(Grain.TERM, values[0] if values else 0, part=part, name=half)
    last = Moment(Grain.TERM, values[-1]) if len(values) > 1 and not part else None
    every = Recurrence.TERMLY if len(values) > 1 and part else None
    need = Need.NOTHING if part and values else Need.WHOLE
    return Piece(*match.span(), Kind.TIME, "terms.one", first, last, need=need, every=every)


def _summer(match: re.Match[str]) -> Piece | None:
    year = int(match["year"]) if match["year"] else None
    part = PARTS.get(match["part"] or "", Part.WHOLE)
    need = Need.NOTHING if year else Need.WHOLE
    opened = bool(match["opener"])
    return Piece(
        *match.span(), Kind.TIME, "terms.summer", Moment(Grain.SUMMER, 0, None, year, part), need=need, opened=opened
    )


TERMS = (
    recogniser(
        "terms.one",
        "hoc@ hk ky# ky@ ki# ki@ hki hkii dau@ giua@ cuoi@ nua@",
        rf"(?:(?P<half>nua )?(?P<part>dau|giua|cuoi)(?: cua)? )?(?P<name>{NAME}) ?(?:thu )?"
        rf"(?P<terms>{ITEM}(?: ?(?:,|-|va|&|/(?=[ il])) ?(?:{NAME} ?)?{ITEM}){{0,1}})?(?![/.]\d)",
        _term,
    ),
    recogniser(
        "terms.summer",
        "he nghi@ dip@ mua@ ky@ dau@ giua@ cuoi@",
        r"(?:(?P<part>dau|giua|cuoi) )?(?P<opener>(?:dip |ky )?(?:nghi )|dip |mua )?he\b(?! (?:tu|bat dau) )"
        r"(?:,? ?(?:nam )?(?P<year>(?:19|20)\d\d)(?!\d))?",
        _summer,
    ),
)
