"""Every page is sound HTML that a screen reader and a keyboard can use."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lxml import html

from tests.conftest import make_plan, make_task
from tests.fakes.visitor import Visitor, visitor_with


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, html.HtmlElement]:
    folder: Path = tmp_path_factory.mktemp("site") / "data"
    visitor: Visitor = visitor_with(folder, make_task("Khảo sát", date(2023, 9, 29), owners=("Cô Lan",)))
    visitor.keep(
        make_plan(make_task("Khảo sát", date(2023, 9, 30)), make_task("Mới", date(2023, 10, 3))), publish=False
    )
    task = visitor.tasks()[0].id
    visitor.get("/lich")
    paths = ["/", f"/viec/{task}", "/ke-hoach", "/ke-hoach/1", "/ke-hoach/tai-len", "/tin-nhan", "/lich", "/lich/4/ma",
             "/nguoi", "/nguoi/1", "/doc-thu", "/cach-nhac", "/dien-thu", f"/cach-nhac/viec/{task}", "/lich/cong-khai/truong-mam-non-hoa-ban", "/khong-co"]  # fmt: skip
    return {path: html.fromstring(visitor.get(path).text) for path in paths}


def test_every_page_has_one_heading_a_title_and_its_language(pages: dict[str, html.HtmlElement]) -> None:
    for path, page in pages.items():
        assert len(page.findall(".//h1")) == 1, path
        assert page.findtext(".//title").endswith("Đúng Hạn"), path
        assert page.get("lang") == "vi", path
        assert page.find(".//main[@id='noi-dung']") is not None, path


def test_no_name_is_used_twice_on_a_page(pages: dict[str, html.HtmlElement]) -> None:
    for path, page in pages.items():
        ids = page.xpath("//@id")
        assert len(ids) == len(set(ids)), path


def test_every_field_has_a_label(pages: dict[str, html.HtmlElement]) -> None:
    for path, page in pages.items():
        labelled = set(page.xpath("//label/@for"))
        for field in page.xpath("//input[not(@type='hidden')] | //select | //textarea"):
            assert field.get("id") in labelled, (path, field.get("name"))


def test_every_form_that_changes_something_carries_the_token(pages: dict[str, html.HtmlElement]) -> None:
    for path, page in pages.items():
        for form in page.xpath("//form[@method='post']"):
            assert len(form.xpath(".//input[@name='token']/@value")[0]) == 64, path


def test_nothing_is_loaded_from_elsewhere(pages: dict[str, html.HtmlElement]) -> None:
    for path, page in pages.items():
        loaded = page.xpath("//link/@href | //script/@src | //img/@src")
        assert loaded, path
        assert all(address.startswith("/static/") for address in loaded), path


def test_pictures_and_drawings_say_what_they_are_or_hide(pages: dict[str, html.HtmlElement]) -> None:
    for path, page in pages.items():
        assert all(picture.get("alt") is not None for picture in page.xpath("//img")), path
        for drawing in page.xpath("//svg"):
            assert drawing.get("aria-hidden") == "true" or drawing.findtext("title"), path
