"""Frames of a school year from the school's own files: used before the house's, refused by name when wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from schedules.calendar import load_calendar, own_frames
from schedules.plan import SchoolYear

GOOD = """
province = "Đắk Lắk"
also = ["Dak Lak"]
school_year = "2026-2027"
decision = "Quyết định 1/QĐ-UBND"
term1_end = 2027-01-15
term2_start = 2027-01-18
year_end = 2027-05-28
breaks = [{ from = 2027-02-01, to = 2027-02-14 }]
"""
YEAR = SchoolYear(2026)


def frames_in(folder, text=GOOD):
    (folder / "dak-lak.toml").write_text(text, encoding="utf-8")
    return own_frames(folder)


@pytest.mark.parametrize("province", [None, "Đắk Lắk", "dak lak"])
def test_the_schools_own_days_win_in_its_province(tmp_path, province):
    frame = replace(load_calendar(province), own_frames=frames_in(tmp_path)).frame(YEAR)
    assert (frame.term1_end, frame.year_end) == (date(2027, 1, 15), date(2027, 5, 28))
    assert frame.opening == load_calendar().frame(YEAR).opening
    assert "Đắk Lắk: Quyết định 1/QĐ-UBND" in frame.source
    assert not frame.verified


def test_another_province_and_another_year_keep_their_own(tmp_path):
    own = frames_in(tmp_path)
    assert replace(load_calendar("Nghệ An"), own_frames=own).frame(YEAR).year_end == date(2027, 5, 31)
    assert replace(load_calendar(), own_frames=own).frame(SchoolYear(2025)) == load_calendar().frame(SchoolYear(2025))


def test_a_missing_folder_holds_no_frames(tmp_path):
    assert own_frames(tmp_path / "khung-nam-hoc") == ()


@pytest.mark.parametrize(
    ("was", "becomes", "why"),
    [
        ('province = "Đắk Lắk"', "", "thiếu trường “province”"),
        ("2026-2027", "2026-2028", "không phải năm học"),
        ("2027-05-28", '"28/5/2027"', "cần một ngày"),
        ("2027-05-28", "2028-05-28", "ngoài năm học 2026-2027"),
        ("2027-01-18", "2027-01-04", "không theo thứ tự"),
        ("term1_end", "hoc_ky_1", "không có trường “hoc_ky_1”"),
        ("{ from = 2027-02-01, to = 2027-02-14 }", "2027-02-01", "“breaks” cần dạng"),
        ("decision =", "decision", "không đọc được tệp TOML"),
    ],
)
def test_a_wrong_file_is_refused_with_its_name_and_the_reason(tmp_path, was, becomes, why):
    with pytest.raises(ValueError, match=rf"dak-lak\.toml: .*{why}"):
        frames_in(tmp_path, GOOD.replace(was, becomes))
