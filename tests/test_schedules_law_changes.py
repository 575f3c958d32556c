"""A rule that changed lists the kept works it touches and moves none of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from schedules.calendar import load_calendar
from schedules.law import LawBook, LawTask, affected, load_law
from schedules.plan import NO_DUE, Level, SchoolYear, Task

CALENDAR, BOOK = load_calendar(), load_law()
YEAR = SchoolYear(2023)


def changed(book: LawBook, rule_id: str, **changes: object) -> LawBook:
    rules = tuple(replace(rule, **changes) if rule.id == rule_id else rule for rule in book.rules)
    return replace(book, rules=rules)


def without(book: LawBook, start: str) -> LawBook:
    return replace(book, rules=tuple(rule for rule in book.rules if not rule.id.startswith(start)))


def asked(book: LawBook, year: SchoolYear = YEAR) -> tuple[LawTask, ...]:
    return book.tasks(year, Level.THCS, CALENDAR)


def kept(book: LawBook, year: SchoolYear = YEAR) -> tuple[Task, ...]:
    return tuple(replace(task, citation=task.cited) for task in asked(book, year))


def test_nothing_is_touched_while_the_rules_stand() -> None:
    assert affected(kept(BOOK), asked(BOOK), BOOK.rules) == ()


def test_only_legal_works_of_the_changed_rule_are_listed_each_with_what_is_asked_instead() -> None:
    new = changed(BOOK, "61-2017/thuc-hien-quy", term=20)
    found = affected((*kept(BOOK), Task("Công khai tài chính", NO_DUE)), asked(new), new.rules)
    assert [(str(each.task.due.day), str(each.instead.due.day)) for each in found if each.instead] == [
        ("2023-10-16", "2023-10-20"),
        ("2024-01-15", "2024-01-22"),
        ("2024-04-15", "2024-04-22"),
        ("2024-07-15", "2024-07-22"),
    ]
    assert all(each.moves for each in found)


def test_another_article_for_the_same_day_is_told_without_a_move() -> None:
    new = changed(BOOK, "36-2017/bao-cao", article="Điều 99")
    (found,) = affected(kept(BOOK), asked(new), new.rules)
    assert found.instead
    assert "Điều 99" in found.instead.citation
    assert not found.moves


def test_a_work_whose_rule_is_gone_is_listed_with_nothing_instead() -> None:
    new = without(BOOK, "36-2017/bao-cao")
    (found,) = affected(kept(BOOK), asked(new), new.rules)
    assert (found.task.due.day, found.instead) == (date(2023, 9, 30), None)


def test_a_rule_that_ends_gives_way_to_the_rule_after_it_on_the_same_matter() -> None:
    old = changed(without(BOOK, "26-2026"), "61-2017/thuc-hien-quy", valid_to=None)
    year = SchoolYear(2025)
    found = affected(kept(old, year), asked(BOOK, year), BOOK.rules)
    assert [(str(each.task.due.day), each.instead.rule_id) for each in found if each.instead] == [
        ("2026-04-15", "26-2026/thuc-hien-ky"),
        ("2026-07-15", "26-2026/thuc-hien-ky"),
    ]
    assert len({each.instead.due.day for each in found if each.instead}) == 2


def test_a_work_never_takes_the_day_of_another_that_stands() -> None:
    first, *rest = [task for task in kept(BOOK) if task.due.rule == "law.61-2017/thuc-hien-quy"]
    new_name = replace(first, title=f"{first.title} (kỳ cũ)")
    fewer = [task for task in asked(BOOK) if task.title != first.title]
    (found,) = affected((new_name, *rest), fewer, BOOK.rules)
    assert found.instead is None or found.instead.due.rule != first.due.rule
