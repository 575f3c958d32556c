"""The kinds of plan schools write, and how a title, whole or badly scanned, names one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.planning.outline import is_capitals
from schedules.planning.words.likeness import letters, likeness
from schedules.wording import fold

KINDS = (
    "Kế hoạch cải tiến chất lượng giáo dục",
    "Kế hoạch khảo thí và kiểm định chất lượng giáo dục",
    "Kế hoạch tự đánh giá",
    "Kế hoạch năm học",
    "Kế hoạch giáo dục nhà trường",
    "Kế hoạch giáo dục",
    "Kế hoạch phát triển nhà trường",
    "Kế hoạch chiến lược phát triển nhà trường",
    "Kế hoạch thực hiện quy chế công khai",
    "Kế hoạch thực hiện công khai",
    "Kế hoạch kiểm tra nội bộ",
    "Kế hoạch hoạt động chuyên môn",
    "Kế hoạch chuyên môn",
    "Kế hoạch bồi dưỡng thường xuyên",
    "Kế hoạch xây dựng trường đạt chuẩn quốc gia",
    "Kế hoạch công tác tháng",
    "Kế hoạch công tác",
    "Kế hoạch thực hiện nhiệm vụ năm học",
)
TITLE = re.compile(r"^\W*(ke hoach)\b")
BARE = re.compile(r"^\W*ke hoach\W*$")
LAST_OF_TITLE = re.compile(r"^\W*(n\S{1,2}m\s+ho\S|giai doan|thuc hien van ban|can cu|so\b|kinh gui)")
SCHOOL_YEAR = re.compile(r"[\s,.\-–]*\bn\S{1,2}m\s+ho\S.*$|[\s,.\-–]*\bnam\s+20\d\d.*$")
LETTER = "Công văn"
MATTER = re.compile(r"^\W*v\s*/\s*v\b\W*(?=\w)")
ADDRESSED = re.compile(r"^\W*kinh gui\b")
OTHER_PAPER = re.compile(
    r"^\W*(?:thong bao|to trinh|quyet dinh|bao cao|giay|huong dan|nghi quyet|chuong trinh|bien ban|don|phieu|lich)\b"
)
"""A paper with a title of its own is no letter, though it says what it is about."""

CALENDAR = re.compile(r"^\W*(?:lich|chuong trinh) (?:cong tac|lam viec|hoat dong|chi dao)\b")
TIME_OF_CALENDAR = re.compile(r"\s*(?:[(:;,.]|[–-]\s|\b(?:tu|ngay)\s+(?:ngay\s+)?\d|\bnam\s+(?:hoc|20\d\d)).*$")
"""“LỊCH CÔNG TÁC TUẦN 15 (từ 08/12 đến 13/12/2025)”: which of them is its kind, its days are not."""

PERIODS = {"thang": "tháng", "tuan": "tuần", "quy": "quý", "dot": "đợt", "hoc ky": "học kỳ", "hoc ki": "học kỳ"}
WHICH = re.compile(rf"\b(?P<period>{'|'.join(PERIODS)})\s+(?P<value>\d{{1,2}}(?:\s*/\s*20\d\d)?|[ivx]{{1,4}})\b")
"""Which month, week, quarter, round or term a plan is of."""

ALIKE = 0.85
MISREAD = 0.12
"""How much longer or shorter bad scans make a title; “tự đánh giá, cải tiến …” is no misreading of “cải tiến …”."""

LONGEST_TITLE = 4


def kind_of(head: Sequence[str]) -> str | None:
    """Return the kind in proper accents when it is a known one, else what a title, letter or calendar says, or None."""
    title = _title(head)
    if not title:
        return _letter(head) or _calendar(head)
    known = max(KINDS, key=lambda kind: likeness(title, kind))
    return f"{known}{_which(title, known)}" if _is_misread(title, known) else _sentence_case(title)


def _which(title: str, known: str) -> str:
    """Return which of several plans of a kind a title is, as it goes behind the kind: “ 10” of “tháng”, “ học kỳ II”.

    Without it the plans of two months would be one plan to who files them.
    """
    named = WHICH.search(fold(title))
    if named is None:
        return ""
    spoken, value = PERIODS[named["period"]], title[named.start("value") : named.end("value")].upper()
    return f" {value}" if known.endswith(spoken) else f" {spoken} {value}"


def _is_misread(title: str, known: str) -> bool:
    """Whether a title is a known kind with letters lost or misread, and does not name something beside it."""
    both = letters(title), letters(known)
    return likeness(title, known) >= ALIKE and abs(len(both[0]) - len(both[1])) <= MISREAD * len(both[1])


def _letter(head: Sequence[str]) -> str | None:
    """Return what a letter is about ("Công văn: rà soát …"): it says so, is addressed, and has no other title."""
    plain = [fold(line) for line in head]
    about = next(((at, told.end()) for at, line in enumerate(plain) if (told := MATTER.match(line))), None)
    titled = any(OTHER_PAPER.match(line) and is_capitals(text) for line, text in zip(plain, head, strict=True))
    if about is None or titled or not any(ADDRESSED.match(line) for line in plain):
        return None
    at, end = about
    matter = [head[at][end:]]
    for line in head[at + 1 : at + LONGEST_TITLE]:
        if not line[:1].islower():
            break
        matter.append(line)
    return f"{LETTER}: {' '.join(' '.join(matter).split()).strip(' *_.')}"


def _calendar(head: Sequence[str]) -> str | None:
    """Return the title of a calendar of works as it is called, without its days: "Lịch công tác tháng 12"."""
    title = next((line for line in head if CALENDAR.match(fold(line))), None)
    if title is None:
        return None
    bare = title.strip(" *_#")
    cut = TIME_OF_CALENDAR.search(fold(bare))
    return _sentence_case(bare[: cut.start()] if cut else bare) or None


def _title(head: Sequence[str]) -> str:
    start = next((at for at, line in enumerate(head) if TITLE.match(fold(line))), None)
    if start is None:
        return ""
    lines = [head[start]]
    for line in head[start + 1 : start + LONGEST_TITLE]:
        if LAST_OF_TITLE.match(fold(line)) or SCHOOL_YEAR.search(fold(lines[-1])):
            break
        if not BARE.match(fold(lines[-1])) and is_capitals(head[start]) and not is_capitals(line):
            break
        lines.append(line)
    title = " ".join(line.strip(" *_#") for line in lines)
    cut = SCHOOL_YEAR.search(fold(title))
    return " ".join((title[: cut.start()] if cut else title).split()).strip(" -–:.")


def _sentence_case(title: str) -> str:
    if is_capitals(title):
        return title.capitalize()
    *head, rest = title.split(" ", 2)
    if not head or not all(word.isupper() for word in head):
        return title
    # “KẾ HOẠCH / Hoạt động thư viện”: a heading in two lines is one sentence
    return f"{' '.join(head).capitalize()} {rest[:1].lower()}{rest[1:]}"
