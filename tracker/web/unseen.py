"""A button pressed for an import that is no longer the newest: what happened meanwhile, and the way back."""

from __future__ import annotations

from tracker.review.desk import WITHDRAWN
from tracker.store import plans, succession
from tracker.store.database import Database
from tracker.store.records import PlanStatus, Revision, StoredPlan
from tracker.web.visit import RefusedError, number_of

NEWER = "Trong lúc thầy/cô xem đã có bản mới hơn được tải lên. Hãy mở lại trang kế hoạch, xem bản mới rồi phát hành."
DISCARDED = (
    "Bản {number} thầy/cô đang xem đã bị bỏ trong lúc ấy, có thể ở một thẻ khác; nút vừa bấm không đổi gì. {kept}"
)
IN_FORCE = "Lịch và lời nhắc vẫn theo bản {number} đã phát hành."
WAITING = "Bản nháp còn lại là bản {number}; chưa ai nhận gì từ nó."
BOTH = "Bản nháp còn lại là bản {number}; lịch và lời nhắc vẫn theo bản đã phát hành."
JOINED = "Trong lúc thầy/cô xem, bản nháp này đã thành bản sửa của một kế hoạch khác; nút vừa bấm không đổi gì."
DELETED = "Bản nháp đã bị xóa"


def as_seen(db: Database, plan_id: int, seen: str) -> Revision:
    """Return a plan's newest import when it is the one that was looked at, by its number.

    Raise RefusedError with what happened to that one otherwise.
    """
    stored, newest = plans.by_id(db, plan_id), plans.newest_revision(db, plan_id)
    joined = succession.stands_for(db, plan_id)
    if joined is not None:
        raise RefusedError(409, JOINED, heading="Bản nháp này đã nối vào kế hoạch khác", back=f"/ke-hoach/{joined}")
    if stored.status is PlanStatus.WITHDRAWN:
        raise RefusedError(409, WITHDRAWN, heading="Kế hoạch này không còn", back="/ke-hoach")
    if seen == str(newest.number):
        return newest
    back = f"/ke-hoach/{plan_id}"
    number = number_of(seen)
    if number is not None and number > newest.number:
        raise RefusedError(409, DISCARDED.format(number=number, kept=_kept(stored, newest)), heading=DELETED, back=back)
    raise RefusedError(409, NEWER, back=back)


def _kept(stored: StoredPlan, newest: Revision) -> str:
    """Return what a plan goes by after a draft of it was discarded."""
    if newest.status is PlanStatus.PUBLISHED:
        return IN_FORCE.format(number=newest.number)
    return (BOTH if stored.status is PlanStatus.PUBLISHED else WAITING).format(number=newest.number)
