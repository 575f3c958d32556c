"""Documents over a pipe: the shared records as JSON lists, checked field by field on the way in.

A parser of untrusted bytes may have been taken over, so what it sends is data to check, never objects to load.
"""

from __future__ import annotations

import json
import types
import typing
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache

from schedules.plan import Document
from schedules.reading.unreadable import Unreadable

Outcome = Document | Unreadable
Read = Callable[[object], object]


class WireError(ValueError):
    """What came over the pipe is not what was agreed."""


def to_wire(outcomes: typing.Iterable[Outcome]) -> str:
    """Return documents and refusals as one line of ASCII JSON."""
    return json.dumps([_refusal(one) if isinstance(one, Unreadable) else _plain(one) for one in outcomes])


def from_wire(line: str | bytes) -> tuple[Outcome, ...]:
    """Return what `to_wire` wrote; raise WireError when it is anything else."""
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise WireError("không phải JSON") from error
    return tuple(_outcome(one) for one in _list(found))


def _outcome(value: object) -> Outcome:
    if isinstance(value, dict):
        words = [_text(value.get(part)) for part in ("where", "found", "expected", "advice")]
        return Unreadable(*words)
    return typing.cast("Document", _reader(Document)(value))


def _refusal(error: Unreadable) -> dict[str, str]:
    return {"where": error.where, "found": error.found, "expected": error.expected, "advice": error.advice}


def _plain(value: object) -> object:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if is_dataclass(value):
        return [_plain(getattr(value, each.name)) for each in fields(value)]
    return value


@cache
def _reader(kind: typing.Any) -> Read:
    """Return the function that checks one value of a type and builds it."""
    if is_dataclass(kind):
        return _record(typing.cast("type[typing.Any]", kind))
    if isinstance(kind, types.UnionType):
        inner = next(one for one in typing.get_args(kind) if one is not types.NoneType)
        read = _reader(inner)
        return lambda value: None if value is None else read(value)
    if typing.get_origin(kind) is tuple:
        each = _reader(typing.get_args(kind)[0])
        return lambda value: tuple([each(one) for one in _list(value)])
    if isinstance(kind, type) and issubclass(kind, Enum):
        return _choice(kind)
    return {str: _text, int: _count, float: _share, bool: _flag}[kind]


def _record(kind: type[typing.Any]) -> Read:
    hints = typing.get_type_hints(kind)
    parts = [_reader(hints[each.name]) for each in fields(kind)]

    def read(value: object) -> object:
        values = _list(value)
        if len(values) != len(parts):
            raise WireError(f"{kind.__name__} thiếu hoặc thừa trường")
        return kind(*[part(one) for part, one in zip(parts, values, strict=True)])

    return read


def _choice(kind: type[Enum]) -> Read:
    def read(value: object) -> object:
        try:
            return kind(value)
        except ValueError as error:
            raise WireError(f"{kind.__name__} lạ") from error

    return read


def _list(value: object) -> list[object]:
    if type(value) is not list:
        raise WireError("cần danh sách")
    return value


def _text(value: object) -> str:
    if type(value) is not str:
        raise WireError("cần chữ")
    return value if value.isascii() else value.encode("utf-8", "replace").decode()


def _count(value: object) -> int:
    if type(value) is not int or not 0 <= value < 1 << 31:
        raise WireError("cần số đếm")
    return value


def _share(value: object) -> float:
    if type(value) not in {int, float} or not 0 <= typing.cast("float", value) <= 1:
        raise WireError("cần số từ 0 đến 1")
    return float(typing.cast("float", value))


def _flag(value: object) -> bool:
    if type(value) is not bool:
        raise WireError("cần đúng hoặc sai")
    return value
