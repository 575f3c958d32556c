"""A long upload: read beside the pages, followed and stopped on a page of its own, ending in drafts or sentences."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import pytest
from lxml import html

from schedules.reading import Progress
from schedules.reading.watch import Stopped
from tests.fakes.visitor import Visitor
from tests.test_tracker_web_pages import PLAN
from tracker.plan_reading import PlanReader
from tracker.web.pages.reading import how_far
from tracker.web.readings import AT_ONCE, MOST_WAITING, Stage, Standing

FILES = Path(__file__).resolve().parent / "examples" / "files"
PDF = b"%PDF-1.7 a scan"
PATIENCE = 60


@pytest.fixture
def visitor(tmp_path: Path) -> Iterator[Visitor]:
    made = Visitor(tmp_path / "data")
    yield made
    assert made.site.readings.close(made.site.clock(), PATIENCE)


@pytest.fixture
def scanner(monkeypatch: pytest.MonkeyPatch) -> Iterator[Event]:
    """Readings stand at page 3 of 12 until the event is set, then refuse; stopped ones stop."""
    finish = Event()

    def read_all(reader: PlanReader, content: bytes, source: str):
        reader.watch.on_page(Progress(3, 12, 20.2))
        while not finish.wait(0.005):
            if reader.watch.cancelled():
                return (Stopped(source),)
        return (Stopped(source),)

    monkeypatch.setattr(PlanReader, "read_all", read_all)
    yield finish
    finish.set()


def send(visitor: Visitor, name: str, content: bytes) -> str:
    """Upload a file and return where the browser is sent."""
    return visitor.press("/ke-hoach/tai-len", files={"file": (name, content)}).headers["location"]


def ended(visitor: Visitor, path: str):
    """Wait until a reading ended and return the answer of its page."""
    assert visitor.site.readings.idle(PATIENCE)
    return visitor.get(path)


def zipped(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, content in files.items():
            package.writestr(name.replace("_", "."), content)
    return out.getvalue()


def until_told(visitor: Visitor, path: str, words: str) -> str:
    """Ask for a page again, as its own refresh does, until it holds the words."""
    for _ in range(5000):
        page = visitor.get(path).text
        if words in page:
            return page
    raise AssertionError(page)


def test_a_scan_is_followed_page_by_page(visitor: Visitor, scanner: Event) -> None:
    path = send(visitor, "quet.pdf", PDF)
    assert path.startswith("/ke-hoach/dang-doc/")
    page = until_told(visitor, path, "Trang 3/12, còn khoảng 20 giây")
    assert '<meta http-equiv="refresh" content="2">' in page
    assert "quet.pdf" in page
    assert "<script" not in page
    assert " style=" not in page


def test_the_page_of_a_reading_is_sound_html(visitor: Visitor, scanner: Event) -> None:
    page = html.fromstring(visitor.get(send(visitor, "quet.pdf", PDF)).text)
    assert len(page.findall(".//h1")) == 1
    assert page.find(".//progress").get("aria-labelledby") in page.xpath("//@id")
    assert all(len(form.xpath(".//input[@name='token']/@value")[0]) == 64 for form in page.xpath("//form"))


def test_the_button_stops_it(visitor: Visitor, scanner: Event) -> None:
    path = send(visitor, "quet.pdf", PDF)
    assert visitor.press(f"{path}/thoi", on=path).headers["location"] == path
    page = ended(visitor, path).text
    assert "việc đọc đã dừng theo yêu cầu" in page
    assert "http-equiv" not in page
    assert visitor.get("/api/plans").json() == []


def test_stopping_needs_the_token_of_the_session(visitor: Visitor, scanner: Event) -> None:
    path = send(visitor, "quet.pdf", PDF)
    assert visitor.client.post(f"{path}/thoi", data={"token": "0" * 64}).status_code == 403
    assert "Thôi đọc" in visitor.get(path).text


def test_another_session_cannot_see_or_stop_it(visitor: Visitor, scanner: Event) -> None:
    path = send(visitor, "quet.pdf", PDF)
    mine = visitor.client.cookies
    visitor.client.cookies = {}
    other = Visitor(visitor.folder)
    visitor.client.cookies = other.client.cookies
    assert visitor.get(path).status_code == 404
    assert visitor.press(f"{path}/thoi", on="/").status_code == 404
    assert "quet.pdf" not in visitor.get(path).text
    visitor.client.cookies = mine
    assert "Thôi đọc" in visitor.get(path).text


def test_the_third_file_waits_and_is_told_so(visitor: Visitor, scanner: Event) -> None:
    paths = [send(visitor, f"{number}.pdf", PDF) for number in range(AT_ONCE + 2)]
    assert "Đang chờ đến lượt" in visitor.get(paths[-2]).text
    assert "1 tệp nữa chờ trước tệp này" in visitor.get(paths[-1]).text


def test_too_many_files_come_back_on_the_form(visitor: Visitor, scanner: Event) -> None:
    for number in range(AT_ONCE + MOST_WAITING):
        send(visitor, f"{number}.pdf", PDF)
    answer = visitor.press("/ke-hoach/tai-len", files={"file": ("thua.pdf", PDF)})
    assert answer.status_code == 503
    assert "Hãy tải lên lại sau ít phút" in answer.text


def test_a_reading_nobody_knows_is_told_where_to_look(visitor: Visitor) -> None:
    answer = visitor.get("/ke-hoach/dang-doc/khong-co")
    assert answer.status_code == 404
    assert "trang Kế hoạch" in answer.text


def test_quick_formats_are_read_within_the_request(visitor: Visitor) -> None:
    for name in ("ke-hoach-thang.docx", "ke-hoach-thang.rtf", "ke-hoach-thang.odt", "ke-hoach-thang.html"):
        assert "xong=" in send(visitor, name, (FILES / name).read_bytes())


def test_a_pdf_ends_in_its_draft(visitor: Visitor) -> None:
    path = send(visitor, "ke-hoach-thang.pdf", (FILES / "ke-hoach-thang.pdf").read_bytes())
    answer = ended(visitor, path)
    assert (answer.status_code, answer.headers["location"]) == (303, "/ke-hoach/1?xong=da-tai")
    assert "ke-hoach-thang.pdf" in visitor.get("/ke-hoach/1").text
    assert not any(task.published for task in visitor.tasks())


def test_a_picture_that_is_none_ends_in_a_sentence(visitor: Visitor) -> None:
    page = ended(visitor, send(visitor, "anh.jpg", b"\xff\xd8\xff\xe0JFIF")).text
    assert "anh.jpg" in page.partition('role="alert"')[2]
    assert "Hãy" in page.partition('role="alert"')[2]
    assert visitor.tasks() == ()


def test_a_zip_of_plans_makes_a_draft_of_each(visitor: Visitor) -> None:
    other = PLAN.replace("12/KH-MNHB", "13/KH-MNHB").replace("hội thi", "ngày hội")
    content = zipped(a_txt=PLAN.encode(), b_txt=other.encode(), c_bin=b"\x00\x01")
    page = ended(visitor, send(visitor, "nhieu.zip", content)).text
    assert 'href="/ke-hoach/1">nhieu.zip / a.txt' in page
    assert 'href="/ke-hoach/2">nhieu.zip / b.txt' in page
    assert "c.bin" in page.partition('role="alert"')[2].partition("</p>")[0]
    assert [plan["status"] for plan in visitor.get("/api/plans").json()] == ["draft", "draft"]


def test_the_same_plan_twice_in_a_zip_is_said(visitor: Visitor) -> None:
    content = zipped(a_txt=PLAN.encode(), b_txt=PLAN.replace("25/9/2023", "26/9/2023").encode())
    page = ended(visitor, send(visitor, "nhieu.zip", content)).text
    assert page.count("Cùng một kế hoạch với tệp ở trên") == 1
    assert "giống hệt" not in page


def test_a_zip_of_one_plan_goes_to_its_draft(visitor: Visitor) -> None:
    path = send(visitor, "mot.zip", zipped(a_docx=(FILES / "ke-hoach-thang.docx").read_bytes()))
    assert ended(visitor, path).headers["location"] == "/ke-hoach/1?xong=da-tai"
    assert visitor.get("/ke-hoach/1/ban-ghi-chu").status_code == 200


def test_the_same_scan_again_is_noticed(visitor: Visitor) -> None:
    content = (FILES / "ke-hoach-thang.pdf").read_bytes()
    ended(visitor, send(visitor, "k.pdf", content))
    assert ended(visitor, send(visitor, "k.pdf", content)).headers["location"].endswith("xong=cung-tep")


def test_what_the_reader_doubts_stands_on_the_draft(visitor: Visitor) -> None:
    content = io.BytesIO((FILES / "ke-hoach-thang.docx").read_bytes())
    with zipfile.ZipFile(content, "a") as package:
        package.writestr("word/vbaProject.bin", b"macro")
    visitor.press("/ke-hoach/tai-len", files={"file": ("k.docm", content.getvalue())})
    assert "không bao giờ chạy macro" in visitor.get("/ke-hoach/1").text


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(None, "Trang 3/12"), (0.0, "Trang 3/12"), (0.2, "Trang 3/12, còn khoảng 1 giây"),
     (89.0, "Trang 3/12, còn khoảng 89 giây"), (91.0, "Trang 3/12, còn khoảng 2 phút")],
)  # fmt: skip
def test_time_left_is_told_in_seconds_then_minutes(seconds: float | None, words: str) -> None:
    assert how_far(Standing("x", "a.pdf", Stage.READING, progress=Progress(3, 12, seconds))) == words


def test_before_the_first_page_is_done_no_time_is_guessed() -> None:
    assert how_far(Standing("x", "a.pdf", Stage.READING)) == "Đang mở tệp…"
    started = Standing("x", "a.pdf", Stage.READING, progress=Progress(0, 12))
    assert how_far(started) == "Tệp có 12 trang, đang đọc trang đầu…"
