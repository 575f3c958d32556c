"""Times a text tells of instead of setting: what was done, signed, counted, or is over."""

from __future__ import annotations

import re

from schedules.wording.context import Context
from schedules.wording.guards.before.bans import banned_from, held_until
from schedules.wording.guards.before.clue import HABIT, words_before
from schedules.wording.guards.before.clues import is_clued
from schedules.wording.guards.before.scopes import RANKED
from schedules.wording.guards.before.turned import is_told_first
from schedules.wording.guards.bygone.old_years import is_of_old_year, is_programme
from schedules.wording.guards.bygone.over import OPENS, is_count, is_horizon, is_long_past, is_over, lies_ahead
from schedules.wording.guards.conceded import is_conceded, is_not_awaited
from schedules.wording.guards.conditions import is_condition
from schedules.wording.guards.figures import is_figure
from schedules.wording.guards.genres import is_of_genre
from schedules.wording.guards.known import is_known, is_signed
from schedules.wording.guards.ordinary import is_custom
from schedules.wording.guards.results import is_of_results
from schedules.wording.guards.said import is_said
from schedules.wording.guards.shortfalls import is_shortfall
from schedules.wording.guards.surroundings import is_of_surroundings
from schedules.wording.guards.undone import is_undone
from schedules.wording.guards.undone_later import is_undone_later
from schedules.wording.piece import BOUNDED, UNBOUND, YEARS, Grain, Limit, Piece
from schedules.wording.reading import Reading
from schedules.wording.refining.moved import gives_way, is_former

WINDOW = 90
TELLING = 50
REACH = 20
WEEKS = {Grain.WEEK, Grain.SCHOOL_WEEK}
RANKED_IN = WEEKS | {Grain.MONTH}
VISION = re.compile(r",? (?:va )?(?:tam nhin|dinh huong)\b")
BACKWARD = r" ?(?:(?:tro )?(?:ve truoc|tro xuong)|(?:cho )?(?:den|toi) nay)\b"
DATED_REMARK = re.compile(r" ?\([^()\n]{0,80}\b(?:ngay|thang|tuan) \d[^()\n]{0,20}\)")
"""A remark on another time: “từ 19/11 đến 21/11 (khảo sát sơ bộ đã xong ngày 8/10)”."""

DONE_AFTER = re.compile(
    r"(?:,| \()?(?:(?<=\()| )(?!(?:cho|cua|theo|voi|doi|de|nham|tai|gom|nhu|dung)\b)"
    r"(?:(?!(?:ban|file|nop|gui|cong|niem|hoan|khi|vi|so|dung|mang|kem|nhap)\b)[a-z]{1,8},? ){0,5}da (?!phai\b)"
    r"(?P<what>(?:dat|duoc|hoan thanh|to chuc|thuc hien|trien khai|co mat|tham gia|ky"
    r"|dien ra|khen|du gio|kiem tra|nop|trao|cap|nhan|tiep nhan|tuyen|bo nhiem|hop|sua|mua|lap|bau|len|xem"
    r"|co van ban|ban giao|tro thanh|thuc su)\b)?"
)
"""“Đã” tells of the past; without accents “da” may be another word, and what follows it decides."""

LESSON = re.compile(
    r" ?: ?bai \d{1,3}(?= ?(?:[,;.\-]|\Z))"
    r"| \(?(?:theo )?(?:ppct|phan phoi chuong trinh)\b"
    r"| ?[,;|\-] ?(?:tiet(?: ppct)?:? ?\d{1,3} ?(?:/ ?\d|[,;|\-]+ ?bai\b|: ?[a-z])|bai \d{1,3}\b|tiet ppct\b)"
)
"""“Tuần 11 - Tiết 21 - Bài 12”: the week of a lesson."""

