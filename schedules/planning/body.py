"""Deadlines in the running text: numbered items, bullets, headings that name a month, brackets after an item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from schedules.plan import Due, Finding, Mention, Precision, Severity, Task
from schedules.planning.drafts import Draft, Understood, in_column, in_month
from schedules.planning.field_lines import is_field, is_note, with_fields
from schedules.planning.outline import Item, Part, Rank, is_capitals
from schedules.planning.people import clause_subject, named_in, subject_of
from schedules.planning.prose import sentence_of
from schedules.planning.roles import role_of
from schedules.planning.segments import Segment, segments
from schedules.planning.titles import is_generic, name_of, title_of
from schedules.wording import Context, fold

READ = frozenset({Part.AIMS, Part.CONTENT, Part.CARRYING_OUT, Part.APPENDIX})
FIXED = frozenset({Precision.DAY, Precision.WEEK, Precision.MONTH})
"""An aim counts as work only with a deadline this fine; “đến năm 2025” is a direction."""

ON_PURPOSE = re.compile(r"^\W*(ngay|sang|chieu|truoc|cham nhat|muon nhat|han|den|het|tu|xong|thu|tuan|thang|\d)")
"""Under a heading with a time, a day in an item's words counts only when it is put as one; “chào mừng 20/11” is not."""

LETTER_LENGTH = 60
GROUNDS = re.compile(r"^\W*can cu\b(?=.{20}).*[:;,]$|^\W*can cu (?:[a-z]+ ){0,3}so\b")
"""The grounds a plan rests on, and what they announce after a colon: nothing to do by their dates."""

ATTACHED = re.compile(r"^\W*kem theo")


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading that dates what stands under it."""

    rank: Rank
    due: Due
    owners: tuple[str, ...] = ()


def body_drafts(items: Sequence[Item], context: Context) -> Understood:
    """Return the dated works of all items that are no table rows."""
    drafts: list[tuple[int, Draft]] = []
    findings: list[Finding] = []
    fields: list[int] = []
    dated_above: list[_Heading] = []
    for at, item in enumerate(items):
        if item.block.is_row or not _is_read(item):
            continue
        following = items[at + 1 : at + 2]
        dated_above = [heading for heading in dated_above if heading.rank.value < item.rank.value]
        above = dated_above[-1] if dated_above else None
        here = _under(context, above)
        if is_field(item) and not segments(item.body, here):
            fields.append(at)
        elif heading := _as_heading(item, following, here):
            dated_above.append(heading)
        else:
            found = _item_drafts(item, here, above, has_children=_has_children(item, following))
            drafts += [(at, draft) for draft in found.drafts]
            findings += found.findings
    return Understood(with_fields(_said_once(drafts, items), items, fields), tuple(findings))


def _said_once(drafts: Sequence[tuple[int, Draft]], items: Sequence[Item]) -> list[tuple[int, Draft]]:
    """Where a work has a line for its time, that line speaks for it, and not a day in the work's own words."""
    spoken = {items[at].headings[-1:] for at, draft in drafts if draft.named_by_heading}
    return [(at, draft) for at, draft in drafts if (items[at].body,) not in spoken]


def _is_read(item: Item) -> bool:
    if ATTACHED.match(fold(item.body)) or GROUNDS.match(fold(item.body)):
        return False
    return item.part in READ or (item.part is Part.HEAD and len(item.body) > LETTER_LENGTH)


def _under(context: Context, above: _Heading | None) -> Context:
    month = above.due.day.month if above and above.due.day and above.due.precision is Precision.MONTH else None
    return in_month(context, month)


def _has_children(item: Item, following: Sequence[Item]) -> bool:
    """Whether a listed item heads a list of its own; running text after it goes on beside it."""
    if not following or following[0].block.is_row or item.rank is Rank.TEXT:
        return False
    return bool(item.rank.value < following[0].rank.value < Rank.TEXT.value)


def _as_heading(item: Item, following: Sequence[Item], context: Context) -> _Heading | None:
    """Return a heading that is only a time, or a sentence that dates the list after it."""
    leads = bool(following) and following[0].rank.value > item.rank.value and not following[0].block.is_row
    opens = (
        item.body.rstrip().endswith(":")
        and bool(following)
        and following[0].rank in {Rank.BULLET, Rank.PLUS, Rank.LETTER}
    )
    if not leads and not opens:
        return None
    parts = segments(item.body, in_column(context) if len(item.body) < LETTER_LENGTH else context)
    if len(parts) != 1 or not parts[0].due.dated:
        return None
    bare = title_of(item.body, parts[0].spans)
    if bare and not is_generic(bare) and not opens:
        return None
    rank = item.rank if leads else Rank.NUMBER
    return _Heading(rank, parts[0].due, named_in(item.body)[0] or subject_of(item.body))


def _item_drafts(item: Item, context: Context, above: _Heading | None, *, has_children: bool) -> Understood:
    parts = segments(item.body, context)
    if item.rank is Rank.SECTION and is_capitals(item.body):
        parts = tuple(part for part in parts if part.due.precision is Precision.DAY)
    if item.part is Part.AIMS:
        parts = tuple(part for part in parts if part.due.precision in FIXED)
    if above and parts and not any(ON_PURPOSE.match(fold(part.due.words)) for part in parts):
        parts = ()
    if not parts and above and not has_children and not is_note(item) and len(item.body.split()) > 1:
        parts = (Segment(0, len(item.body), above.due, ()),)
    drafts: list[Draft] = []
    findings = []
    for part in parts:
        drafts.append(_draft(item, part, above))
        if part.problem:
            quote = item.body[part.start : part.end].strip()
            findings.append(_impossible(part.problem, quote, item))
    return Understood(tuple(drafts), tuple(findings))


def _impossible(problem: str, quote: str, item: Item) -> Finding:
    message = f"{problem.rstrip('.')}. Việc này chưa có hạn."
    advice = "Sửa lại ngày trong kế hoạch rồi nhập lại."
    return Finding("ngay-khong-co", Severity.BLOCK, message, (quote,), advice, (item.block.place,))


def _draft(item: Item, part: Segment, above: _Heading | None) -> Draft:
    words = item.body[part.start : part.end]
    spans = part.spans
    title = title_of(*sentence_of(words, spans))
    by_heading = is_generic(title) and bool(item.headings)
    if by_heading:
        title = title_of(item.headings[-1])
    owners, helpers = _owners(item, words, above)
    quote = words.strip(" ;,") if len(words) < len(item.body) else item.block.text.strip()
    mention = Mention(quote, item.block.place, part.due)
    confidence = 0.5 if part.problem or not title else 0.95
    task = Task(title or name_of(words, spans), part.due, (mention,), owners, helpers, confidence=confidence)
    return Draft(task, item.headings, named_by_heading=by_heading)


def _owners(item: Item, words: str, above: _Heading | None) -> tuple[tuple[str, ...], tuple[str, ...]]:
    owners, helpers, _ = named_in(words)
    if owners:
        return owners, helpers
    if item.part is Part.CARRYING_OUT and item.headings and (role := role_of(item.headings[-1])):
        return role, ()
    return subject_of(words) or clause_subject(words) or (above.owners if above else ()), ()
