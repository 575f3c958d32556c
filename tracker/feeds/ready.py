"""A feed ready to be sent, and whether a client already has it (RFC 9110, sections 8.8, 12.5.3 and 13)."""

from __future__ import annotations

import gzip
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import format_datetime, parsedate_to_datetime

from tracker.store.feeds import FeedBytes


@dataclass(frozen=True, slots=True)
class Copy:
    """The bytes in one coding, with the strong ETag of that coding."""

    body: bytes
    etag: str
    coding: str | None = None


@dataclass(frozen=True, slots=True)
class Ready:
    """A feed ready to be sent; `made_for` says for which revision, day and variant.

    `last_modified` is a whole second, and later than any in which other bytes were handed out: it may lie less than a
    second ahead, and counts for nobody until it has come.
    """

    made_for: tuple[int, date, str]
    plain: Copy
    zipped: Copy
    last_modified: datetime

    def copy_for(self, headers: Mapping[str, str]) -> Copy:
        """Return the coding a client asked for; without a word about gzip it is none.

        Outlook asks for gzip and then fails to subscribe (markuspoerschke/iCal, issue 541), so it gets none.
        """
        agent = headers.get("user-agent", "").lower()
        refused = "outlook" in agent or "microsoft office" in agent
        return self.zipped if not refused and _takes_gzip(headers.get("accept-encoding", "")) else self.plain

    def http_date(self, now: datetime) -> str:
        """Return since when the bytes are what they are, as HTTP says it; nothing was changed in the future."""
        return format_datetime(min(self.last_modified, whole_second(now)), usegmt=True)

    def known_to(self, headers: Mapping[str, str], copy: Copy, now: datetime) -> bool:
        """Whether a client has this copy already; If-Modified-Since counts only without If-None-Match."""
        tags = headers.get("if-none-match")
        if tags is not None:
            known = {tag.strip().removeprefix("W/") for tag in tags.split(",")}
            return "*" in known or copy.etag in known
        since = _moment(headers.get("if-modified-since"))
        return since is not None and self.last_modified <= min(since, now)


def ready_of(made: FeedBytes) -> Ready:
    """Return made bytes in both codings."""
    zipped = gzip.compress(made.body, 6, mtime=0)
    return Ready(
        made_for=(made.revision, made.day, made.variant),
        plain=Copy(made.body, f'"{made.etag}"'),
        zipped=Copy(zipped, f'"{hashlib.sha256(zipped).hexdigest()}"', "gzip"),
        last_modified=whole_second(made.last_modified),
    )


def whole_second(moment: datetime) -> datetime:
    """Return the second an instant lies in: HTTP knows no finer time."""
    return moment.astimezone(UTC).replace(microsecond=0)


def _takes_gzip(accepted: str) -> bool:
    for coding in accepted.lower().split(","):
        name, _, weight = coding.partition(";")
        if name.strip() in {"gzip", "x-gzip"}:
            return weight.replace(" ", "") not in {"q=0", "q=0.0", "q=0.00", "q=0.000"}
    return False


def _moment(text: str | None) -> datetime | None:
    """Return an HTTP date as an instant; what is no date is as if it had not been said."""
    try:
        moment = parsedate_to_datetime(text or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
