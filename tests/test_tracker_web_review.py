"""The review of a draft as a clerk meets it: pressed through the real application, with and without scripts."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from schedules.plan import Block, Cell, Document, Finding, Mention, Place, Severity
from tests.conftest import due_on, make_plan, make_task
from tests.fakes.review_clerk import CONTEST, PAGE, PLAN, Clerk, clerk_with
from tests.fakes.visitor import Visitor
from tracker.plan_reading import PlanReader
from tracker.web.original import shown
from tracker.web.site import national_calendar

BLOCK = Finding("ngay-khong-co", Severity.BLOCK, "Ngày 31/9 không có.", ("31/9/2023",), "Xem lại ngày.")


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    return clerk_with(tmp_path / "data")


def test_the_page_shows_the_document_the_questions_and_the_doubtful_first(clerk: Clerk) -> None:
    page = html.fromstring(clerk.get(PAGE).text)
    assert "Công khai chất lượng giáo dục đầu năm học" in page.xpath("string(//section[@class='original'])")
    assert page.xpath("string(//*[@id='cau-hoi']/h2)") == "2 câu cần trả lời"
    assert page.xpath("string((//ul[contains(@class, 'tasks')]//a[@class='name'])[1])").startswith("Báo cáo công khai")


def test_the_quote_of_the_chosen_task_is_lit_in_the_document_and_in_the_task(clerk: Clerk) -> None:
    page = html.fromstring(clerk.get(f"{PAGE}?viec={clerk.id_of(CONTEST)}").text)
    assert CONTEST in page.xpath("string(//section[@class='original']//mark)")
    assert CONTEST in page.xpath("string(//li[@class='chosen']//mark)")
    assert page.xpath("count(//li[@class='chosen']//form)") > 5


def test_the_review_of_a_second_copy_does_not_say_that_nobody_got_anything(clerk: Clerk) -> None:
    first = clerk.get(PAGE).text
    clerk.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="1")
    clerk.keep(
        PlanReader(national_calendar()).read_bytes(PLAN.replace("28/10", "27/10").encode(), "b.txt"), publish=False
    )
    second = clerk.get(PAGE).text
    assert [("Chưa ai nhận gì" in one, "vẫn theo bản đã phát hành" in one) for one in (first, second)] == [
        (True, False),
        (False, True),
    ]


def test_a_published_plan_has_no_review_page(clerk: Clerk) -> None:
    clerk.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="1")
    assert clerk.get(PAGE).headers["location"] == "/ke-hoach/1?xong=da-co-hieu-luc"
    assert clerk.press(f"{PAGE}/ten", on="/doc-thu", task="x", revision="1").status_code == 403


def test_a_new_title_is_kept_and_leads_back_to_the_task(clerk: Clerk) -> None:
    task = clerk.id_of(CONTEST)
    answer = clerk.presses("ten", task=task, title="Hội thi <giỏi>")
    assert answer.headers["location"] == f"{PAGE}?viec={task}&xong=da-sua#viec-{task}"
    page = clerk.get(answer.headers["location"]).text
    assert "Hội thi &lt;giỏi&gt;" in page
    assert f"Vừa làm: “{CONTEST}”: đổi tên thành “Hội thi &lt;giỏi&gt;”" in page


def test_typed_words_are_shown_back_with_the_why_before_anything_is_saved(clerk: Clerk) -> None:
    task = clerk.id_of(CONTEST)
    page = clerk.presses("han", task=task, words="trước ngày 5/12").text
    assert "hiểu là trước thứ Ba 5/12/2023" in page
    assert "không kể chính ngày đó" in page
    assert clerk.stored()[CONTEST].task.due.day == date(2023, 10, 28)
    clerk.presses("han", task=task, words="trước ngày 5/12", sure="1")
    assert clerk.stored()[CONTEST].task.due.day == date(2023, 12, 5)


def test_picked_days_are_saved(clerk: Clerk) -> None:
    clerk.presses("han", task=clerk.id_of(CONTEST), start="2023-11-20", day="2023-11-24")
    due = clerk.stored()[CONTEST].task.due
    assert (due.start, due.day) == (date(2023, 11, 20), date(2023, 11, 24))


@pytest.mark.parametrize(
    ("act", "fields", "sentence"),
    [
        ("han", {"words": "theo lịch của Phòng"}, "không nêu ngày nào đọc được"),
        ("han", {"day": "32/1"}, "không phải ngày"),
        ("han", {}, "Chưa có hạn nào"),
        ("ten", {"title": " "}, "Tên việc cần từ 1 đến 500 ký tự"),
        ("bo", {"reason": ""}, "Lý do bỏ việc cần"),
        ("tach", {"second": ""}, "Tên việc thứ hai cần"),
    ],
)
def test_what_is_wrong_comes_back_in_the_form_it_was_typed_in(
    act: str, fields: dict[str, str], sentence: str, clerk: Clerk
) -> None:
    answer = clerk.presses(act, task=clerk.id_of(CONTEST), **fields)
    assert answer.status_code == 422
    opened = html.fromstring(answer.text).xpath(f"//details[@id='sua-{act}' and @open]")[0]
    assert sentence in opened.text_content()
    assert all(value in answer.text for value in fields.values())


def test_two_tasks_are_merged_split_dropped_and_undone_step_by_step(clerk: Clerk) -> None:
    before = clerk.stored()
    first, second, _ = (one.id for one in clerk.tasks())
    clerk.presses("gop", task=first, other=second)
    clerk.presses("tach", task=first, second="Việc tách ra", given="2")
    clerk.presses("bo", task=first, reason="không làm nữa")
    assert set(clerk.stored()) == {"Việc tách ra", next(title for title in before if title.startswith("Báo cáo"))}
    assert "bỏ vì không làm nữa" in clerk.get(PAGE).text
    for _ in range(3):
        clerk.presses("hoan-tac")
    assert {title: one.task for title, one in clerk.stored().items()} == {
        title: one.task for title, one in before.items()
    }
    assert "Không còn gì để hoàn tác" in clerk.presses("hoan-tac").text


def test_one_answer_gives_all_the_work_nobody_leads(clerk: Clerk) -> None:
    ids = [one.id for one in clerk.tasks()]
    page = clerk.get(PAGE).text
    assert page.count('name="tasks"') == 3
    clerk.presses("nguoi-nhieu", tasks=ids, owners="Hiệu trưởng")
    assert {one.task.owners for one in clerk.tasks()} == {("Hiệu trưởng",)}
    assert "mọi việc đã có người phụ trách" in clerk.get(PAGE).text


def test_a_suggested_day_is_taken_with_one_press(clerk: Clerk) -> None:
    clerk.presses("nhan", question=clerk.asked()["nam-lech"])
    assert [one.task.due.day for one in clerk.tasks()].count(date(2023, 9, 25)) == 2
    assert "nam-lech" not in clerk.asked()


def test_a_choice_between_two_dates_is_one_press(tmp_path: Path) -> None:
    task = make_task("Báo cáo tự đánh giá", date(2024, 4, 30))
    later = Mention("Báo cáo tự đánh giá\tTuần 2", Place(table=1, row=2), due_on(date(2024, 5, 12)))
    quotes = (task.mentions[0].quote, later.quote)
    finding = Finding("hai-han", Severity.CHOICE, "Hai hạn khác nhau.", quotes, "Chọn một hạn.")
    clerk = Clerk(tmp_path / "data")
    both = replace(task, mentions=(*task.mentions, later), confidence=0.6)
    clerk.keep(replace(make_plan(both), findings=(finding,)), publish=False)
    assert clerk.get(PAGE).text.count("/duyet/chon-ngay") == 2
    clerk.presses("chon-han", task=clerk.tasks()[0].id, mention="2")
    assert clerk.tasks()[0].task.due.day == date(2024, 5, 12)
    assert "đã chốt hạn" in clerk.get(PAGE).text


def test_works_merged_by_hand_ask_for_their_day_with_both_quotes(clerk: Clerk) -> None:
    first, second, _ = (one.id for one in clerk.tasks())
    page = clerk.get(clerk.presses("gop", task=first, other=second).headers["location"])
    assert "Hai hạn khác nhau: hãy chọn một" in page.text
    asked = html.fromstring(page.text).xpath("//section[@id='cau-hoi']//div[@class='choices']//button")
    assert [" ".join(one.text_content().split()).split("“")[0] for one in asked[-3:]] == [
        "trước thứ Hai 25/9/2023",
        "trước thứ Bảy 28/10/2023",
        "Đây là hai việc khác nhau",
    ]
    assert html.fromstring(page.text).xpath("count(//li[@class='chosen']//figure)") == 2
    choices = clerk.get("/api/plans/1/review").json()["questions"]
    choice = next(one["choices"][1]["id"] for one in choices if one["findings"][0]["rule"] == "hai-han")
    clerk.presses("chon-ngay", question=clerk.asked()["hai-han"], choice=choice)
    assert clerk.tasks()[0].task.due.day == date(2023, 10, 28)
    assert "hai-han" not in clerk.asked()
    clerk.presses("hoan-tac")
    assert "hai-han" in clerk.asked()


TWO_NAMES = """TRƯỜNG THCS HOA SEN
Số: 12/KH-HS
Hoa Sen, ngày 18 tháng 9 năm 2023
KẾ HOẠCH
Khảo thí năm học 2023-2024
1. Gửi báo cáo khảo sát đầu năm. (Hoàn thành trước ngày 05/10/2023).
2. Họp hội đồng trường trước ngày 20/10/2023.

