"""A bar a scan lost between two cells is put back between words that do not belong together."""

from __future__ import annotations

import pytest

from schedules.planning.tables.columns import Role
from schedules.planning.torn.split import Columns, parted

ROLES = (Role.NUMBER, Role.WORK, Role.LEAD, Role.TIME)
ROW = Columns(ROLES, (4, 40, 20, 20), endless=True)


def cells(line: str, columns: Columns = ROW) -> tuple[str, ...]:
    return min(parted(line, columns), key=lambda way: way.cost).cells


@pytest.mark.parametrize(
    ("line", "work", "lead", "time"),
    [
        ("5 | Mua giay cho phong may Ke toan | Không qua ngay 31/10/2025", "giay", "Ke toan", "Không qua"),
        ("6 | Hop cha me hoc sinh GVCN | Lan 1: 04/10/2025; Lan 2: 11/01/2026", "Hop cha", "GVCN", "Lan 1"),
        ("7 | Trang trí lop Phó Hiệu trưởng | Tuan 3 thang 10/2025", "Trang trí", "Phó Hiệu trưởng", "Tuan 3"),
        ("8 | Thi ve tranh cap trưong | Pho Hieu truong 12/10/2025", "cap trưong", "Pho Hieu", "12/10"),
    ],
)
def test_a_role_or_a_time_is_not_torn_apart(line, work, lead, time):
    _, found_work, found_lead, found_time = cells(line)
    assert (work in found_work, found_lead.startswith(lead), found_time.startswith(time)) == (True, True, True)


def test_a_cell_goes_on_behind_a_comma():
    columns = Columns((Role.NUMBER, Role.WORK, Role.LEAD, None), (4, 40, 20, 20), trailing=2.6, endless=True)
    assert cells("1 | Lam banh | GVCN, Ban giám hiệu Sân trường", columns)[2:] == ("GVCN, Ban giám hiệu", "Sân trường")


def test_the_words_of_a_criterion_stand_in_its_column_where_others_have_theirs_there():
    roles = (Role.NUMBER, Role.CRITERION, Role.EXPECTED, Role.WORK, Role.TIME)
    named = Columns(roles, (4, 30, 30, 40, 20), endless=True, named=True)
    found = cells("9 | Tieu chi 4.1: Co so vat chat | Phong nao cung co | Lap tivi cho cac lop | Thang 1", named)
    assert found[1] == "Tieu chi 4.1: Co so vat chat"
