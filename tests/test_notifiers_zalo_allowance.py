"""Counters of the free plan."""

from __future__ import annotations

import pytest

from notifiers.zalo.allowance import Allowance, bot_allowances
from notifiers.zalo.bot_settings import ZaloBotSettings


@pytest.mark.parametrize(("used", "word"), [(0, ""), (39, ""), (40, "40/50"), (49, "còn 1"), (50, "hết"), (60, "hết")])
def test_a_warning_comes_from_four_fifths_on(used, word):
    warning = Allowance("người", used, 50).warning
    assert bool(warning) is bool(word)
    assert word in warning


def test_the_bot_counts_messages_and_people():
    messages, people = bot_allowances(ZaloBotSettings(users=10), messages=2999, people=11)
    assert (messages.left, people.left) == (1, 0)
