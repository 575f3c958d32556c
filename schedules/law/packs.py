"""A rule pack, one TOML file per circular, read into rules; a row that cannot hold is refused by name."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

from schedules.law.rows import Row, numbered
from schedules.law.rules import FRAME_DAYS, Fixed, Rule, Sector, Trigger, Unit
from schedules.plan import Bound, Recurrence

FIXED = re.compile(
    r"(?P<bound>before|by|during|at) (?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|(?P<frame>\w+))(?:: (?P<name>.+))?"
)
COMMON_YEAR = 2023
Choice = TypeVar("Choice", bound=StrEnum)
FIXED_FORMS = "cần “before 09-30”, “by 09-30”, “during 06”, “at term1_end”, “at year_end”, thêm “: tên lần này” nếu có"
PERIODS = ("quarter", "cumulative")


def pack_rows(name: str, tables: Mapping[str, Any]) -> tuple[Row, ...]:
    """Return the rules of a pack as rows: what [pack] says holds for each [[rule]] that does not say otherwise."""
    whole = Row(tables, name)
    whole.only({"pack", "rule"})
    pack = tables.get("pack", {})
    if not isinstance(pack, dict):
        raise whole.refuse("“pack” cần là một bảng [pack]")
    return numbered(whole, "rule", pack)


def read_rule(row: Row) -> Rule:
    """Return the rule of a row; raise BadRowError when a field is missing, odd or contradicts its trigger."""
    row.only({*Rule.__dataclass_fields__})
    trigger = _one_of(row, "trigger", Trigger)
    counted = trigger in {Trigger.PERIOD, Trigger.EVENT}
    rule = Rule(
        id=row.text("id"),
        circular=row.text("circular"),
        article=row.text("article"),
        what=row.text("what"),
        words=row.text("words"),
        valid_from=row.needed_day("valid_from"),
        valid_to=row.day("valid_to"),
        levels=row.levels(),
        sector=_one_of(row, "sector", Sector),
        trigger=trigger,
        source=row.text("source"),
        verified=row.flag("verified"),
        fixed=tuple(_fixed(row, text) for text in row.texts("fixed")),
        period=row.text("period", ""),
        event=row.text("event", ""),
        term=row.number("term") if counted else 0,
        unit=_one_of(row, "unit", Unit) if counted else Unit.DAY,
        counted_from=row.text("counted_from") if counted else "",
        recurrence=_one_of(row, "recurrence", Recurrence) if row.text("recurrence", "") else None,
        matter=row.text("matter", ""),
        condition=row.text("condition", ""),
        amended=row.text("amended", ""),
        amended_from=row.day("amended_from"),
        public=row.flag("public"),
        review=row.flag("review"),
        to_authority=row.flag("to_authority"),
    )
    _check(row, rule)
    return rule


def _check(row: Row, rule: Rule) -> None:
    needed = {Trigger.SCHOOL_YEAR: "fixed", Trigger.PERIOD: "period", Trigger.EVENT: "event"}.get(rule.trigger)
    if needed and not getattr(rule, needed):
        raise row.refuse(f"trigger “{rule.trigger}” cần trường “{needed}”")
    if rule.period and rule.period not in PERIODS:
        raise row.refuse(f"không có kỳ “{rule.period}”; cần một trong: {', '.join(PERIODS)}")
    if rule.valid_to and rule.valid_to < rule.valid_from:
        raise row.refuse(f"hết hiệu lực {rule.valid_to} trước khi có hiệu lực {rule.valid_from}")


def _fixed(row: Row, text: str) -> Fixed:
    match = FIXED.fullmatch(text)
    if match is None or (match["frame"] and match["frame"] not in FRAME_DAYS):
        raise row.refuse(f"“{text}” không phải ngày cố định; {FIXED_FORMS}")
    bound = Bound.BY if match["bound"] == "at" else Bound(match["bound"])
    fixed = Fixed(bound, int(match["month"] or 0), int(match["day"] or 0), match["frame"] or "", match["name"] or "")
    if not fixed.frame and (not _exists(fixed) or (fixed.bound is Bound.DURING) == bool(fixed.day)):
        raise row.refuse(f"“{text}” không có trên lịch")
    return fixed


def _exists(fixed: Fixed) -> bool:
    try:
        date(COMMON_YEAR, fixed.month, fixed.day or 1)
    except ValueError:
        return False
    return True


def _one_of(row: Row, name: str, choices: type[Choice]) -> Choice:
    value = row.text(name)
    try:
        return choices(value)
    except ValueError:
        known = ", ".join(choices)
        raise row.refuse(f"trường “{name}” là “{value}”; cần một trong: {known}") from None
