"""What the words that bound or open a time are made of: patterns of what may stand between them and their time."""

from __future__ import annotations

from schedules.wording.families.shapes import COUNTED_NOUNS

PAGE = r"(?<!sgk )(?<!\d )(?<!xem )(?<!(?<!danh )sach )"
"""“Tr.” is a page of a book, and millions behind a number."""

CLOCK = r"(?:luc )?(?:\d{1,2} ?(?:h|g|gio)\d{0,2},? )?"
WORK = (
    r"cuoi cung|cuoi(?! (?:thang|quy|nam|hoc|ky|tuan|gio))|chot|nop|hoan thanh|gui|dang k[yi]|bao cao|thuc hien|xong"
    r"|khoa(?: so)?"
)
HELD = r"(?: (?!(?:tu|den|toi|truoc|sau|trong|tai|va|ngay|thu|thang|sang|trua|chieu)\b)[a-z0-9]{1,8})"
NAMED_DAY = r"(?:thu (?:hai|ba|tu|nam|sau|sxu|bay|[2-7])\b|t[2-7]\b|cn\b|chu nhat)"
ITS_DAY = (
    r"(?:,? (?:tuan (?:sau|nay|toi)))?(?=,? \(?(?:(?:sang|trua|chieu|toi)(?: (?:nay|mai|kia))?,? )?\(?"
    rf"(?:{NAMED_DAY}|ngay \d|\d{{1,2}} ?/ ?\d))"
)
SESSION = rf"(?:(?:dau|cuoi|sau|trong) )?(?:tiet|gio|buoi){HELD}{{0,4}}{ITS_DAY}"
"""A lesson or meeting of the day that bounds: “chậm nhất tiết sinh hoạt thứ 6 ngày 13/12”."""

GATHERING = (
    rf"(?:tiet|gio(?! (?:tan|nghi|ra|ve|vao|an)\b)|(?:buoi )?le|buoi|cuoc|phien|hoi nghi|dai hoi)"
    rf"(?! bao cao){HELD}{{1,4}}{ITS_DAY}"
)
"""What is held on the day one has to be done before: “trước tiết chào cờ thứ Hai 16/12”."""

MORE = rf"(?: (?:(?:la|vao|den|toi|(?:den )?het(?! gio\b)|trong|khong qua|{WORK})(?=[ ,:])|{SESSION}))"
"""What may stand between a bound and its time."""

DAYPARTS = r"sang|chieu|trua|dem|toi"
MOMENTS = r"thoi diem|khoang|dip|ca(?! nhan)|suot|mung|chao mung|ky niem|(?<!hieu )(?<!nang )(?<!hoc )luc"
OCCASIONS = r"thi|hop|kiem tra|khai mac|to chuc|dien ra|dai hoi|hoi thi|bao cao|nop|bau cu"
"""What may happen on the day a bound stands before: “trước ngày thi 10/12”."""

MEETING = r"(?<!bien ban )(?<!cuoc hop )(?<!buoi hop )(?<!hoi nghi )"
"""Minutes tell when a meeting ended; that bounds no work."""

WHOLE = r"(?<!chang )(?<!gioi )(?<!quyen )(?<!vo )(?<!vo thoi )(?<!con )(?<!con thoi )(?<!dao )"
"""What makes another word of “hạn”: chẳng hạn, giới hạn, quyền hạn, còn hạn, đáo hạn."""

QUOTED = r"[“\"']?[a-z]{1,10}\d{0,2}[”\"']?"
MIXED = r"(?: (?!(?:tu|den|toi|truoc|sau|cham|khong|trong|vao|la|luc|gio|\d{1,2}[hg]\d{0,2})\b)[a-z0-9%&]{1,10})"
"""Words and figures between a last day and its date: “hạn cuối nộp học phí học kỳ 2 là ngày 30/06”."""

OWN = r"(?! (?:danh gia|kiem tra|nhan xet|ra soat|hoc|chu|chon)\b)"
FREE = rf"(?: (?!(?:tu{OWN}|den|toi|truoc|sau|cham|khong|trong|vao|la)\b)[a-z]{{1,10}})"
WHO = (
    r" (?:(?:cac|tung|moi) )?(?:to|gv|gvcn|giao vien|lop|nhom|khoi|don vi|truong|ban|bo phan|ca nhan|hs|hoc sinh"
    r"|phu huynh|chi doan|chi doi)(?: (?!(?:nop|gui)\b)[a-z0-9]{1,8}){0,3}?"
)
DUTY = (
    rf"(?:(?: cuoi(?: cung)?| chot)? (?:nop|gui|dang k[yi]|bao cao|hoan thanh|nhan|giao)"
    rf"|(?: cuoi(?: cung)?| chot)?{WHO} (?:nop|gui|dang k[yi]|bao cao|hoan thanh|nhap|duyet|chuyen|tra|thu))"
    rf"{FREE}{{0,12}}"
)
"""What is due, or who does what: “hạn các tổ gửi PHT 15/3”."""

