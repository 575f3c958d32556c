"""A plan as a Word document whose numbers and bullets are automatic: counted by Word, absent from the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.gold.as_office import add_table, saved
from tests.gold.source import Paragraph, Source

MARKER = re.compile(r"((?:[IVX]{1,4}|\d{1,2}|\d{1,2}\.\d{1,2}|[a-zđ])[.)]|[-+•*])\s+(?=\S)")


def numbered_word(source: Source) -> bytes:
    """Return the plan as .docx, each typed number or bullet at the head of a paragraph made an automatic one."""
    document = docx.Document()
    for part in source.parts:
        if isinstance(part, Paragraph):
            _paragraph(document, part)
        else:
            add_table(document, part)
    return saved(document)


def _paragraph(document, part: Paragraph) -> None:
    marker = MARKER.match(part.text)
    run = document.add_paragraph().add_run(part.text[marker.end() :] if marker else part.text)
    run.bold = part.heading or None
    if marker:
        _number(document, run.element.getparent(), marker[1])


def _number(document, paragraph, label: str) -> None:
    """Give a paragraph a list of its own that shows the label: a bullet, or a number that starts where it stands."""
    numbering = document.part.numbering_part.element
    key = str(9000 + len(numbering))
    kind = _element("abstractNum", abstractNumId=key)
    form = "bullet" if label in "-+•*" else "decimal"
    kind.append(_element("lvl", [("start", "1"), ("numFmt", form), ("lvlText", label)], ilvl="0"))
    numbering.insert(0, kind)
    numbering.append(_element("num", [("abstractNumId", key)], numId=key))
    properties = paragraph.get_or_add_pPr()
    properties.append(_element("numPr", [("ilvl", "0"), ("numId", key)]))


def _element(tag: str, children: list[tuple[str, str]] | None = None, **attributes: str):
    made = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    for child in _values(children or []):
        made.append(child)
    return made


def _values(children: list[tuple[str, str]]) -> Iterator:
    for name, value in children:
        child = OxmlElement(f"w:{name}")
        child.set(qn("w:val"), value)
        yield child
