"""Evidence as a photo or a file from a phone: known by its bytes, kept whole beside the database, for few to open."""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
import tracemalloc
from datetime import timedelta
from pathlib import Path

import pytest

from tests.conftest import NOW
from tests.fakes.answering import LEAD, Answering
from tests.fakes.evidence import (
    HEIC,
    JPEG,
    OFFICE,
    PDF,
    kept,
    on_disk,
    other_zip,
    picture,
    said_done,
    sends,
    sheet,
    word,
)
from tests.fakes.visitor import Visitor
from tracker.answers import evidence_files as receiving
from tracker.answers.evidence_files import DRAFTS, FOLDER, LARGEST, LARGEST_TOGETHER, MOST_AT_ONCE, Sent, received
from tracker.answers.evidence_kinds import LONGEST_NAME
from tracker.store import history
from tracker.store.database import open_database, transaction
from tracker.web.guard import LONGEST_FORM


@pytest.fixture
def lan(tmp_path: Path) -> Answering:
    return Answering(tmp_path / "data")


@pytest.fixture
def done(lan: Answering) -> str:
    return said_done(lan)


def test_a_photo_is_kept_whole_under_its_fingerprint_and_waits_for_the_manager(lan: Answering, done: str) -> None:
    answer = sends(lan, done, JPEG, words="bảng tin")
    assert answer.status_code == 303
    (one,), (file,) = kept(lan), on_disk(lan)
    digest = hashlib.sha256(JPEG).hexdigest()
    assert (one.words, one.via, one.accepted, one.url) == ("bảng tin", "file", None, f"sha256:{digest}")
    assert (file.parent.name, file.name, file.read_bytes()) == (digest[:2], f"{digest}.jpg", JPEG)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    page = lan.get(answer.headers["location"]).text
    assert "Đã gửi minh chứng" in page
    assert "bảng tin" in page
    assert "IMG_1.jpg" in page
    with open_database(lan.folder) as db:
        last = history.of_subject(db, "task", lan.task().id)[-1]
    assert (last.what, last.who) == ("evidence proposed", LEAD)
    assert "IMG_1.jpg" in last.why
    assert digest[:12] in last.why
    story = Visitor(lan.folder).get(f"/viec/{lan.task().id}").text
    assert '<p class="note">IMG_1.jpg (' in story
    assert "SHA-256" not in story


def test_what_was_refused_and_is_sent_again_as_it_is_is_kept_and_said_to_be_the_same(lan: Answering, done: str) -> None:
    sends(lan, done, JPEG)
    chair, page = Visitor(lan.folder), f"/viec/{lan.task().id}"
    chair.press(f"/minh-chung/{kept(lan)[0].id}/khong", on=page, refused_why="ảnh mờ")
    for _ in range(2):
        answer = sends(lan, done, JPEG, "khac.jpg")
        assert "đúng minh chứng này trước đây không được nhận" in lan.get(answer.headers["location"]).text
    assert [one.accepted for one in kept(lan)] == [False, None]
    link = {"proof": "lop9.example.vn/anh", "words": "ảnh"}
    first = lan.client.post(f"{done}/minh-chung", data=link)
    assert first.headers["location"].endswith("?xong=da-gui#minh-chung")
    chair.press(f"/minh-chung/{kept(lan)[-1].id}/khong", on=page, refused_why="ảnh mờ")
    again = lan.client.post(f"{done}/minh-chung", data=link | {"proof": "https://lop9.example.vn/anh"})
    assert again.headers["location"].endswith("?xong=gui-lai#minh-chung")
    other = sends(lan, done, picture("PNG"), "b.png")
    assert other.headers["location"].endswith("?xong=da-gui#minh-chung")


def test_the_page_offers_the_camera_and_says_what_is_taken(lan: Answering, done: str) -> None:
    page = lan.get(done).text
    assert re.search(r'<input id="tep" name="file" type="file" accept="image/\*,\.pdf,\.docx,\.xlsx" multiple>', page)
    assert "mỗi lần nhiều nhất 5 tệp, mỗi tệp không quá 20 MB" in page
    assert 'enctype="multipart/form-data"' in page


