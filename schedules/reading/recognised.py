"""Pages that are pictures, several at a time → pages of print; what to tell people about words read by machine."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import Any

from schedules.plan import Block, Finding
from schedules.reading.lacking import lacking
from schedules.reading.pages import Page
from schedules.reading.remark import warning
from schedules.reading.unreadable import Unreadable
from schedules.reading.watch import Pace

DOUBTFUL = 0.6
"""A cell whose words are less sure than this is pointed out."""

MOST_QUOTED = 12


def recognised(
    numbers: Sequence[int], picture_of: Callable[[int], Any], source: str, before: int = 0
) -> tuple[dict[int, Page], list[Finding]]:
    """Return the pages of some numbers, read from the grey pictures `picture_of` gives; bad ones become findings.

    Pages are read side by side, one for each core; `before` counts pages already done otherwise.
    """
    try:
        from schedules.reading.scanned import scanned_page
    except ImportError as error:
        raise lacking(source, "opencv-python-headless", "ocr") from error
    pace = Pace(source, before + len(numbers))
    pages: dict[int, Page] = {}
    findings: list[Finding] = []
    with ThreadPoolExecutor(max(os.cpu_count() or 1, 1)) as pool:
        waiting = {pool.submit(lambda at: scanned_page(picture_of(at), at, source), at): at for at in numbers}
        try:
            for done, future in enumerate(as_completed(waiting), before + 1):
                at = waiting[future]
                try:
                    pages[at] = future.result()
                except Unreadable as error:
                    if len(numbers) == 1:
                        raise
                    findings.append(warning("trang-hong", f"Trang {at} không đọc được: {error.found}."))
                pace.reached(done)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
    return pages, findings


def doubts(blocks: Sequence[Block], pages: Sequence[int]) -> list[Finding]:
    """Return what people should check after recognition: that it happened, and the cells it was not sure of."""
    if not pages:
        return []
    where = f"Trang {_listed(pages)}" if len(pages) > 1 or pages[0] > 1 else "Trang giấy"
    message = f"{where} là ảnh nên được nhận dạng chữ bằng máy; chữ và ngày có thể sai."
    findings = [warning("anh-chup", message, "Hãy so từng hạn với bản giấy trước khi công bố.")]
    cells = [cell for block in blocks for cell in block.cells if cell.confidence < DOUBTFUL and not cell.merged_from]
    if cells:
        quotes = tuple(cell.text for cell in cells[:MOST_QUOTED])
        places = tuple(cell.place for cell in cells[:MOST_QUOTED])
        message = f"Có {len(cells)} ô nhận dạng không chắc."
        unsure = warning("o-khong-chac", message, "Hãy xem lại các ô này với bản giấy.")
        findings.append(Finding(unsure.rule, unsure.severity, unsure.message, quotes, unsure.suggestion, places))
    return findings


def _listed(pages: Sequence[int]) -> str:
    """Return page numbers with runs shortened: "1-3, 7"."""
    runs: list[list[int]] = []
    for page in sorted(pages):
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
