"""Keeps the secrets of feed addresses, and of the pages that explain them, out of server logs."""

from __future__ import annotations

import logging
import re

_SECRET = re.compile(r"(/feeds/)[^/.?\s\"]+|(/lich/|/tra-loi/|/ngung-nhan/|/viec-cua-ban/)[\w-]{24,}")


def masked(text: str) -> str:
    """Return a text with the secret of every feed address replaced by dots."""
    return _SECRET.sub(lambda found: f"{found[1] or found[2]}•••", text)


class FeedSecretFilter(logging.Filter):
    """Masks feed addresses in a record's message and in its arguments, which some formatters read one by one."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record in place and let it pass."""
        record.msg = masked(str(record.msg))
        if isinstance(record.args, tuple):
            record.args = tuple(masked(part) if isinstance(part, str) else part for part in record.args)
        return True


def mask_logs(*logger_names: str) -> None:
    """Make each named logger hide feed secrets from now on."""
    for name in logger_names:
        logger = logging.getLogger(name)
        if not any(isinstance(one, FeedSecretFilter) for one in logger.filters):
            logger.addFilter(FeedSecretFilter())
