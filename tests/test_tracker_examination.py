"""The doctor says what is there, what is missing, and the one thing that mends it."""

from __future__ import annotations

from dataclasses import fields
from datetime import timedelta
from pathlib import Path

import pytest

from notifiers.mail.settings import MailSettings
from schedules.plan import SchoolYear
from tests.fakes.answering import Answering
from tracker import examination
from tracker.answers.evidence_files import path_of
from tracker.answers.token import Action
from tracker.check import Check, Verdict
from tracker.examination import examine
from tracker.reminders.tick import HEARTBEAT
from tracker.store import evidence_files, heartbeats, people, schools
from tracker.store.database import open_database
from tracker.store.heartbeats import Heartbeat
from tracker.zone import current_instant


def check(folder: Path, name: str) -> Check:
    return next(one for one in examine(folder) if one.name.startswith(name))


def test_a_new_folder_is_healthy_and_says_what_could_be_added(tmp_path: Path) -> None:
    checks = examine(tmp_path / "data")
    assert Verdict.BROKEN not in {one.verdict for one in checks}
    assert all(one.mend for one in checks if one.verdict is Verdict.OPTIONAL)


def test_a_folder_that_cannot_hold_a_database_is_broken(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("x")
    assert check(tmp_path / "data", "Thư mục").verdict is Verdict.BROKEN


def test_wrong_settings_break_their_checks_and_no_other(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("base = 1")
    assert check(tmp_path, "Thiết lập").verdict is Verdict.BROKEN
    assert check(tmp_path, "Python").verdict is Verdict.GOOD


def test_the_settings_the_doctor_asks_for_exist(tmp_path: Path) -> None:
    mend = check(tmp_path, "Thư điện tử").mend
    asked = mend.partition("[channels.mail] ")[2].partition(" vào")[0].split(", ")
    assert asked
    assert set(asked) <= {each.name for each in fields(MailSettings)}


@pytest.mark.parametrize(("ago", "verdict"), [(1, Verdict.GOOD), (11, Verdict.OPTIONAL)])
def test_a_clock_that_stands_still_is_noticed(tmp_path: Path, ago: int, verdict: Verdict) -> None:
    with open_database(tmp_path) as db:
        heartbeats.beat(db, Heartbeat(HEARTBEAT, current_instant() - timedelta(minutes=ago), ""))
    assert check(tmp_path, "Đồng hồ").verdict is verdict


def test_a_missing_program_comes_with_its_install_command(tmp_path: Path) -> None:
    missing = examination.program("Đọc bản quét", "khong-co-lenh-nay", "sudo apt install tesseract-ocr")(tmp_path)
    assert missing == Check("Đọc bản quét", Verdict.OPTIONAL, "chưa cài", "sudo apt install tesseract-ocr")


def test_files_given_as_evidence_are_counted_with_their_folder_and_missed_by_name(tmp_path: Path) -> None:
    assert "chưa có tệp nào" in check(tmp_path, "Tệp minh chứng").found
    lan = Answering(tmp_path)
    path = lan.path(Action.DONE)
    lan.client.post(path)
    for name in ("bang-tin.pdf", "bien-ban.pdf"):
        lan.client.post(f"{path}/minh-chung", files={"file": (name, b"%PDF-1.4 " + name.encode())})
    told = check(tmp_path, "Tệp minh chứng")
    assert told.verdict is Verdict.GOOD
    assert told.found.startswith("2 tệp, 1 KB; ")
    assert str(tmp_path / "minh-chung") in told.found
    with open_database(tmp_path) as db:
        first, second = sorted(evidence_files.every(db), key=lambda one: one.name)
    path_of(tmp_path, first).unlink()
    path_of(tmp_path, second).write_bytes(b"%PDF-")
    told = check(tmp_path, "Tệp minh chứng")
    assert told.verdict is Verdict.BROKEN
    assert "thiếu hoặc hỏng 2 trong 2 tệp" in told.found
    assert "bang-tin.pdf" in told.found
    assert "sao lưu" in told.mend


OWN = 'province = "Đắk Lắk"\nschool_year = "{year}"\ndecision = "QĐ 1"\n'


def test_the_frame_of_the_school_year_in_force_is_named(tmp_path: Path) -> None:
    assert "cả nước" in check(tmp_path, "Khung năm học").found
    (tmp_path / "settings.toml").write_text(
        '[calendar]\nprovince = "Đắk Lắk"\nsaturdays = true\nextra_off = [2026-11-23]\n', encoding="utf-8"
    )
    told = check(tmp_path, "Khung năm học")
    assert told.verdict is Verdict.OPTIONAL
    assert "chưa có khung của Đắk Lắk" in told.found
    assert "thứ Bảy làm việc, 1 ngày nghỉ riêng" in told.found
    assert "Nghệ An (2024-2025)" in told.mend


def test_the_schools_own_frame_is_named_and_a_wrong_one_is_broken(tmp_path: Path) -> None:
    (tmp_path / "khung-nam-hoc").mkdir()
    file = tmp_path / "khung-nam-hoc" / "tinh.toml"
    file.write_text(OWN.format(year=SchoolYear.of(current_instant().date())), encoding="utf-8")
    assert "tệp khung-nam-hoc/tinh.toml" in check(tmp_path, "Khung năm học").found
    file.write_text("province = 1", encoding="utf-8")
    told = next(one for one in examine(tmp_path) if one.verdict is Verdict.BROKEN)
    assert "tinh.toml: thiếu trường “province”" in told.found


def test_a_school_whose_managers_get_no_sign_in_link_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRACKER_BASE_URL", "https://lich.truong.edu.vn")
    Answering(tmp_path)
    told = check(tmp_path, "Liên kết đăng nhập")
    assert (told.verdict, "Trường Mầm non Hoa Ban" in told.found) == (Verdict.OPTIONAL, True)
    assert "tracker signin" in told.mend
    with open_database(tmp_path) as db:
        manager = people.manager(db, 1)
        people.set_addresses(db, manager.id, ["zbs:84912345678"])
    assert check(tmp_path, "Liên kết đăng nhập").verdict is Verdict.OPTIONAL
    with open_database(tmp_path) as db:
        people.set_addresses(db, manager.id, ["mailto:hieu.truong@truong.edu.vn"])
    assert check(tmp_path, "Liên kết đăng nhập").verdict is Verdict.GOOD
    monkeypatch.delenv("TRACKER_BASE_URL")
    assert "địa chỉ" in check(tmp_path, "Liên kết đăng nhập").found


def test_people_with_works_whom_no_reminder_reaches_are_named(tmp_path: Path) -> None:
    assert check(tmp_path, "Người được nhắc").verdict is Verdict.GOOD
    lan = Answering(tmp_path)
    told = check(tmp_path, "Người được nhắc")
    assert (told.verdict, "1 người" in told.found, "Cô Lan" in told.found) == (Verdict.OPTIONAL, True, True)
    with open_database(tmp_path) as db:
        people.set_addresses(db, lan.person().id, ["mailto:lan@truong.edu.vn"])
    assert check(tmp_path, "Người được nhắc").verdict is Verdict.GOOD


def test_work_that_is_done_needs_no_address(tmp_path: Path) -> None:
    lan = Answering(tmp_path)
    lan.client.post(lan.path(Action.DONE))
    assert check(tmp_path, "Người được nhắc").verdict is Verdict.GOOD


@pytest.mark.parametrize(
    "address", ["ftp://truong.vn/lan", "mailto:khong-phai-thu", "zalobot:", "khong-co-dich-vu://x"]
)
def test_an_address_no_channel_takes_is_named_with_its_person_and_without_its_secret(
    tmp_path: Path, address: str
) -> None:
    with open_database(tmp_path) as db:
        school = schools.ensure(db, "Trường Mầm non Hoa Ban")
        for name, url in (("Cô Lan", address), ("Cô Hà", "mailto:ha@truong.vn"), ("Thầy Minh", "json://h.vn/matkhau")):
            people.set_addresses(db, people.ensure(db, school.id, name).id, [url])
    told = check(tmp_path, "Địa chỉ nhận tin")
    assert told.verdict is Verdict.OPTIONAL
    assert told.found.startswith("1 địa chỉ không kênh nào gửi được: Cô Lan (")
    assert "truong.vn/lan" not in told.found
    assert told.mend == "Sửa địa chỉ ở trang Người"
