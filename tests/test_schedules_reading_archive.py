"""ZIPs of plans: each file on its own, limits counted as bytes come out, names safe to show."""

from __future__ import annotations

import io
import zipfile

import pytest

from schedules.plan import Document
from schedules.reading import Unreadable, limits, read_all_bytes, read_bytes
from schedules.reading.file import clean_name
from schedules.reading.members import files_in

PLAN = "Kế hoạch năm học 2026-2027".encode()


def zipped(**files):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in files.items():
            package.writestr(name.replace("__", "/"), data)
    return out.getvalue()


def test_a_zip_with_one_plan_reads_like_that_plan():
    document = read_bytes(zipped(**{"thu-muc__k.txt": PLAN}), "k.zip")
    assert (document.format, document.text, document.source) == ("text", PLAN.decode(), "k.zip / k.txt")


def test_a_zip_with_several_plans_gives_each():
    outcomes = read_all_bytes(zipped(**{"a.txt": PLAN, "b.txt": PLAN, "c.exe": b"MZ\x00"}), "k.zip")
    assert [type(one) for one in outcomes] == [Document, Document, Unreadable]


def test_each_file_of_a_zip_keeps_its_own_bytes_in_the_order_it_is_read():
    data = zipped(**{"a.txt": PLAN, "b.txt": b"", "c.txt": PLAN + b"\n"})
    assert list(files_in(data, "k.zip")) == [PLAN, b"", PLAN + b"\n"]
    assert [list(files_in(PLAN, "k.txt")), list(files_in(b"PK\x03\x04rest", "k.zip"))] == [[PLAN], [b""]]


def test_where_one_plan_is_wanted_several_are_refused_with_their_number():
    with pytest.raises(Unreadable, match="đọc được 2 kế hoạch"):
        read_bytes(zipped(**{"a.txt": PLAN, "b.txt": PLAN}), "k.zip")


def test_a_plan_beside_an_unreadable_file_is_not_taken_in_silence():
    with pytest.raises(Unreadable, match="chứa 2 tệp, đọc được 1"):
        read_bytes(zipped(**{"a.txt": PLAN, "b.exe": b"MZ\x00"}), "k.zip")


def test_a_zip_in_a_zip_is_refused():
    outcome, *_ = read_all_bytes(zipped(**{"a.zip": zipped(**{"b.txt": PLAN})}), "k.zip")
    assert "tệp nén nằm trong tệp nén" in str(outcome)


def test_leftovers_of_other_systems_are_passed_over():
    files = {"__MACOSX__._k.txt".replace("__MACOSX__", "__MACOSX/"): b"x", ".DS_Store": b"x", "k.txt": PLAN}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, data in files.items():
            package.writestr(name, data)
    assert read_bytes(out.getvalue(), "k.zip").text == PLAN.decode()


def test_a_bomb_is_cut_off_as_it_comes_out(monkeypatch):
    monkeypatch.setattr(limits, "LARGEST_FILE", 100_000)
    outcome, other = read_all_bytes(zipped(**{"a.txt": b"0" * 5_000_000, "b.txt": PLAN}), "k.zip")
    assert "bung ra hơn" in str(outcome)
    assert isinstance(other, Document)


def test_too_many_files_are_refused():
    outcome, *_ = read_all_bytes(zipped(**{f"{number}.txt": PLAN for number in range(60)}), "k.zip")
    assert f"giới hạn là {limits.MOST_MEMBERS}" in str(outcome)


def test_an_empty_and_a_damaged_zip_are_refused():
    assert "trống" in str(read_all_bytes(zipped(**{"thu-muc__": b""}), "k.zip")[0])
    assert "hỏng" in str(read_all_bytes(b"PK\x03\x04rest", "k.zip")[0])


def test_all_of_a_file_that_is_no_zip_is_that_file():
    assert [one.text for one in read_all_bytes(PLAN, "k.txt")] == [PLAN.decode()]
    assert isinstance(read_all_bytes(b"", "k.txt")[0], Unreadable)


@pytest.mark.parametrize("name", ["../../etc/passwd", "a\x1b[31mb.txt", "gpj.\u202etxt", "a\nb.txt", "x" * 5000])
def test_hostile_names_are_safe_to_show(name):
    source = read_all_bytes(zipped(**{name.replace("__", "--"): PLAN}), "k.zip")[0]
    shown = source.source if isinstance(source, Document) else source.where
    assert not set(shown) & set("\x1b\u202e\n")
    assert len(shown) <= limits.LONGEST_NAME + 20
    assert "../" not in shown


def test_a_usual_name_stays_as_it_is():
    assert clean_name("Kế hoạch KĐCL (bản 2).docx") == "Kế hoạch KĐCL (bản 2).docx"
