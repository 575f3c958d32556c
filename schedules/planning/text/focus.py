"""What a week or month is about, told over the table of its days: states to keep are no works of that week."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.planning.outline import Item
from schedules.planning.people.named import named_in
from schedules.planning.people.subjects import subject_of
from schedules.planning.text.led_clauses import is_deed
from schedules.wording import fold

FOCUS = re.compile(r"^\W*trong tam\b(?:\s+cong tac)?(?=\W*(?:tuan|thang)\b)")
"""“Trọng tâm tuần 12”; under “Nhiệm vụ trọng tâm” stand the works themselves."""

STANDING = re.compile(
    r"^\W*(?:tiep tuc|duy tri|giu vung|giu gin|on dinh|(?:dam|bao) (?:bao|dam)|tang cuong|chu trong|quan tam|"
    r"thi dua (?:lap|day|hoc|chao mung)|thuc hien (?:tot|nghiem(?: tuc)?|dung))\b"
)
"""What goes on as it should, week by week: “Duy trì giờ đón, trả trẻ đúng quy định”."""


def is_only_focus(item: Item, following: Sequence[Item]) -> bool:
    """Whether an item tells what its week is about: nothing is done in it by anybody, and the table of days follows."""
    over = fold(item.headings[-1]) if item.headings else ""
    if not FOCUS.match(over) or named_in(item.body)[0]:
        return False
    if not STANDING.match(fold(item.body)) and (is_deed(item.body) or subject_of(item.body)):
        return False
    return any(one.block.is_row for one in following)
