"""A post said once for several subjects: “GVBM Toán, Văn, Anh” are three posts, never two people called Văn and Anh."""

from __future__ import annotations

import re

SUBJECT = (
    r"(?:Toán|Tin(?: học)?|Vật l[íý]|L[íý]|H[óo][áa](?: học)?|Sinh(?: học)?|(?:Ngữ )?[Vv]ăn|(?:Lịch )?[Ss]ử|"
    r"Địa(?: l[íý])?|Công nghệ|(?:Giáo dục )?[Cc]ông dân|Tiếng Anh|Anh(?: văn)?|Ngoại ngữ|(?:Giáo dục )?[Tt]hể chất|"
    r"Thể dục|Âm nhạc|M[ĩỹ] thuật|Nghệ thuật|Khoa học (?:tự nhiên|xã hội)|KHTN|KHXH|GDCD|GDTC|LSĐL)"
)
SHARED = re.compile(
    r"\b(?P<post>(?:[Tt]ổ(?: trưởng)?(?: chuyên môn| bộ môn)?|[Nn]hóm(?: trưởng)?|GVBM|GV(?: bộ môn| dạy)?"
    r"|[Gg]iáo viên(?: bộ môn| dạy)?)(?: môn)?)\s+"
    rf"(?P<subjects>{SUBJECT}(?:\s*,\s*{SUBJECT})+)(?=\s*(?:[,;\n)]|\Z))"
)


def with_shared_posts(text: str) -> str:
    """Return a list of people with a post before each subject it is said for once."""
    return SHARED.sub(_each, text)


def _each(found: re.Match[str]) -> str:
    subjects = re.split(r"\s*,\s*", found["subjects"])
    return ", ".join(f"{found['post']} {subject}" for subject in subjects)
