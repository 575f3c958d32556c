"""Files made to hurt: entities, merges by the million, nesting without end, noise in every format."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schedules.reading import READERS, Unreadable, grid, limits, read_bytes

FILES = Path(__file__).resolve().parent / "examples" / "files"
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
OPEN = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (("o", "office"), ("t", "text"), ("b", "table"), ("d", "drawing"))
)
ENTITIES = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "ha"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>'


def packed(**parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name.replace("__", "/") + ".xml", data)
    return out.getvalue()


def word(body):
    return packed(word__document=f"<w:document {W}><w:body>{body}</w:body></w:document>")


def opened(body):
    return packed(content=f"<o:document-content {OPEN}><o:body><o:text>{body}</o:text></o:body></o:document-content>")


@pytest.mark.parametrize("part", ["word__document", "xl__workbook", "content"])
def test_entities_are_refused_in_every_package(part):
    with pytest.raises(Unreadable, match="thực thể"):
        read_bytes(packed(**{part: ENTITIES}), "k.bin")


def test_merges_on_one_another_take_bounded_room(monkeypatch):
    monkeypatch.setattr(grid, "MOST_PLACES", 5000)
    cell = '<b:table-cell b:number-columns-spanned="60" b:number-rows-spanned="50"><t:p>kế hoạch</t:p></b:table-cell>'
    document = read_bytes(opened(f"<b:table>{f'<b:table-row>{cell}</b:table-row>' * 30}</b:table>"), "k.odt")
    repeated = sum(cell.merged_from is not None for block in document.blocks for cell in block.cells)
    assert 0 < repeated <= 5000


def test_a_page_of_wide_cells_takes_bounded_room():
    rows = "<tr><td rowspan=9999 colspan=9999>kế hoạch" * 500
    document = read_bytes(f"<html><table>{rows}</table></html>".encode(), "k.html")
    assert all(len(block.cells) <= limits.MOST_COLUMNS for block in document.blocks)


def test_a_word_row_of_wide_cells_takes_bounded_room():
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="64"/></w:tcPr><w:p><w:r><w:t>việc</w:t></w:r></w:p></w:tc>'
    document = read_bytes(word(f"<w:tbl><w:tr>{cell * 100}</w:tr></w:tbl>"), "k.docx")
    assert len(document.blocks[0].cells) <= limits.MOST_COLUMNS + 100


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (word("<w:tbl><w:tr><w:tc>" * 2000 + "</w:tc></w:tr></w:tbl>" * 2000), "k.docx"),
        (b"<html>" + b"<div>" * 50_000, "k.html"),
        (b"{\\rtf1 " + b"{" * 50_000, "k.rtf"),
        (b"%PDF-1.7\n" + b"[" * 10_000, "k.pdf"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 50, "k.doc"),
    ],
)
def test_nesting_and_noise_end_in_a_sentence(data, name):
    with pytest.raises(Unreadable, match="Hãy"):
        read_bytes(data, name)


def test_plain_text_under_words_old_name_is_read():
    document = read_bytes("Kế hoạch năm học".encode(), "k.doc")
    assert (document.format, document.findings[0].rule) == ("text", "doc-duoi-tep")


def test_a_web_page_under_words_old_name_is_read():
    assert read_bytes("<html><body><p>Kế hoạch</p></body></html>".encode(), "k.doc").text == "Kế hoạch"


def test_scripts_and_hidden_words_of_a_page_are_not_read():
    page = "<html><script>alert(1)</script><p style='display: none'>ẩn</p><p>Kế hoạch</p></html>"
    assert read_bytes(page.encode(), "k.html").text == "Kế hoạch"


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "odt", "rtf", "html"])
@given(st.data())
@settings(max_examples=15, deadline=None)
def test_a_damaged_file_gives_a_document_or_a_sentence(suffix, data):
    whole = (FILES / f"bang-cai-tien.{suffix}").read_bytes()
    cut = bytearray(whole[: data.draw(st.integers(1, len(whole)))])
    for at, value in data.draw(st.lists(st.tuples(st.integers(0, len(cut) - 1), st.integers(0, 255)), max_size=20)):
        cut[at] = value
    try:
        told = read_bytes(bytes(cut), f"k.{suffix}").text
    except Unreadable as error:
        told = error.advice if "Hãy" in error.advice else ""
    assert told.strip()


@given(
    st.binary(max_size=300),
    st.sampled_from([b"{\\rtf1 ", b"<html>", b"%PDF-1.4\n", b"\x89PNG\r\n", b"PK\x03\x04", b""]),
)
@settings(max_examples=60, deadline=None)
def test_exactly_one_reader_claims_what_any_claims(noise, head):
    for name in ("k.docx", "k.xls", "k.odt", "k", "k.jpg"):
        assert sum(reader.claims(head + noise, name) for reader in READERS) <= 1