@pytest.mark.parametrize(
    ("content", "name", "is_then"),
    [
        (JPEG, "a.JPG", (".jpg", "image/jpeg")),
        (picture("PNG"), "a.png", (".png", "image/png")),
        (picture("WEBP"), "a.webp", (".webp", "image/webp")),
        (HEIC, "IMG_3.HEIC", (".heic", "image/heic")),
        (PDF, "a.pdf", (".pdf", "application/pdf")),
        (word(), "Biên bản số 3.docx", (".docx", f"{OFFICE}wordprocessingml.document")),
        (sheet(), "a.xlsx", (".xlsx", f"{OFFICE}spreadsheetml.sheet")),
        (picture("PNG"), "tu-zalo.jpg", (".png", "image/png")),
        (JPEG, "1000012345", (".jpg", "image/jpeg")),
    ],
)
def test_every_kind_that_is_taken_comes_back_as_it_was_only_to_be_saved(
    lan: Answering, done: str, content: bytes, name: str, is_then: tuple[str, str]
) -> None:
    assert sends(lan, done, content, name).status_code == 303
    (one,), (file,) = kept(lan), on_disk(lan)
    answer = lan.get(f"{done}/minh-chung/{one.id}")
    assert (answer.status_code, answer.content) == (200, content)
    assert (file.suffix, answer.headers["content-type"]) == is_then
    assert answer.headers["content-disposition"].startswith("attachment; ")
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-security-policy"] == "default-src 'none'; sandbox"
    assert "no-store" in answer.headers["cache-control"]


@pytest.mark.parametrize(
    ("content", "name", "told"),
    [
        (b"MZ\x90\x00" + b"x" * 99, "bao-cao.exe", "Không nhận tệp .exe"),
        (b"MZ\x90\x00" + b"x" * 99, "bao-cao.pdf", "không phải PDF"),
        (b"<html><script>alert(1)</script>", "anh.jpg", "không phải ảnh JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "anh.svg", "Không nhận tệp .svg"),
        (PDF, "anh.jpg", "nội dung là PDF"),
        (word(), "bang.xlsx", "nội dung là Word"),
        (other_zip(), "bien-ban.docx", "không phải Word"),
        (other_zip(), "goi", "không phải loại tệp được nhận"),
        (word(), "macro.docm", "Không nhận tệp .docm"),
        (b"", "trong.jpg", "tệp rỗng"),
    ],
)
def test_what_is_not_what_its_name_says_is_refused_beside_the_field_and_leaves_nothing(
    lan: Answering, done: str, content: bytes, name: str, told: str
) -> None:
    answer = sends(lan, done, content, name, words="biên bản", proof="https://a.vn/1")
    assert answer.status_code == 422
    assert told in answer.text.partition('id="sai-tep"')[2].partition("</p>")[0]
    assert 'value="biên bản"' in answer.text
    assert 'value="https://a.vn/1"' in answer.text
    assert (kept(lan), on_disk(lan)) == ((), [])


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../../etc/passwd.jpg", "passwd.jpg"),
        ("..\\..\\Windows\\anh.jpg", "anh.jpg"),
        ("a\u202egpj.exe.jpg", "agpj.exe.jpg"),
        ("<script>alert(1)<.jpg", "_script_alert(1)_.jpg"),
        ('x"; filename="evil.html.jpg', "x_; filename=_evil.html.jpg"),
        (".htaccess.jpg", "htaccess.jpg"),
        ("....jpg", "jpg.jpg"),
        ("Ảnh chụp  bảng\u00a0tin.jpg", "Ảnh chụp bảng tin.jpg"),
    ],
)
def test_a_hostile_name_is_no_path_and_no_markup(lan: Answering, done: str, name: str, shown: str) -> None:
    body = (
        b'--x\r\nContent-Disposition: form-data; name="file"; filename="'
        + name.replace("\\", "\\\\").replace('"', '\\"').encode()
        + b'"\r\nContent-Type: image/jpeg\r\n\r\n'
        + JPEG
        + b"\r\n--x--\r\n"
    )
    headers = {"content-type": "multipart/form-data; boundary=x"}
    assert lan.client.post(f"{done}/minh-chung", content=body, headers=headers).status_code == 303
    (one,), (file,) = kept(lan), on_disk(lan)
    assert one.name == shown
    assert file.name == f"{hashlib.sha256(JPEG).hexdigest()}.jpg"
    scripts = re.findall(r"<script[^>]*>", lan.get(done).text)
    assert all(one.startswith('<script src="/static/sending.js?') for one in scripts)
    assert 'filename="minh-chung.jpg"; ' in lan.get(f"{done}/minh-chung/{one.id}").headers["content-disposition"]


