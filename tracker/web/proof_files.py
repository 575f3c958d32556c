"""Evidence that is a file, on the pages: what is offered of it, and the file itself, to be saved and never run."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import quote

from starlette.responses import FileResponse, Response

from tracker.answers.evidence_files import path_of, size_words
from tracker.answers.evidence_kinds import SHOWN_BY_BROWSERS, kind_of_suffix
from tracker.store import evidence, evidence_files
from tracker.store.evidence import Evidence
from tracker.web.visit import RefusedError, Visit

NO_SUCH = "Không có tệp minh chứng này."
LOST = (
    "Tệp minh chứng này không còn trong thư mục dữ liệu của máy chủ. Người cài đặt chạy “tracker doctor” để biết "
    "thiếu tệp nào, rồi chép lại thư mục minh-chung từ bản sao lưu."
)
HEADERS = {"Cache-Control": "private, no-store", "Content-Security-Policy": "default-src 'none'; sandbox"}


@dataclass(frozen=True, slots=True)
class ProofFile:
    """A file as a page offers it: where it is saved from, its name and size, whether a browser can show it."""

    path: str
    name: str
    size: str
    picture: bool


def offered(visit: Visit, task_id: str, where: str) -> dict[int, ProofFile]:
    """Return evidence id → its file, for what was shown of a task as a file; `where` is under which path they are."""
    return {
        number: ProofFile(
            f"{where}/{number}", one.name, size_words(one.size), kind_of_suffix(one.suffix) in SHOWN_BY_BROWSERS
        )
        for number, one in evidence_files.of_task(visit.db, task_id).items()
    }


def file_of(visit: Visit, task_id: str, person_id: int | None = None) -> Response:
    """Return the file the address names, of this task and, where told, of this person; raise RefusedError 404."""
    wanted = visit.number("evidence")
    shown: Evidence | None = next((one for one in evidence.of_task(visit.db, task_id) if one.id == wanted), None)
    file = evidence_files.of_task(visit.db, task_id).get(wanted)
    if shown is None or file is None or person_id not in (None, shown.person_id):
        raise RefusedError(404, NO_SUCH)
    place, kind = path_of(visit.site.folder, file), kind_of_suffix(file.suffix)
    if kind is None or not place.is_file():
        raise RefusedError(404, LOST)
    name = f"filename=\"minh-chung{file.suffix}\"; filename*=UTF-8''{quote(file.name, safe='')}"
    return FileResponse(place, headers=HEADERS | {"Content-Disposition": f"attachment; {name}"}, media_type=kind.media)
