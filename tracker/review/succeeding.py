"""A draft under another number becomes the next copy of the plan it corrects, and a plan of its own again."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from hashlib import sha256
from typing import Any

from tracker.plan_names import plan_name
from tracker.refusal import Refusal
from tracker.review.identifying import identify, known_tasks
from tracker.review.leaving import UNWANTED
from tracker.review.operations import Answer, ChooseWeeks, Operation, Replaces
from tracker.review.predecessors import RULE
from tracker.store import decisions, plans, readings, succession, tasks
from tracker.store.database import Database
from tracker.store.history import Actor, Change, append
from tracker.store.records import PlanStatus, Revision, School, StoredPlan, TaskState

NAMING = ("task", "other", "made")
"""The fields by which an operation names works."""


def known_target(db: Database, stored: StoredPlan, target_id: int) -> StoredPlan:
    """Return the plan a draft is to replace; raise Refusal where it cannot be that one."""
    if stored.published_at is not None:
        raise Refusal(
            "Kế hoạch này đã có hiệu lực riêng nên không nối vào kế hoạch khác nữa. Hãy thu hồi một trong hai."
        )
    for one in succession.once_in_force(db, stored.school_id):
        if one.id == target_id:
            return one
    raise Refusal("Không có kế hoạch ấy trong các kế hoạch đã phát hành của trường. Hãy tải lại trang rồi chọn lại.")


def move_over(
    db: Database, of: tuple[StoredPlan, School, Revision], ids: Sequence[str], target: StoredPlan, actor: Actor
) -> None:
    """Keep a draft as the newest copy of another plan, with what was decided about it; its own row only points there.

    `ids` are those of the works of the draft's reading, in its order.
    """
    stored, school, revision = of
    mine = decisions.in_force(db, stored.id)
    theirs = [one.operation for one in decisions.in_force(db, target.id)]
    now = _copied(db, (school, revision), target)
    same = dict(zip(ids, readings.of_revision(db, now.id), strict=False))
    name, was = plan_name(revision.plan.header), plan_name(target)
    kept = _kept_over([one.operation for one in mine], theirs)
    said = Replaces(stored.id, now.number, name, was)
    decisions.add(db, target.id, [said, *(_about(one, same, target) for one in kept)], actor)
    for one in tasks.every_time(db, stored.id):
        if one.open:
            tasks.set_state(db, one.id, TaskState.CANCELLED, replace(actor, why=UNWANTED))
    plans.withdraw(db, stored.id)
    succession.stand_for(db, stored.id, target.id)
    words = f"là bản sửa, thay cho {was}"
    append(db, actor, Change("plan", str(stored.id), "decided", None, words))
    append(db, actor, Change("plan", str(target.id), "decided", None, f"{name} {words}"))


def move_back(db: Database, school: School, target_id: int, said: Replaces, actor: Actor) -> None:
    """Let a draft be a plan of its own again, as it was; a newer copy that came since goes with it."""
    newest = plans.newest_revision(db, target_id)
    waits = succession.take_off(db, target_id, said.revision)
    if not waits and plans.by_id(db, target_id).status is PlanStatus.DRAFT:
        plans.withdraw(db, target_id)
    succession.stand_for(db, said.plan, None)
    plans.take_up_again(db, said.plan)
    if newest.number > said.revision and newest.status is PlanStatus.DRAFT:
        _copied(db, (school, newest), plans.by_id(db, said.plan))
    append(db, actor, Change("plan", str(said.plan), "undone", f"là bản sửa, thay cho {said.of}", None))


def let_go(db: Database, said: Replaces, actor: Actor) -> None:
    """Note that a draft kept as a copy of another plan was deleted: its number finds that plan no more."""
    succession.stand_for(db, said.plan, None)
    decisions.end(db, [one.id for one in decisions.in_force(db, said.plan)], actor)


def _copied(db: Database, of: tuple[School, Revision], target: StoredPlan) -> Revision:
    """Return an import kept once more, as the newest copy of another plan."""
    school, revision = of
    if target.status is PlanStatus.WITHDRAWN:
        plans.take_up_again(db, target.id)
    known = known_tasks(db, target)
    content = plans.content_of(db, revision.id)
    kept = plans.Import(content, revision.sha256, revision.plan, revision.imported_at)
    now = plans.add_revision(db, target.id, kept)
    readings.add(db, now.id, identify(db, school, target, revision.plan, known))
    return now


def _kept_over(mine: Iterable[Operation], theirs: Sequence[Operation]) -> list[Operation]:
    """Return what was decided about a draft that counts for the plan too: a week rule only where that has none."""
    counted = any(isinstance(one, ChooseWeeks) for one in theirs)
    return [
        one
        for one in mine
        if not (isinstance(one, Answer) and one.rule == RULE)
        and not (isinstance(one, ChooseWeeks) and one.of and counted)
    ]


def _about(operation: Operation, same: Mapping[str, str], target: StoredPlan) -> Operation:
    """Return an operation about the works of the plan: those of the draft by `same`, those people made by a new id."""
    changed: dict[str, Any] = {
        each.name: _named(getattr(operation, each.name), same, target)
        for each in fields(operation)
        if each.name in NAMING
    }
    return replace(operation, **changed)


def _named(value: str | tuple[str, ...], same: Mapping[str, str], target: StoredPlan) -> str | tuple[str, ...]:
    if isinstance(value, tuple):
        return tuple(str(_named(one, same, target)) for one in value)
    return same.get(value) or f"viec-{sha256(f'{target.key}|{value}'.encode()).hexdigest()[:12]}"
