"""Photos, papers and other files as phones send them, and what of them is kept."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import docx
import openpyxl
from PIL import Image

from tests.fakes.answering import Answering
from tracker.answers.evidence_files import FOLDER
from tracker.answers.token import Action
from tracker.store import evidence
from tracker.store.database import open_database
from tracker.store.evidence import Evidence


def picture(kind: str = "JPEG", size: int = 8) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (size, size), (200, 30, 30)).save(out, kind)
    return out.getvalue()


def word() -> bytes:
    out = io.BytesIO()
    document = docx.Document()
    document.add_paragraph("Biên bản")
    document.save(out)
    return out.getvalue()


def sheet() -> bytes:
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


def other_zip() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        made.writestr("AndroidManifest.xml", "x")
    return out.getvalue()


JPEG, PDF = picture(), b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\n%%EOF\n"
OFFICE = "application/vnd.openxmlformats-officedocument."
HEIC = b"\x00\x00\x00\x10ftypheic\x00\x00\x00\x00" + b"\x00\x00\x00\x30mdat" + b"x" * 40


def sends(lan: Answering, path: str, content: bytes, name: str = "IMG_1.jpg", **fields: str):
    return lan.client.post(f"{path}/minh-chung", data=fields, files={"file": (name, content)})


def kept(lan: Answering) -> tuple[Evidence, ...]:
    with open_database(lan.folder) as db:
        return evidence.of_task(db, lan.task().id)


def on_disk(lan: Answering) -> list[Path]:
    return [one for one in (lan.folder / FOLDER).rglob("*") if one.is_file()]


def said_done(lan: Answering) -> str:
    """Return the path of the link by which Cô Lan said that her work is done."""
    path = lan.path(Action.DONE)
    lan.client.post(path)
    return path
