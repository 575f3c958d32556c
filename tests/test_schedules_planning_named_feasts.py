"""A feast that is named beside its own day is what is held, and no work by itself."""

from __future__ import annotations

import pytest

from tests.fakes.typed_plan import day, works


@pytest.mark.parametrize(
    ("line", "title", "last"),
    [
        (
            "Tổ chức vui Tết Trung thu cho học sinh bán trú tối 14/9.",
            "Tổ chức vui Tết Trung thu cho học sinh bán trú",
            day(9, 14),
        ),
        ("Vui Tết Trung thu tại sân trường lúc 19h ngày 14/9.", "Vui Tết Trung thu tại sân trường", day(9, 14)),
        ("Tổ chức Tết Trung thu cho các cháu ngày 14/9.", "Tổ chức Tết Trung thu cho các cháu", day(9, 14)),
        ("Tổ chức vui Trung thu cho học sinh trước ngày 15/9.", "Tổ chức vui Trung thu cho học sinh", day(9, 15)),
        ("Vui Tết thiếu nhi 1/6 cho các cháu tối 31/5/2025.", "Vui Tết thiếu nhi 1/6 cho các cháu", day(5, 31, 2025)),
        (
            "Lễ kỷ niệm Ngày Phụ nữ Việt Nam tại phòng họp chiều 18/10/2024.",
            "Lễ kỷ niệm Ngày Phụ nữ Việt Nam tại phòng họp",
            day(10, 18),
        ),
    ],
)
def test_a_feast_is_held_on_the_day_put_behind_it(line: str, title: str, last: object) -> None:
    assert works(f"- {line}\n") == [(title, last)]


def test_each_part_of_a_feast_has_its_day() -> None:
    found = works("- Tổ chức Trung thu cho khối 6, 7 tối 13/9/2024; cho khối 8, 9 tối 14/9/2024.\n")
    assert found == [("Tổ chức Trung thu cho khối 6, 7", day(9, 13)), ("Tổ chức Trung thu cho khối 8, 9", day(9, 14))]


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (
            "Tổ chức Tết Trung thu cho học sinh, nộp báo cáo trước ngày 25/9.",
            [("Tổ chức Tết Trung thu cho học sinh", day(9, 17)), ("Nộp báo cáo", day(9, 25))],
        ),
        (
            "Tổ chức Tết Trung thu gửi báo cáo trước ngày 25/9.",
            [("Tổ chức Tết Trung thu", day(9, 17)), ("Gửi báo cáo", day(9, 25))],
        ),
    ],
)
def test_the_day_of_another_deed_is_not_of_the_feast(line: str, found: object) -> None:
    assert works(f"- {line}\n") == found


MONTH = "1. Tháng 1 + 2\n- Gói bánh chưng: 05/02/2025.\n- {}.\n- Viếng nghĩa trang liệt sĩ.\n"


@pytest.mark.parametrize(
    "line",
    [
        "Tham gia Tết trồng cây tại địa phương khi xã phát động",
        "Tham gia giải bóng đá khi Phòng GD&ĐT tổ chức",
        "Chuẩn bị hồ sơ đón đoàn của phường (khi có lịch)",
        "Báo cáo sĩ số khi được yêu cầu",
        "Nộp bài dự thi khi có hướng dẫn của cấp trên",
        "Dự tập huấn khi Sở có công văn",
    ],
)
def test_what_others_will_call_for_is_of_no_month(line: str) -> None:
    assert [title for title, _ in works(MONTH.format(line))] == ["Gói bánh chưng", "Viếng nghĩa trang liệt sĩ"]


@pytest.mark.parametrize(
    "line", ["Trao quà khi tổng kết", "Tập văn nghệ khi rảnh", "Tham gia Tết trồng cây do xã phát động"]
)
def test_what_the_school_does_itself_stays_in_its_month(line: str) -> None:
    assert line in [title for title, _ in works(MONTH.format(line))]
