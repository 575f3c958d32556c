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
