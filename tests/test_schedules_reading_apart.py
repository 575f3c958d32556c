"""Untrusted files are read in a process with limits; whatever happens there becomes a sentence here."""

from __future__ import annotations

import io
import json
import os
import select
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.plan import Block, Cell, Document, Finding, Place, Severity
from schedules.reading import Progress, Unreadable, Watch, apart, read_bytes
from schedules.reading.apart import Limits, read_all_apart, read_apart
from schedules.reading.wire import WireError, from_wire, to_wire

FILES = Path(__file__).resolve().parent / "examples" / "files"
DOCUMENT = Document(
    "k.docx",
    "docx",
    (
        Block("Kế hoạch\ud7ff", Place(paragraph=1), heading=True, label="1."),
        Block("a\tb", Place(page=2, table=1, row=1), (Cell("a", Place(column=1)), Cell("a", Place(), Place(), 0.5))),
    ),
    (Finding("doc-x", Severity.CHOICE, "Xem lại", ("a",), "", (Place(line=3),)),),
)


def word_file():
    return (FILES / "ke-hoach-thang.docx").read_bytes()


def test_a_document_read_apart_is_the_same():
    assert read_apart(word_file(), "k.docx") == read_bytes(word_file(), "k.docx")


def test_a_refusal_comes_back_with_its_parts():
    with pytest.raises(Unreadable) as caught:
        read_apart(b"PK\x03\x04 cut off", "k.docx")
    assert caught.value.where == "k.docx"
    assert "hỏng" in caught.value.found
    assert "Hãy" in caught.value.advice


def test_text_needs_no_process(monkeypatch):
    monkeypatch.setattr(apart, "_outcomes", None)
    assert read_apart("Kế hoạch".encode(), "k.txt").text == "Kế hoạch"


@pytest.mark.parametrize("read", [apart.read_apart, apart.read_all_apart])
def test_much_text_is_read_apart_like_any_other_file(monkeypatch, read):
    asked = []
    monkeypatch.setattr(apart, "_outcomes", lambda data, *_, **__: asked.append(len(data)) or (None,))
    read(b"x\n" * apart.LITTLE_TEXT, "k.txt")
    assert asked == [2 * apart.LITTLE_TEXT]


def ends(pid):
    """Return whether a process ends, waiting for the system to carry out a signal it was sent."""
    try:
        watched = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([watched], [], [], 10)[0])
    finally:
        os.close(watched)


def test_a_reading_that_takes_too_long_is_ended_with_its_children(monkeypatch, tmp_path):
    busy = "import subprocess, sys; one = subprocess.Popen([sys.executable, '-c', 'input()'], stdin=-1); "
    busy += f"open({str(tmp_path / 'pid')!r}, 'w').write(str(one.pid)); one.wait()"
    monkeypatch.setattr(apart, "BOOT", busy)
    with pytest.raises(Unreadable, match="quá lâu"):
        read_apart(word_file(), "k.docx", Limits(silence=1))
    assert ends(int((tmp_path / "pid").read_text()))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="memory is limited on Unix only")
def test_a_reading_that_takes_too_much_memory_is_ended():
    long = b"{\\rtf1 " + b"Ke hoach nam hoc\\par " * 300_000 + b"}"
    with pytest.raises(Unreadable, match=r"nhiều bộ nhớ|dừng đột ngột"):
        read_apart(long, "k.rtf", Limits(memory=100 * 1024 * 1024))


def test_people_can_stop_a_reading():
    with pytest.raises(Unreadable, match="dừng theo yêu cầu"):
        read_apart(word_file(), "k.docx", watch=Watch(cancelled=lambda: True))


def test_the_child_sees_no_secrets(monkeypatch):
    monkeypatch.setenv("TRACKER_SECRET", "bí mật")
    seen = {}
    real = apart.subprocess.Popen

    def keeping(command, **more):
        seen.update(more["env"])
        return real(command, **more)

    monkeypatch.setattr(apart.subprocess, "Popen", keeping)
    read_apart(word_file(), "k.docx")
    assert seen
    assert "TRACKER_SECRET" not in seen


def test_a_child_that_talks_nonsense_is_refused(monkeypatch):
    monkeypatch.setattr(apart, "BOOT", "print('[1, 2]')")
    with pytest.raises(Unreadable, match="dừng đột ngột"):
        read_apart(word_file(), "k.docx")


def test_a_child_that_crashes_is_refused(monkeypatch):
    monkeypatch.setattr(apart, "BOOT", "import os; os.abort()")
    with pytest.raises(Unreadable, match="dừng đột ngột"):
        read_apart(word_file(), "k.docx")


def test_pages_are_told_as_they_are_done(monkeypatch):
    told = []
    monkeypatch.setattr(apart, "BOOT", "print('1 2'); print('2 2'); print('x y'); print('[]')")
    with pytest.raises(Unreadable):
        read_apart(word_file(), "k.docx", watch=Watch(on_page=told.append))
    assert [(one.done, one.total) for one in told] == [(1, 2), (2, 2)]
    assert all(isinstance(one, Progress) for one in told)


def test_a_file_over_the_limit_is_refused_before_a_process_starts(monkeypatch):
    monkeypatch.setattr(apart, "LARGEST_FILE", 10)
    monkeypatch.setattr("schedules.reading.limits.LARGEST_FILE", 10)
    monkeypatch.setattr(apart.subprocess, "Popen", None)
    with pytest.raises(Unreadable, match="nặng"):
        read_apart(word_file(), "k.docx")


def test_every_file_of_a_zip_comes_back():
    import zipfile

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("a.docx", word_file())
        package.writestr("b.bin", b"\x00\x01")
    one, other = read_all_apart(out.getvalue(), "k.zip")
    assert isinstance(one, Document)
    assert isinstance(other, Unreadable)


def test_a_word_file_with_macros_is_read_and_said_so():
    import zipfile

    out = io.BytesIO()
    docx.Document(io.BytesIO(word_file())).save(out)
    with zipfile.ZipFile(out, "a") as package:
        package.writestr("word/vbaProject.bin", b"macro")
    document = read_apart(out.getvalue(), "k.docm")
    assert "không bao giờ chạy macro" in document.findings[0].message


def test_records_survive_the_pipe():
    error = Unreadable("k.pdf", "hỏng", "nguyên", "Hãy xem lại")
    document, refusal = from_wire(to_wire([DOCUMENT, error]))
    assert document == DOCUMENT
    assert str(refusal) == str(error)


@pytest.mark.parametrize(
    "change",
    [
        lambda one: one[:3],
        lambda one: [*one, 1],
        lambda one: [5, *one[1:]],
        lambda one: [*one[:2], [["a", [None] * 5, [], False, ""]], []],
        lambda one: [*one[:2], [["a", [-1] + [None] * 5, [], False, ""]], []],
        lambda one: [*one[:2], [["a", [None] * 6, [["a", [None] * 6, None, 7]], False, ""]], []],
        lambda one: [*one[:3], [["r", "loud", "m", [], "", []]]],
        lambda one: {"where": 1},
        lambda one: None,
    ],
)
def test_anything_else_over_the_pipe_is_refused(change):
    good = json.loads(to_wire([DOCUMENT]))[0]
    with pytest.raises(WireError):
        from_wire(json.dumps([change(good)]))


@given(st.binary(max_size=200))
def test_noise_over_the_pipe_is_refused(noise):
    try:
        outcomes = from_wire(noise)
    except WireError:
        return
    assert outcomes == ()
