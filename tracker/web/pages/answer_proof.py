"""Who did a work shows that it is done, on the page where they answer about it: a photo, a file or a link."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack

from starlette.datastructures import UploadFile
from starlette.responses import RedirectResponse, Response

from tracker.answers import acting
from tracker.answers.acting import NotNowError, Standing
from tracker.answers.evidence_files import MOST_AT_ONCE, Room, Sent, WrongFileError, received, show_files
from tracker.answers.links import PATH
from tracker.answers.showing import Shown, WrongLinkError, show, was_refused
from tracker.settings import load_settings
from tracker.store.database import transaction
from tracker.web.pages.answer import page_of, token_of
from tracker.web.proof_files import file_of
from tracker.web.visit import Page, RefusedError, Right, Visit

NOTHING = "Chưa có gì để gửi. Hãy chụp ảnh, chọn một tệp, hoặc dán liên kết."
SENT, AGAIN, HELD = "da-gui", "gui-lai", "da-co"
"""How the page tells what was given: new, refused before as it is, or there already."""

CHOOSE_AGAIN = "{} Tệp phải chọn lại; các ô khác vẫn giữ."


def give(visit: Visit) -> Response:
    """Keep a file, a link or both as proposed evidence of a task, then show the page with it.

    What cannot be is told beside its field, and then nothing of the form is kept.
    """
    token, files = token_of(visit), visit.uploads("file")
    try:
        at = acting.standing(visit.db, token.subject, token.person_id)
        sent = _give_files(visit, at, files) if files else _give_link(visit, at)
    except WrongFileError as error:
        return page_of(visit, token, wrong_file=str(error))
    except WrongLinkError as error:
        return page_of(visit, token, wrong_link=CHOOSE_AGAIN.format(error) if files else str(error))
    except NotNowError as error:
        return page_of(visit, token, str(error))
    return RedirectResponse(f"{PATH}{visit.path['token']}?xong={sent}#minh-chung", 303)


def _give_files(visit: Visit, at: Standing, files: Sequence[UploadFile]) -> str:
    """Keep what a form brings; return by what name the page tells what became of it."""
    if len(files) > MOST_AT_ONCE:
        raise WrongFileError(
            f"Đã chọn {len(files)} tệp; mỗi lần gửi không quá {MOST_AT_ONCE} tệp. Hãy gửi làm nhiều lần."
        )
    room = Room(visit.site.folder, load_settings(visit.site.folder, os.environ).evidence.quota)
    with ExitStack() as stack:
        sent = (Sent(file.filename or "", file.file, _words(visit)) for file in files)
        got = [stack.enter_context(received(room.folder, one, visit.now)) for one in sent]
        with transaction(visit.db):
            # the link first: one that is wrong must leave no file behind
            linked = _give_link(visit, at) if visit.value("proof") else HELD
            refused = was_refused(visit.db, at.task.id, (one.address for one in got))
            new = show_files(visit.db, room, at, got, visit.now)
            return AGAIN if refused or linked == AGAIN else SENT if new else linked


def _give_link(visit: Visit, at: Standing) -> str:
    if not visit.value("proof"):
        raise WrongFileError(NOTHING)
    shown = Shown(visit.value("proof"), _words(visit))
    refused = was_refused(visit.db, at.task.id, [shown.address])
    show(visit.db, at, shown, visit.now)
    return AGAIN if refused else SENT


def _words(visit: Visit) -> str:
    return " ".join(visit.value("words").split())


def save(visit: Visit) -> Response:
    """Send who gave a file that file again, as long as the work is theirs."""
    token = token_of(visit)
    try:
        at = acting.standing(visit.db, token.subject, token.person_id)
    except NotNowError as error:
        raise RefusedError(404, str(error)) from error
    return file_of(visit, at.task.id, at.person.id)


pages = (
    # more than may be, so that too many are told beside their field
    Page(PATH + "{token}/minh-chung", give, "POST", right=Right.ANYONE, files=10 * MOST_AT_ONCE),
    Page(PATH + "{token}/minh-chung/{evidence}", save, right=Right.ANYONE),
)
