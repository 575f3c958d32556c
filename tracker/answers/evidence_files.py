"""Evidence given as a photo or file: received piece by piece, known by its bytes and fingerprint, kept for ever.

Files lie in the data folder under their own fingerprint, so no name anybody typed is ever a path; nothing opens them.
Of pictures what phones write beside the picture is blanked before they are kept (`bare_pictures.py`).
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from schedules.reading.limits import MEGABYTE
from tracker.answers.acting import NotNowError, Standing
from tracker.answers.bare_pictures import blank
from tracker.answers.evidence_kinds import Kind, Looker, fit_name, saved_name, trouble
from tracker.answers.odd_picture import OddPictureError
from tracker.answers.showing import LONGEST_WORDS, MOST_WAITING
from tracker.store import evidence, evidence_files
from tracker.store.database import Database, transaction
from tracker.store.evidence import Evidence
from tracker.store.evidence_files import VIA, EvidenceFile

FOLDER, DRAFTS = "minh-chung", "dang-nhan"
LARGEST = 20 * MEGABYTE
"""A photo of a phone weighs 3 to 12 MB, a scanned report of thirty pages about 15."""

MOST_AT_ONCE, LARGEST_TOGETHER = 5, 60 * MEGABYTE
"""What one form may bring: the photos of one board or one set of minutes, on a slow line a few minutes."""

PIECE = 256 * 1024
LEFT_FREE = 512 * MEGABYTE
"""Room that stays on the disk whatever people send: without it neither answers nor reminders could be kept."""

ABANDONED = timedelta(days=1)
BY_LINK = "Hoặc dán liên kết tới tệp, như của Google Drive."


class WrongFileError(NotNowError):
    """A file that is not taken; the text says why and what to do. What else was typed could be kept."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file as a browser sent it: the name it bears there, its bytes to be read once, what it is in words."""

    name: str
    stream: BinaryIO
    words: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """Where files are kept, and how many bytes those of one school may take."""

    folder: Path
    quota: int


@dataclass(frozen=True, slots=True)
class Received:
    """A file that lies whole in the data folder and belongs to nothing yet."""

    draft: Path
    name: str
    words: str
    kind: Kind
    sha256: str
    size: int

    @property
    def address(self) -> str:
        """What stands for it where other evidence has its link."""
        return f"sha256:{self.sha256}"


def path_of(folder: Path, file: EvidenceFile) -> Path:
    """Return where a file lies in a data folder."""
    return folder / FOLDER / file.sha256[:2] / f"{file.sha256}{file.suffix}"


def size_words(size: int) -> str:
    """Return a size in bytes as people write it: “85 KB”, “3,2 MB”."""
    if size < MEGABYTE:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / MEGABYTE:.1f} MB".replace(".", ",").replace(",0 MB", " MB")


@contextmanager
def received(folder: Path, sent: Sent, now: datetime) -> Iterator[Received]:
    """Copy a file into a data folder, never more than a piece of it in memory; it goes again unless it is shown.

    Raises WrongFileError when it is of no kind that is taken, too large or empty, or the disk takes no more.
    """
    drafts = folder / FOLDER / DRAFTS
    with _disk_told():
        drafts.mkdir(parents=True, exist_ok=True, mode=0o700)
        _sweep(drafts, now)
        if shutil.disk_usage(drafts).free < LEFT_FREE + LARGEST:
            raise WrongFileError(f"Máy chủ sắp hết chỗ lưu nên chưa nhận được tệp. Hãy báo người cài đặt. {BY_LINK}")
        number, made = tempfile.mkstemp(dir=drafts)  # its owner's only, never to be run
    draft = Path(made)
    try:
        with os.fdopen(number, "w+b") as out, _disk_told():
            got = _copied(sent, out, draft)
        yield got
    finally:
        with suppress(FileNotFoundError):
            draft.unlink()


