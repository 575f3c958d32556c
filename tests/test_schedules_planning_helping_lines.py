"""“Phối hợp: …” beside a work, on a line of its own or behind who leads: who helps, and no duty."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.planning.people.cooperation import helpers_told
from schedules.reading import read_text

HEAD = "TRƯỜNG THCS ĐỒI CHÈ\nĐồi Chè, ngày 20 tháng 8 năm 2025\nKẾ HOẠCH\nNăm học 2025-2026\nI. NỘI DUNG\n"
WORK = "1. Hội thi cắm hoa\n- Thời gian: ngày 05/3/2026.\n"


@pytest.mark.parametrize(
    "lines",
    [
        "- Phụ trách: Cô Vân.\n- Phối hợp: Đoàn trường.",
        "- Phụ trách: Cô Vân. Phối hợp: Đoàn trường.",
        "- Đơn vị phối hợp: Đoàn trường.\n- Phụ trách: Cô Vân.",
    ],
)
def test_who_helps_is_told_by_a_line_of_the_block(lines):
    plan = understand(read_text(f"{HEAD}{WORK}{lines}\n", "dán"), load_calendar())
    assert [(task.owners, task.helpers) for task in plan.tasks] == [(("Cô Vân",), ("Đoàn trường",))]
    assert plan.duties == ()


@pytest.mark.parametrize("line", ["Phối hợp: rà soát cây xanh quanh trường", "Phối hợp với Đoàn trường", "Phối hợp:"])
def test_what_is_done_together_names_no_helpers(line):
    assert helpers_told(line) == ()