| TT | Nội dung | Thời gian | Phụ trách |
|---|---|---|---|
| 1 | Nộp số liệu khảo sát đầu năm | 12/10/2023 | Phó Hiệu trưởng |
| 2 | Thi đua | 20/11/2023 | Hiệu trưởng |
| 3 | Tham quan | 20/12/2023 | Hiệu trưởng |
"""


def test_two_works_that_may_be_one_are_merged_with_one_press_and_then_ask_their_day(tmp_path: Path) -> None:
    clerk = clerk_with(tmp_path / "data", TWO_NAMES)
    question = next(
        one
        for one in clerk.get("/api/plans/1/review").json()["questions"]
        if one["findings"][0]["rule"] == "co-the-mot-viec"
    )
    page = clerk.get(PAGE).text
    assert ("Gộp làm một việc" in page, "Là hai việc" in page) == (True, True)
    first, second = question["perhaps_one"]
    clerk.presses("gop", task=first, other=second)
    assert "co-the-mot-viec" not in clerk.asked()
    assert "hai-han" in clerk.asked()
    clerk.presses("hoan-tac")
    clerk.presses("da-xem", question=clerk.asked()["co-the-mot-viec"])
    assert {"co-the-mot-viec", "hai-han"}.isdisjoint(clerk.asked())


def test_an_unanswered_merge_is_told_where_the_plan_is_published(clerk: Clerk) -> None:
    first, second, _ = (one.id for one in clerk.tasks())
    clerk.presses("gop", task=first, other=second)
    clerk.press("/ke-hoach/1/phat-hanh", on=PAGE, revision="1")
    assert "được gộp từ những việc có hạn khác nhau" in clerk.get("/ke-hoach/1").text


def test_publishing_is_refused_and_says_what_is_unanswered(tmp_path: Path) -> None:
    clerk = Clerk(tmp_path / "data")
    clerk.keep(replace(make_plan(make_task("Khảo sát", date(2023, 9, 29))), findings=(BLOCK,)), publish=False)
    assert "phat-hanh" not in clerk.get("/ke-hoach/1").text
    answer = clerk.press("/ke-hoach/1/phat-hanh", on=PAGE, revision="1")
    page = clerk.get(answer.headers["location"]).text
    assert "Chưa phát hành được" in page
    assert "Ngày 31/9 không có." in re.search(r'role="alert".*?</ul>', page, re.DOTALL)[0]
    clerk.presses("bo-qua", question=clerk.asked()["ngay-khong-co"], reason="đã hỏi Phòng")
    assert "đã bỏ qua vì đã hỏi Phòng" in clerk.get("/ke-hoach/1").text
    clerk.press("/ke-hoach/1/phat-hanh", on=PAGE, revision="1")
    assert clerk.tasks()[0].published


def test_a_task_with_an_impossible_day_is_answered_by_giving_it_another(tmp_path: Path) -> None:
    clerk = Clerk(tmp_path / "data")
    text = PLAN.replace("28/10/2023", "31/9/2023")
    clerk.keep(PlanReader(national_calendar()).read_bytes(text.encode(), "ke-hoach.txt"), publish=False)
    question = clerk.asked()["ngay-khong-co"]
    assert "cần thầy/cô tự quyết" in clerk.presses("nhan", question=question).text
    clerk.presses("han", task=clerk.id_of(CONTEST), day="2023-09-29")
    assert "ngay-khong-co" not in clerk.asked()


def test_words_without_a_possible_day_become_a_task_that_quotes_the_plan(tmp_path: Path) -> None:
    clerk = Clerk(tmp_path / "data")
    line = "4. Nộp sổ vào ngày 31/9."
    text = PLAN + line
    lost = Finding("ngay-khong-co", Severity.BLOCK, "Không có ngày 31/9.", (line,), "Sửa lại ngày.")
    plan = replace(PlanReader(national_calendar()).read_bytes(text.encode(), "a.txt"), findings=(lost,))
    clerk.keep(replace(plan, tasks=plan.tasks[:3]), publish=False)
    question = clerk.asked()["ngay-khong-co"]
    assert "Lập thành việc" in clerk.get(PAGE).text
    assert clerk.presses("lap-viec", question=question, title="Hội thi").status_code == 422
    clerk.presses("lap-viec", question=question, title="Hội thi", words="trước ngày 30/9/2023")
    made = clerk.stored()["Hội thi"].task
    assert (made.due.day, made.mentions[0].quote in text) == (date(2023, 9, 30), True)
    assert "ngay-khong-co" not in clerk.asked()
    clerk.keep(replace(plan, tasks=plan.tasks[:2]), publish=False)
    assert "Hội thi" in clerk.stored()
    clerk.keep(PlanReader(national_calendar()).read_bytes(PLAN.encode(), "c.txt"), publish=False)
    assert "Hội thi" not in clerk.stored()


@pytest.mark.parametrize("number", ["9" * 18, "9" * 30, "9" * 5000, "-1", "²", ""])
def test_a_number_of_no_import_at_all_decides_nothing(number: str, clerk: Clerk) -> None:
    answer = clerk.press(f"{PAGE}/ten", on=PAGE, revision=number, task=clerk.id_of(CONTEST), title="Khác")
    assert answer.status_code == 409
    assert CONTEST in clerk.stored()


def test_what_was_seen_before_a_newer_import_is_not_decided_any_more(clerk: Clerk) -> None:
    task = clerk.id_of(CONTEST)
    clerk.keep(
        PlanReader(national_calendar()).read_bytes(PLAN.replace("28/10", "27/10").encode(), "b.txt"), publish=False
    )
    answer = clerk.presses("ten", task=task, title="Khác")
    assert answer.status_code == 409
    assert CONTEST in clerk.stored()


def test_a_reimport_says_which_decision_its_words_ended(clerk: Clerk) -> None:
    clerk.presses("han", task=clerk.id_of(CONTEST), day="2023-11-24")
    clerk.keep(
        PlanReader(national_calendar()).read_bytes(PLAN.replace("28/10", "27/10").encode(), "b.txt"), publish=False
    )
    for path in (PAGE, "/ke-hoach/1"):
        assert "đổi hạn thành chậm nhất thứ Sáu 24/11/2023" in clerk.get(path).text
    assert clerk.stored()[CONTEST].task.due.day == date(2023, 10, 27)


def test_tables_stand_as_tables_with_the_cells_of_the_quote_lit() -> None:
    cells = (Cell("Tháng 9", Place(table=1, row=2, column=1)), Cell("Khảo sát", Place()), Cell("Tuần 3", Place()))
    row = Block("Tháng 9\tKhảo sát\tTuần 3", Place(table=1, row=2), cells)
    other = replace(row, place=Place(table=1, row=1))
    document = Document("x", "docx", (Block("KẾ HOẠCH", Place(paragraph=1)), other, row))
    mention = Mention("Khảo sát\tTuần 3", Place(table=1, row=2, column=2), due_on(date(2023, 9, 24)))
    parts = shown(document, [mention]).parts
    assert [(part.is_table, len(part.lines)) for part in parts] == [(False, 1), (True, 2)]
    lit = [[piece.lit for piece in box.pieces] for box in parts[1].lines[1].boxes]
    assert lit == [[False], [True], [True]]
    assert not parts[1].lines[0].at


def test_merged_cells_lie_as_on_paper() -> None:
    def at(row: int, column: int) -> Place:
        return Place(table=1, row=row, column=column)

    group = (Cell("Tiêu chuẩn 1", at(1, 1)), *(Cell("Tiêu chuẩn 1", at(1, n), merged_from=at(1, 1)) for n in (2, 3)))
    below = (Cell("Tiêu chuẩn 1", at(2, 1), merged_from=at(1, 1)), Cell("Khảo sát", at(2, 2)), Cell("Tuần 3", at(2, 3)))
    rows = tuple(Block("…", Place(table=1, row=n), cells) for n, cells in enumerate((group, below), 1))
    lines = shown(Document("x", "docx", rows), []).parts[0].lines
    boxes = [[(len(box.pieces), box.columns, box.goes_on) for box in line.boxes] for line in lines]
    assert boxes == [[(1, 3, False)], [(0, 1, True), (1, 1, False), (1, 1, False)]]


def test_a_sheet_of_thousands_is_shown_around_the_chosen_task() -> None:
    blocks = tuple(Block(f"Dòng {number}", Place(line=number)) for number in range(1, 10_001))
    original = shown(Document("x", "txt", blocks), [Mention("Dòng 9000", Place(line=9000), due_on(date(2023, 9, 24)))])
    assert len(original.parts) == 1500
    assert (original.before, original.after) == (8249, 251)
    assert any(part.lines[0].at for part in original.parts)


def test_the_review_is_sound_html_for_keyboards_and_screen_readers(clerk: Clerk) -> None:
    page = html.fromstring(clerk.get(f"{PAGE}?viec={clerk.id_of(CONTEST)}&sua=han").text)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    labelled = set(page.xpath("//label/@for"))
    fields = page.xpath("//input[not(@type='hidden')] | //select | //textarea")
    assert {field.get("id") for field in fields} <= labelled
    assert all(form.xpath(".//input[@name='token']") for form in page.xpath("//form[@method='post']"))


def test_a_stranger_neither_sees_nor_decides(clerk: Clerk) -> None:
    stranger = Visitor(clerk.folder, signed_in=False)
    assert stranger.get(PAGE).status_code == 401
    assert stranger.client.post(f"{PAGE}/hoan-tac").status_code == 401
    assert stranger.get("/api/plans/1/review").status_code == 401


def test_no_work_is_chosen_to_merge_with_and_the_likest_stand_first(clerk: Clerk) -> None:
    first = "Báo cáo công khai gửi Phòng Giáo dục"
    page = html.fromstring(clerk.get(f"{PAGE}?viec={clerk.id_of(first)}&sua=gop").text)
    words = page.xpath("//select[@id='other']/option/text()")
    assert words[0] == "Chọn việc…"
    assert words[1].startswith("Công khai chất lượng giáo dục")
    assert page.xpath("//select[@id='other'][@required]/option[1]/@value") == [""]
    answer = clerk.presses("gop", task=clerk.id_of(first), other="")
    assert (answer.status_code, "Chưa chọn việc nào để gộp" in answer.text) == (422, True)


def test_a_name_that_ends_in_its_own_so_is_parted_from_the_number(tmp_path: Path) -> None:
    text = PLAN.replace("Khảo thí và kiểm định chất lượng giáo dục", "Xây dựng thư viện số")
    clerk = clerk_with(tmp_path / "data", text)
    assert "thư viện số, số 12/KH-MNHB" in clerk.get("/ke-hoach/1").text
