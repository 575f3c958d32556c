"""`tracker feed`: the bytes of a feed as a file or on stdout, refusals as sentences."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from tests.conftest import make_task
from tests.fakes.feed_school import TEACHER, FeedSchool
from tracker.commands.feed_ import command

DAY = date(2023, 10, 6)


@pytest.fixture
def school(tmp_path: Path) -> FeedSchool:
    made = FeedSchool(tmp_path)
    made.add(make_task("Nộp báo cáo", DAY, owners=(TEACHER,)), TEACHER)
    made.add(make_task("Công khai (đ/c Hoà)", DAY, owners=(TEACHER,), public=True))
    made.publish()
    return made


def run(folder: Path, *words: str) -> Result:
    return CliRunner(env={"TRACKER_BASE_URL": ""}).invoke(command, ["--data", str(folder), *words])


def test_the_only_school_is_the_default_and_stdout_has_the_bytes(school: FeedSchool) -> None:
    result = run(school.folder)
    assert result.exit_code == 0
    assert result.stdout_bytes.startswith(b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert result.stdout_bytes.endswith(b"END:VCALENDAR\r\n")
    assert result.stdout_bytes.count(b"BEGIN:VEVENT") == 2


def test_a_file_gets_the_same_bytes_whole(school: FeedSchool, tmp_path: Path) -> None:
    result = run(school.folder, "-o", str(tmp_path / "lich.ics"))
    assert (tmp_path / "lich.ics").read_bytes() == run(school.folder).stdout_bytes
    assert (result.stdout, "2 việc" in result.stderr) == ("", True)
    assert not list(tmp_path.glob(".lich*"))


def test_a_file_that_cannot_be_written_is_refused(school: FeedSchool, tmp_path: Path) -> None:
    result = run(school.folder, "-o", str(tmp_path / "khong-co" / "lich.ics"))
    assert result.exit_code == 1
    assert "không ghi được lịch" in result.stderr


@pytest.mark.parametrize(
    ("words", "count"), [(["--public"], 1), (["--committee"], 2), (["--person", "nguyen thi hoa"], 1)]
)
def test_other_feeds_are_asked_for_by_name(school: FeedSchool, words: list[str], count: int) -> None:
    result = run(school.folder, *words)
    assert (result.exit_code, result.stdout.count("BEGIN:VEVENT")) == (0, count)


def test_a_person_is_found_under_another_form_of_address(school: FeedSchool) -> None:
    for name in (f"Đồng chí {TEACHER}", f"đ/c {TEACHER}", f"Cô {TEACHER}"):
        result = run(school.folder, "--person", name)
        assert (result.exit_code, result.stdout.count("BEGIN:VEVENT")) == (0, 1)


def test_the_public_feed_has_no_name(school: FeedSchool) -> None:
    assert "Ho" not in run(school.folder, "--public").stdout.replace("Hoa Ban", "").replace("Ho_Chi", "")


def test_an_unknown_person_is_told_who_there_is(school: FeedSchool) -> None:
    result = run(school.folder, "--person", "Bình")
    assert result.exit_code == 1
    assert "Không có “Bình”" in result.stderr
    assert TEACHER in result.stderr


def test_an_unknown_person_is_told_so_however_many_schools_there_are(school: FeedSchool) -> None:
    FeedSchool(school.folder, "Trường Tiểu học Đồi Chè")
    result = run(school.folder, "--person", "không có")
    assert result.exit_code == 1
    assert "Không có “không có” ở trường nào" in result.stderr
    assert "Trường Tiểu học Đồi Chè" in result.stderr


def test_with_several_schools_one_must_be_chosen(school: FeedSchool) -> None:
    FeedSchool(school.folder, "Trường Tiểu học Đồi Chè")
    result = run(school.folder)
    assert result.exit_code == 1
    assert "“Trường Mầm non Hoa Ban”" in result.stderr
    assert "“Trường Tiểu học Đồi Chè”" in result.stderr
    assert run(school.folder, "--school", "truong tieu hoc doi che").exit_code == 0
    assert run(school.folder, "--person", TEACHER).exit_code == 0


def test_an_unknown_school_is_told_which_there_are(school: FeedSchool) -> None:
    result = run(school.folder, "--school", "Trường khác")
    assert (result.exit_code, "Hoa Ban" in result.stderr) == (1, True)


def test_an_empty_data_folder_says_what_to_do_first(tmp_path: Path) -> None:
    result = run(tmp_path / "data")
    assert (result.exit_code, "tracker import" in result.stderr) == (1, True)


@pytest.mark.parametrize(
    "words",
    [
        ["--person", TEACHER, "--public"],
        ["--public", "--committee"],
        ["--committee", "--public"],
        ["--public", "--links"],
        ["--links", "--person", TEACHER],
    ],
)
def test_two_choices_are_wrong_usage(school: FeedSchool, words: list[str]) -> None:
    result = run(school.folder, *words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Chỉ chọn một trong --" in result.stderr


def test_json_holds_the_calendar_or_names_its_file(school: FeedSchool, tmp_path: Path) -> None:
    whole = json.loads(run(school.folder, "--json").stdout)
    assert (whole["calendar"].encode(), whole["events"]) == (run(school.folder).stdout_bytes, 2)
    out = tmp_path / "lich.ics"
    assert json.loads(run(school.folder, "--json", "-o", str(out)).stdout) == {"file": str(out), "events": 2}
    assert out.read_bytes() == run(school.folder).stdout_bytes


def test_an_empty_calendar_is_told_and_why(tmp_path: Path) -> None:
    drafts = FeedSchool(tmp_path)
    drafts.add(make_task("Nộp báo cáo", DAY, owners=(TEACHER,)), TEACHER)
    result = run(tmp_path)
    assert (result.exit_code, result.stdout.count("BEGIN:VEVENT")) == (0, 0)
    assert "chỉ có bản nháp" in result.stderr
    drafts.publish()
    assert run(tmp_path).stderr == ""
    assert "chưa việc nào" in run(tmp_path, "--public").stderr


def test_links_do_not_go_into_a_file(school: FeedSchool, tmp_path: Path) -> None:
    assert run(school.folder, "--links", "-o", str(tmp_path / "x")).exit_code == 2


def test_a_damaged_database_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "tracker.db").write_bytes(b"x" * 4096)
    result = run(tmp_path)
    assert result.exit_code == 1
    assert "tracker.db: tệp không phải cơ sở dữ liệu" in result.stderr


def test_links_are_printed_and_stay_the_same(school: FeedSchool) -> None:
    links = json.loads(run(school.folder, "--links", "--json").stdout)
    assert [link["kind"] for link in links] == ["school", "committee", "public", "person"]
    assert links == json.loads(run(school.folder, "--links", "--json").stdout)
    assert f"Cả trường: {links[0]['url']}" in run(school.folder, "--links").stdout
