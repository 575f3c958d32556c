"""A letter quotes the plan's own words of a deadline and names the plan, as far as a phone has room for it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time

import pytest

from schedules.calendar import WorkingDays, load_calendar, with_points
from schedules.plan import Bound, Due, Mention, Origin, Place, Precision, Recurrence, Task
from tests.conftest import NOW
from tracker.deadline_words import literal
from tracker.reminders import tidings, waiting
from tracker.reminders.change_letter import Changed
from tracker.reminders.change_letter import letter_of as change_letter
from tracker.reminders.changes import Cause
from tracker.reminders.digest import compose
from tracker.reminders.handing_over import HandOver
from tracker.reminders.letter_form import LONGEST_TEXT
from tracker.reminders.letter_sections import one_of
from tracker.reminders.occasions import Occasion
from tracker.reminders.reasons import Reason
from tracker.reminders.sift import Item
from tracker.reminders.wording import deadline, from_plan
from tracker.review.deadlines import suggested
from tracker.store.ledger import Planned, Reminder, ReminderState
from tracker.store.letters import Kind
from tracker.store.pauses import Pause, PauseKind, Wait
from tracker.store.records import HistoryEntry, Part, StoredTask, TaskState
from tracker.zone import HO_CHI_MINH

DURING, BEFORE, BY = Bound.DURING, Bound.BEFORE, Bound.BY
KIND = "Kế hoạch kiểm tra nội bộ"
OCCASION = Occasion("Cô Lan", date(2023, 10, 9))
LAST = date(2023, 10, 20)


def due(words: str, last: date = LAST, start: date | None = None, bound: Bound = BY, **more: object) -> Due:
    return with_points(replace(Due(words, start, last, Precision.DAY, bound), **more), WorkingDays())


def said(words: str, last: date = LAST, start: date | None = None, bound: Bound = BY, **more: object) -> Task:
    """Return a work whose plan writes its deadline in these words."""
    told = due(words, last, start, bound, **more)
    return Task("Nộp hồ sơ", told, (Mention(f"Nộp hồ sơ: {words}", Place(line=1), told),))


WEEK = said("Tuần 3 tháng 10", date(2023, 10, 22), date(2023, 10, 16), DURING, precision=Precision.WEEK)


@pytest.mark.parametrize(
    "task",
    [
        said("20/10/2023"),
        said("Trước ngày 20/10", bound=BEFORE),
        said("chậm nhất thứ Sáu, ngày 20 tháng 10 năm 2023"),
        said("Hạn cuối: 20.10.23"),
        said("7h30 thứ Sáu, ngày 20/10", hour=time(7, 30)),
        said("từ 16 đến 20/10/2023", start=date(2023, 10, 16), bound=DURING),
        said("27/9 – 20/10", start=date(2023, 9, 27), bound=DURING),
        said("ngày 19 và 20/10", start=date(2023, 10, 19), bound=DURING),
    ],
    ids=lambda task: task.due.words,
)
def test_a_day_written_in_full_is_not_repeated(task: Task) -> None:
    assert literal(task) == ""
    assert "“" not in deadline(task)


@pytest.mark.parametrize(
    "task",
    [
        WEEK,
        said("Trước tháng 11", date(2023, 10, 31), bound=BEFORE),
        said("Tháng 10/2023", date(2023, 10, 31), date(2023, 10, 1), DURING),
        said("ngày 20 hằng tháng", recurrence=Recurrence.MONTHLY),
        said("Kỷ niệm 20/10"),
        said("Sáng 20/10"),
        said("dự kiến 20/10"),
        said("thứ Năm 20/10"),
        said("20/10/2022"),
        said("10/20"),
        said("tuần 2 (từ 16 đến 20/10)", start=date(2023, 10, 16), bound=DURING),
        said("15 ngày sau khi họp"),
    ],
    ids=lambda task: task.due.words,
)
def test_words_that_tell_more_or_another_day_are_quoted(task: Task) -> None:
    assert literal(task) == task.due.words
    assert f"(kế hoạch ghi: “{task.due.words}”)" in deadline(task)


@pytest.mark.parametrize(
    "task",
    [
        replace(WEEK, origin=Origin.LAW),
        replace(WEEK, origin=Origin.HAND),
        replace(WEEK, due=due("Tuần 3 tháng 10", rule="moved")),
        replace(WEEK, due=due("tuần sau", basis="Người duyệt ghi hạn này.")),
        Task("Theo dõi", Due("thường xuyên"), (Mention("thường xuyên", Place(), Due("thường xuyên")),)),
    ],
    ids=["law", "by hand", "moved", "typed", "no day"],
)
def test_words_that_are_not_the_plans_or_hold_no_more_are_not_quoted_as_it(task: Task) -> None:
    assert literal(task) == ""


def test_a_day_the_school_corrected_is_told_to_be_corrected() -> None:
    read = said("trước ngày 20/10/2024", date(2024, 10, 20), bound=BEFORE)
    mended = suggested("Có thể là 20/10/2023?", read.due, load_calendar())
    assert mended
    assert deadline(replace(read, due=mended)) == (
        "trước thứ Sáu 20/10/2023 (kế hoạch ghi: “trước ngày 20/10/2024”; nhà trường đã sửa)"
    )
    assert "đã sửa" not in deadline(read)


def test_a_long_quote_is_cut_at_a_word() -> None:
    told = deadline(said("sau khi Phòng Giáo dục và Đào tạo có văn bản hướng dẫn chính thức về việc này, trong tuần 3"))
    assert "Phòng Giáo dục và Đào tạo có văn bản" in told
    assert told.endswith("…”)")
    assert len(told) < 160


def item(task: Task, stage: str = "D-7", kind: str | None = KIND, number: str | None = "12/KH", n: int = 1) -> Item:
    planned = Planned(f"viec-{n}", 1, stage, "preview:", 0, datetime(2023, 10, 9, 7, tzinfo=HO_CHI_MINH))
    row = Reminder(n, planned, ReminderState.COMPOSED, "FIRST_NOTICE")
    stored = StoredTask(f"viec-{n}", 1, 0, task, TaskState.OPEN, 0, 0, planned.at)
    why = Reason.FIRST_NOTICE
    return Item(row, stored, number, Part.LEAD, stage, why, Kind.ROUTINE, plan_kind=kind)


QUOTED = "(kế hoạch ghi: “Tuần 3 tháng 10”)"
NAMED = "theo kế hoạch kiểm tra nội bộ số 12/KH"


def test_a_reminder_quotes_the_plan_by_name() -> None:
    letter = compose([item(WEEK)], OCCASION)
    for text in (letter.text, letter.html):
        assert f"Hạn: từ 16/10 đến Chủ nhật 22/10/2023 {QUOTED} – còn 11 ngày" in text
        assert NAMED in text


@pytest.mark.parametrize(
    ("kind", "number", "told"),
    [
        (KIND, "12/KH", NAMED),
        (KIND, None, "theo kế hoạch kiểm tra nội bộ"),
        (None, "12/KH", "theo kế hoạch số 12/KH"),
        ("Công văn: chuẩn bị kiểm tra", "4/TH", "theo công văn: chuẩn bị kiểm tra số 4/TH"),
        (None, None, ""),
    ],
)
def test_a_plan_is_called_by_its_kind_and_number(kind: str | None, number: str | None, told: str) -> None:
    assert from_plan(item(WEEK, kind=kind, number=number)) == told


def test_the_name_of_a_plan_is_cut_before_its_number() -> None:
    told = from_plan(item(WEEK, kind="Kế hoạch " + "xây dựng trường học hạnh phúc " * 5))
    assert told.endswith("… số 12/KH")
    assert len(told) < 90


def test_what_a_letter_quotes_costs_no_work_its_line() -> None:
    works = [item(replace(WEEK, title=f"Việc {n} " + "rà soát hồ sơ " * 8), n=n) for n in range(1, 9)]
    bare = [
        replace(one, plan_kind=None, task=replace(one.task, task=replace(one.task.task, origin=Origin.LAW)))
        for one in works
    ]
    letter, plain = compose(works, OCCASION), compose(bare, OCCASION)
    numbers = [n for n in range(1, 9) if f"\n{n}. Việc" in plain.text]
    assert [n for n in range(1, 9) if f"\n{n}. Việc" in letter.text] == numbers
    assert len(letter.text) <= LONGEST_TEXT
    assert letter.html.count(QUOTED) == 8
    assert letter.html.count(NAMED) == 8


def test_the_name_goes_before_the_quote_where_room_is_short() -> None:
    works = [item(replace(WEEK, title=f"Việc {n} " + "rà soát hồ sơ " * 5), n=n) for n in range(1, 8)]
    letter = compose(works, OCCASION)
    assert letter.text.count(QUOTED) == 7
    assert NAMED not in letter.text
    assert letter.text.count("theo kế hoạch số 12/KH") == 7


def test_what_happened_to_a_work_quotes_its_deadline_too() -> None:
    entry = HistoryEntry(1, NOW, "Hiệu trưởng", "task", "viec-1", "reassigned", None, None, None)
    given = one_of(tidings.section_of([tidings.Tiding(item(WEEK, "G-1"), entry, HandOver())], OCCASION), OCCASION)
    wait = Wait(Pause(1, "viec-1", PauseKind.WAITING, note="Phòng"), NOW, "Hiệu trưởng")
    holds = one_of(waiting.section_of([waiting.Waiting(item(WEEK, "H-1"), wait)], OCCASION), OCCASION)
    moved = replace(item(WEEK, "C-1"), reason=Reason.WORK_MOVED)
    changed = change_letter([Changed(moved, "10/10", (), Cause("Văn thư", "lùi lịch"))], OCCASION, "Trường Hoa Ban")
    for letter in (given, holds, changed):
        for text in (letter.text, letter.html):
            assert QUOTED in text
            assert NAMED[1:] in text
