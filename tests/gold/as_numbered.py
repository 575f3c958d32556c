"""A plan as a Word document whose numbers and bullets are automatic: counted by Word, absent from the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from tests.gold.as_office import add_table, saved
from tests.gold.source import Paragraph, Source

MARKER = re.compile(
    r"(?:(?P<upperRoman>[IVX]{1,4})|(?P<above>(?:\d{1,2}\.)*)(?P<decimal>\d{1,2})|(?P<lowerLetter>[a-z]))(?P<after>[.)])\s+(?=\S)"
    r"|(?P<bullet>[-+•*])\s+(?=\S)"
)
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV")
FORMS = ("upperRoman", "decimal", "lowerLetter", "bullet")


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
        _number(document, run.element.getparent(), marker)


def _number(document, paragraph, marker: re.Match[str]) -> None:
    """Give a paragraph a list of its own that starts where the plan counted it."""
    numbering = document.part.numbering_part.element
    key = str(9000 + len(numbering))
    kind = _element("abstractNum", abstractNumId=key)
    form = next(form for form in FORMS if marker[form])
    words = marker["bullet"] or f"{marker['above'] or ''}%1{marker['after']}"
    kind.append(
        _element("lvl", [("start", _start(form, marker[form])), ("numFmt", form), ("lvlText", words)], ilvl="0")
    )
    numbering.insert(0, kind)
    numbering.append(_element("num", [("abstractNumId", key)], numId=key))
    properties = paragraph.get_or_add_pPr()
    properties.append(_element("numPr", [("ilvl", "0"), ("numId", key)]))


def _start(form: str, shown: str) -> str:
    """Return the whole number behind a Roman one, a letter or a number."""
    if form == "upperRoman":
        return str(ROMAN.index(shown) + 1)
    return str(ord(shown) - ord("a") + 1) if form == "lowerLetter" else shown if form == "decimal" else "1"


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
