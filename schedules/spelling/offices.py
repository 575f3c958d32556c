"""The offices of a school by their short names: “GVCN 5A” and “Giáo viên chủ nhiệm 5A” are one."""

from __future__ import annotations

SHORT = {
    "bgh": "ban giam hieu",
    "ht": "hieu truong",
    "pht": "pho hieu truong",
    "p.ht": "pho hieu truong",
    "pho ht": "pho hieu truong",
    "p.hieu truong": "pho hieu truong",
    "gvcn": "giao vien chu nhiem",
    "gvbm": "giao vien bo mon",
    "gv": "giao vien",
    "ttcm": "to truong chuyen mon",
    "tpcm": "to pho chuyen mon",
    "tpt": "tong phu trach",
    "tpt doi": "tong phu trach doi",
    "hdtdg": "hoi dong tu danh gia",
    "cmhs": "cha me hoc sinh",
    "nvyt": "nhan vien y te",
}
"""Short names, folded, and the office each stands for; "TT" and "CB" stand for several and are left alone."""


def spellings(name: str) -> tuple[str, ...]:
    """Return every folded way to write the name of an office, the given one (folded, single blanks) first."""
    full = in_full(name)
    shorter = (short + full.removeprefix(office) for short, office in SHORT.items() if _begins(full, office))
    return tuple(dict.fromkeys((name, full, *shorter)))


def in_full(name: str) -> str:
    """Return the folded name of an office with its short name spelled out."""
    known = max((short for short in SHORT if _begins(name, short)), key=len, default="")
    return SHORT[known] + name.removeprefix(known) if known else name


def _begins(name: str, head: str) -> bool:
    return name == head or name.startswith(f"{head} ")
