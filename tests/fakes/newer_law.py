"""A law book newer than the one a school kept its year by."""

from __future__ import annotations

from dataclasses import replace

import pytest

from schedules.law import LawBook, load_law
from tests.fakes.visitor import Visitor
from tracker.law_year import desk, question

QUARTER = "61-2017/thuc-hien-quy"


def use(visitor: Visitor | None, monkeypatch: pytest.MonkeyPatch, book: LawBook) -> None:
    """Let a newer law book come with the product, which starts anew."""
    if visitor:
        visitor.site.notices.known.clear()
    for module in (question, desk):
        monkeypatch.setattr(module, "load_law", lambda: book)


def changed(rule_id: str, **changes: object) -> LawBook:
    """Return the book with one rule changed."""
    book = load_law()
    return replace(book, rules=tuple(replace(r, **changes) if r.id == rule_id else r for r in book.rules))


def without(rule_id: str) -> LawBook:
    """Return the book without one rule."""
    book = load_law()
    return replace(book, rules=tuple(rule for rule in book.rules if rule.id != rule_id))
