"""How the API says no, for its own description: every refusal is one Vietnamese sentence under “error”."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, Field


class Refused(BaseModel):
    """What comes instead of an answer."""

    error: str = Field(description="Một câu: sai ở đâu, cần gì, làm gì tiếp")


REFUSED: dict[int | str, dict[str, Any]] = {
    401: {"model": Refused, "description": "Chưa đăng nhập, hoặc phiên đã hết"},
    403: {"model": Refused, "description": "Yêu cầu đến từ một trang khác"},
    422: {"model": Refused, "description": "Yêu cầu thiếu phần cần có hoặc sai dạng"},
}
"""What any call may answer, by status."""
