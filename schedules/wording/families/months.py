"""Months and thirds of a month: Tháng 01/2024 · tháng 9, 10/2023 · T10/2023 · T10: · cuối tháng 5 · cuối T5."""

from __future__ import annotations

import re

from schedules.plan import FIRST_MONTH
from schedules.wording.families.shapes import (
    COUNTED,
    LIST_SIGNS,
    RATED,
    SPAN_SIGNS,
    YEAR,
    counts_people,
    is_run,
    members,
    numbers,
    owned,
    year_of,
)
from schedules.wording.piece import PARTS, Grain, Kind, Moment, Need, Part, Piece, recogniser

MONTHS = 12
THIRDS = PARTS | {"thuong": Part.START, "trung": Part.MIDDLE, "ha": Part.END}
"""The thirds of a month by all their names: “thượng tuần”, “trung tuần”, “hạ tuần”."""

OWNERS = re.compile(
    r"\b(?:theo|ke hoach|bao cao|luong|chu de|chu diem|thuc don|lich|so lieu|thi dua|ket qua|chuyen mon|cong tac"
    r"|hoc phi|kinh phi|du toan|tien an|chung tu|trong tam)(?: cua)? $"
)
"""Nouns a bare month merely names: “báo cáo tháng 9” is due some other day."""

OWNER_WINDOW = 20
NAMED = ("moi ", "hang ", "cach mang ", "khoi nghia ", "so khai ", "ram ")
"""Words before a month that make a rate, a lunar day or the name of an event of it: “Cách mạng Tháng 8”."""

BEHIND_NUMBER = re.compile(r"(?<!\blan )(?<!\bdot )(?<!\bvong )(?<!\bluot )\d $")
WEEKDAYS = range(1, 8)
"""“T2” is a Monday, “T1” the first lesson."""

HEADING_REACH = 8
OPENS, CLOSES = re.compile(r"(?:\A|[|;(\n]|\. )[ \-+*•·]*$"), re.compile(r" ?(?:[:|)]|\Z)")
PARTING = ("|", ";", ":", "(", ")", ".")
SPANNED = re.compile(SPAN_SIGNS)
VOTED = re.compile(
    r" (?:nguoi|phieu|y kien|dai bieu|thanh vien|phu huynh|giao vien|gv) (?:tan thanh|dong y|nhat tri|thuan)\b"
)
EACH = re.compile(r"(?:thang ?)?(\d+)")


def _month(match: re.Match[str]) -> Piece | None:
    """Tháng 01/2024 | Thang 10-2021 | tháng 7 năm 2022; “mỗi tháng 1 chủ đề” is no January."""
    before = match.string[max(0, match.start() - OWNER_WINDOW) : match.start()]
    year = year_of(match)
    if BEHIND_NUMBER.search(before) or before.endswith(NAMED) or counts_people(match, match.end("month")):
        return None
    moment = Moment(Grain.MONTH, 0, int(match["month"]), year)
    need = Need.WHOLE if OWNERS.search(before) else Need.NOTHING
    return Piece(*match.span(), Kind.TIME, "months.one", moment, need=need)


def _span(match: re.Match[str]) -> Piece | list[Piece] | None:
    """Tháng 9, 10/2023 | tháng 9-12 | tháng 9 đến tháng 11 năm 2023: from the first to the last."""
    months = numbers(match["months"])
    if match.re.groups > 1 and match.groupdict().get("short") and VOTED.match(match.string, match.end()):
        return None  # “trong tháng 3, 12/17 người tán thành”: so many of all
    order = [month if month >= FIRST_MONTH else month + MONTHS for month in months]
    if max(months) > MONTHS or (order != sorted(set(order)) and months != sorted(set(months))):
        return None
    first, last, year = months[0], months[-1], year_of(match)
    if SPANNED.search(match["months"]) is None and not is_run(order) and not is_run(months):
        return _apart(match, year)
    year_before = year - 1 if year and first > last else year
    moments = Moment(Grain.MONTH, 0, first, year_before), Moment(Grain.MONTH, 0, last, year)
    return Piece(*match.span(), Kind.TIME, "months.span", *moments)


