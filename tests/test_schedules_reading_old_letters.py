"""TCVN3, VNI, VIQR and mangled UTF-8 are recognised and turned into Unicode; right text is left alone."""

from __future__ import annotations

import io

import docx
import pytest

from schedules.reading import read_bytes
from schedules.reading.modern import old_code
from schedules.reading.old_letters import TCVN3, decoder_of, from_tcvn3, from_viqr, from_vni, from_western, vni_table
from schedules.reading.syllable import is_syllable

PLAN = (
    "Kế hoạch kiểm tra nội bộ năm học 2026-2027\n"
    "- Ban kiểm tra gửi báo cáo sơ kết trước ngày 15/01/2027 và báo cáo tổng kết trước ngày 25/5/2027.\n"
    "- Rà soát cơ sở vật chất; bổ sung thiết bị dạy học; lưu hồ sơ ở tổ chuyên môn.\n"
)
TO_TCVN3 = {letter: chr(code) for code, letter in TCVN3.items()}
TO_VNI = {new: old for old, new in vni_table().items() if old[0].isupper() == old[-1].isupper()}


def typed(letters, text=PLAN):
    return "".join(letters.get(sign, sign) for sign in text)


@pytest.mark.parametrize("letters", [TO_TCVN3, TO_VNI])
@pytest.mark.parametrize("encoding", ["latin-1", "utf-8"])
def test_old_letters_in_a_text_file_become_unicode(letters, encoding):
    document = read_bytes(typed(letters).encode(encoding), "k.txt")
    assert document.text == PLAN.strip()
    assert document.findings[0].rule == "doc-ma-cu"


def test_utf8_read_as_western_letters_is_mended():
    assert read_bytes(PLAN.encode().decode("latin-1").encode(), "k.txt").text == PLAN.strip()


def test_viqr_is_recognised():
    text = "Ke^' hoa.ch na(m ho.c: kie^?m tra no^.i bo^., ddu+o+.c su+. ddo^`ng y' cu?a ho^.i ddo^`ng"
    assert "Kế hoạch năm học: kiểm tra nội bộ, được" in read_bytes(text.encode(), "k.txt").text


@pytest.mark.parametrize(
    "text",
    [PLAN, PLAN.upper(), "Kế hoạch tuần: nhiệt độ 30°C, diện tích 20 m², «dự án»", "Naïve café, señor Müller", "abc"],
)
def test_right_text_is_left_alone(text):
    assert old_code(text) is None
    assert read_bytes(text.encode(), "k.txt").findings == ()


def test_windows_1258_is_still_read():
    text = "Ke\u0302\u0301 hoa\u0323ch".encode("cp1258", "ignore")
    assert "hoạch" in read_bytes(text + " năm".encode("cp1258"), "k.txt").text


def test_capitals_typed_with_a_capital_font_are_capitals():
    document = docx.Document()
    document.add_paragraph().add_run(typed(TO_TCVN3, "kế hoạch năm học")).font.name = ".VnTimeH"
    document.add_paragraph("Đoạn Unicode giữ nguyên.")
    out = io.BytesIO()
    document.save(out)
    found = read_bytes(out.getvalue(), "k.docx")
    assert [block.text for block in found.blocks] == ["KẾ HOẠCH NĂM HỌC", "Đoạn Unicode giữ nguyên."]
    assert found.findings[0].rule == "doc-ma-cu"


def test_letters_torn_over_runs_are_joined():
    document = docx.Document()
    paragraph = document.add_paragraph()
    for sign in typed(TO_VNI, "tổng kết năm học"):
        paragraph.add_run(sign).font.name = "VNI-Times"
    out = io.BytesIO()
    document.save(out)
    assert read_bytes(out.getvalue(), "k.docx").text == "tổng kết năm học"


@pytest.mark.parametrize(
    ("decode", "old", "new"),
    [
        (from_tcvn3, "KÕ ho¹ch n¨m häc", "Kế hoạch năm học"),
        (from_tcvn3, "TR¦êNG TIÓU HäC", "TRƯỜNG TIỂU HỌC"),
        (from_tcvn3, "KÕ HO¹CH\nTæ To¸n", "KẾ HOẠCH\nTổ Toán"),
        (from_tcvn3, "Tæ TR¦ëNG m×nh: µ", "Tổ TRƯỞNG mình: à"),
        (from_vni, "Keá hoaïch naêm hoïc, ñöôïc", "Kế hoạch năm học, được"),
        (from_vni, "KEÁ HOAÏCH", "KẾ HOẠCH"),
        (from_viqr, "Ho.c sinh gio?i. Ho.p", "Học sinh giỏi. Họp"),
        (from_viqr, "Pho' Chu? ti.ch, ve^` Ky~ Thua^.t", "Phó Chủ tịch, về Kỹ Thuật"),
        (from_viqr, "To^? Toa'n ky` I", "Tổ Toán kỳ I"),
        (from_viqr, "Ta.i sao?", "Tại sao?"),
        (from_western, "hoáº¡ch", "hoạch"),
    ],
)
def test_each_code_has_its_letters(decode, old, new):
    assert decode(old) == new


def test_a_long_run_without_a_blank_is_looked_through_once():
    assert from_tcvn3("µ-" * 100_000) == "à-" * 100_000


@pytest.mark.parametrize("font", ["Times New Roman", "Arial", "", "Vnbook"])
def test_usual_fonts_are_not_old(font):
    assert decoder_of(font) is None


@pytest.mark.parametrize("word", ["nghiêng", "quyển", "giữa", "khuya", "Đường", "ý", "học"])
def test_syllables_are_known(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["ho¹ch", "naêm", "hocj", "ñöôïc", "họć"])
def test_other_spellings_are_not_syllables(word):
    assert not is_syllable(word)
