"""How often something simply is so, no work ordered: opening hours, rates, prizes."""

from __future__ import annotations

import re

from schedules.plan import Recurrence
from schedules.wording.guards.before.clue import HABIT
from schedules.wording.guards.said import TALE
from schedules.wording.piece import Grain, Limit, Piece

BEFORE, BEHIND, REACH = 110, 60, 24
NOUNS = (
    r"tien (?:an|cong|hoc|dien|nuoc|gui xe|ban tru|luong)|hoc phi|(?:muc|bang|quy) luong|phu cap|so tien"
    r"|muc (?:thu|dong|chi|huong|ho tro)|hoc bong|tro cap|sinh hoat phi|thu nhap|chi phi|dong gop|nghi phep"
)
RATE = re.compile(rf"\b(?:{NOUNS})\b[^.;\n]{{0,40}}$")
WORK = (
    r"(?:thu|nop|cong khai|bao cao|quyet toan|doi chieu|chi|chi tra|tra|tong hop|kiem tra|thanh toan|cap|lap|theo doi"
    r"|ra soat|xet|nhan|nang|tinh|duyet|thong bao|to chuc|hop|niem yet|cong bo|dang tai|cap nhat|trinh|gui)\b"
)
ORDERED, LABELLED = re.compile(rf"\b{WORK}[^.;\n]{{0,40}}$"), re.compile(rf": {WORK}")
"""Work done with money: “Thu tiền ăn hằng tháng”, “Tiền ăn: niêm yết hằng tuần”."""

KNOWN = re.compile(
    r"\b(?:tro thanh|(?:day|do) la|la (?:mot (?:trong nhung )?|nhung |cac )?(?:hoat dong|cuoc thi|san choi|dip|su kien"
    r"|ngay hoi|chuong trinh|phong trao|giai thuong|truyen thong|net dep|thong le))\b[^.;\n]{0,70}$"
)
"""What something is known as: “đã trở thành sân chơi truyền thống hằng năm”, “Đây là hoạt động … hằng năm”."""

EACH_TIME = re.compile(
    r"(?:\A|[.;\n] ?)\W*(?:(?:(?:hang|moi) nam,? )?cu|(?:cu )?moi(?: (?:dip|khi|lan|do))?) (?:den |toi |vao |do )?$"
)
ALWAYS = re.compile(r"(?:hang|moi) nam,? cu (?:den|vao|do)\b")
"""“Mỗi dịp Tết đến, …”, “Cứ đến tháng 5, …”: what comes back each time, no bound."""

CUSTOM = re.compile(
    r"(?:\A|[.;\n] ?)\W*(?:(?:hang|moi) nam,? )?(?:cu (?:moi |vao |den |do )|truoc (?:day|kia),? )[^.;\n]*$"
)
"""How a sentence begins that tells what is done each time: “Cứ mỗi dịp đến Rằm …, người dân lại …”."""

USUALLY = re.compile(r"(?:\A|[.;\n] ?)\W*(?:theo (?:thong|thuong) le|thong thuong|thuong (?:thi|le)),? $")
AGAIN, REACH_AGAIN = (
    re.compile(r"[^.;:\n]{0,60} " + HABIT + r" (?!xuyen|k[yi]\b|nien|truc|vu)"),
    70,
)
"""“Theo thông lệ, khoảng giữa tháng 5 khối 9 thường …”: twice said to be usual."""

IS_SO = re.compile(r",? la (?:dip|ngay|mot|su kien|hoat dong|truyen thong|net)\b")
CHOSEN = re.compile(
    r"\b(?:lay|(?<!tu )chon)(?: lam)? $"
    r"|\bngay \d{1,2} ?/ ?\d{1,2} (?:(?:am|duong) lich )?(?:(?:hang|moi) nam,? )?la $"
    r"|(?:\A|[.;\n] ?)\W*(?:ngay|tet|le) (?:nha giao|hien chuong|quoc te|phu nu|phap luat|quoc khanh|quoc to|doanh nhan"
    r"|the gioi|toan dan|thieu nhi|trung thu|nguyen tieu|thay thuoc|gia dinh|bao chi)\b[^.;:\n]{0,90}"
    r" (?:duoc (?:to chuc|ky niem|an dinh)|dien ra|roi) (?:vao )?$"
)
"""“Lấy ngày 21/4 hằng năm là Ngày Sách”, “Ngày Nhà giáo Việt Nam được tổ chức hằng năm vào …”: a custom was set."""

