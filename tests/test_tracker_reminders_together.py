"""News of several kinds at once is one letter, and a reminder of the same work goes with it: none lost, none doubled."""

from __future__ import annotations

from datetime import date

import pytest

from notifiers import OutcomeKind
from tests.fakes.reminding import School, at
from tests.fakes.wild import Wild, wild_school
from tracker.answers.showing import judge
from tracker.reminders.actions import ask_extension, decide_extension, snooze
from tracker.store import answers, declines, evidence, ledger, notes, people, tasks
from tracker.store.database import transaction
from tracker.store.evidence import Evidence
from tracker.store.history import Actor
from tracker.store.ledger import ReminderState
from tracker.store.records import Office, StoredTask, TaskState

DUE = date(2023, 10, 20)
GIVEN, NOW, NEXT = at(2023, 10, 17, "08:00"), at(2023, 10, 17, "09:30"), at(2023, 10, 17, "09:31")
CHAIR = Actor("Cô Hoa", NOW, "chưa có chữ ký")


@pytest.fixture
def school(tmp_path, wild):
    with wild_school(tmp_path, wild, lan="Cô Lan") as made:
        yield made


def note(school: School, task: StoredTask, text: str = "Còn thiếu biên bản") -> None:
    with transaction(school.db):
        notes.add_found(school.db, task.id, text, Actor("Thầy Giám", NOW))
        school.replan()


def refuse(school: School, task: StoredTask, *, accepted: bool = False) -> None:
    piece = Evidence(0, GIVEN, school.person("Cô Lan").id, task.id, "https://anh.vn/1", "ảnh")
    number = evidence.propose(school.db, piece, Actor("Cô Lan", GIVEN)).id
    judge(school.db, number, CHAIR, school.desk.working_days, accepted=accepted)


def finished(school: School, title: str = "Nộp báo cáo") -> StoredTask:
    task = school.publish(title, due=DUE, owner="Cô Lan")
    school.move(task, TaskState.DONE)
    return task


def decided(school: School, title: str = "Nộp báo cáo", *, approved: bool = False) -> StoredTask:
    """Publish work of Friday 20/10 for which more time was asked and answered on the Tuesday, its D-3."""
    task = school.publish(title, due=DUE, owner="Cô Lan")
    school.tick(at(2023, 10, 13))
    asked = ask_extension(school.db, task.id, school.person("Cô Lan").id, date(2023, 10, 21), Actor("Cô Lan", GIVEN))
    decide_extension(school.db, asked.id, CHAIR, school.desk.working_days, approved=approved)
    return task


def told(school: School, now=NEXT) -> list[tuple[str, str]]:
    found = [one for one in school.tick(now) if one.message.state.value == "sent"]
    return [(one.message.draft.kind.value, one.message.draft.letter.text) for one in found]


def stage(school: School, name: str):
    (row,) = [one for one in school.rows() if one.planned.stage == name]
    return row


def test_a_note_and_refused_evidence_of_one_work_are_one_letter(school: School, wild: Wild):
    task = finished(school)
    note(school, task)
    refuse(school, task)
    school.tick(NEXT)
    (_, message) = wild.tried[0]
    assert len(wild.tried) == 1
    assert message.subject == "Nộp báo cáo: 1 ghi chú của Tổ giám sát, 1 minh chứng không được nhận"
    assert message.text.startswith("Kính gửi Cô Lan, có tin mới về việc của thầy/cô:\n\n1. Nộp báo cáo\n")
    assert "\n2. " not in message.text
    entry = message.text[: message.text.index("Xin gửi minh chứng khác")]
    for words in ("Thầy Giám ghi: Còn thiếu biên bản", "không được nhận. Lý do: chưa có chữ ký"):
        assert words in entry
        assert words in message.html
    assert (message.text.count("Nộp báo cáo\n"), message.text.count("#minh-chung")) == (1, 1)
    assert message.html.count("<ol") == 1
    assert answers.numbered(school.db, school.person("Cô Lan").id) == (task.id,)
    assert told(school, at(2023, 10, 17, "11:00")) == []
    school.replan()
    assert told(school, at(2023, 10, 18)) == []


