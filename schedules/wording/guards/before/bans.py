"""What must not happen before a day: “Nghiêm cấm thu tiền trước ngày …”: nobody has to finish anything by it."""

from __future__ import annotations

from schedules.wording.guards.before.clue import PLAIN, START, THEN, by_word, clue_of, spoken
from schedules.wording.piece import BOUNDED, YEARS, Grain, Limit, Piece

ORDERS = r"(?:nop|gui|hoan|bao|dang|phai|can|de nghi|lap|thuc hien|to chuc|ra soat|tong hop)\b"
STOP = (
    rf"(?!(?:ma|{THEN}(?! (?:cuoi|giua|hoc|khao|thu|tuyen|chon))|nhung|con|neu|phai)\b"
    rf"|(?:va|hoac) {ORDERS})"
)
NEW_ORDER = r"(?!(?:nop|gui|hoan|bao|dang|phai|can|de)\b)"
WORD = rf" {STOP}[a-z0-9&/\-()“”\"]{{1,12}}"
FEW = rf"(?:{WORD}){{1,16}} $"
FREE = rf"(?:{WORD}|,{WORD}){{0,16}},? $"
"""What is not to be done, however long: “chưa thu bất cứ khoản nào của học sinh lớp 1 cho đến ngày …”."""

STRICTLY = r"nghiem cam|cam (?:thu|to chuc|day|mo|tuyen|ban|thi)|tuyet doi khong"
DESCRIBED = (
    r" (?:danh gia|cong nhan|kiem tra|tap huan|boi duong|cap|tiem|xep loai|dao tao|kham|ghi nhan"
    r"|(?:phe )?duyet|thong qua|tuyen dung)"
    r" [^.;:]{0,60}\b(?:hoan thanh|nop|gui|dang k[yi]|bao cao|lap|phai|can)\b"
)
"""Who has not been given what, the work behind: “các trường chưa được đánh giá ngoài hoàn thành báo cáo …”."""

NOBODY = r"(?: co)?(?: (?:[a-z]{1,9} ){1,2}nao| ai)?"
"""“Không ai được …”, “chưa lớp nào được …”."""

UNDONE = r"(?:nop|gui|hoan|dang k[yi]|co|du|xong|kip|bao gio|ro|thay|nhan|dat|het|biet|phai|can|tung|duoc|tot|day du)\b"
"""What has not been done, or is not so; else “chưa” that opens a clause orders: “Chưa báo điểm trước 12/01”."""

UNTIL = ("cho den", "cho toi")

BANS = (
    clue_of(
        "khong chua cam",
        rf"(?<!neu )\b(?:(?:khong|chua){NOBODY} duoc(?: phep)?(?!{DESCRIBED})|{STRICTLY})"
        rf"(?: {STOP}[a-z0-9]{{1,9}}|, {STOP}{NEW_ORDER}[a-z0-9]{{1,9}}){{1,16}} $",
        frozenset({Limit.BEFORE}),
    ),
    clue_of(
        "khong cam",
        rf"(?<!neu )\b(?:khong duoc(?: phep)?|{STRICTLY}){FREE}",
        PLAIN,
        frozenset({Grain.SUMMER, Grain.EVENT, Grain.TERM}),
    ),
    clue_of(
        "khong",
        r"(?<!neu )(?<!nao )(?<!ai )\bkhong (?:thu|mo|khai giang|tuyen sinh|to chuc|cong bo|day|nhan|tiep nhan|ban"
        r"|phat hanh|nhap hoc|tuu truong|van dong|giao|bat dau|cap|chia|xep|tap trung)(?:" + FEW + "| $)",
        frozenset({Limit.BEFORE}),
    ),
    clue_of(
        "chua",
        r"(?<!neu )\bchua (?:thu|mo|khai giang|tuyen sinh|to chuc|cong bo|day|nhan|tiep nhan|van dong|giao|bat dau"
        r"|ap dung|trien khai|cho)(?:" + FEW + "| $)",
        frozenset({Limit.BEFORE, Limit.BY}),
    ),
    clue_of(
        "chua",
        START + rf"(?:tam )?chua (?!{UNDONE})[a-z]{{2,8}}(?:{FEW}| $)",
        frozenset({Limit.BEFORE}),
    ),
)
DONE_BY = r"(?:do|to chuc|hoan|nop|gui|thuc hien|se|phai|kiem tra)\b"
"""“Các môn không kiểm tra tập trung do giáo viên tổ chức trong tuần 15”: which, and then what is done with them."""

STRETCHES = YEARS | {*(Grain.DAY, Grain.WEEK, Grain.MONTH, Grain.SCHOOL_WEEK, Grain.QUARTER, Grain.TERM, Grain.SUMMER)}
NOT_HELD = (
    clue_of(
        "khong",
        r"(?<!neu )(?<!lop )(?<!em )(?<!sinh )(?<!hs )(?<!\bcho co )(?<!\bcho thay )\bkhong (?:(?:to chuc|hop|thi"
        r"|xuong|den|nghi|hoc|dien ra|mo|lam viec|sinh hoat|kiem tra)\b"
        rf"(?: (?!{DONE_BY}){STOP}[a-z0-9&/]{{1,9}}){{0,14}}"
        # “giáo viên không dạy chính khóa họp tổ”: which of them, and then what they do
        rf"|day(?: (?!hop|nop|du|truc|tham|lam|soan){STOP}[a-z0-9]{{1,9}}){{0,7}}) $",
        PLAIN,
        STRETCHES,
    ),
    clue_of("chua", r"(?<!neu )\bchua the (?!nop\b|gui\b|bao\b)(?:[a-z]{1,8} ){1,3}$", PLAIN),
    clue_of("tru ke tinh", r"(?:(?:\A|[.;,(\n] ?)\W*|\bngoai )tru(?: cac)? $|\bkhong (?:ke|tinh)(?: cac)? $", PLAIN),
)
"""What does not take place then or cannot yet, and the day left out: “không thi thử vào tháng 3”, “trừ ngày 8/3”."""

BANNED = by_word(BANS)


def held_until(piece: Piece, text: str) -> Piece:
    """Return a time until which a ban lasts as one before which it does: “chưa được mở … cho đến hết ngày 25/12”."""
    if piece.limit == Limit.BY and text.startswith(UNTIL, piece.start):
        return piece._replace(limit=Limit.BEFORE)
    return piece


def banned_from(piece: Piece, before: str) -> int | None:
    """Return where in the words before a time its ban begins; None when nothing is banned until it."""
    first = piece.first
    if first is None or piece.limit not in BOUNDED:
        return None
    for word in BANNED.keys() & spoken(before):
        for clue in BANNED[word]:
            if piece.limit in clue.limits and (found := clue.pattern.search(before)):
                return found.start()
    return None
