"""Records in, HTML out: one strict Jinja environment; everything is escaped unless it is our own markup."""

from __future__ import annotations

from functools import cache
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlencode

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.responses import HTMLResponse

from tracker import passed_words, spoken
from tracker.deadline_words import worded
from tracker.hand_ins import acted_on, off_on
from tracker.plan_names import plan_name
from tracker.quoting import quoted
from tracker.store.records import School
from tracker.web import addresses, labels
from tracker.web.cells import cells_apart, pieces_apart
from tracker.web.story import story
from tracker.web.visit import Visit

HERE = Path(__file__).parent
STATIC = HERE / "static"


@cache
def static_version() -> str:
    """Return a mark that changes with any static file, so that browsers may keep them long."""
    return sha256(b"".join(path.read_bytes() for path in sorted(STATIC.iterdir()))).hexdigest()[:10]


@cache
def environment() -> Environment:
    """Return the templates with the words of the house as filters."""
    env = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=select_autoescape(default=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.filters.update(labels.FILTERS)
    env.filters.update(
        address=addresses.shown,
        apart=pieces_apart,
        cells=cells_apart,
        day=spoken.day_words,
        instant=spoken.instant_words,
        due=spoken.due_words,
        worded=worded,
        quoted=quoted,
        story=story,
        late=spoken.late_words,
        left=spoken.left_words,
        days_left=spoken.days_left,
        is_off=spoken.is_off,
        acted_on=acted_on,
        off_on=off_on,
        plan_name=plan_name,
        passed_heading=passed_words.heading,
        first_time=passed_words.first_time,
    )
    env.globals["passed_rest"] = passed_words.REST
    env.globals["static_version"] = static_version
    return env


def plain_page(template: str, **values: object) -> str:
    """Return a page that needs neither database nor sign-in."""
    return environment().get_template(template).render(visit=None, **values)


def render(visit: Visit, template: str, status: int = 200, **values: object) -> HTMLResponse:
    """Return a page for a visit; never kept by browsers or proxies."""
    looked_at = values.get("school")
    slug = visit.query.get("truong") or (looked_at.slug if isinstance(looked_at, School) else "")

    def here(path: str, **more: str) -> str:
        """Return an address inside the school now looked at."""
        query = {name: value for name, value in {"truong": slug, **more}.items() if value}
        return f"{path}?{urlencode(query)}" if query else path

    done = values.pop("done", None) or labels.DONE_SENTENCES.get(visit.query.get("xong", ""))
    page = environment().get_template(template).render(visit=visit, here=here, done=done, **values)
    return HTMLResponse(page, status, {"Cache-Control": "no-store"})
