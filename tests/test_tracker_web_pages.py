"""What people do on the pages, pressed through the real application over a real store."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner

from schedules.plan import Finding, Place, Severity
from tests.conftest import NOW, make_plan, make_task
from tests.fakes.visitor import Visitor, visitor_with
from tracker.cli import tracker
from tracker.reminders.tick import HEARTBEAT
from tracker.store import heartbeats, history, people
from tracker.store.database import open_database, transaction
from tracker.store.history import Actor
from tracker.store.records import Part, TaskState
from tracker.store.tasks import of_all, set_state

PLAN = """TRƯỜNG MẦM NON HOA BAN
Số: 12/KH-MNHB
Hoa Ban, ngày 18 tháng 9 năm 2023
KẾ HOẠCH
Khảo thí và kiểm định chất lượng giáo dục năm học 2023-2024
1. Công khai chất lượng giáo dục đầu năm học. (Hoàn thành trước ngày 25/9/2023).
2. Tổ chức hội thi giáo viên dạy giỏi cấp trường. (Hoàn thành trước ngày 28/10/2023).
"""


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    late = make_task("Công khai chất lượng đầu năm", date(2023, 9, 12), owners=("Cô Lan",))
    return visitor_with(tmp_path / "data", late, make_task("Hội thi giáo viên dạy giỏi", date(2023, 10, 28)))


def row_of(page: str, title: str) -> str:
    """Return what the page shows of one task, to the end of its row."""
    return page.partition(f">{title}</a>")[2].partition("</li>")[0]


def test_before_the_first_plan_the_board_says_what_to_do(tmp_path: Path) -> None:
    page = Visitor(tmp_path / "data").get("/").text
    assert "Chưa có kế hoạch nào" in page
    assert "/ke-hoach/tai-len" in page


def test_the_board_says_how_late_whose_and_the_last_note(visitor: Visitor) -> None:
    task = visitor.tasks()[0]
    visitor.press(f"/viec/{task.id}/ghi-chu", on=f"/viec/{task.id}", note="Chờ chữ ký của <Hiệu trưởng>")
    row = row_of(visitor.get("/").text, task.task.title)
    assert "quá hạn 6 ngày" in row
    assert "Cô Lan" in row
    assert "Chờ chữ ký của &lt;Hiệu trưởng&gt;" in row


def test_the_board_marks_a_title_that_was_restored(tmp_path: Path) -> None:
    restored = replace(make_task("Công khai thu chi", date(2023, 10, 2)), original="Cong khai thu chl")
    visitor = visitor_with(tmp_path / "data", restored, make_task("Hội thi", date(2023, 10, 28)))
    page = visitor.get("/").text
    assert "Chữ trong bản gốc: Cong khai thu chl" in row_of(page, "Công khai thu chi")
    assert "Chữ trong bản gốc" not in row_of(page, "Hội thi")


def test_the_board_can_be_narrowed_to_one_person(visitor: Visitor) -> None:
    with open_database(visitor.folder) as db:
        lan = people.find(db, "Cô Lan")[0]
    page = visitor.get(f"/?nguoi={lan.id}").text
    assert "Công khai chất lượng đầu năm" in page
    assert "Hội thi giáo viên dạy giỏi" not in page


def test_narrowed_to_one_person_the_board_folds_what_they_finished_long_ago(visitor: Visitor) -> None:
    with open_database(visitor.folder) as db:
        lan = people.find(db, "Cô Lan")[0]
        (task,) = [one for one in of_all(db) if one.task.title == "Công khai chất lượng đầu năm"]
        set_state(db, task.id, TaskState.DONE, Actor("Cô Lan", NOW - timedelta(days=40)))
    assert "Công khai chất lượng đầu năm" not in visitor.get("/").text
    folded = visitor.get(f"/?nguoi={lan.id}").text.partition('id="da-xong-truoc"')[2]
    assert "Đã xong từ trước: 1 việc" in folded
    assert "Công khai chất lượng đầu năm" in folded


@pytest.mark.parametrize(("minutes", "warned"), [(1, False), (10, False), (11, True)])
def test_the_board_warns_when_the_clock_is_silent(minutes: int, warned: bool, visitor: Visitor) -> None:
    with open_database(visitor.folder) as db, transaction(db):
        heartbeats.beat(db, heartbeats.Heartbeat(HEARTBEAT, NOW - timedelta(minutes=minutes), ""))
    page = visitor.get("/").text
    assert "Đồng hồ nhắc việc chạy lần cuối lúc" in page
    assert ("đã im quá 10 phút" in page) is warned


def test_two_schools_are_chosen_between(visitor: Visitor) -> None:
    assert 'name="truong"' not in visitor.get("/").text
    visitor.keep(make_plan(make_task("Việc của trường kia", date(2023, 10, 2)), school="Trường Mầm non Ban Mai"))
    assert "Việc của trường kia" not in visitor.get("/").text
    other = visitor.get("/?truong=truong-mam-non-ban-mai").text
    assert "Việc của trường kia" in other
    assert 'href="/tin-nhan?truong=truong-mam-non-ban-mai"' in other


def test_done_reopened_checked_each_leave_their_trace(visitor: Visitor) -> None:
    task = visitor.tasks()[0]
    path = f"/viec/{task.id}"
    assert visitor.press(f"{path}/xong", on=path, note="Biên bản số 3").status_code == 303
    assert "Đã kiểm tra</button>" not in visitor.get(path).text
    assert "do chính thầy/cô ghi đã xong" in visitor.press(f"{path}/kiem-tra", on=path).text
    assert visitor.tasks()[0].state is TaskState.DONE
    with open_database(visitor.folder) as db:
        db.execute("UPDATE tasks SET done_by = 'Cô Lan' WHERE id = ?", [task.id])
    assert "Đã kiểm tra</button>" in visitor.get(path).text
    visitor.press(f"{path}/kiem-tra", on=path)
    assert visitor.tasks()[0].state is TaskState.CHECKED
    visitor.press(f"{path}/mo-lai", on=path)
    assert visitor.tasks()[0].open
    page = visitor.get(path).text
    assert "đang làm → đã xong" in page
    assert "Biên bản số 3" in page
    assert "đã kiểm tra → đang làm" in page


def test_signs_nobody_types_are_dropped(visitor: Visitor) -> None:
    path = f"/viec/{visitor.tasks()[0].id}"
    visitor.press(f"{path}/ghi-chu", on=path, note="Chờ\x00 chữ\x1b ký")
    assert "Chờ chữ ký" in visitor.get(path).text


def test_an_empty_note_is_refused_with_a_sentence(visitor: Visitor) -> None:
    path = f"/viec/{visitor.tasks()[0].id}"
    answer = visitor.press(f"{path}/ghi-chu", on=path, note="  ")
    assert answer.status_code == 422
    assert "Ghi chú còn trống" in answer.text


def test_work_is_given_to_people_and_taken_back(visitor: Visitor) -> None:
    task = visitor.tasks()[1]
    with open_database(visitor.folder) as db:
        lan = people.find(db, "Cô Lan")[0]
    visitor.press(f"/viec/{task.id}/giao", on=f"/viec/{task.id}", **{f"part-{lan.id}": "lead", "part-999": "lead"})
    with open_database(visitor.folder) as db:
        assert people.assigned(db, task.id) == ((lan.id, Part.LEAD),)
    visitor.press(f"/viec/{task.id}/giao", on=f"/viec/{task.id}", **{f"part-{lan.id}": ""})
    with open_database(visitor.folder) as db:
        assert people.assigned(db, task.id) == ()


def test_the_task_page_lights_the_quote_among_its_neighbours(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    visitor.press("/ke-hoach/tai-len", files={"file": ("ke-hoach.txt", PLAN.encode())})
    task = next(task for task in visitor.tasks() if "hội thi" in task.task.title.lower())
    page = visitor.get(f"/viec/{task.id}").text
    lit = page.partition("<mark>")[2].partition("</mark>")[0]
    assert "Hoàn thành trước ngày 28/10/2023" in lit
    assert "Công khai chất lượng giáo dục đầu năm học" in page.partition("<blockquote>")[2].partition("<mark>")[0]


def test_an_upload_is_a_draft_until_published(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    sent = visitor.press("/ke-hoach/tai-len", files={"file": ("C:\\Ho so\\ke-hoach.txt", PLAN.encode())})
    assert sent.headers["location"] == "/ke-hoach/1?xong=da-tai"
    draft = visitor.get("/ke-hoach/1").text
    assert "trước thứ Hai 25/9/2023" in draft
    assert ">ke-hoach.txt<" in draft
    assert not any(task.published for task in visitor.tasks())
    assert "Tổ chức hội thi" not in visitor.get("/").text.partition('<nav class="counts"')[2]
    assert visitor.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="1").status_code == 303
    assert all(task.published for task in visitor.tasks())
    assert "Phát hành lịch</button>" not in visitor.get("/ke-hoach/1").text


def test_an_old_button_does_not_publish_a_draft_nobody_has_seen(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    visitor.press("/ke-hoach/tai-len", text=PLAN)
    visitor.press("/ke-hoach/tai-len", text=PLAN.replace("25/9/2023", "26/9/2023"))
    answer = visitor.press("/ke-hoach/1/phat-hanh", on="/ke-hoach/1", revision="1")
    assert answer.status_code == 409
    assert "bản mới hơn" in answer.text
    assert not any(task.published for task in visitor.tasks())


def test_pasted_text_is_read_like_a_file_under_the_school_named(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    visitor.press("/ke-hoach/tai-len", text=PLAN, school="Trường Mầm non Ban Mai")
    assert len(visitor.tasks()) == 2
    assert "Trường Mầm non Ban Mai" in visitor.get("/ke-hoach").text


def test_the_same_file_again_is_noticed(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    for _ in range(2):
        sent = visitor.press("/ke-hoach/tai-len", text=PLAN)
    assert sent.headers["location"].endswith("xong=cung-tep")


@pytest.mark.parametrize(
    ("name", "content"), [("ke-hoach.rtf", b"no rtf"), ("trong.txt", b" \n"), ("ke-hoach.docx", b"PK\x03\x04x")]
)
def test_a_file_that_cannot_be_read_comes_back_with_its_sentence(name: str, content: bytes, tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    answer = visitor.press("/ke-hoach/tai-len", files={"file": (name, content)})
    assert answer.status_code == 422
    assert name in answer.text
    assert "Hãy" in answer.text.partition('role="alert"')[2]
    assert visitor.tasks() == ()


def test_sending_nothing_is_told(tmp_path: Path) -> None:
    answer = Visitor(tmp_path / "data").press("/ke-hoach/tai-len")
    assert answer.status_code == 422
    assert "chưa có tệp hay chữ nào" in answer.text


def test_a_corrected_plan_shows_what_would_change_and_changes_nothing_yet(visitor: Visitor) -> None:
    before = visitor.tasks()
    moved = make_task("Công khai chất lượng đầu năm", date(2023, 9, 29), owners=("Cô Lan",))
    visitor.keep(make_plan(moved, make_task("Tập huấn phòng cháy", date(2023, 11, 9))), publish=False)
    assert visitor.tasks() == before
    page = visitor.get(f"/ke-hoach/{before[0].plan_id}").text
    assert "<b>0</b> việc giữ nguyên hạn, <b>1</b> đổi hạn, <b>1</b> mới, <b>1</b> không còn" in page
    assert "chậm nhất thứ Ba 12/9/2023" in page
    assert "→ chậm nhất thứ Sáu 29/9/2023" in page


def test_findings_stand_worst_first_with_their_quotes(tmp_path: Path) -> None:
    said = Finding("nam-lech", Severity.CHOICE, "Năm lệch", ("25/9/2024",), "Có thể là 25/9/2023?", (Place(line=3),))
    blocked = Finding("ngay-sai", Severity.BLOCK, "Ngày không có thật", ("31/4",))
    visitor = Visitor(tmp_path / "data")
    visitor.keep(replace(make_plan(make_task("Khảo sát", NOW.date())), findings=(said, blocked)), publish=False)
    page = visitor.get("/ke-hoach/1").text
    assert page.index("Ngày không có thật") < page.index("Năm lệch")
    assert "phải sửa" in page
    assert "Có thể là 25/9/2023?" in page
    assert "(dòng 3)" in page


def test_a_sentence_is_read_with_its_days_and_why(tmp_path: Path) -> None:
    visitor = Visitor(tmp_path / "data")
    page = visitor.press("/doc-thu", text="Hoàn thành trước ngày 25/9 <gấp>", year="2023-2024").text
    assert "trước thứ Hai 25/9/2023" in page
    assert "thứ Sáu 22/9/2023" in page
    assert "&lt;gấp&gt;" in page
    assert visitor.tasks() == ()


def test_a_sentence_of_a_table_takes_the_month_of_its_row(tmp_path: Path) -> None:
    page = Visitor(tmp_path / "data").press("/doc-thu", text="Tuần 3", year="2023-2024", month="10").text
    assert "từ 16/10 đến Chủ nhật 22/10/2023" in page


def test_a_sentence_without_a_deadline_gets_none(tmp_path: Path) -> None:
    page = Visitor(tmp_path / "data").press("/doc-thu", text="Theo Thông tư 19/2018/TT-BGDĐT", year="").text
    assert "Không có ngày nào" in page


def test_a_time_that_sets_nothing_says_why_on_the_page_and_in_the_terminal(tmp_path: Path) -> None:
    text, why = "Ngày 12/9/2025 trường đã họp", "câu kể điều đã làm hoặc điều vốn có, không giao việc"
    page = Visitor(tmp_path / "data").press("/doc-thu", text=text, year="2025-2026").text
    assert "Có nêu thời gian nhưng không đặt hạn cho việc nào" in page
    assert f'“Ngày 12/9/2025”</b><p class="soft small">{why}' in page
    assert f"Không lấy “Ngày 12/9/2025” làm hạn: {why}" in CliRunner().invoke(tracker, ["when", text]).output


@pytest.mark.parametrize(("field", "value"), [("year", "2023-2025"), ("signed", "hôm qua"), ("month", "13")])
def test_wrong_surroundings_of_a_sentence_are_told(field: str, value: str, tmp_path: Path) -> None:
    answer = Visitor(tmp_path / "data").press("/doc-thu", text="trước ngày 25/9", **{field: value})
    assert answer.status_code == 422
    assert value in answer.text
    assert "trước ngày 25/9</textarea>" in answer.text


def test_someone_new_is_added_with_an_address_as_the_channels_want_it(visitor: Visitor) -> None:
    answer = visitor.press(
        "/nguoi", name=" Thầy  Minh ", office="committee", addresses="minh@truong.edu.vn\nzalobot:42"
    )
    assert answer.status_code == 303
    with open_database(visitor.folder) as db:
        minh = people.find(db, "Thầy Minh")[0]
        assert minh.addresses == ("mailto:minh@truong.edu.vn", "zalobot:42")
        assert history.of_subject(db, "person", str(minh.id))


@pytest.mark.parametrize(
    ("fields", "told"),
    [({"name": " "}, "Tên cần từ 1"), ({"name": "cô lan"}, "Trường đã có"), ({"name": "A", "addresses": "không phải"}, "Kênh nhận tin"),
     ({"name": "A", "addresses": "a@b@c"}, "không phải địa chỉ thư")],
)  # fmt: skip
def test_what_is_wrong_with_a_person_comes_back_on_the_form(
    fields: dict[str, str], told: str, visitor: Visitor
) -> None:
    answer = visitor.press("/nguoi", **fields)
    assert answer.status_code == 422
    assert told in answer.text
    assert len(people_of(visitor)) == 2


def people_of(visitor: Visitor) -> list[str]:
    with open_database(visitor.folder) as db:
        return [person.name for person in people.of_school(db, 1)]


def test_a_person_is_renamed_moved_and_marked_as_gone(visitor: Visitor) -> None:
    with open_database(visitor.folder) as db:
        lan = people.find(db, "Cô Lan")[0]
    visitor.press(f"/nguoi/{lan.id}", name="Cô Lan (Tổ 1)", office="committee", addresses="")
    with open_database(visitor.folder) as db:
        changed = people.by_id(db, lan.id)
    assert (changed.name, changed.active, changed.addresses) == ("Cô Lan (Tổ 1)", False, ("preview:",))
    assert "Cô Lan" not in row_of(visitor.get("/").text, "Công khai chất lượng đầu năm")


def test_tokens_in_addresses_never_reach_a_list_or_the_history(visitor: Visitor) -> None:
    visitor.press("/nguoi", name="Bot", addresses="tgram://123456:SECRETTOKEN/789")
    assert "SECRETTOKEN" not in visitor.get("/nguoi").text
    with open_database(visitor.folder) as db:
        bot = people.find(db, "Bot")[0]
        assert bot.addresses == ("tgram://123456:SECRETTOKEN/789",)
        assert "SECRETTOKEN" not in repr(history.of_subject(db, "person", str(bot.id)))


def test_a_day_that_is_not_there_is_told_once(tmp_path: Path) -> None:
    page = Visitor(tmp_path / "data").press("/doc-thu", text="Hoàn thành trước ngày 31/11/2026", year="").text
    assert '<span class="tag late">ghi sai</span> không có ngày 31/11' in page
    assert "không thể có" not in page
