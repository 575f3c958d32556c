"""Automatic numbers and bullets become labels in every format that keeps them apart from the text."""

from __future__ import annotations

import io
import zipfile

import pytest

from schedules.plan import Block
from schedules.planning.outline import Rank, outline
from schedules.reading import read_bytes
from schedules.reading.glyphs import Glyph, lines_of

ODF = 'xmlns:%s="urn:oasis:names:tc:opendocument:xmlns:%s:1.0"'
NAMES = " ".join(ODF % (name, name) for name in ("office", "text", "table", "style"))
STYLES = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="I" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix=")" text:display-levels="2"/>'
    '<text:list-level-style-bullet text:level="3" text:bullet-char="•"/></text:list-style>'
)


def labels(data: bytes, name: str) -> list[tuple[str, str]]:
    return [(block.label, block.text) for block in read_bytes(data, name).blocks]


def open_text(body: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("styles.xml", f"<office:document-styles {NAMES}>{STYLES}</office:document-styles>")
        body = f"<office:body><office:text>{body}</office:text></office:body>"
        package.writestr("content.xml", f"<office:document-content {NAMES}>{body}</office:document-content>")
    return out.getvalue()


def listed(*items: str, settings: str = "") -> str:
    inside = "".join(f"<text:list-item>{item}</text:list-item>" for item in items)
    return f'<text:list text:style-name="L" {settings}>{inside}</text:list>'


def p(text: str) -> str:
    return f"<text:p>{text}</text:p>"


def test_a_web_page_counts_its_lists():
    page = (
        "<html><body><ol start='3'><li>Một<ul><li><p>con</p><p>tiếp</p></li></ul></li><li value='7'>Hai</li><li>Ba</li>"
        "</ol><ol type='a'><li>Bốn</li></ol><ul style='list-style: none'><li>Năm</li></ul></body></html>"
    )
    told = [("3.", "Một"), ("-", "con"), ("", "tiếp"), ("7.", "Hai"), ("8.", "Ba"), ("a.", "Bốn"), ("", "Năm")]
    assert labels(page.encode(), "k.html") == told


def test_an_open_document_counts_levels_and_shows_those_above():
    inner = listed(p("con"), p("con nữa") + listed(p("cháu")))
    told = labels(open_text(listed(p("Một") + inner, p("Hai")) + p("chữ")), "k.odt")
    assert told == [("I.", "Một"), ("I.1)", "con"), ("I.2)", "con nữa"), ("-", "cháu"), ("II.", "Hai"), ("", "chữ")]


@pytest.mark.parametrize(
    ("settings", "label"), [("", "I."), ('text:continue-numbering="true"', "II."), ('text:continue-list="x"', "II.")]
)
def test_a_later_list_counts_on_only_when_it_says_so(settings, label):
    body = listed(p("Một"), settings='xml:id="x"') + p("giữa") + listed(p("Hai"), settings=settings)
    assert labels(open_text(body), "k.odt")[-1] == (label, "Hai")


def test_a_cell_with_only_its_number_holds_that_number():
    cells = "".join(f"<table:table-cell>{cell}</table:table-cell>" for cell in (listed(p("")), p("Họp")))
    body = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    (row,) = read_bytes(open_text(body), "k.odt").blocks
    assert [cell.text for cell in row.cells] == ["I", "Họp"]


def test_rich_text_keeps_the_number_written_for_plain_readers():
    data = rb"{\rtf1\ansi{\listtext\tab 2.\tab}Nop bao cao\par{\pntext\'b7\tab}Hop to\par Het\par}"
    assert labels(data, "k.rtf") == [("2.", "Nop bao cao"), ("-", "Hop to"), ("", "Het")]


@pytest.mark.parametrize(
    ("label", "text", "rank"),
    [
        ("II.", "NỘI DUNG", Rank.SECTION),
        ("1.", "Nộp báo cáo", Rank.NUMBER),
        ("1.2.", "Nộp báo cáo", Rank.SUBNUMBER),
        ("b)", "nộp báo cáo", Rank.LETTER),
        ("-", "Nộp báo cáo", Rank.BULLET),
        ("Bước 1", "nộp báo cáo", Rank.TEXT),
        ("-", "15/9: nộp báo cáo", Rank.BULLET),
    ],
)
def test_a_label_ranks_like_a_typed_marker_and_leaves_the_text_whole(label, text, rank):
    (item,) = outline([Block(text, place=None, label=label)])
    assert (item.rank, item.body, item.at) == (rank, text, 0)


def glyphs(text: str, left: float, middle: float) -> list[Glyph]:
    return [Glyph(sign, left + 6 * at, left + 6 * at + 6, middle, 11.0) for at, sign in enumerate(text)]


@pytest.mark.parametrize("label", ["I.", "-", "•", "12.", "1.2.", "b)"])
def test_a_number_that_hangs_on_a_printed_page_stays_with_its_words(label):
    letters = [*glyphs(label, 50, 100), *glyphs("HIỆU", 120, 100)]
    assert [line.text for line in lines_of(letters)] == [f"{label} HIỆU"]


def test_two_columns_of_a_letterhead_stay_apart():
    letters = [*glyphs("PHÒNG", 50, 100), *glyphs("CỘNG", 150, 100)]
    assert [line.text for line in lines_of(letters)] == ["PHÒNG", "CỘNG"]
