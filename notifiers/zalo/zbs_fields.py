"""The fields of a ZBS template, filled from a message and shortened to their limits before Zalo refuses them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from notifiers.message import Message
from notifiers.zalo.oa_settings import Parameter, Template

ELLIPSIS = "…"


class MissingFieldError(ValueError):
    """A template needs a field that the message does not have."""


def filled(template: Template, message: Message) -> dict[str, str]:
    """Return template_data; raise MissingFieldError naming the fields a message lacks."""
    have = {"to_name": message.to_name, "subject": message.subject, "text": message.text, **dict(message.fields)}
    data: dict[str, str] = {}
    missing = []
    for parameter in template.parameters:
        value = _clean(have.get(parameter.source or parameter.name, ""))
        if value:
            data[parameter.name] = shortened(value, parameter.max_length)
        elif parameter.required:
            missing.append(parameter.name)
    if missing:
        raise MissingFieldError(f"Mẫu tin “{template.name}” thiếu: {', '.join(missing)}")
    return data


def shortened(text: str, limit: int) -> str:
    """Return the text in NFC with at most `limit` characters, cut after a word where that loses little."""
    whole = unicodedata.normalize("NFC", text)
    if len(whole) <= limit:
        return whole
    room = whole[: max(limit - len(ELLIPSIS), 0)]
    blank = room.rfind(" ")
    kept = room[:blank] if blank >= limit // 2 and whole[len(room)] != " " else room
    return kept.rstrip(" ,.;:-–") + ELLIPSIS


def parameters_from(list_params: object) -> Iterator[Parameter]:
    """Yield the fields of a template as Zalo's detail call lists them (name, maxLength, require)."""
    for raw in list_params if isinstance(list_params, list) else []:
        if isinstance(raw, dict) and isinstance(raw.get("name"), str):
            length = str(raw.get("maxLength", ""))
            required = raw.get("require") is not False
            yield Parameter(raw["name"], int(length) if length.isdigit() else 30, required=required)


def _clean(value: str) -> str:
    return " ".join(unicodedata.normalize("NFC", value).split())
