"""A plan leaves the school's own week rule only for days on which a work of some week is held."""

from __future__ import annotations

from datetime import date

from schedules.calendar import WeekRule, load_calendar
from schedules.plan import Bound, Due, Precision
from schedules.planning import understand
from schedules.planning.weeks.rule import best_rule, ranked_rules
from schedules.reading import read_text

CALENDAR = load_calendar()
LAST_DAY = ((2026, 5, 4), Due(day=date(2026, 5, 25), precision=Precision.DAY, bound=Bound.BEFORE))
"""The school's fourth week of May 2026 begins on the 25th: no report of that week is sent before the 25th."""

HELD = ((2026, 3, 3), Due(start=date(2026, 3, 15), day=date(2026, 3, 15), precision=Precision.DAY))
"""A Sunday, in the third week of March 2026 only where weeks are blocks of seven days."""

HEAD = "TRƯỜNG THCS HOA SEN\nĐồi Sim, ngày 10 tháng 9 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nIII. NHIỆM VỤ\n"
TABLE = (
    "PHỤ LỤC\nLỊCH THỰC HIỆN\nTháng\tNội dung\tMốc thời gian\tPhụ trách\n"
    "3/2026\tHội giảng cấp tổ\tTuần 3\tCô Na\n5/2026\tGửi báo cáo tổng kết công tác khảo thí\tTuần 4\tCô Mận\n"
)


def test_a_last_day_that_its_week_cannot_keep_changes_no_rule():
    best = best_rule([LAST_DAY], CALENDAR)
    assert best is not None
    assert (best.rule, best.gainsaid) == (WeekRule.THURSDAY, 1)


def test_a_day_held_in_a_week_changes_the_rule():
    assert ranked_rules([HELD, LAST_DAY], CALENDAR)[0].rule is WeekRule.BLOCKS


def test_no_anchor_speaks_for_no_rule():
    assert (best_rule([], CALENDAR), ranked_rules([], CALENDAR)) == (None, ())


def test_weeks_elsewhere_in_the_plan_stay_as_the_school_counts_them():
    body = "- Gửi báo cáo tổng kết công tác khảo thí về UBND xã trước ngày 25/5/2026.\n"
    tasks = understand(read_text(f"{HEAD}{body}{TABLE}", "dán"), CALENDAR).tasks
    weeks = [(task.due.start, task.due.day) for task in tasks if task.title == "Hội giảng cấp tổ"]
    assert weeks == [(date(2026, 3, 16), date(2026, 3, 22))]