STOCK = (
    r",? (?:(?!(?:moi|bo|xay|mua|trang|sua|lap|tuyen|bao|dam|phai|se|can|hoan|bo|sap|dau|phan) )"
    r"[a-z]{1,8} ){0,6}(?:co|gom|thieu|du) (?:\d{1,4}|tong so) "
    r"(?:(?:hoc sinh|hs|giao vien|gv|em|nguoi)(?! (?:du thi|tham gia|tham du|se|dang ky)\b)"
    r"|lop|can bo|cb|dang vien|phong"
    r"|(?:buoi|luot|lan|ca) (?:vang|nghi|muon|di muon|vi pham)"
    r"|luot (?:giao vien|gv|hoc sinh|hs|nguoi|phu huynh|em)|tre|chau|ho\b|doan vien|hoi vien|thanh vien|nhom)"
)
DEFINED = (
    r",? (?:duoc chon )?la (?:ngay )?(?:le |hoi )?(?:tet (?!tra)|ky niem|quoc te|quoc khanh|thanh lap|truyen thong"
    r"|sinh nhat|gio |mat |nha giao|giai phong|the gioi|phu nu|toan dan|ram |quan doi|hien chuong|phap luat)"
    r"|,? (?:lai|dang) (?:ve|sang|gan ke)\b(?! (?:truong|lop))"
    r"|,? (?:co|gom) \d+ (?:tuan|ngay(?! (?:hoi|le|nghi|thi|hop)\b))\b"
    r"|,? (?:[a-z]{1,9} ){0,3}?khong (?:phai (?:la )?(?:ngay|han|lich|dip|luc))\b(?! \d)"
    r"|,? (?:(?:nay )?(?:la|thi) )?(?:vua |vua du )?tron \d+ (?:nam|tuoi)\b"
    r"|,? la ngay (?:xuan|ha|thu|dong) (?:phan|chi)\b"
    r"| ?[-–:] ?thang (?=[a-z])(?!thang|nay|sau|truoc)[a-z, ]{3,40}(?=\Z|[\n|.;])"
    r"|,? la (?:mot )?(?:ngay le|dip le|ngay hoi|le hoi) (?:cua|lon|truyen thong)\b"
    r"|,? (?:lanh|nong|ret|mua|nang) (?:lam|qua|nhieu|that|kinh)\b"
    r"|,? la (?:dot|chang|tran|buoi|tuan|ngay) (?:[a-z]{1,9} ){1,5}nhat\b|,? la dip (?:de|ca|moi|thay|nha)\b"
    r"|,? la (?:thang|mua|giai doan|khoang thoi gian|thoi (?:diem|gian)) (?!cuoi|chot|nop|dang k[yi]|han|thi|to chuc)"
    r"|,? (?:(?:thi|se) ){0,2}khong (?:duoc )?(?:xep loai|xet|cong nhan|binh xet|khen)\b"
    r"|,? (?:troi|thoi tiet) (?:mua|nang|ret|lanh|nom|am|nong|hanh|oi)\b(?! thi\b)"
    r"|,? duoc (?:[a-z]{1,9} ){0,6}?(?:quyet dinh|quy dinh (?:tai|trong|boi)|(?:lay|chon) la\b"
    r"|lay lam|chon lam|cong nhan la|an dinh)\b"
)
"""What a day or month is by custom: “ngày 15/8 hằng năm là ngày Tết Trung thu”, “Tháng 3 là tháng cao điểm …”,
“Tháng 3 – Tháng Thanh niên”."""