def _apart(match: re.Match[str], year: int | None) -> list[Piece]:
    """Tháng 11 và tháng 3: months that do not follow each other, each a time of its own."""
    spots = list(EACH.finditer(match["months"]))
    months = [int(spot[1]) for spot in spots]
    return [
        Piece(*place, Kind.TIME, "months.apart", Moment(Grain.MONTH, 0, month, year and year - (month > months[-1])))
        for place, month in zip(members(spots, *match.span(), match.start("months")), months, strict=True)
    ]


def _bare(match: re.Match[str]) -> Piece | None:
    """10/2023 in a column of times or behind an opener."""
    month = int(match["month"])
    if not 1 <= month <= MONTHS:
        return None
    moment = Moment(Grain.MONTH, 0, month, int(match["year"]))
    return Piece(*match.span(), Kind.TIME, "months.bare", moment, need=Need.WHOLE)


def _bare_span(match: re.Match[str]) -> Piece | list[Piece] | None:
    """9-12/2023, or 02, 03/2025, in a column of times: months of one year."""
    if match["months"]:
        return _bare_list(match)
    first, last, year = int(match["first"]), int(match["last"]), int(match["year"])
    if not 1 <= first < last <= MONTHS or owned(match):
        return None
    moments = Moment(Grain.MONTH, 0, first, year), Moment(Grain.MONTH, 0, last, year)
    return Piece(*match.span(), Kind.TIME, "months.bare_span", *moments, need=Need.WHOLE)


def _part(match: re.Match[str]) -> Piece | None:
    """Đầu tháng 9 | giữa tháng 10/2023 | trung tuần tháng 11 | nửa cuối tháng 5."""
    month = int(match["month"]) if match["month"] else None
    name = "half" if match["half"] else ""
    if name and THIRDS[match["part"]] == Part.MIDDLE:
        return None
    moment = Moment(Grain.MONTH, 0, month, year_of(match) if month else None, THIRDS[match["part"]], name)
    return Piece(*match.span(), Kind.TIME, "months.part", moment)


def _shared_part(match: re.Match[str]) -> Piece:
    """Cuối các tháng 9, 12, 3: the part of each month named behind it."""
    return Piece(*match.span(), Kind.TIME, "months.part", Moment(Grain.MONTH, part=THIRDS[match["part"]]))


def _bare_list(match: re.Match[str]) -> Piece | list[Piece] | None:
    """02, 03/2025 in a column of times: months that share a year."""
    if owned(match) or (pieces := _span(match)) is None:
        return None
    several = pieces if isinstance(pieces, list) else [pieces]
    return [piece._replace(rule="months.bare_span", need=Need.WHOLE) for piece in several]


def _abbreviated(match: re.Match[str]) -> Piece | None:
    """T10/2023."""
    moment = Moment(Grain.MONTH, 0, int(match["month"]), int(match["year"]))
    return Piece(*match.span(), Kind.TIME, "months.one", moment)


def _short(match: re.Match[str]) -> Piece | None:
    """T10: … | Thg 11 as a cell | trong T9; T2–T7 are days of the week."""
    moment = Moment(Grain.MONTH, 0, int(match["month"]))
    need = Need.NOTHING if _is_heading(match) else Need.OPENER
    return Piece(*match.span(), Kind.TIME, "months.short", moment, need=need)


def _short_span(match: re.Match[str]) -> Piece | list[Piece] | None:
    """T9-T10: … | T11, T12 as a cell."""
    values = numbers(match["months"])
    if all(value in WEEKDAYS for value in values) and "0" not in match["months"]:
        return None
    return _span(match) if _is_heading(match) else None


