"""What goes wrong, told on a page (or as JSON under /api) without any inside of ours."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from schedules.reading import Unreadable
from tracker.refusal import Refusal, StandsOtherwise, Unsure
from tracker.store.database import StoreTroubleError
from tracker.web.malformed import sentence_of
from tracker.web.sign_in_step import CHALLENGE, UNAUTHORIZED, Step, asked_for, shown
from tracker.web.templating import plain_page
from tracker.web.visit import RefusedError

HEADINGS = {
    400: "Yêu cầu chưa đúng",
    401: "Cần đăng nhập",
    403: "Chưa thực hiện",
    404: "Không có trang này",
    405: "Trang này không nhận cách gửi đó",
    409: "Đã có bản mới hơn",
    410: "Liên kết đã thu hồi",
    413: "Tệp quá lớn",
    421: "Sai địa chỉ",
    422: "Chưa đọc được",
    500: "Máy chủ gặp lỗi",
    503: "Tạm thời chưa dùng được",
}
SENTENCES = {
    404: "Đường dẫn có thể đã gõ sai, hoặc nội dung đã được gỡ.",
    405: "Hãy mở lại trang từ bảng việc.",
    500: "Dữ liệu không bị lưu dở; lỗi đã ghi ở cửa sổ chạy máy chủ. Hãy thử lại, vẫn lỗi thì báo người cài đặt.",
}
FOR_PROGRAMS = {
    400: "Thân yêu cầu không đọc được: bị đứt, sai mã chữ (cần UTF-8), lồng quá sâu hoặc số quá dài.",
    404: "Không có địa chỉ này; mọi lời gọi được tả ở /api/openapi.json.",
    405: "Địa chỉ này không nhận cách gửi {method}; cần {allow}. Mọi lời gọi được tả ở /api/openapi.json.",
}
"""The same under /api, where no page can be opened again."""

PUBLIC = (
    *("/tra-loi/", "/ngung-nhan/", "/viec-cua-ban/", "/giam-sat/", "/de-nghi/", "/doi-nguoi/"),
    *("/lich/", "/public/", "/dang-nhap", "/mo/"),
)
"""Where people without a sign-in come from: what went wrong there must not send them to the board."""

OUT_OF_REACH = frozenset({"greater_than_equal", "less_than_equal", "int_parsing_size"})

SHOWN_AS_SENT = "Yêu cầu thiếu phần cần có hoặc sai dạng. Hãy quay lại trang trước, tải lại rồi thử lần nữa."


def failure(path: str, refused: RefusedError) -> Response:
    """Return a refusal as a page, or as `{"error": …}` under /api."""
    headers = {"Cache-Control": "no-store"} | (
        {"WWW-Authenticate": CHALLENGE} if refused.status == UNAUTHORIZED else {}
    )
    if path.startswith("/api/"):
        told = refused.sentence.encode("utf-8", "replace").decode()  # what was sent may hold half a letter
        return JSONResponse({"error": told}, refused.status, headers)
    page = plain_page(
        "failure.html",
        status=refused.status,
        heading=refused.heading or HEADINGS.get(refused.status, HEADINGS[400]),
        sentence=refused.sentence,
        back=refused.back,
        manager=not path.startswith(PUBLIC),
    )
    return Response(page, refused.status, headers, "text/html")


def register(app: FastAPI) -> None:
    """Teach the application to answer every failure with a sentence."""
    app.add_exception_handler(RefusedError, _refused)
    app.add_exception_handler(Unreadable, _unreadable)
    app.add_exception_handler(StoreTroubleError, _store)
    app.add_exception_handler(Refusal, _refusal)
    app.add_exception_handler(RequestValidationError, _malformed)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(Exception, _unforeseen)


def _refused(request: Request, error: Exception) -> Response:
    refused = error if isinstance(error, RefusedError) else RefusedError(400, SHOWN_AS_SENT)
    if refused.status == UNAUTHORIZED and not request.url.path.startswith("/api/"):
        return shown(request.app.state.site, Step(asked_for(request), refused.sentence))
    return failure(request.url.path, refused)


def _unreadable(request: Request, error: Exception) -> Response:
    return failure(request.url.path, RefusedError(422, str(error)))


def _refusal(request: Request, error: Exception) -> Response:
    # a program tells “not now” from “not so” by the number; who reads a page, by the sentence
    program = request.url.path.startswith("/api/")
    sentence = error.to_programs if program and isinstance(error, Unsure) else str(error)
    return failure(
        request.url.path, RefusedError(409 if program and isinstance(error, StandsOtherwise) else 422, sentence)
    )


def _store(request: Request, error: Exception) -> Response:
    # the sentence names the file's path on the server; the terminal may see it, a page may not
    reason = str(error).partition(": ")[2] if isinstance(error, StoreTroubleError) else ""
    sentence = "Cơ sở dữ liệu lúc này chưa dùng được, hãy thử lại sau ít phút."
    return failure(request.url.path, RefusedError(503, _sentence_case(reason) or sentence))


def _sentence_case(text: str) -> str:
    return text[:1].upper() + text[1:]


def _malformed(request: Request, error: Exception) -> Response:
    if isinstance(error, RequestValidationError) and any(map(_names_nothing, error.errors())):
        return failure(
            request.url.path, RefusedError(404, "Không tìm thấy: số trong đường dẫn không của nội dung nào.")
        )
    told = sentence_of(error.errors()) if isinstance(error, RequestValidationError) else ""
    return failure(request.url.path, RefusedError(422, told or SHOWN_AS_SENT))


def _names_nothing(mistake: Mapping[str, Any]) -> bool:
    """Whether a number of the path is below or above all that there can be."""
    return mistake["loc"][0] == "path" and mistake["type"] in OUT_OF_REACH


def _http(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else 400
    allow = (error.headers or {}).get("Allow", "") if isinstance(error, HTTPException) else ""
    sentences = SENTENCES | (FOR_PROGRAMS if request.url.path.startswith("/api/") else {})
    sentence = sentences.get(status, SHOWN_AS_SENT).format(method=request.method, allow=allow)
    answer = failure(request.url.path, RefusedError(status, sentence))
    if allow:
        answer.headers["Allow"] = allow
    return answer


def _unforeseen(request: Request, _error: Exception) -> Response:
    return failure(request.url.path, RefusedError(500, SENTENCES[500]))
