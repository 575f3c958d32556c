"""What only tells, before a sentence with a time, who looks after other work: it is no part of that work's words."""

from __future__ import annotations

import re

from schedules.planning.people.named import named_in
from schedules.planning.people.passive import done_by
from schedules.planning.people.subjects import subject_of
from schedules.wording import fold

STOP = re.compile(r"(?<=[^\s.])[.;]\s+(?=[^\W\d])")
CHARGES = re.compile(
    r"\b(?:do|giao|phan cong)\s+[^.;:]{2,80}\b(?:phu trach|chi dao|chu tri|thuc hien|dam nhiem|dam nhan|quan ly|lo)"
    r"(?: chung| chinh)?\W*$|\b(?:phu trach|chi dao|chiu trach nhiem|quan ly) chung\W*$"
)
APART = re.compile(r"^\W*rieng\b")
"""“… do Phó Hiệu trưởng chỉ đạo chung. Riêng việc nộp báo cáo giao đ/c Hạnh, xong trước 17/12.”"""

IN_CHARGE = re.compile(
    r"\s*[,;]\s+(?P<clause>[^.;:\d]{6,90}\b"
    r"(?:phu trach|chi dao|chu tri|thuc hien|dam nhiem|dam nhan|dieu hanh|lo)(?: chung| chinh)?)\.\s+"
)
"""“… trong hai ngày 10 và 11/4, do tổ Khảo thí chủ trì. Tổ Khảo thí …”: who does what has its time already."""


def behind_charge(text: str, last: int, first: int) -> tuple[int, int] | None:
    """Return where a work ends and the next begins with a clause between that only tells who does the first.

    Its time ends at `last`, that of the next work begins at `first`. None without such a clause right behind the time,
    or where no words stand between it and the next time.
    """
    told = IN_CHARGE.match(fold(text[last:first]))
    if not told or not named_in(f"x, {text[last + told.start('clause') : last + told.end('clause')]}")[0]:
        return None
    begins = last + told.end()
    return (last + told.end("clause") + 1, begins) if re.search(r"[^\W\d]", text[begins:first]) else None


def behind_standing(text: str, first: int) -> int:
    """Return where the work of the first time (at `first`) begins behind a sentence that only gives others charge.

    0 where it begins the text, or where its own words name nobody: then whom that sentence names may do it.
    """
    stops = list(STOP.finditer(text, 0, first))
    if not stops or not CHARGES.search(fold(text[: stops[-1].start()])):
        return 0
    own = text[stops[-1].end() :]
    told = APART.match(fold(own)) or named_in(own)[0] or subject_of(own) or done_by(own)
    return stops[-1].end() if told and re.search(r"[^\W\d]", text[stops[-1].end() : first]) else 0
