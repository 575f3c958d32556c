"""The documents a plan cites: unknown, impossible, replaced, wrongly titled, wrongly dated."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.law import load_law
from schedules.law.citations import citations

CASES = tomllib.loads((Path(__file__).parent / "examples/law/citations.toml").read_text(encoding="utf-8"))["case"]
SEEDS = Path(__file__).resolve().parents[2] / "shared" / "seeds"
LAW = load_law()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_what_is_wrong_with_a_citation_is_found_and_nothing_else(case):
    findings = LAW.check_citation(case["text"], case["on"])
    assert [finding.rule for finding in findings] == case["findings"]
    assert case.get("suggests", "") in " ".join(finding.suggestion for finding in findings)


def test_a_finding_quotes_the_citation_as_the_plan_has_it():
    (finding,) = LAW.check_citation("theo Thông tư  19/2028.", date(2023, 9, 18))
    assert finding.quotes == ("Thông tư 19/2028",)
    assert "2028" in finding.message


@pytest.mark.parametrize(
    "number", ["36/2017/TT-BGDĐT", "36/2017/TT-BGDDT", "36 / 2017/ TT - BGDĐT", "36/2017", "36/2017/ttbgddt"]
)
def test_a_number_is_known_however_it_is_written(number):
    circular = LAW.register.circular(number)
    assert (circular.number, circular.replaced_by) == ("36/2017/TT-BGDĐT", "09/2024/TT-BGDĐT")
    assert circular.issued == date(2017, 12, 28)


@pytest.mark.parametrize("number", ["", "36", "36/2017/TT-BTC", "36/2018", "Thông tư", "1/1/1"])
def test_an_unknown_number_is_none(number):
    assert LAW.register.circular(number) is None


def test_a_letter_without_a_year_is_known_by_its_suffix():
    assert LAW.register.circular("5932/BGDĐT-QLCL").title.endswith("cơ sở giáo dục phổ thông")
    assert LAW.register.circular("5932") is None


def test_every_replacement_is_itself_in_the_register():
    replaced = [circular for circular in LAW.register.circulars if circular.replaced_by]
    assert replaced
    assert all(LAW.register.circular(circular.replaced_by) and circular.replaced_from for circular in replaced)


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the seeds are not here")
def test_the_traps_of_the_seeds_are_found_and_little_else():
    found = {
        path.name[:3]: [
            finding.rule for finding in LAW.check_citation(path.read_text(encoding="utf-8"), date(2023, 9, 18))
        ]
        for path in sorted(SEEDS.glob("*.txt"))
    }
    assert found["004"] == ["van-ban-nam-sai"]
    assert found["003"] == ["van-ban-khac-ten"]
    assert found["000"] == found["001"] == found["002"] == []


@given(st.text(alphabet="Thôngtư0123456789/ -BGDĐTQHN;.\n", max_size=200))
def test_any_text_is_read_without_error_and_quotes_come_from_it(text):
    squeezed = "".join(text.split())
    assert all("".join(cited.quote.split()) in squeezed for cited in citations(text))
    LAW.check_citation(text, date(2024, 1, 1))


@pytest.mark.parametrize(
    ("text", "rules", "told"),
    [
        ("Thông tư 13/TT-BGDĐT, ngày 26/2/2020 của Bộ", ["van-ban-thieu-nam", "van-ban-khac-ngay"], "13/2020/TT-BGDĐT"),
        ("Thong tu 13/TT-BGDDT, ngiy 26/5/2020", ["van-ban-thieu-nam"], "13/2020/TT-BGDĐT"),
        ("Thông tư số 13/TT-BGDĐT", ["van-ban-thieu-nam"], "13/2020/TT-BGDĐT"),
        ("Thông tư số 22/TT-BGDĐT", ["van-ban-thieu-nam"], "số/năm/TT-BGDĐT"),
        ("Thông tư số 13/TT-BGDĐT ngày 1/2/2019", ["van-ban-thieu-nam"], "số/năm/TT-BGDĐT"),
        ("Nghị định 30/NĐ-CP ngày 05/3/2020", ["van-ban-thieu-nam"], "30/2020/NĐ-CP"),
        ("Thông tư 13/2020/TT-BGDĐT", [], ""),
    ],
)
def test_a_number_without_its_year_is_told_with_the_document_it_may_mean(text, rules, told):
    found = LAW.check_yearless(text, date(2024, 12, 30))
    assert [finding.rule for finding in found] == rules
    assert all(told in finding.suggestion for finding in found[:1])


def test_the_day_beside_a_number_without_its_year_is_held_against_the_document():
    _, day = LAW.check_yearless("Thông tư 13/TT-BGDĐT, ngày 26/2/2020", date(2022, 10, 15))
    assert "ngày 26/2/2020" in day.message
    assert "26/05/2020" in day.message
