"""What the reading missed: tasks added from a line, from a duty, by hand; suggestions that do what they say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from lxml import html

from schedules.plan import Finding, Mention, Origin, Place, Severity
from tests.conftest import due_on, make_plan, make_task
from tests.test_tracker_web_review import CONTEST, PAGE, PLAN, Clerk
from tracker.cli import tracker
from tracker.plan_reading import PlanReader
from tracker.web.site import national_calendar

DUTY = "4. Thường xuyên kiểm tra hồ sơ, sổ sách của các tổ chuyên môn. Phụ trách: Phó Hiệu trưởng."
TABLE = """<table><tr><th>Nội dung</th><th>Thời gian</th><th>Người thực hiện</th></tr>
<tr><td>Kiện toàn tổ chức Đội</td><td>Trước ngày 31/4/2024</td><td>Tổng phụ trách</td></tr>
<tr><td>Khảo sát chất lượng</td><td>Trước ngày 28/4/2024</td><td>Hiệu trưởng</td></tr></table>"""
LETTERS = tuple(enumerate("ABCDEGHIKLMNOP", 2))
WISHES = "/api/plans/1/review/operations"


def read(text: str, name: str = "ke-hoach.txt"):
    return PlanReader(national_calendar()).read_bytes(text.encode(), name)


@pytest.fixture
def clerk(tmp_path: Path) -> Clerk:
    clerk = Clerk(tmp_path / "data")
    clerk.keep(read(f"{PLAN}{DUTY}\n"), publish=False)
    return clerk


def block_of(clerk: Clerk, words: str) -> str:
    page = html.fromstring(clerk.get(PAGE).text)
    (found,) = page.xpath(f"//*[starts-with(@id, 'doan-')][contains(., '{words}')]/@id")
    return found.removeprefix("doan-")


def test_every_line_of_the_document_offers_to_become_a_task(clerk: Clerk) -> None:
    page = html.fromstring(clerk.get(PAGE).text)
    lines = page.xpath("//*[starts-with(@id, 'doan-')]")
    assert len(page.xpath("//a[@class='pick']")) == len(lines) > 5
    assert page.xpath("//*[@id='them' and not(@open)]")


def test_a_picked_line_fills_the_form_and_becomes_a_task_that_quotes_it(clerk: Clerk) -> None:
    block = block_of(clerk, "hội thi giáo viên")
    page = html.fromstring(clerk.get(f"{PAGE}?them={block}").text)
    assert page.xpath("//*[@id='them' and @open]")
    assert page.xpath("string(//textarea[@id='them-quote'])").startswith("2. Tổ chức hội thi")
    assert page.xpath("string(//input[@id='them-words']/@value)") == "trước ngày 28/10/2023"
    quote = page.xpath("string(//textarea[@id='them-quote'])")
    answer = clerk.presses(
        "them", block=block, quote=quote, title="Họp ban giám khảo", words="tháng 10", owners="Cô Mai"
    )
    made = clerk.stored()["Họp ban giám khảo"]
    assert f"viec={made.id}" in answer.headers["location"]
    assert (made.task.origin, made.task.owners, made.task.due.day) == (Origin.PLAN, ("Cô Mai",), date(2023, 10, 31))
    assert made.task.mentions[0].quote in PLAN
    clerk.presses("hoan-tac")
    assert "Họp ban giám khảo" not in clerk.stored()


def test_typed_words_find_their_line_without_minding_case_and_blanks(clerk: Clerk) -> None:
    clerk.presses("them", quote="hội THI  giáo viên", title="Chấm thi", day="2023-10-20")
    (mention,) = clerk.stored()["Chấm thi"].task.mentions
    assert (mention.quote, mention.place.line) == ("hội thi giáo viên", 7)


def test_a_task_without_words_in_the_plan_is_marked_as_added_by_hand(clerk: Clerk) -> None:
    clerk.presses("them", title="Họp phụ huynh", words="ngày 30/9", owners="Hiệu trưởng")
    stored = clerk.stored()["Họp phụ huynh"]
    assert (stored.task.origin, stored.task.mentions) == (Origin.HAND, ())
    assert "thêm bằng tay khi duyệt" in clerk.get(f"/viec/{stored.id}").text
    assert "được thêm bằng tay" in clerk.get(f"{PAGE}?viec={stored.id}").text
    told = next(one for one in clerk.get("/api/plans/1/review").json()["tasks"] if one["id"] == stored.id)
    assert (told["origin"], told["added_by_hand"]) == ("checkpoint", True)


def test_a_task_added_by_hand_outlives_a_new_copy_and_reaches_people(clerk: Clerk) -> None:
    clerk.presses("them", title="Họp phụ huynh", words="ngày 30/10", owners="Hiệu trưởng")
    clerk.keep(read(PLAN), publish=False)
    clerk.press("/ke-hoach/1/phat-hanh", on=PAGE, revision="2")
    assert clerk.stored()["Họp phụ huynh"].published
    words = ["replay", "--from", "2023-10-01", "--to", "2023-11-05", "--data", str(clerk.folder)]
    assert "Họp phụ huynh" in CliRunner().invoke(tracker, words).stdout


def test_a_duty_becomes_a_task_with_one_form(clerk: Clerk) -> None:
    page = html.fromstring(clerk.get(PAGE).text)
    (link,) = page.xpath("//*[@id='nhiem-vu']//a[contains(., 'Lập thành việc')]/@href")
    form = html.fromstring(clerk.get(link.partition("#")[0]).text)
    title = form.xpath("string(//input[@id='them-title']/@value)")
    quote = form.xpath("string(//textarea[@id='them-quote'])")
    assert quote in DUTY
    clerk.presses("them", quote=quote, title=title, words="tháng 12")
    assert clerk.stored()[title].task.due.day == date(2023, 12, 31)
    assert "đã lập thành việc" in clerk.get(PAGE).text


def test_a_sentence_that_holds_its_date_needs_no_other(clerk: Clerk) -> None:
    clerk.presses("them", title="Duyệt lần 2", quote="trước ngày 28/10/2023")
    clerk.presses("them", title="Duyệt lần 3", quote="hội thi giáo viên", words="trước ngày 28/10/2023")
    made, typed = (clerk.stored()[title].task for title in ("Duyệt lần 2", "Duyệt lần 3"))
    assert (made.due.day, made.due.late_from) == (typed.due.day, typed.due.late_from)
    assert (made.due.day, made.origin) == (date(2023, 10, 28), Origin.PLAN)


def test_of_a_sentence_with_two_days_none_is_chosen(clerk: Clerk) -> None:
    both = "Duyệt các tiết mục ngày 20/10/2023, xem lại ngày 27/10/2023"
    clerk.keep(read(f"{PLAN}{both}.\n"), publish=False)
    answer = clerk.press(f"{PAGE}/them", on=PAGE, revision="2", title="Duyệt", quote=both)
    assert answer.status_code == 422
    assert "Chưa có hạn nào" in answer.text


def test_a_day_that_is_given_is_taken_before_that_of_the_sentence(clerk: Clerk) -> None:
    clerk.presses("them", title="Duyệt lần 2", quote="trước ngày 28/10/2023", day="2023-10-20")
    assert clerk.stored()["Duyệt lần 2"].task.due.day == date(2023, 10, 20)


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"title": "Họp"}, "Chưa có hạn nào"),
        ({"title": "Họp", "quote": "hội thi giáo viên"}, "Chưa có hạn nào"),
        ({"title": " ", "words": "tháng 10"}, "Tên việc cần từ 1"),
        ({"title": "Họp", "words": "tháng 10", "quote": "câu không có"}, "Văn bản không có câu"),
        ({"title": "Họp", "words": "tháng 10", "quote": "Hoàn thành trước ngày"}, "có ở 3 chỗ"),
        ({"title": "Họp", "words": "tháng 10", "day": "2023-10-20"}, "chỉ giữ một trong hai"),
        ({"title": "Họp", "words": "ngày 31/4/2024"}, "tháng 4/2024 chỉ đến ngày 30"),
        ({"title": "Họp", "day": "2034-10-20"}, "cách xa năm học 2023-2024"),
        ({"title": "Họp", "day": "1024-10-20"}, "quá xa, công cụ chỉ tính được từ năm 1945"),
    ],
)
def test_a_missed_task_that_cannot_be_made_keeps_what_was_typed(
    fields: dict[str, str], sentence: str, clerk: Clerk
) -> None:
    answer = clerk.presses("them", **fields)
    assert answer.status_code == 422
    form = html.fromstring(answer.text).xpath("//*[@id='them' and @open]")[0]
    assert sentence in form.text_content()
    assert all(value.strip() in answer.text for value in fields.values())


def test_a_far_year_is_kept_once_someone_is_sure(clerk: Clerk) -> None:
    far = {"title": "Tổng kết dự án", "day": "2028-06-30"}
    assert 'name="sure"' in clerk.presses("them", **far).text
    clerk.presses("them", **far, sure="1")
    assert clerk.stored()["Tổng kết dự án"].task.due.day == date(2028, 6, 30)
    page = clerk.presses("han", task=clerk.id_of(CONTEST), words="ngày 20/10/1999").text
    assert "Có đúng là năm 1999" in page
    assert 'id="luu-han"' in page


@pytest.mark.parametrize(
    ("more", "origin", "quoted"),
    [
        ({"quote": "Tổ chức hội thi giáo viên dạy giỏi"}, "plan", 1),
        ({"duty": 1}, "plan", 1),
        ({}, "checkpoint", 0),
    ],
)
def test_the_api_adds_without_a_question(more: dict[str, object], origin: str, quoted: int, clerk: Clerk) -> None:
    before = clerk.get("/api/plans/1/review").json()
    wish = {"kind": "add", "title": "Việc bị sót", "words": "tháng 11", "owners": ["Cô Mai"], **more}
    answer = clerk.client.post(WISHES, json=wish)
    made = next(one for one in answer.json()["tasks"] if one["title"] == "Việc bị sót")
    assert (made["origin"], len(made["mentions"]), made["owners"]) == (origin, quoted, ["Cô Mai"])
    assert clerk.client.post("/api/plans/1/review/undo").json() == before


@pytest.mark.parametrize(
    "more", [{"duty": 9}, {"quote": "không có trong văn bản"}, {"day": "2023-11-20"}, {"question": "khong-co"}]
)
def test_the_api_refuses_to_add_with_a_sentence(more: dict[str, object], clerk: Clerk) -> None:
    answer = clerk.client.post(WISHES, json={"kind": "add", "title": "Việc", "words": "tháng 11", **more})
    assert answer.status_code in (404, 422)
    assert answer.json()["error"]


def test_a_plan_without_any_task_is_answered_by_adding_one(tmp_path: Path) -> None:
    clerk = Clerk(tmp_path / "data")
    nothing = Finding("khong-co-viec", Severity.BLOCK, "Không tìm thấy việc nào.", (), "Xem lại tệp.")
    clerk.keep(replace(make_plan(), findings=(nothing,)), publish=False)
    wish = {"kind": "add", "question": clerk.asked()["khong-co-viec"], "title": "Họp", "day": "2023-10-20"}
    review = clerk.client.post(WISHES, json=wish).json()
    assert review["may_publish"] is True
    clerk.client.post("/api/plans/1/review/undo")
    clerk.presses("them", title="Họp", day="2023-10-20")
    assert clerk.asked() == {}


def test_an_impossible_day_of_a_table_is_answered_by_giving_another(tmp_path: Path) -> None:
    clerk = Clerk(tmp_path / "data")
    clerk.keep(read(f"<p>KẾ HOẠCH</p><p>Năm học 2023-2024</p>{TABLE}", "a.html"), publish=False)
    question = clerk.asked()["ngay-khong-co"]
    assert "Nhận gợi ý" not in clerk.get(PAGE).text
    clerk.presses("han", task=clerk.id_of("Kiện toàn tổ chức Đội"), words="trước ngày 30/4/2024", sure="1")
    told = {one["id"]: one["answer"] for one in clerk.get("/api/plans/1/review").json()["questions"]}
    assert told[question] == "đã chốt hạn"
    assert clerk.get("/api/plans/1/review").json()["may_publish"] is True


def test_taking_what_the_law_suggests_moves_the_deadline_and_says_so(tmp_path: Path) -> None:
    task = make_task("Công khai dự toán", date(2023, 10, 29))
    advice = "Cân nhắc làm chậm nhất ngày 16/10/2023, hoặc bỏ qua với lý do."
    later = Finding("muon-hon-luat", Severity.CHOICE, "Muộn hơn luật.", (task.mentions[0].quote,), advice)
    clerk = Clerk(tmp_path / "data")
    clerk.keep(replace(make_plan(task), findings=(later,)), publish=False)
    assert "hạn thành chậm nhất thứ Hai 16/10/2023" in clerk.get(PAGE).text
    answer = clerk.presses("nhan", question=clerk.asked()["muon-hon-luat"])
    assert clerk.stored()["Công khai dự toán"].task.due.day == date(2023, 10, 16)
    page = clerk.get(answer.headers["location"]).text
    assert "Đã nhận gợi ý: “Công khai dự toán”: đổi hạn thành chậm nhất thứ Hai 16/10/2023" in page


def test_advice_in_words_is_looked_at_and_undone_not_taken(tmp_path: Path) -> None:
    stray = Finding("moc-khong-viec", Severity.CHOICE, "Mốc lẻ.", ("Tuần 4",), "Bổ sung nội dung hoặc xóa mốc.")
    clerk = Clerk(tmp_path / "data")
    clerk.keep(replace(make_plan(make_task("Họp", date(2023, 10, 29))), findings=(stray,)), publish=False)
    question = clerk.asked()["moc-khong-viec"]
    assert "Nhận gợi ý" not in clerk.get(PAGE).text
    assert "không tự đổi được gì" in clerk.presses("nhan", question=question).text
    clerk.presses("da-xem", question=question)
    assert "✓ đã xem" in clerk.get(PAGE).text
    clerk.client.post("/api/plans/1/review/undo")
    assert clerk.client.post(WISHES, json={"kind": "look", "question": question}).status_code == 200
    assert "moc-khong-viec" not in clerk.asked()


def test_what_blocks_is_not_answered_by_looking(tmp_path: Path) -> None:
    clerk = Clerk(tmp_path / "data")
    block = Finding("ngay-khong-co", Severity.BLOCK, "Không có ngày 31/9.", ("31/9",), "Sửa lại.")
    clerk.keep(replace(make_plan(make_task("Họp", date(2023, 10, 29))), findings=(block,)), publish=False)
    assert "Đã xem" not in clerk.get(PAGE).text
    assert clerk.presses("da-xem", question=clerk.asked()["ngay-khong-co"]).status_code == 422


def test_only_words_that_lost_a_task_offer_to_become_one(tmp_path: Path) -> None:
    number = Finding("van-ban-nam-sai", Severity.CHOICE, "Năm sai.", ("Thông tư 19/2028",), "Kiểm tra lại.")
    clerk = Clerk(tmp_path / "data")
    clerk.keep(replace(make_plan(make_task("Họp", date(2023, 10, 29))), findings=(number,)), publish=False)
    assert "Lập thành việc" not in clerk.get(PAGE).text


def test_the_count_of_work_nobody_leads_follows_decisions(tmp_path: Path) -> None:
    tasks = [make_task(f"Việc số {number}", date(2023, 10, number)) for number in range(10, 14)]
    alone = Finding("chua-co-nguoi", Severity.CHOICE, "4 việc chưa có người phụ trách.", *_of(tasks))
    clerk = Clerk(tmp_path / "data")
    clerk.keep(replace(make_plan(*tasks), findings=(alone,)), publish=False)
    clerk.presses("nguoi", task=clerk.id_of("Việc số 10"), owners="Hiệu trưởng")
    clerk.presses("bo", task=clerk.id_of("Việc số 11"), reason="không làm")
    for path in (PAGE, "/ke-hoach/1"):
        assert "2 việc chưa có người phụ trách" in clerk.get(path).text
        assert "4 việc chưa có người phụ trách" not in clerk.get(path).text


def _of(tasks):
    mentions: list[Mention] = [task.mentions[0] for task in tasks]
    return tuple(one.quote for one in mentions), "Giao người.", tuple(one.place for one in mentions)


def test_a_time_cell_is_lit_with_its_work() -> None:
    from schedules.plan import Block, Cell, Document
    from tracker.web.original import shown

    cells = (Cell("15", Place()), Cell("Khảo sát ngày 15/10", Place()), Cell("Trước 5/10", Place()))
    row = Block("15\tKhảo sát ngày 15/10\tTrước 5/10", Place(table=1, row=2), cells)
    due = replace(due_on(date(2023, 10, 5)), words="5/10")
    mention = Mention("Khảo sát ngày 15/10", Place(table=1, row=2, column=2), due)
    (part,) = shown(Document("x", "docx", (row,)), [mention]).parts
    lit = ["".join(piece.text for piece in box.pieces if piece.lit) for box in part.lines[0].boxes]
    assert lit == ["", "Khảo sát ngày 15/10", "5/10"]


def test_a_wrong_year_everywhere_is_one_question_taken_with_one_press(tmp_path: Path) -> None:
    lines = "\n".join(f"{n}. Nộp sổ theo dõi của lớp {name}. Hoàn thành trước ngày {n}/10/2024." for n, name in LETTERS)
    clerk = Clerk(tmp_path / "data")
    clerk.keep(read(f"{PLAN.partition('1. Công')[0]}{lines}\n"), publish=False)
    asked = [one for one in clerk.get("/api/plans/1/review").json()["questions"] if one["may_accept"]]
    assert [len(one["findings"]) for one in asked] == [len(LETTERS)]
    clerk.presses("nhan", question=asked[0]["id"])
    assert {one.task.due.day.year for one in clerk.tasks()} == {2023}
