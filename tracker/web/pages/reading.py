"""The page of a long reading: how far it is, a button to stop it, then the draft or why there is none."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial

from starlette.responses import RedirectResponse, Response

from schedules.plan import Plan, SchoolYear
from schedules.reading import Progress, Unreadable, Watch
from schedules.reading.file import clean_name
from schedules.reading.kind import Kind, kind_of
from schedules.reading.members import files_in
from schedules.reading.watch import Stopped
from tracker.importing import Incoming, store_plan
from tracker.plan_reading import PlanReader
from tracker.review.which_plan import Which
from tracker.store.database import StoreTroubleError
from tracker.store.history import Actor
from tracker.store.sessions import MANAGER, hash_of
from tracker.web.readings import Ending, Job, Kept, Stage, Standing, word_of
from tracker.web.site import Site
from tracker.web.templating import render
from tracker.web.visit import Page, RefusedError, Visit

LONG = frozenset({Kind.PDF, Kind.IMAGE, Kind.DOC, Kind.ZIP})
"""A scan takes seconds a page, an old Word file a start of LibreOffice, a ZIP as long as what is in it."""

GONE = (
    "Không có lượt đọc này, hoặc nó đã xong hơn một giờ, hoặc máy chủ đã khởi động lại. "
    "Bản nháp đã đọc xong nằm ở trang Kế hoạch; chưa thấy thì hãy tải tệp lên lại."
)
NOT_STORED = "{source}: đã đọc nhưng chưa lưu được vì cơ sở dữ liệu đang bận. Hãy tải tệp này lên lại sau ít phút."
MINUTE = 60
LONGEST_IN_SECONDS = 90


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as it was sent, the school's name and school year typed beside it, and the plan it was sent to correct."""

    content: bytes
    name: str
    school: str | None = None
    year: SchoolYear | None = None
    corrects: int | None = None

    @property
    def takes_long(self) -> bool:
        """Whether reading it may take more than a few seconds."""
        return kind_of(self.content, self.name) in LONG


def begin(visit: Visit, sent: Sent) -> Response:
    """Have a file read beside the pages and go to the page that tells of it; raise BusyError when too many wait."""
    work = partial(_read_and_keep, visit.site, sent, visit.session.who if visit.session else MANAGER)
    job = Job(clean_name(sent.name), hash_of(visit.secret), visit.site.clock, work)
    return RedirectResponse(f"/ke-hoach/dang-doc/{visit.site.readings.begin(job)}", 303)


def _read_and_keep(site: Site, sent: Sent, who: str, watch: Watch) -> Ending:
    """Read every plan of a file and keep each as a draft of its own, or none when people stopped it in time."""
    plans = PlanReader(site.calendar_of(), sent.year, watch=watch).read_all(sent.content, sent.name)
    if watch.cancelled():
        raise Stopped(clean_name(sent.name))
    kept: list[Kept] = []
    refused: list[str] = []
    for plan, content in zip(plans, files_in(sent.content, sent.name), strict=False):
        if isinstance(plan, Unreadable):
            refused.append(str(plan))
            continue
        try:
            kept.append(
                _kept(site, _incoming(sent, plan, content, alone=len(plans) == 1), Actor(who, site.clock()), kept)
            )
        except StoreTroubleError:
            refused.append(NOT_STORED.format(source=plan.header.source))
    return Ending(tuple(kept), tuple(refused))


def _incoming(sent: Sent, plan: Plan, content: bytes, *, alone: bool) -> Incoming:
    """Return one plan of a file as it came; of several in one file nobody said which one corrects another."""
    return Incoming(content, plan, sent.school, which=Which(sent.corrects if alone else None))


def _kept(site: Site, incoming: Incoming, actor: Actor, before: list[Kept]) -> Kept:
    plan: Plan = incoming.plan
    with site.open() as db:
        report = store_plan(db, incoming, actor, site.calendar_of(), publish=False)
    again = any(one.plan_id == report.plan.id for one in before)
    return Kept(report.plan.id, plan.header.source, report.held, report.same_file, report.unchanged, again)


def show(visit: Visit) -> Response:
    """Tell how far a reading is; once it ended well as one plan, go to its draft."""
    reading = _asked_for(visit)
    kept, refused = reading.ending.kept, reading.ending.refused
    if len(kept) == 1 and not refused:
        return RedirectResponse(
            f"/ke-hoach/{kept[0].plan_id}?xong={word_of(same=kept[0].same_file, unchanged=kept[0].unchanged)}", 303
        )
    ended = reading.stage is Stage.ENDED
    return render(visit, "reading.html", reading=reading, ended=ended, how_far=how_far(reading))


def cancel(visit: Visit) -> Response:
    """Stop a reading; what was kept before the button was pressed stays, and the page says so."""
    reading = _asked_for(visit)
    visit.site.readings.cancel(reading.key, hash_of(visit.secret), visit.now)
    return RedirectResponse(f"/ke-hoach/dang-doc/{reading.key}", 303)


def _asked_for(visit: Visit) -> Standing:
    found = visit.site.readings.look(visit.path["reading"], hash_of(visit.secret), visit.now)
    if found is None:
        raise RefusedError(404, GONE)
    return found


def how_far(reading: Standing) -> str:
    """Return how far a reading is as people say it: “Trang 3/12, còn khoảng 20 giây”."""
    if reading.stage is Stage.WAITING:
        before = f", và {reading.ahead} tệp nữa chờ trước tệp này" if reading.ahead else ""
        return f"Đang chờ đến lượt: máy chủ đang đọc các tệp khác{before}."
    if reading.stage is Stage.STOPPING:
        return "Đang dừng…"
    progress = reading.progress
    if progress is None:
        return "Đang mở tệp…"
    if not progress.done:
        return f"Tệp có {progress.total} trang, đang đọc trang đầu…"
    return f"Trang {progress.done}/{progress.total}{_left(progress)}"


def _left(progress: Progress) -> str:
    seconds = progress.seconds_left
    if not seconds:
        return ""
    if seconds < LONGEST_IN_SECONDS:
        return f", còn khoảng {max(1, round(seconds))} giây"
    return f", còn khoảng {math.ceil(seconds / MINUTE)} phút"


pages = (
    Page("/ke-hoach/dang-doc/{reading}", show),
    Page("/ke-hoach/dang-doc/{reading}/thoi", cancel, "POST"),
)