LISTED = r" (?:nop|gui|hoan thanh|bao cao|thuc hien|dang k[yi]|ra soat|cap nhat)(?:(?:, (?!ngay\b)| )[a-z]{1,10}){0,23}"
"""Several works that share a last day: “thời hạn hoàn thành việc rà soát, cập nhật: …”."""

DATE = r"(?:ngay )?\d{1,2} ?[/.] ?\d"
TIME = r"(?:het |cuoi |truoc )?(?:ngay|thang|tuan|thu|\d)"
"""What a deadline is set for, at some length, before its time: “hạn cuối nộp minh chứng cho tổ thư ký là ngày …”."""

DAY = r"(?:ngay )?\d{1,2}(?: ?[-,] ?\d{1,2})? ?/ ?(?:1[0-2]|0?[1-9])(?!\d)"
DAY_OR_WEEKDAY = r",? ?\(?(?:(?:thu (?:hai|ba|tu|nam|sau|bay|[2-7])|chu nhat|cn|t[2-7]),? )?(?:ngay )?\d"
RATIO = rf"\d{{1,2}} ?/ ?\d{{1,2}} (?:{COUNTED_NOUNS})\b"
"""A day in figures, and a ratio that looks like one."""

FRAME = r"(?:hoc k[yi]|hk|nam hoc|(?:ky )?nghi|tuan|thang|quy)\b"
LAST_ONE = "|".join(rf"(?<=\b{noun} )" for noun in ["thang", "tuan", "nam", "hoc", "ky", "lan", "dot", "quy"])
OF_LAST_ONE = rf"(?!(?:{LAST_ONE})trur?oc (?:(?:cham|muon) nhat|trong|vao(?! {FRAME}))\b)"
"""“Quyết toán của tháng trước vào ngày 05”: which one is meant, and no bound."""

ANY_TIME = rf"han ?: ?(?=(?:trong |ca |dau |giua |cuoi ){{0,2}}(?!nam){FRAME})"
"""“Thời hạn: Quý II/2026” says when, as “Thời gian” does: no day in it is called the last."""

NO_LAST_DAY = rf"(?!(?:thoi |(?<=thoi )){ANY_TIME})"

OVER = rf"(?:(?:ket thuc|het) {FRAME}|nghi (?:(?:le )?tet|he)\b)"
"""Stretches of time that work may stand before or behind, and how their end is told."""

COUNTING = "".join(rf"(?<!\b{noun} )" for noun in ("cap", "toan", "trong", "ngoai", "len")) + "tinh"
"""“Cấp tỉnh từ ngày 15/11” counts nothing; without accents it looks like “tính từ”."""

BEHIND_DAY = r"(?:(?<=/\d )|(?<=/\d\d )|(?<=/20\d\d ))"
MOVED = "(?:" + "|".join(rf"(?<=\b{verb} )" for verb in ("doi", "lui", "day", "chuyen", "dieu chinh", "don")) + ")"
"""What moves a time whose old day is not told: “Mốc nộp minh chứng dời lên 14/11”."""

ARROW = BEHIND_DAY + r"[ade](?= ?(?:ngay )?\d{1,2} ?/ ?\d)"
SURE_DAY = r"(?:ngay )?(?:1[3-9]|2\d|3[01]|0\d) ?/ ?(?:1[0-2]|0?[1-9])(?!\d)"
"""A day in figures that is hardly a ratio: “Hoàn thành: 15/10”, not “Hoàn thành: 5/10”."""

NOT_YET = r"(?<!da )(?<!chua )(?<!moi )(?<!vua )(?<!deu )(?<!gan )"
LABELLED = (
    rf"(?:(?:{NAMED_DAY},? ?)?(?:{SURE_DAY}|(?:ngay )?\d{{1,2}} ?[/.\-] ?\d{{1,2}} ?[/.\-] ?20\d\d)"
    r"|(?:(?:dau|giua|cuoi) )?(?:thang|tuan|quy|hoc k[yi]|hk) (?:\d|[iv]))"
)
"""A day or month behind the label “Xong:” that can be no count of what is ready."""

ROUNDS = (
    r"ly thuyet|thuc hanh|so (?:khao|tuyen|loai|ket)|chung (?:khao|ket)|ban ket|tu ket|loai|bang|truong|lop|khoi|huyen"
    r"|tinh|quan|thanh pho|xa|phuong|cum|phong van|van dap|viet|nang khieu|tai nang|kien thuc|thi giang|thuyet trinh"
)
"""Rounds of a contest, by name: “vòng lý thuyết 06/12; vòng thực hành 11-15/12”."""

SHUTS = (
    r"(?:(?<=\d )|(?<=\d, )|(?<=\) ))"
    r"(?:(?:form|link|he thong|bieu mau)(?: dang k[yi])?|(?:cong|phieu) (?:dang k[yi]|tuyen sinh))"
    r"(?: se)?(?: tu(?: dong)?)? (?:khoa|dong|het han)\b(?! (?:luc|vao|tu|ngay)\b)"
)
"""“20h Chủ nhật 14/9 form tự khóa”: what shuts at a time closes its work."""
