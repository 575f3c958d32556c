"""How a school, a plan, a task or a person is reminded otherwise than usual: only the differences are kept."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlite_utils import Database

from tracker.store.history import Actor, Change, append

Values = Mapping[str, int | str | list[int]]


class Scope(StrEnum):
    """What a layer of policy belongs to; a later one overrides an earlier one."""

    HOUSE = "house"
    SCHOOL = "school"
    PLAN = "plan"
    TASK = "task"
    PERSON = "person"


@dataclass(frozen=True, slots=True)
class Layer:
    """The differences of one school, plan, task or person."""

    scope: Scope
    scope_id: str
    values: Values


def set_layer(db: Database, layer: Layer, actor: Actor) -> None:
    """Replace the differences of one subject; empty values return it to the usual policy."""
    now = json.dumps(dict(layer.values), ensure_ascii=False, sort_keys=True)
    rows = list(
        db.query("SELECT overrides FROM policies WHERE scope = ? AND scope_id = ?", [layer.scope.value, layer.scope_id])
    )
    was = str(rows[0]["overrides"]) if rows else "{}"
    if was == now:
        return
    db.execute(
        "INSERT INTO policies (scope, scope_id, overrides) VALUES (?, ?, ?) "
        "ON CONFLICT (scope, scope_id) DO UPDATE SET overrides = excluded.overrides",
        [layer.scope.value, layer.scope_id, now],
    )
    append(db, actor, Change(layer.scope.value, layer.scope_id, "reminder policy", was, now))


def layer_of(db: Database, scope: Scope, scope_id: str) -> Layer:
    """Return the differences of one subject, empty when there are none."""
    rows = db.query("SELECT overrides FROM policies WHERE scope = ? AND scope_id = ?", [scope.value, scope_id])
    return Layer(scope, scope_id, next((json.loads(row["overrides"]) for row in list(rows)), {}))


def all_layers(db: Database) -> tuple[Layer, ...]:
    """Return every difference kept."""
    rows = db.query("SELECT * FROM policies WHERE overrides <> '{}' ORDER BY scope, scope_id")
    return tuple(Layer(Scope(row["scope"]), row["scope_id"], json.loads(row["overrides"])) for row in rows)
