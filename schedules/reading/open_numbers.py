"""Automatic numbers of an OpenDocument file: counted from its list styles (OpenDocument 1.3, §5.3 and §16.30)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from schedules.reading.list_numbers import BULLET, SIGNED, written

LABEL = "label"
LEVELS = 10
URN = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
TEXT, STYLE = URN % "text", URN % "style"
LIST, ITEM = f"{TEXT}list", f"{TEXT}list-item"
PARAGRAPHS = frozenset({f"{TEXT}p", f"{TEXT}h"})
XML_ID = "{http://www.w3.org/XML/1998/namespace}id"


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list style: where it starts, its form, the words around it, how many levels it shows."""

    start: int = 1
    form: str = ""
    before: str = ""
    after: str = ""
    shown: int = 1


Levels = Mapping[int, _Level]


@dataclass(slots=True)
class _Counts:
    """How far each list has counted, by its style and by its id: a later list may count on from either."""

    by_style: dict[str, list[int]] = field(default_factory=dict)
    by_id: dict[str, list[int]] = field(default_factory=dict)

    def of(self, element: etree._Element, style: str) -> list[int]:
        before = self.by_id.get(element.get(f"{TEXT}continue-list", "none"))
        if before is None and element.get(f"{TEXT}continue-numbering") == "true":
            before = self.by_style.get(style)
        at = list(before) if before else [0] * LEVELS
        self.by_style[style] = self.by_id[element.get(XML_ID, "")] = at
        return at


def number_lists(content: etree._Element, styles: etree._Element | None) -> None:
    """Set on the first paragraph of every list item the number or bullet people see, as attribute LABEL."""
    known = {name: levels for root in (styles, content) if root is not None for name, levels in _styles(root)}
    counts = _Counts()
    for element in content.iter(LIST):
        around = element.getparent()
        if around is None or around.tag != ITEM:
            style = element.get(f"{TEXT}style-name", "")
            _number(element, 0, counts.of(element, style), known.get(style, {}), known)


def _number(element: etree._Element, level: int, at: list[int], levels: Levels, known: Mapping[str, Levels]) -> None:
    own = levels.get(level, _Level())
    for item in element.iterchildren(ITEM):
        first = next(iter(item), None)
        if first is not None and first.tag in PARAGRAPHS:
            at[level] = _whole(item.get(f"{TEXT}start-value"), at[level] + 1 if at[level] else own.start)
            at[level + 1 :] = [0] * (LEVELS - level - 1)
            first.set(LABEL, _label(levels, level, at))
        for inner in item.iterchildren(LIST):
            named = known.get(inner.get(f"{TEXT}style-name", ""), levels)
            _number(inner, min(level + 1, LEVELS - 1), at, named, known)


def _label(levels: Levels, level: int, at: list[int]) -> str:
    own = levels.get(level, _Level())
    if own.form in {"", BULLET}:
        return own.form
    first = max(level + 1 - own.shown, 0)
    numbers = (written(at[upper] or 1, levels.get(upper, own).form) for upper in range(first, level + 1))
    return f"{own.before}{'.'.join(numbers)}{own.after}".strip()


def _styles(root: etree._Element) -> Iterator[tuple[str, Levels]]:
    for style in root.iter(f"{TEXT}list-style"):
        levels = dict(_level(one) for one in style if _whole(one.get(f"{TEXT}level"), 0))
        yield style.get(f"{STYLE}name", ""), levels


def _level(element: etree._Element) -> tuple[int, _Level]:
    level = min(_whole(element.get(f"{TEXT}level"), 1), LEVELS) - 1
    if element.tag == f"{TEXT}list-level-style-bullet":
        return level, _Level(form=BULLET if element.get(f"{TEXT}bullet-char") else "")
    form = SIGNED.get(element.get(f"{STYLE}num-format", ""), "")
    around = (element.get(f"{STYLE}num-prefix", ""), element.get(f"{STYLE}num-suffix", ""))
    shown = _whole(element.get(f"{TEXT}display-levels"), 1)
    return level, _Level(_whole(element.get(f"{TEXT}start-value"), 1), form, *around, shown)


def _whole(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.isdigit() and len(text) < 7 else otherwise  # noqa: PLR2004
