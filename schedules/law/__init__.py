"""Dated legal rules as data, and the few lines that apply them."""

from schedules.law.book import LawBook, checkpoints, compare_with_law, dated_by_plan, load_law
from schedules.law.changes import Affected, affected
from schedules.law.criteria import Criterion
from schedules.law.criterion_titles import Mistitled, mistitled
from schedules.law.register import Circular, Register
from schedules.law.rules import Rule, Sector
from schedules.law.tasks import LawTask

__all__ = [
    "Affected",
    "Circular",
    "Criterion",
    "LawBook",
    "LawTask",
    "Mistitled",
    "Register",
    "Rule",
    "Sector",
    "affected",
    "checkpoints",
    "compare_with_law",
    "dated_by_plan",
    "load_law",
    "mistitled",
]
