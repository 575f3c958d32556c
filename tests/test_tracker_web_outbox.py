"""The outbox page: what was composed, for whom, how it ended."""

from __future__ import annotations

import re
from datetime import date, datetime
from pathlib import Path

import pytest

from tests.conftest import NOW, make_task
from tests.fakes.reminding import at, preview_desk
from tests.fakes.visitor import Visitor, visitor_with
from tracker.reminders.tick import tick
from tracker.store import outbox, people
from tracker.store.database import open_database, transaction
from tracker.store.letters import Draft, Kind, Letter, MessageState, Result
from tracker.store.outbox_search import Query, search
from tracker.zone import HO_CHI_MINH


def put(visitor: Visitor, key: str, name: str, state: MessageState | None, reason: str = "") -> None:
    """Put one message to someone in the outbox, finished in a state unless it waits."""
    letter = Letter("D-3", "STAGE_REACHED", f"Tin {key}", f"Nội dung <{key}>", "")
    with open_database(visitor.folder) as db, transaction(db):
        person = people.find(db, name)[0]
        draft = Draft(key, person.id, Kind.ROUTINE, NOW.date(), "mailto:a@truong.edu.vn", "email", letter)
        number = outbox.add(db, draft, NOW)
        if state:
            sent_at = datetime(2023, 9, 18, 7, 0, tzinfo=HO_CHI_MINH)
            outbox.finish(db, number, Result(state, state.value, reason), sent_at)


@pytest.fixture
def visitor(tmp_path: Path) -> Visitor:
    day = date(2023, 9, 29)
    tasks = [make_task("Khảo sát", day, owners=("Cô Lan",)), make_task("Hội thi", day, owners=("Thầy Minh",))]
    made = visitor_with(tmp_path / "data", *tasks)
    put(made, "một", "Cô Lan", MessageState.SENT, "Máy chủ thư đã nhận")
    put(made, "hai", "Thầy Minh", MessageState.FAILED, "Hộp thư không tồn tại")
    return made


def test_each_message_shows_its_text_outcome_and_reason(visitor: Visitor) -> None:
    page = visitor.get("/tin-nhan").text
    assert "Nội dung &lt;một&gt;" in page
    assert "✓ đã gửi" in page
    assert "✗ không gửi được" in page
    assert "Hộp thư không tồn tại" in page
    assert "e-mail a@truong.edu.vn" in page


def test_failures_are_counted_at_the_top(visitor: Visitor) -> None:
    assert "1 tin không tới nơi" in visitor.get("/tin-nhan").text
    assert "<b>1 tin nhắc</b> không tới nơi" in visitor.get("/").text


def test_messages_are_found_by_person_by_outcome_and_by_words(visitor: Visitor) -> None:
    with open_database(visitor.folder) as db:
        lan = people.find(db, "Cô Lan")[0]
    for query in (f"nguoi={lan.id}", "loai=da-gui", "chu=<một>"):
        page = visitor.get(f"/tin-nhan?{query}").text
        assert "Tin một" in page, query
        assert "Tin hai" not in page, query


def test_an_empty_search_says_so(visitor: Visitor) -> None:
    assert "Không có tin nào như vậy" in visitor.get("/tin-nhan?chu=khong-co").text


def test_what_the_clock_will_say_next_is_shown_with_its_instant(visitor: Visitor) -> None:
    page = visitor.get("/tin-nhan").text.partition("Sắp gửi")[2]
    assert "07:00 thứ Sáu 22/9/2023" in page
    assert "Khảo sát" in page


def test_a_message_that_failed_is_put_back_in_line_by_a_button(visitor: Visitor) -> None:
    with open_database(visitor.folder) as db:
        [failed] = search(db, Query(states=(MessageState.FAILED,)))
        [sent] = search(db, Query(states=(MessageState.SENT,)))
    assert visitor.press(f"/tin-nhan/{failed.id}/gui-lai", on="/tin-nhan").status_code == 303
    with open_database(visitor.folder) as db:
        assert outbox.by_id(db, failed.id).state is MessageState.WAITING
    assert visitor.press(f"/tin-nhan/{sent.id}/gui-lai", on="/tin-nhan").status_code == 404


def test_a_message_to_who_has_no_channel_is_told_as_not_sent(visitor: Visitor) -> None:
    with open_database(visitor.folder) as db:
        tick(db, at(2023, 9, 22), preview_desk())
        [message, _] = search(db, Query(states=(MessageState.SENT,), since=date(2023, 9, 22)))
    page = visitor.get("/tin-nhan?loai=hong").text
    assert "✗ chưa gửi" in page
    assert "Chưa gửi: người này chưa có kênh nhận" in page
    assert f"/nguoi/{message.draft.person_id}" in page
    assert "chưa gửi" not in visitor.get("/tin-nhan?loai=da-gui").text
    assert "<b>3 tin nhắc</b>" in visitor.get("/").text
    assert message.state is MessageState.SENT


def test_once_there_is_a_channel_the_message_needs_no_one_any_more(visitor: Visitor) -> None:
    with open_database(visitor.folder) as db:
        tick(db, at(2023, 9, 22), preview_desk())
        for person in people.find(db, "Cô Lan") + people.find(db, "Thầy Minh"):
            people.set_addresses(db, person.id, ["mailto:a@truong.edu.vn"])
    assert "<b>1 tin nhắc</b>" in visitor.get("/").text
    assert "chưa gửi" not in visitor.get("/tin-nhan?loai=hong").text
    assert "lúc ấy người này chưa có kênh nhận" in visitor.get("/tin-nhan").text


