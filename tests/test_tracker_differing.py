"""What a corrected copy says otherwise beside the days is told before it is published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html

from tests.fakes.corrected import CONTEST, TRAINING, WORKS, Clerk, clerk_of, text
from tracker.cli import tracker

HANDED = (WORKS[0], WORKS[1].replace("Nguyễn Văn Bình", "Bùi Thị Vân"), *WORKS[2:])


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    return clerk_of(tmp_path / "data")


def words(clerk: Clerk, page: str) -> str:
    return " ".join(html.fromstring(clerk.get(page).text).text_content().split())


@pytest.mark.parametrize("page", ["/ke-hoach/1", "/ke-hoach/1/duyet"])
def test_a_copy_that_only_names_another_person_lists_who_before_it_is_published(clerk: Clerk, page: str) -> None:
    clerk.sends(text(works=HANDED))
    told = words(clerk, page)
    assert "4 việc giữ nguyên hạn, 0 đổi hạn, 0 mới, 0 không còn; 1 đổi người." in told
    assert "Đổi người: Nguyễn Văn Bình → Bùi Thị Vân" in told
    assert told.count("Đổi người:") == 1


def test_works_that_change_beside_their_days_stand_apart_from_those_that_do_not(clerk: Clerk) -> None:
    clerk.sends(text(works=HANDED))
    page = html.fromstring(clerk.get("/ke-hoach/1").text)
    groups = {one.xpath("string(h2/text())").strip(): one for one in page.xpath("//section[@class='group']")}
    assert CONTEST in groups["Giữ nguyên hạn, đổi điều khác"].text_content()
    assert CONTEST not in groups["Giữ nguyên hạn"].text_content()
    assert TRAINING in groups["Giữ nguyên hạn"].text_content()


def test_a_work_both_moved_and_handed_over_tells_both(clerk: Clerk) -> None:
    later = (WORKS[0], HANDED[1].replace("28/10/2023", "10/11/2023"), *WORKS[2:])
    clerk.sends(text(works=later))
    told = words(clerk, "/ke-hoach/1")
    assert "3 việc giữ nguyên hạn, 1 đổi hạn, 0 mới, 0 không còn; 1 đổi người." in told
    assert "Đổi người: Nguyễn Văn Bình → Bùi Thị Vân" in told


def test_a_renamed_work_is_counted_and_told(clerk: Clerk) -> None:
    clerk.sends(text(works=(WORKS[0].replace("Khảo sát", "Khảo sát lại"), *WORKS[1:])))
    told = words(clerk, "/ke-hoach/1")
    assert "; 1 đổi tên việc." in told
    assert "Đổi tên việc: Khảo sát chất lượng" in told
    assert "Đổi người" not in told


def test_a_copy_with_the_same_works_tells_no_change(clerk: Clerk) -> None:
    clerk.sends(text(works=(WORKS[0], *WORKS[1:])) + "Nơi nhận: các tổ.\n")
    told = words(clerk, "/ke-hoach/1")
    assert "0 không còn." in told
    assert "đổi điều khác" not in told


def test_the_command_tells_who_changes(tmp_path: Path) -> None:
    plan, data = tmp_path / "ke-hoach.txt", str(tmp_path / "data")
    plan.write_text(text(), encoding="utf-8")
    assert CliRunner().invoke(tracker, ["import", str(plan), "--publish", "--data", data]).exit_code == 0
    plan.write_text(text(works=HANDED), encoding="utf-8")
    ran = CliRunner().invoke(tracker, ["import", str(plan), "--json", "--data", data])
    printed = json.loads(ran.stdout)
    (told,) = (printed[0] if isinstance(printed, list) else printed)["changes"]["people"]
    assert (told["title"], told["was"]["owners"], told["now"]["owners"]) == (
        CONTEST,
        ["Nguyễn Văn Bình"],
        ["Bùi Thị Vân"],
    )
    again = CliRunner().invoke(tracker, ["import", str(plan), "--data", data])
    assert f"Đổi người: {CONTEST}: Nguyễn Văn Bình → Bùi Thị Vân" in again.stdout
