"""Bytes of one XML part → its root element, with entities, network and huge trees switched off."""

from __future__ import annotations

from lxml import etree

from schedules.reading.unreadable import Unreadable

EXPECTED = "tệp do Word, Excel hoặc LibreOffice lưu"


def parse_part(xml: bytes, source: str) -> etree._Element:
    """Return the root of a part; raise Unreadable when it is damaged or declares entities (an XML bomb)."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        found = f"nội dung XML bị hỏng (dòng {error.lineno})"
        raise Unreadable(source, found, EXPECTED, "Hãy mở rồi lưu lại bằng Word hoặc Excel") from error
    if root.getroottree().docinfo.internalDTD is not None:
        found = "nội dung XML khai báo thực thể lạ"
        raise Unreadable(source, found, EXPECTED, "Hãy kiểm tra nguồn gốc tệp, rồi lưu lại bằng Word hoặc Excel")
    return root
