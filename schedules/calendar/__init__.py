"""School years, terms, weeks of a month, working days, days off: what days mean at a school."""

from schedules.calendar.frames import Frame, has_days, provinces
from schedules.calendar.known_days import known_day
from schedules.calendar.own_frames import OwnFrame, own_frames
from schedules.calendar.points import ends_as_it_begins, last_in_time, points, with_points
from schedules.calendar.school import SchoolCalendar, load_calendar
from schedules.calendar.scoring import SLACK, RuleScore, score_week_rules
from schedules.calendar.weeks import WeekRule
from schedules.calendar.working_days import WorkingDays

__all__ = [
    "SLACK",
    "Frame",
    "OwnFrame",
    "RuleScore",
    "SchoolCalendar",
    "WeekRule",
    "WorkingDays",
    "ends_as_it_begins",
    "has_days",
    "known_day",
    "last_in_time",
    "load_calendar",
    "own_frames",
    "points",
    "provinces",
    "score_week_rules",
    "with_points",
]
