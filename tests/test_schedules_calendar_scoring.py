"""Choosing the week rule by the dates a plan gives twice."""

from __future__ import annotations

from datetime import date

from schedules.calendar import WeekRule, load_calendar, score_week_rules
from schedules.plan import NO_DUE, Bound, Due, Precision

CALENDAR = load_calendar()


def before(year: int, month: int, day: int) -> Due:
    return Due(day=date(year, month, day), precision=Precision.DAY, bound=Bound.BEFORE)


FIFTH_SEED = [
    ((2023, 9, 3), before(2023, 9, 25)),
    ((2023, 10, 3), Due(start=date(2023, 10, 16), day=date(2023, 10, 16), precision=Precision.DAY)),
    ((2023, 11, 4), Due(day=date(2023, 11, 25), precision=Precision.DAY, bound=Bound.BY)),
    ((2024, 4, 4), before(2024, 4, 28)),
    ((2024, 5, 5), before(2024, 5, 31)),
    ((2024, 2, 1), Due(start=date(2024, 2, 1), day=date(2024, 2, 29), precision=Precision.MONTH)),
]


def test_only_the_thursday_rule_meets_all_six_dates_of_the_fifth_seed():
    scores = {score.rule: score.fitted for score in score_week_rules(FIFTH_SEED, CALENDAR)}
    assert scores == {WeekRule.THURSDAY: 6, WeekRule.BLOCKS: 5, WeekRule.ROWS: 4, WeekRule.FIRST_MONDAY: 4}


def test_the_best_rule_comes_first_and_says_its_score():
    best = score_week_rules(FIFTH_SEED, CALENDAR)[0]
    assert (best.rule, best.words, best.missed) == (WeekRule.THURSDAY, "khớp 6/6 mốc", ())


def test_a_rule_names_the_weeks_it_misses():
    rows = next(score for score in score_week_rules(FIFTH_SEED, CALENDAR) if score.rule is WeekRule.ROWS)
    assert rows.missed == ((2023, 9, 3), (2023, 10, 3))


def test_a_plan_in_blocks_is_recognised():
    anchors = [
        ((2023, 10, 2), before(2023, 10, 15)),
        ((2024, 5, 1), before(2024, 5, 8)),
        ((2023, 9, 3), Due(start=date(2023, 9, 21), day=date(2023, 9, 21), precision=Precision.DAY)),
    ]
    assert score_week_rules(anchors, CALENDAR.with_week_rule(WeekRule.ROWS))[0].rule is WeekRule.BLOCKS


def test_a_latest_day_in_the_week_after_speaks_for_no_other_rule():
    anchors = [((2025, 4, 2), before(2025, 4, 15)), ((2024, 10, 1), before(2024, 10, 10))]
    best = score_week_rules(anchors, CALENDAR)[0]
    assert (best.rule, best.words) == (WeekRule.THURSDAY, "khớp 0/2 mốc, không trái mốc nào")


def test_a_latest_day_before_its_week_gainsays_the_rule():
    anchors = [((2024, 9, 1), before(2024, 9, 2)), ((2024, 9, 2), before(2024, 9, 18))]
    thursday = next(score for score in score_week_rules(anchors, CALENDAR) if score.rule is WeekRule.THURSDAY)
    assert thursday.gainsaid == 1


def test_work_that_holds_a_whole_week_agrees_with_it():
    """Exams over the turn of the year: of their days 1–4 January are the week of that month."""
    exams = Due(start=date(2025, 12, 29), day=date(2026, 1, 7), precision=Precision.DAY, bound=Bound.DURING)
    best = score_week_rules([((2026, 1, 1), exams)], CALENDAR)[0]
    assert (best.rule, best.fitted, best.gainsaid) == (WeekRule.THURSDAY, 1, 0)


def test_among_equals_the_calendars_own_rule_comes_first():
    same = [((2024, 4, 4), before(2024, 4, 28))]
    assert score_week_rules(same, CALENDAR)[0].rule is WeekRule.THURSDAY
    assert score_week_rules(same, CALENDAR.with_week_rule(WeekRule.ROWS))[0].rule is WeekRule.ROWS


def test_a_list_of_weeks_is_one_span():
    anchors = [((2023, 11, 3, 4), Due(start=date(2023, 11, 13), day=date(2023, 11, 25), precision=Precision.DAY))]
    assert score_week_rules(anchors, CALENDAR)[0].fitted == 1


def test_the_last_day_of_a_week_belongs_to_it():
    by_thursday = Due(day=date(2023, 9, 14), precision=Precision.DAY, bound=Bound.BY)
    blocks = next(
        score for score in score_week_rules([((2023, 9, 2), by_thursday)], CALENDAR) if score.rule is WeekRule.BLOCKS
    )
    assert blocks.fitted == 1


def test_a_list_with_a_week_that_does_not_exist_fits_nothing():
    anchors = [((2023, 10, 4, 5), before(2023, 10, 28))]
    thursday = next(score for score in score_week_rules(anchors, CALENDAR) if score.rule is WeekRule.THURSDAY)
    assert CALENDAR.week(2023, 10, 5) is None
    assert thursday.fitted == 0


def test_a_due_without_a_day_is_no_anchor():
    assert {score.total for score in score_week_rules([((2023, 9, 3), NO_DUE)], CALENDAR)} == {0}


def test_a_week_that_touches_the_ends_of_its_month_still_lies_inside_it():
    month = Due(start=date(2024, 4, 1), day=date(2024, 4, 30), precision=Precision.MONTH)
    other = Due(start=date(2024, 5, 1), day=date(2024, 5, 31), precision=Precision.MONTH)
    first_and_last = [((2024, 4, 1), month), ((2024, 4, 5), month), ((2024, 4, 1), other)]
    blocks = next(score for score in score_week_rules(first_and_last, CALENDAR) if score.rule is WeekRule.BLOCKS)
    assert blocks.missed == ((2024, 4, 1),)
    assert blocks.fitted == 2
