"""What the manager must hear of people and channels: who stopped one, whose letters come back, who is protected."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from tracker.store import chats, refused, stops
from tracker.store.database import Database
from tracker.store.refused import RefusedAddress
from tracker.store.stops import StoppedAddress, StopWhy

TOLD_FOR = timedelta(days=1)
"""A stop with another channel left is told once; one that leaves nobody reachable is told for a week."""

WEEK = timedelta(days=7)
KINDS = {"mailto": "e-mail", "zalobot": "Zalo"}


def sentences(db: Database, now: datetime, school_id: int | None = None) -> Iterator[str]:
    """Yield what is to be told at an aware instant of one school's people, or of all, each with what to do."""
    for one in stops.since(db, now - WEEK, school_id):
        if not one.reached_otherwise or one.at >= now - TOLD_FOR:
            yield _stopped(one)
    # who is reached no other way is told of as somebody no message reaches
    dead = refused.since(db, now - TOLD_FOR, school_id)
    yield from (_refused(one) for one in dead if one.reached_otherwise)
    if hidden := chats.protected_since(db, now - WEEK):
        yield (
            f"{hidden} người nhắn bot Zalo từ tài khoản được bảo vệ nên Zalo không chuyển nội dung. "
            "Hãy dùng kênh khác cho họ, ví dụ e-mail."
        )


def _refused(one: RefusedAddress) -> str:
    kind = KINDS.get(one.url.partition(":")[0], one.url.partition(":")[0])
    return f"{one.name}: máy chủ không nhận địa chỉ {kind}. Tin đi qua kênh khác trước; hãy sửa địa chỉ ở trang Người."


def _stopped(one: StoppedAddress) -> str:
    kind = KINDS.get(one.url.partition(":")[0], one.url.partition(":")[0])
    what = "đã ngừng nhận tin qua" if one.why is StopWhy.ASKED else "không nhận được thư: thư bị trả lại từ"
    after = "Tin chuyển sang kênh kế tiếp." if one.reached_otherwise else "Không còn kênh nào khác: hãy hỏi lại."
    return f"{one.name} {what} {kind}. {after}"
