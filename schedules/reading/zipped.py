"""ZIP files nobody vouches for: counted before they are opened, and what comes out is counted as it comes."""

from __future__ import annotations

import io
import zipfile
import zlib

CENTRAL_ENTRY = b"PK\x01\x02"
CHUNK = 1 << 16


class BrokenZipError(Exception):
    """The directory or a member of a ZIP cannot be read."""


class TooLargeError(Exception):
    """A member gives more bytes than it may, whatever size it declares."""


def entry_count(data: bytes) -> int:
    """Return how many members a ZIP lists, from its bytes alone: opening a directory of a million costs memory."""
    return data.count(CENTRAL_ENTRY)


def opened(data: bytes) -> zipfile.ZipFile:
    """Return a ZIP opened for reading; raise BrokenZipError when it is none or its directory is damaged."""
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise BrokenZipError(str(error)) from error


def unpacked(package: zipfile.ZipFile, info: zipfile.ZipInfo, most: int) -> bytes:
    """Return a member of at most so many bytes; raise BrokenZipError when damaged, TooLargeError when it gives more."""
    out = bytearray()
    try:
        with package.open(info) as stream:
            while chunk := stream.read(CHUNK):
                out += chunk
                if len(out) > most:
                    raise TooLargeError(info.filename)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError) as error:
        raise BrokenZipError(str(error)) from error
    return bytes(out)