def test_messages_someone_chose_to_read_on_the_page_are_no_trouble(visitor: Visitor) -> None:
    with open_database(visitor.folder) as db:
        lan, minh = people.find(db, "Cô Lan")[0], people.find(db, "Thầy Minh")[0]
    for person in (lan, minh):
        path = f"/nguoi/{person.id}"
        fields = {"name": person.name, "office": "member", "active": "1", "addresses": "preview:"}
        assert visitor.press(path, **fields).status_code == 303
        page = visitor.get(path).text
        assert ">chỉ xem trên trang</textarea>" in page
        assert "preview:" not in page
    with open_database(visitor.folder) as db:
        assert len(tick(db, at(2023, 9, 22), preview_desk()).delivered) == 2
    assert "<b>1 tin nhắc</b>" in visitor.get("/").text
    assert "chưa gửi" not in visitor.get("/tin-nhan").text


def coming(visitor: Visitor) -> str:
    """Return what the page says is to come, empty when it says nothing."""
    return " ".join(visitor.get("/tin-nhan").text.partition("Sắp gửi")[2].partition("Đã soạn")[0].split())


def words_of(listed: str) -> str:
    """Return what people read of a stretch of a page."""
    return " ".join(re.sub("<[^>]+>", " ", listed).split())


def at_clock(visitor: Visitor, now: datetime) -> Visitor:
    """Return the same visitor at another instant."""
    return Visitor(visitor.folder, clock=lambda: now)


def test_work_on_hold_is_not_listed_as_to_come_before_the_hold_ends(visitor: Visitor) -> None:
    survey = next(one for one in visitor.tasks() if one.task.title == "Khảo sát")
    visitor.press(f"/viec/{survey.id}/cho", on=f"/viec/{survey.id}", awaited="Phòng", until="2023-09-26")
    listed = coming(visitor)
    before, _, after = words_of(listed).partition("07:00 thứ Tư 27/9/2023")
    assert "Hội thi 7 ngày trước hạn" in before
    assert before.count("Khảo sát") == before.count("Khảo sát báo việc đang chờ") == 1
    assert "Khảo sát 3 ngày trước hạn · gửi bù" in after


def test_done_work_is_not_listed_as_to_come(visitor: Visitor) -> None:
    survey = next(one for one in visitor.tasks() if one.task.title == "Khảo sát")
    assert "Khảo sát" in coming(visitor)
    visitor.press(f"/viec/{survey.id}/xong", on=f"/viec/{survey.id}")
    assert "Khảo sát" not in coming(visitor)


def test_what_is_due_within_the_hours_goes_with_the_next_tick(visitor: Visitor) -> None:
    listed = coming(at_clock(visitor, at(2023, 9, 26, "09:40")))
    assert listed.count("đã đến lúc, gửi ở nhịp đồng hồ kế tiếp") == 2
    assert "07:00 thứ Ba 26/9/2023" not in listed


def test_what_waits_for_a_fit_hour_says_which_and_why(visitor: Visitor) -> None:
    night = words_of(coming(at_clock(visitor, at(2023, 9, 22, "22:30"))))
    late = "07:00 thứ Hai 25/9/2023 {} 7 ngày trước hạn · gửi bù · chưa gửi vì {}"
    assert late.format("Khảo sát", "đang ngoài giờ nhắc") in night
    assert late.format("Hội thi", "đang ngoài giờ nhắc") in night
    assert night.count("chưa gửi vì") == 2
    sunday = words_of(coming(at_clock(visitor, at(2023, 9, 24, "10:00"))))
    assert late.format("Khảo sát", "đang là ngày nghỉ") in sunday


def test_what_waits_for_the_message_of_another_day_says_so(visitor: Visitor) -> None:
    with open_database(visitor.folder) as db:
        tick(db, at(2023, 9, 26), preview_desk())
        lan = people.find(db, "Cô Lan")[0]
    minh_work = next(one for one in visitor.tasks() if one.task.title == "Hội thi")
    later = at_clock(visitor, at(2023, 9, 26, "08:00"))
    later.press(f"/viec/{minh_work.id}/giao", on=f"/viec/{minh_work.id}", **{f"part-{lan.id}": "lead"})
    with open_database(visitor.folder) as db:
        assert tick(db, at(2023, 9, 26, "08:01"), preview_desk()).delivered == ()
    waits = "07:00 thứ Tư 27/9/2023 Hội thi 3 ngày trước hạn · gửi bù · hôm nay đã gửi tin cho người này"
    assert waits in words_of(coming(at_clock(visitor, at(2023, 9, 26, "08:02"))))
    third = next(one for one in visitor.tasks() if one.task.title == "Khảo sát")
    later.press(f"/viec/{third.id}/doi-han", on=f"/viec/{third.id}", day="2023-09-27", moved_why="gấp")
    listed = words_of(coming(at_clock(visitor, at(2023, 9, 26, "08:02"))))
    assert waits not in listed
    assert "đã đến lúc, gửi ở nhịp đồng hồ kế tiếp Hội thi 3 ngày trước hạn" in listed  # beside what is due tomorrow
