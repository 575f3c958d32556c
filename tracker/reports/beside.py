"""Pure: what stands beside a work: who is awaited, what was asked, refused, declined, evidence not taken, a drop."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.store.declines import Decline
from tracker.store.evidence import Evidence
from tracker.store.extensions import Extension
from tracker.store.notes import Found
from tracker.store.pauses import Pause
from tracker.store.records import HistoryEntry


def awaited_words(wait: Pause) -> str:
    """Return who is awaited, until which day where one was set: “Phòng GD&ĐT (đến hết 05/12/2026)”."""
    return f"{wait.note} (đến hết {wait.until:%d/%m/%Y})" if wait.until else wait.note


def asked_words(asked: Extension) -> str:
    """Return a request for more time with its reason, how it was answered and why not, but no word beside a yes."""
    waits = "không còn cần: việc đã xong" if asked.needless else "chưa trả lời"
    given = f"đồng ý đến {asked.granted:%d/%m/%Y}" if asked.granted else "đồng ý"
    answer = {None: waits, True: given, False: "không đồng ý"}[asked.approved]
    refused_why = asked.why if asked.approved is False else ""
    reason, why = (f": {words}" if words else "" for words in (asked.reason, refused_why))
    return f"Xin gia hạn đến {asked.day:%d/%m/%Y}{reason} ({answer}{why})"


def declined_words(told: Decline) -> str:
    """Return that someone says a work is not theirs, why, and that nobody answered yet."""
    reason = f": {told.reason.rstrip(' .')}" if told.reason else ""
    return f"Báo không phải việc của mình {told.at:%d/%m/%Y}{reason} (chưa trả lời)"


def found_words(found: Found) -> str:
    """Return what the committee found or agreed, under the name of who wrote it: “Tổ giám sát (Thầy Minh, …): …”."""
    return f"Tổ giám sát ({found.who}, {found.at:%d/%m/%Y}): {found.text}"


def checked_words(found: Found) -> str:
    """Return what was written with a check, under the name of who checked."""
    return f"Khi kiểm tra ({found.who}, {found.at:%d/%m/%Y}): {found.text}"


def dropped_words(entry: HistoryEntry) -> str:
    """Return why a work was dropped by hand, by whom and when: “Phòng hoãn hội thi (Cô Mai, 27/11/2026)”."""
    told = f"{entry.who}, {entry.at:%d/%m/%Y}"
    return f"{entry.why.rstrip(' .')} ({told})" if entry.why else told


def refused(decided: Iterable[Extension]) -> dict[str, str]:
    """Return task id → the last refusal with its reason, from requests oldest first; none where one was granted."""
    newest = {one.task_id: one for one in decided}
    return {task_id: asked_words(one) for task_id, one in newest.items() if one.approved is False}


def proof_words(shown: Sequence[Evidence]) -> str:
    """Return how evidence stands that was not taken: “1 chờ xác nhận; 1 không nhận (ảnh mờ)”; empty when all was."""
    waiting = sum(one.accepted is None for one in shown)
    refused_now = [one for one in shown if one.accepted is False]
    why = "; ".join(dict.fromkeys(one.why for one in refused_now if one.why))
    counts = (
        f"{waiting} chờ xác nhận" if waiting else "",
        f"{len(refused_now)} không nhận{f' ({why})' if why else ''}" if refused_now else "",
    )
    taken = len(shown) - waiting - len(refused_now)
    told = [words for words in counts if words]
    return "; ".join([*([f"{taken} đã nhận"] if taken and told else []), *told])
