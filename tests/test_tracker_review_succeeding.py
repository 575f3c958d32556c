"""A corrected copy under another number: asked about, joined with the plan it corrects, taken back, or kept apart."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from tests.fakes.corrected import CONTEST, COPY, TRAINING, WORKS, Clerk, clerk_of, moved, text
from tracker.store import people, plans
from tracker.store.database import open_database
from tracker.store.records import PlanStatus, TaskState


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    return clerk_of(tmp_path / "data")


def test_it_is_asked_on_the_page_and_is_not_published_before_it_is_answered(clerk: Clerk) -> None:
    assert clerk.sends() == 2
    page = html.fromstring(clerk.get("/ke-hoach/2/duyet").text)
    told = " ".join(page.get_element_by_id("cau-hoi").text_content().split())
    assert "trùng với Kế hoạch kiểm tra nội bộ số 45/KH-THCSHN (đang có hiệu lực)" in told
    assert "Đây là bản sửa, thay cho Kế hoạch kiểm tra nội bộ số 45/KH-THCSHN" in told
    assert "Là kế hoạch khác" in told
    assert "hai kế hoạch cùng chạy, việc trùng được nhắc ở cả hai" in told
    assert clerk.publishes(2, 1) == "/ke-hoach/2/duyet?thieu=1"
    assert len(clerk.feed()) == len(WORKS)


def test_neither_a_reason_nor_looking_passes_it_over(clerk: Clerk) -> None:
    clerk.sends()
    question = clerk.asked()
    for act, more in (("bo-qua", {"reason": "cho nhanh"}), ("da-xem", {}), ("nhan", {})):
        assert clerk.answers(act, question=question["id"], **more).status_code == 422
    assert clerk.asked() == question
    assert clerk.wishes(2, kind="waive", question=question["id"], reason="cho nhanh").status_code == 422


def test_the_copy_that_replaces_keeps_works_answers_hands_and_uids(clerk: Clerk) -> None:
    before, feed = clerk.works(), clerk.feed()
    clerk.sends()
    assert clerk.answers("ban-sua", corrected="1").headers["location"].startswith("/ke-hoach/1/duyet?xong=ban-sua")
    assert clerk.feed() == feed
    clerk.publishes(1, 2)
    after = clerk.works()
    survey = after["Khảo sát lại chất lượng học sinh các khối lớp"]
    assert survey.id == before["Khảo sát chất lượng học sinh các khối lớp"].id
    assert survey.state is TaskState.DONE
    assert {one.id for one in after.values()} == {one.id for one in before.values()}
    assert after[CONTEST].sequence > before[CONTEST].sequence
    assert after[TRAINING].sequence == before[TRAINING].sequence
    assert set(clerk.feed()) == set(feed)
    with open_database(clerk.folder) as db:
        assert [people.by_id(db, one).name for one, _ in people.assigned(db, after[TRAINING].id)] == ["Ngô Thị Lý"]


def test_the_plan_bears_the_new_number_and_is_found_by_both(clerk: Clerk) -> None:
    clerk.sends()
    clerk.answers("ban-sua", corrected="1")
    clerk.publishes(1, 2)
    every = clerk.get("/api/plans").json()
    assert [(one["id"], one["number"], one["date"]) for one in every] == [(1, "52/KH-THCSHN", "2023-09-25")]
    assert every[0]["former_numbers"] == ["45/KH-THCSHN"]
    page = html.fromstring(clerk.get("/ke-hoach/1").text)
    assert page.get_element_by_id("so-cu").text_content() == "số 45/KH-THCSHN"
    assert clerk.get("/ke-hoach/2").headers["location"] == "/ke-hoach/1"
    assert clerk.sends(COPY.replace("8/12/2023", "9/12/2023")) == 1
    assert clerk.sends(text(works=WORKS[:3])) == 1


def test_the_page_of_the_copy_compares_it_and_says_whose_number_it_replaces(clerk: Clerk) -> None:
    clerk.sends()
    clerk.answers("ban-sua", corrected="1")
    page = html.fromstring(clerk.get("/ke-hoach/1").text)
    assert page.get_element_by_id("so-moi").text_content() == "52/KH-THCSHN, thay cho 45/KH-THCSHN"
    compared = " ".join(page.find_class("changes")[0].text_content().split())
    assert "3 việc giữ nguyên hạn, 1 đổi hạn, 0 mới, 0 không còn" in compared


def test_what_was_decided_before_the_answer_goes_along(clerk: Clerk) -> None:
    clerk.sends()
    mine = {one.task.title: one.id for one in clerk.tasks() if one.plan_id == 2}
    clerk.answers("ten", task=mine[CONTEST], title="Hội thi giáo viên giỏi")
    clerk.answers("bo", task=mine[TRAINING], reason="đã tập huấn hè")
    clerk.answers("ban-sua", corrected="1")
    review = clerk.get("/api/plans/1/review").json()
    assert "Hội thi giáo viên giỏi" in {one["title"] for one in review["tasks"]}
    assert [one["title"] for one in review["away"]] == [TRAINING]
    contest = next(one for one in clerk.works().values() if one.task.title == CONTEST and one.plan_id == 1)
    clerk.publishes(1, 2)
    assert clerk.works()["Hội thi giáo viên giỏi"].id == contest.id
    assert TRAINING not in clerk.works()


def test_it_is_undone_until_it_is_published(clerk: Clerk) -> None:
    clerk.sends()
    clerk.answers("ban-sua", corrected="1")
    back = clerk.answers("hoan-tac", plan=1, revision=2).headers["location"]
    assert back.startswith("/ke-hoach/2/duyet")
    assert clerk.asked()
    assert clerk.get("/api/plans/1").json()["revision"]["status"] == "published"
    assert {one.state for one in clerk.tasks() if one.plan_id == 2} == {TaskState.OPEN}
    clerk.answers("ban-sua", corrected="1")
    clerk.publishes(1, 3)
    assert clerk.get("/api/plans/1").json()["number"] == "52/KH-THCSHN"


def test_deleting_the_copy_leaves_the_plan_in_force_and_its_file_is_asked_about_anew(clerk: Clerk) -> None:
    clerk.sends()
    clerk.answers("ban-sua", corrected="1")
    clerk.press("/ke-hoach/1/xoa-nhap", on="/ke-hoach/1", revision="2")
    assert [(one["id"], one["status"]) for one in clerk.get("/api/plans").json()] == [(1, "published")]
    assert clerk.sends() == 2
    assert clerk.asked()


def test_a_draft_of_the_plan_that_waited_waits_again_when_it_is_undone(clerk: Clerk) -> None:
    assert clerk.sends(text(works=WORKS[:3])) == 1
    clerk.sends()
    clerk.answers("ban-sua", corrected="1")
    assert clerk.get("/api/plans/1").json()["revision"]["number"] == 3
    clerk.answers("hoan-tac", plan=1, revision=3)
    assert clerk.get("/api/plans/1").json()["revision"] | {"sha256": ""} == {
        "number": 2,
        "status": "draft",
        "sha256": "",
    }


def test_another_copy_sent_meanwhile_is_not_lost_when_it_is_undone(clerk: Clerk) -> None:
    clerk.sends()
    clerk.answers("ban-sua", corrected="1")
    assert clerk.sends(COPY.replace("8/12/2023", "12/12/2023")) == 1
    clerk.answers("hoan-tac", plan=1, revision=3)
    days = {one["title"]: one["due"] for one in clerk.get("/api/plans/2").json()["tasks"]}
    assert days[TRAINING] == "2023-12-12"
    assert clerk.get("/api/plans/1").json()["revision"]["number"] == 1


def test_another_plan_is_published_beside_it_and_asked_about_no_more(clerk: Clerk) -> None:
    feed = clerk.feed()
    clerk.sends()
    clerk.answers("ke-hoach-khac")
    assert clerk.asked() is None
    clerk.answers("hoan-tac")
    assert clerk.asked()
    clerk.answers("ke-hoach-khac")
    assert clerk.publishes(2, 1) == "/ke-hoach/2?xong=phat-hanh"
    assert len(clerk.feed()) == 2 * len(feed)
    assert clerk.sends(COPY.replace("8/12/2023", "9/12/2023")) == 2
    assert clerk.asked() is None


def test_a_recalled_plan_is_asked_about_and_comes_back_with_its_answers(clerk: Clerk) -> None:
    before = {one.id for one in clerk.tasks()}
    clerk.recalls()
    clerk.sends()
    assert "(đã thu hồi)" in clerk.asked()["message"]
    page = clerk.get("/ke-hoach/2/duyet").text
    assert "các việc bắt đầu lại từ đầu" in page
    assert "cùng chạy" not in page
    clerk.answers("ban-sua", corrected="1")
    assert "thu hồi" in clerk.get("/ke-hoach/1/duyet").text
    clerk.answers("hoan-tac", plan=1, revision=2)
    with open_database(clerk.folder) as db:
        assert plans.by_id(db, 1).status is PlanStatus.WITHDRAWN
    clerk.answers("ban-sua", corrected="1")
    clerk.publishes(1, 3)
    assert {one.id for one in clerk.works().values()} == before
    assert clerk.works()["Khảo sát lại chất lượng học sinh các khối lớp"].state is TaskState.DONE
    assert {status for status, _ in clerk.feed().values()} == {"CONFIRMED"}


@pytest.mark.parametrize("recalled", [False, True])
def test_uploaded_for_a_plan_it_is_asked_about_however_little_they_share(clerk: Clerk, *, recalled: bool) -> None:
    if recalled:
        clerk.recalls()
        assert "/ke-hoach/tai-len?sua=1" in clerk.get("/ke-hoach").text
    assert "trang duyệt hỏi một câu" in clerk.get("/ke-hoach/tai-len?sua=1").text
    other = text(
        "52", title="Tuyển sinh đầu cấp", works=("Rà soát hồ sơ học sinh lớp 6. (Xong trước ngày 6/10/2023).",)
    )
    assert clerk.sends(other, "?sua=1") == 2
    question = clerk.asked()
    assert "được tải lên làm bản sửa của Kế hoạch kiểm tra nội bộ số 45/KH-THCSHN" in question["message"]
    assert [one["plan"] for one in question["corrects"]] == [1]


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(text("60", title="Công tác tháng 10", works=WORKS[1:2]), id="a month under the year"),
        pytest.param(
            text("61").replace("2023", "2024").replace("năm học 2024-2024", "năm học 2024-2025"), id="next year"
        ),
        pytest.param(
            text("62", title="Công tác thư viện", works=("Kiểm kê sách trước ngày 6/10/2023.",)), id="other works"
        ),
        pytest.param(text("63").replace("HÒA NAM", "LÊ LỢI"), id="another school"),
    ],
)
def test_plans_that_correct_nothing_are_not_asked_about(clerk: Clerk, words: str) -> None:
    assert clerk.sends(words) == 2
    assert clerk.asked() is None


def test_the_same_number_is_a_copy_as_ever(clerk: Clerk) -> None:
    assert clerk.sends(text(works=moved())) == 1
    assert clerk.asked(1) is None


def test_a_plan_in_force_by_itself_replaces_no_other(clerk: Clerk) -> None:
    clerk.sends()
    clerk.answers("ke-hoach-khac")
    clerk.publishes(2, 1)
    clerk.sends(COPY.replace("8/12/2023", "9/12/2023"))
    assert clerk.answers("ban-sua", revision=2, corrected="1").status_code == 422
    assert clerk.wishes(2, kind="replaces", plan=1).status_code == 422
    assert len(clerk.get("/api/plans").json()) == 2
