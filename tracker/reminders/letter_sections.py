"""Pure: the kinds of news a message tells together → its words: each kind under its own sentence, numbered through."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.reminders.letter_form import Entry, fitting, html_of, list_of, paragraph, text_of
from tracker.reminders.occasions import Occasion
from tracker.reminders.sift import Item
from tracker.reminders.wording import begun
from tracker.store.letters import Letter


@dataclass(frozen=True, slots=True)
class Section:
    """One kind of news: the item it is filed under, its subject, the sentence that opens it, what it numbers.

    `full` and `lean` are its entries with and without what a phone has no room for, `items` the works of them; `below`
    are sentences behind them, each with the address it leads to or none. Where it `asks`, a chat is told how to answer.
    `brief` counts its news for the subject of a message of several kinds.
    """

    first: Item
    subject: str
    opening: str
    full: Sequence[Entry]
    lean: Sequence[Entry]
    items: Sequence[Item]
    below: Sequence[tuple[str, str]] = ()
    asks: bool = True
    brief: str = ""


def letter_of(sections: Sequence[Section], occasion: Occasion, together: str = "", subject: str = "") -> Letter:
    """Return the words of one message of some kinds of news; `together` opens one of several, `subject` names it."""
    first = sections[0].first
    hint = occasion.hint(item if section.asks else None for section in sections for item in section.items)
    return Letter(
        stage=first.stage,
        reason=first.reason.value,
        subject=occasion.subject(subject or sections[0].subject),
        text=fitting(_text(sections, occasion, together, hint, rich=rich) for rich in (True, False)),
        html=_html(sections, occasion, together),
    )


def one_of(section: Section, occasion: Occasion) -> Letter:
    """Return the words of a message of one kind of news."""
    return letter_of([section], occasion)


def _text(sections: Sequence[Section], occasion: Occasion, together: str, hint: str, *, rich: bool) -> str:
    if len(sections) == 1:
        (section,) = sections
        below = [*_below(section), hint, *_lines(occasion.foot())]
        return text_of(occasion.greeting(section.opening), _entries(section, rich), below)
    number, blocks = 1, ["\n".join(occasion.greeting(together)) + "\n"]
    for section in sections:
        blocks.append(text_of([begun(section.opening)], _entries(section, rich), _below(section), number))
        number += len(section.full)
    return "\n".join([*blocks, *(f"{one}\n" for one in (hint, *_lines(occasion.foot())) if one)])


def _entries(section: Section, rich: bool) -> Sequence[Entry]:
    return section.full if rich else section.lean


def _below(section: Section) -> list[str]:
    return _lines(section.below)


def _lines(said: Iterable[tuple[str, str]]) -> list[str]:
    return [f"{words}: {url}" if url else words for words, url in said]


def _html(sections: Sequence[Section], occasion: Occasion, together: str) -> str:
    if len(sections) == 1:
        (section,) = sections
        below = _html_below(section) + _paragraphs(occasion.foot())
        return html_of(occasion.greeting(section.opening), section.full, below)
    number, blocks = 1, []
    for section in sections:
        blocks.append(paragraph(begun(section.opening)) + list_of(section.full, number) + _html_below(section))
        number += len(section.full)
    return html_of(occasion.greeting(together), (), "".join([*blocks, _paragraphs(occasion.foot())]))


def _html_below(section: Section) -> str:
    return _paragraphs(section.below)


def _paragraphs(said: Iterable[tuple[str, str]]) -> str:
    return "".join(paragraph(words, url) for words, url in said)
