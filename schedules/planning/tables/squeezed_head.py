"""The upper labels of a header of two rows pasted as text, where tabs lost how many columns each of them covers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby


def spread_over(upper: Sequence[str], lower: Sequence[str]) -> list[str]:
    """Return the upper labels, each over its columns: one where nothing stands below, a run of those with labels below.

    As they are where nothing is lost, or where it could be meant in several ways; "" where only the run is sure.
    """
    labels = list(upper)
    while labels and not labels[-1].strip():
        labels.pop()
    runs = [(below, len(list(run))) for below, run in groupby(bool(text.strip()) for text in lower)]
    alone = sum(length for below, length in runs if not below)
    under = [length for below, length in runs if below]
    ways = list(_ways(under, len(labels) - alone))
    if len(labels) >= len(lower) or len(ways) != 1 or not all(labels):
        return list(upper)
    return _laid(labels, runs, ways[0])


def _ways(lengths: Sequence[int], labels: int) -> Iterator[tuple[int, ...]]:
    """Yield how many labels each run may have; one that stands over others covers two columns or more."""
    if not lengths:
        if not labels:
            yield ()
        return
    for count in range(1, min(max(lengths[0] // 2, 1), labels) + 1):
        for rest in _ways(lengths[1:], labels - count):
            yield (count, *rest)


def _laid(labels: Sequence[str], runs: Sequence[tuple[bool, int]], counts: Sequence[int]) -> list[str]:
    left, share = list(labels), list(counts)
    laid: list[str] = []
    for below, length in runs:
        count = share.pop(0) if below else length
        taken, left = left[:count], left[count:]
        each, odd = divmod(length, count)
        laid += [""] * length if odd else [label for label in taken for _ in range(each)]
    return laid
