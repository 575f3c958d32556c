"""Pure: whether a check still stands, and the word that a work is done, for the evidence shown; what is told if not."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from tracker.store.evidence import Evidence
from tracker.store.records import StoredTask, TaskState

NEEDED = "cần minh chứng khác, hoặc Tổ giám sát xem tận nơi rồi ghi “Đã kiểm tra”"
"""What is left to do where nothing stands that shows a work to be done."""


def all_refused(shown: Sequence[Evidence], of: Sequence[Evidence] = ()) -> str:
    """Return one clause that tells that all evidence shown was refused and why; empty where some was not.

    `of` is all evidence of the work, where what is shown is only what lay there at some time.
    """
    if not shown or any(one.accepted is not False for one in shown):
        return ""
    then = " khi ấy" if len(of) > len(shown) else ""
    one = f"Minh chứng{then}" if then else "Minh chứng duy nhất"
    what = f"{one} đã bị trả lại" if len(shown) == 1 else f"Cả {len(shown)} minh chứng{then} đều đã bị trả lại"
    whys = list(dict.fromkeys(one.why.rstrip(".") for one in shown if one.why))
    return what + (f" ({'; '.join(whys)})" if whys else "")


def doubt(task: StoredTask, shown: Sequence[Evidence]) -> str:
    """Return why the check of a task is to be made again; empty where it stands, or where there is none.

    A check stands for the evidence that lay there as it was made. Refused since, it is to be looked at again until
    somebody checks anew: what was given later, taken or not, was not seen by who checked.
    """
    if task.state is not TaskState.CHECKED or not (lost := _lost(shown, task.checked_at)):
        return ""
    told = all_refused(shown) or all_refused(lost, shown)
    left = [one for one in shown if one not in lost and one.accepted is not False]
    return f"{told} sau khi {task.checked_by} ghi “Đã kiểm tra”; {_to_do(left)}"


def doubted(tasks: Iterable[StoredTask], shown: Mapping[str, Sequence[Evidence]]) -> dict[str, str]:
    """Return task id → why its check is to be made again, for the tasks whose check stands no more."""
    told = {task.id: doubt(task, shown.get(task.id, ())) for task in tasks}
    return {task_id: words for task_id, words in told.items() if words}


def unaccepted(task: StoredTask, shown: Sequence[Evidence]) -> str:
    """Return why a work that was reported done is not taken for done; empty where it is, or where it is open.

    Its evidence was all refused since it was reported (or since it was checked), and none was taken. What is given
    later changes that once it is taken, and a check made in knowledge of the refusal does.
    """
    if not task.finished or any(one.accepted for one in shown):
        return ""
    if task.state is TaskState.CHECKED:
        return doubt(task, shown)
    lost = next((found for one in shown if (found := _lost_by(one, task.done_at, shown))), [])
    if not lost:
        return ""
    later = len(shown) > len(lost)
    return f"{all_refused(lost, shown)}; {'minh chứng gửi sau đó đang chờ xác nhận' if later else NEEDED}"


def _lost_by(one: Evidence, reported: datetime | None, shown: Sequence[Evidence]) -> list[Evidence]:
    """Return all evidence there was as one piece was refused, where that refusal left none of it standing."""
    at = one.decided_at or one.at
    if one.accepted is not False or (reported is not None and at < reported):
        return []
    there = [other for other in shown if other.at <= at]
    return there if all(_refused_by(other, at) for other in there) else []


def _lost(shown: Sequence[Evidence], check: datetime | None) -> list[Evidence]:
    """Return the evidence a check was made on, where none of it is left since.

    Where nothing stood as it was made, it is what lay there when something was refused.
    """
    if check is None:
        return []
    seen = [one for one in shown if one.at <= check and not _refused_by(one, check)]
    for refused in (one for one in shown if one.refused_after(check)):
        at = refused.decided_at or refused.at
        grounds = seen or [one for one in shown if one.at <= at]
        if all(_refused_by(one, at) for one in grounds):
            return grounds
    return []


def _refused_by(one: Evidence, at: datetime) -> bool:
    return one.accepted is False and (one.decided_at or one.at) <= at


def _to_do(left: Sequence[Evidence]) -> str:
    if any(one.accepted for one in left):
        return "minh chứng gửi sau đó đã được nhận; cần xem minh chứng ấy rồi kiểm tra lại"
    return "minh chứng gửi sau đó đang chờ xác nhận; cần xem lại" if left else "cần xem lại"
