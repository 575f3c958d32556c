"""A commented copy of a Word plan: every finding at its words, not one word of the plan changed."""

from __future__ import annotations

import io
import unicodedata
import zipfile
from dataclasses import replace

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from hypothesis import given, settings
from hypothesis import strategies as st

from schedules.calendar import load_calendar
from schedules.plan import Document, Finding, Header, Place, Plan, Severity
from schedules.planning import understand
from schedules.reading import read_bytes
from tests.conftest import NOW
from tracker.reports.corrected_copy import MOST_SPOTS, NoCopyError, corrected_copy


def saved(document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def copied(document, *findings: Finding):
    content = saved(document)
    plan = Plan(Header(source="ke-hoach.docx"), findings=findings, document=read_bytes(content, "ke-hoach.docx"))
    made = corrected_copy(content, plan, NOW)
    assert read_bytes(made.content, "a.docx").blocks == plan.document.blocks
    return made


def remark(quote: str, place: Place | None, message: str = "Xem lại ngày") -> Finding:
    return Finding("thu", Severity.CHOICE, message, (quote,), "Sửa ngày", (place,) if place else ())


def marked(content: bytes) -> dict[str, str]:
    """Return for each comment its first line → the text its range marks."""
    document = docx.Document(io.BytesIO(content))
    texts = {str(comment.comment_id): comment.paragraphs[0].text for comment in document.comments}
    found, open_now = dict.fromkeys(texts, ""), set()
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            open_now.add(element.get(qn("w:id")))
        elif element.tag == qn("w:commentRangeEnd"):
            open_now.discard(element.get(qn("w:id")))
        elif element.tag == qn("w:t"):
            for name in open_now:
                found[name] += element.text or ""
    return {texts[name]: text for name, text in found.items()}


def only_mark(content: bytes) -> str:
    (text,) = marked(content).values()
    return text


def test_exactly_the_quote_is_marked() -> None:
    document = docx.Document()
    document.add_paragraph("Họp tổ trước ngày 25/9/2024 tại trường")
    made = copied(document, remark("25/9/2024", Place(paragraph=1)))
    assert only_mark(made.content) == "25/9/2024"
    assert (made.placed, made.unplaced) == (1, ())


def test_a_comment_says_what_and_what_to_do_under_the_name_of_the_house() -> None:
    document = docx.Document()
    document.add_paragraph("Trước ngày 25/9/2024")
    comment = next(iter(docx.Document(io.BytesIO(copied(document, remark("25/9/2024", None)).content)).comments))
    assert comment.author == "Đúng Hạn"
    assert comment.text == "[CẦN CHỌN] Xem lại ngày\nGợi ý: Sửa ngày"
    assert comment.timestamp.replace(tzinfo=None) == NOW.replace(tzinfo=None)


def test_a_quote_over_several_runs_keeps_their_formatting() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for text, bold in (("Nộp trước ngày ", False), ("25/9", True), ("/2024 cho tổ", False)):
        paragraph.add_run(text).bold = bold
    made = copied(document, remark("ngày 25/9/2024", Place(paragraph=1)))
    assert only_mark(made.content) == "ngày 25/9/2024"
    runs = docx.Document(io.BytesIO(made.content)).paragraphs[0].runs
    assert "".join(run.text for run in runs if run.bold) == "25/9"


def test_two_findings_at_one_place_overlap_in_peace() -> None:
    document = docx.Document()
    document.add_paragraph("Công khai trước ngày 25/9/2024")
    first = remark("trước ngày 25/9/2024", Place(paragraph=1), "Một")
    made = copied(document, first, remark("25/9/2024", Place(paragraph=1), "Hai"))
    assert marked(made.content) == {"[CẦN CHỌN] Một": "trước ngày 25/9/2024", "[CẦN CHỌN] Hai": "25/9/2024"}


def test_the_cells_of_merged_and_nested_tables_are_found() -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Tháng 9"
    table.cell(0, 1).text = "Việc một"
    table.cell(1, 1).text = "Việc hai"
    table.cell(1, 1).add_table(1, 1).cell(0, 0).text = "Việc ba ở trong"
    merged = remark("Tháng 9", Place(table=1, row=2, column=1), "Một")
    nested = remark("ở trong", Place(table=2, row=1, column=1), "Hai")
    assert marked(copied(document, merged, nested).content) == {
        "[CẦN CHỌN] Một": "Tháng 9",
        "[CẦN CHỌN] Hai": "ở trong",
    }


def test_a_row_is_marked_over_its_cells() -> None:
    document = docx.Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Họp tổ", "Tuần 3"
    made = copied(document, remark("Họp tổ\tTuần 3", Place(table=1, row=1)))
    assert only_mark(made.content) == "Họp tổTuần 3"


def test_what_has_no_place_is_told_and_counted_at_the_top() -> None:
    document = docx.Document()
    document.add_paragraph("KẾ HOẠCH")
    made = copied(document, Finding("a", Severity.INFO, "Không có ngày"), remark("không hề có", None))
    assert [finding.message for finding in made.unplaced] == ["Không có ngày", "Xem lại ngày"]
    assert marked(made.content) == {"2 điểm cần xem không gắn được vào chỗ nào trong văn bản:": "KẾ HOẠCH"}


def test_a_finding_about_a_whole_list_marks_some_of_it_and_names_the_rest() -> None:
    document = docx.Document()
    for number in range(1, 10):
        document.add_paragraph(f"Việc số {number}")
    places = tuple(Place(paragraph=number) for number in range(1, 10))
    quotes = tuple(f"Việc số {number}" for number in range(1, 10))
    made = copied(document, Finding("a", Severity.CHOICE, "9 việc chưa có người", quotes, "", places))
    comments = list(docx.Document(io.BytesIO(made.content)).comments)
    assert len(comments) == MOST_SPOTS
    assert "Việc số 9" in comments[0].text


def test_text_boxes_take_no_comment_so_the_run_around_is_marked() -> None:
    document = docx.Document()
    box = f"<w:pict {nsdecls('w')}><w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent></w:pict>"
    document.add_paragraph("Ngoài ").add_run()._r.append(parse_xml(box))
    made = copied(document, remark("Trong khung", Place(paragraph=2)))
    body = docx.Document(io.BytesIO(made.content)).element.body
    assert not [box for box in body.iter(qn("w:txbxContent")) if list(box.iter(qn("w:commentRangeStart")))]
    assert made.placed == 1


def test_a_second_copy_keeps_the_comments_people_wrote() -> None:
    document = docx.Document()
    run = document.add_paragraph("Trước ngày 25/9/2024").runs[0]
    document.add_comment(run, "Của cô Lan", "Lan")
    made = copied(document, remark("25/9/2024", Place(paragraph=1)))
    assert [comment.author for comment in docx.Document(io.BytesIO(made.content)).comments] == ["Lan", "Đúng Hạn"]


def test_other_formats_are_refused_with_advice() -> None:
    plan = Plan(Header(source="ke-hoach.pdf"), document=Document("ke-hoach.pdf", "pdf", ()))
    with pytest.raises(NoCopyError, match=r"chỉ làm được trên tệp Word \.docx"):
        corrected_copy(b"%PDF", plan, NOW)


def test_a_file_with_macros_is_refused_with_advice() -> None:
    content = saved(docx.Document())
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            kind = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
            macro = b"application/vnd.ms-word.document.macroEnabled.main+xml"
            new.writestr(name, old.read(name).replace(kind, macro))
    plan = Plan(Header(source="a.docm"), document=Document("a.docm", "docx", ()))
    with pytest.raises(NoCopyError, match=r"lưu lại thành \.docx"):
        corrected_copy(out.getvalue(), plan, NOW)


def test_every_finding_of_a_real_layout_is_in_the_copy() -> None:
    document = docx.Document()
    for line in ("TRƯỜNG THCS ĐỒI MÂY", "KẾ HOẠCH", "Năm học 2023-2024", "I. NỘI DUNG"):
        document.add_paragraph(line)
    document.add_paragraph("1. Nộp báo cáo theo Thông tư 36/2017/TT-BGDĐT (Hoàn thành trước ngày 25/9/2024).")
    content = saved(document)
    plan = understand(read_bytes(content, "a.docx"), load_calendar())
    made = corrected_copy(content, plan, NOW)
    assert plan.findings
    assert made.placed + len(made.unplaced) == len(plan.findings)


WORDS = st.lists(st.sampled_from(["trước", "ngày", "25/9", "/2024", " ", "\t", "\n", "họp tổ", "é", "ế"]), max_size=8)


@settings(max_examples=15)
@given(runs=st.lists(WORDS.map("".join), min_size=1, max_size=5), data=st.data())
def test_whatever_is_quoted_the_text_stays_and_the_mark_is_the_quote(runs: list[str], data) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for text in runs:
        paragraph.add_run(text)
    whole = "".join(runs)
    if not whole.strip():
        return
    start = data.draw(st.integers(0, len(whole) - 1))
    quote = whole[start : data.draw(st.integers(start + 1, len(whole)))].strip()
    made = copied(document, remark(quote, Place(paragraph=1)))
    text = next(iter(marked(made.content).values()))
    assert made.placed == (1 if quote or whole.strip() else 0)
    assert not quote or "".join(text.split()) == "".join(quote.split())


WRAPPED = {
    "a link": "<w:hyperlink {0} w:anchor='x'><w:r><w:t>ngày 25/9/2024</w:t></w:r></w:hyperlink>",
    "a tracked insertion": "<w:ins {0} w:id='7' w:author='Lan'><w:r><w:t>ngày 25/9/2024</w:t></w:r></w:ins>",
    "a content control": "<w:sdt {0}><w:sdtContent><w:r><w:t>ngày 25/9/2024</w:t></w:r></w:sdtContent></w:sdt>",
    "a field": "<w:fldSimple {0} w:instr='DATE'><w:r><w:t>ngày 25/9/2024</w:t></w:r></w:fldSimple>",
}


@pytest.mark.parametrize("xml", WRAPPED.values(), ids=WRAPPED)
def test_a_quote_within_what_word_wraps_is_found(xml: str) -> None:
    document = docx.Document()
    document.add_paragraph("Nộp trước ")._p.append(parse_xml(xml.format(nsdecls("w"))))
    made = copied(document, remark("trước ngày 25/9/2024", Place(paragraph=1)))
    assert only_mark(made.content) == "trước ngày 25/9/2024"


def test_deleted_text_is_no_part_of_a_quote() -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Nộp trước ngày ")
    gone = f"<w:del {nsdecls('w')} w:id='7' w:author='Lan'><w:r><w:delText>20/9</w:delText></w:r></w:del>"
    paragraph._p.append(parse_xml(gone))
    paragraph.add_run("25/9/2024")
    assert only_mark(copied(document, remark("ngày 25/9/2024", Place(paragraph=1))).content) == "ngày 25/9/2024"


def test_decomposed_letters_and_hard_blanks_are_found_by_their_quote() -> None:
    document = docx.Document()
    document.add_paragraph(unicodedata.normalize("NFD", "Họp\u00a0tổ trước ngày 25/9"))
    made = copied(document, remark("tổ trước", Place(paragraph=1)))
    assert unicodedata.normalize("NFC", only_mark(made.content)) == "tổ trước"


def test_a_quote_that_was_restored_from_bad_letters_marks_its_whole_place() -> None:
    document = docx.Document()
    document.add_paragraph("Hop to truoc ngay 25/9")
    made = copied(document, remark("Kiểm tra bếp ăn", Place(paragraph=1)))
    assert only_mark(made.content) == "Hop to truoc ngay 25/9"


def test_a_plan_of_thousands_of_rows_is_copied_whole() -> None:
    document = docx.Document()
    for number in range(1, 1500):
        document.add_paragraph(f"{number}. Việc thứ {number}")
    places = [Place(paragraph=number) for number in range(1, 1500, 7)]
    made = copied(document, *(remark(f"thứ {place.paragraph}", place, f"Số {place.paragraph}") for place in places))
    assert made.placed == len(places)


def test_a_file_with_a_lost_part_is_refused_with_advice() -> None:
    content = saved(docx.Document())
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            lost = old.read(name).replace(b'Target="styles.xml"', b'Target="NULL"')
            new.writestr(name, lost if name == "word/_rels/document.xml.rels" else old.read(name))
    plan = Plan(Header(source="a.docx"), document=Document("a.docx", "docx", ()))
    with pytest.raises(NoCopyError, match="không mở được để ghi chú"):
        corrected_copy(out.getvalue(), plan, NOW)


def test_the_same_copy_twice_says_the_same() -> None:
    document = docx.Document()
    document.add_paragraph("Trước ngày 25/9/2024")
    content = saved(document)
    plan = Plan(Header(), findings=(remark("25/9/2024", None),), document=read_bytes(content, "a.docx"))
    first, second = (corrected_copy(content, plan, NOW).content for _ in range(2))
    parts = [zipfile.ZipFile(io.BytesIO(made)) for made in (first, second)]
    assert {name: parts[0].read(name) for name in parts[0].namelist()} == {
        name: parts[1].read(name) for name in parts[1].namelist()
    }


def timed_table(time: str):
    document = docx.Document()
    document.add_paragraph("Năm học 2023-2024")
    table = document.add_table(rows=0, cols=3)
    rows = ("Nội dung", "Thời gian", "Người thực hiện"), ("Kiện toàn tổ chức Đội", time, "Tổng phụ trách")
    for texts in (*rows, ("Khảo sát chất lượng", "15/10/2023", "Hiệu trưởng")):
        for cell, text in zip(table.add_row().cells, texts, strict=True):
            cell.text = text
    return document


@pytest.mark.parametrize(
    ("time", "rule"), [("Trước ngày 31/4/2024", "ngay-khong-co"), ("Trước ngày 25/9/2025", "nam-lech")]
)
def test_a_remark_about_a_day_stands_on_the_time_cell_of_its_row(time: str, rule: str) -> None:
    content = saved(timed_table(time))
    plan = understand(read_bytes(content, "a.docx"), load_calendar())
    (finding,) = (finding for finding in plan.findings if finding.rule == rule)
    made = corrected_copy(content, replace(plan, findings=(finding,)), NOW)
    assert only_mark(made.content) == time


def test_words_of_another_number_in_the_row_are_not_its_time() -> None:
    content = saved(timed_table("5/10/2023"))
    plan = understand(read_bytes(content, "a.docx"), load_calendar())
    place = plan.tasks[0].mentions[0].place
    wrong = Finding("thu", Severity.CHOICE, "Xem lại", ("/10/2023",), "Sửa", (place,))
    made = corrected_copy(content, replace(plan, findings=(wrong,)), NOW)
    assert only_mark(made.content) == "Kiện toàn tổ chức Đội"


def test_a_long_list_is_told_at_its_first_place_and_the_others_name_only_their_own() -> None:
    document = docx.Document()
    lines = [f"Việc thứ {number} của trường" for number in range(1, 9)]
    for line in lines:
        document.add_paragraph(line)
    listed = "; ".join(f"“{line}”" for line in lines)
    finding = Finding("chi-o-mot-noi", Severity.INFO, f"8 việc chỉ có ở phần chữ: {listed}.", tuple(lines), "")
    made = copied(document, replace(finding, places=tuple(Place(paragraph=number) for number in range(1, 9))))
    first, second, *_ = (comment.text for comment in docx.Document(io.BytesIO(made.content)).comments)
    assert second == "[để biết] Chỗ 2/8: 8 việc chỉ có ở phần chữ. Xem ghi chú ở chỗ 1."
    assert first.endswith("6 chỗ đầu có ghi chú trong văn bản; các chỗ sau chỉ nêu ở đây.")
