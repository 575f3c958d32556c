"""A group a plan calls by two names is asked about as it is taken in: one press joins, undo parts, publishing keeps it."""

from __future__ import annotations

from pathlib import Path

from lxml import html

from tests.fakes.review_clerk import PAGE, Clerk, clerk_with
from tracker.plan_reading import PlanReader
from tracker.store import people
from tracker.store.database import open_database
from tracker.web.site import national_calendar

HEADS, ALSO = "Các tổ trưởng", "Tổ trưởng các tổ"
PLAN = """TRƯỜNG THCS HOA SEN
Số: {number}/KH-HS
Hoa Sen, ngày 18 tháng 9 năm 2023
KẾ HOẠCH
{title} năm học 2023-2024

| Thời gian | Nội dung | Phụ trách | Phối hợp |
{rows}
"""
ROWS = (
    "| 16/10/2023 | Nộp kế hoạch tổ | Các tổ trưởng | Văn thư |",
    "| 10/11/2023 | Báo cáo thi đua đợt một | Tổ trưởng các tổ | Văn thư |",
    "| 12/12/2023 | Kiểm tra hồ sơ giáo viên | Hiệu trưởng | Tổ trưởng các tổ |",
)
TITLE = "Kiểm tra nội bộ"


def plan(*rows: str, number: int = 12, title: str = TITLE) -> str:
    return PLAN.format(number=number, title=title, rows="\n".join(rows or ROWS))


def named(clerk: Clerk) -> set[str]:
    return {name for one in clerk.stored().values() for name in (*one.task.owners, *one.task.helpers)}


def joins(clerk: Clerk, page: str = PAGE) -> list[str]:
    found = html.fromstring(clerk.get(page).text).xpath('//form[contains(@action, "/mot-nhom")]//button')
    return [" ".join(button.text_content().split()) for button in found]


def staff(clerk: Clerk) -> list[str]:
    with open_database(clerk.folder) as db:
        return [one.name for one in people.of_school(db, 1) if not one.merged_into]


def test_one_press_gives_all_works_to_one_name_and_undo_parts_them(tmp_path: Path) -> None:
    clerk = clerk_with(tmp_path / "data", plan())
    assert {HEADS, ALSO} <= named(clerk)
    question = clerk.asked()["hai-ten-mot-nhom"]
    assert f"“{HEADS}” (1 việc) và “{ALSO}” (2 việc) có thể là một nhóm" in clerk.get(PAGE).text
    assert joins(clerk) == [f"Là một nhóm, ghi là {name}" for name in (HEADS, ALSO)]
    assert clerk.presses("mot-nhom", question=question, stays="Hiệu trưởng").status_code == 422
    done = clerk.get(clerk.presses("mot-nhom", question=question, stays=HEADS).headers["location"]).text
    assert "Đã ghi: là một nhóm" in done
    assert f"“{ALSO}”: cùng một nhóm, ghi là “{HEADS}”" in done
    assert ALSO not in named(clerk)
    works = clerk.stored()
    assert works["Báo cáo thi đua đợt một"].task.owners == works["Kiểm tra hồ sơ giáo viên"].task.helpers == (HEADS,)
    assert "hai-ten-mot-nhom" not in clerk.asked()
    clerk.presses("hoan-tac")
    assert {HEADS, ALSO} <= named(clerk)
    assert clerk.asked()["hai-ten-mot-nhom"] == question


def test_once_published_the_group_is_one_person_for_later_plans_and_copies(tmp_path: Path) -> None:
    clerk = clerk_with(tmp_path / "data", plan())
    clerk.presses("mot-nhom", question=clerk.asked()["hai-ten-mot-nhom"], stays=HEADS)
    assert ALSO in staff(clerk)
    clerk.press("/ke-hoach/1/phat-hanh", on=PAGE, revision="1")
    assert (HEADS in staff(clerk), ALSO in staff(clerk)) == (True, False)
    assert f"còn gọi: {ALSO}" in clerk.get("/nguoi").text
    again = plan(*ROWS, "| 5/1/2024 | Sơ kết học kỳ I | Tổ trưởng các tổ | Văn thư |")
    clerk.keep(PlanReader(national_calendar()).read_bytes(again.encode(), "ke-hoach.txt"), publish=False)
    assert joins(clerk) == []
    assert "đổi người" not in clerk.get("/ke-hoach/1").text.lower()


def test_a_group_the_school_already_has_is_asked_about_too(tmp_path: Path) -> None:
    clerk = clerk_with(tmp_path / "data", plan(ROWS[0]))
    clerk.press("/ke-hoach/1/phat-hanh", on=PAGE, revision="1")
    other = plan("| 3/3/2024 | Tổng hợp minh chứng | Tổ trưởng các tổ | Văn thư |", number=40, title="Tự đánh giá")
    clerk.keep(PlanReader(national_calendar()).read_bytes(other.encode(), "khac.txt"), publish=False)
    text = clerk.get("/ke-hoach/2/duyet").text
    assert f"“{ALSO}” (1 việc) và “{HEADS}” (đã có ở trang Người)" in text


def test_different_groups_are_asked_about_once_and_never_on_the_page_of_people(tmp_path: Path) -> None:
    clerk = clerk_with(tmp_path / "data", plan())
    assert "một nhóm hay chức danh, gọi hai cách" in clerk.get("/nguoi").text
    clerk.presses("bo-qua", question=clerk.asked()["hai-ten-mot-nhom"], reason="là các nhóm khác nhau")
    assert "hai-ten-mot-nhom" not in clerk.asked()
    assert "gọi hai cách" not in clerk.get("/nguoi").text
    clerk.presses("hoan-tac")
    assert "hai-ten-mot-nhom" in clerk.asked()
    assert "gọi hai cách" in clerk.get("/nguoi").text


def test_two_a_work_names_beside_each_other_are_two(tmp_path: Path) -> None:
    clerk = clerk_with(tmp_path / "data", plan("| 16/10/2023 | Nộp kế hoạch tổ | Các tổ trưởng | Tổ trưởng các tổ |"))
    assert "hai-ten-mot-nhom" not in clerk.asked()


def test_a_program_joins_a_group_by_the_same_question(tmp_path: Path) -> None:
    clerk = clerk_with(tmp_path / "data", plan())
    question = next(one for one in clerk.get("/api/plans/1/review").json()["questions"] if one["one_group"])
    assert question["one_group"] == [HEADS, ALSO]
    wish = {"kind": "group", "question": question["id"], "stays": ALSO}
    answer = clerk.client.post("/api/plans/1/review/operations", json=wish)
    assert answer.status_code == 200, answer.text
    assert HEADS not in named(clerk)


def test_a_person_s_page_joins_groups_with_one_press(tmp_path: Path) -> None:
    clerk = clerk_with(tmp_path / "data", plan())
    (form,) = html.fromstring(clerk.get("/nguoi").text).xpath('//section[@id="mot-nguoi"]/form')
    assert f"{HEADS} và {ALSO} có thể là một nhóm" in " ".join(form.text_content().split())
    with open_database(clerk.folder) as db:
        kept, gone = (people.find(db, name)[0].id for name in (HEADS, ALSO))
    assert clerk.press(f"/nguoi/{gone}/gop", on="/nguoi", kept=str(kept)).status_code == 303
    assert ALSO not in staff(clerk)