AMOUNT = (
    r" ?: ?\d{1,3} (?:ngay|bua|suat|tiet|buoi|em|tre|hs) ?x ?\d"
    r"|\)? ?(?::| la) \d[\d.,]* ?(?:(?:(?:phan|suat|giai) [^;\n]{0,40}\d(?:dong|d|k)|dong|d|trieu|t[yi]|nghin"
    r"|hoc sinh|hs|em|lop|nguoi|luot|diem|kg|kwh|m3|mm|cm|lit|ca|usd|vnd)\b|%(?! [a-z]))"
)
MONEY = r"\d[\d.,]* ?(?:dong|d|k|nghin|ngan|trieu|vnd)\b"
BILL = re.compile(
    r"(?:\A|[.;\n|] ?)\W*(?:phieu (?:thu|chi|bao)|hoa don|bien lai|giay bao|bang ke|(?:cac |nhung )?khoan"
    r"|thu chi|quy (?:lop|hoi|phu huynh)|chi phi|kinh phi|muc (?:thu|dong)|hoc phi|tien)\b[^.;:\n]{0,50}$"
)
BILLED = re.compile(rf" ?[:,] ?(?:[^;\n]{{0,60}}?{MONEY}|chi so (?:cu|moi|\d))")
PRICED = re.compile(
    r" ?: ?(?:chi )?(?:tien|hoc phi|ban tru|(?:hoc|an) ban tru|an (?:sang|trua)|nuoc uong|dien|bao hiem|gui xe)\b"
    rf"[^:;\n]{{0,50}}?{MONEY}"
)
"""What was paid for a month: “Phiếu thu tháng 10/2025: …đ”, “Tháng 01: tiền ăn 20 ngày x 25.000đ”."""

GRADED = r" ?: ?(?:rat |chua )?(?:tot|kha|trung binh|dat|yeu|kem|xuat sac)(?= ?(?:\Z|[.;,\n]))"
"""How it was in a week: “Vệ sinh tuần 10: tốt”."""

USUAL = re.compile(
    r",?(?: (?!(?:vi|do|boi|binh)\b)[a-z]{1,8}){0,5} "
    + HABIT
    + r" (?!xuyen|k[yi]\b|nien|truc|tru|vu|phuc|huyen|le\b|quy\b)"
)
"""What a time of the year is like: “Tháng 11 thường có mưa lớn”."""

SO_FAR = r",? moi (?:(?:dat|duoc|chi co|chi dat) \d|co \d+ ?/ ?\d)"
"""“Đến hết học kỳ I mới đạt 40%”."""

TELLS, FALLEN_SHORT = re.compile(f"{DEFINED}|{BACKWARD}|{STOCK}|{AMOUNT}|{GRADED}"), re.compile(SO_FAR)
"""What makes a fact of any time before it."""

PRINTED = re.compile(
    r"[;,.] ?(?:ngay )?(?:chinh sua|sua (?:bai|xong)|phan bien|duyet dang|chap nhan dang)\b[^:\d\n]{0,20}:"
)
"""The days of an article: “Ngày nhận bài: 03/4; ngày chỉnh sửa: …”."""

PUNISHED = re.compile(r",? (?:(?:se |deu )?bi|khong duoc|khong nhan|coi nhu|xem nhu)\b")
"""What comes of being late: “nộp sau ngày 20/3 bị trừ điểm”."""

LASTS = re.compile(r" \d{1,2} (?:tuan|thang|ngay)\b|:? ?\d{1,2} ?(?:h|g|gio|:\d)")
"""How long a break is, or its hours: “giáo viên nghỉ hè 8 tuần”, “mùa hè 7h00, mùa đông 7h15”."""

SHARE = re.compile(
    r" (?:dat|la|chiem|bang|tang|giam|con) (?:khoang |hon |gan )?\d[\d.,]* ?%"
    r"| khong (?:tang|giam|thay doi|doi)\b|(?: chi)? (?:tang|giam)(?: them| len| xuong| con)? (?:khoang |hon |gan )?\d"
    r"|(?: (?:cua|o|khoi|lop|to)(?: [a-z0-9]{1,8}){1,7})? ?: ?\d{1,3}(?:[.,]\d{1,2})? ?%(?= ?(?:[,;.)]|\Z|\n))"
    r"|: ?\d[\d.,]*(?:; ?(?:thang|quy|hoc ky|tuan) ?(?:\d|[iv])|\)|(?= ?(?:\Z|\n)))"
)
"""“Chuyên cần tháng 10 đạt 97,9%” tells; “hết học kỳ I đạt 60% kế hoạch” sets."""

TOTAL = re.compile(r",? (?:tong so|so luong|si so|quy mo)\b[^.;:\n]{0,40}?(?: la| co| dat|:)(?: khoang| hon| gan)? ?\d")
"""Sums as of a time: “Đầu năm học tổng số giáo viên là 60 người”."""