REGULAR = re.compile(
    r"(?: [a-z]{1,8}){0,3} (?:se )?(?:bao gom|gom|keo dai|(?:duoc )?chia (?:lam|thanh)) (?:khoang )?(?:\d|hai\b|ba\b)"
)
"""What a stretch is made of: “Mỗi học kỳ chính sẽ bao gồm 02 đợt học”."""

DONE = re.compile(
    r"\b(?:duoc nghe|da (?:dat|to chuc|thuc hien|trien khai|tham gia|duy tri|dong hanh|tro thanh|dien ra|mang))\b"
    r"[^.;,:\n]*$"
)
ANYWHERE = re.compile(r" (?:o|cua|tren|trong)(?: ca| toan)? (?:viet nam|nuoc ta|the gioi|ca nuoc|nuoc|toan cau)\b")
"""What happens each year in the country: “số vụ cháy nổ hằng năm ở Việt Nam”."""

USUAL = ("binh quan ", "trung binh ", "nhu ", "khac ", "khac voi ", "so voi ", "hon ", "theo le ", "am lich ")
"""“Như mọi năm” compares; it repeats nothing."""

LATER = ("muon hon ", "som hon ", "lau hon ", "dai hon ")

MEASURED = re.compile(
    r",?:? ?(?:(?:la|bang|khoang|dong|nop|thu|chi|co|gom|duoc|them|ho tro|toi da|toi thieu|khong qua|se) ){0,3}"
    r"(?:\d[\d.,]*(?: \d{3})* ?(?:dong|d\b|k\b|nghin|ngan|trieu|%|tiet|suat)|(?:cac )?giai (?:thuong|nhat|nhi|ba)\b)"
    r"|,?(?: [a-z]{1,9}){1,5} (?:duoc|co quyen) (?:nghi|huong|tra)\b"
    r"|,?(?: [a-z]{1,9}){0,3} (?:toi da|khong (?:vuot )?qua) (?:\d|hai\b|ba\b)"
    r"|,?(?: [a-z]{1,9}){0,4} co (?:tu|khoang|hon|tren|gan) \d"
    r"|,?(?: [a-z]{1,9}){0,5} (?:khoang|chung|xap xi|gan|hon|tren|trung binh|het|ton) \d[\d.,]*"
    r" (?:trang|to|so dien|so nuoc|kwh|m3|khoi|lit|kg|tan|km|bua|ream|binh|usd)\b"
    r"|,?(?: [a-z]{1,9}){0,3} (?:thay|dung|su dung|tieu thu|ton|het|mat|hao|cho muon|phuc vu|don)(?: (?:toi|den))?"
    r" (?:khoang|chung|xap xi|gan|hon|tren) \d"
    r"|,?(?: [a-z]{1,9}){0,4} chi (?:co(?: mat)?|den|lam viec|ve|len lop|dung lop|day|hoc|duoc|lam)(?: [a-z]{1,8}){0,3}"
    r" (?:\d|mot\b|hai\b|ba\b|vai\b)"
)
HOURS = re.compile(
    r"\b(?:mo cua|mo (?:don|phuc vu|cho) (?:ba con|(?:nguoi|nhan) dan|khach|ban doc|cong dong)"
    r"|gio (?:lam viec|tiep|hanh chinh|mo|don|tra|hoc|vao|tan|an|ngu|ra choi)"
    r"|thoi gian (?:lam viec|tiep|mo|phuc vu|giao dich|nhan)"
    r"|(?:van phong|thu vien|bo phan|phong|trung tam|nha truong|bep an|bep|can tin|cang tin|be boi)\b[^.;\n]{0,20}"
    r" (?:lam viec|mo(?! (?:\w+ )?(?:rong|them|lop|khoa|dot|cuoc|hoi|chuyen|so)\b)|phuc vu"
    r"|tiep (?:nhan|cong dan|dan|khach)|hoat dong))\b"
    r"[^.;\n]{0,90}$"
)
HELD = re.compile(
    r"\bto chuc (?:gio|phong|thu vien)|, (?:(?:se|moi) )?(?:sinh hoat|hop|truc|tap|on|day|hoc|phat|doc|don|quet)\b"
    r"|, (?:doi|nhom|to|ban|sao|lop|khoi|thay|co|bao ve) (?:[a-z0-9]{1,6} ){1,3}?"
    r"(?:dung|truc|huong dan|phan luong|quet|don|giu|kiem|doc|tap|sinh hoat)\b"
    r"|\bmo cho (?:khoi|lop|to|nhom|doi|clb|cau lac bo) [a-z0-9]"
)
"""What is held in a room, or at an hour, that opens: “mở cửa lại, sinh hoạt vào 17 giờ thứ Sáu hằng tuần”.

So is what somebody does then, “Giờ tan học đông xe, đội cờ đỏ đứng phân luồng …”, and whose turn it is there.
"""

