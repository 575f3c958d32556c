"""A text that is nothing but a bare d/m: no deadline, and why people should write it out."""

from __future__ import annotations

import re

from schedules.wording.reading import EDGES

LONE, LONGEST = re.compile(r"(?:\d{1,2} ?- ?)?\d{1,2} ?/ ?\d{1,2}"), 15
ALONE = "đứng một mình có thể là tỷ số, tên lớp hay số nhà; ghi rõ “ngày …” hoặc thêm năm thì mới đọc thành ngày"


def why_lone(text: str) -> str:
    """Return why a bare “20/11” or “16-20/10” alone is taken for no deadline, in Vietnamese; "" for any other text."""
    words = text.strip(EDGES)
    return f"“{words}” {ALONE}" if len(words) <= LONGEST and LONE.fullmatch(words) else ""
