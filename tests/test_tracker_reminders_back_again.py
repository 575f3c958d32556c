"""Work that is back after a recall: called as its reader knew it, waiting where it waits, theirs where it is theirs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from email.message import EmailMessage

import pytest

from schedules.plan import Task
from tests.fakes.reminding import at
from tests.test_tracker_reminders_changed_plans import CALENDAR, CLERK, REPORT, SURVEY, Site, site
from tracker.reminders.actions import Awaited, wait_for
from tracker.store import people, tasks
from tracker.store.history import Actor
from tracker.store.records import Office

__all__ = ["site"]
RENAMED = replace(REPORT, title="Báo cáo tự đánh giá của trường")
RETURN = at(2023, 9, 25, "10:30")


def back(site: Site, *works: Task) -> str:
    """Bring the plan back after its recall was told; return the subject of what is told then."""
    site.recall()
    site.tick()
    site.bring(*works, actor=Actor("Văn thư", at(2023, 9, 25, "10:00")))
    assert site.tick(RETURN) == ["change"]
    return site.letter()["Subject"]


def test_a_work_that_is_back_is_still_to_do_and_not_done_wrong(site: Site):
    subject = back(site, REPORT)
    assert subject.startswith("Vẫn cần làm: Báo cáo tự đánh giá – hạn: ")
    assert "Làm lại" not in subject
    assert "Lý do: bản kế hoạch mới phát hành vẫn có việc này." in site.text()
    assert "bản 2" not in site.text()


def test_a_renamed_work_that_is_back_is_called_by_the_name_its_reader_knew_too(site: Site):
    subject = back(site, RENAMED)
    assert "Báo cáo tự đánh giá của trường (trước đây: Báo cáo tự đánh giá)" in subject
    assert "1. Báo cáo tự đánh giá của trường (trước đây: Báo cáo tự đánh giá)\n" in site.text()


def test_a_renamed_work_that_moved_bears_both_names_and_the_next_letter_the_new_one_alone(site: Site):
    later = [replace(RENAMED, due=replace(REPORT.due, day=date(2023, 10, day), remind_by=None)) for day in (10, 12)]
    site.bring(later[0], SURVEY)
    site.tick()
    assert "(trước đây: Báo cáo tự đánh giá)" in site.text()
    site.bring(later[1], SURVEY)
    site.tick(RETURN)
    assert "Đổi hạn: Báo cáo tự đánh giá của trường – hạn mới" in site.letter()["Subject"]
    assert "trước đây" not in site.text()


def test_a_work_that_keeps_its_name_has_no_other(site: Site):
    back(site, REPORT, SURVEY)
    assert "trước đây" not in site.text()
    assert site.letter()["Subject"] == "Thay đổi ở việc đã báo thầy/cô: 2 việc vẫn cần làm"


def test_a_work_that_waits_is_not_said_to_be_done_now(site: Site):
    (report, *_) = (one.id for one in tasks.of_plan(site.school.db, 1) if one.task.title == REPORT.title)
    wait_for(site.school.db, report, Awaited("UBND xã", date(2023, 10, 6)), CLERK, CALENDAR.working_days)
    site.tick()
    later = at(2023, 9, 25, "10:15")
    site.recall()
    site.tick(later)
    site.bring(REPORT)
    site.tick(at(2023, 9, 25, "11:30"))
    text = site.text()
    assert "Việc này nay lại có trong kế hoạch. Việc đang chờ UBND xã đến hết thứ Sáu 6/10/2023, chưa phải làm." in text
    assert "vẫn cần làm" not in text


@pytest.mark.parametrize("office", [Office.MANAGER, Office.COMMITTEE])
def test_who_only_watches_over_a_work_is_not_told_to_do_it_or_to_leave_it(site: Site, office: Office):
    people.ensure(site.school.db, site.school.id, "Cô Hoa", office)
    site.reach("Cô Hoa", "mailto:hoa@truong.vn")
    site.bring(REPORT)
    for day in range(2, 26):
        site.tick(at(2023, 10, day, "08:00"))
    heard = told(site)
    assert heard
    site.recall()
    site.tick(at(2023, 10, 25, "10:00"))
    site.bring(REPORT, actor=Actor("Văn thư", at(2023, 10, 25, "10:30")))
    site.tick(at(2023, 10, 25, "11:30"))
    gone, again = told(site)[len(heard) :]
    assert gone["Subject"] == "Thu hồi kế hoạch: Báo cáo tự đánh giá – không phải theo dõi nữa"
    assert again["Subject"].startswith("Việc lại có trong kế hoạch: Báo cáo tự đánh giá – hạn: ")
    text = again.get_body(("plain",)).get_content()
    assert "Việc này nay lại có trong kế hoạch. Hạn:" in text
    assert "vẫn cần làm" not in text


def told(site: Site) -> list[EmailMessage]:
    """Return every letter to who watches over works, oldest first."""
    return [one.parsed for one in site.smtp.letters if one.to == "hoa@truong.vn"]
