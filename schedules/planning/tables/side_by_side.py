"""Tables side by side under one header: "Học kì I" and "Học kì II" with times of their own, works of several fields."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from schedules.plan import Block
from schedules.planning.drafts import in_column
from schedules.planning.tables.columns import TIMES, Role, header_role
from schedules.planning.tables.contents import Holds, holds
from schedules.planning.tables.squeezed_head import spread_over
from schedules.wording import Context, fold, when

HEAD = r"(?:(?:noi dung )?(?:cong viec|viec|hoat dong|cong tac|nhiem vu|noi dung))"
FIELD = (
    r"(?:chung|khac|chuyen mon|(?:cac |cua )?to(?: chuyen mon)?|chu nhiem|doan|doi|lien doi|doan the|"
    r"doan doi|cong doan|nha truong|truong|lao dong|ve sinh|y te|hanh chinh|van phong|co so vat chat|csvc|phong trao|"
    r"ngoai gio(?: len lop)?|ban tru|nuoi duong|thu vien|thiet bi|kiem tra(?: noi bo)?|giao duc|chi dao|quan ly)"
)
WORKS_OF = re.compile(
    rf"^\W*(?:{HEAD}\s+)?(?:cua\s+)?{FIELD}(?:(?:\s*[-–,&/]\s*|\s+va\s+|\s+){FIELD}){{0,2}}(?:\s+thanh nien)?\W*$"
)
"""“Việc chung”, “Công tác Đội”, “Chuyên môn”: whose works, or of what field, stand under a label."""

MOST, FEWEST = 0.6, 2
WORK = "Nội dung công việc"


@dataclass(frozen=True, slots=True)
class Side:
    """One of the tables side by side: what it is of, "" where that only names a field, and its rows."""

    label: str
    blocks: tuple[Block, ...]


def sides_of(blocks: Sequence[Block], context: Context) -> tuple[Side, ...]:
    """Return the tables that stand side by side in one, the columns they share in each; () for any other."""
    return _of_spans(blocks) or _of_fields(blocks, context)


def _of_spans(blocks: Sequence[Block]) -> tuple[Side, ...]:
    """Return a table for each label over columns that repeat: "Học kì I | Học kì II" over "Thời gian | Phụ trách"."""
    if len(blocks) <= FEWEST:
        return ()
    upper, lower = ([" ".join(cell.text.split()) for cell in block.cells] for block in blocks[:2])
    if len(upper) != len(lower) or any(any(sign.isdigit() for sign in text) for text in lower):
        return ()
    upper = _carried(spread_over(upper, lower), lower)
    runs = [(label, [at for at, _ in run]) for label, run in groupby(enumerate(upper), key=lambda pair: pair[1])]
    spans = [(label, at) for label, at in runs if len(at) > 1 and all(lower[one] not in {"", label} for one in at)]
    labels = {tuple(fold(lower[one]) for one in at) for _, at in spans}
    roles = {header_role(lower[one]) for _, at in spans for one in at}
    timed = bool(roles & TIMES)
    if len(spans) < FEWEST or len(labels) != 1 or not timed or len({label for label, _ in spans}) < len(spans):
        return ()
    every = {one for _, at in spans for one in at}
    own = Role.WORK in roles  # each side has works of its own
    return tuple(Side("" if own else label, _kept(blocks[1:], set(at), every)) for label, at in spans)


def _carried(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return the upper labels, one also over the columns behind it that have a label below and none of their own."""
    made: list[str] = []
    for text, below in zip(upper, lower, strict=True):
        made.append(made[-1] if made and not text and below else text)
    return made


def _of_fields(blocks: Sequence[Block], context: Context) -> tuple[Side, ...]:
    """Return a table for each column of works, where several stand behind the times: "Việc chung | Việc của tổ"."""
    if len(blocks) < FEWEST or any(any(sign.isdigit() for sign in cell.text) for cell in blocks[0].cells):
        return ()
    labels = [cell.text for cell in blocks[0].cells]
    named = [at for at, label in enumerate(labels) if WORKS_OF.match(fold(label))]
    works = [at for at, label in enumerate(labels) if header_role(label) is Role.WORK]
    times = [at for at, label in enumerate(labels) if header_role(label) in TIMES]
    if len(named) < FEWEST or set(works) - set(named) or not times or min(times) > named[0]:
        return ()
    if not all(_holds_text(blocks[1:], at, context) for at in named):
        return ()
    if not any(when(cell.text, in_column(context)).dated for block in blocks[1:] for cell in block.cells[: named[0]]):
        return ()
    return tuple(Side("", _worked(_kept(blocks, {at}, set(named)), at, named)) for at in named)


def _holds_text(below: Sequence[Block], at: int, context: Context) -> bool:
    texts = [block.cells[at].text for block in below if at < len(block.cells) and block.cells[at].text.strip()]
    return bool(texts) and sum(holds(text, context) is Holds.TEXT for text in texts) >= MOST * len(texts)


def _kept(blocks: Sequence[Block], own: set[int], every: set[int]) -> tuple[Block, ...]:
    """Return the rows without the columns of the other sides; one that is filled only for others goes."""
    head, *below = blocks
    mine = [block for block in below if _fills(block, own) or not _fills(block, every)]
    return tuple(_without(block, every - own) for block in (head, *mine))


def _fills(block: Block, at: set[int]) -> bool:
    return any(cell.text.strip(" -–—…") and one in at for one, cell in enumerate(block.cells))


def _without(block: Block, at: set[int]) -> Block:
    return replace(block, cells=tuple(cell for one, cell in enumerate(block.cells) if one not in at))


def _worked(blocks: tuple[Block, ...], at: int, named: Sequence[int]) -> tuple[Block, ...]:
    """Return the rows of a side, its column headed as one of works."""
    place = at - sum(one < at for one in named)
    head = blocks[0]
    cells = (replace(cell, text=WORK) if one == place else cell for one, cell in enumerate(head.cells))
    return (replace(head, cells=tuple(cells)), *blocks[1:])
