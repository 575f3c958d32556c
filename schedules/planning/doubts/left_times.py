"""Times of a sentence or cell that the deadline of its work leaves out: none is dropped without a word."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from schedules.plan import Due, Finding, Place, Severity
from schedules.proofreading.agreement import FINENESS, lies_in, span


def left_by(used: Due, told: Iterable[Due]) -> tuple[str, ...]:
    """Return the words of the dues told that neither hold the one used nor lie in it; () where it is undated."""
    days = span(used)
    if days is None:
        return ()
    spans = ((due.words, span(due)) for due in told)
    return tuple(
        dict.fromkeys(
            words
            for words, one in spans
            if one and words != used.words and not (lies_in(one, days) or lies_in(days, one))
        )
    )


def left_beside(used: Due, told: Iterable[Due]) -> tuple[str, ...]:
    """Return the words of the dues left out of one line, where a week beside its days only names them once more."""
    finest = FINENESS.index(used.precision)
    return left_by(used, (due for due in told if FINENESS.index(due.precision) <= finest))


def left_times(times: Sequence[str], used: Due, place: Place) -> Finding:
    """Return the finding for times that a work could not take beside the one used."""
    told = [" ".join(time.split()) for time in times]
    shown = "; ".join(f"“{time}”" for time in told)
    message = f"Kế hoạch nêu thêm {shown} ngoài hạn đang dùng “{used.words}”, chưa rõ là của việc nào."
    advice = "Tách mỗi việc một dòng cùng mốc của nó."
    return Finding("lech-so-moc", Severity.CHOICE, message, tuple(told), advice, (place,))
