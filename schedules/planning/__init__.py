"""Blocks → a plan: header, dated tasks, duties and findings; body and appendix reconciled into one task."""

from __future__ import annotations

from schedules.planning.understanding import understand, week_scores, worded

__all__ = ["understand", "week_scores", "worded"]
