"""The calendar feeds: `/feeds/<secret>.ics` and `/public/<school>.ics`, answered from ready bytes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from starlette.background import BackgroundTask
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tracker.feeds.desk import FeedDesk
from tracker.feeds.masking import mask_logs
from tracker.feeds.ready import Ready
from tracker.store.database import StoreTroubleError
from tracker.store.feeds import FoundFeed

TYPE = "text/calendar; charset=utf-8"
UNKNOWN = "Không có lịch nào ở địa chỉ này. Hãy xin lại liên kết từ người quản lý kế hoạch."
GONE = "Liên kết lịch này đã bị thu hồi. Hãy xin liên kết mới từ người quản lý kế hoạch rồi đăng ký lại."
TROUBLE = "Lịch tạm thời chưa đọc được; lịch đã có trên máy vẫn dùng được. Máy sẽ tự hỏi lại sau."
RETRY_SECONDS = "300"


def desk_of(request: Request) -> FeedDesk:
    """Return the desk of the application, opened at its first feed; it lives on `app.state.feed_desk`."""
    state = request.app.state
    desk = getattr(state, "feed_desk", None)
    if not isinstance(desk, FeedDesk):
        mask_logs("uvicorn.access", "uvicorn.error")
        desk = FeedDesk(state.site.folder, state.site.base_url, state.site.clock)
        state.feed_desk = desk
    return desk


async def secret_feed(request: Request) -> Response:
    """Answer the feed behind a secret."""
    return await _answer(request, "private, no-cache", lambda desk: desk.find(request.path_params["secret"]))


async def public_feed(request: Request) -> Response:
    """Answer what a school has to make public; it needs no secret and holds no names."""
    slug = request.path_params["slug"]
    return await _answer(request, "no-cache", lambda desk: desk.find_public(slug), lambda desk: desk.open_public(slug))


async def _answer(
    request: Request,
    cache: str,
    find: Callable[[FeedDesk], FoundFeed | None],
    first: Callable[[FeedDesk], FoundFeed | None] = lambda _: None,
) -> Response:
    """Answer 200 or 304 with the feed as it is now, 404, 410, or 503; never 200 without a calendar."""
    desk = desk_of(request)
    try:
        found = find(desk) or await run_in_threadpool(first, desk)
        if found is None:
            return _sentence(404, UNKNOWN)
        if found.gone:
            return _sentence(410, GONE)
        ready = desk.at_hand(found)
        if ready is None:
            ready = await run_in_threadpool(desk.make, found)
    except (StoreTroubleError, LookupError, ValueError):
        return _sentence(503, TROUBLE, {"Retry-After": RETRY_SECONDS})
    response = _calendar(request, ready, cache, desk.now())
    if desk.note_due(found):
        response.background = BackgroundTask(desk.note, found, request.headers.get("user-agent", ""))
    return response


def _calendar(request: Request, ready: Ready, cache: str, now: datetime) -> Response:
    copy = ready.copy_for(request.headers)
    headers = {
        "ETag": copy.etag,
        "Last-Modified": ready.http_date(now),
        "Cache-Control": cache,
        "Vary": "Accept-Encoding",
    }
    if ready.known_to(request.headers, copy, now):
        return Response(status_code=304, headers=headers)
    headers |= {"Content-Type": TYPE, "Content-Length": str(len(copy.body))}
    if copy.coding:
        headers["Content-Encoding"] = copy.coding
    return Response(b"" if request.method == "HEAD" else copy.body, headers=headers)


def _sentence(status: int, sentence: str, headers: dict[str, str] | None = None) -> Response:
    extra = {"Cache-Control": "no-store", **(headers or {})}
    return Response(sentence, status, extra, "text/plain; charset=utf-8")


routes = (
    Route("/feeds/{secret}.ics", secret_feed, methods=["GET"]),
    Route("/public/{slug}.ics", public_feed, methods=["GET"]),
)