SERVED = re.compile(
    r", (?:(?:doi|nhom|to|ban|sao|lop|khoi|thay|co)(?: [a-z0-9]{1,6}){1,4}?|bao ve|thu thu|can bo thu vien)"
    r" (?:trong|truc|huong dan|quan ly|giu|don|quet|kiem|xep|phu trach)\b"
)
"""Who serves at the hours, told behind: “Mở cửa thư viện … hằng tuần, sao đỏ khối 5 trông sách”."""

PRICED = re.compile(r"\d ?(?:nghin |ngan |trieu )?(?:dong|d|k|vnd)(?: ?/ ?[a-z]{1,8})?,? $")
"""A price by the month: “tiền nước uống 10.000 đồng mỗi tháng”."""

SPENT = re.compile(
    r"\b(?:dung|su dung|tieu thu|ton|het|mat|hao|thu nhap|kiem|san xuat|ban)(?: [a-z]{1,8}){0,2}"
    r" (?:trung binh|binh quan|khoang|chung|gan|hon|tren) [\d.,]+(?: [a-z0-9]{1,8}){1,3} $"
)
"""What is used up in each: “đang dùng trung bình 210 khối mỗi tháng”."""

RUNS = re.compile(
    r"(?:\A|[.;\n] ?)\W*(?:cac |chuyen |tuyen )*(?:tau|xe (?:buyt|khach|do|lua)|pha|do ngang|may bay|ca no)\b"
    r"[^.;\n]{0,40} (?:chi )?(?:chay|cap ben|xuat ben|bay|ghe|di|ve|qua) (?:vao )?"
    r"(?:(?:thu|t) ?[a-z0-9]{1,3}(?:,| va) )*$"
)
"""What others run on its days: “Tàu ra đảo chỉ chạy thứ Ba và thứ Sáu hằng tuần”."""

PRESENT = re.compile(
    r"\b(?:co mat|chi (?:den|lam viec|ve|co|day|o))\b[^.;,:\n]{0,50} (?:\d|mot|hai|ba|bon) (?:ngay|buoi|lan|tiet) $"
)
"""How often somebody is there at all: “có mặt tại trường hai ngày mỗi tuần”."""

WEEKDAY = r"(?:thu |t)(?:hai|ba|tu|nam|sau|sxu|bay|[2-7])"
WHICH = re.compile(
    r"\b(?:(?:doi|rieng) voi|nhung|neu|truong hop|(?:truong|don vi|co so|co quan|lop|to|nguoi|em) nao)\b[^.;:\n]*$"
)
SO = re.compile(r",? (?:thi|nen)\b")
"""A rhythm that says which are meant: “những trường có học vào thứ Bảy hằng tuần thì …”."""

