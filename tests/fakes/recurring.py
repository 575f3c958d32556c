"""A school whose plan has one recurring work: published at some day, ticked, its times looked at."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from schedules.calendar import load_calendar
from schedules.planning import understand
from schedules.reading import read_text
from tests.fakes.reminding import at, preview_desk
from tracker.importing import ImportReport, Incoming, store_plan
from tracker.reminders.account import told
from tracker.reminders.tick import tick
from tracker.store import tasks
from tracker.store.database import Database
from tracker.store.history import Actor
from tracker.store.records import StoredTask, TaskState

CALENDAR = load_calendar()
SIGNED = at(2023, 9, 12)
PLAN = """TRƯỜNG TIỂU HỌC SAO MAI
Số: 7/KH-SM
Hà Nội, ngày 12 tháng 9 năm 2023
KẾ HOẠCH
KIỂM TRA NỘI BỘ
Năm học 2023-2024
II. NHIỆM VỤ
1. Kế toán nộp báo cáo thu chi về Hiệu trưởng {when}.
2. Hiệu trưởng duyệt kế hoạch kiểm tra trước ngày 20/9/2023.
"""
MONTHLY = "vào ngày 20 hằng tháng"


def publish(db: Database, when: str = MONTHLY, now: datetime = SIGNED, text: str = PLAN) -> ImportReport:
    text = text.format(when=when)
    plan = understand(read_text(text, "ke-hoach.txt"), CALENDAR)
    return store_plan(db, Incoming(text.encode(), plan), Actor("Văn thư", now), CALENDAR, publish=True)


def tick_at(db: Database, now: datetime):
    return told(tick(db, now, replace(preview_desk(), calendar=CALENDAR)))


def times(db: Database) -> list[StoredTask]:
    return [one for one in tasks.of_school(db, 1) if one.task.due.recurrence and one.state is not TaskState.CANCELLED]


def days(db: Database) -> list[date | None]:
    return [one.task.due.day for one in times(db)]
