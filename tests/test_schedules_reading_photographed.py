"""A sheet on a desk: found by its edges, pulled straight, evenly lit; a scan is left as it is."""

from __future__ import annotations

import pytest

cv2 = pytest.importorskip("cv2")
np = pytest.importorskip("numpy")

from schedules.reading.faint_lines import completed  # noqa: E402  (needs OpenCV)
from schedules.reading.paper import evened  # noqa: E402
from schedules.reading.photographed import sheet_alone, sheet_corners  # noqa: E402

CORNERS = np.float32([[140, 90], [1060, 130], [1100, 1480], [80, 1430]])


def printed(width=1000, height=1414):
    page = np.full((height, width), 240, np.uint8)
    for line in range(120, height - 120, 40):
        cv2.putText(page, "ke hoach nam hoc 2026-2027", (100, line), cv2.FONT_HERSHEY_SIMPLEX, 1, 40, 2)
    return page


def on_desk(desk, light=1.0):
    page = printed()
    height, width = page.shape
    square = np.float32([[0, 0], [width, 0], [width, height], [0, height]])
    matrix = cv2.getPerspectiveTransform(square, CORNERS)
    seen = cv2.warpPerspective(page, matrix, (1200, 1600), borderValue=desk)
    return np.clip(seen * np.linspace(light, 1, 1200)[None, :], 0, 255).astype(np.uint8)


@pytest.mark.parametrize("desk", [30, 90, 150])
@pytest.mark.parametrize("light", [1.0, 0.6])
def test_the_corners_of_a_sheet_are_found(desk, light):
    found = sheet_corners(on_desk(desk, light))
    assert found is not None
    assert np.abs(found - CORNERS).max() < 16


def test_a_photographed_sheet_is_pulled_to_its_own_shape():
    straight = sheet_alone(on_desk(60))
    height, width = straight.shape
    assert 1.25 < height / width < 1.5
    assert np.median(straight) > 200


def test_a_scan_is_left_as_it_is():
    page = printed()
    assert sheet_alone(page) is page


def test_a_page_of_noise_has_no_sheet():
    noise = np.random.default_rng(3).integers(0, 255, (900, 700)).astype(np.uint8)
    assert sheet_corners(noise) is None


def test_light_that_falls_off_is_evened_and_even_light_is_left():
    page = printed()
    dim = (page * np.linspace(0.4, 1, page.shape[1])[None, :]).astype(np.uint8)
    even = evened(dim)
    assert abs(float(np.median(even[:, :100])) - float(np.median(even[:, -100:]))) < 12
    assert evened(page) is page


def test_a_faint_line_beside_a_cell_parts_it():
    table = np.full((200, 400), 240, np.uint8)
    table[99:101] = 236
    cells = ((0.0, 0.0, 198.0, 98.0), (0.0, 102.0, 198.0, 200.0), (202.0, 0.0, 400.0, 200.0))
    assert len(completed(table, cells, 14.0)) == 4


def test_print_in_a_tall_cell_parts_nothing():
    table = np.full((200, 400), 240, np.uint8)
    cv2.putText(table, "Kiem tra", (230, 106), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 40, 2)
    cells = ((0.0, 0.0, 198.0, 98.0), (0.0, 102.0, 198.0, 200.0), (202.0, 0.0, 400.0, 200.0))
    assert completed(table, cells, 14.0) == cells
