"""Automatic numbers of a Word file: "1.", "a)", "II." are not in the text, they are counted from the list settings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from schedules.reading.list_numbers import BULLET, written
from schedules.reading.word_body import FALLBACK, LABEL, PARAGRAPH, W
from schedules.reading.xml_part import parse_part

LEVELS = 9
Lists = dict[str, tuple["_Level", ...]]


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: where it starts, how its number looks, the words around it ("%1.%2.")."""

    start: int = 1
    form: str = "decimal"
    words: str = "%1."


@dataclass(slots=True)
class _Count:
    """How far one list has counted on each level; 0 is not begun."""

    at: list[int] = field(default_factory=lambda: [0] * LEVELS)

    def step(self, level: int, levels: tuple[_Level, ...]) -> None:
        self.at[level] = self.at[level] + 1 if self.at[level] else levels[level].start
        self.at[level + 1 :] = [0] * (LEVELS - level - 1)
        for upper in range(level):
            self.at[upper] = self.at[upper] or levels[upper].start


def with_numbers(main: bytes, numbering: bytes, styles: bytes | None, source: str) -> bytes:
    """Return the main part with each numbered paragraph's label as an attribute of the paragraph."""
    lists, shared = _lists(parse_part(numbering, source))
    of_styles = _style_numbers(parse_part(styles, source)) if styles else {}
    root = parse_part(main, source)
    counts: dict[str, _Count] = {}
    for paragraph, number, level in _numbered(root, of_styles):
        levels = lists.get(number)
        if levels is None or any(parent.tag == FALLBACK for parent in paragraph.iterancestors()):
            continue
        count = counts.setdefault(shared[number], _Count())
        count.step(level, levels)
        paragraph.set(LABEL, label_of(levels, level, count.at))
    return etree.tostring(root)


def label_of(levels: tuple[_Level, ...], level: int, at: list[int]) -> str:
    """Return the label people see on a level: its words with the numbers of all levels filled in."""
    if levels[level].form == "bullet":
        return BULLET
    if levels[level].form == "none":
        return ""

    def number(match: re.Match[str]) -> str:
        shown = int(match[1]) - 1
        return written(at[shown], levels[shown].form) if 0 <= shown < LEVELS else ""

    return re.sub(r"%(\d)", number, levels[level].words)


def _numbered(root: etree._Element, of_styles: dict[str, tuple[str, int]]) -> Iterator[tuple[etree._Element, str, int]]:
    for paragraph in root.iter(PARAGRAPH):
        own = paragraph.find(f"{W}pPr/{W}numPr")
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        inherited = of_styles.get(style.get(f"{W}val", ""), ("", 0)) if style is not None else ("", 0)
        number = _value(own, "numId") or inherited[0]
        level = _value(own, "ilvl")
        deep = int(level) if level.isdigit() else inherited[1]
        if number and number != "0":
            yield paragraph, number, min(deep, LEVELS - 1)


def _value(parent: etree._Element | None, name: str) -> str:
    found = parent.find(f"{W}{name}") if parent is not None else None
    return found.get(f"{W}val", "") if found is not None else ""


def _lists(root: etree._Element) -> tuple[Lists, dict[str, str]]:
    """Return the levels of each list, and which count each shares: lists of one kind count on together."""
    kinds = {kind.get(f"{W}abstractNumId", ""): _levels(kind) for kind in root.iter(f"{W}abstractNum")}
    lists: Lists = {}
    shared: dict[str, str] = {}
    for one in root.iter(f"{W}num"):
        number, kind = one.get(f"{W}numId", ""), _value(one, "abstractNumId")
        levels = list(kinds.get(kind, ()))
        if not levels:
            continue
        anew = False
        for change in one.iter(f"{W}lvlOverride"):
            at, start = change.get(f"{W}ilvl", "0"), _value(change, "startOverride")
            if at.isdigit() and int(at) < LEVELS and start.isdigit():
                old = levels[int(at)]
                levels[int(at)] = _Level(int(start), old.form, old.words)
                anew = True
        lists[number] = tuple(levels)
        shared[number] = f"num {number}" if anew else f"kind {kind}"
    return lists, shared


def _levels(kind: etree._Element) -> tuple[_Level, ...]:
    levels = [_Level(words="") for _ in range(LEVELS)]
    for one in kind.iter(f"{W}lvl"):
        at = one.get(f"{W}ilvl", "")
        start = _value(one, "start")
        if at.isdigit() and int(at) < LEVELS:
            form = _value(one, "numFmt") or "decimal"
            levels[int(at)] = _Level(int(start) if start.isdigit() else 1, form, _value(one, "lvlText"))
    return tuple(levels)


def _style_numbers(root: etree._Element) -> dict[str, tuple[str, int]]:
    found = {}
    for style in root.iter(f"{W}style"):
        numbers = style.find(f"{W}pPr/{W}numPr")
        if numbers is not None:
            level = _value(numbers, "ilvl")
            found[style.get(f"{W}styleId", "")] = (_value(numbers, "numId"), int(level) if level.isdigit() else 0)
    return found
