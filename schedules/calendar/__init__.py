"""School years, terms, weeks of a month, working days, days off: what days mean at a school."""

from schedules.calendar.frames import Frame
from schedules.calendar.points import points, with_points
from schedules.calendar.school import SchoolCalendar, load_calendar
from schedules.calendar.scoring import SLACK, RuleScore, score_week_rules
from schedules.calendar.weeks import WeekRule
from schedules.calendar.working_days import WorkingDays

__all__ = [
    "SLACK",
    "Frame",
    "RuleScore",
    "SchoolCalendar",
    "WeekRule",
    "WorkingDays",
    "load_calendar",
    "points",
    "score_week_rules",
    "with_points",
]
