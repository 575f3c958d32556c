"""What stands around the body of a Word file: running heads and feet, footnotes and endnotes, as blocks at its end."""

from __future__ import annotations

import re

from schedules.plan import Block, Place
from schedules.reading.package import Package
from schedules.reading.word_body import PARAGRAPH, text_of
from schedules.reading.xml_part import parse_part

AROUND = re.compile(r"word/(header|footer)\d*\.xml|word/(footnotes|endnotes)\.xml")
PAGE_NUMBER = re.compile(r"\W*(trang\s*)?\d*\s*(/\s*\d*)?\W*", re.IGNORECASE)
MOST_PARTS = 40
"""A document of thirteen sections has so many running heads; their words repeat."""


def margins_of(package: Package, body: tuple[Block, ...], source: str) -> tuple[Block, ...]:
    """Return the words around the body that it does not hold itself, each once; page numbers are left out."""
    parts = sorted(name for name in package.names if AROUND.fullmatch(name))[:MOST_PARTS]
    known = {block.text.strip() for block in body}
    blocks: list[Block] = []
    for name in parts:
        for paragraph in parse_part(package.part(name) or b"", source).iter(PARAGRAPH):
            text = text_of(paragraph).strip()
            if text not in known and not PAGE_NUMBER.fullmatch(text):
                known.add(text)
                blocks.append(Block(text, Place()))
    return tuple(blocks)
