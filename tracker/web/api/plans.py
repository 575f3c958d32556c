"""Plans as JSON: listed, looked at, uploaded as a draft, published."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Depends, File, Form, UploadFile
from pydantic import BaseModel, Field

from schedules.wording import nfc
from tracker.commands.importing_files import report_json
from tracker.contract import Json, plan_json
from tracker.importing import Incoming, publish_plan, store_plan
from tracker.plan_reading import PlanReader
from tracker.review.which_plan import Which
from tracker.review.withdrawing import recall, withdraw
from tracker.store import plans, schools, succession
from tracker.store.database import Database
from tracker.store.records import StoredPlan
from tracker.web.api.desk import ApiDesk, Desk, Number, PlanNumber, school_id_of
from tracker.web.api.either_body import either, sent_as
from tracker.web.api.refused import ABSENT, CONFLICT
from tracker.web.own_school import own_name
from tracker.web.pages.plan import PASTED, base_name
from tracker.web.visit import RefusedError

router = APIRouter(prefix="/plans", tags=["kế hoạch"])


class RecallReason(BaseModel):
    """Why a published plan is taken back."""

    reason: str = Field(default="", description="Vì sao thu hồi; người đang theo lịch này sẽ đọc câu này")


@router.get("", summary="Mọi kế hoạch, mới nhất trước")
def every(desk: Desk, school: str | None = None) -> list[Json]:
    """Return the plans of one school or of all, recalled ones too; a draft that was deleted is not among them.

    `published_at` is when a plan first came into force: newer copies, a recall and a return leave it as it is.
    """
    with desk.open() as db:
        wanted = school_id_of(desk, db, school)
        found = [one for one in schools.all_schools(db) if wanted in (None, one.id)]
        return [_plan_json(db, plan) for one in found for plan in plans.ever_told(db, one.id)]


@router.get("/{plan_id}", summary="Một kế hoạch như đã đọc")
def one(desk: Desk, plan_id: PlanNumber) -> Json:
    """Return a plan with what was read from its newest revision."""
    with desk.open() as db:
        stored = plans.by_id(db, plan_id)
        newest = plans.newest_revision(db, plan_id)
        revision = {"number": newest.number, "status": newest.status.value, "sha256": newest.sha256}
        return {**_plan_json(db, stored), "revision": revision, **plan_json(newest.plan)}


@router.post("", summary="Tải kế hoạch lên thành bản nháp", status_code=201, responses=ABSENT)
def upload(
    desk: Desk,
    file: Annotated[
        UploadFile | None,
        File(description="Tệp kế hoạch: Word, PDF, ảnh, bảng tính, chữ; .zip chỉ khi có một kế hoạch"),
    ] = None,
    text: Annotated[str, Form(description="Hoặc chữ dán vào")] = "",
    school: Annotated[str, Form(description="Tên trường, nếu muốn thay tên trong kế hoạch")] = "",
    corrects: Annotated[
        Number | None, Form(description="Mã kế hoạch mà tệp này là bản sửa, khi số văn bản có thể đã khác")
    ] = None,
) -> Json:
    """Read a plan and keep it as a draft: nothing reaches anybody before it is published.

    The answer comes when the file is read: at once for most, some seconds a page for a scan, so wait patiently.
    """
    if file is None and not text.strip():
        raise RefusedError(422, "Chưa có tệp hay chữ nào; cần trường “file” hoặc “text”.")
    if file is not None and text.strip():
        raise RefusedError(422, "Có cả tệp lẫn chữ; mỗi lần gửi chỉ một kế hoạch: trường “file” hoặc trường “text”.")
    if corrects is not None:
        _known(desk, corrects)
    content, name = (file.file.read(), base_name(file.filename or "")) if file else (text.encode(), PASTED)
    plan = PlanReader(desk.calendar).read_bytes(content, name)
    with desk.open() as db:
        named = own_name(db, desk.session) or nfc(school).strip() or None
        incoming = Incoming(content, plan, named, which=Which(corrects, insist=True))
        return report_json(store_plan(db, incoming, desk.actor(), desk.calendar, publish=False))


@router.post("/{plan_id}/publish", summary="Phát hành lịch")
def publish(desk: Desk, plan_id: PlanNumber) -> Json:
    """Put the newest draft in force: its tasks reach feeds and people; of a plan in force already nothing changes."""
    with desk.open() as db:
        return report_json(publish_plan(db, plan_id, desk.actor(), desk.calendar))


@router.post("/{plan_id}/withdraw", summary="Xóa bản nháp", responses=CONFLICT)
def take_away(desk: Desk, plan_id: PlanNumber) -> Json:
    """Withdraw a draft; a plan in force, or recalled without a draft, is refused."""
    with desk.open() as db:
        return _plan_json(db, withdraw(db, plan_id, desk.actor(), desk.calendar))


@router.post(
    "/{plan_id}/recall", summary="Thu hồi kế hoạch đã phát hành, kèm lý do", openapi_extra=either(RecallReason)
)
def take_back(desk: Desk, plan_id: PlanNumber, sent: Annotated[RecallReason, Depends(sent_as(RecallReason))]) -> Json:
    """Take a published plan out of force: open tasks are cancelled, nobody is reminded again."""
    with desk.open() as db:
        actor = desk.actor(sent.reason.strip())
        return _plan_json(db, recall(db, plan_id, actor, desk.calendar))


def _known(desk: ApiDesk, plan_id: int) -> None:
    """Raise LookupError when there is no plan of this id, or none the caller sees: before a file is read for it."""
    own = desk.session.school_id
    with desk.open() as db:
        if own not in (None, plans.by_id(db, plan_id).school_id):
            raise LookupError(f"không có kế hoạch số {plan_id}")


def _plan_json(db: Database, plan: StoredPlan) -> Json:
    return {
        "id": plan.id,
        "school": schools.by_id(db, plan.school_id).name,
        "number": plan.number,
        "former_numbers": list(succession.former_numbers(db, plan.id)),
        "date": plan.day.isoformat() if plan.day else None,
        "school_year": plan.school_year,
        "kind": plan.kind,
        "source": plan.source,
        "status": plan.status.value,
        "published_at": plan.published_at.isoformat() if plan.published_at else None,
    }
