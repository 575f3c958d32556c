"""The words of a message: deadlines, days left, short titles, repeats, links, nothing that HTML could take for its own."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

import pytest

from schedules.calendar import WorkingDays, load_calendar, with_points
from schedules.plan import Bound, Due, Precision, Recurrence, Task
from tracker.answers.links import AnswerLinks
from tracker.reminders.digest import compose
from tracker.reminders.occasions import Occasion
from tracker.reminders.reasons import Reason
from tracker.reminders.sift import Item
from tracker.reminders.week import Staffing, Watched, week_of
from tracker.reminders.week import Week as WeekOfSchool
from tracker.reminders.wording import LONGEST_TITLE, short
from tracker.spoken import due_words, left_words
from tracker.store.ledger import Planned, Reminder, ReminderState
from tracker.store.letters import Kind
from tracker.store.records import Part, StoredTask, TaskState
from tracker.zone import HO_CHI_MINH

BEFORE = with_points(
    Due("trước ngày 25/9/2023", day=date(2023, 9, 25), precision=Precision.DAY, bound=Bound.BEFORE), WorkingDays()
)
ON = with_points(Due("ngày 26/9/2023", day=date(2023, 9, 26), precision=Precision.DAY), WorkingDays())
WEEK = with_points(
    Due("tuần 3", start=date(2023, 10, 16), day=date(2023, 10, 22), precision=Precision.WEEK, bound=Bound.DURING),
    WorkingDays(),
)
BEFORE_25_11, BEFORE_30_11 = (
    with_points(
        Due(f"trước ngày {day}/11/2026", day=date(2026, 11, day), precision=Precision.DAY, bound=Bound.BEFORE),
        load_calendar().working_days,
    )
    for day in (25, 30)
)


def item(title: str, due: Due = ON, stage: str = "D-1") -> Item:
    planned = Planned("viec-1", 1, stage, "preview:", 0, datetime(2023, 9, 25, 7, tzinfo=HO_CHI_MINH))
    row = Reminder(1, planned, ReminderState.COMPOSED, "FIRST_NOTICE")
    task = StoredTask("viec-1", 1, 0, Task(title, due), TaskState.OPEN, 0, 0, planned.at)
    return Item(row, task, "12/KH", Part.LEAD, stage, Reason.FIRST_NOTICE, Kind.ROUTINE)


OCCASION = Occasion("Cô Lan", date(2023, 9, 25))


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (BEFORE, "trước thứ Hai 25/9/2023"),
        (ON, "thứ Ba 26/9/2023"),
        (replace(ON, recurrence=Recurrence.MONTHLY), "thứ Ba 26/9/2023, hằng tháng"),
        (replace(WEEK, start=date(2022, 12, 26)), "từ 26/12/2022 đến Chủ nhật 22/10/2023"),
        (WEEK, "từ 16/10 đến Chủ nhật 22/10/2023"),
        (Due("thường xuyên"), "chưa có ngày (“thường xuyên”)"),
    ],
)
def test_a_deadline_says_what_the_plan_means(due: Due, words: str):
    assert due_words(due) == words


@pytest.mark.parametrize(
    ("due", "today", "words"),
    [
        (BEFORE, date(2023, 9, 18), "còn 4 ngày, nên xong trong thứ Sáu 22/9/2023"),
        (BEFORE, date(2023, 9, 22), "nên xong ngay hôm nay"),
        (BEFORE, date(2023, 9, 25), "cần xong ngay"),
        (BEFORE, date(2023, 9, 26), "quá hạn 1 ngày"),
        (ON, date(2023, 9, 19), "còn 7 ngày để xong"),
        (ON, date(2023, 9, 25), "còn 1 ngày để xong, hạn là ngày mai"),
        (ON, date(2023, 9, 26), "hạn cuối là hôm nay"),
        (ON, date(2023, 10, 6), "quá hạn 10 ngày"),
    ],
)
def test_the_days_left_are_in_words(due: Due, today: date, words: str):
    assert left_words(due, today) == words


SUNDAY = with_points(
    Due("ngày 24/9/2023", date(2023, 9, 24), date(2023, 9, 24), Precision.DAY, Bound.DURING), WorkingDays()
)


@pytest.mark.parametrize(
    ("today", "words"),
    [
        (date(2023, 9, 18), "6 ngày nữa, đúng vào ngày nghỉ"),
        (date(2023, 9, 22), "2 ngày nữa, đúng vào ngày nghỉ"),
        (date(2023, 9, 23), "ngày mai, đúng vào ngày nghỉ"),
        (date(2023, 9, 24), "hôm nay, đúng vào ngày nghỉ"),
        (date(2023, 9, 25), "quá hạn 1 ngày"),
    ],
)
def test_what_takes_place_on_a_day_off_need_not_be_done_before_it(today: date, words: str):
    assert SUNDAY.remind_by == date(2023, 9, 22)
    assert left_words(SUNDAY, today) == words


def test_some_days_off_are_counted_to_their_first():
    weekend = with_points(replace(SUNDAY, start=date(2023, 9, 23)), WorkingDays())
    assert left_words(weekend, date(2023, 9, 20)) == "3 ngày nữa, đúng vào ngày nghỉ"
    assert left_words(weekend, date(2023, 9, 24)) == "hôm nay, đúng vào ngày nghỉ"


def test_days_of_which_some_are_worked_are_told_as_before():
    assert left_words(WEEK, date(2023, 10, 17)) == "còn 3 ngày, nên xong trong thứ Sáu 20/10/2023"


def test_whatever_the_bound_the_days_to_finish_are_those_to_the_same_working_day():
    sunday, today = date(2026, 12, 6), date(2026, 11, 23)
    told = {
        bound: left_words(with_points(Due("6/12", sunday, sunday, Precision.DAY, bound), WorkingDays()), today)
        for bound in Bound
    }
    assert told[Bound.BY] == "còn 11 ngày, nên xong trong thứ Sáu 4/12/2026"
    assert told[Bound.BEFORE] == told[Bound.BY]
    assert told[Bound.DURING] == "13 ngày nữa, đúng vào ngày nghỉ"


def test_a_long_title_is_cut_at_a_word():
    title = "Xây dựng kế hoạch " * 20
    assert len(short(title)) <= LONGEST_TITLE + 1
    assert short(title).endswith("…")


def test_a_message_names_task_deadline_days_left_and_plan():
    text = compose([item("Nộp báo cáo")], OCCASION).text
    for words in ("Cô Lan", "Nộp báo cáo", "thứ Ba 26/9/2023", "còn 1 ngày", "12/KH", "chủ trì"):
        assert words in text


def test_the_overdue_comes_first_and_gives_the_message_its_stage():
    late = replace(ON, day=date(2023, 9, 20), remind_by=date(2023, 9, 20), late_from=date(2023, 9, 21))
    letter = compose([item("Việc sắp tới"), item("Việc đã trễ", late, "overdue")], OCCASION)
    assert letter.stage == "overdue"
    assert letter.text.index("Việc đã trễ") < letter.text.index("Việc sắp tới")
    assert letter.subject.endswith("1 việc quá hạn, 1 việc sắp đến hạn")


BASE = "https://lich.truong.vn/"
LINKS = AnswerLinks(BASE, b"k" * 32)


def test_the_board_is_linked_only_for_who_signs_in_and_only_with_a_base_address():
    manager = replace(OCCASION, signs_in=True)
    assert "http" not in compose([item("Nộp báo cáo")], manager).text
    linked = compose([item("Nộp báo cáo")], replace(manager, base_url=BASE))
    assert "https://lich.truong.vn/viec/viec-1" in linked.text
    assert 'href="https://lich.truong.vn/viec/viec-1"' in linked.html
    assert "Xem tất cả: https://lich.truong.vn/\n" in linked.text


def test_a_teacher_is_sent_to_pages_of_their_own_alone():
    letter = compose([item("Nộp báo cáo")], replace(OCCASION, base_url=BASE, links=LINKS, person_id=7))
    addresses = set(re.findall(r'https://[^\s"<]+', letter.text + letter.html))
    assert {address.removeprefix(BASE).partition("/")[0] for address in addresses} == {"tra-loi", "viec-cua-ban"}
    assert (
        "Xem mọi việc của thầy/cô, lịch trên điện thoại, ngừng hay đổi tin nhắc: https://lich.truong.vn/viec-cua-ban/"
        in letter.text
    )


def test_the_committee_is_told_in_words_where_to_see_the_board():
    watched = replace(item("Nộp báo cáo", stage="overdue"), part=Part.WATCHER)
    letter = compose([watched], replace(OCCASION, base_url=BASE, links=LINKS, person_id=7))
    addresses = re.findall(r'https://[^\s"<]+', letter.text + letter.html)
    assert {one.removeprefix(BASE).partition("/")[0] for one in addresses} == {"viec-cua-ban"}
    assert all(one.endswith("#lich-va-tin") for one in addresses)
    assert letter.text.endswith("Muốn xem cả bảng việc, xin hỏi người quản lý kế hoạch của trường.\n")


def test_what_is_overdue_and_what_is_due_stand_apart_in_the_week():
    late = Watched("viec-8", "Nộp báo cáo", "quá hạn 3 ngày", "Cô Lan", late=True)
    works = (late, Watched("viec-9", "Khảo sát", "còn 1 ngày", "Cô Lan"))
    week = WeekOfSchool(date(2023, 9, 25), 1, 1, 0, "Trường Hoa Ban", works)
    letter = compose([], replace(OCCASION, week=week))
    assert "Quá hạn:\n- Nộp báo cáo: quá hạn 3 ngày – Cô Lan\nCần xong tuần này:\n- Khảo sát" in letter.text
    assert "<h3>Quá hạn</h3><ul><li><strong>Nộp báo cáo" in letter.html
    assert "<h3>Cần xong tuần này</h3><ul><li><strong>Khảo sát" in letter.html
    only_late = compose([], replace(OCCASION, week=replace(week, works=(late,))))
    assert "Quá hạn:" not in only_late.text
    assert "<h3>" not in only_late.html


def test_the_greeting_comes_before_the_week():
    works = (Watched("viec-9", "Nộp báo cáo", "còn 1 ngày", "Cô Lan"),)
    week = WeekOfSchool(date(2023, 9, 25), 1, 0, 0, "Trường Hoa Ban", works)
    alone = compose([], replace(OCCASION, week=week)).text
    assert alone.startswith("Kính gửi Cô Lan,\nTuần 25/09–01/10: 1 việc đến hạn – Trường Hoa Ban.\n\n- Nộp báo cáo")
    both = compose([item("Nộp báo cáo")], replace(OCCASION, week=week)).text.splitlines()
    assert both[0] == "Kính gửi Cô Lan,"
    assert both[2] == "Có 1 việc cần nhớ (thứ Hai 25/9/2023):"


def test_works_left_out_are_never_those_late_for_longest():
    days = [date(2023, 9, day) for day in range(1, 21)]
    late = [item(f"Việc {day.day}.", replace(ON, day=day, remind_by=day, late_from=day), "overdue") for day in days]
    letter = compose([*reversed(late)], OCCASION)
    assert "1. Việc 1." in letter.text
    assert "\n8. Việc 8." in letter.text
    assert "\n9. " not in letter.text
    rest = [f"- Việc {day}.: quá hạn {25 - day} ngày" for day in range(9, 21)]
    assert "\n".join(["Việc khác vẫn còn quá hạn:", *rest]) in letter.text
    assert all(f"<li>{one.removeprefix('- ')}</li>" in letter.html for one in rest)
    tasks = [replace(one.task, published=True) for one in reversed(late)]
    week = week_of(tasks, Staffing(), OCCASION.today)
    assert [one.title for one in week.works[:2]] == ["Việc 1.", "Việc 2."]
    assert len(week.works) == 20


def test_the_committee_reads_of_each_work_whose_it_is_how_late_and_why_and_opens_its_page():
    late = replace(item("Nộp báo cáo", replace(ON, late_from=date(2023, 9, 27))).task, published=True)
    staffing = Staffing({late.id: ("Cô Lan", "Thầy Minh")}, {late.id: "Chờ mẫu của Phòng"})
    committee = replace(OCCASION, today=date(2023, 10, 2), base_url=BASE, links=LINKS, person_id=7, oversees=True)
    letter = compose([], replace(committee, week=week_of([late], staffing, committee.today)))
    assert (
        "- Nộp báo cáo: quá hạn 6 ngày – Cô Lan, Thầy Minh. Lý do, ghi chú: Chờ mẫu của Phòng\n   https://"
        in letter.text
    )
    work = re.search(r'href="(https://lich.truong.vn/giam-sat/\w+/viec/viec-1)"', letter.html)
    assert work
    assert work[1] in letter.text
    assert re.search(r"Xem bảng việc của trường: https://lich.truong.vn/giam-sat/\w+\n", letter.text)


def test_a_week_of_many_late_works_still_fits_a_phone_and_the_letter_lists_them_all():
    days = [date(2023, 9, day) for day in range(1, 21)]
    late = [item("Xây dựng kế hoạch " * 5, replace(ON, day=day, remind_by=day, late_from=day)).task for day in days]
    tasks = [replace(one, id=f"viec-{number}", published=True) for number, one in enumerate(late)]
    committee = replace(OCCASION, base_url=BASE, links=LINKS, person_id=7, oversees=True)
    letter = compose([], replace(committee, week=week_of(tasks, Staffing(), committee.today)))
    assert len(letter.text) <= 2000
    assert re.search(r"\nvà \d+ việc khác\.\n", letter.text)
    assert letter.html.count("<li>") == 20


def test_a_work_told_as_a_reminder_is_not_listed_again_under_the_week():
    late = replace(item("Nộp báo cáo", stage="overdue"), part=Part.WATCHER, leads=("Cô Lan",))
    tasks = [replace(late.task, published=True)]
    staffing = Staffing(said={late.task.id: "Chờ mẫu"})
    letter = compose([late], replace(OCCASION, week=week_of(tasks, staffing, OCCASION.today)))
    assert letter.text.count("Nộp báo cáo") == 1
    assert "Lý do, ghi chú: Chờ mẫu" in letter.text


def test_a_title_cannot_become_markup():
    assert "<script>" not in compose([item("<script>alert(1)</script>")], OCCASION).html


def test_many_tasks_stay_short_enough_for_a_phone_and_for_zalo():
    letter = compose([item("Xây dựng kế hoạch " * 20)] * 40, replace(OCCASION, base_url="https://lich.truong.vn"))
    assert len(letter.text) <= 2000
    assert "việc khác." in letter.text


def test_a_letter_s_text_names_every_work_its_html_names():
    many = [item(f"Việc thứ {number}: {'soạn báo cáo sơ kết ' * 5}", stage="D-1") for number in range(8)]
    phone, mail = (compose(many, replace(OCCASION, mail=mail)) for mail in (False, True))
    assert "việc khác." in phone.text
    assert all(f"Việc thứ {number}:" in mail.text for number in range(8))
    assert "việc khác." not in mail.text
    listed = tuple(
        Watched(f"viec-{number}", f"Việc {number} {'dài ' * 20}", "còn 2 ngày", "Cô Lan") for number in range(20)
    )
    week = WeekOfSchool(date(2023, 9, 25), 20, 0, 0, works=listed)
    text = compose([], replace(OCCASION, week=week, mail=True)).text
    assert all(f"- Việc {number} " in text for number in range(20))


def test_only_what_is_due_soon_is_counted_as_near():
    far = with_points(Due("ngày 1/4/2024", day=date(2024, 4, 1), precision=Precision.DAY), WorkingDays())
    edge = with_points(Due("ngày 9/10/2023", day=date(2023, 10, 9), precision=Precision.DAY), WorkingDays())
    subjects = [
        compose(items, OCCASION).subject.removeprefix("Nhắc việc thứ Hai 25/9/2023: ")
        for items in (
            [item("Nộp báo cáo"), item("Hội thi", far)],
            [item("Nộp báo cáo"), item("Hội thi", edge), item("Hội chợ", far), item("Hội trại", far)],
            [item("Hội chợ", far), item("Hội trại", far)],
        )
    ]
    assert subjects == ["1 việc sắp đến hạn và 1 việc xa hơn", "2 việc sắp đến hạn và 2 việc xa hơn", "2 việc cần nhớ"]


@pytest.mark.parametrize(
    ("due", "today", "words"),
    [
        (BEFORE_25_11, date(2026, 11, 23), "nên xong ngay hôm nay (24/11 nghỉ Ngày Văn hóa Việt Nam)\n"),
        (BEFORE_25_11, date(2026, 11, 26), "quá hạn 1 ngày\n"),
        (BEFORE_30_11, date(2026, 11, 23), "nên xong trong thứ Sáu 27/11/2026 (28/11 – 29/11 cuối tuần)\n"),
        (ON, date(2023, 9, 25), "còn 1 ngày để xong, hạn là ngày mai\n"),
    ],
)
def test_where_days_off_move_the_last_useful_day_a_letter_says_which(due: Due, today: date, words: str):
    occasion = replace(OCCASION, today=today, working_days=load_calendar().working_days)
    letter = compose([item("Nộp báo cáo", due)], occasion)
    assert words in letter.text
    assert words.strip() in letter.html
    assert "(" not in letter.subject


def test_the_week_lists_what_is_due_by_its_last_useful_day_as_the_board_does():
    later, today = (
        with_points(Due("", day=date(2023, 9, day), precision=Precision.DAY), WorkingDays()) for day in (27, 25)
    )
    works = [
        replace(item(title, due).task, id=title, published=True) for title, due in (("Sau", later), ("Nay", today))
    ]
    assert [one.title for one in week_of(works, Staffing(), OCCASION.today).works] == ["Nay", "Sau"]


def test_work_still_ahead_says_when_it_begins_beside_how_long_it_takes():
    long = Due("từ 1/10 đến 15/10", start=date(2023, 10, 1), day=date(2023, 10, 15), precision=Precision.DAY)
    long = with_points(long, WorkingDays())
    letter = compose([item("Cấp tài khoản", long, "start"), item("Nộp báo cáo")], OCCASION)
    assert "1 việc sắp đến hạn, 1 việc sắp bắt đầu" in letter.subject
    assert "từ 1/10 đến Chủ nhật 15/10/2023 – bắt đầu Chủ nhật 1/10/2023, còn" in letter.text
    begun = compose([item("Cấp tài khoản", long, "D-7")], replace(OCCASION, today=date(2023, 10, 6)))
    assert "bắt đầu" not in begun.subject + begun.text
