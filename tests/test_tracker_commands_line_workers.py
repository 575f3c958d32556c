"""Batches on several cores: in order, none lost, none held back from one who waits for its answer."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest

from tracker.commands import line_workers
from tracker.commands.line_workers import AHEAD, ALONE, answered

MANY = range(ALONE + 40)


def doubled(number: int) -> tuple[int, int]:
    return 2 * number, os.getpid()


def refused(number: int) -> int:
    if number == MANY[-1]:
        raise MemoryError
    return number


@pytest.fixture(autouse=True)
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(line_workers, "_cores", lambda: 2)


def test_many_batches_come_back_in_order_from_other_processes() -> None:
    found = list(answered(iter(MANY), doubled, lambda: True))
    assert [number for number, _ in found] == [2 * number for number in MANY]
    assert {process for _, process in found[:ALONE]} == {os.getpid()}
    assert os.getpid() not in {process for _, process in found[ALONE:]}


def test_who_waits_for_an_answer_is_answered_here_and_at_once() -> None:
    asked: list[int] = []

    def one_by_one() -> Iterator[int]:
        for number in MANY:
            asked.append(number)
            yield number

    for number, process in answered(one_by_one(), doubled, lambda: False):
        assert (number, process) == (2 * asked[-1], os.getpid())
    assert asked == list(MANY)


def test_no_more_is_taken_in_than_can_be_answered_soon() -> None:
    taken: list[int] = []

    def counted() -> Iterator[int]:
        for number in MANY:
            taken.append(number)
            yield number

    ahead = [len(taken) - given for given, _ in enumerate(answered(counted(), doubled, lambda: True))]
    assert max(ahead) <= AHEAD * 2 + 1


def test_what_fails_in_another_process_fails_here() -> None:
    with pytest.raises(MemoryError):
        list(answered(iter(MANY), refused, lambda: True))