REACHED_SHARE = re.compile(
    r", (?:ket qua|toan truong|tong so)\b[^.;\n]{0,80}? (?:nhu sau|dat|co) ?:?|"
    r", (?:[a-z0-9]{1,8} ){1,6}?(?:co|dat) (?:khoang |hon |gan )?\d[\d.,]* ?(?:% ?)?(?:hoc sinh|hs|tre|em|giai)\b"
)
"""What was reached when a term ended: “Kết thúc học kỳ I, toàn trường có 95% học sinh hoàn thành”."""

CAUSE, HENCE = (
    re.compile(r"(?:\A|[.;:\n(] ?)\W*(?:do|vi|boi vi|boi)(?! (?:do|vay|the|sao|ly)\b)(?: [a-z0-9]{1,8}){0,9} $"),
    re.compile(
        r"[^.;\n]{0,120}? nen\b(?! (?:nep|tang|mong)\b)"
        r"|,?(?: lai)? (?:roi|trung|nham)(?: vao| voi| dung)? [^.;,\n]{2,40}, [a-z]"
    ),
)
"""A cause and what comes of it: “Do ngày 30/4 trùng vào Chủ nhật nên nghỉ bù ngày 02/5”."""

CAUSE_REACH = 72
REACHED = re.compile(r"(?:tinh )?(?:den|toi)\b")
RULES = re.compile(
    r",? (?:muc |bac |he so )?(?:luong|phu cap|hoc phi|nghi dinh|luat|thong tu|gia(?! niem yet)"
    r"|thoi gian lam viec|dinh muc"
    r"|che do)\b(?![^.;\n]{0,40} (?:giu nguyen|khong (?:thay )?doi)\b)"
)
"""What is in force from a day on: “Từ 01/7/2024 lương cơ sở tăng lên …”."""


def is_told(piece: Piece, reading: Reading, context: Context) -> bool:
    """Whether a time is told of: by what follows it, by its distance, by what stands before it."""
    text, goes_on = reading.folded, piece.end < reading.body[1]
    if is_former(piece, text) or is_custom(piece, text) or is_long_past(piece, context):
        return True
    if goes_on and (gives_way(piece, text) or is_told_behind(piece, reading, context) or is_conceded(piece, text)):
        return True
    if is_of_old_year(piece, text, context) or is_programme(piece, context) or is_over(piece, reading, context):
        return True
    if goes_on and (is_said(piece, reading, ahead=lies_ahead(piece, context)) or _is_left_open(piece, text)):
        return True
    if is_not_awaited(piece, reading) or is_figure(piece, reading):
        return True
    if is_known(piece, reading, context) or is_shortfall(piece, text) or is_of_genre(piece, text):
        return True
    if is_of_surroundings(piece, text) or is_of_results(piece, text) or is_undone(piece, reading):
        return True
    start, before = words_before(text, piece.start, WINDOW)
    if is_horizon(piece, before, context) or (goes_on and is_told_first(piece, text)):
        return True
    if is_clued(piece, before, start, reading) or is_count(piece, text, context) or is_signed(piece, reading, context):
        return True
    held = held_until(piece, text)
    return held is not piece and banned_from(held, before) is not None


def _is_left_open(piece: Piece, text: str) -> bool:
    """Whether what stands behind a time makes it a cause, a condition, or what came to nothing."""
    if (piece.limit in UNBOUND and _is_cause(piece, text)) or is_condition(piece, text):
        return True
    return is_undone_later(piece, text)


def _is_cause(piece: Piece, text: str) -> bool:
    """Whether a time only says why something else is set: what comes of it stands behind “nên”."""
    if CAUSE.search(text, max(0, piece.start - CAUSE_REACH), piece.start) is None:
        return False
    return HENCE.match(text, piece.end) is not None


