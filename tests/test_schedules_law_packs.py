"""Rule packs as data: what ships is sound, and a bad row is named without stopping the rest."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from schedules import law
from schedules.law import load_law
from schedules.law.packs import pack_rows, read_rule
from schedules.law.rows import BadRowError
from schedules.plan import Level

DATA = Path(law.__file__).with_name("data")
GOOD = {
    "id": "x/1", "circular": "1/2020/TT-BGDĐT", "article": "Điều 1", "what": "Việc", "words": "Trước 30/9",
    "valid_from": date(2020, 1, 1), "levels": ["thcs"], "sector": "any",
    "trigger": "school_year", "fixed": ["before 09-30"], "source": "thử", "verified": False,
}  # fmt: skip


def refusal(**changes: object) -> str:
    values = {name: value for name, value in {**GOOD, **changes}.items() if value is not None}
    (row,) = pack_rows("thu.toml", {"rule": [values]})
    with pytest.raises(BadRowError) as refused:
        read_rule(row)
    return str(refused.value)


def test_the_data_that_ships_has_no_bad_row():
    assert load_law().findings == ()
    assert len(load_law().rules) == 42


def test_the_data_that_ships_names_no_path_or_tool_of_a_machine():
    texts = [path.read_text(encoding="utf-8") for path in DATA.rglob("*.toml")]
    assert not [text for text in texts if "/work" in text or "public text no" in text or "github:" in text]


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"what": None}, "“what” cần một đoạn chữ"),
        ({"valid_from": "2020-01-01"}, "cần một ngày như 2024-07-19"),
        ({"valid_from": None}, "thiếu trường “valid_from”"),
        ({"fixed": ["before 31-09"]}, "không có trên lịch"),
        ({"fixed": ["before 02-29"]}, "không có trên lịch"),
        ({"fixed": ["during 06-30"]}, "không có trên lịch"),
        ({"fixed": ["sau khai giảng"]}, "không phải ngày cố định"),
        ({"fixed": ["at term3_end"]}, "không phải ngày cố định"),
        ({"fixed": []}, "cần trường “fixed”"),
        ({"levels": ["thcs", "dai_hoc"]}, "không có cấp học “dai_hoc”"),
        ({"levels": []}, "thiếu trường “levels”"),
        ({"sector": "state"}, "cần một trong: public, private, any"),
        ({"trigger": "event", "term": 15, "unit": "day", "counted_from": "ngày giao"}, "cần trường “event”"),
        ({"trigger": "event", "event": "giao", "term": 0, "unit": "day"}, "số nguyên dương"),
        ({"trigger": "event", "event": "giao", "term": True, "unit": "day"}, "số nguyên dương"),
        ({"trigger": "period", "period": "tuần", "term": 1, "unit": "day", "counted_from": "x"}, "không có kỳ “tuần”"),
        ({"verified": "yes"}, "cần true hoặc false"),
        ({"due_rule": "x"}, "không có trường “due_rule”"),
        ({"valid_to": date(2019, 1, 1)}, "hết hiệu lực 2019-01-01 trước khi có hiệu lực"),
    ],
)  # fmt: skip
def test_a_bad_field_is_refused_with_file_row_and_what_was_expected(changes, says):
    message = refusal(**changes)
    assert message.startswith("thu.toml, [[rule]] thứ 1")
    assert says in message


def test_the_pack_speaks_for_rows_that_do_not_say_otherwise():
    rows = pack_rows(
        "thu.toml", {"pack": {**GOOD, "levels": ["thpt"]}, "rule": [{"id": "a"}, {"id": "b", "levels": ["thcs"]}]}
    )
    assert [read_rule(row).levels for row in rows] == [{Level.THPT}, {Level.THCS}]


def test_bad_rows_and_files_are_findings_and_the_rest_still_holds(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    (folder / "rules" / "00.toml").write_text("[[rule]]\nid = 'x'\n", encoding="utf-8")
    (folder / "rules" / "01.toml").write_text("không phải TOML", encoding="utf-8")
    (folder / "rules" / "02.toml").write_text("rule = 3", encoding="utf-8")
    (folder / "recipients.toml").unlink()
    book = load_law(folder)
    assert [finding.message.partition(":")[0] for finding in book.findings] == [
        "00.toml, [[rule]] thứ 1", "01.toml", "02.toml", "recipients.toml",
    ]  # fmt: skip
    assert len(book.rules) == 42


def test_two_rows_with_one_id_are_a_finding(tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(DATA, folder)
    shutil.copy(folder / "rules" / "57-2026.toml", folder / "rules" / "57-again.toml")
    assert "“57-2026/ra-soat” có 2 dòng cùng id" in load_law(folder).findings[0].message
