"""Headers that say the works' own cells tell their times: "Nội dung công việc (thời gian)", "Biện pháp (ai, hạn)"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from schedules.plan import Block
from schedules.planning.tables.columns import Role, header_role
from schedules.wording import fold

PROMISES = re.compile(r"^(?P<label>[^()\d]{3,60}?)\s*\((?P<what>[^()\d]{2,60})\)\s*$")
TIMES = re.compile(r"\b(?:thoi gian|thoi han|han|ngay|khi nao|thoi diem)\b")


def told_by_works(blocks: Sequence[Block]) -> tuple[list[Block], bool]:
    """Return the rows, their header's label of works without such a promise, and whether there was one."""
    if not blocks:
        return [], False
    labels = [cell.text for cell in blocks[0].cells]
    bare = [_without_promise(label) for label in labels]
    if bare == labels:
        return list(blocks), False
    return [_with(block, bare) if [cell.text for cell in block.cells] == labels else block for block in blocks], True


def _with(block: Block, texts: Sequence[str]) -> Block:
    """Return a header, also where a page tells it again, with other labels."""
    return replace(block, cells=tuple(replace(cell, text=text) for cell, text in zip(block.cells, texts, strict=True)))


def _without_promise(label: str) -> str:
    promised = PROMISES.match(" ".join(label.split()))
    if not promised or not TIMES.search(fold(promised["what"])) or header_role(promised["label"]) is not Role.WORK:
        return label
    return promised["label"]
