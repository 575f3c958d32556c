"""The lines of a plan that its next year keeps as they are: grounds, purposes, who receives it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from schedules.plan import Block, Plan
from schedules.planning.outline import Item, Part, Rank, outline
from schedules.wording import fold

FEWEST_WORDS = 5
"""A ground names a document; “Căn cứ pháp lý:” alone is a heading."""

OPENS_GROUND = re.compile(r"(?:can cu|thuc hien|thi hanh|theo(?! doi)) (?!.{0,90}\bnhu sau\b)")
"""How a ground begins in the head of a plan that has no part of its own for them."""

OPENS_AIMS = re.compile(r"\W*(?:muc dich|muc tieu|chi tieu)(?:[,;]? (?:va )?yeu cau)?(?: chung)?\W*$")
PURPOSES = "Mục đích, yêu cầu"
"""The heading of purposes that stand under none of their own."""

RECIPIENTS = "noi nhan"


def aims(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield the purposes of a plan, the heading of their section and the line with its mark, without works among them.

    What stands under “CHỈ TIÊU” is no work because it does: so the heading comes along.
    """
    over = PURPOSES
    told = [fold(one.quote) for task in plan.tasks for one in task.mentions] + [fold(one.quote) for one in plan.duties]
    for item in outline(plan.document.blocks):
        if item.part is not Part.AIMS or item.block.is_row or not item.body:
            continue
        said = fold(item.body)
        if item.rank is Rank.SECTION or (item.rank is not Rank.NUMBER and OPENS_AIMS.match(said)):
            over = item.body.rstrip(" .:")
            continue
        whole = len(said.split()) >= FEWEST_WORDS
        if not any(quote in said or (whole and said in quote) for quote in told if quote):
            yield over, f"{_mark(item)}{item.body}"


def _mark(item: Item) -> str:
    """Return what stands before a line: what was typed there, or what the program that wrote it counted."""
    typed = item.block.text[: item.at].strip() or (item.block.label or "").strip()
    return f"{typed} " if typed else ""


def grounds(plan: Plan) -> Iterator[str]:
    """Yield the legal grounds word for word: they name documents, whose years never move."""
    for item in outline(plan.document.blocks):
        heads = item.block.is_row or item.body.isupper() or len(item.body.split()) < FEWEST_WORDS
        in_head = item.part is Part.HEAD and OPENS_GROUND.match(fold(item.body))
        if (item.part is Part.GROUNDS or in_head) and not heads:
            yield item.body


def recipients(plan: Plan) -> Iterator[str]:
    """Yield the lines after “Nơi nhận” at the end of a plan, up to the signature."""
    lines = [line.strip() for item in outline(plan.document.blocks) for line in _cells(item.block)]
    starts = [at for at, line in enumerate(lines) if fold(line).startswith(RECIPIENTS)]
    for line in lines[starts[-1] + 1 :] if starts else ():
        if line and not line.startswith(("-", "–", "+", "•")):
            return
        if line:
            yield line


def _cells(block: Block) -> list[str]:
    texts = [cell.text for cell in block.cells if cell.merged_from is None] or [block.text]
    return [line for text in texts for line in text.split("\n")]