ALL_WEEK = re.compile(
    rf"(?:\A|[:;.\n(]) ?(?:(?:sang|chieu|tu|cac ngay) )*{WEEKDAY} ?(?:-|den)(?: het)? (?:{WEEKDAY}|chu nhat|cn),? $"
)
CLOSED = re.compile(r" ?[,(]? ?(?:tru|nghi) (?:cac )?(?:ngay )?(?:nghi )?(?:le|tet)\b")


def _is_known(before: str) -> bool:
    """Whether the words before a recurrence tell what something is, what is usual or what was done."""
    return bool(KNOWN.search(before) or CUSTOM.search(before) or DONE.search(before))


def _is_open(before: str) -> bool:
    """Whether the words before a recurrence are opening hours, and no work that goes on in them."""
    hours = HOURS.search(before)
    return hours is not None and HELD.search(before, max(0, hours.start() - len("to chuc "))) is None


def _is_later(every: Piece, before: str) -> bool:
    """Whether something is done sooner or longer on a day of the week: “khóa cổng muộn hơn thứ Sáu hằng tuần”."""
    return every.rule == "every.weekday" and before.endswith(LATER)


def _is_measured(every: Piece, before: str, text: str) -> bool:
    """Whether a sum or a number is told by the week or month, and not of what is held then."""
    if MEASURED.match(text, every.end) is None:
        return False
    return not (text.startswith(",", every.end) and every.rule == "every.weekday" and HELD.search(before))


def _comes_back(piece: Piece, text: str) -> bool:
    """Whether “cứ” or “mỗi” opens the sentence right before a time."""
    near = text[max(0, piece.start - REACH) : piece.start]
    return ("cu " in near or "moi " in near) and EACH_TIME.search(near) is not None


def _is_yearly(piece: Piece) -> bool:
    """Whether a time could be a custom: “từ ngày 30/3 đến ngày 29/5, mỗi tuần 6 buổi” is a stretch of work."""
    return piece.last is None or piece.every is Recurrence.YEARLY


def is_custom(piece: Piece, text: str) -> bool:
    """Whether a time that comes each year only says when things are usually done."""
    if piece.every and ALWAYS.match(text, piece.start):
        return True
    if piece.first is None or _comes_back(piece, text):
        return piece.first is not None
    again = text.find(" thuong ", piece.end, piece.end + REACH_AGAIN) >= 0 and AGAIN.match(text, piece.end)
    if again and USUALLY.search(text, max(0, piece.start - BEFORE), piece.start):
        return True
    if piece.limit != Limit.NONE or not (piece.every or piece.first.grain == Grain.EVENT):
        return False
    if piece.every and (
        IS_SO.match(text, piece.end)
        or TALE.match(text, piece.end)
        or (_is_yearly(piece) and CHOSEN.search(text, max(0, piece.start - BEFORE), piece.start))
    ):
        return True
    before = text[max(0, piece.start - BEFORE) : piece.start]
    return CUSTOM.search(before) is not None or (piece.every is not None and KNOWN.search(before) is not None)


def is_ordinary(every: Piece, text: str) -> bool:
    """Whether a recurrence only tells how things are: “Mở cửa … hằng tuần”, “Mỗi tháng 50.000 đồng”."""
    before = text[max(0, every.start - BEFORE) : every.start]
    if (
        (before.endswith(USUAL) and not _is_later(every, before))
        or _is_known(before)
        or REGULAR.match(text, every.end)
        or ANYWHERE.match(text, every.end)
    ):
        return True
    if every.every is Recurrence.WEEKLY and (
        CLOSED.match(text, every.end)
        or (_is_open(before) and SERVED.match(text, every.end) is None)
        or ALL_WEEK.search(before)
    ):
        return True
    if _is_measured(every, before, text) or (SO.match(text, every.end) and WHICH.search(before)):
        return True
    if every.first is None and (PRICED.search(before) or PRESENT.search(before) or SPENT.search(before)):
        return True
    if RUNS.search(before):
        return True
    rate = RATE.search(before)
    return rate is not None and not (ORDERED.search(before, 0, rate.start()) or LABELLED.search(rate[0]))
