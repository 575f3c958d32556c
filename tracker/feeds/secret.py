"""Secrets of feed links: derived from one key file, so that they can be shown again but are nowhere stored."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
import secrets
from pathlib import Path

from tracker.store.database import StoreTroubleError
from tracker.store.feeds import FeedKind, StoredFeed

KEY_FILE = "secret.key"
KEY_BYTES = 32
SECRET_BYTES = 24
"""192 bits: 32 signs in an address, far under the 256 at which Google stops reading one."""


def master_key(folder: Path) -> bytes:
    """Return the key of a data folder, made once and readable by its owner alone.

    Raises StoreTroubleError with a sentence when the file cannot be read, made, or is not a key.
    """
    path = folder / KEY_FILE
    try:
        if not path.exists():
            _make(path)
        key = path.read_bytes()
    except OSError as error:
        raise StoreTroubleError(f"{path}: không đọc hoặc tạo được khóa của các liên kết lịch ({error}).") from error
    if len(key) != KEY_BYTES:
        raise StoreTroubleError(
            f"{path}: khóa dài {len(key)} byte, cần {KEY_BYTES}. Hãy khôi phục tệp này từ bản sao lưu; "
            "nếu không còn, hãy xóa nó rồi tạo lại từng liên kết lịch."
        )
    return key


def _make(path: Path) -> None:
    """Write the key whole or not at all, and never over one that another process made meanwhile.

    A disk without hard links cannot promise the latter: of two that start there first at the same instant, one wins.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(secrets.token_bytes(KEY_BYTES))
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(draft, path)
    except FileExistsError:
        pass  # another process was first: its key is the one all use
    except OSError:  # a disk without hard links
        draft.rename(path)
    finally:
        draft.unlink(missing_ok=True)


def secret_of(key: bytes, feed: StoredFeed) -> str:
    """Return the secret part of a feed's address; its time of making keeps a new database from reviving old links."""
    subject = feed.subject
    parts = (subject.kind, subject.school_id, subject.person_id or 0, feed.generation, feed.created_at.isoformat())
    digest = hmac.digest(key, "\x1f".join(["feed", *map(str, parts)]).encode(), "sha256")
    return base64.urlsafe_b64encode(digest[:SECRET_BYTES]).decode()


def hash_of(secret: str) -> str:
    """Return what the database keeps of a secret; looking up by it leaks nothing through time."""
    return hashlib.sha256(secret.encode()).hexdigest()


def stored_hash(key: bytes, feed: StoredFeed) -> str:
    """Return what stands in the database for a feed; a public one has no secret that could be asked for."""
    if feed.subject.kind is FeedKind.PUBLIC:
        return f"public:{feed.subject.school_id}:{feed.generation}"
    return hash_of(secret_of(key, feed))
