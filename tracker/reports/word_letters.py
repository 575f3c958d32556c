"""The letters of Word paragraphs, each with the run it stands in: finding a quote, and parting runs around it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import NamedTuple

from lxml import etree

from schedules.reading.word_body import BOX, SKIPPED, SPACES, W
from schedules.wording.reading import read

RUN, TEXT, PROPERTIES = f"{W}r", f"{W}t", f"{W}rPr"
KEEP_BLANKS = "{http://www.w3.org/XML/1998/namespace}space"
ELLIPSES = "…. "


class Letter(NamedTuple):
    """One sign of a text: the run it stands in, the run's child that holds it, and where in that child."""

    sign: str
    run: etree._Element
    child: etree._Element
    at: int


class Stretch(NamedTuple):
    """The first and the last run of what a comment marks."""

    first: etree._Element
    last: etree._Element


def whole(paragraphs: Sequence[etree._Element]) -> Stretch | None:
    """Return the stretch of all the text of some paragraphs, of any run where there is no text, else None."""
    runs = [letter.run for letter in _letters(paragraphs) if letter is not None and letter.sign.strip()]
    runs = runs or [run for paragraph in paragraphs for run in paragraph.iter(RUN)]
    return _outside_boxes(Stretch(runs[0], runs[-1])) if runs else None


def quoted(paragraphs: Sequence[etree._Element], quote: str) -> Stretch | None:
    """Part the runs so that some hold a quote exactly and return those; None when it does not stand there.

    The quote may run over formatting, line ends and paragraphs; blanks of any kind are equal. Words with
    their accents come first, then without, since findings may quote restored text.
    """
    letters = _letters(paragraphs)
    span = _span("".join(letter.sign if letter else "\n" for letter in letters), quote)
    if span is None:
        return None
    marked = [letter for letter in letters[span[0] : span[1]] if letter is not None]
    if not marked:
        return None
    if _in_box(marked[0].run) or _in_box(marked[-1].run):
        return _outside_boxes(Stretch(marked[0].run, marked[-1].run))
    following = letters[span[1]] if span[1] < len(letters) else None
    if following is not None and following.run is marked[-1].run:
        _part_before(following)
    before = letters[span[0] - 1] if span[0] else None
    first = marked[0].run
    if before is not None and before.run is first:
        first = _part_before(marked[0])
    return Stretch(first, first if marked[-1].run is marked[0].run else marked[-1].run)


def _letters(paragraphs: Sequence[etree._Element]) -> list[Letter | None]:
    """Return the letters of paragraphs as the reader reads them, with None where a paragraph ends."""
    found: list[Letter | None] = []
    for paragraph in paragraphs:
        found += [None] if found else []
        found += _of_element(paragraph, None, None)
    return found


def _of_element(element: etree._Element, run: etree._Element | None, child: etree._Element | None) -> Iterator[Letter]:
    for inner in element:
        if inner.tag in SKIPPED:
            continue
        own_run = inner if run is None and inner.tag == RUN else run
        own_child = inner if run is not None and child is None else child
        text = (inner.text or "") if inner.tag == TEXT else SPACES.get(inner.tag, "")
        if text and own_run is not None and own_child is not None:
            yield from (Letter(sign, own_run, own_child, at) for at, sign in enumerate(text))
        elif not text:
            yield from _of_element(inner, own_run, own_child)


def _span(text: str, quote: str) -> tuple[int, int] | None:
    """Return where a quote stands in a text, first as whole words, then anywhere."""
    asked, hay = read(quote.strip()), read(text)
    for needle, stack in ((_evened(asked.accented), _evened(hay.accented)), (asked.folded, hay.folded)):
        if found := _found(needle.strip(ELLIPSES if quote.rstrip().endswith("…") else None), stack):
            return hay.place(*found)
    return None


def _found(needle: str, stack: str) -> tuple[int, int] | None:
    if not needle:
        return None
    left = r"(?<!\w)" if needle[0].isalnum() else ""
    right = r"(?!\w)" if needle[-1].isalnum() else ""
    match = re.search(f"{left}{re.escape(needle)}{right}", stack) or re.search(re.escape(needle), stack)
    return match.span() if match else None


def _evened(text: str) -> str:
    return "".join(" " if sign.isspace() else sign for sign in text)


def _part_before(letter: Letter) -> etree._Element:
    """Part a run before one of its letters and return the run that now begins with it, formatted alike."""
    run = letter.run
    made = run.makeelement(RUN, {str(name): str(value) for name, value in run.attrib.items()})
    properties = run.find(PROPERTIES)
    if properties is not None:
        made.append(deepcopy(properties))
    moved = [letter.child, *letter.child.itersiblings()]
    if letter.at and letter.child.tag == TEXT:
        text = letter.child.text or ""
        rest = deepcopy(letter.child)
        letter.child.text, rest.text = text[: letter.at], text[letter.at :]
        for part in (letter.child, rest):
            part.set(KEEP_BLANKS, "preserve")
        moved[0] = rest
    for child in moved:
        made.append(child)
    run.addnext(made)
    return made


def _in_box(run: etree._Element) -> bool:
    return next(run.iterancestors(BOX), None) is not None


def _outside_boxes(stretch: Stretch) -> Stretch:
    """Word takes no comments inside text boxes: the run that holds the box is marked instead."""
    return Stretch(_outermost(stretch.first), _outermost(stretch.last))


def _outermost(run: etree._Element) -> etree._Element:
    while (box := next(run.iterancestors(BOX), None)) is not None:
        run = next(box.iterancestors(RUN))
    return run
