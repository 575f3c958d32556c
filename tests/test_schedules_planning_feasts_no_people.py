"""A feast, a contest or a fair is what is held, never who holds it; an association of people is somebody."""

from __future__ import annotations

import pytest

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text

HEAD = "TRƯỜNG TIỂU HỌC HOA SEN\nĐồi Sim, ngày 2 tháng 12 năm 2026\nKẾ HOẠCH\nNăm học 2026-2027\nI. NỘI DUNG\n1. Tháng 2/2027\n"


def owners(line: str) -> list[tuple[str, ...]]:
    plan = understand(read_text(f"{HEAD}- {line}\n", "k.txt"), load_calendar())
    return [task.owners for task in plan.tasks]


@pytest.mark.parametrize(
    "feast",
    [
        "Hội xuân", "Hội vui xuân", "Hội mùa xuân", "Hội làng", "Hội sách", "Hội hoa xuân", "Hội trăng rằm", "Hội vật",
        "Hội đua thuyền", "Hội lồng đèn", "Hội đố vui", "Hội rước đèn", "Hội tuyển quân", "Hội thi cắm hoa", "Hội chợ xuân",
    ],
)  # fmt: skip
def test_a_feast_is_nobody(feast: str) -> None:
    assert owners(f"{feast}, tổ chức trò chơi dân gian.") == [()]
    assert owners(f"{feast}, tổ chức trò chơi dân gian ngày 20/2/2027.") == [()]


@pytest.mark.parametrize(
    "body",
    [
        "Hội Nông dân", "Hội Cựu giáo chức", "Hội cha mẹ học sinh", "Hội phụ huynh", "Hội LHPN xã", "Hội Bảo trợ",
        "Hội đồng trường", "Hội Sinh vật cảnh",
    ],
)  # fmt: skip
def test_an_association_is_who_does_it(body: str) -> None:
    assert owners(f"{body} tổ chức trò chơi dân gian ngày 20/2/2027.") == [(body,)]