def _is_sum(piece: Piece, text: str) -> bool:
    """Whether what follows gives a sum or a share as of the time."""
    if piece.limit == Limit.NONE:
        return SHARE.match(text, piece.end) is not None or TOTAL.match(text, piece.end) is not None
    return text.startswith("ket thuc", piece.start) and REACHED_SHARE.match(text, piece.end) is not None


def _is_billed(piece: Piece, text: str) -> bool:
    """Whether a month or a week is that of a bill, its sums behind it."""
    if piece.limit != Limit.NONE or piece.first is None or piece.first.grain not in RANKED_IN:
        return False
    if BILLED.match(text, piece.end) is None:
        return False
    return PRICED.match(text, piece.end) is not None or (
        BILL.search(text, max(0, piece.start - WINDOW), piece.start) is not None
    )


def banned_since(piece: Piece, text: str) -> int | None:
    """Return where the ban begins that a time ends: what stands between sets no work either."""
    start, before = words_before(text, piece.start, WINDOW)
    at = banned_from(held_until(piece, text), before)
    return None if at is None else start + at


def _is_rule_of(piece: Piece, text: str) -> bool:
    """Whether what follows says what comes of being late, or how long a break is."""
    if piece.limit == Limit.AFTER:
        return PUNISHED.match(text, piece.end) is not None
    if piece.first is None or piece.first.grain != Grain.SUMMER:
        return False
    return piece.hour is not None or LASTS.match(text, piece.end) is not None


def _is_usual(piece: Piece, reading: Reading) -> bool:
    """Whether “thường” says what the time is like; “thưởng” and “thượng” look like it without accents."""
    text = reading.folded
    if " thuong " not in text[piece.end : piece.end + TELLING] or (usual := USUAL.match(text, piece.end)) is None:
        return False
    written = reading.accented[usual.end() - len("thuong ") : usual.end()].lower().strip()
    return written in {"thường", "thuong"}


def _is_lesson_or_rank(piece: Piece, text: str) -> bool:
    """Whether a week is that of a lesson, or a week or month that of the marks of classes."""
    if piece.first and piece.first.grain in WEEKS and LESSON.match(text, piece.end):
        return True
    return piece.limit == Limit.NONE and RANKED.match(text, piece.end) is not None


def is_told_behind(piece: Piece, reading: Reading, context: Context) -> bool:
    """Whether what follows is told as done: “Ngày 26/9 trường đã tổ chức …”, “từ năm 2020 trở về trước”."""
    text = reading.folded
    if piece.end >= reading.body[1]:
        return False
    if piece.first and piece.first.grain in RANKED_IN and _is_lesson_or_rank(piece, text):
        return True
    if _is_rule_of(piece, text) or _is_usual(piece, reading):
        return True
    if TELLS.match(text, piece.end) or PRINTED.match(text, piece.end):
        return True
    if _is_sum(piece, text) or _is_billed(piece, text):
        return True
    if piece.first and piece.first.grain in YEARS and VISION.match(text, piece.end):
        return True
    if piece.limit in BOUNDED and not REACHED.match(text, piece.start):
        return False
    if (
        FALLEN_SHORT.match(text, piece.end)
        or text.startswith((" vua qua", " vua roi"), piece.end)
        or (piece.limit == Limit.SINCE and RULES.match(text, piece.end))
    ):
        return True
    return _is_said_done(piece, reading, context)


def _is_said_done(piece: Piece, reading: Reading, context: Context) -> bool:
    """Whether “đã” behind a time tells of it, and not of another time in a remark, or of what was readied for it."""
    text = reading.folded
    opens = OPENS.search(text, max(0, piece.start - REACH), piece.start) is not None
    if text.startswith(", ", piece.end) and not opens and lies_ahead(piece, context):
        # “hoạt động lại từ 23/2, nhà cung cấp đã xác nhận”
        return False
    if "da " not in text[piece.end : piece.end + TELLING] or DATED_REMARK.match(text, piece.end):
        return False
    if not (said := DONE_AFTER.match(text, piece.end)):
        return False
    return said["what"] is not None or reading.accented[said.end() - 3 : said.end()].lower() == "đã "
