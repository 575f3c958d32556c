"""Pictures are kept without where they were taken: the picture bit by bit, upright, with when it was taken."""

from __future__ import annotations

import io
import os
import random
import struct
import zlib
from pathlib import Path

import pillow_heif
import pytest
from PIL import Image

from tests.fakes.answering import Answering
from tests.fakes.evidence import kept, on_disk, said_done, sends
from tracker.answers import exif
from tracker.answers.bare_pictures import blank
from tracker.answers.evidence_kinds import HEIC, JPEG, PDF, PNG, WEBP, Kind
from tracker.answers.odd_picture import OddPictureError

pillow_heif.register_heif_opener()

KINDS = {"JPEG": JPEG, "PNG": PNG, "WEBP": WEBP, "HEIF": HEIC}
TAKEN, MAKER, PLACE = "2026:11:20 07:15:00", "Samsung SM-A155F", b"21.0227N"
ORIENTATION, MAKE, DETAILS, GPS, TAKEN_AT = 0x0112, 0x010F, 0x8769, 0x8825, 0x9003
SIZE = (120, 80)


def told(turned: int = 6) -> Image.Exif:
    """What a phone tells: how it was held, its make, when and where the picture was taken."""
    made = Image.Exif()
    made[ORIENTATION], made[MAKE] = turned, MAKER
    made.get_ifd(DETAILS)[TAKEN_AT] = TAKEN
    made.get_ifd(GPS).update({1: "N", 2: (21.0, 1.0, 21.7), 3: "E", 4: (105.0, 50.0, 3.0)})
    return made


def picture(form: str, **more: object) -> bytes:
    out = io.BytesIO()
    Image.frombytes("RGB", SIZE, random.Random(7).randbytes(SIZE[0] * SIZE[1] * 3)).save(
        out, form, exif=told().tobytes(), **more
    )
    return out.getvalue()


def blanked(content: bytes, kind: Kind, folder: Path) -> bytes:
    path = folder / "anh"
    path.write_bytes(content)
    number = os.open(path, os.O_RDWR)
    try:
        os.truncate(number, blank(number, kind))
    finally:
        os.close(number)
    return path.read_bytes()


def drawn(content: bytes) -> tuple[str, bytes]:
    with Image.open(io.BytesIO(content)) as found:
        return str(found.size), found.convert("RGB").tobytes()


@pytest.mark.parametrize("form", KINDS)
def test_place_and_maker_go_and_the_picture_stays_bit_by_bit(form: str, tmp_path: Path) -> None:
    sent = picture(form)
    out = blanked(sent, KINDS[form], tmp_path)
    assert drawn(out) == drawn(sent)
    assert MAKER.encode() in sent
    assert MAKER.encode() not in out
    with Image.open(io.BytesIO(out)) as found:
        left = found.getexif()
        assert left.get_ifd(DETAILS) == {TAKEN_AT: TAKEN}
        assert (dict(left.get_ifd(GPS)), MAKE in left) == ({}, False)
        # a HEIC picture is turned by a property of its own, which the reader has followed already
        assert left[ORIENTATION] == (1 if form == "HEIF" else 6)


@pytest.mark.parametrize("form", KINDS)
def test_what_was_made_bare_is_not_changed_again(form: str, tmp_path: Path) -> None:
    once = blanked(picture(form), KINDS[form], tmp_path)
    assert blanked(once, KINDS[form], tmp_path) == once


def chunk(name: bytes, told_in_it: bytes) -> bytes:
    return struct.pack(">I", len(told_in_it)) + name + told_in_it + struct.pack(">I", zlib.crc32(name + told_in_it))


def with_more(form: str) -> bytes:
    """A picture that tells its place in every other way its format knows."""
    if form == "JPEG":
        sent = picture(form, comment=b"chup tai " + PLACE, xmp=b"<x:xmpmeta>" + PLACE, progressive=True)
        return sent[:2] + b"\xff\xed\x00\x1dPhotoshop 3.0\x00" + PLACE.ljust(13) + sent[2:]
    if form == "PNG":
        sent = picture(form)
        texts = chunk(b"tEXt", b"XML:com.adobe.xmp\0" + PLACE) + chunk(b"prVt", PLACE)
        return sent[:33] + texts + sent[33:]
    if form == "WEBP":
        return picture(form, xmp=b"<x:xmpmeta>" + PLACE)
    sent = picture(form, xmp=b"<x:xmpmeta>" + PLACE)
    return sent + struct.pack(">I4s", 16, b"mpvd") + PLACE