def _is_heading(match: re.Match[str]) -> bool:
    """Whether a short month opens an item and its colon follows, or is a cell of its own."""
    start = match.start()
    opens = OPENS.search(match.string, max(0, start - HEADING_REACH), start)
    closes = CLOSES.match(match.string, match.end()) if opens else None
    return opens is not None and closes is not None and (opens[0].startswith(PARTING) or closes[0].endswith(PARTING))


def _whole(match: re.Match[str]) -> Piece | None:
    """Cả tháng | trong tháng, as a whole cell in the row of a month."""
    return Piece(*match.span(), Kind.TIME, "months.whole", Moment(Grain.MONTH), need=Need.WHOLE)


MONTH = r"(?P<month>\d{1,2})(?!\d)"
SHORT, SHORT_HEADS = r"t(?:hg?)?\.? ?", "t# t th# th thg# thg"
SHORT_MONTH = r"(?:0[1-9]|1[0-2]|[89])(?!\d)"
MONTHS_FAMILY = (
    recogniser("months.one", "thang# thang@", r"thang ?(?:thu )?" + MONTH + RATED + YEAR, _month),
    recogniser("months.whole", "ca@ trong@ suot@", r"(?:ca|trong|suot) (?:ca )?thang(?= ?(?:\Z|[.;,:)|]))", _whole),
    recogniser("months.abbreviated", SHORT_HEADS, SHORT + MONTH + r" ?[/-] ?(?P<year>20\d\d)(?!\d)", _abbreviated),
    recogniser(
        "months.abbreviated_span",
        "t#",
        rf"t\.?(?P<months>\d{{1,2}} ?{SPAN_SIGNS} ?t?\.?\d{{1,2}}) ?/ ?(?P<year>20\d\d)(?!\d)",
        _span,
    ),
    recogniser("months.short", SHORT_HEADS, rf"{SHORT}(?P<month>{SHORT_MONTH})(?! ?[/.,\-] ?\d)" + COUNTED, _short),
    recogniser(
        "months.short_span",
        "t# t",
        rf"t\.? ?(?P<months>\d{{1,2}} ?(?:{SPAN_SIGNS}|{LIST_SIGNS}) ?t?\.? ?\d{{1,2}})(?![\d/])",
        _short_span,
    ),
    recogniser(
        "months.span",
        "thang#",
        rf"thang ?(?P<months>\d{{1,2}}(?: ?(?:{SPAN_SIGNS}|{LIST_SIGNS}) ?(?:thang ?)?\d{{1,2}}(?!\d)){{1,11}})"
        + RATED
        + YEAR,
        _span,
    ),
    recogniser("months.bare", "0", MONTH + r" ?[/\-] ?(?P<year>20\d\d)(?!\d| ?/ ?\d)", _bare),
    recogniser(
        "months.bare_span",
        "0",
        r"(?:(?P<first>\d{1,2}) ?- ?(?P<last>\d{1,2})"
        rf"|(?P<months>\d{{1,2}}(?: ?{LIST_SIGNS} ?\d{{1,2}}){{1,5}})) ?/ ?(?P<year>20\d\d)(?!\d)",
        _bare_span,
    ),
    recogniser(
        "months.part_shared", "dau@ giua@ cuoi@", r"(?P<part>dau|giua|cuoi)(?= (?:cua )?cac thang \d)", _shared_part
    ),
    recogniser(
        "months.part",
        "dau@ giua@ cuoi@ thuong@ trung@ ha@ nua@",
        r"(?P<half>nua )?(?P<part>dau|giua|cuoi|(?:thuong|trung|ha)(?= tuan))(?: tuan)?(?: cua)? "
        r"(?:thang(?! thu)(?: (?=\d))?|t\.? ?(?=\d))(?:" + MONTH + RATED + YEAR + r")?(?! ?(?:\d|nay|sau|truoc))",
        _part,
    ),
)
