"""Edge: a plan as PDF, OpenDocument, old Word or RTF, made from its Word file by LibreOffice where it is installed."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from functools import lru_cache
from pathlib import Path

from tests.gold.as_office import word
from tests.gold.source import Source

LIMIT = 120
"""Seconds one conversion may take."""


def available() -> bool:
    """Whether LibreOffice is installed."""
    return shutil.which("soffice") is not None


@lru_cache(maxsize=256)
def converted(source: Source, suffix: str) -> bytes:
    """Return the plan in another office format; raise when LibreOffice fails or takes too long."""
    return to_format(word(source), suffix)


def to_format(document: bytes, suffix: str) -> bytes:
    """Return a Word document in another office format."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = folder / "plan.docx"
        made.write_bytes(document)
        profile = f"-env:UserInstallation=file://{folder}/profile"
        command = ["soffice", profile, "--headless", "--convert-to", suffix.lstrip("."), "--outdir", name, str(made)]
        subprocess.run(command, check=True, capture_output=True, timeout=LIMIT)
        return made.with_suffix(suffix).read_bytes()