@pytest.mark.parametrize("form", KINDS)
def test_notes_and_what_makers_add_go_too(form: str, tmp_path: Path) -> None:
    sent = with_more(form)
    assert PLACE in sent
    out = blanked(sent, KINDS[form], tmp_path)
    assert PLACE not in out
    assert drawn(out) == drawn(sent)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_what_hangs_behind_a_picture_is_cut_off(form: str, tmp_path: Path) -> None:
    sent = picture(form)
    assert len(blanked(sent + b"ftypmp42 " + PLACE, KINDS[form], tmp_path)) == len(sent)


def test_the_colours_of_a_picture_stay(tmp_path: Path) -> None:
    profile = b"\0" * 128 + b"acsp"
    sent = picture("JPEG", icc_profile=profile)
    with Image.open(io.BytesIO(blanked(sent, JPEG, tmp_path))) as found:
        assert found.info["icc_profile"] == profile


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\xff\xd8\xff\xe1\xff\xffExif", JPEG),
        (b"\x89PNG\r\n\x1a\n\x00\x00\xff\xffeXIf", PNG),
        (b"RIFF\xff\xff\x00\x00WEBP", WEBP),
        (b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00xxxxxxxxxxxx", HEIC),
        (picture("PNG")[:-20], PNG),
        (b"\xff\xd8" + b"\xff\x01" * 200_000, JPEG),
    ],
)
def test_a_picture_that_cannot_be_followed_is_odd(content: bytes, kind: Kind, tmp_path: Path) -> None:
    with pytest.raises(OddPictureError):
        blanked(content, kind, tmp_path)


def test_a_photo_cut_off_by_a_bad_line_is_taken_as_far_as_it_goes(tmp_path: Path) -> None:
    sent = picture("JPEG")
    out = blanked(sent[:-500], JPEG, tmp_path)
    assert len(out) == len(sent) - 500
    assert MAKER.encode() not in out


def test_what_is_no_picture_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "k.pdf"
    path.write_bytes(b"%PDF-1.4")
    with path.open("r+b") as opened:
        assert blank(opened.fileno(), PDF) is None


@pytest.mark.parametrize("room", [0, 10, 26, 75, 76, 400])
def test_what_may_stay_takes_no_more_room_than_there_is(room: int) -> None:
    found = exif.bare(told().tobytes().removeprefix(b"Exif\0\0"), room)
    assert len(found) == room
    assert (TAKEN.encode() in found) is (room >= 76)
    assert found.startswith(b"MM\0*") is (room >= 26)


@pytest.mark.parametrize("tiff", [b"", b"II*\0", b"II*\0\xff\xff\xff\xff", b"MM\0*\0\0\0\x08\xff\xff", b"\0" * 30])
def test_a_broken_exif_says_nothing(tiff: bytes) -> None:
    assert exif.bare(tiff, 40) == bytes(40)


def test_a_photo_sent_as_evidence_is_kept_bare_and_the_page_says_so(tmp_path: Path) -> None:
    lan = Answering(tmp_path / "data")
    done = said_done(lan)
    assert "nơi chụp (định vị) và thông tin máy được bỏ" in lan.get(done).text
    assert sends(lan, done, picture("JPEG")).status_code == 303
    (file,) = on_disk(lan)
    assert MAKER.encode() not in file.read_bytes()
    assert kept(lan)[0].url == f"sha256:{file.stem}"


def test_a_picture_nobody_can_follow_is_told_beside_its_field_and_not_kept(tmp_path: Path) -> None:
    lan = Answering(tmp_path / "data")
    done = said_done(lan)
    answer = sends(lan, done, b"\x89PNG\r\n\x1a\n" + b"\xff" * 40, "IMG_2.png")
    assert answer.status_code == 422
    assert "chưa bỏ được nơi chụp ghi trong ảnh" in answer.text
    assert (on_disk(lan), kept(lan)) == ([], ())
