"""Works of one line that share its first words: "Khám sức khỏe đợt 1 (tháng 9), đợt 2 (tháng 3)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from schedules.planning.drafts import Draft
from schedules.planning.people import begins_with_act, subject_of

SHORT, ACT = 3, 2
ROUND = re.compile(r"^(?:đợt|lần|vòng) \w{1,3}\W*$", re.IGNORECASE)
COLON = re.compile(r"^[^:]{3,80}:\s*")


def is_round(title: str) -> bool:
    """Whether a title only counts: "Đợt 2" of what the line began with."""
    return bool(ROUND.match(title))


def with_shared_words(drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """Return the works of one line; a later one takes the first's subject, one of a few words its start."""
    if len(drafts) < 2:  # noqa: PLR2004
        return tuple(drafts)
    first, *rest = drafts
    return (first, *(_with_subject(first, _with_start(first, one)) for one in rest))


def _with_subject(leader: Draft, draft: Draft) -> Draft:
    """Who acts in the first work acts in one that begins with a verb in small letters: "…, báo cáo tổng kết"."""
    task, quote = draft.task, draft.task.mentions[0].quote
    subject = subject_of(leader.task.mentions[0].quote)
    if task.owners or not subject or subject != leader.task.owners or not quote[:1].islower():
        return draft
    return replace(draft, task=replace(task, owners=subject)) if begins_with_act(quote) else draft


def _with_start(leader: Draft, draft: Draft) -> Draft:
    first, title = leader.task.title, draft.task.title
    if draft.named_by_heading or len(title.split()) > SHORT:
        return draft
    noun = title.split()[0]
    same = list(re.finditer(rf"(?<!\w){re.escape(noun)}(?!\w)", first, re.IGNORECASE))
    colon = COLON.match(first)
    led = colon and _alike(title, first[colon.end() :])
    start = colon[0] if colon and led else first[: same[-1].start()] if same else ""
    if not start.strip(" :"):
        return draft
    owners = leader.task.owners or draft.task.owners
    return replace(draft, task=replace(draft.task, title=f"{start}{_quoted(title, draft)}", owners=owners))


def _alike(title: str, rest: str) -> bool:
    """Whether a title goes on the row that the words after a colon begin: "HKI", "HKII"; "sơ kết", "tổng kết"."""
    count = len(rest.split())
    return count <= SHORT and (rest[:2] == title[:2] or count == len(title.split()) == ACT)


def _quoted(title: str, draft: Draft) -> str:
    """Return a title as the line has it, not begun with a capital."""
    quote = draft.task.mentions[0].quote
    small = title[:1].lower() + title[1:]
    return title if title in quote else small
