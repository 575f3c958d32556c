"""Aims and indicators ("Phấn đấu đạt chuẩn", "100% học sinh lên lớp"): what is to be true, not what is done."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.plan import Finding, Severity
from schedules.planning.acts import acts_of
from schedules.planning.outline import Item
from schedules.planning.people.named import named_in
from schedules.wording import fold

UNTIL = r"^\W*(?:(?:den|truoc|vao|trong|cuoi|het|tu)\b[^,:;%]{0,40}?,?\s*)?"
STRIVES = re.compile(
    UNTIL + r"(?:(?:nha )?truong\s+|toan truong\s+|tap the\s+)?"
    r"(?:phan dau|quyet tam|huong toi|dat muc tieu|muc tieu la|chi tieu\s*:|dat\b|nang (?:cao )?(?:ty|ti) le|"
    r"(?:giu vung|duy tri)\b.*?(?:%|\bmuc do|\bdat chuan|\bpho cap|\b[st]i so))\b"
)
SHARE = re.compile(
    UNTIL + r"(?:co\s+|dat\s+)?(?:(?:it nhat|toi thieu|tren|tu|khoang|hon)\s+)?"
    r"(?:\d{1,3}(?:[.,]\d+)?\s*%|\d+\s*/\s*\d+(?!\s*[/:,–-]|\d)|(?:ty|ti) le\b)"
)
COUNT = re.compile(UNTIL + r"(?:co|dat)\s+(?:(?:it nhat|toi thieu|tren|tu|hon)\s+)?\d+\s+(?!buoi|dot|lan|tiet|cuoc)")
STATE = re.compile(
    r"\b(?:dat|len lop|tot nghiep|xep loai|hoan thanh (?:tot )?chuong trinh|"
    r"hoan thanh (?:tot|xuat sac)? ?nhiem vu|tro len|tro xuong|day gioi|hoc sinh gioi|co\b|chuyen can|muc do)"
)
DONE = re.compile(
    r"\b(?:nop|gui|dang ky|dang ki|ky cam ket|ke khai|viet|tham gia|cap nhat|nhap|khai bao|cai dat|soan|lap|kham|"
    r"uong|tiem|tu danh gia|hoan thanh (?:ho so|bai|phieu|viec|so|bao cao)|thuc hien|"
    r"duoc (?:kham|can do|kiem tra|tap huan|so hoa))\b"
)
"""What people do, though the sentence begins with how many of them: "100% giáo viên nộp giáo án"."""

TEACHER = re.compile(r"\bcô\b", re.IGNORECASE)
"""“Cô” without its accents is “có”."""

UNDER = re.compile(
    r"^\W*(?:(?:cac|mot so|nhung|he thong)\s+)?(?:chi tieu|muc tieu)\b(?!.*\b(?:nhiem vu|giai phap|bien phap)\b)"
)
ACTING = re.compile(
    r"\b(?:nhiem vu|giai phap|bien phap|hoat dong|noi dung|ke hoach|lich|thoi gian|to chuc|thang|tuan)\b"
)
REST = re.compile(r"^\W*(?:.*?\bphan dau)\s+")
SENTENCE = re.compile(r"(?<!\d)[.;]\s+|(?<=\d)[.;]\s+(?=[^\W\d_])")
SHOWN = 3
RULE = "chi-tieu-khong-la-viec"


def is_aim(item: Item) -> bool:
    """Whether an item tells what is to be true by a day, and no work: in its own words, or by its heading."""
    if _is_under_aims(item.headings):
        handed = named_in(item.body)[0] and not words_an_aim(item.body)  # what somebody is handed is to be done
        return not handed and not acts_of(item.body) and not DONE.search(fold(item.body))
    return words_an_aim(item.body)


def words_an_aim(text: str) -> bool:
    """Whether a sentence itself words an aim: it strives for a state, or begins with a share or a count to reach."""
    plain = " ".join(fold(TEACHER.sub("giáo viên", text)).split())
    if STRIVES.match(plain):
        return not acts_of(REST.sub("", text)) and not DONE.search(plain)
    begins = SHARE.match(plain) or COUNT.match(plain)
    return bool(begins) and STATE.search(plain, begins.end() if begins else 0) is not None and not DONE.search(plain)


def aims_within(text: str) -> tuple[str, ...]:
    """Return the sentences of a longer text that word an aim; () for a text that is one sentence."""
    sentences = SENTENCE.split(text.strip(" .;"))
    return tuple(one for one in sentences if words_an_aim(one)) if len(sentences) > 1 else ()


def _is_under_aims(headings: Sequence[str]) -> bool:
    """Whether the nearest heading that is about aims or about works is about aims."""
    for heading in map(fold, reversed(headings)):
        if UNDER.match(heading):
            return True
        if ACTING.search(heading):
            return False
    return False


def aims_told(items: Sequence[Item]) -> tuple[Finding, ...]:
    """Return the finding for aims that name a time and so might be taken for work left out; () without any."""
    if not items:
        return ()
    shown = "; ".join(f"“{item.body.strip(' .;')[:90]}”" for item in items[:SHOWN])
    more = f" và {len(items) - SHOWN} mục khác" if len(items) > SHOWN else ""
    message = f"{len(items)} chỉ tiêu có nêu thời gian không lấy làm việc cần nhắc: {shown}{more}."
    advice = "Nếu là việc phải làm, hãy thêm vào lịch cùng người phụ trách."
    quotes = tuple(item.block.text.strip() for item in items)
    places = tuple(item.block.place for item in items)
    return (Finding(RULE, Severity.INFO, message, quotes, advice, places),)
