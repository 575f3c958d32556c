"""Why a line of a batch could not be answered, in words: looked at again part by part, only once it has failed."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from schedules.plan import SchoolYear
from tracker.commands.line_context import ABSENT, month_of

KINDS = {str: "chuỗi chữ", dict: "đối tượng", list: "danh sách", bool: "đúng/sai", int: "số", float: "số"}


def reason(line: bytes) -> str:
    """Return one sentence: which part of a line is missing or wrong, what was found, what was expected."""
    try:
        asked = json.loads(line)
    except UnicodeDecodeError:
        return "chữ không phải UTF-8"
    except json.JSONDecodeError as error:
        return f"không phải JSON (từ ký tự thứ {error.pos + 1})"
    except (ValueError, RecursionError):
        return "không phải JSON đọc được"
    if not isinstance(asked, dict):
        return f"cần một đối tượng, đây là {_kind(asked)}"
    if "text" not in asked:
        return "thiếu “text”"
    if not isinstance(asked["text"], str):
        return f"“text” cần là chuỗi chữ, đây là {_kind(asked['text'])}"
    given = asked.get("context")
    return _about_context(given) if isinstance(given, dict) else f"“context” cần là đối tượng, đây là {_kind(given)}"


def _about_context(given: dict[str, Any]) -> str:
    year, day, month = (given.get(name) for name in ("school_year", "doc_date", "table_month"))
    if year not in ABSENT and not _reads(SchoolYear.parse, year):
        return f"“school_year” là {_shown(year)}; cần dạng 2023-2024"
    if day not in ABSENT and not _reads(date.fromisoformat, day):
        return f"“doc_date” là {_shown(day)}; cần ngày dạng 2023-09-25"
    if month not in ABSENT and not _reads(month_of, month):
        return f"“table_month” là {_shown(month)}; cần số từ 1 đến 12"
    return "câu hoặc ngữ cảnh có phần không đọc được"


def _reads(read: Any, value: object) -> bool:
    try:
        read(value)
    except (ValueError, TypeError):
        return False
    return True


def _kind(value: object) -> str:
    return KINDS.get(type(value), "null")


def _shown(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)[:60]
