"""Lines that say one thing of the work they stand by: who does it, what it costs, what it should give."""

from __future__ import annotations

import re

from schedules.planning.outline import Item, Rank
from schedules.planning.people.charged_lines import charged_by
from schedules.planning.people.cooperation import helpers_told
from schedules.planning.people.named import is_owner_line
from schedules.wording import fold

BUDGET_LINE = re.compile(r"^\W*(?:du kien\s+)?kinh phi[^:]{0,20}:\s*(?=\S)")
EXPECTED_LINE = re.compile(r"^\W*(?:ket qua|san pham|yeu cau)[^:]{0,20}:\s*(?=\S)")
NOTE_LINE = re.compile(
    r"^\W*(?:muc tieu|chi tieu|hinh thuc|dia diem|thanh phan|doi tuong|tai khoan|luu y|ghi chu|chu diem|chu de|"
    r"trong tam|phuong cham|khau hieu|trang phuc|so luong|quy mo|tieu chi|co cau|giai thuong|phuong tien|"
    r"the le|pham vi|diem (?:yeu|manh)|hien trang|nguyen nhan|han che|ton tai|uu diem)\b[^.:]{0,40}:"
)
DESCRIPTION = re.compile(
    r"^\W*(?:dia diem|thanh phan|doi tuong|chu diem|chu de|phuong cham|khau hieu|trang phuc|tieu chi|co cau|"
    r"giai thuong|pham vi|diem (?:yeu|manh)|hien trang|nguyen nhan|han che|ton tai|uu diem)\b[^.:]{0,40}:"
)
"""Notes that set no work even where they name a day."""


def is_field(item: Item) -> bool:
    """Whether an item says something of another work and is none itself."""
    plain = fold(item.body)
    told = BUDGET_LINE.match(plain) or EXPECTED_LINE.match(plain) or is_owner_line(item.body)
    return not item.block.is_row and bool(told)


def is_helpers(item: Item) -> bool:
    """Whether an item only names who helps with the work it stands by."""
    return not item.block.is_row and bool(helpers_told(item.body))


def is_charge(item: Item) -> bool:
    """Whether a line of its own only gives somebody charge of what stands by it: "Giao cô Hà chủ trì."."""
    charged = charged_by(item.body) if item.rank is Rank.TEXT and not item.block.is_row else None
    return charged is not None and not charged.whole


def is_note(item: Item) -> bool:
    """Whether an item tells where, how or for whom, and no work."""
    return bool(NOTE_LINE.match(fold(item.body)))


def describes(text: str) -> bool:
    """Whether a line tells what a work is like, so that a day in it is none of a deadline: "Chủ đề: mừng 20/11"."""
    return bool(DESCRIPTION.match(fold(text)))
