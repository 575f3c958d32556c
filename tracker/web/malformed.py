"""What is wrong with a request to the API: each part that is missing or wrong, by name, with what was expected."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

MOST = 5
"""Parts named at once; the rest are counted."""

LONGEST = 60
FROM = {"query": "trên địa chỉ", "path": "trong đường dẫn", "header": "trong đầu yêu cầu"}
WANTED = {
    "string": "chuỗi chữ",
    "int": "số nguyên",
    "float": "số",
    "bool": "true hoặc false",
    "list": "danh sách",
    "dict": "đối tượng JSON",
    "model": "đối tượng JSON",
    "date": "ngày dạng 2023-09-25",
    "datetime": "thời điểm dạng 2024-05-24T07:00+07:00",
    "time": "giờ dạng 07:00",
}
"""What was expected, by the first word of the checker's own name for the mistake."""


def sentence_of(errors: Sequence[Mapping[str, Any]]) -> str:
    """Return the mistakes of a request as one sentence, empty when there are none."""
    told = list(dict.fromkeys(_one(error) for error in errors))
    more = f"; và {len(told) - MOST} chỗ nữa" if len(told) > MOST else ""
    return f"Yêu cầu chưa đúng: {'; '.join(told[:MOST])}{more}. Hãy sửa rồi gửi lại." if told else ""


def _one(error: Mapping[str, Any]) -> str:
    kind, context = str(error.get("type", "")), error.get("ctx") or {}
    name = _name(error.get("loc") or ())
    if kind == "json_invalid":
        return "thân yêu cầu không phải JSON đọc được"
    if isinstance(error.get("input"), bytes):
        return "thân yêu cầu không gửi dưới dạng JSON; cần đối tượng JSON và Content-Type: application/json"
    if kind == "missing":
        return f"thiếu {name}"
    if kind == "extra_forbidden":
        return f"{name} không phải phần được nhận"
    if kind == "union_tag_not_found":
        return f"thiếu “{str(context.get('discriminator', '')).strip(chr(39))}” trong {name}"
    # an address may hold a password: it is not said back
    shown = not isinstance(error.get("input"), dict | list) and "address" not in name
    given = f"{name} là {_shown(error.get('input'))}" if shown else name
    if kind == "union_tag_invalid":
        return f"“{_plain(context.get('discriminator'))}” là “{context.get('tag')}”; cần một trong: {_tags(context)}"
    return f"{given}; cần {' '.join(_wanted(kind, context)) or 'dạng khác'}"


def _wanted(kind: str, context: Mapping[str, Any]) -> Iterator[str]:
    if kind in ("enum", "literal_error"):
        yield f"một trong: {_tags(context)}"
    elif kind in ("greater_than_equal", "less_than_equal", "greater_than", "less_than"):
        words = {"ge": "từ", "le": "đến", "gt": "lớn hơn", "lt": "nhỏ hơn"}
        yield from (f"số {said} {context[name]}" for name, said in words.items() if name in context)
    elif kind in ("string_too_long", "too_long"):
        yield f"không quá {context.get('max_length')} {'ký tự' if kind.startswith('string') else 'phần'}"
    elif kind in ("string_too_short", "too_short"):
        yield f"ít nhất {context.get('min_length')} {'ký tự' if kind.startswith('string') else 'phần'}"
    else:
        yield from (words for prefix, words in WANTED.items() if kind.split("_", maxsplit=1)[0] == prefix)


def _name(place: Sequence[object]) -> str:
    """Return the part a mistake is in: “tasks[0]”, or the whole body."""
    first, *rest = place or ("body",)
    named = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in rest).lstrip(".")
    where = FROM.get(str(first), "")
    return f"“{named}”{f' {where}' if where else ''}" if named else "thân yêu cầu"


def _shown(value: object) -> str:
    text = json.dumps(value) if value is None or isinstance(value, bool) else str(value)
    return f"“{text if len(text) <= LONGEST else text[:LONGEST] + '…'}”"


def _plain(text: object) -> str:
    return str(text).strip("'")


def _tags(context: Mapping[str, Any]) -> str:
    return str(context.get("expected") or context.get("expected_tags") or "").replace("'", "").replace(" or ", ", ")
