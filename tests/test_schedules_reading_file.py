"""What reading refuses, and that each refusal says where, what, and what to do."""

from __future__ import annotations

import io
import os
import struct
import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schedules.reading import READERS, Unreadable, limits, read_bytes, read_file


def word_bytes(**parts):
    document = docx.Document()
    document.add_paragraph("Kế hoạch")
    out = io.BytesIO()
    document.save(out)
    source = zipfile.ZipFile(out)
    replaced = io.BytesIO()
    with zipfile.ZipFile(replaced, "w", zipfile.ZIP_DEFLATED) as package:
        for name in source.namelist():
            package.writestr(name, parts.get(name.split("/")[-1].removesuffix(".xml"), source.read(name)))
        for name, data in parts.items():
            if "/" in name:
                package.writestr(name, data)
    return replaced.getvalue()


def refusal(data, name):
    with pytest.raises(Unreadable) as caught:
        read_bytes(data, name)
    return caught.value


@pytest.mark.parametrize(
    ("data", "name", "words"),
    [
        (b"", "k.docx", "trống"),
        (b"  \n\n ", "k.txt", "trống"),
        (b"MZ\0" + b"0" * 99, "k.docx", "tên tệp là .docx nhưng bên trong là chương trình"),
        (b"%PDF-1.7 ...", "k.pdf", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"0" * 600, "k.ppt", "chưa đọc được"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "k.docx", "mật khẩu"),
        (b"khong phai zip", "k.docx", "hỏng"),
        (b"PK\x03\x04 cut off", "k.docx", "hỏng"),
        (b"rtf hi", "k.rtf", "bị hỏng"),
        (b"Rar!\x1a\x07", "k.rar", "tệp nén RAR"),
        (b"<a/>", "k.xml", "chưa đọc được"),
        (bytes(range(32)) * 40, "k.txt", "không chứa chữ"),
    ],
)
def test_each_bad_file_is_refused_in_words(data, name, words):
    error = refusal(data, name)
    assert error.where == name
    assert words in str(error)
    assert "Hãy" in error.advice


def test_a_damaged_sheet_is_sent_back_to_excel():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("xl/workbook.xml", "<x/>")
    assert "Hãy mở bằng Excel rồi lưu lại" in str(refusal(out.getvalue(), "k.xlsx"))


def test_a_bomb_is_refused_by_its_ratio():
    assert "bom nén" in str(refusal(word_bytes(**{"word/media/a.xml": b"0" * 40_000_000}), "k.docx"))


def test_a_part_that_lies_about_its_size_is_cut_off(monkeypatch):
    monkeypatch.setattr(limits, "LARGEST_PART", 1000)
    assert "bung ra hơn" in str(refusal(word_bytes(document=b"<a>" + os.urandom(3000) + b"</a>"), "k.docx"))


def test_too_many_parts_are_refused(monkeypatch):
    monkeypatch.setattr(limits, "MOST_PARTS", 5)
    assert "giới hạn là 5" in str(refusal(word_bytes(), "k.docx"))


def test_entities_are_refused():
    bomb = b'<!DOCTYPE a [<!ENTITY b "x">]><w:document xmlns:w="w"><w:body/></w:document>'
    assert "thực thể" in str(refusal(word_bytes(document=bomb), "k.docx"))


def test_broken_xml_is_refused_with_its_line():
    assert "dòng 1" in str(refusal(word_bytes(document=b"<w:document"), "k.docx"))


def test_a_word_file_without_its_main_part_is_refused():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("word/other.xml", "<x/>")
    assert "word/document.xml" in str(refusal(out.getvalue(), "k.docx"))


def test_an_encrypted_part_is_refused():
    data = bytearray(word_bytes())
    for sign, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(sign)
        while at >= 0:
            flags = struct.unpack_from("<H", data, at + offset)[0]
            struct.pack_into("<H", data, at + offset, flags | 1)
            at = data.find(sign, at + 4)
    assert "mật khẩu" in str(refusal(bytes(data), "k.docx"))


def test_a_damaged_part_is_refused():
    data = bytearray(word_bytes(document=b"<a>" + os.urandom(5000).hex().encode() + b"</a>"))
    at = data.find(b"word/document.xml") + 200
    data[at : at + 50] = bytes(50)
    assert "hỏng" in str(refusal(bytes(data), "k.docx"))


def test_a_large_text_is_refused_before_it_is_read(tmp_path):
    path = tmp_path / "dai.txt"
    with path.open("wb") as file:
        file.truncate(50 * limits.MEGABYTE)
    with pytest.raises(Unreadable, match=r"nặng 50,0 MB; cần tệp không quá 5,0 MB"):
        read_file(path)


def test_a_missing_file_and_a_folder_are_refused(tmp_path):
    with pytest.raises(Unreadable, match="không có tệp này"):
        read_file(tmp_path / "khong-co.docx")
    with pytest.raises(Unreadable, match="thư mục"):
        read_file(tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_refused(tmp_path):
    path = tmp_path / "kin.txt"
    path.write_text("Kế hoạch")
    path.chmod(0)
    with pytest.raises(Unreadable, match="quyền"):
        read_file(path)


def test_a_word_file_without_words_is_refused():
    document = docx.Document()
    out = io.BytesIO()
    document.save(out)
    assert "không có chữ" in str(refusal(out.getvalue(), "anh.docx"))


@given(st.binary(max_size=300), st.sampled_from(["k.docx", "k.txt", "k.pdf", "k.md", "k"]))
def test_any_bytes_give_a_document_or_a_sentence(data, name):
    try:
        told = read_bytes(data, name).text
    except Unreadable as error:
        told = error.advice
    assert told.strip()


@given(st.binary(max_size=60), st.sampled_from([b"", b"PK\x03\x04", b"%PDF", b"\xff\xd8\xff"]))
def test_at_most_one_format_claims_a_file(data, sign):
    claims = [reader.NAME for reader in READERS if reader.claims(sign + data, "k.docx")]
    assert len(claims) <= 1


def test_a_pipe_is_refused_instead_of_waited_for(tmp_path):
    os.mkfifo(tmp_path / "ke-hoach.txt")
    with pytest.raises(Unreadable, match="ống hoặc thiết bị"):
        read_file(tmp_path / "ke-hoach.txt")


def test_a_device_behind_a_name_is_refused(tmp_path):
    (tmp_path / "ke-hoach.txt").symlink_to("/dev/zero")
    with pytest.raises(Unreadable, match="ống hoặc thiết bị"):
        read_file(tmp_path / "ke-hoach.txt")
