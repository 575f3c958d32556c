"""Next year's draft from this year's plan: dates by the same wording, unfinished work with its reason."""

from schedules.planning.next_year.draft import Ground, NextPlan, NextWork, Rules, Work, next_plan, year_of

__all__ = ["Ground", "NextPlan", "NextWork", "Rules", "Work", "next_plan", "year_of"]
