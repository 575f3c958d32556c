"""A document in old Vietnamese letters → the same in Unicode, with a finding that says so."""

from __future__ import annotations

import re
from dataclasses import replace

from schedules.plan import Block, Document, Finding
from schedules.reading.old_letters import Decode, from_tcvn3, from_viqr, from_vni, from_western
from schedules.reading.remark import remark
from schedules.reading.syllable import right_share, telling_words

CODES: tuple[tuple[str, Decode], ...] = (
    ("TCVN3 (phông .VnTime)", from_tcvn3),
    ("VNI (phông VNI-Times)", from_vni),
    ("UTF-8 bị đọc nhầm thành chữ Tây Âu", from_western),
)
ODD = re.compile(
    r"[\u00a1-\u00bf\u00c4-\u00c7\u00cb\u00ce-\u00d1\u00d6-\u00d8\u00db-\u00dc\u00de-\u00df\u00e4-\u00e7\u00eb\u00ee-\u00f1\u00f6-\u00f8\u00fb\u00fc\u00fe\u00ff]"
)
"""Western signs and letters that no Vietnamese word in Unicode has."""

MODERN = re.compile(r"[ăđơưĂĐƠƯ\u1ea0-\u1ef9]")
VIQR_SIGN = re.compile(r"[aeoAEO]\^|[ouOU]\+|\ba\(|dd[a-z]")
INNER = re.compile(r"[a-z][\u00c0-\u00de]")
"""A small letter before an accented capital ("kinh phÝ"): so no word of Unicode is written."""

FEWEST_ODD = 3
FEWEST_VIQR = 8
WRONG, RIGHT = 0.6, 0.8
"""Text is taken as old when fewer than 60 % of its telling words are syllables, and 80 % are once converted."""


def modern(document: Document) -> Document:
    """Return the document in Unicode; one that already is comes back as it is."""
    code = old_code(document.text)
    if code is None:
        return document
    name, decode = code
    blocks = tuple(_block(block, decode) for block in document.blocks)
    if blocks == document.blocks:
        return document
    return replace(document, blocks=blocks, findings=(*document.findings, converted(name)))


def converted(name: str) -> Finding:
    """Return the finding that text in an old code was converted."""
    message = f"Văn bản gõ bằng bảng mã cũ {name}; đã chuyển sang Unicode."
    return remark("ma-cu", message, "Xem lại vài chỗ có dấu; nên lưu bản Unicode để dùng về sau.")


def old_code(text: str) -> tuple[str, Decode] | None:
    """Return the old code a text, or a good part of it, is written in; None when it is in Unicode."""
    odd = len(ODD.findall(text))
    if odd >= FEWEST_ODD:
        lines = [line for line in text.splitlines() if ODD.search(line)]
        return _best_code(telling_words("\n".join(lines)))
    if len(VIQR_SIGN.findall(text)) >= FEWEST_VIQR and not MODERN.search(text):
        return "VIQR", from_viqr
    return None


def _best_code(words: list[str]) -> tuple[str, Decode] | None:
    if right_share(words) > WRONG:
        return None
    scored = [(right_share(telling_words(decode(" ".join(words)))), name, decode) for name, decode in CODES]
    share, name, decode = max(scored, key=lambda one: one[0])
    return (name, decode) if share >= RIGHT else None


def _block(block: Block, decode: Decode) -> Block:
    cells = tuple(replace(cell, text=_text(cell.text, decode)) for cell in block.cells)
    if cells:
        text = "\t".join(_text(part, decode) for part in block.text.split("\t"))
        return replace(block, text=text, cells=cells)
    return replace(block, text=_text(block.text, decode))


def _text(text: str, decode: Decode) -> str:
    """Convert a text unless it is right as it stands: one document may mix old and new letters."""
    if decode is from_viqr:
        return decode(text)
    words = telling_words(text)
    odd = ODD.search(text) or INNER.search(text)
    if not words or MODERN.search(text) or (not odd and right_share(words) > WRONG and len(words) > 1):
        return text
    after = decode(text)
    return after if right_share(telling_words(after)) >= right_share(words) else text
