"""Two names become one person: nothing told is told again, nothing due is lost, links of either name go on."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from lxml import html

from schedules.calendar import load_calendar
from tests.conftest import make_plan, make_task
from tests.fakes.answering import Answering
from tests.fakes.reminding import School, at, running_school
from tests.fakes.visitor import visitor_with
from tracker import merging
from tracker.answers.token import Action
from tracker.feeds.links import ensure_feeds, feed_links
from tracker.merging import CannotMergeError
from tracker.reminders import actions
from tracker.store import extensions, history, ledger, people
from tracker.store.database import open_database, transaction
from tracker.store.history import Actor
from tracker.store.ledger import ReminderState
from tracker.store.letters import MessageState
from tracker.store.outbox_search import Query, search
from tracker.store.records import Part

DUE = date(2023, 10, 27)
WHO = Actor("Cô Mai", at(2023, 10, 21))
LONG, SHORT = "Cô Lan", "Lan"
CALENDAR = load_calendar()


@pytest.fixture
def school(tmp_path: Path):
    with running_school(tmp_path) as made:
        made.reach(LONG, "log:lan")
        made.reach(SHORT, "mailto:lan@truong.vn")
        yield made


def one(school: School) -> None:
    merging.merge(school.db, school.person(LONG).id, school.person(SHORT).id, WHO, CALENDAR)


def told(school: School) -> Counter:
    """How often each stage of a task was part of a message, whoever it was."""
    rows = (row for row in school.rows() if row.state is ReminderState.COMPOSED)
    return Counter((row.planned.task_id, row.planned.stage) for row in rows)


@pytest.mark.parametrize("address", ["preview:", "preview:lan"])
def test_what_one_name_was_told_is_not_told_to_the_other(school: School, address: str) -> None:
    for name in (LONG, SHORT):
        school.reach(name, address)
    task = school.publish("Nộp báo cáo", due=DUE, owner=LONG)
    assert len(school.tick(at(2023, 10, 20))) == 1
    one(school)
    assert school.tick(at(2023, 10, 20, "08:00")) == ()
    [later] = school.tick(at(2023, 10, 24))
    assert later.to == SHORT
    assert max(told(school).values()) == 1
    assert dict(people.assigned(school.db, task.id)) == {people.find(school.db, SHORT)[0].id: Part.LEAD}


def test_both_told_at_one_address_are_told_once_more_only_of_the_next_stage(school: School) -> None:
    for name in (LONG, SHORT):
        school.reach(name, "preview:lan")
    task = school.publish("Nộp báo cáo", due=DUE, owner=None)
    school.assign_parts(task, {LONG: Part.LEAD, SHORT: Part.HELPER})
    assert len(school.tick(at(2023, 10, 20))) == 2
    rows = len(school.rows())
    one(school)
    assert school.tick(at(2023, 10, 20, "09:00")) == ()
    assert dict(people.assigned(school.db, task.id)) == {people.find(school.db, SHORT)[0].id: Part.LEAD}
    assert len(school.rows()) >= rows
    assert [each.to for each in school.tick(at(2023, 10, 24))] == [SHORT]


def test_a_stage_told_to_one_name_silences_the_same_row_of_the_other(school: School) -> None:
    for name in (LONG, SHORT):
        school.reach(name, "preview:lan")
    task = school.publish("Nộp báo cáo", due=DUE, owner=SHORT)
    school.assign(task, LONG)
    school.tick(at(2023, 10, 20))
    before = {(row.id, row.planned.stage) for row in school.rows()}
    one(school)
    assert school.tick(at(2023, 10, 20, "09:00")) == ()
    assert before <= {(row.id, row.planned.stage) for row in school.rows()}
    assert told(school)[task.id, "D-7"] == 1


def test_a_message_that_waits_goes_to_the_one_person_and_only_once(school: School) -> None:
    school.publish("Nộp báo cáo", due=DUE, owner=LONG)
    school.reach(LONG, "mailto:cu@truong.vn")
    school.reach(SHORT, "preview:lan")
    [stuck] = school.tick(at(2023, 10, 20))
    assert stuck.message.state is not MessageState.SENT
    one(school)
    [again] = school.tick(at(2023, 10, 20, "09:00"))
    assert again.to == SHORT
    [waiting] = search(school.db, Query(states=(MessageState.CANCELLED,)))
    assert waiting.id == stuck.message.id
    assert ledger.of_message(school.db, waiting.id) == ()


def test_who_could_not_be_reached_hears_once_of_what_was_only_kept(school: School) -> None:
    school.reach(LONG)
    school.reach(SHORT, "preview:lan")
    school.publish("Nộp báo cáo", due=DUE, owner=LONG)
    school.publish("Hội thi", due=DUE, owner=LONG)
    school.tick(at(2023, 10, 20))
    one(school)
    assert [each.message.draft.address for each in school.tick(at(2023, 10, 24))] == ["preview:lan"]
    assert school.tick(at(2023, 10, 24, "09:00")) == ()


def test_requests_and_rests_go_on_under_the_kept_name(school: School) -> None:
    task = school.publish("Nộp báo cáo", due=DUE, owner=LONG)
    long, short = school.person(LONG).id, school.person(SHORT).id
    asked = actions.ask_extension(school.db, task.id, long, date(2023, 11, 3), Actor(LONG, WHO.at, "chờ xã"))
    one(school)
    assert extensions.by_id(school.db, asked.id).person_id == short
    actions.decide_extension(school.db, asked.id, WHO, CALENDAR.working_days, approved=True)
    answers = [each.planned for each in school.rows() if each.planned.stage == f"X-{asked.id}"]
    assert [each.person_id for each in answers] == [short]


def test_the_history_keeps_both_names_and_the_name_is_found_again(school: School) -> None:
    task = school.publish("Nộp báo cáo", due=DUE, owner=LONG)
    long, short = school.person(LONG).id, school.person(SHORT).id
    [message] = school.tick(at(2023, 10, 20))
    one(school)
    assert [each.id for each in search(school.db, Query(person_id=short))] == [message.message.id]
    kept = people.by_name(school.db, school.id, LONG)
    assert (kept.id, kept.addresses) == (short, ("mailto:lan@truong.vn", "log:lan"))
    assert people.ensure(school.db, school.id, LONG).id == short
    assert people.by_id(school.db, long).merged_into == short
    assert [each.what for each in history.of_subject(school.db, "person", str(long))] == ["merged"]
    assert f"{SHORT} (lead)" in {each.now for each in history.of_subject(school.db, "task", task.id)}


def test_a_person_is_merged_once_and_not_with_themselves(school: School) -> None:
    long, short = school.person(LONG).id, school.person(SHORT).id
    one(school)
    for pair in ((long, short), (short, short), (short, long)):
        with pytest.raises(CannotMergeError, match="một người"):
            merging.merge(school.db, *pair, WHO, CALENDAR)


def test_links_in_mails_and_calendars_of_either_name_go_on(tmp_path: Path) -> None:
    lan = Answering(tmp_path / "data")
    path, own = lan.path(Action.DONE), lan.links().own(lan.person().id, lan.now.date())
    with open_database(lan.folder) as db:
        gone = lan.person()
        with transaction(db):
            kept = people.ensure(db, gone.school_id, "Nguyễn Thị Lan")
            ensure_feeds(db, lan.folder, gone.school_id, WHO)
        feed = next(one for one in feed_links(db, lan.folder, "", gone.school_id) if one.person_id == gone.id)
        merging.merge(db, gone.id, kept.id, WHO, CALENDAR)
        names = [one.person_name for one in feed_links(db, lan.folder, "", gone.school_id) if one.person_name]
    assert "Nộp báo cáo" in lan.get("/" + own.split("/", 3)[3]).text
    assert "Việc của Nguyễn Thị Lan" in lan.get(feed.url).text.replace("\r\n ", "")
    assert "Nguyễn Thị Lan (đã gộp từ Cô Lan)" in names
    assert lan.client.post(path).status_code == 303
    assert lan.task().done_by == "Nguyễn Thị Lan"


def test_the_page_offers_to_merge_and_one_press_does_it(tmp_path: Path) -> None:
    tasks_ = (make_task("Nộp báo cáo", DUE, owners=(LONG,)), make_task("Hội thi", DUE, owners=(SHORT,)))
    visitor = visitor_with(tmp_path / "data", *tasks_)
    page = visitor.get("/nguoi").text
    assert f"<b>{SHORT}</b> và <b>{LONG}</b> có thể là một người" in page
    with open_database(visitor.folder) as db:
        long, short = (people.find(db, name)[0].id for name in (LONG, SHORT))
    assert visitor.press(f"/nguoi/{long}/gop", on="/nguoi", kept="abc").status_code == 422
    assert visitor.press(f"/nguoi/{long}/gop", on="/nguoi", kept=str(short)).status_code == 303
    after = visitor.get("/nguoi").text
    assert "có thể là một người" not in after
    assert f"còn gọi: {LONG}" in after
    assert visitor.get(f"/nguoi/{long}").headers["location"] == f"/nguoi/{short}"
    assert visitor.press(f"/nguoi/{long}/gop", on="/nguoi", kept=str(short)).status_code == 422
    fields = {"name": LONG, "office": "member", "active": "1", "addresses": ""}
    assert visitor.press(f"/nguoi/{short}", **fields).status_code == 303
    with open_database(visitor.folder) as db:
        assert people.find(db, LONG)[0].id == short


def test_a_corrected_plan_gives_its_works_to_the_one_person(tmp_path: Path) -> None:
    visitor = visitor_with(tmp_path / "data", make_task("Nộp báo cáo", DUE, owners=(LONG,)))
    with open_database(visitor.folder) as db:
        long = people.find(db, LONG)[0]
        with transaction(db):
            short = people.ensure(db, long.school_id, SHORT)
        merging.merge(db, long.id, short.id, WHO, CALENDAR)
    again = visitor.keep(make_plan(make_task("Khảo sát trẻ", DUE, owners=(LONG,)), number="13/KH-MNHB"))
    with open_database(visitor.folder) as db:
        assert {one for task in again for one, _ in people.assigned(db, task.id)} == {short.id}


def test_the_filter_of_messages_offers_the_kept_name_alone_and_an_old_link_shows_its_messages(tmp_path: Path) -> None:
    visitor = visitor_with(tmp_path / "data", make_task("Nộp báo cáo", DUE, owners=(LONG,), helpers=(SHORT,)))
    with open_database(visitor.folder) as db:
        gone, kept = people.find(db, LONG)[0], people.find(db, SHORT)[0]
        merging.merge(db, gone.id, kept.id, WHO, CALENDAR)
    page = visitor.get(f"/tin-nhan?nguoi={gone.id}").text
    assert f">{LONG}</option>" not in page
    assert f'<option value="{kept.id}" selected>{SHORT}</option>' in page


def test_joining_two_names_is_no_message_to_who_they_are(school: School) -> None:
    school.reach(SHORT, "preview:lan")
    task = school.publish("Nộp báo cáo", due=DUE, owner=LONG)
    joined = replace(WHO, at=at(2023, 10, 19), why="hai tên là một người")
    merging.merge(school.db, school.person(LONG).id, school.person(SHORT).id, joined, CALENDAR)
    [message] = school.tick(at(2023, 10, 20))
    text = message.message.draft.letter.text
    assert "Nộp báo cáo" in text
    assert "hai tên" not in text
    assert "Lời nhắn" not in text
    given = next(each for each in history.of_subject(school.db, "task", task.id) if each.what == "reassigned")
    assert given.why is None
    told = history.of_subject(school.db, "person", str(people.find(school.db, SHORT)[0].id))
    assert [each.why for each in told if each.what == "merged"] == ["hai tên là một người"]


@pytest.mark.parametrize("keeps_typed", [True, False])
def test_a_name_somebody_has_already_offers_to_merge_both_ways(keeps_typed: bool, tmp_path: Path) -> None:
    tasks_ = (make_task("Nộp báo cáo", DUE, owners=("Thầy Tùng",)), make_task("Hội thi", DUE, owners=("Cô Hà",)))
    visitor = visitor_with(tmp_path / "data", *tasks_)
    with open_database(visitor.folder) as db:
        tung, ha = (people.find(db, name)[0].id for name in ("Thầy Tùng", "Cô Hà"))
    fields = {"name": "Cô Hà", "office": "member", "active": "1", "addresses": "mailto:ha@truong.vn"}
    refused = visitor.press(f"/nguoi/{tung}", **fields)
    assert refused.status_code == 422
    page = html.fromstring(refused.text)
    assert page.xpath("//h1/text()") == ["Thầy Tùng"]
    assert page.xpath("//*[@id='gop']//button/text()") == ["Gộp, giữ tên Cô Hà", "Gộp, giữ tên Thầy Tùng"]
    gone, kept = (ha, tung) if keeps_typed else (tung, ha)
    assert page.xpath(f"//form[@action='/nguoi/{gone}/gop']/input[@name='kept']/@value") == [str(kept)]
    typed = page.xpath(f"//form[@action='/nguoi/{gone}/gop']/input[@name='addresses']/@value")[0]
    wrong = visitor.press(f"/nguoi/{gone}/gop", on=f"/nguoi/{gone}", kept=str(kept), addresses="không phải địa chỉ")
    assert (wrong.status_code, "Kênh nhận tin" in wrong.text) == (422, True)
    assert visitor.press(f"/nguoi/{gone}/gop", on=f"/nguoi/{gone}", kept=str(kept), addresses=typed).status_code == 303
    with open_database(visitor.folder) as db:
        assert people.by_id(db, gone).merged_into == kept
        assert people.by_id(db, kept).addresses[0] == "mailto:ha@truong.vn"


def test_the_list_offers_both_names_to_stay(tmp_path: Path) -> None:
    visitor = visitor_with(tmp_path / "data", make_task("Nộp báo cáo", DUE, owners=(LONG,)), make_task("Hội thi", DUE))
    with open_database(visitor.folder) as db, transaction(db):
        school = people.find(db, LONG)[0].school_id
        people.ensure(db, school, SHORT, exactly=True)
        long, short = (
            next(one.id for one in people.of_school(db, school) if one.name == name) for name in (LONG, SHORT)
        )
    page = html.fromstring(visitor.get("/nguoi").text)
    first, second = page.xpath("//form[contains(@action, '/gop')]//button")
    assert (first.get("value"), second.get("value")) == (str(short), str(long))
    assert second.get("formaction") == f"/nguoi/{short}/gop"
