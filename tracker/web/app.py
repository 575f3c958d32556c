"""The application: every page, the feeds, the API and the static files behind one guard."""

from __future__ import annotations

from fastapi import FastAPI
from starlette.staticfiles import StaticFiles

from tracker.web import api, failures
from tracker.web.guard import Guard
from tracker.web.pages import PAGES, feeds
from tracker.web.serving import route_of
from tracker.web.site import Site
from tracker.web.templating import STATIC


def build_app(site: Site) -> Guard:
    """Return the ASGI application of a site; the database must have been brought up to date before."""
    app = FastAPI(
        title="Đúng Hạn",
        description="Việc có hạn đọc từ kế hoạch của trường. Cần cùng đăng nhập như các trang.",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
    )
    app.state.site = site
    app.router.routes.extend(feeds.routes)
    app.router.routes.extend(route_of(page, site) for page in PAGES)
    app.include_router(api.router)
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    failures.register(app)
    # around everything, even the answer to our own mistakes, which Starlette gives outside its middleware
    return Guard(app, site)
