"""Whole plans against their golden files, and the same plans as Word files."""

from __future__ import annotations

import io

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_bytes
from tests.regenerate_examples import example_paths, golden_path, shown, understood, word_of

PATHS = example_paths()


def by_name(path):
    return path.stem


@pytest.mark.parametrize("path", PATHS, ids=by_name)
def test_a_plan_gives_its_golden_file(path):
    assert shown(understood(path)) == golden_path(path).read_text("utf-8")


def works(plan):
    return [
        (task.title, task.due.start, task.due.day, task.owners, task.helpers, task.criterion) for task in plan.tasks
    ]


@pytest.mark.parametrize("path", PATHS, ids=by_name)
def test_the_same_plan_as_a_word_file_gives_the_same_works(path):
    out = io.BytesIO()
    word_of(path).save(out)
    plan = understand(read_bytes(out.getvalue(), "ke-hoach.docx"), load_calendar())
    assert works(plan) == works(understood(path))
    assert [duty.title for duty in plan.duties] == [duty.title for duty in understood(path).duties]


@pytest.mark.parametrize("path", PATHS, ids=by_name)
def test_reading_twice_gives_equal_plans(path):
    assert understood(path) == understood(path)
