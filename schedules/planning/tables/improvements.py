"""Which column of an improvement table is the work and which its criterion, told by headers and cells together."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.planning.acts import acts_of
from schedules.planning.people.deeds import opens_with_deed
from schedules.planning.tables.columns import Columns, Role, header_role
from schedules.planning.tables.solutions import are_improving, is_state
from schedules.planning.tables.works import BULLET
from schedules.wording import fold

ENOUGH, FEW, MOST = 0.6, 0.4, 0.75
"""Share of the cells that say what is done: to be the work, to be none; share that must be numbers of criteria."""

MENDS = re.compile(
    r"^(?:mở|thay|tách|cắt|tỉa|tôn|lát|lắp|xây|chia|đổi|ký|kí|sơn|kèm|trang bị|đầu tư|nâng (?:cấp|cao)|đẩy mạnh|"
    r"quy định|yêu cầu|giao|bảo dưỡng|nối|đào tạo|rèn|dạy|phụ đạo|kêu gọi|liên hệ|thuê|chuyển|thiết lập|áp dụng|tạo|"
    r"luân chuyển|cải tạo|học(?! (?:sinh|kỳ|kì|liệu|bạ|viên|phí|lực))|điều chỉnh|giảm|khuyến khích|tham quan|đặt|quét|"
    r"đóng|gắn|điều chuyển|ứng dụng|đổi mới|củng cố|định kỳ|đối thoại|đổ|che|kê|ghép|khoan|nạo vét|khơi|chống|"
    r"quy hoạch|tư vấn|tiếp tục|chủ động|huy động|sinh hoạt|cấp|lồng ghép)(?!\w)",
    re.IGNORECASE,
)
STATE_SIGNS = re.compile(
    r"\b(?:chưa|còn|thiếu|ít|chậm|thấp|hỏng|cũ|yếu|kém|không|lệch|dột|xuống cấp|rời rạc|sơ sài|hạn chế|khó|muộn|"
    r"ngại|chật|ngập|lún|mới (?:đạt|có|chỉ)|chỉ (?:đạt|có|mới)|quá tải)\b|\d ?%|\d/\d",
    re.IGNORECASE,
)
NO_DEED = re.compile(
    r"^\W*(?:doi tuong|khoi|lop|muc|dia diem|hinh thuc|phuong phap|don vi|so luong|so|chuc vu|ho ten|ghi chu|"
    r"y kien|nhan xet|yeu cau|(?:cach )?(?:kiem tra|theo doi|giam sat|danh gia|xac nhan))\b"
)
CODED = re.compile(r"^\W*(?:ma\b|muc\b|ky hieu|so hieu)|\b(?:chi so|chi bao)\b")
"""What may count something else where nothing is improved."""

CRITERIA = re.compile(r"\b(?:tc|tieu chi|tieu chuan)\b")
NUMBERED = re.compile(r"^\W*(?:(?:tc|tieu chi|chi so|chi bao|muc)\W*)?\d{1,2}\.\d{1,2}(?!\d|/\d{2})(?P<rest>.*)$")
SAID = re.compile(r"^\W*(?:tc|tieu chi)\W*\d{1,2}\.\d{1,2}(?!\d|/\d{2})")
WORDED = re.compile(r"\b(?!muc\b)[a-z]{2,}")
LONGEST_NUMBER = 40
"""“1.3/mức 2”, “2.2, 2.3” are numbers of criteria and nothing else."""


def improved(columns: Columns, labels: Sequence[str], cells: Sequence[Sequence[str]]) -> Columns:
    """Return the columns of a table with its work and criteria told anew where it improves what is weak.

    `labels` are the words over the columns, `cells` the filled cells under each; other tables stay as they are.
    """
    if not are_improving(labels):
        return _with_criteria(columns, labels, cells, CRITERIA)
    return _with_criteria(_with_deeds(columns, labels, cells), labels, cells, CRITERIA, CODED)


def improved_unheaded(columns: Columns, cells: Sequence[Sequence[str]]) -> Columns:
    """Return the columns of a table without headers with what is done for the work, where that taken for it is weak."""
    at = columns.get(Role.WORK)
    texts = cells[at] if at is not None and at < len(cells) else ()
    weak = sum(STATE_SIGNS.search(text) is not None for text in texts) >= ENOUGH * max(len(texts), 1)
    return _with_deeds(columns, [""] * len(cells), cells) if weak else columns


def _with_deeds(columns: Columns, labels: Sequence[str], cells: Sequence[Sequence[str]]) -> Columns:
    """Return the columns with the one that says what is done for the work, where the one taken for it does not."""
    at = columns.get(Role.WORK)
    if at is not None and (at >= min(len(labels), len(cells)) or _deeds(cells[at]) >= ENOUGH):
        return columns
    taken = {place for role, place in columns.items() if role not in {Role.WORK, Role.HOW, Role.TOPIC, Role.OTHER}}
    acting = [
        (header_role(label) is Role.WORK, _deeds(texts), -place)
        for place, (label, texts) in enumerate(zip(labels, cells, strict=False))
        if place not in taken and place != at and _may_act(label) and _deeds(texts) >= ENOUGH
    ]
    if not acting or (at is not None and _deeds(cells[at]) > FEW):
        return columns
    *_, place = max(acting)
    return {**{role: held for role, held in columns.items() if held not in {at, -place}}, Role.WORK: -place}


def _may_act(label: str) -> bool:
    """Whether a header may be over what is done: it says so, or nothing else."""
    plain = fold(label)
    return header_role(label) in {None, Role.WORK} and not is_state(label) and not NO_DEED.match(plain)


def _deeds(texts: Sequence[str]) -> float:
    """Return the share of cells that begin with what is done."""
    return sum(_is_deed(text) for text in texts) / len(texts) if texts else 0.0


def _is_deed(text: str) -> bool:
    bare = BULLET.sub("", text.strip())
    if MENDS.match(bare) or opens_with_deed(bare):
        return True
    return not STATE_SIGNS.search(bare) and bool(acts_of(bare))


def _with_criteria(
    columns: Columns, labels: Sequence[str], cells: Sequence[Sequence[str]], *heads: re.Pattern[str]
) -> Columns:
    """Return the columns with the one of numbers of criteria ("1.3", "TC 2.2/mức 2") for the criteria."""
    at = columns.get(Role.CRITERION)
    said = next((place for place, texts in enumerate(cells) if _share(texts, SAID) >= MOST), None)
    if said is not None and at is not None and at < len(cells) and not any(map(_is_numbered, cells[at])):
        return {**columns, Role.CRITERION: said} if said not in columns.values() else columns
    if at is not None and (at >= len(cells) or any("." in text for text in cells[at])):
        return columns
    headed = (place for place, label in enumerate(labels) if any(head.search(fold(label)) for head in heads))
    found = next((place for place in headed if place < len(cells) and _are_numbered(cells[place])), None)
    if found is None:
        return columns
    return {**{role: held for role, held in columns.items() if held != found}, Role.CRITERION: found}


def _share(texts: Sequence[str], pattern: re.Pattern[str]) -> float:
    return sum(pattern.match(fold(text)) is not None for text in texts) / len(texts) if texts else 0.0


def _are_numbered(texts: Sequence[str]) -> bool:
    return bool(texts) and sum(map(_is_numbered, texts)) >= MOST * len(texts)


def _is_numbered(text: str) -> bool:
    plain = " ".join(fold(text).split())
    found = NUMBERED.match(plain) if len(plain) <= LONGEST_NUMBER else None
    return found is not None and not WORDED.search(found["rest"])
