"""Photos and scans as pictures (.png, .jpg, .tif, .heic…): each frame is a page, recognised by Tesseract."""

from __future__ import annotations

import io
from typing import Any

from schedules.plan import Document
from schedules.reading import limits
from schedules.reading.kind import Kind, kind_of
from schedules.reading.lacking import lacking
from schedules.reading.pages import blocks_of
from schedules.reading.recognised import doubts, recognised
from schedules.reading.unreadable import Unreadable

NAME = "image"
EXPECTED = "ảnh chụp rõ một trang giấy"
SMALLEST_SIDE = 200
HEIC = (b"heic", b"heix", b"mif1", b"hevc", b"heim", b"msf1")


def claims(data: bytes, name: str) -> bool:
    """Whether the bytes are a picture, or something broken named so."""
    return kind_of(data, name) is Kind.IMAGE


def read(data: bytes, source: str) -> Document:
    """Return the blocks recognised in a picture; raise Unreadable when it is too small, too large or damaged."""
    try:
        from PIL import Image, ImageOps, UnidentifiedImageError
    except ImportError as error:
        raise lacking(source, "pillow", "ocr") from error
    if data[4:8] == b"ftyp" and data[8:12] in HEIC:
        _know_heic(source)
    # Sizes are checked here, in words of our own, before a single pixel is unpacked.
    Image.MAX_IMAGE_PIXELS = None
    try:
        picture = Image.open(io.BytesIO(data))
        frames = getattr(picture, "n_frames", 1)
        _check(picture, frames, source)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise Unreadable(source, "ảnh bị hỏng hoặc bị cắt ngang", EXPECTED, "Hãy chụp hoặc quét lại") from error

    def grey(number: int) -> Any:
        from schedules.reading.scanned import grey_of

        # Each page opens the file anew: pages are read side by side.
        with Image.open(io.BytesIO(data)) as one:
            one.seek(number - 1)
            _check(one, 1, source)
            try:
                # A JPEG tells its light apart from its colour: only that is unpacked.
                one.draft("L", None)
                ImageOps.exif_transpose(one, in_place=True)
                return grey_of(one)
            except (OSError, SyntaxError, ValueError) as error:
                raise Unreadable(source, "ảnh bị cắt ngang", EXPECTED, "Hãy chụp hoặc quét lại") from error

    numbers = range(1, frames + 1)
    pages, findings = recognised(numbers, grey, source)
    blocks = blocks_of([pages[at] for at in numbers if at in pages])
    return Document(source, NAME, blocks, (*findings, *doubts(blocks, sorted(pages))))


def _check(picture: Any, frames: int, source: str) -> None:
    width, height = picture.size
    if min(width, height) < SMALLEST_SIDE:
        raise Unreadable(source, f"ảnh quá nhỏ ({width}×{height} điểm)", EXPECTED, "Hãy chụp lại gần và rõ hơn")
    if width * height > limits.MOST_PIXELS:
        found = f"ảnh quá lớn ({width}×{height} điểm)"
        raise Unreadable(source, found, EXPECTED, "Hãy quét lại ở 200 hoặc 300 dpi")
    if frames > limits.MOST_PAGES:
        found = f"ảnh có {frames} trang, giới hạn là {limits.MOST_PAGES}"
        raise Unreadable(source, found, EXPECTED, "Hãy tách riêng phần kế hoạch rồi nhập lại")


def _know_heic(source: str) -> None:
    try:
        from pillow_heif import register_heif_opener
    except ImportError as error:
        raise lacking(source, "pillow-heif", "ocr") from error
    register_heif_opener()
