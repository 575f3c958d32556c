"""Pure: the form of every message that numbers what it tells: a greeting, entries, what stands below; text and HTML."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape

from tracker.answers.links import TaskLinks

LONGEST_TEXT = 1900
"""Zalo takes 2,000 characters a message (Bot and OA documentation); a reminder should not need two."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing a message numbers: its lines, the title first, the page it leads to, the answers it may be given."""

    lines: tuple[str, ...]
    page: str = ""
    answers: TaskLinks | None = None


def text_of(greeting: Sequence[str], entries: Sequence[Entry], below: Sequence[str], first: int = 1) -> str:
    """Return the message as plain text, its entries numbered from `first`; what is empty below takes no room."""
    parts = ["\n".join(greeting)]
    for number, entry in enumerate(entries, first):
        title, *rest = filter(None, (*entry.lines, entry.page))
        parts.append("\n   ".join([f"{number}. {title}", *rest]))
    return "\n\n".join([*parts, *filter(None, below)]) + "\n"


def fitting(texts: Iterable[str]) -> str:
    """Return the first of some texts that fits a phone, else the last: the richest comes first."""
    text = ""
    for text in texts:
        if len(text) <= LONGEST_TEXT:
            break
    return text


def html_of(greeting: Sequence[str], entries: Sequence[Entry], below: str) -> str:
    """Return the message as HTML; `below` is HTML."""
    hello = "".join(map(paragraph, greeting))
    return f'<!DOCTYPE html><html lang="vi"><body>{hello}{list_of(entries)}{below}</body></html>'


def list_of(entries: Sequence[Entry], first: int = 1) -> str:
    """Return entries as a list of HTML numbered from `first`; empty for none."""
    rows = "".join(map(_row, entries))
    begins = f' start="{first}"' if first > 1 else ""
    return f"<ol{begins}>{rows}</ol>" if rows else ""


def _row(entry: Entry) -> str:
    title, *rest = map(escape, entry.lines)
    told = f"<strong>{linked(title, entry.page)}</strong><br>{'<br>'.join(rest)}"
    return f"<li><p>{told}</p>{_buttons(entry.answers)}</li>"


def paragraph(words: str, url: str = "") -> str:
    """Return words as a paragraph of HTML, leading to an address if there is one; "" for no words."""
    return f"<p>{linked(escape(words), url)}</p>" if words else ""


def linked(html: str, url: str) -> str:
    """Return a piece of HTML, leading to an address if there is one."""
    return f'<a href="{escape(url)}">{html}</a>' if url else html


def _buttons(answers: TaskLinks | None) -> str:
    """Return the answers as links that look like buttons; each opens a page, none acts by being opened."""
    look = "display:inline-block;margin:0 8px 8px 0;padding:8px 12px;border:1px solid #0f5f5c;border-radius:8px"
    found = answers.buttons if answers else ()
    links = "".join(f'<a style="{look}" href="{escape(url)}">{escape(words)}</a>' for words, url in found)
    return f"<p>{links}</p>" if links else ""
