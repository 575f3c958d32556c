"""Pages that are pictures, several at a time → pages of print; what to tell people about words read by machine."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor, as_completed
from typing import Any

from schedules.plan import Block, Finding, Place
from schedules.reading import limits
from schedules.reading.lacking import lacking
from schedules.reading.pages import Page
from schedules.reading.remark import warning
from schedules.reading.unreadable import Unreadable
from schedules.reading.watch import Pace

DOUBTFUL = 0.6
"""A cell whose words are less sure than this is pointed out."""

MOST_QUOTED = 12


def recognised(
    numbers: Sequence[int],
    picture_of: Callable[[int], Any],
    source: str,
    before: int = 0,
    clock: Callable[[], float] = time.monotonic,
) -> tuple[dict[int, Page], list[Finding]]:
    """Return the pages of some numbers, read from the grey pictures `picture_of` gives; bad ones become findings.

    Pages are read side by side, one for each core; `before` counts pages already done otherwise. Of more pages or
    time than `limits` allow the first ones are read, and a finding names the others.
    """
    try:
        from schedules.reading.scanned import scanned_page
    except ImportError as error:
        raise lacking(source, "opencv-python-headless", "ocr") from error
    first = numbers[: limits.MOST_RECOGNISED]
    pace = Pace(source, before + len(first), clock)
    pages: dict[int, Page] = {}
    bad: dict[int, Unreadable] = {}
    with ThreadPoolExecutor(max(os.cpu_count() or 1, 1)) as pool:
        waiting = {pool.submit(lambda at: scanned_page(picture_of(at), at, source), at): at for at in first}
        try:
            for future in as_completed(waiting):
                if future.cancelled():
                    continue
                at = waiting[future]
                try:
                    pages[at] = future.result()
                except Unreadable as error:
                    if len(numbers) == 1:
                        raise
                    bad[at] = error
                pace.reached(before + len(pages) + len(bad))
                if pace.spent > limits.LONGEST_RECOGNISING:
                    for other in waiting:
                        other.cancel()
        finally:
            pool.shutdown(wait=False, cancel_futures=True)
    findings = [warning("trang-hong", f"Trang {at} không đọc được: {error.found}.") for at, error in bad.items()]
    left = [at for at in numbers if at not in pages and at not in bad]
    return pages, [*findings, *([_unread(left, len(numbers))] if left else [])]


def _unread(left: Sequence[int], total: int) -> Finding:
    """Return the finding that names the pages the limits left unread."""
    minutes = limits.LONGEST_RECOGNISING / 60
    message = (
        f"Trang {_listed(left)} chưa được đọc: tệp có {total} trang ảnh, mỗi lần máy chỉ nhận dạng "
        f"{limits.MOST_RECOGNISED} trang đầu và không quá {minutes:.0f} phút."
    )
    advice = "Hãy tách phần kế hoạch ở các trang ấy thành tệp riêng rồi nhập thêm; việc và hạn ở đó chưa có ở đây."
    return warning("trang-chua-doc", message, advice, Place(page=left[0]))


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
