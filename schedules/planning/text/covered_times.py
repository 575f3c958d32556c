"""The days a paper is about, in a bracket behind it: "Lập bảng trực Tết (trực từ 14/02), trình duyệt trước 10/02"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.planning.text.found_kinds import is_day, is_last_day, is_span, is_stretch
from schedules.proofreading.naming import CAPITALS
from schedules.wording import Found, fold

PAPER = re.compile(
    r"\b(?:lap|xay dung|soan(?: thao)?|du thao|xep|sap xep|len|phan cong|tham muu|de xuat|du tru|ban hanh|"
    r"ra quyet dinh|hoan thien|tong hop|viet) (?:[a-z0-9]+ ){0,4}?(?:bang|ke hoach|lich|danh sach|phuong an|du toan|"
    r"du tru|de an|chuong trinh|kich ban|quyet dinh|phan cong|thoi khoa bieu|ho so|to trinh|noi quy|the le)\b"
)
"""What is written before what it is about is held."""

SENTENCE = re.compile(rf"[.;]\s+(?=[{CAPITALS}])")


def without_covered(text: str, found: Sequence[Found]) -> list[Found]:
    """Leave out days in a bracket behind a paper that has to be done with before they come, by the last day behind."""
    return [
        one
        for at, one in enumerate(found)
        if not (at + 1 < len(found) and _is_what_it_is_about(one, found[at + 1], text))
    ]


def _is_what_it_is_about(one: Found, then: Found, text: str) -> bool:
    if not (is_span(one) or is_day(one) or is_stretch(one)) or not is_last_day(then):
        return False
    first, last = one.due.start or one.due.day, then.due.day
    opened, between = text.rfind("(", 0, one.end), text[one.end : then.start]
    closed = text.find(")", opened) if opened >= 0 else -1
    bracketed = one.end <= closed + 1 <= then.start and (opened <= one.start or text[closed + 1 : one.end] == "")
    if not bracketed or first is None or last is None or last >= first or SENTENCE.search(between):
        return False
    clause = SENTENCE.split(text[:opened])[-1]
    return PAPER.search(f"{fold(clause)} ") is not None
