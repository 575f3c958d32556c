"""Edge: Tesseract as a library inside this process: its model is loaded once a thread, not once a picture.

The same words as the program gives, without the tenth of a second a start takes. Signatures: capi.h of Tesseract 5.
"""

from __future__ import annotations

import ctypes
import os
import threading
import weakref
from collections.abc import Mapping
from functools import cache
from typing import Any

NAMES = ("libtesseract.so.5", "libtesseract.5.dylib")
POINTER, TEXT, NUMBER = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int
SIGNATURES: dict[str, tuple[Any, tuple[Any, ...]]] = {
    "TessBaseAPICreate": (POINTER, ()),
    "TessBaseAPIDelete": (None, (POINTER,)),
    "TessBaseAPIInit3": (NUMBER, (POINTER, TEXT, TEXT)),
    "TessBaseAPISetVariable": (NUMBER, (POINTER, TEXT, TEXT)),
    "TessBaseAPISetPageSegMode": (None, (POINTER, NUMBER)),
    "TessBaseAPISetImage": (None, (POINTER, POINTER, NUMBER, NUMBER, NUMBER, NUMBER)),
    "TessBaseAPIRecognize": (NUMBER, (POINTER, POINTER)),
    "TessBaseAPIGetTsvText": (POINTER, (POINTER, NUMBER)),
    "TessBaseAPIClear": (None, (POINTER,)),
    "TessDeleteText": (None, (POINTER,)),
    "TessMonitorCreate": (POINTER, ()),
    "TessMonitorDelete": (None, (POINTER,)),
    "TessMonitorSetDeadlineMSecs": (None, (POINTER, NUMBER)),
}


class Engine:
    """One loaded model; used by one thread at a time."""

    def __init__(self, library: Any, handle: int) -> None:
        self._library = library
        self._handle = handle
        weakref.finalize(self, library.TessBaseAPIDelete, handle)

    def tsv(self, picture: Any, way: int, options: Mapping[str, str], seconds: float) -> str:
        """Return the words of a grey picture (a numpy array) as TSV without its head; raise TimeoutError."""
        import numpy as np

        library, handle = self._library, self._handle
        pixels = np.ascontiguousarray(picture)
        height, width = pixels.shape
        library.TessBaseAPISetPageSegMode(handle, way)
        for name, value in options.items():
            library.TessBaseAPISetVariable(handle, name.encode(), value.encode())
        library.TessBaseAPISetImage(handle, pixels.ctypes.data, width, height, 1, width)
        try:
            if not self._recognised(seconds):
                raise TimeoutError
            return self._text()
        finally:
            library.TessBaseAPIClear(handle)

    def _recognised(self, seconds: float) -> bool:
        monitor = self._library.TessMonitorCreate()
        try:
            self._library.TessMonitorSetDeadlineMSecs(monitor, int(seconds * 1000))
            return not self._library.TessBaseAPIRecognize(self._handle, monitor)
        finally:
            self._library.TessMonitorDelete(monitor)

    def _text(self) -> str:
        address = self._library.TessBaseAPIGetTsvText(self._handle, 0)
        if not address:
            return ""
        try:
            return ctypes.string_at(address).decode("utf-8", "replace")
        finally:
            self._library.TessDeleteText(address)


_OWN = threading.local()


def engine(language: str) -> Engine | None:
    """Return this thread's engine for a language; None where the library or its data is not to be had."""
    if not hasattr(_OWN, language):
        setattr(_OWN, language, _loaded(language))
    found: Engine | None = getattr(_OWN, language)
    return found


def _loaded(language: str) -> Engine | None:
    library = _library()
    if library is None:
        return None
    handle = library.TessBaseAPICreate()
    library.TessBaseAPISetVariable(handle, b"debug_file", os.devnull.encode())
    if library.TessBaseAPIInit3(handle, None, language.encode()):
        library.TessBaseAPIDelete(handle)
        return None
    return Engine(library, handle)


@cache
def _library() -> Any:
    # One thread a picture: two side by side are faster than one on two cores. Read once, when the library loads.
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    for name in NAMES:
        try:
            library = ctypes.CDLL(name)
            for function, (answer, given) in SIGNATURES.items():
                getattr(library, function).restype = answer
                getattr(library, function).argtypes = given
        except (OSError, AttributeError):
            continue
        return library
    return None
