"""Tables of particulars: lists of people with birth and degree, of rooms and classes with counts; nothing to do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.plan import Block
from schedules.planning.drafts import in_column
from schedules.planning.tables.columns import PEOPLE, TIMES, Role, header_role, is_of_the_past
from schedules.wording import Context, fold, when

PARTICULAR = re.compile(
    r"^\W*(?:trinh do|bang cap|van bang|chuyen mon dao tao|gioi tinh|dan toc|ton giao|que quan|noi sinh|tham nien|"
    r"he so|bac luong|ngach|tuoi|si so|nam (?:xay dung|su dung|dua vao|dat|cong nhan|tot nghiep|vao)|dien tich|"
    r"tinh trang|noi o|dia chi)\b"
)
PAID, COUNTED = re.compile(r"\b(?:don gia|thanh tien)\b"), re.compile(r"(?:dvt|don vi tinh|so luong|sl)\b")
TARGET = re.compile(
    r"^\W*(?:chi tieu|muc (?:phan dau|can dat)|ket qua (?:dat duoc|thuc hien)|ton tai|han che|"
    r"da (?:thuc hien|lam|dat))\b"
)
DONE_IN = re.compile(r"\b20\d\d\b")
ACTED_ON = re.compile(r"cong viec|giai phap|hoat dong|bien phap|viec can|nhiem vu|khac phuc|cai tien|minh chung")
SPEAKS_OF_WORK = TIMES | {Role.WORK}
MOSTLY, FEWEST = 0.75, 2


def are_costs(labels: Sequence[str]) -> bool:
    """Whether a header is over what is bought, counted and paid ("ĐVT", "Đơn giá", "Thành tiền"), by nobody named."""
    plain = [fold(label).strip() for label in labels]
    paid = any(PAID.search(label) for label in plain) and any(COUNTED.match(label) for label in plain)
    return paid and not any(header_role(label) in PEOPLE for label in labels)


def are_targets(labels: Sequence[str]) -> bool:
    """Whether a header is over what is reached or was: "Nội dung | Chỉ tiêu | Năm trước"; no time, nobody, no deed."""
    plain = [fold(label) for label in labels]
    said = [label for label in labels if not DONE_IN.search(label)]  # "Thực hiện 2024-2025"
    acted = any(header_role(label) in {*TIMES, *PEOPLE} for label in said) or any(map(ACTED_ON.search, plain))
    return len(labels) > 1 and any(map(TARGET.match, plain)) and not acted


def are_particulars(labels: Sequence[str]) -> bool:
    """Whether a header is over what people and things are: a birth or a degree among them, no work and no time."""
    told = any(is_of_the_past(label) or PARTICULAR.match(fold(label)) for label in labels)
    return told and not any(header_role(label) in SPEAKS_OF_WORK for label in labels)


def heads_particulars(rows: Sequence[Block]) -> bool:
    """Whether the first row of a table is such a header."""
    labels = [cell.text for cell in rows[0].cells] if rows else []
    return are_particulars(labels) or are_costs(labels) or are_targets(labels)


def are_past(times: Sequence[str], context: Context) -> bool:
    """Whether most times of a column name a year of their own that was over before the school year began."""
    years = _years(times, context)
    return bool(years) and sum(year < 0 for year in years) >= MOSTLY * len(years)


def are_long_past(times: Sequence[str], context: Context) -> bool:
    """Whether all times of a column were over before the school year, and one a year sooner: no slip of last year."""
    years = _years(times, context)
    return bool(years) and max(years) < 0 and min(years) < -1


def _years(times: Sequence[str], context: Context) -> list[int]:
    """Return how many years after the first of the school year each time lies; [] where there are too few."""
    said = [when(" ".join(text.split()), in_column(context)) for text in times]
    days = [due.day for due in said if due.day]
    if context.school_year is None or len(days) < FEWEST:
        return []
    return [day.year - context.school_year.first for day in days]
