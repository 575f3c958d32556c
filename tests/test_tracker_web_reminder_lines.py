"""The reminders of a work on its page: a step once, what became of it, and no reminder in a rest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

from lxml import html

from schedules.plan import Due
from tests.conftest import make_plan, make_task
from tests.fakes.reminding import preview_desk
from tests.fakes.visitor import Visitor, visitor_with
from tracker.reminders.reasons import Reason
from tracker.reminders.tick import tick
from tracker.store import people
from tracker.store.database import open_database
from tracker.store.ledger import Planned, Reminder, ReminderState
from tracker.store.letters import Draft, Kind, Letter, MessageState, OutboxMessage
from tracker.store.pauses import Pause, PauseKind
from tracker.store.records import StoredTask, TaskState
from tracker.web.playing import Anywhere
from tracker.web.reminder_lines import Present, no_more_because, reminder_lines
from tracker.zone import HO_CHI_MINH

MAIL = "mailto:mai@truong.edu.vn"
COMPOSED, PLANNED, GONE = ReminderState.COMPOSED, ReminderState.PLANNED, ReminderState.SUPERSEDED
OLD = Reason.ADDRESS_CHANGED.value


def instant(day: int) -> datetime:
    return datetime(2026, 11, day, 7, tzinfo=HO_CHI_MINH)


def row(
    number: int, stage: str, state: ReminderState, *, address: str = MAIL, day: int = 26, message: int | None = None
):
    planned = Planned("viec-1", 4, stage, address, 0, instant(day))
    reason = OLD if state is GONE else "FIRST_NOTICE" if message else "PLANNED"
    return Reminder(number, planned, state, reason, message_id=message)


def message(number: int, state: MessageState, address: str = MAIL) -> OutboxMessage:
    letter = Letter("D-7", "FIRST_NOTICE", "a", "b", "c")
    draft = Draft(f"nhac-{number}", 4, Kind.ROUTINE, date(2026, 11, 23), address, "email", letter)
    return OutboxMessage(number, draft, state, instant(23), instant(23), 1, outcome_reason="hộp thư không có")


def gone(number: int, state: MessageState, at: datetime) -> OutboxMessage:
    return replace(message(number, state), finished_at=at)


def marks(*rows: Reminder, messages: tuple[OutboxMessage, ...] = (), pauses: tuple[Pause, ...] = ()):
    lines = reminder_lines(rows, {one.id: one for one in messages}, present(18, *pauses))
    return [(line.row.planned.stage, line.mark, line.why) for line in lines]


def present(day: int, *pauses: Pause, due: date = date(2026, 11, 27)) -> Present:
    task = StoredTask("viec-1", 1, 0, make_task("Nộp báo cáo", due), TaskState.OPEN, 0, 0, instant(1))
    return Present(instant(day), task, pauses)


def test_a_step_superseded_at_an_old_address_is_folded_into_the_one_to_come() -> None:
    found = marks(row(1, "D-1", GONE, address="preview:"), row(2, "D-1", PLANNED))
    assert found == [("D-1", "sẽ nhắc", Reason.PLANNED.sentence)]


def test_a_step_nobody_could_get_is_folded_into_the_one_that_went() -> None:
    nowhere, sent = message(7, MessageState.SENT, "preview:"), message(8, MessageState.SENT)
    rows = row(1, "D-7", COMPOSED, address="preview:", message=7), row(2, "D-7", COMPOSED, message=8)
    assert [mark for _, mark, _ in marks(*rows, messages=(nowhere, sent))] == ["✓ đã gửi"]
    assert marks(rows[0], messages=(nowhere,)) == [("D-7", "chưa gửi", "lúc ấy chưa có kênh nhận")]


def test_a_message_that_failed_says_why() -> None:
    found = marks(row(1, "D-7", COMPOSED, message=7), messages=(message(7, MessageState.FAILED),))
    assert found == [("D-7", "chưa gửi", "hộp thư không có")]


def test_no_reminder_comes_in_a_rest_but_the_one_asked_for() -> None:
    rest = Pause("viec-1", PauseKind.ACKNOWLEDGED, 4, date(2026, 11, 26))
    rows = row(1, "D-1", PLANNED), row(2, "R-2026-11-26", PLANNED), row(3, "D-0", PLANNED, day=27)
    found = {stage: mark for stage, mark, _ in marks(*rows, pauses=(rest,))}
    assert found == {"D-1": "tạm ngừng", "R-2026-11-26": "sẽ nhắc", "D-0": "sẽ nhắc"}


def test_the_newest_step_missed_in_a_wait_is_told_when_it_is_over() -> None:
    wait = Pause("viec-1", PauseKind.WAITING, None, None, "Phòng GD&ĐT")
    rows = row(1, "D-7", PLANNED, day=19), row(2, "D-3", PLANNED, day=23), row(3, "D-1", PLANNED, day=25)
    lines = reminder_lines(rows, {}, present(24, wait))
    assert [(line.mark, "hết tạm ngừng sẽ nhắc bù" in line.why) for line in lines] == [
        ("tạm ngừng", False),
        ("tạm ngừng", True),
        ("tạm ngừng", False),
    ]


def test_what_a_rest_held_back_until_a_day_is_to_come_after_that_day() -> None:
    rest = Pause("viec-1", PauseKind.WAITING, None, date(2026, 11, 23))
    (line,) = reminder_lines([row(1, "D-7", PLANNED, day=19)], {}, present(24, rest))
    assert (line.mark, line.waits(instant(24))) == ("sẽ nhắc", True)


def test_who_asked_to_hear_on_a_day_hears_that_and_nothing_beside() -> None:
    rest = Pause("viec-1", PauseKind.ACKNOWLEDGED, 4, date(2026, 11, 25))
    rows = row(1, "D-7", PLANNED, day=19), row(2, "R-2026-11-26", PLANNED)
    lines = reminder_lines(rows, {}, present(24, rest))
    assert [line.why for line in lines] == [Reason.HELD_ACKNOWLEDGED.sentence, Reason.PLANNED.sentence]


def test_a_request_told_before_the_deadline_moved_is_one_step() -> None:
    planned = Planned("viec-1", 4, "X-Q3", MAIL, 1, instant(26))
    again = Reminder(2, planned, GONE, Reason.ALREADY_TOLD.value)
    rows = row(1, "X-Q3", COMPOSED, message=7), again
    assert [mark for _, mark, _ in marks(*rows, messages=(message(7, MessageState.SENT),))] == ["✓ đã gửi"]


def test_steps_of_two_deadlines_are_two() -> None:
    moved = Reminder(2, Planned("viec-1", 4, "D-7", MAIL, 1, instant(27)), PLANNED, "PLANNED")
    assert len(marks(row(1, "D-7", GONE), moved)) == 2


def test_a_notice_says_how_late_the_work_was_as_it_went() -> None:
    left = datetime(2026, 11, 30, 7, 4, tzinfo=HO_CHI_MINH)
    rows = row(1, "L+0", COMPOSED, day=9, message=7), row(2, "L+21", PLANNED, day=30)
    lines = reminder_lines(rows, {7: gone(7, MessageState.SENT, left)}, present(29, due=date(2026, 11, 6)))
    assert [line.days_late for line in lines] == [24, 24]


def test_weekly_notices_nobody_got_are_one_line_and_those_sent_are_lines_of_their_own() -> None:
    sent = [row(number, f"L+{7 * number}", COMPOSED, day=number, message=7) for number in (1, 2)]
    ahead = [row(number, f"L+{7 * number}", PLANNED, day=number) for number in (3, 4, 5)]
    lines = reminder_lines([*sent, *ahead], {7: message(7, MessageState.SENT)}, present(3, due=date(2026, 10, 1)))
    assert [(line.mark, line.at.day, [at.day for at in line.again]) for line in lines] == [
        ("✓ đã gửi", 1, []),
        ("✓ đã gửi", 2, []),
        ("sẽ nhắc", 3, [4, 5]),
    ]


def test_notices_of_the_first_week_and_of_two_people_are_not_folded() -> None:
    early = row(1, "L+2", PLANNED, day=1), row(2, "L+6", PLANNED, day=2)
    late = row(3, "L+14", PLANNED, day=3)
    other = replace(row(4, "L+14", PLANNED, day=3), planned=replace(late.planned, person_id=5))
    assert len(reminder_lines([*early, late, other], {}, present(1))) == 4


def test_of_a_deadline_that_moved_away_no_days_late_are_said() -> None:
    (line,) = reminder_lines(
        [replace(row(1, "L+0", GONE), planned=Planned("viec-1", 4, "L+0", MAIL, 3, instant(9)))], {}, present(9)
    )
    assert line.days_late == 0


def test_what_went_is_told_by_when_it_left_and_which_step_it_was() -> None:
    left = datetime(2026, 11, 23, 9, 39, tzinfo=HO_CHI_MINH)
    (line,) = reminder_lines(
        [row(1, "D-7", COMPOSED, day=18, message=7)], {7: gone(7, MessageState.SENT, left)}, present(18)
    )
    assert (line.mark, line.at, line.row.planned.at, line.on_time) == ("✓ đã gửi", left, instant(18), False)


def test_what_left_within_minutes_left_as_planned() -> None:
    left = instant(26) + timedelta(minutes=4)
    (line,) = reminder_lines([row(1, "D-7", COMPOSED, message=7)], {7: gone(7, MessageState.SENT, left)}, present(18))
    assert (line.at, line.on_time) == (left, True)


def test_a_step_of_which_no_message_ended_stands_at_its_planned_instant() -> None:
    rows = row(1, "D-3", COMPOSED, message=7), row(2, "D-1", PLANNED, day=27), row(3, "D-7", GONE, day=20)
    found = reminder_lines(rows, {7: message(7, MessageState.WAITING)}, present(18))
    assert [(line.row.planned.stage, line.at, line.on_time) for line in found] == [
        ("D-7", instant(20), True),
        ("D-3", instant(26), True),
        ("D-1", instant(27), True),
    ]
    assert [line.waits(instant(27)) for line in found] == [False, False, True]


def test_the_page_tells_when_a_letter_left_and_not_when_its_step_was_planned(tmp_path: Path) -> None:
    visitor = visitor_with(tmp_path / "data", make_task("Khảo sát", date(2023, 9, 20), owners=("Cô Lan",)))
    with open_database(visitor.folder) as db:
        people.set_addresses(db, people.find(db, "Cô Lan")[0].id, ["rehearsal:lan"])
        desk = replace(preview_desk(), channels=(Anywhere(),))
        tick(db, datetime(2023, 9, 18, 9, 39, tzinfo=HO_CHI_MINH), desk)
    (task,) = visitor.tasks()
    words = " ".join(html.fromstring(visitor.get(f"/viec/{task.id}").text).text_content().split())
    sent = words.partition("✓ đã gửi")[2].partition("tin đã soạn")[0]
    assert "09:39 thứ Hai 18/9/2023" in sent
    assert "nấc này theo lịch lúc 07:00" in sent


MERGED = "gộp vào nấc sát hạn hơn của cùng một tin"


def test_of_steps_one_message_tells_only_the_newest_is_promised() -> None:
    """On the 18th, before its hour: what waits goes with the step of that day, those of other days by themselves."""
    rows = (row(1, "D-7", PLANNED, day=16), row(2, "D-3", PLANNED, day=17), row(3, "D-1", PLANNED, day=20))
    told = [(stage, mark, why) for stage, mark, why in marks(*rows)]
    assert [(stage, mark) for stage, mark, _ in told] == [
        ("D-7", "không nhắc"),
        ("D-3", "sẽ nhắc"),
        ("D-1", "sẽ nhắc"),
    ]
    assert told[0][2] == MERGED


def test_a_day_someone_asked_for_and_a_step_of_that_day_are_one_message() -> None:
    rows = (row(1, "D-3", PLANNED, day=20), row(2, "R-2026-11-20", PLANNED, day=20), row(3, "L+0", PLANNED, day=30))
    assert [mark for _, mark, _ in marks(*rows)] == ["không nhắc", "sẽ nhắc", "sẽ nhắc"]


def test_what_waits_for_a_fit_hour_or_another_day_goes_with_the_step_of_that_day() -> None:
    rows = (row(1, "D-3", PLANNED, day=18), row(2, "D-0", PLANNED, day=20))
    later = replace(present(18), goes=instant(20), next_day=instant(19))
    assert [line.mark for line in reminder_lines(rows, {}, later)] == ["không nhắc", "sẽ nhắc"]
    held = replace(rows[0], reason=Reason.HELD_ONE_A_DAY.value)
    apart = replace(present(18), next_day=instant(19))
    assert [line.mark for line in reminder_lines((held, rows[1]), {}, apart)] == ["sẽ nhắc", "sẽ nhắc"]
    together = replace(present(18), next_day=instant(20))
    assert [line.mark for line in reminder_lines((held, rows[1]), {}, together)] == ["không nhắc", "sẽ nhắc"]


def test_people_deadlines_news_and_what_was_sent_are_told_apart() -> None:
    other = row(2, "D-3", PLANNED, day=20)
    other = replace(other, planned=replace(other.planned, person_id=5))
    rows = (row(1, "D-3", PLANNED, day=20), other, row(3, "P-1", PLANNED, day=20))
    assert [mark for _, mark, _ in marks(*rows)] == ["sẽ nhắc"] * 3
    sent = (row(1, "D-3", COMPOSED, day=17, message=1), row(2, "D-1", PLANNED, day=18))
    messages = (message(1, MessageState.SENT),)
    assert {mark for _, mark, _ in marks(*sent, messages=messages)} == {"✓ đã gửi", "sẽ nhắc"}


def test_the_page_promises_what_the_clock_then_sends(tmp_path: Path) -> None:
    """On a Saturday with two steps waiting, before a Monday on which another falls: one is promised, that one goes."""
    saturday, monday = datetime(2026, 11, 21, 9, tzinfo=HO_CHI_MINH), instant(23)
    chair = Visitor(tmp_path / "data", clock=lambda: saturday)
    chair.keep(make_plan(make_task("Nộp báo cáo", date(2026, 11, 24), owners=("Cô Mai",))))
    page = html.fromstring(chair.get(f"/viec/{chair.tasks()[0].id}").text)
    lines = page.xpath('//section[details/summary[contains(., "Lời nhắc của việc này")]]//li')
    mai = [one.text_content() for one in lines if "Cô Mai" in one.text_content()]
    until_monday = [one for one in mai if any(f" {day}/11/2026" in one for day in range(13, 24))]
    assert len(until_monday) == 3
    (promised,) = [one for one in until_monday if "sẽ nhắc" in one]
    assert "23/11/2026" in promised
    assert all(MERGED in one for one in until_monday if one is not promised)
    with open_database(chair.folder) as db:
        (sent,) = [one for one in tick(db, monday, preview_desk()).delivered if one.person.name == "Cô Mai"]
    assert [one.planned.at for one in sent.reminders] == [monday]


def no_more(task: StoredTask, *rows: Reminder, day: int = 30) -> str:
    messages = {one: message(one, MessageState.SENT) for one in (row.message_id for row in rows) if one}
    lines = reminder_lines(rows, messages, replace(present(day), task=task))
    return no_more_because(lines, task, date(2026, 11, day))


def test_why_no_reminder_is_to_come() -> None:
    task = replace(present(1, due=date(2026, 11, 16)).task, published_at=instant(1), published=True)
    told = row(1, "L+2", COMPOSED, day=19, message=1)
    assert no_more(task, told).startswith("các lần nhắc quá hạn đã hết; khi chưa xong, việc còn một dòng")
    assert no_more(replace(task, state=TaskState.DONE), told) == "việc đã xong"
    assert no_more(replace(task, task=replace(task.task, due=Due("")))) == "việc chưa có ngày"


def test_nothing_is_said_while_one_is_to_come_or_nobody_heard_of_it_late() -> None:
    task = replace(present(1, due=date(2026, 11, 16)).task, published_at=instant(1), published=True)
    told = row(1, "L+2", COMPOSED, day=19, message=1)
    assert no_more(task, told, row(2, "L+14", PLANNED, day=30), day=23) == ""
    assert no_more(task) == ""
    assert no_more(task, row(1, "L+2", GONE, day=19)) == ""


def test_the_page_says_why_no_reminder_is_to_come(tmp_path: Path) -> None:
    visitor = visitor_with(tmp_path / "data", make_task("Khảo sát", date(2023, 9, 20), owners=("Cô Lan",)))
    (task,) = visitor.tasks()
    assert "Không còn lời nhắc nào" not in visitor.get(f"/viec/{task.id}").text
    visitor.press(f"/viec/{task.id}/xong", on=f"/viec/{task.id}")
    assert "Không còn lời nhắc nào của việc này: việc đã xong." in visitor.get(f"/viec/{task.id}").text
