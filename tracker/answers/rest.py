"""Pure: until which day an answer lets someone rest, and which days may be asked for."""

from __future__ import annotations

from datetime import date, timedelta

from schedules.calendar import WorkingDays
from schedules.plan import Due
from tracker.days_off_words import OFF, WEEKEND
from tracker.spoken import day_words, is_off, left_words

LATE_REST = 2
"""Working days of peace for work that is at its last day or late: enough to do it, too few to forget it."""

FARTHEST_REMINDER = timedelta(days=60)
FARTHEST_EXTENSION = timedelta(days=366)
LATE_REMINDER = timedelta(days=14)


def told_again_on(due: Due, today: date, working_days: WorkingDays) -> date:
    """Return the working day on which someone who took work on hears of it again: the last day to act, or soon."""
    last = due.remind_by or due.day
    if last and last > today:
        ahead = working_days.on_or_before(last)
        return ahead if ahead > today else working_days.on_or_after(last)
    day = today
    for _ in range(LATE_REST + 1):
        day = working_days.after(day)
    return day


def then_words(due: Due, day: date) -> str:
    """Return how work stands on the day its person hears of it again, told behind that day: “, ngày cuối còn kịp”."""
    if due.day and due.late_from and day >= due.late_from:
        return f", khi việc đã {left_words(due, day)} nếu chưa báo xong"
    if due.remind_by and day > due.remind_by and not is_off(due):
        return f", sau ngày làm việc cuối còn kịp ({day_words(due.remind_by)})"
    return ", ngày cuối còn kịp" if day == due.remind_by else ""


def heard_words(due: Due, day: date, working_days: WorkingDays) -> str:
    """Return the day on which someone who chose one hears of work, and why it is another: nothing goes on days off.

    “thứ Tư 25/11/2026 (24/11 nghỉ Ngày Văn hóa Việt Nam)”
    """
    heard, off = working_days.on_or_after(day), ""
    if why := working_days.why_off(day):
        off = f" ({day.day}/{day.month} {'là' if why in WEEKEND else 'nghỉ'} {why.removeprefix(OFF)})"
    return f"{day_words(heard)}{off}{then_words(due, heard)}"


def rest_words(due: Due, day: date) -> str:
    """Return what someone may expect who took work on: silence until when, and what comes after it."""
    until = f"{day_words(day)}{then_words(due, day)}"
    return f"ngừng nhắc đến {until}; từ hôm ấy lại nhắc cho đến khi báo xong. Hạn không đổi."


def snooze_trouble(day: date, due: Due, today: date) -> str:
    """Return why someone cannot be reminded again on a day, empty when they can."""
    if day <= today:
        return "Ngày nhắc lại phải sau hôm nay."
    late = due.late_from is not None and today >= due.late_from
    if late and day > today + LATE_REMINDER:
        return "Việc đã quá hạn nên chỉ dời lời nhắc được tối đa 14 ngày. Nếu cần lâu hơn, hãy xin thêm thời gian."
    if not late and due.day and day > due.day:
        return "Ngày nhắc lại sau hạn của việc. Lời nhắc dời được, hạn thì không: nếu cần, hãy xin thêm thời gian."
    if day > today + FARTHEST_REMINDER:
        return "Lời nhắc dời được tối đa 60 ngày."
    return ""


def first_snooze(due: Due, today: date, working_days: WorkingDays) -> date | None:
    """Return the day to which reminders are put off where none was chosen; None when they cannot be put off."""
    days = (working_days.after(today), today + timedelta(days=1))
    return next((day for day in days if not snooze_trouble(day, due, today)), None)


def next_snooze(due: Due, today: date, working_days: WorkingDays, chosen: date | None) -> date | None:
    """Return the day offered where reminders may be put off again: the one chosen before while it may still be chosen.

    An earlier day beside it would call people back sooner for one press too many.
    """
    if chosen and not snooze_trouble(chosen, due, today):
        return chosen
    return first_snooze(due, today, working_days)


def extension_trouble(day: date, due: Due, today: date, what: str = "Ngày xin gia hạn") -> str:
    """Return why a deadline cannot be asked (or given leave) to move to a day, empty when it can."""
    if day <= today:
        return f"{what} phải sau hôm nay."
    if due.day and day <= due.day:
        return f"{what} phải sau hạn hiện nay ({due.day.day}/{due.day.month}/{due.day.year})."
    if day > today + FARTHEST_EXTENSION:
        return "Chỉ gia hạn được trong vòng một năm."
    return ""
