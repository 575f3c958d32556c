"""Pure: the policy in force for a task and a person: the country's default, then house, school, plan, task, person."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import time
from typing import Any

from tracker.reminders.hearing import Recipient
from tracker.reminders.policy import Policy
from tracker.store.policies import Layer, Scope, Values
from tracker.store.records import StoredTask

HOUSE_ID = ""
CLOCK = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
NAMES = tuple(field.name for field in fields(Policy))


class Policies:
    """Answers which policy holds; the same differences give the same record."""

    def __init__(self, base: Policy, layers: Iterable[Layer] = ()) -> None:
        self._base = base
        self._layers: Mapping[tuple[Scope, str], Values] = {(one.scope, one.scope_id): one.values for one in layers}

    @property
    def house(self) -> Policy:
        """The policy where no school, plan, task or person differs."""
        return overlaid(self._base, self._layers.get((Scope.HOUSE, HOUSE_ID), {}))

    def of_school(self, school_id: int) -> Policy:
        """Return the policy where no plan, task or person of a school differs."""
        return overlaid(self.house, self._layers.get((Scope.SCHOOL, str(school_id)), {}))

    def of(self, task: StoredTask, recipient: Recipient) -> Policy:
        """Return the policy for one task and one person; raise ValueError when a difference is not a policy's."""
        if not self._layers:
            return self._base
        policy = self._base
        for key in (
            (Scope.HOUSE, HOUSE_ID),
            (Scope.SCHOOL, str(recipient.person.school_id)),
            (Scope.PLAN, str(task.plan_id)),
            (Scope.TASK, task.id),
            (Scope.PERSON, str(recipient.person.id)),
        ):
            if values := self._layers.get(key):
                policy = overlaid(policy, values)
        return policy


def overlaid(policy: Policy, values: Values) -> Policy:
    """Return a policy with some fields replaced; raise ValueError with a sentence when one does not fit."""
    return replace(policy, **{name: _value(name, value, policy) for name, value in values.items()})


def differences(policy: Policy, base: Policy) -> Values:
    """Return the fields in which a policy differs from another, as the store keeps them."""
    pairs = ((name, getattr(policy, name), getattr(base, name)) for name in NAMES)
    return {name: _kept(value) for name, value, usual in pairs if value != usual}


def _kept(value: Any) -> int | str | list[int]:
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return list(value) if isinstance(value, tuple) else int(value) if type(value) is int else value


def _value(name: str, value: object, policy: Policy) -> Any:
    if name not in NAMES:
        raise ValueError(f"cách nhắc không có mục “{name}”; các mục: {', '.join(NAMES)}")
    kind = type(getattr(policy, name))
    if kind is time and isinstance(value, str) and CLOCK.fullmatch(value):
        return time.fromisoformat(value)
    if kind is tuple and isinstance(value, list) and all(isinstance(one, int) and one >= 0 for one in value):
        return tuple(value)
    if kind is bool and isinstance(value, bool):
        return value
    if kind is int and isinstance(value, int) and not isinstance(value, bool) and value >= 0:
        return value
    raise ValueError(f"cách nhắc: “{name}” không nhận giá trị “{value}”")
