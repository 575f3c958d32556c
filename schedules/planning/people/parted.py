"""Several who each do a part of one work: “Soạn đề (Toán: thầy Quý; Văn: cô Hà)”, “…: Mở đầu - thầy Phong; …”."""

from __future__ import annotations

import re

from schedules.planning.people.names import People
from schedules.planning.people.persons import CALLED
from schedules.wording import fold

NAMES = rf"{CALLED}(?:(?:,|\s+và)\s+{CALLED})*"
PART = rf"[^\W_][^,;:.()–—\x00\n]{{0,40}}?(?:\s*:|\s+[-–—])\s+{NAMES}"
SHARED = re.compile(rf"(?:\(|:\s+){PART}(?:\s*[;,]\s+{PART})+\s*(?=[).;\x00]|$)")
WHO = re.compile(CALLED)
DONE_TO = re.compile(
    r"^\W*(?:(?:to chuc|thuc hien|lich)\s+)?(?:du gio|tham lop|kiem tra|danh gia|thanh tra|bau|gioi thieu|khen|moi)\b|"
    r"\b(?:duoc|thanh vien)\b"
)
"""“Dự giờ: Toán - cô Hà; Văn - thầy Quý”: those it is done to."""


def parted_among(text: str) -> tuple[People, str] | None:
    """Return those who each do a part of a work, and the text without them; None where no parts are shared out."""
    found = SHARED.search(text)
    if not found or DONE_TO.search(fold(text[: found.start()])) or not re.search(r"[^\W\d_]", text[: found.start()]):
        return None
    who = [one[0] for one in WHO.finditer(found[0])]
    end = found.end() + text[found.end() :].startswith(")")
    return tuple(dict.fromkeys(who)), f"{text[: found.start()].rstrip()} {text[end:].strip()}".strip()
