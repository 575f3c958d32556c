"""The week for those who look after the plan, words for each part, and alarms when messages do not arrive."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

import pytest

from notifiers import ChannelSettings, build_channels
from tests.fakes.crashing import channel_settings
from tests.fakes.reminding import KNOWN, School, at, preview_desk, running_school
from tests.fakes.smtp import running_smtp
from tracker.answers.links import AnswerLinks
from tracker.reminders.account import message_json
from tracker.reminders.alarms import AlarmKind, alarms
from tracker.reminders.policy import Policy
from tracker.reminders.week import Week
from tracker.store import evidence, notes, people, schools, stops, tasks
from tracker.store.database import open_database, transaction
from tracker.store.evidence import Evidence
from tracker.store.history import Actor
from tracker.store.records import Office, Part, TaskState
from tracker.store.stops import StopWhy
from tracker.zone import HO_CHI_MINH

MONDAY = at(2023, 10, 23)
OCTOBER_27 = date(2023, 10, 27)


@pytest.fixture
def school(tmp_path):
    with running_school(tmp_path, replace(preview_desk(), policy=Policy())) as made:
        made.person("Cô Lan")
        people.ensure(made.db, made.id, "Tổ giám sát", Office.COMMITTEE)
        yield made


def test_on_monday_committee_and_manager_are_told_of_the_week(school: School):
    school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    school.publish("Việc chưa ai nhận", due=date(2023, 11, 10), owner=None)
    told = {one.to: one.message.draft.letter for one in school.tick(MONDAY)}
    week = "Tuần 23/10–29/10: 1 việc đến hạn, 1 việc chưa có người phụ trách – Trường Mẫu giáo Thử Nghiệm"
    assert told["Tổ giám sát"].subject == week
    assert "- Nộp báo cáo: còn 4 ngày" in told["Tổ giám sát"].text
    assert set(told) >= {"Tổ giám sát", people.MANAGER_NAME}


def test_the_letter_of_the_week_names_whose_the_overdue_is_since_when_why_and_where_to_see_it(school: School):
    school.desk = replace(school.desk, base_url="https://lich.vn", links=AnswerLinks("https://lich.vn", b"k" * 32))
    task = school.publish("Nộp báo cáo", due=date(2023, 10, 13), owner="Cô Lan")
    with transaction(school.db):
        notes.add(school.db, task.id, "Chờ mẫu của Phòng", Actor("Cô Lan", at(2023, 10, 14)))
    told = {one.to: one.message.draft.letter.text for one in school.tick(MONDAY)}
    shown = told["Tổ giám sát"]
    assert re.search(
        r"\n- Nộp báo cáo: quá hạn 10 ngày – Cô Lan \(chưa có kênh nhận tin\)\. Lý do, ghi chú: Chờ mẫu của Phòng"
        r"\n   https://lich.vn/giam-sat/\w+/viec/viec-",
        shown,
    )
    about = r"Lịch trên điện thoại, ngừng hay đổi tin nhắc: https://lich.vn/viec-cua-ban/\w+#lich-va-tin"
    assert re.search(rf"Xem bảng việc của trường: https://lich.vn/giam-sat/\w+\n\n{about}\n$", shown)
    signed = school.desk.links.open(school.person(people.MANAGER_NAME).id, MONDAY.date(), f"/viec/{task.id}")
    assert signed in told[people.MANAGER_NAME]


def test_the_letter_of_the_week_is_one_list_with_the_longest_late_first(school: School):
    for days in (3, 10, 18, 12):
        school.publish(f"Việc trễ {days}", due=MONDAY.date() - timedelta(days=days), owner="Cô Lan")
    shown = next(one.message.draft.letter for one in school.tick(MONDAY) if one.to == "Tổ giám sát")
    for text in (shown.text, shown.html):
        assert re.findall(r"Việc trễ (\d+)", text) == ["18", "12", "10", "3"]


def test_two_times_of_one_work_carry_their_day(school: School):
    for day in (13, 20):
        school.publish("Kiểm tra bếp", due=date(2023, 10, day), owner="Cô Lan")
    school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    shown = next(one.message.draft.letter.text for one in school.tick(MONDAY) if one.to == "Tổ giám sát")
    assert "- Kiểm tra bếp (13/10/2023): quá hạn 10 ngày" in shown
    assert "- Kiểm tra bếp (20/10/2023): quá hạn 3 ngày" in shown
    assert "- Nộp báo cáo: còn 4 ngày" in shown


def test_a_week_letter_that_waits_says_nothing_that_was_finished_meanwhile(school: School, tmp_path):
    task = school.publish("Nộp báo cáo", due=date(2023, 10, 13), owner="Cô Lan")
    school.publish("Họp giao ban", due=OCTOBER_27, owner="Cô Lan")

    def finish(step: str) -> None:
        if step == "committed":
            with open_database(tmp_path) as other, transaction(other):
                tasks.set_state(other, task.id, TaskState.DONE, Actor("Cô Lan", MONDAY))

    school.desk = replace(school.desk, step=finish)
    told = {one.to: one.message.draft.letter.text for one in school.tick(MONDAY)}
    assert "Họp giao ban" in told["Tổ giám sát"]
    assert "Nộp báo cáo" not in told["Tổ giám sát"]


@pytest.mark.parametrize("office", [Office.COMMITTEE, Office.MANAGER])
@pytest.mark.parametrize("works", [3, 60])
@pytest.mark.parametrize("address", ["mailto:a@truong.vn", "zalobot:42"])
def test_the_account_of_a_week_names_every_work_its_letter_names_and_no_other(
    school: School, office: Office, works: int, address: str
):
    reader = "Tổ giám sát" if office is Office.COMMITTEE else people.MANAGER_NAME
    school.reach(reader, address)
    for number in range(1, works + 1):
        late, owner = number % 3 == 0, "Cô Lan" if number % 2 else None
        school.publish(f"Việc {number:02}", due=date(2023, 10, 13) if late else OCTOBER_27, owner=owner)
    told = next(one for one in school.tick(MONDAY) if one.to == reader)
    text, carried = told.message.draft.letter.text, {row.planned.task_id for row in told.reminders}
    account = message_json(told)["tasks"]
    assert len(account) == len(set(account))
    shown = {f"viec-{int(number):06}" for number in re.findall(r"(?:- |\d\. )Việc (\d\d)", text)}
    assert shown
    assert set(account) == shown | carried


def test_the_account_names_works_to_check_again_and_evidence_that_waits(school: School):
    done = school.publish("Kiểm tra bếp", due=date(2023, 10, 13), owner="Cô Lan")
    proved = school.publish("Họp tổ", due=date(2023, 12, 29), owner="Cô Lan")
    before = at(2023, 10, 14)
    with transaction(school.db):
        lan = school.person("Cô Lan").id
        for task in (done, proved):
            given = Evidence(0, before, lan, task.id, "https://truong.vn/bb")
            evidence.propose(school.db, given, Actor("Cô Lan", before))
        tasks.set_state(school.db, done.id, TaskState.DONE, Actor("Cô Lan", before))
        tasks.set_state(school.db, done.id, TaskState.CHECKED, Actor("Tổ giám sát", before + timedelta(hours=1)))
        first = evidence.of_task(school.db, done.id)[0]
        refused = Actor("Tổ giám sát", before + timedelta(hours=2), "mờ")
        evidence.decide(school.db, first.id, refused, accepted=False)
    told = {one.to: one for one in school.tick(MONDAY)}
    assert message_json(told["Tổ giám sát"])["tasks"] == [done.id, proved.id]
    assert "Kiểm tra bếp" in told["Tổ giám sát"].message.draft.letter.text
    account = message_json(told[people.MANAGER_NAME])["tasks"]
    text = told[people.MANAGER_NAME].message.draft.letter.text
    assert [one.id for one in (done, proved) if one.task.title in text] == account
    assert proved.id in account


def test_a_week_letter_whose_week_emptied_before_its_next_try_lists_it_no_more(school: School, tmp_path):
    soon = school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    mine = school.publish("Họp giao ban", due=date(2023, 10, 30), owner="Tổ giám sát")

    def finish(step: str) -> None:
        if step == "committed":
            with open_database(tmp_path) as other, transaction(other):
                tasks.set_state(other, soon.id, TaskState.DONE, Actor("Cô Lan", MONDAY))

    school.desk = replace(school.desk, step=finish)
    told = next(one for one in school.tick(MONDAY) if one.to == "Tổ giám sát")
    assert "Nộp báo cáo" not in told.message.draft.letter.text
    assert message_json(told)["tasks"] == [mine.id]


def test_the_week_is_told_once(school: School):
    school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    school.tick(MONDAY)
    assert school.tick(MONDAY + timedelta(hours=1)) == ()


def test_a_week_with_nothing_in_it_is_not_told(school: School):
    school.publish("Nộp báo cáo", due=date(2024, 3, 1), owner="Cô Lan")
    assert school.tick(MONDAY) == ()


def test_a_week_that_begins_with_days_off_is_told_on_its_first_working_day(school: School):
    school.publish("Nộp báo cáo", due=date(2024, 5, 3), owner="Cô Lan")
    told = [one.at.day for day in (29, 30) for one in school.tick(at(2024, 4, day))]
    told += [one.at.day for day in (1, 2) for one in school.tick(at(2024, 5, day)) if one.to == "Tổ giám sát"]
    assert told == [2]


def test_whoever_has_tasks_too_gets_one_message_with_both(school: School):
    school.publish("Việc chưa ai nhận", due=date(2023, 10, 24), owner=None, published=at(2023, 10, 23))
    told = [one.message.draft.letter for one in school.tick(MONDAY) if one.to == people.MANAGER_NAME]
    assert len(told) == 1
    assert told[0].subject.startswith("Tuần 23/10–29/10")
    assert "Việc chưa ai nhận" in told[0].text


def test_lead_helper_and_watcher_read_different_words(school: School):
    task = school.publish("Nộp báo cáo", due=date(2023, 10, 13), owner="Cô Lan")
    school.assign_parts(task, {"Cô Lan": Part.LEAD, "Thầy Minh": Part.HELPER})
    told = {one.to: one.message.draft.letter.text for day in range(9, 28) for one in school.tick(at(2023, 10, day))}
    assert "Vai trò: chủ trì;" in told["Cô Lan"]
    assert "Vai trò: phối hợp với Cô Lan;" in told["Thầy Minh"]
    (watched,) = [
        one.message.draft.letter.text for one in school.tick(at(2023, 10, 30)) if one.to == people.MANAGER_NAME
    ]
    assert "- Nộp báo cáo: quá hạn 17 ngày – Cô Lan" in watched


def test_without_a_tick_the_board_is_alarmed(school: School):
    now = at(2023, 10, 20)
    assert [one.kind for one in alarms(school.db, now)] == [AlarmKind.NO_TICK]
    school.desk = replace(school.desk, wall=lambda: now)
    school.tick(now)
    assert alarms(school.db, now + timedelta(minutes=10)) == ()
    (alarm,) = alarms(school.db, now + timedelta(minutes=11))
    assert "07:00 20/10/2023" in alarm.sentence
    assert now.tzinfo is HO_CHI_MINH


def alarms_told(school: School, now) -> list[str]:
    """Tick on a machine whose clock says so; return what managers are warned of."""
    school.desk = replace(school.desk, wall=lambda: now)
    return [one.message.draft.letter.text for one in school.tick(now) if one.message.draft.kind == "alarm"]


def test_when_the_clock_runs_again_the_manager_hears_once_that_it_stood_still(school: School):
    school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    assert alarms_told(school, at(2023, 10, 12, "15:00")) == []
    (text,) = alarms_told(school, at(2023, 10, 20, "09:00"))
    assert "ngừng từ 15:00 12/10/2023 đến 09:00 20/10/2023" in text
    assert [alarms_told(school, at(2023, 10, day, "10:00")) for day in (20, 23, 24)] == [[], [], []]


def test_a_machine_switched_off_over_night_and_weekend_is_no_alarm(school: School):
    evening, morning = at(2023, 10, 20, "17:00"), at(2023, 10, 23)
    assert alarms_told(school, evening) + alarms_told(school, morning) == []


def test_a_silence_that_ends_on_a_day_off_is_told_on_the_next_working_day(school: School):
    assert alarms_told(school, at(2023, 10, 12, "15:00")) == []
    assert alarms_told(school, at(2023, 10, 21, "09:00")) == []
    assert len(alarms_told(school, at(2023, 10, 23))) == 1


def test_work_nobody_has_is_told_to_the_manager_as_work_without_a_person(school: School):
    school.publish("Việc chưa ai nhận", due=date(2023, 10, 24), owner=None, published=at(2023, 10, 23))
    (text,) = [one.message.draft.letter.text for one in school.tick(MONDAY) if one.to == people.MANAGER_NAME]
    assert "Chưa có người phụ trách" in text
    assert "Vai trò" not in text


def test_someone_who_cannot_be_reached_is_an_alarm_and_the_manager_is_told_once(school: School):
    with running_smtp() as smtp:
        smtp.refuse["lan@truong.vn"] = ["550 5.1.1 no such user"]
        links = AnswerLinks("https://lich.truong.vn", b"k" * 32)
        channels = build_channels(channel_settings(smtp.port))
        school.desk = replace(school.desk, channels=channels, base_url=links.base_url, links=links)
        school.reach("Cô Lan", "mailto:lan@truong.vn")
        school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
        school.tick(at(2023, 10, 20))
    told = [one for hour in ("08:00", "09:00") for one in school.tick(at(2023, 10, 20, hour))]
    assert [(one.to, one.message.draft.kind) for one in told] == [(people.MANAGER_NAME, "alarm")]
    letter, manager = told[0].message.draft.letter, people.manager(school.db, school.id)
    assert "Tin cho Cô Lan không gửi được" in letter.text
    page = links.open(manager.id, date(2023, 10, 20), f"/nguoi/{school.person('Cô Lan').id}")
    assert page in letter.text
    assert page in letter.html
    assert "lan@truong.vn" not in told[0].message.draft.letter.text


def test_a_manager_is_warned_of_the_people_of_their_own_school_only(school: School):
    with running_smtp() as smtp:
        smtp.refuse["lan@truong.vn"] = ["550 5.1.1 no such user"]
        school.desk = replace(school.desk, channels=build_channels(channel_settings(smtp.port)))
        school.reach("Cô Lan", "mailto:lan@truong.vn")
        school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
        other = replace(school, id=schools.ensure(school.db, "Trường THCS Bến Tre").id)
        other.reach("Cô Hoa", "mailto:hoa@truong.vn", "zalobot:chat-hoa")
        stops.stop(school.db, other.person("Cô Hoa").id, "mailto:hoa@truong.vn", StopWhy.ASKED, Actor("thử", KNOWN))
        other.publish("Họp tổ", due=OCTOBER_27, owner="Cô Hoa")
        school.tick(at(2023, 10, 20))
        stops.stop(
            school.db, other.person("Cô Hoa").id, "zalobot:chat-hoa", StopWhy.ASKED, Actor("thử", at(2023, 10, 20))
        )
    told = {
        one.message.draft.person_id: one.message.draft.letter.text for one in school.tick(at(2023, 10, 20, "09:00"))
    }
    here, there = (told[people.manager(school.db, one.id).id] for one in (school, other))
    assert ["Cô Lan" in here, "Cô Hoa" in here] == [True, False]
    assert ["Cô Lan" in there, "Cô Hoa" in there] == [False, True]


def test_a_channel_that_is_not_set_up_is_an_alarm_until_it_works(school: School):
    school.desk = replace(school.desk, channels=build_channels(ChannelSettings()))
    school.reach("Cô Lan", "mailto:lan@truong.vn")
    school.publish("Nộp báo cáo", due=OCTOBER_27, owner="Cô Lan")
    school.tick(at(2023, 10, 20))
    assert AlarmKind.CHANNEL_DOWN in {one.kind for one in alarms(school.db, at(2023, 10, 20, "07:05"))}
    with running_smtp() as smtp:
        school.desk = replace(school.desk, channels=build_channels(channel_settings(smtp.port)))
        school.tick(at(2023, 10, 20, "09:00"))
        assert [letter.to for letter in smtp.letters] == ["lan@truong.vn"]
    assert AlarmKind.CHANNEL_DOWN not in {one.kind for one in alarms(school.db, at(2023, 10, 20, "09:05"))}


def test_a_subject_counts_up_to_four_things_and_of_more_the_rest_together():
    week = Week(date(2026, 12, 14), 5, 7, 2, "Trường Hoa Ban", requests=1)
    told = "Tuần 14/12–20/12: 5 việc đến hạn, 7 việc quá hạn"
    assert (
        week.headline
        == week.subject
        == f"{told}, 2 việc chưa có người phụ trách, 1 đề nghị chờ trả lời – Trường Hoa Ban"
    )
    more = replace(week, proofs=3, again=(("viec-1", "Nộp báo cáo"),))
    assert more.headline == f"{told}, 7 điều khác cần xem – Trường Hoa Ban"
    assert "3 minh chứng chờ xem, 1 việc cần kiểm tra lại" in more.subject
