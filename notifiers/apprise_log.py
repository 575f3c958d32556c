"""What Apprise says while it sends: read for the outcome, and masked before anyone else reads it.

Apprise reports a failure as a mere no; whether a connection came about at all stands only in its DEBUG lines, next
to tokens in clear. So its logger is opened to DEBUG, a filter keeps those lines and masks them, and lines below the
level the school has chosen go no further.
"""

from __future__ import annotations

import logging
import re
from collections import deque
from contextvars import ContextVar
from urllib.parse import unquote

from notifiers.secret import SHORTEST, RedactingFilter, hide

LOGGER = "apprise"
BELOW = ("urllib3.connectionpool", "urllib3.util.retry", "requests")
"""Loggers of the libraries under Apprise that print addresses at DEBUG."""
LINES_KEPT = 200
_listening: ContextVar[Witness | None] = ContextVar("_listening", default=None)
"""The witness of the send a thread works for; Apprise copies it into its workers, late ones included."""


class Witness(RedactingFilter):
    """The filter on Apprise's logger; `lines` holds the last masked lines as (level, text)."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: deque[tuple[int, str]] = deque(maxlen=LINES_KEPT)
        self._chosen = logging.NOTSET

    def filter(self, record: logging.LogRecord) -> bool:
        """Mask and keep the record; let it pass when the chosen level shows it."""
        super().filter(record)
        if _listening.get() is self:
            self.lines.append((record.levelno, str(record.msg)))
        return record.levelno >= (self._chosen or logging.getLogger().getEffectiveLevel())

    def attach(self) -> None:
        """Sit on Apprise's logger and open it to DEBUG."""
        logger = logging.getLogger(LOGGER)
        self._chosen = logger.level
        _listening.set(self)
        logger.addFilter(self)
        logger.setLevel(logging.DEBUG)

    def detach(self) -> None:
        """Leave the logger as it was found."""
        logger = logging.getLogger(LOGGER)
        logger.removeFilter(self)
        _listening.set(None)
        logger.setLevel(self._chosen)

    def hide(self, url: str) -> None:
        """Mask every piece of an address from now on, here and in the libraries below."""
        pieces = secret_pieces(url)
        self.redact.add(pieces)
        hide(pieces, (LOGGER, *BELOW))

    @property
    def complaint(self) -> str:
        """The last warning or error, masked, at most 200 characters."""
        said = [text for level, text in self.lines if level >= logging.WARNING]
        return " ".join(said[-1].split())[:200] if said else ""

    @property
    def debug(self) -> str:
        """Everything said, masked."""
        return "\n".join(text for _, text in self.lines)


def secret_pieces(url: str) -> tuple[str, ...]:
    """Return the pieces of an address that may be a token, as written and decoded, and their joins."""
    rest = url.partition("://")[2]
    whole = re.split(r"[/?#]", rest, maxsplit=1)[0]
    pieces = {*re.split(r"[/@:?&=#]+", rest), *re.split(r"[/?&#]+", rest), whole, *whole.split("@")}
    return tuple(sorted(p for piece in pieces for p in {piece, unquote(piece)} if len(p) >= SHORTEST))
