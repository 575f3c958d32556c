"""The fields of a way of reminding as a form shows and reads them: layers in, words out, typed words in, values out."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import time

from tracker.reminders.inheritance import NAMES, overlaid
from tracker.reminders.policy import Policy
from tracker.store.policies import Values

NUMBERS = re.compile(r"\d{1,3}([\s,;]+\d{1,3})*")
YES, NO = "co", "khong"


@dataclass(frozen=True, slots=True)
class Label:
    """What a field is called, what it means, and whether only a school may say it."""

    name: str
    words: str
    hint: str
    school_only: bool = False


LABELS = (
    Label("days_before", "Nhắc trước hạn (ngày)", "0 là đúng ngày hạn, ví dụ: 7, 3, 1, 0"),
    Label("month_days_before", "Thêm cho việc hạn theo tháng", "số ngày trước, ví dụ: 14"),
    Label("term_days_before", "Thêm cho việc theo học kỳ, năm học", "số ngày trước, ví dụ: 30, 14"),
    Label("send_at", "Giờ gửi hằng ngày", "ví dụ: 07:00"),
    Label("quiet_from", "Không gửi từ", "tin sau giờ này chờ ngày làm việc sau, ví dụ: 21:00", school_only=True),
    Label(
        "overdue_days",
        "Nhắc khi quá hạn ngày thứ",
        "1 là ngày làm việc đầu tiên đã quá hạn, ví dụ: 1, 3, 7; trang và tin đếm từ ngày hạn: hạn thứ Sáu "
        "thì thứ Hai, ngày thứ 1, đã “quá hạn 3 ngày”",
    ),
    Label("overdue_every", "Sau đó nhắc lại mỗi (ngày)", "7 là đầu mỗi tuần, cùng tin của ngày ấy"),
    Label("overdue_most", "Nhắc quá hạn nhiều nhất (lần)", "0 là không nhắc khi đã quá hạn"),
    Label("helpers_after", "Báo người phối hợp sau (ngày trễ)", "ví dụ: 3"),
    Label("committee_after", "Báo Tổ giám sát sau (ngày trễ)", "ví dụ: 7"),
    Label("manager_after", "Báo người quản lý kế hoạch sau (ngày trễ)", "ví dụ: 14"),
    Label("week_summary", "Tin tóm tắt đầu tuần", "gửi Tổ giám sát và người quản lý kế hoạch", school_only=True),
)
WORDS = {label.name: label.words for label in LABELS}


@dataclass(frozen=True, slots=True)
class Step:
    """One level of the inheritance: what it is called and what it says differently."""

    words: str
    values: Values


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the form: what is typed at this level, what holds, and who says so."""

    label: Label
    typed: str
    holds: str
    source: str
    above: str


def effective(steps: tuple[Step, ...]) -> Policy:
    """Return the policy after every level, the widest first; raise ValueError when a level does not fit."""
    policy = Policy()
    for step in steps:
        policy = overlaid(policy, step.values)
    return policy


def fields_of(steps: tuple[Step, ...], typed: Mapping[str, str] | None = None) -> tuple[Field, ...]:
    """Return the fields of the narrowest level; `typed` is what a refused form held."""
    *wider, own = steps
    above, holds = effective(tuple(wider)), effective(steps)
    return tuple(
        Field(
            label,
            typed.get(label.name, "") if typed is not None else _typed(own.values.get(label.name)),
            spoken(getattr(holds, label.name)),
            next((step.words for step in reversed(steps) if label.name in step.values), "mặc định"),
            spoken(getattr(above, label.name)),
        )
        for label in LABELS
        if own.words == "trường" or not label.school_only
    )


def spoken(value: object) -> str:
    """Return a value of a policy in words."""
    if isinstance(value, time):
        return f"{value:%H:%M}"
    if isinstance(value, tuple | list):
        return ", ".join(map(str, value)) or "không"
    return {True: "có", False: "không"}[value] if isinstance(value, bool) else str(value)


def changes(was: Values, now: Values) -> tuple[str, ...]:
    """Return what a change of a level changed, field by field, in words."""
    names = [name for name in NAMES if was.get(name) != now.get(name)]
    return tuple(f"{WORDS.get(name, name)}: {_said(was, name)} → {_said(now, name)}" for name in names)


def _said(values: Values, name: str) -> str:
    return spoken(values[name]) if name in values else "theo cấp trên"


def read_values(typed: Mapping[str, str]) -> Values:
    """Return the differences typed, fields left empty not among them; raise ValueError with a sentence."""
    return {name: READ.get(name, _number)(WORDS[name], text) for name, text in typed.items() if text}


def _numbers(words: str, text: str) -> list[int]:
    if not NUMBERS.fullmatch(text):
        raise ValueError(f"{words}: “{text}” không phải danh sách số ngày. Hãy ghi như 7, 3, 1, 0")
    return sorted({int(one) for one in re.findall(r"\d+", text)}, reverse=True)


def _hour(words: str, text: str) -> str:
    found = re.fullmatch(r"(\d{1,2})(?:[:hg.](\d{2})?)?", text.replace(" ", "").lower())
    if not found or int(found[1]) >= len(range(24)) or int(found[2] or 0) >= len(range(60)):
        raise ValueError(f"{words}: “{text}” không phải giờ. Hãy ghi như 07:00")
    return f"{int(found[1]):02}:{int(found[2] or 0):02}"


def _number(words: str, text: str) -> int:
    if not re.fullmatch(r"\d{1,3}", text):
        raise ValueError(f"{words}: “{text}” không phải số. Hãy ghi một số từ 0 đến 366")
    return int(text)


def _yes(words: str, text: str) -> bool:
    if text not in {YES, NO}:
        raise ValueError(f"{words}: hãy chọn có hoặc không")
    return text == YES


def _typed(value: object) -> str:
    if value is None:
        return ""
    return {True: YES, False: NO}[value] if isinstance(value, bool) else spoken(value)


READ: dict[str, Callable[[str, str], int | str | list[int]]] = {
    **dict.fromkeys(("days_before", "month_days_before", "term_days_before"), _numbers),
    **dict.fromkeys(("send_at", "quiet_from"), _hour),
    "week_summary": _yes,
}


def told(error: ValueError) -> str:
    """Return what a policy refused, its field named as people know it."""
    sentence = str(error)
    for name, words in WORDS.items():
        sentence = re.sub(rf"\b{name}\b", f"“{words}”", sentence)
    return sentence
