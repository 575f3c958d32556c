"""A body a program may send as JSON or as a form, and the same said in the description of the API."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from fastapi import Request
from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError

Body = TypeVar("Body", bound=BaseModel)
FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


def either(model: type[BaseModel]) -> dict[str, Any]:
    """Return what `openapi_extra` takes for a call whose body is a model, as JSON or as a form."""
    schema = {"schema": model.model_json_schema()}
    return {"requestBody": {"required": True, "content": dict.fromkeys(("application/json", *FORMS), schema)}}


def sent_as(model: type[Body]) -> Callable[[Request], Awaitable[Body]]:
    """Return the dependency that reads such a body; a part that is wrong is refused like in any JSON body."""

    async def read(request: Request) -> Body:
        try:
            return model.model_validate(await _fields(request))
        except ValidationError as error:
            found = [{**one, "loc": ("body", *one["loc"])} for one in error.errors()]
            raise RequestValidationError(found) from error

    return read


async def _fields(request: Request) -> Any:
    """Return the parts of a body: of a form its fields, of anything else what it says as JSON."""
    sent = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if sent in FORMS:
        async with request.form() as form:
            return {name: value if isinstance(value, str) else None for name, value in form.items()}
    body = await request.body()
    if not body:
        return {}
    try:
        return await request.json()
    except (ValueError, RecursionError) as error:  # no JSON, no letters, too deep, or a number of thousands of digits
        raise RequestValidationError([{"type": "json_invalid", "loc": ("body",), "input": {}}]) from error
