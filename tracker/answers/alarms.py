"""What the manager must hear of people and channels: who stopped one, whose letters come back, who is protected."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from tracker.store import chats, refused, stops
from tracker.store.database import Database
from tracker.store.refused import RefusedAddress
from tracker.store.stops import StoppedAddress, StopWhy

WEEK = timedelta(days=7)
KINDS = {"mailto": "e-mail", "zalobot": "Zalo"}


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is to be told, with what to do; `at` is when it happened where that is one event, told once since."""

    sentence: str
    at: datetime | None = None


def troubles(db: Database, now: datetime, since: datetime, school_id: int | None = None) -> Iterator[Trouble]:
    """Yield what happened since an instant and is still so, at an aware instant, to one school's people or to all."""
    yield from (Trouble(_stopped(one), one.at) for one in stops.since(db, since, school_id))
    # who is reached no other way is told of as somebody no message reaches
    dead = refused.since(db, since, school_id)
    yield from (Trouble(_refused(one), one.at) for one in dead if one.reached_otherwise)
    if hidden := chats.protected_since(db, now - WEEK):
        yield Trouble(
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
