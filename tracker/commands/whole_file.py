"""A file written whole or not at all."""

from __future__ import annotations

import secrets
from contextlib import suppress
from pathlib import Path

from tracker.commands.os_words import os_words
from tracker.refusal import Refusal


class NotWrittenError(Refusal):
    """The file could not be written; the message says where and why."""


def write_whole(output: Path, body: bytes) -> None:
    """Write the bytes under a name of their own, then put them in place; what stood there stays until then."""
    draft = output.with_name(f".{output.name}.{secrets.token_hex(4)}")
    try:
        draft.write_bytes(body)
        draft.replace(output)
    except OSError as error:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise NotWrittenError(
            f"{output}: không ghi được tệp ({os_words(error)}). Hãy chọn chỗ khác bằng -o."
        ) from error