def test_an_endless_name_is_cut_and_keeps_its_ending(lan: Answering, done: str) -> None:
    sends(lan, done, JPEG, "ả" * 900 + ".jpg")
    (one,) = kept(lan)
    assert len(one.name) == LONGEST_NAME
    assert one.name.endswith("ả.jpg")


def test_the_same_file_sent_again_is_told_so_and_kept_once(lan: Answering, done: str) -> None:
    sends(lan, done, JPEG)
    again = sends(lan, done, JPEG, "ten-khac.jpg")
    assert again.status_code == 303
    assert "đã có đúng tệp ấy" in lan.get(again.headers["location"]).text
    assert (len(kept(lan)), len(on_disk(lan))) == (1, 1)


def test_a_refused_file_may_be_sent_once_more_and_lies_there_once(lan: Answering, done: str) -> None:
    sends(lan, done, JPEG)
    chair = Visitor(lan.folder)
    chair.press(f"/minh-chung/{kept(lan)[0].id}/khong", on=f"/viec/{lan.task().id}", refused_why="xem nhầm")
    lan.now += timedelta(hours=1)
    assert sends(lan, done, JPEG).headers["location"].endswith("?xong=gui-lai#minh-chung")
    assert [one.accepted for one in kept(lan)] == [False, None]
    assert len(on_disk(lan)) == 1


def test_a_file_and_a_link_are_given_at_once_or_neither(lan: Answering, done: str) -> None:
    wrong = sends(lan, done, JPEG, proof="khong phai", words="ảnh")
    assert wrong.status_code == 422
    assert "Tệp phải chọn lại" in wrong.text
    assert (kept(lan), on_disk(lan)) == ((), [])
    assert sends(lan, done, JPEG, proof="https://drive.google.com/x").status_code == 303
    assert sorted(one.via for one in kept(lan)) == ["file", "link"]


def several(lan: Answering, path: str, contents: list[bytes], **fields: str):
    files = [("file", (f"IMG_{number}.jpg", content)) for number, content in enumerate(contents)]
    return lan.client.post(f"{path}/minh-chung", data=fields, files=files)


def test_several_photos_are_sent_at_once_all_or_none(lan: Answering, done: str) -> None:
    photos = [picture(size=side) for side in range(8, 8 + MOST_AT_ONCE)]
    wrong = several(lan, done, [*photos[:2], b"MZ\x90\x00"])
    assert wrong.status_code == 422
    assert "“IMG_2.jpg” không phải ảnh JPEG" in wrong.text
    assert (kept(lan), on_disk(lan)) == ((), [])
    assert several(lan, done, photos, words="bảng tin").status_code == 303
    assert [one.words for one in kept(lan)] == ["bảng tin"] * MOST_AT_ONCE
    assert len(on_disk(lan)) == MOST_AT_ONCE
    again = several(lan, done, [photos[0], picture(size=90), picture(size=90)])
    assert again.headers["location"].endswith("?xong=da-gui#minh-chung")
    assert len(kept(lan)) == len(on_disk(lan)) == MOST_AT_ONCE + 1


def test_too_many_files_are_told_beside_their_field(lan: Answering, done: str) -> None:
    answer = several(lan, done, [picture(size=side) for side in range(8, 9 + MOST_AT_ONCE)])
    assert answer.status_code == 422
    assert "Đã chọn 6 tệp; mỗi lần gửi không quá 5 tệp" in answer.text.partition('id="sai-tep"')[2]
    assert (kept(lan), on_disk(lan)) == ((), [])


def test_what_has_no_more_room_among_several_leaves_none_of_them(lan: Answering, done: str) -> None:
    for first in (8, 13):
        several(lan, done, [picture(size=side) for side in range(first, first + 4)])
    more = several(lan, done, [picture(size=side) for side in range(40, 44)])
    assert more.status_code == 422
    assert "chờ xác nhận" in more.text
    assert len(kept(lan)) == len(on_disk(lan)) == 8


