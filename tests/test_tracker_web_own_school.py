"""Who signs in by a letter sees the plans, works and people of their own school, and of no other."""

from __future__ import annotations

from tests.conftest import NOW, SCHOOL, make_plan, make_task
from tests.fakes.letter_box import LetterBox

LAN = "lan@truong.vn"


OTHER = "Trường Tiểu học Kim Đồng"


def test_who_signs_in_by_a_letter_sees_their_own_school(box: LetterBox) -> None:
    own = box.visitor.tasks()[0]
    tasks = box.visitor.keep(make_plan(make_task("Việc trường khác", NOW.date()), school=OTHER, number="9/KH-KD"))
    other = next(one for one in tasks if one.id != own.id)
    binh = box.person("Thầy Bình", "mailto:binh@kimdong.vn", school=OTHER)
    box.visitor.client.post(box.asked_link(LAN))
    for path in (
        "/viec/{0.id}",
        "/ke-hoach/{0.plan_id}",
        "/cach-nhac/viec/{0.id}",
        "/api/tasks/{0.id}",
        "/api/plans/{0.plan_id}",
    ):
        assert box.visitor.get(path.format(own)).status_code == 200, path
        assert box.visitor.get(path.format(other)).status_code == 404, path
    assert box.visitor.get(f"/nguoi/{binh.id}").status_code == 404
    assert box.visitor.client.post(f"/api/tasks/{other.id}/done").status_code == 404
    assert box.visitor.press(f"/viec/{other.id}/xong", on=f"/viec/{own.id}").status_code == 404
    for path in ("/", "/tin-nhan", "/ke-hoach", "/nguoi", "/ke-hoach/tai-len"):
        page = box.visitor.get(path)
        assert page.status_code == 200
        assert "Kim Đồng" not in page.text, path
        assert "Việc trường khác" not in page.text
    assert box.visitor.get("/?truong=truong-tieu-hoc-kim-dong").status_code == 404
    assert {one["title"] for one in box.visitor.get("/api/tasks").json()} == {own.task.title}
    assert {one["school"] for one in box.visitor.get("/api/people").json()} == {SCHOOL}
    assert {one["school"] for one in box.visitor.get("/api/plans").json()} == {SCHOOL}
    assert box.visitor.get("/api/tasks", params={"school": OTHER}).status_code == 404


def test_a_plan_that_names_another_school_is_kept_for_the_school_of_who_sends_it(box: LetterBox) -> None:
    box.visitor.client.post(box.asked_link(LAN))
    text = "TRƯỜNG TIỂU HỌC KIM ĐỒNG\nSố: 3/KH-KD\nKẾ HOẠCH\n1. Nộp báo cáo trước ngày 25/10/2023.\n"
    kept = box.visitor.press("/ke-hoach/tai-len", text=text, school=OTHER)
    assert kept.status_code == 303
    assert box.visitor.get(kept.headers["location"]).status_code == 200
    assert box.visitor.client.post("/api/plans", data={"text": text, "school": OTHER}).json()["plan"] is not None
    assert {one["school"] for one in box.visitor.get("/api/plans").json()} == {SCHOOL}


def test_the_server_s_own_link_sees_every_school_as_before(box: LetterBox) -> None:
    box.visitor.keep(make_plan(make_task("Việc trường khác", NOW.date()), school=OTHER, number="9/KH-KD"))
    box.visitor.client.post(box.visitor.link)
    assert box.visitor.get("/?truong=truong-tieu-hoc-kim-dong").status_code == 200
    assert {one["school"] for one in box.visitor.get("/api/plans").json()} == {SCHOOL, OTHER}