def test_news_of_one_work_among_those_of_others_is_one_entry_and_the_subject_counts(school: School, wild: Wild):
    task, other = finished(school), finished(school, "Khảo sát")
    answered = decided(school, "Kiểm kê", approved=True)
    for one in (task, other):
        note(school, one)
    refuse(school, task)
    [(_, text)] = told(school)
    (_, message) = wild.tried[-1]
    assert message.subject == (
        "Tin mới về việc của thầy/cô: 1 câu trả lời, 2 ghi chú của Tổ giám sát, 1 minh chứng không được nhận"
    )
    assert [text.count(f". {one.task.title}\n") for one in (answered, task, other)] == [1, 1, 1]
    assert "\n3. " in text
    assert "\n4. " not in text
    assert "Xin gửi minh chứng khác ở trang của việc." in text
    numbered = answers.numbered(school.db, school.person("Cô Lan").id)
    lines = [text.index(f"\n{number}. ") for number in (1, 2, 3)]
    titles = [text[at:].split(". ", 1)[1].split("\n")[0] for at in lines]
    assert [tasks.by_id(school.db, one).task.title for one in numbered] == titles


def test_an_answer_and_a_note_of_one_work_say_its_deadline_once(school: School, wild: Wild):
    task = school.publish("Nộp báo cáo", due=date(2023, 10, 10), owner="Cô Lan")
    school.tick(at(2023, 10, 13))
    asked = ask_extension(school.db, task.id, school.person("Cô Lan").id, date(2023, 10, 21), Actor("Cô Lan", GIVEN))
    decide_extension(school.db, asked.id, CHAIR, school.desk.working_days, approved=False)
    note(school, task)
    [(kind, text)] = told(school)
    assert kind == "decision"
    assert wild.tried[-1][1].subject == "Nộp báo cáo: 1 câu trả lời, 1 ghi chú của Tổ giám sát"
    assert "không được đồng ý. Hạn vẫn là: thứ Ba 10/10/2023 – quá hạn 7 ngày" in text
    assert "Thầy Giám ghi: Còn thiếu biên bản" in text
    assert (text.count("Nộp báo cáo\n"), text.count("10/10/2023")) == (1, 1)


def test_what_may_wait_goes_with_what_does_not(school: School, wild: Wild):
    first, second = finished(school, "Việc một"), finished(school, "Việc hai")
    refuse(school, first, accepted=True)
    assert len(told(school)) == 1
    refuse(school, second, accepted=True)
    assert told(school, at(2023, 10, 17, "09:40")) == []
    decided(school, "Việc ba")
    [(kind, text)] = told(school, at(2023, 10, 17, "09:45"))
    assert kind == "decision"
    assert "Việc hai" in text
    assert "Việc ba" in text
    assert told(school, at(2023, 10, 17, "11:00")) == []


def test_each_kind_of_a_letter_is_judged_by_itself_as_it_goes(school: School, wild: Wild):
    done, other = finished(school), decided(school, "Khảo sát")
    refuse(school, done)
    wild.ends = OutcomeKind.RETRY_AFTER
    assert told(school) == []
    school.move(other, TaskState.DONE)
    wild.ends = OutcomeKind.SENT
    [(_, text)] = told(school, at(2023, 10, 17, "09:45"))
    assert text.startswith("Kính gửi Cô Lan, minh chứng ")
    assert "Khảo sát" not in text
    assert told(school, at(2023, 10, 18)) == []


def test_by_the_next_address_it_is_the_same_letter(school: School, wild: Wild):
    done = finished(school)
    decided(school, "Khảo sát")
    refuse(school, done)
    school.reach("Cô Lan", "wild:hong", "wild:lan")
    wild.dead.add("wild:hong")
    school.tick(NEXT)
    news = [message for at_, message in wild.tried if at_ >= NOW]
    assert [message.to for message in news] == ["wild:hong", "wild:lan"]
    assert news[0].text == news[1].text
    assert "Khảo sát" in news[1].text
    assert "Nộp báo cáo" in news[1].text


def test_the_reminder_of_the_same_morning_goes_with_the_answer(school: School, wild: Wild):
    task = decided(school)
    [(kind, text)] = told(school)
    assert kind == "decision"
    assert "Hạn vẫn là: thứ Sáu 20/10/2023" in text
    reminder, answer = stage(school, "D-3"), stage(school, f"X-{1}")
    assert (reminder.state, reminder.message_id) == (ReminderState.COMPOSED, answer.message_id)
    school.replan()
    assert told(school, at(2023, 10, 17, "11:00")) == told(school, at(2023, 10, 18)) == []
    [(kind, text)] = told(school, at(2023, 10, 19))
    assert kind == "routine"
    assert task.task.title in text


