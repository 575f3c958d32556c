"""How the API says no, for its own description: every refusal is one Vietnamese sentence under “error”."""

from __future__ import annotations

from typing import Any

from fastapi.routing import APIRoute
from pydantic import BaseModel, Field


class Refused(BaseModel):
    """What comes instead of an answer."""

    error: str = Field(description="Một câu: sai ở đâu, cần gì, làm gì tiếp")


REFUSED: dict[int | str, dict[str, Any]] = {
    401: {"model": Refused, "description": "Chưa đăng nhập, hoặc phiên đã hết"},
    403: {"model": Refused, "description": "Yêu cầu đến từ một trang khác"},
    421: {"model": Refused, "description": "Gọi tới một tên máy chủ không phải của trang này"},
    422: {"model": Refused, "description": "Yêu cầu thiếu phần cần có hoặc sai dạng"},
    503: {"model": Refused, "description": "Cơ sở dữ liệu lúc này chưa dùng được; gọi lại sau ít phút"},
}
"""What any call may answer, by status."""

LONG: dict[int | str, dict[str, Any]] = {413: {"model": Refused, "description": "Thân yêu cầu dài quá mức nhận"}}
"""What a call answers that is sent too much."""

GARBLED: dict[int | str, dict[str, Any]] = {
    400: {"model": Refused, "description": "Thân yêu cầu không đọc được: bị đứt, sai mã chữ, lồng quá sâu"}
}
"""What a call answers that takes a body."""

ABSENT: dict[int | str, dict[str, Any]] = {404: {"model": Refused, "description": "Không có trường, việc, kế hoạch ấy"}}
"""What a call answers that names a school, or something of the store in its path."""

CONFLICT: dict[int | str, dict[str, Any]] = {
    409: {"model": Refused, "description": "Không làm được như hiện trạng: việc đã bỏ, đã xong, hoặc đã có bản mới hơn"}
}
"""What a call answers whose wish does not fit how things stand now."""

ODD_DAY: dict[int | str, dict[str, Any]] = {
    409: {
        "model": Refused,
        "description": f"{CONFLICT[409]['description']}; hoặc ngày đã qua hay xa năm học mà không kèm “sure”: true",
    }
}
"""What giving a work a day answers where someone has to look at it again first."""

UNSURE: dict[int | str, dict[str, Any]] = {
    409: {
        "model": Refused,
        "description": "Việc chưa được báo xong, đã bỏ, hay do chính thầy/cô báo xong; "
        "hoặc mọi minh chứng đã bị trả lại mà không kèm “sure”: true",
    }
}
"""What checking a work answers where someone has to look again first."""


def answers_of(route: APIRoute) -> dict[int | str, dict[str, Any]]:
    """Return what a call may answer besides what it tells of itself."""
    told = LONG if {"POST", "PUT"} & set(route.methods or ()) else {}
    takes_a_body = route.body_field is not None or "requestBody" in (route.openapi_extra or {})
    return told | (GARBLED if takes_a_body else {}) | (ABSENT if names_something(route) else {})


def names_something(route: APIRoute) -> bool:
    """Whether a call names what may not be there: by a number or name in its path, or by its school."""
    return bool(route.dependant.path_params) or any(one.name == "school" for one in route.dependant.query_params)