def _copied(sent: Sent, out: BinaryIO, draft: Path) -> Received:
    name, looker, size = fit_name(sent.name), Looker(), 0
    while piece := sent.stream.read(PIECE):
        size += len(piece)
        if size > LARGEST:
            raise WrongFileError(
                f"“{name}” lớn quá; mỗi tệp không quá {size_words(LARGEST)}. Hãy chụp lại cỡ nhỏ hơn. {BY_LINK}"
            )
        looker.see(piece)
        out.write(piece)
    if not size:
        raise WrongFileError(f"“{name}” là tệp rỗng. Hãy chọn lại tệp, mở thử xem có nội dung không.")
    kind = looker.kind
    why = trouble(name, kind)
    if kind is None or why:
        raise WrongFileError(why)
    out.flush()
    try:
        size = blank(out.fileno(), kind) or size
    except OddPictureError:
        raise WrongFileError(
            f"“{name}” là ảnh hỏng hoặc lưu theo cách lạ nên chưa bỏ được nơi chụp ghi trong ảnh. "
            f"Hãy mở ảnh rồi lưu lại, chụp màn hình, hoặc gửi tệp khác."
        ) from None
    out.truncate(size)
    os.fsync(out.fileno())
    return Received(draft, saved_name(name, kind), sent.words, kind, _print_of(out), size)


def _print_of(kept: BinaryIO) -> str:
    """Return the fingerprint of a file as it is kept."""
    found = hashlib.sha256()
    kept.seek(0)
    while piece := kept.read(PIECE):
        found.update(piece)
    return found.hexdigest()


def show_files(db: Database, room: Room, at: Standing, files: Iterable[Received], now: datetime) -> bool:
    """Propose received files as evidence of someone's task, all or none; return whether any is new to the task.

    Raises WrongFileError when the school's files have no room for them, NotNowError when too much waits.
    """
    with transaction(db):
        kept = [(got, file) for got in files if (file := _proposed(db, room, at, got, now))]
        # the files first, their records when this ends: after a crash between them files may belong to nothing
        for got, file in kept:
            _settle(got, path_of(room.folder, file))
    return bool(kept)


def _proposed(db: Database, room: Room, at: Standing, got: Received, now: datetime) -> EvidenceFile | None:
    """Keep a file as proposed evidence; None when the task has that very file already and nobody refused it."""
    if len(got.words) > LONGEST_WORDS:
        raise NotNowError(f"Tên minh chứng dài {len(got.words)} ký tự; cần không quá {LONGEST_WORDS}. Hãy rút gọn.")
    shown = evidence.of_task(db, at.task.id)
    if any(one.url == got.address and one.accepted is not False for one in shown):
        return None
    waiting = [one for one in shown if one.person_id == at.person.id and one.accepted is None]
    if len(waiting) >= MOST_WAITING:
        raise NotNowError(
            f"Đã có {len(waiting)} minh chứng chờ xác nhận. Hãy đợi người quản lý kế hoạch hoặc Tổ giám sát xem."
        )
    if evidence_files.bytes_of_school(db, at.person.school_id) + got.size > room.quota:
        raise WrongFileError(
            f"Tệp minh chứng của trường đã gần đủ {size_words(room.quota)} nên không nhận thêm tệp này. "
            f"Hãy báo người quản lý kế hoạch. {BY_LINK}"
        )
    told = f"{got.name} ({size_words(got.size)}, SHA-256 {got.sha256[:12]}…)"
    proposed = Evidence(0, now, at.person.id, at.task.id, got.address, got.words or got.name, VIA)
    kept = evidence.propose(db, proposed, at.actor(now, told))
    file = EvidenceFile(kept.id, got.sha256, got.name, got.kind.suffixes[0], got.size)
    evidence_files.keep(db, file)
    return file


def _settle(got: Received, place: Path) -> None:
    with _disk_told():
        place.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        if place.exists() and place.stat().st_size == got.size:
            return
        got.draft.replace(place)
        listing = os.open(place.parent, os.O_RDONLY)
        try:
            os.fsync(listing)
        finally:
            os.close(listing)


def _sweep(drafts: Path, now: datetime) -> None:
    """Take away what a crash left half received; what belongs to evidence never lies here."""
    for left in drafts.iterdir():
        with suppress(FileNotFoundError):
            if now.timestamp() - left.stat().st_mtime > ABANDONED.total_seconds():
                left.unlink()


@contextmanager
def _disk_told() -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise WrongFileError(
            f"Máy chủ chưa lưu được tệp: ổ đĩa đầy hoặc không có quyền ghi. Hãy báo người cài đặt. {BY_LINK}"
        ) from error