def test_a_reminder_put_off_while_its_letter_waits_comes_when_the_rest_is_over(school: School, wild: Wild):
    task = decided(school)
    wild.ends = OutcomeKind.RETRY_AFTER
    assert told(school) == []
    snooze(school.db, task.id, school.person("Cô Lan").id, date(2023, 10, 17), Actor("Cô Lan", NEXT))
    wild.ends = OutcomeKind.SENT
    [(kind, _)] = told(school, at(2023, 10, 17, "09:45"))
    assert kind == "decision"
    assert stage(school, "D-3").state is ReminderState.PLANNED
    [(kind, text)] = told(school, at(2023, 10, 18))
    assert kind == "routine"
    assert "Nộp báo cáo" in text


def test_a_reminder_whose_news_goes_no_more_goes_by_itself(school: School, wild: Wild):
    task = school.publish("Nộp báo cáo", due=DUE, owner="Cô Lan")
    school.tick(at(2023, 10, 13))
    lan = school.person("Cô Lan").id
    said = declines.tell(school.db, task.id, lan, Actor("Cô Lan", GIVEN, "việc của cô Hà"))
    declines.keep(school.db, said.id, CHAIR)
    school.replan()
    wild.ends = OutcomeKind.RETRY_AFTER
    assert told(school) == []
    assert stage(school, "D-3").state is ReminderState.COMPOSED
    declines.tell(school.db, task.id, lan, Actor("Cô Lan", NEXT, "vẫn là việc của cô Hà"))
    wild.ends = OutcomeKind.SENT
    assert told(school, at(2023, 10, 17, "09:45")) == []
    [(kind, text)] = told(school, at(2023, 10, 17, "09:46"))
    assert kind == "routine"
    assert "Nộp báo cáo" in text


def test_of_done_work_the_reminder_that_went_along_is_dropped(school: School, wild: Wild):
    task = decided(school)
    wild.ends = OutcomeKind.RETRY_AFTER
    assert told(school) == []
    school.move(task, TaskState.DONE)
    wild.ends = OutcomeKind.SENT
    assert told(school, at(2023, 10, 17, "09:45")) == []
    assert stage(school, "D-3").reason == "TASK_DONE"


def test_a_letter_that_missed_its_day_gives_all_it_carried_back(school: School, wild: Wild):
    decided(school)
    wild.ends = OutcomeKind.RETRY_AFTER
    assert told(school) == []
    wild.ends = OutcomeKind.SENT
    [(kind, text)] = told(school, at(2023, 10, 18))
    assert kind == "decision"
    assert "còn 2 ngày" in text
    assert told(school, at(2023, 10, 18, "11:00")) == []


def test_what_waits_for_a_manager_is_one_letter_too(school: School, wild: Wild):
    with transaction(school.db):
        people.ensure(school.db, school.id, "Cô Hoa", Office.MANAGER)
    school.reach("Cô Hoa", "wild:hoa")
    first, second = (school.publish(title, due=date(2024, 3, 1), owner="Cô Lan") for title in ("Một", "Hai"))
    lan = school.person("Cô Lan").id
    ask_extension(school.db, first.id, lan, date(2024, 3, 8), Actor("Cô Lan", GIVEN))
    declines.tell(school.db, second.id, lan, Actor("Cô Lan", GIVEN, "việc của cô Hà"))
    school.replan()
    [(kind, text)] = told(school)
    assert kind == "request"
    assert "\n1. Một\n" in text
    assert "\n2. Hai\n" in text
    assert text.count("/de-nghi/") == text.count("/doi-nguoi/") == 1
    assert told(school, at(2023, 10, 17, "11:00")) == []


@pytest.mark.parametrize("kinds", [1, 2])
def test_a_letter_that_may_have_gone_is_marked_once_whatever_it_holds(school: School, wild: Wild, kinds: int):
    done = finished(school)
    refuse(school, done)
    if kinds > 1:
        note(school, done)
    school.reach("Cô Lan", "wild:lan", "wild:hai")
    wild.ends = OutcomeKind.UNKNOWN
    school.tick(NEXT)
    first, second = [message for _, message in wild.tried]
    assert "Gửi lại sau sự cố" not in first.text
    assert second.text.count("Gửi lại sau sự cố") == 1
    assert first.to != second.to
    assert {one.state for one in ledger.of_task(school.db, done.id) if one.planned.stage[:2] in {"P-", "G-"}} == {
        ReminderState.COMPOSED
    }
