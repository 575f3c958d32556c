"""A corrected copy, a recall and a return of a whole plan, told by real mail and Zalo servers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from notifiers import build_channels
from schedules.calendar import load_calendar
from schedules.plan import Place, Task
from tests.conftest import SCHOOL, make_plan, make_task
from tests.fakes.crashing import channel_settings
from tests.fakes.reminding import School, at, preview_desk, running_school
from tests.fakes.smtp import running_smtp
from tests.fakes.zalo_bot import TOKEN, running_zalo_bot
from tests.fakes.zalo_oa import MemoryTokens, running_zalo_oa
from tracker.importing import Incoming, publish_plan, store_plan
from tracker.review import deciding, desk
from tracker.review.deadlines import picked
from tracker.review.withdrawing import recall
from tracker.store import people, schools, tasks
from tracker.store.database import transaction
from tracker.store.history import Actor

BEFORE, PUBLISHED, TOLD, NOW = at(2023, 9, 18), at(2023, 9, 18, "08:00"), at(2023, 9, 22), at(2023, 9, 25, "09:00")
CLERK = Actor("Văn thư", NOW)
CALENDAR = load_calendar()
REPORT = make_task("Báo cáo tự đánh giá", date(2023, 9, 29), owners=("Cô Lan",))
SURVEY = make_task("Khảo sát chất lượng", date(2023, 9, 29), owners=("Cô Lan",))
LATER_REPORT = make_task("Báo cáo tự đánh giá", date(2023, 10, 13), owners=("Cô Lan",))


class Site:
    """A school whose people are reached by real servers, and the clerk who brings its plans."""

    def __init__(self, school: School, smtp, zalo) -> None:
        self.school, self.smtp, self.zalo = school, smtp, zalo

    def bring(self, *works: Task, actor: Actor = CLERK) -> None:
        plan = make_plan(*works)
        store_plan(self.school.db, Incoming(repr(plan).encode(), plan), actor, CALENDAR, publish=True)

    def draft(self, *works: Task) -> int:
        """Bring another copy in as a draft to be reviewed; return the number of its plan."""
        plan = make_plan(*works)
        store_plan(self.school.db, Incoming(b"ban sau", plan), CLERK, CALENDAR, publish=False)
        return 1

    def recall(self, why: str = "làm lại theo công văn mới") -> None:
        recall(self.school.db, 1, Actor("Hiệu trưởng", NOW, why), CALENDAR)

    def reach(self, name: str, *addresses: str) -> None:
        with transaction(self.school.db):
            person = people.ensure(self.school.db, self.school.id, name)
            people.set_addresses(self.school.db, person.id, addresses)
            self.school.replan()

    def tick(self, now=NOW) -> list[str]:
        return [one.message.draft.kind.value for one in self.school.tick(now)]

    def letter(self):
        return self.smtp.letters[-1].parsed

    def text(self) -> str:
        return self.letter().get_body(("plain",)).get_content().replace("\r\n", "\n")


@pytest.fixture
def site(tmp_path):
    with running_smtp() as smtp, running_zalo_bot() as zalo, running_school(tmp_path) as school:
        channels = build_channels(channel_settings(smtp.port, zalo.url, TOKEN))
        with transaction(school.db):
            school.id = schools.ensure(school.db, SCHOOL).id
        school.desk = replace(preview_desk(), channels=channels, calendar=CALENDAR)
        made = Site(school, smtp, zalo)
        made.bring(REPORT, SURVEY, actor=Actor("Văn thư", PUBLISHED))
        made.reach("Cô Lan", "mailto:lan@truong.vn")
        assert made.tick(TOLD) == ["routine"]
        yield made


def test_a_corrected_copy_tells_what_moved_and_what_is_gone_in_one_letter(site: Site):
    site.bring(LATER_REPORT)
    assert site.tick() == ["change"]
    assert site.letter()["Subject"] == "Thay đổi ở việc đã báo thầy/cô: 1 việc đổi hạn, 1 việc bỏ khỏi kế hoạch"
    text = site.text()
    assert "1. Báo cáo tự đánh giá\n   Hạn cũ: thứ Sáu 29/9/2023. Hạn mới: chậm nhất thứ Sáu 13/10/2023" in text
    assert "Người đổi: Văn thư. Lý do: bản kế hoạch mới được phát hành." in text
    assert (
        "2. Khảo sát chất lượng\n   Hạn đã báo: chậm nhất thứ Sáu 29/9/2023. Việc này không còn trong kế hoạch" in text
    )
    assert "Người bỏ: Văn thư. Lý do: không còn trong bản kế hoạch mới." in text
    assert SCHOOL in text
    assert site.tick(at(2023, 9, 25, "10:30")) == []


def test_a_day_a_reviewer_gave_a_copy_that_says_the_old_one_is_told_as_theirs(site: Site):
    number = site.draft(REPORT, SURVEY)
    head, chair = Actor("Cô Hoa", NOW), Actor("Hiệu trưởng", NOW)
    task = tasks.of_plan(site.school.db, number)[0].id
    due = picked(None, date(2023, 10, 13), CALENDAR)
    desk.decide(site.school.db, number, lambda review: deciding.redate(review.draft, task, due), head, CALENDAR)
    publish_plan(site.school.db, number, chair, CALENDAR)
    assert site.tick() == ["change"]
    assert "Hạn mới: chậm nhất thứ Sáu 13/10/2023" in site.text()
    assert "Người đổi: Cô Hoa. Lý do: người duyệt sửa hạn khi duyệt bản mới." in site.text()


def test_a_work_dropped_in_review_is_told_with_one_colon(site: Site):
    number = site.draft(REPORT, SURVEY)
    task = tasks.of_plan(site.school.db, number)[0].id
    stops = "Nhà trường dừng việc này"
    desk.decide(site.school.db, number, lambda review: deciding.drop(review.draft, task, stops), CLERK, CALENDAR)
    publish_plan(site.school.db, number, CLERK, CALENDAR)
    assert site.tick() == ["change"]
    assert "Người bỏ: Văn thư. Lý do: bỏ khi duyệt – Nhà trường dừng việc này." in site.text()


def test_the_letter_brings_the_calendar_up_to_date(site: Site):
    site.bring(LATER_REPORT)
    site.tick()
    (calendar,) = [part for part in site.letter().walk() if part.get_content_type() == "text/calendar"][:1]
    body = calendar.get_content()
    assert (body.count("BEGIN:VEVENT"), body.count("STATUS:CANCELLED")) == (2, 1)
    assert "DTSTART;VALUE=DATE:20231013" in body


def test_the_same_copy_again_tells_nothing(site: Site):
    site.bring(REPORT, SURVEY)
    assert site.tick() == []


def test_another_leader_in_the_corrected_copy_is_told_to_both(site: Site):
    site.reach("Thầy Minh", "mailto:minh@truong.vn")
    site.bring(replace(REPORT, owners=("Thầy Minh",)), SURVEY)
    site.tick()
    assert {letter.to for letter in site.smtp.letters[1:]} == {"lan@truong.vn", "minh@truong.vn"}
    mine = next(letter.parsed for letter in site.smtp.letters[1:] if letter.to == "lan@truong.vn")
    assert mine["Subject"] == "Chuyển việc: Báo cáo tự đánh giá – nay do Thầy Minh phụ trách"
    assert "text/calendar" not in {part.get_content_type() for part in mine.walk()}


def test_a_recalled_plan_is_told_with_the_reason_and_its_return_too(site: Site):
    site.recall()
    assert site.tick() == ["change"]
    assert site.letter()["Subject"] == "Thay đổi ở việc đã báo thầy/cô: 2 việc thôi vì thu hồi kế hoạch"
    assert site.text().count("Người thay đổi: Hiệu trưởng. Lý do: làm lại theo công văn mới.") == 1
    site.bring(REPORT, SURVEY)
    assert site.tick(at(2023, 9, 25, "10:30")) == ["change"]
    assert site.letter()["Subject"] == "Thay đổi ở việc đã báo thầy/cô: 2 việc vẫn cần làm"


@pytest.mark.parametrize(("copy", "moved"), [(REPORT, False), (LATER_REPORT, True)])
def test_a_work_that_is_back_with_another_day_is_told_with_the_day_that_was_heard(copy: Task, moved: bool, site: Site):
    site.recall()
    site.tick()
    site.bring(copy, SURVEY)
    assert site.tick(at(2023, 9, 25, "10:30")) == ["change"]
    told = site.text()
    assert "nay lại có, vẫn cần làm" in told
    old = told.partition("Hạn cũ: ")[2].partition("Hạn mới: ")[0]
    assert ("29/9/2023" in old, "13/10/2023" in old) == (moved, False)


def test_recalled_and_brought_back_before_anyone_heard_is_no_news(site: Site):
    site.recall()
    site.bring(REPORT, SURVEY)
    assert site.tick() == []


def test_recalled_and_kept_as_a_draft_is_told_as_recalled(site: Site):
    site.recall()
    plan = make_plan(REPORT, SURVEY)
    store_plan(site.school.db, Incoming(b"nhap", plan), CLERK, CALENDAR, publish=False)
    site.school.replan()
    assert site.tick() == ["change"]
    assert "2 việc thôi vì thu hồi kế hoạch" in site.letter()["Subject"]


def test_a_plan_of_forty_works_taken_back_is_one_letter(site: Site):
    works = [make_task(f"Việc thứ {number} của tổ", date(2023, 10, 2), owners=("Cô Lan",)) for number in range(45)]
    site.bring(*works)
    site.tick(at(2023, 9, 25))
    before = len(site.smtp.letters)
    site.recall()
    site.tick(at(2023, 9, 25, "10:30"))
    assert len(site.smtp.letters) == before + 1
    assert "45 việc thôi vì thu hồi kế hoạch" in site.letter()["Subject"]
    assert "\n40. Việc thứ " in site.text()
    assert "và 5 việc khác." in site.text()


def test_zalo_gets_the_same_news_and_the_number_of_a_work_answers_it(site: Site):
    site.reach("Cô Lan", "zalobot:chat-lan")
    site.bring(replace(LATER_REPORT, owners=("Cô Lan",)), SURVEY)
    assert site.tick() == ["change"]
    ((chat, text),) = site.zalo.sent
    assert chat == "chat-lan"
    assert "Hạn cũ: thứ Sáu 29/9/2023. Hạn mới: chậm nhất thứ Sáu 13/10/2023" in text
    assert "Nhắn lại “xong 1”" in text


@pytest.mark.parametrize(("kept", "states"), [(3, ["failed", "sent"]), (2, ["sent"])])
def test_a_zalo_template_takes_the_subject_or_leaves_the_news_to_the_next_address(site: Site, kept: int, states):
    with running_zalo_oa() as oa:
        (template,) = oa.settings().templates
        fitting = oa.settings(templates=(replace(template, parameters=template.parameters[:kept]),))
        zalo = replace(channel_settings(site.smtp.port), zalo_oa=fitting, oa_tokens=MemoryTokens.of(oa, NOW))
        site.school.desk = replace(site.school.desk, channels=build_channels(zalo))
        site.reach("Cô Lan", "zbs:0912345678", "mailto:lan@truong.vn")
        site.bring(LATER_REPORT, SURVEY)
        assert [one.message.state.value for one in site.school.tick(NOW)] == states
        fields = [body["template_data"] for _, body in oa.sent]
    assert fields == ([] if kept > 2 else [{"ten": "Cô Lan", "viec": "Đổi hạn: Báo cáo tự đánh giá…"}])
    assert len(site.smtp.letters) == len(states)


def twice(title: str, first: date, second: date) -> tuple[Task, Task]:
    """Return two works of one title, each said in its own place."""
    return tuple(
        replace(one, mentions=(replace(one.mentions[0], place=Place(line=line)),))
        for line, one in enumerate((make_task(title, day, owners=("Cô Lan",)) for day in (first, second)), 3)
    )


def as_one(title: str, day: date) -> Task:
    """Return one work that two places say."""
    first, second = twice(title, day, day)
    return replace(first, mentions=(*first.mentions, *second.mentions))


def test_two_namesakes_a_copy_makes_one_are_told_as_a_move_and_as_joined(site: Site):
    site.bring(*twice("Tập huấn", date(2023, 9, 28), date(2023, 9, 29)))
    assert site.tick(at(2023, 9, 26)) == ["change", "routine"]
    site.bring(as_one("Tập huấn", date(2023, 10, 13)))
    assert site.tick(at(2023, 9, 26, "09:00")) == ["change"]
    text = site.text()
    assert "1. Tập huấn\n   Hạn cũ: thứ Năm 28/9/2023. Hạn mới: chậm nhất thứ Sáu 13/10/2023" in text
    joined = "gộp vào “Tập huấn” (chậm nhất thứ Sáu 13/10/2023; Cô Lan phụ trách)."
    assert f"2. Tập huấn\n   Hạn đã báo: chậm nhất thứ Sáu 29/9/2023. Việc này nay {joined}\n" in text
    assert "không phải làm nữa" not in text
    assert site.letter()["Subject"].endswith(": 1 việc đổi hạn, 1 việc gộp vào việc khác")


def test_a_namesake_that_stays_is_named_where_another_is_gone(site: Site):
    first, second = twice("Tập huấn", date(2023, 9, 28), date(2023, 9, 29))
    site.bring(first, second)
    site.tick(at(2023, 9, 26))
    site.bring(first)
    assert site.tick(at(2023, 9, 26, "09:00")) == ["change"]
    assert "không còn trong bản kế hoạch mới; việc cùng tên vẫn còn, hạn: chậm nhất thứ Năm 28/9/2023." in site.text()
