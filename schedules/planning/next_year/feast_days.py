"""The feast a work is for, by the words of its title, and its day in the old year and in the new one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from schedules.plan import SchoolYear
from schedules.planning.next_year.passage import Passage
from schedules.wording import fold

NOT_NEW_YEAR = "trung thu|thieu nhi|duong lich|doc lap|nguyen tieu"
SPRING = "hoi|mung|don|vui|cho|dau|chuc|khai|du|sac|tan"
MOVING = (
    ("trung_thu", 0, "Trung thu", re.compile(r"\btrung thu\b|\bram thang (?:8|tam)\b|\btrang ram\b|\bruoc den\b")),
    ("gio_to", 0, "Giỗ Tổ", re.compile(r"\bgio to\b")),
    ("tet", 14, "Rằm tháng Giêng", re.compile(r"\bram thang (?:gieng|1)\b|\bnguyen tieu\b")),
    (
        "tet",
        0,
        "Tết",
        re.compile(
            rf"\btet\b(?! (?:{NOT_NEW_YEAR}))|\b(?:{SPRING}) xuan\b|\b(?:tat nien|tan nien|giao thua|banh chung)\b"
        ),
    ),
)
"""Feasts of the moon: the day they are counted from, how many days later they are, their name, how titles say it."""

FIXED = (
    (20, 11, "Ngày Nhà giáo Việt Nam", r"nha giao viet nam|hien chuong nha giao|ngay nha giao"),
    (20, 10, "Ngày Phụ nữ Việt Nam", r"phu nu viet nam"),
    (8, 3, "Ngày Quốc tế Phụ nữ", r"quoc te phu nu"),
    (22, 12, "Ngày thành lập Quân đội", r"quan doi nhan dan|thanh lap quan doi|quoc phong toan dan"),
    (26, 3, "Ngày thành lập Đoàn", r"thanh lap doan"),
    (15, 5, "Ngày thành lập Đội", r"thanh lap doi"),
    (3, 2, "Ngày thành lập Đảng", r"thanh lap dang"),
    (19, 5, "Ngày sinh Bác Hồ", r"sinh nhat bac|ngay sinh (?:cua )?(?:chu tich|bac)|sinh nhat chu tich"),
    (30, 4, "Ngày Giải phóng miền Nam", r"giai phong mien nam|thong nhat dat nuoc"),
    (1, 5, "Ngày Quốc tế Lao động", r"quoc te lao dong"),
    (7, 5, "Ngày Chiến thắng Điện Biên Phủ", r"dien bien phu"),
    (1, 6, "Ngày Quốc tế Thiếu nhi", r"quoc te thieu nhi|tet thieu nhi"),
    (27, 7, "Ngày Thương binh - Liệt sĩ", r"thuong binh"),
    (2, 9, "Ngày Quốc khánh", r"quoc khanh"),
    (9, 1, "Ngày Học sinh, Sinh viên", r"ngay (?:truyen thong )?hoc sinh,? sinh vien"),
    (9, 11, "Ngày Pháp luật Việt Nam", r"ngay phap luat"),
    (10, 10, "Ngày Chuyển đổi số quốc gia", r"ngay chuyen doi so"),
    (21, 4, "Ngày Sách và Văn hóa đọc", r"ngay sach"),
    (1, 12, "Ngày Thế giới phòng, chống AIDS", r"ngay the gioi phong,? chong"),
    (5, 6, "Ngày Môi trường thế giới", r"moi truong the gioi"),
    (18, 11, "Ngày hội Đại đoàn kết", r"dai doan ket"),
    (25, 12, "Giáng sinh", r"giang sinh|noel"),
    (1, 1, "Tết Dương lịch", r"tet duong lich|nam moi duong lich"),
)
"""Feasts of a fixed day and month, their name, and how titles say it without the day."""

NAMES = tuple((day, month, name, re.compile(rf"\b(?:{said})\b")) for day, month, name, said in FIXED)
OPENING = re.compile(r"\bkhai giang\b")
DAY = re.compile(r"(?<![\d/.-])(\d{1,2}) ?[/.-] ?(\d{1,2})(?: ?[/.-] ?20\d\d)?(?![\d/.-])")
CELEBRATED = re.compile(r"\b(?:chao mung|ky niem|mung|nhan dip|dip|ngay le|le|ngay hoi)(?: [a-z]+){0,8} $")
"""What stands before a day that is not in the list, where it is an occasion and not a time of the work."""

SEASON, WEEKS_BEFORE = timedelta(days=35), timedelta(days=21)
"""A work further from a feast of the moon, or of a fixed day, is not moved with it."""


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast and its day in the old year and in the new; `moving` follows the moon."""

    name: str
    before: date
    after: date
    moving: bool = False


def feast_of(title: str, day: date, passage: Passage) -> Feast | None:
    """Return the feast the words of a work name nearest to its day, None where they name none that is near."""
    said = fold(title)
    named = (*_fixed(said, day, passage), *_moving(said, day, passage))
    near = [one for one in named if abs(day - one.before) <= (SEASON if one.moving else WEEKS_BEFORE)]
    return min(near, key=lambda one: (abs(day - one.before), one.moving), default=None)


def _moving(said: str, day: date, passage: Passage) -> Iterator[Feast]:
    for name, behind, words, pattern in MOVING:
        days = (passage.calendar.lunar(name, year) for year in (day.year, day.year + passage.years))
        before, after = (one + timedelta(days=behind) if one else None for one in days)
        if pattern.search(said) and before and after:
            yield Feast(words, before, after, moving=True)
            return


def _fixed(said: str, day: date, passage: Passage) -> Iterator[Feast]:
    if OPENING.search(said):
        year = SchoolYear.of(day)
        opening = passage.calendar.frame(year).opening
        yield Feast("Khai giảng", opening, passage.calendar.frame(SchoolYear(year.first + passage.years)).opening)
    for number, month, name in (*_named(said), *_dated(said)):
        before = _nearest(number, month, day)
        if before:
            yield Feast(name, before, before.replace(year=before.year + passage.years))


def _named(said: str) -> Iterator[tuple[int, int, str]]:
    yield from ((day, month, name) for day, month, name, pattern in NAMES if pattern.search(said))


def _dated(said: str) -> Iterator[tuple[int, int, str]]:
    """Yield the occasions a title names by their day: those everybody knows, others where they are celebrated."""
    known = {(day, month): name for day, month, name, _ in NAMES}
    for match in DAY.finditer(said):
        day, month = int(match[1]), int(match[2])
        if (day, month) in known or CELEBRATED.search(said[: match.start()]):
            yield day, month, known.get((day, month), f"Ngày {day}/{month}")


def _nearest(number: int, month: int, day: date) -> date | None:
    """Return the day of this number and month nearest to another; None for the 29th of February and impossible ones."""
    try:
        days = [date(year, month, number) for year in (day.year - 1, day.year, day.year + 1)]
    except ValueError:
        return None
    return min(days, key=lambda one: abs(one - day))
