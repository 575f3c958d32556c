"""Records ↔ the JSON kept in a column; pydantic checks every type on the way back in."""

from __future__ import annotations

from functools import cache

from pydantic import TypeAdapter

from schedules.plan import Due, Plan, Task


@cache
def _plans() -> TypeAdapter[Plan]:
    return TypeAdapter(Plan)


@cache
def _tasks() -> TypeAdapter[Task]:
    return TypeAdapter(Task)


@cache
def _dues() -> TypeAdapter[Due]:
    return TypeAdapter(Due)


def plan_to_json(plan: Plan) -> str:
    """Return a plan as JSON text."""
    return _plans().dump_json(plan, exclude_defaults=True).decode()


def plan_from_json(text: str) -> Plan:
    """Return the plan a JSON text holds; raise ValueError when it does not hold one."""
    return _plans().validate_json(text)


def task_to_json(task: Task) -> str:
    """Return a task as JSON text, the same text for the same task."""
    return _tasks().dump_json(task, exclude_defaults=True).decode()


def task_from_json(text: str) -> Task:
    """Return the task a JSON text holds; raise ValueError when it does not hold one."""
    return _tasks().validate_json(text)


def due_to_json(due: Due) -> str:
    """Return a deadline as JSON text."""
    return _dues().dump_json(due, exclude_defaults=True).decode()


def due_from_json(text: str) -> Due:
    """Return the deadline a JSON text holds; raise ValueError when it does not hold one."""
    return _dues().validate_json(text)
