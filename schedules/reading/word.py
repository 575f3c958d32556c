"""Word files (.docx): the body in order, as paragraphs and table rows, tracked changes as if accepted."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from schedules.plan import Document
from schedules.reading import refused
from schedules.reading.package import Package
from schedules.reading.unreadable import Unreadable
from schedules.reading.word_body import Body, W

NAME = "docx"
MAIN = "word/document.xml"
HEADING_NAMES = ("heading", "title", "subtitle", "đầu đề", "tiêu đề")


def claims(data: bytes, name: str) -> bool:
    """Whether the bytes are a Word file; a broken ZIP named so is claimed too, to be refused in words."""
    if not data.startswith(b"PK"):
        return name.lower().endswith((".docx", ".docm")) and not refused.claims(data, name)
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            return any(part.startswith("word/") for part in package.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return True


def read(data: bytes, source: str) -> Document:
    """Return the blocks of a Word file; raise Unreadable when it is damaged or unsafe."""
    package = Package(data, source)
    main = package.part(MAIN)
    if main is None:
        raise Unreadable(source, f"tệp .docx thiếu phần {MAIN}", "tệp .docx do Word lưu", "Hãy lưu lại bằng Word")
    root = _parse(main, source)
    body = root.find(f"{W}body")
    styles = package.part("word/styles.xml")
    headings = _heading_styles(_parse(styles, source)) if styles else frozenset()
    blocks = Body(headings).blocks(body) if body is not None else ()
    return Document(source, NAME, blocks)


def _parse(xml: bytes, source: str) -> etree._Element:
    # No entities, no network, no huge trees: an XML bomb stops here.
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise Unreadable(
            source, f"nội dung XML bị hỏng (dòng {error.lineno})", "tệp .docx do Word lưu", "Hãy lưu lại bằng Word"
        ) from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise Unreadable(
            source, "nội dung XML khai báo thực thể lạ", "tệp .docx do Word lưu", "Hãy kiểm tra nguồn gốc tệp"
        )
    return root


def _heading_styles(root: etree._Element) -> frozenset[str]:
    found = set()
    for style in root.iter(f"{W}style"):
        name = style.find(f"{W}name")
        value = name.get(f"{W}val", "") if name is not None else ""
        if value.lower().startswith(HEADING_NAMES):
            found.add(style.get(f"{W}styleId", ""))
    return frozenset(found)
