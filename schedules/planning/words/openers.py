"""Words that open a time, folded, as alternatives of a pattern: those that set it, and those that only celebrate it."""

from __future__ import annotations

import re

from schedules.wording import fold

OPENERS = "ngay|truoc|cham nhat|muon nhat|han|den|tu|xong|thu"
"""“Trước 20/11”, “hạn 20/11”: a day put so is one to do something by."""

CELEBRATIONS = "chao mung|ky niem|ki niem|mung|nhan dip|nhan ngay|nhan k[yi] niem|huong ung"
"""“Chào mừng 20/11”: what for, and not when."""

CELEBRATED = re.compile(rf"^\W*(?:{CELEBRATIONS})\b")


def celebrates(words: str) -> bool:
    """Whether the words of a time only name what is celebrated: "chào mừng ngày Nhà giáo Việt Nam 20/11"."""
    return CELEBRATED.match(fold(words)) is not None
