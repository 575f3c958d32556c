"""Days on which nobody works, as a plan notes them ("Lưu ý: tuần … nghỉ Tết", "tháng 1 không xếp lịch"): no works."""

from __future__ import annotations

import re
from itertools import pairwise

from schedules.planning.acts import acts_of
from schedules.planning.people.deeds import opens_with_deed
from schedules.wording import fold

REST = re.compile(
    r"\bnghi (?:tet|le|he|giua (?:ky|hoc ky|ki)|bu|lam viec|day|hoc)\b|"
    r"\bkhong (?:xep lich|xep|to chuc|bo tri|tinh vao|lam viec|kiem tra|co lich|hoc)\b|\btheo lich (?:nghi|cua)\b"
)
BARE = re.compile(
    r"^\W*(?:(?:hoc sinh|tre|toan truong|giao vien|gv|hs|cbgvnv)\W+){0,2}(?:duoc )?"
    r"nghi(?: cuoi tuan| bu| (?:tet|le|he)\b[^,;:.\d]*\btheo (?:lich|quy dinh|thong bao|huong dan)\b[^,;:.\d]*)?\W*$"
)
AS_USUAL = re.compile(r"^\W*(?:day va hoc|day hoc|day|hoc)(?: chinh khoa| theo thoi khoa bieu)? binh thuong\W*$")
"""“Dạy học bình thường”: a half-day of a calendar on which nothing else is."""

NOTHING_THEN = re.compile(
    r"^\W*khong (?:kiem tra|xep lich|bo tri|sinh hoat|du gio|hop|co lich)(?: [a-z]+){0,2}(?: ?\([^()]*\))?\W*$"
)
"""“Không kiểm tra (nghỉ Tết)”: the row of a month in which there is nothing to do."""

ONLY_REST = re.compile(
    r"^\W*(?:(?:hoc sinh|tre|toan truong|giao vien|gv|hs|cbgvnv)\W+){0,2}(?:duoc )?nghi (?:tet|le)\b[^,;:.]*$"
)
WHO_RESTS = (
    r"(?:(?:(?:rieng|cac|toan|hoc sinh|hs|tre|con lai)\s+)*"
    r"(?:(?:khoi|lop)(?: lop)? [\da-z]{1,4}(?:(?:\s*[,;&-]\s*|\s+va\s+)(?:(?:khoi|lop) )?[\da-z]{1,4})*|"
    r"truong|hoc sinh|hs|tre|giao vien|gv|(?:lop|khoi)(?= con lai))(?: con lai| khac)?)"
)
ON_DAYS = (
    r"(?:(?:vao|trong|tu|den|het|va|ca|ngay|buoi|sang|chieu|toi|thu (?:hai|ba|tu|nam|sau|bay|\d)|chu nhat|"
    r"\d{1,2}(?:\s*[/.]\s*\d{1,2}(?:\s*[/.]\s*20\d\d)?)?)\s*[,;&–-]?\s*)+"
)
OFF_THEN = re.compile(
    rf"^\W*(?:{ON_DAYS}\W*{WHO_RESTS}(?: (?:deu|duoc|se))? nghi(?: hoc)?(?:\s+{ON_DAYS})?|"
    rf"{WHO_RESTS}(?: (?:deu|duoc|se))? nghi(?: hoc)?\s+{ON_DAYS})\W*$"
)
"""“Chiều 22 và 23/12 khối 12 nghỉ”: who is free on a day, beside what the others do."""

NOTE = re.compile(r"^[\s*(]*(?:ghi chu|luu y|chu y|chu thich|rieng)\b[^:]{0,20}:|^\s*[*(]")
CLAUSES = re.compile(r"[,;.]\s+|\s+-\s+")
SENTENCE = re.compile(r"(?<=[^\s.])[.;][^\S\n]+(?=\w)")
LABELLED = re.compile(r"^\W*(?:ghi chu|luu y|chu y|chu thich)\b[^:]{0,20}:")
LABEL = re.compile(r"^[\s*(]*(?:ghi chú|lưu ý|chú ý|chú thích)\b[^:]{0,20}:\s*", re.IGNORECASE)


def notes_rest(text: str) -> bool:
    """Whether a note only says when nobody works or who decides it; a note that also asks for a deed is none."""
    if not NOTE.match(fold(text)):
        return False
    clauses = [clause.strip(" *().") for clause in CLAUSES.split(LABEL.sub("", text)) if clause.strip(" *().")]
    idle = [clause for clause in clauses if REST.search(fold(clause))]
    return bool(idle) and not any(_asks(clause) for clause in clauses)


def is_rest(work: str) -> bool:
    """Whether a row of a table only names a break, or a half-day like any other: "Nghỉ Tết", "Dạy học bình thường"."""
    folded = fold(" ".join(work.split()))
    return is_day_off(work) or any(rest.match(folded) for rest in (ONLY_REST, AS_USUAL, NOTHING_THEN))


def without_rests(text: str) -> str:
    """Return a text without the sentences and clauses that only name a break; one that is nothing else stays.

    "…. Nghỉ Tết theo lịch của tỉnh", "Nghỉ Tết từ 14/02 đến 22/02; ổn định nền nếp".
    """
    at = [0, *(sign.end() for sign in SENTENCE.finditer(text)), len(text)]
    parts = [text[start:end] for start, end in pairwise(at)]
    kept = [part for part in parts if not is_rest(part.strip(" .;"))]
    return "".join(kept) if kept else text


def tells_who_rests(sentence: str) -> bool:
    """Whether a sentence only says who has a day or a part of it off: "Ngày 22/12 khối 12 nghỉ buổi chiều"."""
    return OFF_THEN.match(LABELLED.sub("", fold(" ".join(sentence.split())))) is not None


def is_day_off(title: str) -> bool:
    """Whether a work says nothing but that nobody works: "Nghỉ", "Toàn trường nghỉ bù"."""
    return BARE.match(fold(title)) is not None


def _asks(clause: str) -> bool:
    return not REST.match(fold(clause).strip()) and bool(acts_of(clause) or opens_with_deed(clause))
