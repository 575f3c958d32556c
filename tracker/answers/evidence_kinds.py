"""Pure: what kind of file a piece of evidence is, told by its bytes, never by opening it; and a name fit to show."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from pathlib import PurePosixPath

HEAD_BYTES = 1024
"""A PDF may say what it is anywhere in so many bytes (ISO 32000-1, annex H); all others do at once."""

LONGEST_NAME = 120
LONGEST_SUFFIX = 8
HEIC_BRANDS = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
ZIP = b"PK\x03\x04"


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file that is taken: how it may end, the first ending being its own, its media type, its words.

    `part` is what every such file holds somewhere, for kinds that begin as others do.
    """

    suffixes: tuple[str, ...]
    media: str
    words: str
    part: bytes = b""

    @property
    def is_image(self) -> bool:
        """Whether it is a picture."""
        return self.media.startswith("image/")


JPEG = Kind((".jpg", ".jpeg", ".jfif"), "image/jpeg", "ảnh JPEG")
PNG = Kind((".png",), "image/png", "ảnh PNG")
WEBP = Kind((".webp",), "image/webp", "ảnh WebP")
HEIC = Kind((".heic", ".heif"), "image/heic", "ảnh HEIC")
PDF = Kind((".pdf",), "application/pdf", "PDF")
_OFFICE = "application/vnd.openxmlformats-officedocument."
WORD = Kind((".docx",), f"{_OFFICE}wordprocessingml.document", "Word", b"word/document")
SHEET = Kind((".xlsx",), f"{_OFFICE}spreadsheetml.sheet", "Excel", b"xl/workbook")
KINDS = (JPEG, PNG, WEBP, HEIC, PDF, WORD, SHEET)
SHOWN_BY_BROWSERS = (JPEG, PNG, WEBP)
TAKEN = "ảnh, PDF, Word (.docx), Excel (.xlsx)"
ACCEPT = "image/*,.pdf,.docx,.xlsx"
"""What a phone offers: without “capture” it lets people choose between its camera and what is kept on it."""


class Looker:
    """Looks at a file as it passes by, piece by piece, and keeps only its first bytes."""

    def __init__(self) -> None:
        self._head = b""
        self._end = b""
        self._parts: set[bytes] = set()

    def see(self, piece: bytes) -> None:
        """Look at the next bytes of the file."""
        if len(self._head) < HEAD_BYTES:
            self._head += piece[: HEAD_BYTES - len(self._head)]
        if self._head.startswith(ZIP):
            seen = self._end + piece
            wanted = [kind.part for kind in KINDS if kind.part]
            self._parts |= {part for part in wanted if part in seen}
            self._end = seen[-max(map(len, wanted)) :]

    @property
    def kind(self) -> Kind | None:
        """What the file is by the bytes seen so far, None when it is nothing that is taken."""
        if self._head.startswith(ZIP):
            found = [kind for kind in KINDS if kind.part in self._parts]
            return found[0] if len(found) == 1 else None
        return _by_head(self._head)


def _by_head(head: bytes) -> Kind | None:
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return WEBP
    if head[4:8] == b"ftyp" and head[8:12] in HEIC_BRANDS:
        return HEIC
    return PDF if b"%PDF-" in head else None


def kind_of_suffix(suffix: str) -> Kind | None:
    """Return the kind of file that ends so, None where none that is taken does."""
    return next((kind for kind in KINDS if suffix in kind.suffixes), None)


def trouble(name: str, found: Kind | None) -> str:
    """Return why a file of that name, known by its bytes, is not taken; empty when it is.

    Phones and chats call one kind of picture by the ending of another: pictures may.
    """
    told = PurePosixPath(name).suffix.lower()
    named = kind_of_suffix(told)
    if told and named is None:
        return f"Không nhận tệp {told}; chỉ nhận {TAKEN}."
    if found is None:
        said = f"không phải {named.words} dù tên kết thúc bằng {told}" if named else "không phải loại tệp được nhận"
        return f"“{name}” {said}. Hãy mở thử trên máy rồi lưu lại, hoặc gửi tệp khác; nhận {TAKEN}."
    if named in (None, found) or (named.is_image and found.is_image):
        return ""
    return f"“{name}” tên kết thúc bằng {told} nhưng nội dung là {found.words}. Hãy sửa đuôi tên hoặc gửi tệp khác."


def fit_name(sent: str) -> str:
    """Return the name of a sent file fit to show and to save under: no folders, no signs that hide or turn, short."""
    name = unicodedata.normalize("NFC", sent).replace("\\", "/").rpartition("/")[2]
    kept = "".join(" " if sign.isspace() else sign for sign in name if unicodedata.category(sign)[0] != "C")
    bare = re.sub(r'[<>:"|?*]', "_", " ".join(kept.split())).strip(". ")
    stem, dot, suffix = bare.rpartition(".")
    if not dot or not 0 < len(suffix) < LONGEST_SUFFIX:
        return bare[:LONGEST_NAME].strip() or "tep"
    return f"{stem[: LONGEST_NAME - len(suffix) - 1].strip() or 'tep'}.{suffix}"


def saved_name(name: str, kind: Kind) -> str:
    """Return the name a file is saved under: as it was sent, with the ending of what it is."""
    return name if PurePosixPath(name).suffix.lower() in kind.suffixes else f"{name}{kind.suffixes[0]}"
