"""What people write to the bot: once, in their own name, on their own tasks, and always answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from notifiers.zalo.bot_inbox import Event, Incoming
from tests.fakes.reminding import School, at, running_school
from tracker.answers.inbox import receive
from tracker.store import answers, chats, declines, evidence, extensions, history, pauses, tasks
from tracker.store.database import transaction
from tracker.store.records import StoredTask, TaskState
from tracker.web.site import national_calendar

MORNING = at(2023, 10, 20, "09:00")
CODE = "DH4F7KQ2"
LAN = "chat-lan"


class Chat:
    """One phone writing to the bot; each message has a new id."""

    def __init__(self, school: School, chat_id: str = LAN) -> None:
        self.school, self.chat_id, self.count = school, chat_id, 0
        self.now: datetime = MORNING

    def say(self, text: str = "", **more: object) -> str | None:
        self.count += 1
        incoming = Incoming(Event.TEXT, self.chat_id, f"{self.chat_id}-{self.count}", text=text)
        return self.take(replace(incoming, **more))

    def take(self, incoming: Incoming) -> str | None:
        return receive(self.school.db, incoming, self.now, national_calendar())


@pytest.fixture
def school(tmp_path):
    with running_school(tmp_path) as made:
        made.first = made.publish("Nộp báo cáo tháng", due=date(2023, 10, 27), owner="Cô Lan")
        made.second = made.publish("Khảo sát trẻ", due=date(2023, 11, 3), owner="Cô Lan")
        made.other = made.publish("Hội thi", due=date(2023, 10, 25), owner="Thầy Minh")
        made.reach("Cô Lan", f"zalobot:{LAN}")
        yield made


@pytest.fixture
def chat(school: School) -> Chat:
    return Chat(school)


def state(school: School, task: StoredTask) -> TaskState:
    return tasks.by_id(school.db, task.id).state


def test_done_by_number_of_the_list_shown(school, chat):
    assert chat.say("việc").startswith("Việc của thầy/cô:\n1. Nộp báo cáo tháng")
    assert chat.say("xong 2") == "Đã ghi: việc “Khảo sát trẻ” đã xong. Lời nhắc của việc này dừng lại."
    assert (state(school, school.first), state(school, school.second)) == (TaskState.OPEN, TaskState.DONE)


def test_numbers_are_those_of_the_last_message_that_was_sent(school, chat):
    with transaction(school.db):
        answers.number(school.db, school.person("Cô Lan").id, [school.second.id, school.first.id], MORNING)
    chat.say("xong 1")
    assert state(school, school.second) is TaskState.DONE


def test_numbers_of_a_message_that_never_went_do_not_count(school, chat):
    school.reach("Cô Lan", "preview:")
    school.tick(at(2023, 10, 20))
    lan = school.person("Cô Lan").id
    assert answers.numbered(school.db, lan) == (school.first.id,)
    school.db.execute("UPDATE messages SET state = 'waiting'")
    assert answers.numbered(school.db, lan) == ()


def test_the_same_message_twice_acts_and_answers_once(school, chat):
    incoming = Incoming(Event.TEXT, LAN, "den-1", text="mai nhắc")
    assert "Sẽ nhắc lại" in chat.take(incoming)
    assert chat.take(incoming) is None
    assert len(pauses.of_task(school.db, school.first.id)) == 1


def test_someone_else_s_task_is_out_of_reach(school, chat):
    chat.say("việc")
    assert "chỉ có 2 việc" in chat.say("xong 3")
    assert state(school, school.other) is TaskState.OPEN


def test_more_time_is_read_back_and_asked_for_only_after_a_yes(school, chat):
    chat.say("việc")
    said = chat.say("xin 1 đến thứ sáu tuần sau nữa vì chờ phòng")
    assert "chưa hiểu" in said
    said = chat.say("xin 1 đến 3/11 vì chờ phòng")
    assert "thứ Sáu 3/11/2023 (hạn hiện nay: thứ Sáu 27/10/2023), đúng không?" in said
    assert extensions.waiting(school.db, school.id) == ()
    assert "Đã gửi người quản lý" in chat.say("dạ đúng ạ")
    assert [(one.day, one.reason) for one in extensions.waiting(school.db, school.id)] == [
        (date(2023, 11, 3), "chờ phòng")
    ]


def test_a_work_that_is_not_theirs_is_told_with_its_reason_and_taken_back(school, chat):
    chat.say("việc")
    assert "cho đến khi giao cho người khác" in chat.say("việc 2 không phải của em, của thầy Minh ạ")
    (told,) = declines.waiting(school.db, school.id)
    assert (told.task_id, told.reason) == (school.second.id, "của thầy Minh ạ")
    assert state(school, school.second) is TaskState.OPEN
    chat.say("việc 2 không phải của em, của thầy Minh ạ")
    assert declines.waiting(school.db, school.id) == (told,)
    assert "Đã lấy lại" in chat.say("hoàn tác")
    assert declines.waiting(school.db, school.id) == ()


def test_which_work_is_not_theirs_is_asked_and_the_reason_kept(school, chat):
    chat.say("việc")
    assert "Thầy/cô nói việc nào?" in chat.say("không phải việc của em vì là việc của thầy Minh")
    chat.say("1")
    (told,) = declines.waiting(school.db, school.id)
    assert (told.task_id, told.reason) == (school.first.id, "là việc của thầy Minh")


def test_a_no_and_a_late_yes_do_nothing(school, chat):
    chat.say("xin 1 đến 3/11")
    assert "không ghi gì" in chat.say("không")
    assert "Thầy/cô có thể nhắn" in chat.say("có")
    chat.say("xin 1 đến 3/11")
    chat.now += timedelta(hours=25)
    chat.say("có")
    assert extensions.waiting(school.db, school.id) == ()


def test_a_day_may_be_corrected_before_the_yes(school, chat):
    chat.say("xin 1 đến 3/11")
    assert "6/11/2023" in chat.say("đến 6/11")
    chat.say("ok")
    assert [one.day for one in extensions.waiting(school.db, school.id)] == [date(2023, 11, 6)]


def test_an_earlier_day_is_refused_before_any_question(chat):
    assert "phải sau hạn hiện nay" in chat.say("xin 1 đến 26/10")
    assert "Thầy/cô có thể nhắn" in chat.say("có")


def test_what_is_missing_is_asked_step_by_step(school, chat):
    said = chat.say("xong")
    assert said.startswith("Thầy/cô nói việc nào?\n1. Nộp báo cáo tháng\n2. Khảo sát trẻ")
    assert "Nộp báo cáo tháng" in chat.say("1")
    assert state(school, school.first) is TaskState.DONE
    assert "ngày nào" in chat.say("nhắc lại việc 2")
    assert "Sẽ nhắc lại việc “Khảo sát trẻ” vào thứ Hai 23/10/2023" in chat.say("thứ Hai")


def test_everything_done_needs_a_yes(school, chat):
    assert "đúng không?" in chat.say("xong hết rồi")
    assert state(school, school.first) is TaskState.OPEN
    chat.say("có")
    assert (state(school, school.first), state(school, school.second)) == (TaskState.DONE, TaskState.DONE)
    assert chat.say("ghi nhầm").count("Đã lấy lại") == 2
    assert (state(school, school.first), state(school, school.second)) == (TaskState.OPEN, TaskState.OPEN)


@pytest.mark.parametrize("text", ["cảm ơn cô", "?", "", "👍", "chưa xong 1"])
def test_there_is_never_silence(chat, text):
    assert "“xong 2” khi việc số 2 đã xong" in chat.say(text)


def test_today_and_overdue(school, chat):
    assert chat.say("hôm nay") == "Việc cần làm hôm nay: không có. Thầy/cô còn 2 việc khác, nhắn “việc” để xem."
    chat.now = at(2023, 10, 31, "09:00")
    assert "quá hạn 4 ngày" in chat.say("quá hạn")


def test_a_code_ties_the_chat_to_its_person_once(school):
    minh = school.person("Thầy Minh")
    chats.make_code(school.db, minh.id, CODE, MORNING)
    phone = Chat(school, "chat-minh")
    assert "mã liên kết" in phone.say("xong 1")
    assert phone.say("em gửi mã dh-4f7-kq2 ạ").startswith("Chào Thầy Minh")
    assert school.person("Thầy Minh").addresses == ("zalobot:chat-minh",)
    assert history.of_subject(school.db, "person", str(minh.id))[-1].why == "liên kết Zalo bằng mã"
    assert "không đúng, đã dùng" in Chat(school, "chat-khac").say("DH-4F7-KQ2")


def test_a_chat_of_someone_is_not_taken_over_by_another_code(school, chat):
    chats.make_code(school.db, school.person("Thầy Minh").id, CODE, MORNING)
    assert "đang nhận việc của “Cô Lan”" in chat.say("DH4F7KQ2")
    assert school.person("Thầy Minh").addresses == ("preview:",)
    assert chats.owner_of(school.db, CODE, MORNING) == school.person("Thầy Minh").id


def test_guessing_codes_is_stopped(school):
    chats.make_code(school.db, school.person("Thầy Minh").id, CODE, MORNING)
    phone = Chat(school, "chat-la")
    for _ in range(5):
        assert "không đúng" in phone.say("DH-222-222")
    assert "nhiều lần" in phone.say("DH-4F7-KQ2")
    phone.now += timedelta(hours=2)
    assert phone.say("DH-4F7-KQ2").startswith("Chào Thầy Minh")


def test_an_old_code_does_not_do(school):
    chats.make_code(school.db, school.person("Thầy Minh").id, CODE, MORNING)
    phone = Chat(school, "chat-minh")
    phone.now = MORNING + chats.CODE_LIVES
    assert "quá hạn" in phone.say(CODE)


def test_a_photo_becomes_proposed_evidence(school, chat):
    said = chat.say("ảnh khảo sát", event=Event.IMAGE, photo="https://anh.zalo.me/1.jpg")
    assert "minh chứng cho việc “Khảo sát trẻ”" in said
    [kept] = evidence.of_task(school.db, school.second.id)
    assert (kept.url, kept.words, kept.accepted) == ("https://anh.zalo.me/1.jpg", "ảnh khảo sát", None)
    assert state(school, school.second) is TaskState.OPEN


def test_a_photo_without_words_is_asked_about(school, chat):
    assert "của việc nào?" in chat.say(event=Event.IMAGE, photo="https://anh.zalo.me/2.jpg")
    assert "Nộp báo cáo" in chat.say("1")
    assert len(evidence.of_task(school.db, school.first.id)) == 1
    assert state(school, school.first) is TaskState.OPEN


def test_a_photo_with_done_is_both(school, chat):
    said = chat.say("xong 1", event=Event.IMAGE, photo="https://anh.zalo.me/3.jpg")
    assert "minh chứng" in said
    assert "đã xong" in said
    assert state(school, school.first) is TaskState.DONE


@pytest.mark.parametrize("photo", ["", "javascript:alert(1)", "file:///etc/passwd"])
def test_a_photo_that_is_no_web_address_is_not_kept(school, chat, photo):
    assert "gửi lại ảnh" in chat.say("1", event=Event.IMAGE, photo=photo)


def test_a_protected_account_is_answered_and_counted(school, chat):
    assert "được bảo vệ" in chat.say(event=Event.UNSUPPORTED)
    assert chats.protected_since(school.db, MORNING) == 1


def test_in_a_group_nobody_s_work_is_touched(school, chat):
    assert "nhắn riêng" in chat.say("xong 1", group=True)
    assert state(school, school.first) is TaskState.OPEN
