"""Works of one line that share its first words: "Khám sức khỏe đợt 1 (tháng 9), đợt 2 (tháng 3)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from schedules.planning.drafts import Draft

SHORT = 3
ROUND = re.compile(r"^(?:đợt|lần|vòng) \w{1,3}\W*$", re.IGNORECASE)
COLON = re.compile(r"^[^:]{3,80}:\s*")


def is_round(title: str) -> bool:
    """Whether a title only counts: "Đợt 2" of what the line began with."""
    return bool(ROUND.match(title))


def with_shared_words(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the works of one line; a later one of a few words takes the words the first begins with."""
    if len(drafts) < 2:  # noqa: PLR2004
        return tuple(drafts)
    first, *rest = drafts
    return (first, *(_with_start(first, one) for one in rest))


def _with_start(leader: Draft, draft: Draft) -> Draft:
    first, title = leader.task.title, draft.task.title
    if draft.named_by_heading or len(title.split()) > SHORT:
        return draft
    noun = title.split()[0]
    same = list(re.finditer(rf"(?<!\w){re.escape(noun)}(?!\w)", first, re.IGNORECASE))
    colon = COLON.match(first)
    start = first[: same[-1].start()] if same else colon[0] if colon and _alike(noun, first[colon.end() :]) else ""
    if not start.strip(" :"):
        return draft
    owners = leader.task.owners or draft.task.owners
    return replace(draft, task=replace(draft.task, title=f"{start}{_quoted(title, draft)}", owners=owners))


def _alike(noun: str, rest: str) -> bool:
    """Whether a word goes on the row that the words after a colon begin: "HKI" and "HKII"."""
    return len(rest.split()) <= SHORT and rest[:2] == noun[:2]


def _quoted(title: str, draft: Draft) -> str:
    """Return a title as the line has it, not begun with a capital."""
    quote = draft.task.mentions[0].quote
    small = title[:1].lower() + title[1:]
    return title if title in quote else small
