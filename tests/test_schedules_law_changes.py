"""A rule that changed lists the open tasks it touches and moves none of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from schedules.calendar import load_calendar
from schedules.law import affected, changed_rules, load_law
from schedules.plan import NO_DUE, Level, SchoolYear, Task

CALENDAR, OLD = load_calendar(), load_law()


def changed(rule_id: str, **changes: object):
    rules = tuple(replace(rule, **changes) if rule.id == rule_id else rule for rule in OLD.rules)
    return replace(OLD, rules=rules)


def test_a_book_has_not_changed_against_itself():
    assert changed_rules(OLD, OLD) == ()


def test_a_changed_term_names_the_field_and_both_wordings():
    new = changed("61-2017/thuc-hien-quy", term=20, words="Chậm nhất 20 ngày kể từ ngày kết thúc quý")
    (change,) = changed_rules(OLD, new)
    assert change.fields == ("words", "term")
    assert "20 ngày" in change.words
    assert "15 ngày" in change.words


def test_rules_that_come_and_go_are_told_apart():
    fewer = replace(OLD, rules=OLD.rules[1:])
    assert [change.change for change in changed_rules(OLD, fewer)] == ["gone"]
    assert [change.change for change in changed_rules(fewer, OLD)] == ["added"]


def test_only_legal_tasks_of_the_changed_rule_are_listed_each_with_its_proposal():
    new = changed("61-2017/thuc-hien-quy", term=20)
    year, level = SchoolYear(2023), Level.THCS
    tasks = (*OLD.tasks(year, level, CALENDAR), Task("Công khai tài chính", NO_DUE))
    found = affected(tasks, changed_rules(OLD, new), new.tasks(year, level, CALENDAR))
    moves = [(str(each.task.due.day), str(each.proposal.due.day)) for each in found]
    assert moves == [
        ("2023-10-16", "2023-10-20"),
        ("2024-01-15", "2024-01-22"),
        ("2024-04-15", "2024-04-22"),
        ("2024-07-15", "2024-07-22"),
    ]


def test_a_task_whose_rule_is_gone_is_listed_without_a_proposal():
    new = replace(OLD, rules=tuple(rule for rule in OLD.rules if rule.id != "36-2017/bao-cao"))
    tasks = OLD.tasks(SchoolYear(2023), Level.THCS, CALENDAR)
    (found,) = affected(tasks, changed_rules(OLD, new), new.tasks(SchoolYear(2023), Level.THCS, CALENDAR))
    assert (found.task.due.day, found.proposal) == (date(2023, 9, 30), None)


def test_a_rule_that_ends_proposes_what_the_rule_after_it_asks_on_the_same_matter():
    old = changed("61-2017/thuc-hien-quy", valid_to=None)
    new_rules = tuple(rule for rule in old.rules if not rule.id.startswith("26-2026"))
    old = replace(old, rules=new_rules)
    year, level = SchoolYear(2025), Level.THCS
    found = affected(old.tasks(year, level, CALENDAR), changed_rules(old, OLD), OLD.tasks(year, level, CALENDAR))
    moves = [(str(each.task.due.day), each.proposal.rule_id) for each in found]
    assert moves == [("2026-04-15", "26-2026/thuc-hien-ky"), ("2026-07-15", "26-2026/thuc-hien-ky")]
