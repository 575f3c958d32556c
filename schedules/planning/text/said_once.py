"""Works with a line for their time: that line speaks for them, and not a time in the words of the work."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from schedules.plan import Precision
from schedules.planning.drafts import Draft
from schedules.planning.outline import Item
from schedules.planning.text.labels import done_in, says_when
from schedules.planning.text.records import Records, lines_of, records_of
from schedules.proofreading.agreement import lies_in, span

Numbered = tuple[int, Draft]


def said_once(drafts: Sequence[Numbered], items: Sequence[Item]) -> list[Numbered]:
    """Return the drafts without those whose work has a line for its time.

    That line stands under the work's own, or in its record: "Biện pháp: Họp … giữa năm học", "Thời hạn: 25/01/2026".
    """
    spoken = {items[at].headings[-1:] for at, draft in drafts if draft.named_by_heading}
    records = records_of(items) if any(done_in(items[at].body) for at, _ in drafts) else {}
    told = Counter(at for at, _ in drafts)
    return [
        (at, draft)
        for at, draft in drafts
        if (items[at].body,) not in spoken
        and not (told[at] == 1 and records and _is_told_finer(at, draft, drafts, items, records))
    ]


def _is_told_finer(at: int, draft: Draft, drafts: Sequence[Numbered], items: Sequence[Item], records: Records) -> bool:
    """Whether the one time in the words of a labelled work is a stretch in which the time of its record lies."""
    whole = span(draft.task.due)
    if whole is None or draft.task.due.precision is Precision.DAY or not done_in(items[at].body):
        return False
    lines = set(lines_of(items, records, at)) - {at}
    days = (span(one.task.due) for other, one in drafts if other in lines and says_when(items[other].body))
    return any(own is not None and own != whole and lies_in(own, whole) for own in days)