def test_a_file_too_large_is_refused_by_its_size_and_leaves_nothing(lan: Answering, done: str) -> None:
    just_over = sends(lan, done, JPEG + b"\0" * (LARGEST + 1 - len(JPEG)))
    assert just_over.status_code == 422
    assert "không quá 20 MB" in just_over.text
    far_over = sends(lan, done, JPEG + b"\0" * (LARGEST_TOGETHER + 2 * LONGEST_FORM))
    assert far_over.status_code == 413
    assert "không quá 20 MB" in far_over.text
    assert (kept(lan), on_disk(lan)) == ((), [])
    assert sends(lan, done, JPEG + b"\0" * (LARGEST - len(JPEG))).status_code == 303


def test_nothing_long_is_taken_in_from_who_holds_no_link_of_ours(lan: Answering, done: str) -> None:
    answer = sends(lan, f"{done[:-1]}x", JPEG + b"\0" * (2 * LONGEST_FORM))
    assert answer.status_code == 413
    assert sends(lan, f"{done[:-1]}x", JPEG).status_code == 404
    assert on_disk(lan) == []


def test_a_large_file_passes_through_little_memory(tmp_path: Path) -> None:
    class Photo(io.RawIOBase):
        left = LARGEST

        def read(self, size: int = -1) -> bytes:
            first = self.left == LARGEST
            taken = min(size, self.left)
            self.left -= taken
            begun = JPEG[:-2] if first else b""  # without its end: all that follows is the picture still
            return begun + b"\0" * (taken - len(begun))

    tracemalloc.start()
    try:
        with received(tmp_path, Sent("a.jpg", Photo()), NOW) as got:
            assert got.size == LARGEST
        assert tracemalloc.get_traced_memory()[1] < LARGEST / 8
    finally:
        tracemalloc.stop()


def test_a_school_has_so_much_room_and_a_full_disk_is_not_filled_further(
    lan: Answering, done: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (lan.folder / "settings.toml").write_text("[evidence]\nschool_gigabytes = 0\n")
    full = sends(lan, done, JPEG)
    assert full.status_code == 422
    assert "đã gần đủ" in full.text
    (lan.folder / "settings.toml").unlink()
    monkeypatch.setattr(receiving, "LEFT_FREE", 2**60)
    assert "sắp hết chỗ lưu" in sends(lan, done, JPEG).text
    assert (kept(lan), on_disk(lan)) == ((), [])


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes anywhere")
def test_a_folder_that_cannot_be_written_is_told(lan: Answering, done: str) -> None:
    (lan.folder / FOLDER).mkdir(mode=0o500)
    assert "không có quyền ghi" in sends(lan, done, JPEG).text


def test_a_file_standing_where_the_folder_should_is_told(lan: Answering, done: str) -> None:
    (lan.folder / FOLDER).write_text("x")
    assert "Máy chủ chưa lưu được tệp" in sends(lan, done, JPEG).text
    assert kept(lan) == ()


def test_what_a_crash_left_half_received_goes_a_day_later_and_evidence_never(lan: Answering, done: str) -> None:
    sends(lan, done, JPEG)
    drafts = lan.folder / FOLDER / DRAFTS
    for name, days in (("old", 2), ("new", 0)):
        (drafts / name).write_bytes(b"half")
        at = (lan.now - timedelta(days=days)).timestamp()
        os.utime(drafts / name, (at, at))
    kept_file = next(one for one in on_disk(lan) if one.suffix)
    os.utime(kept_file, (0, 0))
    sends(lan, done, PDF, "a.pdf")
    assert sorted(one.name for one in drafts.iterdir()) == ["new"]
    assert kept_file.read_bytes() == JPEG


def test_the_database_itself_keeps_every_record_of_a_file(lan: Answering, done: str) -> None:
    sends(lan, done, JPEG)
    with open_database(lan.folder) as db:
        for statement in (
            "DELETE FROM evidence_files",
            "UPDATE evidence_files SET sha256 = 'x'",
            "DELETE FROM evidence",
        ):
            with pytest.raises(Exception, match=r"never|FOREIGN KEY"), transaction(db):
                db.execute(statement)


def test_the_form_tells_its_script_what_the_server_takes_and_the_script_is_ours(lan: Answering) -> None:
    page = lan.get(said_done(lan)).text
    assert (
        f'data-sending data-most="{MOST_AT_ONCE}" data-largest="{LARGEST}" data-together="{LARGEST_TOGETHER}"' in page
    )
    (script,) = re.findall(r'<script src="([^"]+)" defer></script>', page)
    assert "tooMuch" in lan.get(script).text
